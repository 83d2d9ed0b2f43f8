/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything is, and its widgets. Whatever happened has one, so that the whole story can be read by those who do
 * not see it; until it is near the view it costs no more than its name. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include "model/case/tl-time-rows.h"
#include "ui/narrative/tl-narrative-fold.h"
#include "ui/narrative/tl-narrative-mark.h"

#define MAX_ROWS 5
#define MAX_EPISODE_ROWS 3
#define GAP 4
/* By the height of a usual line: what a mark would like, and what it needs. */
#define WANTED_WIDTH 136
#define LEAST_WIDTH 26
#define LANE_PADDING 4
#define UNDATED_PADDING 6
/* Pixels beyond the view in which there are widgets already. */
#define MARGIN 200

static char *
dup_key (const TlNarrativeItem *item)
{
  return g_strdup_printf ("%s %u", tl_record_get_id (item->record), item->lane);
}

static TlNarrativeBoard *
get_board (TlNarrativeView        *self,
           const TlNarrativePlace *place)
{
  if (place->item->lane == TL_LANE_NONE)
    return TL_NARRATIVE_BOARD (place->item->dated ? self->strip : self->strip_undated);
  return TL_NARRATIVE_BOARD (place->item->dated ? self->lanes : self->undated);
}

/* The keyboard stays within the view. */
static void
drop_widget (TlNarrativeView *self,
             GtkWidget       *widget)
{
  _tl_narrative_pointer_forget (self, widget);
  if (gtk_widget_has_focus (widget))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (widget);
}

static void
drop_fold (TlNarrativeView  *self,
           TlNarrativePlace *place)
{
  if (place->fold != NULL)
    drop_widget (self, g_steal_pointer (&place->fold));
}

/* Making */

static void
take_item (TlNarrativeView       *self,
           GArray                *places,
           GHashTable            *before,
           const TlNarrativeItem *item)
{
  TlNarrativePlace place = { .item = item, .leader = TL_TIME_ROWS_ALONE };
  g_autofree char *key = dup_key (item);
  char *old_key = NULL;

  if (g_hash_table_steal_extended (before, key, (gpointer *) &old_key, (gpointer *) &place.widget))
    g_hash_table_insert (self->marks, old_key, place.widget);
  g_array_append_val (places, place);
}

/**
 * _tl_narrative_places_make:
 *
 * Takes over what the narrative has now, with the widgets of what it still has.
 */
void
_tl_narrative_places_make (TlNarrativeView *self)
{
  GHashTable *before = self->marks;

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->places->len; i++)
    drop_fold (self, &g_array_index (self->places, TlNarrativePlace, i));
  for (guint i = 0; i < self->episode_places->len; i++)
    drop_fold (self, &g_array_index (self->episode_places, TlNarrativePlace, i));
  g_array_set_size (self->places, 0);
  g_array_set_size (self->episode_places, 0);
  for (guint i = 0; i < tl_narrative_get_n_items (self->narrative); i++)
    take_item (self, self->places, before, tl_narrative_get_item (self->narrative, i));
  for (guint i = 0; i < tl_narrative_get_n_episodes (self->narrative); i++)
    take_item (self, self->episode_places, before, tl_narrative_get_episode (self->narrative, i));

  GHashTableIter iter;
  gpointer widget;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    drop_widget (self, widget);
  g_hash_table_unref (before);
}

/* Arranging */

/* Gives rows to the places of one lane. Returns: how many rows they need */
static guint
place_rows (TlNarrativeView      *self,
            GPtrArray            *places,
            const TlTimeRowsRoom *room)
{
  g_autofree TlTimeRowsSpan *spans = g_new0 (TlTimeRowsSpan, places->len + 1);

  for (guint i = 0; i < places->len; i++)
    {
      const TlNarrativePlace *place = g_ptr_array_index (places, i);
      spans[i] = (TlTimeRowsSpan) { .start = place->x, .end = place->x + place->span };
    }

  guint n_rows = tl_time_rows_place (spans, places->len, room);
  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = g_ptr_array_index (places, i);

      place->row = spans[i].row;
      place->width = spans[i].width;
      place->leader = spans[i].leader;
      place->n_folded = 0;
      if (place->leader != TL_TIME_ROWS_ALONE)
        ((TlNarrativePlace *) g_ptr_array_index (places, spans[i].leader))->n_folded++;
    }
  return n_rows;
}

