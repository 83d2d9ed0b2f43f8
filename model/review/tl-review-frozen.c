/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review that has no file: records from elsewhere, to be looked at by whatever looks at reviews. */
#include "config.h"

#include "model/review/tl-review-frozen.h"

#include "model/review/tl-review-private.h"

/**
 * tl_review_new_frozen:
 * @tier: what leaves in which tier the records are
 * @records: (element-type TlRecord): among them one of the kind "review"; their references lead to each other
 *
 * Nothing can be changed in it, and there is no file to ask. To be used from one thread at a time.
 *
 * Returns: (transfer full): a review
 */
TlReview *
tl_review_new_frozen (TlTier     tier,
                      GPtrArray *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  TlReview *self = g_object_new (TL_TYPE_REVIEW, NULL);
  g_autofree GPtrArray **by_kind = g_new0 (GPtrArray *, tl_kinds_get_n ());
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->tier = tier;
  self->read_only = TRUE;
  for (guint i = 0; i < records->len; i++)
    {
      TlRecord *record = g_ptr_array_index (records, i);
      GPtrArray **same = &by_kind[tl_kind_get_position (tl_record_get_kind (record))];

      g_hash_table_insert (self->records, (gpointer) tl_record_get_id (record), g_object_ref (record));
      if (*same == NULL)
        *same = g_ptr_array_new ();
      g_ptr_array_add (*same, record);
    }
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (by_kind[i] != NULL)
      {
        tl_record_list_change (self->lists[i], by_kind[i], none);
        g_ptr_array_unref (by_kind[i]);
      }
  self->unnoted = g_ptr_array_ref (records);
  return self;
}
