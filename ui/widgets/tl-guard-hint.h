/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_guard_hint_attach_to_entry (GtkEntry    *entry);
void tl_guard_hint_attach_to_view  (GtkTextView *view);

G_END_DECLS
