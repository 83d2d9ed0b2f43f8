/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a role knew at one minute, asked record by record straight from the rules that tl-knowledge.h states: slow, and
 * made in another way than what it judges. It knows no spans; it only asks "surely by then?" and "possibly by
 * then?". */
#include "config.h"

#include "tests/support/tl-witness.h"

#define ALWAYS G_MININT64
#define NEVER G_MAXINT64

typedef struct {
  TlReview   *review;
  const char *role; /* NULL for anyone */
  gboolean    surely;
} Question;

static const char *
text (TlRecord   *record,
      const char *field)
{
  return record != NULL ? tl_record_get_text (record, field) : NULL;
}

static TlRecord *
follow (const Question *question,
        TlRecord       *record,
        const char     *field)
{
  return tl_review_lookup (question->review, text (record, field));
}

static GPtrArray *
all (const Question *question,
     const char     *kind,
     const char     *field,
     TlRecord       *named)
{
  TlRecordList *list = tl_review_get_list (question->review, kind);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const TlValue *value
          = tl_record_get_value (record, tl_kind_find_field_index (tl_record_get_kind (record), field));
      gboolean names = value->type == TL_VALUE_TEXT
                       && g_strcmp0 (value->text, tl_record_get_id (named)) == 0;

      if (value->type == TL_VALUE_LIST)
        names = g_strv_contains ((const char *const *) value->list, tl_record_get_id (named));
      if (names)
        g_ptr_array_add (found, record);
    }
  return found;
}

/* The minute that answers the question for a date: its last, or its first. */
static gboolean
ask_date (const Question *question,
          TlRecord       *record,
          const char     *field,
          gint64         *minute)
{
  gint64 earliest, latest;
  TlDate date;

  if (!tl_date_parse (text (record, field), &date))
    return FALSE;
  tl_date_get_bounds (&date, &earliest, &latest);
  *minute = question->surely ? latest : earliest;
  return TRUE;
}

static gint64
get_start (TlRecord *event)
{
  gint64 earliest, latest;
  TlDate date;

  if (!tl_date_parse (text (event, "date"), &date))
    return ALWAYS;
  tl_date_get_bounds (&date, &earliest, &latest);
  return earliest;
}

static gboolean
is (const char *id,
    const char *role)
{
  return id != NULL && g_strcmp0 (id, role) == 0;
}

/* Rules 1 and 11. */
static gboolean
whose_account (const Question *question,
               TlRecord       *account,
               gint64          now)
{
  gint64 start = get_start (follow (question, account, "event")), known;

  if (!ask_date (question, account, "known_from", &known))
    return !question->surely || now == NEVER ? start <= now : FALSE;
  return MAX (known, start) <= now;
}

/* Rule 4, backwards: from who was told to who told, each telling once. */
static gboolean
heard_account (const Question *question,
               TlRecord       *account,
               const char     *role,
               gint64          now,
               GPtrArray      *tellings)
{
  if (role == NULL || is (text (account, "role"), role))
    return whose_account (question, account, now);

  for (guint i = 0; i < tellings->len; i++)
    {
      TlRecord *telling = g_ptr_array_index (tellings, i);
      Question last = { question->review, question->role, TRUE };
      gint64 told = question->surely ? NEVER : ALWAYS, end = NEVER;
      const char *teller = text (telling, "teller");

      if (!is (text (telling, "told"), role) || teller == NULL)
        continue;
      ask_date (question, telling, "date", &told);
      ask_date (&last, telling, "date", &end);
      if (told > now)
        continue;

      g_autoptr (GPtrArray) others = g_ptr_array_copy (tellings, NULL, NULL);
      g_ptr_array_remove (others, telling);
      if (heard_account (question, account, teller, question->surely ? end : MIN (now, end), others))
        return TRUE;
    }
  return FALSE;
}

static gboolean
ask_account (const Question *question,
             TlRecord       *account,
             gint64          now)
{
  TlRecord *event = follow (question, account, "event");
  g_autoptr (GPtrArray) tellings = all (question, "telling", "event", event);

  return heard_account (question, account, question->role, now, tellings);
}

static gboolean
ask_telling (const Question *question,
             TlRecord       *telling,
             gint64          now)
{
  gint64 told = question->surely ? NEVER : ALWAYS;

  ask_date (question, telling, "date", &told);
  return told <= now
         && (question->role == NULL || is (text (telling, "teller"), question->role)
             || is (text (telling, "told"), question->role));
}

