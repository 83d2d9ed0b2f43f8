/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expressions of a person's own: to add one with its group and question, to switch one off, to take either back.
 * What is done counts at once, in every text. */
#include "config.h"

#include "ui/dialogs/tl-guard-words-dialog.h"

#include <glib/gi18n.h>

#include "model/words/tl-own-words.h"
#include "ui/widgets/tl-guard-words.h"
#include "ui/widgets/tl-label-button.h"

struct _TlGuardWordsDialog
{
  AdwWindow parent_instance;

  GPtrArray *words;  /* of TlOwnWord; %NULL while the file can't be read */
  GPtrArray *groups; /* of char*: their keys, in the order of the choice */

  GtkWidget *page;
  GtkWidget *list; /* the group of rows; made anew after each change */
  GtkWidget *expression;
  GtkWidget *group;
  GtkWidget *question;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (TlGuardWordsDialog, tl_guard_words_dialog, ADW_TYPE_WINDOW)

static void
tell (TlGuardWordsDialog *self,
      const char         *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

static const char *
get_typed (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
get_group_title (const char *key)
{
  TlWords *words = tl_guard_words_get_words (tl_guard_words_get_default ());

  for (guint i = 0; i < tl_words_get_n_groups (words); i++)
    if (g_str_equal (tl_words_get_group (words, i)->key, key))
      return tl_words_get_group (words, i)->title;
  return key;
}

static void remove_cb (TlGuardWordsDialog *self, GtkWidget *button);

static GtkWidget *
make_row (TlGuardWordsDialog *self,
          TlOwnWord          *word)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: an expression of the person's own, or one that is switched off. */
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), word->words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word->words);
  if (word->group == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Switched off"));
  else
    {
      g_autofree char *subtitle = g_strdup_printf (_("%s. %s"), get_group_title (word->group), word->question);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "tl-word", word);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_words (TlGuardWordsDialog *self)
{
  if (self->list != NULL)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (self->list));
  self->list = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->list), _("Your list"));
  if (self->words == NULL || self->words->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->list),
                                           _("Nothing yet. What you add counts on this computer, in every review."));
  for (guint i = 0; self->words != NULL && i < self->words->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->list), make_row (self, self->words->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (self->list));
}

/* Takes @word; what can't be saved is not kept either. */
static void
save_with (TlGuardWordsDialog *self,
           TlOwnWord          *word)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (self->words, word);
  if (!tl_own_words_save (self->words, &error))
    {
      g_ptr_array_remove (self->words, word);
      tell (self, error->message);
      return;
    }
  tell (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->expression), "");
  gtk_editable_set_text (GTK_EDITABLE (self->question), "");
  tl_guard_words_reload (tl_guard_words_get_default ());
  show_words (self);
}

/* Callbacks */

static void
remove_cb (TlGuardWordsDialog *self,
           GtkWidget          *button)
{
  g_autoptr (GError) error = NULL;
  guint position;

  if (!g_ptr_array_find (self->words, g_object_get_data (G_OBJECT (button), "tl-word"), &position))
    return;

  TlOwnWord *word = g_ptr_array_steal_index (self->words, position);

  if (tl_own_words_save (self->words, &error))
    {
      tl_own_word_free (word);
      tell (self, NULL);
      tl_guard_words_reload (tl_guard_words_get_default ());
    }
  else
    {
      g_ptr_array_insert (self->words, (int) position, word);
      tell (self, error->message);
    }
  show_words (self);
}

static void
add_cb (TlGuardWordsDialog *self)
{
  if (get_typed (self->expression)[0] == '\0' || get_typed (self->question)[0] == '\0')
    {
      tell (self, _("An expression to look for needs a question to ask instead."));
      return;
    }

  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->group));

  if (selected < self->groups->len)
    save_with (self, tl_own_word_new (get_typed (self->expression), g_ptr_array_index (self->groups, selected),
                                      get_typed (self->question)));
}

static void
switch_off_cb (TlGuardWordsDialog *self)
{
  if (get_typed (self->expression)[0] == '\0')
    tell (self, _("Type the expression that is to be left alone."));
  else
    save_with (self, tl_own_word_new (get_typed (self->expression), NULL, NULL));
}

static GtkWidget *
make_button (TlGuardWordsDialog *self,
             const char         *label,
             GCallback           clicked)
{
  GtkWidget *button = tl_label_button_new (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* The groups that ship; a list of a person's own has its expressions in these. */
static GtkWidget *
make_groups (TlGuardWordsDialog *self)
{
  TlWords *words = tl_guard_words_get_words (tl_guard_words_get_default ());
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < tl_words_get_n_groups (words); i++)
    {
      const TlWordGroup *group = tl_words_get_group (words, i);

      if (g_str_equal (group->key, "own"))
        continue;
      gtk_string_list_append (titles, group->title);
      g_ptr_array_add (self->groups, g_strdup (group->key));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Group"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  return row;
}

static GtkWidget *
make_form (TlGuardWordsDialog *self)
{
  GtkWidget *form = adw_preferences_group_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (form), _("Add or switch off an expression"));
  self->expression = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expression), _("Expression"));
  self->group = make_groups (self);
  self->question = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->question), _("A question to ask instead"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), self->expression);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), self->group);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), self->question);

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_set_margin_top (self->problem, 6);
  gtk_widget_add_css_class (self->problem, "error");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), self->problem);

  gtk_widget_set_margin_top (buttons, 12);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), make_button (self, _("_Switch Off"), G_CALLBACK (switch_off_cb)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _("_Add"), G_CALLBACK (add_cb)));
  gtk_widget_add_css_class (gtk_widget_get_last_child (buttons), "suggested-action");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), buttons);
  return form;
}

/* GObject overrides */

static void
tl_guard_words_dialog_finalize (GObject *object)
{
  TlGuardWordsDialog *self = TL_GUARD_WORDS_DIALOG (object);

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (tl_guard_words_dialog_parent_class)->finalize (object);
}

static void
tl_guard_words_dialog_class_init (TlGuardWordsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_guard_words_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_guard_words_dialog_init (TlGuardWordsDialog *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *form;

  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->words = tl_own_words_load (&error);
  self->page = adw_preferences_page_new ();
  form = make_form (self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (form));
  show_words (self);
  tell (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (form, self->words != NULL);

  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Words the Guard Looks For"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 600);
}

/**
 * tl_guard_words_dialog_new:
 * @parent: (nullable): the window that asks
 * @words: (nullable): an expression to begin with
 *
 * Returns: (transfer floating): the dialog, not yet presented
 */
GtkWidget *
tl_guard_words_dialog_new (GtkWindow  *parent,
                           const char *words)
{
  TlGuardWordsDialog *self
      = g_object_new (TL_TYPE_GUARD_WORDS_DIALOG, "transient-for", parent, "modal", parent != NULL, NULL);

  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->expression), words);
  return GTK_WIDGET (self);
}
