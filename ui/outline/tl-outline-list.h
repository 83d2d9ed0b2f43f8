/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called for an item before it is taken from its place to be put in another, and after it has been. */
typedef void (*TlOutlineListMove) (GObject *item,
                                   gpointer data);

void tl_outline_list_update (GListStore        *list,
                             GPtrArray         *wanted,
                             TlOutlineListMove  before,
                             TlOutlineListMove  after,
                             gpointer           data);

G_END_DECLS
