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
 *
 * An XML member of a zip.
 */
typedef struct {
  char       *name;
  GBytes     *bytes;
  const char *reason;
} TlZipMember;

/**
 * TlZip:
 *
 * A zip that is read from its beginning to its end. To be used from one thread at a time.
 */
typedef struct _TlZip TlZip;

TlZip      *tl_zip_open         (const char   *path,
                                 gint64        max_member,
                                 GCancellable *cancellable);
void        tl_zip_free         (TlZip        *self);

gboolean    tl_zip_next         (TlZip        *self,
                                 TlZipMember  *member);
const char *tl_zip_get_reason   (TlZip        *self);

void        tl_zip_member_clear (TlZipMember  *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlZip, tl_zip_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlZipMember, tl_zip_member_clear)

G_END_DECLS
