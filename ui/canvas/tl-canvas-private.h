/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the canvas share. */
#pragma once

#include "model/exchange/tl-fragment.h"
#include "model/review/tl-edit.h"
#include "ui/canvas/tl-canvas-bundle.h"
#include "ui/canvas/tl-canvas-groups.h"
#include "ui/canvas/tl-canvas-lens.h"
#include "ui/canvas/tl-canvas-colours.h"
#include "ui/canvas/tl-canvas-guides.h"
#include "ui/canvas/tl-canvas-picture.h"
#include "ui/canvas/tl-canvas-scene.h"
#include "ui/canvas/tl-canvas-viewport.h"
#include "ui/canvas/tl-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Below this zoom factors are plain boxes and links have no widget. */
#define TL_CANVAS_FIT_PADDING 24
#define TL_CANVAS_PLAIN_ZOOM 0.5

/* What a pressed pointer is doing. */
typedef enum {
  TL_CANVAS_TOOL_NONE,
  TL_CANVAS_TOOL_PAN,
  TL_CANVAS_TOOL_MOVE,
  TL_CANVAS_TOOL_CONNECT,
  TL_CANVAS_TOOL_RUBBER_BAND,
} TlCanvasTool;

/* The edge of a factor at which a link is drawn. */
typedef enum {
  TL_CANVAS_HANDLE_NONE,
  TL_CANVAS_HANDLE_CAUSE,  /* above: what comes there is a cause of the factor */
  TL_CANVAS_HANDLE_EFFECT, /* below: what is reached from there is an effect of the factor */
} TlCanvasHandle;

/* What a factor is searched for. */
typedef enum {
  TL_CANVAS_SEARCH_LINK,       /* as the effect of a new link */
  TL_CANVAS_SEARCH_NEW_CAUSE,  /* as another cause of a link */
  TL_CANVAS_SEARCH_NEW_EFFECT, /* as another effect of a link */
} TlCanvasSearch;

/* How much a tidying moves. */
typedef enum {
  TL_CANVAS_TIDY_ALL,      /* as little as it can */
  TL_CANVAS_TIDY_SELECTED, /* likewise, and only what is selected */
  TL_CANVAS_ARRANGE,       /* everything, from nothing */
} TlCanvasTidying;

/* A collapsed group. */
typedef struct {
  GtkWidget    *widget;
  guint         group; /* its position */
  TlCanvasNode *node;  /* the first of its factors */
  double        x;     /* its centre */
  double        y;
} TlCanvasCard;

/* The line of the links that two of a card and a factor or another card have in common. */
typedef struct {
  GtkWidget     *widget; /* the number at its middle */
  TlCanvasBundle bundle;
  GArray        *points; /* of TlLayoutPoint: round the boxes that are seen, while its ends rest */
  TlLayoutPoint  middle;
} TlCanvasCardLine;

