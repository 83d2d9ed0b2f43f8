/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

gboolean tl_conversation_edit_write_up (TlEdit    *edit,
                                        TlRecord  *source,
                                        GError   **error);

G_END_DECLS
