/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

#define TL_TYPE_MAP_VIEW (tl_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TlMapView, tl_map_view, TL, MAP_VIEW, GtkWidget)

GtkWidget  *tl_map_view_new         (void);
void        tl_map_view_set_picture (TlMapView  *self,
                                     TlPicture  *picture);
TlPicture  *tl_map_view_get_picture (TlMapView  *self);
void        tl_map_view_choose      (TlMapView  *self,
                                     const char *id);
const char *tl_map_view_get_chosen  (TlMapView  *self);

G_END_DECLS
