/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "ui/widgets/tl-print-job.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_PRINT (tl_board_print_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardPrint, tl_board_print, TL, BOARD_PRINT, TlPrintJob)

TlPrintJob *tl_board_print_new (TlReview  *review,
                                GPtrArray *findings);

G_END_DECLS
