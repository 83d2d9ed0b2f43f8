/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review for one test of the checks, how to fill it in a line a record, and what its rules are to say. */
#pragma once

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "model/checks/tl-checks.h"
#include "tests/temporary.h"

typedef struct {
  char     *path;
  TlReview *review;
} Case;

static inline void
case_reopen (Case *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->review);
  self->review = tl_review_open (self->path, 0, &error);
  g_assert_no_error (error);
}

/* @method may be of a pack that is not here. */
static inline Case *
case_new (const char *method)
{
  g_autoptr (GError) error = NULL;
  const TlKind *kind = tl_kind_lookup ("review");
  g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);
  Case *self = g_new0 (Case, 1);

  self->path = make_path ("case.throughline");
  tl_value_set_string (&values[tl_kind_find_field_index (kind, "method")], tl_kind_find_field (kind, "method"), method,
                       &error);
  g_assert_no_error (error);
  tl_review_create (self->path, 0, NULL, values, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_clear (&values[i]);
  case_reopen (self);
  return self;
}

static void
case_free (Case *self)
{
  g_clear_object (&self->review);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static inline void
set_field (TlEdit     *edit,
           const char *kind,
           const char *id,
           const char *field,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  const TlField *declared = tl_kind_find_field (tl_kind_lookup (kind), field);

  if (tl_field_is_list (declared))
    {
      g_auto (GStrv) items = g_strsplit (text, ",", -1);
      tl_edit_set_list (edit, id, field, (const char *const *) items, &error);
    }
  else if (declared->type == TL_FIELD_INT)
    tl_edit_set_int (edit, id, field, atoi (text), &error);
  else
    tl_edit_set (edit, id, field, text, &error);
  g_assert_no_error (error);
}

/* Adds a record; fields and their texts follow, then NULL. The id stays valid. */
static inline const char *
add (Case       *self,
     const char *kind,
     ...)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_autofree char *id = tl_edit_add (edit, kind, NULL, &error);
  va_list args;

  g_assert_no_error (error);
  va_start (args, kind);
  for (const char *field = va_arg (args, const char *); field != NULL; field = va_arg (args, const char *))
    set_field (edit, kind, id, field, va_arg (args, const char *));
  va_end (args);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return g_intern_string (id);
}

static inline void
set (Case       *self,
     const char *id,
     const char *field,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  TlRecord *record = tl_review_lookup (self->review, id);

  if (text != NULL)
    set_field (edit, tl_record_get_kind (record)->name, id, field, text);
  else if (tl_field_is_list (tl_kind_find_field (tl_record_get_kind (record), field)))
    tl_edit_set_list (edit, id, field, NULL, &error);
  else
    tl_edit_set (edit, id, field, NULL, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static inline const char *
subject (Case *self)
{
  return tl_record_get_id (tl_review_get_subject (self->review));
}

static inline const char *
add_factor (Case       *self,
            const char *statement,
            const char *kind,
            const char *level)
{
  return add (self, "factor", "statement", statement, "kind", kind, "level", level, NULL);
}

static inline const char *
add_link (Case       *self,
          const char *cause,
          const char *effect)
{
  return add (self, "link", "cause", cause, "effect", effect, NULL);
}

/* The first problem of a rule about a record, or about the review where @id is NULL. */
static inline TlCheckProblem *
find (GPtrArray  *problems,
      const char *code,
      const char *id)
{
  for (guint i = 0; i < problems->len; i++)
    if (strcmp (tl_check_problem_get_code (g_ptr_array_index (problems, i)), code) == 0
        && g_strcmp0 (tl_check_problem_get_record_id (g_ptr_array_index (problems, i)), id) == 0)
      return g_ptr_array_index (problems, i);
  return NULL;
}

static inline void
assert_silent (Case       *self,
               const char *code,
               const char *id)
{
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  TlCheckProblem *problem = find (problems, code, id);

  if (problem != NULL)
    g_error ("%s speaks: %s", code, tl_check_problem_get_message (problem));
}

/* @words have to be in the sentence. */
static inline void
assert_speaks (Case       *self,
               const char *code,
               const char *id,
               TlSeverity  severity,
               const char *words)
{
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  TlCheckProblem *problem = find (problems, code, id);

  if (problem == NULL)
    g_error ("%s is silent", code);
  g_assert_cmpint (tl_check_problem_get_severity (problem), ==, severity);
  if (strstr (tl_check_problem_get_message (problem), words) == NULL)
    g_error ("“%s” is not in: %s", words, tl_check_problem_get_message (problem));
}

static inline guint
count (GPtrArray  *problems,
       const char *code)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += strcmp (tl_check_problem_get_code (g_ptr_array_index (problems, i)), code) == 0;
  return n;
}
