/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ribbons through columns: stations are ordered so that the ribbons cross little, by their means over the neighbouring
 * columns, there and back, and by exchanging neighbours, the best order being kept; then they are drawn towards where
 * their ribbons come from and go to, as far as there is room. */
#include "config.h"

#include "model/layout/tl-ribbons.h"

#include <stdlib.h>
#include <string.h>

#define N_SWEEPS 6
#define N_RELAXATIONS 12

/* A station while it is being placed. */
typedef struct {
  TlRibbonsStation station;
  guint            n;     /* ribbons through it */
  double           order; /* by which it is sorted */
  guint            index; /* in the order in which it was first met */
} Stop;

typedef struct {
  const TlRibbonsOptions *options;
  TlRibbon               *ribbons;
  guint                   n_ribbons;
  guint                   n_columns;
  GArray                **columns; /* of Stop, from the top */
  guint                  *at;      /* by ribbon and column: the index of its stop */
  guint                  *ranks;   /* by column and index: its position from the top */
  guint                   stride;
} Layout;

/* Stations */

static guint
find_stop (Layout *self,
           guint   column,
           guint   stop)
{
  GArray *stops = self->columns[column];

  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, Stop, i).station.stop == stop)
      return i;

  Stop found = { .station = { .column = column, .stop = stop }, .index = stops->len };

  g_array_append_val (stops, found);
  return found.index;
}

static void
find_stops (Layout *self)
{
  for (guint i = 0; i < self->n_ribbons; i++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        guint at = find_stop (self, column, self->ribbons[i].stops[column]);
        Stop *stop = &g_array_index (self->columns[column], Stop, at);

        self->at[i * self->n_columns + column] = at;
        stop->station.weight += self->ribbons[i].weight;
        stop->n++;
      }
}

/* Where from the top the stop of a ribbon is in a column. */
static guint
rank_of (const Layout *self,
         guint         ribbon,
         guint         column)
{
  return self->ranks[column * self->stride + self->at[ribbon * self->n_columns + column]];
}

/* The stop at which a ribbon is in a column. */
static Stop *
stop_of (Layout *self,
         guint   ribbon,
         guint   column)
{
  return &g_array_index (self->columns[column], Stop, rank_of (self, ribbon, column));
}

static void
note_ranks (Layout *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    for (guint i = 0; i < self->columns[column]->len; i++)
      self->ranks[column * self->stride + g_array_index (self->columns[column], Stop, i).index] = i;
}

/* Order */

static int
compare_order (const void *a,
               const void *b)
{
  const Stop *one = a, *other = b;

  if (one->order < other->order || one->order > other->order)
    return one->order < other->order ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/* Sorts a column by where its ribbons are in the one beside it. */
static void
sort_column (Layout *self,
             guint   column,
             guint   beside)
{
  GArray *stops = self->columns[column];

  for (guint i = 0; i < stops->len; i++)
    g_array_index (stops, Stop, i).order = 0;
  for (guint i = 0; i < self->n_ribbons; i++)
    {
      Stop *stop = stop_of (self, i, column);

      stop->order += self->ribbons[i].weight * rank_of (self, i, beside) / stop->station.weight;
    }
  qsort (stops->data, stops->len, sizeof (Stop), compare_order);
  note_ranks (self);
}

/* The weight of all pairs of ribbons that cross, each as much as the thinner of the two. */
static double
weigh_crossings (const Layout *self)
{
  double crossing = 0;

  for (guint column = 1; column < self->n_columns; column++)
    for (guint i = 0; i < self->n_ribbons; i++)
      for (guint j = i + 1; j < self->n_ribbons; j++)
        {
          int left = (int) rank_of (self, i, column - 1) - (int) rank_of (self, j, column - 1);
          int right = (int) rank_of (self, i, column) - (int) rank_of (self, j, column);

          if (left * right < 0)
            crossing += MIN (self->ribbons[i].weight, self->ribbons[j].weight);
        }
  return crossing;
}

static void
keep_ranks (Layout *self,
            guint  *ranks)
{
  memcpy (ranks, self->ranks, (gsize) self->n_columns * self->stride * sizeof *ranks);
}

static void
order_by_ranks (Layout      *self,
                const guint *ranks)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      GArray *stops = self->columns[column];

      for (guint i = 0; i < stops->len; i++)
        {
          Stop *stop = &g_array_index (stops, Stop, i);

          stop->order = ranks[column * self->stride + stop->index];
        }
      qsort (stops->data, stops->len, sizeof (Stop), compare_order);
    }
  note_ranks (self);
}

