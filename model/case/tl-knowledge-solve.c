/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of tl-knowledge.h, from what nothing else explains to what rests on it. */
#include "config.h"

#include "model/case/tl-knowledge-private.h"

#include <string.h>

static const TlSpan span_open = { G_MININT64, G_MAXINT64 };
static const TlSpan span_always = { G_MININT64, G_MININT64 };

static TlSpan
span_later (TlSpan a,
            TlSpan b)
{
  return (TlSpan) { MAX (a.earliest, b.earliest), MAX (a.latest, b.latest) };
}

static TlSpan
span_sooner (TlSpan a,
             TlSpan b)
{
  return (TlSpan) { MIN (a.earliest, b.earliest), MIN (a.latest, b.latest) };
}

static gboolean
span_equal (TlSpan a,
            TlSpan b)
{
  return a.earliest == b.earliest && a.latest == b.latest;
}

/* The sooner of what is known already and @span. Through what was surely known first, of several by the least id. */
static void
offer (TlKnown  *known,
       TlSpan    span,
       TlRecord *through)
{
  gboolean better = known->through == NULL || span.latest < known->span.latest
                    || (span.latest == known->span.latest && span.earliest < known->span.earliest)
                    || (span_equal (span, known->span)
                        && strcmp (tl_record_get_id (through), tl_record_get_id (known->through)) < 0);

  known->span = known->through != NULL ? span_sooner (known->span, span) : span;
  if (better)
    known->through = through;
}

static gboolean
is_explained (const TlFact *fact)
{
  return fact->known.through != NULL;
}

/* What @fact says of the time before which nobody could know it, for what else it becomes known by. */
static TlSpan
get_floor (const TlFact *fact)
{
  return fact->dated ? fact->date : span_always;
}

static gint64
get_start (const TlFact *event)
{
  return event != NULL && event->dated ? event->date.earliest : G_MININT64;
}

static TlSpan
not_before (TlSpan span,
            gint64 start)
{
  return span_later (span, (TlSpan) { start, start });
}

/* Accounts, tellings and events */

static TlSpan
get_account_span (const TlFact *account)
{
  return not_before (account->date, get_start (account->of));
}

static void
solve_accounts (TlKnowledge *self,
                TlFact      *role)
{
  GPtrArray *accounts = self->topics[TL_TOPIC_ACCOUNT], *tellings = self->topics[TL_TOPIC_TELLING];

  for (guint i = 0; i < accounts->len; i++)
    {
      TlFact *account = g_ptr_array_index (accounts, i);

      if (role == NULL || account->role == role)
        offer (&account->known, get_account_span (account), account->record);
    }
  for (guint i = 0; i < tellings->len; i++)
    {
      TlFact *telling = g_ptr_array_index (tellings, i);

      if (role == NULL || telling->role == role || telling->to == role)
        offer (&telling->known, telling->date, telling->record);
    }
}

static void
solve_event_for_anyone (TlFact *event)
{
  gint64 start = get_start (event);

  for (TlFact *account = event->first_account; account != NULL; account = account->next)
    if (account->dated)
      offer (&event->known, get_account_span (account), account->record);
  for (TlFact *telling = event->first_telling; telling != NULL; telling = telling->next)
    if (telling->dated)
      offer (&event->known, (TlSpan) { start, MAX (start, telling->date.latest) }, telling->record);
  if (event->dated && !is_explained (event))
    offer (&event->known, event->date, event->record);
}

static void
solve_event (TlFact *event,
             TlFact *role)
{
  gint64 start = get_start (event);

  for (TlFact *account = event->first_account; account != NULL; account = account->next)
    if (account->role == role)
      offer (&event->known, get_account_span (account), account->record);
  for (TlFact *telling = event->first_telling; telling != NULL; telling = telling->next)
    {
      if (telling->to == role)
        offer (&event->known, not_before (telling->date, start), telling->record);
      if (telling->role == role)
        offer (&event->known, (TlSpan) { start, MAX (start, telling->date.latest) }, telling->record);
    }
}

