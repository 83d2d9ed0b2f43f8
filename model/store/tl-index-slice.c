/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long texts in slices: what is found in one is located by reading that slice alone. Slices overlap, so that a phrase
 * where two of them meet is whole in one. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-index-private.h"

/* Some six pages: small enough to be read and marked in a fraction of a millisecond, large enough that the overlap
 * costs little. In bytes. */
#define SLICE 65536

/* How far back from its end a slice may be cut, and how far the next may reach back, in bytes. */
#define MAX_STEP_BACK 4096

/* Whether a word can neither begin before @at and go on after it. */
static gboolean
is_between_words (const char *text,
                  const char *at)
{
  if (at == text)
    return TRUE;

  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before) && !g_unichar_ismark (before) && g_unichar_type (before) != G_UNICODE_PRIVATE_USE;
}

static const char *
back_to_character (const char *text,
                   const char *at)
{
  while (at > text && ((guchar) *at & 0xc0) == 0x80)
    at--;
  return at;
}

/* A text that never ends a word is cut wherever it is. */
static const char *
find_cut (const char *text,
          const char *from,
          const char *at)
{
  const char *limit = MAX (from + 1, at - MAX_STEP_BACK);

  at = back_to_character (text, at);
  for (const char *cut = at; cut > limit; cut = g_utf8_prev_char (cut))
    if (is_between_words (text, cut))
      return cut;
  return at;
}

/* So far back that a phrase of TL_INDEX_MAX_PHRASE words that ends after @end begins after it. */
static const char *
find_next_start (const char *text,
                 const char *from,
                 const char *end)
{
  const char *limit = MAX (from + 1, end - MAX_STEP_BACK);
  const char *start = end;
  guint n_words = 0;

  for (const char *at = end; at > limit && n_words < TL_INDEX_MAX_PHRASE; at = g_utf8_prev_char (at))
    if (is_between_words (text, at))
      {
        n_words += g_unichar_isalnum (g_utf8_get_char (at));
        start = at;
      }
  return start;
}

/* Goes on to the next slice of @text; @slice is zeroed before the first. FALSE after the last. */
gboolean
_tl_slice_next (const char *text,
                gsize       length,
                TlSlice    *slice)
{
  const char *last = text + slice->start;
  const char *end = last + slice->size;

  if (end >= text + length)
    return FALSE;

  const char *start = slice->size > 0 ? find_next_start (text, last, end) : text;
  const char *cut = length - (gsize) (start - text) <= SLICE + MAX_STEP_BACK ? text + length
                                                                             : find_cut (text, start, start + SLICE);
  slice->start = (gsize) (start - text);
  slice->size = (gsize) (cut - start);
  return TRUE;
}