/* Exchanges neighbours in a column where less crosses then, until nowhere does. Returns what crosses still. */
static double
exchange_stops (Layout *self,
                double  crossing)
{
  gboolean better = crossing > 0;

  while (better)
    {
      better = FALSE;
      for (guint column = 0; column < self->n_columns; column++)
        for (guint i = 1; i < self->columns[column]->len; i++)
          {
            Stop *stop = &g_array_index (self->columns[column], Stop, i), kept = *stop;

            *stop = stop[-1];
            stop[-1] = kept;
            note_ranks (self);

            double less = weigh_crossings (self);

            if (less < crossing)
              {
                crossing = less;
                better = TRUE;
                continue;
              }
            stop[-1] = *stop;
            *stop = kept;
            note_ranks (self);
          }
    }
  return crossing;
}

/* From one order: columns are sorted by their neighbours, there and back, each time as far as exchanges help. Keeps
 * what is better than @least, and returns how much crosses in it. */
static double
improve (Layout  *self,
         gboolean back,
         guint   *best,
         double   least)
{
  for (guint sweep = 0; least > 0 && sweep < N_SWEEPS; sweep++)
    {
      for (guint i = 1; i < self->n_columns; i++)
        if ((sweep % 2 == 0) != back)
          sort_column (self, i, i - 1);
        else
          sort_column (self, self->n_columns - 1 - i, self->n_columns - i);

      double crossing = exchange_stops (self, weigh_crossings (self));

      if (crossing >= least)
        continue;
      least = crossing;
      keep_ranks (self, best);
    }
  return least;
}

/* Begins with the heaviest on top, then with the order in which they were first met, and each way from both ends. */
static void
order_stops (Layout *self)
{
  g_autofree guint *best = g_new0 (guint, (gsize) self->n_columns * self->stride);
  double least = G_MAXDOUBLE;

  for (guint start = 0; least > 0 && start < 4; start++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          GArray *stops = self->columns[column];

          for (guint i = 0; i < stops->len; i++)
            {
              Stop *stop = &g_array_index (stops, Stop, i);

              stop->order = start < 2 ? -stop->station.weight : stop->index;
            }
          qsort (stops->data, stops->len, sizeof (Stop), compare_order);
        }
      note_ranks (self);
      least = improve (self, start % 2 == 1, best, least);
    }
  order_by_ranks (self, best);
}

/* Places */

/* The scale at which the stations of a column have the height, none of them lower than the least: what the low ones
 * take more than they weigh, the others do without. */
static double
fit_column (Layout *self,
            guint   column,
            double  scale)
{
  const TlRibbonsOptions *options = self->options;
  GArray *stops = self->columns[column];

  for (;;)
    {
      double free = options->height - options->gap * (stops->len - 1), weight = 0;

      for (guint i = 0; i < stops->len; i++)
        {
          const Stop *stop = &g_array_index (stops, Stop, i);
          double least = MAX (options->least_station, stop->n * options->least_ribbon);

          if (stop->station.weight * scale > least)
            weight += stop->station.weight;
          else
            free -= least;
        }
      if (weight <= 0 || MAX (free, 0) / weight >= scale)
        return scale;
      scale = MAX (free, 0) / weight;
    }
}

/* As thick as fits the height, though no ribbon is thinner than the least. */
static double
find_scale (Layout *self)
{
  const TlRibbonsOptions *options = self->options;
  double scale = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_ribbons; i++)
    scale = MIN (scale, options->most_ribbon / self->ribbons[i].weight);
  for (guint column = 0; column < self->n_columns; column++)
    scale = fit_column (self, column, scale);
  return scale;
}

