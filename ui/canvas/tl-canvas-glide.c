/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors that were moved all at once glide from where they were, so that the eye can follow them. Without animations
 * they are there at once. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#define GLIDE_MS 260
/* More than so many would stutter. */
#define MAX_GLIDING 600

/* Shows every gliding factor at @share of the way back to where it was. */
static void
show_share (TlCanvas *self,
            double    share)
{
  GHashTableIter iter;
  gpointer id, from;

  g_hash_table_iter_init (&iter, self->glide_from);
  while (g_hash_table_iter_next (&iter, &id, &from))
    {
      TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);

      if (node == NULL)
        continue;
      node->dragged = share > 0;
      node->dx = share * (((TlLayoutPoint *) from)->x - node->x);
      node->dy = share * (((TlLayoutPoint *) from)->y - node->y);
    }
}

static void
glide_cb (double    share,
          TlCanvas *self)
{
  if (self->glide_from == NULL || self->scene == NULL)
    return;
  show_share (self, share);
  tl_canvas_scene_reroute_live (self->scene);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
glide_done_cb (AdwAnimation *animation,
               TlCanvas     *self)
{
  _tl_canvas_glide_end (self);
}

/**
 * _tl_canvas_glide_prepare:
 *
 * Takes note of where factors are; to be called before they are moved.
 */
void
_tl_canvas_glide_prepare (TlCanvas *self)
{
  _tl_canvas_glide_end (self);
  self->glide_from = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      const TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      TlLayoutPoint place = { node->x, node->y };

      if (node->placed)
        g_hash_table_insert (self->glide_from, g_strdup (tl_canvas_node_get_id (node)),
                             g_memdup2 (&place, sizeof place));
    }
}

static gboolean
stays_cb (gpointer id,
          gpointer from,
          gpointer data)
{
  TlCanvas *self = data;
  const TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);

  return node == NULL || (node->x == ((TlLayoutPoint *) from)->x && node->y == ((TlLayoutPoint *) from)->y);
}

/**
 * _tl_canvas_glide_begin:
 *
 * Lets the factors that have moved since _tl_canvas_glide_prepare() glide to where they are now.
 */
void
_tl_canvas_glide_begin (TlCanvas *self)
{
  AdwAnimationTarget *target;

  if (self->scene == NULL)
    return;
  g_hash_table_foreach_remove (self->glide_from, stays_cb, self);
  if (g_hash_table_size (self->glide_from) > MAX_GLIDING)
    {
      _tl_canvas_glide_end (self);
      return;
    }
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) glide_cb, self, NULL);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, GLIDE_MS, target);
  g_signal_connect (self->glide, "done", G_CALLBACK (glide_done_cb), self);
  adw_animation_play (self->glide);
}

/**
 * _tl_canvas_glide_end:
 *
 * Whatever is gliding is there.
 */
void
_tl_canvas_glide_end (TlCanvas *self)
{
  if (self->glide != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->glide, glide_done_cb, self);
      adw_animation_pause (self->glide);
    }
  g_clear_object (&self->glide);
  if (self->glide_from == NULL)
    return;
  if (self->scene != NULL)
    {
      show_share (self, 0);
      tl_canvas_scene_settle (self->scene);
      _tl_canvas_scene_changed (self);
    }
  g_clear_pointer (&self->glide_from, g_hash_table_unref);
}
