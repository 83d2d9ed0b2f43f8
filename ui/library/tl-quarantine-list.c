/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that a library did not take in, each with the reason. Rows are made as they come into view: a folder of
 * something else altogether is not a rare mistake. */
#include "config.h"

#include "ui/library/tl-quarantine-list.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

struct _TlQuarantineList
{
  AdwBin parent_instance;

  GtkStack      *stack;
  GtkStringList *items; /* owned; "FILE\nREASON" each, and no line break in FILE */
};

G_DEFINE_FINAL_TYPE (TlQuarantineList, tl_quarantine_list, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Callbacks */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *again = gtk_button_new_with_label (_("Try Again"));

  gtk_widget_add_css_class (row, "quarantined");
  add_label (box, "heading");
  add_label (box, "body");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (again, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (row), again);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *box = gtk_widget_get_first_child (row);
  GtkActionable *again = GTK_ACTIONABLE (gtk_widget_get_last_child (row));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), parts[0]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), parts[1]);
  gtk_actionable_set_action_target (again, "s", parts[0]);
  gtk_actionable_set_action_name (again, "win.retry-quarantined");
  /* Translators: a button; the name of a file */
  g_autofree char *name = g_strdup_printf (_("Try Again: %s"), parts[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (again), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GObject overrides */

static void
tl_quarantine_list_dispose (GObject *object)
{
  g_clear_object (&TL_QUARANTINE_LIST (object)->items);
  G_OBJECT_CLASS (tl_quarantine_list_parent_class)->dispose (object);
}

static void
tl_quarantine_list_class_init (TlQuarantineListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_quarantine_list_dispose;
}

static GtkWidget *
make_list (TlQuarantineList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quarantined files"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_page (TlQuarantineList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *all = tl_label_button_new (_("_Try All Again"));
  GtkWidget *advice = gtk_label_new (_("These files were not taken in, and nothing in them is counted. Ask whoever "
                                       "sent one for a new export, or put right what is said, and try it again."));

  gtk_label_set_wrap (GTK_LABEL (advice), TRUE);
  gtk_label_set_xalign (GTK_LABEL (advice), 0);
  gtk_widget_set_hexpand (advice, TRUE);
  gtk_widget_set_valign (all, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (all), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "win.retry-quarantined");
  gtk_widget_add_css_class (top, "quarantine-advice");
  gtk_box_append (GTK_BOX (top), advice);
  gtk_box_append (GTK_BOX (top), all);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_list (self));
  return box;
}

static void
tl_quarantine_list_init (TlQuarantineList *self)
{
  GtkWidget *nothing = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing in Quarantine"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing),
                                   _("A file that is not a sound learning record is kept out of the library and "
                                     "listed here with the reason."));

  self->items = gtk_string_list_new (NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_stack_add_named (self->stack, make_page (self), "files");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * tl_quarantine_list_new:
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
tl_quarantine_list_new (void)
{
  return g_object_new (TL_TYPE_QUARANTINE_LIST, NULL);
}

/**
 * tl_quarantine_list_set_files:
 * @quarantined: (element-type TlQuarantined): the files; not needed after the call
 */
void
tl_quarantine_list_set_files (TlQuarantineList *self,
                              GPtrArray        *quarantined)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (TL_IS_QUARANTINE_LIST (self) && quarantined != NULL);

  for (guint i = 0; i < quarantined->len; i++)
    {
      const TlQuarantined *entry = g_ptr_array_index (quarantined, i);
      g_autofree char *file = g_strdelimit (g_filename_display_name (entry->file), "\n", ' ');

      g_ptr_array_add (items, g_strdup_printf ("%s\n%s", file, entry->reason));
    }
  g_ptr_array_add (items, NULL);
  gtk_string_list_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                          (const char *const *) items->pdata);
  gtk_stack_set_visible_child_name (self->stack, quarantined->len > 0 ? "files" : "nothing");
}
