/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library add and gather: taking learning records in, telling how far that is, and the receipt. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "app/cli/tl-cli-library.h"
#include "model/library/tl-pace.h"
#include "model/library/tl-quarantine.h"
#include "model/library/tl-watch.h"
#include "model/questions/tl-sets.h"

/* How often progress is told, in microseconds. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 5)

typedef struct {
  TlPace pace;
  gint64 told;
} Progress;

static void
progress_cb (guint       done,
             guint       total,
             const char *file,
             gpointer    data)
{
  Progress *progress = data;
  gint64 now = g_get_monotonic_time ();

  if (file != NULL && now - progress->told < PROGRESS_INTERVAL)
    return;

  g_autofree char *pace = tl_pace_dup_words (&progress->pace, now, done, total);
  g_autofree char *text = g_strdup_printf (_("%u of %u files"), done, total);

  progress->told = now;
  g_printerr ("\r%s%s%s\033[K%s", text, pace[0] != '\0' ? ", " : "", pace, file == NULL ? "\n" : "");
}

static void
print_report (TlCli                 *cli,
              const TlLibraryReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_number (builder, "added", report->added);
  tl_cli_number (builder, "superseded", report->superseded);
  tl_cli_number (builder, "older", report->older);
  tl_cli_number (builder, "unchanged", report->unchanged);
  tl_cli_number (builder, "withdrawn", report->withdrawn);
  tl_cli_begin_array (builder, "quarantined");
  for (guint i = 0; i < report->quarantined->len; i++)
    {
      TlQuarantined *one = g_ptr_array_index (report->quarantined, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "file", one->file);
      tl_cli_member (builder, "reason", one->reason);
      json_builder_end_object (builder);
      if (!cli->json)
        g_printerr (_("%s was set aside: %s\n"), one->file, one->reason);
    }
  json_builder_end_array (builder);
  tl_cli_number (builder, "receipt", report->receipt);
  json_builder_end_object (builder);
  if (cli->json)
    {
      tl_cli_print_json (builder);
      return;
    }
  if (report->withdrawn > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u record was left out: its review was withdrawn from the library.\n",
                             "%u records were left out: their reviews were withdrawn from the library.\n",
                             report->withdrawn), report->withdrawn);
  printf (_("%u added, %u superseded an earlier revision, %u older, %u known already, %u set aside.\n"), report->added,
          report->superseded, report->older, report->unchanged, report->quarantined->len);
}

/* Begins to ask, for then the sets are brought up to date: whoever asks next need not wait for it. */
static void
settle (TlLibrary *library)
{
  TlSets *sets = tl_sets_get (library);

  if (tl_sets_begin (sets, NULL))
    tl_sets_end (sets);
}

/* Takes in what is at @paths, or what is new in the folders that are watched, and tells what became of it. */
static TlCliStatus
take_in (TlCli              *cli,
         TlLibrary          *library,
         const char *const  *paths)
{
  Progress progress = { .pace = { g_get_monotonic_time () } };
  TlLibraryProgress told = !cli->json && isatty (STDERR_FILENO) ? progress_cb : NULL;
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = paths != NULL ? tl_library_add (library, paths, told, &progress, NULL, &report, &error)
                                : tl_library_gather (library, told, &progress, NULL, &report, &error);

  if (!done)
    return tl_cli_fail (cli, error);
  print_report (cli, report);
  settle (library);
  return report->quarantined->len > 0 ? TL_CLI_FAULT : TL_CLI_DONE;
}

