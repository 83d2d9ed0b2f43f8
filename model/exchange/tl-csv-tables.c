/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graph as two tables, factors.csv and links.csv, out of a review and into a new one. */
#include "config.h"

#include "model/exchange/tl-csv-tables.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-load.h"
#include "model/base/tl-save.h"
#include "model/exchange/tl-csv.h"

#define MAX_TABLE_COLUMNS 5

typedef struct {
  const char *columns[MAX_TABLE_COLUMNS + 1];
} Table;

static const Table factors_table = { { "id", "kind", "level", "statement", "detail" } };
static const Table links_table = { { "cause", "effect", "kind", "rationale" } };

/* Out */

static gboolean
write_table (TlReview    *review,
             const char  *folder,
             const char  *kind,
             const Table *table,
             GError     **error)
{
  TlRecordList *list = tl_review_get_list (review, kind);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("%ss.csv", kind);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (guint i = 0; table->columns[i] != NULL; i++)
    tl_csv_append_cell (out, table->columns[i]);
  g_string_append (out, "\r\n");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);

      for (guint j = 0; table->columns[j] != NULL; j++)
        tl_csv_append_cell (out, strcmp (table->columns[j], "id") == 0
                                   ? tl_record_get_id (record) : tl_record_get_text (record, table->columns[j]));
      g_string_append (out, "\r\n");
    }
  return tl_save_file (path, out->str, (gssize) out->len, error);
}

/**
 * tl_export_csv:
 * @review: a review
 * @folder: a folder, made when it does not exist
 * @error: return location
 *
 * Writes factors.csv and links.csv. They hold text as it stands: they are for the reviewers themselves.
 *
 * Returns: %FALSE with @error
 */
gboolean
tl_export_csv (TlReview    *review,
               const char  *folder,
               GError     **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && folder != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The folder “%s” can’t be made: %s."), folder,
                   g_strerror (errno));
      return FALSE;
    }
  return write_table (review, folder, "factor", &factors_table, error)
         && write_table (review, folder, "link", &links_table, error);
}

/* In */

typedef struct {
  TlMethod   *method;
  GPtrArray  *records;  /* of TlPlainRecord */
  GHashTable *ids;      /* id in the table → id of the record, both owned */
  GPtrArray  *problems; /* of the table being read */
} Reader;

/* For each column of @table where it stands in the header. */
static gboolean
find_columns (Reader          *reader,
              const TlCsvRow  *header,
              const Table     *table,
              guint            places[MAX_TABLE_COLUMNS])
{
  guint n = 0;

  for (guint i = 0; table->columns[i] != NULL; i++, n++)
    {
      places[i] = 0;
      while (places[i] < header->n_cells && strcmp (header->cells[places[i]], table->columns[i]) != 0)
        places[i]++;
      if (places[i] == header->n_cells)
        return tl_problems_add (reader->problems, TL_PROBLEM_MISSING, header->line,
                                _("There is no column “%s”."), table->columns[i]) && FALSE;
    }
  for (guint i = 0; i < header->n_cells; i++)
    if (!g_strv_contains (table->columns, header->cells[i]))
      return tl_problems_add (reader->problems, TL_PROBLEM_UNKNOWN_ATTRIBUTE, header->line,
                              _("The column “%.60s” is not known. Take it out."), header->cells[i]) && FALSE;
  if (header->n_cells > n)
    return tl_problems_add (reader->problems, TL_PROBLEM_REPEATED, header->line, _("A column stands twice.")) && FALSE;
  return TRUE;
}

static void
set_text (Reader         *reader,
          const TlCsvRow *row,
          TlPlainRecord  *record,
          const char     *field,
          const char     *text)
{
  int index = tl_kind_find_field_index (record->kind, field);
  g_autoptr (GError) error = NULL;

  if (!tl_value_set_string (&record->values[index], &record->kind->fields[index], text, &error))
    tl_problems_add (reader->problems, TL_PROBLEM_VALUE, row->line, "%s: %s", field, error->message);
}