struct _TlCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  TlReview *review;
  TlSelection *selection;
  TlCanvasScene *scene;
  TlCanvasSight *sight;
  TlCanvasLens *lens;
  TlTunnel *tunnel;
  TlCanvasGroups *groups;
  TlCanvasPicture *ground; /* lanes and links, below the widgets of what rests */
  TlCanvasPicture *whole;  /* everything, while the view moves or where there are no widgets */
  GCancellable *layout_cancellable;
  AdwAnimation *glide;    /* NULL while nothing glides */
  GHashTable *glide_from; /* id → TlLayoutPoint; NULL likewise */
  GSimpleActionGroup *fields;
  GCancellable *paste_cancellable;

  /* Children */
  GPtrArray *lane_names;
  guint names_measured : 1; /* at the size that text has */
  GArray *cards;      /* of TlCanvasCard */
  GArray *card_lines; /* of TlCanvasCardLine */
  GtkWidget *hint;
  GtkWidget *hint_button;
  GtkWidget *notice;
  GtkWidget *overview;
  GtkWidget *busy;
  GtkWidget *busy_text;
  GtkWidget *word; /* near the pointer: what will come of the link being drawn */
  GtkWidget *entry;
  GtkWidget *entry_text;
  GtkWidget *menu;
  GtkWidget *search;
  GtkWidget *search_entry;
  GtkWidget *search_list;

  TlCanvasViewport viewport;
  TlCanvasColours colours;
  guint fit_wanted : 1;
  guint first_view : 1; /* of the review: nobody has chosen what to see yet */
  guint layout_running : 1;
  guint is_busy : 1;
  guint moving : 1; /* the view, or its widgets have not caught up yet */
  guint populate_id;
  guint rest_id;
  guint redraw_id;
  guint drawn_serial; /* of the scene, as it is painted */
  guint n_dragged;    /* factors that are not painted, for they are being dragged */
  guint n_widgets; /* factors' and links' */
  guint notice_id;
  guint busy_id;

  /* The pointer; nodes and edges are borrowed from the scene and forgotten whenever it changes */
  double pointer_x;
  double pointer_y;
  guint space_held : 1;
  TlCanvasNode *hover_node;
  TlCanvasEdge *hover_edge;
  TlCanvasNode *drop_node; /* what is dragged here would be dropped on it */

  /* The tool in hand */
  GtkGesture *drag;
  TlCanvasTool tool;
  guint tool_moved : 1;
  guint tool_adds : 1; /* with Ctrl or Shift: adds to what is selected */
  double press_x;      /* in the view */
  double press_y;
  double press_canvas_x;
  double press_canvas_y;
  char *press_id;
  int target_band; /* the lane in which what is dragged would come to lie, or -1 */
  TlCanvasHandle connect_handle;
  char *connect_link_id; /* the link that is led elsewhere; NULL for a new one */
  TlCanvasNode *connect_target;
  char *connect_refusal;
  GStrv rubber_before;
  TlCanvasSnap snap; /* why what is being moved is where it is */
  guint drift_id;    /* of the tick while something is held at the border */
  gint64 drift_time;

  TlCanvasSpot menu_spot; /* where the menu was asked for */

  /* What the search is for */
  TlCanvasSearch search_purpose;
  char *search_id; /* the cause of a new link, or the link that is to have another end */

  /* The keyboard: what had it before a change, and moves by it that are undone as one */
  char *keys_id;
  double keys_x;
  double keys_y;
  char *move_group;
  gint64 move_time;
  const char *edit_group; /* borrowed; of the edit that is being made */

  /* What the inline entry is for */
  char *entry_id; /* the factor to rename; NULL for a new one */
  char *entry_before; /* what it said when the entry was opened */
  char *entry_cause_id;
  char *entry_effect_id;
  char *entry_category;
  TlCanvasSpot entry_spot;
};

/* tl-canvas.c */
void            _tl_canvas_scene_changed       (TlCanvas          *self);
void            _tl_canvas_get_view_rect       (TlCanvas          *self,
                                                const TlCanvasNode *node,
                                                graphene_rect_t   *rect);
void            _tl_canvas_get_spot            (TlCanvas          *self,
                                                double             view_x,
                                                double             view_y,
                                                TlCanvasSpot      *spot);
TlCanvasNode   *_tl_canvas_get_primary_node    (TlCanvas          *self);
gboolean        _tl_canvas_is_plain            (TlCanvas          *self);

/* tl-canvas-view.c */
void            _tl_canvas_view_changed        (TlCanvas          *self);
void            _tl_canvas_view_moved          (TlCanvas          *self);
void            _tl_canvas_populate            (TlCanvas          *self);
void            _tl_canvas_fit_now             (TlCanvas          *self);
void            _tl_canvas_show_first          (TlCanvas          *self);
void            _tl_canvas_show_selected       (TlCanvas          *self);

/* tl-canvas-paint.c */
void            _tl_canvas_paint_class_init    (GtkWidgetClass    *widget_class);
void            _tl_canvas_paint_init          (TlCanvas          *self);
void            _tl_canvas_paint_forget        (TlCanvas          *self);

/* tl-canvas-hint.c */
void            _tl_canvas_hint_init           (TlCanvas          *self);
void            _tl_canvas_hint_update         (TlCanvas          *self);

/* tl-canvas-children.c */
void            _tl_canvas_children_init       (TlCanvas          *self);
void            _tl_canvas_children_drop       (TlCanvas          *self);
gboolean        _tl_canvas_children_populate   (TlCanvas          *self,
                                                gint64             budget);
void            _tl_canvas_children_refresh    (TlCanvas          *self,
                                                const char        *id);
void            _tl_canvas_children_refresh_all (TlCanvas         *self);
void            _tl_canvas_children_see        (TlCanvas          *self);
void            _tl_canvas_children_select     (TlCanvas          *self);
void            _tl_canvas_children_allocate   (TlCanvas          *self);
void            _tl_canvas_children_allocate_at (TlCanvas         *self,
                                                GtkWidget         *widget,
                                                double             x,
                                                double             y,
                                                double             width,
                                                double             height);
gboolean        _tl_canvas_children_owns       (TlCanvas          *self,
                                                GtkWidget         *picked);

