/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions that a release answers, as a line of words: so a person types them, so the log of releases keeps them,
 * and so two are the same or not. */
#include "config.h"

#include "model/releases/tl-release-question.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/questions/tl-chains.h"

#define MAX_NUMBER 100000

/* What is asked, and which options of its own it takes. */
static const struct {
  const char *name;
  const char *title;
  const char *options;
} kinds[] = {
  [TL_RELEASE_THEMES] = { "themes", N_("Themes"), "by" },
  [TL_RELEASE_CUBE] = { "themes", N_("Themes"), "by" },
  [TL_RELEASE_PAIRS] = { "pairs", N_("Codes that occur together"), "" },
  [TL_RELEASE_CHAINS] = { "chains", N_("Chains of codes"), "length min tested" },
  [TL_RELEASE_RECURRING] = { "recurring", N_("Sub-graphs that recur"), "min tested" },
  [TL_RELEASE_NATIONAL] = { "national", N_("Findings that the national level reaches"), "tested" },
};

static gboolean
fail (GError    **error,
      const char *format,
      const char *word)
{
  g_autofree char *what = g_strdup_printf (_("A table “%s”"), word);

  g_set_error (error, TL_ERROR, TL_ERROR_INVALID, "%s: %s", what, format);
  return FALSE;
}

static gboolean
take_number (const char *text,
             guint      *number)
{
  char *end = NULL;
  guint64 read = g_ascii_strtoull (text, &end, 10);

  *number = (guint) read;
  return g_ascii_isdigit (text[0]) && *end == '\0' && read > 0 && read <= MAX_NUMBER;
}

/* "year" or "region,year". */
static gboolean
take_facets (TlReleaseQuestion *self,
             const char        *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", 3);
  guint n = g_strv_length (names);

  if (n == 1)
    return tl_facet_parse (names[0], &self->by) && self->by != TL_FACET_NONE;
  if (n != 2 || !tl_facet_parse (names[0], &self->rows) || !tl_facet_parse (names[1], &self->by))
    return FALSE;
  self->kind = TL_RELEASE_CUBE;
  return self->rows != self->by && self->rows != TL_FACET_NONE && self->by != TL_FACET_NONE
         && tl_facet_is_partition (self->rows) && tl_facet_is_partition (self->by);
}

/* Where the text of an option of the population goes. */
static const char **
find_text (TlPopulation *population,
           const char   *name)
{
  const struct {
    const char  *name;
    const char **place;
  } texts[] = {
    { "typology", &population->typology }, { "region", &population->region }, { "level", &population->level },
    { "method", &population->method },     { "agency", &population->agency }, { "age", &population->age },
    { "type", &population->type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].name, name) == 0)
      return texts[i].place;
  return NULL;
}

static gboolean
take_option (TlReleaseQuestion *self,
             const char        *name,
             const char        *value)
{
  const char **text = find_text (&self->population, name);

  if (text != NULL)
    {
      g_free ((char *) *text);
      *text = g_strdup (value);
      return TRUE;
    }
  if (strcmp (name, "years") == 0)
    return tl_population_parse_years (&self->population, value);
  if (strcmp (name, "coder") == 0)
    return tl_coder_parse (value, &self->population.coder);
  if (strcmp (name, "by") == 0)
    return take_facets (self, value);
  if (strcmp (name, "length") == 0)
    return take_number (value, &self->length) && self->length <= TL_CHAINS_MAX_LENGTH;
  return take_number (value, &self->min);
}

static gboolean
takes (const TlReleaseQuestion *self,
       const char              *name)
{
  static const char *const everywhere[] = { "typology", "region", "level", "method", "agency", "age", "type",
                                            "years",    "coder",  NULL };
  g_auto (GStrv) own = g_strsplit (kinds[self->kind].options, " ", -1);

  return g_strv_contains (everywhere, name) || g_strv_contains ((const char *const *) own, name);
}

static gboolean
take_words (TlReleaseQuestion *self,
            char             **words,
            const char        *text,
            GError           **error)
{
  gboolean counts = self->kind <= TL_RELEASE_PAIRS;

  self->population.across = counts;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *name = g_str_has_prefix (words[i], "--") ? words[i] + 2 : "";

      if (strcmp (name, "direct") == 0 && counts)
        self->population.across = FALSE;
      else if (strcmp (name, "tested") == 0 && takes (self, name))
        self->tested = TRUE;
      else if (name[0] == '\0' && self->kind == TL_RELEASE_CHAINS && self->pattern == NULL)
        self->pattern = g_strdup (words[i]);
      else if (!takes (self, name) || words[i + 1] == NULL)
        return fail (error,
                     _("this is no option of it, or its value is missing; options are as in “--years 2009-2012”."),
                     text);
      else if (!take_option (self, name, words[++i]))
        return fail (error, _("the value of an option makes no sense."), text);
    }
  return TRUE;
}

/**
 * tl_release_question_parse:
 * @text: as in "themes --by region,year --years 2009-2012", "pairs", "chains --length 3", "national --tested": the
 *   question and its options as the command line takes them
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the question; %NULL with %TL_ERROR_INVALID
 */
