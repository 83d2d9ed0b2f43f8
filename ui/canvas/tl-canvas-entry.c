/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing a statement where the factor is: for one that is there, or for a new one, which comes into being only when
 * there is a statement. Enter keeps it, Escape does not. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "model/base/tl-text.h"
#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-guard-hint.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
dup_text (TlCanvas *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry_text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (tl_text_one_line (text, NULL));
}

static void
open_entry (TlCanvas   *self,
            const char *statement)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry_text));
  GtkTextIter start, end;
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) self->entry_spot.x - TL_CANVAS_FACTOR_WIDTH / 2.0f,
                                             (float) self->entry_spot.y - TL_CANVAS_FACTOR_HEIGHT / 2.0f,
                                             TL_CANVAS_FACTOR_WIDTH, TL_CANVAS_FACTOR_HEIGHT);

  g_free (self->entry_before);
  self->entry_before = g_strdup (statement);
  gtk_text_buffer_set_text (buffer, statement != NULL ? statement : "", -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_set_visible (self->hint, FALSE);
  if (tl_canvas_viewport_reveal (&self->viewport, &rect, 12))
    _tl_canvas_view_changed (self);
  gtk_widget_grab_focus (self->entry_text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static const char *
find_factor (TlCanvas   *self,
             const char *id)
{
  return id != NULL && tl_canvas_scene_find_node (self->scene, id) != NULL ? id : NULL;
}

static gboolean
keep_new (TlCanvas   *self,
          const char *text)
{
  g_autofree char *id = NULL;

  self->entry_spot.band = MIN (self->entry_spot.band, tl_canvas_scene_get_n_bands (self->scene) - 1);
  id = _tl_canvas_verb_add (self, text, &self->entry_spot, self->entry_category,
                            find_factor (self, self->entry_cause_id), find_factor (self, self->entry_effect_id));
  if (id != NULL && self->selection != NULL)
    tl_selection_set_one (self->selection, id);
  return id != NULL;
}

/* What another program did to the factor meanwhile is no reason to lose what was typed, but to say so. */
static gboolean
keep_renamed (TlCanvas   *self,
              const char *text)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, self->entry_id);
  const char *now = node != NULL ? tl_record_get_text (node->record, "statement") : NULL;
  g_autofree char *notice = NULL;
  gboolean done;

  if (g_strcmp0 (self->entry_before, text) == 0 || g_strcmp0 (now, text) == 0)
    return TRUE;
  if (node == NULL)
    notice = g_strdup (_("The factor was deleted meanwhile. What you typed is a new one."));
  else if (g_strcmp0 (now, self->entry_before) != 0)
    {
      g_autofree char *shortened = tl_graph_wording_shorten (now);

      notice = g_strdup_printf (_("Meanwhile it had been changed to “%s”. Undo to have that back."), shortened);
    }
  done = node != NULL ? _tl_canvas_verb_rename (self, self->entry_id, text) : keep_new (self, text);
  if (done && notice != NULL)
    _tl_canvas_notice_show (self, notice);
  return done;
}

/* Returns: FALSE if it could not be kept, which has been said */
static gboolean
keep (TlCanvas   *self,
      const char *text)
{
  if (*text == '\0' || self->scene == NULL)
    return TRUE;
  return self->entry_id != NULL ? keep_renamed (self, text) : keep_new (self, text);
}

/* Callbacks */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TlCanvas              *self)
{
  if (key == GDK_KEY_Escape)
    _tl_canvas_entry_close (self, FALSE);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    _tl_canvas_entry_close (self, TRUE);
  else if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    _tl_canvas_entry_close (self, TRUE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               TlCanvas                *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window in front is no reason to stop typing. */
  if (root != NULL && gtk_root_get_focus (root) != self->entry_text)
    _tl_canvas_entry_close (self, TRUE);
}

void
_tl_canvas_entry_init (TlCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry_text = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE,
                                   "left-margin", 8, "right-margin", 8, "top-margin", 8, "bottom-margin", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry_text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Statement of the factor"), -1);
  self->entry = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->entry), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  tl_guard_hint_attach_to_view (GTK_TEXT_VIEW (self->entry_text));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->entry), self->entry_text);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->entry), TRUE);
  gtk_widget_add_css_class (self->entry, "statement-entry");
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry_text, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry_text, focus);
}

