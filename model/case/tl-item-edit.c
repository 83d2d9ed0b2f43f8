/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verb on one item of a list field. */
#include "config.h"

#include "model/case/tl-item-edit.h"

/**
 * tl_item_edit_set:
 * @edit: an edit
 * @record: a record of the review that is edited
 * @field: name of a list field of it
 * @item: an item of the list
 * @with: whether it is to be in the list
 * @error: return location
 *
 * Writes the list without @item, and with it at the end where @with.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_item_edit_set (TlEdit      *edit,
                  TlRecord    *record,
                  const char  *field,
                  const char  *item,
                  gboolean     with,
                  GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_RECORD (record) && field != NULL && item != NULL, FALSE);

  const char *const *items = tl_record_get_list (record, field);
  g_autoptr (GPtrArray) next = g_ptr_array_new ();

  for (guint i = 0; items[i] != NULL; i++)
    if (!g_str_equal (items[i], item))
      g_ptr_array_add (next, (gpointer) items[i]);
  if (with)
    g_ptr_array_add (next, (gpointer) item);
  g_ptr_array_add (next, NULL);
  return tl_edit_set_list (edit, tl_record_get_id (record), field, (const char *const *) next->pdata, error);
}
