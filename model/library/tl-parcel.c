/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a file in one stretch of memory: the table, how many values are set, and each of those with its
 * parameter, its type, and a number or a text with its length. */
#include "config.h"

#include "model/library/tl-parcel.h"

#include <string.h>

#include "model/checks/tl-checks.h"

/* The memory of a file that was unusually large is not kept for the next. */
#define KEPT_BYTES (1024 * 1024)

/* Table and number of values. */
#define HEAD_BYTES 3

static guint
count_rules (void)
{
  guint n;

  tl_check_rules_get (&n);
  return n;
}

/**
 * tl_parcel_new:
 *
 * Returns: (transfer full): a parcel with nothing in it
 */
TlParcel *
tl_parcel_new (void)
{
  TlParcel *self = g_new0 (TlParcel, 1);

  self->advice = g_new0 (guint, count_rules ());
  self->graph = tl_graph_draft_new ();
  self->rows = g_byte_array_new ();
  return self;
}

/**
 * tl_parcel_free:
 * @self: (transfer full): a parcel
 */
void
tl_parcel_free (TlParcel *self)
{
  g_free (self->file);
  g_free (self->name);
  g_free (self->refusal);
  g_clear_error (&self->error);
  g_free (self->advice);
  tl_graph_draft_free (self->graph);
  g_byte_array_unref (self->rows);
  g_free (self);
}

/**
 * tl_parcel_clear:
 * @self: a parcel
 *
 * Makes it ready for another file.
 */
void
tl_parcel_clear (TlParcel *self)
{
  g_return_if_fail (self != NULL);

  self->found = NULL;
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_error (&self->error);
  self->review[0] = self->digest[0] = '\0';
  self->revision = 0;
  self->n_factors = self->n_links = self->n_tags = 0;
  memset (self->advice, 0, count_rules () * sizeof *self->advice);
  tl_graph_draft_clear (self->graph);
  if (self->rows->len > KEPT_BYTES)
    {
      g_byte_array_unref (self->rows);
      self->rows = g_byte_array_new ();
    }
  g_byte_array_set_size (self->rows, 0);
}

/* Writing */

static guint8 *
extend (TlParcel *self,
        gsize     length)
{
  gsize before = self->rows->len;

  g_byte_array_set_size (self->rows, (guint) (before + length));
  return self->rows->data + before;
}

/**
 * tl_parcel_is_member:
 * @self: a parcel that is filled
 *
 * Returns: whether it is a member of a zip
 */
gboolean
tl_parcel_is_member (const TlParcel *self)
{
  g_return_val_if_fail (self != NULL && self->found != NULL, FALSE);
  return strcmp (self->file, self->found->name) != 0;
}

/**
 * tl_parcel_dup_place:
 * @self: a parcel that is filled
 *
 * Returns: (transfer full): what to call the file, alike from wherever it was reached
 */
char *
tl_parcel_dup_place (const TlParcel *self)
{
  g_return_val_if_fail (self != NULL && self->found != NULL, NULL);
  return g_strconcat (self->found->place, self->file + strlen (self->found->name), NULL);
}

/**
 * tl_parcel_begin_row:
 * @self: a parcel
 * @table: the place of its statement
 *
 * Adds a row of which no value is set yet.
 */
void
tl_parcel_begin_row (TlParcel *self,
                     guint     table)
{
  guint16 place = (guint16) table;

  self->row = self->rows->len;

  guint8 *head = extend (self, HEAD_BYTES);

  memcpy (head, &place, sizeof place);
  head[2] = 0;
}

static guint8 *
add_value (TlParcel     *self,
           guint         parameter,
           TlParcelType  type,
           gint64        number,
           gsize         length)
{
  guint8 *value = extend (self, 2 + sizeof number + length);

  self->rows->data[self->row + 2]++;
  value[0] = (guint8) parameter;
  value[1] = (guint8) type;
  memcpy (value + 2, &number, sizeof number);
  return value + 2 + sizeof number;
}

/**
 * tl_parcel_add_number:
 * @self: a parcel
 * @parameter: of the statement of its last row
 * @type: what the number is
 * @number: the number; of a record any
 */
void
tl_parcel_add_number (TlParcel     *self,
                      guint         parameter,
                      TlParcelType  type,
                      gint64        number)
{
  add_value (self, parameter, type, number, 0);
}

/**
 * tl_parcel_add_bytes:
 * @self: a parcel
 * @parameter: of the statement of its last row
 * @type: %TL_PARCEL_TEXT or %TL_PARCEL_BYTES
 * @bytes: copied
 * @length: how many
 */
void
tl_parcel_add_bytes (TlParcel     *self,
                     guint         parameter,
                     TlParcelType  type,
                     const void   *bytes,
                     gsize         length)
{
  memcpy (add_value (self, parameter, type, (gint64) length, length), bytes, length);
}

/* Reading */

/**
 * tl_parcel_next_row:
 * @self: a parcel
 * @row: (inout): zeroed for the first row; all values of the one before have been read
 *
 * Returns: whether there is another row
 */
gboolean
tl_parcel_next_row (const TlParcel *self,
                    TlParcelRow    *row)
{
  if (row->at == NULL)
    row->at = self->rows->data;
  if (row->at == self->rows->data + self->rows->len)
    return FALSE;
  memcpy (&row->table, row->at, sizeof row->table);
  row->n_values = row->at[2];
  row->at += HEAD_BYTES;
  return TRUE;
}

/**
 * tl_parcel_next_value:
 * @row: (inout): a row that has more values
 * @value: (out): the next
 */
void
tl_parcel_next_value (TlParcelRow   *row,
                      TlParcelValue *value)
{
  value->parameter = row->at[0];
  value->type = (TlParcelType) row->at[1];
  memcpy (&value->number, row->at + 2, sizeof value->number);
  row->at += 2 + sizeof value->number;
  value->bytes = (const char *) row->at;
  if (value->type == TL_PARCEL_TEXT || value->type == TL_PARCEL_BYTES)
    row->at += value->number;
}
