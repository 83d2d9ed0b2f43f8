/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of the words of a text before expressions are looked for: which of them are members of which class. It
 * is found out once for each word, so that looking for many expressions costs little more than looking for one. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

#define MAX_OWNER 3 /* words of what owns something */

static void
note_beginnings (TlWords     *self,
                 TlWordClass *class,
                 GHashTable  *members)
{
  GHashTableIter iter;
  void *word;

  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      GPtrArray *classes = g_hash_table_lookup (self->beginnings, word);

      if (classes == NULL)
        {
          classes = g_ptr_array_new ();
          g_hash_table_insert (self->beginnings, g_strdup (word), classes);
        }
      if (!g_ptr_array_find (classes, class, NULL))
        g_ptr_array_add (classes, class);
    }
}

/*
 * _tl_words_index:
 *
 * Takes note of which classes a word may begin a member of. To be called when classes have changed.
 */
void
_tl_words_index (TlWords *self)
{
  GHashTableIter iter;
  void *value;

  g_hash_table_remove_all (self->beginnings);
  g_ptr_array_set_size (self->ended, 0);
  g_hash_table_iter_init (&iter, self->classes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlWordClass *class = value;

      note_beginnings (self, class, class->members);
      note_beginnings (self, class, class->named);
      if (class->endings->len > 0)
        g_ptr_array_add (self->ended, class);
    }
}

static TlWordToken *
get_token (GArray *tokens,
           guint   position)
{
  return &g_array_index (tokens, TlWordToken, position);
}

/* Whether the word of the text is the one of a member, or one that it leaves open. */
static gboolean
is_word (const TlWordToken *token,
         const char        *word)
{
  gboolean is_letter = g_ascii_isdigit (token->folded[0]) || token->folded[1] == '\0';

  if (strcmp (word, TL_WORDS_ANY) == 0)
    return !is_letter;
  return strcmp (word, TL_WORDS_LETTER) == 0 ? is_letter : strcmp (word, token->folded) == 0;
}

/* The position after the member, or 0. */
static guint
match_member (GArray *tokens,
              guint   position,
              char  **member)
{
  guint i = position;

  for (; *member != NULL; member++, i++)
    if (i == tokens->len || (i > position && !get_token (tokens, i)->joined)
        || !is_word (get_token (tokens, i), *member))
      return 0;
  return i;
}

static guint
match_longest (GArray     *tokens,
               guint       position,
               GHashTable *members)
{
  GPtrArray *candidates = g_hash_table_lookup (members, get_token (tokens, position)->folded);
  guint end = 0;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    end = MAX (end, match_member (tokens, position, candidates->pdata[i]));
  return end;
}

static gboolean
has_ending (const TlWordClass *class,
            const char        *word)
{
  for (guint i = 0; i < class->endings->len; i++)
    if (g_str_has_suffix (word, class->endings->pdata[i]) && strlen (word) > strlen (class->endings->pdata[i]) + 1)
      return TRUE;
  return FALSE;
}

static void
note_member (TlWordToken       *token,
             const TlWordClass *class,
             guint              end,
             gboolean           by_ending)
{
  TlWordMember member = { class, end, by_ending };

  if (end == 0 || g_hash_table_contains (class->excluded, token->folded))
    return;
  if (token->members == NULL)
    token->members = g_array_new (FALSE, FALSE, sizeof (TlWordMember));
  g_array_append_val (token->members, member);
}

static void
note_members (TlWords *self,
              GArray  *tokens,
              guint    position)
{
  TlWordToken *token = get_token (tokens, position);
  GPtrArray *classes = g_hash_table_lookup (self->beginnings, token->folded);

  for (guint i = 0; classes != NULL && i < classes->len; i++)
    {
      const TlWordClass *class = classes->pdata[i];

      note_member (token, class,
                   MAX (match_longest (tokens, position, class->members),
                        match_longest (tokens, position, class->named)),
                   FALSE);
    }
  for (guint i = 0; i < self->ended->len; i++)
    {
      const TlWordClass *class = self->ended->pdata[i];

      if (has_ending (class, token->folded) && _tl_words_find_member (token, class->key + 1) == NULL)
        note_member (token, class, position + 1, TRUE);
    }
}

/*
 * _tl_words_split_known:
 *
 * Returns: (transfer full): the words of a text, each with the members of classes that begin there
 */
GArray *
_tl_words_split_known (TlWords    *self,
                       const char *text)
{
  GArray *tokens = _tl_words_split (text);

  for (guint i = 0; i < tokens->len; i++)
    note_members (self, tokens, i);
  return tokens;
}

/*
 * _tl_words_find_member:
 * @name: of a class
 *
 * Returns: (nullable): the longest member of the class that begins at the word
 */
const TlWordMember *
_tl_words_find_member (const TlWordToken *token,
                       const char        *name)
{
  for (guint i = 0; token->members != NULL && i < token->members->len; i++)
    {
      const TlWordMember *member = &g_array_index (token->members, TlWordMember, i);

      if (strcmp (member->class->key + 1, name) == 0)
        return member;
    }
  return NULL;
}

/* Whether the member stands there with its last word owning something. */
static gboolean
is_owner (GArray     *tokens,
          guint       first,
          char      **member,
          guint       last,
          const char *owner)
{
  for (guint i = first; i < last; i++)
    if (member[i - first] == NULL || !is_word (get_token (tokens, i), member[i - first])
        || !get_token (tokens, i + 1)->joined)
      return FALSE;
  return g_strcmp0 (member[last - first], owner) == 0 && member[last - first + 1] == NULL;
}

/*
 * _tl_words_is_owner:
 * @position: of a word that ends as an owner does
 * @name: of a class, with the same ending
 *
 * Returns: whether it is a member of the class that owns something: “the mother’s”, “the health visitor’s”
 */
gboolean
_tl_words_is_owner (TlWords    *self,
                    GArray     *tokens,
                    guint       position,
                    const char *name)
{
  g_autofree char *owners = g_strndup (name, strlen (name) - strlen (TL_WORDS_OWNER));
  TlWordClass *class = g_hash_table_lookup (self->classes, owners);
  const TlWordToken *token = get_token (tokens, position);

  if (class == NULL || !g_str_has_suffix (token->folded, TL_WORDS_OWNER))
    return FALSE;

  g_autofree char *owner = g_strndup (token->folded, strlen (token->folded) - strlen (TL_WORDS_OWNER));

  for (guint first = position;; first--)
    {
      const char *word = first == position ? owner : get_token (tokens, first)->folded;
      GPtrArray *candidates = g_hash_table_lookup (class->members, word);

      for (guint i = 0; candidates != NULL && i < candidates->len; i++)
        if (is_owner (tokens, first, candidates->pdata[i], position, owner))
          return TRUE;
      if (first == token->sentence || first + MAX_OWNER == position + 1)
        return FALSE;
    }
}
