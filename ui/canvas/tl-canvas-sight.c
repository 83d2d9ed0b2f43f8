/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of the graph is looked at: some factors with what leads to them and from them, the paths between two, the loops,
 * or what has certain words. It knows how each factor and link is to be seen, follows the review, and has no widget. */
#include "config.h"

#include "ui/canvas/tl-canvas-sight.h"

#include "model/case/tl-graph-path.h"
#include "ui/canvas/tl-sight-item.h"

/* More than a person steps through. */
#define MAX_PATHS 500
#define MAX_LOOPS 500

struct _TlCanvasSight
{
  GObject parent_instance;

  /* Owned */
  TlReview *review;
  GStrv ids;          /* in focus; or where paths begin and end */
  char *words;        /* that are found */
  GPtrArray *items;
  GHashTable *states; /* of what is not seen as the rest is; keys owned */

  TlSightMode mode;
  TlSightState rest; /* how all else is seen */
  guint steps;
  guint position;
  guint n_shown; /* factors */
  gboolean cut_off;
  gboolean hides_rest;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCanvasSight, tl_canvas_sight, G_TYPE_OBJECT)

static void
set_state (TlCanvasSight *self,
           const char    *id,
           TlSightState   state)
{
  g_hash_table_insert (self->states, g_strdup (id), GUINT_TO_POINTER (state));
}

static void
mark_item (TlCanvasSight     *self,
           const TlSightItem *item)
{
  for (guint i = 0; item->factors[i] != NULL; i++)
    set_state (self, item->factors[i], TL_SIGHT_MARKED);
  for (guint i = 0; item->links[i] != NULL; i++)
    set_state (self, item->links[i], TL_SIGHT_MARKED);
}

/* Matches are all marked all the time; which one it is shows by its being selected. */
static void
mark_items (TlCanvasSight *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (self->mode == TL_SIGHT_MATCHES || self->position == TL_SIGHT_ALL_ITEMS || self->position == i)
      mark_item (self, g_ptr_array_index (self->items, i));
}

/* The ids of whatever of them is still there. */
static GStrv
keep_present (TlCanvasSight     *self,
              const char *const *ids)
{
  g_autoptr (GStrvBuilder) present = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (tl_record_list_find (tl_review_get_list (self->review, "factor"), ids[i]) != NULL)
      g_strv_builder_add (present, ids[i]);
  return g_strv_builder_end (present);
}

static void
look_at_focus (TlCanvasSight *self,
               const TlGraph *graph)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      guint start = tl_graph_find_factor (graph, self->ids[i]);

      if (start != TL_GRAPH_NONE)
        g_array_append_val (starts, start);
    }
  const guint *from = (const guint *) starts->data;
  g_autofree guint *before = tl_graph_measure_steps (graph, from, starts->len, TL_GRAPH_CAUSES, self->steps);
  g_autofree guint *after = tl_graph_measure_steps (graph, from, starts->len, TL_GRAPH_EFFECTS, self->steps);

  for (guint i = 0; i < tl_graph_get_n_factors (graph); i++)
    {
      if (before[i] == TL_GRAPH_NONE && after[i] == TL_GRAPH_NONE)
        continue;
      set_state (self, tl_record_get_id (tl_graph_get_factor (graph, i)),
                 before[i] == 0 ? TL_SIGHT_MARKED : TL_SIGHT_PLAIN);
      self->n_shown++;
    }
  /* A link belongs to it if one walks along it on the way; a rejected one never does. */
  for (guint i = 0; i < tl_graph_get_n_links (graph); i++)
    {
      const TlGraphLink *link = tl_graph_get_link (graph, i);

      if ((before[link->cause] != TL_GRAPH_NONE && before[link->effect] != TL_GRAPH_NONE)
          || (after[link->cause] != TL_GRAPH_NONE && after[link->effect] != TL_GRAPH_NONE))
        set_state (self, tl_record_get_id (link->record), link->rejected ? TL_SIGHT_FADED : TL_SIGHT_PLAIN);
    }
}

static void
collect_paths (TlCanvasSight *self,
               const TlGraph *graph)
{
  guint from = tl_graph_find_factor (graph, self->ids[0]), to = tl_graph_find_factor (graph, self->ids[1]);
  g_autoptr (GPtrArray) paths = tl_graph_find_paths (graph, from, to, MAX_PATHS, &self->cut_off);

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (self->items, tl_sight_item_new_path (graph, g_ptr_array_index (paths, i)));
}

static void
collect_loops (TlCanvasSight *self,
               const TlGraph *graph)
{
  g_autoptr (GPtrArray) loops = tl_graph_find_loops (graph, MAX_LOOPS, &self->cut_off);

  for (guint i = 0; i < loops->len; i++)
    g_ptr_array_add (self->items, tl_sight_item_new_loop (graph, g_ptr_array_index (loops, i)));
}

