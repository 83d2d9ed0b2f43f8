/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmark: all reports of a review of 250 factors with 12 findings, in all formats, may together take 5 seconds. Each
 * is told beside what the library below us takes to read and to copy the same XML, for a feeling of what is its own. */
#include "config.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <time.h>

#include "model/exchange/tl-xml-writer.h"
#include "model/report/tl-report.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-review-file.h"

#define N_FACTORS 250
#define N_LINKS 375
#define N_FINDINGS 12
#define FACTORS_OF_FINDING 10
#define ANSWER_WORDS 230
#define N_QUESTIONS 3
#define LIMIT_MS 5000.0

static const char *const format_names[] = { "HTML", "PDF", "ODT" };

static double
now_ms (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static char *
make_text (GRand *random,
           guint  n_words)
{
  static const char *const words[] = { "the", "visit", "was", "cut", "short", "because", "nobody", "knew", "who",
                                       "held", "whole", "picture", "assessment", "of", "a", "family", "record" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
set_text (TlEdit     *edit,
          const char *id,
          const char *field,
          GRand      *random,
          guint       n_words)
{
  g_autofree char *text = make_text (random, n_words);
  g_autoptr (GError) error = NULL;

  tl_edit_set (edit, id, field, text, &error);
  g_assert_no_error (error);
}

static GPtrArray *
add_factors (TlEdit *edit,
             GRand  *random)
{
  static const char *const levels[] = { "national", "local_strategic", "frontline", "case" };
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_FACTORS; i++)
    {
      char *id = tl_edit_add (edit, "factor", NULL, NULL);

      set_text (edit, id, "statement", random, 12);
      tl_edit_set (edit, id, "level", levels[i * G_N_ELEMENTS (levels) / N_FACTORS], NULL);
      g_ptr_array_add (ids, id);
    }
  for (guint i = 0; i < N_LINKS; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "link", NULL, NULL);
      guint cause = (guint) g_rand_int_range (random, 0, N_FACTORS - 1);
      guint effect = (guint) g_rand_int_range (random, (gint32) cause + 1, MIN ((gint32) cause + 60, N_FACTORS));

      tl_edit_set (edit, id, "cause", ids->pdata[cause], NULL);
      tl_edit_set (edit, id, "effect", ids->pdata[effect], NULL);
    }
  return ids;
}

static void
add_answers (TlEdit     *edit,
             GRand      *random,
             const char *finding)
{
  g_autofree char *response = tl_edit_add (edit, "response", NULL, NULL);

  tl_edit_set (edit, response, "to", finding, NULL);
  tl_edit_set (edit, response, "decision", "accepted", NULL);
  set_text (edit, response, "reasons", random, 60);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *question = tl_edit_add (edit, "board_question", NULL, NULL);
      g_autofree char *action = tl_edit_add (edit, "action", NULL, NULL);

      tl_edit_set (edit, question, "finding", finding, NULL);
      set_text (edit, question, "text", random, 25);
      tl_edit_set (edit, action, "response", response, NULL);
      tl_edit_set (edit, action, "strength", "structure", NULL);
      set_text (edit, action, "text", random, 25);
    }
}

static void
add_findings (TlEdit    *edit,
              GRand     *random,
              GPtrArray *factors)
{
  static const char *const answers[] = { "in_case", "underlying", "prevalence", "reliability" };

  for (guint i = 0; i < N_FINDINGS; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "finding", NULL, NULL);
      g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree const char **list = NULL;

      while (g_hash_table_size (own) < FACTORS_OF_FINDING)
        g_hash_table_add (own, factors->pdata[g_rand_int_range (random, 0, N_FACTORS)]);
      list = (const char **) g_hash_table_get_keys_as_array (own, NULL);
      tl_edit_set_int (edit, id, "number", i + 1, NULL);
      set_text (edit, id, "statement", random, 30);
      for (guint j = 0; j < G_N_ELEMENTS (answers); j++)
        set_text (edit, id, answers[j], random, ANSWER_WORDS);
      tl_edit_set_list (edit, id, "factors", list, NULL);
      add_answers (edit, random, id);
    }
}

static TlReview *
make_review (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (250);
  g_autoptr (GError) error = NULL;

  tl_review_create_titled (path, 0, "Generated", "learning-together", "england_2010", &error);
  g_assert_no_error (error);

  TlReview *review = tl_review_open (path, 0, &error);
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autoptr (GPtrArray) factors = add_factors (edit, random);

  add_findings (edit, random, factors);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return review;
}

/* What libxml2 takes to read and to copy what leaves. */
static double
measure_bare (TlExport *export)
{
  g_autofree char *xml = tl_xml_dup_export (export);
  double start = now_ms ();
  xmlDocPtr document = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET);
  xmlDocPtr copy = xmlCopyDoc (document, 1);

  xmlFreeDoc (copy);
  xmlFreeDoc (document);
  return now_ms () - start;
}

static void
all_reports_in_all_formats (void)
{
  g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "generated.throughline", NULL);
  g_autoptr (TlReview) review = make_review (path);
  double all = now_ms ();
  g_autoptr (GPtrArray) exports = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (exports, tl_export_new (review, TL_TIER_BOARD, TL_EXPORT_DEFAULT, &error));
  g_assert_no_error (error);
  for (guint kind = 0; kind <= TL_REPORT_LEARNING; kind++)
    {
      const TlReportOptions options = { .kind = (TlReportKind) kind };
      double start = now_ms ();
      g_autoptr (TlReport) report = tl_report_new (exports, &options, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%-32s made %7.0f ms", tl_report_kind_get_title ((TlReportKind) kind), now_ms () - start);
      for (guint format = 0; format < G_N_ELEMENTS (format_names); format++)
        {
          g_autoptr (GBytes) bytes = NULL;

          start = now_ms ();
          bytes = tl_report_write (report, (TlReportFormat) format, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
          g_test_message ("%32s %s %7.0f ms, %" G_GSIZE_FORMAT " kB", "", format_names[format], now_ms () - start,
                          g_bytes_get_size (bytes) / 1000);
        }
    }
  all = now_ms () - all;
  g_test_message ("together %.0f ms of %.0f; reading and copying the XML takes %.1f ms", all, LIMIT_MS,
                  measure_bare (g_ptr_array_index (exports, 0)));
  g_assert_cmpfloat (all, <=, LIMIT_MS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/report/all-in-all-formats", all_reports_in_all_formats);
  return g_test_run ();
}
