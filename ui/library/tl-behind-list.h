/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-instance.h"

G_BEGIN_DECLS

#define TL_TYPE_BEHIND_LIST (tl_behind_list_get_type ())
G_DECLARE_FINAL_TYPE (TlBehindList, tl_behind_list, TL, BEHIND_LIST, AdwBin)

GtkWidget *tl_behind_list_new           (void);
void       tl_behind_list_say           (TlBehindList *self,
                                         const char   *sentence);
void       tl_behind_list_set_instances (TlBehindList *self,
                                         GPtrArray    *instances,
                                         gint64        reviews);
void       tl_behind_list_set_protected (TlBehindList *self);

G_END_DECLS
