/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of a review to look at and to work on: lanes, factors, links. It owns the scene, the viewport and the
 * children; it changes the review only through edits and itself only when the review says that something changed. */
#define G_LOG_DOMAIN "tl-canvas"

#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-guard-hint.h"

G_DEFINE_FINAL_TYPE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_REVIEW,
  PROP_SELECTION,
  PROP_ZOOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
forget_widget (gpointer widget,
               gpointer data)
{
  TlCanvas *self = data;

  self->n_widgets--;
  gtk_widget_unparent (widget);
}

/* The first layout waits until it is known that there is none; afterwards only an emptied graph may want one again. */
static void
find_places (TlCanvas *self)
{
  if (tl_canvas_scene_get_n_nodes (self->scene) > 0 && !tl_canvas_scene_has_places (self->scene))
    _tl_canvas_layout_first (self);
}

/**
 * _tl_canvas_scene_changed:
 *
 * Nodes, edges or their places are other ones.
 */
void
_tl_canvas_scene_changed (TlCanvas *self)
{
  self->hover_node = NULL;
  self->hover_edge = NULL;
  self->connect_target = NULL;
  self->drop_node = NULL;
  _tl_canvas_paint_forget (self);
  if (self->scene == NULL)
    return;
  _tl_canvas_see (self);
  _tl_canvas_lanes_update (self);
  if (self->fit_wanted && self->viewport.width > 0 && tl_canvas_scene_has_places (self->scene))
    _tl_canvas_show_first (self);
  _tl_canvas_hint_update (self);
  _tl_canvas_populate (self);
  _tl_canvas_pointer_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * _tl_canvas_get_view_rect:
 * @rect: (out): where @node is on screen, in pixels of the view
 */
void
_tl_canvas_get_view_rect (TlCanvas           *self,
                          const TlCanvasNode *node,
                          graphene_rect_t    *rect)
{
  float scale = (float) tl_canvas_viewport_get_scale (&self->viewport);
  double x, y;

  tl_canvas_node_get_rect (node, rect);
  tl_canvas_viewport_to_view (&self->viewport, rect->origin.x, rect->origin.y, &x, &y);
  graphene_rect_init (rect, (float) x, (float) y, rect->size.width * scale, rect->size.height * scale);
}

/**
 * _tl_canvas_get_spot:
 * @spot: (out): what is at this place of the view
 */
void
_tl_canvas_get_spot (TlCanvas     *self,
                     double        view_x,
                     double        view_y,
                     TlCanvasSpot *spot)
{
  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &spot->x, &spot->y);
  spot->band = tl_canvas_scene_pick_band (self->scene, spot->y);
}

/**
 * _tl_canvas_get_primary_node:
 *
 * Returns: (nullable): the factor that was selected last
 */
TlCanvasNode *
_tl_canvas_get_primary_node (TlCanvas *self)
{
  const char *id = self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;

  return self->scene != NULL && id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
}

gboolean
_tl_canvas_is_plain (TlCanvas *self)
{
  return self->viewport.zoom < TL_CANVAS_PLAIN_ZOOM;
}

static TlMethod *
look_up_method (TlReview *review)
{
  TlRecord *subject = tl_review_get_subject (review);
  const char *id = subject != NULL ? tl_record_get_text (subject, "method") : NULL;
  g_autoptr (GError) error = NULL;
  TlMethod *method = id != NULL ? tl_method_lookup (id, &error) : NULL;

  if (error != NULL)
    g_message ("The method of the review can't be shown: %s", error->message);
  return method;
}

static void
create_scene (TlCanvas *self)
{
  g_autoptr (TlMethod) method = look_up_method (self->review);

  self->scene = tl_canvas_scene_new (self->review, method, forget_widget, self);
  find_places (self);
  _tl_canvas_scene_changed (self);
  _tl_canvas_update_actions (self);
}

static void
drop_scene (TlCanvas *self)
{
  _tl_canvas_layout_cancel (self);
  _tl_canvas_glide_end (self);
  _tl_canvas_pointer_cancel (self);
  _tl_canvas_clipboard_cancel (self);
  _tl_canvas_children_drop (self);
  _tl_canvas_cards_drop (self);
  self->hover_node = NULL;
  self->hover_edge = NULL;
  self->connect_target = NULL;
  self->drop_node = NULL;
  _tl_canvas_paint_forget (self);
  g_clear_pointer (&self->scene, tl_canvas_scene_free);
}

