/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli import, of a chronology: each row becomes an event of a review. */
#include "config.h"

#include "app/cli/tl-cli-chronology.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "model/exchange/tl-chronology.h"

static void
tell_row (const char            *name,
          const TlChronologyRow *row,
          gboolean               preview)
{
  if (row->refusal != NULL)
    {
      g_printerr ("%s:%u: %s\n", name, row->line, row->refusal);
      return;
    }
  if (!preview)
    return;

  g_autofree char *date = tl_chronology_row_dup_date (row);
  g_autofree char *title = tl_chronology_row_dup_title (row);
  printf ("%u: %s: %s\n", row->line, date, title);
}

static void
tell (const TlChronology *chronology,
      gboolean            preview)
{
  guint n = tl_chronology_count (chronology), n_refused = chronology->n_refused;
  g_autofree char *understood = tl_chronology_dup_understood (chronology);

  printf ("%s\n", understood);
  for (guint i = 0; i < chronology->rows->len; i++)
    tell_row (chronology->name, g_ptr_array_index (chronology->rows, i), preview);
  printf (preview ? g_dngettext (GETTEXT_PACKAGE, "%u event would be added.", "%u events would be added.", n)
                  : g_dngettext (GETTEXT_PACKAGE, "%u event added.", "%u events added.", n), n);
  if (n_refused > 0)
    printf (g_dngettext (GETTEXT_PACKAGE, " %u row refused.", " %u rows refused.", n_refused), n_refused);
  printf ("\n");
}

static void
print_json (const TlChronology *chronology)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_begin_array (builder, "events");
  for (guint i = 0; i < chronology->rows->len; i++)
    {
      const TlChronologyRow *row = g_ptr_array_index (chronology->rows, i);
      g_autofree char *date = row->refusal == NULL && row->dated ? tl_date_dup_edtf (&row->date) : NULL;
      g_autofree char *title = row->refusal == NULL ? tl_chronology_row_dup_title (row) : NULL;

      json_builder_begin_object (builder);
      tl_cli_number (builder, "line", row->line);
      tl_cli_member (builder, "date", date);
      tl_cli_member (builder, "title", title);
      tl_cli_member (builder, "refusal", row->refusal);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

/**
 * tl_cli_import_chronology:
 * @cli: the run
 * @path: a table of comma-separated values
 * @output: the review to add it to; it is made if there is none
 * @method: the method of a review that is made
 * @preview: only say what would be added
 *
 * Returns: %TL_CLI_FAULT if any row was refused, after the rest was added
 */
TlCliStatus
tl_cli_import_chronology (TlCli      *cli,
                          const char *path,
                          const char *output,
                          const char *method,
                          gboolean    preview)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChronology) chronology = tl_chronology_read (path, NULL, &error);

  if (chronology == NULL)
    return tl_cli_fail (cli, error);
  if (!preview && tl_chronology_count (chronology) > 0)
    {
      g_autoptr (TlReview) review = tl_cli_open_or_make (cli, output, method, &error);

      if (review == NULL || !tl_chronology_add (chronology, review, &error))
        return tl_cli_fail (cli, error);
    }
  if (cli->json)
    print_json (chronology);
  else
    tell (chronology, preview);
  return chronology->n_refused > 0 ? TL_CLI_FAULT : TL_CLI_DONE;
}