static gboolean
ask_event_of_anyone (const Question *question,
                     TlRecord       *event,
                     gint64          now)
{
  g_autoptr (GPtrArray) accounts = all (question, "account", "event", event);
  g_autoptr (GPtrArray) tellings = all (question, "telling", "event", event);
  gboolean dated = FALSE, yes = FALSE;
  gint64 minute, start = get_start (event);

  for (guint i = 0; i < accounts->len; i++)
    if (ask_date (question, accounts->pdata[i], "known_from", &minute))
      {
        dated = TRUE;
        yes |= MAX (minute, start) <= now;
      }
  for (guint i = 0; i < tellings->len; i++)
    if (ask_date (question, tellings->pdata[i], "date", &minute))
      {
        dated = TRUE;
        yes |= (question->surely ? MAX (minute, start) : start) <= now;
      }
  if (dated)
    return yes;
  return ask_date (question, event, "date", &minute) && minute <= now;
}

static gboolean
ask_event (const Question *question,
           TlRecord       *event,
           gint64          now)
{
  if (question->role == NULL)
    return ask_event_of_anyone (question, event, now);

  g_autoptr (GPtrArray) accounts = all (question, "account", "event", event);
  g_autoptr (GPtrArray) tellings = all (question, "telling", "event", event);
  gint64 start = get_start (event);

  for (guint i = 0; i < accounts->len; i++)
    if (is (text (accounts->pdata[i], "role"), question->role) && whose_account (question, accounts->pdata[i], now))
      return TRUE;
  for (guint i = 0; i < tellings->len; i++)
    {
      gint64 told = question->surely ? NEVER : ALWAYS;

      ask_date (question, tellings->pdata[i], "date", &told);
      if (is (text (tellings->pdata[i], "told"), question->role) && MAX (told, start) <= now)
        return TRUE;
      if (is (text (tellings->pdata[i], "teller"), question->role)
          && (question->surely ? MAX (told, start) : start) <= now)
        return TRUE;
    }
  return FALSE;
}

/* Rule 5: what the extract says, or else the document that it is in. */
static gboolean
ask_extract_date (const Question *question,
                  TlRecord       *extract,
                  gint64         *minute)
{
  static const char *const written_then[] = { "record", "minutes", "policy", NULL };
  TlRecord *source = follow (question, extract, "source");
  const char *type = text (source, "type");

  return ask_date (question, extract, "known_from", minute)
         || (type != NULL && g_strv_contains (written_then, type) && ask_date (question, source, "date", minute));
}

static gboolean
ask_extract (const Question *question,
             TlRecord       *extract,
             gint64          now)
{
  g_autoptr (GPtrArray) accounts = all (question, "account", "extracts", extract);
  gint64 minute = ALWAYS;
  gboolean dated = ask_extract_date (question, extract, &minute);

  if (dated && minute > now)
    return FALSE;
  if (dated && (question->role == NULL || is (text (follow (question, extract, "source"), "role"), question->role)))
    return TRUE;
  for (guint i = 0; i < accounts->len; i++)
    if (ask_account (question, accounts->pdata[i], now))
      return TRUE;
  return FALSE;
}

static gboolean
ask_source (const Question *question,
            TlRecord       *source,
            gint64          now)
{
  g_autoptr (GPtrArray) extracts = all (question, "extract", "source", source);
  gint64 minute = ALWAYS;
  gboolean dated = ask_date (question, source, "date", &minute);

  if (dated && minute > now)
    return FALSE;
  if (dated && (question->role == NULL || is (text (source, "role"), question->role)))
    return TRUE;
  for (guint i = 0; i < extracts->len; i++)
    if (ask_extract (question, extracts->pdata[i], now))
      return TRUE;
  return FALSE;
}

static gboolean
ask_factor (const Question *question,
            TlRecord       *factor,
            gint64          now)
{
  g_autoptr (GPtrArray) supports = all (question, "support", "target", factor);
  const char *const *accounts = tl_record_get_list (factor, "accounts");
  gint64 minute = ALWAYS;
  gboolean dated = ask_date (question, factor, "known_from", &minute);

  if (dated && minute > now)
    return FALSE;
  if (dated && (question->role == NULL || is (text (factor, "role"), question->role)))
    return TRUE;
  for (guint i = 0; accounts[i] != NULL; i++)
    if (ask_account (question, tl_review_lookup (question->review, accounts[i]), now))
      return TRUE;
  for (guint i = 0; i < supports->len; i++)
    if (g_strcmp0 (text (supports->pdata[i], "stance"), "against") != 0
        && ask_extract (question, follow (question, supports->pdata[i], "extract"), now))
      return TRUE;
  return FALSE;
}

