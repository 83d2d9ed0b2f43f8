/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard on the narrative: one stop for Tab, arrows in time and between lanes. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <math.h>

#include "model/case/tl-time-rows.h"
#include "ui/narrative/tl-narrative-mark.h"

/* The strip of episodes lies above the first lane. */
#define STRIP (-1)

/* Pixels beyond the end of time. */
#define FAR 1e12

/* What can have the keyboard in a lane: the lane's header, or a place that is seen as itself or as a fold. */
static gboolean
is_stop (GArray *places,
         guint   position)
{
  const TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, position);
  return place->leader == TL_TIME_ROWS_ALONE || place->leader == position;
}

/* What has no date comes before all that has one. */
static double
get_x (const TlNarrativePlace *place)
{
  return place->item->dated ? place->x : -FAR + place->row;
}

static GArray *
get_places (TlNarrativeView *self,
            int              lane)
{
  return lane == STRIP ? self->episode_places : self->places;
}

static int
get_lane (const TlNarrativePlace *place)
{
  return place->item->lane == TL_LANE_NONE ? STRIP : (int) place->item->lane;
}

/* The stop of a lane that is nearest to @x, before it for @direction -1, after it for 1, and on either side for 0. */
static TlNarrativePlace *
find_stop (TlNarrativeView        *self,
           int                     lane,
           double                  x,
           int                     direction,
           const TlNarrativePlace *from)
{
  GArray *places = get_places (self, lane);
  TlNarrativePlace *best = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, i);
      double distance = get_x (place) - x;

      passed |= place == from;
      if (get_lane (place) != lane || !is_stop (places, i) || place == from)
        continue;
      /* Of several at one time those that come later in the story come later here. */
      if ((direction < 0 && (distance > 0 || (distance == 0 && passed)))
          || (direction > 0 && (distance < 0 || (distance == 0 && !passed))))
        continue;
      if (best == NULL || fabs (distance) < fabs (get_x (best) - x)
          || (direction < 0 && fabs (distance) == fabs (get_x (best) - x)))
        best = place;
    }
  return best;
}

static GtkWidget *
get_focus (TlNarrativeView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static int
find_header (TlNarrativeView *self,
             GtkWidget       *widget)
{
  for (guint i = 0; widget != NULL && i < self->rows->len; i++)
    {
      if (g_array_index (self->rows, TlNarrativeRow, i).header == widget)
        return (int) i;
    }
  return STRIP;
}

static void
focus_place (TlNarrativeView  *self,
             TlNarrativePlace *place)
{
  const char *id = tl_record_get_id (place->item->record);
  guint position = (guint) (place - &g_array_index (get_places (self, get_lane (place)), TlNarrativePlace, 0));

  _tl_narrative_view_show_place (self, place);
  _tl_narrative_places_populate (self);
  place = &g_array_index (get_places (self, get_lane (place)), TlNarrativePlace, position);
  if (place->fold != NULL)
    {
      gtk_widget_grab_focus (place->fold);
      return;
    }
  if (place->widget != NULL)
    gtk_widget_grab_focus (place->widget);
  tl_selection_set_one (self->selection, id);
}

static void
focus_header (TlNarrativeView *self,
              int              lane)
{
  const TlNarrativeRow *row = &g_array_index (self->rows, TlNarrativeRow, lane);

  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], row->y, row->y + row->height);
  gtk_widget_grab_focus (row->header);
}

/* From a header one goes to what of its lane is in view, else to the nearest. */
static void
enter_lane (TlNarrativeView *self,
            int              lane)
{
  double x = (self->scale.start - (double) self->from) * self->scale.pixels;
  TlNarrativePlace *place = find_stop (self, lane, x, 1, NULL);

  if (place == NULL || place->x > x + self->scale.width)
    place = find_stop (self, lane, x, 0, NULL);
  if (place != NULL)
    focus_place (self, place);
}

static void
go_in_lane (TlNarrativeView  *self,
            TlNarrativePlace *place,
            int               direction)
{
  int lane = get_lane (place);
  TlNarrativePlace *next = find_stop (self, lane, get_x (place), direction, place);

  if (next != NULL)
    focus_place (self, next);
  else if (direction < 0 && lane != STRIP)
    focus_header (self, lane);
}

/* To the next lane that has something; a header goes to the next header. */
static void
go_to_lane (TlNarrativeView *self,
            double           x,
            int              lane,
            int              direction)
{
  for (lane += direction; lane >= STRIP && lane < (int) self->rows->len; lane += direction)
    {
      TlNarrativePlace *place = find_stop (self, lane, x, 0, NULL);

      if (place != NULL)
        {
          focus_place (self, place);
          return;
        }
    }
}

static void
go_from_header (TlNarrativeView *self,
                int              lane,
                const char      *where)
{
  if (g_str_equal (where, "up") && lane > 0)
    focus_header (self, lane - 1);
  else if (g_str_equal (where, "up"))
    enter_lane (self, STRIP);
  else if (g_str_equal (where, "down") && lane + 1 < (int) self->rows->len)
    focus_header (self, lane + 1);
  else if (g_str_equal (where, "later"))
    enter_lane (self, lane);
}

