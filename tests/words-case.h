/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the guard is to find in a text. */
#pragma once

#include <string.h>

#include "model/words/tl-words.h"

/* Loaded when first asked for, within a test: then the data folder is the test's own. */
static inline TlWords *
get_words (void)
{
  static TlWords *words;

  if (words == NULL)
    words = tl_words_load (NULL);
  return words;
}

/* What is found, as "group:text@line:column" separated by bars. */
static inline char *
find_in (TlWords    *list,
         const char *text)
{
  g_autoptr (GPtrArray) hits = tl_words_find (list, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, i);

      /* The position in characters and the text say the same. */
      g_autofree char *part = g_utf8_substring (text, hit->start, hit->end);

      g_assert_cmpstr (part, ==, hit->text);
      g_assert_true (g_str_has_suffix (hit->question, "?"));
      g_assert_cmpuint (strlen (hit->explanation), >, 0);
      g_string_append_printf (found, "%s%s:%s@%u:%u", found->len > 0 ? "|" : "", hit->group, hit->text, hit->line,
                              hit->column);
    }
  return g_strdup (found->str);
}

static inline void
assert_found (const char *text,
              const char *expected)
{
  g_autofree char *found = find_in (get_words (), text);

  g_test_message ("%s", text);
  g_assert_cmpstr (found, ==, expected);
}