/* From the position within the lane to that within all. */
static void
number_leaders (GArray    *all,
                GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = g_ptr_array_index (places, i);

      if (place->leader != TL_TIME_ROWS_ALONE)
        place->leader = (guint) ((TlNarrativePlace *) g_ptr_array_index (places, place->leader)
                                 - &g_array_index (all, TlNarrativePlace, 0));
    }
}

/* Returns: how many rows the items that have a date, or those that have none, need in a lane */
static guint
arrange_lane (TlNarrativeView *self,
              GArray          *all,
              GPtrArray       *dated,
              GPtrArray       *undated,
              guint            max_rows)
{
  const TlTimeRowsRoom room = { .wanted = WANTED_WIDTH * self->unit, .least = LEAST_WIDTH * self->unit, .gap = GAP,
                                .max_rows = max_rows };
  double width = self->undated_width - 2 * UNDATED_PADDING;
  const TlTimeRowsRoom column = { .wanted = width, .least = width, .gap = GAP, .max_rows = max_rows };
  guint n_rows = place_rows (self, dated, &room);

  if (undated->len > 0)
    n_rows = MAX (n_rows, place_rows (self, undated, &column));
  number_leaders (all, dated);
  number_leaders (all, undated);
  return MAX (n_rows, 1);
}

static void
set_time (TlNarrativeView  *self,
          TlNarrativePlace *place)
{
  const TlNarrativeItem *item = place->item;

  place->x = item->dated ? (double) (item->from - self->from) * self->scale.pixels : UNDATED_PADDING;
  place->span = item->dated ? (double) (item->to - item->from + 1) * self->scale.pixels : 0;
}

static void
set_heights (TlNarrativeView *self,
             GPtrArray       *places,
             double           top)
{
  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = g_ptr_array_index (places, i);
      place->y = top + LANE_PADDING + place->row * self->row_height;
    }
}

static void
arrange_episodes (TlNarrativeView *self)
{
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();
  guint n_rows;

  for (guint i = 0; i < self->episode_places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (self->episode_places, TlNarrativePlace, i);

      set_time (self, place);
      g_ptr_array_add (place->item->dated ? dated : undated, place);
    }
  n_rows = arrange_lane (self, self->episode_places, dated, undated, MAX_EPISODE_ROWS);
  set_heights (self, dated, 0);
  set_heights (self, undated, 0);
  self->strip_height = n_rows * self->row_height + 2 * LANE_PADDING;
}

/**
 * _tl_narrative_places_arrange:
 *
 * Finds a place for everything, at the zoom there is.
 */
void
_tl_narrative_places_arrange (TlNarrativeView *self)
{
  guint n_lanes = self->rows->len;
  g_autoptr (GPtrArray) dated = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) undated = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  double y = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      g_ptr_array_add (dated, g_ptr_array_new ());
      g_ptr_array_add (undated, g_ptr_array_new ());
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (self->places, TlNarrativePlace, i);

      set_time (self, place);
      g_ptr_array_add (g_ptr_array_index (place->item->dated ? dated : undated, place->item->lane), place);
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      TlNarrativeRow *row = &g_array_index (self->rows, TlNarrativeRow, i);
      GPtrArray *in_time = g_ptr_array_index (dated, i), *without = g_ptr_array_index (undated, i);
      guint n_rows = arrange_lane (self, self->places, in_time, without, MAX_ROWS);

      set_heights (self, in_time, y);
      set_heights (self, without, y);
      row->y = y;
      row->height = n_rows * self->row_height + 2 * LANE_PADDING;
      y += row->height;
    }
  self->lanes_height = y;
  arrange_episodes (self);
}

/* Populating */

static gboolean
is_near (TlNarrativeView        *self,
         const TlNarrativePlace *place,
         double                  offset_x,
         double                  offset_y,
         double                  height)
{
  if (place->item->dated
      && (place->x + place->width < offset_x - MARGIN || place->x > offset_x + self->scale.width + MARGIN))
    return FALSE;
  return place->item->lane == TL_LANE_NONE
         || (place->y + self->row_height > offset_y - MARGIN && place->y < offset_y + height + MARGIN);
}