TlReleaseQuestion *
tl_release_question_parse (const char *text,
                           GError    **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_auto (GStrv) words = NULL;
  g_autoptr (TlReleaseQuestion) self = g_new0 (TlReleaseQuestion, 1);

  if (!g_shell_parse_argv (text, NULL, &words, NULL))
    {
      fail (error, _("there is no question, or a quotation mark is open."), text);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, words[0]) == 0)
      {
        self->kind = (TlReleaseKind) i == TL_RELEASE_CUBE ? TL_RELEASE_THEMES : (TlReleaseKind) i;
        return take_words (self, words + 1, text, error) ? g_steal_pointer (&self) : NULL;
      }
  fail (error, _("what can be released is themes, pairs, chains, recurring and national."), text);
  return NULL;
}

/**
 * tl_release_question_copy:
 * @self: a question
 *
 * Returns: (transfer full): the same
 */
TlReleaseQuestion *
tl_release_question_copy (const TlReleaseQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlReleaseQuestion *copy = g_memdup2 (self, sizeof *self);

  tl_population_copy (&self->population, &copy->population);
  copy->pattern = g_strdup (self->pattern);
  return copy;
}

/**
 * tl_release_question_free:
 * @self: (transfer full): a question
 */
void
tl_release_question_free (TlReleaseQuestion *self)
{
  tl_population_clear (&self->population);
  g_free (self->pattern);
  g_free (self);
}

static void
append_option (GString    *out,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;

  g_autofree char *quoted = strpbrk (value, " \t\n'\"\\$`>*?|&;()<#~") != NULL ? g_shell_quote (value)
                                                                              : g_strdup (value);

  g_string_append_printf (out, " --%s %s", name, quoted);
}

static void
append_number (GString    *out,
               const char *name,
               guint       number)
{
  if (number > 0)
    g_string_append_printf (out, " --%s %u", name, number);
}

/**
 * tl_release_question_dup_text:
 * @self: a question
 *
 * Returns: (transfer full): the line that tl_release_question_parse() makes it of; the same for the same question
 */
char *
tl_release_question_dup_text (const TlReleaseQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const TlPopulation *population = &self->population;
  g_autofree char *years = tl_population_dup_years (population);
  GString *out = g_string_new (kinds[self->kind].name);

  if (self->pattern != NULL)
    {
      g_autofree char *quoted = g_shell_quote (self->pattern);

      g_string_append_printf (out, " %s", quoted);
    }
  if (self->by != TL_FACET_NONE)
    g_string_append_printf (out, " --by %s%s%s", self->rows != TL_FACET_NONE ? tl_facet_get_name (self->rows) : "",
                            self->rows != TL_FACET_NONE ? "," : "", tl_facet_get_name (self->by));
  append_number (out, "length", self->length);
  append_number (out, "min", self->min);
  g_string_append (out, self->tested ? " --tested" : "");
  append_option (out, "typology", population->typology);
  append_option (out, "years", years);
  append_option (out, "region", population->region);
  append_option (out, "level", population->level);
  append_option (out, "method", population->method);
  append_option (out, "agency", population->agency);
  append_option (out, "age", population->age);
  append_option (out, "type", population->type);
  if (population->coder != TL_CODER_ANY)
    append_option (out, "coder", tl_coder_get_name (population->coder));
  if (self->kind <= TL_RELEASE_PAIRS && !population->across)
    g_string_append (out, " --direct");
  return g_string_free (out, FALSE);
}

static const char *
describe_facet (TlFacet facet)
{
  switch (facet)
    {
    case TL_FACET_YEAR:
      return _("year");
    case TL_FACET_REGION:
      return _("region");
    case TL_FACET_LEVEL:
      return _("level");
    case TL_FACET_METHOD:
      return _("method");
    case TL_FACET_AGENCY:
      return _("type of agency");
    case TL_FACET_AGE:
      return _("age of child");
    case TL_FACET_TYPE:
      return _("type of review");
    case TL_FACET_NONE:
    default:
      return "";
    }
}

/**
 * tl_release_question_dup_title:
 * @self: a question
 *
 * Returns: (transfer full): what its table is called, translated: "Themes by year; region: London"
 */
char *
tl_release_question_dup_title (const TlReleaseQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const char *title = _(kinds[self->kind].title);
  g_autofree char *filter = tl_population_dup_description (&self->population);
  GString *out = g_string_new (title);

  if (self->rows != TL_FACET_NONE)
    /* Translators: what a table is divided by, as in "Themes by region and year" */
    g_string_append_printf (out, _(" by %s and %s"), describe_facet (self->rows), describe_facet (self->by));
  else if (self->by != TL_FACET_NONE)
    /* Translators: what a table is divided by, as in "Themes by year" */
    g_string_append_printf (out, _(" by %s"), describe_facet (self->by));
  if (self->pattern != NULL)
    g_string_append_printf (out, ": %s", self->pattern);
  g_string_append_printf (out, "; %s", filter);
  return g_string_free (out, FALSE);
}
