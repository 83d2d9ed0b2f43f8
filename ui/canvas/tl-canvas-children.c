/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets of factors and links: made when they come near the view, hidden when they leave it, let go when there are
 * many. The scene's nodes and edges point at them; the canvas, as their parent, owns them. */
#include "config.h"

#include "ui/canvas/tl-canvas-factor.h"
#include "ui/canvas/tl-canvas-link.h"
#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

/* Pixels around the view within which widgets are kept ready: the tiles at its edge reach so far. */
#define READY_MARGIN TL_CANVAS_TILE
/* Widgets out of sight are kept up to this number. */
#define MAX_IDLE_WIDGETS 600

/* The children stand in the order of the nodes, so that what is drawn on top is also what is pointed at. */
static GtkWidget *
find_child_before (TlCanvas           *self,
                   const TlCanvasNode *node)
{
  for (guint i = node->index; i > 0; i--)
    {
      TlCanvasNode *before = tl_canvas_scene_get_node (self->scene, i - 1);

      if (before->widget != NULL)
        return before->widget;
    }
  return NULL;
}

static void
show_sight (GtkWidget   *widget,
            TlSightState sight)
{
  const struct {
    TlSightState sight;
    const char *css_class;
  } classes[] = { { TL_SIGHT_MARKED, "marked" }, { TL_SIGHT_FADED, "faded" } };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (classes[i].sight == sight)
        gtk_widget_add_css_class (widget, classes[i].css_class);
      else
        gtk_widget_remove_css_class (widget, classes[i].css_class);
    }
}

static void
show_answer (TlCanvas       *self,
             TlCanvasNode   *node,
             TlCanvasFactor *widget)
{
  const char *id = tl_canvas_node_get_id (node);

  tl_canvas_factor_set_tunnel (widget, self->tunnel != NULL ? tl_tunnel_get_state (self->tunnel, id)
                                                            : TL_TUNNEL_OUTSIDE);
  tl_canvas_factor_set_answer (widget, tl_canvas_lens_find_answer (self->lens, id),
                               tl_canvas_lens_find_detail (self->lens, id));
}

static GtkWidget *
create_factor (TlCanvas     *self,
               TlCanvasNode *node)
{
  GtkWidget *widget = tl_canvas_factor_new ();

  tl_canvas_factor_update (TL_CANVAS_FACTOR (widget), self->review, tl_canvas_scene_get_method (self->scene), node);
  show_answer (self, node, TL_CANVAS_FACTOR (widget));
  tl_canvas_factor_set_selected (TL_CANVAS_FACTOR (widget),
                                 self->selection != NULL
                                     && tl_selection_contains (self->selection, tl_canvas_node_get_id (node)));
  show_sight (widget, node->sight);
  gtk_widget_insert_after (widget, GTK_WIDGET (self), find_child_before (self, node));
  self->n_widgets++;
  return widget;
}

static GtkWidget *
create_link (TlCanvas     *self,
             TlCanvasEdge *edge)
{
  GtkWidget *widget = tl_canvas_link_new ();

  tl_canvas_link_update (TL_CANVAS_LINK (widget), tl_canvas_scene_get_method (self->scene), edge);
  tl_canvas_link_set_selected (TL_CANVAS_LINK (widget),
                               self->selection != NULL
                                   && tl_selection_contains (self->selection, tl_canvas_edge_get_id (edge)));
  show_sight (widget, edge->sight);
  gtk_widget_insert_before (widget, GTK_WIDGET (self), self->notice);
  self->n_widgets++;
  return widget;
}

/* What has the keyboard keeps its widget, or the keyboard would fall to the window. */
static gboolean
may_go (GtkWidget *widget)
{
  return !gtk_widget_has_focus (widget);
}

static void
show_or_hide (TlCanvas *self,
              gpointer *widget,
              gboolean  shown)
{
  if (*widget == NULL)
    return;
  if (!shown && self->n_widgets > MAX_IDLE_WIDGETS && may_go (*widget))
    {
      gtk_widget_unparent (*widget);
      *widget = NULL;
      self->n_widgets--;
      return;
    }
  gtk_widget_set_child_visible (*widget, shown || !may_go (*widget));
}

void
_tl_canvas_children_init (TlCanvas *self)
{
  self->lane_names = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

/**
 * _tl_canvas_children_drop:
 *
 * Lets all of the scene's widgets go.
 */
void
_tl_canvas_children_drop (TlCanvas *self)
{
  for (guint i = 0; self->scene != NULL && i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    g_clear_pointer (&tl_canvas_scene_get_node (self->scene, i)->widget, gtk_widget_unparent);
  for (guint i = 0; self->scene != NULL && i < tl_canvas_scene_get_n_edges (self->scene); i++)
    g_clear_pointer (&tl_canvas_scene_get_edge (self->scene, i)->widget, gtk_widget_unparent);
  self->n_widgets = 0;
}

/* Whether there is time for one widget more; 0 is the end of it. */
static gboolean
has_time (gint64 *end)
{
  if (*end > 0 && g_get_monotonic_time () >= *end)
    *end = 0;
  return *end != 0;
}

static gboolean
populate_factors (TlCanvas              *self,
                  const graphene_rect_t *near,
                  gint64                *end)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      graphene_rect_t rect;
      gboolean shown;

      tl_canvas_node_get_rect (node, &rect);
      shown = tl_canvas_node_is_shown (node) && !_tl_canvas_is_plain (self)
              && graphene_rect_intersection (near, &rect, NULL);
      if (shown && node->widget == NULL && has_time (end))
        node->widget = create_factor (self, node);
      is_complete &= !shown || node->widget != NULL;
      show_or_hide (self, &node->widget, shown);
    }
  return is_complete;
}

