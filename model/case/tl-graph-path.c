/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways from one factor to another along links. What is promising is followed first, so that the shortest ways come
 * first and a search that is given up has not missed them. */
#include "config.h"

#include "model/case/tl-graph-path.h"

/* So many beginnings of ways are followed before a search gives up. */
#define MAX_BEGINNINGS 200000

/* A link and what leads up to it: each beginning of a way is one of these. */
typedef struct {
  guint link;
  guint before; /* position of another, or TL_GRAPH_NONE */
  guint length; /* in links */
} Beginning;

typedef struct {
  const TlGraph *graph;
  guint          from;
  guint          to;
  const guint   *left;       /* for each factor, how many links it is from the end at least */
  GArray        *beginnings; /* all that were met, the abandoned too, since others go on from them */
  GPtrArray     *waiting;    /* by the length they can have at least, positions of beginnings */
} Search;

static const Beginning *
get_beginning (const Search *search,
               guint         position)
{
  return &g_array_index (search->beginnings, Beginning, position);
}

static void
put (Search *search,
     guint   link,
     guint   before)
{
  guint left = search->left[tl_graph_get_link (search->graph, link)->effect];
  guint length = before == TL_GRAPH_NONE ? 1 : get_beginning (search, before)->length + 1;
  Beginning beginning = { link, before, length };
  guint position = search->beginnings->len;

  g_array_append_val (search->beginnings, beginning);
  while (search->waiting->len <= length + left)
    g_ptr_array_add (search->waiting, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_array_append_val (g_ptr_array_index (search->waiting, length + left), position);
}

/* Whether the way up to @position passes through @factor. */
static gboolean
passes (const Search *search,
        guint         position,
        guint         factor)
{
  if (factor == search->from)
    return TRUE;
  for (; position != TL_GRAPH_NONE; position = get_beginning (search, position)->before)
    {
      if (tl_graph_get_link (search->graph, get_beginning (search, position)->link)->effect == factor)
        return TRUE;
    }
  return FALSE;
}

static void
go_on (Search *search,
       guint   factor,
       guint   before)
{
  guint n_links;
  const guint *links = tl_graph_get_effects (search->graph, factor, &n_links);

  /* The last is followed first; so the order of the links is kept. */
  for (guint i = n_links; i > 0; i--)
    {
      guint effect = tl_graph_get_link (search->graph, links[i - 1])->effect;

      if (search->left[effect] != TL_GRAPH_NONE && !passes (search, before, effect))
        put (search, links[i - 1], before);
    }
}

static GArray *
trace (const Search *search,
       guint         position)
{
  guint length = get_beginning (search, position)->length;
  GArray *path = g_array_sized_new (FALSE, FALSE, sizeof (guint), length);

  g_array_set_size (path, length);
  for (guint i = length; i > 0; i--)
    {
      g_array_index (path, guint, i - 1) = get_beginning (search, position)->link;
      position = get_beginning (search, position)->before;
    }
  return path;
}

/* A beginning can never become shorter than the ones of its length, so one round over the lengths does. */
static void
follow (Search    *search,
        GPtrArray *paths,
        guint      max_paths,
        gboolean  *cut_off)
{
  for (guint length = 0; length < search->waiting->len; length++)
    {
      GArray *waiting = g_ptr_array_index (search->waiting, length);

      while (waiting->len > 0)
        {
          guint position = g_array_index (waiting, guint, waiting->len - 1);
          guint effect = tl_graph_get_link (search->graph, get_beginning (search, position)->link)->effect;

          if (paths->len == max_paths || search->beginnings->len >= MAX_BEGINNINGS)
            {
              *cut_off = TRUE;
              return;
            }
          g_array_set_size (waiting, waiting->len - 1);
          if (effect == search->to)
            g_ptr_array_add (paths, trace (search, position));
          else
            go_on (search, effect, position);
        }
    }
}

/**
 * tl_graph_find_paths:
 * @from: position of a factor
 * @to: position of another
 * @max_paths: how many at most
 * @cut_off: (out) (optional): whether there may be more: @max_paths were found, or the search was given up because the
 *   graph is too entangled
 *
 * Two links between the same factors make two paths.
 *
 * Returns: (transfer full) (element-type GArray): the paths from @from to @to that pass no factor twice, each as the
 *   positions of its links; shorter ones first
 */
GPtrArray *
tl_graph_find_paths (const TlGraph *self,
                     guint          from,
                     guint          to,
                     guint          max_paths,
                     gboolean      *cut_off)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gboolean gave_up = FALSE;

  if (cut_off != NULL)
    *cut_off = FALSE;
  g_return_val_if_fail (from < tl_graph_get_n_factors (self) && to < tl_graph_get_n_factors (self), paths);
  if (from == to)
    return paths;

  g_autofree guint *left = tl_graph_measure_steps (self, &to, 1, TL_GRAPH_CAUSES, G_MAXUINT);
  g_autoptr (GArray) beginnings = g_array_new (FALSE, FALSE, sizeof (Beginning));
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Search search = { self, from, to, left, beginnings, waiting };

  go_on (&search, from, TL_GRAPH_NONE);
  follow (&search, paths, max_paths, &gave_up);
  if (cut_off != NULL)
    *cut_off = gave_up;
  return paths;
}

/**
 * tl_graph_find_shortest_path:
 *
 * Returns: (transfer full) (nullable): the positions of the links of one of the shortest paths from @from to @to
 */
GArray *
tl_graph_find_shortest_path (const TlGraph *self,
                             guint          from,
                             guint          to)
{
  g_return_val_if_fail (from < tl_graph_get_n_factors (self) && to < tl_graph_get_n_factors (self), NULL);

  g_autofree guint *left = tl_graph_measure_steps (self, &to, 1, TL_GRAPH_CAUSES, G_MAXUINT);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

  if (from == to || left[from] == TL_GRAPH_NONE)
    return NULL;
  while (from != to)
    {
      guint n_links;
      const guint *link = tl_graph_get_effects (self, from, &n_links);

      while (left[tl_graph_get_link (self, *link)->effect] != left[from] - 1)
        link++;
      g_array_append_val (path, *link);
      from = tl_graph_get_link (self, *link)->effect;
    }
  return g_steal_pointer (&path);
}
