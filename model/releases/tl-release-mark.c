/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a count is of, in words that are equal where two tables count the same, and which counts are parts of which: a
 * review that has a code has the code above it, was looked at for it, and is one of all. */
#include "config.h"

#include "model/releases/tl-release-table.h"

#include <string.h>

#include "model/typology/tl-typology.h"

/* The fields of a mark, joined by "|". */
enum {
  MEASURE,
  TYPOLOGY,
  CODER,
  ACROSS,
  LEVEL,
  AGENCY,
  AGE,
  CODE,
  OTHER_CODE,
  N_FIELDS
};

/**
 * tl_release_mark_new:
 * @question: what was asked
 * @version: of the typology that was counted in
 * @measure: what is counted: "base", "coded", "looked", "tagged", "factor", "uncertain", "pair", or another word
 * @a: (nullable): a code
 * @b: (nullable): another
 *
 * Returns: (transfer full): the mark
 */
char *
tl_release_mark_new (const TlAsked *question,
                     const char              *version,
                     const char              *measure,
                     const char              *a,
                     const char              *b)
{
  const TlPopulation *population = &question->population;
  const char *id = population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY;
  g_autofree char *typology = g_strdup_printf ("%s@%s", id, version);
  const char *fields[N_FIELDS + 1] = {
    [MEASURE] = measure,
    [TYPOLOGY] = typology,
    [CODER] = tl_coder_get_name (population->coder),
    [ACROSS] = population->across ? "across" : "direct",
    [LEVEL] = population->level != NULL ? population->level : "",
    [AGENCY] = population->agency != NULL ? population->agency : "",
    [AGE] = population->age != NULL ? population->age : "",
    [CODE] = a != NULL ? a : "",
    [OTHER_CODE] = b != NULL ? b : "",
  };
  g_auto (GStrv) plain = g_strdupv ((char **) fields);

  for (guint i = 0; i < N_FIELDS; i++)
    g_strdelimit (plain[i], "|", '/');
  return g_strjoinv ("|", plain);
}

static void
add_with (GPtrArray  *marks,
          char      **fields,
          guint       field,
          const char *value)
{
  char *own = fields[field];

  if (strcmp (own, value) == 0)
    return;
  fields[field] = (char *) value;
  g_ptr_array_add (marks, g_strjoinv ("|", fields));
  fields[field] = own;
}

/* "national-1:H1.2" is below "national-1:H1". */
static const char *
find_parent (const char *qualified)
{
  TlCode *code = tl_typologies_find_code (qualified);
  TlCode *parent = code != NULL ? tl_code_get_parent (code) : NULL;

  return parent != NULL ? tl_code_get_qualified (parent) : NULL;
}

