/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events as a table: when, what, who, how many accounts, which episode; put in order by any of them. It shares the
 * selection, and the inspector edits what is selected. */
#include "config.h"

#include "ui/narrative/tl-narrative-table.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/case/tl-contradiction.h"
#include "model/case/tl-narrative-words.h"

typedef char *(*DupText) (TlReview *review, TlRecord *event);

struct _TlNarrativeTable
{
  AdwBin parent_instance;

  /* Owned */
  TlNarrative *narrative;
  TlSelection *selection;
  GtkSingleSelection *chosen; /* over the events in their order */
  GPtrArray *bound;           /* list items that show something, borrowed */

  GtkColumnView *view;
  guint following : 1; /* the window's selection: what is chosen changes by itself */
};

G_DEFINE_FINAL_TYPE (TlNarrativeTable, tl_narrative_table, ADW_TYPE_BIN)

static G_DEFINE_QUARK (tl-narrative-column, column)

static TlReview *
get_review (TlNarrativeTable *self)
{
  return tl_narrative_get_review (self->narrative);
}

/* Columns */

static char *
dup_date (TlReview *review,
          TlRecord *event)
{
  return tl_narrative_words_date (event);
}

static char *
dup_accounts (TlReview *review,
              TlRecord *event)
{
  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, tl_record_get_id (event), "account", "event");
  g_autoptr (GPtrArray) contradictions = tl_contradictions_find (review, event);

  if (contradictions->len > 0)
    /* Translators: how many accounts there are of an event, with a sign that they do not agree. */
    return g_strdup_printf (_("%u, do not agree"), accounts->len);
  return g_strdup_printf ("%u", accounts->len);
}

static char *
dup_episode (TlReview *review,
             TlRecord *event)
{
  g_autoptr (GPtrArray) episodes = tl_review_get_referrers (review, tl_record_get_id (event), "episode", "events");
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < episodes->len; i++)
    g_ptr_array_add (titles, tl_review_dup_title (review, g_ptr_array_index (episodes, i)));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static const struct {
  const char *title;
  DupText     dup_text;
  gboolean    expands;
  int         width;
} columns[] = {
  { N_("Date"), dup_date, FALSE, 170 },
  { N_("What happened"), tl_review_dup_title, TRUE, -1 },
  { N_("Who"), tl_narrative_words_who, TRUE, -1 },
  { N_("Accounts"), dup_accounts, FALSE, 110 },
  { N_("Episode"), dup_episode, FALSE, 150 },
};

static void
show_cell (TlNarrativeTable *self,
           GtkListItem      *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (item), column_quark ())) - 1;
  TlRecord *event = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = columns[column].dup_text (get_review (self), event);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (column > 0)
    return;

  /* The first cell says it all, for GTK 4.8 has no name for a row. */
  g_autofree char *story = tl_narrative_words_story (get_review (self), event);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, story, -1);
}

static void
cell_set_up_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
  g_object_set_qdata (G_OBJECT (item), column_quark (), g_object_get_qdata (G_OBJECT (factory), column_quark ()));
}

static void
cell_bound_cb (TlNarrativeTable *self,
               GtkListItem      *item)
{
  g_ptr_array_add (self->bound, item);
  show_cell (self, item);
}

static void
cell_unbound_cb (TlNarrativeTable *self,
                 GtkListItem      *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* Sorting */

typedef struct {
  TlReview *review;
  DupText   dup_text;
} Order;

static void
free_order (gpointer order)
{
  g_object_unref (((Order *) order)->review);
  g_free (order);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Order *order = user_data;
  g_autofree char *one = order->dup_text (order->review, (TlRecord *) a);
  g_autofree char *other = order->dup_text (order->review, (TlRecord *) b);

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

/* What has no date comes last. */
static gint64
get_minute (TlRecord *event)
{
  TlDate date;
  gint64 from, to;

  if (!tl_date_parse (tl_record_get_text (event, "date"), &date)
      && !tl_date_parse (tl_record_get_text (event, "until"), &date))
    return G_MAXINT64;
  tl_date_get_bounds (&date, &from, &to);
  return from;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  gint64 one = get_minute ((TlRecord *) a), other = get_minute ((TlRecord *) b);
  return one < other ? -1 : one > other;
}

static GtkSorter *
make_sorter (TlNarrativeTable *self,
             guint             column)
{
  if (column == 0)
    return GTK_SORTER (gtk_custom_sorter_new (compare_dates, NULL, NULL));

  Order *order = g_new (Order, 1);
  *order = (Order) { g_object_ref (get_review (self)), columns[column].dup_text };
  return GTK_SORTER (gtk_custom_sorter_new (compare_texts, order, free_order));
}

static void
add_column (TlNarrativeTable *self,
            guint             position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[position].title), factory);
  g_autoptr (GtkSorter) sorter = make_sorter (self, position);

  g_object_set_qdata (G_OBJECT (factory), column_quark (), GUINT_TO_POINTER (position + 1));
  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (cell_unbound_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[position].expands);
  if (columns[position].width > 0)
    gtk_column_view_column_set_fixed_width (column, columns[position].width);
  gtk_column_view_append_column (self->view, column);
  if (position == 0)
    gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
}

