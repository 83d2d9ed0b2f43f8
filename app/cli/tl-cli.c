/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands share: reading arguments, opening reviews, telling faults. */
#include "config.h"

#include "app/cli/tl-cli.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "model/base/tl-load.h"
#include "model/review/tl-review-file.h"

static GOptionContext *
make_context (TlCli              *cli,
              const GOptionEntry *entries)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print JSON"), NULL },
    { "author", 0, 0, G_OPTION_ARG_STRING, &cli->author, N_("Who is working, for the history"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *usage = g_strdup_printf ("%s %s", cli->command, cli->arguments);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_summary (context, _(cli->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

/**
 * tl_cli_parse:
 * @cli: the run
 * @argc: (inout): number of arguments, with the command as the first
 * @argv: (inout): the arguments; afterwards those that are no options
 * @entries: (nullable): the command's own options
 * @min_arguments: how many arguments it needs besides options
 * @max_arguments: how many it takes, or -1
 *
 * Returns: %FALSE when the command was called wrongly, which has been said; return %TL_CLI_USAGE then
 */
gboolean
tl_cli_parse (TlCli              *cli,
              int                *argc,
              char             ***argv,
              const GOptionEntry *entries,
              int                 min_arguments,
              int                 max_arguments)
{
  g_autoptr (GOptionContext) context = make_context (cli, entries);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      tl_cli_usage (cli, "%s", error->message);
      return FALSE;
    }
  /* "--" ends the options and is no argument. */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)[1] = (*argv)[0];
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < min_arguments)
    tl_cli_usage (cli, _("Something is missing."));
  else if (max_arguments >= 0 && *argc - 1 > max_arguments)
    tl_cli_usage (cli, _("“%s” is one argument too many."), (*argv)[max_arguments + 1]);
  else
    return TRUE;
  return FALSE;
}

/**
 * tl_cli_usage:
 * @cli: the run
 * @format: what is wrong
 *
 * Says that the command was called wrongly, and how it is called.
 *
 * Returns: %TL_CLI_USAGE
 */
TlCliStatus
tl_cli_usage (TlCli      *cli,
              const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("throughline-cli %s: %s\n", cli->command, message);
  g_printerr (_("Usage: throughline-cli %s %s\n“throughline-cli %s --help” says more.\n"), cli->command, cli->arguments,
              cli->command);
  return TL_CLI_USAGE;
}

/**
 * tl_cli_fail:
 * @cli: the run
 * @error: (transfer none): what went wrong
 *
 * Returns: %TL_CLI_FAULT
 */
TlCliStatus
tl_cli_fail (TlCli  *cli,
             GError *error)
{
  g_printerr ("throughline-cli %s: %s\n", cli->command, error->message);
  return TL_CLI_FAULT;
}

/**
 * tl_cli_open_review:
 * @cli: the run
 * @path: name of a review file
 * @flags: how
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the review, with the author of the command line
 */
TlReview *
tl_cli_open_review (TlCli              *cli,
                    const char         *path,
                    TlReviewOpenFlags   flags,
                    GError            **error)
{
  TlReview *review = tl_review_open (path, flags, error);

  if (review != NULL)
    tl_review_set_author (review, cli->author != NULL ? cli->author : g_get_real_name ());
  return review;
}

/**
 * tl_cli_open_or_make:
 * @cli: the run
 * @path: name of a review file
 * @method: the method of a review that is made
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the review, which is made if there is none: called only when there is something
 *   to put in
 */
TlReview *
tl_cli_open_or_make (TlCli       *cli,
                     const char  *path,
                     const char  *method,
                     GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *title = g_str_has_suffix (name, ".throughline")
                                 ? g_strndup (name, strlen (name) - strlen (".throughline")) : g_strdup (name);

      if (!tl_review_create_titled (path, 0, title, method, NULL, error))
        return NULL;
    }
  return tl_cli_open_review (cli, path, TL_REVIEW_OPEN_DEFAULT, error);
}

/**
 * tl_cli_load:
 * @name: name of a file, or "-" for standard input
 * @max_bytes: how much may be in it, in whole megabytes
 * @error: return location
 *
 * Reads a file, or what another program writes into a pipe.
 *
 * Returns: (transfer full): what is in it, or %NULL with a sentence that begins with @name
 */
GBytes *
tl_cli_load (const char  *name,
             gsize        max_bytes,
             GError     **error)
{
  GStatBuf status;
  gboolean is_pipe = g_stat (name, &status) == 0 && S_ISFIFO (status.st_mode);
  int file = g_str_equal (name, "-") ? fileno (stdin) : is_pipe ? g_open (name, O_RDONLY | O_CLOEXEC, 0) : -1;
  GBytes *bytes = file >= 0 ? tl_load_stream (file, max_bytes, NULL, error)
                            : tl_load_file (name, max_bytes, NULL, error);

  if (file > fileno (stdin))
    g_close (file, NULL);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", name);
  return bytes;
}
