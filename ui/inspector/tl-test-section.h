/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/method/tl-method.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlTest:
 *
 * A question that a claim is held against. Its fields have a section of their own and are not among the details.
 */
typedef struct _TlTest TlTest;

extern const TlTest tl_test_counterfactual;
extern const TlTest tl_test_completeness;

#define TL_TYPE_TEST_SECTION (tl_test_section_get_type ())
G_DECLARE_FINAL_TYPE (TlTestSection, tl_test_section, TL, TEST_SECTION, AdwBin)

gboolean   tl_test_applies     (const TlTest *test,
                                TlMethod     *method,
                                TlRecord     *record);
gboolean   tl_test_has_field   (const TlTest *test,
                                const char   *field);
GtkWidget *tl_test_section_new (const TlTest *test,
                                TlReview     *review,
                                TlMethod     *method,
                                TlRecord     *record);

G_END_DECLS
