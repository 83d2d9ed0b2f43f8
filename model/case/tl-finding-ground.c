/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a finding rests on: followed from its patterns, factors and paths through the graph to the evidence. */
#include "config.h"

#include "model/case/tl-finding-ground.h"

#include "model/case/tl-figure.h"
#include "model/case/tl-ground.h"
#include "model/case/tl-pattern.h"

/* A set that keeps the order in which records come. */
static gboolean
add_once (GPtrArray  *records,
          GHashTable *seen,
          TlRecord   *record)
{
  if (record == NULL || !g_hash_table_add (seen, record))
    return FALSE;
  g_ptr_array_add (records, record);
  return TRUE;
}

static GPtrArray *
find_all (TlReview   *review,
          TlRecord   *record,
          const char *field)
{
  const char *const *ids = tl_record_get_list (record, field);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *named = tl_review_lookup (review, ids[i]);

      if (named != NULL)
        g_ptr_array_add (found, named);
    }
  return found;
}

static void
add_path (TlFindingGround *self,
          TlReview        *review,
          TlRecord        *path,
          GHashTable      *seen)
{
  g_autoptr (GPtrArray) links = find_all (review, path, "links");

  for (guint i = 0; i < links->len; i++)
    {
      TlRecord *link = g_ptr_array_index (links, i);

      add_once (self->links, seen, link);
      add_once (self->factors, seen, tl_review_lookup (review, tl_record_get_text (link, "cause")));
      add_once (self->factors, seen, tl_review_lookup (review, tl_record_get_text (link, "effect")));
    }
}

static void
collect_factors (TlFindingGround *self,
                 TlReview        *review,
                 TlRecord        *finding,
                 GHashTable      *seen)
{
  g_autoptr (GPtrArray) own = find_all (review, finding, "factors");

  for (guint i = 0; i < own->len; i++)
    add_once (self->factors, seen, g_ptr_array_index (own, i));
  for (guint i = 0; i < self->patterns->len; i++)
    {
      g_autoptr (GPtrArray) gathered = tl_pattern_find_factors (review, g_ptr_array_index (self->patterns, i));

      for (guint j = 0; j < gathered->len; j++)
        add_once (self->factors, seen, g_ptr_array_index (gathered, j));
    }
  for (guint i = 0; i < self->paths->len; i++)
    add_path (self, review, g_ptr_array_index (self->paths, i), seen);
}

static void
collect_links (TlFindingGround *self,
               TlReview        *review,
               GHashTable      *seen)
{
  for (guint i = 0; i < self->factors->len; i++)
    {
      const char *id = tl_record_get_id (g_ptr_array_index (self->factors, i));
      g_autoptr (GPtrArray) leading = tl_review_get_referrers (review, id, "link", "cause");

      for (guint j = 0; j < leading->len; j++)
        {
          TlRecord *link = g_ptr_array_index (leading, j);
          TlRecord *effect = tl_review_lookup (review, tl_record_get_text (link, "effect"));

          if (effect != NULL && g_hash_table_contains (seen, effect)
              && g_strcmp0 (tl_record_get_text (link, "state"), "rejected") != 0)
            add_once (self->links, seen, link);
        }
    }
}

static void
add_evidence (TlFindingGround *self,
              TlRecord        *record,
              TlRecord        *claim,
              gboolean         against,
              GHashTable      *seen)
{
  TlFindingEvidence evidence = { record, claim, against };

  if (record == NULL || !g_hash_table_add (seen, record))
    return;
  g_array_append_val (self->evidence, evidence);
  *(against ? &self->n_against : &self->n_for) += 1;
}

static void
collect_evidence (TlFindingGround *self,
                  TlReview        *review,
                  GPtrArray       *claims,
                  gboolean         against,
                  GHashTable      *seen)
{
  for (guint i = 0; i < claims->len; i++)
    {
      TlRecord *claim = g_ptr_array_index (claims, i);
      g_autoptr (GPtrArray) supports
          = tl_review_get_referrers (review, tl_record_get_id (claim), "support", "target");

      for (guint j = 0; j < supports->len; j++)
        {
          TlRecord *support = g_ptr_array_index (supports, j);

          if ((g_strcmp0 (tl_record_get_text (support, "stance"), "against") == 0) == against)
            add_evidence (self, tl_review_lookup (review, tl_record_get_text (support, "extract")), claim, against,
                          seen);
        }
      if (against || !tl_record_is (claim, "factor"))
        continue;

      g_autoptr (GPtrArray) accounts = find_all (review, claim, "accounts");
      for (guint j = 0; j < accounts->len; j++)
        add_evidence (self, g_ptr_array_index (accounts, j), claim, FALSE, seen);
    }
}

/* Local figures speak for factors and for the finding itself. */
static void
collect_figures (TlFindingGround *self,
                 TlReview        *review,
                 TlRecord        *claim,
                 gboolean         against,
                 GHashTable      *seen)
{
  g_autoptr (GPtrArray) figures = tl_figure_list_for (review, claim);

  for (guint i = 0; i < figures->len; i++)
    {
      TlRecord *figure = g_ptr_array_index (figures, i);

      if (tl_figure_is_against (figure, claim) == against)
        add_evidence (self, figure, claim, against, seen);
    }
}

static void
count_voices (TlFindingGround *self,
              TlReview        *review)
{
  g_autoptr (GHashTable) voices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const TlFindingEvidence *evidence = &g_array_index (self->evidence, TlFindingEvidence, i);

      if (!evidence->against)
        g_hash_table_add (voices, (gpointer) tl_ground_get_voice (review, evidence->record));
    }
  self->n_voices = g_hash_table_size (voices);
}

/**
 * tl_finding_ground_new:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: (transfer full): what @finding rests on now; its records are the review's
 */
TlFindingGround *
tl_finding_ground_new (TlReview *review,
                       TlRecord *finding)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding"), NULL);

  TlFindingGround *self = g_new0 (TlFindingGround, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  self->patterns = find_all (review, finding, "patterns");
  self->paths = find_all (review, finding, "paths");
  self->factors = g_ptr_array_new ();
  self->links = g_ptr_array_new ();
  self->evidence = g_array_new (FALSE, FALSE, sizeof (TlFindingEvidence));
  collect_factors (self, review, finding, seen);
  collect_links (self, review, seen);
  for (guint against = 0; against < 2; against++)
    {
      g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

      collect_evidence (self, review, self->factors, against == 1, shown);
      collect_evidence (self, review, self->links, against == 1, shown);
      collect_figures (self, review, finding, against == 1, shown);
      for (guint i = 0; i < self->factors->len; i++)
        collect_figures (self, review, g_ptr_array_index (self->factors, i), against == 1, shown);
    }
  count_voices (self, review);
  return self;
}

/**
 * tl_finding_ground_free:
 * @self: (transfer full): a ground
 */
void
tl_finding_ground_free (TlFindingGround *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->patterns);
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->links);
  g_array_unref (self->evidence);
  g_free (self);
}
