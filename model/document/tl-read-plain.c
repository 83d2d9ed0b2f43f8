/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text and Markdown. Both stay as they were written; of Markdown only what stands for something else is
 * resolved: the front matter and escapes. */
#include "config.h"

#include "model/document/tl-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a backslash may stand before (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
#define ESCAPABLE "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
#define MAX_FRONT_MATTER (64 * 1024)

void
_tl_read_plain (TlDraft *draft,
                GBytes  *bytes)
{
  g_autofree char *text = _tl_decode (draft, bytes, NULL);

  if (text != NULL)
    _tl_draft_add_pages (draft, text, strlen (text));
}

/* The value of "key: value" in a line, without quotation marks. */
static char *
dup_value (const char *line,
           const char *key)
{
  gsize length = strlen (key);

  if (g_ascii_strncasecmp (line, key, length) != 0 || line[length] != ':')
    return NULL;

  char *value = g_strstrip (g_strdup (line + length + 1));
  gsize n = strlen (value);

  if (n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n - 1] == value[0])
    {
      value[n - 1] = '\0';
      memmove (value, value + 1, n - 1);
    }
  return value;
}

/* A first line "---" up to the next: what the file says of itself. Returns what follows. */
static const char *
read_front_matter (TlDraft    *draft,
                   const char *text)
{
  if (!g_str_has_prefix (text, "---\n"))
    return text;

  const char *end = g_strstr_len (text + 3, MAX_FRONT_MATTER, "\n---\n");

  if (end == NULL)
    return text;

  g_autofree char *matter = g_strndup (text + 4, (gsize) (MAX (end, text + 4) - text - 4));
  g_auto (GStrv) lines = g_strsplit (matter, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *title = dup_value (lines[i], "title");
      g_autofree char *date = dup_value (lines[i], "date");

      _tl_draft_set_title (draft, title);
      _tl_draft_set_date (draft, date);
    }
  _tl_draft_note (draft, _("What the file says of itself before its text (front matter) was left out."));
  return end + strlen ("\n---\n");
}

/* The fence of a block of code at the start of a line, or 0. */
static char
get_fence (const char *line)
{
  gsize indent = strspn (line, " ");

  line += indent;
  return indent < 4 && (strncmp (line, "```", 3) == 0 || strncmp (line, "~~~", 3) == 0) ? *line : '\0';
}

/* Takes the backslashes away that only say that the next character is meant as it stands. Code is left alone. */
static gboolean
resolve_escapes (char *text)
{
  gboolean at_start = TRUE, in_code = FALSE, found = FALSE;
  char fence = '\0';
  char *out = text;

  for (char *p = text; *p != '\0'; p++)
    {
      char mark = at_start ? get_fence (p) : '\0';

      if (mark != '\0' && (fence == '\0' || fence == mark))
        {
          fence = fence == '\0' ? mark : '\0';
          for (; *p != '\0' && *p != '\n'; p++)
            *out++ = *p;
          if (*p == '\0')
            break;
        }
      if (fence == '\0' && *p == '\\' && !in_code && p[1] != '\0' && strchr (ESCAPABLE, p[1]) != NULL)
        {
          found = TRUE;
          p++;
        }
      else if (fence == '\0' && *p == '`')
        in_code = !in_code;
      else if (at_start && *p == '\n') /* a mark of code that nothing closes reaches to the end of its paragraph */
        in_code = FALSE;
      at_start = *p == '\n';
      *out++ = *p;
    }
  *out = '\0';
  return found;
}

/* The first line "# Heading". */
static char *
dup_heading (const char *text)
{
  while (text != NULL && !g_str_has_prefix (text, "# "))
    {
      text = strchr (text, '\n');
      text = text != NULL ? text + 1 : NULL;
    }
  return text != NULL ? g_strndup (text + 2, strcspn (text + 2, "\n")) : NULL;
}

void
_tl_read_markdown (TlDraft *draft,
                   GBytes  *bytes)
{
  g_autofree char *decoded = _tl_decode (draft, bytes, NULL);

  if (decoded == NULL)
    return;

  /* Front matter is found by its lines. */
  g_auto (GStrv) lines = g_strsplit (decoded, "\r\n", -1);
  g_autofree char *text = g_strdelimit (g_strjoinv ("\n", lines), "\r", '\n');
  char *body = text + (read_front_matter (draft, text) - text);

  if (resolve_escapes (body))
    _tl_draft_note (draft,
                    _("Backslashes before punctuation, which in Markdown are not part of the text, were left out."));

  g_autofree char *heading = dup_heading (body);

  _tl_draft_set_title (draft, heading);
  _tl_draft_add_pages (draft, body, strlen (body));
}
