/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks through a learning record slowly and simply: what a library answers is held against it. */
#include "config.h"

#include "tests/support/tl-walk.h"

#include <string.h>

#include "model/typology/tl-typology.h"

/* A chain has no more. */
#define MAX_LINKS 4

static void
clear_factor (void *data)
{
  g_ptr_array_unref (((TlWalkFactor *) data)->codes);
}

/* What @record says in @field, or "". */
const char *
tl_walk_get_text (const TlPlainRecord *record,
                  const char          *field)
{
  const TlValue *value = tl_plain_record_get (record, field);

  return value->type == TL_VALUE_TEXT ? value->text : "";
}

static gboolean
is_kind (const TlPlainRecord *record,
         const char          *kind)
{
  return strcmp (record->kind->name, kind) == 0;
}

/* The index of the factor with that id, or -1. */
static int
find_factor (const TlWalk *walk,
             const char   *id)
{
  for (guint i = 0; i < walk->factors->len; i++)
    if (strcmp (g_array_index (walk->factors, TlWalkFactor, i).record->id, id) == 0)
      return (int) i;
  return -1;
}

static void
add_link (TlWalk              *walk,
          const TlPlainRecord *record)
{
  const char *answer = tl_walk_get_text (record, "test_answer");
  TlWalkLink link = {
    .cause = (guint) find_factor (walk, tl_walk_get_text (record, "cause")),
    .effect = (guint) find_factor (walk, tl_walk_get_text (record, "effect")),
    .tested = strcmp (answer, "would_not_have") == 0 || strcmp (answer, "less_likely") == 0,
  };

  if (strcmp (tl_walk_get_text (record, "state"), "rejected") != 0)
    g_array_append_val (walk->links, link);
}

static void
add_tag (TlWalk              *walk,
         const TlPlainRecord *record)
{
  int at = find_factor (walk, tl_walk_get_text (record, "target"));
  const char *code = tl_walk_get_text (record, "code");
  const char *verdict = tl_walk_get_text (record, "verdict");

  if (at < 0)
    return;

  TlWalkFactor *factor = &g_array_index (walk->factors, TlWalkFactor, at);

  if (strcmp (verdict, "cannot_code") == 0)
    factor->cannot_code = TRUE;
  else if (verdict[0] == '\0' && code[0] != '\0'
           && !g_ptr_array_find_with_equal_func (factor->codes, code, g_str_equal, NULL))
    g_ptr_array_add (factor->codes, (char *) code);
}

/* Reads a learning record, which has to be sound. */
TlWalk *
tl_walk_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  TlWalk *walk = g_new0 (TlWalk, 1);

  walk->file = tl_xml_read_path (path, NULL, NULL, &error);
  g_assert_no_error (error);
  walk->factors = g_array_new (FALSE, FALSE, sizeof (TlWalkFactor));
  g_array_set_clear_func (walk->factors, clear_factor);
  walk->links = g_array_new (FALSE, FALSE, sizeof (TlWalkLink));
  for (guint i = 0; i < walk->file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (walk->file->records, i);
      TlWalkFactor factor = { .record = record };

      if (is_kind (record, "factor"))
        {
          factor.codes = g_ptr_array_new ();
          g_array_append_val (walk->factors, factor);
        }
      else if (is_kind (record, "link"))
        add_link (walk, record);
      else if (is_kind (record, "tag"))
        add_tag (walk, record);
    }
  return walk;
}

void
tl_walk_free (TlWalk *walk)
{
  g_array_unref (walk->factors);
  g_array_unref (walk->links);
  tl_xml_file_free (walk->file);
  g_free (walk);
}

/* Whether @code is @above or one of those below it. */
gboolean
tl_walk_is_at_or_below (const char *code,
                        const char *above)
{
  TlCode *found = tl_typologies_find_code (code);

  for (; found != NULL; found = tl_code_get_parent (found))
    if (strcmp (tl_code_get_qualified (found), above) == 0)
      return TRUE;
  return FALSE;
}

/* Whether anything is tagged with @code or one below it. */
gboolean
tl_walk_has_code (const TlWalk *walk,
                  const char   *code)
{
  for (guint i = 0; i < walk->file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (walk->file->records, i);

      if (is_kind (record, "tag") && tl_walk_get_text (record, "verdict")[0] == '\0'
          && tl_walk_is_at_or_below (tl_walk_get_text (record, "code"), code))
        return TRUE;
    }
  return FALSE;
}

/* Whether a factor is what a step asks for: "CODE", "=CODE", "*", "@LEVEL" or "CODE@LEVEL". */
static gboolean
fits (const TlWalkFactor *factor,
      const char         *step)
{
  g_auto (GStrv) parts = g_strsplit (step, "@", 2);

  if (parts[1] != NULL && strcmp (parts[1], tl_walk_get_text (factor->record, "level")) != 0)
    return FALSE;
  if (parts[0][0] == '\0' || strcmp (parts[0], "*") == 0)
    return TRUE;
  for (guint i = 0; i < factor->codes->len; i++)
    if (parts[0][0] == '=' ? strcmp (g_ptr_array_index (factor->codes, i), parts[0] + 1) == 0
                           : tl_walk_is_at_or_below (g_ptr_array_index (factor->codes, i), parts[0]))
      return TRUE;
  return FALSE;
}

