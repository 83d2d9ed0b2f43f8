/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "model/words/tl-words.h"

G_BEGIN_DECLS

#define TL_TYPE_GUARD_WORDS (tl_guard_words_get_type ())
G_DECLARE_FINAL_TYPE (TlGuardWords, tl_guard_words, TL, GUARD_WORDS, GObject)

TlGuardWords *tl_guard_words_get_default (void);
TlGuardWords *tl_guard_words_get_for     (TlReview     *review);
TlWords      *tl_guard_words_get_words   (TlGuardWords *self);
void          tl_guard_words_reload      (TlGuardWords *self);

G_END_DECLS
