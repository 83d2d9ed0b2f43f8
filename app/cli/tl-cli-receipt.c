/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library receipt and withdraw: how a library came by its records, and what was taken out of it. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli-library.h"
#include "model/checks/tl-checks.h"
#include "model/library/tl-receipt-page.h"
#include "model/library/tl-receipt.h"
#include "model/library/tl-withdrawal.h"

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time)
{
  g_autoptr (GDateTime) date = time > 0 ? g_date_time_new_from_unix_utc (time / 1000) : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  tl_cli_member (builder, name, text);
}

static void
add_advice (JsonBuilder         *builder,
            const TlReceiptFile *file)
{
  tl_cli_begin_array (builder, "advice");
  for (guint i = 0; file->advice != NULL && i < file->advice->len; i++)
    {
      const TlReceiptAdvice *advice = &g_array_index (file->advice, TlReceiptAdvice, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "code", advice->rule->code);
      tl_cli_member (builder, "severity", tl_severity_get_name (advice->severity));
      tl_cli_number (builder, "problems", advice->problems);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rules (JsonBuilder     *builder,
           const TlReceipt *receipt)
{
  g_autoptr (GArray) rules = tl_receipt_count_advice (receipt);

  tl_cli_begin_array (builder, "rules");
  for (guint i = 0; i < rules->len; i++)
    {
      const TlReceiptRule *counted = &g_array_index (rules, TlReceiptRule, i);
      g_autofree char *title = tl_check_rule_dup_title (counted->rule, NULL);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "code", counted->rule->code);
      tl_cli_member (builder, "title", title);
      tl_cli_number (builder, "records", counted->records);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_receipt_json (const TlReceipt *receipt)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_number (builder, "number", receipt->number);
  add_time (builder, "began", receipt->began);
  add_time (builder, "ended", receipt->ended);
  tl_cli_member (builder, "stopped", receipt->stopped);
  tl_cli_begin_array (builder, "places");
  for (guint i = 0; i < receipt->places->len; i++)
    {
      g_autofree char *name = g_filename_display_name (g_ptr_array_index (receipt->places, i));

      json_builder_add_string_value (builder, name);
    }
  json_builder_end_array (builder);
  for (guint i = 0; i < TL_N_OUTCOMES; i++)
    {
      tl_cli_number (builder, tl_outcome_get_key (i), receipt->counts[i]);
    }
  tl_cli_begin_array (builder, "files");
  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "file", file->file);
      tl_cli_member (builder, "outcome", tl_outcome_get_key (file->outcome));
      tl_cli_member (builder, "reason", file->reason);
      add_advice (builder, file);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_rules (builder, receipt);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

TlCliStatus
tl_cli_library_receipt (TlCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autofree char *out = NULL;
  gint64 number = 0;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Write it to a file: .html, .pdf, .odt or .txt"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 2))
    return TL_CLI_USAGE;
  if (argc > 2 && !g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT64, &number, NULL))
    return tl_cli_usage (cli, _("“%s” is not the number of a receipt."), argv[2]);

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  g_autoptr (TlReceipt) receipt = library != NULL ? tl_library_get_receipt (library, number, &error) : NULL;
  if (receipt == NULL)
    return tl_cli_fail (cli, error);

  if (out != NULL)
    return tl_receipt_page_save (receipt, tl_library_get_name (library), out, &error) ? TL_CLI_DONE
                                                                                      : tl_cli_fail (cli, error);
  if (cli->json)
    print_receipt_json (receipt);
  else
    {
      g_autofree char *text = tl_receipt_page_dup_text (receipt, tl_library_get_name (library));

      fputs (text, stdout);
    }
  return TL_CLI_DONE;
}

static TlCliStatus
list_withdrawals (TlCli     *cli,
                  TlLibrary *library)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tl_library_list_withdrawals (library, &error);

  if (list == NULL)
    return tl_cli_fail (cli, error);
  tl_cli_begin_list (builder, "withdrawals");
  for (guint i = 0; i < list->len; i++)
    {
      const TlWithdrawal *one = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "review", one->review);
      tl_cli_number (builder, "revision", one->revision);
      add_time (builder, "time", one->time);
      tl_cli_member (builder, "author", one->author);
      tl_cli_member (builder, "reason", one->reason);
      add_time (builder, "readmitted", one->readmitted);
      json_builder_end_object (builder);
      if (!cli->json)
        printf ("%s r%" G_GINT64_FORMAT "  %s%s\n", one->review, one->revision, one->reason,
                /* Translators: what stands after the reason why a review was withdrawn */
                one->readmitted > 0 ? _(" (allowed again since)") : "");
    }
  tl_cli_end_list (cli, builder);
  return TL_CLI_DONE;
}

TlCliStatus
tl_cli_library_withdraw (TlCli  *cli,
                         int     argc,
                         char  **argv)
{
  g_autofree char *reason = NULL;
  gboolean readmit = FALSE;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why, for the log"), N_("TEXT") },
    { "readmit", 0, 0, G_OPTION_ARG_NONE, &readmit, N_("Let a review that was withdrawn be added again"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List what was withdrawn"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 2))
    return TL_CLI_USAGE;
  if (list ? argc == 3 || readmit : argc == 2)
    return tl_cli_usage (cli, list ? _("With --list goes no review.") : _("Say which review, or --list."));
  if (!list && !readmit && (reason == NULL || reason[0] == '\0'))
    return tl_cli_usage (cli, _("Say with --reason why; it is kept, and what the record said is not."));

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  if (library == NULL)
    return tl_cli_fail (cli, error);
  if (list)
    return list_withdrawals (cli, library);
  if (!(readmit ? tl_library_readmit (library, argv[2], &error)
                : tl_library_withdraw (library, argv[2], cli->author, reason, &error)))
    return tl_cli_fail (cli, error);
  if (cli->json)
    return list_withdrawals (cli, library);
  puts (readmit ? _("The review can be added again.")
                : _("The record was withdrawn. Figures that have left the library still count it."));
  return TL_CLI_DONE;
}
