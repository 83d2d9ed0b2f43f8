/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key practice episode as a page: when it was and what happened, the appraisal made with what was known then, how it
 * made sense to each who was in it, how normal it was, and the factors found in it. Above it the way back to the
 * narrative, and to the episodes before and after it. */
#include "config.h"

#include "ui/narrative/tl-episode-editor.h"

#include <glib/gi18n.h>

#include "model/case/tl-episode.h"
#include "model/review/tl-edit.h"
#include "ui/fields/tl-field-group.h"
#include "ui/fields/tl-field-row.h"
#include "ui/narrative/tl-episode-eyes.h"
#include "ui/narrative/tl-episode-parts.h"
#include "ui/narrative/tl-episode-rationales.h"
#include "ui/widgets/tl-columns-layout.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-report.h"

#define MAX_WIDTH 1100

/* What stands side by side is at least as wide as this, or else one beneath the other. */
#define PART_WIDTH 300

struct _TlEpisodeEditor
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlRecord    *episode;   /* owned, or NULL */

  GtkWidget *earlier;
  GtkWidget *later;
  GtkWidget *place;
  GtkStack  *stack; /* the page, or that there is no episode */
  GtkWidget *scroller;
  GtkWidget *page;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (TlEpisodeEditor, tl_episode_editor, ADW_TYPE_BIN)

static TlReview *
get_review (TlEpisodeEditor *self)
{
  return tl_selection_get_review (self->selection);
}

static void
step (TlEpisodeEditor *self,
      int              by)
{
  g_autoptr (GPtrArray) episodes = tl_episode_list_all (get_review (self));
  guint position;

  if (g_ptr_array_find (episodes, self->episode, &position) && (int) position + by >= 0
      && position + (guint) by < episodes->len)
    tl_selection_set_one (self->selection, tl_record_get_id (g_ptr_array_index (episodes, position + (guint) by)));
}

/* Callbacks */

static void
earlier_cb (TlEpisodeEditor *self)
{
  step (self, -1);
}

static void
later_cb (TlEpisodeEditor *self)
{
  step (self, 1);
}

/* Another episode that is chosen, wherever that is, is shown; what belongs to this one is looked at beside it. */
static void
selection_changed_cb (TlEpisodeEditor *self)
{
  TlRecord *record = tl_selection_get_n (self->selection) == 1 ? tl_selection_get_primary (self->selection) : NULL;

  if (self->episode != NULL && record != NULL && tl_record_is (record, "episode"))
    tl_episode_editor_set_episode (self, record);
}

static void
update_place (TlEpisodeEditor *self)
{
  g_autoptr (GPtrArray) episodes = tl_episode_list_all (get_review (self));
  gboolean found = FALSE;
  guint position = 0;

  if (self->episode != NULL)
    found = g_ptr_array_find (episodes, self->episode, &position);
  if (self->episode != NULL && !found)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "narrative.close-episode", NULL);
      return;
    }

  g_autofree char *words = found ? g_strdup_printf (_("Episode %u of %u"), position + 1, episodes->len) : NULL;
  gtk_label_set_text (GTK_LABEL (self->place), words != NULL ? words : "");
  gtk_widget_set_sensitive (self->earlier, found && position > 0);
  gtk_widget_set_sensitive (self->later, found && position + 1 < episodes->len);
}

static void
add_episode (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlEpisodeEditor *self = TL_EPISODE_EDITOR (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *change = NULL;
  g_autofree char *id = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), NULL, &error);

  if (edit != NULL)
    {
      id = tl_edit_add (edit, "episode", NULL, &error);
      change = tl_edit_finish (edit, id != NULL, &error);
    }
  if (change == NULL)
    {
      tl_report_error (widget, error);
      return;
    }
  tl_selection_set_one (self->selection, id);
  tl_episode_editor_set_episode (self, tl_review_lookup (get_review (self), id));
  gtk_widget_grab_focus (widget);
}

/* The page */

static void
append (TlEpisodeEditor *self,
        GtkWidget       *part)
{
  gtk_box_append (GTK_BOX (self->page), part);
}

/* Where practice is appraised, and beside it what can be held to it. */
static GtkWidget *
make_appraisal (TlEpisodeEditor *self)
{
  static const char *const fields[] = { "appraisal", NULL };
  GtkWidget *const parts[] = {
    tl_field_group_new_titled (get_review (self), self->episode, _("Appraisal of practice"),
                               _("Good practice as well as what was difficult, judged by what could be known then."),
                               fields),
    tl_episode_eyes_new (self->selection, self->episode),
  };

  return tl_columns_new (parts, G_N_ELEMENTS (parts), PART_WIDTH);
}

