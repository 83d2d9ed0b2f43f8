/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The beginning and the end of an edit, and its wording in the history. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/base/tl-text.h"
#include "model/review/tl-edit-private.h"
#include "model/review/tl-review-private.h"
#include "model/store/tl-table.h"

/* How long a title may be in a line of the history, in characters. */
#define MAX_TITLE 60

static void
edit_free (TlEdit *edit)
{
  tl_recorder_discard (edit->recorder);
  g_hash_table_unref (edit->added);
  g_hash_table_unref (edit->removed);
  g_free (edit->label);
  g_free (edit->group);
  g_free (edit->subject);
  g_free (edit->title);
  g_object_unref (edit->review);
  g_free (edit);
}

/**
 * tl_edit_begin:
 * @review: a review
 * @label: (nullable): what is done, in words, as "Move factor"; %NULL to have it worded from the verbs
 * @error: return location
 *
 * Begins an edit, after bringing the review up to what other processes did. Only one edit may be open, and signals of
 * the review must not begin one.
 *
 * Returns: (transfer full) (nullable): the edit, to be given to tl_edit_commit() or tl_edit_abort(); %NULL with
 *   %TL_ERROR_READ_ONLY, %TL_ERROR_DAMAGED, %TL_ERROR_LOCKED and others
 */
TlEdit *
tl_edit_begin (TlReview    *review,
               const char  *label,
               GError     **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  if (!_tl_review_begin_write (review, error))
    return NULL;

  TlRecorder *recorder = tl_recorder_start (tl_review_get_connection (review), error);
  if (recorder == NULL)
    {
      tl_connection_rollback (tl_review_get_connection (review));
      return NULL;
    }

  TlEdit *edit = g_new0 (TlEdit, 1);
  edit->review = g_object_ref (review);
  edit->recorder = recorder;
  edit->label = g_strdup (label);
  edit->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  edit->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return edit;
}

/**
 * tl_edit_set_group:
 * @edit: an edit
 * @group: (nullable): any text; edits that follow each other with the same are undone and shown as one step
 */
void
tl_edit_set_group (TlEdit     *edit,
                   const char *group)
{
  g_return_if_fail (edit != NULL);

  g_free (edit->group);
  edit->group = g_strdup (group);
}

static char *
dup_relation_title (TlEdit        *edit,
                    const TlKind  *kind,
                    const TlValue *values)
{
  if (kind->n_fields < 2 || kind->fields[0].on_remove != TL_ON_REMOVE_DELETE || kind->fields[1].type != TL_FIELD_REF
      || kind->fields[1].on_remove != TL_ON_REMOVE_DELETE || values[0].type != TL_VALUE_TEXT
      || values[1].type != TL_VALUE_TEXT)
    return NULL;

  const TlKind *from_kind = _tl_edit_find_kind (edit, values[0].text);
  const TlKind *to_kind = _tl_edit_find_kind (edit, values[1].text);
  if (from_kind == NULL || to_kind == NULL)
    return NULL;

  g_autofree char *from = _tl_edit_dup_title (edit, from_kind, values[0].text);
  g_autofree char *to = _tl_edit_dup_title (edit, to_kind, values[1].text);
  return from != NULL && to != NULL ? g_strdup_printf (_("“%s” → “%s”"), from, to) : NULL;
}

/* What the record is called as the edit has left it so far; NULL when it has no title. */
char *
_tl_edit_dup_title (TlEdit        *edit,
                    const TlKind  *kind,
                    const char    *id)
{
  g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);
  const TlField *field = tl_kind_get_title_field (kind);
  char *title = NULL;
  gboolean found = FALSE;

  tl_table_read (tl_table_get (kind), tl_review_get_connection (edit->review), id, values, &found, NULL);
  if (found)
    title = dup_relation_title (edit, kind, values);
  if (found && title == NULL && field != NULL)
    {
      g_autofree char *text = tl_value_dup_string (&values[field - kind->fields], field);
      title = text != NULL ? tl_text_shorten (text, MAX_TITLE) : NULL;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_clear (&values[i]);
  return title;
}

static char *
quote (TlEdit        *edit,
       const TlKind  *kind,
       const char    *id)
{
  g_autofree char *title = _tl_edit_dup_title (edit, kind, id);

  if (title == NULL)
    return NULL;
  return strstr (title, "“") != NULL ? g_steal_pointer (&title) : g_strdup_printf (_("“%s”"), title);
}

/* Remembers the first record that an edit touches and how, for wording the edit. Removing what depends on it, or
 * setting the fields of what was just added, is part of the same. */
void
_tl_edit_note (TlEdit        *edit,
               EditVerb       verb,
               const TlKind  *kind,
               const char    *id,
               const TlField *field)
{
  if (edit->label != NULL)
    return;

  if (edit->n_records == 0)
    {
      edit->n_records = 1;
      edit->verb = verb;
      edit->subject = g_strdup (id);
      edit->field = field;
      /* After the removal there is no title to read. */
      edit->title = verb == EDIT_REMOVE ? quote (edit, kind, id) : NULL;
    }
  else if (strcmp (id, edit->subject) == 0)
    {
      if (edit->verb == EDIT_SET && field != edit->field)
        edit->field = NULL;
    }
  else if (!(verb == EDIT_REMOVE && edit->verb == EDIT_REMOVE && g_hash_table_contains (edit->removed, edit->subject)))
    edit->n_records++;
}

