/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As text. */
#define TL_FINGERPRINT_LENGTH 32

/**
 * TlFingerprint:
 *
 * By which the same content is known again, in any place and at any time. It is quick and keeps no secret: who wants to
 * can make two contents that have the same.
 */
typedef struct {
  /*< private >*/
  guint64 lanes[2];
} TlFingerprint;

void tl_fingerprint_init   (TlFingerprint       *self);
void tl_fingerprint_add    (TlFingerprint       *self,
                            const void          *bytes,
                            gsize                length);
void tl_fingerprint_format (const TlFingerprint *self,
                            char                 text[TL_FINGERPRINT_LENGTH + 1]);

G_END_DECLS
