/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs: the one way in which anything in a review changes. They look at the file, not at the image in memory,
 * since within an edit only the file knows what the edit has done so far. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/base/tl-text.h"
#include "model/method/tl-method.h"
#include "model/review/tl-edit-private.h"
#include "model/store/tl-table.h"
#include "model/terms/tl-terms.h"
#include "model/typology/tl-typology.h"

static gboolean
fail (TlEdit     *edit,
      GError    **error,
      int         code,
      const char *format,
      ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (TlEdit     *edit,
      GError    **error,
      int         code,
      const char *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, TL_ERROR, code, message);
  edit->failed = TRUE;
  return FALSE;
}

static TlConnection *
get_connection (TlEdit *edit)
{
  return tl_review_get_connection (edit->review);
}

/* The kind of the record @id as the edit has left it so far. */
const TlKind *
_tl_edit_find_kind (TlEdit     *edit,
                    const char *id)
{
  const TlKind *kind = g_hash_table_lookup (edit->added, id);
  TlRecord *record = tl_review_lookup (edit->review, id);

  if (kind != NULL || g_hash_table_contains (edit->removed, id) || record == NULL)
    return kind;
  return tl_record_get_kind (record);
}

/* In the board's copy only the board's answers change. */
static gboolean
check_may_change (TlEdit        *edit,
                  const TlKind  *kind,
                  GError       **error)
{
  if (tl_review_can_change (edit->review, kind))
    return TRUE;

  g_autofree char *noun = g_utf8_strdown (_(kind->label), -1);
  return fail (edit, error, TL_ERROR_READ_ONLY,
               /* Translators: a kind of record */
               _("This is the board’s copy of a review: its responses and actions can be written here, but no %s can "
                 "be added, changed or removed. The reviewers do that in the review itself."), noun);
}

static const TlKind *
require_kind (TlEdit     *edit,
              const char *id,
              GError    **error)
{
  const TlKind *kind = id != NULL ? _tl_edit_find_kind (edit, id) : NULL;

  if (kind == NULL)
    fail (edit, error, TL_ERROR_NOT_FOUND, _("There is no record “%s” in the review."), id != NULL ? id : "");
  return kind;
}

static char *
dup_method_id (TlEdit *edit)
{
  TlRecord *subject = tl_review_get_subject (edit->review);
  g_autoptr (GPtrArray) found = tl_table_find (get_connection (edit), "review", "method", "id",
                                               tl_record_get_id (subject), NULL);

  return found != NULL && found->len == 1 ? g_strdup (g_ptr_array_index (found, 0)) : NULL;
}

/* Whether the key is one that its vocabulary has. A vocabulary that is not installed here is taken on trust: the review
 * may come from someone who has it. */
static gboolean
check_key (TlEdit         *edit,
           const TlField  *field,
           const char     *key,
           GError        **error)
{
  gboolean known = TRUE;

  if (field->vocabulary == TL_VOCABULARY_METHOD)
    {
      g_autoptr (TlMethod) method = tl_method_lookup (key, NULL);
      known = method != NULL;
    }
  else if (field->vocabulary == TL_VOCABULARY_PROFILE)
    {
      g_autoptr (TlTerms) terms = tl_terms_lookup (key, NULL);
      known = terms != NULL;
    }
  else if (field->vocabulary == TL_VOCABULARY_CODE)
    {
      g_autofree char *scheme = g_strndup (key, strcspn (key, ":"));
      known = strchr (key, ':') != NULL
              && (tl_typology_lookup (scheme, NULL) == NULL || tl_typologies_find_code (key) != NULL);
    }
  else if (field->vocabulary >= TL_VOCABULARY_LEVEL && field->vocabulary <= TL_VOCABULARY_PATTERN_CATEGORY)
    {
      g_autofree char *id = dup_method_id (edit);
      g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;
      known = method == NULL || tl_method_find_entry (method, field->vocabulary, key) != NULL;
    }

  return known || fail (edit, error, TL_ERROR_INVALID, _("“%s” is no known %s."), key, _(field->label));
}

static gboolean
check_reference (TlEdit         *edit,
                 const TlField  *field,
                 const char     *id,
                 guint          *ref,
                 GError        **error)
{
  const TlKind *kind = _tl_edit_find_kind (edit, id);

  for (guint i = 0; kind != NULL && field->refs[i] != NULL; i++)
    if (strcmp (field->refs[i], kind->name) == 0)
      {
        *ref = i;
        return TRUE;
      }

  if (kind == NULL)
    return fail (edit, error, TL_ERROR_INVALID, _("“%s”: there is no record “%s” in the review."), field->name, id);
  return fail (edit, error, TL_ERROR_INVALID, _("“%s” can’t refer to a %s."), field->name, _(kind->label));
}

