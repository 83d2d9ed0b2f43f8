/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who receives a board's annual report, and so what it says of its reviews: recommendation 5 of the Munro Review names
 * four. */
#include "config.h"

#include "model/case/tl-recipients.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const usual[] = { "chief_executive", "leader", "police_commissioner", "health_wellbeing_chair" };

static gboolean
has_type (TlReview   *review,
          const char *type)
{
  TlRecordList *list = tl_review_get_list (review, "recipient");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    if (g_strcmp0 (tl_record_get_text (tl_record_list_get (list, i), "type"), type) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_recipients_lack_usual:
 * @review: a review
 *
 * Returns: whether any of the four is not among its recipients
 */
gboolean
tl_recipients_lack_usual (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (!has_type (review, usual[i]))
      return TRUE;
  return FALSE;
}

/**
 * tl_recipients_edit_add_usual:
 * @edit: an edit
 * @review: its review
 * @error: return location
 *
 * Adds those of the four who are not there.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_recipients_edit_add_usual (TlEdit    *edit,
                              TlReview  *review,
                              GError   **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review), FALSE);

  const TlField *type = tl_kind_find_field (tl_kind_lookup ("recipient"), "type");

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      if (has_type (review, usual[i]))
        continue;

      g_autofree char *id = tl_edit_add (edit, "recipient", NULL, error);

      if (id == NULL || !tl_edit_set (edit, id, "type", usual[i], error)
          || !tl_edit_set (edit, id, "label", _(tl_field_get_choice_label (type, usual[i])), error))
        return FALSE;
    }
  return TRUE;
}
