/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying out with an earlier drawing: what stands well stays, what is in disorder is straightened with the least moves,
 * and each new box gets the place at which the lines, as they are really drawn, cross least.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"

/* Places that are tried for a new box, the most promising first; fewer where there are many new boxes. */
#define MAX_TRIED 24
#define MIN_TRIED 4
#define MAX_TRIALS 480
/* Boxes up to so many lines away from a new one may move elsewhere: so many are tried, at so many places each. */
#define NEAR 3
#define MAX_NEAR_TRIED 40
#define MAX_NEAR_SPOTS 8
/* So many do for each new box, each only if that is worth as much. */
#define MAX_REPAIRS 4
#define REPAIR_PRICE 200.0
/* What it is worth not to move a box by one unit, and not to change which of two boxes is further left. */
#define MOVE_PRICE 0.2
#define FLIP_PRICE 160.0
/* What a line costs that does not point downwards: one box being beside, or above the other. */
#define SIDE_PRICE 150.0
#define UP_PRICE 300.0

typedef struct
{
  TlLayoutBox *boxes;
  TlLayoutBox *origin; /* where they were at the beginning */
  TlLayoutBox *before; /* where they were before the move that is being tried */
  guint n_boxes;
  const TlLayoutLine *lines;
  guint n_lines;
  const TlLayoutOptions *options;
  GPtrArray *shelves;
  GArray *middles; /* (element-type double): of the shelves, before the move that is being tried */
} Keep;

/* A place for a box: on a shelf, or, where @is_new, on one of its own, that stands before it. */
typedef struct
{
  guint shelf;
  gboolean is_new;
  double x;
  double price;
} Spot;

static TlLayoutShelf *
get_shelf (const Keep *keep,
           guint       number)
{
  return g_ptr_array_index (keep->shelves, number);
}

static int
compare_prices (gconstpointer a,
                gconstpointer b)
{
  const Spot *spot_a = a;
  const Spot *spot_b = b;

  if (spot_a->price != spot_b->price)
    return spot_a->price < spot_b->price ? -1 : 1;
  if (spot_a->shelf != spot_b->shelf)
    return spot_a->shelf < spot_b->shelf ? -1 : 1;
  return (spot_a->x > spot_b->x) - (spot_a->x < spot_b->x);
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const TlLayoutBox *boxes = user_data;
  guint box_a = *(const guint *) a;
  guint box_b = *(const guint *) b;

  if (boxes[box_a].x != boxes[box_b].x)
    return boxes[box_a].x < boxes[box_b].x ? -1 : 1;
  return box_a < box_b ? -1 : 1;
}

/* The box at the other end of @line, if @line joins @box to one that has a place; else -1. */
static int
other_end (const Keep         *keep,
           const TlLayoutLine *line,
           guint               box)
{
  int other = line->from == (int) box ? line->to : line->to == (int) box ? line->from : -1;

  if (other < 0 || other == (int) box || !(keep->boxes[other].placed || keep->boxes[other].pinned))
    return -1;
  return other;
}

/* What lines inside the band cost that do not point downwards, the top of @box being at @y. */
static double
price_of_direction (const Keep *keep,
                    guint       box,
                    double      y)
{
  const TlLayoutBox *here = &keep->boxes[box];
  double price = 0;

  for (guint i = 0; i < keep->n_lines; i++)
    {
      const TlLayoutLine *line = &keep->lines[i];
      int other = other_end (keep, line, box);
      double drop;

      if (other < 0 || keep->boxes[other].band != here->band)
        continue;
      if (line->from == (int) box)
        drop = keep->boxes[other].y - (y + here->height);
      else
        drop = y - (keep->boxes[other].y + keep->boxes[other].height);
      if (drop <= 0)
        price += drop > -here->height - keep->boxes[other].height ? SIDE_PRICE : UP_PRICE;
    }
  return price;
}

/* What it costs that @box stands in @boxes where it does, and not where it stood at the beginning. */
static double
price_of_place (const Keep *keep,
                guint       box)
{
  const TlLayoutBox *boxes = keep->boxes;
  const TlLayoutBox *origin = keep->origin;
  double was = origin[box].x + origin[box].width / 2;
  double is = boxes[box].x + boxes[box].width / 2;
  double price = MOVE_PRICE * (fabs (is - was) + fabs (boxes[box].y - origin[box].y));

  if (!origin[box].placed)
    return 0;
  for (guint i = 0; i < keep->n_boxes; i++)
    {
      double other_was = origin[i].x + origin[i].width / 2;
      double other_is = boxes[i].x + boxes[i].width / 2;

      if (i != box && origin[i].placed && origin[i].band == origin[box].band &&
          (was - other_was) * (is - other_is) < 0)
        price += FLIP_PRICE;
    }
  return price;
}

