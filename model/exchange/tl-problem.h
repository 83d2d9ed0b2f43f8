/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_PROBLEMS_MAX 100

/**
 * TlProblemCode:
 *
 * What can be wrong with a file from outside. The codes in tl_problem_get_code() are published and never change
 * their meaning.
 */
typedef enum {
  TL_PROBLEM_NOT_WELL_FORMED,
  TL_PROBLEM_DOCTYPE,
  TL_PROBLEM_NOT_OURS,
  TL_PROBLEM_NEWER,
  TL_PROBLEM_TOO_LARGE,
  TL_PROBLEM_TOO_DEEP,
  TL_PROBLEM_ENCODING,
  TL_PROBLEM_UNKNOWN_ELEMENT,
  TL_PROBLEM_UNKNOWN_ATTRIBUTE,
  TL_PROBLEM_ORDER,
  TL_PROBLEM_MISSING,
  TL_PROBLEM_REPEATED,
  TL_PROBLEM_STRAY_TEXT,
  TL_PROBLEM_VALUE,
  TL_PROBLEM_METHOD,
  TL_PROBLEM_TYPOLOGY,
  TL_PROBLEM_KEY,
  TL_PROBLEM_CODE,
  TL_PROBLEM_DUPLICATE_ID,
  TL_PROBLEM_DANGLING,
  TL_PROBLEM_WRONG_KIND,
  TL_PROBLEM_SEVERAL_TARGETS,
} TlProblemCode;

/**
 * TlProblem:
 * @code: what it is
 * @line: where, from 1; 0 when it is nowhere in particular
 * @message: a sentence for the user, without the line
 */
typedef struct {
  TlProblemCode code;
  guint         line;
  char         *message;
} TlProblem;

GPtrArray  *tl_problems_new       (void);
gboolean    tl_problems_add       (GPtrArray        *problems,
                                   TlProblemCode     code,
                                   guint             line,
                                   const char       *format,
                                   ...) G_GNUC_PRINTF (4, 5);
gboolean    tl_problems_raise     (GPtrArray        *problems,
                                   const char       *name,
                                   GError          **error);
const char *tl_problem_get_code   (const TlProblem  *problem);
void        tl_problem_free       (TlProblem        *problem);

G_END_DECLS
