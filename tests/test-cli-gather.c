/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli: gathering from watched folders, receipts, the quarantine, and withdrawing. */
#include "config.h"

#include <string.h>

#include "model/library/tl-library-generate.h"
#include "tests/cli-case.h"

static void
make_records (void)
{
  TlGenerateOptions options = { .n_records = 6, .seed = 5 };
  g_autofree char *records = NULL;
  g_autofree char *bad = NULL;

  set_up ();
  records = g_build_filename (folder, "records", NULL);
  bad = g_build_filename (records, "minutes.xml", NULL);
  g_assert_true (tl_library_generate (records, &options, NULL, NULL));
  g_assert_true (g_file_set_contents (bad, "<minutes/>", -1, NULL));
}

/* A member of what a command printed. */
static gint64
get_number (const Result *result,
            const char   *member)
{
  g_autoptr (JsonNode) node = json_from_string (result->out, NULL);

  return json_object_get_int_member (json_node_get_object (node), member);
}

static void
each_record_can_be_made_durable (void)
{
  g_auto (Result) added = run (NULL, "library", "add", "durable.tllibrary", "records/generated-00001.xml", "--durable",
                               "--json", NULL);
  g_assert_cmpint (added.status, ==, 0);
  g_assert_cmpint (get_number (&added, "added"), ==, 1);
  g_auto (Result) help = run (NULL, "library", "add", "--help", NULL);
  g_assert_nonnull (strstr (help.out, "--durable"));
}

static void
what_answers_at_once_is_made_anew_at_will (void)
{
  make_records ();
  g_auto (Result) added = run (NULL, "library", "add", "again.tllibrary", "records/generated-00001.xml", NULL);
  g_assert_cmpint (added.status, ==, 0);
  g_auto (Result) before = run (NULL, "library", "themes", "again.tllibrary", "--internal", "--csv", NULL);
  g_auto (Result) rebuilt = run (NULL, "library", "rebuild", "again.tllibrary", NULL);
  g_assert_cmpint (rebuilt.status, ==, 0);
  g_auto (Result) after = run (NULL, "library", "themes", "again.tllibrary", "--internal", "--csv", NULL);
  g_assert_cmpstr (after.out, ==, before.out);
  g_auto (Result) none = run (NULL, "library", "rebuild", "none.tllibrary", NULL);
  g_assert_cmpint (none.status, ==, 1);
  g_assert_false (g_file_test ("none.tllibrary", G_FILE_TEST_EXISTS));
}

static void
a_watched_folder_is_gathered_with_a_receipt (void)
{
  make_records ();
  g_auto (Result) made = run (NULL, "library", "add", "nation.tllibrary", "records/generated-00001.xml", NULL);
  g_assert_cmpint (made.status, ==, 0);
  g_auto (Result) watched = run (NULL, "library", "watch", "nation.tllibrary", "records", "--json", NULL);
  g_assert_nonnull (strstr (watched.out, "/records\",\"reachable\":true"));
  g_auto (Result) gathered = run (NULL, "library", "gather", "nation.tllibrary", "--json", NULL);
  g_assert_cmpint (gathered.status, ==, 1);
  g_assert_cmpint (get_number (&gathered, "added"), ==, 5);
  g_assert_cmpint (get_number (&gathered, "unchanged"), ==, 1);
  g_auto (Result) again = run (NULL, "library", "gather", "nation.tllibrary", "--json", NULL);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_cmpint (get_number (&again, "receipt"), ==, 0);

  g_auto (Result) receipt = run (NULL, "library", "receipt", "nation.tllibrary", "--json", NULL);
  g_assert_cmpint (get_number (&receipt, "number"), ==, 2);
  g_assert_cmpint (get_number (&receipt, "added"), ==, 5);
  g_assert_cmpint (get_number (&receipt, "quarantined"), ==, 1);
  g_auto (Result) first = run (NULL, "library", "receipt", "nation.tllibrary", "1", NULL);
  g_assert_nonnull (strstr (first.out, "records/generated-00001.xml: Added"));
  g_auto (Result) none = run (NULL, "library", "receipt", "nation.tllibrary", "9", NULL);
  g_assert_cmpint (none.status, ==, 1);
  g_auto (Result) wrong = run (NULL, "library", "receipt", "nation.tllibrary", "last", NULL);
  g_assert_cmpint (wrong.status, ==, 2);

  g_auto (Result) saved = run (NULL, "library", "receipt", "nation.tllibrary", "-o", "receipt.html", NULL);
  g_assert_cmpint (saved.status, ==, 0);
  g_autofree char *path = g_build_filename (folder, "receipt.html", NULL);
  g_autofree char *html = NULL;
  g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
  g_assert_nonnull (strstr (html, "minutes.xml"));
  g_assert_nonnull (strstr (html, "Line 1: "));
  g_assert_null (strstr (html, "src="));

  g_auto (Result) removed = run (NULL, "library", "watch", "nation.tllibrary", "records", "--remove", NULL);
  g_assert_cmpint (removed.status, ==, 0);
  g_assert_cmpstr (removed.out, ==, "");
}

