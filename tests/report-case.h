/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports made of a review, and read again as other programs read them. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "model/document/tl-document.h"
#include "model/exchange/tl-import.h"
#include "model/report/tl-report.h"
#include "tests/review-case.h"

#define N_KINDS (TL_REPORT_LEARNING + 1)
#define N_FORMATS (TL_REPORT_ODT + 1)

/* The fictional review that ships. */
static inline TlReview *
open_sample (const char *name)
{
  g_autofree char *path = make_path ("sample.throughline");
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;

  tl_import_xml (sample, path, "Reviewer 1", 0, NULL, NULL, &error);
  g_assert_no_error (error);
  return tl_review_open (path, 0, NULL);
}

static inline GPtrArray *
make_exports (TlReview *review,
              TlTier    tier)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *exports = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_free);

  g_ptr_array_add (exports, tl_export_new (review, tier, TL_EXPORT_DEFAULT, &error));
  g_assert_no_error (error);
  return exports;
}

static inline TlReport *
make_report (TlReview     *review,
             TlReportKind  kind,
             TlTier        tier)
{
  g_autoptr (GPtrArray) exports = make_exports (review, tier);
  const TlReportOptions options = { .kind = kind };
  g_autoptr (GError) error = NULL;
  TlReport *report = tl_report_new (exports, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static inline GBytes *
write_report (TlReport       *report,
              TlReportFormat  format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_report_write (report, format, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static inline char *
dup_string (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* As another program reads it. */
static inline char *
dup_extracted (GBytes         *bytes,
               TlReportFormat  format)
{
  static const char *const format_names[] = { "report.html", "report.pdf", "report.odt" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, format_names[format], NULL, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&document->text);
}

static inline gboolean
can_read_pdf (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  return program != NULL;
}

/* The files of a package, one after another. */
static inline GPtrArray *
unpack (GBytes  *bytes,
        GString *all)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==,
                   ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = (gsize) archive_entry_size (entry);
      g_autofree char *data = g_malloc (size + 1);

      g_assert_cmpint (archive_read_data (archive, data, size), ==, (gssize) size);
      data[size] = '\0';
      g_ptr_array_add (names, g_strdup (archive_entry_pathname (entry)));
      if (g_str_has_suffix (archive_entry_pathname (entry), ".xml")
          || g_str_has_suffix (archive_entry_pathname (entry), ".svg"))
        g_string_append (all, data);
    }
  archive_read_free (archive);
  return names;
}

static inline const char *
find_after (const char *text,
            const char *wanted)
{
  const char *place = strstr (text, wanted);

  if (place == NULL)
    g_test_message ("“%s” is missing after: %.300s", wanted, text);
  g_assert_nonnull (place);
  return place + strlen (wanted);
}
