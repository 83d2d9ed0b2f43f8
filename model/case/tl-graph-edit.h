/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char *tl_graph_edit_add_factor  (TlEdit      *edit,
                                 TlMethod    *method,
                                 const char  *statement,
                                 const char  *level,
                                 GError     **error);
char *tl_graph_edit_add_link    (TlEdit      *edit,
                                 TlMethod    *method,
                                 const char  *cause_id,
                                 const char  *effect_id,
                                 GError     **error);
gboolean tl_graph_edit_link_factor (TlEdit   *edit,
                                 TlMethod    *method,
                                 const char  *id,
                                 const char  *cause_id,
                                 const char  *effect_id,
                                 GError     **error);
char *tl_graph_edit_refuse_link (TlReview    *review,
                                 TlMethod    *method,
                                 const char  *cause_id,
                                 const char  *effect_id,
                                 const char  *instead_id,
                                 char       **advice);

G_END_DECLS
