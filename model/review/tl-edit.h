/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlEdit:
 *
 * One thing that a person does: one transaction, one changeset, one line in the history. Begin it, call verbs, and
 * commit or abort it in the same turn of the main loop. Records and lists show nothing of it before the commit.
 */
typedef struct _TlEdit TlEdit;

TlEdit   *tl_edit_begin       (TlReview          *review,
                               const char        *label,
                               GError           **error);
void      tl_edit_set_group   (TlEdit            *edit,
                               const char        *group);

char     *tl_edit_add         (TlEdit            *edit,
                               const char        *kind,
                               const char        *id,
                               GError           **error);
gboolean  tl_edit_add_values  (TlEdit            *edit,
                               const TlKind      *kind,
                               const char        *id,
                               const TlValue     *values,
                               GError           **error);
gboolean  tl_edit_set         (TlEdit            *edit,
                               const char        *id,
                               const char        *field,
                               const char        *text,
                               GError           **error);
gboolean  tl_edit_set_int     (TlEdit            *edit,
                               const char        *id,
                               const char        *field,
                               gint64             number,
                               GError           **error);
gboolean  tl_edit_set_list    (TlEdit            *edit,
                               const char        *id,
                               const char        *field,
                               const char *const *items,
                               GError           **error);
gboolean  tl_edit_remove      (TlEdit            *edit,
                               const char        *id,
                               GError           **error);
gboolean  tl_edit_release     (TlEdit            *edit,
                               const char        *id,
                               const char        *field,
                               TlTier             tier,
                               GError           **error);
gboolean  tl_edit_withdraw    (TlEdit            *edit,
                               const char        *id,
                               const char        *field,
                               GError           **error);

char     *tl_edit_commit      (TlEdit            *edit,
                               GError           **error);
void      tl_edit_abort       (TlEdit            *edit);
char     *tl_edit_finish      (TlEdit            *edit,
                               gboolean           done,
                               GError           **error);

G_END_DECLS
