/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A recommendation that only negates what went wrong ("assessments were late": "ensure that assessments are timely")
 * changes nothing about why it was so. Such a one is known by its words: they are those of the factor, and the others
 * say only that it should be otherwise. The words are data, in data/echo; their forms are found by the Snowball stemmer
 * for English, since that is the language of the lists. */
#include "config.h"

#include "model/words/tl-echo.h"

#include <glib/gi18n-lib.h>
#include <libstemmer.h>
#include <string.h>

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/words/tl-words-private.h"

#define LISTS "echo/recommendation.ini"

/* Of what a recommendation says, at least so much has to be the factor's for it to say nothing of its own. What says
 * that something should be is more often an echo than what says to do it. */
#define LEAST_SHARE 0.6
#define LEAST_SHARE_OF_URGING 0.5

/* Letters that make two long stems the same word: "paediatric" and "paediatrician". */
#define LETTERS_OF_KIN 6

struct _TlEcho
{
  struct sb_stemmer *stemmer;
  GHashTable        *urging;    /* sets of stems */
  GHashTable        *general;
  GHashTable        *neutral;
  GHashTable        *mechanism;
  GHashTable        *lacking;
  GHashTable        *providing; /* of the mechanisms, those that only bring what was lacking */
  GHashTable        *same;      /* stem → name of its class; both owned */
};

/* What a text is about. */
struct _TlEchoText
{
  GHashTable *stems;  /* set of stems, each the same for words of one class; owned */
  GHashTable *shown;  /* stem → a word as it stands in the text */
  gboolean    urges;
  gboolean    lacks;  /* something was not so */
};

/* Without what turns a word into its opposite, for that is what a recommendation does: "unannounced", "announced". */
static char *
dup_stem (TlEcho     *self,
          const char *word)
{
  gsize length = strlen (word);

  if (g_str_has_suffix (word, "'s"))
    length -= 2;
  if (g_str_has_prefix (word, "un") && length > 7)
    word += 2, length -= 2;
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) length);
  return g_strndup ((const char *) stem, (gsize) sb_stemmer_length (self->stemmer));
}

/* Loading */

static GHashTable *
read_set (TlEcho     *self,
          GKeyFile   *file,
          const char *group)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        g_hash_table_add (set, dup_stem (self, words[j]));
    }
  return set;
}

static GHashTable *
read_classes (TlEcho     *self,
              GKeyFile   *file,
              const char *group)
{
  GHashTable *classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        g_hash_table_replace (classes, dup_stem (self, words[j]), g_strdup (keys[i]));
    }
  return classes;
}

/**
 * tl_echo_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what tells echoes, with the lists that ship or that stand in their place
 */
TlEcho *
tl_echo_load (GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = tl_data_load (LISTS, error);
  g_autoptr (TlEcho) self = NULL;
  g_autoptr (GError) local_error = NULL;

  if (bytes == NULL)
    return NULL;
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &local_error))
    {
      g_autofree char *name = tl_data_describe (LISTS);

      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s is not a list of words: %s."), name, local_error->message);
      return NULL;
    }
  self = g_new0 (TlEcho, 1);
  self->stemmer = sb_stemmer_new ("english", NULL);
  self->urging = read_set (self, file, "urging");
  self->general = read_set (self, file, "general");
  self->neutral = read_set (self, file, "neutral");
  self->mechanism = read_set (self, file, "mechanism");
  self->lacking = read_set (self, file, "lacking");
  self->providing = read_set (self, file, "providing");
  self->same = read_classes (self, file, "same");
  return g_steal_pointer (&self);
}

/**
 * tl_echo_free:
 * @self: (transfer full): what tells echoes
 */
void
tl_echo_free (TlEcho *self)
{
  g_return_if_fail (self != NULL);

  sb_stemmer_delete (self->stemmer);
  g_hash_table_unref (self->urging);
  g_hash_table_unref (self->general);
  g_hash_table_unref (self->neutral);
  g_hash_table_unref (self->mechanism);
  g_hash_table_unref (self->lacking);
  g_hash_table_unref (self->providing);
  g_hash_table_unref (self->same);
  g_free (self);
}

/* Finding */

static gboolean
is_number (const char *word)
{
  return strspn (word, "0123456789") == strlen (word);
}

static void
add_stem (TlEcho            *self,
          TlEchoText        *matter,
          const char        *stem,
          const char        *text,
          const TlWordToken *token)
{
  const char *class = g_hash_table_lookup (self->same, stem);

  g_hash_table_insert (matter->shown, g_strdup (class != NULL ? class : stem),
                       g_strndup (text + token->first_byte, token->after_byte - token->first_byte));
  g_hash_table_add (matter->stems, g_strdup (stem));
}

