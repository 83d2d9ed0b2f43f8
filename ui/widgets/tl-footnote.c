/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer, as a chart or table, with what was counted printed beneath, across all the width, where it is low. It is
 * long, and may not take the room of what it is about: beyond a share of the height the rest of it is scrolled to. */
#include "config.h"

#include "ui/widgets/tl-footnote.h"

#include "ui/widgets/tl-wrapped.h"

/* So many lines are seen in any case, and more up to this share of the height. */
#define LEAST_LINES 3
#define MOST_SHARE 4

/* It need not be narrower. How narrow it could be takes long to find out: it may break within words. */
#define LEAST_CHARS 24

#define MARGIN_ACROSS 12
#define MARGIN_DOWN 9

struct _TlFootnote
{
  GtkWidget parent_instance;

  /* Of the tree of widgets */
  GtkWidget *answer;
  GtkWidget *line;
  GtkWidget *scrolled;
  GtkLabel  *label;
};

G_DEFINE_FINAL_TYPE (TlFootnote, tl_footnote, GTK_TYPE_WIDGET)

static int
measure_line (TlFootnote *self)
{
  int height;

  gtk_widget_measure (self->line, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

/* With the line above it. */
static int
measure_least (TlFootnote *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->label), "X");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return LEAST_LINES * height + 2 * MARGIN_DOWN + measure_line (self);
}

static int
measure_whole (TlFootnote *self,
               int         width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->label), GTK_ORIENTATION_VERTICAL, MAX (0, width - 2 * MARGIN_ACROSS), &height,
                      NULL, NULL, NULL);
  return height + 2 * MARGIN_DOWN + measure_line (self);
}

/* GtkWidget overrides */

static void
tl_footnote_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TlFootnote *self = TL_FOOTNOTE (widget);
  int least;

  gtk_widget_measure (self->answer, orientation, -1, minimum, natural, NULL, NULL);
  if (!gtk_widget_get_visible (self->scrolled))
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      least = measure_least (self);
      *minimum += least;
      *natural += least;
    }
  else
    {
      gtk_widget_measure (self->scrolled, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, least);
    }
}

static void
tl_footnote_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlFootnote *self = TL_FOOTNOTE (widget);
  int line = measure_line (self), below = 0;

  if (gtk_widget_get_visible (self->scrolled))
    {
      below = MIN (measure_whole (self, width), MAX (measure_least (self), height / MOST_SHARE));
      gtk_widget_size_allocate (self->line, &(GtkAllocation) { 0, height - below, width, line }, -1);
      gtk_widget_size_allocate (self->scrolled, &(GtkAllocation) { 0, height - below + line, width, below - line }, -1);
    }
  gtk_widget_size_allocate (self->answer, &(GtkAllocation) { 0, 0, width, height - below }, -1);
}

/* GObject overrides */

static void
tl_footnote_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tl_footnote_parent_class)->dispose (object);
}

static void
tl_footnote_class_init (TlFootnoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_footnote_dispose;
  widget_class->measure = tl_footnote_measure;
  widget_class->size_allocate = tl_footnote_size_allocate;
}

static void
tl_footnote_init (TlFootnote *self)
{
  self->line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  self->scrolled = gtk_scrolled_window_new ();
  self->label = GTK_LABEL (tl_wrapped_new (NULL, NULL));
  gtk_label_set_width_chars (self->label, LEAST_CHARS);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->label));
  gtk_widget_set_margin_start (self->scrolled, MARGIN_ACROSS);
  gtk_widget_set_margin_end (self->scrolled, MARGIN_ACROSS);
  gtk_widget_set_margin_top (self->scrolled, MARGIN_DOWN);
  gtk_widget_set_margin_bottom (self->scrolled, MARGIN_DOWN);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  tl_footnote_set (self, NULL, NULL);
}

/**
 * tl_footnote_new:
 * @answer: a chart or table
 *
 * Returns: (transfer floating): @answer, with nothing beneath it yet
 */
GtkWidget *
tl_footnote_new (GtkWidget *answer)
{
  g_return_val_if_fail (GTK_IS_WIDGET (answer), NULL);

  TlFootnote *self = g_object_new (TL_TYPE_FOOTNOTE, NULL);

  self->answer = answer;
  gtk_widget_insert_after (answer, GTK_WIDGET (self), NULL);
  return GTK_WIDGET (self);
}

/**
 * tl_footnote_set:
 * @caption: (nullable): what was counted; %NULL while nothing is
 * @note: (nullable): what is withheld
 */
void
tl_footnote_set (TlFootnote *self,
                 const char *caption,
                 const char *note)
{
  g_return_if_fail (TL_IS_FOOTNOTE (self));

  g_autofree char *text = caption != NULL ? g_strjoin ("\n", caption, note, NULL) : NULL;

  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (self->line, text != NULL);
  gtk_widget_set_visible (self->scrolled, text != NULL);
}

/**
 * tl_footnote_get_text:
 *
 * Returns: (transfer none): all that it says
 */
const char *
tl_footnote_get_text (TlFootnote *self)
{
  g_return_val_if_fail (TL_IS_FOOTNOTE (self), NULL);
  return gtk_label_get_text (self->label);
}
