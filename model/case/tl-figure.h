/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

gboolean   tl_figure_may_support (const TlKind  *kind);
GPtrArray *tl_figure_list_for    (TlReview      *review,
                                  TlRecord      *claim);
gboolean   tl_figure_is_against  (TlRecord      *figure,
                                  TlRecord      *claim);
char      *tl_figure_dup_words   (TlRecord      *figure);
char      *tl_figure_dup_missing (TlRecord      *figure);

char      *tl_figure_edit_add    (TlEdit        *edit,
                                  TlRecord      *claim,
                                  GError       **error);

G_END_DECLS
