/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a source knows of the document it was read from: where the pages of that begin in its text. */
#include "config.h"

#include "model/case/tl-source.h"

/* Takes the next number off @text. Returns: whether there was one; what follows something else is not looked at */
static gboolean
take_start (const char **text,
            guint64     *start)
{
  char *after;

  if (*text == NULL || !g_ascii_isdigit (**text))
    return FALSE;
  *start = g_ascii_strtoull (*text, &after, 10);
  *text = *after == ' ' ? after + 1 : after;
  return TRUE;
}

/* Counts the starts up to @last. */
static guint
count_starts (TlRecord *source,
              guint64   last)
{
  const char *text = tl_record_get_text (source, "page_starts");
  guint64 start;
  guint n = 0;

  while (take_start (&text, &start) && start <= last)
    n++;
  return n;
}

/**
 * tl_source_page_of:
 * @source: a source
 * @character: a position in its text, in characters
 *
 * Pages are those of the original: the second part of a document that was too long for one source goes on counting
 * where the first left off.
 *
 * Returns: the page that @character is on, from 1, or 0 if the source has no pages
 */
guint
tl_source_page_of (TlRecord *source,
                   guint     character)
{
  g_return_val_if_fail (tl_record_is (source, "source"), 0);
  return count_starts (source, character);
}

/**
 * tl_source_get_n_pages:
 * @source: a source
 *
 * Returns: the number of its last page, or 0 if it has no pages
 */
guint
tl_source_get_n_pages (TlRecord *source)
{
  g_return_val_if_fail (tl_record_is (source, "source"), 0);
  return count_starts (source, G_MAXUINT64);
}

/**
 * tl_source_dup_page_starts:
 * @source: a source
 *
 * Returns: (transfer full) (element-type guint): where pages begin, as tl_source_format_pages() takes it; empty if it
 *   has no pages
 */
GArray *
tl_source_dup_page_starts (TlRecord *source)
{
  g_return_val_if_fail (tl_record_is (source, "source"), NULL);

  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *text = tl_record_get_text (source, "page_starts");
  guint64 start;

  while (take_start (&text, &start) && start <= G_MAXUINT)
    {
      const guint character = (guint) start;

      g_array_append_val (starts, character);
    }
  return starts;
}

/**
 * tl_source_format_pages:
 * @starts: (element-type guint): where pages begin, in characters of the text, never falling; a page that ends before
 *   the text begins has the start 0
 *
 * Returns: (transfer full) (nullable): the value of the field "page_starts", or %NULL if there are none
 */
char *
tl_source_format_pages (GArray *starts)
{
  g_return_val_if_fail (starts != NULL, NULL);

  if (starts->len == 0)
    return NULL;

  GString *text = g_string_new (NULL);

  for (guint i = 0; i < starts->len; i++)
    g_string_append_printf (text, i == 0 ? "%u" : " %u", g_array_index (starts, guint, i));
  return g_string_free (text, FALSE);
}
