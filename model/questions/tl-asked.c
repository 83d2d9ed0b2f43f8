/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question to a library, as a line of words: so a person types it, so a release and a saved question are kept, and
 * so two are the same or not. */
#include "config.h"

#include "model/questions/tl-asked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/questions/tl-chains.h"

#define MAX_NUMBER 100000

/* What is asked, and which options of its own it takes. */
static const struct {
  const char *name;
  const char *title;
  const char *options;
} kinds[] = {
  [TL_ASKED_THEMES] = { "themes", N_("Themes"), "by direct" },
  [TL_ASKED_CUBE] = { "themes", N_("Themes"), "by direct" },
  [TL_ASKED_PAIRS] = { "pairs", N_("Codes that occur together"), "direct" },
  [TL_ASKED_CHAINS] = { "chains", N_("Chains of codes"), "length min tested all" },
  [TL_ASKED_RECURRING] = { "recurring", N_("Sub-graphs that recur"), "min tested" },
  [TL_ASKED_NATIONAL] = { "national", N_("Findings that the national level reaches"), "tested" },
  [TL_ASKED_MERGED] = { "merged", N_("Merged map"), "min tested" },
  [TL_ASKED_GAPS] = { "gaps", N_("Statements that no code fits"), "" },
  [TL_ASKED_LIKE] = { "like", N_("Findings like one"), "" },
  [TL_ASKED_SEARCH] = { "search", N_("Search"), "" },
};

/* Whether reviews coded in another typology can be counted. */
static gboolean
counts (const TlAsked *self)
{
  return self->kind <= TL_ASKED_PAIRS;
}

/* Reading */

