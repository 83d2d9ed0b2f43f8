/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How records and changes are called in sentences. A change is kept in the history with a label that begins in lower
 * case, so that it can follow "Undo"; where it stands alone its first letter is raised. */
#include "config.h"

#include "ui/widgets/tl-wording.h"

#include <glib/gi18n.h>

#include "model/base/tl-text.h"

/* Long enough to know a factor by, short enough for a tooltip. */
#define MAX_NAME 48

/**
 * tl_wording_name:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer full): what to call @record within a sentence
 */
char *
tl_wording_name (TlReview *review,
                 TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  g_autofree char *title = tl_review_dup_title (review, record);

  if (title == NULL || title[0] == '\0')
    return g_strdup (_(tl_record_get_kind (record)->label));
  return tl_text_shorten (title, MAX_NAME);
}

/**
 * tl_wording_change:
 * @review: a review
 * @record: one of its records
 * @field: the field that changes
 *
 * Returns: (transfer full): a label for the edit
 */
char *
tl_wording_change (TlReview      *review,
                   TlRecord      *record,
                   const TlField *field)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record) && field != NULL, NULL);

  g_autofree char *name = tl_wording_name (review, record);

  /* Translators: label of a change; it follows “Undo”. The first is the name of a field, the second of a record. */
  return g_strdup_printf (_("change “%s” of ‘%s’"), _(field->label), name);
}

/**
 * tl_wording_add:
 * @kind: a kind
 *
 * Returns: (transfer full): a label for the edit that adds a record of @kind
 */
char *
tl_wording_add (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  /* Translators: label of a change; it follows “Undo”. What follows the colon is a kind of record. */
  return g_strdup_printf (_("add: %s"), _(kind->label));
}

/**
 * tl_wording_remove:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer full): a label for the edit that removes @record
 */
char *
tl_wording_remove (TlReview *review,
                   TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  g_autofree char *name = tl_wording_name (review, record);

  /* Translators: label of a change; it follows “Undo”. */
  return g_strdup_printf (_("remove ‘%s’"), name);
}

/**
 * tl_wording_begin:
 * @label: the label of a change
 *
 * Returns: (transfer full): @label as it stands alone
 */
char *
tl_wording_begin (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  g_autofree char *first = g_utf8_strup (label, (gssize) (g_utf8_next_char (label) - label));

  return label[0] == '\0' ? g_strdup ("") : g_strconcat (first, g_utf8_next_char (label), NULL);
}

/**
 * tl_wording_time:
 * @time: when
 *
 * Returns: (transfer full): date and time as people here write them, the date left out when it is today's
 */
char *
tl_wording_time (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (local) == g_date_time_get_year (now)
                   && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now);

  /* Translators: strftime() formats: the time of today, and the date and time of another day. */
  return g_date_time_format (local, today ? _("%H:%M") : _("%e %B %Y, %H:%M"));
}
