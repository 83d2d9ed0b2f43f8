/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture.h"
#include "model/questions/tl-answer.h"
#include "model/questions/tl-merged.h"

G_BEGIN_DECLS

/* How thick the link of most reviews is. */
#define TL_CODE_PICTURE_THICKEST 12

/* So many links of a merged map can be told apart, in a window and on a page; a table has all. */
#define TL_CODE_PICTURE_MAX_LINKS 60
#define TL_CODE_PICTURE_MAX_INSET_LINKS 30

TlPicture *tl_code_picture_of_row    (const TlAnswerRow *row,
                                      GCancellable      *cancellable,
                                      GError           **error);
TlPicture *tl_code_picture_of_merged (const TlMerged    *merged,
                                      gboolean           is_inset,
                                      GCancellable      *cancellable,
                                      GError           **error);

G_END_DECLS
