/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What those in an episode knew when it was over, beside where it is appraised: a row for each, which unfolds to what
 * they did not know yet, could have known, and knew. It is only read; what is chosen is shown in the inspector. */
#include "config.h"

#include "ui/narrative/tl-episode-eyes.h"

#include <glib/gi18n.h>

#include "model/case/tl-episode-then.h"
#include "model/case/tl-tunnel-words.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-wording.h"

/* More of a state are left to the narrative, which shows all of it. */
#define MAX_EACH 4

struct _TlEpisodeEyes
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  TlSelection   *selection;
  TlRecord      *episode;
  TlEpisodeThen *then;
  GPtrArray     *rows; /* borrowed, of one role each */

  GtkWidget *empty;
  guint      idle;
};

G_DEFINE_FINAL_TYPE (TlEpisodeEyes, tl_episode_eyes, ADW_TYPE_PREFERENCES_GROUP)

static TlReview *
get_review (TlEpisodeEyes *self)
{
  return tl_selection_get_review (self->selection);
}

static void
look_through (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlEpisodeEyes *self = TL_EPISODE_EYES (widget);
  g_autofree char *role = g_variant_dup_string (parameter, NULL);
  g_autofree char *date = tl_date_dup_edtf (&self->then->date);

  gtk_widget_activate_action (widget, "win.look-through", "(ss)", role, date);
  gtk_widget_activate_action (widget, "narrative.close-episode", NULL);
}

static void
choose (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  tl_selection_set_one (TL_EPISODE_EYES (widget)->selection, g_variant_get_string (parameter, NULL));
}

/* Rows */

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *action,
          const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* (transfer full): of an account, whose it is as well */
static char *
dup_title (TlReview *review,
           TlRecord *record)
{
  g_autofree char *title = tl_review_dup_title (review, record);
  TlRecord *role
      = tl_record_is (record, "account") ? tl_review_lookup (review, tl_record_get_text (record, "role")) : NULL;

  if (role == NULL)
    return g_steal_pointer (&title);

  g_autofree char *whose = tl_review_dup_title (review, role);
  /* Translators: the name of a role, and what is in its account of an event */
  return g_strdup_printf (_("%s: %s"), whose, title);
}

static GtkWidget *
make_item (TlEpisodeEyes    *self,
           const TlThenItem *item)
{
  const char *id = tl_record_get_id (item->record);
  g_autofree char *title = dup_title (get_review (self), item->record);
  GtkWidget *row = make_row (title, item->reason, "episode-eyes.choose", id);
  GtkWidget *mark = gtk_label_new (tl_tunnel_words_mark (item->state));

  gtk_widget_add_css_class (mark, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_icon_button_new_for ("go-next-symbolic",
                                                                           _("Show it where it stands"), "win.reveal",
                                                                           id));
  return row;
}

static GtkWidget *
make_role (TlEpisodeEyes    *self,
           const TlThenRole *role)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *name = tl_wording_name (get_review (self), role->role);
  const guint *n = role->counts;
  g_autofree char *counts
      = g_strdup_printf (_("%u not yet known, %u could be known, %u known"), n[TL_TUNNEL_NOT_YET],
                         n[TL_TUNNEL_COULD_BE_KNOWN], n[TL_TUNNEL_KNOWN]);
  guint shown[TL_TUNNEL_N_STATES] = { 0 }, n_shown = 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), counts);
  for (guint i = 0; i < role->items->len; i++)
    {
      const TlThenItem *item = role->items->pdata[i];

      if (shown[item->state]++ >= MAX_EACH)
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_item (self, item));
      n_shown++;
    }

  guint n_more = role->items->len - n_shown;
  g_autofree char *more
      = n_more == 0 ? NULL
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more), n_more);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            make_row (_("See the case through their eyes"), more, "episode-eyes.look-through",
                                      tl_record_get_id (role->role)));
  return row;
}

/* (transfer full): the ids of the roles whose rows are unfolded */
static GHashTable *
collect_unfolded (TlEpisodeEyes *self)
{
  GHashTable *unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (adw_expander_row_get_expanded (self->rows->pdata[i]))
      g_hash_table_add (unfolded, g_strdup (tl_record_get_id (((TlThenRole *) self->then->roles->pdata[i])->role)));
  return unfolded;
}

static void
describe (TlEpisodeEyes *self)
{
  g_autofree char *date = self->then->dated ? tl_date_format (&self->then->date) : NULL;
  /* Translators: a date such as 17 May 2010, or May 2010 */
  g_autofree char *words = date != NULL ? g_strdup_printf (_("When the episode was over: %s."), date) : NULL;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       date == NULL ? _("Once the episode or its events have dates, this says what those in it knew.")
                                    : _("Once somebody has an account of it, this says what they knew."));
  gtk_widget_set_visible (self->empty, self->then->roles->len == 0);
}

static void
show_then (TlEpisodeEyes *self,
           TlEpisodeThen *then)
{
  g_autoptr (GHashTable) unfolded = collect_unfolded (self);
  gboolean had_keyboard = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->then, tl_episode_then_free);
  self->then = then;
  for (guint i = 0; i < then->roles->len; i++)
    {
      const TlThenRole *role = then->roles->pdata[i];
      GtkWidget *row = make_role (self, role);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                     g_hash_table_contains (unfolded, tl_record_get_id (role->role)));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  describe (self);
  if (had_keyboard)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Rows are made anew only when they say something else: the keyboard stays. */
static gboolean
refresh_cb (gpointer user_data)
{
  TlEpisodeEyes *self = user_data;

  self->idle = 0;
  if (tl_review_lookup (get_review (self), tl_record_get_id (self->episode)) != self->episode)
    return G_SOURCE_REMOVE;

  g_autoptr (TlEpisodeThen) then = tl_episode_then_new (get_review (self), self->episode);
  if (!tl_episode_then_equal (then, self->then))
    show_then (self, g_steal_pointer (&then));
  return G_SOURCE_REMOVE;
}

static void
review_changed_cb (TlEpisodeEyes *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (refresh_cb, self);
}

/* GObject overrides */

static void
tl_episode_eyes_dispose (GObject *object)
{
  TlEpisodeEyes *self = TL_EPISODE_EYES (object);

  g_clear_handle_id (&self->idle, g_source_remove);

  G_OBJECT_CLASS (tl_episode_eyes_parent_class)->dispose (object);
}

static void
tl_episode_eyes_finalize (GObject *object)
{
  TlEpisodeEyes *self = TL_EPISODE_EYES (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->episode);
  g_clear_pointer (&self->then, tl_episode_then_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_episode_eyes_parent_class)->finalize (object);
}

static void
tl_episode_eyes_class_init (TlEpisodeEyesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_episode_eyes_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_episode_eyes_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "episode-eyes.choose", "s", choose);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "episode-eyes.look-through", "s", look_through);
}

static void
tl_episode_eyes_init (TlEpisodeEyes *self)
{
  self->rows = g_ptr_array_new ();
  self->empty = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What they knew then"));
}

/**
 * tl_episode_eyes_new:
 * @selection: the window's selection
 * @episode: an episode
 *
 * Returns: (transfer floating): what those in it knew
 */
GtkWidget *
tl_episode_eyes_new (TlSelection *selection,
                     TlRecord    *episode)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection) && tl_record_is (episode, "episode"), NULL);

  TlEpisodeEyes *self = g_object_new (TL_TYPE_EPISODE_EYES, NULL);

  self->selection = g_object_ref (selection);
  self->episode = g_object_ref (episode);
  show_then (self, tl_episode_then_new (get_review (self), episode));
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