/* Rule 4: what @telling makes of what whoever told had @heard. */
static gboolean
pass (const TlFact *telling,
      TlSpan        heard,
      TlSpan       *passed)
{
  if (heard.earliest > telling->date.latest)
    return FALSE;
  passed->earliest = MAX (heard.earliest, telling->date.earliest);
  passed->latest = heard.latest <= telling->date.latest ? telling->date.latest : G_MAXINT64;
  return TRUE;
}

static gboolean
hear (TlKnowledge *self,
      TlFact      *role,
      TlSpan       span)
{
  TlSpan heard = role->heard_turn == self->turn ? span_sooner (role->heard, span) : span;

  if (role->heard_turn == self->turn && span_equal (heard, role->heard))
    return FALSE;
  role->heard = heard;
  role->heard_turn = self->turn;
  return TRUE;
}

/* Follows an account from mouth to mouth, until nobody hears of it sooner. */
static void
pass_on (TlKnowledge *self,
         TlFact      *account,
         TlFact      *role)
{
  gboolean again;

  self->turn++;
  hear (self, account->role, get_account_span (account));
  do
    {
      again = FALSE;
      for (TlFact *telling = account->of->first_telling; telling != NULL; telling = telling->next)
        {
          TlSpan passed;

          if (telling->role == NULL || telling->to == NULL || telling->role->heard_turn != self->turn
              || !pass (telling, telling->role->heard, &passed))
            continue;
          if (telling->to == role)
            offer (&account->known, passed, telling->record);
          again |= hear (self, telling->to, passed);
        }
    }
  while (again);
}

static void
solve_events (TlKnowledge *self,
              TlFact      *role)
{
  GPtrArray *events = self->topics[TL_TOPIC_EVENT];

  for (guint i = 0; i < events->len; i++)
    {
      TlFact *event = g_ptr_array_index (events, i);

      if (role == NULL)
        {
          solve_event_for_anyone (event);
          continue;
        }
      solve_event (event, role);
      for (TlFact *account = event->first_telling != NULL ? event->first_account : NULL; account != NULL;
           account = account->next)
        if (account->role != NULL && account->role != role)
          pass_on (self, account, role);
    }
}

/* What is written */

/* What is itself said to be known to @role, and to anyone. */
static void
solve_own (TlKnowledge *self,
           TlTopic      topic,
           TlFact      *role)
{
  for (guint i = 0; i < self->topics[topic]->len; i++)
    {
      TlFact *fact = g_ptr_array_index (self->topics[topic], i);
      TlFact *whose = topic == TL_TOPIC_EXTRACT && fact->of != NULL ? fact->of->role : fact->role;

      if (fact->dated && (role == NULL || whose == role))
        offer (&fact->known, fact->date, fact->record);
    }
}

/* @fact becomes known with @ground, unless it says itself when it was known to anyone. */
static void
rest_on (TlFact       *fact,
         const TlFact *ground,
         TlFact       *role)
{
  if (fact == NULL || !is_explained (ground) || (role == NULL && fact->dated))
    return;
  offer (&fact->known, span_later (get_floor (fact), ground->known.span), ground->record);
}

static void
solve_extracts (TlKnowledge *self,
                TlFact      *role)
{
  GPtrArray *accounts = self->topics[TL_TOPIC_ACCOUNT], *extracts = self->topics[TL_TOPIC_EXTRACT];

  solve_own (self, TL_TOPIC_EXTRACT, role);
  for (guint i = 0; i < accounts->len; i++)
    {
      TlFact *account = g_ptr_array_index (accounts, i);
      const char *const *ids = tl_record_get_list (account->record, "extracts");

      for (guint j = 0; is_explained (account) && ids[j] != NULL; j++)
        rest_on (_tl_knowledge_find_fact (self, ids[j]), account, role);
    }

  solve_own (self, TL_TOPIC_SOURCE, role);
  for (guint i = 0; i < extracts->len; i++)
    {
      TlFact *extract = g_ptr_array_index (extracts, i);
      rest_on (extract->of, extract, role);
    }
}

