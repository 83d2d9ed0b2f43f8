/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports for people: the part of the command export that makes them. */
#include "config.h"

#include "app/cli/tl-cli-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/tl-date.h"

void
tl_cli_report_clear (TlCliReport *self)
{
  g_free (self->kind);
  g_free (self->profile);
  g_free (self->date);
}

/**
 * tl_cli_report_is_meant:
 * @format: (nullable): the format that was asked for
 *
 * Returns: whether a report was asked for, or something that only reports have
 */
gboolean
tl_cli_report_is_meant (const TlCliReport *self,
                        const char        *format)
{
  return self->kind != NULL || self->profile != NULL || self->date != NULL
         || (format != NULL && (strcmp (format, "html") == 0 || strcmp (format, "odt") == 0));
}

/* What is wrong with the options, or NULL. */
static const char *
read_options (const TlCliReport *self,
              const char        *format,
              TlReportOptions   *options,
              TlReportFormat    *as)
{
  TlDate date;

  *options = (TlReportOptions) { .profile = self->profile, .date = self->date };
  if (self->kind == NULL || !tl_report_kind_parse (self->kind, &options->kind))
    return _("Say which report: --report board, summary, annual or learning.");
  if (format == NULL || !tl_report_format_parse (format, as))
    return _("A report is made as html, pdf or odt.");
  if (self->date != NULL && !tl_date_parse (self->date, &date))
    return _("A date is written as in --date 2013-04-02.");
  return NULL;
}

static gboolean
add_export (TlCli       *cli,
            GPtrArray   *exports,
            const char  *path,
            TlTier       tier,
            GError     **error)
{
  g_autoptr (TlReview) review = tl_cli_open_review (cli, path, TL_REVIEW_OPEN_READ_ONLY, error);
  TlExport *export = review != NULL ? tl_export_new (review, tier, TL_EXPORT_DEFAULT, error) : NULL;

  if (export != NULL)
    g_ptr_array_add (exports, export);
  return export != NULL;
}

static gboolean
write_file (GPtrArray              *exports,
            const TlReportOptions  *options,
            TlReportFormat          format,
            const char             *path,
            GError                **error)
{
  g_autoptr (TlReport) report = tl_report_new (exports, options, NULL, NULL, NULL, error);
  g_autoptr (GBytes) bytes = report != NULL ? tl_report_write (report, format, NULL, NULL, NULL, error) : NULL;

  return bytes != NULL
         && tl_export_write (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), path, error);
}

/**
 * tl_cli_report_export:
 * @format: (nullable): the format that was asked for
 * @tier: (nullable): for whom; whom the report is meant for without
 * @reviews: names of review files, ended by %NULL
 * @output: the file to write
 *
 * Writes a report.
 *
 * Returns: how it went, which has been said
 */
TlCliStatus
tl_cli_report_export (TlCli              *cli,
                      const TlCliReport  *self,
                      const char         *format,
                      const char         *tier,
                      char              **reviews,
                      const char         *output)
{
  g_autoptr (GPtrArray) exports = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_free);
  g_autoptr (GError) error = NULL;
  TlReportOptions options;
  TlReportFormat as;
  const char *wrong = read_options (self, format, &options, &as);

  if (wrong != NULL)
    return tl_cli_usage (cli, "%s", wrong);

  TlTier to = tl_report_kind_get_tier (options.kind);

  if (tier != NULL && !tl_tier_parse (tier, &to))
    return tl_cli_usage (cli, _("There is no tier “%s”."), tier);
  if (to == TL_TIER_TRANSFER)
    return tl_cli_usage (cli, _("A report is made for the tiers “board”, “learning” and “public” only."));
  for (guint i = 0; reviews[i] != NULL; i++)
    if (!add_export (cli, exports, reviews[i], to, &error))
      return tl_cli_fail (cli, error);

  if (!write_file (exports, &options, as, output, &error))
    return tl_cli_fail (cli, error);
  return TL_CLI_DONE;
}

/**
 * tl_cli_report_write:
 * @kind: which report
 * @format: as what
 * @path: the file to write
 * @error: return location
 *
 * Writes a report of @review for whom it is meant, without further options.
 *
 * Returns: %FALSE with @error, and then @path is as it was
 */
gboolean
tl_cli_report_write (TlReview        *review,
                     TlReportKind     kind,
                     TlReportFormat   format,
                     const char      *path,
                     GError         **error)
{
  const TlReportOptions options = { .kind = kind };
  g_autoptr (GPtrArray) exports = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_free);
  TlExport *export = tl_export_new (review, tl_report_kind_get_tier (kind), TL_EXPORT_DEFAULT, error);

  if (export == NULL)
    return FALSE;
  g_ptr_array_add (exports, export);
  return write_file (exports, &options, format, path, error);
}
