/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of a release as it would leave: rows and columns with what is withheld in its place, part by part where they
 * have no room beside each other, and the caption that goes with it. */
#include "config.h"

#include "ui/library/tl-release-sheet.h"

#include <glib/gi18n.h>

#include "model/releases/tl-release-grid.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-wrapped.h"

struct _TlReleaseSheet
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkLabel      *title;
  GtkWidget     *part_line;
  GtkDropDown   *part;
  GtkColumnView *table;
  TlFootnote    *caption;

  GPtrArray *grids; /* owned; of TlReleaseGrid; NULL while there is no table */
};

G_DEFINE_FINAL_TYPE (TlReleaseSheet, tl_release_sheet, ADW_TYPE_BIN)

/* A row is known by its place, which is the text of its item. */
static const TlReleaseRow *
get_row (TlReleaseSheet *self,
         GtkListItem    *item)
{
  guint part = gtk_drop_down_get_selected (self->part);
  const TlReleaseGrid *grid = self->grids != NULL && part < self->grids->len ? self->grids->pdata[part] : NULL;
  guint position = gtk_list_item_get_position (item);

  return grid != NULL && position < grid->rows->len ? grid->rows->pdata[position] : NULL;
}

/* Callbacks */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  is_head)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_head != NULL ? 0 : 1);
  if (is_head != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 24);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_head_cb (TlReleaseSheet *self,
              GtkListItem    *item)
{
  const TlReleaseRow *row = get_row (self, item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), row != NULL ? row->head : "");
  gtk_widget_set_tooltip_text (label, row != NULL ? row->head : NULL);
  gtk_widget_set_margin_start (label, row != NULL && row->depth > 0 ? 12 : 0);
}

static void
bind_cell_cb (TlReleaseSheet           *self,
              GtkListItem              *item,
              GtkSignalListItemFactory *factory)
{
  const TlReleaseRow *row = get_row (self, item);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const char *text = row != NULL && column < g_strv_length (row->cells) ? row->cells[column] : "";

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (TlReleaseSheet *self,
            const char     *title,
            guint           column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column - 1));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column == 0 ? self : NULL);
  g_signal_connect_object (factory, "bind", column == 0 ? G_CALLBACK (bind_head_cb) : G_CALLBACK (bind_cell_cb), self,
                           G_CONNECT_SWAPPED);

  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, column == 0);
  gtk_column_view_append_column (self->table, added);
}

static void
part_chosen_cb (TlReleaseSheet *self)
{
  guint part = gtk_drop_down_get_selected (self->part);
  const TlReleaseGrid *grid = self->grids != NULL && part < self->grids->len ? self->grids->pdata[part] : NULL;
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GListModel *columns = gtk_column_view_get_columns (self->table);
  g_autoptr (GtkSelectionModel) none = NULL;

  gtk_column_view_set_model (self->table, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, first);
    }
  if (grid == NULL)
    return;
  for (guint i = 0; grid->columns[i] != NULL; i++)
    add_column (self, grid->columns[i], i);
  for (guint i = 0; i < grid->rows->len; i++)
    gtk_string_list_append (rows, ((const TlReleaseRow *) grid->rows->pdata[i])->head);
  none = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (rows))));
  gtk_column_view_set_model (self->table, none);
}

/* GObject overrides */

static void
tl_release_sheet_finalize (GObject *object)
{
  g_clear_pointer (&TL_RELEASE_SHEET (object)->grids, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_release_sheet_parent_class)->finalize (object);
}

static void
tl_release_sheet_class_init (TlReleaseSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_release_sheet_finalize;
}

static GtkWidget *
make_part_line (TlReleaseSheet *self)
{
  self->part = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->part_line = tl_drop_down_with_label (self->part, _("_Part"));
  gtk_widget_add_css_class (self->part_line, "page-options");
  g_signal_connect_object (self->part, "notify::selected", G_CALLBACK (part_chosen_cb), self, G_CONNECT_SWAPPED);
  return self->part_line;
}

static void
tl_release_sheet_init (TlReleaseSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->title = GTK_LABEL (tl_wrapped_new (NULL, "heading"));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "chart-caption");
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL,
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), make_part_line (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  self->caption = TL_FOOTNOTE (tl_footnote_new (box));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->caption));
}

/**
 * tl_release_sheet_new:
 *
 * Returns: (transfer floating): a sheet without a table
 */
GtkWidget *
tl_release_sheet_new (void)
{
  return g_object_new (TL_TYPE_RELEASE_SHEET, NULL);
}

/* "Reviews", "Looked for"; what has no room beside each other goes on under the same name. */
static GtkStringList *
list_parts (TlReleaseSheet *self)
{
  GtkStringList *parts = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->grids->len; i++)
    {
      const TlReleaseGrid *grid = self->grids->pdata[i];
      guint n = g_strv_length (grid->columns);
      /* Translators: a part of a table, and its first and last columns */
      g_autofree char *name = grid->title != NULL && n > 2
                                ? g_strdup_printf (_("%s: %s to %s"), grid->title, grid->columns[1],
                                                   grid->columns[n - 1])
                                : g_strdup (grid->title != NULL ? grid->title : grid->columns[0]);

      gtk_string_list_append (parts, name);
    }
  return parts;
}

/**
 * tl_release_sheet_set_table:
 * @table: (nullable): a table as it leaves; not needed after the call
 *
 * Shows it.
 */
void
tl_release_sheet_set_table (TlReleaseSheet       *self,
                            const TlReleaseTable *table)
{
  g_return_if_fail (TL_IS_RELEASE_SHEET (self));

  g_autoptr (GtkStringList) parts = NULL;
  g_autofree char *title = table != NULL ? tl_asked_dup_title (table->question) : NULL;

  gtk_column_view_set_model (self->table, NULL);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  self->grids = table != NULL ? tl_release_grid_list (table) : NULL;
  parts = self->grids != NULL ? list_parts (self) : gtk_string_list_new (NULL);
  gtk_drop_down_set_model (self->part, G_LIST_MODEL (parts));
  gtk_widget_set_visible (self->part_line, self->grids != NULL && self->grids->len > 1);
  gtk_label_set_text (self->title, title != NULL ? title : "");
  tl_footnote_set (self->caption, table != NULL ? tl_release_table_get_caption (table) : NULL,
                        table != NULL ? tl_release_table_get_note (table) : NULL);
  part_chosen_cb (self);
}
