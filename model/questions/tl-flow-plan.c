/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything of a flow of chains is. A count stands on its ribbon, on a plate where that is too thin for it, and
 * where two counts would meet one of them goes to where fewer ribbons are. */
#include "config.h"

#include "model/questions/tl-flow-plan-private.h"

#include "model/typology/tl-code.h"

/* By the size of the letters. */
#define STATION_LINES 3.9 /* so that three lines fit */
#define STATION_GAP 0.9
#define LEAST_WAY 8.0
#define WIDE_WAY 14.0
#define MOST_RIBBON 5.0

/* In units: the thinnest ribbon, how near the pointer has to come to one, and what a plate is wider than its count. */
#define LEAST_RIBBON 3.0
#define REACH 4.0
#define PLATE 2.0

/* Halvings until a place on a curve is known. */
#define N_HALVINGS 16

/* A place where the count would meet another is worse than any number of ribbons. */
#define MEETS_COUNT 1000

static void
clear_ribbon (gpointer data)
{
  TlFlowStrand *ribbon = data;

  g_free (ribbon->count);
  g_clear_object (&ribbon->words);
}

static guint
find_text (TlFlowPlan *self,
           const char *code,
           const char *label)
{
  g_autofree char *text = g_strcmp0 (code, label) == 0
                            ? g_strdup (label)
                            : g_strdup_printf ("%s %s", tl_code_find_notation (code), label);
  guint at;

  if (g_ptr_array_find_with_equal_func (self->texts, text, g_str_equal, &at))
    return at;
  g_ptr_array_add (self->texts, g_steal_pointer (&text));
  return self->texts->len - 1;
}

static void
add_chain (TlFlowPlan    *self,
           const TlChain *chain)
{
  TlFlowStrand ribbon = { .is_withheld = chain->reviews < 0, .count = tl_count_format (chain->reviews) };
  double weight = MAX ((double) chain->reviews, 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint number = find_text (self, chain->path[i], chain->labels[i]);

      g_array_append_val (self->numbers, number);
    }
  g_array_append_val (self->weights, weight);
  g_array_append_val (self->ribbons, ribbon);
}

/**
 * tl_flow_plan_new:
 * @chains: (nullable): chains, all of the same length
 * @max: so many are shown, those in most reviews
 *
 * Returns: (transfer full): a plan that is to be laid out yet
 */
TlFlowPlan *
tl_flow_plan_new (const TlChains *chains,
                  guint           max)
{
  TlFlowPlan *self = g_new0 (TlFlowPlan, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weights = g_array_new (FALSE, FALSE, sizeof (double));
  self->ribbons = g_array_new (FALSE, TRUE, sizeof (TlFlowStrand));
  self->stops = g_array_new (FALSE, TRUE, sizeof (TlFlowStop));
  self->lettering = tl_lettering_new ();
  g_array_set_clear_func (self->ribbons, clear_ribbon);
  self->n_columns = chains != NULL && chains->n_chains > 0 ? g_strv_length (chains->chains[0].path) : 0;
  for (guint i = 0; chains != NULL && i < MIN (chains->n_chains, max); i++)
    add_chain (self, &chains->chains[i]);
  return self;
}

/**
 * tl_flow_plan_free:
 * @self: (transfer full): a plan
 */
void
tl_flow_plan_free (TlFlowPlan *self)
{
  g_clear_pointer (&self->laid, tl_ribbons_free);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->numbers);
  g_array_unref (self->weights);
  g_array_unref (self->ribbons);
  g_array_unref (self->stops);
  tl_lettering_free (self->lettering);
  g_free (self);
}

guint
tl_flow_plan_get_n_ribbons (const TlFlowPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->ribbons->len;
}

/* Layout */

