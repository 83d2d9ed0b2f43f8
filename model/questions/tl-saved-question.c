/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions that are kept in a library under the names that people gave them. What a file has in their place may have
 * been made by anybody: it is read as a question or not at all, and then says why. */
#include "config.h"

#include "model/questions/tl-saved-question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/library/tl-library-tables.h"

/* In bytes; what a window asks is far shorter. */
#define MAX_QUESTION 4000

/**
 * tl_saved_question_free:
 * @self: (transfer full): a question
 */
void
tl_saved_question_free (TlSavedQuestion *self)
{
  g_free (self->name);
  g_clear_pointer (&self->asked, tl_asked_free);
  g_free (self->fault);
  g_free (self);
}

/* Reading */

static gboolean
check_name (const char  *name,
            GError     **error)
{
  glong n = tl_text_is_clean (name) && tl_text_is_one_line (name) ? g_utf8_strlen (name, -1) : 0;

  if (n == 0 || g_ascii_isspace (name[0]) || g_ascii_isspace (name[strlen (name) - 1]))
    return tl_error_refuse (error, _("A question is named by a line of words."));
  if (n > TL_SAVED_QUESTION_MAX_NAME)
    return tl_error_refuse (error, _("The name of a question has at most %d characters."), TL_SAVED_QUESTION_MAX_NAME);
  return TRUE;
}

static TlAsked *
read_asked (sqlite3_stmt  *row,
            GError       **error)
{
  const char *text = (const char *) sqlite3_column_text (row, 2);
  gint64 shown = sqlite3_column_int64 (row, 3);
  TlAsked *asked = NULL;

  if (sqlite3_column_bytes (row, 2) > MAX_QUESTION || !tl_text_is_clean (text) || !tl_text_is_one_line (text))
    tl_error_refuse (error, _("What was saved is no question: it is not a line of words."));
  else if (shown < 0 || (shown & ~(gint64) TL_ASKED_SHOWN_ALL) != 0)
    tl_error_refuse (error, _("What was saved is to be shown in a way that is not known."));
  else
    asked = tl_asked_parse (text, error);
  if (asked != NULL)
    asked->shown = (TlAskedShown) shown;
  return asked;
}

static TlSavedQuestion *
read_question (sqlite3_stmt *row)
{
  const char *name = (const char *) sqlite3_column_text (row, 1);
  TlSavedQuestion *self = g_new0 (TlSavedQuestion, 1);
  g_autoptr (GError) error = NULL;

  self->number = sqlite3_column_int64 (row, 0);
  if (check_name (name, &error))
    self->asked = read_asked (row, &error);
  if (error != NULL)
    {
      g_autofree char *clean = tl_text_normalise (name, -1, NULL);
      g_autofree char *line = tl_text_one_line (clean, NULL);

      self->name = tl_text_shorten (line, TL_SAVED_QUESTION_MAX_NAME);
      self->fault = g_strdup (error->message);
    }
  else
    self->name = g_strdup (name);
  return self;
}

static int
compare_questions (const void *a,
                   const void *b)
{
  const TlSavedQuestion *one = *(TlSavedQuestion *const *) a, *other = *(TlSavedQuestion *const *) b;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : (one->number > other->number) - (one->number < other->number);
}

/**
 * tl_library_list_questions:
 * @library: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlSavedQuestion): the questions in order of their names, as the
 *   language has it
 */
GPtrArray *
tl_library_list_questions (TlLibrary  *library,
                           GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlConnection *connection = tl_library_get_connection (library);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_saved_question_free);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number, name, question, shown FROM "
                                                   "saved_question ORDER BY number LIMIT " G_STRINGIFY
                                                   (TL_SAVED_QUESTIONS_MAX), error);
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (row)
        {
          g_ptr_array_add (list, read_question (statement));
          continue;
        }
      g_ptr_array_sort (list, compare_questions);
      return g_steal_pointer (&list);
    }
  tl_library_explain (tl_library_get_name (library), error);
  return NULL;
}

/**
 * tl_library_find_question:
 * @library: a library
 * @name: the name of a question
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the question; %NULL with %TL_ERROR_NOT_FOUND, or with %TL_ERROR_INVALID if what
 *   has that name is none
 */
