/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a file in one stretch of memory a table: how many values are set, and each of those with its parameter,
 * its type, and a number or a text with its length. */
#include "config.h"

#include "model/library/tl-parcel.h"

#include <string.h>

#include "model/checks/tl-checks.h"
#include "model/library/tl-library-schema.h"

/* The memory of a file that was unusually large is not kept for the next. */
#define KEPT_BYTES (1024 * 1024)

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
  self->texts = g_string_new (NULL);
  tl_library_get_inserts (&self->n_tables);
  self->tables = g_new (GByteArray *, self->n_tables);
  for (guint i = 0; i < self->n_tables; i++)
    self->tables[i] = g_byte_array_new ();
  return self;
}

/**
 * tl_parcel_free:
 * @self: (transfer full): a parcel
 */
void
tl_parcel_free (TlParcel *self)
{
  g_clear_pointer (&self->found, tl_found_file_unref);
  g_free (self->file);
  g_free (self->name);
  g_free (self->refusal);
  g_clear_error (&self->error);
  g_free (self->advice);
  tl_graph_draft_free (self->graph);
  tl_parcel_drop_texts (self);
  for (guint i = 0; i < self->n_tables; i++)
    g_byte_array_unref (self->tables[i]);
  g_free (self->tables);
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

  g_clear_pointer (&self->found, tl_found_file_unref);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_error (&self->error);
  self->review[0] = self->digest[0] = '\0';
  self->revision = 0;
  self->n_factors = self->n_links = self->n_tags = 0;
  memset (self->advice, 0, count_rules () * sizeof *self->advice);
  tl_graph_draft_clear (self->graph);
  tl_parcel_drop_texts (self);
  self->texts = g_string_new (NULL);
  for (guint i = 0; i < self->n_tables; i++)
    {
      if (self->tables[i]->len > KEPT_BYTES)
        {
          g_byte_array_unref (self->tables[i]);
          self->tables[i] = g_byte_array_new ();
        }
      g_byte_array_set_size (self->tables[i], 0);
    }
}

/**
 * tl_parcel_drop_texts:
 * @self: a parcel
 *
 * Has the index read the texts from the library.
 */
void
tl_parcel_drop_texts (TlParcel *self)
{
  g_return_if_fail (self != NULL);

  if (self->texts != NULL)
    g_string_free (g_steal_pointer (&self->texts), TRUE);
}

/* Writing */

static guint8 *
extend (TlParcel *self,
        gsize     length)
{
  GByteArray *rows = self->tables[self->table];
  gsize before = rows->len;

  g_byte_array_set_size (rows, (guint) (before + length));
  return rows->data + before;
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
  self->table = table;
  self->row = self->tables[table]->len;
  *extend (self, 1) = 0;
}

static guint8 *
add_value (TlParcel     *self,
           guint         parameter,
           TlParcelType  type,
           gint64        number,
           gsize         length)
{
  guint8 *value = extend (self, 2 + sizeof number + length);

  self->tables[self->table]->data[self->row]++;
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
 * tl_parcel_has_rows:
 * @self: a parcel
 * @table: the place of a statement
 *
 * Returns: whether there are rows for it
 */
gboolean
tl_parcel_has_rows (const TlParcel *self,
                    guint           table)
{
  return self->tables[table]->len > 0;
}

/**
 * tl_parcel_begin_read:
 * @self: a parcel
 * @table: the place of a statement
 * @row: (out caller-allocates): before the first row that is for it
 */
void
tl_parcel_begin_read (const TlParcel *self,
                      guint           table,
                      TlParcelRow    *row)
{
  row->at = self->tables[table]->data;
  row->end = row->at + self->tables[table]->len;
}

/**
 * tl_parcel_next_row:
 * @row: (inout): the row before
 *
 * Returns: %FALSE after the last row
 */
gboolean
tl_parcel_next_row (TlParcelRow *row)
{
  if (row->at == row->end)
    return FALSE;

  const guint8 *at = row->at + 1;

  row->set = 0;
  for (guint n = row->at[0]; n > 0; n--)
    {
      TlParcelValue *value = &row->values[at[0] - 1];

      row->set |= (guint64) 1 << at[0];
      value->type = (TlParcelType) at[1];
      memcpy (&value->number, at + 2, sizeof value->number);
      at += 2 + sizeof value->number;
      value->bytes = (const char *) at;
      if (value->type == TL_PARCEL_TEXT || value->type == TL_PARCEL_BYTES)
        at += value->number;
    }
  row->at = at;
  return TRUE;
}
