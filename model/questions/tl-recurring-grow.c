/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grows connected sub-graphs of codes that several reviews share, link by link: those that share a larger one are among
 * those that share what it grew from. Each is reached once (Wernicke, "Efficient detection of network motifs", 2006: a
 * link is only added if it comes later than the first and did not touch the sub-graph before). Then those that chance
 * gives are set aside, and one that nearly always comes as part of a larger one is merged into it. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-recurring-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/questions/tl-chance.h"

/* More shared sub-graphs than this are not gone through. */
#define MAX_SHAPES 50000

/* A link that comes to a sub-graph by chance as often as this is not gone on with. */
#define PROMISING 1e-3

/* A sub-graph is merged into a larger one that so many of a hundred of its reviews share. */
#define MERGED_PERCENT 80

typedef struct {
  const TlCodeGraphs *graphs;
  guint               min;
  guint               n_links;
  gboolean           *touch;  /* by link and link: whether they have a code in common */
  GPtrArray          *shapes;
  GHashTable         *known;  /* its links → shape */
  gboolean            full;
  guint               n_tried; /* how often a link was held to a sub-graph */
} Growing;

static void
free_shape (void *data)
{
  TlRecurringShape *shape = data;

  tl_bits_free (shape->reviews);
  g_free (shape);
}

static const TlCodeLink *
link_at (const Growing *self,
         guint          place)
{
  return &g_array_index (self->graphs->links, TlCodeLink, place);
}

static guint
hash_shape (const void *key)
{
  const TlRecurringShape *shape = key;
  guint hash = 5381;

  for (guint i = 0; i < shape->n_links; i++)
    hash = hash * 33 + shape->links[i];
  return hash;
}

static gboolean
equal_shapes (const void *a,
              const void *b)
{
  const TlRecurringShape *one = a, *other = b;

  return one->n_links == other->n_links
         && memcmp (one->links, other->links, one->n_links * sizeof one->links[0]) == 0;
}

/* Links */

static void
find_touching (Growing *self)
{
  self->touch = g_new0 (gboolean, (gsize) self->n_links * self->n_links + 1);
  for (guint i = 0; i < self->n_links; i++)
    for (guint j = 0; j < self->n_links; j++)
      {
        const TlCodeLink *one = link_at (self, i), *other = link_at (self, j);

        self->touch[(gsize) i * self->n_links + j] = one->cause == other->cause || one->cause == other->effect
                                                     || one->effect == other->cause || one->effect == other->effect;
      }
}

static gboolean
touches (const Growing          *self,
         const TlRecurringShape *shape,
         guint                   place)
{
  for (guint i = 0; i < shape->n_links; i++)
    if (self->touch[(gsize) shape->links[i] * self->n_links + place])
      return TRUE;
  return FALSE;
}

static int
compare_places (const void *a,
                const void *b)
{
  return (int) *(const guint16 *) a - (int) *(const guint16 *) b;
}

static TlRecurringShape *
add_shape (Growing                *self,
           const TlRecurringShape *before,
           guint                   place,
           TlBits                 *reviews,
           guint                   n_reviews)
{
  TlRecurringShape *shape = g_new0 (TlRecurringShape, 1);

  if (before != NULL)
    memcpy (shape->links, before->links, sizeof shape->links);
  shape->n_links = before != NULL ? before->n_links : 0;
  shape->links[shape->n_links++] = (guint16) place;
  qsort (shape->links, shape->n_links, sizeof shape->links[0], compare_places);
  shape->reviews = reviews;
  shape->n_reviews = n_reviews;
  g_ptr_array_add (self->shapes, shape);
  g_hash_table_add (self->known, shape);
  self->full |= self->shapes->len > MAX_SHAPES;
  return shape;
}

/* Chance */

/* What of the codes of a link the rest has too: of the reviews with those, what share has the link? */
static double
share_of_link (const Growing          *self,
               const TlRecurringShape *rest,
               guint                   place)
{
  const TlCodeLink *link = link_at (self, place);
  gboolean has_cause = FALSE, has_effect = FALSE;

  for (guint i = 0; i < rest->n_links; i++)
    {
      const TlCodeLink *other = link_at (self, rest->links[i]);

      has_cause |= other->cause == link->cause || other->effect == link->cause;
      has_effect |= other->cause == link->effect || other->effect == link->effect;
    }

  const TlBits *causes = self->graphs->codes[link->cause], *effects = self->graphs->codes[link->effect];
  guint n = has_cause && has_effect ? tl_bits_count_both (causes, effects)
            : has_cause             ? tl_bits_count (causes)
                                    : tl_bits_count (effects);

  return n > 0 ? (double) link->n_reviews / n : 0;
}

/* Growing */

static void grow (Growing                *self,
                  const TlRecurringShape *shape,
                  guint                   first,
                  const GArray           *open);

/* Adds a link, and goes on with those that are still open and those that it brings. */
static void
grow_by (Growing                *self,
         const TlRecurringShape *shape,
         guint                   first,
         const GArray           *open,
         guint                   at)
{
  guint place = g_array_index (open, guint, at);
  guint n = tl_bits_count_both (shape->reviews, link_at (self, place)->reviews);

  if (n < self->min || self->full)
    return;
  self->n_tried++;
  if (tl_chance_binomial_tail (n, shape->n_reviews, share_of_link (self, shape, place)) > PROMISING)
    return;

  TlBits *reviews = tl_bits_copy (shape->reviews);
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_bits_and (reviews, link_at (self, place)->reviews);
  g_array_append_vals (next, &g_array_index (open, guint, 0), at);
  for (guint i = first + 1; i < self->n_links; i++)
    if (self->touch[(gsize) place * self->n_links + i] && i != place && !touches (self, shape, i))
      g_array_append_val (next, i);
  grow (self, add_shape (self, shape, place, reviews, n), first, next);
}

