/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "ui/widgets/tl-print-job.h"

G_BEGIN_DECLS

#define TL_TYPE_GRAPH_PRINT (tl_graph_print_get_type ())
G_DECLARE_FINAL_TYPE (TlGraphPrint, tl_graph_print, TL, GRAPH_PRINT, TlPrintJob)

TlPrintJob *tl_graph_print_new (TlReview          *review,
                                const char *const *selected);

G_END_DECLS
