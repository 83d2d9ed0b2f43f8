/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_GUARD_WORDS_DIALOG (tl_guard_words_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlGuardWordsDialog, tl_guard_words_dialog, TL, GUARD_WORDS_DIALOG, AdwWindow)

GtkWidget *tl_guard_words_dialog_new (GtkWindow  *parent,
                                      const char *words);

G_END_DECLS
