/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of this room share: writing to the file, and bringing the image in memory after it. */
#pragma once

#include "model/review/tl-history.h"
#include "model/review/tl-review.h"
#include "model/store/tl-changeset.h"
#include "model/store/tl-log.h"

G_BEGIN_DECLS

typedef struct {
  TlRecord *record; /* unowned: leaves this list before it goes */
  guint     field;
} TlReferrer;

struct _TlReview
{
  GObject parent_instance;

  char         *path;
  char         *author;
  TlConnection *connection;
  TlHistory    *history;
  TlTier        tier;

  TlRecordList **lists;    /* one a kind */
  GHashTable   *records;   /* id → TlRecord, owned */
  GHashTable   *referrers; /* id → GArray of TlReferrer */
  TlRecordList *filling;   /* (nullable) (unowned): in a frozen review, the list that a record was added to last */

  gint64 last_seq;     /* how far in the log the image in memory is */
  gint64 epoch;
  gint64 data_version; /* SQLite's count of other connections' commits */
  guint  verify_next;  /* the next slice of the damage check */

  guint read_only : 1;
  guint verified : 1;
  guint damaged : 1;
  guint frozen : 1;    /* without a file: see tl-review-frozen.h */
  guint unindexed : 1; /* @records is filled when somebody asks */
  guint unnoted : 1;   /* likewise @referrers */
};

void       _tl_review_emit_changed (TlReview      *self,
                                    GHashTable    *touched);

TlReview  *_tl_review_new_for_connection
                                   (TlConnection  *connection,
                                    const char    *path,
                                    GError       **error);

void       _tl_review_index        (TlReview      *self);
void       _tl_review_note_references
                                   (TlReview      *self);
gboolean   _tl_review_load         (TlReview      *self,
                                    GError       **error);
gboolean   _tl_review_follow       (TlReview      *self,
                                    GError       **error);
GPtrArray *_tl_review_read_touched (TlReview      *self,
                                    GHashTable    *touched,
                                    GError       **error);
void       _tl_review_refresh      (TlReview      *self,
                                    GHashTable    *touched,
                                    GPtrArray     *readings);

gboolean   _tl_review_begin_write  (TlReview      *self,
                                    GError       **error);
gboolean   _tl_review_commit_write (TlReview      *self,
                                    TlRecorder    *recorder,
                                    TlLogEntry    *entry,
                                    gboolean      *changed,
                                    GError       **error);
gboolean   _tl_review_reload       (TlReview      *self,
                                    GError       **error);

TlHistory *_tl_history_new         (void);
void       _tl_history_clear       (TlHistory     *self);
void       _tl_history_append      (TlHistory     *self,
                                    TlLogEntry    *entry);
void       _tl_history_notify      (TlHistory     *self);

G_END_DECLS
