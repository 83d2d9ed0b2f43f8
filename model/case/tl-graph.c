/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The factors and links of a review as arrays, for whoever walks along them. Everything here takes time in proportion
 * to the graph and no recursion, since a chain may be as long as the graph. */
#include "config.h"

#include "model/case/tl-graph.h"

#include <string.h>

#include "model/base/tl-hash.h"

/* Where a factor's links stand in `causes` and in `effects`. */
typedef struct {
  guint first_cause;
  guint n_causes;
  guint first_effect;
  guint n_effects;
} Stretch;

/* Where a factor is found by its id. */
typedef struct {
  guint hash;
  guint factor; /* position + 1, or 0 where none is */
} Place;

struct _TlGraph
{
  TlGraphFlags flags;
  gboolean     keeps; /* a reference to each of its records */

  /* Owned */
  TlRecord    **factors; /* NULL in a graph that is not of a review */
  Place        *places;
  guint         n_places; /* a power of two, and more than twice the factors */
  TlGraphLink  *links;
  guint        *causes;  /* positions of links, grouped by effect */
  guint        *effects; /* the same, grouped by cause */
  Stretch      *stretches;
  guint         n_factors;
  guint         n_links;
};

/* Where the fields of a link stand, found once by name. */
typedef struct {
  guint cause;
  guint effect;
  guint sign;
  guint state;
} LinkFields;

static TlGraph *
graph_alloc (TlGraphFlags flags,
             guint        n_factors,
             guint        n_links)
{
  TlGraph *self = g_new0 (TlGraph, 1);

  self->flags = flags;
  self->n_factors = n_factors;
  self->links = g_new (TlGraphLink, n_links);
  return self;
}

/* A factor that contributes to itself says nothing about the graph. */
static gboolean
leads_on (const TlGraph     *self,
          const TlGraphLink *link)
{
  return link->cause != link->effect && (!link->rejected || (self->flags & TL_GRAPH_WITH_REJECTED) != 0);
}

/* Both groups keep the order of the links. */
static void
group_links (TlGraph *self)
{
  guint first_cause = 0, first_effect = 0;

  self->stretches = g_new0 (Stretch, self->n_factors);
  self->causes = g_new (guint, self->n_links);
  self->effects = g_new (guint, self->n_links);
  for (guint i = 0; i < self->n_links; i++)
    {
      const TlGraphLink *link = &self->links[i];

      if (!leads_on (self, link))
        continue;
      self->stretches[link->effect].n_causes++;
      self->stretches[link->cause].n_effects++;
    }
  for (guint i = 0; i < self->n_factors; i++)
    {
      Stretch *stretch = &self->stretches[i];

      stretch->first_cause = first_cause;
      stretch->first_effect = first_effect;
      first_cause += stretch->n_causes;
      first_effect += stretch->n_effects;
      stretch->n_causes = stretch->n_effects = 0;
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      const TlGraphLink *link = &self->links[i];

      if (!leads_on (self, link))
        continue;
      Stretch *effect = &self->stretches[link->effect], *cause = &self->stretches[link->cause];
      self->causes[effect->first_cause + effect->n_causes++] = i;
      self->effects[cause->first_effect + cause->n_effects++] = i;
    }
}

static TlGraphSign
read_sign (const char *sign)
{
  if (sign == NULL)
    return TL_GRAPH_SIGN_UNKNOWN;
  return strcmp (sign, "plus") == 0 ? TL_GRAPH_SIGN_PLUS : TL_GRAPH_SIGN_MINUS;
}

/* The place of a factor with @id: where it is, or the free one where it belongs. */
static Place *
find_place (const TlGraph *self,
            const char    *id,
            guint          hash)
{
  guint i = hash & (self->n_places - 1);

  while (self->places[i].factor != 0
         && (self->places[i].hash != hash
             || strcmp (tl_record_get_id (self->factors[self->places[i].factor - 1]), id) != 0))
    i = (i + 1) & (self->n_places - 1);
  return &self->places[i];
}