/* The left edge at which @box would stand amid the boxes it is linked to; without any, where it was, or else @x. */
static double
find_wish (const Keep *keep,
           guint       box,
           double      x)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < keep->n_lines; i++)
    {
      int other = other_end (keep, &keep->lines[i], box);

      if (other < 0)
        continue;
      sum += keep->boxes[other].x + keep->boxes[other].width / 2;
      n++;
    }
  if (n > 0)
    return floor (sum / n - keep->boxes[box].width / 2);
  return keep->origin[box].placed ? keep->origin[box].x : x;
}

/* The top of @box on a shelf. */
static double
get_top (const Keep *keep,
         guint       box,
         guint       shelf)
{
  return floor (get_shelf (keep, shelf)->middle - keep->boxes[box].height / 2);
}

/* The left edge of the drawing. */
static double
get_left (const Keep *keep)
{
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < keep->n_boxes; i++)
    if (keep->boxes[i].placed || keep->boxes[i].pinned)
      left = MIN (left, keep->boxes[i].x);
  return left < G_MAXDOUBLE ? left : 0;
}

/* The right edge of the shelf. */
static double
get_right (const Keep *keep,
           guint       number)
{
  const GArray *boxes = get_shelf (keep, number)->boxes;
  double right = -G_MAXDOUBLE;

  for (guint i = 0; i < boxes->len; i++)
    {
      const TlLayoutBox *box = &keep->boxes[g_array_index (boxes, guint, i)];

      right = MAX (right, box->x + box->width);
    }
  return right;
}

static void
add_spot (const Keep *keep,
          GArray     *spots,
          guint       shelf,
          guint       box,
          double      x,
          double      wish)
{
  Spot spot = { shelf, FALSE, x, fabs (x - wish) + price_of_direction (keep, box, get_top (keep, box, shelf)) };

  g_array_append_val (spots, spot);
}

/* In every gap of the shelf its ends, and the x nearest to the wish; and right and left of all. */
static void
list_on_shelf (const Keep *keep,
               guint       number,
               guint       box,
               double      wish,
               GArray     *spots)
{
  TlLayoutShelf *shelf = get_shelf (keep, number);
  double gap = keep->options->box_gap;
  double width = keep->boxes[box].width;
  double from = -G_MAXDOUBLE;

  g_array_sort_with_data (shelf->boxes, compare_lefts, keep->boxes);
  for (guint i = 0; i <= shelf->boxes->len; i++)
    {
      const TlLayoutBox *next = i < shelf->boxes->len ? &keep->boxes[g_array_index (shelf->boxes, guint, i)] : NULL;
      double to = next != NULL ? next->x - gap - width : G_MAXDOUBLE;

      if (wish > from && wish < to)
        add_spot (keep, spots, number, box, wish, wish);
      if (from > -G_MAXDOUBLE)
        add_spot (keep, spots, number, box, from, wish);
      if (to < G_MAXDOUBLE)
        add_spot (keep, spots, number, box, to, wish);
      if (from > to)
        add_spot (keep, spots, number, box, floor ((from + to) / 2), wish);
      from = next != NULL ? next->x + next->width + gap : from;
    }
}

/* Places on the shelves of the band of @box; (element-type Spot), the most promising first. */
static GArray *
list_spots (const Keep *keep,
            guint       box)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < keep->shelves->len; i++)
    if (get_shelf (keep, i)->band == keep->boxes[box].band && get_shelf (keep, i)->boxes->len > 0)
      list_on_shelf (keep, i, box, find_wish (keep, box, get_right (keep, i) + keep->options->box_gap), spots);
  g_array_sort (spots, compare_prices);
  return spots;
}

/* What all of it costs, drawn as it is now and compared with where boxes were at the beginning. */
static double
price_all (const Keep *keep)
{
  double price = _tl_layout_drawing_price (keep->boxes, keep->n_boxes, keep->lines, keep->n_lines);

  for (guint i = 0; i < keep->n_boxes; i++)
    if (keep->boxes[i].placed)
      price += price_of_place (keep, i) + price_of_direction (keep, i, keep->boxes[i].y) / 2;
  return price;
}

static void
remember (Keep *keep)
{
  memcpy (keep->before, keep->boxes, sizeof (TlLayoutBox) * keep->n_boxes);
  g_array_set_size (keep->middles, 0);
  for (guint i = 0; i < keep->shelves->len; i++)
    g_array_append_val (keep->middles, get_shelf (keep, i)->middle);
}

