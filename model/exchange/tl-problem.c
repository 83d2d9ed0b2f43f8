/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with a file from outside, and where. A reader goes on after a problem as far as that makes sense, so
 * that the person who repairs the file sees them together. */
#include "config.h"

#include "model/exchange/tl-problem.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"

/* X0 the file as such, X1 its structure, X2 its values, X3 its references. */
static const char *const codes[] = {
  [TL_PROBLEM_NOT_WELL_FORMED] = "X001",
  [TL_PROBLEM_DOCTYPE] = "X002",
  [TL_PROBLEM_NOT_OURS] = "X003",
  [TL_PROBLEM_NEWER] = "X004",
  [TL_PROBLEM_TOO_LARGE] = "X005",
  [TL_PROBLEM_TOO_DEEP] = "X006",
  [TL_PROBLEM_ENCODING] = "X007",
  [TL_PROBLEM_UNKNOWN_ELEMENT] = "X101",
  [TL_PROBLEM_UNKNOWN_ATTRIBUTE] = "X102",
  [TL_PROBLEM_ORDER] = "X103",
  [TL_PROBLEM_MISSING] = "X104",
  [TL_PROBLEM_REPEATED] = "X105",
  [TL_PROBLEM_STRAY_TEXT] = "X106",
  [TL_PROBLEM_VALUE] = "X201",
  [TL_PROBLEM_METHOD] = "X202",
  [TL_PROBLEM_TYPOLOGY] = "X203",
  [TL_PROBLEM_KEY] = "X204",
  [TL_PROBLEM_CODE] = "X205",
  [TL_PROBLEM_DUPLICATE_ID] = "X301",
  [TL_PROBLEM_DANGLING] = "X302",
  [TL_PROBLEM_WRONG_KIND] = "X303",
  [TL_PROBLEM_SEVERAL_TARGETS] = "X304",
};

/**
 * tl_problem_free:
 * @problem: (transfer full): a problem
 */
void
tl_problem_free (TlProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/**
 * tl_problems_new:
 *
 * Returns: (transfer full) (element-type TlProblem): an empty list
 */
GPtrArray *
tl_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_problem_free);
}

/**
 * tl_problems_add:
 * @problems: (element-type TlProblem): a list
 * @code: what it is
 * @line: the line, or 0
 * @format: a sentence for the user
 * @...: what goes into it
 *
 * Adds a problem unless the list is full.
 *
 * Returns: whether more may come: %FALSE once there are %TL_PROBLEMS_MAX
 */
gboolean
tl_problems_add (GPtrArray     *problems,
                 TlProblemCode  code,
                 guint          line,
                 const char    *format,
                 ...)
{
  g_return_val_if_fail (problems != NULL && code < G_N_ELEMENTS (codes), FALSE);

  if (problems->len < TL_PROBLEMS_MAX)
    {
      TlProblem *problem = g_new0 (TlProblem, 1);
      va_list arguments;

      va_start (arguments, format);
      g_autofree char *message = g_strdup_vprintf (format, arguments);
      va_end (arguments);

      problem->code = code;
      problem->line = line;
      problem->message = g_utf8_make_valid (message, -1);
      g_ptr_array_add (problems, problem);
    }
  return problems->len < TL_PROBLEMS_MAX;
}

static TlError
error_code_for (TlProblemCode code)
{
  if (code == TL_PROBLEM_NEWER)
    return TL_ERROR_NEWER;
  if (code == TL_PROBLEM_NOT_OURS)
    return TL_ERROR_NOT_OURS;
  if (code == TL_PROBLEM_TOO_LARGE)
    return TL_ERROR_TOO_LARGE;
  return TL_ERROR_INVALID;
}

/**
 * tl_problems_raise:
 * @problems: (element-type TlProblem): what was found
 * @name: what to call the file
 * @error: return location
 *
 * Returns: %FALSE and the first problem, with file and line, as @error; %TRUE if there is none
 */
gboolean
tl_problems_raise (GPtrArray   *problems,
                   const char  *name,
                   GError     **error)
{
  g_return_val_if_fail (problems != NULL && name != NULL, FALSE);

  if (problems->len == 0)
    return TRUE;

  const TlProblem *first = g_ptr_array_index (problems, 0);

  if (first->line > 0)
    /* Translators: a file name, a line number, a sentence */
    g_set_error (error, TL_ERROR, error_code_for (first->code), _("%s, line %u: %s"), name, first->line,
                 first->message);
  else
    /* Translators: a file name, a sentence */
    g_set_error (error, TL_ERROR, error_code_for (first->code), _("%s: %s"), name, first->message);
  return FALSE;
}

/**
 * tl_problem_get_code:
 * @problem: a problem
 *
 * Returns: its published code, such as "X302"
 */
const char *
tl_problem_get_code (const TlProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);
  return codes[problem->code];
}
