/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the questions to a library have in common on the command line: which reviews are asked about, what is withheld,
 * and how the answer is printed. */
#include "config.h"

#include "app/cli/tl-cli-asking.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/questions/tl-count.h"

#define MAX_THRESHOLD 1000
#define MAX_ROUND 1000000

/* Adds @entries to those that all questions have. */
static GArray *
join_entries (TlCliAsking        *self,
              const GOptionEntry *entries)
{
  const GOptionEntry common[] = {
    { "typology", 0, 0, G_OPTION_ARG_STRING, &self->typology, N_("Typology (national-1)"), N_("ID") },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &self->coder, N_("Whose codes count: any, lead, agreed (any)"), N_("WHO") },
    { "years", 0, 0, G_OPTION_ARG_STRING, &self->years, N_("Reviews of these years only"), N_("FROM-TO") },
    { "region", 0, 0, G_OPTION_ARG_STRING, &self->region, N_("Reviews of this region only"), N_("KEY") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &self->level,
      N_("Reviews with a factor at this level only, and what is tagged there"), N_("KEY") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &self->method, N_("Reviews by this method only"), N_("ID") },
    { "agency", 0, 0, G_OPTION_ARG_STRING, &self->agency, N_("Reviews with an agency of this type only"), N_("KEY") },
    { "age", 0, 0, G_OPTION_ARG_STRING, &self->age, N_("Reviews of a child of this age band only"), N_("KEY") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &self->type, N_("Reviews of this type only"), N_("KEY") },
    { "threshold", 0, 0, G_OPTION_ARG_INT, &self->threshold, N_("Withhold counts from 1 to N (5)"), N_("N") },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &self->internal, N_("Withhold nothing: not to be published"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &self->csv, N_("Print CSV"), NULL },
  };
  const GOptionEntry of_counts[] = {
    { "direct", 0, 0, G_OPTION_ARG_NONE, &self->direct, N_("Leave out reviews coded in another typology"), NULL },
    { "round", 0, 0, G_OPTION_ARG_INT, &self->round, N_("Round to the nearest N"), N_("N") },
  };
  GArray *all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (all, common, G_N_ELEMENTS (common));
  if (self->across)
    g_array_append_vals (all, of_counts, G_N_ELEMENTS (of_counts));
  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    g_array_append_val (all, entries[i]);
  return all;
}

/* Reads options and arguments; says on standard error what is wrong with them. */
gboolean
tl_cli_asking_parse (TlCliAsking        *self,
                     TlCli              *cli,
                     int                *argc,
                     char             ***argv,
                     const GOptionEntry *entries,
                     int                 min_arguments,
                     int                 max_arguments)
{
  g_autoptr (GArray) all = join_entries (self, entries);

  self->threshold = TL_COUNT_DEFAULT_THRESHOLD;
  if (!tl_cli_parse (cli, argc, argv, (const GOptionEntry *) (void *) all->data, min_arguments, max_arguments))
    return FALSE;

  self->population = (TlPopulation) {
    .typology = self->typology,
    .region = self->region,
    .level = self->level,
    .method = self->method,
    .agency = self->agency,
    .age = self->age,
    .type = self->type,
    .across = self->across && !self->direct,
  };
  if (self->years != NULL && !tl_population_parse_years (&self->population, self->years))
    tl_cli_usage (cli, _("“%s” are not years, as in “2009-2012”."), self->years);
  else if (self->coder != NULL && !tl_coder_parse (self->coder, &self->population.coder))
    tl_cli_usage (cli, _("“%s” is not one of any, lead, agreed."), self->coder);
  else if (self->threshold < 1 || self->threshold > MAX_THRESHOLD)
    tl_cli_usage (cli, _("The threshold is a number from 1 to %d; --internal withholds nothing."), MAX_THRESHOLD);
  else if (self->round < 0 || self->round > MAX_ROUND)
    tl_cli_usage (cli, _("Counts are rounded to a number from 1 to %d."), MAX_ROUND);
  else
    return TRUE;
  return FALSE;
}

/* Opens the library that is asked. */
gboolean
tl_cli_asking_open (TlCliAsking  *self,
                    const char   *path,
                    GError      **error)
{
  self->library = tl_library_open (path, error);
  return self->library != NULL;
}

void
tl_cli_asking_clear (TlCliAsking *self)
{
  g_clear_object (&self->library);
  g_free (self->typology);
  g_free (self->years);
  g_free (self->region);
  g_free (self->level);
  g_free (self->method);
  g_free (self->agency);
  g_free (self->age);
  g_free (self->type);
  g_free (self->coder);
}

/* DESIGN 8: a count that is withheld is the string "c". */
void
tl_cli_add_count (JsonBuilder *builder,
                  const char  *name,
                  gint64       count)
{
  g_autofree char *text = tl_count_format (count);

  if (count < 0)
    {
      tl_cli_member (builder, name, text);
      return;
    }
  tl_cli_number (builder, name, count);
}
