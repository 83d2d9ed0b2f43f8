/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change in the history: what, by whom, when. One that has been undone is dimmed and says so. */
#include "config.h"

#include "ui/history/tl-history-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-wording.h"

struct _TlHistoryRow
{
  AdwBin parent_instance;

  TlChange *change; /* owned */

  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (TlHistoryRow, tl_history_row, ADW_TYPE_BIN)

static const char *const icons[] = {
  [TL_CHANGE_EDIT] = "document-edit-symbolic",
  [TL_CHANGE_UNDO] = "edit-undo-symbolic",
  [TL_CHANGE_REDO] = "edit-redo-symbolic",
};

static char *
dup_label (TlChange *change)
{
  switch (tl_change_get_kind (change))
    {
    case TL_CHANGE_UNDO:
      return g_strdup_printf (_("Undone: %s"), tl_change_get_label (change));
    case TL_CHANGE_REDO:
      return g_strdup_printf (_("Redone: %s"), tl_change_get_label (change));
    case TL_CHANGE_EDIT:
    default:
      return g_strdup (tl_change_get_label (change));
    }
}

static char *
dup_detail (TlChange *change)
{
  const char *author = tl_change_get_author (change);
  GDateTime *time = tl_change_get_time (change);
  g_autofree char *when = time != NULL ? tl_wording_time (time) : g_strdup ("");
  g_autofree char *who = author != NULL && author[0] != '\0' ? g_strdup_printf ("%s · %s", author, when)
                                                             : g_strdup (when);

  return tl_change_get_undone (change) ? g_strdup_printf (_("%s · undone"), who) : g_strdup (who);
}

static void
update (TlHistoryRow *self)
{
  g_autofree char *label = dup_label (self->change);
  g_autofree char *detail = dup_detail (self->change);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", label, detail);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[tl_change_get_kind (self->change)]);
  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (tl_change_get_undone (self->change))
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
}

static void
tl_history_row_dispose (GObject *object)
{
  tl_history_row_set_change (TL_HISTORY_ROW (object), NULL);
  G_OBJECT_CLASS (tl_history_row_parent_class)->dispose (object);
}

static void
tl_history_row_class_init (TlHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_history_row_dispose;
}

static void
tl_history_row_init (TlHistoryRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "dim-label");
  gtk_box_append (GTK_BOX (box), self->icon);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_box_append (GTK_BOX (words), self->label);

  self->detail = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->detail), 0);
  gtk_widget_add_css_class (self->detail, "caption");
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_box_append (GTK_BOX (words), self->detail);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "history-row");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_history_row_new:
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
tl_history_row_new (void)
{
  return g_object_new (TL_TYPE_HISTORY_ROW, NULL);
}

/**
 * tl_history_row_set_change:
 * @change: (nullable): what to show
 */
void
tl_history_row_set_change (TlHistoryRow *self,
                           TlChange     *change)
{
  g_return_if_fail (TL_IS_HISTORY_ROW (self));

  if (self->change != NULL)
    g_signal_handlers_disconnect_by_data (self->change, self);
  g_set_object (&self->change, change);
  if (change == NULL)
    return;
  g_signal_connect_object (change, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