TlCliStatus
tl_cli_library_add (TlCli  *cli,
                    int     argc,
                    char  **argv)
{
  gboolean durable = FALSE;
  const GOptionEntry entries[] = {
    { "durable", 0, 0, G_OPTION_ARG_NONE, &durable, N_("Have each record on the disk before the next is taken in"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 2, -1))
    return TL_CLI_USAGE;

  g_autoptr (TlLibrary) library = g_file_test (argv[1], G_FILE_TEST_EXISTS) ? tl_library_open (argv[1], &error)
                                                                            : tl_library_create (argv[1], &error);

  if (library == NULL || !tl_library_set_durable (library, durable, &error))
    return tl_cli_fail (cli, error);
  return take_in (cli, library, (const char *const *) argv + 2);
}

TlCliStatus
tl_cli_library_gather (TlCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  g_autoptr (GPtrArray) watched = library != NULL ? tl_library_list_watched (library, &error) : NULL;

  if (watched == NULL)
    return tl_cli_fail (cli, error);
  if (watched->len == 0)
    g_printerr ("%s\n", _("No folder is watched yet. Add one with “library watch”."));
  for (guint i = 0; i < watched->len; i++)
    {
      const TlWatched *folder = g_ptr_array_index (watched, i);
      g_autofree char *name = g_filename_display_name (folder->path);

      if (!folder->reachable)
        g_printerr (_("The folder “%s” can’t be read now; nothing was gathered from it.\n"), name);
    }
  return take_in (cli, library, NULL);
}

TlCliStatus
tl_cli_library_watch (TlCli  *cli,
                      int     argc,
                      char  **argv)
{
  gboolean list = FALSE;
  gboolean remove = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the folders that are watched"), NULL },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, N_("Watch the folder no longer; what came from it stays"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 2))
    return TL_CLI_USAGE;
  if (list ? argc == 3 || remove : argc == 2)
    return tl_cli_usage (cli, list ? _("With --list goes no folder.") : _("Say which folder, or --list."));

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  gboolean done = library != NULL;

  if (done && remove)
    done = tl_library_unwatch (library, argv[2], &error);
  else if (done && !list)
    done = tl_library_watch (library, argv[2], &error);
  if (!done)
    return tl_cli_fail (cli, error);

  g_autoptr (GPtrArray) watched = tl_library_list_watched (library, &error);
  if (watched == NULL)
    return tl_cli_fail (cli, error);
  tl_cli_begin_list (builder, "folders");
  for (guint i = 0; i < watched->len; i++)
    {
      const TlWatched *folder = g_ptr_array_index (watched, i);
      g_autofree char *name = g_filename_display_name (folder->path);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "path", name);
      tl_cli_flag (builder, "reachable", folder->reachable);
      json_builder_end_object (builder);
      if (!cli->json)
        /* Translators: what stands after the name of a folder */
        printf ("%s%s\n", name, folder->reachable ? "" : _(" (can’t be read now)"));
    }
  tl_cli_end_list (cli, builder);
  return TL_CLI_DONE;
}

static TlCliStatus
list_quarantined (TlCli     *cli,
                  TlLibrary *library)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tl_library_list_quarantined (library, &error);

  if (list == NULL)
    return tl_cli_fail (cli, error);
  tl_cli_begin_list (builder, "quarantined");
  for (guint i = 0; i < list->len; i++)
    {
      const TlQuarantined *one = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "file", one->file);
      tl_cli_member (builder, "reason", one->reason);
      json_builder_end_object (builder);
      if (!cli->json)
        printf ("%s\n    %s\n", one->file, one->reason);
    }
  tl_cli_end_list (cli, builder);
  if (!cli->json && list->len == 0)
    puts (_("Nothing is in quarantine."));
  return TL_CLI_DONE;
}

TlCliStatus
tl_cli_library_quarantine (TlCli  *cli,
                           int     argc,
                           char  **argv)
{
  gboolean retry = FALSE;
  gboolean forget = FALSE;
  const GOptionEntry entries[] = {
    { "retry", 0, 0, G_OPTION_ARG_NONE, &retry, N_("Try to take in again all that is in it, or the file"), NULL },
    { "forget", 0, 0, G_OPTION_ARG_NONE, &forget, N_("Take the file off the list"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 2))
    return TL_CLI_USAGE;

  const char *file = argc > 2 ? argv[2] : NULL;

  if ((retry && forget) || (forget && file == NULL) || (file != NULL && !retry && !forget))
    return tl_cli_usage (cli, _("Say --retry, with a file or for all, or --forget and a file."));

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  if (library == NULL)
    return tl_cli_fail (cli, error);
  if (forget && !tl_library_forget_quarantined (library, file, &error))
    return tl_cli_fail (cli, error);
  if (!retry)
    return list_quarantined (cli, library);

  g_auto (GStrv) paths = tl_library_dup_quarantined (library, file, &error);
  if (paths == NULL)
    return tl_cli_fail (cli, error);
  return paths[0] != NULL ? take_in (cli, library, (const char *const *) paths) : list_quarantined (cli, library);
}
