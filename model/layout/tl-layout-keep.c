/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying out with an earlier drawing: what stands well stays, what is in disorder is straightened with the least moves,
 * and each new box gets the place at which the lines, as they are really drawn, cross least.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"

/* Places that are considered for a new box, the most promising first, and of them so many are judged. */
#define MAX_CONSIDERED 24
#define MAX_JUDGED 6
/* Boxes up to so many lines away from a new one may move elsewhere: so many are considered, each at so many places. */
#define NEAR 3
#define MAX_NEAR_CONSIDERED 40
#define MAX_NEAR_SPOTS 8
/* So many do for each new box, each only if it is worth as much; it is judged if guessed to be worth half of that. */
#define MAX_REPAIRS 4
#define REPAIR_PRICE 200.0
/* So often a drawing may be judged: in inverse proportion to its boxes, between these bounds. */
#define JUDGE_BOXES 3000
#define MIN_JUDGES 6
#define MAX_JUDGES 40

/* A place for a box: on a shelf, or, where @is_new, on one of its own, that stands before it. */
typedef struct
{
  guint shelf;
  gboolean is_new;
  double x;
  double price;
} Spot;

static TlLayoutShelf *
get_shelf (const TlLayoutKeep *keep,
           guint               number)
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

/* The left edge at which @box would stand amid the boxes it is linked to; without any, where it was, or else @x. */
static double
find_wish (const TlLayoutKeep *keep,
           guint               box,
           double              x)
{
  double sum = 0;
  guint n = 0;

  for (guint i = keep->first[box]; i < keep->first[box + 1]; i++)
    {
      int other = _tl_layout_price_other_end (keep, box, i);

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
get_top (const TlLayoutKeep *keep,
         guint               box,
         guint               shelf)
{
  return floor (get_shelf (keep, shelf)->middle - keep->boxes[box].height / 2);
}

/* The left edge of the drawing. */
static double
get_left (const TlLayoutKeep *keep)
{
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < keep->n_boxes; i++)
    if (keep->boxes[i].placed || keep->boxes[i].pinned)
      left = MIN (left, keep->boxes[i].x);
  return left < G_MAXDOUBLE ? left : 0;
}

/* The right edge of the shelf. */
static double
get_right (const TlLayoutKeep *keep,
           guint               number)
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
add_spot (const TlLayoutKeep *keep,
          GArray             *spots,
          guint               shelf,
          guint               box,
          double              x,
          double              wish)
{
  double price = fabs (x - wish) + _tl_layout_price_of_direction (keep, box, get_top (keep, box, shelf));
  Spot spot = { shelf, FALSE, x, price };

  g_array_append_val (spots, spot);
}

/* In every gap of the shelf its ends, and the x nearest to the wish; and right and left of all. */
static void
list_on_shelf (const TlLayoutKeep *keep,
               guint               number,
               guint               box,
               double              wish,
               GArray             *spots)
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
list_spots (const TlLayoutKeep *keep,
            guint               box)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < keep->shelves->len; i++)
    if (get_shelf (keep, i)->band == keep->boxes[box].band && get_shelf (keep, i)->boxes->len > 0)
      list_on_shelf (keep, i, box, find_wish (keep, box, get_right (keep, i) + keep->options->box_gap), spots);
  g_array_sort (spots, compare_prices);
  return spots;
}

static void
remember (TlLayoutKeep *keep)
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

/* Stands @box, which is on no shelf, at @spot, the others making way. */
static void
take_spot (TlLayoutKeep *keep,
           guint         box,
           const Spot   *spot)
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
}

static void
leave_spot (TlLayoutKeep *keep,
            guint         box,
            const Spot   *spot)
{
  if (spot->is_new)
    g_ptr_array_remove_index (keep->shelves, spot->shelf);
  else
    remove_from_shelf (get_shelf (keep, spot->shelf), box);
  for (guint i = 0; i < keep->shelves->len; i++)
    get_shelf (keep, i)->middle = g_array_index (keep->middles, double, i);
  memcpy (keep->boxes, keep->before, sizeof (TlLayoutBox) * keep->n_boxes);
}

/* Guesses what the first @n of @spots would change, leaves the others out and sorts them by that. */
static void
consider (TlLayoutKeep *keep,
          guint         box,
          GArray       *spots,
          guint         n)
{
  g_array_set_size (spots, MIN (spots->len, n));
  for (guint i = 0; i < spots->len; i++)
    {
      Spot *spot = &g_array_index (spots, Spot, i);

      take_spot (keep, box, spot);
      spot->price = _tl_layout_price_guess (keep);
      leave_spot (keep, box, spot);
    }
  g_array_sort (spots, compare_prices);
}

/* Judges the first @n of @spots; returns the cheapest, if it costs less than @price, which becomes its price. */
static const Spot *
judge (TlLayoutKeep *keep,
       guint         box,
       const GArray *spots,
       guint         n,
       double       *price)
{
  const Spot *best = NULL;

  for (guint i = 0; i < MIN (spots->len, n); i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);
      double here;

      take_spot (keep, box, spot);
      here = _tl_layout_price_all (keep);
      leave_spot (keep, box, spot);
      keep->n_judged++;
      if (here >= *price)
        continue;
      *price = here;
      best = spot;
    }
  return best;
}

