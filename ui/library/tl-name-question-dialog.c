/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what to call a question, one that is to be saved or one that is; then the window is told ("win.keep-question",
 * "win.name-question"). It says what becomes of another of that name. */
#include "config.h"

#include "ui/library/tl-name-question-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-wrapped.h"

struct _TlNameQuestionDialog
{
  AdwWindow parent_instance;

  /* Of the tree of widgets */
  AdwPreferencesGroup *group;
  GtkEditable         *name;
  GtkButton           *done;
  GtkLabel            *warning;

  TlSavedList *saved;  /* owned */
  gint64       number; /* of the question; 0 of one that is to be saved */
};

G_DEFINE_FINAL_TYPE (TlNameQuestionDialog, tl_name_question_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (TlNameQuestionDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

/* Whether another question has the name. */
static gboolean
is_taken (TlNameQuestionDialog *self,
          const char           *name)
{
  const TlSavedQuestion *own = tl_saved_list_find (self->saved, self->number);

  return tl_saved_list_has_name (self->saved, name) && (own == NULL || !g_str_equal (own->name, name));
}

/* Callbacks */

static void
name_changed_cb (TlNameQuestionDialog *self)
{
  g_autofree char *name = dup_name (self);
  gboolean taken = is_taken (self, name);
  gboolean renames = self->number != 0;

  gtk_label_set_text (self->warning, !taken    ? ""
                                     : renames ? _("Another question has this name.")
                                               : _("The question that has this name will be replaced."));
  gtk_button_set_label (self->done, renames ? _("_Rename") : taken ? _("_Replace") : _("_Save"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->done), name[0] != '\0' && !(taken && renames));
}

static void
done_cb (TlNameQuestionDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *name = dup_name (self);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->done)))
    return;
  if (self->number == 0)
    gtk_widget_activate_action (parent, "win.keep-question", "s", name);
  else
    gtk_widget_activate_action (parent, "win.name-question", "(xs)", self->number, name);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_name_question_dialog_dispose (GObject *object)
{
  g_clear_object (&TL_NAME_QUESTION_DIALOG (object)->saved);
  G_OBJECT_CLASS (tl_name_question_dialog_parent_class)->dispose (object);
}

static void
tl_name_question_dialog_class_init (TlNameQuestionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_name_question_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (TlNameQuestionDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->done = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Save")));
  gtk_widget_add_css_class (GTK_WIDGET (self->done), "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->done));
  return header;
}

static void
tl_name_question_dialog_init (TlNameQuestionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *name = adw_entry_row_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->name = GTK_EDITABLE (name);
  self->warning = GTK_LABEL (tl_wrapped_new (NULL, "dialog-warning"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _("Name"));
  adw_preferences_group_add (self->group, name);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->warning));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 280);
  g_signal_connect_object (name, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (name, "entry-activated", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_name_question_dialog_new:
 * @parent: the window of the library
 * @saved: the questions that are saved
 * @number: the number of one of them, to rename it; 0 to save another
 * @asked: (nullable): what it asks, which is said
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_name_question_dialog_new (GtkWindow     *parent,
                             TlSavedList   *saved,
                             gint64         number,
                             const TlAsked *asked)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && TL_IS_SAVED_LIST (saved), NULL);

  TlNameQuestionDialog *self = g_object_new (TL_TYPE_NAME_QUESTION_DIALOG, "transient-for", parent, "modal", TRUE,
                                             "destroy-with-parent", TRUE, NULL);
  const TlSavedQuestion *own = tl_saved_list_find (saved, number);
  g_autofree char *title = asked != NULL ? tl_asked_dup_title (asked) : NULL;
  g_autofree char *shown = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  self->saved = g_object_ref (saved);
  self->number = number;
  gtk_window_set_title (GTK_WINDOW (self), own != NULL ? _("Rename a Question") : _("Save This Question"));
  adw_preferences_group_set_description (self->group, shown);
  gtk_editable_set_text (self->name, own != NULL ? own->name : title != NULL ? title : "");
  name_changed_cb (self);
  return GTK_WIDGET (self);
}