static gboolean
check_references (TlEdit         *edit,
                  const TlField  *field,
                  TlValue        *value,
                  GError        **error)
{
  guint ref;

  if (value->type == TL_VALUE_TEXT && field->type == TL_FIELD_REF)
    return check_reference (edit, field, value->text, &value->ref, error);
  if (value->type == TL_VALUE_TEXT && field->type == TL_FIELD_ANY)
    return require_kind (edit, value->text, error) != NULL;
  for (guint i = 0; value->type == TL_VALUE_LIST && field->type == TL_FIELD_REFS && value->list[i] != NULL; i++)
    if (!check_reference (edit, field, value->list[i], &ref, error))
      return FALSE;
  if (value->type == TL_VALUE_UNSET && (field->flags & TL_FIELD_ALWAYS || field->on_remove == TL_ON_REMOVE_DELETE))
    return fail (edit, error, TL_ERROR_INVALID, _("“%s” can’t be left empty."), _(field->label));
  return TRUE;
}

/* Texts are kept once, by digest, outside the recorded tables; the record holds the digest. */
static gboolean
store_body (TlEdit   *edit,
            TlValue  *value,
            GError  **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (get_connection (edit),
                                                   "INSERT OR IGNORE INTO \"text\" (\"digest\", \"body\") "
                                                   "VALUES (?, ?)",
                                                   error);
  g_autofree char *digest = tl_text_digest (value->text);

  edit->failed = TRUE;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, digest, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, value->text, -1, SQLITE_STATIC);
  if (!tl_connection_run (get_connection (edit), statement, error))
    return FALSE;

  edit->failed = FALSE;
  g_free (value->text);
  value->text = g_steal_pointer (&digest);
  return TRUE;
}

/* What the declaration alone can't tell. */
static gboolean
admit_value (TlEdit         *edit,
             const TlField  *field,
             TlValue        *value,
             GError        **error)
{
  if (value->type == TL_VALUE_TEXT && field->type == TL_FIELD_KEY)
    return check_key (edit, field, value->text, error);
  if (value->type == TL_VALUE_TEXT && field->type == TL_FIELD_BODY)
    return store_body (edit, value, error);
  return TRUE;
}

static gboolean
write_value (TlEdit        *edit,
             const TlKind  *kind,
             const char    *id,
             guint          field,
             TlValue       *value,
             GError       **error)
{
  if (!check_references (edit, &kind->fields[field], value, error)
      || !admit_value (edit, &kind->fields[field], value, error))
    return FALSE;
  if (!tl_table_update (tl_table_get (kind), get_connection (edit), id, field, value, error))
    {
      edit->failed = TRUE;
      return FALSE;
    }
  return TRUE;
}

/* The version of what @key is a key of: a code only has meaning with its typology's, and a method with its own. */
static char *
dup_version (const TlField *field,
             const char    *key)
{
  if (key == NULL)
    return NULL;
  if (field->vocabulary == TL_VOCABULARY_METHOD)
    {
      g_autoptr (TlMethod) method = tl_method_lookup (key, NULL);
      return method != NULL ? g_strdup (tl_method_get_version (method)) : NULL;
    }

  g_autofree char *scheme = g_strndup (key, strcspn (key, ":"));
  TlTypology *typology = tl_typology_lookup (scheme, NULL);
  return typology != NULL ? g_strdup (tl_typology_get_version (typology)) : NULL;
}

static gboolean
write_version (TlEdit         *edit,
               const TlKind   *kind,
               const char     *id,
               const TlField  *field,
               const char     *key,
               GError        **error)
{
  const char *name = field->vocabulary == TL_VOCABULARY_CODE     ? "scheme_version"
                     : field->vocabulary == TL_VOCABULARY_METHOD ? "method_version"
                                                                 : NULL;
  int index = tl_kind_find_field_index (kind, name);
  g_autofree char *version = index >= 0 ? dup_version (field, key) : NULL;
  g_auto (TlValue) value = { 0 };

  return index < 0
         || (tl_value_set_string (&value, &kind->fields[index], version, error)
             && write_value (edit, kind, id, (guint) index, &value, error));
}

static int
require_field (TlEdit        *edit,
               const TlKind  *kind,
               const char    *name,
               GError       **error)
{
  int index = tl_kind_find_field_index (kind, name);

  if (index < 0)
    fail (edit, error, TL_ERROR_NOT_FOUND, _("A %s has no field “%s”."), kind->name, name != NULL ? name : "");
  return index;
}

