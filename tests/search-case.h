/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review for one test that is searched. */
#pragma once

#include "model/review/tl-searcher.h"
#include "tests/review-case.h"

#define ALL 100000

static inline TlSearcher *
open_searcher (const char *path,
               gboolean    writable)
{
  g_autoptr (GError) error = NULL;
  TlSearcher *searcher = tl_searcher_new (path, writable, &error);

  g_assert_no_error (error);
  return searcher;
}

static inline void
read_all (TlSearcher *searcher)
{
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  while (more)
    {
      tl_searcher_work (searcher, &more, &error);
      g_assert_no_error (error);
    }
}

static inline TlSearchAnswer *
find (TlSearcher *searcher,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  TlSearchAnswer *answer = tl_searcher_find (searcher, text, TL_SEARCH_DEFAULT, 0, ALL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answer->results->len, ==, answer->n_records);
  return answer;
}

static inline guint
count_found (TlSearcher *searcher,
             const char *text)
{
  g_autoptr (TlSearchAnswer) answer = find (searcher, text);
  return answer->n_records;
}

static inline char *
add_source (TlReview   *review,
            const char *title,
            const char *body)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, "source", NULL, &error);

  g_assert_true (tl_edit_set (edit, id, "title", title, &error));
  g_assert_true (tl_edit_set (edit, id, "body", body, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}