/* tl-canvas-see.c */
void            _tl_canvas_see                 (TlCanvas          *self);
void            _tl_canvas_see_review          (TlCanvas          *self);
gboolean        _tl_canvas_see_escape          (TlCanvas          *self);
void            _tl_canvas_see_again           (TlCanvas          *self,
                                                const char        *id);
void            _tl_canvas_see_class_init      (GtkWidgetClass    *widget_class);
void            _tl_canvas_see_update_actions  (TlCanvas          *self);

/* tl-canvas-cards.c */
void            _tl_canvas_cards_init          (TlCanvas          *self);
void            _tl_canvas_cards_drop          (TlCanvas          *self);
void            _tl_canvas_cards_update        (TlCanvas          *self);
void            _tl_canvas_cards_get_place     (TlCanvas           *self,
                                                const TlCanvasNode *node,
                                                double             *x,
                                                double             *y);
void            _tl_canvas_cards_allocate      (TlCanvas          *self);
void            _tl_canvas_cards_draw          (TlCanvas          *self,
                                                cairo_t           *cr);
void            _tl_canvas_cards_snapshot      (TlCanvas          *self,
                                                GtkSnapshot       *snapshot);
gboolean        _tl_canvas_cards_own           (TlCanvas          *self,
                                                GtkWidget         *widget);
gboolean        _tl_canvas_cards_is_line       (TlCanvas          *self,
                                                GtkWidget         *widget);
TlCanvasNode   *_tl_canvas_cards_get_node      (TlCanvas          *self,
                                                GtkWidget         *widget,
                                                gboolean           effect);
GtkWidget      *_tl_canvas_cards_get_widget    (TlCanvas           *self,
                                                const TlCanvasNode *node);
GtkWidget      *_tl_canvas_cards_find_line     (TlCanvas          *self,
                                                TlCanvasNode      *cause,
                                                GtkWidget         *after,
                                                gboolean           backwards);

/* tl-canvas-lanes.c */
void            _tl_canvas_lanes_update        (TlCanvas          *self);
void            _tl_canvas_lanes_resize        (TlCanvas          *self);
void            _tl_canvas_lanes_wrap          (TlCanvas          *self);
void            _tl_canvas_lanes_allocate      (TlCanvas          *self);
void            _tl_canvas_lanes_set_target    (TlCanvas          *self,
                                                int                band);
void            _tl_canvas_lanes_snapshot      (TlCanvas          *self,
                                                const TlCanvasViewport *viewport,
                                                GtkSnapshot       *snapshot);
void            _tl_canvas_lanes_snapshot_target (TlCanvas        *self,
                                                GtkSnapshot       *snapshot);
void            _tl_canvas_lanes_snapshot_names (TlCanvas         *self,
                                                GtkSnapshot       *snapshot);

/* tl-canvas-overview.c */
void            _tl_canvas_overview_init       (TlCanvas          *self);
void            _tl_canvas_overview_update     (TlCanvas          *self);
void            _tl_canvas_overview_allocate   (TlCanvas          *self);
void            _tl_canvas_overview_snapshot   (TlCanvas          *self,
                                                GtkSnapshot       *snapshot);
void            _tl_canvas_overview_toggle     (TlCanvas          *self);

/* tl-canvas-boxes.c */
void            _tl_canvas_boxes_draw          (TlCanvas          *self,
                                                cairo_t           *cr,
                                                const graphene_rect_t *region,
                                                double             scale);
void            _tl_canvas_boxes_draw_dragged  (TlCanvas          *self,
                                                cairo_t           *cr,
                                                const graphene_rect_t *region,
                                                double             scale);

/* tl-canvas-overlay.c */
void            _tl_canvas_overlay_snapshot_edges (TlCanvas       *self,
                                                GtkSnapshot       *snapshot);
void            _tl_canvas_overlay_snapshot    (TlCanvas          *self,
                                                GtkSnapshot       *snapshot);

/* tl-canvas-handles.c */
TlCanvasHandle  _tl_canvas_handles_pick        (TlCanvas          *self,
                                                double             view_x,
                                                double             view_y,
                                                TlCanvasNode     **node,
                                                TlCanvasEdge     **edge);
void            _tl_canvas_handles_get_bounds  (TlCanvas          *self,
                                                graphene_rect_t   *bounds);
void            _tl_canvas_handles_draw        (TlCanvas          *self,
                                                cairo_t           *cr);

/* tl-canvas-notice.c */
void            _tl_canvas_notice_init         (TlCanvas          *self);
void            _tl_canvas_notice_show         (TlCanvas          *self,
                                                const char        *text);

/* tl-canvas-layout.c */
void            _tl_canvas_layout_first        (TlCanvas          *self);
void            _tl_canvas_layout_tidy         (TlCanvas          *self,
                                                TlCanvasTidying    tidying);
