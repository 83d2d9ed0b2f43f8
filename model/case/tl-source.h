/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-record.h"

G_BEGIN_DECLS

guint   tl_source_page_of         (TlRecord *source,
                                   guint     character);
guint   tl_source_get_n_pages     (TlRecord *source);
GArray *tl_source_dup_page_starts (TlRecord *source);
char   *tl_source_format_pages    (GArray   *starts);

G_END_DECLS
