/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-instance.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlBehind:
 * @n_reviews: in how many reviews all of the codes are tagged
 * @instances: (element-type TlInstance): those, %TL_INSTANCES_MAX at most, each with the factors and findings that are
 *   tagged so
 *
 * What stands behind a count of codes: for the office's own eyes.
 */
typedef struct {
  guint      n_reviews;
  GPtrArray *instances;
} TlBehind;

TlBehind  *tl_library_behind  (TlLibrary           *library,
                               const TlPopulation  *population,
                               const char *const   *codes,
                               GCancellable        *cancellable,
                               GError             **error);
void       tl_behind_free     (TlBehind            *behind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBehind, tl_behind_free)

G_END_DECLS
