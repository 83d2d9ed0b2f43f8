/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/review/tl-search-query.h"

G_BEGIN_DECLS

/* Of what stands behind a count at most so many reviews are shown. */
#define TL_INSTANCES_MAX 100

/**
 * TlInstanceRecord:
 * @kind: name of the kind: a factor or a finding
 * @id: its id
 * @text: (nullable): its statement, where it was released
 * @marks: (nullable) (element-type TlSearchMark): where in @text something stands that was looked for
 *
 * A record of a review.
 */
typedef struct {
  const char *kind;
  char       *id;
  char       *text;
  GArray     *marks;
} TlInstanceRecord;

/**
 * TlInstance:
 * @review: the id of the review, a pseudonym
 * @revision: its revision
 * @year: its calendar year, or 0
 * @number: the number of its record in the library
 * @records: (element-type TlInstanceRecord): what of it
 *
 * What of one review stands behind a count; de-identified, as all in a library is, and yet for the office's own eyes.
 */
typedef struct {
  char      *review;
  gint64     revision;
  guint      year;
  guint      number;
  GPtrArray *records;
} TlInstance;

TlInstance  *tl_instance_new      (TlLibrary   *library,
                             guint        number,
                             GError     **error);
void      tl_instance_free     (TlInstance     *instance);
gboolean  tl_instance_add      (TlInstance     *instance,
                             TlLibrary   *library,
                             const char  *kind,
                             guint        row,
                             GError     **error);
gboolean  tl_instance_add_text (TlInstance *instance,
                             TlLibrary   *library,
                             const char  *kind,
                             guint        row,
                             const char  *text,
                             GArray      *marks,
                             GError     **error);

void      tl_instance_append_text (const TlInstance *instance,
                             GString     *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlInstance, tl_instance_free)

G_END_DECLS
