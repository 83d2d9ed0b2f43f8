/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/terms/tl-terms.h"

G_BEGIN_DECLS

char *tl_terms_dup_phrase    (TlTerms     *terms,
                              const char  *text);
char *tl_terms_dup_declared  (TlTerms     *terms,
                              const char  *label);

G_END_DECLS
