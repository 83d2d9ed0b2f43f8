/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the learning records in a zip; for this room only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a batch from a whole country may come to. What goes beyond is a mistake or a trap. */
#define TL_ZIP_MAX_MEMBERS 100000
#define TL_ZIP_MAX_BYTES (G_GINT64_CONSTANT (16) << 30)

/* A learning record shrinks to a tenth; a zip that was made to fill a disk shrinks to a thousandth. */
#define TL_ZIP_MAX_RATIO 200
#define TL_ZIP_RATIO_FROM (16 * 1024 * 1024)

/**
 * TlZipMember:
 * @name: its name in the zip, made fit to be shown
 * @bytes: (nullable): its contents
 * @reason: (nullable): why it has no contents
 * @data: as given
 * @error: return location
 *
 * Takes the XML members of a zip one by one.
 *
 * Returns: %FALSE with @error to stop reading
 */
typedef gboolean (*TlZipMember) (const char  *name,
                                 GBytes      *bytes,
                                 const char  *reason,
                                 void        *data,
                                 GError     **error);

gboolean tl_zip_read (const char    *path,
                      gint64         max_member,
                      TlZipMember    member,
                      void          *data,
                      char         **reason,
                      GCancellable  *cancellable,
                      GError       **error);

G_END_DECLS
