/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/checks/tl-check-problem.h"
#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"
#include "model/terms/tl-terms.h"

G_BEGIN_DECLS

const TlCheckRule *tl_check_rules_get            (guint           *n_rules);
const TlCheckRule *tl_check_rule_lookup          (const char      *code_or_name);
TlSeverity         tl_check_rule_get_severity    (const TlCheckRule *rule,
                                                  TlMethod        *method);

char              *tl_check_rule_dup_title       (const TlCheckRule *rule,
                                                  TlTerms         *terms);

GPtrArray         *tl_checks_run                 (TlReview        *review);
GPtrArray         *tl_checks_run_with_dismissed  (TlReview        *review);
void               tl_checks_count               (TlReview        *review,
                                                  TlMethod        *method,
                                                  guint           *counts);

gboolean           tl_checks_set_aside           (TlEdit          *edit,
                                                  TlCheckProblem  *problem,
                                                  const char      *reason,
                                                  GError         **error);
gboolean           tl_checks_take_back           (TlEdit          *edit,
                                                  TlCheckProblem  *problem,
                                                  GError         **error);

G_END_DECLS
