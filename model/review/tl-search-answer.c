/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search found: plain data that passes from the thread that searched to the one that shows it. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-search-answer.h"

#include <string.h>

/* How much is shown around what was found, and how much of that before it, in bytes: about two lines of a panel. */
#define AROUND 180
#define BEFORE 50

/**
 * tl_search_answer_new:
 *
 * Returns: (transfer full): an answer without results
 */
TlSearchAnswer *
tl_search_answer_new (void)
{
  TlSearchAnswer *self = g_new0 (TlSearchAnswer, 1);

  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_search_result_free);
  return self;
}

/**
 * tl_search_answer_free:
 * @self: (transfer full) (nullable): an answer
 */
void
tl_search_answer_free (TlSearchAnswer *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->results);
  g_free (self);
}

/**
 * tl_search_result_new:
 * @kind: the kind of a record
 * @id: its id
 *
 * Returns: (transfer full): a result without passages
 */
TlSearchResult *
tl_search_result_new (const TlKind *kind,
                      const char   *id)
{
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  TlSearchResult *self = g_new0 (TlSearchResult, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_search_passage_free);
  return self;
}

/**
 * tl_search_result_free:
 * @self: (transfer full) (nullable): a result
 */
void
tl_search_result_free (TlSearchResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->passages);
  g_free (self->id);
  g_free (self);
}

/* The mark from which on most that was looked for stands close together. */
static guint
find_best (GArray *marks)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const TlSearchMark *first = &g_array_index (marks, TlSearchMark, i);
      guint64 terms = 0;
      guint n = 0;

      for (guint j = i; j < marks->len; j++)
        {
          const TlSearchMark *mark = &g_array_index (marks, TlSearchMark, j);
          guint64 bit = G_GUINT64_CONSTANT (1) << mark->term;

          if (mark->end > first->start + AROUND - BEFORE)
            break;
          n += (terms & bit) == 0;
          terms |= bit;
        }
      if (n > most)
        {
          best = i;
          most = n;
        }
    }
  return best;
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* The beginning of the first word after @from, at latest @to. */
static const char *
find_beginning (const char *text,
                const char *from,
                const char *to)
{
  if (from <= text)
    return text;
  while (((guchar) *from & 0xc0) == 0x80)
    from--;

  const char *at = from;
  while (at < to && !is_space (at))
    at = g_utf8_next_char (at);
  while (at < to && is_space (at))
    at = g_utf8_next_char (at);
  /* A long word before what was found is cut rather than left out. */
  return at < to || is_space (g_utf8_prev_char (to)) ? at : from;
}

/* The end of the last word before @from, at least @to. */
static const char *
find_end (const char *from,
          const char *to)
{
  if (*from == '\0')
    return from;
  while (((guchar) *from & 0xc0) == 0x80)
    from--;
  for (const char *at = from; at > to; at = g_utf8_prev_char (at))
    if (is_space (at))
      return at;
  return MAX (from, to);
}

static guint
count (const char *from,
       const char *to)
{
  return (guint) g_utf8_strlen (from, to - from);
}

/* Line ends and tabs become spaces, character by character, so that places stay places. */
static void
append_line (GString    *line,
             const char *from,
             const char *to)
{
  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar character = g_utf8_get_char (from);

      g_string_append_unichar (line, g_unichar_isspace (character) || g_unichar_iscntrl (character) ? ' ' : character);
    }
}

static void
add_ranges (TlSearchPassage *self,
            GArray          *marks,
            const char      *text,
            const char      *begin,
            const char      *end,
            guint            shift)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const TlSearchMark *mark = &g_array_index (marks, TlSearchMark, i);

      if (text + mark->start >= begin && text + mark->end <= end)
        {
          const TlSearchRange range = { shift + count (begin, text + mark->start),
                                        shift + count (begin, text + mark->end) };
          g_array_append_val (self->ranges, range);
        }
    }
}

/**
 * tl_search_passage_new:
 * @field: the index of a field
 * @text: a slice of its text
 * @position: where the slice begins in it, in characters
 * @marks: (element-type TlSearchMark): what was found in @text; not empty
 *
 * Returns: (transfer full): the place where most of it stands close together
 */
TlSearchPassage *
tl_search_passage_new (guint       field,
                       const char *text,
                       guint       position,
                       GArray     *marks)
{
  g_return_val_if_fail (text != NULL && marks != NULL && marks->len > 0, NULL);

  const TlSearchMark *best = &g_array_index (marks, TlSearchMark, find_best (marks));
  const char *found = text + best->start;
  const char *begin = find_beginning (text, best->start > BEFORE ? found - BEFORE : text, found);
  const char *last = begin + MIN (strlen (begin), AROUND);
  const char *end = find_end (last, text + best->end);
  g_autoptr (GString) line = g_string_new (begin > text ? "…" : NULL);
  TlSearchPassage *self = g_new0 (TlSearchPassage, 1);

  self->field = field;
  self->position = position + count (text, found);
  self->length = count (found, text + best->end);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (TlSearchRange));
  add_ranges (self, marks, text, begin, end, (guint) g_utf8_strlen (line->str, -1));
  append_line (line, begin, end);
  if (*end != '\0')
    g_string_append (line, "…");
  self->snippet = g_strdup (line->str);
  return self;
}

/**
 * tl_search_passage_free:
 * @self: (transfer full) (nullable): a passage
 */
void
tl_search_passage_free (TlSearchPassage *self)
{
  if (self == NULL)
    return;

  g_free (self->snippet);
  g_array_unref (self->ranges);
  g_free (self);
}
