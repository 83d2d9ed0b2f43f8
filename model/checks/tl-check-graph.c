/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of a review as its method reads it: what rules ask for again and again. Fields are found by name once, and
 * read once of each factor and link. */
#include "config.h"

#include "model/checks/tl-check-graph.h"

#include <string.h>

/* The keys of a method of one sort; none where there is no method. */
typedef struct {
  const TlMethodEntry *entries;
  guint                n;
} Keys;

static Keys
get_keys (TlMethod    *method,
          TlVocabulary vocabulary)
{
  Keys keys = { NULL, 0 };

  if (method != NULL)
    keys.entries = tl_method_get_entries (method, vocabulary, &keys.n);
  return keys;
}

/* Most keys of a method differ in their first letter. */
static const TlMethodEntry *
find_key (const Keys *keys,
          const char *key)
{
  for (guint i = 0; key != NULL && i < keys->n; i++)
    if (keys->entries[i].key[0] == key[0] && strcmp (keys->entries[i].key, key) == 0)
      return &keys->entries[i];
  return NULL;
}

/* A level may also stand there as its number. */
static int
find_level (TlMethod   *method,
            const Keys *levels,
            const char *key)
{
  const TlMethodEntry *known = find_key (levels, key);

  if (known != NULL)
    return (int) (known - levels->entries);
  return method != NULL && key != NULL ? tl_method_find_level (method, key) : TL_CHECK_NO_LEVEL;
}

static guint
find_field (const TlKind *kind,
            const char   *name)
{
  return (guint) tl_kind_find_field_index (kind, name);
}

static const char *
get_text (TlRecord *record,
          guint     field)
{
  return tl_value_get_text (tl_record_get_value (record, field));
}

static void
read_factors (TlCheckGraph *self,
              TlMethod     *method)
{
  const TlKind *factor_kind = tl_kind_lookup ("factor");
  const guint kind = find_field (factor_kind, "kind"), level = find_field (factor_kind, "level");
  const guint episodes = find_field (factor_kind, "episodes");
  const guint completeness = find_field (factor_kind, "completeness");
  const Keys levels = get_keys (method, TL_VOCABULARY_LEVEL);
  const Keys kinds = get_keys (method, TL_VOCABULARY_FACTOR_KIND);

  self->n_factors = tl_graph_get_n_factors (self->shape);
  self->factors = g_new (TlCheckFactor, self->n_factors);
  for (guint i = 0; i < self->n_factors; i++)
    {
      TlCheckFactor *factor = &self->factors[i];
      TlRecord *record = tl_graph_get_factor (self->shape, i);
      const char *level_key = get_text (record, level);
      const TlMethodEntry *entry = find_key (&kinds, get_text (record, kind));

      factor->record = record;
      factor->role = entry != NULL ? entry->factor_role : TL_FACTOR_ROLE_FACTOR;
      factor->level = find_level (method, &levels, level_key);
      factor->says_level = level_key != NULL;
      factor->in_episode = tl_record_get_value (record, episodes)->type == TL_VALUE_LIST;
      factor->completeness = get_text (record, completeness);
      tl_graph_get_causes (self->shape, i, &factor->n_causes);
    }
}

static void
read_links (TlCheckGraph *self)
{
  const TlKind *link_kind = tl_kind_lookup ("link");
  const guint kind = find_field (link_kind, "kind"), state = find_field (link_kind, "state");
  const guint test_answer = find_field (link_kind, "test_answer");

  self->n_links = tl_graph_get_n_links (self->shape);
  self->links = g_new (TlCheckLink, self->n_links);
  for (guint i = 0; i < self->n_links; i++)
    {
      const TlGraphLink *link = tl_graph_get_link (self->shape, i);

      self->links[i] = (TlCheckLink) {
        .record = link->record,
        .cause = link->cause,
        .effect = link->effect,
        .rejected = link->rejected,
        .is_claim = !link->rejected && link->cause != link->effect,
        .says_sign = link->sign != TL_GRAPH_SIGN_UNKNOWN,
        .kind = get_text (link->record, kind),
        .state = get_text (link->record, state),
        .test_answer = get_text (link->record, test_answer),
      };
    }
}

/* _tl_check_graph_new: (transfer full): the graph of @review as @method reads it; valid until the review changes */
TlCheckGraph *
_tl_check_graph_new (TlReview *review,
                     TlMethod *method)
{
  TlCheckGraph *self = g_new0 (TlCheckGraph, 1);

  self->shape = tl_graph_new (review, TL_GRAPH_BORROWING);
  read_factors (self, method);
  read_links (self);
  return self;
}

void
_tl_check_graph_free (TlCheckGraph *self)
{
  tl_graph_free (self->shape);
  g_free (self->factors);
  g_free (self->links);
  g_free (self);
}