void            _tl_canvas_layout_cancel       (TlCanvas          *self);
gboolean        _tl_canvas_layout_stop         (TlCanvas          *self);

/* tl-canvas-busy.c */
void            _tl_canvas_busy_init           (TlCanvas          *self);
void            _tl_canvas_busy_begin          (TlCanvas          *self,
                                                const char        *text);
void            _tl_canvas_busy_end            (TlCanvas          *self);

/* tl-canvas-glide.c */
void            _tl_canvas_glide_prepare       (TlCanvas          *self);
void            _tl_canvas_glide_begin         (TlCanvas          *self);
void            _tl_canvas_glide_end           (TlCanvas          *self);

/* tl-canvas-verbs.c, -move, -link, -set: each verb is one edit */
TlEdit         *_tl_canvas_edit_begin          (TlCanvas          *self,
                                                const char        *label);
gboolean        _tl_canvas_edit_finish         (TlCanvas          *self,
                                                TlEdit            *edit,
                                                gboolean           done,
                                                GError            *error);
gboolean        _tl_canvas_edit_place          (TlEdit            *edit,
                                                const char        *id,
                                                double             x,
                                                double             y,
                                                GError           **error);
gboolean        _tl_canvas_edit_keep_places    (TlCanvas          *self,
                                                TlEdit            *edit,
                                                GError           **error);
double         *_tl_canvas_edit_make_room      (TlCanvas          *self,
                                                const TlCanvasSpot *spots,
                                                guint              n_spots);
gboolean        _tl_canvas_edit_shift          (TlCanvas          *self,
                                                TlEdit            *edit,
                                                const double      *shifts,
                                                GError           **error);
char           *_tl_canvas_dup_short_statement (TlRecord          *factor);
char           *_tl_canvas_dup_link_title      (TlCanvasNode      *cause,
                                                TlCanvasNode      *effect);
char           *_tl_canvas_dup_set_label       (TlCanvas          *self,
                                                const char        *kind,
                                                const char        *field);

gboolean        _tl_canvas_verb_move           (TlCanvas          *self);
gboolean        _tl_canvas_verb_arrange        (TlCanvas          *self,
                                                const char        *label,
                                                GHashTable        *places);
gboolean        _tl_canvas_verb_set_level      (TlCanvas          *self,
                                                guint              band);
gboolean        _tl_canvas_verb_set            (TlCanvas          *self,
                                                const char        *kind,
                                                const char        *field,
                                                const char        *value);
gboolean        _tl_canvas_selected_are_pinned (TlCanvas          *self);
gboolean        _tl_canvas_verb_pin            (TlCanvas          *self,
                                                gboolean           pinned);
char           *_tl_canvas_verb_add            (TlCanvas          *self,
                                                const char        *statement,
                                                const TlCanvasSpot *spot,
                                                const char        *category,
                                                const char        *cause_id,
                                                const char        *effect_id);
gboolean        _tl_canvas_verb_rename         (TlCanvas          *self,
                                                const char        *id,
                                                const char        *statement);
gboolean        _tl_canvas_verb_delete         (TlCanvas          *self);
char           *_tl_canvas_refuse_link         (TlCanvas          *self,
                                                TlCanvasNode      *cause,
                                                TlCanvasNode      *effect,
                                                const TlCanvasEdge *instead,
                                                char             **advice);
gboolean        _tl_canvas_verb_paste          (TlCanvas          *self,
                                                TlFragment        *fragment,
                                                const TlCanvasSpot *wanted);
gboolean        _tl_canvas_verb_link           (TlCanvas          *self,
                                                const char        *cause_id,
                                                const char        *effect_id);
gboolean        _tl_canvas_verb_reroute        (TlCanvas          *self,
                                                const char        *id,
                                                const char        *cause_id,
                                                const char        *effect_id);
gboolean        _tl_canvas_verb_reverse        (TlCanvas          *self,
                                                const char        *id);

/* tl-canvas-clipboard.c */
void            _tl_canvas_clipboard_init      (TlCanvas          *self);
gboolean        _tl_canvas_clipboard_can_paste (TlCanvas          *self);
gboolean        _tl_canvas_clipboard_copy      (TlCanvas          *self);
void            _tl_canvas_clipboard_paste     (TlCanvas          *self,
                                                const TlCanvasSpot *spot);
void            _tl_canvas_clipboard_cancel    (TlCanvas          *self);
void            _tl_canvas_clipboard_duplicate (TlCanvas          *self);

/* tl-canvas-drop.c */
void            _tl_canvas_drop_init           (TlCanvas          *self);

