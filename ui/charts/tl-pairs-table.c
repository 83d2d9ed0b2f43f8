/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pairs of a heat map as a table that sorts by any column: at first those of which it is surest that they occur
 * together. "chosen" says that another line is chosen. */
#include "config.h"

#include "ui/charts/tl-pairs-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/charts/tl-table-copy.h"
#include "ui/widgets/tl-look-behind.h"

/* A line of the table as an item of a list: it stays, and "changed" says that another pair stands in it. The pair is
 * borrowed, as all the table shows. */
#define TL_TYPE_PAIRS_LINE (tl_pairs_line_get_type ())
G_DECLARE_FINAL_TYPE (TlPairsLine, tl_pairs_line, TL, PAIRS_LINE, GObject)

struct _TlPairsLine
{
  GObject parent_instance;

  const TlHeat *heat;
  const TlPair *pair;
  guint         n_bound; /* to so many cells, which want to hear of a change */
};

G_DEFINE_FINAL_TYPE (TlPairsLine, tl_pairs_line, G_TYPE_OBJECT)

static guint line_changed;

static void
tl_pairs_line_class_init (TlPairsLineClass *klass)
{
  line_changed = g_signal_new ("changed", TL_TYPE_PAIRS_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_pairs_line_init (TlPairsLine *self)
{
}

struct _TlPairsTable
{
  AdwBin parent_instance;

  GtkColumnView      *table;     /* of the tree of widgets */
  GListStore         *lines;     /* owned */
  GtkSingleSelection *selection; /* owned; of @lines as they are sorted */
  const TlHeat       *heat;      /* borrowed, or NULL */
};

G_DEFINE_FINAL_TYPE (TlPairsTable, tl_pairs_table, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Columns */

static char *
dup_codes (const TlHeat *heat,
           const TlPair *pair)
{
  const TlPairsCode *a = &heat->pairs->codes[pair->a], *b = &heat->pairs->codes[pair->b];

  return g_strdup_printf ("%s · %s", a->notation, b->notation);
}

static char *
dup_reviews (const TlHeat *heat,
             const TlPair *pair)
{
  return tl_count_format_perhaps (pair->reviews, pair->uncertain);
}

/* What can't be told from what is shown is withheld with it. */
static char *
format (const TlPair *pair,
        const char   *text)
{
  return isnan (pair->ratio) ? tl_count_format (pair->partial ? TL_COUNT_NOT_AVAILABLE : TL_COUNT_WITHHELD)
                             : g_strdup (text);
}

static char *
dup_expected (const TlHeat *heat,
              const TlPair *pair)
{
  g_autofree char *text = g_strdup_printf ("%.1f", pair->expected);
  return format (pair, text);
}

static char *
dup_ratio (const TlHeat *heat,
           const TlPair *pair)
{
  g_autofree char *text = g_strdup_printf ("%.2f", pair->ratio);
  return format (pair, text);
}

static char *
dup_interval (const TlHeat *heat,
              const TlPair *pair)
{
  /* Translators: the lower and the upper end of an interval. */
  g_autofree char *text = g_strdup_printf (_("%.2f–%.2f"), pair->low, pair->high);
  return format (pair, text);
}

static double
get_place (const TlPair *pair)
{
  return pair->a * 1000.0 + pair->b;
}

static double
get_reviews (const TlPair *pair)
{
  return (double) pair->reviews;
}

static double
get_expected (const TlPair *pair)
{
  return isnan (pair->ratio) ? -1 : pair->expected;
}

static double
get_ratio (const TlPair *pair)
{
  return isnan (pair->ratio) ? -1 : pair->ratio;
}

static double
get_low (const TlPair *pair)
{
  return isnan (pair->ratio) ? -1 : pair->low;
}

static const struct {
  const char *title;
  char     *(*dup_text) (const TlHeat *heat,
                         const TlPair *pair);
  double    (*get_number) (const TlPair *pair);
  gboolean    is_text;
  gboolean    is_range; /* the lower end before the upper, whichever way the rest is read */
  guint       n_chars; /* room for so many, whatever is in it: then other figures are shown without a new layout */
} columns[] = {
  { N_("Codes"), dup_codes, get_place, TRUE, FALSE, 13 },
  { N_("Reviews"), dup_reviews, get_reviews, FALSE, FALSE, 9 },
  { N_("Expected"), dup_expected, get_expected, FALSE, FALSE, 9 },
  { N_("Ratio"), dup_ratio, get_ratio, FALSE, FALSE, 6 },
  { N_("95 % interval"), dup_interval, get_low, FALSE, TRUE, 11 },
};

static guint
get_column (gpointer of)
{
  return GPOINTER_TO_UINT (g_object_get_data (of, "column"));
}

static double
get_number_cb (TlPairsLine *line,
               gpointer     column)
{
  return columns[GPOINTER_TO_UINT (column)].get_number (line->pair);
}

/* Asked for, not set: to set a tooltip is to ask the display where the pointer is, which takes long for a table. */
static gboolean
tooltip_cb (GtkListItem *item,
            int          x,
            int          y,
            gboolean     by_keyboard,
            GtkTooltip  *tooltip)
{
  const TlPairsLine *line = gtk_list_item_get_item (item);
  const TlPairsCode *codes = line->heat->pairs->codes;
  g_autofree char *text = g_strdup_printf ("%s\n%s", codes[line->pair->a].label, codes[line->pair->b].label);

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_inscription_new (NULL);
  guint column = get_column (factory);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), columns[column].is_text ? 0 : 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), columns[column].n_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), columns[column].n_chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (label), "column", GUINT_TO_POINTER (column));
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect_object (label, "query-tooltip", G_CALLBACK (tooltip_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, label);
}

