/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

const char *tl_graph_wording_statement    (TlRecord   *factor);
char       *tl_graph_wording_shorten      (const char *statement);
char       *tl_graph_wording_counts       (guint       n_causes,
                                           guint       n_effects);
const char *tl_graph_wording_level        (TlMethod   *method,
                                           TlRecord   *factor);
char       *tl_graph_wording_factor       (TlReview   *review,
                                           TlMethod   *method,
                                           TlRecord   *factor);
char       *tl_graph_wording_link         (TlMethod   *method,
                                           TlRecord   *link,
                                           TlRecord   *cause,
                                           TlRecord   *effect);
char       *tl_graph_wording_link_details (TlMethod   *method,
                                           TlRecord   *link);

G_END_DECLS
