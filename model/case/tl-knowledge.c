/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who came to know what, and when. What records say of time is read once and again when they change; what follows from
 * it is worked out for all records at once, first for anyone, then for one role. */
#include "config.h"

#include "model/case/tl-knowledge-private.h"

#include "model/base/tl-date.h"

static const char *const topic_kinds[TL_N_TOPICS] = {
  "role", "event", "account", "telling", "source", "extract", "factor", "link", "support", "episode", "rationale",
};

static const TlSpan span_open = { G_MININT64, G_MAXINT64 };

/* Reading */

static void
free_fact (gpointer data)
{
  TlFact *fact = data;

  g_object_unref (fact->record);
  g_free (fact);
}

static gboolean
read_span (TlRecord   *record,
           const char *field,
           TlSpan     *span)
{
  TlDate date;

  if (!tl_date_parse (tl_record_get_text (record, field), &date))
    return FALSE;
  tl_date_get_bounds (&date, &span->earliest, &span->latest);
  return TRUE;
}

static gboolean
read_episode (TlRecord *episode,
              TlSpan   *span)
{
  TlSpan start, finish;
  gboolean starts = read_span (episode, "start", &start), finishes = read_span (episode, "finish", &finish);

  if (starts || finishes)
    span->earliest = starts ? start.earliest : finish.earliest;
  if (starts || finishes)
    span->latest = MAX (span->earliest, finishes ? finish.latest : start.latest);
  return starts || finishes;
}

static void
read_date (TlFact *fact)
{
  fact->date = span_open;
  switch (fact->topic)
    {
    case TL_TOPIC_EVENT:
    case TL_TOPIC_TELLING:
    case TL_TOPIC_SOURCE:
      fact->dated = read_span (fact->record, "date", &fact->date);
      break;
    case TL_TOPIC_ACCOUNT:
    case TL_TOPIC_EXTRACT:
    case TL_TOPIC_FACTOR:
      fact->dated = read_span (fact->record, "known_from", &fact->date);
      break;
    case TL_TOPIC_EPISODE:
      fact->dated = read_episode (fact->record, &fact->date);
      break;
    case TL_TOPIC_ROLE:
    case TL_TOPIC_LINK:
    case TL_TOPIC_SUPPORT:
    case TL_TOPIC_RATIONALE:
    case TL_N_TOPICS:
    default:
      fact->dated = FALSE;
      break;
    }
}

static gboolean
find_topic (TlRecord *record,
            TlTopic    *topic)
{
  for (guint i = 0; i < TL_N_TOPICS; i++)
    if (tl_record_is (record, topic_kinds[i]))
      {
        *topic = (TlTopic) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_record (TlKnowledge *self,
             TlRecord    *record)
{
  TlTopic topic;

  if (!find_topic (record, &topic))
    return FALSE;

  TlFact *fact = g_new0 (TlFact, 1);

  fact->record = g_object_ref (record);
  fact->topic = topic;
  read_date (fact);
  g_hash_table_replace (self->facts, (gpointer) tl_record_get_id (record), fact);
  return TRUE;
}

/* Connecting */

/**
 * _tl_knowledge_find_fact:
 * @id: (nullable): an id
 *
 * Returns: (nullable): what the record with that id says
 */
TlFact *
_tl_knowledge_find_fact (TlKnowledge *self,
                         const char  *id)
{
  return id != NULL ? g_hash_table_lookup (self->facts, id) : NULL;
}

static TlFact *
find_named (TlKnowledge *self,
            const TlFact  *fact,
            const char  *field)
{
  return _tl_knowledge_find_fact (self, tl_record_get_text (fact->record, field));
}

/* A record is dated when it was written; a conversation, a report or an audit may be dated years after what it tells
 * of, so only the reviewer can say from when its parts were known. */
static gboolean
is_dated_by_source (TlRecord *source)
{
  const char *type = tl_record_get_text (source, "type");

  return g_strcmp0 (type, "record") == 0 || g_strcmp0 (type, "minutes") == 0 || g_strcmp0 (type, "policy") == 0;
}

static void
connect_extract (TlKnowledge *self,
                 TlFact        *extract)
{
  extract->of = find_named (self, extract, "source");
  if (extract->dated && !extract->inherited)
    return;
  extract->inherited = extract->dated = extract->of != NULL && extract->of->dated
                                        && is_dated_by_source (extract->of->record);
  extract->date = extract->dated ? extract->of->date : span_open;
}

static void
connect_to_event (TlKnowledge *self,
                  TlFact        *fact)
{
  TlFact **first;

  fact->of = find_named (self, fact, "event");
  if (fact->of == NULL)
    return;
  first = fact->topic == TL_TOPIC_ACCOUNT ? &fact->of->first_account : &fact->of->first_telling;
  fact->next = *first;
  *first = fact;
}

static void
connect (TlKnowledge *self,
         TlFact        *fact)
{
  switch (fact->topic)
    {
    case TL_TOPIC_ACCOUNT:
      fact->role = find_named (self, fact, "role");
      connect_to_event (self, fact);
      break;
    case TL_TOPIC_TELLING:
      fact->role = find_named (self, fact, "teller");
      fact->to = find_named (self, fact, "told");
      connect_to_event (self, fact);
      break;
    case TL_TOPIC_EXTRACT:
      connect_extract (self, fact);
      break;
    case TL_TOPIC_RATIONALE:
      fact->role = find_named (self, fact, "role");
      fact->of = find_named (self, fact, "episode");
      break;
    case TL_TOPIC_SOURCE:
    case TL_TOPIC_FACTOR:
      fact->role = find_named (self, fact, "role");
      break;
    case TL_TOPIC_LINK:
      fact->of = find_named (self, fact, "cause");
      fact->to = find_named (self, fact, "effect");
      break;
    case TL_TOPIC_SUPPORT:
      fact->of = find_named (self, fact, "extract");
      fact->to = find_named (self, fact, "target");
      break;
    case TL_TOPIC_ROLE:
    case TL_TOPIC_EVENT:
    case TL_TOPIC_EPISODE:
    case TL_N_TOPICS:
    default:
      break;
    }
}

static void
connect_all (TlKnowledge *self)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < TL_N_TOPICS; i++)
    g_ptr_array_set_size (self->topics[i], 0);
  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlFact *fact = value;

      fact->first_account = fact->first_telling = fact->next = NULL;
      g_ptr_array_add (self->topics[fact->topic], fact);
    }
  for (guint i = 0; i < TL_N_TOPICS; i++)
    for (guint j = 0; j < self->topics[i]->len; j++)
      connect (self, g_ptr_array_index (self->topics[i], j));
}

