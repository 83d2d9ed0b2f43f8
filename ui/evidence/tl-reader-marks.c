/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marked stretches of the text that is read, as with a highlighter: a tint and a line beneath, a double one where
 * stretches overlap, so that it does not rest on the colour. */
#include "config.h"

#include "ui/evidence/tl-reader-marks.h"

#include <adwaita.h>

/* Of so many stretches upon each other the last tint is used for more. */
#define DEPTHS 3

static const char *const names[DEPTHS] = { "mark-1", "mark-2", "mark-3" };

/* Where a stretch begins or ends. */
typedef struct {
  guint at;
  int   step;
} Edge;

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *one = a, *other = b;

  return one->at < other->at ? -1 : one->at > other->at;
}

/* The tints let the text keep its own colour, on light and on dark. */
static void
set_tint (GtkTextTag *tag,
          float       strength)
{
  const GdkRGBA tint = { 0.96f, 0.76f, 0.07f, strength };

  g_object_set (tag, "background-rgba", &tint, NULL);
}

static void
ensure_tags (GtkTextBuffer *buffer)
{
  static const GdkRGBA dim = { 0, 0, 0, 0.45f }, pale = { 1, 1, 1, 0.45f };
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  if (gtk_text_tag_table_lookup (table, "current") == NULL)
    {
      for (guint i = 0; i < DEPTHS; i++)
        gtk_text_buffer_create_tag (buffer, names[i], "underline",
                                    i == 0 ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_DOUBLE, NULL);
      gtk_text_buffer_create_tag (buffer, "current", NULL);
      gtk_text_buffer_create_tag (buffer, "faded", NULL);
    }
  g_object_set (gtk_text_tag_table_lookup (table, "faded"), "foreground-rgba", dark ? &pale : &dim, NULL);
  for (guint i = 0; i < DEPTHS; i++)
    set_tint (gtk_text_tag_table_lookup (table, names[i]), (dark ? 0.16f : 0.22f) + 0.1f * (float) i);
  set_tint (gtk_text_tag_table_lookup (table, "current"), dark ? 0.44f : 0.6f);
}

static void
apply (TlReaderText *text,
       const char   *name,
       guint         start,
       guint         end)
{
  GtkTextIter from, to;

  tl_reader_text_get_iter (text, end, &to);
  tl_reader_text_get_iter (text, start, &from);
  gtk_text_buffer_apply_tag_by_name (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), name, &from, &to);
}

static void
remove_all (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < DEPTHS; i++)
    gtk_text_buffer_remove_tag_by_name (buffer, names[i], &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "current", &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "faded", &start, &end);
}

/**
 * tl_reader_marks_show:
 * @text: a text
 * @marks: (array length=n_marks): its marked stretches, in any order
 *
 * Shows these stretches as marked and no others.
 */
void
tl_reader_marks_show (TlReaderText       *text,
                      const TlReaderMark *marks,
                      guint               n_marks)
{
  g_return_if_fail (TL_IS_READER_TEXT (text) && (marks != NULL || n_marks == 0));

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_autoptr (GArray) edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), 2 * n_marks);
  int depth = 0;

  ensure_tags (buffer);
  remove_all (buffer);
  for (guint i = 0; i < n_marks; i++)
    {
      const Edge both[] = { { marks[i].start, 1 }, { marks[i].end, -1 } };

      g_array_append_vals (edges, both, G_N_ELEMENTS (both));
      if (marks[i].current)
        apply (text, "current", marks[i].start, marks[i].end);
      if (marks[i].faded)
        apply (text, "faded", marks[i].start, marks[i].end);
    }
  g_array_sort (edges, compare_edges);
  for (guint i = 0; i + 1 < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i), *next = edge + 1;

      depth += edge->step;
      if (depth > 0 && edge->at < next->at)
        apply (text, names[MIN (depth, DEPTHS) - 1], edge->at, next->at);
    }
}