static void
show_pair (TlPairsLine    *line,
           GtkInscription *label)
{
  guint column = get_column (label);
  g_autofree char *plain = columns[column].dup_text (line->heat, line->pair);
  /* A mark that it reads from left to right, or the ends would change places in the other direction. */
  g_autofree char *text = g_strconcat (columns[column].is_range ? "\u200e" : "", plain, NULL);

  gtk_inscription_set_text (label, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  TlPairsLine *line = gtk_list_item_get_item (item);
  GtkInscription *label = GTK_INSCRIPTION (gtk_list_item_get_child (item));

  show_pair (line, label);
  g_signal_connect_object (line, "changed", G_CALLBACK (show_pair), label, 0);
  line->n_bound++;
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  TlPairsLine *line = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_func (line, show_pair, gtk_list_item_get_child (item));
  line->n_bound--;
}

static void
add_columns (TlPairsTable *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkExpression *number = gtk_cclosure_expression_new (G_TYPE_DOUBLE, NULL, 0, NULL, G_CALLBACK (get_number_cb),
                                                           GUINT_TO_POINTER (i), NULL);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_numeric_sorter_new (number));

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].is_text);
      gtk_column_view_append_column (self->table, column);
    }
}

/* Callbacks */

static void
selected_cb (TlPairsTable *self)
{
  if (tl_pairs_table_get_pair (self) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* GObject overrides */

static void
tl_pairs_table_dispose (GObject *object)
{
  TlPairsTable *self = TL_PAIRS_TABLE (object);

  if (self->selection != NULL)
    tl_pairs_table_set_heat (self, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (tl_pairs_table_parent_class)->dispose (object);
}

static void
tl_pairs_table_class_init (TlPairsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_pairs_table_dispose;

  /**
   * TlPairsTable::chosen:
   *
   * Another line is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_PAIRS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  0);
}

static void
sort_lines (TlPairsTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  g_autoptr (GtkSortListModel) sorted
    = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), g_object_ref (sorter));

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
}

static void
tl_pairs_table_init (TlPairsTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lines = g_list_store_new (TL_TYPE_PAIRS_LINE);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pairs as a table"),
                                  -1);
  add_columns (self);
  sort_lines (self);
  tl_look_behind_from_table (self->table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_pairs_table_new:
 *
 * Returns: (transfer floating): a table of nothing
 */
GtkWidget *
tl_pairs_table_new (void)
{
  return g_object_new (TL_TYPE_PAIRS_TABLE, NULL);
}

/**
 * tl_pairs_table_set_heat:
 * @heat: (nullable): whose pairs to show; must stay until another is set
 *
 * Lines stay and get other pairs, so that rows that stay need nothing but other words: that is much faster than to make
 * rows anew.
 */
void
tl_pairs_table_set_heat (TlPairsTable *self,
                         const TlHeat *heat)
{
  g_return_if_fail (TL_IS_PAIRS_TABLE (self));

  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->lines)), n_kept = 0;

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->heat = heat;
  for (guint i = 0; heat != NULL && i < heat->pairs->n_pairs; i++)
    if (tl_heat_has (heat, &heat->pairs->pairs[i]))
      {
        TlPairsLine *line = n_kept < n_old ? g_list_model_get_item (G_LIST_MODEL (self->lines), n_kept++)
                                           : g_object_new (TL_TYPE_PAIRS_LINE, NULL);

        line->heat = heat;
        line->pair = &heat->pairs->pairs[i];
        g_ptr_array_add (lines, line);
      }
  for (guint i = 0; i < n_kept; i++)
    if (((TlPairsLine *) lines->pdata[i])->n_bound > 0)
      g_signal_emit (lines->pdata[i], line_changed, 0);
  if (n_kept < MAX (n_old, lines->len))
    g_list_store_splice (self->lines, n_kept, n_old - n_kept, lines->pdata + n_kept, lines->len - n_kept);
  if (n_kept > 0)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->table), GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * tl_pairs_table_choose:
 * @pair: (nullable): one of the pairs that are shown
 *
 * Chooses its line and brings it into view.
 */
void
tl_pairs_table_choose (TlPairsTable *self,
                       const TlPair *pair)
{
  g_return_if_fail (TL_IS_PAIRS_TABLE (self));

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (tl_pairs_table_get_pair (self) == pair)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlPairsLine) line = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (line->pair != pair)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->table)), "list.scroll-to-item", "u", i);
      return;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * tl_pairs_table_get_pair:
 *
 * Returns: (transfer none) (nullable): the chosen pair
 */
const TlPair *
tl_pairs_table_get_pair (TlPairsTable *self)
{
  g_return_val_if_fail (TL_IS_PAIRS_TABLE (self), NULL);

  TlPairsLine *line = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return line != NULL ? line->pair : NULL;
}

/**
 * tl_pairs_table_dup_content:
 *
 * Returns: (transfer full) (nullable): the table as it is sorted, for a clipboard; %NULL while nothing is shown
 */
GdkContentProvider *
tl_pairs_table_dup_content (TlPairsTable *self)
{
  g_return_val_if_fail (TL_IS_PAIRS_TABLE (self), NULL);

  g_autoptr (TlTableCopy) copy = tl_table_copy_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (self->heat == NULL)
    return NULL;
  tl_table_copy_begin_row (copy, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_table_copy_add (copy, _(columns[i].title));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlPairsLine) line = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      tl_table_copy_begin_row (copy, FALSE);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          g_autofree char *text = columns[j].dup_text (self->heat, line->pair);
          tl_table_copy_add (copy, text);
        }
    }
  tl_table_copy_end (copy, self->heat->pairs->caption, self->heat->pairs->note);
  return tl_table_copy_new_content (copy);
}
