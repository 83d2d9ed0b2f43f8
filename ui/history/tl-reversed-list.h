/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_REVERSED_LIST (tl_reversed_list_get_type ())
G_DECLARE_FINAL_TYPE (TlReversedList, tl_reversed_list, TL, REVERSED_LIST, GObject)

GListModel *tl_reversed_list_new (GListModel *model);

G_END_DECLS
