/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records outside a review: what readers give and writers take. */
#include "config.h"

#include "model/exchange/tl-plain-record.h"

#include <string.h>

/**
 * tl_plain_record_new:
 * @kind: a kind
 * @id: the id of the record
 *
 * Returns: (transfer full): a record of which no field is set
 */
TlPlainRecord *
tl_plain_record_new (const TlKind *kind,
                     const char   *id)
{
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  TlPlainRecord *record = g_new0 (TlPlainRecord, 1);

  record->kind = kind;
  record->values = g_new0 (TlValue, kind->n_fields);
  g_strlcpy (record->id, id, sizeof record->id);
  return record;
}

/**
 * tl_plain_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): the same, with values of its own
 */
TlPlainRecord *
tl_plain_record_copy (const TlPlainRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  TlPlainRecord *copy = tl_plain_record_new (record->kind, record->id);

  copy->line = record->line;
  for (guint i = 0; i < record->kind->n_fields; i++)
    tl_value_copy (&record->values[i], &copy->values[i]);
  return copy;
}

/**
 * tl_plain_record_free:
 * @record: (transfer full): a record
 */
void
tl_plain_record_free (TlPlainRecord *record)
{
  tl_values_clear (record->values, record->kind->n_fields);
  g_free (record->values);
  g_free (record);
}

/**
 * tl_plain_record_get:
 * @record: a record
 * @field: the name of one of its fields
 *
 * Returns: the value of @field
 */
const TlValue *
tl_plain_record_get (const TlPlainRecord *record,
                     const char          *field)
{
  int index = tl_kind_find_field_index (record->kind, field);

  g_return_val_if_fail (index >= 0, NULL);
  return &record->values[index];
}
