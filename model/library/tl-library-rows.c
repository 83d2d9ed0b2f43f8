/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ingest's rows: each record of a file becomes a row of its kind's table, ids become short keys, and what is tagged and
 * what was looked for is gathered into one small set a record. */
#include "config.h"

#include "model/library/tl-library-ingest-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"

/* Where the fields that ingest itself looks at stand in their kinds, found once by name. */
static struct {
  const TlKind *factor, *link, *tag, *finding, *considered, *reviewer;
  int           factor_level;
  int           link_cause, link_effect, link_kind, link_state, link_test;
  int           tag_target, tag_code, tag_verdict, tag_coder, tag_agreed;
  int           finding_factors;
  int           considered_code, considered_coder;
  int           reviewer_role;
} known;

static void
find_fields (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  known.factor = tl_kind_lookup ("factor");
  known.link = tl_kind_lookup ("link");
  known.tag = tl_kind_lookup ("tag");
  known.finding = tl_kind_lookup ("finding");
  known.considered = tl_kind_lookup ("considered");
  known.reviewer = tl_kind_lookup ("reviewer");
  known.factor_level = tl_kind_find_field_index (known.factor, "level");
  known.link_cause = tl_kind_find_field_index (known.link, "cause");
  known.link_effect = tl_kind_find_field_index (known.link, "effect");
  known.link_kind = tl_kind_find_field_index (known.link, "kind");
  known.link_state = tl_kind_find_field_index (known.link, "state");
  known.link_test = tl_kind_find_field_index (known.link, "test_answer");
  known.tag_target = tl_kind_find_field_index (known.tag, "target");
  known.tag_code = tl_kind_find_field_index (known.tag, "code");
  known.tag_verdict = tl_kind_find_field_index (known.tag, "verdict");
  known.tag_coder = tl_kind_find_field_index (known.tag, "coder");
  known.tag_agreed = tl_kind_find_field_index (known.tag, "agreed");
  known.finding_factors = tl_kind_find_field_index (known.finding, "factors");
  known.considered_code = tl_kind_find_field_index (known.considered, "code");
  known.considered_coder = tl_kind_find_field_index (known.considered, "coder");
  known.reviewer_role = tl_kind_find_field_index (known.reviewer, "role");
  g_once_init_leave (&once, 1);
}

/* Makes everything ready for the records of another file. */
void
_tl_ingest_rows_reset (TlIngest *self)
{
  find_fields ();
  g_checksum_reset (self->digest);
  g_hash_table_remove_all (self->numbers);
  g_array_set_size (self->notes, 0);
  g_hash_table_remove_all (self->codings);
  g_hash_table_remove_all (self->levels);
  g_string_chunk_clear (self->strings);
  tl_packer_begin (self->packer);
  self->n_factors = self->n_links = self->n_tags = 0;
}

/* Digest */

static void
append_text (GString    *buffer,
             const char *text)
{
  g_string_append_len (buffer, text, (gssize) strlen (text) + 1);
}

static void
append_value (GString       *buffer,
              guint          field,
              const TlValue *value)
{
  guint8 head[] = { (guint8) (field + 1), (guint8) value->type, (guint8) value->ref };

  if (value->type == TL_VALUE_UNSET)
    return;

  g_string_append_len (buffer, (const char *) head, sizeof head);
  switch (value->type)
    {
    case TL_VALUE_TEXT:
      append_text (buffer, value->text);
      break;
    case TL_VALUE_INTEGER:
      g_string_append_printf (buffer, "%" G_GINT64_FORMAT "\n", value->integer);
      break;
    case TL_VALUE_LIST:
      for (guint i = 0; value->list[i] != NULL; i++)
        append_text (buffer, value->list[i]);
      g_string_append_c (buffer, '\0');
      break;
    case TL_VALUE_UNSET:
    default:
      g_assert_not_reached ();
    }
}

/* Adds a record to the digest by which the same content is known again, however its XML is laid out. */
void
_tl_ingest_rows_digest (TlIngest            *self,
                        const TlPlainRecord *record)
{
  GString *buffer = self->buffer;

  g_string_truncate (buffer, 0);
  append_text (buffer, record->kind->name);
  append_text (buffer, record->id);
  for (guint i = 0; i < record->kind->n_fields; i++)
    append_value (buffer, i, &record->values[i]);
  g_string_append_c (buffer, '\0');
  g_checksum_update (self->digest, (const guchar *) buffer->str, (gssize) buffer->len);
}

/* Keys */

/* The number of the record with that id, which may come later in the file. */
static guint
number_of (TlIngest     *self,
           const guint8  packed[TL_ID_PACKED])
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, packed));

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_memdup2 (packed, TL_ID_PACKED), GUINT_TO_POINTER (number));
      g_array_set_size (self->notes, number + 1);
    }
  return number;
}

