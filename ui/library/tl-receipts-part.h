/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-receipt.h"

G_BEGIN_DECLS

#define TL_TYPE_RECEIPTS_PART (tl_receipts_part_get_type ())
G_DECLARE_FINAL_TYPE (TlReceiptsPart, tl_receipts_part, TL, RECEIPTS_PART, AdwBin)

GtkWidget *tl_receipts_part_new          (void);
void       tl_receipts_part_set_receipts (TlReceiptsPart  *self,
                                          GPtrArray       *receipts);
void       tl_receipts_part_show         (TlReceiptsPart  *self,
                                          const TlReceipt *receipt);
gint64     tl_receipts_part_get_shown    (TlReceiptsPart  *self);

G_END_DECLS
