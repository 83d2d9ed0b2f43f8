/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/record/tl-record-list.h"
#include "model/store/tl-new-file.h"

G_BEGIN_DECLS

#define TL_TYPE_REVIEW (tl_review_get_type ())
G_DECLARE_FINAL_TYPE (TlReview, tl_review, TL, REVIEW, GObject)

typedef enum {
  TL_REVIEW_OPEN_DEFAULT   = 0,
  TL_REVIEW_OPEN_READ_ONLY = 1 << 0,
} TlReviewOpenFlags;

typedef enum {
  TL_REVIEW_CREATE_DEFAULT = 0,
  TL_REVIEW_CREATE_REPLACE = 1 << 0, /* what is there gives way, once the new one is complete */
} TlReviewCreateFlags;

/**
 * TlReviewFill:
 * @review: a review that is in memory only
 * @data: of the caller
 * @error: return location
 *
 * Edits a review before it gets its file.
 *
 * Returns: %FALSE on failure
 */
typedef gboolean (*TlReviewFill) (TlReview  *review,
                                  gpointer   data,
                                  GError   **error);

/**
 * TlReviewChanges:
 * @ids: (element-type utf8): ids of every record that was added, changed or removed
 *
 * What one refresh touched; given with the "changed" signal.
 */
typedef struct {
  GHashTable *ids;
} TlReviewChanges;

gboolean      tl_review_create           (const char        *path,
                                          TlReviewCreateFlags flags,
                                          const char        *id,
                                          TlValue           *values,
                                          TlReviewFill       fill,
                                          gpointer           data,
                                          GError           **error);
gboolean      tl_review_create_copy      (const char        *path,
                                          TlTier             tier,
                                          const char        *id,
                                          TlValue           *values,
                                          TlFill             fill,
                                          gpointer           data,
                                          GError           **error);
TlReview     *tl_review_open             (const char        *path,
                                          TlReviewOpenFlags  flags,
                                          GError           **error);

const char   *tl_review_get_path         (TlReview          *self);
gboolean      tl_review_get_read_only    (TlReview          *self);
TlTier        tl_review_get_tier         (TlReview          *self);
gboolean      tl_review_can_change       (TlReview          *self,
                                          const TlKind      *kind);
const char   *tl_review_get_author       (TlReview          *self);
void          tl_review_set_author       (TlReview          *self,
                                          const char        *author);

TlRecord     *tl_review_get_subject      (TlReview          *self);
TlRecordList *tl_review_get_list         (TlReview          *self,
                                          const char        *kind);
TlRecord     *tl_review_lookup           (TlReview          *self,
                                          const char        *id);
GPtrArray    *tl_review_get_referrers    (TlReview          *self,
                                          const char        *id,
                                          const char        *kind,
                                          const char        *field);
char         *tl_review_dup_title        (TlReview          *self,
                                          TlRecord          *record);
char         *tl_review_dup_body         (TlReview          *self,
                                          const char        *digest,
                                          GError           **error);

gboolean      tl_review_catch_up         (TlReview          *self,
                                          GError           **error);
gboolean      tl_review_verify_slice     (TlReview          *self,
                                          gboolean          *done,
                                          GError           **error);
gboolean      tl_review_verify           (TlReview          *self,
                                          GError           **error);

TlConnection *tl_review_get_connection   (TlReview          *self);

G_END_DECLS