static void
the_quarantine_is_tried_again (void)
{
  make_records ();
  g_auto (Result) made = run (NULL, "library", "add", "nation.tllibrary", "records", NULL);
  g_assert_cmpint (made.status, ==, 1);
  g_auto (Result) listed = run (NULL, "library", "quarantine", "nation.tllibrary", NULL);
  g_assert_nonnull (strstr (listed.out, "minutes.xml"));
  g_auto (Result) still = run (NULL, "library", "quarantine", "nation.tllibrary", "--retry", NULL);
  g_assert_cmpint (still.status, ==, 1);

  g_autofree char *good = g_build_filename (folder, "records", "generated-00002.xml", NULL);
  g_autofree char *bad = g_build_filename (folder, "records", "minutes.xml", NULL);
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (good, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (bad, text, -1, NULL));
  g_auto (Result) tried = run (NULL, "library", "quarantine", "nation.tllibrary", "--retry", bad, "--json", NULL);
  g_assert_cmpint (tried.status, ==, 0);
  g_assert_cmpint (get_number (&tried, "unchanged"), ==, 1);
  g_auto (Result) usage = run (NULL, "library", "quarantine", "nation.tllibrary", "--forget", NULL);
  g_assert_cmpint (usage.status, ==, 2);
}

static void
a_withdrawn_review_is_left_out_until_it_is_allowed (void)
{
  make_records ();
  g_auto (Result) made = run (NULL, "library", "add", "nation.tllibrary", "records", NULL);
  g_auto (Result) listed = run (NULL, "library", "list", "nation.tllibrary", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&listed);
  JsonArray *records = json_object_get_array_member (json_node_get_object (node), "records");
  const char *review = json_object_get_string_member (json_array_get_object_element (records, 0), "id");

  g_auto (Result) why = run (NULL, "library", "withdraw", "nation.tllibrary", review, NULL);
  g_assert_cmpint (why.status, ==, 2);
  g_auto (Result) done = run (NULL, "library", "withdraw", "nation.tllibrary", review, "--reason", "A mistake",
                              "--author", "Office", NULL);
  g_assert_cmpint (done.status, ==, 0);
  g_auto (Result) log = run (NULL, "library", "withdraw", "nation.tllibrary", "--list", "--json", NULL);
  g_assert_nonnull (strstr (log.out, "\"author\":\"Office\",\"reason\":\"A mistake\",\"readmitted\":null"));
  g_auto (Result) again = run (NULL, "library", "add", "nation.tllibrary", "records", "--json", NULL);
  g_assert_cmpint (get_number (&again, "withdrawn"), ==, 1);
  g_assert_cmpint (get_number (&again, "added"), ==, 0);
  g_auto (Result) allowed = run (NULL, "library", "withdraw", "nation.tllibrary", review, "--readmit", NULL);
  g_assert_cmpint (allowed.status, ==, 0);
  g_auto (Result) back = run (NULL, "library", "add", "nation.tllibrary", "records", "--json", NULL);
  g_assert_cmpint (get_number (&back, "added"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-gather/a-watched-folder-is-gathered-with-a-receipt",
                   a_watched_folder_is_gathered_with_a_receipt);
  g_test_add_func ("/cli-gather/what-answers-at-once-is-made-anew-at-will", what_answers_at_once_is_made_anew_at_will);
  g_test_add_func ("/cli-gather/each-record-can-be-made-durable", each_record_can_be_made_durable);
  g_test_add_func ("/cli-gather/the-quarantine-is-tried-again", the_quarantine_is_tried_again);
  g_test_add_func ("/cli-gather/a-withdrawn-review-is-left-out-until-it-is-allowed",
                   a_withdrawn_review_is_left_out_until_it_is_allowed);
  return g_test_run ();
}
