/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* "TLrv": how a review file says what it is; listed for file(1) in data/. */
#define TL_SCHEMA_APPLICATION_ID 0x544c7276

/* "TLli": how a library does, which is no review. */
#define TL_LIBRARY_APPLICATION_ID 0x544c6c69

/* Raised by one whenever a released declaration gains a kind or a field. */
#define TL_SCHEMA_VERSION 2

gboolean  tl_schema_create (TlConnection  *connection,
                            GError       **error);
gboolean  tl_schema_check  (TlConnection  *connection,
                            gboolean      *outdated,
                            GError       **error);
gboolean  tl_schema_update (TlConnection  *connection,
                            GError       **error);

gboolean  tl_schema_update_in_memory
                           (TlConnection **connection,
                            GError       **error);
gboolean  tl_schema_get_tier (TlConnection  *connection,
                              TlTier        *tier,
                              GError       **error);
gboolean  tl_schema_set_tier (TlConnection  *connection,
                              TlTier         tier,
                              GError       **error);

G_END_DECLS
