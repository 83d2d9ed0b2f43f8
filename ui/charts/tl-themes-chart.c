/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of themes: the codes in the order of the typology, never by frequency, each with a bar and its count; what
 * was counted is always printed beneath. It owns the table it shows. The property "code" is the chosen code. */
#include "config.h"

#include "ui/charts/tl-themes-chart.h"

#include <glib/gi18n.h>

#include "ui/charts/tl-multiples.h"
#include "ui/charts/tl-themes-line.h"
#include "ui/widgets/tl-bar.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-look-behind.h"

#define INDENT 22
#define NARROW_BAR 64
#define WIDE_BAR 140

/* Room for a count, with its sentence where it stands alone, and for what is uncertain; whatever is in it, so that
 * other counts are shown without a new layout. */
#define COUNT_CHARS 6
#define PERHAPS_CHARS 6
#define SENTENCE_CHARS 40
#define PERHAPS_SENTENCE_CHARS 22

struct _TlThemesChart
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkColumnView *table;
  TlMultiples   *multiples;
  gboolean       as_multiples;
  GtkStack      *stack;
  TlFootnote    *caption;

  GtkSingleSelection *selection; /* owned */
  const TlThemes     *themes;    /* kept by the lines of the selection */
  double              full;      /* share of the base that fills a bar */
  TlFacet             by;        /* what the columns of the table are of, which has so many; 0 while it has none */
  guint               n_columns;
  gboolean            across;    /* whether they have room for what is uncertain */
  char               *code;      /* chosen, kept over a change of the table */
};

G_DEFINE_FINAL_TYPE (TlThemesChart, tl_themes_chart, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CODE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The column of the codes */

/* Asked for, not set: to set a tooltip is to ask the display where the pointer is, which takes long for a table. */
static gboolean
theme_tooltip_cb (GtkListItem *item,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip)
{
  gtk_tooltip_set_text (tooltip, tl_themes_line_get_row (gtk_list_item_get_item (item))->label);
  return TRUE;
}

static void
theme_setup_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *notation = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (notation, "dim-label");
  gtk_widget_add_css_class (notation, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (notation), 4);
  gtk_label_set_xalign (GTK_LABEL (notation), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), notation);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect_object (box, "query-tooltip", G_CALLBACK (theme_tooltip_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
theme_bind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  const TlThemesRow *row = tl_themes_line_get_row (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *notation = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (notation), row->notation);
  gtk_label_set_text (GTK_LABEL (label), row->label);
  gtk_widget_set_margin_start (box, (int) row->depth * INDENT);
  if (row->depth == 0)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

/* A column of counts */

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static gboolean
count_tooltip_cb (GtkListItem *item,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip,
                  GtkWidget   *box)
{
  TlThemesLine *line = gtk_list_item_get_item (item);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "column"));
  g_autofree char *sentence = tl_themes_line_dup_sentence (line, column);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s", tl_themes_line_get_row (line)->label,
                                           tl_themes_line_get_column (line, column)->title, sentence);

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
count_setup_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                TlThemesChart            *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = tl_bar_new ();
  GtkWidget *label = gtk_inscription_new (NULL);
  gboolean alone = self->themes->n_columns == 1;
  guint n_chars = (alone ? SENTENCE_CHARS : COUNT_CHARS)
                  + (!self->themes->across ? 0 : alone ? PERHAPS_SENTENCE_CHARS : PERHAPS_CHARS);

  /* Side by side all bars are of one size, or lengths could not be compared. */
  gtk_widget_set_hexpand (bar, alone);
  if (!alone)
    gtk_widget_set_size_request (bar, NARROW_BAR, -1);
  else
    gtk_widget_set_size_request (bar, WIDE_BAR, -1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), n_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), n_chars);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), alone ? 0 : 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), alone ? bar : label);
  gtk_box_append (GTK_BOX (box), alone ? label : bar);
  g_object_set_data (G_OBJECT (box), "column", GUINT_TO_POINTER (get_column (factory)));
  g_object_set_data (G_OBJECT (box), "chart", self);
  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect_object (box, "query-tooltip", G_CALLBACK (count_tooltip_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
show_count (TlThemesLine *line,
            GtkWidget    *box)
{
  TlThemesChart *self = TL_THEMES_CHART (g_object_get_data (G_OBJECT (box), "chart"));
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "column"));
  const TlThemesCell *cell = tl_themes_line_get_cell (line, column);
  gint64 base = tl_themes_line_get_column (line, column)->base;
  g_autofree char *sentence = tl_themes_line_dup_sentence (line, column);
  g_autofree char *count = tl_count_format_perhaps (cell->reviews, cell->uncertain);
  gboolean alone = self->n_columns == 1;
  GtkWidget *bar = alone ? gtk_widget_get_first_child (box) : gtk_widget_get_last_child (box);
  GtkWidget *label = alone ? gtk_widget_get_last_child (box) : gtk_widget_get_first_child (box);
  const char *theme = tl_themes_line_get_row (line)->label;

  gtk_inscription_set_text (GTK_INSCRIPTION (label), alone ? sentence : count);
  tl_bar_set_count (TL_BAR (bar), cell->reviews, base, self->full, sentence);
  tl_bar_set_perhaps (TL_BAR (bar), cell->uncertain, base, self->full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, theme, -1);
}

