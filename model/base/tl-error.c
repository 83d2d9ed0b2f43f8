/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain of the model. */
#include "config.h"

#include "model/base/tl-error.h"

G_DEFINE_QUARK (tl-error-quark, tl_error)
