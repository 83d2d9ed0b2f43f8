/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A typology of problems, one version of it: a tree of codes with what each means. Owns its codes. Never changes once
 * it is read, so that any thread may look at it. */
#include "config.h"

#include "model/typology/tl-typology.h"

#include "model/base/tl-error.h"
#include "model/typology/tl-code-private.h"
#include "model/typology/tl-skos-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define URI_PREFIX "urn:throughline:typology:"
#define ID_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."

/* How far up a search result stands. A code withdrawn from use stands below every other. */
#define SCORE_NOTATION 10000
#define SCORE_WHOLE_LABEL 1000
#define SCORE_WORD_IN_LABEL 10
#define SCORE_DEPRECATED -100000

struct _TlTypology
{
  GObject parent_instance;

  char *id;
  char *uri;
  char *version;
  char *title;
  char *description;

  GListStore *top;
  GListStore *codes;       /* every code, in the order of the file */
  GHashTable *by_notation; /* notation to TlCode, both owned by codes */
};

G_DEFINE_FINAL_TYPE (TlTypology, tl_typology, G_TYPE_OBJECT)

/* reading */

/* Returns: the last part of @uri, which is where every scheme keeps its short name */
static char *
dup_short_name (const char *uri)
{
  const char *end = uri + strlen (uri);

  while (end > uri && strchr (":/#", end[-1]) == NULL)
    end--;
  return g_strdup (end);
}

/* A translation in the person's language if there is one, else English, else what there is. */
static const char *
choose_language (const TlSkosResource *resource,
                 TlSkosProperty        property)
{
  const char *const *wanted = g_get_language_names ();
  TlSkosStatement *statement;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdelimit (g_ascii_strdown (wanted[i], -1), "_", '-');

      for (guint j = 0; (statement = _tl_skos_get (resource, property, j)) != NULL; j++)
        if (strcmp (statement->language, tag) == 0)
          return statement->language;
    }

  for (guint i = 0; (statement = _tl_skos_get (resource, property, i)) != NULL; i++)
    if (strcmp (statement->language, "en") == 0 || g_str_has_prefix (statement->language, "en-"))
      return statement->language;
  return _tl_skos_get (resource, property, 0)->language;
}

/* Returns: (nullable): everything said in the language chosen, one text a line */
static char *
dup_text (const TlSkosResource *resource,
          TlSkosProperty        property)
{
  if (_tl_skos_get_n (resource, property) == 0)
    return NULL;

  const char *language = choose_language (resource, property);
  GString *text = g_string_new (NULL);
  TlSkosStatement *statement;

  for (guint i = 0; (statement = _tl_skos_get (resource, property, i)) != NULL; i++)
    if (strcmp (statement->language, language) == 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", statement->value);
  return g_string_free (text, FALSE);
}

static char *
dup_replacement (TlTypology *self,
                 TlSkosFile *file,
                 const char *uri)
{
  const TlSkosResource *concept = g_hash_table_lookup (file->by_uri, uri);

  if (concept != NULL && !concept->is_scheme)
    return g_strconcat (self->id, ":", _tl_skos_get (concept, TL_SKOS_NOTATION, 0)->value, NULL);
  return g_strdup (g_str_has_prefix (uri, URI_PREFIX) ? uri + strlen (URI_PREFIX) : uri);
}

static char **
dup_replacements (TlTypology           *self,
                  TlSkosFile           *file,
                  const TlSkosResource *concept)
{
  guint n_replacements = _tl_skos_get_n (concept, TL_SKOS_REPLACED_BY);
  char **replacements = g_new0 (char *, n_replacements + 1);

  for (guint i = 0; i < n_replacements; i++)
    replacements[i] = dup_replacement (self, file, _tl_skos_get (concept, TL_SKOS_REPLACED_BY, i)->value);
  return replacements;
}

static void
clear_match (void *match)
{
  g_free (((TlCodeMatch *) match)->uri);
}

static GArray *
dup_matches (const TlSkosResource *concept)
{
  static const struct {
    TlSkosProperty property;
    TlMatch        match;
  } matches[] = {
    { TL_SKOS_EXACT_MATCH, TL_MATCH_EXACT },   { TL_SKOS_CLOSE_MATCH, TL_MATCH_CLOSE },
    { TL_SKOS_BROAD_MATCH, TL_MATCH_BROAD },   { TL_SKOS_NARROW_MATCH, TL_MATCH_NARROW },
    { TL_SKOS_RELATED_MATCH, TL_MATCH_RELATED },
  };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TlCodeMatch));

  g_array_set_clear_func (found, clear_match);
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    for (guint j = 0; j < _tl_skos_get_n (concept, matches[i].property); j++)
      {
        char *uri = g_strdup (_tl_skos_get (concept, matches[i].property, j)->value);
        TlCodeMatch match = { matches[i].match, uri };

        g_array_append_val (found, match);
      }
  return found;
}