static void
count_bind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  TlThemesLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  show_count (line, box);
  g_signal_connect_object (line, "changed", G_CALLBACK (show_count), box, 0);
}

static void
count_unbind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_count, gtk_list_item_get_child (item));
}

static void
add_column (TlThemesChart *self,
            const char    *title,
            GCallback      setup,
            GCallback      bind,
            guint          column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", setup, self, 0);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  if (bind == G_CALLBACK (count_bind_cb))
    g_signal_connect (factory, "unbind", G_CALLBACK (count_unbind_cb), NULL);

  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column == 0)
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->table, view_column);
}

static char *
dup_title (TlThemesChart *self,
           guint          column)
{
  g_autofree char *base = tl_count_format (self->themes->columns[column].base);

  /* Translators: the head of a column: what it is, and over how many reviews. */
  return g_strdup_printf (_("%s\nbase %s"), self->themes->columns[column].title, base);
}

/* Takes the table's rows and columns away; what is chosen stays so. */
static void
empty_table (TlThemesChart *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  gtk_column_view_set_model (self->table, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->table, first);
    }
  self->n_columns = 0;
}

/* Whether the columns of the table can show @themes. */
static gboolean
has_columns_of (TlThemesChart  *self,
                const TlThemes *themes)
{
  return self->n_columns == themes->n_columns && self->by == themes->by && self->across == themes->across;
}

/* Where the columns are of the same, rows and columns stay and say something else: that is much faster. */
static void
fill_table (TlThemesChart *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  if (!has_columns_of (self, self->themes))
    {
      empty_table (self);
      add_column (self, _("Theme"), G_CALLBACK (theme_setup_cb), G_CALLBACK (theme_bind_cb), 0);
      for (guint i = 0; i < self->themes->n_columns; i++)
        add_column (self, NULL, G_CALLBACK (count_setup_cb), G_CALLBACK (count_bind_cb), i);
      self->n_columns = self->themes->n_columns;
      self->by = self->themes->by;
      self->across = self->themes->across;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
      g_autofree char *title = dup_title (self, i);

      gtk_column_view_column_set_title (column, title);
    }
  if (gtk_column_view_get_model (self->table) == NULL)
    gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
}

static void
update_caption (TlThemesChart *self)
{
  g_autofree char *text = NULL;

  if (self->themes != NULL)
    {
      /* Translators: the number is a percentage. */
      g_autofree char *scale = g_strdup_printf (_("A bar that fills its track stands for %.0f %% of the base."),
                                                self->full * 100);
      text = self->themes->note != NULL
                 ? g_strdup_printf ("%s\n%s %s", self->themes->caption, self->themes->note, scale)
                 : g_strdup_printf ("%s\n%s", self->themes->caption, scale);
    }
  tl_footnote_set (self->caption, text, NULL);
}

static void
restore_choice (TlThemesChart *self)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->code != NULL && self->themes != NULL && i < self->themes->n_rows; i++)
    if (g_str_equal (self->themes->rows[i].code, self->code))
      found = i;
  gtk_single_selection_set_selected (self->selection, found);
}

/* One chart a code says nothing of a single column. What is not seen is not filled. */
static void
update_part (TlThemesChart *self)
{
  const TlThemes *themes = self->themes;
  gboolean nothing = themes != NULL && themes->columns[0].base == 0;
  gboolean charts = themes != NULL && !nothing && self->as_multiples && themes->n_columns > 1;

  tl_multiples_set_themes (self->multiples, charts ? themes : NULL, self->full);
  if (charts)
    tl_multiples_choose (self->multiples, self->code);
  if (themes != NULL && !nothing && !charts)
    fill_table (self);
  else
    empty_table (self);
  gtk_stack_set_visible_child_name (self->stack, nothing ? "nothing" : charts ? "multiples" : "table");
}

/* Callbacks */

static void
chart_chosen_cb (TlThemesChart *self)
{
  const char *code = tl_multiples_get_code (self->multiples);

  for (guint i = 0; i < self->themes->n_rows; i++)
    if (g_str_equal (self->themes->rows[i].code, code))
      gtk_single_selection_set_selected (self->selection, i);
}

