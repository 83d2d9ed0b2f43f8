/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the numbered rules have to say of the records on a receipt. The library keeps it with each record; a record that
 * has been withdrawn since takes it with it. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-receipt-private.h"

#include <glib/gi18n-lib.h>

#include "model/checks/tl-checks.h"

/* The method packs that were asked for: id → TlMethod, or NULL where it is not known here. */
static TlMethod *
look_up_method (GHashTable *methods,
                const char *id)
{
  gpointer method;

  if (id == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (methods, id, NULL, &method))
    {
      method = tl_method_lookup (id, NULL);
      g_hash_table_insert (methods, g_strdup (id), method);
    }
  return method;
}

static void
unref_method (gpointer method)
{
  if (method != NULL)
    g_object_unref (method);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TlReceiptAdvice *first = a, *second = b;

  if (first->severity != second->severity)
    return first->severity > second->severity ? 1 : -1;
  return (first->rule > second->rule) - (first->rule < second->rule);
}

/* Takes a row: the number of a record, a rule, how often, the method of the review. Rules of another version of the
 * program are not known here. */
static void
take (TlReceiptFile *file,
      GHashTable    *methods,
      sqlite3_stmt  *row)
{
  const TlCheckRule *rule = tl_check_rule_lookup ((const char *) sqlite3_column_text (row, 1));

  if (rule == NULL)
    return;

  TlMethod *method = look_up_method (methods, (const char *) sqlite3_column_text (row, 3));
  TlReceiptAdvice advice = { rule, tl_check_rule_get_severity (rule, method),
                             (guint) sqlite3_column_int64 (row, 2) };

  if (file->advice == NULL)
    file->advice = g_array_new (FALSE, FALSE, sizeof (TlReceiptAdvice));
  g_array_append_val (file->advice, advice);
}

/* Adds to the files of a receipt what the rules say of their records. */
gboolean
_tl_receipt_read_advice (TlReceipt     *self,
                         TlConnection  *connection,
                         GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT file.record, rule, problems, method "
                                                   "FROM receipt_file AS file JOIN advice USING (record) "
                                                   "JOIN review ON review.key = (file.record << 24 | 1) "
                                                   "WHERE file.receipt = ? ORDER BY file.position", error);
  g_autoptr (GHashTable) methods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_method);
  gboolean row = TRUE;
  guint at = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->number);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        break;
      while (at < self->files->len
             && ((TlReceiptFile *) self->files->pdata[at])->record != sqlite3_column_int64 (statement, 0))
        at++;
      if (at < self->files->len)
        take (self->files->pdata[at], methods, statement);
    }
  for (guint i = 0; i < self->files->len; i++)
    if (((TlReceiptFile *) self->files->pdata[i])->advice != NULL)
      g_array_sort (((TlReceiptFile *) self->files->pdata[i])->advice, compare);
  return !row;
}

/**
 * tl_receipt_count_advice:
 * @self: a receipt with its files
 *
 * Returns: (transfer full) (element-type TlReceiptRule): the rules that have something to say of records on it, in
 *   their own order
 */
GArray *
tl_receipt_count_advice (const TlReceipt *self)
{
  g_return_val_if_fail (self != NULL && self->files != NULL, NULL);

  GArray *counted = g_array_new (FALSE, FALSE, sizeof (TlReceiptRule));
  guint n_rules;
  const TlCheckRule *rules = tl_check_rules_get (&n_rules);
  g_autofree guint *records = g_new0 (guint, n_rules);

  for (guint i = 0; i < self->files->len; i++)
    {
      const TlReceiptFile *file = self->files->pdata[i];

      for (guint j = 0; file->advice != NULL && j < file->advice->len; j++)
        records[g_array_index (file->advice, TlReceiptAdvice, j).rule - rules]++;
    }
  for (guint i = 0; i < n_rules; i++)
    if (records[i] > 0)
      {
        TlReceiptRule rule = { &rules[i], records[i] };

        g_array_append_val (counted, rule);
      }
  return counted;
}

static char *
dup_number (TlSeverity severity,
            guint      n)
{
  switch (severity)
    {
    case TL_SEVERITY_ERROR:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error", "%u errors", n), n);
    case TL_SEVERITY_QUERY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u query", "%u queries", n), n);
    case TL_SEVERITY_ADVICE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word of advice", "%u words of advice", n), n);
    }
}

/**
 * tl_receipt_file_dup_advice:
 * @file: a file on a receipt
 *
 * Returns: (transfer full) (nullable): how many errors, queries and words of advice the rules have for its record, with
 *   the numbers of the rules: "2 queries (S6, S7), 1 word of advice (S3)"; %NULL if they have none
 */
char *
tl_receipt_file_dup_advice (const TlReceiptFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; file->advice != NULL && i < file->advice->len;)
    {
      TlSeverity severity = g_array_index (file->advice, TlReceiptAdvice, i).severity;
      g_autoptr (GString) codes = g_string_new (NULL);
      guint n = 0;

      for (; i < file->advice->len && g_array_index (file->advice, TlReceiptAdvice, i).severity == severity; i++)
        {
          const TlReceiptAdvice *advice = &g_array_index (file->advice, TlReceiptAdvice, i);

          n += advice->problems;
          g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", advice->rule->code);
        }

      g_autofree char *number = dup_number (severity, n);

      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", number, codes->str);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
