/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the marks of links stand in a picture: on their curves, clear of boxes and of each other. */
#include "config.h"

#include "model/picture/tl-picture-private.h"

#include <math.h>

#include "model/method/tl-link-legend.h"

/* How far the middle of a mark keeps from a box, and half of what two keep from each other; how many places are tried
 * on either side. */
#define MARK_CLEARANCE (TL_PICTURE_MARK_RADIUS + 2)
#define MARK_STEPS 12

/* Whether a mark at @point touches no box and no mark that has its place. */
static gboolean
is_clear (const TlPicture *self,
          const GPtrArray *placed,
          TlLayoutPoint    point)
{
  for (guint i = 0; i < self->factors->len; i++)
    {
      const TlLayoutBox *box = &tl_picture_get_factor (self, i)->box;

      if (point.x > box->x - MARK_CLEARANCE && point.x < box->x + box->width + MARK_CLEARANCE
          && point.y > box->y - MARK_CLEARANCE && point.y < box->y + box->height + MARK_CLEARANCE)
        return FALSE;
    }
  for (guint i = 0; i < placed->len; i++)
    {
      const TlPictureLink *link = g_ptr_array_index (placed, i);

      if (hypot (link->mark.x - point.x, link->mark.y - point.y) < 2 * MARK_CLEARANCE)
        return FALSE;
    }
  return TRUE;
}

/* Ever farther from the middle, by turns before and behind it; where it is tight everywhere, at the middle. */
static void
place_mark (const TlPicture *self,
            const GPtrArray *placed,
            TlPictureLink   *link)
{
  const TlLayoutPoint *points = (const TlLayoutPoint *) (gconstpointer) link->points->data;
  guint n = link->points->len;

  link->mark = tl_layout_curve_middle (points, n);
  if (is_clear (self, placed, link->mark))
    return;
  for (guint i = 0; i < 2 * MARK_STEPS; i++)
    {
      double away = (i / 2 + 1) * 0.4 / MARK_STEPS;
      TlLayoutPoint other = tl_layout_curve_at (points, n, 0.5 + (i % 2 == 0 ? away : -away));

      if (is_clear (self, placed, other))
        {
          link->mark = other;
          return;
        }
    }
}

static double
get_span (const TlPictureLink *link)
{
  const TlLayoutPoint *start = &g_array_index (link->points, TlLayoutPoint, 0);
  const TlLayoutPoint *end = &g_array_index (link->points, TlLayoutPoint, link->points->len - 1);

  return hypot (end->x - start->x, end->y - start->y);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  double one = get_span (*(const TlPictureLink *const *) a), other = get_span (*(const TlPictureLink *const *) b);

  return one < other ? -1 : one > other;
}

/* The shorter a link, the less room its mark has to give way. */
void
_tl_picture_place_marks (TlPicture *self)
{
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();

  for (guint i = 0; i < self->links->len; i++)
    {
      TlPictureLink *link = tl_picture_get_link (self, i);

      if (link->marks == NULL)
        link->marks = tl_link_legend_dup_marks (link->sign, link->state);
      if (link->marks[0] != '\0' && link->points->len >= 4)
        g_ptr_array_add (marked, link);
    }
  g_ptr_array_sort (marked, compare_spans);
  for (guint i = 0; i < marked->len; i++)
    {
      place_mark (self, placed, g_ptr_array_index (marked, i));
      g_ptr_array_add (placed, g_ptr_array_index (marked, i));
    }
}
