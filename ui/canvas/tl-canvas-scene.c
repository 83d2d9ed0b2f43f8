/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is on the canvas: a node for each factor, an edge for each link, a band for each level of the method, with their
 * places. It is an image of the review's lists, brought up to date record by record, and never writes. Main thread. */
#include "config.h"

#include "ui/canvas/tl-canvas-scene.h"

#include "ui/canvas/tl-canvas-routes.h"

#include <glib/gi18n.h>

struct _TlCanvasScene
{
  /* Borrowed */
  TlReview *review;
  TlCanvasSceneForget forget;
  gpointer forget_data;

  /* Owned */
  TlMethod *method;
  GPtrArray *nodes;
  GPtrArray *edges;
  GHashTable *node_by_id; /* keys owned by the records */
  GHashTable *edge_by_id;
  GArray *bands;
  TlCanvasRoutes *routes;
};

static void
band_clear (gpointer data)
{
  TlCanvasBand *band = data;

  g_free (band->key);
  g_free (band->title);
  g_free (band->description);
}

static void
node_free (gpointer data)
{
  TlCanvasNode *node = data;

  g_object_unref (node->record);
  g_free (node);
}

static void
edge_free (gpointer data)
{
  TlCanvasEdge *edge = data;

  g_object_unref (edge->record);
  g_array_unref (edge->points);
  g_free (edge);
}

static void
add_band (TlCanvasScene *self,
          const char    *key,
          const char    *title,
          const char    *description)
{
  TlCanvasBand band = { g_strdup (key), g_strdup (title), g_strdup (description), 0, 0 };

  g_array_append_val (self->bands, band);
}

static gboolean
is_levelled (TlCanvasScene *self,
             TlRecord      *factor)
{
  const char *level = tl_record_get_text (factor, "level");

  return level != NULL && tl_method_find_level (self->method, level) >= 0;
}

/* One band a level, and one more at the bottom while a factor is without a level. */
static void
update_bands (TlCanvasScene *self)
{
  guint n_levels = self->method != NULL ? tl_method_get_n_levels (self->method) : 0;
  gboolean has_loose = n_levels == 0;

  for (guint i = 0; !has_loose && i < self->nodes->len; i++)
    has_loose = !is_levelled (self, ((TlCanvasNode *) g_ptr_array_index (self->nodes, i))->record);
  if (self->bands->len == n_levels + has_loose)
    return;

  g_array_set_size (self->bands, 0);
  for (guint i = 0; i < n_levels; i++)
    {
      const TlMethodEntry *level = tl_method_get_level (self->method, i);

      add_band (self, level->key, level->title, level->description);
    }
  if (has_loose)
    add_band (self, NULL, n_levels > 0 ? _("No level yet") : NULL,
              n_levels > 0 ? _("Drag a factor to a lane to say at which level it lies.") : NULL);
}

static void
read_node (TlCanvasScene *self,
           TlCanvasNode  *node)
{
  const char *level = tl_record_get_text (node->record, "level");
  int band = level != NULL && self->method != NULL ? tl_method_find_level (self->method, level) : -1;
  const gint64 unset = G_MININT64;
  gint64 x = tl_record_get_int (node->record, "x", unset);
  gint64 y = tl_record_get_int (node->record, "y", unset);

  node->band = band >= 0 ? (guint) band : (self->method != NULL ? tl_method_get_n_levels (self->method) : 0);
  if (x != unset && y != unset)
    {
      node->x = (double) x;
      node->y = (double) y;
      node->placed = node->stored = TRUE;
    }
  else if (node->stored)
    node->placed = node->stored = FALSE; /* its place was taken back, by undo say */
}

static void
remove_edge (TlCanvasScene *self,
             TlCanvasEdge  *edge)
{
  edge->cause->n_effects--;
  edge->effect->n_causes--;
  if (edge->widget != NULL)
    self->forget (edge->widget, self->forget_data);
  g_hash_table_remove (self->edge_by_id, tl_canvas_edge_get_id (edge));
  g_ptr_array_remove (self->edges, edge);
}