static void
fill (TlEpisodeEditor *self)
{
  static const char *const when[] = { "title", "start", "finish", NULL };
  static const char *const normality[] = { "normality", "normality_basis", NULL };

  append (self, tl_field_group_new_titled (get_review (self), self->episode, NULL, NULL, when));
  append (self, tl_part_list_new (&tl_episode_part_events, self->selection, self->episode));
  append (self, tl_episode_rationales_new (get_review (self), self->episode));
  append (self, make_appraisal (self));
  append (self, tl_field_group_new_titled (get_review (self), self->episode,
                                           _("Was this how things were usually done?"), NULL, normality));
  append (self, tl_part_list_new (&tl_episode_part_factors, self->selection, self->episode));
}

static void
clear (TlEpisodeEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->page)) != NULL)
    gtk_box_remove (GTK_BOX (self->page), child);
  g_clear_object (&self->episode);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Begin an Episode"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "episode.add");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No key practice episode yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("A stretch of practice that mattered for where the case went: what happened, how "
                                     "it made sense to those who were in it, and what shaped it."));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static GtkWidget *
make_bar (TlEpisodeEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_with_label (_("Back to the Narrative"));

  /* With large text this gives way, and not how many episodes there are. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (back))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (back, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "narrative.close-episode");
  gtk_box_append (GTK_BOX (bar), back);

  self->place = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->place), 1);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_box_append (GTK_BOX (bar), self->place);

  self->earlier = tl_icon_button_new ("go-previous-symbolic", _("Earlier episode"));
  g_signal_connect_object (self->earlier, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->earlier);
  self->later = tl_icon_button_new ("go-next-symbolic", _("Later episode"));
  g_signal_connect_object (self->later, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->later);

  GtkWidget *add = tl_icon_button_new ("list-add-symbolic", _("New episode"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "episode.add");
  gtk_box_append (GTK_BOX (bar), add);
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

/* GtkWidget overrides */

static gboolean
tl_episode_editor_grab_focus (GtkWidget *widget)
{
  GtkWidget *content = GTK_WIDGET (TL_EPISODE_EDITOR (widget)->stack);

  return gtk_widget_get_focus_child (content) != NULL || gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_episode_editor_dispose (GObject *object)
{
  TlEpisodeEditor *self = TL_EPISODE_EDITOR (object);

  g_clear_object (&self->episode);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_episode_editor_parent_class)->dispose (object);
}

static void
tl_episode_editor_class_init (TlEpisodeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_episode_editor_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_episode_editor_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "episode.add", NULL, add_episode);
}

static void
tl_episode_editor_init (TlEpisodeEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->page, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);

  self->empty = make_empty ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->stack, self->empty);
  gtk_stack_add_child (self->stack, self->scroller);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key practice episode"), -1);
}

/**
 * tl_episode_editor_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): an editor of no episode yet
 */
GtkWidget *
tl_episode_editor_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlEpisodeEditor *self = g_object_new (TL_TYPE_EPISODE_EDITOR, NULL);

  self->selection = g_object_ref (selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "episode.add", !tl_review_get_read_only (get_review (self)));
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (update_place), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_episode_editor_get_episode:
 *
 * Returns: (transfer none) (nullable): the episode that is shown
 */
TlRecord *
tl_episode_editor_get_episode (TlEpisodeEditor *self)
{
  g_return_val_if_fail (TL_IS_EPISODE_EDITOR (self), NULL);
  return self->episode;
}

/**
 * tl_episode_editor_find:
 * @record: (nullable): what is looked at
 *
 * Returns: (transfer none) (nullable): the episode that @record is or belongs to, else the first, if there is one
 */
TlRecord *
tl_episode_editor_find (TlEpisodeEditor *self,
                        TlRecord        *record)
{
  g_return_val_if_fail (TL_IS_EPISODE_EDITOR (self), NULL);

  g_autoptr (GPtrArray) episodes = tl_episode_list_all (get_review (self));

  for (guint i = 0; record != NULL && i < episodes->len; i++)
    {
      TlRecord *episode = g_ptr_array_index (episodes, i);

      if (episode == record
          || g_strv_contains (tl_record_get_list (episode, "events"), tl_record_get_id (record)))
        return episode;
    }
  return episodes->len > 0 ? g_ptr_array_index (episodes, 0) : NULL;
}

/**
 * tl_episode_editor_set_episode:
 * @episode: (nullable): the episode to show from now on
 */
void
tl_episode_editor_set_episode (TlEpisodeEditor *self,
                               TlRecord        *episode)
{
  g_return_if_fail (TL_IS_EPISODE_EDITOR (self) && (episode == NULL || tl_record_is (episode, "episode")));

  if (self->episode == episode)
    return;
  tl_episode_editor_flush (self);
  clear (self);
  gtk_stack_set_visible_child (self->stack, episode != NULL ? self->scroller : self->empty);
  if (episode != NULL)
    {
      self->episode = g_object_ref (episode);
      fill (self);
    }
  update_place (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * tl_episode_editor_flush:
 *
 * Commits what has been typed and still waits for a pause.
 */
void
tl_episode_editor_flush (TlEpisodeEditor *self)
{
  g_return_if_fail (TL_IS_EPISODE_EDITOR (self));
  tl_field_row_flush_within (self->page);
}
