/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people do to the case along time, within an edit, wherever in the program they do it: events, accounts and
 * tellings as they begin, other dates, and episodes. */
#include "config.h"

#include "model/case/tl-narrative-edit.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"

static gboolean
append (TlEdit      *edit,
        TlRecord    *record,
        const char  *field,
        const char  *id,
        GError     **error)
{
  const char *const *ids = tl_record_get_list (record, field);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_str_equal (ids[i], id))
        return TRUE;
      g_ptr_array_add (all, (gpointer) ids[i]);
    }
  g_ptr_array_add (all, (gpointer) id);
  g_ptr_array_add (all, NULL);
  return tl_edit_set_list (edit, tl_record_get_id (record), field, (const char *const *) all->pdata, error);
}

/* Adding */

static gboolean
set_one_of (TlEdit      *edit,
            const char  *event_id,
            const char  *field,
            const char  *id,
            GError     **error)
{
  return tl_edit_set_list (edit, event_id, field, (const char *const[]) { id, NULL }, error);
}

/* The lane of a child that nobody has entered yet is as good as any: the child comes with its first event. */
static gboolean
put_in_life (TlEdit        *edit,
             const TlLane  *lane,
             const char    *event_id,
             GError       **error)
{
  if (lane->record != NULL && tl_record_is (lane->record, "role"))
    {
      g_autofree char *account = tl_narrative_edit_add_account (edit, event_id, tl_record_get_id (lane->record), error);
      return account != NULL;
    }
  if (lane->record != NULL)
    return set_one_of (edit, event_id, "children", tl_record_get_id (lane->record), error);

  g_autofree char *child_id = tl_edit_add (edit, "child", NULL, error);
  return child_id != NULL && tl_edit_set (edit, child_id, "label", _("Child A"), error)
         && set_one_of (edit, event_id, "children", child_id, error);
}

static gboolean
put_in_lane (TlEdit        *edit,
             const TlLane  *lane,
             const char    *event_id,
             GError       **error)
{
  g_autofree char *account = NULL;

  switch (lane->sort)
    {
    case TL_LANE_CHILD:
      return put_in_life (edit, lane, event_id, error);
    case TL_LANE_AGENCY:
      return set_one_of (edit, event_id, "agencies", tl_record_get_id (lane->record), error);
    case TL_LANE_ROLE:
      account = tl_narrative_edit_add_account (edit, event_id, tl_record_get_id (lane->record), error);
      return account != NULL;
    case TL_LANE_NOBODY:
    default:
      return TRUE;
    }
}

/**
 * tl_narrative_edit_add_event:
 * @lane: position of the lane that it is to be in: with a role comes an account of that role
 * @title: (nullable): what happened
 * @date: (nullable): when
 *
 * Returns: (transfer full) (nullable): the id of the event
 */
