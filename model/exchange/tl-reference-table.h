/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-id.h"
#include "model/record/tl-kind.h"

G_BEGIN_DECLS

/**
 * TlReferenceTable:
 *
 * The ids that a file defines and those that it refers to, so that after reading it every reference can be followed.
 */
typedef struct _TlReferenceTable TlReferenceTable;

TlReferenceTable *tl_reference_table_new           (void);
void              tl_reference_table_free          (TlReferenceTable *self);
void              tl_reference_table_clear         (TlReferenceTable *self);

guint             tl_reference_table_define        (TlReferenceTable *self,
                                                    const guint8      id[TL_ID_PACKED],
                                                    const TlKind     *kind,
                                                    guint             line);
void              tl_reference_table_refer         (TlReferenceTable *self,
                                                    const guint8      id[TL_ID_PACKED],
                                                    const TlField    *field,
                                                    guint             ref,
                                                    guint             line);
void              tl_reference_table_check         (TlReferenceTable *self,
                                                    GPtrArray        *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReferenceTable, tl_reference_table_free)

G_END_DECLS