static guint
number_of_id (TlIngest   *self,
              const char *id)
{
  guint8 packed[TL_ID_PACKED];

  tl_id_pack (id, packed);
  return number_of (self, packed);
}

static gint64
key_of (TlIngest *self,
        guint     number)
{
  return self->record << TL_LIBRARY_KEY_BITS | number;
}

/* The number of the record that a reference points at; 0 if at none. */
static guint
number_of_reference (TlIngest      *self,
                     const TlValue *reference)
{
  return reference->type == TL_VALUE_TEXT ? number_of_id (self, reference->text) : 0;
}

/* The note of the record that a reference points at, or NULL. */
static const TlIngestNote *
follow (TlIngest      *self,
        const TlValue *reference)
{
  guint number = number_of_reference (self, reference);

  return number > 0 ? &g_array_index (self->notes, TlIngestNote, number) : NULL;
}

static const char *
text_of (const TlValue *value)
{
  return value->type == TL_VALUE_TEXT ? value->text : NULL;
}

/* Coding */

static void
mark (TlIngest   *self,
      const char *code,
      const char *level,
      guint       marks)
{
  g_autofree char *pair = g_strdup_printf ("%s\n%s", code, level);
  gpointer known_marks = g_hash_table_lookup (self->codings, pair);

  /* A key that is there already stays, whatever is passed. */
  g_hash_table_insert (self->codings,
                       known_marks == NULL ? g_string_chunk_insert (self->strings, pair) : pair,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (known_marks) | marks));
}

/* Whom a record does not name is taken for the lead reviewer: a review with one coder need not say so. */
static gboolean
is_lead (TlIngest      *self,
         const TlValue *coder)
{
  const TlIngestNote *note = follow (self, coder);

  return note == NULL || note->lead;
}

static void
note_tag (TlIngest            *self,
          const TlPlainRecord *record)
{
  const TlValue *code = &record->values[known.tag_code];
  const TlValue *agreed = &record->values[known.tag_agreed];
  const char *verdict = text_of (&record->values[known.tag_verdict]);
  const TlIngestNote *target = follow (self, &record->values[known.tag_target]);
  const char *level = target != NULL && target->level != NULL ? target->level : "";
  guint marks = TL_CODING_TAGGED;

  if (is_lead (self, &record->values[known.tag_coder]))
    marks |= TL_CODING_TAGGED_LEAD;
  if (agreed->type == TL_VALUE_INTEGER && agreed->integer != 0)
    marks |= TL_CODING_TAGGED_AGREED;

  self->n_tags++;
  tl_packer_add_tag (self->packer, number_of_reference (self, &record->values[known.tag_target]), text_of (code),
                     verdict, marks);
  if (code->type == TL_VALUE_TEXT && verdict == NULL)
    mark (self, code->text, level, marks);
}

static void
note_considered (TlIngest            *self,
                 const TlPlainRecord *record)
{
  const TlValue *code = &record->values[known.considered_code];
  guint marks = TL_CODING_CONSIDERED;

  if (code->type != TL_VALUE_TEXT)
    return;
  if (is_lead (self, &record->values[known.considered_coder]))
    marks |= TL_CODING_CONSIDERED_LEAD;
  mark (self, code->text, "", marks);
}

static void
note_factor (TlIngest            *self,
             const TlPlainRecord *record,
             guint                number)
{
  const TlValue *level = &record->values[known.factor_level];

  self->n_factors++;
  tl_packer_add_factor (self->packer, number, text_of (level));
  if (level->type != TL_VALUE_TEXT)
    return;

  const char *kept = g_string_chunk_insert_const (self->strings, level->text);
  g_array_index (self->notes, TlIngestNote, number).level = kept;
  g_hash_table_add (self->levels, (char *) kept);
}

static void
note_link (TlIngest            *self,
           const TlPlainRecord *record,
           guint                number)
{
  const TlValue *values = record->values;
  const TlIngestNote *cause = follow (self, &values[known.link_cause]);
  const char *level = cause != NULL ? cause->level : NULL;

  self->n_links++;
  tl_packer_add_link (self->packer, number_of_reference (self, &values[known.link_cause]),
                      number_of_reference (self, &values[known.link_effect]), text_of (&values[known.link_kind]),
                      text_of (&values[known.link_state]), text_of (&values[known.link_test]));
  g_array_index (self->notes, TlIngestNote, number).level = level;
}

static void
note_finding (TlIngest            *self,
              const TlPlainRecord *record,
              guint                number)
{
  const TlValue *factors = &record->values[known.finding_factors];

  for (guint i = 0; factors->type == TL_VALUE_LIST && factors->list[i] != NULL; i++)
    tl_packer_add_finding_factor (self->packer, number, number_of_id (self, factors->list[i]));
}

/* What of a record matters to the set of codes and to the packed graph. Factors come before links and both before tags,
 * for a file is in the order of the declarations. */
