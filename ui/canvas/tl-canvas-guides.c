/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With what a box that is being moved is almost in line: the sides and middles of others, and gaps as wide as theirs.
 * Numbers only. */
#include "config.h"

#include "ui/canvas/tl-canvas-guides.h"

#include <math.h>

/* A box is seen along one axis as the stretch from start to end, and across it from near to far. */
typedef struct {
  double start, end;
  double near, far;
} Stretch;

/* The least that has been found for one axis. */
typedef struct {
  double by;
  double reach;
  gboolean found;
} Best;

static Stretch
get_stretch (const graphene_rect_t *box,
             gboolean               across)
{
  double x = box->origin.x, y = box->origin.y, right = x + box->size.width, bottom = y + box->size.height;

  return across ? (Stretch) { y, bottom, x, right } : (Stretch) { x, right, y, bottom };
}

static void
offer (Best  *best,
       double by)
{
  if (fabs (by) > best->reach || (best->found && fabs (by) >= fabs (best->by)))
    return;
  best->by = by;
  best->found = TRUE;
}

/* The start, middle or end. */
static double
get_line (const Stretch *stretch,
          guint          which)
{
  return which == 0 ? stretch->start : which == 1 ? (stretch->start + stretch->end) / 2 : stretch->end;
}

static gboolean
is_beside (const Stretch *a,
           const Stretch *b)
{
  return a->near < b->far && b->near < a->far;
}

/* The gap between two that stand one after the other, less than 0 if they don't. */
static double
get_gap (const Stretch *a,
         const Stretch *b)
{
  return is_beside (a, b) ? b->start - a->end : -1;
}

/* Where the gap before or after the box would be that between two others, or the box in the middle of two. */
static void
offer_gaps (const Stretch *box,
            const Stretch *a,
            const Stretch *b,
            Best          *best)
{
  double gap = get_gap (a, b);

  if (gap <= 0 || !is_beside (a, box))
    return;
  offer (best, b->end + gap - box->start);
  offer (best, a->start - gap - box->end);
  if (gap > box->end - box->start)
    offer (best, (a->end + b->start) / 2 - (box->start + box->end) / 2);
}

static double
find_shift (const graphene_rect_t *box,
            const graphene_rect_t *others,
            guint                  n_others,
            gboolean               across,
            double                 reach)
{
  Stretch own = get_stretch (box, across);
  Best best = { 0, reach, FALSE };

  for (guint i = 0; i < n_others; i++)
    {
      Stretch other = get_stretch (&others[i], across);

      for (guint line = 0; line < 3; line++)
        offer (&best, get_line (&other, line) - get_line (&own, line));
    }
  for (guint i = 0; i < n_others; i++)
    {
      Stretch a = get_stretch (&others[i], across);

      for (guint j = 0; is_beside (&a, &own) && j < n_others; j++)
        {
          Stretch b = get_stretch (&others[j], across);

          offer_gaps (&own, &a, &b, &best);
        }
    }
  return best.found ? best.by : 0;
}

static void
add_guide (TlCanvasSnap *snap,
           double        along_from,
           double        along_to,
           double        at,
           gboolean      across,
           gboolean      is_gap)
{
  TlCanvasGuide *guide;

  if (snap->n_guides == TL_CANVAS_MAX_GUIDES)
    return;
  guide = &snap->guides[snap->n_guides++];
  guide->is_gap = is_gap;
  if (across)
    {
      graphene_point_init (&guide->from, (float) at, (float) along_from);
      graphene_point_init (&guide->to, (float) at, (float) along_to);
    }
  else
    {
      graphene_point_init (&guide->from, (float) along_from, (float) at);
      graphene_point_init (&guide->to, (float) along_to, (float) at);
    }
}

static gboolean
is_same (double a,
         double b)
{
  return fabs (a - b) < 0.05;
}

/* A line for each side or middle that is in line now, from the first to the last box that it touches. */
static void
explain_lines (const graphene_rect_t *box,
               const graphene_rect_t *others,
               guint                  n_others,
               gboolean               across,
               TlCanvasSnap          *snap)
{
  Stretch own = get_stretch (box, across);

  for (guint line = 0; line < 3; line++)
    {
      double from = own.near, to = own.far;
      gboolean found = FALSE;

      for (guint i = 0; i < n_others; i++)
        {
          Stretch other = get_stretch (&others[i], across);

          if (!is_same (get_line (&other, line), get_line (&own, line)))
            continue;
          from = MIN (from, other.near);
          to = MAX (to, other.far);
          found = TRUE;
        }
      if (found)
        add_guide (snap, from, to, get_line (&own, line), !across, FALSE);
    }
}

/* The two gaps that are as wide, if the box makes one of them. */
static void
explain_gaps (const graphene_rect_t *box,
              const graphene_rect_t *others,
              guint                  n_others,
              gboolean               across,
              TlCanvasSnap          *snap)
{
  Stretch own = get_stretch (box, across);
  double at = (own.near + own.far) / 2;

  for (guint i = 0; i < n_others; i++)
    {
      Stretch a = get_stretch (&others[i], across);

      for (guint j = 0; is_beside (&a, &own) && j < n_others; j++)
        {
          Stretch b = get_stretch (&others[j], across);
          double gap = get_gap (&a, &b);

          if (gap <= 0)
            continue;
          if (is_same (own.start - b.end, gap) || is_same (a.start - own.end, gap))
            {
              gboolean is_after = is_same (own.start - b.end, gap);

              add_guide (snap, a.end, b.start, at, across, TRUE);
              add_guide (snap, is_after ? b.end : own.end, is_after ? own.start : a.start, at, across, TRUE);
              return;
            }
          if (own.start > a.end && is_same (own.start - a.end, b.start - own.end))
            {
              add_guide (snap, a.end, own.start, at, across, TRUE);
              add_guide (snap, own.end, b.start, at, across, TRUE);
              return;
            }
        }
    }
}

/**
 * tl_canvas_guides_find:
 * @box: what is being moved, where the pointer has it
 * @others: the boxes that are near
 * @n_others: their number; each is compared with each, so not a crowd
 * @reach: how far from being in line still counts
 * @snap: (out): how far to move it further, and the lines to show; nothing if there is nothing near enough
 *
 * Left is compared with left, middle with middle and so on, and gaps with gaps; the nearest wins.
 */
void
tl_canvas_guides_find (const graphene_rect_t *box,
                       const graphene_rect_t *others,
                       guint                  n_others,
                       double                 reach,
                       TlCanvasSnap          *snap)
{
  graphene_rect_t moved;

  g_return_if_fail (n_others == 0 || others != NULL);

  *snap = (TlCanvasSnap) { find_shift (box, others, n_others, FALSE, reach),
                           find_shift (box, others, n_others, TRUE, reach) };
  graphene_rect_offset_r (box, (float) snap->dx, (float) snap->dy, &moved);
  for (guint across = 0; across < 2; across++)
    {
      explain_lines (&moved, others, n_others, across == 1, snap);
      explain_gaps (&moved, others, n_others, across == 1, snap);
    }
}
