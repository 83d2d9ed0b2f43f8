/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the canvas follows what is looked at: its factors and links fade, go or are marked, and the view goes to them. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#define STEPS 3

static gboolean
take_sight (TlCanvas     *self,
            const char   *id,
            TlSightState *sight)
{
  TlSightState before = *sight;

  *sight = tl_canvas_sight_get_state (self->sight, id);
  if (*sight == TL_SIGHT_PLAIN && self->tunnel != NULL && tl_tunnel_get_state (self->tunnel, id) == TL_TUNNEL_NOT_YET)
    *sight = TL_SIGHT_FADED;
  return *sight != before;
}

/**
 * _tl_canvas_see:
 *
 * Has each factor and link be seen as it is to be.
 */
void
_tl_canvas_see (TlCanvas *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      guint group = tl_canvas_groups_find (self->groups, tl_canvas_node_get_id (node));

      changed |= take_sight (self, tl_canvas_node_get_id (node), &node->sight) || node->group != group;
      node->group = group;
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      changed |= take_sight (self, tl_canvas_edge_get_id (edge), &edge->sight);
    }
  _tl_canvas_cards_update (self);
  if (!changed)
    return;
  _tl_canvas_paint_forget (self);
  _tl_canvas_children_see (self);
}

/* What is looked at takes up @rect. Returns whether there is anything. */
static gboolean
get_rect (TlCanvas        *self,
          graphene_rect_t *rect)
{
  TlSightState wanted = tl_canvas_sight_get_mode (self->sight) == TL_SIGHT_FOCUS ? TL_SIGHT_PLAIN : TL_SIGHT_MARKED;
  gboolean found = FALSE;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      graphene_rect_t box;

      if (!node->placed || (node->sight != wanted && node->sight != TL_SIGHT_MARKED))
        continue;
      tl_canvas_node_get_rect (node, &box);
      if (found)
        graphene_rect_union (rect, &box, rect);
      else
        *rect = box;
      found = TRUE;
    }
  return found;
}

/**
 * tl_canvas_go_there:
 *
 * Moves the view to what is looked at now; a match is selected, too.
 */
void
tl_canvas_go_there (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL)
    return;

  const TlSightItem *item = tl_canvas_sight_get_item (self->sight, tl_canvas_sight_get_position (self->sight));
  graphene_rect_t rect;

  if (tl_canvas_sight_get_mode (self->sight) == TL_SIGHT_MATCHES)
    {
      if (item == NULL)
        return;
      g_autofree char *id = g_strdup (item->factors[0] != NULL ? item->factors[0] : item->links[0]);
      tl_canvas_reveal (self, id);
      if (self->selection != NULL)
        tl_selection_set_one (self->selection, id);
    }
  else if (get_rect (self, &rect))
    {
      tl_canvas_viewport_show (&self->viewport, &rect, TL_CANVAS_FIT_PADDING);
      _tl_canvas_view_changed (self);
    }
}

static void
sight_changed_cb (TlCanvas *self)
{
  if (self->scene == NULL)
    return;
  _tl_canvas_keys_before_change (self);
  _tl_canvas_see (self);
  _tl_canvas_scene_changed (self);
  _tl_canvas_keys_after_change (self);
  _tl_canvas_update_actions (self);
}

