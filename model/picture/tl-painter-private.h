/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-lettering.h"
#include "model/picture/tl-painter.h"
#include "model/picture/tl-picture-style.h"

G_BEGIN_DECLS

typedef struct _TlLegend TlLegend;

/* Cards and links, also as samples in a legend. */
void      _tl_card_paint        (const TlPictureFactor *factor,
                                 TlLettering           *lettering,
                                 TlPaper               *paper,
                                 TlLayoutPoint          offset);
void      _tl_card_paint_box    (const TlLayoutBox     *box,
                                 TlFactorRole           role,
                                 gboolean               is_disputed,
                                 TlPaper               *paper);
void      _tl_link_paint        (const TlPicture       *picture,
                                 const TlPictureLink   *link,
                                 TlLettering           *lettering,
                                 TlPaper               *paper,
                                 TlLayoutPoint          offset);
void      _tl_link_paint_curve  (const TlLayoutPoint   *points,
                                 guint                  n_points,
                                 TlLinkRole             role,
                                 const char            *state,
                                 double                 thickness,
                                 TlPaper               *paper);
void      _tl_link_paint_mark   (const char            *mark,
                                 TlLayoutPoint          middle,
                                 TlLettering           *lettering,
                                 TlPaper               *paper);

/* The legend */
TlLegend *_tl_legend_new        (const TlPicture       *picture,
                                 TlLettering           *lettering,
                                 double                 width);
void      _tl_legend_free       (TlLegend              *self);
double    _tl_legend_get_height (TlLegend              *self);
void      _tl_legend_paint      (TlLegend              *self,
                                 TlPaper               *paper,
                                 TlLayoutPoint          at);

G_END_DECLS
