/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-receipt.h"

G_BEGIN_DECLS

#define TL_TYPE_RECEIPT_VIEW (tl_receipt_view_get_type ())
G_DECLARE_FINAL_TYPE (TlReceiptView, tl_receipt_view, TL, RECEIPT_VIEW, AdwBin)

GtkWidget *tl_receipt_view_new         (void);
void       tl_receipt_view_set_receipt (TlReceiptView   *self,
                                        const TlReceipt *receipt);
gint64     tl_receipt_view_get_number  (TlReceiptView   *self);

G_END_DECLS