char *
tl_narrative_edit_add_event (TlEdit        *edit,
                             const TlLanes *lanes,
                             guint          lane,
                             const char    *title,
                             const TlDate  *date,
                             GError       **error)
{
  g_return_val_if_fail (edit != NULL && lane < tl_lanes_get_n (lanes), NULL);

  g_autofree char *id = tl_edit_add (edit, "event", NULL, error);
  g_autofree char *when = date != NULL ? tl_date_dup_edtf (date) : NULL;

  gboolean done = id != NULL && (title == NULL || tl_edit_set (edit, id, "title", title, error))
                  && (when == NULL || tl_edit_set (edit, id, "date", when, error))
                  && put_in_lane (edit, tl_lanes_get (lanes, lane), id, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_narrative_edit_add_account:
 * @role_id: (nullable): whose account it is
 *
 * Returns: (transfer full) (nullable): the id of the account
 */
char *
tl_narrative_edit_add_account (TlEdit      *edit,
                               const char  *event_id,
                               const char  *role_id,
                               GError     **error)
{
  g_return_val_if_fail (edit != NULL && event_id != NULL, NULL);

  g_autofree char *id = tl_edit_add (edit, "account", NULL, error);

  gboolean done = id != NULL && tl_edit_set (edit, id, "event", event_id, error)
                  && (role_id == NULL || tl_edit_set (edit, id, "role", role_id, error));
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_narrative_edit_add_telling:
 * @event_id: what was told of; its date is where the telling begins
 * @teller_id: (nullable): the role who told
 * @told_id: (nullable): the role who was told
 *
 * Returns: (transfer full) (nullable): the id of the telling
 */
char *
tl_narrative_edit_add_telling (TlEdit      *edit,
                               TlReview    *review,
                               const char  *event_id,
                               const char  *teller_id,
                               const char  *told_id,
                               GError     **error)
{
  g_return_val_if_fail (edit != NULL && event_id != NULL, NULL);

  TlRecord *event = tl_review_lookup (review, event_id);
  const char *date = event != NULL ? tl_record_get_text (event, "date") : NULL;
  g_autofree char *id = tl_edit_add (edit, "telling", NULL, error);

  gboolean done = id != NULL && tl_edit_set (edit, id, "event", event_id, error)
                  && (date == NULL || tl_edit_set (edit, id, "date", date, error))
                  && (teller_id == NULL || tl_edit_set (edit, id, "teller", teller_id, error))
                  && (told_id == NULL || tl_edit_set (edit, id, "told", told_id, error));
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_narrative_edit_add_to_episode:
 *
 * Nothing is done where the event belongs to the episode already.
 *
 * Returns: whether it could be done
 */
gboolean
tl_narrative_edit_add_to_episode (TlEdit      *edit,
                                  TlReview    *review,
                                  const char  *event_id,
                                  const char  *episode_id,
                                  GError     **error)
{
  TlRecord *episode = tl_review_lookup (review, episode_id);

  g_return_val_if_fail (episode != NULL && tl_record_is (episode, "episode"), FALSE);
  return append (edit, episode, "events", event_id, error);
}

/* Dates */

static const char *
get_begin_field (TlRecord *record)
{
  return tl_record_is (record, "episode") ? "start" : "date";
}

static const char *
get_end_field (TlRecord *record)
{
  return tl_record_is (record, "episode") ? "finish" : tl_record_is (record, "event") ? "until" : NULL;
}

/**
 * tl_narrative_edit_get_begin:
 * @record: an event, a telling or an episode
 *
 * Returns: whether it has a date of its own to begin with
 */
gboolean
tl_narrative_edit_get_begin (TlRecord *record,
                             TlDate   *date)
{
  g_return_val_if_fail (TL_IS_RECORD (record), FALSE);
  return tl_date_parse (tl_record_get_text (record, get_begin_field (record)), date);
}

/**
 * tl_narrative_edit_get_unit:
 * @record: an event, a telling or an episode
 *
 * Returns: what its dates are counted in: the less precise one’s unit, so that both can be moved alike
 */
TlDateUnit
tl_narrative_edit_get_unit (TlRecord *record)
{
  g_return_val_if_fail (TL_IS_RECORD (record), TL_DATE_UNIT_DAY);

  const char *end = get_end_field (record);
  TlDate date;
  TlDateUnit unit = TL_DATE_UNIT_MINUTE;

  if (tl_narrative_edit_get_begin (record, &date))
    unit = tl_date_get_unit (&date);
  if (end != NULL && tl_date_parse (tl_record_get_text (record, end), &date))
    unit = MAX (unit, tl_date_get_unit (&date));
  return unit;
}

static gboolean
shift_field (TlEdit      *edit,
             TlRecord    *record,
             const char  *field,
             TlDateUnit   unit,
             int          n,
             GError     **error)
{
  TlDate date;

  if (field == NULL || !tl_date_parse (tl_record_get_text (record, field), &date))
    return TRUE;
  if (!tl_date_shift (&date, unit, n, &date))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("There is no date beyond the years %d to %d."),
                   TL_DATE_MIN_YEAR, TL_DATE_MAX_YEAR);
      return FALSE;
    }
  g_autofree char *text = tl_date_dup_edtf (&date);
  return tl_edit_set (edit, tl_record_get_id (record), field, text, error);
}

/**
 * tl_narrative_edit_shift:
 * @record: an event, a telling or an episode
 * @unit: what to count in; not finer than its dates are
 * @n: how many of them later; earlier where negative
 *
 * Gives it other dates, as precise as before and as far apart.
 *
 * Returns: whether it could be done
 */
gboolean
tl_narrative_edit_shift (TlEdit      *edit,
                         TlRecord    *record,
                         TlDateUnit   unit,
                         int          n,
                         GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_RECORD (record), FALSE);
  return shift_field (edit, record, get_begin_field (record), unit, n, error)
         && shift_field (edit, record, get_end_field (record), unit, n, error);
}

/**
 * tl_narrative_edit_set_begin:
 * @record: an event, a telling or an episode
 * @date: when it was, or began
 *
 * Returns: whether it could be done
 */
gboolean
tl_narrative_edit_set_begin (TlEdit        *edit,
                             TlRecord      *record,
                             const TlDate  *date,
                             GError       **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_RECORD (record) && date != NULL, FALSE);

  g_autofree char *text = tl_date_dup_edtf (date);
  return tl_edit_set (edit, tl_record_get_id (record), get_begin_field (record), text, error);
}
