/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of an earlier drawing, as a person or a layout left it: found in where boxes stand, and straightened with
 * the least moves.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"
#include "model/layout/tl-layout-private.h"

/* Rows that are there may come as near as this part of the usual distance before others make way. */
#define LEAST_ROW_SHARE 0.5
#define LEAST_PADDING_SHARE 0.75
/* Off its row by no more than this a box is left as it is. */
#define TOLERANCE 1.0
/* What it costs to move what is pinned. */
#define PIN_WEIGHT 1e9
/* What it costs to move a box that had no place before; the others cost 1. */
#define NEW_WEIGHT 0.125

typedef struct
{
  double middle;
  guint box;
} Standing;

static int
compare_standing (gconstpointer a,
                  gconstpointer b)
{
  const Standing *standing_a = a;
  const Standing *standing_b = b;

  if (standing_a->middle != standing_b->middle)
    return standing_a->middle < standing_b->middle ? -1 : 1;
  return standing_a->box < standing_b->box ? -1 : 1;
}

static int
compare_middles (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const TlLayoutBox *boxes = user_data;
  const TlLayoutBox *box_a = &boxes[*(const guint *) a];
  const TlLayoutBox *box_b = &boxes[*(const guint *) b];
  double x_a = box_a->x + box_a->width / 2;
  double x_b = box_b->x + box_b->width / 2;

  if (x_a != x_b)
    return x_a < x_b ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static int
compare_shelves (gconstpointer a,
                 gconstpointer b)
{
  const TlLayoutShelf *shelf_a = *(TlLayoutShelf *const *) a;
  const TlLayoutShelf *shelf_b = *(TlLayoutShelf *const *) b;

  if (shelf_a->band != shelf_b->band)
    return shelf_a->band - shelf_b->band;
  return (shelf_a->middle > shelf_b->middle) - (shelf_a->middle < shelf_b->middle);
}

static void
shelf_free (gpointer data)
{
  TlLayoutShelf *shelf = data;

  g_array_unref (shelf->boxes);
  g_free (shelf);
}

static TlLayoutShelf *
shelf_new (int    band,
           double middle,
           double height)
{
  TlLayoutShelf *shelf = g_new (TlLayoutShelf, 1);

  *shelf = (TlLayoutShelf) { band, middle, height, g_array_new (FALSE, FALSE, sizeof (guint)) };
  return shelf;
}

/*
 * The boxes that have a place, by their middles; without those that stand among boxes of another band: of all choices
 * that leave the bands in order it is the one that keeps most, and all pinned boxes.
 */
static GArray *
find_standing (const TlLayoutBox *boxes,
               guint              n_boxes,
               int                n_bands)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Standing));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Standing));
  g_autofree double *best = g_new0 (double, n_bands);    /* for every band, the most that can be kept up to there */
  g_autofree int *last = g_new (int, n_bands);           /* the last one kept of that choice */
  g_autofree int *previous = NULL;
  int at = -1;

  for (guint i = 0; i < n_boxes; i++)
    {
      Standing standing = { boxes[i].y + boxes[i].height / 2, i };

      if (boxes[i].placed || boxes[i].pinned)
        g_array_append_val (all, standing);
    }
  g_array_sort (all, compare_standing);
  previous = g_new (int, all->len + 1);
  for (int i = 0; i < n_bands; i++)
    last[i] = -1;

  for (guint i = 0; i < all->len; i++)
    {
      const TlLayoutBox *box = &boxes[g_array_index (all, Standing, i).box];
      double kept_here = best[box->band] + (box->pinned ? n_boxes : 1);

      previous[i] = last[box->band];
      for (int band = box->band; band < n_bands && best[band] < kept_here; band++)
        {
          best[band] = kept_here;
          last[band] = (int) i;
        }
    }
  for (at = last[n_bands - 1]; at >= 0; at = previous[at])
    g_array_append_val (kept, g_array_index (all, Standing, at));
  g_array_sort (kept, compare_standing);
  return kept;
}

/**
 * tl_layout_find_astray:
 * @boxes: (array length=n_boxes): the boxes
 * @n_boxes: number of boxes
 * @n_bands: number of bands
 * @astray: (out caller-allocates) (array length=n_boxes): for each box, whether it stands among boxes of another band
 *
 * Finds the fewest boxes that have to go elsewhere so that the bands are in order; none that is pinned.
 */
void
tl_layout_find_astray (const TlLayoutBox *boxes,
                       guint              n_boxes,
                       int                n_bands,
                       gboolean          *astray)
{
  g_autoptr (GArray) standing = NULL;

  g_return_if_fail (n_bands > 0);
  g_return_if_fail (astray != NULL);

  standing = find_standing (boxes, n_boxes, n_bands);
  for (guint i = 0; i < n_boxes; i++)
    astray[i] = boxes[i].placed && !boxes[i].pinned;
  for (guint i = 0; i < standing->len; i++)
    astray[g_array_index (standing, Standing, i).box] = FALSE;
}

