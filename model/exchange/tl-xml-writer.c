/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a review as XML, in the one canonical form: the same review gives the same bytes. */
#include "config.h"

#include "model/exchange/tl-xml-writer.h"

#include <string.h>

#include "model/exchange/tl-form.h"

#define FLUSH_BYTES (256 * 1024)

typedef struct {
  TlReview      *review;
  const TlForm  *form;
  GString       *out; /* owned */
  GOutputStream *stream;
  GCancellable  *cancellable;
} Writer;

/**
 * tl_xml_append_text:
 * @out: where to
 * @text: clean text
 * @attribute: whether it stands between quotation marks
 *
 * Appends @text so that any XML reader gives exactly @text back.
 */
void
tl_xml_append_text (GString    *out,
                    const char *text,
                    gboolean    attribute)
{
  const char *special = attribute ? "&<>\"\n\t\r" : "&<>\r";

  while (*text != '\0')
    {
      gsize plain = strcspn (text, special);

      g_string_append_len (out, text, (gssize) plain);
      text += plain;
      switch (*text)
        {
        case '\0':
          return;
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        default:
          g_string_append_printf (out, "&#%d;", *text);
          break;
        }
      text++;
    }
}

static gboolean
flush (Writer   *writer,
       gsize     above,
       GError  **error)
{
  if (writer->out->len <= above)
    return TRUE;
  if (!g_output_stream_write_all (writer->stream, writer->out->str, writer->out->len, NULL, writer->cancellable, error))
    return FALSE;
  g_string_truncate (writer->out, 0);
  return TRUE;
}

static int
compare_strings (const void *a,
                 const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
start_root (Writer   *writer,
            TlExport *export)
{
  guint n;
  g_autofree char **schemes = (char **) g_hash_table_get_keys_as_array (export->typologies, &n);

  g_string_append_printf (writer->out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<throughline xmlns=\"" TL_FORM_NAMESPACE "\" format=\"" TL_FORM_VERSION "\" tier=\"%s\"",
                          tl_tier_get_name (export->tier));
  qsort (schemes, n, sizeof (char *), compare_strings);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (writer->out, " typology-%s=\"", schemes[i]);
      tl_xml_append_text (writer->out, g_hash_table_lookup (export->typologies, schemes[i]), TRUE);
      g_string_append_c (writer->out, '"');
    }
  g_string_append (writer->out, ">\n");
}

static void
append_attribute (Writer              *writer,
                  const TlPlainRecord *record,
                  const TlFormKind    *kind,
                  const TlFormSlot    *slot)
{
  const TlValue *value = &record->values[slot->field];

  if (value->type == TL_VALUE_UNSET || (value->type == TL_VALUE_TEXT && value->ref != slot->ref))
    return;

  g_autofree char *text = tl_value_dup_string (value, tl_form_get_field (kind, slot->field));

  g_string_append_printf (writer->out, " %s=\"", slot->name);
  tl_xml_append_text (writer->out, text, TRUE);
  g_string_append_c (writer->out, '"');
}

static void
append_text_element (Writer     *writer,
                     const char *name,
                     const char *text)
{
  g_string_append_printf (writer->out, "    <%s>", name);
  tl_xml_append_text (writer->out, text, FALSE);
  g_string_append_printf (writer->out, "</%s>\n", name);
}

static gboolean
append_element (Writer              *writer,
                const TlPlainRecord *record,
                const TlFormSlot    *slot,
                GError             **error)
{
  const TlField *field = &record->kind->fields[slot->field];
  const TlValue *value = &record->values[slot->field];

  if (value->type == TL_VALUE_LIST)
    {
      for (guint i = 0; value->list[i] != NULL; i++)
        if (field->type == TL_FIELD_REFS)
          g_string_append_printf (writer->out, "    <%s ref=\"%s\"/>\n", slot->name, value->list[i]);
        else
          append_text_element (writer, slot->name, value->list[i]);
    }
  else if (value->type == TL_VALUE_TEXT && field->type == TL_FIELD_BODY)
    {
      g_autofree char *body = tl_review_dup_body (writer->review, value->text, error);

      if (body == NULL)
        return FALSE;
      append_text_element (writer, slot->name, body);
    }
  else if (value->type == TL_VALUE_TEXT)
    append_text_element (writer, slot->name, value->text);
  return TRUE;
}

