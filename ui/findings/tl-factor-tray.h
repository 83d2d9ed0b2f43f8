/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/findings/tl-factor-list.h"

G_BEGIN_DECLS

#define TL_TYPE_FACTOR_TRAY (tl_factor_tray_get_type ())
G_DECLARE_FINAL_TYPE (TlFactorTray, tl_factor_tray, TL, FACTOR_TRAY, AdwBin)

GtkWidget    *tl_factor_tray_new      (TlSelection  *selection,
                                       TlMethod     *method);

TlFactorList *tl_factor_tray_get_list (TlFactorTray *self);
void          tl_factor_tray_refresh  (TlFactorTray *self);
gboolean      tl_factor_tray_search   (TlFactorTray *self);

G_END_DECLS
