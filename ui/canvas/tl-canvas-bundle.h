/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/canvas/tl-canvas-scene.h"

G_BEGIN_DECLS

/**
 * TlCanvasEnd:
 * @node: a factor that stands for itself, or any of a collapsed group
 * @group: position of the collapsed group, or %TL_GROUPS_NONE
 *
 * What a link ends at where groups are collapsed.
 */
typedef struct {
  TlCanvasNode *node;
  guint         group;
} TlCanvasEnd;

/**
 * TlCanvasBundle:
 * @cause: where its links begin
 * @effect: where they end
 * @n: how many somebody holds
 * @n_rejected: how many are rejected
 *
 * Links that are shown as one, for they have both ends in common and one of these is a collapsed group.
 */
typedef struct {
  TlCanvasEnd cause;
  TlCanvasEnd effect;
  guint       n;
  guint       n_rejected;
} TlCanvasBundle;

GArray     *tl_canvas_bundles_collect     (TlCanvasScene        *scene);
void        tl_canvas_bundles_count       (const GArray         *bundles,
                                           guint                 group,
                                           guint                *n_in,
                                           guint                *n_out,
                                           guint                *n_rejected);
TlCanvasEnd tl_canvas_end_of              (TlCanvasNode         *node);
gboolean    tl_canvas_end_is_same         (const TlCanvasEnd    *self,
                                           const TlCanvasEnd    *other);

char       *tl_canvas_bundle_dup_marks    (const TlCanvasBundle *self);
char       *tl_canvas_bundle_dup_name     (const TlCanvasBundle *self,
                                           TlCanvasGroups       *groups);
char       *tl_canvas_bundles_dup_group_name (const GArray      *bundles,
                                           TlCanvasGroups       *groups,
                                           guint                 group);

G_END_DECLS
