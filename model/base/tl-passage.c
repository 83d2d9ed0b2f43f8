/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few words of a text with what stands around them, to be shown on a line of a list. */
#include "config.h"

#include "model/base/tl-passage.h"

#include <string.h>

#define CONTEXT_CHARACTERS 60

static const char *
go_back (const char *text,
         const char *p,
         guint       characters)
{
  for (; characters > 0 && p > text; characters--)
    p = g_utf8_prev_char (p);
  return p;
}

static const char *
go_on (const char *p,
       guint       characters)
{
  for (; characters > 0 && *p != '\0'; characters--)
    p = g_utf8_next_char (p);
  return p;
}

/* Whole words before a place, on one line. */
static char *
dup_before (const char *text,
            const char *place)
{
  const char *from = go_back (text, place, CONTEXT_CHARACTERS);
  const char *space = from > text ? g_strstr_len (from, place - from, " ") : NULL;
  g_autofree char *words = g_strndup (space != NULL ? space + 1 : from,
                                      (gsize) (place - (space != NULL ? space + 1 : from)));

  return g_strconcat (from > text ? "…" : "", g_strdelimit (words, "\n\t", ' '), NULL);
}

/* Whole words after it. */
static char *
dup_after (const char *end)
{
  const char *to = go_on (end, CONTEXT_CHARACTERS);
  const char *space = *to != '\0' ? g_strrstr_len (end, to - end, " ") : NULL;
  g_autofree char *words = g_strndup (end, (gsize) ((space != NULL ? space : to) - end));

  return g_strconcat (g_strdelimit (words, "\n\t", ' '), *to != '\0' ? "…" : "", NULL);
}

/**
 * tl_passage_split:
 * @text: a text
 * @start: first character of a passage of it
 * @end: after the last
 * @before: (out) (transfer full): whole words that stand before it, as far as is needed to understand it, on one line
 * @after: (out) (transfer full): what follows
 *
 * Returns: (transfer full): the passage as it stands
 */
char *
tl_passage_split (const char  *text,
                  guint        start,
                  guint        end,
                  char       **before,
                  char       **after)
{
  g_return_val_if_fail (text != NULL && start <= end && before != NULL && after != NULL, NULL);

  const char *first = go_on (text, start);
  const char *last = go_on (first, end - start);

  *before = dup_before (text, first);
  *after = dup_after (last);
  return g_strndup (first, (gsize) (last - first));
}
