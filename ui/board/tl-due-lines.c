/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When recommendations were to be done at first and are to be done now: a line of time for each, by date. */
#include "config.h"

#include "ui/board/tl-due-lines.h"

#include <glib/gi18n.h>

#include "model/case/tl-recommendations.h"
#include "ui/board/tl-board-reading.h"
#include "ui/board/tl-due-line.h"

#define TEXT_CHARS 34
#define TEXT_LINES 3

struct _TlDueLines
{
  AdwBin parent_instance;

  TlReview *review; /* owned */

  guint stale : 1; /* to be made when it is next seen */
};

G_DEFINE_FINAL_TYPE (TlDueLines, tl_due_lines, ADW_TYPE_BIN)

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  return tl_recommendations_compare (NULL, *(TlRecord **) a, *(TlRecord **) b, TL_RECOMMENDATION_FIRST_TIMESCALE);
}

/* Widens the scale to whole years in which @date lies. */
static void
take_in (TlDueScale   *scale,
         const TlDate *date)
{
  TlDate first = { { date->from.year, 0, 0, TL_DATE_NO_MINUTE }, { date->from.year, 0, 0, TL_DATE_NO_MINUTE },
                   TL_DATE_CERTAIN };
  TlDate last = { { date->to.year, 0, 0, TL_DATE_NO_MINUTE }, { date->to.year, 0, 0, TL_DATE_NO_MINUTE },
                  TL_DATE_CERTAIN };
  gint64 from, to, ignored;

  tl_date_get_bounds (&first, &from, &ignored);
  tl_date_get_bounds (&last, &ignored, &to);
  scale->first = MIN (scale->first, from);
  scale->last = MAX (scale->last, to + 1);
}

/* Returns: whether anything has a date */
static gboolean
find_scale (GPtrArray  *all,
            TlDueScale *scale)
{
  *scale = (TlDueScale) { G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < all->len; i++)
    for (guint revised = 0; revised < 2; revised++)
      {
        TlDate date;

        if (tl_recommendations_get_due (g_ptr_array_index (all, i), revised, &date))
          take_in (scale, &date);
      }
  return scale->first < scale->last;
}

static void
attach_text (GtkGrid    *grid,
             guint       column,
             guint       row,
             const char *text)
{
  GtkWidget *label = tl_board_label_new (NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (column > 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS / 2);
      gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
      gtk_label_set_lines (GTK_LABEL (label), TEXT_LINES);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_grid_attach (grid, label, (int) column, (int) row, 1, 1);
}

static void
attach_line (TlDueLines       *self,
             GtkGrid          *grid,
             const TlDueScale *scale,
             guint             row,
             TlRecord         *recommendation)
{
  g_autofree char *number
    = tl_recommendations_dup_part (self->review, recommendation, TL_RECOMMENDATION_NUMBER);
  g_autofree char *text = tl_recommendations_dup_part (self->review, recommendation, TL_RECOMMENDATION_TEXT);
  g_autofree char *move = tl_recommendations_dup_move (recommendation);
  TlDate first, now;
  gboolean has_first = tl_recommendations_get_due (recommendation, FALSE, &first);
  gboolean has_now = tl_recommendations_get_due (recommendation, TRUE, &now);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = tl_due_line_new (scale, has_first ? &first : NULL, has_now ? &now : NULL, move);
  GtkWidget *words = tl_board_label_new ("caption");

  gtk_label_set_text (GTK_LABEL (words), move);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), words);
  attach_text (grid, 0, row, number);
  attach_text (grid, 1, row, text);
  gtk_grid_attach (grid, box, 2, (int) row, 1, 1);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No dates yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("A recommendation has a date as first given and as revised."));
  return status;
}

/* Few, and made anew when anything changes: nothing is written here. */
static void
refresh (TlDueLines *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  g_autoptr (GPtrArray) all = tl_recommendations_list (self->review);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  TlDueScale scale;

  if (!find_scale (all, &scale))
    {
      g_object_unref (g_object_ref_sink (scroller));
      g_object_unref (g_object_ref_sink (grid));
      adw_bin_set_child (ADW_BIN (self), make_empty ());
      return;
    }
  g_ptr_array_sort (all, compare_dues);
  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 15);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "due-lines");
  gtk_grid_attach (grid, tl_due_line_new_axis (&scale), 2, 0, 1, 1);
  for (guint i = 0; i < all->len; i++)
    attach_line (self, grid, &scale, i + 1, g_ptr_array_index (all, i));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (grid));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* GtkWidget overrides */

static void
tl_due_lines_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_due_lines_parent_class)->map (widget);
  if (TL_DUE_LINES (widget)->stale)
    refresh (TL_DUE_LINES (widget));
}

/* GObject overrides */

static void
tl_due_lines_dispose (GObject *object)
{
  g_clear_object (&TL_DUE_LINES (object)->review);
  G_OBJECT_CLASS (tl_due_lines_parent_class)->dispose (object);
}

static void
tl_due_lines_class_init (TlDueLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_due_lines_dispose;
  GTK_WIDGET_CLASS (klass)->map = tl_due_lines_map;
}

static void
tl_due_lines_init (TlDueLines *self)
{
}

/**
 * tl_due_lines_new:
 * @review: a review
 *
 * Returns: (transfer floating): the dates of its recommendations
 */
GtkWidget *
tl_due_lines_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlDueLines *self = g_object_new (TL_TYPE_DUE_LINES, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
