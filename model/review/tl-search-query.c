/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into a search, and where it stands in a text.
 *
 * What a person types never reaches the index: it is divided into words by the index's own tokenizer, and of these,
 * which are letters and digits and nothing else, the question is made. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-search-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/store/tl-index.h"

/* A mask has a bit for each. No phrase can be longer than what the index keeps together. */
#define MAX_WORDS TL_INDEX_MAX_PHRASE

#define MAX_BYTES 4096

/* Fewer letters begin so many words that looking them all up takes longer than it helps. */
#define MIN_PREFIX 2
#define MIN_TYPED_PREFIX 3

typedef struct {
  char     *text;   /* folded */
  gsize     length;
  gboolean  prefix; /* whether any word that begins so will do */
} Word;

/* Words that stand one after the other. */
typedef struct {
  guint    first;
  guint    n;
  gboolean excluded;
  char    *match;
} Term;

struct _TlSearchQuery
{
  GArray  *words;   /* Word */
  GArray  *terms;   /* Term */
  GArray  *clauses; /* guint64: terms of which one has to occur */
  guint64  excluded;
};

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->text);
}

static void
clear_term (gpointer term)
{
  g_free (((Term *) term)->match);
}

static gboolean
add_word (const char *word,
          gsize       length,
          gsize       start,
          gsize       end,
          gpointer    data)
{
  const Word added = { g_strndup (word, length), length, FALSE };

  g_array_append_val (((TlSearchQuery *) data)->words, added);
  return TRUE;
}

static char *
word_match (TlSearchQuery *self,
            const Term    *term)
{
  GString *match = g_string_new ("\"");

  for (guint i = 0; i < term->n; i++)
    g_string_append_printf (match, "%s%s", i > 0 ? " " : "", g_array_index (self->words, Word, term->first + i).text);
  g_string_append (match, g_array_index (self->words, Word, term->first + term->n - 1).prefix ? "\" *" : "\"");
  return g_string_free (match, FALSE);
}

/* What is being read: one word or phrase with what stands at its ends. */
typedef struct {
  const char *text;
  gsize       length;
  gboolean    excluded;
  gboolean    quoted;
  gboolean    prefix;
  gboolean    last; /* whether nothing follows, not even a space */
} Item;

static gboolean
is_quote (const char *at)
{
  gunichar character = g_utf8_get_char (at);
  return character == '"' || character == 0x201c || character == 0x201d || character == 0x201e || character == 0xab
         || character == 0xbb;
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

static const char *
read_quoted (const char *at,
             Item       *item)
{
  item->quoted = TRUE;
  item->text = at = g_utf8_next_char (at);
  while (*at != '\0' && !is_quote (at))
    at = g_utf8_next_char (at);
  item->length = (gsize) (at - item->text);
  if (*at != '\0')
    at = g_utf8_next_char (at);
  item->prefix = *at == '*';
  return item->prefix ? at + 1 : at;
}

/* Returns where to go on, or NULL at the end. */
static const char *
read_item (const char *at,
           Item       *item)
{
  *item = (Item) { 0 };
  while (*at != '\0' && is_space (at))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return NULL;

  item->excluded = *at == '-' && at[1] != '\0' && !is_space (at + 1);
  at += item->excluded;
  if (is_quote (at))
    return read_quoted (at, item);

  item->text = at;
  while (*at != '\0' && !is_space (at) && !is_quote (at))
    at = g_utf8_next_char (at);
  item->length = (gsize) (at - item->text);
  item->prefix = item->length > 0 && at[-1] == '*';
  item->last = *at == '\0';
  return at;
}

static gboolean
may_begin_word (TlSearchQuery  *self,
                const Item     *item,
                TlSearchFlags   flags,
                Word           *word,
                GError        **error)
{
  glong length = g_utf8_strlen (word->text, -1);

  word->prefix = item->prefix || ((flags & TL_SEARCH_TYPING) && item->last && length >= MIN_TYPED_PREFIX);
  if (!item->prefix || length >= MIN_PREFIX)
    return TRUE;

  g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "Give at least %d letter before “*”.",
                            "Give at least %d letters before “*”.", MIN_PREFIX), MIN_PREFIX);
  return FALSE;
}

/* Takes @item as a term, if it has a word at all: @added says so. */
static gboolean
add_term (TlSearchQuery  *self,
          const Item     *item,
          TlSearchFlags   flags,
          TlTokenizer    *tokenizer,
          gboolean       *added,
          GError        **error)
{
  Term term = { .first = self->words->len, .excluded = item->excluded };

  tl_tokenizer_split (tokenizer, item->text, item->length, add_word, self);
  term.n = self->words->len - term.first;
  *added = term.n > 0;
  if (!*added)
    return TRUE;
  if (self->words->len > MAX_WORDS)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE, "A search can have at most %d word.",
                                "A search can have at most %d words.", MAX_WORDS), MAX_WORDS);
      return FALSE;
    }
  if (!may_begin_word (self, item, flags, &g_array_index (self->words, Word, self->words->len - 1), error))
    return FALSE;
  term.match = word_match (self, &term);
  g_array_append_val (self->terms, term);
  return TRUE;
}

