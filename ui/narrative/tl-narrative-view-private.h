/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the view along time share. */
#pragma once

#include "model/case/tl-narrative-edit.h"
#include "model/case/tl-time-scale.h"
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
  TlTunnel *tunnel; /* or NULL */
  GtkAdjustment *adjustments[2];
  GArray *places;         /* of TlNarrativePlace, as the narrative's items */
  GArray *episode_places; /* likewise, as its episodes */
  GArray *rows;           /* of TlNarrativeRow, as its lanes */
  char *headers_shown;    /* what the headers were made of */
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
  GtkWidget *then; /* the time that is looked from, on the ground */
  GtkWidget *word; /* near the pointer: what will come of what it drags */
  GtkWidget *popover; /* the one that is open, or NULL */
  GtkWidget *before;  /* weak: what had the keyboard before it */

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

  /* The tool in hand; x from where one begins to read */
  GtkGesture *drag;
  TlNarrativeTool tool;
  guint tool_moved : 1;
  double press_x;
  double press_y;
  double press_start; /* what was at the beginning of the view */
  double press_value; /* how far down it was scrolled */
  GtkWidget *dragged; /* the mark, borrowed */
  char *target_id;    /* the episode that it would be added to */
  double pointer_x;
  double pointer_y;
};

/* What is at a place of the view. */
typedef struct {
  guint  lane; /* or TL_LANE_NONE */
  gint64 minute;
} TlNarrativeSpot;

/* tl-narrative-view.c */
void              _tl_narrative_view_changed        (TlNarrativeView *self);
void              _tl_narrative_view_moved          (TlNarrativeView *self);
double            _tl_narrative_view_get_time_x     (TlNarrativeView *self);
double            _tl_narrative_view_get_lanes_y    (TlNarrativeView *self);
double            _tl_narrative_view_mirror         (TlNarrativeView *self,
                                                     double           x);

void              _tl_narrative_view_show_place     (TlNarrativeView        *self,
                                                     const TlNarrativePlace *place);

void              _tl_narrative_view_queue_refresh  (TlNarrativeView *self);

/* tl-narrative-frame.c */
void              _tl_narrative_frame_class_init    (GtkWidgetClass  *widget_class);
void              _tl_narrative_frame_init          (TlNarrativeView *self);

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

/* tl-narrative-tunnel.c */
void              _tl_narrative_tunnel_show         (TlNarrativeView *self);

/* tl-narrative-pointer.c */
void              _tl_narrative_pointer_init        (TlNarrativeView *self);
void              _tl_narrative_pointer_forget      (TlNarrativeView *self,
                                                     GtkWidget       *widget);
void              _tl_narrative_pointer_get_spot    (TlNarrativeView *self,
                                                     double           x,
                                                     double           y,
                                                     TlNarrativeSpot *spot);

/* tl-narrative-keys.c */
void              _tl_narrative_keys_class_init     (GtkWidgetClass  *widget_class);
gboolean          _tl_narrative_keys_focus_in       (TlNarrativeView *self);
void              _tl_narrative_keys_focus_record   (TlNarrativeView *self,
                                                     const char      *id);
guint             _tl_narrative_keys_get_lane       (TlNarrativeView *self);

/* tl-narrative-actions.c */
void              _tl_narrative_actions_class_init  (GtkWidgetClass  *widget_class);
void              _tl_narrative_actions_update      (TlNarrativeView *self);
void              _tl_narrative_actions_open        (TlNarrativeView *self);

/* tl-narrative-verbs.c */
TlRecord         *_tl_narrative_verbs_get_event     (TlNarrativeView *self);
void              _tl_narrative_verb_add_event      (TlNarrativeView *self,
                                                     guint            lane,
                                                     const char      *title,
                                                     const TlDate    *date);
void              _tl_narrative_verb_add_account    (TlNarrativeView *self,
                                                     const char      *event_id,
                                                     const char      *role_id);
void              _tl_narrative_verb_add_telling    (TlNarrativeView *self,
                                                     const char      *event_id,
                                                     const char      *teller_id,
                                                     const char      *told_id);
void              _tl_narrative_verb_add_to_episode (TlNarrativeView *self,
                                                     const char      *event_id,
                                                     const char      *episode_id);
void              _tl_narrative_verb_add_episode    (TlNarrativeView *self,
                                                     const char      *event_id,
                                                     const char      *title);
void              _tl_narrative_verb_contradict     (TlNarrativeView   *self,
                                                     const char        *account_id,
                                                     const char *const *other_ids,
                                                     const char        *how);
void              _tl_narrative_verb_shift          (TlNarrativeView *self,
                                                     TlRecord        *record,
                                                     int              n);
void              _tl_narrative_verb_set_begin      (TlNarrativeView *self,
                                                     TlRecord        *record,
                                                     const TlDate    *date);
void              _tl_narrative_verb_delete         (TlNarrativeView *self);

/* tl-narrative-entry.c */
void              _tl_narrative_entry_popup         (TlNarrativeView *self,
                                                     const TlNarrativeSpot *spot);

/* tl-narrative-menu.c */
void              _tl_narrative_popover_show        (TlNarrativeView    *self,
                                                     GtkWidget          *popover,
                                                     const GdkRectangle *at);
void              _tl_narrative_menu_popup          (TlNarrativeView *self,
                                                     double           x,
                                                     double           y);
void              _tl_narrative_fold_popup          (TlNarrativeView *self,
                                                     const TlNarrativePlace *leader);
void              _tl_narrative_contradict_popup    (TlNarrativeView *self,
                                                     TlRecord        *account);

G_END_DECLS