/**
 * tl_echo_text_new:
 * @self: what tells echoes
 * @text: a factor or a recommendation
 *
 * Returns: (transfer full): what @text is about, to be compared with several others
 */
TlEchoText *
tl_echo_text_new (TlEcho     *self,
                  const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_autoptr (GArray) tokens = _tl_words_split (text);
  TlEchoText *matter = g_new0 (TlEchoText, 1);

  matter->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  matter->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < tokens->len; i++)
    {
      const TlWordToken *token = &g_array_index (tokens, TlWordToken, i);
      g_autofree char *stem = dup_stem (self, token->folded);

      matter->lacks = matter->lacks || g_hash_table_contains (self->lacking, stem);
      if (g_hash_table_contains (self->urging, stem))
        matter->urges = TRUE;
      else if (!is_number (token->folded) && !g_hash_table_contains (self->general, stem))
        add_stem (self, matter, stem, text, token);
    }
  return matter;
}

/**
 * tl_echo_text_free:
 * @self: (transfer full): a text
 */
void
tl_echo_text_free (TlEchoText *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->stems);
  g_hash_table_unref (self->shown);
  g_free (self);
}

static gboolean
are_kin (const char *a,
         const char *b)
{
  gsize length = MIN (strlen (a), strlen (b));

  return length >= LETTERS_OF_KIN && strncmp (a, b, length) == 0;
}

/* Whether a stem is in a text, if only by another word for the same. */
static gboolean
speaks_of (TlEcho           *self,
           const TlEchoText *matter,
           const char       *stem)
{
  const char *class = g_hash_table_lookup (self->same, stem);
  GHashTableIter iter;
  gpointer other;

  if (g_hash_table_contains (matter->shown, class != NULL ? class : stem))
    return TRUE;
  g_hash_table_iter_init (&iter, matter->stems);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (are_kin (stem, other))
      return TRUE;
  return FALSE;
}

static gboolean
is_echo (TlEcho           *self,
         const TlEchoText *factor,
         const TlEchoText *recommendation,
         GPtrArray        *common)
{
  GHashTableIter iter;
  gpointer stem;
  guint n_added = 0;
  gboolean provides = FALSE;

  g_hash_table_iter_init (&iter, recommendation->stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    if (speaks_of (self, factor, stem))
      {
        const char *class = g_hash_table_lookup (self->same, stem);

        g_ptr_array_add (common, g_hash_table_lookup (recommendation->shown, class != NULL ? class : stem));
      }
    else if (factor->lacks && g_hash_table_contains (self->providing, stem))
      provides = TRUE;
    else if (g_hash_table_contains (self->mechanism, stem))
      return FALSE;
    else if (!g_hash_table_contains (self->neutral, stem))
      n_added++;

  /* “There was no lead professional”: “appoint a lead professional”, and nothing else. */
  if (provides && n_added > 0)
    return FALSE;

  double least = recommendation->urges ? LEAST_SHARE_OF_URGING : LEAST_SHARE;
  return common->len > 0 && common->len >= least * (common->len + n_added);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_echo_compare:
 * @factor: what was found to contribute
 * @recommendation: what is recommended in answer to it
 *
 * Returns: (transfer full) (nullable): a sentence that says why @recommendation only turns @factor round, and what to
 *   ask instead; %NULL if it adds something
 */
char *
tl_echo_compare (TlEcho           *self,
                 const TlEchoText *factor,
                 const TlEchoText *recommendation)
{
  g_return_val_if_fail (self != NULL && factor != NULL && recommendation != NULL, NULL);

  g_autoptr (GPtrArray) common = g_ptr_array_new ();

  if (!is_echo (self, factor, recommendation, common))
    return NULL;

  g_ptr_array_sort (common, compare_words);
  for (guint i = common->len; i > 1; i--)
    if (strcmp (common->pdata[i - 1], common->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (common, i - 1);
  g_ptr_array_add (common, NULL);
  g_autofree char *words = g_strjoinv ("”, “", (char **) common->pdata);
  /* Translators: words that a factor and a recommendation share, between quotation marks */
  return g_strdup_printf (_("It says of “%s” only that it should be otherwise. What about the work would have to "
                            "change for that?"),
                          words);
}

/**
 * tl_echo_find:
 * @factor: what was found to contribute
 * @recommendation: what is recommended in answer to it
 *
 * As tl_echo_compare(), for two texts of which neither is compared with others.
 *
 * Returns: (transfer full) (nullable): the sentence
 */
char *
tl_echo_find (TlEcho     *self,
              const char *factor,
              const char *recommendation)
{
  g_return_val_if_fail (self != NULL && factor != NULL && recommendation != NULL, NULL);

  g_autoptr (TlEchoText) what = tl_echo_text_new (self, factor);
  g_autoptr (TlEchoText) answer = tl_echo_text_new (self, recommendation);

  return tl_echo_compare (self, what, answer);
}
