/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences in the words of a profile. A sentence names a term by its key in braces, as in "Put to {the_owner}"; a key
 * with a capital begins a sentence. And what is declared once for every profile, the labels of kinds, fields and
 * choices, is said as a profile says it. */
#include "config.h"

#include "model/terms/tl-terms-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Labels that a profile has its own word for. */
static const struct {
  const char *label;
  const char *phrase;
} declared[] = {
  { "Action", "{Action}" },
  { "Actions", "{Actions}" },
  { "Board", "{Owner_short}" },
  { "Finding", "{Finding}" },
  { "Findings", "{Findings}" },
  { "Indicative finding", N_("Indicative {finding}") },
  { "Question for the board", "{Board_question}" },
  { "Questions for the board", "{Board_questions}" },
  { "Speaks against findings", N_("Speaks against {findings}") },
  { "Speaks for findings", N_("Speaks for {findings}") },
  { "The board", "{The_owner}" },
  { "With the board", N_("With {the_owner}") },
};

static gboolean
has_key (const char *key)
{
  return g_strv_contains (tl_terms_get_keys (), key);
}

/* A word that is an abbreviation stays one. */
static void
append_word (GString    *phrase,
             const char *word,
             gboolean    begins)
{
  gunichar first = g_utf8_get_char (word);
  const char *rest = g_utf8_next_char (word);

  if (!begins && g_unichar_isupper (g_utf8_get_char (rest)))
    g_string_append_unichar (phrase, first);
  else
    g_string_append_unichar (phrase, begins ? g_unichar_toupper (first) : g_unichar_tolower (first));
  g_string_append (phrase, rest);
}

/**
 * tl_terms_dup_phrase:
 * @terms: a profile
 * @text: a sentence with keys in braces, translated
 *
 * Returns: (transfer full): the sentence with the words of @terms; what is in braces and no key stays as it is
 */
char *
tl_terms_dup_phrase (TlTerms    *terms,
                     const char *text)
{
  g_return_val_if_fail (TL_IS_TERMS (terms) && text != NULL, NULL);

  GString *phrase = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
      g_autofree char *key = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (key == NULL || !has_key (key))
        {
          g_string_append_c (phrase, *at++);
          continue;
        }
      append_word (phrase, tl_terms_get (terms, key), g_ascii_isupper (name[0]));
      at = end + 1;
    }
  return g_string_free (phrase, FALSE);
}

/**
 * tl_terms_dup_declared:
 * @terms: a profile
 * @label: the label of a kind, a field or a choice as it is declared, not yet translated
 *
 * Returns: (transfer full): the label in the words of @terms
 */
char *
tl_terms_dup_declared (TlTerms    *terms,
                       const char *label)
{
  g_return_val_if_fail (TL_IS_TERMS (terms) && label != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (declared); i++)
    if (strcmp (declared[i].label, label) == 0)
      return tl_terms_dup_phrase (terms, _(declared[i].phrase));
  return g_strdup (_(label));
}