static void
remove_from_shelf (TlLayoutShelf *shelf,
                   guint          box)
{
  for (guint i = 0; i < shelf->boxes->len; i++)
    if (g_array_index (shelf->boxes, guint, i) == box)
      {
        g_array_remove_index (shelf->boxes, i);
        return;
      }
}

/* Stands @box, which is on no shelf, at @spot, the others making way; returns the price of it all. */
static double
try_spot (Keep       *keep,
          guint       box,
          const Spot *spot)
{
  TlLayoutBox *here = &keep->boxes[box];
  TlLayoutShelf *shelf;

  remember (keep);
  if (spot->is_new)
    _tl_layout_shelves_insert (keep->shelves, spot->shelf, here->band, here->height, keep->options);
  shelf = get_shelf (keep, spot->shelf);
  here->x = spot->x;
  here->y = get_top (keep, box, spot->shelf);
  here->placed = FALSE; /* what is moving itself is less in the way of the others */
  g_array_append_val (shelf->boxes, box);
  if (spot->is_new)
    _tl_layout_shelves_straighten (keep->shelves, keep->boxes, keep->n_boxes, keep->options);
  else
    _tl_layout_shelf_spread (shelf, keep->boxes, keep->n_boxes, keep->options);
  here->placed = TRUE;
  return price_all (keep);
}

static void
take_back (Keep       *keep,
           guint       box,
           const Spot *spot)
{
  if (spot->is_new)
    g_ptr_array_remove_index (keep->shelves, spot->shelf);
  else
    remove_from_shelf (get_shelf (keep, spot->shelf), box);
  for (guint i = 0; i < keep->shelves->len; i++)
    get_shelf (keep, i)->middle = g_array_index (keep->middles, double, i);
  memcpy (keep->boxes, keep->before, sizeof (TlLayoutBox) * keep->n_boxes);
}

/* Tries the first @limit of @spots; returns the cheapest, if it costs less than @price, which becomes its price. */
static const Spot *
find_best (Keep         *keep,
           guint         box,
           const GArray *spots,
           guint         limit,
           double       *price)
{
  const Spot *best = NULL;

  for (guint i = 0; i < MIN (spots->len, limit); i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);
      double here = try_spot (keep, box, spot);

      take_back (keep, box, spot);
      if (here >= *price)
        continue;
      *price = here;
      best = spot;
    }
  return best;
}

/* A shelf of its own for @box: above, between and below those of its band. */
static GArray *
list_new_shelves (const Keep *keep,
                  guint       box)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  int band = keep->boxes[box].band;
  double x = find_wish (keep, box, get_left (keep));

  for (guint i = 0; i <= keep->shelves->len; i++)
    {
      Spot spot = { i, TRUE, x, 0 };

      if ((i == 0 || get_shelf (keep, i - 1)->band <= band) &&
          (i == keep->shelves->len || get_shelf (keep, i)->band >= band))
        g_array_append_val (spots, spot);
    }
  return spots;
}

/* Finds the best place for a box that has none. */
static void
insert_box (Keep *keep,
            guint box,
            guint n_tried)
{
  g_autoptr (GArray) spots = list_spots (keep, box);
  g_autoptr (GArray) new_shelves = NULL;
  double price = G_MAXDOUBLE;
  const Spot *best = find_best (keep, box, spots, n_tried, &price);
  const Spot *better = NULL;

  if (best == NULL || price_of_direction (keep, box, get_top (keep, box, best->shelf)) > 0)
    {
      new_shelves = list_new_shelves (keep, box);
      better = find_best (keep, box, new_shelves, new_shelves->len, &price);
    }
  try_spot (keep, box, better != NULL ? better : best);
}

/* Places the boxes that have no place, those with most lines to others that have one first. */
static void
insert_all (Keep         *keep,
            GCancellable *cancellable)
{
  guint n_new = 0;

  for (guint i = 0; i < keep->n_boxes; i++)
    n_new += !keep->boxes[i].placed && !keep->boxes[i].pinned;
  while (!g_cancellable_is_cancelled (cancellable))
    {
      int best = -1;
      guint best_n = 0;

      for (guint i = 0; i < keep->n_boxes; i++)
        {
          guint n = 1;

          if (keep->boxes[i].placed || keep->boxes[i].pinned)
            continue;
          for (guint j = 0; j < keep->n_lines; j++)
            n += other_end (keep, &keep->lines[j], i) >= 0;
          if (n <= best_n)
            continue;
          best_n = n;
          best = (int) i;
        }
      if (best < 0)
        break;
      insert_box (keep, (guint) best, CLAMP (MAX_TRIALS / n_new, MIN_TRIED, MAX_TRIED));
    }
}