/* Puts the boxes of @standing on shelves: those of one band whose middles are less than half a box apart. */
static GPtrArray *
gather (const TlLayoutBox *boxes,
        GArray            *standing,
        int                n_bands)
{
  GPtrArray *shelves = g_ptr_array_new_with_free_func (shelf_free);
  g_autofree TlLayoutShelf **lowest = g_new0 (TlLayoutShelf *, n_bands); /* of every band */

  for (guint i = 0; i < standing->len; i++)
    {
      const Standing *here = &g_array_index (standing, Standing, i);
      const TlLayoutBox *box = &boxes[here->box];
      TlLayoutShelf **shelf = &lowest[box->band];

      if (*shelf == NULL || here->middle - (*shelf)->middle > (*shelf)->height / 2)
        {
          *shelf = shelf_new (box->band, here->middle, box->height);
          g_ptr_array_add (shelves, *shelf);
        }
      g_array_append_val ((*shelf)->boxes, here->box);
    }
  return shelves;
}

/* The middle of a shelf is that of the pinned boxes on it, or else of most boxes. */
static void
measure (TlLayoutShelf     *shelf,
         const TlLayoutBox *boxes)
{
  g_autoptr (GArray) standing = g_array_new (FALSE, FALSE, sizeof (Standing));
  gboolean has_pins = FALSE;

  shelf->height = 0;
  for (guint i = 0; i < shelf->boxes->len; i++)
    {
      const TlLayoutBox *box = &boxes[g_array_index (shelf->boxes, guint, i)];
      Standing here = { box->y + box->height / 2, i };

      shelf->height = MAX (shelf->height, box->height);
      if (box->pinned && !has_pins)
        g_array_set_size (standing, 0);
      has_pins = has_pins || box->pinned;
      if (box->pinned || !has_pins)
        g_array_append_val (standing, here);
    }
  g_array_sort (standing, compare_standing);
  shelf->middle = g_array_index (standing, Standing, (standing->len - 1) / 2).middle;
  g_array_sort_with_data (shelf->boxes, compare_middles, (gpointer) boxes);
}

/* How far the middles of two shelves are apart at least, @lower being the next below @upper. */
static double
distance_between (const GPtrArray       *shelves,
                  guint                  lower,
                  const TlLayoutOptions *options)
{
  const TlLayoutShelf *above = g_ptr_array_index (shelves, lower - 1);
  const TlLayoutShelf *below = g_ptr_array_index (shelves, lower);
  const TlLayoutShelf *second = lower >= 2 ? g_ptr_array_index (shelves, lower - 2) : NULL;
  gboolean is_alone = second == NULL || second->band != above->band; /* in its band */
  double distance = (above->height + below->height) / 2;
  double gap = 2 * LEAST_PADDING_SHARE * options->band_padding;

  if (above->band == below->band)
    return distance + LEAST_ROW_SHARE * options->row_gap;
  if (is_alone)
    gap = MAX (gap, options->band_min_height - above->height);
  return distance + gap + (below->band - above->band - 1) * options->band_min_height;
}

static double
weight_of_box (const TlLayoutBox *box)
{
  return box->pinned ? PIN_WEIGHT : box->placed ? 1 : NEW_WEIGHT;
}

static gboolean
has_pins (const TlLayoutShelf *shelf,
          const TlLayoutBox   *boxes)
{
  for (guint i = 0; i < shelf->boxes->len; i++)
    if (boxes[g_array_index (shelf->boxes, guint, i)].pinned)
      return TRUE;
  return FALSE;
}

/* What it costs to move all that stands on @shelf. */
static double
get_weight (const TlLayoutShelf *shelf,
            const TlLayoutBox   *boxes)
{
  double weight = 0;

  for (guint i = 0; i < shelf->boxes->len; i++)
    weight += weight_of_box (&boxes[g_array_index (shelf->boxes, guint, i)]);
  return MAX (weight, NEW_WEIGHT);
}