static gboolean
is_true (const TlSkosStatement *statement)
{
  return statement != NULL && (strcmp (statement->value, "true") == 0 || strcmp (statement->value, "1") == 0);
}

static void
add_code (TlTypology           *self,
          TlSkosFile           *file,
          const TlSkosResource *concept)
{
  g_autoptr (TlCode) code = g_object_new (TL_TYPE_CODE, NULL);

  code->scheme = g_strdup (self->id);
  code->notation = g_strdup (_tl_skos_get (concept, TL_SKOS_NOTATION, 0)->value);
  code->qualified = g_strconcat (code->scheme, ":", code->notation, NULL);
  code->label = dup_text (concept, TL_SKOS_PREF_LABEL);
  code->definition = dup_text (concept, TL_SKOS_DEFINITION);
  code->include = dup_text (concept, TL_SKOS_INCLUDE);
  if (code->include == NULL) /* where schemes made elsewhere say what belongs */
    code->include = dup_text (concept, TL_SKOS_SCOPE_NOTE);
  code->exclude = dup_text (concept, TL_SKOS_EXCLUDE);
  code->example = dup_text (concept, TL_SKOS_EXAMPLE);
  code->replaced_by = dup_replacements (self, file, concept);
  code->uri = g_strdup (concept->uri);
  code->matches = dup_matches (concept);
  code->deprecated = is_true (_tl_skos_get (concept, TL_SKOS_DEPRECATED, 0));

  g_list_store_append (self->codes, code);
  g_hash_table_insert (self->by_notation, code->notation, code);
}

static void
plant_tree (TlTypology *self,
            TlSkosFile *file)
{
  for (guint i = 0; i < file->concepts->len; i++)
    {
      const TlSkosResource *concept = g_ptr_array_index (file->concepts, i);
      g_autoptr (TlCode) code = g_list_model_get_item (G_LIST_MODEL (self->codes), i);

      if (concept->broader == NULL)
        g_list_store_append (self->top, code);
      else
        _tl_code_add_child (
            g_hash_table_lookup (self->by_notation, _tl_skos_get (concept->broader, TL_SKOS_NOTATION, 0)->value), code);
    }
}

/* searching */

static gboolean
has_word (char      **tokens,
          const char *word)
{
  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    if (g_str_has_prefix (tokens[i], word))
      return TRUE;
  return FALSE;
}

static char **
fold (const char *text)
{
  char **alternates = NULL;
  char **tokens = g_str_tokenize_and_fold (text, NULL, &alternates);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  /* “naïve” is found by “naive” too */
  g_strv_builder_addv (builder, (const char **) tokens);
  g_strv_builder_addv (builder, (const char **) alternates);
  g_strfreev (tokens);
  g_strfreev (alternates);
  return g_strv_builder_end (builder);
}

/* Returns: 0 if @code doesn't match */
static int
score_code (TlCode     *code,
            const char *query,
            char      **words)
{
  int score = code->deprecated ? SCORE_DEPRECATED : 1;

  if (g_ascii_strncasecmp (code->notation, query, strlen (query)) == 0)
    return score + SCORE_NOTATION;

  g_autofree char *rest = g_strjoin (" ", code->definition != NULL ? code->definition : "",
                                     code->include != NULL ? code->include : "", NULL);
  g_auto (GStrv) label_tokens = fold (code->label);
  g_auto (GStrv) rest_tokens = fold (rest);
  guint n_in_label = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (has_word (label_tokens, words[i]))
      n_in_label++;
    else if (!has_word (rest_tokens, words[i]))
      return 0;

  return score + (int) n_in_label * SCORE_WORD_IN_LABEL
         + (n_in_label == g_strv_length (words) ? SCORE_WHOLE_LABEL : 0);
}

typedef struct
{
  TlCode *code;
  int score;
  guint position;
} Hit;

static int
compare_hits (const void *a,
              const void *b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->position < second->position ? -1 : 1;
}

/* GObject overrides */

static void
tl_typology_finalize (GObject *object)
{
  TlTypology *self = TL_TYPOLOGY (object);

  g_clear_pointer (&self->by_notation, g_hash_table_unref);
  g_clear_object (&self->top);
  g_clear_object (&self->codes);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (tl_typology_parent_class)->finalize (object);
}

static void
tl_typology_class_init (TlTypologyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_typology_finalize;
}

static void
tl_typology_init (TlTypology *self)
{
  self->top = g_list_store_new (TL_TYPE_CODE);
  self->codes = g_list_store_new (TL_TYPE_CODE);
  self->by_notation = g_hash_table_new (g_str_hash, g_str_equal);
}

