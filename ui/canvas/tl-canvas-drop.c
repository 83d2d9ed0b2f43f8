/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is dropped on the canvas: a group of the palette, which asks for the statement of a new factor of it, or text,
 * of which each line becomes a factor. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "ui/widgets/tl-term.h"

static void
end_hover (TlCanvas *self)
{
  _tl_canvas_lanes_set_target (self, -1);
}

/* Callbacks */

static GdkDragAction
hover_cb (GtkDropTarget *target,
          double         x,
          double         y,
          TlCanvas      *self)
{
  TlCanvasSpot spot;

  if (self->scene == NULL || tl_review_get_read_only (self->review))
    return 0;
  _tl_canvas_get_spot (self, x, y, &spot);
  _tl_canvas_lanes_set_target (self, (int) spot.band);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target,
          TlCanvas      *self)
{
  end_hover (self);
}

static gboolean
drop_text (TlCanvas           *self,
           const char         *text,
           const TlCanvasSpot *spot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFragment) fragment = tl_fragment_new_from_text (text, self->review, &error);

  if (fragment == NULL)
    _tl_canvas_notice_show (self, error->message);
  return fragment != NULL && _tl_canvas_verb_paste (self, fragment, spot);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TlCanvas      *self)
{
  TlCanvasSpot spot;

  end_hover (self);
  if (self->scene == NULL || tl_review_get_read_only (self->review))
    return FALSE;
  _tl_canvas_get_spot (self, x, y, &spot);
  if (G_VALUE_HOLDS_STRING (value))
    return drop_text (self, g_value_get_string (value), &spot);
  _tl_canvas_entry_add (self, &spot, tl_term_get_key (g_value_get_object (value)), NULL, NULL);
  return TRUE;
}

void
_tl_canvas_drop_init (TlCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { TL_TYPE_TERM, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "enter", G_CALLBACK (hover_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (hover_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * tl_canvas_add_in_group:
 * @category: key of a group of factors
 *
 * Asks for the statement of a new factor of that group, near what is selected or in view, and at the group's level.
 */
void
tl_canvas_add_in_group (TlCanvas   *self,
                        const char *category)
{
  g_return_if_fail (TL_IS_CANVAS (self) && category != NULL);

  TlMethod *method = self->scene != NULL ? tl_canvas_scene_get_method (self->scene) : NULL;
  const TlMethodEntry *group
      = method != NULL ? tl_method_find_entry (method, TL_VOCABULARY_CATEGORY, category) : NULL;
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);
  TlCanvasSpot spot;

  if (group == NULL)
    return;
  _tl_canvas_get_spot (self, self->viewport.width / 2, self->viewport.height / 2, &spot);
  if (node != NULL && node->placed)
    spot = (TlCanvasSpot) { MIN (node->band, tl_canvas_scene_get_n_bands (self->scene) - 1), node->x, node->y };
  if (group->level >= 0)
    spot.band = (guint) group->level;
  tl_canvas_scene_find_room (self->scene, &spot, 1);
  _tl_canvas_entry_add (self, &spot, category, NULL, NULL);
}
