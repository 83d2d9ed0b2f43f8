/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences and labels in the words of the profile that a review has now. */
#include "config.h"

#include "model/review/tl-review-terms.h"

#include "model/terms/tl-terms-phrase.h"

/**
 * tl_review_dup_terms:
 * @review: a review
 *
 * Returns: (transfer full): its profile; another where that can't be found, which is no reason to say nothing
 */
TlTerms *
tl_review_dup_terms (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  const char *profile = tl_record_get_text (tl_review_get_subject (review), "profile");
  TlTerms *terms = profile != NULL ? tl_terms_lookup (profile, NULL) : NULL;

  return terms != NULL ? terms : tl_terms_lookup (TL_TERMS_DEFAULT, NULL);
}

/**
 * tl_review_dup_phrase:
 * @review: a review
 * @text: as for tl_terms_dup_phrase()
 *
 * Returns: (transfer full): @text in the words of the profile of @review
 */
char *
tl_review_dup_phrase (TlReview   *review,
                      const char *text)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && text != NULL, NULL);

  g_autoptr (TlTerms) terms = tl_review_dup_terms (review);
  return tl_terms_dup_phrase (terms, text);
}

/**
 * tl_review_dup_declared:
 * @review: a review
 * @label: as for tl_terms_dup_declared()
 *
 * Returns: (transfer full): @label in the words of the profile of @review
 */
char *
tl_review_dup_declared (TlReview   *review,
                        const char *label)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && label != NULL, NULL);

  g_autoptr (TlTerms) terms = tl_review_dup_terms (review);
  return tl_terms_dup_declared (terms, label);
}