/* tl-canvas-extract.c */
void            _tl_canvas_extract_init        (TlCanvas          *self);

/* tl-canvas-fields.c */
void            _tl_canvas_fields_init         (TlCanvas          *self);
void            _tl_canvas_fields_update       (TlCanvas          *self);
GMenuModel     *_tl_canvas_fields_create_menu  (TlCanvas          *self,
                                                const char        *action);

/* the tools: tl-canvas-pointer.c hands the pointer on to them */
void            _tl_canvas_pointer_init        (TlCanvas          *self);
void            _tl_canvas_pointer_cancel      (TlCanvas          *self);
void            _tl_canvas_pointer_update_hover (TlCanvas         *self);
void            _tl_canvas_pointer_use         (TlCanvas          *self);
void            _tl_canvas_drift_update        (TlCanvas          *self);
void            _tl_canvas_navigate_init       (TlCanvas          *self);
void            _tl_canvas_drag_update         (TlCanvas          *self,
                                                double             view_x,
                                                double             view_y);
void            _tl_canvas_drag_end            (TlCanvas          *self,
                                                gboolean           commit);
void            _tl_canvas_connect_init        (TlCanvas          *self);
void            _tl_canvas_connect_say         (TlCanvas          *self,
                                                const char        *text,
                                                gboolean           is_refusal);
void            _tl_canvas_connect_allocate    (TlCanvas          *self);
void            _tl_canvas_connect_update      (TlCanvas          *self,
                                                double             view_x,
                                                double             view_y);
void            _tl_canvas_connect_end         (TlCanvas          *self,
                                                gboolean           commit);
void            _tl_canvas_rubber_band_begin   (TlCanvas          *self);
void            _tl_canvas_rubber_band_update  (TlCanvas          *self,
                                                double             view_x,
                                                double             view_y);
void            _tl_canvas_rubber_band_end     (TlCanvas          *self,
                                                gboolean           commit);
void            _tl_canvas_rubber_band_get_rect (TlCanvas         *self,
                                                graphene_rect_t   *rect);

/* tl-canvas-walk.c */
TlCanvasNode   *_tl_canvas_walk_find_next      (TlCanvas          *self,
                                                TlCanvasNode      *from,
                                                GtkDirectionType   direction);
TlCanvasNode   *_tl_canvas_walk_find_end       (TlCanvas          *self,
                                                TlCanvasNode      *from,
                                                gboolean           last);
TlCanvasNode   *_tl_canvas_walk_find_near      (TlCanvas          *self,
                                                double             x,
                                                double             y);
TlCanvasEdge   *_tl_canvas_walk_find_link      (TlCanvas          *self,
                                                TlCanvasNode      *cause,
                                                TlCanvasEdge      *after,
                                                gboolean           backwards);

/* tl-canvas-keys.c */
void            _tl_canvas_keys_before_change  (TlCanvas          *self);
void            _tl_canvas_keys_after_change   (TlCanvas          *self);
void            _tl_canvas_keys_follow         (TlCanvas          *self);
void            _tl_canvas_keys_class_init     (GtkWidgetClass    *widget_class);
void            _tl_canvas_keys_init           (TlCanvas          *self);
gboolean        _tl_canvas_keys_move_on        (TlCanvas          *self,
                                                GtkDirectionType   direction);
void            _tl_canvas_keys_focus          (TlCanvas          *self,
                                                const char        *id);

/* tl-canvas-actions.c */
void            _tl_canvas_actions_class_init  (GtkWidgetClass    *widget_class);
void            _tl_canvas_update_actions      (TlCanvas          *self);

/* tl-canvas-entry.c */
void            _tl_canvas_entry_init          (TlCanvas          *self);
void            _tl_canvas_entry_rename        (TlCanvas          *self,
                                                TlCanvasNode      *node);
void            _tl_canvas_entry_add           (TlCanvas          *self,
                                                const TlCanvasSpot *spot,
                                                const char        *category,
                                                const char        *cause_id,
                                                const char        *effect_id);
gboolean        _tl_canvas_entry_is_open       (TlCanvas          *self);
void            _tl_canvas_entry_close         (TlCanvas          *self,
                                                gboolean           commit);
void            _tl_canvas_entry_allocate      (TlCanvas          *self);

/* tl-canvas-menu.c */
void            _tl_canvas_menu_popup          (TlCanvas          *self,
                                                double             view_x,
                                                double             view_y);

/* tl-canvas-search.c */
void            _tl_canvas_search_popup        (TlCanvas          *self,
                                                const char        *id,
                                                TlCanvasSearch     purpose);

G_END_DECLS