/* Whether there is still something to look at in this way. */
static gboolean
collect (TlCanvasSight *self)
{
  g_autoptr (TlGraph) graph = tl_graph_new (self->review, TL_GRAPH_DEFAULT);

  g_ptr_array_set_size (self->items, 0);
  self->cut_off = FALSE;
  self->n_shown = 0;
  switch (self->mode)
    {
    case TL_SIGHT_FOCUS:
      look_at_focus (self, graph);
      return self->ids[0] != NULL;
    case TL_SIGHT_PATHS:
      if (g_strv_length (self->ids) == 2)
        collect_paths (self, graph);
      return self->items->len > 0;
    case TL_SIGHT_LOOPS:
      collect_loops (self, graph);
      return self->items->len > 0;
    case TL_SIGHT_MATCHES:
      g_ptr_array_unref (self->items);
      self->items = tl_sight_items_find (self->review, self->words);
      return TRUE;
    case TL_SIGHT_EVERYTHING:
    default:
      return TRUE;
    }
}

/* Shows of what was collected what is to be shown now. */
static void
show (TlCanvasSight *self)
{
  if (self->position != TL_SIGHT_ALL_ITEMS && self->position >= self->items->len)
    self->position = TL_SIGHT_ALL_ITEMS;
  if (self->mode != TL_SIGHT_FOCUS)
    g_hash_table_remove_all (self->states);
  mark_items (self);
  if (self->mode == TL_SIGHT_EVERYTHING || (self->mode == TL_SIGHT_MATCHES && self->items->len == 0))
    self->rest = TL_SIGHT_PLAIN;
  else
    self->rest = self->hides_rest && self->mode != TL_SIGHT_MATCHES ? TL_SIGHT_HIDDEN : TL_SIGHT_FADED;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look (TlCanvasSight *self)
{
  g_hash_table_remove_all (self->states);
  if (!collect (self))
    {
      self->mode = TL_SIGHT_EVERYTHING;
      g_ptr_array_set_size (self->items, 0);
    }
  show (self);
}

static void
take_ids (TlCanvasSight *self,
          GStrv          ids)
{
  g_strfreev (self->ids);
  self->ids = ids;
}

static void
look_in_mode (TlCanvasSight *self,
              TlSightMode    mode)
{
  self->mode = mode;
  self->position = TL_SIGHT_ALL_ITEMS;
  look (self);
}

/* Callbacks */

static void
review_changed_cb (TlCanvasSight *self)
{
  if (self->mode == TL_SIGHT_EVERYTHING)
    return;
  take_ids (self, keep_present (self, (const char *const *) self->ids));
  look (self);
}

/* GObject overrides */

static void
tl_canvas_sight_finalize (GObject *object)
{
  TlCanvasSight *self = TL_CANVAS_SIGHT (object);

  g_strfreev (self->ids);
  g_free (self->words);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->states);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_canvas_sight_parent_class)->finalize (object);
}

static void
tl_canvas_sight_class_init (TlCanvasSightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_canvas_sight_finalize;

  /**
   * TlCanvasSight::changed:
   *
   * What is looked at, or how something is seen, is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_canvas_sight_init (TlCanvasSight *self)
{
  self->ids = g_new0 (char *, 1);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_sight_item_free);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->steps = 1;
  self->position = TL_SIGHT_ALL_ITEMS;
}

/**
 * tl_canvas_sight_new:
 *
 * Returns: (transfer full): a sight of everything in @review
 */
TlCanvasSight *
tl_canvas_sight_new (TlReview *review)
{
  TlCanvasSight *self = g_object_new (TL_TYPE_CANVAS_SIGHT, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TlSightMode
tl_canvas_sight_get_mode (TlCanvasSight *self)
{
  return self->mode;
}

/**
 * tl_canvas_sight_get_ids:
 *
 * Returns: (transfer none): the factors in focus, or the two between which paths lead
 */
const char *const *
tl_canvas_sight_get_ids (TlCanvasSight *self)
{
  return (const char *const *) self->ids;
}

/**
 * tl_canvas_sight_get_n_shown:
 *
 * Returns: how many factors belong to the focus
 */
guint
tl_canvas_sight_get_n_shown (TlCanvasSight *self)
{
  return self->n_shown;
}

/**
 * tl_canvas_sight_get_cut_off:
 *
 * Returns: whether there may be more paths or loops than the items
 */
gboolean
tl_canvas_sight_get_cut_off (TlCanvasSight *self)
{
  return self->cut_off;
}

TlReview *
tl_canvas_sight_get_review (TlCanvasSight *self)
{
  return self->review;
}

/**
 * tl_canvas_sight_get_state:
 * @id: a factor or a link
 *
 * Returns: how it is to be seen
 */
TlSightState
tl_canvas_sight_get_state (TlCanvasSight *self,
                           const char    *id)
{
  gpointer state;

  return g_hash_table_lookup_extended (self->states, id, NULL, &state) ? (TlSightState) GPOINTER_TO_UINT (state)
                                                                       : self->rest;
}

void
tl_canvas_sight_show_everything (TlCanvasSight *self)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self));

  if (self->mode != TL_SIGHT_EVERYTHING)
    look_in_mode (self, TL_SIGHT_EVERYTHING);
}

