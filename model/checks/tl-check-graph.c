/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of a review as its method reads it, with the evidence by claim: what rules ask for again and again. */
#include "config.h"

#include "model/checks/tl-check-graph.h"

static int
find_level (TlMethod   *method,
            const char *key)
{
  return method != NULL && key != NULL ? tl_method_find_level (method, key) : TL_CHECK_NO_LEVEL;
}

static TlFactorRole
find_role (TlMethod   *method,
           const char *key)
{
  const TlMethodEntry *entry
    = method != NULL && key != NULL ? tl_method_find_entry (method, TL_VOCABULARY_FACTOR_KIND, key) : NULL;

  return entry != NULL ? entry->factor_role : TL_FACTOR_ROLE_FACTOR;
}

static void
read_factors (TlCheckGraph *self,
              TlMethod     *method)
{
  self->n_factors = tl_graph_get_n_factors (self->links);
  self->factors = g_new0 (TlCheckFactor, self->n_factors);
  for (guint i = 0; i < self->n_factors; i++)
    {
      TlCheckFactor *factor = &self->factors[i];

      factor->record = tl_graph_get_factor (self->links, i);
      factor->level = find_level (method, tl_record_get_text (factor->record, "level"));
      factor->role = find_role (method, tl_record_get_text (factor->record, "kind"));
      tl_graph_get_causes (self->links, i, &factor->n_causes);
    }
}

/* _tl_check_graph_new: (transfer full): the graph of @review as @method reads it; valid until the review changes */
TlCheckGraph *
_tl_check_graph_new (TlReview *review,
                     TlMethod *method)
{
  TlCheckGraph *self = g_new0 (TlCheckGraph, 1);

  self->links = tl_graph_new (review, TL_GRAPH_DEFAULT);
  read_factors (self, method);
  return self;
}

void
_tl_check_graph_free (TlCheckGraph *self)
{
  tl_graph_free (self->links);
  g_free (self->factors);
  g_free (self);
}

/* _tl_check_is_claim: whether somebody holds that one factor contributes to another */
gboolean
_tl_check_is_claim (const TlGraphLink *link)
{
  return !link->rejected && link->cause != link->effect;
}
