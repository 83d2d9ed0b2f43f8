/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on evidence: what rests on which extract of a source. */
#include "config.h"

#include "model/case/tl-evidence-edit.h"

/* (transfer none) (nullable): the evidence that @extract_id is for @claim_id already */
static TlRecord *
find_support (TlReview   *review,
              const char *extract_id,
              const char *claim_id)
{
  g_autoptr (GPtrArray) supports = tl_review_get_referrers (review, claim_id, "support", "target");

  for (guint i = 0; i < supports->len; i++)
    if (g_strcmp0 (tl_record_get_text (g_ptr_array_index (supports, i), "extract"), extract_id) == 0)
      return g_ptr_array_index (supports, i);
  return NULL;
}

/**
 * tl_evidence_edit_attach:
 * @edit: an edit
 * @review: the review that is edited
 * @extract_id: an extract
 * @claim_id: a factor or link
 * @against: whether it speaks against the claim
 * @error: return location
 *
 * Makes an extract evidence for or against a claim. What is attached to the claim already is turned, and keeps its
 * note: one extract stands beside a claim once.
 *
 * Returns: (transfer full) (nullable): the id of the evidence
 */
char *
tl_evidence_edit_attach (TlEdit      *edit,
                         TlReview    *review,
                         const char  *extract_id,
                         const char  *claim_id,
                         gboolean     against,
                         GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review), NULL);
  g_return_val_if_fail (extract_id != NULL && claim_id != NULL, NULL);

  TlRecord *support = find_support (review, extract_id, claim_id);
  g_autofree char *id = support != NULL ? g_strdup (tl_record_get_id (support))
                                        : tl_edit_add (edit, "support", NULL, error);

  gboolean done = id != NULL
                  && (support != NULL
                      || (tl_edit_set (edit, id, "extract", extract_id, error)
                          && tl_edit_set (edit, id, "target", claim_id, error)))
                  && tl_edit_set (edit, id, "stance", against ? "against" : "for", error);
  return done ? g_steal_pointer (&id) : NULL;
}
