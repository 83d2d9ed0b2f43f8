/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real names that a review knows: what the export withholds is what the checks have told of before. */
#include "config.h"

#include "model/review/tl-review-names.h"

/**
 * tl_review_collect_names:
 * @self: a review
 *
 * The names of its identities, of its board and of the boards its reviewers worked and reviewed for; its reference
 * number, and the numbers its reviewers are accredited under.
 *
 * Returns: (transfer full): what must not be found in text that leaves
 */
TlNames *
tl_review_collect_names (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);

  TlNames *names = tl_names_new ();
  TlRecord *review = tl_review_get_subject (self);
  TlRecordList *identities = tl_review_get_list (self, "identity");
  TlRecordList *reviewers = tl_review_get_list (self, "reviewer");

  tl_names_add (names, tl_record_get_text (review, "board"));
  tl_names_add_whole (names, tl_record_get_text (review, "reference"));

  for (guint i = 0; i < tl_record_list_get_n (identities); i++)
    {
      TlRecord *identity = tl_record_list_get (identities, i);

      tl_names_add (names, tl_record_get_text (identity, "name"));
      tl_names_add (names, tl_record_get_text (identity, "other_names"));
    }
  for (guint i = 0; i < tl_record_list_get_n (reviewers); i++)
    {
      TlRecord *reviewer = tl_record_list_get (reviewers, i);

      tl_names_add (names, tl_record_get_text (reviewer, "boards"));
      tl_names_add (names, tl_record_get_text (reviewer, "boards_reviewed"));
      tl_names_add_whole (names, tl_record_get_text (reviewer, "number"));
    }
  return names;
}