static void
grow (Growing                *self,
      const TlRecurringShape *shape,
      guint                   first,
      const GArray           *open)
{
  if (shape->n_links == TL_RECURRING_MAX_LINKS)
    return;
  for (guint at = open->len; at-- > 0;)
    grow_by (self, shape, first, open, at);
}

static void
grow_all (Growing *self)
{
  for (guint first = 0; first < self->n_links; first++)
    {
      const TlCodeLink *link = link_at (self, first);
      g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

      if (link->n_reviews < self->min)
        continue;
      for (guint i = first + 1; i < self->n_links; i++)
        if (self->touch[(gsize) first * self->n_links + i])
          g_array_append_val (open, i);
      grow (self, add_shape (self, NULL, first, tl_bits_copy (link->reviews), link->n_reviews), first, open);
    }
}

/* Judging */

/* Whether a shape hangs together. */
static gboolean
is_connected (const Growing          *self,
              const TlRecurringShape *shape)
{
  gboolean reached[TL_RECURRING_MAX_LINKS] = { TRUE }, more = TRUE;
  guint n = 1;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < shape->n_links; i++)
        for (guint j = 0; j < shape->n_links && !reached[i]; j++)
          if (reached[j] && self->touch[(gsize) shape->links[i] * self->n_links + shape->links[j]])
            {
              reached[i] = more = TRUE;
              n++;
            }
    }
  return n == shape->n_links;
}

/* The shape without one of its links; it has no reviews. */
static TlRecurringShape
take_out (const TlRecurringShape *shape,
          guint                   at)
{
  TlRecurringShape rest = { .n_links = shape->n_links - 1 };

  for (guint i = 0, n = 0; i < shape->n_links; i++)
    if (i != at)
      rest.links[n++] = shape->links[i];
  return rest;
}

static guint
count_reviews (const Growing          *self,
               const TlRecurringShape *shape)
{
  g_autoptr (TlBits) reviews = tl_bits_copy (link_at (self, shape->links[0])->reviews);

  for (guint i = 1; i < shape->n_links; i++)
    tl_bits_and (reviews, link_at (self, shape->links[i])->reviews);
  return tl_bits_count (reviews);
}

/* Whichever of its links came last: it comes to the rest oftener than where the codes are that they have in common. */
static void
weigh (const Growing    *self,
       TlRecurringShape *shape,
       double            level)
{
  shape->recurs = shape->n_links > 1;
  for (guint at = 0; at < shape->n_links && shape->n_links > 1; at++)
    {
      TlRecurringShape rest = take_out (shape, at);

      if (!is_connected (self, &rest))
        continue;

      double share = share_of_link (self, &rest, shape->links[at]);
      guint n = count_reviews (self, &rest);

      shape->expected = MAX (shape->expected, n * share);
      shape->recurs &= tl_chance_binomial_tail (shape->n_reviews, n, share) < level;
    }
}

static void
merge (const Growing    *self,
       TlRecurringShape *shape)
{
  for (guint at = 0; at < shape->n_links; at++)
    {
      const TlRecurringShape key = take_out (shape, at);
      TlRecurringShape *rest = g_hash_table_lookup (self->known, &key);

      if (rest != NULL && shape->recurs && shape->n_reviews * 100 >= rest->n_reviews * MERGED_PERCENT)
        rest->merged = TRUE;
    }
}

static int
compare_shapes (const void *a,
                const void *b)
{
  const TlRecurringShape *one = *(TlRecurringShape *const *) a, *other = *(TlRecurringShape *const *) b;

  if (one->n_reviews != other->n_reviews)
    return one->n_reviews > other->n_reviews ? -1 : 1;
  if (one->n_links != other->n_links)
    return one->n_links > other->n_links ? -1 : 1;
  return memcmp (one->links, other->links, sizeof one->links);
}

/* All shared sub-graphs of one link and more, the most frequent first; those that recur and were not merged are the
 * answer. %NULL with an error if there are too many. */
GPtrArray *
_tl_recurring_grow (const TlCodeGraphs  *graphs,
                    guint                min,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_shape, equal_shapes);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func (free_shape);
  Growing self = { .graphs = graphs, .min = min, .n_links = graphs->links->len, .shapes = shapes, .known = known };

  if (self.n_links > G_MAXUINT16)
    return NULL;
  find_touching (&self);
  grow_all (&self);
  for (guint i = 0; i < shapes->len && !self.full; i++)
    weigh (&self, shapes->pdata[i], TL_CHANCE_LEVEL / MAX (self.n_tried, 1));
  for (guint i = 0; i < shapes->len && !self.full; i++)
    merge (&self, shapes->pdata[i]);
  g_free (self.touch);
  if (self.full)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE,
                   _("Reviews share more than %u sub-graphs: ask for those that more of them share."), MAX_SHAPES);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_ptr_array_sort (shapes, compare_shapes);
  return g_steal_pointer (&shapes);
}
