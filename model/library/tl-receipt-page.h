/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-receipt.h"
#include "model/report/tl-report.h"

G_BEGIN_DECLS

char     *tl_receipt_dup_title     (const TlReceipt  *self);
char     *tl_receipt_dup_began     (const TlReceipt  *self);
char     *tl_receipt_dup_places    (const TlReceipt  *self);
char     *tl_receipt_dup_stopped   (const TlReceipt  *self);
char     *tl_receipt_file_dup_outcome (const TlReceiptFile *file);
char     *tl_receipt_rule_dup_name (const TlReceiptRule *self);

TlReport *tl_receipt_page_new      (const TlReceipt  *receipt,
                                    const char       *library,
                                    GError          **error);
char     *tl_receipt_page_dup_text (const TlReceipt  *receipt,
                                    const char       *library);
gboolean  tl_receipt_page_save     (const TlReceipt  *receipt,
                                    const char       *library,
                                    const char       *path,
                                    GError          **error);

G_END_DECLS
