/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done on the narrative, by key, menu or button: each is an action of the view. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>

#include "ui/narrative/tl-narrative-fold.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-record-picker.h"

#define ZOOM_STEP 1.5

static TlReview *
get_review (TlNarrativeView *self)
{
  return tl_narrative_get_review (self->narrative);
}

/* Looking */

/* About what is selected, where that is in view, else about the middle. */
static double
get_centre (TlNarrativeView *self)
{
  const char *id = tl_selection_get_primary_id (self->selection);
  const TlNarrativePlace *place = id != NULL ? _tl_narrative_places_find (self, id) : NULL;

  if (place != NULL && place->item->dated)
    {
      double x = tl_time_scale_to_x (&self->scale, (double) place->item->from);

      if (x >= 0 && x <= self->scale.width)
        return x;
    }
  return self->scale.width / 2;
}

static void
zoom (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);

  tl_time_scale_zoom_at (&self->scale, g_str_has_suffix (name, "in") ? ZOOM_STEP : 1 / ZOOM_STEP, get_centre (self));
  _tl_narrative_view_changed (self);
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);

  self->fit_wanted = TRUE;
  _tl_narrative_view_changed (self);
}

/* Adding */

static void
add_event (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  const TlNarrativeSpot spot
      = { _tl_narrative_keys_get_lane (self), (gint64) tl_time_scale_to_minute (&self->scale, get_centre (self)) };

  _tl_narrative_entry_popup (self, &spot);
}

static void
pick (TlNarrativeView   *self,
      const char *const *kinds,
      GCallback          picked)
{
  GtkWidget *picker = tl_record_picker_new (get_review (self), kinds);

  g_signal_connect_object (picker, "picked", picked, self, G_CONNECT_SWAPPED);
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), GTK_WIDGET (self));
}

static void
account_picked_cb (TlNarrativeView *self,
                   const char      *role_id)
{
  TlRecord *event = _tl_narrative_verbs_get_event (self);

  if (event != NULL)
    _tl_narrative_verb_add_account (self, tl_record_get_id (event), role_id);
}

static void
add_account (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const char *const kinds[] = { "role", NULL };

  if (_tl_narrative_verbs_get_event (TL_NARRATIVE_VIEW (widget)) != NULL)
    pick (TL_NARRATIVE_VIEW (widget), kinds, G_CALLBACK (account_picked_cb));
}

static void
told_picked_cb (TlNarrativeView *self,
                const char      *told_id)
{
  TlRecord *event = _tl_narrative_verbs_get_event (self);
  TlRecord *record = tl_selection_get_primary (self->selection);

  if (event == NULL)
    return;
  /* Whose account is selected is who told. */
  const char *teller_id = tl_record_is (record, "account") ? tl_record_get_text (record, "role") : NULL;
  _tl_narrative_verb_add_telling (self, tl_record_get_id (event), teller_id, told_id);
}

static void
add_telling (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const char *const kinds[] = { "role", NULL };

  if (_tl_narrative_verbs_get_event (TL_NARRATIVE_VIEW (widget)) != NULL)
    pick (TL_NARRATIVE_VIEW (widget), kinds, G_CALLBACK (told_picked_cb));
}

static void
episode_picked_cb (TlNarrativeView *self,
                   const char      *episode_id)
{
  TlRecord *event = _tl_narrative_verbs_get_event (self);

  if (event != NULL)
    _tl_narrative_verb_add_to_episode (self, tl_record_get_id (event), episode_id);
}

static void
episode_named_cb (TlNarrativeView *self,
                  const char      *title)
{
  TlRecord *event = _tl_narrative_verbs_get_event (self);

  _tl_narrative_verb_add_episode (self, event != NULL ? tl_record_get_id (event) : NULL, title);
}