static gboolean lead_on (const TlWalk      *walk,
                         guint              at,
                         const char *const *steps,
                         guint              n_steps,
                         gboolean           tested,
                         guint              room);

static gboolean
follow (const TlWalk      *walk,
        guint              at,
        const char *const *steps,
        guint              n_steps,
        gboolean           tested,
        guint              room)
{
  return fits (&g_array_index (walk->factors, TlWalkFactor, at), steps[0])
         && (n_steps == 1 || (room > 0 && lead_on (walk, at, steps + 1, n_steps - 1, tested, room - 1)));
}

/* Goes on from a factor that fits, or stands in for "**", to one that fits the first step; so many may follow it. */
static gboolean
lead_on (const TlWalk      *walk,
         guint              at,
         const char *const *steps,
         guint              n_steps,
         gboolean           tested,
         guint              room)
{
  guint far = strcmp (steps[0], "**") == 0 ? 1 : 0;

  for (guint i = 0; i < walk->links->len; i++)
    {
      const TlWalkLink *link = &g_array_index (walk->links, TlWalkLink, i);

      if (link->cause == at && (link->tested || !tested)
          && (follow (walk, link->effect, steps + far, n_steps - far, tested, room)
              || (far && room > 0 && lead_on (walk, link->effect, steps, n_steps, tested, room - 1))))
        return TRUE;
    }
  return FALSE;
}

/* Whether links lead from a factor that the first step asks for over the others to one that the last asks for. */
gboolean
tl_walk_has_chain (const TlWalk      *walk,
                   const char *const *steps,
                   guint              n_steps,
                   gboolean           tested)
{
  for (guint i = 0; i < walk->factors->len; i++)
    if (follow (walk, i, steps, n_steps, tested, MAX_LINKS))
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, "en", NULL);

  return g_strv_contains ((const char *const *) words, word);
}

/* Whether a text of the record has @word, which is in small letters. */
gboolean
tl_walk_says (const TlWalk *walk,
              const char   *word)
{
  for (guint i = 0; i < walk->file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (walk->file->records, i);

      for (guint j = 0; j < record->kind->n_fields; j++)
        if ((record->kind->fields[j].flags & TL_FIELD_SEARCHED) && record->values[j].type == TL_VALUE_TEXT
            && has_word (record->values[j].text, word))
          return TRUE;
    }
  return FALSE;
}

/* Whether a factor that can't be coded has @word in its statement. */
gboolean
tl_walk_cannot_code (const TlWalk *walk,
                     const char   *word)
{
  for (guint i = 0; i < walk->factors->len; i++)
    {
      const TlWalkFactor *factor = &g_array_index (walk->factors, TlWalkFactor, i);

      if (factor->cannot_code && has_word (tl_walk_get_text (factor->record, "statement"), word))
        return TRUE;
    }
  return FALSE;
}

/* Whether factor @from leads to @to over links. */
static gboolean
leads_to (const TlWalk *walk,
          guint         from,
          guint         to,
          GHashTable   *seen)
{
  if (from == to)
    return TRUE;
  if (!g_hash_table_add (seen, GUINT_TO_POINTER (from + 1)))
    return FALSE;
  for (guint i = 0; i < walk->links->len; i++)
    {
      const TlWalkLink *link = &g_array_index (walk->links, TlWalkLink, i);

      if (link->cause == from && leads_to (walk, link->effect, to, seen))
        return TRUE;
    }
  return FALSE;
}

static gboolean
starts_there (const TlWalkFactor *factor,
              const char *const  *levels,
              const char         *code)
{
  return g_strv_contains (levels, tl_walk_get_text (factor->record, "level"))
         && (code == NULL || fits (factor, code));
}

/* Whether a finding has a factor to which links lead from a factor at one of @levels, coded with @code if that is not
 * NULL; or has such a factor itself. */
gboolean
tl_walk_reaches (const TlWalk      *walk,
                 const char *const *levels,
                 const char        *code)
{
  for (guint i = 0; i < walk->file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (walk->file->records, i);
      const TlValue *factors = is_kind (record, "finding") ? tl_plain_record_get (record, "factors") : NULL;

      if (factors == NULL || factors->type != TL_VALUE_LIST)
        continue;
      for (guint j = 0; factors->list[j] != NULL; j++)
        for (guint k = 0; k < walk->factors->len; k++)
          {
            g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

            if (starts_there (&g_array_index (walk->factors, TlWalkFactor, k), levels, code)
                && leads_to (walk, k, (guint) find_factor (walk, factors->list[j]), seen))
              return TRUE;
          }
    }
  return FALSE;
}