static void
solve_factors (TlKnowledge *self,
               TlFact      *role)
{
  GPtrArray *factors = self->topics[TL_TOPIC_FACTOR], *supports = self->topics[TL_TOPIC_SUPPORT];

  solve_own (self, TL_TOPIC_FACTOR, role);
  for (guint i = 0; i < factors->len; i++)
    {
      TlFact *factor = g_ptr_array_index (factors, i);
      const char *const *ids = tl_record_get_list (factor->record, "accounts");

      for (guint j = 0; ids[j] != NULL; j++)
        {
          const TlFact *account = _tl_knowledge_find_fact (self, ids[j]);
          if (account != NULL)
            rest_on (factor, account, role);
        }
    }
  for (guint i = 0; i < supports->len; i++)
    {
      TlFact *support = g_ptr_array_index (supports, i);

      if (support->of != NULL && support->to != NULL && support->to->topic == TL_TOPIC_FACTOR
          && g_strcmp0 (tl_record_get_text (support->record, "stance"), "against") != 0)
        rest_on (support->to, support->of, role);
    }
}

/* Rule 10. */
static void
solve_unexplained (TlKnowledge *self,
                   TlFact      *role)
{
  for (guint i = TL_TOPIC_EVENT; i <= TL_TOPIC_FACTOR; i++)
    for (guint j = 0; j < self->topics[i]->len; j++)
      {
        TlFact *fact = g_ptr_array_index (self->topics[i], j);

        if (!is_explained (fact))
          fact->known.span = (TlSpan) { role != NULL ? fact->anyone.span.earliest : G_MININT64, G_MAXINT64 };
      }
}

/* What is made of others */

static void
solve_claims (TlKnowledge *self)
{
  GPtrArray *links = self->topics[TL_TOPIC_LINK], *supports = self->topics[TL_TOPIC_SUPPORT];

  for (guint i = 0; i < links->len; i++)
    {
      TlFact *link = g_ptr_array_index (links, i);

      if (link->of != NULL && link->to != NULL)
        link->known.span = span_later (link->of->known.span, link->to->known.span);
    }
  for (guint i = 0; i < supports->len; i++)
    {
      TlFact *support = g_ptr_array_index (supports, i);

      if (support->of != NULL)
        support->known = support->of->known;
    }
}

static void
solve_episode (TlKnowledge *self,
               TlFact      *episode,
               TlFact      *role)
{
  const char *const *ids = tl_record_get_list (episode->record, "events");
  TlKnown known = { span_always, NULL };
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TlFact *event = _tl_knowledge_find_fact (self, ids[i]);

      if (event == NULL)
        continue;
      if (event->known.span.latest > known.span.latest || known.through == NULL)
        known.through = event->record;
      known.span = span_later (known.span, event->known.span);
      n++;
    }
  if (n > 0)
    episode->known = known;
  else if (role == NULL && episode->dated)
    offer (&episode->known, episode->date, episode->record);
  else
    episode->known.span.earliest = episode->date.earliest;
}

static void
solve_episodes (TlKnowledge *self,
                TlFact      *role)
{
  GPtrArray *episodes = self->topics[TL_TOPIC_EPISODE], *rationales = self->topics[TL_TOPIC_RATIONALE];

  for (guint i = 0; i < episodes->len; i++)
    solve_episode (self, g_ptr_array_index (episodes, i), role);
  for (guint i = 0; i < rationales->len; i++)
    {
      TlFact *rationale = g_ptr_array_index (rationales, i), *episode = rationale->of;

      if (episode == NULL)
        continue;

      TlSpan during = episode->dated ? episode->date : role != NULL ? episode->anyone.span : episode->known.span;

      if (role == NULL || rationale->role == role)
        offer (&rationale->known, during, rationale->record);
      else
        rationale->known.span.earliest = during.earliest;
    }
}

/**
 * _tl_knowledge_solve:
 * @role: (nullable): a role; %NULL for anyone
 *
 * Works out what is known of each record. For a role, what is known to anyone has to be there.
 */
void
_tl_knowledge_solve (TlKnowledge *self,
                     TlFact      *role)
{
  for (guint i = 0; i < TL_N_TOPICS; i++)
    for (guint j = 0; j < self->topics[i]->len; j++)
      ((TlFact *) g_ptr_array_index (self->topics[i], j))->known = (TlKnown) { span_open, NULL };

  solve_accounts (self, role);
  solve_events (self, role);
  solve_extracts (self, role);
  solve_factors (self, role);
  solve_unexplained (self, role);
  solve_claims (self);
  solve_episodes (self, role);
}
