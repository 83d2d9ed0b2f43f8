/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds tags that would take for ever: libxml2 compares each attribute of an element with all before it, and can't be
 * stopped within a tag. Tags are told apart as the parser does it. */
#include "config.h"

#include "model/document/tl-html-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

#define MAX_ATTRIBUTES 1000
#define BLANK " \t\n"

/* After the next "what", or at the end of the text. */
static const char *
skip_past (const char *text,
           const char *what)
{
  const char *found = strstr (text, what);

  return found != NULL ? found + strlen (what) : text + strlen (text);
}

static const char *
skip_value (const char *text)
{
  if (*text != '"' && *text != '\'')
    return text + strcspn (text, BLANK ">");

  const char *end = strchr (text + 1, *text);

  return end != NULL ? end + 1 : text + strlen (text);
}

/* From the name of an element to after its tag, or to where it has too many attributes. */
static const char *
skip_tag (const char *text,
          guint      *n_attributes)
{
  *n_attributes = 0;
  text += strcspn (text, BLANK "/>");
  while (*text != '\0' && *text != '>' && *n_attributes <= MAX_ATTRIBUTES)
    {
      gsize skipped = strspn (text, BLANK "/");

      text += skipped;
      if (*text == '\0' || *text == '>')
        break;
      (*n_attributes)++;
      text += strcspn (text, BLANK "/>=");

      const char *value = text + strspn (text, BLANK);

      if (*value == '=')
        text = skip_value (value + 1 + strspn (value + 1, BLANK));
    }
  return *text == '>' ? text + 1 : text;
}

/* The end of what is no markup whatever it looks like: from after <script> to </script. */
static const char *
skip_raw (const char *text,
          const char *name)
{
  gsize length = strlen (name);

  for (text = strstr (text, "</"); text != NULL; text = strstr (text + 2, "</"))
    if (g_ascii_strncasecmp (text + 2, name, length) == 0)
      return text;
  return NULL;
}

static const char *
skip_comment (const char *text)
{
  const char *end = strstr (text, "--");

  while (end != NULL && end[2] != '>' && (end[2] != '!' || end[3] != '>'))
    end = strstr (end + 1, "--");
  return end != NULL ? strchr (end, '>') + 1 : text + strlen (text);
}

static const char *
skip_element (const char *text,
              guint      *n_attributes)
{
  static const char *const raw[] = { "script", "style" };
  const char *after = skip_tag (text, n_attributes);

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      gsize length = strlen (raw[i]);

      if (g_ascii_strncasecmp (text, raw[i], length) == 0 && !g_ascii_isalnum (text[length]))
        {
          const char *end = skip_raw (after, raw[i]);

          return end != NULL ? end : after + strlen (after);
        }
    }
  return after;
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint n = 1;

  for (; text < end; text++)
    n += *text == '\n';
  return n;
}

/* Whether no tag would keep the parser; if one would, the draft is told. */
gboolean
_tl_html_check_tags (TlDraft    *draft,
                     const char *text)
{
  const char *p = text;

  while ((p = strchr (p, '<')) != NULL && _tl_draft_goes_on (draft))
    {
      guint n_attributes = 0;
      const char *start = p++;

      if (g_str_has_prefix (p, "!--"))
        p = skip_comment (p + 3);
      else if (*p == '!' || *p == '?')
        p = skip_past (p, ">");
      else if (g_ascii_isalpha (*p))
        p = skip_element (p, &n_attributes);
      if (n_attributes > MAX_ATTRIBUTES)
        _tl_draft_refuse (draft, TL_ERROR_INVALID, _("Line %u: an element has more than 1,000 attributes."),
                          count_lines (text, start));
    }
  return draft->error == NULL;
}