static char *
word_one (TlEdit *edit)
{
  const TlKind *kind = _tl_edit_find_kind (edit, edit->subject);
  TlRecord *before = tl_review_lookup (edit->review, edit->subject);
  g_autofree char *title = edit->title != NULL || kind == NULL ? g_strdup (edit->title)
                                                              : quote (edit, kind, edit->subject);

  if (kind == NULL && before != NULL)
    kind = tl_record_get_kind (before);
  if (kind == NULL)
    return g_strdup (_("Change"));

  g_autofree char *noun = g_utf8_strdown (_(kind->label), -1);
  g_autofree char *named = title != NULL ? g_strdup_printf ("%s %s", noun, title) : g_strdup (noun);

  if (edit->verb == EDIT_ADD)
    /* Translators: in the history, as: Add factor “workload” */
    return g_strdup_printf (_("Add %s"), named);
  if (edit->verb == EDIT_REMOVE)
    return g_strdup_printf (_("Remove %s"), named);
  if (edit->field != NULL)
    /* Translators: in the history, as: Change “Level” of factor “workload” */
    return g_strdup_printf (_("Change “%s” of %s"), _(edit->field->label), named);
  return g_strdup_printf (_("Change %s"), named);
}

static char *
word_edit (TlEdit *edit)
{
  if (edit->label != NULL)
    return tl_text_one_line (edit->label, NULL);
  if (edit->n_records == 1)
    return word_one (edit);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change %u record", "Change %u records", edit->n_records),
                          edit->n_records);
}

/* A record that depends on others has to have them. */
static gboolean
check_added (TlEdit  *edit,
             GError **error)
{
  GHashTableIter iter;
  gpointer id, data;

  g_hash_table_iter_init (&iter, edit->added);
  while (g_hash_table_iter_next (&iter, &id, &data))
    {
      const TlKind *kind = data;
      g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);
      const TlField *missing = NULL;
      gboolean found;

      if (!tl_table_read (tl_table_get (kind), tl_review_get_connection (edit->review), id, values, &found, error))
        return FALSE;
      for (guint i = 0; i < kind->n_fields; i++)
        {
          if (kind->fields[i].on_remove == TL_ON_REMOVE_DELETE && values[i].type == TL_VALUE_UNSET)
            missing = &kind->fields[i];
          tl_value_clear (&values[i]);
        }
      if (found && missing != NULL)
        {
          g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("A %s needs “%s”."), kind->name, missing->name);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_edit_commit:
 * @edit: (transfer full): an edit
 * @error: return location
 *
 * Commits the edit with its line in the history; when this returns it survives a crash, and records, lists and history
 * show it. An edit that changed nothing leaves no line.
 *
 * Returns: (transfer full) (nullable): the UUID of the change, or the empty string when nothing changed; %NULL on
 *   failure, and then nothing of the edit has happened
 */
char *
tl_edit_commit (TlEdit  *edit,
                GError **error)
{
  g_return_val_if_fail (edit != NULL, NULL);

  TlConnection *connection = tl_review_get_connection (edit->review);
  g_autofree char *id = tl_id_new ();
  gboolean changed = FALSE;

  if (edit->failed)
    g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, _("A part of the edit failed, so none of it was made."));
  if (edit->failed || !check_added (edit, error))
    {
      tl_connection_rollback (connection);
      edit_free (edit);
      return NULL;
    }

  g_autofree char *label = word_edit (edit);
  TlLogEntry entry = {
    .id = id,
    .author = (char *) tl_review_get_author (edit->review),
    .time = g_get_real_time () / 1000,
    .label = label,
    .kind = (char *) "edit",
    .group = edit->group,
  };
  gboolean done = _tl_review_commit_write (edit->review, edit->recorder, &entry, &changed, error);

  edit_free (edit);
  if (!done)
    return NULL;
  return changed ? g_steal_pointer (&id) : g_strdup ("");
}

/**
 * tl_edit_abort:
 * @edit: (transfer full): an edit
 *
 * Takes back all that the edit did.
 */
void
tl_edit_abort (TlEdit *edit)
{
  g_return_if_fail (edit != NULL);

  tl_connection_rollback (tl_review_get_connection (edit->review));
  edit_free (edit);
}

/**
 * tl_edit_finish:
 * @edit: (transfer full): an edit
 * @done: whether all that belongs to it went well; if not, @error is set already
 * @error: return location
 *
 * Commits, or takes back all that the edit did.
 *
 * Returns: (transfer full) (nullable): what tl_edit_commit() returns; %NULL if it was taken back
 */
char *
tl_edit_finish (TlEdit   *edit,
                gboolean  done,
                GError  **error)
{
  g_return_val_if_fail (edit != NULL, NULL);

  if (done)
    return tl_edit_commit (edit, error);
  tl_edit_abort (edit);
  return NULL;
}