/* What it would cost to move everything above or everything below shelf @number so that there is room for it. */
static double
price_of_room (const GPtrArray       *shelves,
               guint                  number,
               const TlLayoutOptions *options)
{
  const TlLayoutShelf *shelf = g_ptr_array_index (shelves, number);
  double lack = 0;
  guint n_above = 0;
  guint n_below = 0;

  for (guint i = number; i <= MIN (number + 1, shelves->len - 1); i++)
    if (i > 0)
      lack += distance_between (shelves, i, options) -
              (((TlLayoutShelf *) g_ptr_array_index (shelves, i))->middle -
               ((TlLayoutShelf *) g_ptr_array_index (shelves, i - 1))->middle);
  if (number == 0 || number + 1 == shelves->len)
    lack = 0;
  for (guint i = 0; i < shelves->len; i++)
    {
      guint n = ((TlLayoutShelf *) g_ptr_array_index (shelves, i))->boxes->len;

      n_above += i < number ? n : 0;
      n_below += i > number ? n : 0;
    }
  return MAX (lack, 0) * MIN (n_above, n_below) * (shelf->boxes->len > 0);
}

/* The neighbour in the same band that shelf @number is nearer to, or NULL. */
static TlLayoutShelf *
find_nearest (const GPtrArray *shelves,
              guint            number)
{
  const TlLayoutShelf *shelf = g_ptr_array_index (shelves, number);
  TlLayoutShelf *above = number > 0 ? g_ptr_array_index (shelves, number - 1) : NULL;
  TlLayoutShelf *below = number + 1 < shelves->len ? g_ptr_array_index (shelves, number + 1) : NULL;

  if (above != NULL && above->band != shelf->band)
    above = NULL;
  if (below != NULL && below->band != shelf->band)
    below = NULL;
  if (above == NULL || below == NULL)
    return above != NULL ? above : below;
  return shelf->middle - above->middle <= below->middle - shelf->middle ? above : below;
}

/* Boxes between two rows go to the nearer one where making room for a row of their own would move more. */
static void
join_shelves (GPtrArray             *shelves,
              const TlLayoutBox     *boxes,
              const TlLayoutOptions *options)
{
  for (guint i = 0; i < shelves->len; i++)
    {
      const TlLayoutShelf *shelf = g_ptr_array_index (shelves, i);
      TlLayoutShelf *other = find_nearest (shelves, i);

      if (other == NULL || other->boxes->len < shelf->boxes->len || has_pins (shelf, boxes) ||
          price_of_room (shelves, i, options) <= shelf->boxes->len * fabs (other->middle - shelf->middle))
        continue;
      g_array_append_vals (other->boxes, shelf->boxes->data, shelf->boxes->len);
      measure (other, boxes);
      g_ptr_array_remove_index (shelves, i--);
    }
}

/*
 * Returns: (transfer container) (element-type TlLayoutShelf): the rows in which boxes stand, from the top; boxes that
 *   have no place, or stand among those of another band, are on none
 */
GPtrArray *
_tl_layout_shelves_new (const TlLayoutBox     *boxes,
                        guint                  n_boxes,
                        const TlLayoutOptions *options)
{
  g_autoptr (GArray) standing = find_standing (boxes, n_boxes, options->n_bands);
  GPtrArray *shelves = gather (boxes, standing, options->n_bands);

  for (guint i = 0; i < shelves->len; i++)
    measure (g_ptr_array_index (shelves, i), boxes);
  g_ptr_array_sort (shelves, compare_shelves);
  join_shelves (shelves, boxes, options);
  return shelves;
}

/*
 * Inserts an empty shelf before shelf @number: midway between its neighbours in its band, or right below or above the
 * nearest shelf of another band.
 */
void
_tl_layout_shelves_insert (GPtrArray             *shelves,
                           guint                  number,
                           int                    band,
                           double                 height,
                           const TlLayoutOptions *options)
{
  TlLayoutShelf *shelf = shelf_new (band, 0, height);
  const TlLayoutShelf *above = number > 0 ? g_ptr_array_index (shelves, number - 1) : NULL;
  const TlLayoutShelf *below = number < shelves->len ? g_ptr_array_index (shelves, number) : NULL;

  g_ptr_array_insert (shelves, (int) number, shelf);
  if (above != NULL && below != NULL && above->band == band && below->band == band)
    shelf->middle = (above->middle + below->middle) / 2;
  else if (above != NULL && (below == NULL || below->band != band))
    shelf->middle = above->middle + distance_between (shelves, number, options);
  else if (below != NULL)
    shelf->middle = below->middle - distance_between (shelves, number + 1, options);
}

