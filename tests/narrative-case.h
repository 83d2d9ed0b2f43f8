/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case along time, made for one test. */
#pragma once

#include "review-case.h"

/* Pairs of a field and its text, ended by NULL; a list field takes the ids with spaces between. */
static inline char *
add_record (TlReview   *review,
            const char *kind,
            ...) G_GNUC_NULL_TERMINATED;

static inline char *
add_record (TlReview   *review,
            const char *kind,
            ...)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, kind, NULL, &error);
  const char *field;
  va_list pairs;

  g_assert_no_error (error);
  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const char *text = va_arg (pairs, const char *);

      if (tl_field_is_list (tl_kind_find_field (tl_kind_lookup (kind), field)))
        {
          g_auto (GStrv) items = g_strsplit (text, " ", -1);
          tl_edit_set_list (edit, id, field, (const char *const *) items, &error);
        }
      else
        tl_edit_set (edit, id, field, text, &error);
      g_assert_no_error (error);
    }
  va_end (pairs);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static inline void
remove_record (TlReview   *review,
               const char *id)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  tl_edit_remove (edit, id, &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}