/**
 * _tl_canvas_entry_rename:
 *
 * Lets the person type another statement for @node.
 */
void
_tl_canvas_entry_rename (TlCanvas     *self,
                         TlCanvasNode *node)
{
  _tl_canvas_entry_close (self, TRUE);
  if (tl_review_get_read_only (self->review))
    {
      _tl_canvas_notice_show (self, _("This review is open for reading only."));
      return;
    }
  self->entry_id = g_strdup (tl_canvas_node_get_id (node));
  self->entry_spot = (TlCanvasSpot) { node->band, node->x, node->y };
  open_entry (self, tl_record_get_text (node->record, "statement"));
}

/**
 * _tl_canvas_entry_add:
 * @spot: where
 * @category: (nullable): the group it is to belong to
 * @cause_id: (nullable): what is to point at the new factor
 * @effect_id: (nullable): what it is to point at
 *
 * Lets the person type the statement of a new factor.
 */
void
_tl_canvas_entry_add (TlCanvas           *self,
                      const TlCanvasSpot *spot,
                      const char         *category,
                      const char         *cause_id,
                      const char         *effect_id)
{
  _tl_canvas_entry_close (self, TRUE);
  if (tl_review_get_read_only (self->review))
    {
      _tl_canvas_notice_show (self, _("This review is open for reading only."));
      return;
    }
  self->entry_spot = *spot;
  self->entry_category = g_strdup (category);
  self->entry_cause_id = g_strdup (cause_id);
  self->entry_effect_id = g_strdup (effect_id);
  open_entry (self, NULL);
}

gboolean
_tl_canvas_entry_is_open (TlCanvas *self)
{
  return self->entry != NULL && gtk_widget_get_visible (self->entry);
}

/**
 * _tl_canvas_entry_close:
 * @commit: keep what was typed; what can't be kept stays open
 */
void
_tl_canvas_entry_close (TlCanvas *self,
                        gboolean  commit)
{
  g_autofree char *text = NULL;
  gboolean had_focus;

  if (!_tl_canvas_entry_is_open (self))
    return;
  text = dup_text (self);
  had_focus = gtk_widget_has_focus (self->entry_text);
  gtk_widget_set_visible (self->entry, FALSE);
  if (commit && !keep (self, text))
    {
      gtk_widget_set_visible (self->entry, TRUE);
      gtk_widget_grab_focus (self->entry_text);
      return;
    }
  g_clear_pointer (&self->entry_id, g_free);
  g_clear_pointer (&self->entry_category, g_free);
  g_clear_pointer (&self->entry_cause_id, g_free);
  g_clear_pointer (&self->entry_effect_id, g_free);
  _tl_canvas_scene_changed (self);
  if (!had_focus)
    return;
  if (self->selection != NULL && tl_selection_get_n (self->selection) > 0)
    _tl_canvas_keys_focus (self, tl_selection_get_primary_id (self->selection));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
_tl_canvas_entry_allocate (TlCanvas *self)
{
  double unit = self->viewport.unit;
  int width = (int) round (TL_CANVAS_FACTOR_WIDTH * unit * MAX (self->viewport.zoom, 1));
  int height = (int) round (TL_CANVAS_FACTOR_HEIGHT * unit * MAX (self->viewport.zoom, 1));
  int wanted;
  double x, y, top;

  if (!_tl_canvas_entry_is_open (self))
    return;
  tl_canvas_viewport_to_view (&self->viewport, self->entry_spot.x, self->entry_spot.y, &x, &y);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  /* It begins where the factor does and grows downwards with what is typed. */
  top = y - height / 2.0;
  height = CLAMP (wanted, height, MAX (height, (int) self->viewport.height / 2));
  gtk_widget_allocate (
      self->entry, width, height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x - width / 2.0),
                                                           (float) round (top))));
}

/**
 * tl_canvas_flush:
 *
 * Keeps a statement that is still being typed.
 */
void
tl_canvas_flush (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  _tl_canvas_entry_close (self, TRUE);
}
