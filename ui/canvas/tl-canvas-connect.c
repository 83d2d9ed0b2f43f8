/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a link from a factor's edge to another factor, or leading an end of a link to another one. Near the pointer
 * stands what will come of it, or why it can't be. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* From the pointer, so that it covers neither. */
#define WORD_DISTANCE 18

void
_tl_canvas_connect_init (TlCanvas *self)
{
  self->word = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "visible",
                             FALSE, "xalign", 0.0, "max-width-chars", 42, NULL);
  gtk_widget_add_css_class (self->word, "connect-word");
  gtk_widget_set_can_target (self->word, FALSE);
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
}

/**
 * _tl_canvas_connect_allocate:
 *
 * Gives the word its place near the pointer, within the view.
 */
void
_tl_canvas_connect_allocate (TlCanvas *self)
{
  int width, height, min_width;

  if (!gtk_widget_should_layout (self->word))
    return;
  gtk_widget_measure (self->word, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, &width, NULL, NULL);
  width = MAX (min_width, MIN (width, (int) self->viewport.width));
  gtk_widget_measure (self->word, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  double x = self->pointer_x + WORD_DISTANCE, y = self->pointer_y + WORD_DISTANCE;
  if (x + width > self->viewport.width)
    x = self->pointer_x - WORD_DISTANCE - width;
  if (y + height > self->viewport.height)
    y = self->pointer_y - WORD_DISTANCE - height;
  gtk_widget_allocate (self->word, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (MAX (x, 0)),
                                                                            (float) round (MAX (y, 0)))));
}

/**
 * _tl_canvas_connect_say:
 * @text: (nullable): what will come of what is dragged, or %NULL for nothing
 * @is_refusal: it is why nothing will
 *
 * Says it near the pointer.
 */
void
_tl_canvas_connect_say (TlCanvas   *self,
                        const char *text,
                        gboolean    is_refusal)
{
  gtk_label_set_label (GTK_LABEL (self->word), text != NULL ? text : "");
  if (is_refusal)
    gtk_widget_add_css_class (self->word, "refusal");
  else
    gtk_widget_remove_css_class (self->word, "refusal");
  gtk_widget_set_visible (self->word, text != NULL);
}

static const char *
get_word_for_ground (TlCanvas *self)
{
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;

  if (self->connect_link_id != NULL)
    return to_effect ? _("Let go on the factor that is to be the effect")
                     : _("Let go on the factor that is to be the cause");
  return to_effect ? _("Let go to add an effect here") : _("Let go to add a cause here");
}

static void
update_word (TlCanvas     *self,
             TlCanvasNode *origin)
{
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;
  TlCanvasNode *target = self->connect_target;
  g_autofree char *title = NULL;

  if (self->connect_refusal != NULL)
    _tl_canvas_connect_say (self, self->connect_refusal, TRUE);
  else if (target == origin)
    _tl_canvas_connect_say (self, NULL, FALSE);
  else if (target == NULL)
    _tl_canvas_connect_say (self, get_word_for_ground (self), FALSE);
  else
    {
      title = _tl_canvas_dup_link_title (to_effect ? origin : target, to_effect ? target : origin);
      _tl_canvas_connect_say (self, title, FALSE);
    }
}

/**
 * _tl_canvas_connect_update:
 *
 * Looks at what the link would reach.
 */
void
_tl_canvas_connect_update (TlCanvas *self,
                           double    view_x,
                           double    view_y)
{
  TlCanvasNode *origin = tl_canvas_scene_find_node (self->scene, self->press_id);
  TlCanvasEdge *edge = self->connect_link_id != NULL
                           ? tl_canvas_scene_find_edge (self->scene, self->connect_link_id)
                           : NULL;
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;
  double x, y;

  if (origin == NULL)
    return;
  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  self->connect_target = tl_canvas_scene_pick_node (self->scene, x, y);
  g_clear_pointer (&self->connect_refusal, g_free);
  if (self->connect_target != NULL && self->connect_target != origin)
    self->connect_refusal = _tl_canvas_refuse_link (self, to_effect ? origin : self->connect_target,
                                                    to_effect ? self->connect_target : origin, edge, NULL);
  update_word (self, origin);
  _tl_canvas_lanes_set_target (self, self->connect_target == NULL && edge == NULL
                                         ? (int) tl_canvas_scene_pick_band (self->scene, y)
                                         : -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Let go on empty ground: a new factor there, linked. */
static void
add_at_pointer (TlCanvas *self,
                gboolean  is_effect)
{
  TlCanvasSpot spot;

  _tl_canvas_get_spot (self, self->pointer_x, self->pointer_y, &spot);
  self->tool = TL_CANVAS_TOOL_NONE;
  _tl_canvas_entry_add (self, &spot, NULL, is_effect ? self->press_id : NULL, is_effect ? NULL : self->press_id);
}

/**
 * _tl_canvas_connect_end:
 * @commit: make the link, if there is a factor to link
 */
void
_tl_canvas_connect_end (TlCanvas *self,
                        gboolean  commit)
{
  g_autofree char *target = self->connect_target != NULL ? g_strdup (tl_canvas_node_get_id (self->connect_target))
                                                         : NULL;
  g_autofree char *link = g_steal_pointer (&self->connect_link_id);
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;

  self->connect_target = NULL;
  g_clear_pointer (&self->connect_refusal, g_free);
  _tl_canvas_connect_say (self, NULL, FALSE);
  _tl_canvas_lanes_set_target (self, -1);
  /* Let go where it began, nothing was meant. */
  if (!self->tool_moved || !commit || g_strcmp0 (target, self->press_id) == 0)
    return;

  const char *cause = to_effect ? self->press_id : target;
  const char *effect = to_effect ? target : self->press_id;
  if (target != NULL && link != NULL)
    _tl_canvas_verb_reroute (self, link, cause, effect);
  else if (target != NULL)
    _tl_canvas_verb_link (self, cause, effect);
  else if (link == NULL)
    add_at_pointer (self, to_effect);
}
