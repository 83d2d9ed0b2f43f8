/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/evidence/tl-source-text.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_VIEW (tl_source_view_get_type ())
G_DECLARE_FINAL_TYPE (TlSourceView, tl_source_view, TL, SOURCE_VIEW, AdwBin)

GtkWidget    *tl_source_view_new        (TlSelection  *selection);
void          tl_source_view_set_source (TlSourceView *self,
                                         TlRecord     *source);
TlRecord     *tl_source_view_get_source (TlSourceView *self);
TlSourceText *tl_source_view_get_text   (TlSourceView *self);
void          tl_source_view_show_text  (TlSourceView *self);
void          tl_source_view_set_alone  (TlSourceView *self,
                                         gboolean      alone);

G_END_DECLS
