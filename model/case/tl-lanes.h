/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/* In place of a position: there is no lane. */
#define TL_LANE_NONE G_MAXUINT

/**
 * TlLaneSort:
 * @TL_LANE_CHILD: a child of the case; there is always one, be it that nobody has entered a child yet
 * @TL_LANE_ROLE: a person by role
 * @TL_LANE_AGENCY: an organisation, with the roles that belong to it below
 * @TL_LANE_NOBODY: what nobody is connected with yet; only where there is such
 */
typedef enum {
  TL_LANE_CHILD,
  TL_LANE_ROLE,
  TL_LANE_AGENCY,
  TL_LANE_NOBODY,
} TlLaneSort;

/**
 * TlLane:
 * @sort: whose it is
 * @record: (nullable): the child, role or agency
 * @agency: position of the lane of the agency that a role belongs to, or %TL_LANE_NONE
 */
typedef struct {
  TlLaneSort sort;
  TlRecord  *record;
  guint      agency;
} TlLane;

/**
 * TlLanes:
 *
 * Who has a lane along time, at one moment: make others when a child, a role or an agency has changed.
 */
typedef struct _TlLanes TlLanes;

TlLanes      *tl_lanes_new       (TlReview      *review);
void          tl_lanes_free      (TlLanes       *self);

guint         tl_lanes_get_n     (const TlLanes *self);
const TlLane *tl_lanes_get       (const TlLanes *self,
                                  guint          position);
guint         tl_lanes_find      (const TlLanes *self,
                                  const char    *id);
char         *tl_lanes_dup_title (const TlLanes *self,
                                  guint          position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLanes, tl_lanes_free)

G_END_DECLS
