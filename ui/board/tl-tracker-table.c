/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recommendations as a table: how each was answered at first and is now, by when it was to be done at first and by when
 * now. It is put in order by any column. */
#include "config.h"

#include "ui/board/tl-tracker-table.h"

#include <glib/gi18n.h>

#include "model/case/tl-recommendations.h"

struct _TlTrackerTable
{
  AdwBin parent_instance;

  /* Owned */
  TlSelection *selection;
  GPtrArray   *bound; /* list items that show something, borrowed */

  GtkColumnView      *view;
  GtkSingleSelection *chosen; /* borrowed from the view */
};

G_DEFINE_FINAL_TYPE (TlTrackerTable, tl_tracker_table, ADW_TYPE_BIN)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static G_DEFINE_QUARK (tl-tracker-part, part)

/* In characters, so that columns grow with the text; the recommendation takes what is left. */
static const int widths[TL_N_RECOMMENDATION_PARTS] = {
  [TL_RECOMMENDATION_NUMBER] = 4,           [TL_RECOMMENDATION_TEXT] = 30,
  [TL_RECOMMENDATION_FIRST_DECISION] = 12,  [TL_RECOMMENDATION_DECISION] = 12,
  [TL_RECOMMENDATION_FIRST_TIMESCALE] = 16, [TL_RECOMMENDATION_TIMESCALE] = 16,
  [TL_RECOMMENDATION_OWNER] = 13,
};

static TlReview *
get_review (TlTrackerTable *self)
{
  return tl_selection_get_review (self->selection);
}

/* Cells */

/* GTK 4.8 has no name for a row: the first cell says all of it. */
static char *
dup_row (TlTrackerTable *self,
         TlRecord       *recommendation)
{
  GString *words = g_string_new (NULL);

  for (guint part = 0; part < TL_N_RECOMMENDATION_PARTS; part++)
    {
      g_autofree char *text = tl_recommendations_dup_part (get_review (self), recommendation, part);

      if (text[0] != '\0')
        g_string_append_printf (words, "%s: %s. ", tl_recommendations_get_label (part), text);
    }
  return g_string_free (words, FALSE);
}

static void
show_cell (TlTrackerTable *self,
           GtkListItem    *item)
{
  TlRecommendationPart part = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (item), part_quark ()));
  TlRecord *recommendation = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = tl_recommendations_dup_part (get_review (self), recommendation, part);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (part > 0)
    return;

  g_autofree char *row = dup_row (self, recommendation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
}

static void
cell_set_up_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gpointer part = g_object_get_qdata (G_OBJECT (factory), part_quark ());
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), widths[GPOINTER_TO_UINT (part)]);
  gtk_label_set_max_width_chars (GTK_LABEL (label), widths[GPOINTER_TO_UINT (part)]);
  gtk_list_item_set_child (item, label);
  g_object_set_qdata (G_OBJECT (item), part_quark (), part);
}

static void
cell_bound_cb (TlTrackerTable *self,
               GtkListItem    *item)
{
  g_ptr_array_add (self->bound, item);
  show_cell (self, item);
}

static void
cell_unbound_cb (TlTrackerTable *self,
                 GtkListItem    *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* Sorting */

typedef struct {
  TlReview            *review;
  TlRecommendationPart part;
} Order;

static void
free_order (gpointer order)
{
  g_object_unref (((Order *) order)->review);
  g_free (order);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const Order *order = user_data;
  return tl_recommendations_compare (order->review, (TlRecord *) a, (TlRecord *) b, order->part);
}

static void
add_column (TlTrackerTable       *self,
            TlRecommendationPart  part)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column
    = gtk_column_view_column_new (tl_recommendations_get_label (part), factory);
  Order *order = g_new (Order, 1);

  *order = (Order) { g_object_ref (get_review (self)), part };
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, order, free_order));

  g_object_set_qdata (G_OBJECT (factory), part_quark (), GUINT_TO_POINTER (part));
  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (cell_unbound_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, part == TL_RECOMMENDATION_TEXT);
  gtk_column_view_append_column (self->view, column);
  if (part == TL_RECOMMENDATION_NUMBER)
    gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
}

/* Callbacks */

static void
review_changed_cb (TlTrackerTable *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_cell (self, g_ptr_array_index (self->bound, i));
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
chosen_cb (TlTrackerTable *self)
{
  TlRecord *recommendation = gtk_single_selection_get_selected_item (self->chosen);

  if (recommendation != NULL)
    tl_selection_set_one (self->selection, tl_record_get_id (recommendation));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, recommendation);
}

/* GObject overrides */

static void
tl_tracker_table_dispose (GObject *object)
{
  TlTrackerTable *self = TL_TRACKER_TABLE (object);

  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  self->chosen = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_ptr_array_set_size (self->bound, 0);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_tracker_table_parent_class)->dispose (object);
}

static void
tl_tracker_table_finalize (GObject *object)
{
  g_ptr_array_unref (TL_TRACKER_TABLE (object)->bound);
  G_OBJECT_CLASS (tl_tracker_table_parent_class)->finalize (object);
}

static void
tl_tracker_table_class_init (TlTrackerTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_tracker_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_tracker_table_finalize;

  /* A recommendation was chosen, or with NULL none is any more. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_TRACKER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, TL_TYPE_RECORD);
}

static void
tl_tracker_table_init (TlTrackerTable *self)
{
  self->bound = g_ptr_array_new ();
}

/**
 * tl_tracker_table_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the table of all recommendations of its review
 */
GtkWidget *
tl_tracker_table_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlTrackerTable *self = g_object_new (TL_TYPE_TRACKER_TABLE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->selection = g_object_ref (selection);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (guint part = 0; part < TL_N_RECOMMENDATION_PARTS; part++)
    add_column (self, part);

  GListModel *all = G_LIST_MODEL (tl_review_get_list (get_review (self), "recommendation"));
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GListModel *sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (all), g_object_ref (sorter)));
  g_autoptr (GtkSingleSelection) chosen = gtk_single_selection_new (sorted);

  self->chosen = chosen;
  gtk_single_selection_set_autoselect (chosen, FALSE);
  gtk_single_selection_set_can_unselect (chosen, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (chosen));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Recommendations"), -1);
  g_signal_connect_object (chosen, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_WIDGET (self);
}

/**
 * tl_tracker_table_show:
 * @recommendation: a recommendation
 *
 * Chooses it and brings it into view.
 */
void
tl_tracker_table_show (TlTrackerTable *self,
                       TlRecord       *recommendation)
{
  g_return_if_fail (TL_IS_TRACKER_TABLE (self) && TL_IS_RECORD (recommendation));

  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GListModel *all = G_LIST_MODEL (self->chosen);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TlRecord) record = g_list_model_get_item (all, i);

      if (record != recommendation)
        continue;
      gtk_single_selection_set_selected (self->chosen, i);
      if (GTK_IS_LIST_VIEW (list) && gtk_widget_get_mapped (list))
        gtk_widget_activate_action (list, "list.scroll-to-item", "u", i);
    }
}
