/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pages of questions are made of alike: an answer as a picture above a table, with what stands behind it at the
 * side, and whether only tested links are followed. */
#include "config.h"

#include "ui/library/tl-question-panes.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

/* Of the table where what stands behind it takes most of the room, of that, and how low the table may be. */
#define TABLE_WIDTH 300
#define SIDE_WIDTH 260
#define MIN_HEIGHT 140

static GtkWidget *
make_paned (GtkOrientation  orientation,
            GtkWidget      *start,
            GtkWidget      *end)
{
  GtkWidget *paned = gtk_paned_new (orientation);

  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  return paned;
}

/**
 * tl_question_panes_new:
 * @picture: (nullable): the answer as a picture
 * @table: the answer as a table
 * @behind: what stands behind what is chosen
 * @wide: whether @behind takes most of the room
 *
 * Returns: (transfer floating): all of it, between which the room can be divided
 */
GtkWidget *
tl_question_panes_new (GtkWidget *picture,
                       GtkWidget *table,
                       GtkWidget *behind,
                       gboolean   wide)
{
  g_return_val_if_fail (GTK_IS_WIDGET (table) && GTK_IS_WIDGET (behind), NULL);

  GtkWidget *down = make_paned (GTK_ORIENTATION_VERTICAL, picture, table);
  GtkWidget *across = make_paned (GTK_ORIENTATION_HORIZONTAL, down, behind);

  gtk_widget_set_size_request (table, wide ? TABLE_WIDTH : -1, MIN_HEIGHT);
  gtk_widget_set_size_request (behind, SIDE_WIDTH, -1);
  gtk_paned_set_resize_start_child (GTK_PANED (across), !wide);
  gtk_paned_set_resize_end_child (GTK_PANED (across), wide);
  gtk_widget_set_vexpand (across, TRUE);
  return across;
}

/**
 * tl_tested_check_new:
 *
 * Returns: (transfer floating): a check button: whether only tested links are followed
 */
GtkWidget *
tl_tested_check_new (void)
{
  GtkWidget *tested = tl_label_check_new (_("Only _tested links"));

  gtk_widget_set_tooltip_text (tested, _("Follow only links for which a counterfactual test speaks"));
  return tested;
}
