/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

gboolean tl_item_edit_set (TlEdit      *edit,
                           TlRecord    *record,
                           const char  *field,
                           const char  *item,
                           gboolean     with,
                           GError     **error);

G_END_DECLS
