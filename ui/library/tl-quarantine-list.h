/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_QUARANTINE_LIST (tl_quarantine_list_get_type ())
G_DECLARE_FINAL_TYPE (TlQuarantineList, tl_quarantine_list, TL, QUARANTINE_LIST, AdwBin)

GtkWidget *tl_quarantine_list_new       (void);
void       tl_quarantine_list_set_files (TlQuarantineList *self,
                                         GPtrArray        *quarantined);

G_END_DECLS