static void
read_all (TlKnowledge *self)
{
  for (guint i = 0; i < TL_N_TOPICS; i++)
    {
      TlRecordList *list = tl_review_get_list (self->review, topic_kinds[i]);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        read_record (self, tl_record_list_get (list, j));
    }
}

static void
solve (TlKnowledge *self)
{
  GHashTableIter iter;
  gpointer value;

  _tl_knowledge_solve (self, NULL);
  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((TlFact *) value)->anyone = ((TlFact *) value)->known;
  if (self->role != NULL)
    _tl_knowledge_solve (self, _tl_knowledge_find_fact (self, self->role));
}

/**
 * tl_knowledge_new:
 * @review: a review, which has to outlive what is returned
 *
 * Returns: (transfer full): what is known to anyone in @review as it is now
 */
TlKnowledge *
tl_knowledge_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlKnowledge *self = g_new0 (TlKnowledge, 1);

  self->review = review;
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_fact);
  for (guint i = 0; i < TL_N_TOPICS; i++)
    self->topics[i] = g_ptr_array_new ();
  read_all (self);
  connect_all (self);
  solve (self);
  return self;
}

void
tl_knowledge_free (TlKnowledge *self)
{
  for (guint i = 0; i < TL_N_TOPICS; i++)
    g_ptr_array_unref (self->topics[i]);
  g_hash_table_unref (self->facts);
  g_free (self->role);
  g_free (self);
}

/**
 * tl_knowledge_update:
 * @ids: (element-type utf8): ids of the records that were added, changed or removed
 *
 * Returns: whether any of them says something about who knew what
 */
gboolean
tl_knowledge_update (TlKnowledge *self,
                     GHashTable  *ids)
{
  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);

  GHashTableIter iter;
  gpointer id;
  gboolean touched = FALSE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (self->review, id);

      touched |= record != NULL ? read_record (self, record) : g_hash_table_remove (self->facts, id);
    }
  if (touched)
    {
      connect_all (self);
      solve (self);
    }
  return touched;
}

/**
 * tl_knowledge_set_role:
 * @role: (nullable): id of the role whose knowledge is asked for; %NULL for that of anyone
 */
void
tl_knowledge_set_role (TlKnowledge *self,
                       const char  *role)
{
  g_return_if_fail (self != NULL);

  if (g_strcmp0 (role, self->role) == 0)
    return;
  g_free (self->role);
  self->role = g_strdup (role);
  _tl_knowledge_solve (self, _tl_knowledge_find_fact (self, role));
}

static void
add_time (GArray *times,
          gint64  time)
{
  if (time != G_MININT64 && time != G_MAXINT64)
    g_array_append_val (times, time);
}

/**
 * tl_knowledge_get_times:
 *
 * Returns: (transfer full) (element-type gint64): the minutes at which the role came to know something, or may have
 *   first come to, in any order and as often as there is something
 */
GArray *
tl_knowledge_get_times (TlKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = TL_TOPIC_ROLE + 1; i < TL_N_TOPICS; i++)
    for (guint j = 0; j < self->topics[i]->len; j++)
      {
        const TlFact *fact = g_ptr_array_index (self->topics[i], j);

        add_time (times, fact->known.span.earliest);
        add_time (times, fact->known.span.latest);
      }
  return times;
}

/**
 * tl_knowledge_find:
 * @id: (nullable): id of any record
 *
 * Returns: (nullable) (transfer none): how the role came to know the record, until the next change; %NULL for what is
 *   no matter of knowledge
 */
const TlKnown *
tl_knowledge_find (TlKnowledge *self,
                   const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlFact *fact = _tl_knowledge_find_fact (self, id);
  return fact != NULL && fact->topic != TL_TOPIC_ROLE ? &fact->known : NULL;
}

/**
 * tl_knowledge_find_anyone:
 * @id: (nullable): id of any record
 *
 * Returns: (nullable) (transfer none): as tl_knowledge_find(), for anyone at all
 */
const TlKnown *
tl_knowledge_find_anyone (TlKnowledge *self,
                          const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlFact *fact = _tl_knowledge_find_fact (self, id);
  return fact != NULL && fact->topic != TL_TOPIC_ROLE ? &fact->anyone : NULL;
}