static gboolean
populate_links (TlCanvas              *self,
                const graphene_rect_t *near,
                gint64                *end)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);
      gboolean shown = tl_canvas_edge_is_shown (edge) && !_tl_canvas_is_plain (self)
                       && graphene_rect_contains_point (
                           near, &GRAPHENE_POINT_INIT ((float) edge->middle.x, (float) edge->middle.y));

      if (shown && edge->widget == NULL && has_time (end))
        edge->widget = create_link (self, edge);
      is_complete &= !shown || edge->widget != NULL;
      show_or_hide (self, &edge->widget, shown);
    }
  return is_complete;
}

/**
 * _tl_canvas_children_populate:
 * @budget: microseconds to spend on making widgets; less than 0 for as long as it takes
 *
 * Makes the widgets for what is near the view and hides those of what is not. Not while sizes are being allocated.
 *
 * Returns: whether all are there
 */
gboolean
_tl_canvas_children_populate (TlCanvas *self,
                              gint64    budget)
{
  gint64 end = budget >= 0 ? g_get_monotonic_time () + budget : -1;
  graphene_rect_t near;
  gboolean is_complete;

  tl_canvas_viewport_get_visible (&self->viewport, READY_MARGIN, &near);
  is_complete = populate_factors (self, &near, &end);
  return populate_links (self, &near, &end) && is_complete;
}

/**
 * _tl_canvas_children_refresh:
 * @id: a factor or a link
 *
 * Brings its widget up to date, if it has one.
 */
void
_tl_canvas_children_refresh (TlCanvas   *self,
                             const char *id)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);

  if (node != NULL && node->widget != NULL)
    {
      tl_canvas_factor_update (node->widget, self->review, method, node);
      show_answer (self, node, node->widget);
    }
  if (edge != NULL && edge->widget != NULL)
    tl_canvas_link_update (edge->widget, method, edge);
}

void
_tl_canvas_children_refresh_all (TlCanvas *self)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    _tl_canvas_children_refresh (self, tl_canvas_node_get_id (tl_canvas_scene_get_node (self->scene, i)));
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    _tl_canvas_children_refresh (self, tl_canvas_edge_get_id (tl_canvas_scene_get_edge (self->scene, i)));
}

/**
 * _tl_canvas_children_see:
 *
 * Shows on the widgets how each is seen.
 */
void
_tl_canvas_children_see (TlCanvas *self)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->widget != NULL)
        show_sight (node->widget, node->sight);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->widget != NULL)
        show_sight (edge->widget, edge->sight);
    }
}

/**
 * _tl_canvas_children_select:
 *
 * Shows on the widgets what is selected.
 */
void
_tl_canvas_children_select (TlCanvas *self)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->widget != NULL)
        tl_canvas_factor_set_selected (node->widget, self->selection != NULL
                                                         && tl_selection_contains (self->selection,
                                                                                   tl_canvas_node_get_id (node)));
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->widget != NULL)
        tl_canvas_link_set_selected (edge->widget, self->selection != NULL
                                                       && tl_selection_contains (self->selection,
                                                                                 tl_canvas_edge_get_id (edge)));
    }
}

/**
 * _tl_canvas_children_allocate_at:
 * @x: its middle, in canvas units
 * @y: its middle
 * @width: what it takes up, in canvas units; more if it needs that
 * @height: likewise
 *
 * Gives @widget its place.
 */
void
_tl_canvas_children_allocate_at (TlCanvas  *self,
                                 GtkWidget *widget,
                                 double     x,
                                 double     y,
                                 double     width,
                                 double     height)
{
  float zoom = (float) self->viewport.zoom;
  double view_x, view_y;
  int min_width, min_height;
  GskTransform *transform;

  tl_canvas_viewport_to_view (&self->viewport, x, y, &view_x, &view_y);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  width = MAX (round (width * self->viewport.unit), min_width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int) width, &min_height, NULL, NULL, NULL);
  height = MAX (round (height * self->viewport.unit), min_height);
  view_x -= width * self->viewport.zoom / 2;
  view_y -= height * self->viewport.zoom / 2;
  if (zoom == 1)
    {
      view_x = round (view_x);
      view_y = round (view_y);
    }
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) view_x, (float) view_y));
  gtk_widget_allocate (widget, (int) width, (int) height, -1, gsk_transform_scale (transform, zoom, zoom));
}

void
_tl_canvas_children_allocate (TlCanvas *self)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->widget != NULL && gtk_widget_get_child_visible (node->widget))
        _tl_canvas_children_allocate_at (self, node->widget, node->x + node->dx, node->y + node->dy,
                                         TL_CANVAS_FACTOR_WIDTH, TL_CANVAS_FACTOR_HEIGHT);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->widget != NULL && gtk_widget_get_child_visible (edge->widget))
        _tl_canvas_children_allocate_at (self, edge->widget, edge->middle.x, edge->middle.y, TL_CANVAS_LINK_SIZE,
                                         TL_CANVAS_LINK_SIZE);
    }
}

/**
 * _tl_canvas_children_owns:
 * @picked: (nullable): what is under the pointer
 *
 * Returns: whether the canvas itself handles the pointer there: on its ground, a factor, a link or a lane's name
 */
gboolean
_tl_canvas_children_owns (TlCanvas  *self,
                          GtkWidget *picked)
{
  if (picked == NULL || picked == GTK_WIDGET (self))
    return TRUE;
  for (GtkWidget *above = picked; above != NULL && above != GTK_WIDGET (self); above = gtk_widget_get_parent (above))
    {
      if (above == self->entry || above == self->overview || above == self->hint_button || above == self->menu
          || above == self->search || _tl_canvas_cards_own (self, above))
        return FALSE;
    }
  return TRUE;
}