static void
set_key (Reader         *reader,
         const TlCsvRow *row,
         TlPlainRecord  *record,
         const char     *field,
         const char     *key)
{
  const TlField *declared = tl_kind_find_field (record->kind, field);
  int level = declared->vocabulary == TL_VOCABULARY_LEVEL ? tl_method_find_level (reader->method, key) : -1;

  if (level >= 0)
    key = tl_method_get_level (reader->method, (guint) level)->key;
  if (key[0] == '\0' || tl_method_find_entry (reader->method, declared->vocabulary, key) != NULL)
    set_text (reader, row, record, field, key);
  else
    tl_problems_add (reader->problems, TL_PROBLEM_KEY, row->line, _("The method “%s” has no %s “%.60s”."),
                     tl_method_get_id (reader->method), field, key);
}

static void
set_link_end (Reader         *reader,
              const TlCsvRow *row,
              TlPlainRecord  *record,
              const char     *field,
              const char     *id)
{
  const char *known = g_hash_table_lookup (reader->ids, id);

  if (known != NULL)
    set_text (reader, row, record, field, known);
  else if (id[0] == '\0')
    tl_problems_add (reader->problems, TL_PROBLEM_MISSING, row->line, _("The link has no %s."), field);
  else
    tl_problems_add (reader->problems, TL_PROBLEM_DANGLING, row->line,
                     _("The %s “%.60s” is not the id of any factor in factors.csv."), field, id);
}

/* The id that the record gets; an id that is one of ours stays. */
static const char *
take_id (Reader         *reader,
         const TlCsvRow *row,
         const char     *id)
{
  if (id[0] == '\0')
    {
      tl_problems_add (reader->problems, TL_PROBLEM_MISSING, row->line, _("The factor has no id."));
      return NULL;
    }
  if (g_hash_table_contains (reader->ids, id))
    {
      tl_problems_add (reader->problems, TL_PROBLEM_DUPLICATE_ID, row->line, _("The id “%.60s” stands twice."), id);
      return NULL;
    }

  char *own = tl_id_is_valid (id) ? g_strdup (id) : tl_id_new ();
  g_hash_table_insert (reader->ids, g_strdup (id), own);
  return own;
}

static void
read_cell (Reader         *reader,
           const TlCsvRow *row,
           TlPlainRecord  *record,
           const char     *column,
           const char     *text)
{
  const TlField *field = tl_kind_find_field (record->kind, column);

  if (field == NULL)
    return; /* the id */
  if (field->type == TL_FIELD_KEY)
    set_key (reader, row, record, column, text);
  else if (field->type == TL_FIELD_REF)
    set_link_end (reader, row, record, column, text);
  else
    set_text (reader, row, record, column, text);
}

static void
read_row (Reader         *reader,
          const TlCsvRow *row,
          const Table    *table,
          const guint    *places,
          const char     *kind)
{
  gboolean has_id = strcmp (table->columns[0], "id") == 0;
  g_autofree char *new_id = tl_id_new ();
  const char *id = has_id ? take_id (reader, row, row->cells[places[0]]) : new_id;

  if (id == NULL)
    return;

  TlPlainRecord *record = tl_plain_record_new (tl_kind_lookup (kind), id);

  record->line = row->line;
  for (guint i = 0; table->columns[i] != NULL; i++)
    read_cell (reader, row, record, table->columns[i], row->cells[places[i]]);
  g_ptr_array_add (reader->records, record);
}

static void
read_table (Reader      *reader,
            GBytes      *bytes,
            const Table *table,
            const char  *kind,
            GPtrArray   *problems)
{
  g_autoptr (GPtrArray) rows = tl_csv_parse (bytes, problems);
  guint places[MAX_TABLE_COLUMNS];

  reader->problems = problems;
  if (problems->len > 0)
    return;
  if (rows->len == 0)
    {
      tl_problems_add (problems, TL_PROBLEM_MISSING, 1, _("The table is empty; it needs a row of column names."));
      return;
    }
  if (!find_columns (reader, rows->pdata[0], table, places))
    return;

  const TlCsvRow *header = rows->pdata[0];

  for (guint i = 1; i < rows->len && problems->len < TL_PROBLEMS_MAX; i++)
    {
      const TlCsvRow *row = rows->pdata[i];

      if (tl_csv_check_row (row, header, problems))
        read_row (reader, row, table, places, kind);
    }
}