static gboolean
ask (const Question *question,
     TlRecord       *record,
     gint64          now)
{
  if (tl_record_is (record, "account"))
    return ask_account (question, record, now);
  if (tl_record_is (record, "telling"))
    return ask_telling (question, record, now);
  if (tl_record_is (record, "event"))
    return ask_event (question, record, now);
  if (tl_record_is (record, "extract"))
    return ask_extract (question, record, now);
  if (tl_record_is (record, "source"))
    return ask_source (question, record, now);
  g_assert_true (tl_record_is (record, "factor"));
  return ask_factor (question, record, now);
}

/* Rule 10: whether anything says that @role ever came to know @record. */
static gboolean
is_said (TlReview   *review,
         TlRecord   *record,
         const char *role)
{
  return ask (&(Question) { review, role, FALSE }, record, NEVER);
}

static TlTunnelState
judge (gboolean surely,
       gboolean possibly)
{
  return surely ? TL_TUNNEL_KNOWN : possibly ? TL_TUNNEL_COULD_BE_KNOWN : TL_TUNNEL_NOT_YET;
}

static TlTunnelState
ask_one (TlReview   *review,
         TlRecord   *record,
         const char *role,
         gint64      now)
{
  const Question surely = { review, role, TRUE }, possibly = { review, role, FALSE };

  if (is_said (review, record, role))
    return judge (ask (&surely, record, now), ask (&possibly, record, now));
  if (role == NULL || !is_said (review, record, NULL))
    return TL_TUNNEL_COULD_BE_KNOWN;
  return judge (FALSE, ask (&(Question) { review, NULL, FALSE }, record, now));
}

static TlTunnelState
ask_dates (TlReview *review,
           TlRecord *episode,
           gboolean  ever_surely,
           gint64    now)
{
  const Question last = { review, NULL, TRUE }, first = { review, NULL, FALSE };
  gint64 begin = ALWAYS, end = NEVER;
  gboolean starts = ask_date (&first, episode, "start", &begin), finishes = ask_date (&last, episode, "finish", &end);

  if (!starts && finishes)
    ask_date (&first, episode, "finish", &begin);
  if (starts && !finishes)
    ask_date (&last, episode, "start", &end);
  return judge (ever_surely && (starts || finishes) && MAX (begin, end) <= now, begin <= now);
}

static TlTunnelState
ask_episode (TlReview   *review,
             TlRecord   *episode,
             const char *role,
             gint64      now)
{
  const char *const *events = tl_record_get_list (episode, "events");
  TlTunnelState worst = TL_TUNNEL_KNOWN;

  if (events[0] == NULL)
    return ask_dates (review, episode, role == NULL, now);
  for (guint i = 0; events[i] != NULL; i++)
    worst = MAX (worst, ask_one (review, tl_review_lookup (review, events[i]), role, now));
  return worst;
}

static TlTunnelState
ask_rationale (TlReview   *review,
               TlRecord   *rationale,
               const char *role,
               gint64      now)
{
  TlRecord *episode = tl_review_lookup (review, text (rationale, "episode"));
  gboolean own = role == NULL || is (text (rationale, "role"), role);
  TlTunnelState during;

  if (text (episode, "start") != NULL || text (episode, "finish") != NULL)
    return ask_dates (review, episode, own, now);
  during = ask_episode (review, episode, NULL, now);
  return own ? during : MAX (during, TL_TUNNEL_COULD_BE_KNOWN);
}

/**
 * tl_witness_ask:
 * @review: a review
 * @record: a record of it
 * @role: (nullable): id of a role; %NULL for anyone
 * @now: a minute, at whose end is asked
 *
 * Returns: what @role knew of @record
 */
TlTunnelState
tl_witness_ask (TlReview   *review,
                TlRecord   *record,
                const char *role,
                gint64      now)
{
  static const char *const single[] = { "account", "telling", "event", "extract", "source", "factor" };

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (tl_record_is (record, single[i]))
      return ask_one (review, record, role, now);
  if (tl_record_is (record, "support"))
    return ask_one (review, tl_review_lookup (review, text (record, "extract")), role, now);
  if (tl_record_is (record, "link"))
    return MAX (ask_one (review, tl_review_lookup (review, text (record, "cause")), role, now),
                ask_one (review, tl_review_lookup (review, text (record, "effect")), role, now));
  if (tl_record_is (record, "episode"))
    return ask_episode (review, record, role, now);
  if (tl_record_is (record, "rationale"))
    return ask_rationale (review, record, role, now);
  return TL_TUNNEL_OUTSIDE;
}