static gboolean
fail (GError    **error,
      const char *reason,
      const char *text)
{
  g_autofree char *shown = tl_text_shorten (text, 200);

  return tl_error_refuse (error, _("The question “%s”: %s"), shown, reason);
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
take_facets (TlAsked    *self,
             const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", 3);
  guint n = g_strv_length (names);

  if (n == 1)
    return tl_facet_parse (names[0], &self->by) && self->by != TL_FACET_NONE;
  if (n != 2 || !tl_facet_parse (names[0], &self->rows) || !tl_facet_parse (names[1], &self->by))
    return FALSE;
  self->kind = TL_ASKED_CUBE;
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
take_option (TlAsked    *self,
             const char *name,
             const char *value)
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

/* An option without a value. */
static gboolean
take_flag (TlAsked    *self,
           const char *name)
{
  if (strcmp (name, "direct") == 0)
    self->population.across = FALSE;
  else if (strcmp (name, "tested") == 0)
    self->tested = TRUE;
  else if (strcmp (name, "all") == 0)
    self->all = TRUE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
takes (const TlAsked *self,
       const char    *name)
{
  static const char *const everywhere[] = { "typology", "region", "level", "method", "agency", "age", "type",
                                            "years",    "coder",  NULL };
  g_auto (GStrv) own = g_strsplit (kinds[self->kind].options, " ", -1);

  return g_strv_contains (everywhere, name) || g_strv_contains ((const char *const *) own, name);
}

/* What is no option: a chain, words, or a review and its finding. */
static gboolean
take_argument (TlAsked    *self,
               const char *word)
{
  char **place = self->kind == TL_ASKED_CHAINS || self->kind == TL_ASKED_SEARCH ? &self->pattern
                 : self->kind != TL_ASKED_LIKE                                  ? NULL
                 : self->review == NULL                                         ? &self->review
                                                                                : &self->finding;

  if (place == NULL || *place != NULL)
    return FALSE;
  *place = g_strdup (word);
  return TRUE;
}

static gboolean
take_words (TlAsked     *self,
            char       **words,
            const char  *text,
            GError     **error)
{
  gboolean ended = FALSE; /* what follows is no option, whatever it begins with */

  self->population.across = counts (self);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *name = !ended && g_str_has_prefix (words[i], "--") ? words[i] + 2 : "";

      if (!ended && strcmp (words[i], "--") == 0)
        {
          ended = TRUE;
          continue;
        }

      if ((name[0] == '\0' && take_argument (self, words[i])) || (takes (self, name) && take_flag (self, name)))
        continue;
      if (!takes (self, name) || words[i + 1] == NULL)
        return fail (error,
                     _("this is no option of it, or its value is missing; options are as in “--years 2009-2012”."),
                     text);
      if (!take_option (self, name, words[++i]))
        return fail (error, _("the value of an option makes no sense."), text);
    }
  if ((self->kind == TL_ASKED_SEARCH && self->pattern == NULL)
      || (self->kind == TL_ASKED_LIKE && self->finding == NULL))
    return fail (error, _("it does not say what is looked for."), text);
  return TRUE;
}

/**
 * tl_asked_parse:
 * @text: as in "themes --by region,year --years 2009-2012", "pairs", "chains --length 3", "search 'a form'": the
 *   question and its options as the command line takes them; what only says how an answer is written is none of them
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the question; %NULL with %TL_ERROR_INVALID
 */
TlAsked *
tl_asked_parse (const char  *text,
                GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_auto (GStrv) words = NULL;
  g_autoptr (TlAsked) self = g_new0 (TlAsked, 1);

  if (!g_shell_parse_argv (text, NULL, &words, NULL))
    {
      fail (error, _("there is no question, or a quotation mark is open."), text);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, words[0]) == 0)
      {
        self->kind = (TlAskedKind) i;
        return take_words (self, words + 1, text, error) ? g_steal_pointer (&self) : NULL;
      }
  fail (error, _("there is no such question; “throughline-cli library --help” lists them."), text);
  return NULL;
}

/**
 * tl_asked_copy:
 * @self: a question
 *
 * Returns: (transfer full): the same
 */
TlAsked *
tl_asked_copy (const TlAsked *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlAsked *copy = g_memdup2 (self, sizeof *self);

  tl_population_copy (&self->population, &copy->population);
  copy->pattern = g_strdup (self->pattern);
  copy->review = g_strdup (self->review);
  copy->finding = g_strdup (self->finding);
  return copy;
}

/**
 * tl_asked_free:
 * @self: (transfer full): a question
 */
void
tl_asked_free (TlAsked *self)
{
  tl_population_clear (&self->population);
  g_free (self->pattern);
  g_free (self->review);
  g_free (self->finding);
  g_free (self);
}

/* Writing */

static void
add_option (GPtrArray  *words,
            const char *name,
            const char *value)
{
  if (value == NULL)
    return;
  g_ptr_array_add (words, g_strconcat ("--", name, NULL));
  g_ptr_array_add (words, g_strdup (value));
}

static void
add_number (GPtrArray  *words,
            const char *name,
            guint       number)
{
  g_autofree char *value = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  add_option (words, name, value);
}

static void
add_flag (GPtrArray  *words,
          const char *name,
          gboolean    on)
{
  if (on)
    g_ptr_array_add (words, g_strconcat ("--", name, NULL));
}

static void
add_options (const TlAsked *self,
             GPtrArray     *words)
{
  const TlPopulation *population = &self->population;
  g_autofree char *years = tl_population_dup_years (population);
  g_autofree char *by = self->rows != TL_FACET_NONE
                          ? g_strjoin (",", tl_facet_get_name (self->rows), tl_facet_get_name (self->by), NULL)
                          : g_strdup (self->by != TL_FACET_NONE ? tl_facet_get_name (self->by) : NULL);

  add_option (words, "by", by);
  add_number (words, "length", self->length);
  add_number (words, "min", self->min);
  add_flag (words, "tested", self->tested);
  add_flag (words, "all", self->all);
  add_option (words, "typology", population->typology);
  add_option (words, "years", years);
  add_option (words, "region", population->region);
  add_option (words, "level", population->level);
  add_option (words, "method", population->method);
  add_option (words, "agency", population->agency);
  add_option (words, "age", population->age);
  add_option (words, "type", population->type);
  add_option (words, "coder", population->coder != TL_CODER_ANY ? tl_coder_get_name (population->coder) : NULL);
  add_flag (words, "direct", counts (self) && !population->across);
}

static void
add_arguments (const TlAsked *self,
               GPtrArray     *words)
{
  const char *const arguments[] = { self->pattern, self->review, self->finding };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    if (arguments[i] != NULL)
      g_ptr_array_add (words, g_strdup (arguments[i]));
}

static gboolean
begins_like_option (const char *argument)
{
  return argument != NULL && argument[0] == '-';
}

/**
 * tl_asked_dup_text:
 * @self: a question
 *
 * Returns: (transfer full): the line that tl_asked_parse() makes it of; the same for the same question
 */
char *
tl_asked_dup_text (const TlAsked *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (kinds[self->kind].name);

  if (begins_like_option (self->pattern) || begins_like_option (self->review) || begins_like_option (self->finding))
    {
      add_options (self, words);
      g_ptr_array_add (words, g_strdup ("--"));
      add_arguments (self, words);
    }
  else
    {
      add_arguments (self, words);
      add_options (self, words);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      gboolean plain = word[0] != '\0' && strpbrk (word, " \t\n'\"\\$`>*?|&;()<#~") == NULL;
      g_autofree char *quoted = plain ? g_strdup (word) : g_shell_quote (word);

      g_string_append_printf (out, " %s", quoted);
    }
  return g_string_free (out, FALSE);
}

/**
 * tl_asked_dup_arguments:
 * @self: a question
 * @library: the path of a library
 *
 * Returns: (transfer full): the command that asks @library, its options first and then, after "--", what they can't be
 *   taken for
 */
char **
tl_asked_dup_arguments (const TlAsked *self,
                        const char    *library)
{
  g_return_val_if_fail (self != NULL && library != NULL, NULL);

  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, g_strdup (kinds[self->kind].name));
  add_options (self, words);
  g_ptr_array_add (words, g_strdup ("--"));
  g_ptr_array_add (words, g_strdup (library));
  add_arguments (self, words);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
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
 * tl_asked_dup_title:
 * @self: a question
 *
 * Returns: (transfer full): what its table is called, translated: "Themes by year; region: London"
 */
char *
tl_asked_dup_title (const TlAsked *self)
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
