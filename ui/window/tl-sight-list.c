/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paths or loops that were found, in words, to choose one from. It shows them as they are when it opens. */
#include "config.h"

#include "ui/window/tl-sight-list.h"

#include <glib/gi18n.h>

struct _TlSightList
{
  GtkPopover parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TlSightList, tl_sight_list, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_heading (const TlSightItem *item,
             guint              position)
{
  guint links = g_strv_length (item->links);
  g_autofree char *length = g_strdup_printf (g_dngettext (NULL, "%u link", "%u links", links), links);

  if (item->name != NULL)
    /* translators: R1 · reinforcing · 4 links */
    return g_strdup_printf (_("%s · %s · %s"), item->name, tl_graph_polarity_get_title (item->polarity), length);
  /* translators: Path 2 · 4 links */
  return g_strdup_printf (_("Path %u · %s"), position + 1, length);
}

static GtkWidget *
make_row (const TlSightItem *item,
          guint              position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *heading = dup_heading (item, position);
  g_autofree char *name = g_strdup_printf ("%s: %s", heading, item->title);
  GtkWidget *labels[] = { gtk_label_new (heading), gtk_label_new (item->title) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[0], "heading");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* Callbacks */

static void
row_activated_cb (TlSightList   *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tl_sight_list_class_init (TlSightListClass *klass)
{
  /**
   * TlSightList::chosen:
   * @position: of the item
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_sight_list_init (TlSightList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 440);
  gtk_widget_set_size_request (scrolled, 460, -1);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

/**
 * tl_sight_list_new:
 *
 * Returns: (transfer floating): the items of @sight
 */
GtkWidget *
tl_sight_list_new (TlCanvasSight *sight)
{
  g_return_val_if_fail (TL_IS_CANVAS_SIGHT (sight), NULL);

  TlSightList *self = g_object_new (TL_TYPE_SIGHT_LIST, NULL);
  guint position = tl_canvas_sight_get_position (sight);

  for (guint i = 0; i < tl_canvas_sight_get_n_items (sight); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (tl_canvas_sight_get_item (sight, i), i));
  if (position != TL_SIGHT_ALL_ITEMS)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position));
  else
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  return GTK_WIDGET (self);
}
