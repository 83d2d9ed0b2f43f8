/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ingest's rows: each record of a file becomes a row of its kind's table, ids become short keys, and what is tagged and
 * what was looked for is gathered into one small set a record. */
#include "config.h"

#include "model/library/tl-library-ingest-private.h"

#include <stdlib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/library/tl-library-texts-private.h"

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
  tl_fingerprint_init (&self->digest);
  g_hash_table_remove_all (self->numbers);
  g_array_set_size (self->notes, 0);
  g_hash_table_remove_all (self->codings);
  g_hash_table_remove_all (self->levels);
  g_string_chunk_clear (self->strings);
  self->text_kind = NULL;
  tl_review_frozen_empty (self->review);
}

/* Digest */

static void
digest_text (TlIngest   *self,
             const char *text)
{
  tl_fingerprint_add (&self->digest, text, strlen (text));
}

static void
digest_value (TlIngest      *self,
              guint          field,
              const TlValue *value)
{
  guint8 head[] = { (guint8) (field + 1), (guint8) value->type, (guint8) value->ref };
  gint64 integer;

  if (value->type == TL_VALUE_UNSET)
    return;

  tl_fingerprint_add (&self->digest, head, sizeof head);
  switch (value->type)
    {
    case TL_VALUE_TEXT:
      digest_text (self, value->text);
      break;
    case TL_VALUE_INTEGER:
      integer = GINT64_TO_LE (value->integer);
      tl_fingerprint_add (&self->digest, &integer, sizeof integer);
      break;
    case TL_VALUE_LIST:
      for (guint i = 0; value->list[i] != NULL; i++)
        digest_text (self, value->list[i]);
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
  digest_text (self, record->kind->name);
  digest_text (self, record->id);
  for (guint i = 0; i < record->kind->n_fields; i++)
    digest_value (self, i, &record->values[i]);
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
      char *kept = g_string_chunk_insert_len (self->strings, (const char *) packed, TL_ID_PACKED);

      g_hash_table_insert (self->numbers, kept, GUINT_TO_POINTER (number));
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

/* Finds the numbers of the records that the references of one point at; 0 where at none. */
static void
number_references (TlIngest            *self,
                   const TlPlainRecord *record)
{
  g_array_set_size (self->targets, record->kind->n_fields);
  for (guint i = 0; i < record->kind->n_fields; i++)
    g_array_index (self->targets, guint, i)
        = record->kind->fields[i].type == TL_FIELD_REF && record->values[i].type == TL_VALUE_TEXT
            ? number_of_id (self, record->values[i].text) : 0;
}

static guint
target_of (TlIngest *self,
           int       field)
{
  return g_array_index (self->targets, guint, field);
}

/* The note of the record that a field of the present one points at, or NULL. */
static const TlIngestNote *
follow (TlIngest *self,
        int       field)
{
  guint number = target_of (self, field);

  return number > 0 ? &g_array_index (self->notes, TlIngestNote, number) : NULL;
}

/* Coding */

static void
mark (TlIngest   *self,
      const char *code,
      const char *level,
      guint       marks)
{
  GString *pair = self->buffer;

  g_string_assign (pair, code);
  g_string_append_c (pair, '\n');
  g_string_append (pair, level);

  gpointer known_marks = g_hash_table_lookup (self->codings, pair->str);

  /* A key that is there already stays, whatever is passed. */
  g_hash_table_insert (self->codings,
                       known_marks == NULL ? g_string_chunk_insert (self->strings, pair->str) : pair->str,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (known_marks) | marks));
}

/* Whom a record does not name is taken for the lead reviewer: a review with one coder need not say so. */
static gboolean
is_lead (TlIngest *self,
         int       coder)
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
  const char *verdict = tl_value_get_text (&record->values[known.tag_verdict]);
  const TlIngestNote *target = follow (self, known.tag_target);
  const char *level = target != NULL && target->level != NULL ? target->level : "";
  guint marks = TL_CODING_TAGGED;

  if (is_lead (self, known.tag_coder))
    marks |= TL_CODING_TAGGED_LEAD;
  if (agreed->type == TL_VALUE_INTEGER && agreed->integer != 0)
    marks |= TL_CODING_TAGGED_AGREED;

  self->parcel->n_tags++;
  tl_graph_draft_add_tag (self->parcel->graph, target_of (self, known.tag_target), tl_value_get_text (code), verdict,
                          marks);
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
  if (is_lead (self, known.considered_coder))
    marks |= TL_CODING_CONSIDERED_LEAD;
  mark (self, code->text, "", marks);
}

static void
note_factor (TlIngest            *self,
             const TlPlainRecord *record,
             guint                number)
{
  const TlValue *level = &record->values[known.factor_level];

  self->parcel->n_factors++;
  tl_graph_draft_add_factor (self->parcel->graph, number, tl_value_get_text (level));
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
  const TlIngestNote *cause = follow (self, known.link_cause);
  const char *level = cause != NULL ? cause->level : NULL;

  self->parcel->n_links++;
  tl_graph_draft_add_link (self->parcel->graph, target_of (self, known.link_cause),
                           target_of (self, known.link_effect), tl_value_get_text (&values[known.link_kind]),
                           tl_value_get_text (&values[known.link_state]),
                           tl_value_get_text (&values[known.link_test]));
  g_array_index (self->notes, TlIngestNote, number).level = level;
}

