/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-library-record.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORD_CARD (tl_record_card_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordCard, tl_record_card, TL, RECORD_CARD, AdwBin)

GtkWidget *tl_record_card_new        (void);
void       tl_record_card_set_record (TlRecordCard    *self,
                                      TlLibraryRecord *record);

G_END_DECLS
