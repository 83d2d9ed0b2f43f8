/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "model/layout/tl-layout.h"
#include "model/method/tl-method.h"
#include "model/picture/tl-picture.h"
#include "model/review/tl-review.h"
#include "ui/canvas/tl-canvas-groups.h"
#include "ui/canvas/tl-canvas-sight.h"

G_BEGIN_DECLS

/* The size of every factor, in canvas units: the one it has on paper too. */
#define TL_CANVAS_FACTOR_WIDTH TL_PICTURE_FACTOR_WIDTH
#define TL_CANVAS_FACTOR_HEIGHT TL_PICTURE_FACTOR_HEIGHT

/**
 * TlCanvasBand:
 * @key: (nullable): the level's key; %NULL for factors without a level, or where the method has no levels
 * @title: (nullable): what it is called
 * @description: (nullable): what belongs there
 * @top: upper edge
 * @bottom: lower edge
 *
 * A lane of the canvas.
 */
typedef struct {
  char  *key;
  char  *title;
  char  *description;
  double top;
  double bottom;
} TlCanvasBand;

/**
 * TlCanvasNode:
 * @band: position of its band, from the top
 * @x: its centre
 * @y: its centre
 * @placed: it has a place, be it stored or found
 * @stored: the place is the file's
 * @dx: how far it is being dragged
 * @dy: how far it is being dragged
 * @dragged: it is being dragged
 * @sight: how it is seen
 * @group: position of the collapsed group as part of which it is shown, or %TL_GROUPS_NONE
 * @widget: (nullable): what shows it, if it was near the view
 *
 * A factor on the canvas.
 */
typedef struct {
  TlRecord *record;
  guint     index;
  guint     band;
  double    x;
  double    y;
  gboolean  placed;
  gboolean  stored;
  double    dx;
  double    dy;
  gboolean  dragged;
  TlSightState sight;
  guint     group;
  guint     n_causes;
  guint     n_effects;
  gpointer  widget;
} TlCanvasNode;

/**
 * TlCanvasEdge:
 * @points: its curve, see tl-canvas-curve.h
 * @bounds: what the curve can touch
 * @middle: where its widget is
 * @sight: how it is seen
 * @live: an end is being dragged, so that the curve changes all the time
 * @widget: (nullable): what stands at its middle
 *
 * A link on the canvas.
 */
typedef struct {
  TlRecord       *record;
  TlCanvasNode   *cause;
  TlCanvasNode   *effect;
  TlLinkRole      role;
  GArray         *points;
  graphene_rect_t bounds;
  TlLayoutPoint   middle;
  gboolean        live;
  TlSightState    sight;
  gpointer        widget;
} TlCanvasEdge;

/**
 * TlCanvasSpot:
 * @band: position of a band
 * @x: centre of the factor
 * @y: centre of the factor
 *
 * Where a factor is to be.
 */
typedef struct {
  guint  band;
  double x;
  double y;
} TlCanvasSpot;

typedef struct _TlCanvasScene TlCanvasScene;

/* Called for a node or an edge that is about to go, so that its widget can go with it. */
typedef void (*TlCanvasSceneForget) (gpointer widget,
                                     gpointer data);

TlCanvasScene      *tl_canvas_scene_new           (TlReview            *review,
                                                   TlMethod            *method,
                                                   TlCanvasSceneForget  forget,
                                                   gpointer             data);
void                tl_canvas_scene_free          (TlCanvasScene       *self);

TlMethod           *tl_canvas_scene_get_method    (TlCanvasScene       *self);
guint               tl_canvas_scene_get_n_nodes   (TlCanvasScene       *self);
TlCanvasNode       *tl_canvas_scene_get_node      (TlCanvasScene       *self,
                                                   guint                position);
TlCanvasNode       *tl_canvas_scene_find_node     (TlCanvasScene       *self,
                                                   const char          *id);
guint               tl_canvas_scene_get_n_edges   (TlCanvasScene       *self);
TlCanvasEdge       *tl_canvas_scene_get_edge      (TlCanvasScene       *self,
                                                   guint                position);
TlCanvasEdge       *tl_canvas_scene_find_edge     (TlCanvasScene       *self,
                                                   const char          *id);
guint               tl_canvas_scene_get_n_bands   (TlCanvasScene       *self);
TlCanvasBand       *tl_canvas_scene_get_band      (TlCanvasScene       *self,
                                                   guint                position);
gboolean            tl_canvas_scene_has_lanes     (TlCanvasScene       *self);

gboolean            tl_canvas_scene_update        (TlCanvasScene       *self,
                                                   const char          *id);
void                tl_canvas_scene_settle        (TlCanvasScene       *self);
void                tl_canvas_scene_reroute_live  (TlCanvasScene       *self);
guint               tl_canvas_scene_get_serial    (TlCanvasScene       *self);

gboolean            tl_canvas_scene_has_places    (TlCanvasScene       *self);
void                tl_canvas_scene_get_options   (TlCanvasScene       *self,
                                                   TlLayoutOptions     *options);
TlLayoutBox        *tl_canvas_scene_dup_boxes     (TlCanvasScene       *self);
TlLayoutLine       *tl_canvas_scene_dup_lines     (TlCanvasScene       *self);
void                tl_canvas_scene_place         (TlCanvasScene       *self,
                                                   TlCanvasNode        *node,
                                                   double               x,
                                                   double               y);
void                tl_canvas_scene_find_spot     (TlCanvasScene       *self,
                                                   guint                band,
                                                   TlCanvasNode        *cause,
                                                   TlCanvasNode        *effect,
                                                   double              *x,
                                                   double              *y);

void                tl_canvas_scene_find_room     (TlCanvasScene       *self,
                                                   TlCanvasSpot        *spots,
                                                   guint                n_spots);
void                tl_canvas_scene_fill_rows     (TlCanvasScene       *self,
                                                   TlCanvasSpot        *spots,
                                                   guint                n_spots,
                                                   const TlCanvasSpot  *first,
                                                   guint                n_columns);

void                tl_canvas_scene_get_content   (TlCanvasScene       *self,
                                                   graphene_rect_t     *content);
TlCanvasNode       *tl_canvas_scene_pick_node     (TlCanvasScene       *self,
                                                   double               x,
                                                   double               y);
TlCanvasEdge       *tl_canvas_scene_pick_edge     (TlCanvasScene       *self,
                                                   double               x,
                                                   double               y,
                                                   double               reach);
guint               tl_canvas_scene_pick_band     (TlCanvasScene       *self,
                                                   double               y);

void                tl_canvas_node_get_rect       (const TlCanvasNode  *node,
                                                   graphene_rect_t     *rect);
gboolean            tl_canvas_node_is_shown       (const TlCanvasNode  *node);
gboolean            tl_canvas_edge_is_shown       (const TlCanvasEdge  *edge);
const char         *tl_canvas_node_get_id         (const TlCanvasNode  *node);
const char         *tl_canvas_edge_get_id         (const TlCanvasEdge  *edge);

G_END_DECLS
