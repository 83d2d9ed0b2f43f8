/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-themes.h"
#include "ui/charts/tl-table-copy.h"

G_BEGIN_DECLS

TlTableCopy *tl_themes_copy_new (const TlThemes *themes);

G_END_DECLS