/**
 * tl_canvas_sight_focus:
 * @ids: factors; other records are left out
 * @steps: how far causes and effects are looked for; %TL_SIGHT_ALL_STEPS for all
 *
 * Looks at @ids with what leads to them and what they lead to. Without a factor everything is shown.
 */
void
tl_canvas_sight_focus (TlCanvasSight     *self,
                       const char *const *ids,
                       guint              steps)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self) && ids != NULL);

  take_ids (self, keep_present (self, ids));
  self->steps = steps;
  look_in_mode (self, TL_SIGHT_FOCUS);
}

guint
tl_canvas_sight_get_steps (TlCanvasSight *self)
{
  return self->steps;
}

/**
 * tl_canvas_sight_set_steps:
 * @steps: as for tl_canvas_sight_focus()
 */
void
tl_canvas_sight_set_steps (TlCanvasSight *self,
                           guint          steps)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self));

  if (steps == self->steps)
    return;
  self->steps = steps;
  if (self->mode == TL_SIGHT_FOCUS)
    look (self);
}

/**
 * tl_canvas_sight_show_paths:
 * @from: a factor
 * @to: another
 *
 * Looks at the causal paths from @from to @to; if there are none, what was looked at stays.
 *
 * Returns: whether there are any
 */
gboolean
tl_canvas_sight_show_paths (TlCanvasSight *self,
                            const char    *from,
                            const char    *to)
{
  g_return_val_if_fail (TL_IS_CANVAS_SIGHT (self), FALSE);

  g_autoptr (TlGraph) graph = tl_graph_new (self->review, TL_GRAPH_DEFAULT);
  guint start = tl_graph_find_factor (graph, from), end = tl_graph_find_factor (graph, to);
  const char *const ends[] = { from, to, NULL };

  if (start == TL_GRAPH_NONE || end == TL_GRAPH_NONE)
    return FALSE;
  g_autoptr (GArray) path = tl_graph_find_shortest_path (graph, start, end);
  if (path == NULL)
    return FALSE;
  take_ids (self, g_strdupv ((GStrv) ends));
  look_in_mode (self, TL_SIGHT_PATHS);
  return TRUE;
}

/**
 * tl_canvas_sight_show_loops:
 *
 * Looks at the loops of the graph; if there are none, at everything.
 *
 * Returns: whether there are any
 */
gboolean
tl_canvas_sight_show_loops (TlCanvasSight *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_SIGHT (self), FALSE);

  look_in_mode (self, TL_SIGHT_LOOPS);
  return self->mode == TL_SIGHT_LOOPS;
}

/**
 * tl_canvas_sight_find:
 * @words: as typed; none for a search that is about to begin
 *
 * Looks at the factors and links in which all of @words occur, and at the first of them first.
 */
void
tl_canvas_sight_find (TlCanvasSight *self,
                      const char    *words)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self) && words != NULL);

  g_free (self->words);
  self->words = g_strdup (words);
  self->mode = TL_SIGHT_MATCHES;
  self->position = 0;
  look (self);
}

gboolean
tl_canvas_sight_get_hides_rest (TlCanvasSight *self)
{
  return self->hides_rest;
}

/**
 * tl_canvas_sight_set_hides_rest:
 * @hides_rest: whether what is not looked at is hidden rather than faded; never so while finding
 */
void
tl_canvas_sight_set_hides_rest (TlCanvasSight *self,
                                gboolean       hides_rest)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self));

  if (hides_rest == self->hides_rest)
    return;
  self->hides_rest = hides_rest;
  show (self);
}

/**
 * tl_canvas_sight_get_n_items:
 *
 * Returns: how many paths, loops or matches there are
 */
guint
tl_canvas_sight_get_n_items (TlCanvasSight *self)
{
  return self->items->len;
}

const TlSightItem *
tl_canvas_sight_get_item (TlCanvasSight *self,
                          guint          position)
{
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * tl_canvas_sight_get_position:
 *
 * Returns: which of the items is looked at, or %TL_SIGHT_ALL_ITEMS
 */
guint
tl_canvas_sight_get_position (TlCanvasSight *self)
{
  return self->position;
}

void
tl_canvas_sight_set_position (TlCanvasSight *self,
                              guint          position)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self));

  if (position == self->position)
    return;
  self->position = position;
  show (self);
}

/**
 * tl_canvas_sight_step:
 * @by: 1 for the next item, -1 for the one before; after the last comes the first
 */
void
tl_canvas_sight_step (TlCanvasSight *self,
                      int            by)
{
  g_return_if_fail (TL_IS_CANVAS_SIGHT (self));

  guint n = self->items->len;

  if (n == 0)
    return;
  if (self->position == TL_SIGHT_ALL_ITEMS)
    tl_canvas_sight_set_position (self, by > 0 ? 0 : n - 1);
  else
    tl_canvas_sight_set_position (self, (self->position + n + (guint) (by > 0 ? 1 : n - 1)) % n);
}
