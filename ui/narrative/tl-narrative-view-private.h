/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the view along time share. */
#pragma once

#include "model/review/tl-time-scale.h"
#include "ui/narrative/tl-narrative-board.h"
#include "ui/narrative/tl-narrative-view.h"

G_BEGIN_DECLS

/**
 * TlNarrativePlace:
 * @item: what has it; it belongs to the narrative and is forgotten when that changes
 * @x: pixels from the beginning of time, at the zoom there is; of what has no date, from the beginning of its column
 * @y: pixels from the top of the lanes, or of the strip of episodes
 * @width: pixels
 * @span: pixels that its time takes
 * @row: its row within its lane
 * @leader: position of the first of those that it is folded with, or %TL_TIME_ROWS_ALONE
 * @n_folded: for the first of them, how many they are
 * @widget: (nullable): its mark
 * @fold: (nullable): for the first of them, what stands for all
 *
 * Where an item is.
 */
typedef struct {
  const TlNarrativeItem *item;
  double     x;
  double     y;
  double     width;
  double     span;
  guint      row;
  guint      leader;
  guint      n_folded;
  GtkWidget *widget;
  GtkWidget *fold;
} TlNarrativePlace;

/* A lane as it is drawn. */
typedef struct {
  double     y;
  double     height;
  GtkWidget *header;
  GtkWidget *stripe;
  GtkWidget *hint; /* what belongs there, where there is nothing yet; or NULL */
} TlNarrativeRow;

/* What the pointer is doing. */
typedef enum {
  TL_NARRATIVE_TOOL_NONE,
  TL_NARRATIVE_TOOL_PAN,
  TL_NARRATIVE_TOOL_MOVE,
} TlNarrativeTool;

struct _TlNarrativeView
{
  GtkWidget parent_instance;

  /* Owned */
  TlNarrative *narrative;
  TlSelection *selection;
  GtkAdjustment *adjustments[2];
  GArray *places;         /* of TlNarrativePlace, as the narrative's items */
  GArray *episode_places; /* likewise, as its episodes */
  GArray *rows;           /* of TlNarrativeRow, as its lanes */
  GHashTable *marks;      /* key of a place → its widget, borrowed */
  GPtrArray *ticks;       /* widgets, borrowed; likewise the next */
  GPtrArray *tick_names;
  GPtrArray *threads;
  GPtrArray *arrows;

  /* Children */
  GtkWidget *corner;       /* above the headers */
  GtkWidget *undated_head; /* above what has no date */
  GtkWidget *strip_head;   /* beside the episodes */
  GtkWidget *axis;
  GtkWidget *strip;         /* of episodes */
  GtkWidget *strip_undated; /* of those that have no date */
  GtkWidget *headers;
  GtkWidget *ground; /* stripes, ticks and threads, below the marks */
  GtkWidget *lanes;
  GtkWidget *undated;
  GtkWidget *word; /* near the pointer: what will come of what it drags */
  GtkWidget *menu;
  GtkWidget *popover; /* the one that is open, or NULL */

  TlTimeScale scale; /* of what is right of headers and undated */
  gint64 from;       /* the beginning of time: what is scrolled to is counted from there */
  gint64 to;
  double unit;       /* pixels of a line of text by that of the usual one */
  double row_height;
  double header_width;
  double undated_width;
  double axis_height;
  double strip_height;
  double lanes_height;
  guint fit_wanted : 1;
  guint following : 1; /* the adjustments are being set from the scale */
  guint policies[2];
  guint refresh_id;

  /* The tool in hand */
  TlNarrativeTool tool;
  guint tool_moved : 1;
  double press_x;
  double press_y;
  double press_start;
  double press_value;
  GtkWidget *dragged;    /* the mark, borrowed */
  char *dragged_id;
  char *target_id;       /* the episode that it would be added to */

  double pointer_x;
  double pointer_y;
};

/* tl-narrative-view.c */
void              _tl_narrative_view_changed        (TlNarrativeView *self);
void              _tl_narrative_view_moved          (TlNarrativeView *self);
double            _tl_narrative_view_get_time_x     (TlNarrativeView *self);
double            _tl_narrative_view_get_lanes_y    (TlNarrativeView *self);
double            _tl_narrative_view_mirror         (TlNarrativeView *self,
                                                     double           x);

/* tl-narrative-places.c */
void              _tl_narrative_places_make         (TlNarrativeView *self);
void              _tl_narrative_places_arrange      (TlNarrativeView *self);
void              _tl_narrative_places_populate     (TlNarrativeView *self);
void              _tl_narrative_places_select       (TlNarrativeView *self);
TlNarrativePlace *_tl_narrative_places_find         (TlNarrativeView *self,
                                                     const char      *id);
TlNarrativePlace *_tl_narrative_places_find_widget  (TlNarrativeView *self,
                                                     GtkWidget       *widget);

/* tl-narrative-ground.c */
void              _tl_narrative_ground_update       (TlNarrativeView *self);
void              _tl_narrative_ground_weave        (TlNarrativeView *self);

/* tl-narrative-headers.c */
void              _tl_narrative_headers_make        (TlNarrativeView *self);
void              _tl_narrative_headers_place       (TlNarrativeView *self);

G_END_DECLS