static void
note (TlIngest            *self,
      const TlPlainRecord *record,
      guint                number)
{
  const TlKind *kind = record->kind;

  if (kind == known.factor)
    note_factor (self, record, number);
  else if (kind == known.link)
    note_link (self, record, number);
  else if (kind == known.reviewer)
    {
      const TlValue *role = &record->values[known.reviewer_role];

      g_array_index (self->notes, TlIngestNote, number).lead = role->type == TL_VALUE_TEXT
                                                               && strcmp (role->text, "lead") == 0;
    }
  else if (kind == known.tag)
    note_tag (self, record);
  else if (kind == known.finding)
    note_finding (self, record, number);
  else if (kind == known.considered)
    note_considered (self, record);
}

/* Rows */

static void
bind_column (TlIngest              *self,
             sqlite3_stmt          *statement,
             int                    parameter,
             const TlLibraryColumn *column,
             const TlField         *field,
             const TlValue         *value)
{
  if (value->type == TL_VALUE_UNSET || (field->type == TL_FIELD_REF && value->ref != column->slot->ref))
    sqlite3_bind_null (statement, parameter);
  else if (value->type == TL_VALUE_INTEGER)
    sqlite3_bind_int64 (statement, parameter, value->integer);
  else if (field->type == TL_FIELD_REF)
    sqlite3_bind_int64 (statement, parameter, key_of (self, number_of_id (self, value->text)));
  else
    sqlite3_bind_text (statement, parameter, value->text, -1, SQLITE_STATIC);
}

static gboolean
insert_list (TlIngest      *self,
             sqlite3_stmt  *statement,
             const TlField *field,
             gint64         owner,
             const TlValue *value,
             GError       **error)
{
  for (int i = 0; value->list[i] != NULL; i++)
    {
      sqlite3_bind_int64 (statement, 1, owner);
      sqlite3_bind_int (statement, 2, i);
      if (field->type == TL_FIELD_REFS)
        sqlite3_bind_int64 (statement, 3, key_of (self, number_of_id (self, value->list[i])));
      else
        sqlite3_bind_text (statement, 3, value->list[i], -1, SQLITE_STATIC);
      if (!tl_connection_run (self->connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes the row of a record and those of its lists. */
gboolean
_tl_ingest_rows_insert (TlIngest       *self,
                        TlPlainRecord  *record,
                        GError        **error)
{
  guint position = tl_kind_get_position (record->kind);
  const TlLibraryTable *table = tl_library_table_get (position);
  sqlite3_stmt *statement = self->inserts[position];
  guint8 packed[TL_ID_PACKED];

  tl_id_pack (record->id, packed);

  guint number = number_of (self, packed);
  gint64 key = key_of (self, number);

  note (self, record, number);
  if (number > TL_LIBRARY_MAX_NUMBER)
    {
      self->refusal = g_strdup (_("The file has too many records."));
      g_set_error_literal (error, TL_ERROR, TL_ERROR_TOO_LARGE, self->refusal);
      return FALSE;
    }

  sqlite3_bind_int64 (statement, 1, key);
  sqlite3_bind_blob (statement, 2, packed, sizeof packed, SQLITE_STATIC);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint field = table->columns[i].slot->field;

      bind_column (self, statement, (int) i + 3, &table->columns[i], &record->kind->fields[field],
                   &record->values[field]);
    }
  if (!tl_connection_run (self->connection, statement, error))
    return FALSE;

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->values[i].type == TL_VALUE_LIST
        && !insert_list (self, self->insert_lists[position][i], &record->kind->fields[i], key, &record->values[i],
                         error))
      return FALSE;
  return TRUE;
}

/* Writes what was gathered over the whole file. */
gboolean
_tl_ingest_rows_finish (TlIngest  *self,
                        GError   **error)
{
  GHashTableIter iter;
  gpointer pair, marks;

  g_hash_table_iter_init (&iter, self->levels);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    {
      sqlite3_bind_int64 (self->insert_level, 1, self->record);
      sqlite3_bind_text (self->insert_level, 2, pair, -1, SQLITE_STATIC);
      if (!tl_connection_run (self->connection, self->insert_level, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, self->codings);
  while (g_hash_table_iter_next (&iter, &pair, &marks))
    {
      const char *line_end = strchr (pair, '\n');

      sqlite3_bind_int64 (self->insert_coding, 1, self->record);
      sqlite3_bind_text (self->insert_coding, 2, pair, (int) (line_end - (const char *) pair), SQLITE_STATIC);
      sqlite3_bind_text (self->insert_coding, 3, line_end + 1, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (self->insert_coding, 4, GPOINTER_TO_UINT (marks));
      if (!tl_connection_run (self->connection, self->insert_coding, error))
        return FALSE;
    }
  return TRUE;
}