static guint
find_shelf (const Keep *keep,
            guint       box)
{
  for (guint i = 0; i < keep->shelves->len; i++)
    {
      const TlLayoutShelf *shelf = get_shelf (keep, i);

      for (guint j = 0; j < shelf->boxes->len; j++)
        if (g_array_index (shelf->boxes, guint, j) == box)
          return i;
    }
  g_assert_not_reached ();
}

/* Moves @box to where that saves so much that it is worth it; returns whether there is such a place. */
static gboolean
repair_box (Keep *keep,
            guint box)
{
  guint shelf = find_shelf (keep, box);
  g_autoptr (GArray) spots = NULL;
  double price = price_all (keep) - REPAIR_PRICE;
  const Spot *best;

  remove_from_shelf (get_shelf (keep, shelf), box);
  spots = list_spots (keep, box);
  best = find_best (keep, box, spots, MAX_NEAR_SPOTS, &price);
  if (best == NULL)
    {
      g_array_append_val (get_shelf (keep, shelf)->boxes, box);
      return FALSE;
    }
  try_spot (keep, box, best);
  return TRUE;
}

/* Returns: (element-type guint): the boxes up to NEAR lines away from @box, the nearest first */
static GArray *
list_near (const Keep *keep,
           guint       box)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *seen = g_new0 (guint8, keep->n_boxes);
  guint first = 0;

  seen[box] = 1;
  for (guint8 step = 1; step <= NEAR; step++)
    {
      for (guint i = 0; i < keep->n_lines; i++)
        {
          guint from = (guint) keep->lines[i].from;
          guint to = (guint) keep->lines[i].to;

          if (seen[from] == step && seen[to] == 0)
            seen[to] = step + 1;
          else if (seen[to] == step && seen[from] == 0)
            seen[from] = step + 1;
        }
      for (guint i = 0; i < keep->n_boxes; i++)
        if (seen[i] == step + 1)
          g_array_append_val (list, i);
      if (list->len == first)
        break;
      first = list->len;
    }
  return list;
}

/* Lets boxes near the new ones move to where their lines cross much less. */
static void
repair (Keep         *keep,
        GCancellable *cancellable)
{
  guint n_tried = 0;

  for (guint i = 0; i < keep->n_boxes && n_tried < MAX_NEAR_TRIED; i++)
    {
      g_autoptr (GArray) near = NULL;
      guint n_repairs = 0;

      if (keep->origin[i].placed || keep->origin[i].pinned)
        continue;
      near = list_near (keep, i);
      for (guint j = 0; j < near->len && n_tried < MAX_NEAR_TRIED && n_repairs < MAX_REPAIRS; j++)
        {
          guint box = g_array_index (near, guint, j);

          if (g_cancellable_is_cancelled (cancellable))
            return;
          if (keep->boxes[box].pinned)
            continue;
          n_repairs += repair_box (keep, box);
          n_tried++;
        }
    }
}

/*
 * Sets the places of all boxes that are not pinned, beginning with those that some of them have.
 *
 * Returns: whether it came to the end; cancelled, it leaves @boxes in disorder
 */
gboolean
_tl_layout_keep (TlLayoutBox           *boxes,
                 guint                  n_boxes,
                 const TlLayoutLine    *lines,
                 guint                  n_lines,
                 const TlLayoutOptions *options,
                 GCancellable          *cancellable)
{
  g_autoptr (GPtrArray) shelves = _tl_layout_shelves_new (boxes, n_boxes, options);
  g_autoptr (GArray) middles = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree TlLayoutBox *origin = g_memdup2 (boxes, sizeof (TlLayoutBox) * n_boxes);
  g_autofree TlLayoutBox *before = g_new (TlLayoutBox, n_boxes);
  Keep keep = {
    .boxes = boxes, .origin = origin, .before = before, .n_boxes = n_boxes, .lines = lines, .n_lines = n_lines,
    .options = options, .shelves = shelves, .middles = middles,
  };

  for (guint i = 0; i < n_boxes; i++)
    boxes[i].placed = FALSE;
  for (guint i = 0; i < shelves->len; i++)
    for (guint j = 0; j < get_shelf (&keep, i)->boxes->len; j++)
      boxes[g_array_index (get_shelf (&keep, i)->boxes, guint, j)].placed = TRUE;
  _tl_layout_shelves_straighten (shelves, boxes, n_boxes, options);
  insert_all (&keep, cancellable);
  repair (&keep, cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}