static void
add_clause (TlSearchQuery *self,
            gboolean       or)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (self->terms->len - 1);

  if (g_array_index (self->terms, Term, self->terms->len - 1).excluded)
    self->excluded |= bit;
  else if (or && self->clauses->len > 0)
    g_array_index (self->clauses, guint64, self->clauses->len - 1) |= bit;
  else
    g_array_append_val (self->clauses, bit);
}

static gboolean
is_or (const Item *item)
{
  return !item->quoted && !item->excluded && item->length == 2 && strncmp (item->text, "OR", 2) == 0;
}

static gboolean
read_query (TlSearchQuery  *self,
            const char     *text,
            TlSearchFlags   flags,
            TlTokenizer    *tokenizer,
            GError        **error)
{
  Item item;
  gboolean or = FALSE;

  while ((text = read_item (text, &item)) != NULL)
    {
      gboolean added;

      if (is_or (&item))
        {
          or = self->clauses->len > 0;
          continue;
        }
      if (!add_term (self, &item, flags, tokenizer, &added, error))
        return FALSE;
      if (added)
        add_clause (self, or);
      or = FALSE;
    }
  if (self->clauses->len > 0)
    return TRUE;

  g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID,
                       self->excluded != 0 ? _("Give a word to look for too, not only what is to be left out.")
                                           : _("Give at least one word to look for."));
  return FALSE;
}

/**
 * tl_search_query_new:
 * @text: what was typed
 * @flags: how to read it
 * @tokenizer: what divides texts
 * @error: return location
 *
 * Words without anything between them must all occur, each anywhere in a record. Words in quotation marks, and the
 * parts of one such as "check-back", must stand together. "OR" binds closer than a space. What has no word in it is
 * passed over.
 *
 * Returns: (transfer full) (nullable): the query; %NULL with %TL_ERROR_INVALID where there is nothing to look for
 */
TlSearchQuery *
tl_search_query_new (const char     *text,
                     TlSearchFlags   flags,
                     TlTokenizer    *tokenizer,
                     GError        **error)
{
  g_return_val_if_fail (text != NULL && tokenizer != NULL, NULL);

  if (strlen (text) > MAX_BYTES)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, _("That is too long to look for. Give fewer words."));
      return NULL;
    }

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (TlSearchQuery) self = g_new0 (TlSearchQuery, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, clear_term);
  self->clauses = g_array_new (FALSE, FALSE, sizeof (guint64));
  return read_query (self, valid, flags, tokenizer, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_search_query_free:
 * @self: (transfer full) (nullable): a query
 */
void
tl_search_query_free (TlSearchQuery *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->words);
  g_array_unref (self->terms);
  g_array_unref (self->clauses);
  g_free (self);
}

/**
 * tl_search_query_get_n_terms:
 * @self: a query
 *
 * Returns: how many words and phrases it has, with those that are to be left out; at most 64
 */
guint
tl_search_query_get_n_terms (TlSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->terms->len;
}

/**
 * tl_search_query_get_match:
 * @self: a query
 * @term: a word or phrase of it
 *
 * Returns: the question for the index
 */
const char *
tl_search_query_get_match (TlSearchQuery *self,
                           guint          term)
{
  g_return_val_if_fail (self != NULL && term < self->terms->len, NULL);
  return g_array_index (self->terms, Term, term).match;
}

/* Appends those of @terms as alternatives. */
static void
append_any (TlSearchQuery *self,
            GString       *match,
            guint64        terms)
{
  const char *before = "(";

  for (guint i = 0; i < self->terms->len; i++)
    if ((terms & (guint64) 1 << i) != 0)
      {
        g_string_append_printf (match, "%s%s", before, g_array_index (self->terms, Term, i).match);
        before = " OR ";
      }
  g_string_append_c (match, ')');
}

/**
 * tl_search_query_dup_wanted:
 * @self: a query
 *
 * Returns: (transfer full): the question for the index after anything that is not to be left out
 */
char *
tl_search_query_dup_wanted (TlSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *match = g_string_new (NULL);
  guint64 wanted = 0;

  for (guint i = 0; i < self->clauses->len; i++)
    wanted |= g_array_index (self->clauses, guint64, i);
  append_any (self, match, wanted);
  return g_string_free (match, FALSE);
}