PangoLayout *
_tl_flow_plan_write_station (const TlFlowPlan *self,
                             guint             text,
                             double            font)
{
  PangoLayout *layout = tl_lettering_fit (self->lettering, self->texts->pdata[text], font, font, TL_LETTERING_PLAIN,
                                          (TL_FLOW_STATION_WIDTH - 2 * TL_FLOW_PADDING) * font, STATION_LINES * font);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

/* How high stations are at least: all as the one of most lines. */
static double
measure_stations (TlFlowPlan *self,
                  double      font)
{
  double most = 0;

  for (guint i = 0; i < self->texts->len; i++)
    {
      g_autoptr (PangoLayout) layout = _tl_flow_plan_write_station (self, i, font);
      double height;

      tl_lettering_measure (layout, NULL, &height);
      most = MAX (most, height);
    }
  return most + 2 * TL_FLOW_PADDING * font;
}

static TlRibbons *
lay_ribbons (TlFlowPlan *self,
             double      height,
             double      font)
{
  g_autofree TlRibbon *ribbons = g_new0 (TlRibbon, self->ribbons->len + 1);
  const TlRibbonsOptions options = { self->n_columns, height, STATION_GAP * font, measure_stations (self, font),
                                     LEAST_RIBBON, MOST_RIBBON * font };

  for (guint i = 0; i < self->ribbons->len; i++)
    ribbons[i] = (TlRibbon) { .stops = &g_array_index (self->numbers, guint, i * self->n_columns),
                              .weight = g_array_index (self->weights, double, i) };
  return tl_ribbons_new (ribbons, self->ribbons->len, &options);
}

/**
 * tl_flow_plan_measure:
 * @font: the size of the letters
 * @least_width: (out): below which nothing could be told apart
 * @width: (out): what it would like
 * @least_height: (out): below which stations would not hold their names
 */
void
tl_flow_plan_measure (TlFlowPlan *self,
                      double      font,
                      double     *least_width,
                      double     *width,
                      double     *least_height)
{
  g_return_if_fail (self != NULL && font > 0 && least_width != NULL && width != NULL && least_height != NULL);

  *least_width = *width = *least_height = 0;
  if (self->ribbons->len == 0)
    return;

  g_autoptr (TlRibbons) least = lay_ribbons (self, 1, font);

  *least_width = (self->n_columns * TL_FLOW_STATION_WIDTH + (self->n_columns - 1) * LEAST_WAY) * font;
  *width = *least_width + (self->n_columns - 1) * (WIDE_WAY - LEAST_WAY) * font;
  *least_height = least->height;
}

/* Where a column begins: in the reading direction causes come first. */
static double
find_column (const TlFlowPlan *self,
             guint             column)
{
  double free = self->room.width - TL_FLOW_STATION_WIDTH * self->font;
  double way = self->n_columns > 1 ? free / (self->n_columns - 1) : 0;

  return self->room.x + (self->rtl ? self->n_columns - 1 - column : column) * way;
}

const TlFlowStop *
_tl_flow_plan_get_stop (const TlFlowPlan *self,
                        guint             ribbon,
                        guint             column)
{
  return &g_array_index (self->stops, TlFlowStop, ribbon * self->n_columns + column);
}

static void
place_stops (TlFlowPlan *self)
{
  g_array_set_size (self->stops, self->ribbons->len * self->n_columns);
  for (guint i = 0; i < self->stops->len; i++)
    {
      double left = find_column (self, i % self->n_columns), right = left + TL_FLOW_STATION_WIDTH * self->font;

      g_array_index (self->stops, TlFlowStop, i) = (TlFlowStop) { self->rtl ? right : left, self->rtl ? left : right,
                                                      self->room.y + self->laid->tops[i] };
    }
}

/* A curve leaves and arrives level, with both its handles in the middle: the middle of the ribbon at a part of it. */
static TlLayoutPoint
find_middle (const TlFlowPlan *self,
             guint             ribbon,
             guint             way,
             double            t)
{
  const TlFlowStop *from = _tl_flow_plan_get_stop (self, ribbon, way);
  const TlFlowStop *to = _tl_flow_plan_get_stop (self, ribbon, way + 1);

  return (TlLayoutPoint) { from->end + (to->start - from->end) * (1.5 * t * (1 - t) + t * t * t),
                           from->top + (to->top - from->top) * t * t * (3 - 2 * t)
                             + g_array_index (self->ribbons, TlFlowStrand, ribbon).thickness / 2 };
}

static gboolean
boxes_meet (const TlLayoutBox *a,
            const TlLayoutBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* How bad it would be to have the count of a ribbon at @place. */
static guint
judge_place (const TlFlowPlan  *self,
             guint              ribbon,
             const TlLayoutBox *place)
{
  double x = place->x + place->width / 2, y = place->y + place->height / 2;
  guint bad = 0;

  for (guint i = 0; i < self->ribbons->len; i++)
    {
      if (i < ribbon && boxes_meet (place, &g_array_index (self->ribbons, TlFlowStrand, i).place))
        bad += MEETS_COUNT;
      if (i != ribbon && tl_flow_plan_meets (self, i, x, y))
        bad++;
    }
  return bad;
}

/* In the middle of a way, the first if that is free, or a little before or behind it. */
static void
place_count (TlFlowPlan *self,
             guint       number)
{
  static const double parts[] = { 0.5, 0.32, 0.68, 0.18, 0.82 };
  TlFlowStrand *ribbon = &g_array_index (self->ribbons, TlFlowStrand, number);
  TlLayoutBox best = { 0 };
  guint least = MEETS_COUNT;
  double width, height;

  g_clear_object (&ribbon->words);
  ribbon->words = tl_lettering_line (self->lettering, ribbon->count, self->font, TL_LETTERING_PLAIN, 0);
  tl_lettering_measure (ribbon->words, &width, &height);
  for (guint i = 0; least > 0 && i < G_N_ELEMENTS (parts) * (self->n_columns - 1); i++)
    {
      guint way = i % (self->n_columns - 1);
      TlLayoutPoint at = find_middle (self, number, way, parts[i / (self->n_columns - 1)]);
      TlLayoutBox place = { .x = at.x - width / 2 - PLATE, .y = at.y - height / 2, .width = width + 2 * PLATE,
                            .height = height };
      guint bad = judge_place (self, number, &place);

      if (bad < least)
        {
          least = bad;
          best = place;
        }
    }
  ribbon->place = best;
}

/**
 * tl_flow_plan_lay_out:
 * @room: where; not smaller than tl_flow_plan_measure() says
 * @font: the size of the letters
 * @rtl: whether it goes from right to left
 */
void
tl_flow_plan_lay_out (TlFlowPlan        *self,
                      const TlLayoutBox *room,
                      double             font,
                      gboolean           rtl)
{
  g_return_if_fail (self != NULL && room != NULL && font > 0);

  self->room = *room;
  self->font = font;
  self->rtl = rtl;
  g_clear_pointer (&self->laid, tl_ribbons_free);
  if (self->ribbons->len == 0)
    return;
  self->laid = lay_ribbons (self, room->height, font);
  for (guint i = 0; i < self->ribbons->len; i++)
    g_array_index (self->ribbons, TlFlowStrand, i).thickness
      = MAX (g_array_index (self->weights, double, i) * self->laid->scale, LEAST_RIBBON);
  place_stops (self);
  for (guint i = 0; i < self->ribbons->len; i++)
    place_count (self, i);
}

/* What is where */

/* How high the upper edge is at @x on the way from one stop to the next. */
static double
find_top (const TlFlowStop *from,
          const TlFlowStop *to,
          double      x)
{
  double part = (x - from->end) / (to->start - from->end), low = 0, high = 1, t = part;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      t = (low + high) / 2;
      if (1.5 * t * (1 - t) + t * t * t < part)
        low = t;
      else
        high = t;
    }
  return from->top + (to->top - from->top) * t * t * (3 - 2 * t);
}

/**
 * tl_flow_plan_meets:
 * @ribbon: a ribbon, by its number
 * @x: a place
 * @y: likewise
 *
 * Returns: whether the ribbon is there, or so near that it is meant
 */
gboolean
tl_flow_plan_meets (const TlFlowPlan *self,
                    guint             ribbon,
                    double            x,
                    double            y)
{
  g_return_val_if_fail (self != NULL && ribbon < self->ribbons->len, FALSE);

  double thickness = g_array_index (self->ribbons, TlFlowStrand, ribbon).thickness;
  double reach = MAX (REACH - thickness / 2, 0);

  for (guint i = 1; self->laid != NULL && i < self->n_columns; i++)
    {
      const TlFlowStop *from = _tl_flow_plan_get_stop (self, ribbon, i - 1);
      const TlFlowStop *to = _tl_flow_plan_get_stop (self, ribbon, i);

      if (x <= MIN (from->end, to->start) || x >= MAX (from->end, to->start))
        continue;

      double top = find_top (from, to, x);

      if (y >= top - reach && y <= top + thickness + reach)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_flow_plan_get_extent:
 * @ribbon: a ribbon, by its number
 * @extent: (out): all that it takes
 */
void
tl_flow_plan_get_extent (const TlFlowPlan *self,
                         guint             ribbon,
                         TlLayoutBox      *extent)
{
  g_return_if_fail (self != NULL && self->laid != NULL && ribbon < self->ribbons->len && extent != NULL);

  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      top = MIN (top, _tl_flow_plan_get_stop (self, ribbon, i)->top);
      bottom = MAX (bottom, _tl_flow_plan_get_stop (self, ribbon, i)->top);
    }
  *extent = (TlLayoutBox) { .x = self->room.x, .y = top, .width = self->room.width,
                            .height = bottom - top + g_array_index (self->ribbons, TlFlowStrand, ribbon).thickness };
}

TlLayoutBox
_tl_flow_plan_get_station (const TlFlowPlan       *self,
                           const TlRibbonsStation *station)
{
  return (TlLayoutBox) { .x = find_column (self, station->column), .y = self->room.y + station->top,
                         .width = TL_FLOW_STATION_WIDTH * self->font, .height = station->height };
}

/**
 * tl_flow_plan_find_station:
 * @x: a place
 * @y: likewise
 *
 * Returns: (nullable): what stands in the station there, in full
 */
const char *
tl_flow_plan_find_station (const TlFlowPlan *self,
                           double            x,
                           double            y)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->laid != NULL && i < self->laid->stations->len; i++)
    {
      const TlRibbonsStation *station = &g_array_index (self->laid->stations, TlRibbonsStation, i);
      TlLayoutBox box = _tl_flow_plan_get_station (self, station);

      if (x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)
        return self->texts->pdata[station->stop];
    }
  return NULL;
}

/**
 * tl_flow_plan_get_count:
 * @ribbon: a ribbon, by its number
 * @place: (out) (optional): where it stands
 *
 * Returns: the count of the ribbon
 */
const char *
tl_flow_plan_get_count (const TlFlowPlan *self,
                        guint             ribbon,
                        TlLayoutBox      *place)
{
  g_return_val_if_fail (self != NULL && ribbon < self->ribbons->len, NULL);

  if (place != NULL)
    *place = g_array_index (self->ribbons, TlFlowStrand, ribbon).place;
  return g_array_index (self->ribbons, TlFlowStrand, ribbon).count;
}
