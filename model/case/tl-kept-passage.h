/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

TlRecord *tl_kept_passage_find       (TlReview    *review,
                                      const char  *subject,
                                      const char  *field,
                                      const char  *words,
                                      TlTier       tier);

gboolean  tl_kept_passage_keep       (TlReview    *review,
                                      const char  *subject,
                                      const char  *field,
                                      const char  *words,
                                      TlTier       tier,
                                      const char  *reason,
                                      GError     **error);
gboolean  tl_kept_passage_generalise (TlReview    *review,
                                      const char  *subject,
                                      const char  *field,
                                      guint        start,
                                      const char  *words,
                                      const char  *instead,
                                      GError     **error);

G_END_DECLS