/* Callbacks */

static void
narrative_changed_cb (TlNarrativeTable *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_cell (self, g_ptr_array_index (self->bound, i));
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
chosen_cb (TlNarrativeTable *self)
{
  TlRecord *event = gtk_single_selection_get_selected_item (self->chosen);

  if (!self->following && event != NULL)
    tl_selection_set_one (self->selection, tl_record_get_id (event));
}

/* The event that what is selected is of. */
static const char *
get_event_id (TlNarrativeTable *self)
{
  TlRecord *record = tl_selection_get_primary (self->selection);

  if (record == NULL)
    return NULL;
  if (tl_record_is (record, "account") || tl_record_is (record, "telling"))
    return tl_record_get_text (record, "event");
  return tl_record_get_id (record);
}

static guint
find_event (TlNarrativeTable *self,
            const char       *id)
{
  GListModel *events = G_LIST_MODEL (self->chosen);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (TlRecord) event = g_list_model_get_item (events, i);

      if (g_str_equal (tl_record_get_id (event), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
scroll_to (TlNarrativeTable *self,
           guint             position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (position != GTK_INVALID_LIST_POSITION && GTK_IS_LIST_VIEW (list) && gtk_widget_get_mapped (list))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static void
selection_changed_cb (TlNarrativeTable *self)
{
  guint position = find_event (self, get_event_id (self));

  self->following = TRUE;
  gtk_single_selection_set_selected (self->chosen, position);
  self->following = FALSE;
  scroll_to (self, position);
}

static void
activated_cb (TlNarrativeTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

/* GObject overrides */

static void
tl_narrative_table_dispose (GObject *object)
{
  TlNarrativeTable *self = TL_NARRATIVE_TABLE (object);

  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_ptr_array_set_size (self->bound, 0);
  g_clear_object (&self->chosen);
  g_clear_object (&self->narrative);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tl_narrative_table_parent_class)->dispose (object);
}

static void
tl_narrative_table_finalize (GObject *object)
{
  g_ptr_array_unref (TL_NARRATIVE_TABLE (object)->bound);
  G_OBJECT_CLASS (tl_narrative_table_parent_class)->finalize (object);
}

static void
tl_narrative_table_class_init (TlNarrativeTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_narrative_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_narrative_table_finalize;
}

static void
tl_narrative_table_init (TlNarrativeTable *self)
{
  self->bound = g_ptr_array_new ();
}

/**
 * tl_narrative_table_new:
 * @narrative: what tells that something changed
 * @selection: the window's selection, of the same review
 *
 * Returns: (transfer floating): the table of all events
 */
GtkWidget *
tl_narrative_table_new (TlNarrative *narrative,
                        TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (narrative) && TL_IS_SELECTION (selection), NULL);

  TlNarrativeTable *self = g_object_new (TL_TYPE_NARRATIVE_TABLE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GListModel *events = G_LIST_MODEL (tl_review_get_list (tl_narrative_get_review (narrative), "event"));

  self->narrative = g_object_ref (narrative);
  self->selection = g_object_ref (selection);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);

  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GListModel *sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (events), g_object_ref (sorter)));
  self->chosen = gtk_single_selection_new (sorted);
  gtk_single_selection_set_autoselect (self->chosen, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->chosen));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);

  g_signal_connect_object (self->chosen, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (narrative, "changed", G_CALLBACK (narrative_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_WIDGET (self);
}