static gboolean
set_value (TlEdit        *edit,
           const TlKind  *kind,
           const char    *id,
           guint          field,
           TlValue       *value,
           GError       **error)
{
  g_autofree char *key = kind->fields[field].type == TL_FIELD_KEY && value->type == TL_VALUE_TEXT
                           ? g_strdup (value->text) : NULL;

  if (!check_may_change (edit, kind, error))
    return FALSE;
  _tl_edit_note (edit, EDIT_SET, kind, id, &kind->fields[field]);
  return write_value (edit, kind, id, field, value, error)
         && (kind->fields[field].type != TL_FIELD_KEY
             || write_version (edit, kind, id, &kind->fields[field], key, error));
}

/**
 * tl_edit_add:
 * @edit: an edit
 * @kind: name of a kind, perhaps from outside
 * @id: (nullable): an id to give it, perhaps from outside; %NULL for a new one
 * @error: return location
 *
 * Adds a record with nothing set. What it depends on has to be set before the commit.
 *
 * Returns: (transfer full) (nullable): its id; %NULL on failure, and then the edit can only be aborted
 */
char *
tl_edit_add (TlEdit      *edit,
             const char  *kind,
             const char  *id,
             GError     **error)
{
  const TlKind *found = tl_kind_lookup (kind);
  g_autofree char *new_id = id != NULL ? g_strdup (id) : tl_id_new ();

  g_return_val_if_fail (edit != NULL, NULL);

  if (found == NULL)
    {
      fail (edit, error, TL_ERROR_NOT_FOUND, _("There is no kind of record “%s”."), kind != NULL ? kind : "");
      return NULL;
    }

  g_autofree TlValue *values = g_new0 (TlValue, found->n_fields);
  if (!tl_edit_add_values (edit, found, new_id, values, error))
    return NULL;
  return g_steal_pointer (&new_id);
}

/**
 * tl_edit_add_values:
 * @edit: an edit
 * @kind: a kind
 * @id: an id, perhaps from outside
 * @values: one a field; references may name records that are added later in the edit, with their `ref` set; a body is
 *   given as its text
 * @error: return location
 *
 * Adds a record with its values.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_add_values (TlEdit         *edit,
                    const TlKind   *kind,
                    const char     *id,
                    const TlValue  *values,
                    GError        **error)
{
  g_return_val_if_fail (edit != NULL && kind != NULL && id != NULL, FALSE);

  if (!check_may_change (edit, kind, error))
    return FALSE;
  if (kind->flags & TL_KIND_SINGLETON)
    return fail (edit, error, TL_ERROR_INVALID, _("A review has exactly one record of kind “%s”."), kind->name);
  if (!tl_id_is_valid (id))
    return fail (edit, error, TL_ERROR_INVALID, _("“%.40s” is not an id."), id);
  if (_tl_edit_find_kind (edit, id) != NULL)
    return fail (edit, error, TL_ERROR_INVALID, _("There is a record “%s” already."), id);

  g_autofree TlValue *admitted = g_new0 (TlValue, kind->n_fields);
  gboolean good = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      tl_value_copy (&values[i], &admitted[i]);
      good = good && admit_value (edit, &kind->fields[i], &admitted[i], error);
    }
  if (good && !tl_table_insert (tl_table_get (kind), get_connection (edit), id, admitted, error))
    {
      edit->failed = TRUE;
      good = FALSE;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_clear (&admitted[i]);

  if (good)
    {
      g_hash_table_insert (edit->added, g_strdup (id), (gpointer) kind);
      g_hash_table_remove (edit->removed, id);
      _tl_edit_note (edit, EDIT_ADD, kind, id, NULL);
    }
  return good;
}

/**
 * tl_edit_set:
 * @edit: an edit
 * @id: id of a record, perhaps from outside
 * @field: name of a field, perhaps from outside
 * @text: (nullable): its value as text, see tl_value_set_string(); for a body, the text itself
 * @error: return location
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_set (TlEdit      *edit,
             const char  *id,
             const char  *field,
             const char  *text,
             GError     **error)
{
  g_return_val_if_fail (edit != NULL, FALSE);

  const TlKind *kind = require_kind (edit, id, error);
  int index = kind != NULL ? require_field (edit, kind, field, error) : -1;
  g_auto (TlValue) value = { 0 };

  if (index < 0)
    return FALSE;
  if (!tl_value_set_string (&value, &kind->fields[index], text, error))
    {
      g_prefix_error (error, "%s: ", field);
      edit->failed = TRUE;
      return FALSE;
    }
  return set_value (edit, kind, id, (guint) index, &value, error);
}

/**
 * tl_edit_set_int:
 * @edit: an edit
 * @id: id of a record
 * @field: name of a number or yes-or-no field
 * @number: its value
 * @error: return location
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_set_int (TlEdit      *edit,
                 const char  *id,
                 const char  *field,
                 gint64       number,
                 GError     **error)
{
  const TlKind *kind = require_kind (edit, id, error);
  const TlField *found = kind != NULL ? tl_kind_find_field (kind, field) : NULL;
  g_autofree char *text = found != NULL && found->type == TL_FIELD_BOOL ? g_strdup (number != 0 ? "true" : "false")
                                                                     : g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return kind != NULL && tl_edit_set (edit, id, field, text, error);
}

/**
 * tl_edit_set_list:
 * @edit: an edit
 * @id: id of a record, perhaps from outside
 * @field: name of a list field, perhaps from outside
 * @items: (nullable): its items
 * @error: return location
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_set_list (TlEdit             *edit,
                  const char         *id,
                  const char         *field,
                  const char *const  *items,
                  GError            **error)
{
  g_return_val_if_fail (edit != NULL, FALSE);

  const TlKind *kind = require_kind (edit, id, error);
  int index = kind != NULL ? require_field (edit, kind, field, error) : -1;
  g_auto (TlValue) value = { 0 };

  if (index < 0)
    return FALSE;
  if (!tl_field_is_list (&kind->fields[index]))
    return fail (edit, error, TL_ERROR_INVALID, _("“%s” holds one value, not a list."), field);
  if (!tl_value_set_strings (&value, &kind->fields[index], items, error))
    {
      edit->failed = TRUE;
      return FALSE;
    }
  return set_value (edit, kind, id, (guint) index, &value, error);
}

/* Removes the reference that a list of another record has to @id. */
static gboolean
drop_from_list (TlEdit      *edit,
                const char  *list,
                const char  *id,
                GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"value\" = ?", list);
  sqlite3_stmt *statement = tl_connection_prepare (get_connection (edit), sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  return tl_connection_run (get_connection (edit), statement, error);
}

