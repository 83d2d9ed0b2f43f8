/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

GtkWidget *tl_suggestions_new (TlFieldRow *row);

G_END_DECLS