static void
measure (Layout *self,
         double  scale)
{
  for (guint i = 0; i < self->n_ribbons; i++)
    self->ribbons[i].thickness = MAX (self->ribbons[i].weight * scale, self->options->least_ribbon);
  for (guint i = 0; i < self->n_ribbons; i++)
    for (guint column = 0; column < self->n_columns; column++)
      stop_of (self, i, column)->station.height += self->ribbons[i].thickness;
  for (guint column = 0; column < self->n_columns; column++)
    for (guint i = 0; i < self->columns[column]->len; i++)
      {
        TlRibbonsStation *station = &g_array_index (self->columns[column], Stop, i).station;

        station->height = MAX (station->height, self->options->least_station);
      }
}

static double
measure_column (Layout *self,
                guint   column)
{
  GArray *stops = self->columns[column];
  double height = self->options->gap * (stops->len - 1);

  for (guint i = 0; i < stops->len; i++)
    height += g_array_index (stops, Stop, i).station.height;
  return height;
}

/* Moves apart what overlaps or is outside, down from the top and up from the bottom. */
static void
part (Layout *self,
      guint   column,
      double  height)
{
  GArray *stops = self->columns[column];
  double free = 0;

  for (guint i = 0; i < stops->len; i++)
    {
      TlRibbonsStation *station = &g_array_index (stops, Stop, i).station;

      station->top = MAX (station->top, free);
      free = station->top + station->height + self->options->gap;
    }
  free = height;
  for (guint i = stops->len; i-- > 0;)
    {
      TlRibbonsStation *station = &g_array_index (stops, Stop, i).station;

      station->top = MIN (station->top, free - station->height);
      free = station->top - self->options->gap;
    }
}

/* Moves each station of a column to the mean of where its ribbons are in the columns beside it. */
static void
draw_near (Layout *self,
           guint   column,
           double  height)
{
  GArray *stops = self->columns[column];
  double n_beside = (column > 0) + (column + 1 < self->n_columns);

  for (guint i = 0; i < stops->len; i++)
    g_array_index (stops, Stop, i).order = 0;
  for (guint i = 0; i < self->n_ribbons; i++)
    {
      Stop *stop = stop_of (self, i, column);

      for (int side = -1; side <= 1; side += 2)
        {
          guint beside = (guint) ((int) column + side);

          if (beside >= self->n_columns)
            continue;

          const TlRibbonsStation *station = &stop_of (self, i, beside)->station;

          stop->order += self->ribbons[i].weight / stop->station.weight * (station->top + station->height / 2);
        }
    }
  for (guint i = 0; i < stops->len; i++)
    {
      Stop *stop = &g_array_index (stops, Stop, i);

      stop->station.top = stop->order / MAX (n_beside, 1) - stop->station.height / 2;
    }
  part (self, column, height);
}

static double
place_stops (Layout *self)
{
  double height = self->options->height;

  for (guint column = 0; column < self->n_columns; column++)
    height = MAX (height, measure_column (self, column));
  for (guint column = 0; column < self->n_columns; column++)
    {
      double top = (height - measure_column (self, column)) / 2;

      for (guint i = 0; i < self->columns[column]->len; i++)
        {
          TlRibbonsStation *station = &g_array_index (self->columns[column], Stop, i).station;

          station->top = top;
          top += station->height + self->options->gap;
        }
    }
  for (guint i = 0; self->n_columns > 1 && i < N_RELAXATIONS; i++)
    for (guint column = 0; column < self->n_columns; column++)
      draw_near (self, i % 2 == 0 ? column : self->n_columns - 1 - column, height);
  return height;
}

/* Ribbons */

typedef struct {
  guint  ribbon;
  double order;
} Strand;

static int
compare_strands (const void *a,
                 const void *b)
{
  const Strand *one = a, *other = b;

  if (one->order < other->order || one->order > other->order)
    return one->order < other->order ? -1 : 1;
  return one->ribbon < other->ribbon ? -1 : one->ribbon > other->ribbon;
}

