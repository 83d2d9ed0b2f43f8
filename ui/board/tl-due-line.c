/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of time with the date by which something was due at first and the one by which it is due now, each as long as
 * it is vague; or, for the head of such lines, with the years. What the marks look like is CSS: each is a child. */
#include "config.h"

#include "ui/board/tl-due-line.h"

#include <math.h>

#define MIN_WIDTH 200
#define MARK_HEIGHT 10
#define MIN_MARK 10
#define THREAD_HEIGHT 2
#define HEIGHT 22

/* More years than so many are not all written. */
#define MAX_YEARS 12
#define YEAR_MINUTES ((gint64) 366 * TL_DATE_DAY_MINUTES)

/* Where a child lies, as parts of the line. */
typedef struct {
  GtkWidget *widget;
  double     from;
  double     to;
  int        height; /* 0 for as high as it wants to be */
} Mark;

struct _TlDueLine
{
  GtkWidget parent_instance;

  TlDueScale scale;
  GArray    *marks; /* of Mark */
};

G_DEFINE_FINAL_TYPE (TlDueLine, tl_due_line, GTK_TYPE_WIDGET)

static double
get_place (TlDueLine *self,
           gint64     minute)
{
  return (double) (minute - self->scale.first) / (double) MAX (1, self->scale.last - self->scale.first);
}

static void
add_mark (TlDueLine  *self,
          GtkWidget  *widget,
          double      from,
          double      to,
          int         height)
{
  const Mark mark = { widget, from, to, height };

  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_array_append_val (self->marks, mark);
}

static GtkWidget *
make_mark (const char *style)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_BOX, "css-name", "mark", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);
  gtk_widget_add_css_class (mark, style);
  return mark;
}

static double
add_date (TlDueLine    *self,
          const TlDate *date,
          const char   *style)
{
  gint64 from, to;

  tl_date_get_bounds (date, &from, &to);
  add_mark (self, make_mark (style), get_place (self, from), get_place (self, to + 1), MARK_HEIGHT);
  return (get_place (self, from) + get_place (self, to + 1)) / 2;
}

/* GtkWidget overrides */

static void
tl_due_line_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TlDueLine *self = TL_DUE_LINE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  for (guint i = 0; orientation == GTK_ORIENTATION_VERTICAL && i < self->marks->len; i++)
    {
      int height;

      gtk_widget_measure (g_array_index (self->marks, Mark, i).widget, orientation, -1, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, height);
    }
}

static void
tl_due_line_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlDueLine *self = TL_DUE_LINE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      int least, wanted;

      gtk_widget_measure (mark->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (mark->widget, GTK_ORIENTATION_VERTICAL, -1, &wanted, NULL, NULL, NULL);

      int long_enough = mark->height == THREAD_HEIGHT ? 1 : MAX (least, MIN_MARK);
      int length = MAX (long_enough, (int) lround ((mark->to - mark->from) * width));
      int high = mark->height > 0 ? MAX (mark->height, wanted) : height;
      int x = CLAMP ((int) lround (mark->from * width), 0, MAX (0, width - length));
      graphene_point_t at = GRAPHENE_POINT_INIT ((float) (mirrored ? width - x - length : x),
                                                 (float) ((height - high) / 2));

      gtk_widget_allocate (mark->widget, length, high, -1, gsk_transform_translate (NULL, &at));
    }
}

/* GObject overrides */

static void
tl_due_line_dispose (GObject *object)
{
  TlDueLine *self = TL_DUE_LINE (object);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_array_index (self->marks, Mark, i).widget);
  g_array_set_size (self->marks, 0);
  G_OBJECT_CLASS (tl_due_line_parent_class)->dispose (object);
}

static void
tl_due_line_finalize (GObject *object)
{
  g_array_unref (TL_DUE_LINE (object)->marks);
  G_OBJECT_CLASS (tl_due_line_parent_class)->finalize (object);
}

static void
tl_due_line_class_init (TlDueLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_due_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_due_line_finalize;
  widget_class->measure = tl_due_line_measure;
  widget_class->size_allocate = tl_due_line_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "dueline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_due_line_init (TlDueLine *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
}

/**
 * tl_due_line_new:
 * @scale: of all lines
 * @first: (nullable): when it was due at first
 * @now: (nullable): when it is due now
 * @words: the same as a sentence, for those who do not see the line
 *
 * Returns: (transfer floating): a line
 */
GtkWidget *
tl_due_line_new (const TlDueScale *scale,
                 const TlDate     *first,
                 const TlDate     *now,
                 const char       *words)
{
  g_return_val_if_fail (scale != NULL && words != NULL, NULL);

  TlDueLine *self = g_object_new (TL_TYPE_DUE_LINE, NULL);

  self->scale = *scale;
  if (first != NULL && now != NULL && tl_date_compare_start (first, now) != 0)
    {
      GtkWidget *thread = make_mark ("thread");
      double a, b;

      add_mark (self, thread, 0, 0, THREAD_HEIGHT);
      a = add_date (self, first, "first");
      b = add_date (self, now, "now");
      g_array_index (self->marks, Mark, 0).from = MIN (a, b);
      g_array_index (self->marks, Mark, 0).to = MAX (a, b);
    }
  else if (now != NULL)
    add_date (self, now, "now");
  else if (first != NULL)
    add_date (self, first, "first");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_due_line_new_axis:
 * @scale: of all lines
 *
 * Returns: (transfer floating): a line with the years
 */
GtkWidget *
tl_due_line_new_axis (const TlDueScale *scale)
{
  g_return_val_if_fail (scale != NULL, NULL);

  TlDueLine *self = g_object_new (TL_TYPE_DUE_LINE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  TlDate day;

  self->scale = *scale;
  tl_date_init_day (&day, scale->first / TL_DATE_DAY_MINUTES);

  guint16 step = (guint16) (1 + (scale->last - scale->first) / (MAX_YEARS * YEAR_MINUTES));

  for (guint16 year = day.from.year; year <= TL_DATE_MAX_YEAR; year += step)
    {
      TlDate whole = { { year, 0, 0, TL_DATE_NO_MINUTE }, { year, 0, 0, TL_DATE_NO_MINUTE }, TL_DATE_CERTAIN };
      g_autofree char *text = g_strdup_printf ("%u", year);
      GtkWidget *label;
      gint64 from, to;

      tl_date_get_bounds (&whole, &from, &to);
      if (from >= scale->last)
        break;
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "year");
      add_mark (self, label, get_place (self, from), get_place (self, to + 1), 0);
    }
  return GTK_WIDGET (self);
}
