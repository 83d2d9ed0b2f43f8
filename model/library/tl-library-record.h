/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlLibraryRecord:
 *
 * A learning record as a line of the list of a library. Never changes. What a record leaves open is %NULL, and a year
 * 0. Each getter has a property of its name ("id", "revision", "year", "region", "type", "format", "method", "board",
 * "summary", "file", "added", "superseded", "n-factors", "n-links", "n-tags").
 */
#define TL_TYPE_LIBRARY_RECORD (tl_library_record_get_type ())

G_DECLARE_FINAL_TYPE (TlLibraryRecord, tl_library_record, TL, LIBRARY_RECORD, GObject)

const char *tl_library_record_get_id         (TlLibraryRecord *self);
gint64      tl_library_record_get_revision   (TlLibraryRecord *self);
guint       tl_library_record_get_year       (TlLibraryRecord *self);
const char *tl_library_record_get_region     (TlLibraryRecord *self);
const char *tl_library_record_get_review_type (TlLibraryRecord *self);
const char *tl_library_record_get_format     (TlLibraryRecord *self);
const char *tl_library_record_get_method     (TlLibraryRecord *self);
const char *tl_library_record_get_board      (TlLibraryRecord *self);
const char *tl_library_record_get_summary    (TlLibraryRecord *self);
const char *tl_library_record_get_file       (TlLibraryRecord *self);
gint64      tl_library_record_get_added      (TlLibraryRecord *self);
guint       tl_library_record_get_n_factors  (TlLibraryRecord *self);
guint       tl_library_record_get_n_links    (TlLibraryRecord *self);
guint       tl_library_record_get_n_tags     (TlLibraryRecord *self);

G_END_DECLS
