/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The storeys of a drawing, found again from where its boxes stand, and the free strips between them, in which lines go
 * sideways. A box that a person has put between two storeys belongs to both.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* A strip less high is no room to go sideways in. */
#define LEAST_STRIP 6.0

typedef struct
{
  double y;
  int step; /* 1 where a box begins, -1 where one ends */
} Edge;

/* A stretch in which no box begins or ends. */
typedef struct
{
  double top;
  double bottom;
  int n_boxes;
} Slab;

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *edge_a = a;
  const Edge *edge_b = b;

  return (edge_a->y > edge_b->y) - (edge_a->y < edge_b->y);
}

/* The slabs between the first edge and the last that are high enough for a strip, from the top. */
static GArray *
find_slabs (const TlLayoutBox *boxes,
            guint              n_boxes)
{
  GArray *slabs = g_array_new (FALSE, FALSE, sizeof (Slab));
  g_autofree Edge *edges = g_new (Edge, 2 * (gsize) n_boxes + 1);
  int n_here = 0;

  for (guint i = 0; i < n_boxes; i++)
    {
      edges[2 * i] = (Edge) { boxes[i].y, 1 };
      edges[2 * i + 1] = (Edge) { boxes[i].y + boxes[i].height, -1 };
    }
  qsort (edges, 2 * (gsize) n_boxes, sizeof (Edge), compare_edges);
  for (guint i = 0; i + 1 < 2 * n_boxes; i++)
    {
      Slab slab = { edges[i].y, edges[i + 1].y, n_here += edges[i].step };

      if (slab.bottom - slab.top >= LEAST_STRIP)
        g_array_append_val (slabs, slab);
    }
  return slabs;
}

/* Keeps the slabs that fewer boxes reach into than into those above and below: the strips. */
static void
keep_strips (GArray *slabs)
{
  guint n_kept = 0;
  gboolean falling = FALSE;

  for (guint i = 1; i < slabs->len; i++)
    {
      const Slab *before = &g_array_index (slabs, Slab, i - 1);
      const Slab *here = &g_array_index (slabs, Slab, i);

      if (here->n_boxes > before->n_boxes && falling)
        {
          g_array_index (slabs, Slab, n_kept++) = *before;
          falling = FALSE;
        }
      else if (here->n_boxes < before->n_boxes)
        falling = TRUE;
    }
  g_array_set_size (slabs, n_kept);
}

/* The storey in which @y lies, counting the strips above it. */
static guint
find_storey (const GArray *strips,
             double        y)
{
  guint low = 0;
  guint high = strips->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (strips, Slab, middle).bottom <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/*
 * Returns: (transfer full): the storeys of @boxes
 */
TlLayoutStoreys *
_tl_layout_storeys_new (const TlLayoutBox *boxes,
                        guint              n_boxes)
{
  TlLayoutStoreys *storeys = g_new0 (TlLayoutStoreys, 1);
  g_autoptr (GArray) strips = find_slabs (boxes, n_boxes);

  keep_strips (strips);
  storeys->n = strips->len + 1;
  storeys->extents = g_new (TlLayoutExtent, storeys->n);
  storeys->clearances = g_new (double, storeys->n);
  storeys->first = g_new (guint, n_boxes + 1);
  storeys->last = g_new (guint, n_boxes + 1);
  storeys->extents[0].top = -G_MAXDOUBLE;
  for (guint i = 0; i < strips->len; i++)
    {
      const Slab *strip = &g_array_index (strips, Slab, i);
      double clearance = MIN (TL_LAYOUT_CLEARANCE, (strip->bottom - strip->top) / 4);

      storeys->clearances[i] = clearance;
      storeys->extents[i].bottom = strip->top + clearance;
      storeys->extents[i + 1].top = strip->bottom - clearance;
    }
  storeys->extents[strips->len].bottom = G_MAXDOUBLE;
  for (guint i = 0; i < n_boxes; i++)
    {
      storeys->first[i] = find_storey (strips, boxes[i].y);
      storeys->last[i] = find_storey (strips, boxes[i].y + boxes[i].height);
    }
  return storeys;
}

void
_tl_layout_storeys_free (TlLayoutStoreys *storeys)
{
  g_free (storeys->extents);
  g_free (storeys->clearances);
  g_free (storeys->first);
  g_free (storeys->last);
  g_free (storeys);
}
