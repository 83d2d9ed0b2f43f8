/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-id.h"
#include "model/record/tl-value.h"

G_BEGIN_DECLS

/**
 * TlPlainRecord:
 * @kind: its kind
 * @line: the line of the file it was read from, or 0
 * @id: its id in the file
 * @values: one a field of @kind. Where a file holds months in place of a date the value is an integer; a body holds the
 *   text itself, or its digest on the way out
 *
 * A record on its way in or out, outside any review.
 */
typedef struct {
  const TlKind *kind;
  guint         line;
  char          id[TL_ID_LENGTH + 1];
  TlValue      *values;
} TlPlainRecord;

TlPlainRecord *tl_plain_record_new     (const TlKind        *kind,
                                        const char          *id);
TlPlainRecord *tl_plain_record_copy    (const TlPlainRecord *record);
void           tl_plain_record_free    (TlPlainRecord       *record);
const TlValue *tl_plain_record_get     (const TlPlainRecord *record,
                                        const char          *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlainRecord, tl_plain_record_free)

G_END_DECLS
