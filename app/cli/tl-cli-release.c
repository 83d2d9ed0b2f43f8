/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library release and releases: make tables that are protected together, and list those that left. */
#include "config.h"

#include "app/cli/tl-cli-library.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "model/questions/tl-count.h"
#include "model/releases/tl-release-log.h"
#include "model/releases/tl-release-publish.h"
#include "model/releases/tl-release-words.h"

#define MAX_THRESHOLD 1000
#define MAX_ROUND 1000000

typedef struct {
  char    *title;
  char    *date;
  char    *folder;
  char   **tables;
  char   **caveats;
  int      threshold;
  int      round;
  gboolean says_differences;
  gboolean only_try;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->folder);
  g_strfreev (self->tables);
  g_strfreev (self->caveats);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (TlCli         *cli,
       const Options *options)
{
  if (options->tables == NULL)
    tl_cli_usage (cli, _("Say which tables with --table, as in --table \"themes --by year\"."));
  else if (!options->only_try && options->folder == NULL)
    tl_cli_usage (cli, _("Say with -o into which folder, or only --try."));
  else if (options->threshold < 1 || options->threshold > MAX_THRESHOLD)
    tl_cli_usage (cli, _("The threshold is a number from 1 to %d."), MAX_THRESHOLD);
  else if (options->round < 0 || options->round > MAX_ROUND)
    tl_cli_usage (cli, _("Counts are rounded to a number from 1 to %d."), MAX_ROUND);
  else
    return TRUE;
  return FALSE;
}

static TlReleasePlan *
make_plan (TlCli         *cli,
           const Options *options,
           GError       **error)
{
  g_autoptr (TlReleasePlan) plan = tl_release_plan_new (options->title != NULL ? options->title : _("Release"));

  plan->author = g_strdup (cli->author);
  plan->date = g_strdup (options->date);
  plan->threshold = (guint) options->threshold;
  plan->round = (guint) options->round;
  plan->says_differences = options->says_differences;
  for (guint i = 0; options->caveats != NULL && options->caveats[i] != NULL; i++)
    g_ptr_array_add (plan->caveats, g_strdup (options->caveats[i]));
  for (guint i = 0; options->tables[i] != NULL; i++)
    if (!tl_release_plan_add (plan, options->tables[i], error))
      return NULL;
  return g_steal_pointer (&plan);
}

static void
print_table (TlCli                *cli,
             JsonBuilder          *builder,
             const TlReleaseTable *table)
{
  g_autofree char *title = tl_asked_dup_title (table->question);

  json_builder_begin_object (builder);
  tl_cli_member (builder, "question", table->text);
  tl_cli_member (builder, "title", title);
  tl_cli_number (builder, "counts", table->n_shown + table->n_withheld);
  tl_cli_number (builder, "withheld", table->n_withheld);
  tl_cli_number (builder, "left_out", table->n_left_out);
  json_builder_end_object (builder);
  if (!cli->json)
    printf (_("%s: %u of %u counts are withheld.\n"), title, table->n_withheld, table->n_shown + table->n_withheld);
}

static void
print_release (TlCli           *cli,
               const TlRelease *release)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *settings = tl_release_dup_settings (release);
  guint n_small = tl_release_count_withheld (release, TL_PROTECT_SMALL);
  guint n_others = tl_release_count_withheld (release, TL_PROTECT_SECONDARY)
                   + tl_release_count_withheld (release, TL_PROTECT_REQUIRED);

  json_builder_begin_object (builder);
  tl_cli_number (builder, "release", release->number);
  tl_cli_number (builder, "counts", tl_release_count_all (release));
  tl_cli_number (builder, "small", n_small);
  tl_cli_number (builder, "secondary", n_others);
  tl_cli_number (builder, "left_out", tl_release_count_withheld (release, TL_PROTECT_LEFT_OUT));
  tl_cli_number (builder, "compared", release->n_compared);
  tl_cli_number (builder, "differences", release->n_differences);
  tl_cli_begin_array (builder, "tables");
  for (guint i = 0; i < release->tables->len; i++)
    print_table (cli, builder, release->tables->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    {
      tl_cli_print_json (builder);
      return;
    }

  g_autofree char *withheld = tl_release_dup_withheld (release);
  g_autofree char *comparison = tl_release_dup_comparison (release);

  printf ("%s %s\n%s\n", withheld, comparison, settings);
}