/* public */

/**
 * tl_typology_new_from_bytes:
 * @bytes: SKOS in RDF/XML
 * @name: what to call the file in a message
 *
 * Reads a typology. Its id is the last part of the scheme's URI: "national-1" of "urn:throughline:typology:national-1".
 *
 * Returns: (transfer full): the typology, or %NULL: %TL_ERROR_NOT_OURS if it is another kind of file,
 *   %TL_ERROR_TOO_LARGE, or %TL_ERROR_INVALID with the line and what is wrong there
 */
TlTypology *
tl_typology_new_from_bytes (GBytes      *bytes,
                            const char  *name,
                            GError     **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (TlSkosFile) file = _tl_skos_read (bytes, name, error);

  if (file == NULL || !_tl_skos_check (file, error))
    return NULL;

  g_autoptr (TlTypology) self = g_object_new (TL_TYPE_TYPOLOGY, NULL);

  self->uri = g_strdup (file->scheme->uri);
  self->id = dup_short_name (self->uri);
  if (!g_ascii_isalnum (self->id[0]) || strspn (self->id, ID_CHARACTERS) != strlen (self->id))
    {
      _tl_skos_refuse (file, file->scheme->line, error,
                       _("The last part of “%s” can’t be the id of a typology. Use letters, digits and hyphens."),
                       self->uri);
      return NULL;
    }

  self->version = g_strdup (_tl_skos_get (file->scheme, TL_SKOS_VERSION, 0)->value);
  self->title = dup_text (file->scheme, TL_SKOS_TITLE);
  self->description = dup_text (file->scheme, TL_SKOS_DESCRIPTION);
  for (guint i = 0; i < file->concepts->len; i++)
    add_code (self, file, g_ptr_array_index (file->concepts, i));
  plant_tree (self, file);
  return g_steal_pointer (&self);
}

/**
 * tl_typology_get_id:
 *
 * Returns: the id, which stands before the colon in every code
 */
const char *
tl_typology_get_id (TlTypology *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  return self->id;
}

/**
 * tl_typology_get_version:
 *
 * Returns: the version, such as "1.0", which every tag and every export keeps
 */
const char *
tl_typology_get_version (TlTypology *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  return self->version;
}

/**
 * tl_typology_get_title:
 *
 * Returns: what the typology is called
 */
const char *
tl_typology_get_title (TlTypology *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  return self->title;
}

/**
 * tl_typology_get_description:
 *
 * Returns: (nullable): what it is for
 */
const char *
tl_typology_get_description (TlTypology *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  return self->description;
}

/**
 * tl_typology_get_top:
 *
 * Returns: (transfer none): the codes at the top, of #TlCode in the order of the file; tl_code_get_children() leads on
 */
GListModel *
tl_typology_get_top (TlTypology *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  return G_LIST_MODEL (self->top);
}

/**
 * tl_typology_get_codes:
 *
 * Returns: (transfer none): every code of every tier, of #TlCode in the order of the file
 */
GListModel *
tl_typology_get_codes (TlTypology *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  return G_LIST_MODEL (self->codes);
}

/**
 * tl_typology_find_code:
 * @notation: such as "TO.1"
 *
 * Returns: (transfer none) (nullable): the code
 */
TlCode *
tl_typology_find_code (TlTypology *self,
                       const char *notation)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  g_return_val_if_fail (notation != NULL, NULL);
  return g_hash_table_lookup (self->by_notation, notation);
}

/**
 * tl_typology_search:
 * @words: what a person typed: the beginning of a notation, or words or beginnings of words
 *
 * Finds the codes in which every one of @words occurs, in label, definition or include. Those whose notation begins
 * with @words come first, then those with the most words in the label; codes withdrawn from use come last. Without a
 * word, every code is found.
 *
 * Returns: (transfer full): a list of #TlCode
 */
GListModel *
tl_typology_search (TlTypology *self,
                    const char *words)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  GListStore *found = g_list_store_new (TL_TYPE_CODE);
  g_autofree char *query = g_strstrip (g_strdup (words));
  g_auto (GStrv) folded = g_str_tokenize_and_fold (query, NULL, NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint n_codes = g_list_model_get_n_items (G_LIST_MODEL (self->codes));

  for (guint i = 0; i < n_codes; i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (G_LIST_MODEL (self->codes), i);
      Hit hit = { code, score_code (code, query, folded), i };

      if (hit.score != 0)
        g_array_append_val (hits, hit);
    }

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_list_store_append (found, g_array_index (hits, Hit, i).code);
  return G_LIST_MODEL (found);
}