static gboolean
method_changed (TlCanvas *self)
{
  g_autoptr (TlMethod) method = look_up_method (self->review);
  TlMethod *shown = tl_canvas_scene_get_method (self->scene);

  return g_strcmp0 (method != NULL ? tl_method_get_id (method) : NULL,
                    shown != NULL ? tl_method_get_id (shown) : NULL) != 0;
}

/* Callbacks */

static void
review_changed_cb (TlCanvas        *self,
                   TlReviewChanges *changes,
                   TlReview        *review)
{
  TlRecord *subject = tl_review_get_subject (review);
  GHashTableIter iter;
  gpointer id;
  gboolean touched = FALSE, others = FALSE;

  if (subject != NULL && g_hash_table_contains (changes->ids, tl_record_get_id (subject)) && method_changed (self))
    {
      drop_scene (self);
      create_scene (self);
      return;
    }

  _tl_canvas_keys_before_change (self);

  /* The pointer may hold what has gone. What it drags is kept only by its own edit. */
  self->hover_node = NULL;
  self->hover_edge = NULL;
  self->connect_target = NULL;
  self->drop_node = NULL;
  g_hash_table_iter_init (&iter, changes->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (tl_canvas_scene_update (self->scene, id))
        touched = TRUE;
      else
        others = TRUE;
    }
  if (touched)
    {
      tl_canvas_scene_settle (self->scene);
      find_places (self);
    }
  if (touched || others)
    _tl_canvas_children_refresh_all (self);
  _tl_canvas_scene_changed (self);
  _tl_canvas_keys_after_change (self);
  _tl_canvas_update_actions (self);
}

static void
selection_changed_cb (TlCanvas    *self,
                      TlSelection *selection)
{
  if (self->scene == NULL)
    return;
  _tl_canvas_children_select (self);
  _tl_canvas_update_actions (self);
  gtk_widget_queue_draw (self->overview);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* GObject overrides */

static gboolean
tl_canvas_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  TlCanvas *self = TL_CANVAS (widget);
  GtkWidget *focus_child = gtk_widget_get_focus_child (widget);

  /* An open menu has the arrows to itself. */
  if (focus_child != NULL && GTK_IS_POPOVER (focus_child))
    return gtk_widget_child_focus (focus_child, direction);
  if (_tl_canvas_entry_is_open (self) || gtk_widget_get_visible (self->hint))
    return GTK_WIDGET_CLASS (tl_canvas_parent_class)->focus (widget, direction);
  if (focus_child == NULL && !gtk_widget_is_focus (widget))
    {
      const char *id = self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;

      if (self->scene == NULL)
        return FALSE;
      if (id != NULL)
        _tl_canvas_keys_focus (self, id);
      else
        gtk_widget_grab_focus (widget);
      return TRUE;
    }
  return _tl_canvas_keys_move_on (self, direction);
}

