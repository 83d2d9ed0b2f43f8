/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-lanes.h"

G_BEGIN_DECLS

/**
 * TlNarrativeItem:
 * @record: an event in the lane of a child or an agency, an account in that of whose it is, a telling in that of who
 *   told, or an episode
 * @event: (nullable): the event that it is of, or itself
 * @lane: position of its lane; an episode has none
 * @told: for a telling, position of the lane of who was told, else @lane
 * @dated: whether the following hold
 * @from: the first minute at which it may have begun
 * @to: the last minute at which it may have ended
 * @sure_from: with @sure_to: the minutes at which it surely took place; none where @sure_from is after @sure_to
 * @sure_to: see @sure_from
 * @serial: another one whenever what is to be said of it may have changed
 *
 * One mark of the narrative. An event with several accounts has several.
 */
typedef struct {
  TlRecord *record;
  TlRecord *event;
  guint     lane;
  guint     told;
  gboolean  dated;
  gint64    from;
  gint64    to;
  gint64    sure_from;
  gint64    sure_to;
  guint     serial;
} TlNarrativeItem;

#define TL_TYPE_NARRATIVE (tl_narrative_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrative, tl_narrative, TL, NARRATIVE, GObject)

TlNarrative           *tl_narrative_new            (TlReview     *review);

TlReview              *tl_narrative_get_review     (TlNarrative  *self);
const TlLanes         *tl_narrative_get_lanes      (TlNarrative  *self);
guint                  tl_narrative_get_n_lanes    (TlNarrative  *self);
guint                  tl_narrative_get_n_items    (TlNarrative  *self);
const TlNarrativeItem *tl_narrative_get_item       (TlNarrative  *self,
                                                    guint         position);
guint                  tl_narrative_get_n_episodes (TlNarrative  *self);
const TlNarrativeItem *tl_narrative_get_episode    (TlNarrative  *self,
                                                    guint         position);
gboolean               tl_narrative_get_bounds     (TlNarrative  *self,
                                                    gint64       *from,
                                                    gint64       *to);

G_END_DECLS
