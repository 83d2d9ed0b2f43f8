/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/method/tl-method.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_FACTOR_LIST (tl_factor_list_get_type ())
G_DECLARE_FINAL_TYPE (TlFactorList, tl_factor_list, TL, FACTOR_LIST, AdwBin)

GtkWidget *tl_factor_list_new          (TlSelection  *selection,
                                        TlMethod     *method,
                                        TlRecord     *pattern,
                                        const char   *name);

TlRecord  *tl_factor_list_get_pattern  (TlFactorList *self);
guint      tl_factor_list_get_n        (TlFactorList *self);
GStrv      tl_factor_list_dup_selected (TlFactorList *self);
gboolean   tl_factor_list_find         (TlFactorList *self,
                                        const char   *id,
                                        guint        *position);
void       tl_factor_list_show         (TlFactorList *self,
                                        GPtrArray    *factors);
gboolean   tl_factor_list_focus        (TlFactorList *self,
                                        guint         position);

G_END_DECLS
