/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-value.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORD (tl_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlRecord, tl_record, TL, RECORD, GObject)

struct _TlRecordClass
{
  GObjectClass parent_class;

  const TlKind *kind;
  GParamSpec  **properties; /* one a field */
};

GType              tl_record_get_type_for_kind (const TlKind *kind);

const TlKind      *tl_record_get_kind   (TlRecord   *self);
const char        *tl_record_get_id     (TlRecord   *self);
const TlValue     *tl_record_get_value  (TlRecord   *self,
                                         guint       field);
const char        *tl_record_get_text   (TlRecord   *self,
                                         const char *field);
gint64             tl_record_get_int    (TlRecord   *self,
                                         const char *field,
                                         gint64      fallback);
gboolean           tl_record_get_bool   (TlRecord   *self,
                                         const char *field);
const char *const *tl_record_get_list   (TlRecord   *self,
                                         const char *field);
gboolean           tl_record_is         (TlRecord   *self,
                                         const char *kind);
gboolean           tl_record_equal      (TlRecord   *a,
                                         TlRecord   *b);

/* For the room that refreshes records from the file; a view never calls these. */
TlRecord          *tl_record_new        (const TlKind *kind,
                                         const char   *id);
TlRecord          *tl_record_new_with_values
                                        (const TlKind *kind,
                                         const char   *id,
                                         TlValue      *values);
gboolean           tl_record_take_value (TlRecord     *self,
                                         guint         field,
                                         TlValue      *value);

/* For a frozen review, whose records belong to somebody else. */
TlRecord          *tl_record_new_on_loan
                                        (const TlKind *kind);
void               tl_record_lend       (TlRecord     *self,
                                         const char   *id,
                                         TlValue      *values);

G_END_DECLS
