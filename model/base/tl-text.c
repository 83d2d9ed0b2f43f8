/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as reviews keep it: UTF-8, the characters of XML 1.0, line feeds only. */
#include "config.h"

#include "model/base/tl-text.h"

#include <string.h>

/* https://www.w3.org/TR/xml/#charsets, less CR, which never stays */
static gboolean
is_kept (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)
         || (c >= 0x10000 && c <= 0x10ffff);
}

/**
 * tl_text_normalise:
 * @text: bytes from outside
 * @length: their number, or -1 when ended by a zero byte
 * @changes: (out) (optional): what had to be changed, to be told to the user
 *
 * Returns: (transfer full): @text as a review can keep it
 */
char *
tl_text_normalise (const char    *text,
                   gssize         length,
                   TlTextChanges *changes)
{
  g_return_val_if_fail (text != NULL, NULL);

  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GString) out = g_string_sized_new (n);
  TlTextChanges done = TL_TEXT_UNCHANGED;

  /* What can stay is copied in stretches; most texts are one. */
  const char *kept = text, *end = text + n;

  for (const char *p = text; p < end;)
    {
      if (((guchar) *p >= ' ' && (guchar) *p < 0x80) || *p == '\n')
        {
          p++;
          continue;
        }

      gunichar c = *p != '\0' ? g_utf8_get_char_validated (p, end - p) : 0;
      gboolean bad = c == (gunichar) -1 || c == (gunichar) -2;
      const char *next = bad ? p + 1 : g_utf8_next_char (p);

      if (bad || !is_kept (c))
        {
          g_string_append_len (out, kept, p - kept);
          kept = next;
        }
      if (bad)
        {
          g_string_append (out, "\xef\xbf\xbd");
          done |= TL_TEXT_BAD_UTF8;
        }
      else if (c == '\r')
        {
          done |= TL_TEXT_LINE_ENDINGS;
          if (next >= end || *next != '\n')
            g_string_append_c (out, '\n');
        }
      else if (!is_kept (c))
        done |= TL_TEXT_CONTROLS;

      p = next;
    }
  g_string_append_len (out, kept, end - kept);

  if (changes != NULL)
    *changes = done;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * tl_text_one_line:
 * @text: clean text
 * @changes: (inout) (optional): %TL_TEXT_ONE_LINE is added when something was changed
 *
 * Returns: (transfer full): @text without ends of lines and tabs, and without space at either end
 */
char *
tl_text_one_line (const char    *text,
                  TlTextChanges *changes)
{
  g_return_val_if_fail (text != NULL, NULL);

  char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));

  if (changes != NULL && strcmp (line, text) != 0)
    *changes |= TL_TEXT_ONE_LINE;
  return line;
}

/**
 * tl_text_is_plain:
 * @text: a text from outside
 * @length: how many bytes
 *
 * Returns: whether there are only characters of ASCII and line feeds in it, as there are in most texts: then it is
 *   clean, and has as many characters as bytes
 */
gboolean
tl_text_is_plain (const char *text,
                  gsize       length)
{
  guint8 other = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint8 c = (guint8) text[i];

      other |= (c != '\n') & ((c < ' ') | (c >= 0x7f));
    }
  return other == 0;
}

/**
 * tl_text_is_clean:
 * @text: a text from outside
 *
 * Returns: whether tl_text_normalise() would leave @text as it is
 */
gboolean
tl_text_is_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_kept (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * tl_text_is_one_line:
 * @text: clean text
 *
 * Returns: whether @text has no end of line and no tab
 */
gboolean
tl_text_is_one_line (const char *text)
{
  return strpbrk (text, "\n\r\t") == NULL;
}

/**
 * tl_text_digest:
 * @text: a text
 *
 * Returns: (transfer full): the SHA-256 of @text in hexadecimal
 */
char *
tl_text_digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * tl_text_shorten:
 * @text: a text
 * @max_characters: how long the result may be, with the ellipsis
 *
 * Returns: (transfer full): the first line of @text, cut at a word where it is too long
 */
char *
tl_text_shorten (const char *text,
                 guint       max_characters)
{
  g_return_val_if_fail (text != NULL && max_characters > 1, NULL);

  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  if (g_utf8_strlen (line, -1) <= (glong) max_characters)
    return g_steal_pointer (&line);

  g_autofree char *cut = g_utf8_substring (line, 0, max_characters - 1);
  char *space = strrchr (cut, ' ');
  if (line[strlen (cut)] != ' ' && space != NULL && space > cut + strlen (cut) / 2)
    *space = '\0';

  return g_strconcat (cut, "…", NULL);
}
