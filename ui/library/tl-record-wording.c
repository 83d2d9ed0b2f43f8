/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a learning record says of its review, in words for people. What the record leaves open is a dash. */
#include "config.h"

#include "ui/library/tl-record-wording.h"

#include <glib/gi18n.h>

#include "model/method/tl-method.h"
#include "model/record/tl-kind.h"

/* Enough to tell the reviews and boards of a library apart; the whole pseudonym is on the record's card. */
#define SHORT_PSEUDONYM 8

#define NOT_STATED "–"

/**
 * tl_record_wording_choice:
 * @field: a choice field of the review
 * @key: (nullable): its value
 *
 * Returns: (transfer full): the label; the key where it is unknown; a dash for %NULL
 */
char *
tl_record_wording_choice (const char *field,
                          const char *key)
{
  g_return_val_if_fail (field != NULL, NULL);

  const TlField *declared = tl_kind_find_field (tl_kind_lookup ("review"), field);

  if (key == NULL || key[0] == '\0')
    return g_strdup (NOT_STATED);

  const char *label = tl_field_get_choice_label (declared, key);
  return g_strdup (label != NULL ? _(label) : key);
}

/**
 * tl_record_wording_method_id:
 * @id: (nullable): id of a method pack
 *
 * Returns: (transfer full): its title; the id where it is unknown; a dash for %NULL
 */
char *
tl_record_wording_method_id (const char *id)
{
  g_autoptr (TlMethod) method = id != NULL && id[0] != '\0' ? tl_method_lookup (id, NULL) : NULL;

  if (method != NULL)
    return g_strdup (tl_method_get_title (method));
  return g_strdup (id != NULL && id[0] != '\0' ? id : NOT_STATED);
}

/**
 * tl_record_wording_board_id:
 * @id: (nullable): pseudonym of a board
 *
 * Returns: (transfer full): its beginning; a dash for %NULL
 */
char *
tl_record_wording_board_id (const char *id)
{
  return id != NULL && id[0] != '\0' ? g_strndup (id, SHORT_PSEUDONYM) : g_strdup (NOT_STATED);
}

/**
 * tl_record_wording_pseudonym:
 *
 * Returns: (transfer full): the beginning of the pseudonym of the review
 */
char *
tl_record_wording_pseudonym (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);
  return g_strndup (tl_library_record_get_id (record), SHORT_PSEUDONYM);
}

char *
tl_record_wording_board (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);
  return tl_record_wording_board_id (tl_library_record_get_board (record));
}

char *
tl_record_wording_year (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);

  guint year = tl_library_record_get_year (record);
  return year > 0 ? g_strdup_printf ("%u", year) : g_strdup (NOT_STATED);
}

char *
tl_record_wording_region (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);
  return tl_record_wording_choice ("region", tl_library_record_get_region (record));
}

char *
tl_record_wording_type (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);
  return tl_record_wording_choice ("type", tl_library_record_get_review_type (record));
}

char *
tl_record_wording_format (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);
  return tl_record_wording_choice ("format", tl_library_record_get_format (record));
}

char *
tl_record_wording_method (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);
  return tl_record_wording_method_id (tl_library_record_get_method (record));
}

/**
 * tl_record_wording_added:
 *
 * Returns: (transfer full): the day on which the record came into the library, as it was here
 */
char *
tl_record_wording_added (TlLibraryRecord *record)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (record), NULL);

  return tl_record_wording_day (tl_library_record_get_added (record));
}

/**
 * tl_record_wording_day:
 * @time: in milliseconds since 1970
 *
 * Returns: (transfer full): the day, as it was here
 */
char *
tl_record_wording_day (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time / 1000);

  /* Translators: a date; see g_date_time_format() */
  return date != NULL ? g_date_time_format (date, _("%-d %b %Y")) : g_strdup (NOT_STATED);
}
