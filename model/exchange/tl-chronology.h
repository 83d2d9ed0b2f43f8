/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/base/tl-date.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_CHRONOLOGY_MAX_BYTES (16 * 1024 * 1024)
#define TL_CHRONOLOGY_MAX_ROWS 20000

/**
 * TlChronologyColumn:
 *
 * What a column of a chronology can hold.
 */
typedef enum {
  TL_CHRONOLOGY_DATE,
  TL_CHRONOLOGY_TIME,
  TL_CHRONOLOGY_UNTIL,
  TL_CHRONOLOGY_AGENCY,
  TL_CHRONOLOGY_ROLE,
  TL_CHRONOLOGY_EVENT,
  TL_CHRONOLOGY_DETAIL,
  TL_CHRONOLOGY_SOURCE,
} TlChronologyColumn;

#define TL_CHRONOLOGY_N_COLUMNS (TL_CHRONOLOGY_SOURCE + 1)

/**
 * TlChronologyRow:
 * @line: where it begins in the file, from 1
 * @dated: whether it has a date
 * @date: when
 * @has_until: whether it has a date at which it ended
 * @until: that date
 * @texts: (nullable): what stands in each column, trimmed; %NULL where there is nothing
 * @refusal: (nullable): why it is not taken in; %NULL for one that is
 *
 * What is understood of a row.
 */
typedef struct {
  guint    line;
  gboolean dated;
  TlDate   date;
  gboolean has_until;
  TlDate   until;
  char    *texts[TL_CHRONOLOGY_N_COLUMNS];
  char    *refusal;
} TlChronologyRow;

/**
 * TlChronology:
 * @name: of the file, fit to be shown
 * @headings: (nullable): what each column is called in the file; %NULL for one that it has not
 * @ignored: headings of columns that nothing is taken from, with commas between; %NULL if there are none
 * @rows: (element-type TlChronologyRow): in the order of the file
 * @n_refused: how many of them are refused
 *
 * A chronology from outside, read and not yet added to any review.
 */
typedef struct {
  char      *name;
  char      *headings[TL_CHRONOLOGY_N_COLUMNS];
  char      *ignored;
  GPtrArray *rows;
  guint      n_refused;
} TlChronology;

TlChronology *tl_chronology_read      (const char          *path,
                                       GCancellable        *cancellable,
                                       GError             **error);
TlChronology *tl_chronology_parse     (GBytes              *bytes,
                                       const char          *name,
                                       GError             **error);
void          tl_chronology_free      (TlChronology        *self);
guint         tl_chronology_count     (const TlChronology  *self);
char         *tl_chronology_dup_understood (const TlChronology *self);
char         *tl_chronology_row_dup_date (const TlChronologyRow *row);
char         *tl_chronology_row_dup_title (const TlChronologyRow *row);
gboolean      tl_chronology_add       (const TlChronology  *self,
                                       TlReview            *review,
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChronology, tl_chronology_free)

G_END_DECLS
