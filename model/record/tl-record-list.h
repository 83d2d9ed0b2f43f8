/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/record/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORD_LIST (tl_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordList, tl_record_list, TL, RECORD_LIST, GObject)

TlRecordList *tl_record_list_new    (const TlKind *kind);
const TlKind *tl_record_list_get_kind (TlRecordList *self);
guint         tl_record_list_get_n  (TlRecordList *self);
TlRecord     *tl_record_list_get    (TlRecordList *self,
                                     guint         position);
TlRecord     *tl_record_list_find   (TlRecordList *self,
                                     const char   *id);

/* For the room that refreshes lists from the file; a view never calls this. */
void          tl_record_list_change (TlRecordList *self,
                                     GPtrArray    *added,
                                     GPtrArray    *removed);

/* For a frozen review, which is filled again and again. */
void          tl_record_list_lend   (TlRecordList *self,
                                     const char   *id,
                                     TlValue      *values);
void          tl_record_list_settle (TlRecordList *self);
void          tl_record_list_give_back
                                    (TlRecordList *self);

G_END_DECLS