static void
read_factors (TlGraph      *self,
              TlRecordList *factors)
{
  self->factors = g_new (TlRecord *, self->n_factors);
  for (self->n_places = 2; self->n_places <= 2 * self->n_factors; self->n_places *= 2)
    ;
  self->places = g_new0 (Place, self->n_places);
  for (guint i = 0; i < self->n_factors; i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);
      const char *id = tl_record_get_id (factor);
      guint hash = tl_hash_text (id);

      *find_place (self, id, hash) = (Place) { hash, i + 1 };
      self->factors[i] = self->keeps ? g_object_ref (factor) : factor;
    }
}

static LinkFields
find_fields (const TlKind *link)
{
  return (LinkFields) {
    .cause = (guint) tl_kind_find_field_index (link, "cause"),
    .effect = (guint) tl_kind_find_field_index (link, "effect"),
    .sign = (guint) tl_kind_find_field_index (link, "sign"),
    .state = (guint) tl_kind_find_field_index (link, "state"),
  };
}

static const char *
get_text (TlRecord *record,
          guint     field)
{
  return tl_value_get_text (tl_record_get_value (record, field));
}

static void
read_links (TlGraph      *self,
            TlRecordList *links)
{
  const LinkFields fields = find_fields (tl_record_list_get_kind (links));
  guint n = tl_record_list_get_n (links);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *record = tl_record_list_get (links, i);
      const char *state = get_text (record, fields.state);
      TlGraphLink link = {
        .cause = tl_graph_find_factor (self, get_text (record, fields.cause)),
        .effect = tl_graph_find_factor (self, get_text (record, fields.effect)),
        .sign = read_sign (get_text (record, fields.sign)),
        .rejected = state != NULL && strcmp (state, "rejected") == 0,
      };

      if (link.cause == TL_GRAPH_NONE || link.effect == TL_GRAPH_NONE)
        continue;
      link.record = self->keeps ? g_object_ref (record) : record;
      self->links[self->n_links++] = link;
    }
}

/**
 * tl_graph_new:
 * @flags: without %TL_GRAPH_WITH_REJECTED, rejected links are there but nothing walks along them
 *
 * Factors and links stand in the order of the review's lists; a link without both ends is left out.
 *
 * Returns: (transfer full): the graph of @review as it is now
 */
TlGraph *
tl_graph_new (TlReview    *review,
              TlGraphFlags flags)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecordList *factors = tl_review_get_list (review, "factor");
  TlRecordList *links = tl_review_get_list (review, "link");
  TlGraph *self = graph_alloc (flags, tl_record_list_get_n (factors), tl_record_list_get_n (links));

  self->keeps = (flags & TL_GRAPH_BORROWING) == 0;
  read_factors (self, factors);
  read_links (self, links);
  group_links (self);
  return self;
}

/**
 * tl_graph_new_from_links:
 * @links: between factors below @n_factors; their records are not looked at
 *
 * Returns: (transfer full): a graph that is not of a review
 */
TlGraph *
tl_graph_new_from_links (guint              n_factors,
                         const TlGraphLink *links,
                         guint              n_links,
                         TlGraphFlags       flags)
{
  TlGraph *self = graph_alloc (flags, n_factors, n_links);

  for (guint i = 0; i < n_links; i++)
    {
      TlGraphLink link = links[i];

      g_return_val_if_fail (link.cause < n_factors && link.effect < n_factors, self);
      link.record = NULL;
      self->links[self->n_links++] = link;
    }
  group_links (self);
  return self;
}

void
tl_graph_free (TlGraph *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->keeps && i < self->n_factors; i++)
    g_object_unref (self->factors[i]);
  for (guint i = 0; self->keeps && i < self->n_links; i++)
    g_object_unref (self->links[i].record);
  g_free (self->factors);
  g_free (self->places);
  g_free (self->links);
  g_free (self->causes);
  g_free (self->effects);
  g_free (self->stretches);
  g_free (self);
}