static void
remove_node (TlCanvasScene *self,
             TlCanvasNode  *node)
{
  for (guint i = self->edges->len; i > 0; i--)
    {
      TlCanvasEdge *edge = g_ptr_array_index (self->edges, i - 1);

      if (edge->cause == node || edge->effect == node)
        remove_edge (self, edge);
    }
  if (node->widget != NULL)
    self->forget (node->widget, self->forget_data);
  g_hash_table_remove (self->node_by_id, tl_canvas_node_get_id (node));

  guint index = node->index;
  g_ptr_array_remove_index (self->nodes, index);
  for (guint i = index; i < self->nodes->len; i++)
    ((TlCanvasNode *) g_ptr_array_index (self->nodes, i))->index = i;
}

static void
update_factor (TlCanvasScene *self,
               TlRecord      *record)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self, tl_record_get_id (record));

  if (node == NULL)
    {
      node = g_new0 (TlCanvasNode, 1);
      node->record = g_object_ref (record);
      node->group = TL_GROUPS_NONE;
      node->index = self->nodes->len;
      g_ptr_array_add (self->nodes, node);
      g_hash_table_insert (self->node_by_id, (gpointer) tl_record_get_id (record), node);
    }
  read_node (self, node);
}

static void
update_link (TlCanvasScene *self,
             TlRecord      *record)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self, tl_record_get_id (record));
  const char *cause_id = tl_record_get_text (record, "cause");
  const char *effect_id = tl_record_get_text (record, "effect");
  TlCanvasNode *cause = cause_id != NULL ? tl_canvas_scene_find_node (self, cause_id) : NULL;
  TlCanvasNode *effect = effect_id != NULL ? tl_canvas_scene_find_node (self, effect_id) : NULL;

  if (edge != NULL && (edge->cause != cause || edge->effect != effect))
    {
      remove_edge (self, edge);
      edge = NULL;
    }
  if (cause == NULL || effect == NULL)
    return;
  if (edge == NULL)
    {
      edge = g_new0 (TlCanvasEdge, 1);
      edge->record = g_object_ref (record);
      edge->cause = cause;
      edge->effect = effect;
      edge->points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
      cause->n_effects++;
      effect->n_causes++;
      g_ptr_array_add (self->edges, edge);
      g_hash_table_insert (self->edge_by_id, (gpointer) tl_record_get_id (record), edge);
    }

  const char *kind = tl_record_get_text (record, "kind");
  edge->role = kind != NULL && self->method != NULL ? tl_method_get_link_role (self->method, kind)
                                                    : TL_LINK_ROLE_CONTRIBUTES;
}

static void
fill_line (const TlCanvasEdge *edge,
           TlLayoutLine       *line)
{
  *line = (TlLayoutLine) { (int) edge->cause->index, (int) edge->effect->index };
}

/* Where it rests: what is being dragged counts only once it is let go. */
static void
fill_box (TlCanvasScene      *self,
          const TlCanvasNode *node,
          TlLayoutBox        *box)
{
  *box = (TlLayoutBox) {
    .band = (int) MIN (node->band, self->bands->len - 1),
    .width = TL_CANVAS_FACTOR_WIDTH,
    .height = TL_CANVAS_FACTOR_HEIGHT,
    .x = node->x - TL_CANVAS_FACTOR_WIDTH / 2.0,
    .y = node->y - TL_CANVAS_FACTOR_HEIGHT / 2.0,
    .pinned = node->placed && tl_record_get_bool (node->record, "pinned"),
    .placed = node->placed,
  };
}

/* A factor whose level was changed elsewhere may be left among those of another: it is shown where there is room in its
 * own, as if it had no place. */
static void
forget_astray (TlCanvasScene *self,
               TlLayoutBox   *boxes)
{
  g_autofree gboolean *astray = g_new0 (gboolean, self->nodes->len + 1);

  tl_layout_find_astray (boxes, self->nodes->len, (int) MAX (self->bands->len, 1), astray);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TlCanvasNode *node = g_ptr_array_index (self->nodes, i);

      if (astray[i] && node->stored && !node->dragged)
        node->placed = node->stored = boxes[i].placed = FALSE;
    }
}

/* Once some factors have a place, each new one gets a free one near what it is linked to. The file learns of it when a
 * person moves something. */
static void
place_rest (TlCanvasScene      *self,
            TlLayoutBox        *boxes,
            const TlLayoutLine *lines)
{
  TlLayoutOptions options;

  tl_canvas_scene_get_options (self, &options);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TlCanvasNode *node = g_ptr_array_index (self->nodes, i);

      if (node->placed)
        continue;
      tl_layout_place_one (boxes, self->nodes->len, lines, self->edges->len, i, &options);
      tl_canvas_scene_place (self, node, boxes[i].x + boxes[i].width / 2, boxes[i].y + boxes[i].height / 2);
    }
}