static gboolean
has_elements (const TlPlainRecord *record,
              const TlFormKind    *kind)
{
  for (guint i = 0; i < kind->n_elements; i++)
    if (record->values[kind->elements[i].field].type != TL_VALUE_UNSET)
      return TRUE;
  return FALSE;
}

static gboolean
append_record (Writer               *writer,
               const TlPlainRecord  *record,
               GError              **error)
{
  const TlFormKind *kind = tl_form_get_kind (writer->form, record->kind);

  g_string_append_printf (writer->out, "  <%s id=\"%s\"", record->kind->name, record->id);
  for (guint i = 0; i < kind->n_attributes; i++)
    append_attribute (writer, record, kind, &kind->attributes[i]);

  if (!has_elements (record, kind))
    {
      g_string_append (writer->out, "/>\n");
      return TRUE;
    }
  g_string_append (writer->out, ">\n");
  for (guint i = 0; i < kind->n_elements; i++)
    if (!append_element (writer, record, &kind->elements[i], error))
      return FALSE;
  g_string_append_printf (writer->out, "  </%s>\n", record->kind->name);
  return TRUE;
}

static gboolean
write_export (Writer    *writer,
              TlExport  *export,
              GError   **error)
{
  start_root (writer, export);
  for (guint i = 0; i < export->records->len; i++)
    if (g_cancellable_set_error_if_cancelled (writer->cancellable, error)
        || !append_record (writer, g_ptr_array_index (export->records, i), error)
        || !flush (writer, FLUSH_BYTES, error))
      return FALSE;
  g_string_append (writer->out, "</throughline>\n");
  return flush (writer, 0, error);
}

/**
 * tl_xml_dup_export:
 * @export: what leaves, without the body of any source
 *
 * For what was put together without a review.
 *
 * Returns: (transfer full): the file
 */
char *
tl_xml_dup_export (TlExport *export)
{
  g_return_val_if_fail (export != NULL, NULL);

  Writer writer = { NULL, tl_form_get (export->tier), g_string_sized_new (FLUSH_BYTES), NULL, NULL };

  start_root (&writer, export);
  for (guint i = 0; i < export->records->len; i++)
    append_record (&writer, g_ptr_array_index (export->records, i), NULL);
  g_string_append (writer.out, "</throughline>\n");
  return g_string_free (writer.out, FALSE);
}

/**
 * tl_export_xml:
 * @review: a review
 * @tier: to whom
 * @options: how
 * @stream: where to; stays open
 * @report: (out) (optional) (transfer full): what leaves and what stays
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes what of @review leaves in @tier.
 *
 * Returns: %FALSE with @error, and then a part may have been written
 */
gboolean
tl_export_xml (TlReview         *review,
               TlTier            tier,
               TlExportOptions   options,
               GOutputStream    *stream,
               TlExportReport  **report,
               GCancellable     *cancellable,
               GError          **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && G_IS_OUTPUT_STREAM (stream), FALSE);

  g_autoptr (TlExport) export = tl_export_new (review, tier, options, error);

  if (export == NULL)
    return FALSE;

  g_autoptr (GString) out = g_string_sized_new (FLUSH_BYTES * 2);
  Writer writer = { review, tl_form_get (tier), out, stream, cancellable };

  if (!write_export (&writer, export, error))
    return FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&export->report);
  return TRUE;
}

/**
 * tl_export_xml_path:
 * @review: a review
 * @tier: to whom
 * @options: how
 * @path: the file to write, see tl_export_write()
 * @report: (out) (optional) (transfer full): what leaves and what stays
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: %FALSE with @error, and then @path is as it was
 */
gboolean
tl_export_xml_path (TlReview         *review,
                    TlTier            tier,
                    TlExportOptions   options,
                    const char       *path,
                    TlExportReport  **report,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && path != NULL, FALSE);

  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (TlExportReport) made = NULL;

  if (!tl_export_xml (review, tier, options, memory, &made, cancellable, error)
      || !g_output_stream_close (memory, cancellable, error))
    return FALSE;

  GMemoryOutputStream *bytes = G_MEMORY_OUTPUT_STREAM (memory);

  if (!tl_export_write (g_memory_output_stream_get_data (bytes),
                        (gssize) g_memory_output_stream_get_data_size (bytes), path, error))
    return FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&made);
  return TRUE;
}