static void
need_mark (TlNarrativeView  *self,
           TlNarrativePlace *place)
{
  TlReview *review = tl_narrative_get_review (self->narrative);

  if (place->widget == NULL)
    {
      place->widget = tl_narrative_mark_new ();
      g_hash_table_insert (self->marks, dup_key (place->item), place->widget);
    }
  tl_narrative_mark_update (TL_NARRATIVE_MARK (place->widget), review, place->item);
}

static void
need_fold (TlNarrativeView  *self,
           TlNarrativePlace *place)
{
  if (place->fold == NULL)
    place->fold = tl_narrative_fold_new ();
  tl_narrative_fold_set_count (TL_NARRATIVE_FOLD (place->fold), place->n_folded);
}

/* Returns: the widget that comes last in the order of reading */
static GtkWidget *
populate_place (TlNarrativeView  *self,
                TlNarrativePlace *place,
                guint             position,
                gboolean          near,
                GtkWidget        *after)
{
  TlNarrativeBoard *board = get_board (self, place);
  double height = self->row_height - GAP;
  gboolean is_folded = place->leader != TL_TIME_ROWS_ALONE;
  gboolean is_leader = place->leader == position;

  if (is_leader && near)
    {
      need_fold (self, place);
      tl_narrative_board_add (board, place->fold, after);
      tl_narrative_board_place (board, place->fold, place->x, place->y, place->width, height);
      after = place->fold;
    }
  else
    drop_fold (self, place);

  need_mark (self, place);
  tl_narrative_board_add (board, place->widget, after);
  if (near && !is_folded)
    {
      tl_narrative_mark_show (TL_NARRATIVE_MARK (place->widget), place->span);
      tl_narrative_board_place (board, place->widget, place->x, place->y, place->width, height);
    }
  else
    tl_narrative_board_hide (board, place->widget);
  return place->widget;
}

static void
populate (TlNarrativeView *self,
          GArray          *places)
{
  double offset_x = (self->scale.start - (double) self->from) * self->scale.pixels;
  double offset_y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  double height = gtk_widget_get_height (self->lanes);
  GtkWidget *after = NULL, *after_undated = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, i);
      GtkWidget **last = place->item->dated ? &after : &after_undated;

      *last = populate_place (self, place, i, is_near (self, place, offset_x, offset_y, height), *last);
    }
}

/**
 * _tl_narrative_places_populate:
 *
 * Has the widgets, and places those that are near the view.
 */
void
_tl_narrative_places_populate (TlNarrativeView *self)
{
  populate (self, self->places);
  populate (self, self->episode_places);
  _tl_narrative_tunnel_show (self);
  _tl_narrative_places_select (self);
}

static void
select_in (TlNarrativeView *self,
           GArray          *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, i);
      gboolean selected = tl_selection_contains (self->selection, tl_record_get_id (place->item->record));

      if (place->widget != NULL)
        tl_narrative_mark_set_selected (TL_NARRATIVE_MARK (place->widget), selected);
    }
}

/**
 * _tl_narrative_places_select:
 *
 * Shows what is selected.
 */
void
_tl_narrative_places_select (TlNarrativeView *self)
{
  select_in (self, self->places);
  select_in (self, self->episode_places);
}

static TlNarrativePlace *
find_in (GArray     *places,
         const char *id,
         GtkWidget  *widget)
{
  for (guint i = 0; i < places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, i);

      if (id != NULL ? g_str_equal (tl_record_get_id (place->item->record), id)
                     : place->widget == widget || place->fold == widget)
        return place;
    }
  return NULL;
}

/**
 * _tl_narrative_places_find:
 *
 * Returns: (nullable): the first place of the record @id
 */
TlNarrativePlace *
_tl_narrative_places_find (TlNarrativeView *self,
                           const char      *id)
{
  TlNarrativePlace *place = find_in (self->places, id, NULL);
  return place != NULL ? place : find_in (self->episode_places, id, NULL);
}

/**
 * _tl_narrative_places_find_widget:
 *
 * Returns: (nullable): the place of which @widget is the mark or the fold
 */
TlNarrativePlace *
_tl_narrative_places_find_widget (TlNarrativeView *self,
                                  GtkWidget       *widget)
{
  TlNarrativePlace *place = find_in (self->places, NULL, widget);
  return place != NULL ? place : find_in (self->episode_places, NULL, widget);
}
