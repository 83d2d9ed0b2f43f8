/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The margin of the reader: where a page begins, and the number of every other line, counted from the beginning of its
 * page as someone with the paper before them would. Extracts are cited by these. Only what is in view is drawn. */
#include "config.h"

#include "ui/evidence/tl-reader-gutter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Between the numbers and the text, and before the numbers. */
#define SPACE 9

struct _TlReaderGutter
{
  GtkWidget parent_instance;

  TlReaderText *text;  /* borrowed; its child is this */
  GArray       *pages; /* of guint: the first character of each page; empty without pages */
  guint         seen;  /* characters up to the end of the last line that was drawn */
};

G_DEFINE_FINAL_TYPE (TlReaderGutter, tl_reader_gutter, GTK_TYPE_WIDGET)

/* How many pages begin before @offset. */
static guint
count_pages (TlReaderGutter *self,
             guint           offset)
{
  guint low = 0, high = self->pages->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->pages, guint, middle) < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
get_first_line (TlReaderGutter *self,
                guint           page)
{
  GtkTextIter iter;
  guint line;

  tl_reader_text_get_iter (self->text, g_array_index (self->pages, guint, page), &iter);
  gtk_text_iter_set_line_offset (&iter, 0);
  tl_reader_text_get_line (self->text, &iter, &line);
  return line;
}

/* Returns: (nullable): what stands beside the line of the buffer that begins at @start */
static char *
dup_label (TlReaderGutter    *self,
           const GtkTextIter *start)
{
  GtkTextIter end = *start;
  guint line, page = count_pages (self, tl_reader_text_get_offset (self->text, start));

  gtk_text_iter_forward_line (&end);
  guint last_page = count_pages (self, tl_reader_text_get_offset (self->text, &end));
  if (last_page > page)
    /* Translators: short for “page”, in the margin of a text. */
    return g_strdup_printf (_("p. %u"), last_page);
  if (!tl_reader_text_get_line (self->text, start, &line))
    return NULL;
  return g_strdup_printf ("%u", page > 0 ? line - get_first_line (self, page - 1) + 1 : line + 1);
}

static void
draw_label (TlReaderGutter *self,
            GtkSnapshot    *snapshot,
            const char     *text,
            int             y)
{
  static const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  const float x = rtl ? SPACE : (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width - SPACE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout,
                              adw_style_manager_get_dark (adw_style_manager_get_default ()) ? &white : &black);
  gtk_snapshot_restore (snapshot);
}

/* GtkWidget overrides */

static void
tl_reader_gutter_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TlReaderGutter *self = TL_READER_GUTTER (widget);
  int lines = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
  g_autofree char *number = g_strdup_printf ("%d", MAX (lines, 100));
  g_autofree char *page = g_strdup_printf (_("p. %u"), self->pages->len);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, number);
      int page_width = 0;

      pango_layout_get_pixel_size (layout, minimum, NULL);
      pango_layout_set_text (layout, page, -1);
      if (self->pages->len > 0)
        pango_layout_get_pixel_size (layout, &page_width, NULL);
      *minimum = MAX (*minimum, page_width) + 2 * SPACE;
    }
  *natural = *minimum;
}

static void
tl_reader_gutter_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TlReaderGutter *self = TL_READER_GUTTER (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GdkRectangle visible;
  GtkTextIter line;
  int top, height;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &line, visible.y, &top);
  do
    {
      g_autofree char *label = dup_label (self, &line);
      int y;

      gtk_text_view_get_line_yrange (view, &line, &top, &height);
      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_LEFT, 0, top, NULL, &y);
      if (label != NULL)
        draw_label (self, snapshot, label, y + gtk_text_view_get_pixels_above_lines (view));
    }
  while (top + height < visible.y + visible.height && gtk_text_iter_forward_line (&line));

  if (!gtk_text_iter_ends_line (&line))
    gtk_text_iter_forward_to_line_end (&line);
  self->seen = MAX (self->seen, tl_reader_text_get_offset (self->text, &line));
}

/* GObject overrides */

static void
tl_reader_gutter_finalize (GObject *object)
{
  g_array_unref (TL_READER_GUTTER (object)->pages);
  G_OBJECT_CLASS (tl_reader_gutter_parent_class)->finalize (object);
}

static void
tl_reader_gutter_class_init (TlReaderGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_reader_gutter_finalize;
  widget_class->measure = tl_reader_gutter_measure;
  widget_class->snapshot = tl_reader_gutter_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gutter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_reader_gutter_init (TlReaderGutter *self)
{
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * tl_reader_gutter_new:
 * @text: what it is the margin of; has to outlive it
 *
 * Returns: (transfer floating): a margin without pages
 */
GtkWidget *
tl_reader_gutter_new (TlReaderText *text)
{
  g_return_val_if_fail (TL_IS_READER_TEXT (text), NULL);

  TlReaderGutter *self = g_object_new (TL_TYPE_READER_GUTTER, NULL);

  self->text = text;
  return GTK_WIDGET (self);
}

/**
 * tl_reader_gutter_set_pages:
 * @starts: (element-type guint): where pages begin, in characters of the text, never falling; empty without pages
 *
 * Begins the margin of another text.
 */
void
tl_reader_gutter_set_pages (TlReaderGutter *self,
                            GArray         *starts)
{
  g_return_if_fail (TL_IS_READER_GUTTER (self) && starts != NULL);

  g_array_unref (self->pages);
  self->pages = g_array_ref (starts);
  self->seen = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_reader_gutter_get_seen:
 *
 * Returns: how many characters there are up to the end of the last line that has been drawn of this text
 */
guint
tl_reader_gutter_get_seen (TlReaderGutter *self)
{
  g_return_val_if_fail (TL_IS_READER_GUTTER (self), 0);
  return self->seen;
}
