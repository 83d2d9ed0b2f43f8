/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what a motivated stranger would look up: with an age, a school and a football match even a text without a name
 * tells who it is about. What is looked for is data, but for days and contacts, which are never safe. It only points;
 * what becomes of it a person decides. */
#include "config.h"

#include "model/words/tl-identify-private.h"

#include <string.h>

#include "model/base/tl-data.h"
#include "model/words/tl-names-private.h"
#include "model/words/tl-trace.h"

/* Of the words of a remembered fact that tell something, so many of ten have to be in one sentence. */
#define FACT_TENTHS 6
/* Shorter words tell nothing. */
#define FACT_MIN_WORD 4

struct _TlIdentify
{
  GPtrArray *lists; /* of TlIdentifyList */
};

/* A place in bytes. */
typedef struct {
  const TlIdentifyKind *kind;
  int first;
  int after;
} Place;

/**
 * tl_identify_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what looks, with the lists that ship or that stand in their place
 */
TlIdentify *
tl_identify_load (GError **error)
{
  g_auto (GStrv) names = tl_data_list ("identifying", ".ini");
  g_autoptr (TlIdentify) self = g_new0 (TlIdentify, 1);

  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) _tl_identify_list_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("identifying/%s.ini", names[i]);
      g_autofree char *name = tl_data_describe (path);
      g_autoptr (GBytes) bytes = tl_data_load (path, error);
      TlIdentifyList *list = bytes != NULL ? _tl_identify_read (bytes, name, error) : NULL;

      if (list == NULL)
        return NULL;
      g_ptr_array_add (self->lists, list);
    }
  return g_steal_pointer (&self);
}

/**
 * tl_identify_free:
 * @self: (transfer full): what looks
 */
void
tl_identify_free (TlIdentify *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lists);
  g_free (self);
}

/**
 * tl_identify_get_kind:
 * @self: what looks
 * @key: such as "name"
 *
 * Returns: (transfer none) (nullable): the kind, which lives as long as @self
 */
const TlIdentifyKind *
tl_identify_get_kind (TlIdentify *self,
                      const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  for (guint i = 0; i < self->lists->len; i++)
    {
      TlIdentifyList *list = g_ptr_array_index (self->lists, i);

      if (strcmp (list->kind.key, key) == 0)
        return &list->kind;
    }
  return NULL;
}

static gboolean
is_left_alone (GArray *alone,
               int     first,
               int     after)
{
  for (guint i = 0; i < alone->len; i++)
    {
      const TlTraceSpan *span = &g_array_index (alone, TlTraceSpan, i);

      if (span->first <= first && span->after >= after)
        return TRUE;
    }
  return FALSE;
}

static GArray *
match_all (GRegex     *regex,
           const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlTraceSpan));
  g_autoptr (GMatchInfo) match = NULL;

  if (regex == NULL)
    return spans;
  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      TlTraceSpan span;

      g_match_info_fetch_pos (match, 0, &span.first, &span.after);
      g_array_append_val (spans, span);
    }
  return spans;
}

static void
add_spans (GArray               *places,
           const TlIdentifyKind *kind,
           GArray               *spans,
           GArray               *alone)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const TlTraceSpan *span = &g_array_index (spans, TlTraceSpan, i);
      Place place = { kind, span->first, span->after };

      if (alone == NULL || !is_left_alone (alone, span->first, span->after))
        g_array_append_val (places, place);
    }
}

static void
look (GArray         *places,
      TlIdentifyList *list,
      const char     *text)
{
  g_autoptr (GArray) spans = match_all (list->looked_for, text);
  g_autoptr (GArray) alone = spans->len > 0 ? match_all (list->left_alone, text) : NULL;

  add_spans (places, &list->kind, spans, alone);
}

/* What is found by its form, whatever is in the lists. */
static void
look_by_form (GArray     *places,
              TlIdentify *self,
              const char *key,
              TlTrace     trace,
              const char *text,
              TlTier      tier)
{
  const TlIdentifyKind *kind = tl_identify_get_kind (self, key);

  if (kind == NULL || kind->from > tier)
    return;
  g_autoptr (GArray) spans = tl_trace_find_all (text, trace);
  add_spans (places, kind, spans, NULL);
}

/* By place, the longer first. */
static int
compare_places (const void *a,
                const void *b)
{
  const Place *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  return one->after != other->after ? (one->after > other->after ? -1 : 1) : 0;
}

