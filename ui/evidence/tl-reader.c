/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a source as it is read: the text itself with pages and lines in its margin, and the bar in which words
 * are found in it. Places are given in characters of the text. */
#include "config.h"

#include "ui/evidence/tl-reader.h"

#include <glib/gi18n.h>

#include "ui/evidence/tl-reader-find.h"
#include "ui/evidence/tl-reader-gutter.h"
#include "ui/evidence/tl-reader-text.h"

/* Where in the window a place comes to stand that was out of view: a third from the top. */
#define ALIGN 0.33

struct _TlReader
{
  AdwBin parent_instance;

  GtkWidget     *find;
  GtkWidget     *text;
  GtkWidget     *gutter; /* owned, for it changes sides */
  GtkWidget     *tools;  /* beside what is selected; or NULL */
  GtkTextBuffer *buffer; /* of the text */
  guint          place_id;
};

G_DEFINE_FINAL_TYPE (TlReader, tl_reader, ADW_TYPE_BIN)

enum { MOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Beneath the end of what is selected, as far as it fits into the width. */
static void
place_tools (TlReader *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter from, to;
  GdkRectangle end, visible;
  int width;

  if (self->tools == NULL)
    return;
  gboolean any = gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  gtk_widget_set_visible (self->tools, any);
  if (!any)
    return;
  gtk_widget_measure (self->tools, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &to, &end);
  gtk_text_view_move_overlay (view, self->tools, MAX (0, MIN (end.x, visible.width - width)), end.y + end.height + 6);
}

/* What was out of view has its place only when it has been brought into view. */
static gboolean
place_tools_cb (GtkWidget     *text,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlReader *self = user_data;

  self->place_id = 0;
  place_tools (self);
  return G_SOURCE_REMOVE;
}

/* Callbacks */

static void
mark_set_cb (TlReader          *self,
             const GtkTextIter *iter,
             GtkTextMark       *mark)
{
  if (mark != gtk_text_buffer_get_insert (self->buffer) && mark != gtk_text_buffer_get_selection_bound (self->buffer))
    return;
  place_tools (self);
  if (self->place_id == 0)
    self->place_id = gtk_widget_add_tick_callback (self->text, place_tools_cb, self, NULL);
  g_signal_emit (self, signals[MOVED], 0);
}

/* The selection alone is hard to see while the keyboard is in the bar. */
static void
show_found (TlReader *self,
            guint     start,
            guint     end)
{
  static const GdkRGBA tint = { 0.21f, 0.52f, 0.89f, 0.45f };
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), "found");
  GtkTextIter from, to;

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (self->buffer, "found", "background-rgba", &tint, "weight", PANGO_WEIGHT_BOLD,
                                      NULL);
  gtk_text_buffer_get_bounds (self->buffer, &from, &to);
  gtk_text_buffer_remove_tag (self->buffer, tag, &from, &to);
  tl_reader_text_get_iter (TL_READER_TEXT (self->text), end, &to);
  tl_reader_text_get_iter (TL_READER_TEXT (self->text), start, &from);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

static void
found_cb (TlReader *self,
          guint     start,
          guint     end)
{
  tl_reader_show (self, start, end);
  show_found (self, start, end);
}

static void
find_closed_cb (TlReader *self)
{
  show_found (self, 0, 0);
  gtk_widget_grab_focus (self->text);
}

/* The margin stands where lines begin in the language of the program. */
static void
place_gutter (TlReader *self)
{
  gboolean rtl = gtk_widget_get_direction (self->text) == GTK_TEXT_DIR_RTL;
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextWindowType side = rtl ? GTK_TEXT_WINDOW_RIGHT : GTK_TEXT_WINDOW_LEFT;

  if (gtk_text_view_get_gutter (view, side) == self->gutter)
    return;
  gtk_text_view_set_gutter (view, rtl ? GTK_TEXT_WINDOW_LEFT : GTK_TEXT_WINDOW_RIGHT, NULL);
  gtk_text_view_set_gutter (view, side, self->gutter);
}

/* GtkWidget overrides */

static void
tl_reader_direction_changed (GtkWidget       *widget,
                             GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (tl_reader_parent_class)->direction_changed (widget, previous);
  place_gutter (TL_READER (widget));
}

static gboolean
tl_reader_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_READER (widget)->text);
}

/* GObject overrides */

static void
tl_reader_dispose (GObject *object)
{
  TlReader *self = TL_READER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->gutter);
  G_OBJECT_CLASS (tl_reader_parent_class)->dispose (object);
}