static void
tl_canvas_direction_changed (GtkWidget       *widget,
                             GtkTextDirection previous)
{
  TlCanvas *self = TL_CANVAS (widget);

  g_ptr_array_set_size (self->lane_names, 0);
  _tl_canvas_lanes_update (self);
  gtk_widget_queue_allocate (widget);
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_set_selection (self, NULL);
  tl_canvas_set_review (self, NULL);
  g_clear_handle_id (&self->populate_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->redraw_id, g_source_remove);
  g_clear_handle_id (&self->notice_id, g_source_remove);
  g_clear_pointer (&self->lane_names, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_array_unref);
  g_clear_pointer (&self->card_lines, g_array_unref);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->search, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->notice, gtk_widget_unparent);
  g_clear_pointer (&self->overview, gtk_widget_unparent);
  g_clear_pointer (&self->busy, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_finalize (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  g_clear_pointer (&self->ground, tl_canvas_picture_free);
  g_clear_pointer (&self->whole, tl_canvas_picture_free);
  g_clear_object (&self->fields);
  g_clear_object (&self->tunnel);
  g_free (self->press_id);
  g_free (self->connect_refusal);
  g_free (self->connect_link_id);
  g_strfreev (self->rubber_before);
  g_free (self->search_id);
  g_free (self->keys_id);
  g_free (self->move_group);
  g_free (self->entry_id);
  g_free (self->entry_category);
  g_free (self->entry_before);
  g_free (self->entry_cause_id);
  g_free (self->entry_effect_id);

  G_OBJECT_CLASS (tl_canvas_parent_class)->finalize (object);
}

static void
tl_canvas_get_property (GObject    *object,
                        guint       property,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (property)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->viewport.zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_canvas_set_property (GObject      *object,
                        guint         property,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (property)
    {
    case PROP_REVIEW:
      tl_canvas_set_review (self, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      tl_canvas_set_selection (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_canvas_dispose;
  object_class->finalize = tl_canvas_finalize;
  object_class->get_property = tl_canvas_get_property;
  object_class->set_property = tl_canvas_set_property;
  widget_class->focus = tl_canvas_focus;
  widget_class->direction_changed = tl_canvas_direction_changed;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, TL_TYPE_REVIEW,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTION]
      = g_param_spec_object ("selection", NULL, NULL, TL_TYPE_SELECTION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, TL_CANVAS_MIN_ZOOM, TL_CANVAS_MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  _tl_canvas_keys_class_init (widget_class);
  _tl_canvas_actions_class_init (widget_class);
  _tl_canvas_paint_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_canvas_init (TlCanvas *self)
{
  tl_canvas_viewport_init (&self->viewport);
  _tl_canvas_paint_init (self);
  self->fit_wanted = TRUE;
  self->first_view = TRUE;
  self->target_band = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Graph"), -1);

  _tl_canvas_notice_init (self);
  _tl_canvas_overview_init (self);
  _tl_canvas_busy_init (self);
  _tl_canvas_connect_init (self);
  _tl_canvas_hint_init (self);
  _tl_canvas_entry_init (self);
  _tl_canvas_children_init (self);
  _tl_canvas_cards_init (self);
  _tl_canvas_pointer_init (self);
  _tl_canvas_navigate_init (self);
  _tl_canvas_keys_init (self);
  _tl_canvas_drop_init (self);
  _tl_canvas_extract_init (self);
  _tl_canvas_fields_init (self);
  _tl_canvas_clipboard_init (self);
  _tl_canvas_update_actions (self);
}

/**
 * tl_canvas_new:
 *
 * Returns: a canvas without a review
 */
GtkWidget *
tl_canvas_new (void)
{
  return g_object_new (TL_TYPE_CANVAS, NULL);
}

/**
 * tl_canvas_set_review:
 * @review: (nullable): what to show
 */
void
tl_canvas_set_review (TlCanvas *self,
                      TlReview *review)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (review == NULL || TL_IS_REVIEW (review));

  if (review == self->review)
    return;
  _tl_canvas_entry_close (self, FALSE);
  drop_scene (self);
  if (self->review != NULL)
    g_signal_handlers_disconnect_by_func (self->review, review_changed_cb, self);
  g_set_object (&self->review, review);
  tl_guard_hint_set_review (self->entry_text, review);
  _tl_canvas_see_review (self);
  if (review != NULL)
    {
      g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
      self->fit_wanted = TRUE;
      self->first_view = TRUE;
      create_scene (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * tl_canvas_set_selection:
 * @selection: (nullable): the window's selection, of the same review
 */
void
tl_canvas_set_selection (TlCanvas    *self,
                         TlSelection *selection)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (selection == NULL || TL_IS_SELECTION (selection));

  if (selection == self->selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selection_changed_cb, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self, selection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

/**
 * tl_canvas_fit:
 *
 * Shows all factors, at 100 % at most. Before the canvas has a size it is done as soon as it has one.
 */
void
tl_canvas_fit (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  self->first_view = FALSE;
  if (self->scene == NULL || self->viewport.width <= 0)
    {
      self->fit_wanted = TRUE;
      return;
    }
  _tl_canvas_fit_now (self);
  _tl_canvas_view_changed (self);
}

/**
 * tl_canvas_reveal:
 * @id: a factor or a link; anything else is ignored
 *
 * Moves the view as little as needed to show it, and comes nearer if it could not be read.
 */
void
tl_canvas_reveal (TlCanvas   *self,
                  const char *id)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (id != NULL);

  TlCanvasNode *node = self->scene != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = self->scene != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  graphene_rect_t rect;

  if ((node != NULL && !tl_canvas_node_is_shown (node)) || (edge != NULL && !tl_canvas_edge_is_shown (edge)))
    _tl_canvas_see_again (self, id);
  if (node != NULL && node->placed)
    tl_canvas_node_get_rect (node, &rect);
  else if (edge != NULL && edge->points->len >= 4)
    rect = edge->bounds;
  else
    return;
  if (_tl_canvas_is_plain (self))
    tl_canvas_viewport_zoom_at (&self->viewport, 0.7, self->viewport.width / 2, self->viewport.height / 2);
  tl_canvas_viewport_reveal (&self->viewport, &rect, TL_CANVAS_FIT_PADDING);
  _tl_canvas_view_changed (self);
}
