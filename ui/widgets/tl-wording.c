/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How records, changes and times are called in sentences. */
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

/* The first field by which a record goes when another does: what it is a part of. */
static const TlField *
find_owner_field (const TlKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == TL_FIELD_REF && kind->fields[i].on_remove == TL_ON_REMOVE_DELETE)
      return &kind->fields[i];
  return NULL;
}

/**
 * tl_wording_owner:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer full) (nullable): the title of what @record is a part of: of an extract its source, of an account
 *   its event
 */
char *
tl_wording_owner (TlReview *review,
                  TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  const TlField *field = find_owner_field (tl_record_get_kind (record));
  TlRecord *owner = field != NULL ? tl_review_lookup (review, tl_record_get_text (record, field->name)) : NULL;

  return owner != NULL ? tl_review_dup_title (review, owner) : NULL;
}

/**
 * tl_wording_within:
 * @label: the label of a change, as the history shows it
 *
 * Returns: (transfer full): @label as it follows another word, as in “Undo link …”
 */
char *
tl_wording_within (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  /* Translators: answer “lower” if the label of a change loses its capital after “Undo”, and “same” if it keeps it. */
  if (label[0] == '\0' || g_str_equal (_("lower"), "same"))
    return g_strdup (label);

  g_autofree char *first = g_utf8_strdown (label, (gssize) (g_utf8_next_char (label) - label));
  return g_strconcat (first, g_utf8_next_char (label), NULL);
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
