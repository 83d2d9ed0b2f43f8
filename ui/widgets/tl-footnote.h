/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer with what was counted printed beneath. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_FOOTNOTE (tl_footnote_get_type ())
G_DECLARE_FINAL_TYPE (TlFootnote, tl_footnote, TL, FOOTNOTE, GtkWidget)

GtkWidget  *tl_footnote_new      (GtkWidget  *answer);
void        tl_footnote_set      (TlFootnote *self,
                                  const char *caption,
                                  const char *note);
const char *tl_footnote_get_text (TlFootnote *self);

G_END_DECLS