static void
add_of_measure (GPtrArray *marks,
                char     **fields)
{
  static const struct {
    const char *measure;
    const char *wider;
  } order[] = {
    { "tagged", "looked" }, { "looked", "coded" }, { "uncertain", "coded" }, { "factor", "tagged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (strcmp (fields[MEASURE], order[i].measure) == 0)
      add_with (marks, fields, MEASURE, order[i].wider);
  if (strcmp (fields[MEASURE], "base") == 0)
    return;

  char *const own[] = { fields[MEASURE], fields[CODE], fields[OTHER_CODE] };

  fields[OTHER_CODE] = (char *) "";
  if (own[2][0] != '\0' || strstr (own[0], "national") != NULL)
    add_with (marks, fields, MEASURE, "tagged");
  fields[CODE] = own[2];
  if (own[2][0] != '\0')
    add_with (marks, fields, MEASURE, "tagged");
  fields[CODE] = fields[OTHER_CODE] = (char *) "";
  add_with (marks, fields, MEASURE, "base");
  fields[CODE] = own[1];
  fields[OTHER_CODE] = own[2];
}

/* Adds what is counted by @measure of a path, or of a code. */
static void
add_of_codes (GPtrArray  *marks,
              char      **fields,
              const char *measure,
              const char *path)
{
  char *own = fields[MEASURE];

  fields[MEASURE] = (char *) measure;
  add_with (marks, fields, CODE, path);
  fields[MEASURE] = own;
}

static void
add_pair (GPtrArray  *marks,
          char      **fields,
          const char *a,
          const char *b)
{
  char *own = fields[OTHER_CODE];

  fields[OTHER_CODE] = (char *) b;
  add_of_codes (marks, fields, "pair", a);
  fields[OTHER_CODE] = own;
}

/* A chain holds each that is shorter by a code, and one of two codes has both in a review. */
static void
add_of_chain (GPtrArray  *marks,
              char      **fields,
              char      **codes)
{
  if (codes[2] == NULL)
    {
      add_pair (marks, fields, codes[0], codes[1]);
      add_pair (marks, fields, codes[1], codes[0]);
      return;
    }

  g_autofree char *after = g_strjoinv (TL_RELEASE_MARK_PATH, codes + 1);
  char **last = &codes[g_strv_length (codes) - 1];
  char *code = g_steal_pointer (last);
  g_autofree char *before = g_strjoinv (TL_RELEASE_MARK_PATH, codes);

  *last = code;
  add_of_codes (marks, fields, fields[MEASURE], before);
  add_of_codes (marks, fields, fields[MEASURE], after);
}

/* "recurring 0>1 1>2": each of its links is a chain. */
static void
add_of_links (GPtrArray  *marks,
              char      **fields,
              char      **codes)
{
  g_auto (GStrv) words = g_strsplit (fields[MEASURE], " ", -1);
  guint n = g_strv_length (codes);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      const char *arrow = strchr (words[i], '>');
      guint64 cause = g_ascii_strtoull (words[i], NULL, 10);
      guint64 effect = arrow != NULL ? g_ascii_strtoull (arrow + 1, NULL, 10) : n;
      g_autofree char *path = cause < n && effect < n ? g_strjoin (TL_RELEASE_MARK_PATH, codes[cause], codes[effect],
                                                                   NULL)
                                                      : NULL;

      if (path != NULL)
        add_of_codes (marks, fields, "chain", path);
    }
}

/* What has several codes has each of them on a factor. */
static void
add_of_path (GPtrArray *marks,
             char     **fields)
{
  g_auto (GStrv) codes = g_strsplit (fields[CODE], TL_RELEASE_MARK_PATH, -1);

  if (codes[0] == NULL || codes[1] == NULL)
    return;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      codes[i][strcspn (codes[i], "@")] = '\0';
      add_of_codes (marks, fields, "factor", codes[i]);
    }
  if (g_str_has_suffix (fields[MEASURE], "chain"))
    add_of_chain (marks, fields, codes);
  else
    add_of_links (marks, fields, codes);
}

/* What is counted along tested links is there along all. */
static void
add_of_all_links (GPtrArray *marks,
                  char     **fields)
{
  static const char tested[] = "tested ";

  if (g_str_has_prefix (fields[MEASURE], tested))
    add_with (marks, fields, MEASURE, fields[MEASURE] + strlen (tested));
}

/**
 * tl_release_mark_dup_wider:
 * @mark: a mark
 *
 * Returns: (transfer full) (element-type utf8): marks that count everything that @mark counts, and perhaps more; where
 *   somebody counted so that this does not hold, the counts tell
 */
GPtrArray *
tl_release_mark_dup_wider (const char *mark)
{
  g_return_val_if_fail (mark != NULL, NULL);

  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) fields = g_strsplit (mark, "|", N_FIELDS);

  if (g_strv_length (fields) != N_FIELDS)
    return marks;
  for (guint field = LEVEL; field <= AGE; field++)
    add_with (marks, fields, field, "");
  add_with (marks, fields, ACROSS, "across");
  add_with (marks, fields, CODER, "any");
  add_of_measure (marks, fields);
  add_of_path (marks, fields);
  add_of_all_links (marks, fields);

  const char *parent = find_parent (fields[CODE]);

  if (parent != NULL && fields[OTHER_CODE][0] == '\0')
    add_with (marks, fields, CODE, parent);
  return marks;
}

/**
 * tl_release_mark_dup_codes:
 * @mark: a mark
 * @measure: (out) (optional): what is counted
 *
 * Returns: (transfer full) (nullable): the codes that it has in place of one, in order; %NULL if it is no mark
 */
char **
tl_release_mark_dup_codes (const char  *mark,
                           char       **measure)
{
  g_return_val_if_fail (mark != NULL, NULL);

  g_auto (GStrv) fields = g_strsplit (mark, "|", N_FIELDS);

  if (g_strv_length (fields) != N_FIELDS || fields[CODE][0] == '\0')
    return NULL;
  if (measure != NULL)
    *measure = g_strdup (fields[MEASURE]);
  return g_strsplit (fields[CODE], TL_RELEASE_MARK_PATH, -1);
}
