/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char **tl_acronyms_find_unexplained (TlReview    *review);
char  *tl_acronyms_dup_usual        (const char  *acronym);

char  *tl_acronyms_edit_explain     (TlEdit      *edit,
                                     TlReview    *review,
                                     const char  *acronym,
                                     GError     **error);

G_END_DECLS
