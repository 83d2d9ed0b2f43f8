/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which acronyms a review uses in what a board reads first, and explains nowhere; and what they usually stand for. */
#include "config.h"

#include "model/case/tl-acronyms-used.h"

#include <string.h>

#include "model/base/tl-data.h"

/* Two capitals at least, perhaps with figures or "&" between, and with the ending of several. */
#define ACRONYM "(?<![\\p{L}\\d])(\\p{Lu}[\\p{Lu}\\d&]*\\p{Lu}\\d?)(?:s|[’']s)?(?![\\p{L}\\d])"
#define ROMAN "^[IVXLC]+$"

static const struct {
  const char *kind;
  const char *fields[6];
} texts[] = {
  { "finding", { "statement", "in_case", "underlying", "prevalence", "reliability" } },
  { "board_question", { "text" } },
};

/* Data */

/* Read once and kept for good; a file that can't be read tells nothing. */
static GPtrArray *
get_lists (void)
{
  static GPtrArray *lists;
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      g_auto (GStrv) names = tl_data_list ("acronyms", ".ini");

      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_key_file_unref);
      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *path = g_strconcat ("acronyms/", names[i], ".ini", NULL);
          g_autoptr (GBytes) bytes = tl_data_load (path, NULL);
          g_autoptr (GKeyFile) file = g_key_file_new ();

          if (bytes != NULL && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
            g_ptr_array_add (lists, g_steal_pointer (&file));
        }
      g_once_init_leave (&loaded, 1);
    }
  return lists;
}

static gboolean
is_plain (const char *word)
{
  GPtrArray *lists = get_lists ();

  for (guint i = 0; i < lists->len; i++)
    {
      g_auto (GStrv) plain = g_key_file_get_string_list (g_ptr_array_index (lists, i), "plain", "words", NULL, NULL);

      if (plain != NULL && g_strv_contains ((const char *const *) plain, word))
        return TRUE;
    }
  return g_regex_match_simple (ROMAN, word, 0, 0);
}

/**
 * tl_acronyms_dup_usual:
 * @acronym: an acronym
 *
 * Returns: (transfer full) (nullable): what @acronym mostly stands for, to be looked at by a person
 */
char *
tl_acronyms_dup_usual (const char *acronym)
{
  g_return_val_if_fail (acronym != NULL, NULL);

  GPtrArray *lists = get_lists ();

  for (guint i = 0; i < lists->len; i++)
    {
      char *usual = g_key_file_get_locale_string (g_ptr_array_index (lists, i), "meanings", acronym, NULL, NULL);

      if (usual != NULL)
        return usual;
    }
  return NULL;
}

/* Texts */

/* @used has each acronym, @explained those that a text explains in brackets: “multi-agency safeguarding hub (MASH)”. */
static void
read_text (GRegex     *acronym,
           const char *text,
           GPtrArray  *used,
           GHashTable *explained)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (acronym, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 1);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if ((start > 0 && text[start - 1] == '(' && text[end] == ')') || is_plain (word))
        g_hash_table_add (explained, g_strdup (word));
      if (!g_ptr_array_find_with_equal_func (used, word, g_str_equal, NULL))
        g_ptr_array_add (used, g_steal_pointer (&word));
    }
}

static TlRecord *
find_record (TlReview   *review,
             const char *acronym)
{
  TlRecordList *list = tl_review_get_list (review, "acronym");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    if (g_strcmp0 (tl_record_get_text (tl_record_list_get (list, i), "short"), acronym) == 0)
      return tl_record_list_get (list, i);
  return NULL;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_acronyms_find_unexplained:
 * @review: a review
 *
 * Returns: (transfer full): the acronyms that findings and the questions to the board use and that are explained
 *   neither there nor by an acronym of the review, in order
 */
char **
tl_acronyms_find_unexplained (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  g_autoptr (GRegex) acronym = g_regex_new (ACRONYM, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) explained = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) unexplained = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TlRecordList *list = tl_review_get_list (review, texts[i].kind);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        for (const char *const *field = texts[i].fields; *field != NULL; field++)
          {
            const char *text = tl_record_get_text (tl_record_list_get (list, j), *field);

            if (text != NULL)
              read_text (acronym, text, used, explained);
          }
    }

  g_ptr_array_sort (used, compare_words);
  for (guint i = 0; i < used->len; i++)
    {
      const char *word = g_ptr_array_index (used, i);
      TlRecord *record = find_record (review, word);

      if (!g_hash_table_contains (explained, word) && (record == NULL || tl_record_get_text (record, "long") == NULL))
        g_strv_builder_add (unexplained, word);
    }
  return g_strv_builder_end (unexplained);
}

/**
 * tl_acronyms_edit_explain:
 * @edit: an edit
 * @review: its review
 * @acronym: an acronym
 * @error: return location
 *
 * Gives @acronym a place among those that the review explains, with what it usually stands for.
 *
 * Returns: (transfer full) (nullable): the id of its record; %NULL on failure, and then the edit can only be aborted
 */
char *
tl_acronyms_edit_explain (TlEdit      *edit,
                          TlReview    *review,
                          const char  *acronym,
                          GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review) && acronym != NULL, NULL);

  TlRecord *record = find_record (review, acronym);
  g_autofree char *usual = tl_acronyms_dup_usual (acronym);
  g_autofree char *id
      = record != NULL ? g_strdup (tl_record_get_id (record)) : tl_edit_add (edit, "acronym", NULL, error);

  if (id == NULL || (record == NULL && !tl_edit_set (edit, id, "short", acronym, error))
      || (usual != NULL && !tl_edit_set (edit, id, "long", usual, error)))
    return NULL;
  return g_steal_pointer (&id);
}
