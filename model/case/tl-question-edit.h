/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char *tl_question_edit_ask (TlEdit      *edit,
                            const char  *about,
                            const char  *text,
                            GError     **error);

G_END_DECLS