static void
add_subject (Reader *reader)
{
  g_autofree char *id = tl_id_new ();
  TlPlainRecord *subject = tl_plain_record_new (tl_kinds_get (0), id);
  const TlCsvRow nowhere = { 0 };

  set_text (reader, &nowhere, subject, "title", _("Imported review"));
  set_text (reader, &nowhere, subject, "method", tl_method_get_id (reader->method));
  set_text (reader, &nowhere, subject, "method_version", tl_method_get_version (reader->method));
  g_ptr_array_add (reader->records, subject);
}

/**
 * tl_csv_read_records:
 * @factors: the table of factors
 * @links: (nullable): the table of links
 * @method: the method that kinds and levels are of
 * @factor_problems: (element-type TlProblem): what is wrong with @factors
 * @link_problems: (element-type TlProblem): what is wrong with @links
 *
 * Returns: (transfer full) (element-type TlPlainRecord): a review, its factors and its links; to be used only if there
 *   is no problem
 */
GPtrArray *
tl_csv_read_records (GBytes    *factors,
                     GBytes    *links,
                     TlMethod  *method,
                     GPtrArray *factor_problems,
                     GPtrArray *link_problems)
{
  g_return_val_if_fail (factors != NULL && TL_IS_METHOD (method), NULL);

  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plain_record_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader reader = { .method = method, .records = records, .ids = ids, .problems = factor_problems };

  add_subject (&reader);
  read_table (&reader, factors, &factors_table, "factor", factor_problems);
  if (links != NULL && factor_problems->len == 0)
    read_table (&reader, links, &links_table, "link", link_problems);
  return records;
}

static GBytes *
load (const char  *path,
      GError     **error)
{
  GBytes *bytes = tl_load_file (path, TL_CSV_MAX_BYTES, NULL, error);

  if (bytes == NULL)
    g_prefix_error (error, "%s: ", path);
  return bytes;
}

static GPtrArray *
read_files (const char  *factors_path,
            const char  *links_path,
            TlMethod    *method,
            GPtrArray  **problems,
            GError     **error)
{
  g_autoptr (GBytes) factors = load (factors_path, error);
  g_autoptr (GBytes) links = factors != NULL && links_path != NULL ? load (links_path, error) : NULL;

  if (factors == NULL || (links_path != NULL && links == NULL))
    return NULL;

  g_autoptr (GPtrArray) factor_problems = tl_problems_new ();
  g_autoptr (GPtrArray) link_problems = tl_problems_new ();
  g_autoptr (GPtrArray) records = tl_csv_read_records (factors, links, method, factor_problems, link_problems);
  g_autofree char *factors_name = g_filename_display_basename (factors_path);
  g_autofree char *links_name = links_path != NULL ? g_filename_display_basename (links_path) : NULL;
  gboolean good = tl_problems_raise (factor_problems, factors_name, error)
                  && (links_name == NULL || tl_problems_raise (link_problems, links_name, error));

  if (problems != NULL)
    *problems = g_ptr_array_ref (factor_problems->len > 0 ? factor_problems : link_problems);
  return good ? g_steal_pointer (&records) : NULL;
}

/**
 * tl_import_csv:
 * @factors_path: factors.csv
 * @links_path: (nullable): links.csv
 * @method: id of the method that kinds and levels are of
 * @review_path: the review file to make
 * @author: (nullable): who imports
 * @flags: how
 * @problems: (out) (optional) (transfer full) (element-type TlProblem): what is wrong with the table that @error names
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a review of two tables.
 *
 * Returns: %FALSE with @error, and then nothing has changed on the disk
 */
gboolean
tl_import_csv (const char     *factors_path,
               const char     *links_path,
               const char     *method,
               const char     *review_path,
               const char     *author,
               TlImportFlags   flags,
               GPtrArray     **problems,
               GCancellable   *cancellable,
               GError        **error)
{
  g_return_val_if_fail (factors_path != NULL && method != NULL && review_path != NULL, FALSE);

  g_autoptr (TlMethod) pack = tl_method_lookup (method, error);
  g_autoptr (GPtrArray) records
      = pack != NULL ? read_files (factors_path, links_path, pack, problems, error) : NULL;

  if (records == NULL)
    return FALSE;

  g_autofree char *name = g_filename_display_basename (factors_path);
  return tl_import_records (records, name, review_path, author, flags, cancellable, error);
}