/* Within a station ribbons lie in the order of where they come from and go to. */
static void
lay_strands (Layout     *self,
             guint       column,
             const Stop *stop,
             double     *tops)
{
  g_autofree Strand *strands = g_new (Strand, stop->n);
  double top = stop->station.top + stop->station.height / 2;
  guint n = 0;

  for (guint i = 0; i < self->n_ribbons; i++)
    {
      if (self->at[i * self->n_columns + column] != stop->index)
        continue;
      strands[n] = (Strand) { .ribbon = i };
      if (column > 0)
        strands[n].order += stop_of (self, i, column - 1)->station.top;
      if (column + 1 < self->n_columns)
        strands[n].order += stop_of (self, i, column + 1)->station.top;
      top -= self->ribbons[i].thickness / 2;
      n++;
    }
  qsort (strands, n, sizeof *strands, compare_strands);
  for (guint i = 0; i < n; i++)
    {
      tops[strands[i].ribbon * self->n_columns + column] = top;
      top += self->ribbons[strands[i].ribbon].thickness;
    }
}

static TlRibbons *
write_answer (Layout *self,
              double  scale,
              double  height)
{
  TlRibbons *answer = g_new0 (TlRibbons, 1);
  gsize n = (gsize) self->n_ribbons * self->n_columns;

  answer->stations = g_array_new (FALSE, FALSE, sizeof (TlRibbonsStation));
  answer->tops = g_new0 (double, n + 1);
  answer->places = g_new0 (guint, n + 1);
  answer->scale = scale;
  answer->height = height;
  for (guint column = 0; column < self->n_columns; column++)
    {
      GArray *stops = self->columns[column];

      for (guint i = 0; i < self->n_ribbons; i++)
        answer->places[i * self->n_columns + column] = answer->stations->len + rank_of (self, i, column);
      for (guint i = 0; i < stops->len; i++)
        {
          const Stop *stop = &g_array_index (stops, Stop, i);

          g_array_append_val (answer->stations, stop->station);
          lay_strands (self, column, stop, answer->tops);
        }
    }
  return answer;
}

/**
 * tl_ribbons_new:
 * @ribbons: (array length=n_ribbons): what flows; their thickness is written
 * @n_ribbons: how many
 * @options: what to go by
 *
 * Lays out ribbons. The same arrays give the same layout.
 *
 * Returns: (transfer full): where all is
 */
TlRibbons *
tl_ribbons_new (TlRibbon               *ribbons,
                guint                   n_ribbons,
                const TlRibbonsOptions *options)
{
  g_return_val_if_fail ((ribbons != NULL || n_ribbons == 0) && options != NULL && options->n_columns > 0, NULL);

  gsize n_stops = (gsize) n_ribbons * options->n_columns;
  g_autofree GArray **columns = g_new0 (GArray *, options->n_columns);
  g_autofree guint *at = g_new0 (guint, n_stops + 1);
  g_autofree guint *ranks = g_new0 (guint, n_stops + options->n_columns);
  Layout layout = { options, ribbons, n_ribbons, options->n_columns, columns, at, ranks, n_ribbons + 1 };
  double scale = 0, height = options->height;

  for (guint i = 0; i < options->n_columns; i++)
    columns[i] = g_array_new (FALSE, TRUE, sizeof (Stop));
  if (n_ribbons > 0)
    {
      find_stops (&layout);
      order_stops (&layout);
      scale = find_scale (&layout);
      measure (&layout, scale);
      height = place_stops (&layout);
    }

  TlRibbons *answer = write_answer (&layout, scale, height);

  for (guint i = 0; i < options->n_columns; i++)
    g_array_unref (columns[i]);
  return answer;
}

/**
 * tl_ribbons_free:
 * @self: (transfer full): a layout
 */
void
tl_ribbons_free (TlRibbons *self)
{
  g_array_unref (self->stations);
  g_free (self->tops);
  g_free (self->places);
  g_free (self);
}
