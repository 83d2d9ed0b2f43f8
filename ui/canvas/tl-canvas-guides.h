/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/* No more lines than these are ever shown for one box. */
#define TL_CANVAS_MAX_GUIDES 6

/**
 * TlCanvasGuide:
 * @from: where the line begins
 * @to: where it ends
 * @is_gap: it lies in a gap between two boxes, of which another is as wide; else boxes are in line along it
 *
 * A line that tells why a box snapped to where it is.
 */
typedef struct {
  graphene_point_t from;
  graphene_point_t to;
  gboolean         is_gap;
} TlCanvasGuide;

/**
 * TlCanvasSnap:
 * @dx: how far the box must move to be in line
 * @dy: likewise
 * @guides: why
 * @n_guides: how many; 0 if nothing is near enough
 */
typedef struct {
  double        dx;
  double        dy;
  TlCanvasGuide guides[TL_CANVAS_MAX_GUIDES];
  guint         n_guides;
} TlCanvasSnap;

void tl_canvas_guides_find (const graphene_rect_t *box,
                            const graphene_rect_t *others,
                            guint                  n_others,
                            double                 reach,
                            TlCanvasSnap          *snap);

G_END_DECLS
