/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/support/tl-generate.h"

#include "model/review/tl-review.h"

G_BEGIN_DECLS

gboolean tl_leak_may_leave    (const TlPlanted *planted,
                               TlTier           tier);
guint    tl_leak_check_text   (GPtrArray       *planted,
                               TlTier           tier,
                               const char      *text);
void     tl_leak_check_all    (GPtrArray       *planted,
                               TlTier           tier,
                               const char      *text);
void     tl_leak_check_ids    (TlReview        *review,
                               const char      *text);
char    *tl_leak_dup_readable (const char      *bytes,
                               gsize            length);

G_END_DECLS
