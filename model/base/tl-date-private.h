/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"

G_BEGIN_DECLS

gboolean _tl_moment_is_valid (const TlMoment *moment);
void     _tl_date_set_ends   (TlDate         *date,
                              const TlMoment *a,
                              const TlMoment *b);

G_END_DECLS