/**
 * tl_search_query_dup_match:
 * @self: a query
 *
 * Returns: (transfer full): the question for an index that has a row for each record: those match that are looked for
 */
char *
tl_search_query_dup_match (TlSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *match = g_string_new ("(");

  for (guint i = 0; i < self->clauses->len; i++)
    {
      g_string_append (match, i > 0 ? " AND " : "");
      append_any (self, match, g_array_index (self->clauses, guint64, i));
    }
  g_string_append_c (match, ')');
  if (self->excluded != 0)
    {
      g_string_append (match, " NOT ");
      append_any (self, match, self->excluded);
    }
  return g_string_free (match, FALSE);
}

/**
 * tl_search_query_accepts:
 * @self: a query
 * @terms: a bit for each term that occurs in a record
 *
 * Returns: whether it is a record that was looked for
 */
gboolean
tl_search_query_accepts (TlSearchQuery *self,
                         guint64        terms)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if ((terms & self->excluded) != 0)
    return FALSE;
  for (guint i = 0; i < self->clauses->len; i++)
    if ((terms & g_array_index (self->clauses, guint64, i)) == 0)
      return FALSE;
  return TRUE;
}

/* A word of a text: where it stands, and which words of the query it is. */
typedef struct {
  gsize   start;
  gsize   end;
  guint64 words;
} Token;

typedef struct {
  TlSearchQuery *query;
  Token          tokens[MAX_WORDS]; /* the last ones, over and over */
  guint          n_tokens;          /* how many there were */
  GArray        *marks;
  guint          enough;            /* places of each term */
  guint          counts[MAX_WORDS]; /* places of each term so far */
  guint          n_wanting;         /* terms that have not enough yet */
} Marking;

/* Whether @term ends with the last word that was read. */
static gboolean
ends_here (const Marking *marking,
           const Term    *term)
{
  if (term->n > marking->n_tokens)
    return FALSE;
  for (guint i = 0; i < term->n; i++)
    if ((marking->tokens[(marking->n_tokens - term->n + i) % MAX_WORDS].words
         & (G_GUINT64_CONSTANT (1) << (term->first + i))) == 0)
      return FALSE;
  return TRUE;
}

static void
mark_terms (Marking *marking)
{
  GArray *terms = marking->query->terms;
  gsize end = marking->tokens[(marking->n_tokens - 1) % MAX_WORDS].end;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (!term->excluded && ends_here (marking, term))
        {
          const TlSearchMark mark = { marking->tokens[(marking->n_tokens - term->n) % MAX_WORDS].start, end, i };
          g_array_append_val (marking->marks, mark);
          marking->counts[i]++;
          marking->n_wanting -= marking->counts[i] == marking->enough;
        }
    }
}

static gboolean
mark_token (const char *word,
            gsize       length,
            gsize       start,
            gsize       end,
            gpointer    data)
{
  Marking *marking = data;
  GArray *words = marking->query->words;
  Token token = { start, end, 0 };

  for (guint i = 0; i < words->len; i++)
    {
      const Word *wanted = &g_array_index (words, Word, i);

      if ((wanted->prefix ? length >= wanted->length : length == wanted->length)
          && memcmp (word, wanted->text, wanted->length) == 0)
        token.words |= G_GUINT64_CONSTANT (1) << i;
    }
  marking->tokens[marking->n_tokens++ % MAX_WORDS] = token;
  if (token.words != 0)
    mark_terms (marking);
  return marking->n_wanting > 0;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const TlSearchMark *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start ? 1 : (int) x->term - (int) y->term;
}

/**
 * tl_search_query_mark:
 * @self: a query
 * @tokenizer: what divides texts
 * @text: a text
 * @length: its length in bytes
 * @enough: how many places of each word or phrase are enough
 *
 * Finds where in a text something stands that was looked for; the same places as the index finds.
 *
 * Returns: (transfer full) (element-type TlSearchMark): the first places, by where they begin
 */
GArray *
tl_search_query_mark (TlSearchQuery *self,
                      TlTokenizer   *tokenizer,
                      const char    *text,
                      gsize          length,
                      guint          enough)
{
  g_return_val_if_fail (self != NULL && tokenizer != NULL && text != NULL, NULL);

  Marking marking = {
    .query = self,
    .marks = g_array_new (FALSE, FALSE, sizeof (TlSearchMark)),
    .enough = enough,
  };

  for (guint i = 0; i < self->terms->len; i++)
    marking.n_wanting += !g_array_index (self->terms, Term, i).excluded;

  tl_tokenizer_split (tokenizer, text, length, mark_token, &marking);
  g_array_sort (marking.marks, compare_marks);
  return marking.marks;
}
