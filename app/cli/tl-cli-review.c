/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands on one review as a whole: new, show, undo, redo, salvage, forget. */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli.h"
#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "model/store/tl-connection.h"

TlCliStatus
tl_cli_new (TlCli  *cli,
            int     argc,
            char  **argv)
{
  g_autofree char *title = NULL;
  g_autofree char *method = NULL;
  g_autofree char *profile = NULL;
  gboolean force = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_("Title of the review"), N_("T") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &method, N_("Method pack (learning-together)"), N_("M") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile, N_("Terminology profile"), N_("P") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace a file that is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;

  return tl_review_create_titled (argv[1], force ? TL_REVIEW_CREATE_REPLACE : 0, title,
                                  method != NULL ? method : "learning-together", profile, &error)
           ? TL_CLI_DONE
           : tl_cli_fail (cli, error);
}

static void
add_value (JsonBuilder   *builder,
           TlReview      *review,
           const TlField *field,
           const TlValue *value)
{
  json_builder_set_member_name (builder, field->name);
  if (value->type == TL_VALUE_INTEGER && field->type == TL_FIELD_BOOL)
    json_builder_add_boolean_value (builder, value->integer != 0);
  else if (value->type == TL_VALUE_INTEGER)
    json_builder_add_int_value (builder, value->integer);
  else if (value->type == TL_VALUE_LIST)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; value->list[i] != NULL; i++)
        json_builder_add_string_value (builder, value->list[i]);
      json_builder_end_array (builder);
    }
  else
    {
      g_autofree char *body = field->type == TL_FIELD_BODY ? tl_review_dup_body (review, value->text, NULL) : NULL;
      json_builder_add_string_value (builder, body != NULL ? body : value->text);
    }
}

static void
add_record (JsonBuilder *builder,
            TlReview    *review,
            TlRecord    *record)
{
  const TlKind *kind = tl_record_get_kind (record);

  json_builder_begin_object (builder);
  tl_cli_member (builder, "id", tl_record_get_id (record));
  tl_cli_member (builder, "kind", kind->name);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < kind->n_fields; i++)
    if (tl_record_get_value (record, i)->type != TL_VALUE_UNSET)
      add_value (builder, review, &kind->fields[i], tl_record_get_value (record, i));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
show_records (TlCli        *cli,
              TlReview     *review,
              TlRecordList *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  tl_cli_begin_list (builder, "records");
  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      g_autofree char *title = tl_review_dup_title (review, record);

      if (cli->json)
        add_record (builder, review, record);
      else
        printf ("%s  %s\n", tl_record_get_id (record), title);
    }
  tl_cli_end_list (cli, builder);
}

static void
show_counts (TlCli    *cli,
             TlReview *review)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      guint n = tl_record_list_get_n (tl_review_get_list (review, kind->name));

      tl_cli_number (builder, kind->name, n);
      if (!cli->json && n > 0)
        printf ("%6u  %s\n", n, kind->name);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  if (cli->json)
    tl_cli_print_json (builder);
}

static char *
dup_wording (TlChange *change)
{
  if (tl_change_get_kind (change) == TL_CHANGE_UNDO)
    return g_strdup_printf (_("Undo: %s"), tl_change_get_label (change));
  if (tl_change_get_kind (change) == TL_CHANGE_REDO)
    return g_strdup_printf (_("Redo: %s"), tl_change_get_label (change));
  return g_strdup (tl_change_get_label (change));
}

