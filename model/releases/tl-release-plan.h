/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-asked.h"

G_BEGIN_DECLS

/**
 * TlReleasePlan:
 * @title: what the release is called
 * @author: (nullable): who makes it
 * @date: (nullable): the date that it bears; none without it, for nothing looks at a clock
 * @caveats: (element-type utf8): what readers are to bear in mind, each a sentence or more
 * @threshold: counts from 1 to this are withheld
 * @round: 0, or what to round what is shown to the nearest multiple of: 10 in national and regional tables
 * @says_differences: whether a count that differs by a few reviews from an earlier release is shown, and that said,
 *   rather than withheld
 * @questions: (element-type TlAsked): its tables, in order
 *
 * What is to be released.
 */
typedef struct {
  char      *title;
  char      *author;
  char      *date;
  GPtrArray *caveats;
  guint      threshold;
  guint      round;
  gboolean   says_differences;
  GPtrArray *questions;
} TlReleasePlan;

TlReleasePlan *tl_release_plan_new  (const char           *title);
TlReleasePlan *tl_release_plan_copy (const TlReleasePlan  *self);
void           tl_release_plan_free (TlReleasePlan        *self);

gboolean       tl_release_plan_takes (const TlAsked       *question);
gboolean       tl_release_plan_add  (TlReleasePlan        *self,
                                     const char           *question,
                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReleasePlan, tl_release_plan_free)

G_END_DECLS