/* Moves whole shelves apart where they are too near to each other, and every box to the height of its shelf. */
static void
stack (GPtrArray             *shelves,
       TlLayoutBox           *boxes,
       const TlLayoutOptions *options)
{
  guint n = shelves->len;
  g_autofree double *wants = g_new (double, n + 1);
  g_autofree double *weights = g_new (double, n + 1);
  g_autofree double *distances = g_new (double, n + 1);
  g_autofree double *places = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TlLayoutShelf *shelf = g_ptr_array_index (shelves, i);

      wants[i] = shelf->middle;
      weights[i] = get_weight (shelf, boxes);
      distances[i] = i > 0 ? distance_between (shelves, i, options) : 0;
    }
  _tl_layout_apart (wants, weights, distances, n, places);
  for (guint i = 0; i < n; i++)
    {
      TlLayoutShelf *shelf = g_ptr_array_index (shelves, i);

      shelf->middle = places[i];
      for (guint j = 0; j < shelf->boxes->len; j++)
        {
          TlLayoutBox *box = &boxes[g_array_index (shelf->boxes, guint, j)];
          double y = floor (shelf->middle - box->height / 2);

          if (!box->pinned && fabs (box->y - y) > TOLERANCE)
            box->y = y;
        }
    }
}

/* What must not overlap, from left to right: the boxes of @shelf, and pinned ones of others that reach into it. */
static GArray *
find_neighbours (const TlLayoutShelf *shelf,
                 const TlLayoutBox   *boxes,
                 guint                n_boxes)
{
  GArray *neighbours = g_array_copy (shelf->boxes);
  double top = shelf->middle - shelf->height / 2;
  double bottom = shelf->middle + shelf->height / 2;

  for (guint i = 0; i < n_boxes; i++)
    {
      gboolean is_own = FALSE;

      if (!boxes[i].pinned || boxes[i].y >= bottom || boxes[i].y + boxes[i].height <= top)
        continue;
      for (guint j = 0; j < shelf->boxes->len && !is_own; j++)
        is_own = g_array_index (shelf->boxes, guint, j) == i;
      if (!is_own)
        g_array_append_val (neighbours, i);
    }
  g_array_sort_with_data (neighbours, compare_middles, (gpointer) boxes);
  return neighbours;
}

/* Where pinned boxes leave too little room for the order, every box goes to the free place nearest to it. */
static void
spread_round_pins (const GArray          *neighbours,
                   TlLayoutBox           *boxes,
                   const TlLayoutOptions *options)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TlLayoutExtent));
  double gap = options->box_gap;

  for (int pins = 1; pins >= 0; pins--)
    for (guint i = 0; i < neighbours->len; i++)
      {
        TlLayoutBox *box = &boxes[g_array_index (neighbours, guint, i)];
        TlLayoutExtent extent;
        guint at = 0;

        if (box->pinned != pins)
          continue;
        if (!pins)
          box->x = _tl_layout_rows_free_x ((TlLayoutExtent *) taken->data, taken->len, box->x, box->width);
        extent = (TlLayoutExtent) { box->x - gap, box->x + box->width + gap };
        while (at < taken->len && g_array_index (taken, TlLayoutExtent, at).top <= extent.top)
          at++;
        g_array_insert_val (taken, at, extent);
      }
}

/*
 * Moves the boxes of @shelf apart in the order of their middles, those that had a place before as little as can be.
 */
void
_tl_layout_shelf_spread (const TlLayoutShelf   *shelf,
                         TlLayoutBox           *boxes,
                         guint                  n_boxes,
                         const TlLayoutOptions *options)
{
  g_autoptr (GArray) neighbours = find_neighbours (shelf, boxes, n_boxes);
  guint n = neighbours->len;
  g_autofree double *wants = g_new (double, n + 1);
  g_autofree double *weights = g_new (double, n + 1);
  g_autofree double *distances = g_new (double, n + 1);
  g_autofree double *places = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TlLayoutBox *box = &boxes[g_array_index (neighbours, guint, i)];
      const TlLayoutBox *last = i > 0 ? &boxes[g_array_index (neighbours, guint, i - 1)] : NULL;

      wants[i] = box->x;
      weights[i] = weight_of_box (box);
      distances[i] = last != NULL ? last->width + options->box_gap : 0;
    }
  _tl_layout_apart (wants, weights, distances, n, places);
  for (guint i = 0; i < n; i++)
    if (boxes[g_array_index (neighbours, guint, i)].pinned && places[i] != wants[i])
      {
        spread_round_pins (neighbours, boxes, options);
        return;
      }
  for (guint i = 0; i < n; i++)
    boxes[g_array_index (neighbours, guint, i)].x = places[i];
}

/*
 * Puts what stands on shelves in order with the least moves: shelves below each other, boxes side by side.
 */
void
_tl_layout_shelves_straighten (GPtrArray             *shelves,
                               TlLayoutBox           *boxes,
                               guint                  n_boxes,
                               const TlLayoutOptions *options)
{
  stack (shelves, boxes, options);
  for (guint i = 0; i < shelves->len; i++)
    _tl_layout_shelf_spread (g_ptr_array_index (shelves, i), boxes, n_boxes, options);
}
