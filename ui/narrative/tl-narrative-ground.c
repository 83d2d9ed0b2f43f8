/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies below the marks: a stripe a lane, the steps of the calendar with their names above, and threads, which
 * connect the accounts of one event, and who told with who was told. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include "model/case/tl-time-rows.h"

#define TICK_WIDTH 1
#define THREAD_WIDTH 2
#define ARROW_SIZE 12
/* By the height of a usual line: between two steps of the calendar. */
#define TICK_DISTANCE 58
/* In less than that the name of a step can't be read. */
#define NAME_WIDTH 30
/* As wide as a board can want anything. */
#define ENDLESS 1e12

static GtkWidget *
make_line (const char *css_name)
{
  return g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "can-target", FALSE, NULL);
}

static GtkWidget *
make_name (void)
{
  GtkWidget *name = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (name, FALSE);
  return name;
}

/* The @i-th of the widgets on a board, made where there are not so many yet. */
static GtkWidget *
need (GPtrArray   *widgets,
      guint        i,
      GtkWidget   *board,
      const char  *css_name)
{
  if (i == widgets->len)
    {
      GtkWidget *widget = css_name != NULL ? make_line (css_name) : make_name ();

      tl_narrative_board_add (TL_NARRATIVE_BOARD (board), widget, gtk_widget_get_last_child (board));
      g_ptr_array_add (widgets, widget);
    }
  return g_ptr_array_index (widgets, i);
}

static void
hide_from (GPtrArray *widgets,
           guint      first,
           GtkWidget *board)
{
  for (guint i = first; i < widgets->len; i++)
    tl_narrative_board_hide (TL_NARRATIVE_BOARD (board), g_ptr_array_index (widgets, i));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static double
get_x (TlNarrativeView *self,
       double           minute)
{
  return (minute - (double) self->from) * self->scale.pixels;
}

static void
name_ticks (TlNarrativeView *self,
            GArray          *ticks,
            gboolean         above,
            guint           *n_names)
{
  double line = self->axis_height / 2;
  double start = get_x (self, self->scale.start);
  double end = get_x (self, tl_time_scale_to_minute (&self->scale, self->scale.width));

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTimeTick *tick = &g_array_index (ticks, TlTimeTick, i);
      double x = get_x (self, (double) tick->minute);
      double next = i + 1 < ticks->len ? get_x (self, (double) g_array_index (ticks, TlTimeTick, i + 1).minute) : end;

      if (MIN (next, end) - MAX (x, start) < NAME_WIDTH * self->unit)
        continue;
      GtkWidget *name = need (self->tick_names, (*n_names)++, self->axis, NULL);
      gtk_label_set_label (GTK_LABEL (name), tick->label);
      set_class (name, "above", above);
      tl_narrative_board_place (TL_NARRATIVE_BOARD (self->axis), name, x + 4, above ? 0 : line, MAX (next - x - 6, 1),
                                line);
    }
}

static void
draw_ticks (TlNarrativeView *self,
            GArray          *ticks,
            gboolean         above,
            guint           *n_ticks)
{
  double height = MAX (self->lanes_height, gtk_widget_get_height (self->ground));

  for (guint i = 0; i < ticks->len; i++)
    {
      GtkWidget *line = need (self->ticks, (*n_ticks)++, self->ground, "tick");

      double x = get_x (self, (double) g_array_index (ticks, TlTimeTick, i).minute);

      set_class (line, "above", above);
      tl_narrative_board_place (TL_NARRATIVE_BOARD (self->ground), line, x, 0, TICK_WIDTH, height);
    }
}

/**
 * _tl_narrative_ground_update:
 *
 * Marks the steps of the calendar that are in view.
 */
void
_tl_narrative_ground_update (TlNarrativeView *self)
{
  g_autoptr (GArray) above = NULL;
  g_autoptr (GArray) ticks = tl_time_scale_find_ticks (&self->scale, TICK_DISTANCE * self->unit, &above);
  guint n_names = 0, n_ticks = 0;

  name_ticks (self, above, TRUE, &n_names);
  name_ticks (self, ticks, FALSE, &n_names);
  hide_from (self->tick_names, n_names, self->axis);
  draw_ticks (self, ticks, FALSE, &n_ticks);
  draw_ticks (self, above, TRUE, &n_ticks);
  hide_from (self->ticks, n_ticks, self->ground);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlNarrativeRow *row = &g_array_index (self->rows, TlNarrativeRow, i);
      tl_narrative_board_place (TL_NARRATIVE_BOARD (self->ground), row->stripe, -ENDLESS, row->y, 2 * ENDLESS,
                                row->height);
    }
}

/* Threads */

typedef struct {
  TlNarrativeView *view;
  guint n_threads;
  guint n_arrows;
} Weaving;

