/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real names that a review knows: what the export withholds is what the checks have told of before. */
#include "config.h"

#include "model/review/tl-review-names.h"

/**
 * tl_review_collect_names:
 * @self: a review
 *
 * Returns: (transfer full): the names of its identities, to be found in text
 */
TlNames *
tl_review_collect_names (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);

  TlNames *names = tl_names_new ();
  TlRecordList *identities = tl_review_get_list (self, "identity");

  for (guint i = 0; i < tl_record_list_get_n (identities); i++)
    {
      TlRecord *identity = tl_record_list_get (identities, i);

      tl_names_add (names, tl_record_get_text (identity, "name"));
      tl_names_add (names, tl_record_get_text (identity, "other_names"));
    }
  return names;
}
