/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked for in HTML before it is parsed; for this room only. */
#pragma once

#include "model/document/tl-draft-private.h"

G_BEGIN_DECLS

gboolean _tl_html_check_tags (TlDraft    *draft,
                              const char *text);

G_END_DECLS