static void
update_extents (TlCanvasScene     *self,
                const TlLayoutBox *boxes)
{
  g_autofree TlLayoutExtent *extents = g_new0 (TlLayoutExtent, self->bands->len);
  TlLayoutOptions options;

  tl_canvas_scene_get_options (self, &options);
  tl_layout_band_extents (boxes, tl_canvas_scene_has_places (self) ? self->nodes->len : 0, &options, extents);
  for (guint i = 0; i < self->bands->len; i++)
    {
      TlCanvasBand *band = tl_canvas_scene_get_band (self, i);

      band->top = extents[i].top;
      band->bottom = extents[i].bottom;
    }
}

/**
 * tl_canvas_scene_new:
 * @review: the review, which must live longer
 * @method: (nullable): its method; without one there are no levels
 * @forget: called with the widget of each node and edge that goes
 *
 * Returns: (transfer full): the review as it is now
 */
TlCanvasScene *
tl_canvas_scene_new (TlReview            *review,
                     TlMethod            *method,
                     TlCanvasSceneForget  forget,
                     gpointer             data)
{
  TlCanvasScene *self = g_new0 (TlCanvasScene, 1);

  self->review = review;
  self->method = method != NULL ? g_object_ref (method) : NULL;
  self->forget = forget;
  self->forget_data = data;
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->edges = g_ptr_array_new_with_free_func (edge_free);
  self->node_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->edge_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->bands = g_array_new (FALSE, FALSE, sizeof (TlCanvasBand));
  g_array_set_clear_func (self->bands, band_clear);
  self->routes = tl_canvas_routes_new (self);

  TlRecordList *factors = tl_review_get_list (review, "factor");
  TlRecordList *links = tl_review_get_list (review, "link");
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    update_factor (self, tl_record_list_get (factors, i));
  for (guint i = 0; i < tl_record_list_get_n (links); i++)
    update_link (self, tl_record_list_get (links, i));
  tl_canvas_scene_settle (self);
  return self;
}

void
tl_canvas_scene_free (TlCanvasScene *self)
{
  g_hash_table_unref (self->node_by_id);
  g_hash_table_unref (self->edge_by_id);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->bands);
  g_clear_object (&self->method);
  tl_canvas_routes_free (self->routes);
  g_free (self);
}

TlMethod *
tl_canvas_scene_get_method (TlCanvasScene *self)
{
  return self->method;
}

guint
tl_canvas_scene_get_n_nodes (TlCanvasScene *self)
{
  return self->nodes->len;
}

TlCanvasNode *
tl_canvas_scene_get_node (TlCanvasScene *self,
                          guint          position)
{
  return g_ptr_array_index (self->nodes, position);
}

TlCanvasNode *
tl_canvas_scene_find_node (TlCanvasScene *self,
                           const char    *id)
{
  return g_hash_table_lookup (self->node_by_id, id);
}

guint
tl_canvas_scene_get_n_edges (TlCanvasScene *self)
{
  return self->edges->len;
}

TlCanvasEdge *
tl_canvas_scene_get_edge (TlCanvasScene *self,
                          guint          position)
{
  return g_ptr_array_index (self->edges, position);
}

TlCanvasEdge *
tl_canvas_scene_find_edge (TlCanvasScene *self,
                           const char    *id)
{
  return g_hash_table_lookup (self->edge_by_id, id);
}

guint
tl_canvas_scene_get_n_bands (TlCanvasScene *self)
{
  return self->bands->len;
}

TlCanvasBand *
tl_canvas_scene_get_band (TlCanvasScene *self,
                          guint          position)
{
  return &g_array_index (self->bands, TlCanvasBand, position);
}

/**
 * tl_canvas_scene_has_lanes:
 *
 * Returns: whether the method knows levels, so that there are lanes with names
 */
gboolean
tl_canvas_scene_has_lanes (TlCanvasScene *self)
{
  return self->method != NULL && tl_method_get_n_levels (self->method) > 0;
}