static void
tl_reader_class_init (TlReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_reader_dispose;
  GTK_WIDGET_CLASS (klass)->direction_changed = tl_reader_direction_changed;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_reader_grab_focus;

  /**
   * TlReader::moved:
   *
   * The caret is at another place, or something else is selected.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_reader_init (TlReader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = tl_reader_text_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_widget_add_css_class (self->text, "reader");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the source"),
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  -1);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  self->gutter = g_object_ref_sink (tl_reader_gutter_new (TL_READER_TEXT (self->text)));
  place_gutter (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_widget_set_vexpand (scroller, TRUE);

  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self->gutter,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (gtk_widget_queue_draw), self->gutter, G_CONNECT_SWAPPED);

  self->find = tl_reader_find_new ();
  g_signal_connect_object (self->find, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find, "closed", G_CALLBACK (find_closed_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), self->find);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_reader_new:
 *
 * Returns: (transfer floating): a reader of nothing
 */
GtkWidget *
tl_reader_new (void)
{
  return g_object_new (TL_TYPE_READER, NULL);
}

/**
 * tl_reader_set_body:
 * @body: what is to be read; has to stay until another is set
 * @pages: (element-type guint): where its pages begin, in characters; empty without pages
 */
void
tl_reader_set_body (TlReader    *self,
                    const char  *body,
                    GArray      *pages)
{
  g_return_if_fail (TL_IS_READER (self) && body != NULL && pages != NULL);

  tl_reader_find_set_text (TL_READER_FIND (self->find), body);
  tl_reader_text_set_body (TL_READER_TEXT (self->text), body);
  tl_reader_gutter_set_pages (TL_READER_GUTTER (self->gutter), pages);
}

/**
 * tl_reader_set_tools:
 * @tools: shown beside what is selected
 * @menu: what can be done with it, for the menu of the text
 */
void
tl_reader_set_tools (TlReader   *self,
                     GtkWidget  *tools,
                     GMenuModel *menu)
{
  g_return_if_fail (TL_IS_READER (self) && self->tools == NULL && GTK_IS_WIDGET (tools));

  self->tools = tools;
  gtk_widget_set_visible (tools, FALSE);
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self->text), tools, 0, 0);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->text), menu);
}

/**
 * tl_reader_set_marks:
 * @marks: (array length=n_marks): stretches of the text
 *
 * Shows these stretches as marked.
 */
void
tl_reader_set_marks (TlReader           *self,
                     const TlReaderMark *marks,
                     guint               n_marks)
{
  g_return_if_fail (TL_IS_READER (self));

  tl_reader_marks_show (TL_READER_TEXT (self->text), marks, n_marks);
}

/**
 * tl_reader_show:
 * @start: the first character
 * @end: after the last
 *
 * Selects a stretch of the text and brings it into view.
 */
void
tl_reader_show (TlReader *self,
                guint     start,
                guint     end)
{
  g_return_if_fail (TL_IS_READER (self));

  GtkTextIter from, to;

  tl_reader_text_get_iter (TL_READER_TEXT (self->text), MAX (start, end), &to);
  tl_reader_text_get_iter (TL_READER_TEXT (self->text), start, &from);
  gtk_text_buffer_select_range (self->buffer, &from, &to);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text), gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0,
                                ALIGN);
}

/**
 * tl_reader_get_selected:
 * @start: (out): the first character; where nothing is selected, the caret
 * @end: (out): after the last
 *
 * Returns: whether anything is selected
 */
gboolean
tl_reader_get_selected (TlReader *self,
                        guint    *start,
                        guint    *end)
{
  g_return_val_if_fail (TL_IS_READER (self) && start != NULL && end != NULL, FALSE);

  GtkTextIter from, to;
  gboolean any = gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);

  *start = tl_reader_text_get_offset (TL_READER_TEXT (self->text), &from);
  *end = tl_reader_text_get_offset (TL_READER_TEXT (self->text), &to);
  return any;
}

/**
 * tl_reader_get_seen:
 *
 * Returns: how many characters there are up to the last line that has been in view since the text was set
 */
guint
tl_reader_get_seen (TlReader *self)
{
  g_return_val_if_fail (TL_IS_READER (self), 0);

  return tl_reader_gutter_get_seen (TL_READER_GUTTER (self->gutter));
}

/**
 * tl_reader_find:
 *
 * Opens the bar to find words in the text, with those that are selected.
 */
void
tl_reader_find (TlReader *self)
{
  g_return_if_fail (TL_IS_READER (self));

  GtkTextIter from, to;
  g_autofree char *words = NULL;

  if (gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to)
      && gtk_text_iter_get_line (&from) == gtk_text_iter_get_line (&to))
    words = gtk_text_buffer_get_text (self->buffer, &from, &to, FALSE);
  tl_reader_find_open (TL_READER_FIND (self->find), words);
}

/**
 * tl_reader_find_next:
 * @back: towards the beginning
 *
 * Goes to the next place, from the caret, of what was looked for last.
 */
void
tl_reader_find_next (TlReader *self,
                     gboolean  back)
{
  g_return_if_fail (TL_IS_READER (self));

  guint start, end;

  tl_reader_get_selected (self, &start, &end);
  tl_reader_find_step (TL_READER_FIND (self->find), back, start);
}