/* A shelf of its own for @box: above, between and below those of its band. */
static GArray *
list_new_shelves (const TlLayoutKeep *keep,
                  guint               box)
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

/* Finds the best place for a box that has none, judging @n_judged of each kind. */
static void
insert_box (TlLayoutKeep *keep,
            guint         box,
            guint         n_judged)
{
  g_autoptr (GArray) spots = list_spots (keep, box);
  g_autoptr (GArray) new_shelves = NULL;
  double price = G_MAXDOUBLE;
  const Spot *better = NULL;
  const Spot *best;

  consider (keep, box, spots, MAX_CONSIDERED);
  best = judge (keep, box, spots, n_judged, &price);
  if (best == NULL || _tl_layout_price_of_direction (keep, box, get_top (keep, box, best->shelf)) > 0)
    {
      new_shelves = list_new_shelves (keep, box);
      consider (keep, box, new_shelves, new_shelves->len);
      better = judge (keep, box, new_shelves, n_judged, &price);
    }
  take_spot (keep, box, better != NULL ? better : best);
}

/* How many lines join @box to others that have a place. */
static guint
count_lines (const TlLayoutKeep *keep,
             guint               box)
{
  guint n = 0;

  for (guint i = keep->first[box]; i < keep->first[box + 1]; i++)
    n += _tl_layout_price_other_end (keep, box, i) >= 0;
  return n;
}

/* Places the boxes that have no place, those with most lines to others that have one first. */
static void
insert_all (TlLayoutKeep *keep,
            guint         n_judges,
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
          guint n;

          if (keep->boxes[i].placed || keep->boxes[i].pinned)
            continue;
          n = 1 + count_lines (keep, i);
          if (n <= best_n)
            continue;
          best_n = n;
          best = (int) i;
        }
      if (best < 0)
        break;
      insert_box (keep, (guint) best, CLAMP (n_judges / 2 / n_new, 1, MAX_JUDGED));
    }
}

static guint
find_shelf (const TlLayoutKeep *keep,
            guint               box)
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
repair_box (TlLayoutKeep *keep,
            guint         box)
{
  guint shelf = find_shelf (keep, box);
  g_autoptr (GArray) spots = NULL;
  double price = keep->price - REPAIR_PRICE;
  const Spot *best = NULL;

  remove_from_shelf (get_shelf (keep, shelf), box);
  spots = list_spots (keep, box);
  consider (keep, box, spots, MAX_NEAR_SPOTS);
  if (spots->len > 0 && g_array_index (spots, Spot, 0).price <= -REPAIR_PRICE / 2)
    best = judge (keep, box, spots, 1, &price);
  if (best == NULL)
    {
      g_array_append_val (get_shelf (keep, shelf)->boxes, box);
      return FALSE;
    }
  take_spot (keep, box, best);
  keep->price = price;
  return TRUE;
}

/* Returns: (element-type guint): the boxes up to NEAR lines away from @box, the nearest first */
static GArray *
list_near (const TlLayoutKeep *keep,
           guint               box)
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

/* Lets boxes near the new ones move to where their lines cross much less, judging that up to @n_judges times. */
static void
repair (TlLayoutKeep *keep,
        guint         n_judges,
        GCancellable *cancellable)
{
  guint n_considered = 0;

  keep->price = _tl_layout_price_all (keep);
  keep->n_judged = 0;
  for (guint i = 0; i < keep->n_boxes && n_considered < MAX_NEAR_CONSIDERED; i++)
    {
      g_autoptr (GArray) near = NULL;
      guint n_repairs = 0;

      if (keep->origin[i].placed || keep->origin[i].pinned)
        continue;
      near = list_near (keep, i);
      for (guint j = 0; j < near->len && n_considered < MAX_NEAR_CONSIDERED && n_repairs < MAX_REPAIRS; j++)
        {
          guint box = g_array_index (near, guint, j);

          if (keep->n_judged >= n_judges || g_cancellable_is_cancelled (cancellable))
            return;
          if (keep->boxes[box].pinned)
            continue;
          n_repairs += repair_box (keep, box);
          n_considered++;
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
  guint n_judges = CLAMP (JUDGE_BOXES / n_boxes, MIN_JUDGES, MAX_JUDGES);
  TlLayoutKeep keep = {
    .boxes = boxes, .origin = origin, .before = before, .n_boxes = n_boxes, .lines = lines, .n_lines = n_lines,
    .options = options, .shelves = shelves, .middles = middles,
  };

  _tl_layout_price_list_lines (&keep);
  for (guint i = 0; i < n_boxes; i++)
    boxes[i].placed = FALSE;
  for (guint i = 0; i < shelves->len; i++)
    for (guint j = 0; j < get_shelf (&keep, i)->boxes->len; j++)
      boxes[g_array_index (get_shelf (&keep, i)->boxes, guint, j)].placed = TRUE;
  _tl_layout_shelves_straighten (shelves, boxes, n_boxes, options);
  insert_all (&keep, n_judges, cancellable);
  repair (&keep, n_judges, cancellable);
  g_free (keep.first);
  g_free (keep.own);
  return !g_cancellable_is_cancelled (cancellable);
}
