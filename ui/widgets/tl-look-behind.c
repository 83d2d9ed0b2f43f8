/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of the keyboard from a count to what stands behind it. A chart has it with the keys of the answers; a list of
 * GTK keeps Enter for itself and says what was activated. The window around goes there. */
#include "config.h"

#include "ui/widgets/tl-look-behind.h"

static void
activated_cb (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, TL_LOOK_BEHIND, NULL);
}

/* Who comes with the tab key has not chosen anything yet. */
static void
row_activated_cb (GtkColumnView *table,
                  guint          row)
{
  gtk_selection_model_select_item (gtk_column_view_get_model (table), row, TRUE);
  activated_cb (GTK_WIDGET (table));
}

/**
 * tl_look_behind_from:
 * @widget: what has counts
 * @activated: its signal that the one that is chosen was activated
 *
 * Has Enter lead to what stands behind the count.
 */
void
tl_look_behind_from (GtkWidget  *widget,
                     const char *activated)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && activated != NULL);
  g_signal_connect (widget, activated, G_CALLBACK (activated_cb), NULL);
}

/**
 * tl_look_behind_from_table:
 * @table: a table of counts, of which one can be chosen
 *
 * Has Enter and a double click choose a row and lead to what stands behind its count.
 */
void
tl_look_behind_from_table (GtkColumnView *table)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));
  g_signal_connect (table, "activate", G_CALLBACK (row_activated_cb), NULL);
}
