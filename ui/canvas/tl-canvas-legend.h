/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/method/tl-method.h"

G_BEGIN_DECLS

GtkWidget *tl_canvas_legend_new (TlMethod *method);

G_END_DECLS
