/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture.h"
#include "ui/board/tl-finding-text.h"

G_BEGIN_DECLS

/**
 * TlFindingPaper:
 *
 * Findings set out on pages of paper, each beginning a new one.
 */
typedef struct _TlFindingPaper TlFindingPaper;

TlFindingPaper *tl_finding_paper_new         (PangoContext         *context,
                                              const char           *title,
                                              double                width,
                                              double                height);
void            tl_finding_paper_free        (TlFindingPaper       *self);
void            tl_finding_paper_add         (TlFindingPaper       *self,
                                              const GPtrArray      *parts,
                                              TlPicture            *picture);
guint           tl_finding_paper_get_n_pages (const TlFindingPaper *self);
void            tl_finding_paper_draw        (const TlFindingPaper *self,
                                              guint                 page,
                                              cairo_t              *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFindingPaper, tl_finding_paper_free)

G_END_DECLS