static void
go_to_end (TlNarrativeView *self,
           int              lane,
           gboolean         last)
{
  TlNarrativePlace *place = find_stop (self, lane, last ? FAR : -FAR, 0, NULL);

  if (place != NULL)
    focus_place (self, place);
}

static void
go (GtkWidget  *widget,
    const char *name,
    GVariant   *parameter)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  GtkWidget *focus = get_focus (self);
  TlNarrativePlace *place = focus != NULL ? _tl_narrative_places_find_widget (self, focus) : NULL;
  int header = find_header (self, focus);
  int lane = place != NULL ? get_lane (place) : header;

  /* Left is earlier only where one reads from the left. */
  gboolean is_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  if (g_str_equal (where, "left"))
    where = is_right ? "later" : "earlier";
  else if (g_str_equal (where, "right"))
    where = is_right ? "earlier" : "later";

  if (g_str_equal (where, "first") || g_str_equal (where, "last"))
    go_to_end (self, lane, g_str_equal (where, "last"));
  else if (place == NULL && header == STRIP)
    _tl_narrative_keys_focus_in (self);
  else if (place == NULL)
    go_from_header (self, header, where);
  else if (g_str_equal (where, "earlier") || g_str_equal (where, "later"))
    go_in_lane (self, place, g_str_equal (where, "earlier") ? -1 : 1);
  else
    go_to_lane (self, get_x (place), lane, g_str_equal (where, "up") ? -1 : 1);
}

/**
 * _tl_narrative_keys_get_lane:
 *
 * Returns: the lane that the keyboard is in, else that of what is selected, else the first
 */
guint
_tl_narrative_keys_get_lane (TlNarrativeView *self)
{
  GtkWidget *focus = get_focus (self);
  const char *id = tl_selection_get_primary_id (self->selection);
  const TlNarrativePlace *place = focus != NULL ? _tl_narrative_places_find_widget (self, focus) : NULL;
  int lane = find_header (self, focus);

  if (place == NULL && lane == STRIP && id != NULL)
    place = _tl_narrative_places_find (self, id);
  if (place != NULL)
    lane = get_lane (place);

  return (guint) MAX (lane, 0);
}

/**
 * _tl_narrative_keys_focus_record:
 * @id: id of a record
 *
 * Brings it into view and gives it the keyboard, if it has a place.
 */
void
_tl_narrative_keys_focus_record (TlNarrativeView *self,
                                 const char      *id)
{
  TlNarrativePlace *place = _tl_narrative_places_find (self, id);

  if (place == NULL)
    return;
  GArray *places = get_places (self, get_lane (place));
  if (place->leader != TL_TIME_ROWS_ALONE)
    place = &g_array_index (places, TlNarrativePlace, place->leader);
  _tl_narrative_view_show_place (self, place);
  _tl_narrative_places_populate (self);
  if (place->fold != NULL || place->widget != NULL)
    gtk_widget_grab_focus (place->fold != NULL ? place->fold : place->widget);
}

/**
 * _tl_narrative_keys_focus_in:
 *
 * Gives the keyboard to what is selected, else to what is first in view, else to the first header.
 *
 * Returns: whether there was anything
 */
gboolean
_tl_narrative_keys_focus_in (TlNarrativeView *self)
{
  const char *id = tl_selection_get_primary_id (self->selection);
  double x = (self->scale.start - (double) self->from) * self->scale.pixels;
  TlNarrativePlace *place = id != NULL ? _tl_narrative_places_find (self, id) : NULL;

  if (place != NULL)
    {
      _tl_narrative_keys_focus_record (self, id);
      return TRUE;
    }
  for (int lane = 0; place == NULL && lane < (int) self->rows->len; lane++)
    place = find_stop (self, lane, x, 1, NULL);
  if (place != NULL)
    {
      _tl_narrative_view_show_place (self, place);
      _tl_narrative_places_populate (self);
    }
  if (place != NULL && (place->fold != NULL || place->widget != NULL))
    return gtk_widget_grab_focus (place->fold != NULL ? place->fold : place->widget);
  if (self->rows->len > 0)
    focus_header (self, 0);
  return self->rows->len > 0;
}

/* Tab goes in and out; the arrows do the rest. */
static gboolean
focus (GtkWidget       *widget,
       GtkDirectionType direction)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  if (child == NULL && !gtk_widget_is_focus (widget))
    return _tl_narrative_keys_focus_in (self);
  return FALSE;
}

/**
 * _tl_narrative_keys_class_init:
 *
 * Installs what arrows do.
 */
void
_tl_narrative_keys_class_init (GtkWidgetClass *widget_class)
{
  widget_class->focus = focus;
  gtk_widget_class_install_action (widget_class, "narrative.go", "s", go);
}