static void
selected_cb (TlThemesChart *self)
{
  TlThemesLine *line
      = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  const char *code = line != NULL ? tl_themes_line_get_row (line)->code : NULL;

  /* While another table takes the place of one, nothing is selected for a moment. */
  if (code == NULL || g_strcmp0 (code, self->code) == 0)
    return;
  g_free (self->code);
  self->code = g_strdup (code);
  tl_multiples_choose (self->multiples, code);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

/* GObject overrides */

static void
tl_themes_chart_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CODE:
      g_value_set_string (value, TL_THEMES_CHART (object)->code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_themes_chart_dispose (GObject *object)
{
  TlThemesChart *self = TL_THEMES_CHART (object);

  self->themes = NULL;
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_themes_chart_parent_class)->dispose (object);
}

static void
tl_themes_chart_finalize (GObject *object)
{
  g_free (TL_THEMES_CHART (object)->code);
  G_OBJECT_CLASS (tl_themes_chart_parent_class)->finalize (object);
}

static void
tl_themes_chart_class_init (TlThemesChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_themes_chart_get_property;
  object_class->dispose = tl_themes_chart_dispose;
  object_class->finalize = tl_themes_chart_finalize;

  properties[PROP_CODE]
      = g_param_spec_string ("code", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
make_table (TlThemesChart *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "themes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Themes"), -1);
  tl_look_behind_from_table (self->table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Review Counts Here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Under these filters no review was coded in this typology. Widen the filters, or "
                                     "choose another typology."));
  return page;
}

static void
tl_themes_chart_init (TlThemesChart *self)
{
  self->full = 1;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_table (self), "table");
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  self->multiples = TL_MULTIPLES (tl_multiples_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->multiples), "multiples");
  g_signal_connect_object (self->multiples, "chosen", G_CALLBACK (chart_chosen_cb), self, G_CONNECT_SWAPPED);

  self->caption = TL_FOOTNOTE (tl_footnote_new (GTK_WIDGET (self->stack)));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->caption));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_themes_chart_new:
 *
 * Returns: (transfer floating): a chart of nothing
 */
GtkWidget *
tl_themes_chart_new (void)
{
  return g_object_new (TL_TYPE_THEMES_CHART, NULL);
}

/**
 * tl_themes_chart_set_themes:
 * @themes: (transfer full) (nullable): what to show
 */
void
tl_themes_chart_set_themes (TlThemesChart *self,
                            TlThemes      *themes)
{
  g_return_if_fail (TL_IS_THEMES_CHART (self));

  GListModel *shown = gtk_single_selection_get_model (self->selection);

  /* Cells of other columns go before what they would be bound by. */
  if (themes == NULL || !has_columns_of (self, themes))
    empty_table (self);
  self->themes = themes;
  self->full = themes != NULL ? tl_themes_choose_full (themes) : 1;
  if (shown == NULL || themes == NULL || !tl_themes_lines_renew (shown, themes))
    {
      g_autoptr (GListModel) lines = themes != NULL ? tl_themes_lines_new (themes) : NULL;

      gtk_single_selection_set_model (self->selection, lines);
    }
  restore_choice (self);
  update_caption (self);
  update_part (self);
}

/**
 * tl_themes_chart_set_as_multiples:
 * @as_multiples: whether there is a small chart for each code where there are several columns; else a table
 */
void
tl_themes_chart_set_as_multiples (TlThemesChart *self,
                                  gboolean       as_multiples)
{
  g_return_if_fail (TL_IS_THEMES_CHART (self));

  self->as_multiples = as_multiples;
  update_part (self);
}

/**
 * tl_themes_chart_get_themes:
 *
 * Returns: (transfer none) (nullable): what is shown, until it changes
 */
const TlThemes *
tl_themes_chart_get_themes (TlThemesChart *self)
{
  g_return_val_if_fail (TL_IS_THEMES_CHART (self), NULL);
  return self->themes;
}

/**
 * tl_themes_chart_get_code:
 *
 * Returns: (nullable): the chosen code, "SCHEME:NOTATION"
 */
const char *
tl_themes_chart_get_code (TlThemesChart *self)
{
  g_return_val_if_fail (TL_IS_THEMES_CHART (self), NULL);
  return self->code;
}

/**
 * tl_themes_chart_get_caption:
 *
 * Returns: what is printed beneath the table
 */
const char *
tl_themes_chart_get_caption (TlThemesChart *self)
{
  g_return_val_if_fail (TL_IS_THEMES_CHART (self), NULL);
  return tl_footnote_get_text (self->caption);
}
