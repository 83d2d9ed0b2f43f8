/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are selected when something is held over them while it is dragged: the way to another page with something
 * in the hand. */
#include "config.h"

#include "ui/window/tl-spring.h"

/* Long enough to pass over a row on the way elsewhere. */
#define HOLD_MS 600

/* Of a row that is held over; its key on the controller. */
#define TIMEOUT_KEY "tl-spring-timeout"

static gboolean
held_cb (gpointer user_data)
{
  GtkEventController *motion = user_data;
  GtkWidget *row = gtk_event_controller_get_widget (motion);

  g_object_set_data (G_OBJECT (motion), TIMEOUT_KEY, NULL);
  if (row != NULL && gtk_widget_get_parent (row) != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  return G_SOURCE_REMOVE;
}

static void
leave_cb (GtkEventController *motion)
{
  guint timeout = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (motion), TIMEOUT_KEY));

  if (timeout != 0)
    g_source_remove (timeout);
}

static void
enter_cb (GtkEventController *motion)
{
  leave_cb (motion);
  g_object_set_data (G_OBJECT (motion), TIMEOUT_KEY,
                     GUINT_TO_POINTER (g_timeout_add_full (G_PRIORITY_DEFAULT, HOLD_MS, held_cb,
                                                           g_object_ref (motion), g_object_unref)));
}

/**
 * tl_spring_add:
 * @row: a row in a list box
 *
 * Lets @row be selected by holding over it what is dragged.
 */
void
tl_spring_add (GtkListBoxRow *row)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (row), motion);
}
