/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text of any length that is read, not written: put into its buffer by and by, so that the window answers while eight
 * megabytes come, and set in lines of a comfortable length. A place in the text is a number of characters of the body.
 * Setting a line takes time that grows with its length, so one that is too long is broken: the line ends that are only
 * here are counted out again. */
#include "config.h"

#include "ui/evidence/tl-reader-text.h"

#include <string.h>

/* Characters that are comfortable to read in a line. */
#define MEASURE 75

/* Bytes that are put into the buffer at once: a few milliseconds' worth. */
#define SLICE (64 * 1024)

/* Bytes that are set as one line at most. */
#define MAX_LINE (8 * 1024)

/* After what is drawn, before GTK measures what is not in view. */
#define PRIORITY (GDK_PRIORITY_REDRAW + 2)

#define MARGIN 12

struct _TlReaderText
{
  GtkTextView parent_instance;

  char       *text;   /* owned; the body with the line ends that are only here */
  const char *rest;   /* in the text: what is not in the buffer yet */
  GArray     *breaks; /* of guint: characters of the body before each of those line ends */
  guint       idle;
};

G_DEFINE_FINAL_TYPE (TlReaderText, tl_reader_text, GTK_TYPE_TEXT_VIEW)

/* Where to break a line that is too long: after a space, else between any two characters. */
static gsize
find_break (const char *line)
{
  for (gsize at = MAX_LINE; at > MAX_LINE / 2; at--)
    {
      if (line[at - 1] == ' ')
        return at;
    }
  return (gsize) (g_utf8_find_prev_char (line, line + MAX_LINE + 1) - line);
}

static char *
break_lines (TlReaderText *self,
             const char   *body)
{
  GString *text = g_string_sized_new (strlen (body) + 1);
  const char *copied = body;
  guint characters = 0;

  g_array_set_size (self->breaks, 0);
  for (const char *line = body, *end; *line != '\0'; line = *end == '\0' ? end : end + 1)
    {
      end = strchr (line, '\n');
      end = end != NULL ? end : line + strlen (line);
      while (end - line > MAX_LINE)
        {
          line += find_break (line);
          characters += (guint) g_utf8_strlen (copied, line - copied);
          g_array_append_val (self->breaks, characters);
          g_string_append_len (text, copied, line - copied);
          g_string_append_c (text, '\n');
          copied = line;
        }
    }
  g_string_append (text, copied);
  return g_string_free (text, FALSE);
}

static void
load_slice (TlReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gsize length = strnlen (self->rest, SLICE);
  GtkTextIter end;

  if (length == SLICE)
    length = (gsize) (g_utf8_find_prev_char (self->rest, self->rest + SLICE) - self->rest);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, self->rest, (int) length);
  self->rest += length;
}

static gboolean
load_cb (gpointer user_data)
{
  TlReaderText *self = user_data;

  load_slice (self);
  if (*self->rest != '\0')
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* GtkWidget overrides */

static void
tl_reader_text_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int measure = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * MEASURE);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *gutter = gtk_text_view_get_gutter (view, rtl ? GTK_TEXT_WINDOW_RIGHT : GTK_TEXT_WINDOW_LEFT);
  int room = width - MARGIN - (gutter != NULL ? gtk_widget_get_width (gutter) : 0);
  int rest = MAX (MARGIN, room - measure);

  if (gtk_text_view_get_right_margin (view) != (rtl ? MARGIN : rest))
    gtk_text_view_set_right_margin (view, rtl ? MARGIN : rest);
  if (gtk_text_view_get_left_margin (view) != (rtl ? rest : MARGIN))
    gtk_text_view_set_left_margin (view, rtl ? rest : MARGIN);
  pango_font_metrics_unref (metrics);
  GTK_WIDGET_CLASS (tl_reader_text_parent_class)->size_allocate (widget, width, height, baseline);
}

/* GObject overrides */

