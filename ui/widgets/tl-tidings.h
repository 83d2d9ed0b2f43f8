/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*TlTidingsFunc) (double   fraction,
                               gpointer user_data);

void tl_tidings_tell (TlTidingsFunc  func,
                      gpointer       user_data,
                      GCancellable  *cancellable,
                      double         fraction);

G_END_DECLS
