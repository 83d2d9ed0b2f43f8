/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/* Of what stands behind a count at most so many reviews are shown. */
#define TL_TRACE_MAX_REVIEWS 100

/**
 * TlTraceRecord:
 * @kind: name of the kind: a factor or a finding
 * @id: its id
 * @text: (nullable): its statement, where it was released
 *
 * A record of a review.
 */
typedef struct {
  const char *kind;
  char       *id;
  char       *text;
} TlTraceRecord;

/**
 * TlTrace:
 * @review: the id of the review, a pseudonym
 * @revision: its revision
 * @year: its calendar year, or 0
 * @number: the number of its record in the library
 * @records: (element-type TlTraceRecord): what of it
 *
 * What of one review stands behind a count; de-identified, as all in a library is, and yet for the office's own eyes.
 */
typedef struct {
  char      *review;
  gint64     revision;
  guint      year;
  guint      number;
  GPtrArray *records;
} TlTrace;

TlTrace  *tl_trace_new      (TlLibrary   *library,
                             guint        number,
                             GError     **error);
void      tl_trace_free     (TlTrace     *trace);
gboolean  tl_trace_add      (TlTrace     *trace,
                             TlLibrary   *library,
                             const char  *kind,
                             guint        row,
                             GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTrace, tl_trace_free)

G_END_DECLS
