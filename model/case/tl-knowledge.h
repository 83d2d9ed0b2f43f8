/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlSpan:
 * @earliest: a minute as tl_date_get_bounds() counts them, or %G_MININT64
 * @latest: likewise, or %G_MAXINT64, never before @earliest
 *
 * When somebody came to know something: no sooner than @earliest, no later than @latest.
 */
typedef struct {
  gint64 earliest;
  gint64 latest;
} TlSpan;

/**
 * TlKnown:
 * @span: when it came to be known
 * @through: (nullable): the account, telling, extract or other record that says so; %NULL when nothing does
 *
 * How one record came to be known.
 */
typedef struct {
  TlSpan    span;
  TlRecord *through;
} TlKnown;

/**
 * TlKnowledge:
 *
 * Who came to know what, and when: to one role, and to anyone at all. It follows from what is recorded, by these rules.
 *
 * 1. *Account*: whose it is knows it from its "known from"; if that is not said, at some time after the event began.
 * 2. *Telling*: who told and who was told know it from its date.
 * 3. *Event*: known by one’s own account of it, by having been told of it, and by having told of it, at the latest
 *    then. To anyone: by the first dated account or telling of it; if there is none, from its own date.
 * 4. A telling about an event *passes on* the accounts of that event, as they stood with whoever told at its date: what
 *    they knew is known to the told from the telling, what they could have known could be known, and what they could
 *    not know is not passed. What is passed on can be passed on again.
 * 5. *Extract*: from its "known from", or else from the date of its source if that is a case record, minutes or a
 *    policy (other sources may be written years after what they tell of). To the role with whom the source was a
 *    conversation; and to whoever knows an account that rests on it, no sooner than it could be known at all.
 * 6. *Source*: from its date, to the role with whom it was a conversation; and to whoever knows an extract of it, no
 *    sooner than that date. To anyone: from its date, or else with the first of its extracts.
 * 7. *Factor*: from its "known from", to the role whose act it is; and to whoever knows an account that it rests on or
 *    an extract for it, no sooner than that. To anyone: from its "known from", or else with the first of what it rests
 *    on.
 * 8. *Link*: with both of its factors. *Evidence*: with its extract.
 * 9. *Episode*, and with it its appraisal: with the last of its events; if it has none, from its dates.
 *    *Local rationality*: whose it is knows it during the episode.
 * 10. What nothing says of a role could be known to it from when it could be known to anyone. What nothing says of
 *     anyone could be known at any time.
 * 11. Of several ways to know, the earliest counts. No event, account of one or hearsay about one is known before the
 *     event may have begun.
 */
typedef struct _TlKnowledge TlKnowledge;

TlKnowledge   *tl_knowledge_new         (TlReview    *review);
void           tl_knowledge_free        (TlKnowledge *self);

gboolean       tl_knowledge_update      (TlKnowledge *self,
                                         GHashTable  *ids);
void           tl_knowledge_set_role    (TlKnowledge *self,
                                         const char  *role);

GArray        *tl_knowledge_get_times   (TlKnowledge *self);
const TlKnown *tl_knowledge_find        (TlKnowledge *self,
                                         const char  *id);
const TlKnown *tl_knowledge_find_anyone (TlKnowledge *self,
                                         const char  *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKnowledge, tl_knowledge_free)

G_END_DECLS