guint
tl_graph_get_n_factors (const TlGraph *self)
{
  return self->n_factors;
}

/**
 * tl_graph_get_factor:
 *
 * Returns: (nullable): the record; %NULL in a graph that is not of a review
 */
TlRecord *
tl_graph_get_factor (const TlGraph *self,
                     guint          factor)
{
  return self->factors != NULL && factor < self->n_factors ? self->factors[factor] : NULL;
}

/**
 * tl_graph_find_factor:
 * @id: (nullable): an id
 *
 * Returns: the position of the factor with @id, or %TL_GRAPH_NONE
 */
guint
tl_graph_find_factor (const TlGraph *self,
                      const char    *id)
{
  return id != NULL && self->n_places > 0 ? find_place (self, id, tl_hash_text (id))->factor - 1 : TL_GRAPH_NONE;
}

guint
tl_graph_get_n_links (const TlGraph *self)
{
  return self->n_links;
}

const TlGraphLink *
tl_graph_get_link (const TlGraph *self,
                   guint          link)
{
  g_return_val_if_fail (link < self->n_links, NULL);

  return &self->links[link];
}

/**
 * tl_graph_get_causes:
 * @n_links: (out): how many
 *
 * Returns: (array length=n_links): positions of the links that lead to @factor
 */
const guint *
tl_graph_get_causes (const TlGraph *self,
                     guint          factor,
                     guint         *n_links)
{
  *n_links = 0;
  g_return_val_if_fail (factor < self->n_factors, NULL);

  *n_links = self->stretches[factor].n_causes;
  return &self->causes[self->stretches[factor].first_cause];
}

/**
 * tl_graph_get_effects:
 * @n_links: (out): how many
 *
 * Returns: (array length=n_links): positions of the links that lead away from @factor
 */
const guint *
tl_graph_get_effects (const TlGraph *self,
                      guint          factor,
                      guint         *n_links)
{
  *n_links = 0;
  g_return_val_if_fail (factor < self->n_factors, NULL);

  *n_links = self->stretches[factor].n_effects;
  return &self->effects[self->stretches[factor].first_effect];
}

/**
 * tl_graph_measure_steps:
 * @starts: positions of factors
 * @direction: whether to walk to causes or to effects
 * @max_steps: how far; %G_MAXUINT for all the way
 *
 * Returns: (transfer full): for each factor how many links it is away from the nearest of @starts, 0 for these
 *   themselves, or %TL_GRAPH_NONE if it can't be reached or is farther away than @max_steps
 */
guint *
tl_graph_measure_steps (const TlGraph   *self,
                        const guint     *starts,
                        guint            n_starts,
                        TlGraphDirection direction,
                        guint            max_steps)
{
  guint *steps = g_new (guint, self->n_factors);
  g_autofree guint *queue = g_new (guint, self->n_factors);
  guint n = 0;

  for (guint i = 0; i < self->n_factors; i++)
    steps[i] = TL_GRAPH_NONE;
  for (guint i = 0; i < n_starts; i++)
    if (steps[starts[i]] == TL_GRAPH_NONE)
      {
        steps[starts[i]] = 0;
        queue[n++] = starts[i];
      }
  for (guint next = 0; next < n && steps[queue[next]] < max_steps; next++)
    {
      guint n_links;
      const guint *links = direction == TL_GRAPH_CAUSES ? tl_graph_get_causes (self, queue[next], &n_links)
                                                        : tl_graph_get_effects (self, queue[next], &n_links);

      for (guint i = 0; i < n_links; i++)
        {
          const TlGraphLink *link = tl_graph_get_link (self, links[i]);
          guint other = direction == TL_GRAPH_CAUSES ? link->cause : link->effect;

          if (steps[other] == TL_GRAPH_NONE)
            {
              steps[other] = steps[queue[next]] + 1;
              queue[n++] = other;
            }
        }
    }
  return steps;
}