/* In characters; of places that overlap the first. */
static GArray *
count_characters (GArray     *places,
                  const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlIdentifySpan));
  int byte = 0;
  guint character = 0;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      TlIdentifySpan span = { .kind = place->kind };

      if (place->first < byte)
        continue;
      span.start = character + (guint) g_utf8_strlen (text + byte, place->first - byte);
      span.end = span.start + (guint) g_utf8_strlen (text + place->first, place->after - place->first);
      g_array_append_val (spans, span);
      byte = place->after;
      character = span.end;
    }
  return spans;
}

/**
 * tl_identify_find:
 * @self: what looks
 * @text: a text
 * @tier: for whom it is to leave
 *
 * Returns: (transfer full) (element-type TlIdentifySpan): the places by which somebody could be found out, in order and
 *   apart from each other
 */
GArray *
tl_identify_find (TlIdentify *self,
                  const char *text,
                  TlTier      tier)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->lists->len; i++)
    {
      TlIdentifyList *list = g_ptr_array_index (self->lists, i);

      if (list->kind.from <= tier)
        look (places, list, text);
    }
  look_by_form (places, self, "date", TL_TRACE_DAY, text, tier);
  look_by_form (places, self, "contact", TL_TRACE_CONTACT, text, tier);
  return count_characters (places, text);
}

/* Two forms of one word begin alike. */
static gboolean
is_same_word (const char *one,
              const char *other)
{
  gsize n = 0, shorter = MIN (strlen (one), strlen (other)), longer = MAX (strlen (one), strlen (other));

  while (n < shorter && one[n] == other[n])
    n++;
  return n == longer || (n >= FACT_MIN_WORD && n + 2 >= shorter && n + 4 >= longer);
}

static gboolean
tells (const TlNameWord *word)
{
  return g_utf8_strlen (word->folded, -1) >= FACT_MIN_WORD || g_unichar_isdigit (g_utf8_get_char (word->start));
}

/* How many of the telling words of @fact are among those from @from to @to of @words, and from which to which. */
static guint
count_shared (GArray *fact,
              GArray *words,
              guint   from,
              guint   to,
              guint  *first,
              guint  *last)
{
  guint n = 0;

  *first = to;
  *last = from;
  for (guint i = 0; i < fact->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = from; j < to && tells (&g_array_index (fact, TlNameWord, i)); j++)
        if (is_same_word (g_array_index (fact, TlNameWord, i).folded, g_array_index (words, TlNameWord, j).folded))
          {
            found = TRUE;
            *first = MIN (*first, j);
            *last = MAX (*last, j);
          }
      n += found;
    }
  return n;
}

static guint
end_of_sentence (GArray *words,
                 guint   from)
{
  guint to = from + 1;

  for (; to < words->len; to++)
    {
      const char *p = g_array_index (words, TlNameWord, to - 1).end;

      if (strchr (".!?\n", *p) != NULL && p + 1 < g_array_index (words, TlNameWord, to).start)
        break;
    }
  return to;
}

/**
 * tl_identify_find_fact:
 * @self: what looks
 * @text: a text
 * @fact: what is publicly remembered, in a few words
 *
 * Returns: (transfer full) (element-type TlIdentifySpan): the stretches of sentences that speak of @fact
 */
GArray *
tl_identify_find_fact (TlIdentify *self,
                       const char *text,
                       const char *fact)
{
  g_return_val_if_fail (self != NULL && text != NULL && fact != NULL, NULL);

  const TlIdentifyKind *kind = tl_identify_get_kind (self, "fact");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) fact_words = _tl_names_split (fact);
  g_autoptr (GArray) words = _tl_names_split (text);
  guint n = 0, first, last;

  for (guint i = 0; i < fact_words->len; i++)
    n += tells (&g_array_index (fact_words, TlNameWord, i));

  for (guint from = 0, to; kind != NULL && n > 0 && from < words->len; from = to)
    {
      to = end_of_sentence (words, from);
      guint shared = count_shared (fact_words, words, from, to, &first, &last);

      if (shared >= MIN (n, 2) && shared * 10 >= n * FACT_TENTHS)
        {
          Place place = { kind, (int) (g_array_index (words, TlNameWord, first).start - text),
                          (int) (g_array_index (words, TlNameWord, last).end - text) };
          g_array_append_val (places, place);
        }
    }
  return count_characters (places, text);
}
