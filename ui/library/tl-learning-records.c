/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The learning records of a library as a table that sorts by any column, with the chosen one in full at the side. */
#include "config.h"

#include "ui/library/tl-learning-records.h"

#include <glib/gi18n.h>

#include "ui/library/tl-library-empty.h"
#include "ui/library/tl-record-card.h"
#include "ui/library/tl-record-wording.h"
#include "ui/widgets/tl-wrapped.h"
#include "ui/widgets/tl-yielding.h"

struct _TlLearningRecords
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack      *stack;
  GtkColumnView *table;
  GtkLabel      *count;
  TlRecordCard  *card;

  GtkSingleSelection *selection; /* owned */
};

G_DEFINE_FINAL_TYPE (TlLearningRecords, tl_learning_records, ADW_TYPE_BIN)

/* Sorted by what is shown, or by a number property. */
static const struct {
  const char *title;
  char *(*dup_text) (TlLibraryRecord *record);
  const char *number;
  int         n_chars; /* at least; the rest is cut off; 0 for as many as there are */
} columns[] = {
  { N_("Review"), tl_record_wording_pseudonym, NULL, 0 },
  { N_("Year"), tl_record_wording_year, "year", 0 },
  { N_("Board"), tl_record_wording_board, NULL, 0 },
  { N_("Region"), tl_record_wording_region, NULL, 13 },
  { N_("Type"), tl_record_wording_type, NULL, 14 },
  { N_("Method"), tl_record_wording_method, NULL, 12 },
  { N_("Revision"), NULL, "revision", 0 },
  { N_("Factors"), NULL, "n-factors", 0 },
  { N_("Links"), NULL, "n-links", 0 },
  { N_("Tags"), NULL, "n-tags", 0 },
  { N_("Added"), tl_record_wording_added, "added", 0 },
};

static guint
get_column (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static char *
dup_number (TlLibraryRecord *record,
            const char      *property)
{
  GValue value = G_VALUE_INIT;
  GValue text = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), property, &value);
  g_value_init (&text, G_TYPE_STRING);
  g_value_transform (&value, &text);
  char *number = g_value_dup_string (&text);
  g_value_unset (&value);
  g_value_unset (&text);
  return number;
}

static char *
dup_sort_key_cb (TlLibraryRecord *record,
                 gpointer         column)
{
  return columns[GPOINTER_TO_UINT (column)].dup_text (record);
}

static GtkSorter *
make_sorter (guint column)
{
  if (columns[column].number != NULL)
    {
      GtkExpression *number = gtk_property_expression_new (TL_TYPE_LIBRARY_RECORD, NULL, columns[column].number);
      return GTK_SORTER (gtk_numeric_sorter_new (number));
    }

  GtkExpression *text = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_sort_key_cb),
                                                     GUINT_TO_POINTER (column), NULL);
  return GTK_SORTER (gtk_string_sorter_new (text));
}

/* Callbacks */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_count = columns[get_column (factory)].dup_text == NULL;

  gtk_label_set_xalign (GTK_LABEL (label), is_count ? 1 : 0);
  if (columns[get_column (factory)].n_chars > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), columns[get_column (factory)].n_chars);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  TlLibraryRecord *record = gtk_list_item_get_item (item);
  guint column = get_column (factory);
  g_autofree char *text = columns[column].dup_text != NULL ? columns[column].dup_text (record)
                                                           : dup_number (record, columns[column].number);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (columns[column].n_chars > 0)
    gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static void
selected_cb (TlLearningRecords *self)
{
  if (self->selection != NULL)
    tl_record_card_set_record (self->card, gtk_single_selection_get_selected_item (self->selection));
}

/* GObject overrides */

static void
tl_learning_records_dispose (GObject *object)
{
  g_clear_object (&TL_LEARNING_RECORDS (object)->selection);
  G_OBJECT_CLASS (tl_learning_records_parent_class)->dispose (object);
}

static void
tl_learning_records_class_init (TlLearningRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_learning_records_dispose;
}

static void
add_columns (TlLearningRecords *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = make_sorter (i);

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].n_chars > 0);
      gtk_column_view_append_column (self->table, column);
    }
}

static GtkWidget *
make_table (TlLearningRecords *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Learning records"),
                                  -1);
  add_columns (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);

  self->count = GTK_LABEL (tl_wrapped_new (NULL, "chart-caption"));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), tl_yielding_new (GTK_WIDGET (self->count)));
  return box;
}

static void
tl_learning_records_init (TlLearningRecords *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *side = gtk_scrolled_window_new ();

  self->card = TL_RECORD_CARD (tl_record_card_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (side), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (side), GTK_WIDGET (self->card));
  gtk_widget_set_size_request (side, 260, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), make_table (self));
  gtk_paned_set_end_child (GTK_PANED (paned), side);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, paned, "table");
  gtk_stack_add_named (self->stack, tl_library_empty_new (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
}

/**
 * tl_learning_records_new:
 *
 * Returns: (transfer floating): a table of no records
 */
GtkWidget *
tl_learning_records_new (void)
{
  return g_object_new (TL_TYPE_LEARNING_RECORDS, NULL);
}

/**
 * tl_learning_records_set_model:
 * @records: a list of TlLibraryRecord
 */
void
tl_learning_records_set_model (TlLearningRecords *self,
                               GListModel        *records)
{
  g_return_if_fail (TL_IS_LEARNING_RECORDS (self) && G_IS_LIST_MODEL (records));

  guint n = g_list_model_get_n_items (records);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  g_autoptr (GtkSortListModel) sorted
      = gtk_sort_list_model_new (g_object_ref (records), sorter != NULL ? g_object_ref (sorter) : NULL);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u learning record. The list is for the library’s own use; counts leave it.",
                   "%u learning records. The list is for the library’s own use; counts leave it.", n),
      n);

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  gtk_label_set_text (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "empty");
}

/**
 * tl_learning_records_get_shown:
 *
 * Returns: (transfer none) (nullable): the records as they are sorted
 */
GListModel *
tl_learning_records_get_shown (TlLearningRecords *self)
{
  g_return_val_if_fail (TL_IS_LEARNING_RECORDS (self), NULL);
  return gtk_single_selection_get_model (self->selection);
}

/* GTK 4.8 loses the rows of a list that is told to scroll before it has a place in the window. */
static gboolean
scroll_cb (GtkWidget     *table,
           GdkFrameClock *clock,
           gpointer       data)
{
  TlLearningRecords *self = data;
  guint chosen = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (table) == 0)
    return G_SOURCE_CONTINUE;
  if (chosen != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (table), "list.scroll-to-item", "u", chosen);
  return G_SOURCE_REMOVE;
}

/**
 * tl_learning_records_choose:
 * @id: the pseudonym of a review
 *
 * Chooses its record and takes the keyboard there.
 *
 * Returns: whether the library has it
 */
gboolean
tl_learning_records_choose (TlLearningRecords *self,
                            const char        *id)
{
  g_return_val_if_fail (TL_IS_LEARNING_RECORDS (self) && id != NULL, FALSE);

  GListModel *shown = tl_learning_records_get_shown (self);

  for (guint i = 0; shown != NULL && i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (TlLibraryRecord) record = g_list_model_get_item (shown, i);

      if (g_strcmp0 (tl_library_record_get_id (record), id) != 0)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_grab_focus (GTK_WIDGET (self->table));
      gtk_widget_add_tick_callback (GTK_WIDGET (self->table), scroll_cb, self, NULL);
      return TRUE;
    }
  return FALSE;
}
