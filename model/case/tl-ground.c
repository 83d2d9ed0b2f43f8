/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a claim rests on: how much, on whose word, and whether anybody could have known it at the time. */
#include "config.h"

#include "model/case/tl-ground.h"

#include "model/case/tl-figure.h"

static gboolean
get_date (TlRecord   *record,
          const char *field,
          TlDate     *date)
{
  return record != NULL && tl_date_parse (tl_record_get_text (record, field), date);
}

static void
find_then (TlReview *review,
           TlRecord *claim,
           TlGround *ground)
{
  TlRecord *factor
      = tl_record_is (claim, "link") ? tl_review_lookup (review, tl_record_get_text (claim, "effect")) : claim;

  ground->dated = get_date (factor, "known_from", &ground->then)
                  || get_date (tl_review_get_subject (review), "index_event", &ground->then);
}

static gboolean
is_later (TlKnowledge    *knowledge,
          TlRecord       *record,
          const TlGround *ground)
{
  const TlKnown *known = tl_knowledge_find_anyone (knowledge, tl_record_get_id (record));
  gint64 earliest, latest;

  if (!ground->dated || known == NULL || known->through == NULL)
    return FALSE;
  tl_date_get_bounds (&ground->then, &earliest, &latest);
  return known->span.earliest > latest;
}

/**
 * tl_ground_get_voice:
 * @review: a review
 * @record: an extract, account or local figure
 *
 * Returns: (transfer none): the id of whose word @record is; what is no role's speaks for itself
 */
const char *
tl_ground_get_voice (TlReview *review,
                     TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlRecord *source
      = tl_record_is (record, "extract") ? tl_review_lookup (review, tl_record_get_text (record, "source")) : record;
  const char *role = source != NULL && !tl_record_is (source, "figure") ? tl_record_get_text (source, "role") : NULL;

  return role != NULL ? role : tl_record_get_id (source != NULL ? source : record);
}

static void
add_ground (TlReview    *review,
            TlKnowledge *knowledge,
            TlRecord    *record,
            GHashTable  *voices,
            TlGround    *ground)
{
  ground->n_for++;
  if (record == NULL)
    return;
  g_hash_table_add (voices, (gpointer) tl_ground_get_voice (review, record));
  ground->n_later += is_later (knowledge, record, ground);
}

/**
 * tl_ground_weigh:
 * @review: a review
 * @knowledge: what was known in it, and when
 * @claim: a factor or link
 * @ground: (out caller-allocates): what @claim rests on
 */
void
tl_ground_weigh (TlReview    *review,
                 TlKnowledge *knowledge,
                 TlRecord    *claim,
                 TlGround    *ground)
{
  g_return_if_fail (TL_IS_REVIEW (review) && knowledge != NULL && TL_IS_RECORD (claim) && ground != NULL);

  g_autoptr (GPtrArray) supports = tl_review_get_referrers (review, tl_record_get_id (claim), "support", "target");
  g_autoptr (GHashTable) voices = g_hash_table_new (g_str_hash, g_str_equal);

  *ground = (TlGround) { 0 };
  find_then (review, claim, ground);
  for (guint i = 0; i < supports->len; i++)
    {
      TlRecord *support = g_ptr_array_index (supports, i);

      if (g_strcmp0 (tl_record_get_text (support, "stance"), "against") == 0)
        ground->n_against++;
      else
        add_ground (review, knowledge, tl_review_lookup (review, tl_record_get_text (support, "extract")), voices,
                    ground);
    }
  if (tl_record_is (claim, "factor"))
    {
      g_autoptr (GPtrArray) figures = tl_figure_list_for (review, claim);
      const char *const *accounts = tl_record_get_list (claim, "accounts");

      for (guint i = 0; accounts[i] != NULL; i++)
        add_ground (review, knowledge, tl_review_lookup (review, accounts[i]), voices, ground);
      for (guint i = 0; i < figures->len; i++)
        if (tl_figure_is_against (figures->pdata[i], claim))
          ground->n_against++;
        else
          add_ground (review, knowledge, figures->pdata[i], voices, ground);
    }
  ground->n_voices = g_hash_table_size (voices);
}

/**
 * tl_ground_is_only_later:
 *
 * Returns: whether all that speaks for the claim came to be known after the time that the claim is about
 */
gboolean
tl_ground_is_only_later (const TlGround *ground)
{
  return ground->n_for > 0 && ground->n_later == ground->n_for;
}
