/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-saved-question.h"

G_BEGIN_DECLS

#define TL_TYPE_SAVED_LIST (tl_saved_list_get_type ())
G_DECLARE_FINAL_TYPE (TlSavedList, tl_saved_list, TL, SAVED_LIST, AdwBin)

void                   tl_saved_list_set_questions (TlSavedList *self,
                                                    GPtrArray   *questions);
const TlSavedQuestion *tl_saved_list_find          (TlSavedList *self,
                                                    gint64       number);
gboolean               tl_saved_list_has_name      (TlSavedList *self,
                                                    const char  *name);

G_END_DECLS