TlCliStatus
tl_cli_library_release (TlCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_auto (Options) options = { .threshold = TL_COUNT_DEFAULT_THRESHOLD };
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("What it is called"), N_("TITLE") },
    { "table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.tables,
      N_("A table: themes, pairs, chains, recurring, national or merged with its options; can be repeated"),
      N_("QUESTION") },
    { "caveat", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.caveats,
      N_("What readers are to bear in mind; can be repeated"), N_("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("The date that it bears"), N_("DATE") },
    { "threshold", 0, 0, G_OPTION_ARG_INT, &options.threshold, N_("Withhold counts from 1 to N (5)"), N_("N") },
    { "round", 0, 0, G_OPTION_ARG_INT, &options.round, N_("Round to the nearest N"), N_("N") },
    { "say-differences", 0, 0, G_OPTION_ARG_NONE, &options.says_differences,
      N_("Show counts that differ by a few reviews from an earlier release, and say so"), NULL },
    { "try", 0, 0, G_OPTION_ARG_NONE, &options.only_try, N_("Only say what would be withheld"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.folder,
      N_("Into this folder, or a file if its name ends in .zip"), N_("DIR|F.zip") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1) || !check (cli, &options))
    return TL_CLI_USAGE;

  g_autoptr (TlReleasePlan) plan = make_plan (cli, &options, &error);
  g_autoptr (TlLibrary) library = plan != NULL ? tl_library_open (argv[1], &error) : NULL;
  g_autoptr (TlRelease) release = library != NULL ? tl_release_new (library, plan, NULL, NULL, NULL, &error) : NULL;

  if (release == NULL)
    return tl_cli_fail (cli, error);
  if (!options.only_try && !tl_release_publish (release, library, options.folder, NULL, &error))
    return tl_cli_fail (cli, error);
  print_release (cli, release);
  return TL_CLI_DONE;
}

/* The log */

static void
print_piece (TlCli                *cli,
             JsonBuilder          *builder,
             const char           *folder,
             const TlWrittenPiece *piece)
{
  g_autofree char *words = tl_written_piece_dup_words (piece);

  json_builder_begin_object (builder);
  tl_cli_member (builder, "name", piece->name);
  tl_cli_number (builder, "size", piece->size);
  tl_cli_member (builder, "sha256", piece->digest);
  tl_cli_member (builder, "state", tl_piece_state_get_key (piece->state));
  json_builder_end_object (builder);
  if (!cli->json)
    printf ("     %s/%s  %s\n", folder, piece->name, words);
}

static void
print_place (TlCli                *cli,
             JsonBuilder          *builder,
             const TlReleasePlace *place)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (place->time);
  g_autofree char *when = g_date_time_format_iso8601 (time);
  g_autofree char *name = g_filename_display_name (place->way != NULL ? place->way : place->name);

  json_builder_begin_object (builder);
  tl_cli_member (builder, place->way != NULL ? "way" : "name", name);
  tl_cli_member (builder, "time", when);
  if (place->zip != NULL)
    tl_cli_member (builder, "state", tl_piece_state_get_key (place->zip->state));
  tl_cli_begin_array (builder, "pieces");
  for (guint i = 0; i < place->pieces->len; i++)
    print_piece (cli, builder, name, place->pieces->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_logged (TlCli                 *cli,
              JsonBuilder           *builder,
              const TlLoggedRelease *release)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (release->time);
  g_autofree char *when = g_date_time_format_iso8601 (time);

  json_builder_begin_object (builder);
  tl_cli_number (builder, "release", release->number);
  tl_cli_member (builder, "time", when);
  tl_cli_member (builder, "author", release->plan->author);
  tl_cli_member (builder, "title", release->plan->title);
  tl_cli_number (builder, "withheld_to", release->plan->threshold);
  tl_cli_number (builder, "rounded_to", MAX (release->plan->round, 1));
  tl_cli_number (builder, "counts", release->n_counts);
  tl_cli_number (builder, "withheld", release->n_withheld);
  tl_cli_begin_array (builder, "tables");
  if (!cli->json)
    printf ("%3" G_GINT64_FORMAT "  %s  %s  %s  %u/%u\n", release->number, when, release->plan->title,
            release->plan->author, release->n_withheld, release->n_counts);
  for (guint i = 0; i < release->plan->questions->len; i++)
    {
      g_autofree char *text = tl_asked_dup_text (release->plan->questions->pdata[i]);

      json_builder_add_string_value (builder, text);
      if (!cli->json)
        printf ("     %s\n", text);
    }
  json_builder_end_array (builder);
  tl_cli_begin_array (builder, "places");
  for (guint i = 0; i < release->places->len; i++)
    print_place (cli, builder, release->places->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static const char *
describe_reason (TlProtectReason reason)
{
  return reason == TL_PROTECT_SMALL ? _("small") : _("so that small ones can’t be worked out");
}

/* What was withheld, with the counts: for the office only. */
static void
print_withheld (const TlLoggedRelease *release)
{
  for (guint i = 0; release->counts != NULL && i < release->counts->len; i++)
    {
      const TlLoggedCount *count = &g_array_index (release->counts, TlLoggedCount, i);

      if (count->reason != TL_PROTECT_SHOWN)
        printf ("%6" G_GINT64_FORMAT "  %u  %s  %s  %s\n", count->count, count->table + 1, count->mark, count->reach,
                describe_reason (count->reason));
    }
}

TlCliStatus
tl_cli_library_releases (TlCli  *cli,
                         int     argc,
                         char  **argv)
{
  gboolean internal = FALSE;
  const GOptionEntry entries[] = {
    { "internal", 0, 0, G_OPTION_ARG_NONE, &internal, N_("Also what was withheld, with its count: for the office only"),
      NULL },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  g_autoptr (GPtrArray) releases = library != NULL ? tl_release_log_read (library, internal, &error) : NULL;

  if (releases == NULL)
    return tl_cli_fail (cli, error);
  tl_cli_begin_list (builder, "releases");
  for (guint i = 0; i < releases->len; i++)
    {
      const TlLoggedRelease *release = releases->pdata[i];

      for (guint j = 0; j < release->places->len; j++)
        tl_release_place_look (release->places->pdata[j], argv[1], NULL, NULL);
      print_logged (cli, builder, release);
      if (internal && !cli->json)
        print_withheld (release);
    }
  tl_cli_end_list (cli, builder);
  return TL_CLI_DONE;
}
