/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new review for one test, and the edits that tests of reviews make most. */
#pragma once

#include "model/review/tl-edit.h"
#include "model/review/tl-review-file.h"
#include "tests/temporary.h"

static inline TlReview *
open_new (char **path)
{
  g_autoptr (GError) error = NULL;

  *path = make_path ("case.throughline");
  tl_review_create_titled (*path, 0, "A case", "learning-together", "england_2010", &error);
  g_assert_no_error (error);
  TlReview *review = tl_review_open (*path, 0, &error);
  g_assert_no_error (error);
  tl_review_set_author (review, "Reviewer 1");
  return review;
}

/* A record with one field set, in an edit that goes on. */
static inline char *
add_in (TlEdit     *edit,
        const char *kind,
        const char *field,
        const char *value)
{
  g_autoptr (GError) error = NULL;
  char *id = tl_edit_add (edit, kind, NULL, &error);

  g_assert_no_error (error);
  tl_edit_set (edit, id, field, value, &error);
  g_assert_no_error (error);
  return id;
}

static inline void
commit_edit (TlEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *change = tl_edit_commit (edit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static inline char *
add_factor (TlReview   *review,
            const char *statement)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_no_error (error);
  char *id = tl_edit_add (edit, "factor", NULL, &error);
  g_assert_no_error (error);
  tl_edit_set (edit, id, "statement", statement, &error);
  g_assert_no_error (error);
  tl_edit_set (edit, id, "level", "frontline", &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static inline char *
add_link (TlReview   *review,
          const char *cause,
          const char *effect)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_no_error (error);
  char *id = tl_edit_add (edit, "link", NULL, &error);
  g_assert_true (tl_edit_set (edit, id, "cause", cause, &error));
  g_assert_true (tl_edit_set (edit, id, "effect", effect, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static inline void
set_field (TlReview   *review,
           const char *id,
           const char *field,
           const char *value)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (tl_edit_set (edit, id, field, value, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static inline gboolean
set_one (TlReview    *review,
         const char  *id,
         const char  *field,
         const char  *text,
         const char  *group,
         GError     **error)
{
  TlEdit *edit = tl_edit_begin (review, NULL, error);

  tl_edit_set_group (edit, group);
  if (!tl_edit_set (edit, id, field, text, error))
    {
      tl_edit_abort (edit);
      return FALSE;
    }
  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}
