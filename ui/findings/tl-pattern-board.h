/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/findings/tl-pattern-card.h"

G_BEGIN_DECLS

#define TL_TYPE_PATTERN_BOARD (tl_pattern_board_get_type ())
G_DECLARE_FINAL_TYPE (TlPatternBoard, tl_pattern_board, TL, PATTERN_BOARD, AdwBin)

GtkWidget     *tl_pattern_board_new          (TlSelection    *selection,
                                              TlMethod       *method);

void           tl_pattern_board_refresh      (TlPatternBoard *self);
TlPatternCard *tl_pattern_board_find         (TlPatternBoard *self,
                                              const char     *id);
TlPatternCard *tl_pattern_board_find_holding (TlPatternBoard *self,
                                              const char     *factor_id);
const char    *tl_pattern_board_get_category (TlPatternBoard *self,
                                              TlPatternCard  *card,
                                              int             by);
gboolean       tl_pattern_board_go           (TlPatternBoard *self,
                                              GtkWidget      *from,
                                              int             by);

G_END_DECLS
