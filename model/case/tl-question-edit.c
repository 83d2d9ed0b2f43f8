/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on open questions about the case. */
#include "config.h"

#include "model/case/tl-question-edit.h"

/**
 * tl_question_edit_ask:
 * @edit: an edit
 * @about: (nullable): id of what it is about; %NULL for the case as a whole
 * @text: the question
 * @error: return location
 *
 * Asks a question that nobody follows up yet.
 *
 * Returns: (transfer full) (nullable): the new question's id
 */
char *
tl_question_edit_ask (TlEdit      *edit,
                      const char  *about,
                      const char  *text,
                      GError     **error)
{
  g_return_val_if_fail (edit != NULL && text != NULL, NULL);

  g_autofree char *id = tl_edit_add (edit, "question", NULL, error);

  if (id == NULL || !tl_edit_set (edit, id, "text", text, error) || !tl_edit_set (edit, id, "status", "open", error)
      || (about != NULL && !tl_edit_set (edit, id, "about", about, error)))
    return NULL;
  return g_steal_pointer (&id);
}
