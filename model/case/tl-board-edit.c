/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs of the board: what it answers, what it does about it, and whether that helped. */
#include "config.h"

#include "model/case/tl-board-edit.h"

#include "model/case/tl-item-edit.h"

/**
 * tl_board_edit_respond:
 * @edit: an edit
 * @to: id of a finding, a question for the board or a recommendation
 * @decision: (nullable): key of the decision, where it is made already
 * @error: return location
 *
 * Begins a response of the board.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_board_edit_respond (TlEdit      *edit,
                       const char  *to,
                       const char  *decision,
                       GError     **error)
{
  g_return_val_if_fail (edit != NULL && to != NULL, NULL);

  g_autofree char *id = tl_edit_add (edit, "response", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "to", to, error)
                  && (decision == NULL || tl_edit_set (edit, id, "decision", decision, error));
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_board_edit_recommend:
 * @edit: an edit
 * @review: the review that is edited
 * @error: return location
 *
 * Begins a recommendation, with the next number.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_board_edit_recommend (TlEdit    *edit,
                         TlReview  *review,
                         GError   **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review), NULL);

  TlRecordList *list = tl_review_get_list (review, "recommendation");
  gint64 last = 0;

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    last = MAX (last, tl_record_get_int (tl_record_list_get (list, i), "number", 0));

  g_autofree char *id = tl_edit_add (edit, "recommendation", NULL, error);
  const TlField *number = tl_kind_find_field (tl_kind_lookup ("recommendation"), "number");
  gboolean done = id != NULL && (last >= number->max || tl_edit_set_int (edit, id, "number", last + 1, error));
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_board_edit_add_action:
 * @edit: an edit
 * @response: id of a response
 * @text: what is to be done
 * @error: return location
 *
 * Adds an action that is planned.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_board_edit_add_action (TlEdit      *edit,
                          const char  *response,
                          const char  *text,
                          GError     **error)
{
  g_return_val_if_fail (edit != NULL && response != NULL && text != NULL, NULL);

  g_autofree char *id = tl_edit_add (edit, "action", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "response", response, error)
                  && tl_edit_set (edit, id, "text", text, error) && tl_edit_set (edit, id, "status", "planned", error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_board_edit_weaken:
 * @edit: an edit
 * @review: the review that is edited
 * @action: id of an action
 * @factor: id of a factor
 * @weaken: whether the action is to weaken it
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_board_edit_weaken (TlEdit      *edit,
                      TlReview    *review,
                      const char  *action,
                      const char  *factor,
                      gboolean     weaken,
                      GError     **error)
{
  TlRecord *record = tl_review_lookup (review, action);
  g_return_val_if_fail (edit != NULL && factor != NULL && tl_record_is (record, "action"), FALSE);

  return tl_item_edit_set (edit, record, "weakens", factor, weaken, error);
}

/**
 * tl_board_edit_check:
 * @edit: an edit
 * @action: id of an action
 * @answer: key of the answer to “is it still happening?”
 * @on: (nullable): when somebody looked, as a date of the file
 * @evidence: (nullable): how it is known
 * @error: return location
 *
 * Says whether what an action is to weaken goes on all the same. An earlier answer stays in the history.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_board_edit_check (TlEdit      *edit,
                     const char  *action,
                     const char  *answer,
                     const char  *on,
                     const char  *evidence,
                     GError     **error)
{
  g_return_val_if_fail (edit != NULL && action != NULL && answer != NULL, FALSE);

  return tl_edit_set (edit, action, "still_happening", answer, error)
         && tl_edit_set (edit, action, "checked_on", on, error)
         && tl_edit_set (edit, action, "evidence", evidence, error);
}
