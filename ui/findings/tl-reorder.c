/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a list that are put into another order by mouse: a handle by which one is taken, and the rows on which it can
 * be dropped. By key the same is done with the list's own action. */
#include "config.h"

#include "ui/findings/tl-reorder.h"

#include <glib/gi18n.h>

#define RECORD "tl-reorder-record"
#define ACTION "tl-reorder-action"

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkListBoxRow *row)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return gdk_content_provider_new_typed (TL_TYPE_RECORD, g_object_get_data (G_OBJECT (row), RECORD));
}

/* It comes to stand where the row is on which it was dropped. */
static gboolean
dropped_cb (GtkListBoxRow *row,
            const GValue  *value)
{
  TlRecord *record = g_value_get_object (value), *here = g_object_get_data (G_OBJECT (row), RECORD);
  const char *action = g_object_get_data (G_OBJECT (row), ACTION);

  if (record == here || tl_record_get_kind (record) != tl_record_get_kind (here))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (row), action, "(su)", tl_record_get_id (record),
                                     (guint) gtk_list_box_row_get_index (row));
}

/**
 * tl_reorder_new_handle:
 * @row: a row of a list box
 * @record: what it shows
 * @action: what moves a record: it takes its id and the position that it is to have
 *
 * Has @row take others of its kind, and be taken.
 *
 * Returns: (transfer floating): by what it is taken
 */
GtkWidget *
tl_reorder_new_handle (GtkListBoxRow *row,
                       TlRecord      *record,
                       const char    *action)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row) && TL_IS_RECORD (record) && action != NULL, NULL);

  GtkWidget *handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_RECORD, GDK_ACTION_MOVE);

  g_object_set_data_full (G_OBJECT (row), RECORD, g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), ACTION, (gpointer) g_intern_string (action));
  gtk_widget_set_tooltip_text (handle, _("Drag to put it elsewhere in the order"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), row, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
  return handle;
}