static void
add_to_episode (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  static const char *const kinds[] = { "episode", NULL };
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  GtkWidget *picker = tl_record_picker_new (get_review (self), kinds);

  tl_record_picker_set_new_label (TL_RECORD_PICKER (picker), _("New episode “%s”"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (episode_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "named", G_CALLBACK (episode_named_cb), self, G_CONNECT_SWAPPED);
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), widget);
}

/* Changing */

static void
shift (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  TlRecord *record = tl_selection_get_primary (self->selection);
  gboolean is_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const TlNarrativePlace *place
      = record != NULL ? _tl_narrative_places_find (self, tl_record_get_id (record)) : NULL;

  if (place != NULL && place->item->dated)
    _tl_narrative_verb_shift (self, record,
                              g_str_equal (g_variant_get_string (parameter, NULL), "left") != is_right ? -1 : 1);
}

static void
contradict (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  TlRecord *record = tl_selection_get_primary (self->selection);

  if (record != NULL && tl_record_is (record, "account"))
    _tl_narrative_contradict_popup (self, record);
}

static void
delete (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  _tl_narrative_verb_delete (TL_NARRATIVE_VIEW (widget));
}

/* Opening */

/**
 * _tl_narrative_actions_open:
 *
 * Goes into what is selected: an episode has a page of its own, all else is changed in the inspector.
 */
void
_tl_narrative_actions_open (TlNarrativeView *self)
{
  TlRecord *record = tl_selection_get_primary (self->selection);

  if (record != NULL && tl_record_is (record, "episode"))
    gtk_widget_activate_action (GTK_WIDGET (self), "narrative.open-episode", "s", tl_record_get_id (record));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && TL_IS_NARRATIVE_FOLD (focus))
    _tl_narrative_fold_popup (self, _tl_narrative_places_find_widget (self, focus));
  else
    _tl_narrative_actions_open (self);
}

static void
menu (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  _tl_narrative_menu_popup (TL_NARRATIVE_VIEW (widget), bounds.origin.x + bounds.size.width / 2,
                            bounds.origin.y + bounds.size.height);
}

/**
 * _tl_narrative_actions_update:
 *
 * Enables what can be done with what is selected.
 */
void
_tl_narrative_actions_update (TlNarrativeView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlRecord *record = tl_selection_get_primary (self->selection);
  TlRecord *event = _tl_narrative_verbs_get_event (self);
  gboolean editable = !tl_review_get_read_only (get_review (self));
  gboolean has_event = editable && event != NULL;
  gboolean shown = editable && record != NULL && tl_narrative_view_shows (self, record);

  gtk_widget_action_set_enabled (widget, "narrative.add-event", editable);
  gtk_widget_action_set_enabled (widget, "narrative.add-account", has_event);
  gtk_widget_action_set_enabled (widget, "narrative.add-telling", has_event);
  gtk_widget_action_set_enabled (widget, "narrative.add-to-episode", editable);
  gtk_widget_action_set_enabled (widget, "narrative.contradict", shown && tl_record_is (record, "account"));
  gtk_widget_action_set_enabled (widget, "narrative.shift", shown);
  gtk_widget_action_set_enabled (widget, "narrative.delete", shown);
}

/**
 * _tl_narrative_actions_class_init:
 *
 * Installs the actions and their keys.
 */
void
_tl_narrative_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "narrative.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "narrative.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "narrative.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "narrative.add-event", NULL, add_event);
  gtk_widget_class_install_action (widget_class, "narrative.add-account", NULL, add_account);
  gtk_widget_class_install_action (widget_class, "narrative.add-telling", NULL, add_telling);
  gtk_widget_class_install_action (widget_class, "narrative.add-to-episode", NULL, add_to_episode);
  gtk_widget_class_install_action (widget_class, "narrative.contradict", NULL, contradict);
  gtk_widget_class_install_action (widget_class, "narrative.shift", "s", shift);
  gtk_widget_class_install_action (widget_class, "narrative.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "narrative.activate", NULL, activate);
  gtk_widget_class_install_action (widget_class, "narrative.menu", NULL, menu);
  tl_accels_install (widget_class, "narrative.");
}
