/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void          tl_cancellable_stop  (GCancellable **cancellable);
GCancellable *tl_cancellable_renew (GCancellable **cancellable);

G_END_DECLS
