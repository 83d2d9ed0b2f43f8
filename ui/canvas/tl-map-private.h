/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map in its files: tl-map-view.c is the widget, tl-map-cards.c makes what stands on it, tl-map-paint.c draws lanes
 * and links, tl-map-walk.c says where the keyboard leads to. */
#pragma once

#include "ui/canvas/tl-canvas-colours.h"
#include "ui/canvas/tl-canvas-viewport.h"
#include "ui/canvas/tl-map-view.h"

G_BEGIN_DECLS

struct _TlMapView
{
  GtkWidget parent_instance;

  TlPicture        *picture; /* owned; NULL while there is none */
  GPtrArray        *cards;   /* of GtkWidget: one a factor of the picture */
  GPtrArray        *marks;   /* likewise: one a link; not visible where it has no marks */
  GPtrArray        *names;   /* likewise: one a band with a name */
  GtkWidget        *tools;   /* buttons in the corner */
  TlCanvasViewport  viewport;
  TlCanvasColours   colours;
  char             *chosen;  /* id of a factor or link, or NULL */
  gboolean          fit_wanted;
  double            drag_x;  /* where the view was when a drag began */
  double            drag_y;
};

GtkWidget *_tl_map_card_new  (const TlPictureFactor *factor);
GtkWidget *_tl_map_mark_new  (const TlPicture       *picture,
                              const TlPictureLink   *link);
GtkWidget *_tl_map_name_new  (const char            *title);
GtkWidget *_tl_map_tools_new (void);

void       _tl_map_paint     (TlMapView             *self,
                              cairo_t               *cr);
GtkWidget *_tl_map_walk      (TlMapView             *self,
                              GtkWidget             *from,
                              GtkDirectionType       direction);

G_END_DECLS
