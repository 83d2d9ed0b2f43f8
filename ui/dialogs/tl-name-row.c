/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place where someone is named: a check box, the words around it as they would read, and a choice where several
 * people are called so. The keyboard is with the row; the check box is for the pointer, and says nothing twice. */
#include "config.h"

#include "ui/dialogs/tl-name-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-drop-down-name.h"

struct _TlNameRow
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkLabel    *heading;
  GtkWidget   *check;
  GtkLabel    *preview;
  GtkDropDown *choice;

  TlNameItem *item; /* owned */
  GBinding   *binding;
};

G_DEFINE_FINAL_TYPE (TlNameRow, tl_name_row, ADW_TYPE_BIN)

/* What the row says: where it begins a text, that text; what is replaced or stays; the words around it. */
static char *
dup_name (TlNameRow *self)
{
  const TlNamePlace *place = tl_name_item_get_place (self->item);
  const char *heading = tl_name_item_get_heading (self->item);
  const char *label = g_ptr_array_index (place->labels, place->chosen);
  g_autofree char *decision
      = place->accepted ? g_strdup_printf (_("“%s” is replaced by “%s”"), place->passage, label)
                        : g_strdup_printf (_("“%s” stays, and is not replaced by “%s”"), place->passage, label);

  return g_strdup_printf ("%s%s%s: %s%s%s", heading != NULL ? heading : "", heading != NULL ? ". " : "", decision,
                          place->before, place->passage, place->after);
}

static void
update (TlNameRow *self)
{
  g_autofree char *preview = tl_name_item_dup_preview (self->item);
  g_autofree char *name = dup_name (self);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_markup (self->preview, preview);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), tl_name_item_get_accepted (self->item));
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choice_changed_cb (TlNameRow *self)
{
  if (self->item != NULL && gtk_widget_get_visible (GTK_WIDGET (self->choice)))
    tl_name_item_set_chosen (self->item, gtk_drop_down_get_selected (self->choice));
}

static void
drop_item (TlNameRow *self)
{
  if (self->item == NULL)
    return;
  g_clear_pointer (&self->binding, g_binding_unbind);
  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
tl_name_row_dispose (GObject *object)
{
  drop_item (TL_NAME_ROW (object));
  G_OBJECT_CLASS (tl_name_row_parent_class)->dispose (object);
}

static void
tl_name_row_class_init (TlNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_name_row_dispose;
}

static void
tl_name_row_init (TlNameRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_margin_top (GTK_WIDGET (self->heading), 6);

  self->check = gtk_check_button_new ();
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Replace"), -1);
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  self->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->preview, 0);
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_label_set_wrap_mode (self->preview, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->choice), GTK_ALIGN_CENTER);
  tl_drop_down_set_name (self->choice, _("Who this is"));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (choice_changed_cb), self);

  gtk_box_append (GTK_BOX (line), self->check);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), line);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_name_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_name_row_new (void)
{
  return g_object_new (TL_TYPE_NAME_ROW, NULL);
}

/**
 * tl_name_row_get_item:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TlNameItem *
tl_name_row_get_item (TlNameRow *self)
{
  g_return_val_if_fail (TL_IS_NAME_ROW (self), NULL);
  return self->item;
}

static void
fill_choice (TlNameRow *self)
{
  const TlNamePlace *place = tl_name_item_get_place (self->item);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = place->chosen;

  for (guint i = 0; i < place->labels->len; i++)
    gtk_string_list_append (labels, g_ptr_array_index (place->labels, i));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->choice, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), place->labels->len > 1);
}

/**
 * tl_name_row_set_item:
 * @item: (nullable): what to show
 */
void
tl_name_row_set_item (TlNameRow  *self,
                      TlNameItem *item)
{
  g_return_if_fail (TL_IS_NAME_ROW (self));

  drop_item (self);
  if (item == NULL)
    return;

  const char *heading = tl_name_item_get_heading (item);

  self->item = g_object_ref (item);
  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  self->binding = g_object_bind_property (item, "accepted", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  fill_choice (self);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (update), self);
  update (self);
}