/**
 * tl_canvas_scene_update:
 * @id: a record that was added, changed or removed
 *
 * Takes over one record's state from the review. When all are taken over, call tl_canvas_scene_settle().
 *
 * Returns: whether the record is a factor or a link, or was
 */
gboolean
tl_canvas_scene_update (TlCanvasScene *self,
                        const char    *id)
{
  TlRecord *record = tl_review_lookup (self->review, id);
  TlCanvasNode *node = tl_canvas_scene_find_node (self, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self, id);

  /* A record that went and came back within one refresh is another object. */
  if (node != NULL && node->record != record)
    remove_node (self, node);
  else if (edge != NULL && edge->record != record)
    remove_edge (self, edge);

  if (record != NULL && tl_record_is (record, "factor"))
    update_factor (self, record);
  else if (record != NULL && tl_record_is (record, "link"))
    update_link (self, record);
  else
    return node != NULL || edge != NULL;
  return TRUE;
}

/**
 * tl_canvas_scene_settle:
 *
 * Works out places and bands after nodes or edges have changed, and the curves. Afterwards either every
 * node has a place or, until a whole layout is given, none has.
 */
void
tl_canvas_scene_settle (TlCanvasScene *self)
{
  g_autofree TlLayoutLine *lines = NULL;
  g_autofree TlLayoutBox *boxes = NULL;

  /* A link that came before its factors in the same refresh is found now. */
  TlRecordList *links = tl_review_get_list (self->review, "link");
  if (tl_record_list_get_n (links) != self->edges->len)
    {
      for (guint i = 0; i < tl_record_list_get_n (links); i++)
        update_link (self, tl_record_list_get (links, i));
    }

  update_bands (self);
  lines = tl_canvas_scene_dup_lines (self);
  boxes = tl_canvas_scene_dup_boxes (self);
  forget_astray (self, boxes);
  if (tl_canvas_scene_has_places (self))
    place_rest (self, boxes, lines);
  update_extents (self, boxes);
  tl_canvas_routes_settle (self->routes);
}

/**
 * tl_canvas_scene_reroute_live:
 *
 * While nodes are dragged: works out the curves of their own edges and leaves bands and other edges as they are.
 */
void
tl_canvas_scene_reroute_live (TlCanvasScene *self)
{
  tl_canvas_routes_follow (self->routes);
}

/**
 * tl_canvas_scene_get_serial:
 *
 * Returns: a number that changes whenever the still edges or nodes do
 */
guint
tl_canvas_scene_get_serial (TlCanvasScene *self)
{
  return tl_canvas_routes_get_serial (self->routes);
}

/**
 * tl_canvas_scene_has_places:
 *
 * Returns: whether any factor has a place
 */
gboolean
tl_canvas_scene_has_places (TlCanvasScene *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (((TlCanvasNode *) g_ptr_array_index (self->nodes, i))->placed)
        return TRUE;
    }
  return FALSE;
}

void
tl_canvas_scene_get_options (TlCanvasScene   *self,
                             TlLayoutOptions *options)
{
  tl_layout_options_init (options, (int) MAX (self->bands->len, 1));
  options->band_min_height = TL_CANVAS_FACTOR_HEIGHT + 2 * options->band_padding;
}

/**
 * tl_canvas_scene_dup_boxes:
 *
 * Returns: (transfer full): one box a node, in the order of the nodes
 */
TlLayoutBox *
tl_canvas_scene_dup_boxes (TlCanvasScene *self)
{
  TlLayoutBox *boxes = g_new0 (TlLayoutBox, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    fill_box (self, g_ptr_array_index (self->nodes, i), &boxes[i]);
  return boxes;
}

/**
 * tl_canvas_scene_dup_lines:
 *
 * Returns: (transfer full): one line an edge, in the order of the edges
 */
TlLayoutLine *
tl_canvas_scene_dup_lines (TlCanvasScene *self)
{
  TlLayoutLine *lines = g_new0 (TlLayoutLine, self->edges->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    fill_line (g_ptr_array_index (self->edges, i), &lines[i]);
  return lines;
}

/**
 * tl_canvas_scene_place:
 *
 * Gives @node a place that the file does not hold. When all are placed, call tl_canvas_scene_settle().
 */
void
tl_canvas_scene_place (TlCanvasScene *self,
                       TlCanvasNode  *node,
                       double         x,
                       double         y)
{
  node->x = x;
  node->y = y;
  node->placed = TRUE;
}