static gboolean
drop_from_column (TlEdit         *edit,
                  const TlTable  *table,
                  const TlColumn *column,
                  const char     *id,
                  GError        **error)
{
  g_autoptr (GPtrArray) holders = tl_table_find (get_connection (edit), table->kind->name, "id", column->name, id,
                                                   error);
  const TlValue unset = { 0 };

  if (holders == NULL)
    return FALSE;
  for (guint i = 0; i < holders->len; i++)
    {
      const char *holder = g_ptr_array_index (holders, i);

      if (table->kind->fields[column->field].on_remove == TL_ON_REMOVE_DELETE)
        {
          if (_tl_edit_find_kind (edit, holder) != NULL && !tl_edit_remove (edit, holder, error))
            return FALSE;
        }
      else if (!tl_table_update (table, get_connection (edit), holder, column->field, &unset, error))
        return FALSE;
    }
  return TRUE;
}

/* Foreign keys have no CASCADE, which a changeset would not see as ours: the verb deletes dependants itself. */
static gboolean
drop_references (TlEdit        *edit,
                 const TlKind  *kind,
                 const char    *id,
                 GError       **error)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));

      for (guint j = 0; j < table->kind->n_fields; j++)
        if (table->lists[j] != NULL && tl_field_refers_to (&table->kind->fields[j], kind)
            && !drop_from_list (edit, table->lists[j], id, error))
          return FALSE;
      for (guint j = 0; j < table->n_columns; j++)
        if ((table->columns[j].target == kind || table->kind->fields[table->columns[j].field].type == TL_FIELD_ANY)
            && !drop_from_column (edit, table, &table->columns[j], id, error))
          return FALSE;
    }
  return TRUE;
}

/**
 * tl_edit_remove:
 * @edit: an edit
 * @id: id of a record, perhaps from outside
 * @error: return location
 *
 * Removes a record and, as declared, what has no meaning without it; other references to it are emptied.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_remove (TlEdit      *edit,
                const char  *id,
                GError     **error)
{
  g_return_val_if_fail (edit != NULL, FALSE);

  const TlKind *kind = require_kind (edit, id, error);
  if (kind == NULL || !check_may_change (edit, kind, error))
    return FALSE;
  if (kind->flags & TL_KIND_SINGLETON)
    return fail (edit, error, TL_ERROR_INVALID, _("A review has exactly one record of kind “%s”."), kind->name);

  _tl_edit_note (edit, EDIT_REMOVE, kind, id, NULL);
  g_hash_table_remove (edit->added, id);
  g_hash_table_add (edit->removed, g_strdup (id));
  if (!drop_references (edit, kind, id, error)
      || !tl_table_delete (tl_table_get (kind), get_connection (edit), id, error))
    {
      edit->failed = TRUE;
      return FALSE;
    }
  return TRUE;
}
