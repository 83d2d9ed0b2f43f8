/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a receipt while files are gathered; for this room only. Each function writes at once, in the transaction of
 * its caller: what is on the receipt is what is in the library, whenever the program ends. */
#pragma once

#include "model/library/tl-receipt.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlReceiptWriter:
 * @connection: borrowed
 * @number: of the receipt
 * @n_files: that are on it
 */
typedef struct {
  TlConnection *connection;
  gint64        number;
  guint         n_files;
} TlReceiptWriter;

gboolean _tl_receipt_begin (TlReceiptWriter    *self,
                            TlConnection       *connection,
                            const char *const  *places,
                            GError            **error);
gboolean _tl_receipt_note  (TlReceiptWriter    *self,
                            const char         *file,
                            TlOutcome           outcome,
                            const char         *reason,
                            gint64              record,
                            GError            **error);
gboolean _tl_receipt_end   (TlReceiptWriter    *self,
                            const char         *stopped,
                            GError            **error);

/* tl-receipt-advice.c */
gboolean _tl_receipt_read_advice (TlReceipt    *self,
                            TlConnection       *connection,
                            GError            **error);

G_END_DECLS