static void
note_finding (TlIngest            *self,
              const TlPlainRecord *record,
              guint                number)
{
  const TlValue *factors = &record->values[known.finding_factors];

  for (guint i = 0; factors->type == TL_VALUE_LIST && factors->list[i] != NULL; i++)
    tl_graph_draft_add_finding_factor (self->parcel->graph, number, number_of_id (self, factors->list[i]));
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
add_text (TlIngest   *self,
          guint       parameter,
          const char *text)
{
  tl_parcel_add_bytes (self->parcel, parameter, TL_PARCEL_TEXT, text, strlen (text));
}

static void
add_key (TlIngest *self,
         guint     parameter,
         guint     number)
{
  tl_parcel_add_number (self->parcel, parameter, TL_PARCEL_KEY, number);
}

static void
add_column (TlIngest              *self,
            guint                  parameter,
            const TlLibraryColumn *column,
            const TlField         *field,
            const TlValue         *value)
{
  if (value->type == TL_VALUE_UNSET || (field->type == TL_FIELD_REF && value->ref != column->slot->ref))
    return;
  if (value->type == TL_VALUE_INTEGER)
    tl_parcel_add_number (self->parcel, parameter, TL_PARCEL_NUMBER, value->integer);
  else if (field->type == TL_FIELD_REF)
    add_key (self, parameter, target_of (self, (int) column->slot->field));
  else
    add_text (self, parameter, value->text);
}

/* Keeps the texts of a record for the index, in the order in which it would read them from the library: by kind and
 * key. A key is smaller where an earlier record points at this one; then the index has to read them there. */
static void
keep_texts (TlIngest             *self,
            const TlLibraryTable *table,
            const TlPlainRecord  *record,
            guint                 number)
{
  if (record->kind == self->text_kind && number < self->text_row)
    tl_parcel_drop_texts (self->parcel);
  self->text_kind = record->kind;
  self->text_row = number;
  for (guint i = 0; self->parcel->texts != NULL && i < table->n_columns; i++)
    {
      guint field = table->columns[i].slot->field;
      const char *text = tl_value_get_text (&record->values[field]);

      if (text != NULL && record->kind->fields[field].flags & TL_FIELD_SEARCHED)
        _tl_library_texts_append (self->parcel->texts, text);
    }
}

static void
add_list (TlIngest      *self,
          guint          insert,
          const TlField *field,
          guint          owner,
          const TlValue *value)
{
  for (guint i = 0; value->list[i] != NULL; i++)
    {
      tl_parcel_begin_row (self->parcel, insert);
      add_key (self, 1, owner);
      tl_parcel_add_number (self->parcel, 2, TL_PARCEL_NUMBER, i);
      if (field->type == TL_FIELD_REFS)
        add_key (self, 3, number_of_id (self, value->list[i]));
      else
        add_text (self, 3, value->list[i]);
    }
}

/* Adds the row of a record and those of its lists; FALSE if there are more than fit. */
gboolean
_tl_ingest_rows_add (TlIngest            *self,
                     const TlPlainRecord *record)
{
  const TlLibraryTable *table = tl_library_table_get (tl_kind_get_position (record->kind));
  guint8 packed[TL_ID_PACKED];

  tl_id_pack (record->id, packed);

  guint number = number_of (self, packed);

  number_references (self, record);
  note (self, record, number);
  if (number > TL_LIBRARY_MAX_NUMBER)
    return FALSE;

  tl_parcel_begin_row (self->parcel, table->insert);
  add_key (self, 1, number);
  tl_parcel_add_bytes (self->parcel, 2, TL_PARCEL_BYTES, packed, sizeof packed);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint field = table->columns[i].slot->field;

      add_column (self, i + 3, &table->columns[i], &record->kind->fields[field], &record->values[field]);
    }
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->values[i].type == TL_VALUE_LIST)
      add_list (self, table->insert_lists[i], &record->kind->fields[i], number, &record->values[i]);
  keep_texts (self, table, record, number);
  return TRUE;
}

static void
begin_own_row (TlIngest        *self,
               TlLibraryInsert  insert)
{
  tl_parcel_begin_row (self->parcel, insert);
  tl_parcel_add_number (self->parcel, 1, TL_PARCEL_RECORD, 0);
}

/* Adds what the file says at its beginning. */
void
_tl_ingest_rows_begin (TlIngest     *self,
                       const TlPins *pins)
{
  for (guint i = 0; i < pins->typologies->len; i++)
    {
      TlTypology *typology = g_ptr_array_index (pins->typologies, i);

      begin_own_row (self, TL_LIBRARY_INSERT_TYPOLOGY);
      add_text (self, 2, tl_typology_get_id (typology));
      add_text (self, 3, tl_typology_get_version (typology));
    }
}

static int
compare_texts (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of the table's key, in which rows are inserted with the least effort. */
static const char **
sort_keys (GHashTable *set)
{
  guint n;
  const char **keys = (const char **) g_hash_table_get_keys_as_array (set, &n);

  qsort (keys, n, sizeof *keys, compare_texts);
  return keys;
}

/* Adds what was gathered over the whole file. */
void
_tl_ingest_rows_finish (TlIngest *self)
{
  g_autofree const char **levels = sort_keys (self->levels);
  g_autofree const char **pairs = sort_keys (self->codings);

  for (guint i = 0; levels[i] != NULL; i++)
    {
      begin_own_row (self, TL_LIBRARY_INSERT_LEVEL);
      add_text (self, 2, levels[i]);
    }
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *pair = pairs[i], *line_end = strchr (pair, '\n');

      begin_own_row (self, TL_LIBRARY_INSERT_CODING);
      tl_parcel_add_bytes (self->parcel, 2, TL_PARCEL_TEXT, pair, (gsize) (line_end - pair));
      add_text (self, 3, line_end + 1);
      tl_parcel_add_number (self->parcel, 4, TL_PARCEL_NUMBER,
                            GPOINTER_TO_UINT (g_hash_table_lookup (self->codings, pair)));
    }
}
