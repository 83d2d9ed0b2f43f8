/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-knowledge.h"

G_BEGIN_DECLS

/* What there is something to know of; roles only know. */
typedef enum {
  TL_TOPIC_ROLE,
  TL_TOPIC_EVENT,
  TL_TOPIC_ACCOUNT,
  TL_TOPIC_TELLING,
  TL_TOPIC_SOURCE,
  TL_TOPIC_EXTRACT,
  TL_TOPIC_FACTOR,
  TL_TOPIC_LINK,
  TL_TOPIC_SUPPORT,
  TL_TOPIC_EPISODE,
  TL_TOPIC_RATIONALE,
  TL_N_TOPICS,
} TlTopic;

typedef struct _TlFact TlFact;

/* What one record says, and what follows from it. */
struct _TlFact
{
  TlRecord *record; /* owned */
  TlTopic   topic;
  gboolean  dated;
  gboolean  inherited; /* whether the date is that of the source */
  TlSpan    date; /* from which it was known, or when it took place; open where it is not said */

  TlFact *of;   /* event of an account or telling, source of an extract, episode of a rationale, extract of evidence,
                 * cause of a link */
  TlFact *to;   /* who was told, claim of evidence, effect of a link */
  TlFact *role; /* whose account, act or rationality; who told; with whom a conversation was held */
  TlFact *first_account; /* of an event; the others follow by @next */
  TlFact *first_telling; /* likewise */
  TlFact *next;

  TlKnown anyone;
  TlKnown known;

  /* of a role, while an account is passed on: when it came to hear of it */
  TlSpan heard;
  guint  heard_turn;
};

struct _TlKnowledge
{
  TlReview   *review; /* not owned: the owner outlives this */
  GHashTable *facts;  /* owned; id → TlFact */
  GPtrArray  *topics[TL_N_TOPICS]; /* owned, of TlFact */
  char       *role; /* owned; an id */
  guint       turn;
};

TlFact *_tl_knowledge_find_fact (TlKnowledge *self,
                                 const char  *id);
void    _tl_knowledge_solve     (TlKnowledge *self,
                                 TlFact      *role);

G_END_DECLS