static void
tl_reader_text_dispose (GObject *object)
{
  g_clear_handle_id (&TL_READER_TEXT (object)->idle, g_source_remove);
  G_OBJECT_CLASS (tl_reader_text_parent_class)->dispose (object);
}

static void
tl_reader_text_finalize (GObject *object)
{
  TlReaderText *self = TL_READER_TEXT (object);

  g_free (self->text);
  g_array_unref (self->breaks);
  G_OBJECT_CLASS (tl_reader_text_parent_class)->finalize (object);
}

static void
tl_reader_text_class_init (TlReaderTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_reader_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_reader_text_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = tl_reader_text_size_allocate;
}

static void
tl_reader_text_init (TlReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->text = g_strdup ("");
  self->rest = self->text;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, MARGIN);
  gtk_text_view_set_bottom_margin (view, MARGIN);
  gtk_text_view_set_pixels_above_lines (view, 3);
  gtk_text_view_set_pixels_below_lines (view, 3);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
}

/**
 * tl_reader_text_new:
 *
 * Returns: (transfer floating): a view of no text
 */
GtkWidget *
tl_reader_text_new (void)
{
  return g_object_new (TL_TYPE_READER_TEXT, NULL);
}

/**
 * tl_reader_text_set_body:
 * @body: what to show from its beginning; the first part at once, the rest while the window is idle
 */
void
tl_reader_text_set_body (TlReaderText *self,
                         const char   *body)
{
  g_return_if_fail (TL_IS_READER_TEXT (self) && body != NULL);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self->text);
  self->text = break_lines (self, body);
  self->rest = self->text;
  gtk_text_buffer_set_text (buffer, "", 0);
  load_slice (self);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  if (*self->rest != '\0')
    self->idle = g_idle_add_full (PRIORITY, load_cb, self, NULL);
}

/**
 * tl_reader_text_get_iter:
 * @offset: a place in the body; what comes before it is in the buffer afterwards
 * @iter: (out): the same place
 */
void
tl_reader_text_get_iter (TlReaderText *self,
                         guint         offset,
                         GtkTextIter  *iter)
{
  g_return_if_fail (TL_IS_READER_TEXT (self) && iter != NULL);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint at = offset;

  for (guint i = 0; i < self->breaks->len && g_array_index (self->breaks, guint, i) <= offset; i++)
    at++;
  while (*self->rest != '\0' && (guint) gtk_text_buffer_get_char_count (buffer) <= at)
    load_slice (self);
  gtk_text_buffer_get_iter_at_offset (buffer, iter, (int) at);
}

/* How many of the line ends that are only here come before @iter. */
static guint
count_breaks (TlReaderText      *self,
              const GtkTextIter *iter)
{
  guint at = (guint) gtk_text_iter_get_offset (iter);
  guint n = 0;

  while (n < self->breaks->len && g_array_index (self->breaks, guint, n) + n < at)
    n++;
  return n;
}

/**
 * tl_reader_text_get_offset:
 * @iter: a place in the buffer
 *
 * Returns: the same place, in characters of the body
 */
guint
tl_reader_text_get_offset (TlReaderText      *self,
                           const GtkTextIter *iter)
{
  g_return_val_if_fail (TL_IS_READER_TEXT (self) && iter != NULL, 0);
  return (guint) gtk_text_iter_get_offset (iter) - count_breaks (self, iter);
}

/**
 * tl_reader_text_get_line:
 * @iter: the start of a line of the buffer
 * @line: (out): the line of the body, from 0
 *
 * Returns: whether the line begins there in the body too
 */
gboolean
tl_reader_text_get_line (TlReaderText      *self,
                         const GtkTextIter *iter,
                         guint             *line)
{
  g_return_val_if_fail (TL_IS_READER_TEXT (self) && iter != NULL && line != NULL, FALSE);

  guint n = count_breaks (self, iter);

  *line = (guint) gtk_text_iter_get_line (iter) - n;
  return n == 0 || g_array_index (self->breaks, guint, n - 1) + n != (guint) gtk_text_iter_get_offset (iter);
}