static void
lens_changed_cb (TlCanvas *self)
{
  if (self->scene == NULL)
    return;
  _tl_canvas_paint_forget (self);
  _tl_canvas_children_refresh_all (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tunnel_changed_cb (TlCanvas *self)
{
  if (self->scene == NULL)
    return;
  _tl_canvas_see (self);
  _tl_canvas_children_refresh_all (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * _tl_canvas_see_review:
 *
 * Everything of another review is looked at.
 */
void
_tl_canvas_see_review (TlCanvas *self)
{
  if (self->sight != NULL)
    g_signal_handlers_disconnect_by_func (self->sight, sight_changed_cb, self);
  g_clear_object (&self->sight);
  if (self->lens != NULL)
    g_signal_handlers_disconnect_by_func (self->lens, lens_changed_cb, self);
  g_clear_object (&self->lens);
  if (self->groups != NULL)
    g_signal_handlers_disconnect_by_func (self->groups, sight_changed_cb, self);
  g_clear_object (&self->groups);
  if (self->review == NULL)
    return;
  self->sight = tl_canvas_sight_new (self->review);
  g_signal_connect_object (self->sight, "changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);
  self->lens = tl_canvas_lens_new (self->review);
  g_signal_connect_object (self->lens, "changed", G_CALLBACK (lens_changed_cb), self, G_CONNECT_SWAPPED);
  self->groups = tl_canvas_groups_new (self->review);
  g_signal_connect_object (self->groups, "changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * _tl_canvas_see_escape:
 *
 * Returns: whether there was something to go back from
 */
gboolean
_tl_canvas_see_escape (TlCanvas *self)
{
  if (self->sight == NULL || tl_canvas_sight_get_mode (self->sight) == TL_SIGHT_EVERYTHING)
    return FALSE;
  tl_canvas_sight_show_everything (self->sight);
  return TRUE;
}

static void
expand_group_of (TlCanvas   *self,
                 const char *id)
{
  const TlCanvasGroup *group = tl_canvas_groups_get (self->groups, tl_canvas_groups_find (self->groups, id));

  if (group == NULL)
    return;
  g_autofree char *field = g_strdup (group->field);
  g_autofree char *key = g_strdup (group->key);
  tl_canvas_groups_expand (self->groups, field, key);
}

/**
 * _tl_canvas_see_again:
 * @id: a factor or a link
 *
 * Lets it be seen, whatever was looked at or is collapsed.
 */
void
_tl_canvas_see_again (TlCanvas   *self,
                      const char *id)
{
  g_autofree char *wanted = g_strdup (id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, wanted);

  if (tl_canvas_sight_get_state (self->sight, wanted) == TL_SIGHT_HIDDEN)
    tl_canvas_sight_show_everything (self->sight);
  expand_group_of (self, edge != NULL ? tl_canvas_node_get_id (edge->cause) : wanted);
  if (edge != NULL)
    expand_group_of (self, tl_canvas_node_get_id (edge->effect));
}

/* The factors among what is selected. */
static GStrv
dup_selected_factors (TlCanvas *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; self->selection != NULL && i < tl_selection_get_n (self->selection); i++)
    {
      const char *id = tl_selection_get_id (self->selection, i);

      if (tl_canvas_scene_find_node (self->scene, id) != NULL)
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

/* Actions */

/* The first time the nearest causes and effects; each time again those one step farther, and in the end all. */
static void
focus (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  g_auto (GStrv) ids = self->scene != NULL ? dup_selected_factors (self) : NULL;
  guint steps = self->scene != NULL ? tl_canvas_sight_get_steps (self->sight) : 0;

  if (ids == NULL)
    return;
  if (ids[0] == NULL)
    {
      _tl_canvas_notice_show (self, _("Select the factors whose causes and effects are to be seen."));
      return;
    }
  if (tl_canvas_sight_get_mode (self->sight) == TL_SIGHT_FOCUS
      && g_strv_equal ((const char *const *) ids, tl_canvas_sight_get_ids (self->sight)))
    tl_canvas_sight_set_steps (self->sight, steps < STEPS ? steps + 1 : steps == STEPS ? TL_SIGHT_ALL_STEPS : 1);
  else
    tl_canvas_sight_focus (self->sight, (const char *const *) ids, steps);
  tl_canvas_go_there (self);
}

static void
say_no_path (TlCanvas          *self,
             const char *const *ids)
{
  const char *cause = tl_record_get_text (tl_canvas_scene_find_node (self->scene, ids[0])->record, "statement");
  const char *effect = tl_record_get_text (tl_canvas_scene_find_node (self->scene, ids[1])->record, "statement");
  const char *none = _("No statement yet");
  g_autofree char *text = g_strdup_printf (_("No chain of causes leads from “%s” to “%s”, nor the other way."),
                                           cause != NULL ? cause : none, effect != NULL ? effect : none);

  _tl_canvas_notice_show (self, text);
}

/* From what was selected first to what was selected then; the other way if that is how causes lead. */
static void
paths (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  g_auto (GStrv) ids = self->scene != NULL ? dup_selected_factors (self) : NULL;

  if (ids == NULL)
    return;
  if (g_strv_length (ids) != 2)
    _tl_canvas_notice_show (self, _("Select two factors to see how one leads to the other."));
  else if (!tl_canvas_sight_show_paths (self->sight, ids[0], ids[1])
           && !tl_canvas_sight_show_paths (self->sight, ids[1], ids[0]))
    say_no_path (self, (const char *const *) ids);
  else
    tl_canvas_go_there (self);
}

static void
loops (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene == NULL)
    return;
  if (tl_canvas_sight_show_loops (self->sight))
    tl_canvas_go_there (self);
  else
    _tl_canvas_notice_show (self, _("There is no loop: nothing leads back to itself."));
}

static void
find (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene != NULL)
    tl_canvas_sight_find (self->sight, "");
}

static void
show_everything (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _tl_canvas_see_escape (TL_CANVAS (widget));
}

static void
step (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene == NULL)
    return;
  tl_canvas_sight_step (self->sight, g_str_equal (name, "canvas.next") ? 1 : -1);
  tl_canvas_go_there (self);
}

static void
keep_path (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  g_autoptr (GError) error = NULL;

  if (self->scene == NULL || tl_canvas_sight_get_mode (self->sight) != TL_SIGHT_PATHS)
    return;
  if (tl_canvas_sight_keep_path (self->sight, &error))
    _tl_canvas_notice_show (self, _("The path is kept with the review."));
  else
    _tl_canvas_notice_show (self, error->message);
}

void
_tl_canvas_see_class_init (GtkWidgetClass *widget_class)
{
  const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "canvas.focus", focus },
    { "canvas.paths", paths },
    { "canvas.loops", loops },
    { "canvas.find", find },
    { "canvas.next", step },
    { "canvas.previous", step },
    { "canvas.keep-path", keep_path },
    { "canvas.show-everything", show_everything },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/**
 * _tl_canvas_see_update_actions:
 *
 * Sets which of the actions can be chosen.
 */
void
_tl_canvas_see_update_actions (TlCanvas *self)
{
  TlSightMode mode = self->sight != NULL ? tl_canvas_sight_get_mode (self->sight) : TL_SIGHT_EVERYTHING;
  gboolean has_items = self->sight != NULL && tl_canvas_sight_get_n_items (self->sight) > 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "canvas.next", has_items);
  gtk_widget_action_set_enabled (widget, "canvas.previous", has_items);
  gtk_widget_action_set_enabled (widget, "canvas.show-everything", mode != TL_SIGHT_EVERYTHING);
  gtk_widget_action_set_enabled (widget, "canvas.keep-path",
                                 mode == TL_SIGHT_PATHS && !tl_review_get_read_only (self->review));
}

/**
 * tl_canvas_get_sight:
 *
 * Returns: (transfer none) (nullable): what of the review is looked at
 */
TlCanvasSight *
tl_canvas_get_sight (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->sight;
}

/**
 * tl_canvas_get_lens:
 *
 * Returns: (transfer none) (nullable): through what the factors are seen
 */
TlCanvasLens *
tl_canvas_get_lens (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->lens;
}

/**
 * tl_canvas_get_groups:
 *
 * Returns: (transfer none) (nullable): which factors are shown as one card
 */
TlCanvasGroups *
tl_canvas_get_groups (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->groups;
}

/**
 * tl_canvas_get_method:
 *
 * Returns: (transfer none) (nullable): by whose kinds and levels the graph is shown
 */
TlMethod *
tl_canvas_get_method (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->scene != NULL ? tl_canvas_scene_get_method (self->scene) : NULL;
}

/**
 * tl_canvas_set_tunnel:
 * @tunnel: what says whether factors and links were known
 *
 * Shows what was not yet known paler, and says so of it.
 */
void
tl_canvas_set_tunnel (TlCanvas *self,
                      TlTunnel *tunnel)
{
  g_return_if_fail (TL_IS_CANVAS (self) && TL_IS_TUNNEL (tunnel) && self->tunnel == NULL);

  self->tunnel = g_object_ref (tunnel);
  g_signal_connect_object (tunnel, "changed", G_CALLBACK (tunnel_changed_cb), self, G_CONNECT_SWAPPED);
  tunnel_changed_cb (self);
}
