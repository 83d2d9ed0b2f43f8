/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-graph-loop.h"

G_BEGIN_DECLS

/* In place of the position of an item: all of them at once. */
#define TL_SIGHT_ALL_ITEMS G_MAXUINT
#define TL_SIGHT_ALL_STEPS G_MAXUINT

/**
 * TlSightMode:
 * @TL_SIGHT_EVERYTHING: the graph as it is
 * @TL_SIGHT_FOCUS: some factors with their causes and effects
 * @TL_SIGHT_PATHS: the paths from one factor to another
 * @TL_SIGHT_LOOPS: the loops
 * @TL_SIGHT_MATCHES: what has certain words
 *
 * What of the graph is looked at.
 */
typedef enum {
  TL_SIGHT_EVERYTHING,
  TL_SIGHT_FOCUS,
  TL_SIGHT_PATHS,
  TL_SIGHT_LOOPS,
  TL_SIGHT_MATCHES,
} TlSightMode;

/* How a factor or a link is seen. */
typedef enum {
  TL_SIGHT_PLAIN,
  TL_SIGHT_MARKED,
  TL_SIGHT_FADED,
  TL_SIGHT_HIDDEN,
} TlSightState;

/**
 * TlSightItem:
 * @name: (nullable): "R1", of a loop
 * @title: the statements of its factors, in order; of a link that matches, its rationale
 * @polarity: of a loop
 * @factors: their ids, in order; empty for a link that matches
 * @links: their ids, in order
 *
 * One of several things that are looked at one after the other: a path, a loop, a match.
 */
typedef struct {
  char           *name;
  char           *title;
  TlGraphPolarity polarity;
  GStrv           factors;
  GStrv           links;
} TlSightItem;

#define TL_TYPE_CANVAS_SIGHT (tl_canvas_sight_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasSight, tl_canvas_sight, TL, CANVAS_SIGHT, GObject)

TlCanvasSight     *tl_canvas_sight_new             (TlReview          *review);

TlSightMode        tl_canvas_sight_get_mode        (TlCanvasSight     *self);
TlSightState       tl_canvas_sight_get_state       (TlCanvasSight     *self,
                                                    const char        *id);
const char *const *tl_canvas_sight_get_ids         (TlCanvasSight     *self);
guint              tl_canvas_sight_get_n_shown     (TlCanvasSight     *self);
gboolean           tl_canvas_sight_get_cut_off     (TlCanvasSight     *self);
TlReview          *tl_canvas_sight_get_review      (TlCanvasSight     *self);

void               tl_canvas_sight_show_everything (TlCanvasSight     *self);
void               tl_canvas_sight_focus           (TlCanvasSight     *self,
                                                    const char *const *ids,
                                                    guint              steps);
guint              tl_canvas_sight_get_steps       (TlCanvasSight     *self);
void               tl_canvas_sight_set_steps       (TlCanvasSight     *self,
                                                    guint              steps);
gboolean           tl_canvas_sight_show_paths      (TlCanvasSight     *self,
                                                    const char        *from,
                                                    const char        *to);
gboolean           tl_canvas_sight_show_loops      (TlCanvasSight     *self);
void               tl_canvas_sight_find            (TlCanvasSight     *self,
                                                    const char        *words);

gboolean           tl_canvas_sight_get_hides_rest  (TlCanvasSight     *self);
void               tl_canvas_sight_set_hides_rest  (TlCanvasSight     *self,
                                                    gboolean           hides_rest);

guint              tl_canvas_sight_get_n_items     (TlCanvasSight     *self);
const TlSightItem *tl_canvas_sight_get_item        (TlCanvasSight     *self,
                                                    guint              position);
guint              tl_canvas_sight_get_position    (TlCanvasSight     *self);
void               tl_canvas_sight_set_position    (TlCanvasSight     *self,
                                                    guint              position);
void               tl_canvas_sight_step            (TlCanvasSight     *self,
                                                    int                by);

/* tl-canvas-sight-words.c */
char              *tl_canvas_sight_dup_sentence    (TlCanvasSight     *self);
gboolean           tl_canvas_sight_keep_path       (TlCanvasSight     *self,
                                                    GError           **error);

G_END_DECLS