static void
draw_thread (Weaving    *weaving,
             double      x,
             double      top,
             double      bottom,
             const char *style_class,
             gboolean    selected)
{
  TlNarrativeView *self = weaving->view;
  GtkWidget *thread = need (self->threads, weaving->n_threads++, self->ground, "thread");

  set_class (thread, "telling", g_str_equal (style_class, "telling"));
  set_class (thread, "contradiction", g_str_equal (style_class, "contradiction"));
  set_class (thread, "selected", selected);
  tl_narrative_board_place (TL_NARRATIVE_BOARD (self->ground), thread, x + 1, top, THREAD_WIDTH, bottom - top);
}

static void
draw_arrow (Weaving  *weaving,
            double    x,
            double    y,
            gboolean  downwards,
            gboolean  selected)
{
  TlNarrativeView *self = weaving->view;
  GtkWidget *arrow;

  if (weaving->n_arrows == self->arrows->len)
    {
      arrow = gtk_image_new ();
      gtk_image_set_pixel_size (GTK_IMAGE (arrow), ARROW_SIZE);
      gtk_widget_set_can_target (arrow, FALSE);
      gtk_widget_add_css_class (arrow, "arrow");
      tl_narrative_board_add (TL_NARRATIVE_BOARD (self->ground), arrow, gtk_widget_get_last_child (self->ground));
      g_ptr_array_add (self->arrows, arrow);
    }
  arrow = g_ptr_array_index (self->arrows, weaving->n_arrows++);
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), downwards ? "pan-down-symbolic" : "pan-up-symbolic");
  set_class (arrow, "selected", selected);
  tl_narrative_board_place (TL_NARRATIVE_BOARD (self->ground), arrow, x + 2 - ARROW_SIZE / 2.0, y, ARROW_SIZE,
                            ARROW_SIZE);
}

static void
weave_telling (Weaving                *weaving,
               const TlNarrativePlace *place)
{
  TlNarrativeView *self = weaving->view;
  const TlNarrativeItem *item = place->item;

  if (item->told == item->lane || place->leader != TL_TIME_ROWS_ALONE)
    return;

  const TlNarrativeRow *to = &g_array_index (self->rows, TlNarrativeRow, item->told);
  gboolean selected = tl_selection_contains (self->selection, tl_record_get_id (item->record));
  double middle = place->y + self->row_height / 2;
  gboolean downwards = to->y > place->y;
  double end = downwards ? to->y + ARROW_SIZE / 2.0 : to->y + to->height - ARROW_SIZE / 2.0;

  draw_thread (weaving, place->x, MIN (middle, end), MAX (middle, end), "telling", selected);
  draw_arrow (weaving, place->x, downwards ? end - ARROW_SIZE / 2.0 : end - ARROW_SIZE / 2.0, downwards, selected);
}

/* One thread from the uppermost to the lowermost of the marks of an event. */
static void
weave_event (Weaving *weaving,
             guint    first,
             guint    n)
{
  TlNarrativeView *self = weaving->view;
  double top = G_MAXDOUBLE, bottom = -1;
  gboolean selected = FALSE, seen = FALSE, differs = FALSE;
  const TlNarrativePlace *place = NULL;

  for (guint i = first; i < first + n; i++)
    {
      place = &g_array_index (self->places, TlNarrativePlace, i);
      seen |= place->leader == TL_TIME_ROWS_ALONE;
      top = MIN (top, place->y + self->row_height / 2);
      bottom = MAX (bottom, place->y + self->row_height / 2);
      selected |= tl_selection_contains (self->selection, tl_record_get_id (place->item->record));
      differs |= place->widget != NULL && gtk_widget_has_css_class (place->widget, "contradiction");
    }
  if (seen && bottom > top)
    draw_thread (weaving, place->x, top, bottom, differs ? "contradiction" : "", selected);
}

static gboolean
is_of_event (const TlNarrativePlace *place)
{
  return place->item->event != NULL && !tl_record_is (place->item->record, "telling");
}

/**
 * _tl_narrative_ground_weave:
 *
 * Connects what belongs together, as far as it is in view.
 */
void
_tl_narrative_ground_weave (TlNarrativeView *self)
{
  Weaving weaving = { self, 0, 0 };
  double start = get_x (self, self->scale.start), end = start + self->scale.width;

  for (guint i = 0, n; i < self->places->len; i += n)
    {
      const TlNarrativePlace *place = &g_array_index (self->places, TlNarrativePlace, i);

      n = 1;
      if (is_of_event (place))
        {
          const TlNarrativePlace *next;

          while (i + n < self->places->len && (next = &g_array_index (self->places, TlNarrativePlace, i + n))
                 && is_of_event (next) && next->item->event == place->item->event)
            n++;
        }
      if (!place->item->dated || place->x < start - ARROW_SIZE || place->x > end + ARROW_SIZE)
        continue;
      if (is_of_event (place))
        weave_event (&weaving, i, n);
      else if (tl_record_is (place->item->record, "telling"))
        weave_telling (&weaving, place);
    }
  hide_from (self->threads, weaving.n_threads, self->ground);
  hide_from (self->arrows, weaving.n_arrows, self->ground);
}
