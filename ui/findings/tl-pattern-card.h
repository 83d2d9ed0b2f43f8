/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/findings/tl-factor-list.h"

G_BEGIN_DECLS

#define TL_TYPE_PATTERN_CARD (tl_pattern_card_get_type ())
G_DECLARE_FINAL_TYPE (TlPatternCard, tl_pattern_card, TL, PATTERN_CARD, AdwBin)

GtkWidget    *tl_pattern_card_new         (TlSelection   *selection,
                                           TlMethod      *method,
                                           TlRecord      *pattern);

TlRecord     *tl_pattern_card_get_pattern (TlPatternCard *self);
TlFactorList *tl_pattern_card_get_list    (TlPatternCard *self);
void          tl_pattern_card_refresh     (TlPatternCard *self);
void          tl_pattern_card_unfold      (TlPatternCard *self);

G_END_DECLS