static void
show_history (TlCli    *cli,
              TlReview *review)
{
  GListModel *history = G_LIST_MODEL (tl_review_get_history (review));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  tl_cli_begin_list (builder, "history");
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (TlChange) change = g_list_model_get_item (history, i);
      g_autofree char *time = g_date_time_format_iso8601 (tl_change_get_time (change));
      g_autofree char *wording = dup_wording (change);
      const char *author = tl_change_get_author (change);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "change", tl_change_get_id (change));
      tl_cli_member (builder, "time", time);
      tl_cli_member (builder, "author", author);
      tl_cli_member (builder, "label", wording);
      tl_cli_flag (builder, "undone", tl_change_get_undone (change));
      json_builder_end_object (builder);
      if (!cli->json)
        printf ("%s  %s%s  (%s)\n", time, wording, tl_change_get_undone (change) ? _(" [undone]") : "",
                author != NULL ? author : _("author not recorded"));
    }
  tl_cli_end_list (cli, builder);
}

TlCliStatus
tl_cli_show (TlCli  *cli,
             int     argc,
             char  **argv)
{
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 2))
    return TL_CLI_USAGE;
  if (argc == 3 && strcmp (argv[2], "history") != 0 && tl_kind_lookup (argv[2]) == NULL)
    return tl_cli_usage (cli, _("There is no kind of record “%s”."), argv[2]);

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], TL_REVIEW_OPEN_READ_ONLY, &error);
  if (review == NULL)
    return tl_cli_fail (cli, error);

  if (argc == 2)
    show_counts (cli, review);
  else if (strcmp (argv[2], "history") == 0)
    show_history (cli, review);
  else
    show_records (cli, review, tl_review_get_list (review, argv[2]));
  return TL_CLI_DONE;
}

typedef gboolean (*StepFunc) (TlReview *review, char **label, char **change, GError **error);

static TlCliStatus
run_step (TlCli       *cli,
          int          argc,
          char       **argv,
          StepFunc     func,
          const char  *wording)
{
  g_autofree char *label = NULL;
  g_autofree char *change = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], 0, &error);
  if (review == NULL || !func (review, &label, &change, &error))
    return tl_cli_fail (cli, error);

  json_builder_begin_object (builder);
  tl_cli_member (builder, "label", label);
  tl_cli_member (builder, "change", change);
  json_builder_end_object (builder);
  if (cli->json)
    tl_cli_print_json (builder);
  else
    printf ("%s %s\n", wording, label);
  return TL_CLI_DONE;
}

TlCliStatus
tl_cli_undo (TlCli  *cli,
             int     argc,
             char  **argv)
{
  return run_step (cli, argc, argv, tl_review_undo, _("Undone:"));
}

TlCliStatus
tl_cli_redo (TlCli  *cli,
             int     argc,
             char  **argv)
{
  return run_step (cli, argc, argv, tl_review_redo, _("Done again:"));
}

TlCliStatus
tl_cli_salvage (TlCli  *cli,
                int     argc,
                char  **argv)
{
  g_autofree char *copy = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  guint n_saved = 0, n_lost = 0;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &copy, N_("The copy to make"), N_("COPY") },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (copy == NULL)
    return tl_cli_usage (cli, _("Say with -o where the copy goes."));
  if (!tl_review_salvage (argv[1], copy, &n_saved, &n_lost, &error))
    return tl_cli_fail (cli, error);

  json_builder_begin_object (builder);
  tl_cli_number (builder, "saved", n_saved);
  tl_cli_number (builder, "lost", n_lost);
  json_builder_end_object (builder);
  if (cli->json)
    tl_cli_print_json (builder);
  else if (n_lost == 0)
    printf (_("All %u records were saved. The history was not.\n"), n_saved);
  else
    printf (_("%u records were saved; %u records or tables broke off. The history was not saved.\n"), n_saved, n_lost);
  return TL_CLI_DONE;
}

TlCliStatus
tl_cli_forget (TlCli  *cli,
               int     argc,
               char  **argv)
{
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], 0, &error);
  if (review == NULL || !tl_review_forget (review, &error))
    return tl_cli_fail (cli, error);
  if (!cli->json)
    printf (_("The history is forgotten: nothing before this can be undone, and what was deleted is no longer in the "
              "file.\n"));
  return TL_CLI_DONE;
}
