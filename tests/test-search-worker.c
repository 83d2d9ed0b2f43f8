/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search of an open review, which answers from a thread of its own. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/review/tl-search.h"
#include "tests/search-case.h"

/* An answer on its way. */
typedef struct {
  TlSearch       *search;
  TlSearchAnswer *answer;
  GError         *error;
  gboolean        done;
} Wait;

static void
clear_wait (Wait *wait)
{
  g_clear_pointer (&wait->answer, tl_search_answer_free);
  g_clear_error (&wait->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wait, clear_wait)

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Wait *wait = data;

  wait->answer = tl_search_find_finish (wait->search, result, &wait->error);
  wait->done = TRUE;
}

static void
ask (Wait         *wait,
     TlSearch     *search,
     const char   *text,
     GCancellable *cancellable)
{
  clear_wait (wait);
  *wait = (Wait) { .search = search };
  tl_search_find_async (search, text, TL_SEARCH_DEFAULT, 0, ALL, cancellable, found_cb, wait);
}

static guint
ask_and_count (TlSearch   *search,
               const char *text)
{
  g_auto (Wait) wait = { 0 };

  ask (&wait, search, text, NULL);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (wait.error);
  return wait.answer->n_records;
}

static void
count_cb (TlSearch *search,
          guint    *n)
{
  (*n)++;
}

static char *
add_long_source (TlReview *review)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (body, "nothing ");
  g_string_append (body, "albatross");
  return add_source (review, "Notes", body->str);
}

static void
it_answers_and_reads_on_by_itself (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSearch) search = tl_search_new (review);
  guint n_changes = 0;

  g_free (add_long_source (review));
  g_free (add_factor (review, "Nobody saw the albatross"));
  g_signal_connect (search, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpuint (ask_and_count (search, "albatross"), >=, 1);
  while (n_changes == 0 || ask_and_count (search, "albatross") < 2)
    g_main_context_iteration (NULL, TRUE);

  n_changes = 0;
  g_free (add_factor (review, "Nor the pelican"));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (ask_and_count (search, "pelican"), ==, 1);
  /* What a worker has still to say of it comes later. */
  g_signal_handlers_disconnect_by_func (search, count_cb, &n_changes);
}

static void
nothing_is_written_before_somebody_searches (void)
{
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;
  {
    g_autoptr (TlReview) review = open_new (&path);
    g_free (add_factor (review, "Nobody saw the albatross"));
  }
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));

  g_autoptr (TlReview) review = tl_review_open (path, 0, &error);
  g_autoptr (TlSearch) search = tl_search_new (review);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_cmpuint (ask_and_count (search, "albatross"), ==, 1);
}

static void
what_is_not_wanted_any_more_is_not_answered (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSearch) search = tl_search_new (review);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Wait) wait = { 0 };

  g_free (add_factor (review, "Nobody saw the albatross"));
  ask (&wait, search, "albatross", cancellable);
  g_cancellable_cancel (cancellable);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (ask_and_count (search, "albatross"), ==, 1);
}

/* With questions that were not answered yet, before its thread runs and after. */
static void
it_can_go_at_any_time (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (TlReview) review = open_new (&path);
      TlSearch *search = tl_search_new (review);
      g_auto (Wait) first = { 0 }, second = { 0 };

      g_free (add_long_source (review));
      if (i % 2 == 1)
        g_assert_cmpuint (ask_and_count (search, "notes"), ==, 1);
      ask (&first, search, "albatross", NULL);
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      ask (&second, search, "nothing", NULL);

      g_object_ref (search);
      g_object_run_dispose (G_OBJECT (search));
      while (!first.done || !second.done)
        g_main_context_iteration (NULL, TRUE);
      g_object_unref (search);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (search);
    }
}

static void
a_file_that_is_gone_is_an_error (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSearch) search = tl_search_new (review);
  g_auto (Wait) wait = { 0 };

  g_unlink (path);
  ask (&wait, search, "albatross", NULL);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (wait.error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search/it-answers-and-reads-on-by-itself", it_answers_and_reads_on_by_itself);
  g_test_add_func ("/search/nothing-is-written-before-somebody-searches", nothing_is_written_before_somebody_searches);
  g_test_add_func ("/search/what-is-not-wanted-any-more-is-not-answered", what_is_not_wanted_any_more_is_not_answered);
  g_test_add_func ("/search/it-can-go-at-any-time", it_can_go_at_any_time);
  g_test_add_func ("/search/a-file-that-is-gone-is-an-error", a_file_that_is_gone_is_an_error);
  return g_test_run ();
}
