/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review that has no file: records from elsewhere, to be looked at by whatever looks at reviews. It is filled,
 * sealed, looked at and emptied again and again with the same objects, which borrow what they hold: to make one of
 * each of the hundreds of records of a file that a library takes in would cost more than to look at them. What lists
 * don't tell is worked out when somebody asks. */
#include "config.h"

#include "model/review/tl-review-frozen.h"

#include "model/review/tl-review-private.h"

/**
 * tl_review_new_frozen:
 * @tier: what leaves in which tier the records are
 *
 * Nothing can be changed in it by edits, and there is no file to ask. To be used from one thread at a time.
 *
 * Returns: (transfer full): a review that is empty; see tl_review_frozen_add()
 */
TlReview *
tl_review_new_frozen (TlTier tier)
{
  TlReview *self = g_object_new (TL_TYPE_REVIEW, NULL);

  self->tier = tier;
  self->read_only = TRUE;
  self->frozen = TRUE;
  return self;
}

/**
 * tl_review_frozen_add:
 * @self: a frozen review that is not sealed
 * @kind: a kind
 * @id: an id that no other of its records has
 * @values: (array): one a field
 *
 * Adds a record. @id and @values are borrowed until the review is emptied. One of the records is of the kind "review",
 * and their references lead to each other.
 */
void
tl_review_frozen_add (TlReview     *self,
                      const TlKind *kind,
                      const char   *id,
                      TlValue      *values)
{
  g_return_if_fail (self != NULL && self->frozen && kind != NULL);

  /* Records of a kind mostly follow each other. */
  if (self->filling == NULL || tl_record_list_get_kind (self->filling) != kind)
    self->filling = self->lists[tl_kind_get_position (kind)];
  tl_record_list_lend (self->filling, id, values);
}

/**
 * tl_review_frozen_seal:
 * @self: a frozen review to which all records have been added
 *
 * From here on it can be looked at.
 */
void
tl_review_frozen_seal (TlReview *self)
{
  g_return_if_fail (TL_IS_REVIEW (self) && self->frozen);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    tl_record_list_settle (self->lists[i]);
  self->unindexed = self->unnoted = TRUE;
}

/**
 * tl_review_frozen_empty:
 * @self: a frozen review of whose records nobody keeps any
 *
 * Makes it ready to be filled again.
 */
void
tl_review_frozen_empty (TlReview *self)
{
  g_return_if_fail (TL_IS_REVIEW (self) && self->frozen);

  g_hash_table_remove_all (self->referrers);
  g_hash_table_remove_all (self->records);
  self->unindexed = self->unnoted = FALSE;
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    tl_record_list_give_back (self->lists[i]);
}

/* For this room: finds the records by their ids. */
void
_tl_review_index (TlReview *self)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    for (guint j = 0; j < tl_record_list_get_n (self->lists[i]); j++)
      {
        TlRecord *record = tl_record_list_get (self->lists[i], j);

        g_hash_table_insert (self->records, (gpointer) tl_record_get_id (record), g_object_ref (record));
      }
  self->unindexed = FALSE;
}
