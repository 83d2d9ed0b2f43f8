/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person does to the case along time: each function is one edit, and what it made is selected. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

static TlReview *
get_review (TlNarrativeView *self)
{
  return tl_narrative_get_review (self->narrative);
}

static TlEdit *
begin (TlNarrativeView *self,
       const char      *label)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), label, &error);

  if (edit == NULL)
    tl_report_error (GTK_WIDGET (self), error);
  return edit;
}

/* Commits @edit if it was @done, else takes it back and says why. Selects @id, if there is one. */
static void
finish (TlNarrativeView *self,
        TlEdit          *edit,
        gboolean         done,
        const char      *id,
        GError         **error)
{
  if (tl_report_finish (GTK_WIDGET (self), edit, done, error) && id != NULL)
    {
      tl_selection_set_one (self->selection, id);
      _tl_narrative_keys_focus_record (self, id);
    }
}

/**
 * _tl_narrative_verbs_get_event:
 *
 * Returns: (nullable): the event that what was selected last is of, or itself
 */
TlRecord *
_tl_narrative_verbs_get_event (TlNarrativeView *self)
{
  TlRecord *record = tl_selection_get_primary (self->selection);
  const char *event_id = NULL;

  if (record != NULL && tl_record_is (record, "event"))
    return record;
  if (record == NULL)
    return NULL;
  if (tl_record_is (record, "account") || tl_record_is (record, "telling"))
    event_id = tl_record_get_text (record, "event");
  return event_id != NULL ? tl_review_lookup (get_review (self), event_id) : NULL;
}

static char *
dup_label (TlNarrativeView *self,
           const char      *id,
           const char      *before,
           const char      *after)
{
  TlRecord *record = tl_review_lookup (get_review (self), id);
  g_autofree char *name = tl_wording_name (get_review (self), record);

  return g_strconcat (before, name, after, NULL);
}

void
_tl_narrative_verb_add_event (TlNarrativeView *self,
                              guint            lane,
                              const char      *title,
                              const TlDate    *date)
{
  TlEdit *edit = begin (self, _("Add event"));
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  g_autofree char *id
      = tl_narrative_edit_add_event (edit, tl_narrative_get_lanes (self->narrative), lane, title, date, &error);
  finish (self, edit, id != NULL, id, &error);
}

void
_tl_narrative_verb_add_account (TlNarrativeView *self,
                                const char      *event_id,
                                const char      *role_id)
{
  g_autofree char *label = dup_label (self, event_id, _("Add account of “"), "”");
  TlEdit *edit = begin (self, label);
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  g_autofree char *id = tl_narrative_edit_add_account (edit, event_id, role_id, &error);
  finish (self, edit, id != NULL, id, &error);
}

void
_tl_narrative_verb_add_telling (TlNarrativeView *self,
                                const char      *event_id,
                                const char      *teller_id,
                                const char      *told_id)
{
  g_autofree char *label = dup_label (self, event_id, _("Add who told of “"), "”");
  TlEdit *edit = begin (self, label);
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  g_autofree char *id
      = tl_narrative_edit_add_telling (edit, get_review (self), event_id, teller_id, told_id, &error);
  finish (self, edit, id != NULL, id, &error);
}

void
_tl_narrative_verb_add_to_episode (TlNarrativeView *self,
                                   const char      *event_id,
                                   const char      *episode_id)
{
  g_autofree char *label = dup_label (self, episode_id, _("Add event to episode “"), "”");
  TlEdit *edit = begin (self, label);
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  gboolean done = tl_narrative_edit_add_to_episode (edit, get_review (self), event_id, episode_id, &error);
  finish (self, edit, done, NULL, &error);
}

/* With @event_id, if there is one, as its first event. */
void
_tl_narrative_verb_add_episode (TlNarrativeView *self,
                                const char      *event_id,
                                const char      *title)
{
  TlEdit *edit = begin (self, _("Add episode"));
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  g_autofree char *id = tl_edit_add (edit, "episode", NULL, &error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "title", title, &error)
                  && (event_id == NULL
                      || tl_edit_set_list (edit, id, "events", (const char *const[]) { event_id, NULL }, &error));
  finish (self, edit, done, id, &error);
}

void
_tl_narrative_verb_contradict (TlNarrativeView   *self,
                               const char        *account_id,
                               const char *const *other_ids,
                               const char        *how)
{
  TlEdit *edit = begin (self, _("Mark accounts as contradicting each other"));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (edit == NULL)
    return;
  done = tl_edit_set_list (edit, account_id, "contradicts", other_ids, &error)
         && tl_edit_set (edit, account_id, "contradiction", how, &error);
  finish (self, edit, done, NULL, &error);
}

/* An account is as old as its event. */
static TlRecord *
get_dated (TlNarrativeView *self,
           TlRecord        *record)
{
  return tl_record_is (record, "account")
             ? tl_review_lookup (get_review (self), tl_record_get_text (record, "event"))
             : record;
}

void
_tl_narrative_verb_shift (TlNarrativeView *self,
                          TlRecord        *record,
                          int              n)
{
  TlRecord *dated = get_dated (self, record);
  g_autofree char *label = dup_label (self, tl_record_get_id (dated), _("Change the date of “"), "”");
  TlEdit *edit = begin (self, label);
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  gboolean done = tl_narrative_edit_shift (edit, dated, tl_narrative_edit_get_unit (dated), n, &error);
  finish (self, edit, done, NULL, &error);
}

void
_tl_narrative_verb_set_begin (TlNarrativeView *self,
                              TlRecord        *record,
                              const TlDate    *date)
{
  TlRecord *dated = get_dated (self, record);
  g_autofree char *label = dup_label (self, tl_record_get_id (dated), _("Change the date of “"), "”");
  TlEdit *edit = begin (self, label);
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  gboolean done = tl_narrative_edit_set_begin (edit, dated, date, &error);
  finish (self, edit, done, NULL, &error);
}

/* Of what is selected, only events or only the rest, since an account goes with its event. Returns: whether it
 * could be done */
static gboolean
remove_selected (TlNarrativeView *self,
                 TlEdit          *edit,
                 GStrv            ids,
                 gboolean         events,
                 GError         **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *record = tl_review_lookup (get_review (self), ids[i]);

      if (record != NULL && tl_narrative_view_shows (self, record) && tl_record_is (record, "event") == events
          && !tl_edit_remove (edit, ids[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Whatever of the narrative is selected. */
void
_tl_narrative_verb_delete (TlNarrativeView *self)
{
  g_auto (GStrv) ids = tl_selection_dup_ids (self->selection);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (self, NULL);

  if (edit == NULL)
    return;
  gboolean done = remove_selected (self, edit, ids, FALSE, &error) && remove_selected (self, edit, ids, TRUE, &error);
  finish (self, edit, done, NULL, &error);
}
