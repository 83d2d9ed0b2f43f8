/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/typology/tl-typology.h"

G_BEGIN_DECLS

/**
 * TlCrosswalkStep:
 * @code: (transfer none): the code of the other typology
 * @match: how the code that one comes from stands to it
 * @certain: whether all that was coded with the one belongs to the other; else some of it may
 *
 * Where a code leads.
 */
typedef struct {
  TlCode   *code;
  TlMatch   match;
  gboolean  certain;
} TlCrosswalkStep;

/**
 * TlCrosswalk:
 *
 * The way from the codes of one typology to those of another.
 */
typedef struct _TlCrosswalk TlCrosswalk;

TlCrosswalk           *tl_crosswalk_new   (TlTypology   *from,
                                           TlTypology   *to);
void                   tl_crosswalk_free  (TlCrosswalk  *self);

const TlCrosswalkStep *tl_crosswalk_get   (TlCrosswalk  *self,
                                           TlCode       *code,
                                           guint        *n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCrosswalk, tl_crosswalk_free)

G_END_DECLS
