/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/picture/tl-painter.h"

G_BEGIN_DECLS

#define TL_TYPE_WHY_SHEET (tl_why_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TlWhySheet, tl_why_sheet, TL, WHY_SHEET, GtkWidget)

GtkWidget *tl_why_sheet_new         (void);
void       tl_why_sheet_set_picture (TlWhySheet *self,
                                     TlPicture  *picture);
void       tl_why_sheet_set_scale   (TlWhySheet *self,
                                     double      scale);

G_END_DECLS