TlSavedQuestion *
tl_library_find_question (TlLibrary   *library,
                          const char  *name,
                          GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && name != NULL, NULL);

  g_autoptr (GPtrArray) list = tl_library_list_questions (library, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TlSavedQuestion *at = list->pdata[i];

      if (strcmp (at->name, name) != 0)
        continue;
      if (at->fault == NULL)
        return g_ptr_array_steal_index (list, i);
      g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, at->fault);
      return NULL;
    }
  if (list != NULL)
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("No question “%s” is saved in this library."), name);
  return NULL;
}

/* Writing */

static gboolean
is_taken (TlLibrary   *library,
          const char  *name,
          gint64       number)
{
  g_autoptr (GPtrArray) list = tl_library_list_questions (library, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TlSavedQuestion *at = list->pdata[i];

      if (at->number != number && strcmp (at->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_room (TlConnection  *connection,
          GError       **error)
{
  gint64 n;

  if (!tl_connection_get_number (connection, "SELECT count(*) FROM saved_question", &n, error))
    return FALSE;
  return n < TL_SAVED_QUESTIONS_MAX
         || tl_error_refuse (error, _("A library keeps at most %d questions. Delete one that is no longer asked."),
                             TL_SAVED_QUESTIONS_MAX);
}

static gboolean
write_question (TlConnection   *connection,
                const char     *name,
                const TlAsked  *asked,
                GError        **error)
{
  g_autofree char *text = tl_asked_dup_text (asked);
  sqlite3_stmt *statement
    = tl_connection_prepare (connection, "INSERT INTO saved_question (name, question, shown) VALUES (?, ?, ?) ON "
                             "CONFLICT (name) DO UPDATE SET question = excluded.question, shown = excluded.shown",
                             error);

  if (strlen (text) > MAX_QUESTION)
    return tl_error_refuse (error, _("What is asked is too long to be saved."));
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, (int) asked->shown);
  return tl_connection_run (connection, statement, error);
}

/**
 * tl_library_save_question:
 * @library: a library
 * @name: what to call it: a line of at most %TL_SAVED_QUESTION_MAX_NAME characters
 * @asked: the question
 * @error: return location
 *
 * Keeps a question, in the place of one that has the name already.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID, %TL_ERROR_READ_ONLY or another
 */
gboolean
tl_library_save_question (TlLibrary      *library,
                          const char     *name,
                          const TlAsked  *asked,
                          GError        **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && name != NULL && asked != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (library);

  if (!check_name (name, error) || !tl_library_begin_write (library, error))
    return FALSE;
  return tl_library_end_write (library, (is_taken (library, name, 0) || has_room (connection, error))
                                        && write_question (connection, name, asked, error), NULL, error);
}

/* Runs a statement with a number, and with a name if there is one, in a transaction of its own. */
static gboolean
change (TlLibrary   *library,
        const char  *sql,
        gint64       number,
        const char  *name,
        GError     **error)
{
  TlConnection *connection = tl_library_get_connection (library);

  if (!tl_library_begin_write (library, error))
    return FALSE;

  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, number);
      if (name != NULL)
        sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
    }
  return tl_library_end_write (library, statement != NULL && tl_connection_run (connection, statement, error),
                               _("That question is no longer in the library."), error);
}

/**
 * tl_library_rename_question:
 * @library: a library
 * @number: of a question
 * @name: what to call it from now on, as for tl_library_save_question()
 * @error: return location
 *
 * Returns: %FALSE with %TL_ERROR_INVALID if another has the name, with %TL_ERROR_NOT_FOUND, %TL_ERROR_READ_ONLY or
 *   another
 */
gboolean
tl_library_rename_question (TlLibrary   *library,
                            gint64       number,
                            const char  *name,
                            GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && name != NULL, FALSE);

  if (!check_name (name, error))
    return FALSE;
  if (is_taken (library, name, number))
    return tl_error_refuse (error, _("Another question is called “%s” already."), name);
  return change (library, "UPDATE saved_question SET name = ?2 WHERE number = ?1", number, name, error);
}

/**
 * tl_library_delete_question:
 * @library: a library
 * @number: of a question
 * @error: return location
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND, %TL_ERROR_READ_ONLY or another
 */
gboolean
tl_library_delete_question (TlLibrary  *library,
                            gint64      number,
                            GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), FALSE);
  return change (library, "DELETE FROM saved_question WHERE number = ?", number, NULL, error);
}
