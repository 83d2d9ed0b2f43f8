/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a field that names several records in an order: each with a way there and one to take it out, and a picker
 * that adds one. */
#include "config.h"

#include "ui/fields/tl-references-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-record-picker.h"

struct _TlReferencesRow
{
  TlFieldRow parent_instance;

  GtkWidget *items;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlReferencesRow, tl_references_row, TL_TYPE_FIELD_ROW)

static const char *const *
get_ids (TlReferencesRow *self)
{
  static const char *const none[] = { NULL };
  const TlValue *value = tl_field_row_get_value (TL_FIELD_ROW (self));

  return value->type == TL_VALUE_LIST ? (const char *const *) value->list : none;
}

/* The row shows the list again here, for it is its own commit and no other notice comes. */
static void
commit (TlReferencesRow *self,
        const char      *added,
        const char      *removed)
{
  const char *const *ids = get_ids (self);
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], removed) != 0 && g_strcmp0 (ids[i], added) != 0)
      g_ptr_array_add (next, g_strdup (ids[i]));
  if (added != NULL)
    g_ptr_array_add (next, g_strdup (added));
  g_ptr_array_add (next, NULL);

  tl_field_row_commit_list (TL_FIELD_ROW (self), (const char *const *) next->pdata);
  tl_field_row_end_group (TL_FIELD_ROW (self));
  TL_FIELD_ROW_GET_CLASS (self)->load (TL_FIELD_ROW (self));
}

static void
picked_cb (TlReferencesRow *self,
           const char      *id)
{
  commit (self, id, NULL);
}

static void
remove_clicked_cb (TlReferencesRow *self,
                   GtkWidget       *button)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (button));
  commit (self, NULL, id);
}

static void
make_picker_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  TlReferencesRow *self = user_data;
  TlFieldRow *row = TL_FIELD_ROW (self);
  GtkWidget *picker = tl_record_picker_new (tl_field_row_get_review (row), tl_field_row_get_field (row)->refs);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static GtkWidget *
make_item (TlReferencesRow *self,
           const char      *id,
           TlRecord        *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *go = gtk_button_new ();
  g_autofree char *title = tl_review_dup_title (tl_field_row_get_review (TL_FIELD_ROW (self)), record);
  g_autofree char *remove_label = g_strdup_printf (_("Take out ‘%s’"), title);
  GtkWidget *remove = tl_icon_button_new ("list-remove-symbolic", remove_label);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (go), label);
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_set_hexpand (go, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (go), "win.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (go), "s", id);
  gtk_box_append (GTK_BOX (box), go);

  gtk_widget_set_name (remove, id);
  gtk_widget_set_visible (remove, tl_field_row_get_editable (TL_FIELD_ROW (self)));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static void
tl_references_row_build (TlFieldRow *row)
{
  TlReferencesRow *self = TL_REFERENCES_ROW (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->items = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->items);

  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add), _("Add…"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_picker_cb, self, NULL);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_visible (self->add, tl_field_row_get_editable (row));
  gtk_box_append (GTK_BOX (box), self->add);

  tl_field_row_set_editor (row, box, self->add);
}

static void
tl_references_row_load (TlFieldRow *row)
{
  TlReferencesRow *self = TL_REFERENCES_ROW (row);
  const char *const *ids = get_ids (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->items)) != NULL)
    gtk_box_remove (GTK_BOX (self->items), child);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *record = tl_review_lookup (tl_field_row_get_review (row), ids[i]);

      if (record != NULL)
        gtk_box_append (GTK_BOX (self->items), make_item (self, ids[i], record));
    }
}

static void
tl_references_row_class_init (TlReferencesRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);

  row_class->build = tl_references_row_build;
  row_class->load = tl_references_row_load;
}

static void
tl_references_row_init (TlReferencesRow *self)
{
}
