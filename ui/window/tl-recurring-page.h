/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/tl-answer-page.h"

G_BEGIN_DECLS

GtkWidget *tl_recurring_page_new (TlQuestion *question);

G_END_DECLS
