/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the actions are spread over kinds of change and levels, as a table with a bar a line. One colour and the order of
 * the declarations: no kind of change is shown as better than another. */
#include "config.h"

#include "ui/board/tl-counts-view.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-bar.h"

#define BAR_WIDTH 90

/* The columns before those of the levels. */
enum {
  COLUMN_KIND,
  COLUMN_BAR,
  COLUMN_COUNT,
  N_COLUMNS
};

struct _TlCountsView
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TlCountsView, tl_counts_view, ADW_TYPE_BIN)

static void
attach_text (GtkGrid    *grid,
             guint       column,
             guint       row,
             const char *text,
             const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_KIND ? 0 : 0.5f);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == COLUMN_KIND ? 24 : 10);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, (int) column, (int) row, 1, 1);
}

/* A zero is no figure to be read: the place stays empty. */
static void
attach_count (GtkGrid *grid,
              guint    column,
              guint    row,
              guint    count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  attach_text (grid, column, row, count > 0 ? text : "·", NULL);
}

/* What nobody said is told only where there is some of it. */
static gboolean
is_shown (guint position,
          guint n,
          guint count)
{
  return position + 1 < n || count > 0;
}

static void
attach_kind (GtkGrid              *grid,
             const TlActionCounts *counts,
             guint                 kind)
{
  guint n = tl_action_counts_of_kind (counts, kind);
  GtkWidget *bar = tl_bar_new ();
  g_autofree char *words = g_strdup_printf (_("%s: %u of %u"), counts->kinds[kind], n, counts->base);

  tl_bar_set_count (TL_BAR (bar), n, counts->base, 1, words);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  attach_text (grid, COLUMN_KIND, kind + 1, counts->kinds[kind], NULL);
  gtk_grid_attach (grid, bar, COLUMN_BAR, (int) kind + 1, 1, 1);
  attach_count (grid, COLUMN_COUNT, kind + 1, n);
  for (guint level = 0; level < counts->n_levels; level++)
    if (is_shown (level, counts->n_levels, tl_action_counts_of_level (counts, level)))
      attach_count (grid, N_COLUMNS + level, kind + 1, tl_action_counts_get (counts, kind, level));
}

/* GObject overrides */

static void
tl_counts_view_class_init (TlCountsViewClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_counts_view_init (TlCountsView *self)
{
}

/**
 * tl_counts_view_new:
 *
 * Returns: (transfer floating): a table without counts yet
 */
GtkWidget *
tl_counts_view_new (void)
{
  return g_object_new (TL_TYPE_COUNTS_VIEW, NULL);
}

/**
 * tl_counts_view_show:
 * @counts: what to show from now on
 */
void
tl_counts_view_show (TlCountsView         *self,
                     const TlActionCounts *counts)
{
  g_return_if_fail (TL_IS_COUNTS_VIEW (self) && counts != NULL);

  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *words = tl_action_counts_dup_text (counts);
  g_autofree char *base = g_strdup_printf (_("of %u"), counts->base);

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  attach_text (grid, COLUMN_COUNT, 0, base, "caption");
  for (guint level = 0; level < counts->n_levels; level++)
    if (is_shown (level, counts->n_levels, tl_action_counts_of_level (counts, level)))
      attach_text (grid, N_COLUMNS + level, 0, counts->levels[level], "caption");
  for (guint kind = 0; kind < counts->n_kinds; kind++)
    if (is_shown (kind, counts->n_kinds, tl_action_counts_of_kind (counts, kind)))
      attach_kind (grid, counts, kind);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
