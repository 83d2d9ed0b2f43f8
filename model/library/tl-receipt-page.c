/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A receipt as a page to be read, kept and printed: when, from where, how many of what, what was not taken in and why,
 * and every file. */
#include "config.h"

#include "model/library/tl-receipt-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/checks/tl-checks.h"
#include "model/report/tl-report-styled.h"

#define STYLE "receipt.xsl"

/**
 * tl_receipt_dup_title:
 *
 * Returns: (transfer full): what it is called
 */
char *
tl_receipt_dup_title (const TlReceipt *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strdup_printf (_("Receipt %" G_GINT64_FORMAT " of a gathering"), self->number);
}

/**
 * tl_receipt_dup_began:
 *
 * Returns: (transfer full): when it began, in words
 */
char *
tl_receipt_dup_began (const TlReceipt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GDateTime) began = g_date_time_new_from_unix_local (self->began / 1000);

  /* Translators: a date with the time of day; see g_date_time_format() */
  return began != NULL ? g_date_time_format (began, _("%e %B %Y, %H:%M")) : g_strdup ("");
}

/**
 * tl_receipt_dup_places:
 *
 * Returns: (transfer full): from where, one place a line
 */
char *
tl_receipt_dup_places (const TlReceipt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *places = g_string_new (NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      g_autofree char *name = g_filename_display_name (g_ptr_array_index (self->places, i));

      g_string_append_printf (places, "%s%s", i > 0 ? "\n" : "", name);
    }
  return g_string_free (places, FALSE);
}

/**
 * tl_receipt_dup_stopped:
 *
 * Returns: (transfer full) (nullable): why it ends before all files were looked at, and what to do; %NULL if it does
 *   not
 */
char *
tl_receipt_dup_stopped (const TlReceipt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->stopped != NULL)
    return g_strdup_printf (_("%s What is on this receipt was taken in and stays. To go on, add the same files again; "
                              "those taken in already are recognised."), self->stopped);
  if (self->ended == 0)
    return g_strdup (_("It never came to its end, or is still under way. What is on this receipt was taken in and "
                       "stays. To go on, add the same files again; those taken in already are recognised."));
  return NULL;
}

/**
 * tl_receipt_file_dup_outcome:
 *
 * Returns: (transfer full): what became of it, and what the rules have to say of it, on one line
 */
char *
tl_receipt_file_dup_outcome (const TlReceiptFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  g_autofree char *advice = tl_receipt_file_dup_advice (file);
  const char *title = tl_outcome_get_title (file->outcome);

  /* Translators: what became of a file, and what the rules have to say of it */
  return advice != NULL ? g_strdup_printf (_("%s; %s"), title, advice) : g_strdup (title);
}

/**
 * tl_receipt_rule_dup_name:
 *
 * Returns: (transfer full): the number of the rule and what it looks for
 */
char *
tl_receipt_rule_dup_name (const TlReceiptRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *title = tl_check_rule_dup_title (self->rule, NULL);

  return g_strdup_printf ("%s  %s", self->rule->code, title);
}

/* The document that is styled */

static xmlNodePtr
add_element (xmlNodePtr  parent,
             const char *name,
             const char *attribute,
             const char *value,
             const char *text)
{
  xmlNodePtr node = xmlNewTextChild (parent, parent->ns, BAD_CAST name, BAD_CAST text);

  if (attribute != NULL)
    xmlSetProp (node, BAD_CAST attribute, BAD_CAST value);
  return node;
}

static void
add_facts (xmlNodePtr       root,
           const TlReceipt *receipt)
{
  g_autofree char *began = tl_receipt_dup_began (receipt);
  g_autofree char *places = tl_receipt_dup_places (receipt);
  g_auto (GStrv) lines = g_strsplit (places, "\n", -1);
  g_autofree char *stopped = tl_receipt_dup_stopped (receipt);

  add_element (root, "fact", "term", _("When"), began);
  for (guint i = 0; lines[i] != NULL; i++)
    add_element (root, "fact", "term", i == 0 ? _("From") : "", lines[i]);
  for (guint i = 0; i < TL_N_OUTCOMES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u: %s", receipt->counts[i], tl_outcome_get_meaning (i));

      add_element (root, "fact", "term", tl_outcome_get_title (i), count);
    }
  if (stopped != NULL)
    add_element (root, "note", NULL, NULL, stopped);
}

static xmlNodePtr
add_list (xmlNodePtr  root,
          const char *title,
          const char *of,
          const char *what)
{
  xmlNodePtr list = add_element (root, "list", "title", title, NULL);

  xmlSetProp (list, BAD_CAST "file", BAD_CAST of);
  xmlSetProp (list, BAD_CAST "what", BAD_CAST what);
  return list;
}

static void
add_quarantined (xmlNodePtr       root,
                 const TlReceipt *receipt)
{
  xmlNodePtr list = NULL;

  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);

      if (file->outcome != TL_OUTCOME_QUARANTINED)
        continue;
      if (list == NULL)
        list = add_list (root, _("Not taken in"), _("File"), _("Why"));
      add_element (list, "file", "name", file->file, file->reason);
    }
}

/* The rules never keep a record out: what they say is for who sent it. */
static void
add_rules (xmlNodePtr       root,
           const TlReceipt *receipt)
{
  g_autoptr (GArray) rules = tl_receipt_count_advice (receipt);
  xmlNodePtr list = rules->len > 0 ? add_list (root, _("What the rules say"), _("Rule"), _("Of how many records"))
                                   : NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const TlReceiptRule *counted = &g_array_index (rules, TlReceiptRule, i);
      g_autofree char *name = tl_receipt_rule_dup_name (counted);
      g_autofree char *records = g_strdup_printf ("%u", counted->records);

      add_element (list, "file", "name", name, records);
    }
}

static void
add_files (xmlNodePtr       root,
           const TlReceipt *receipt)
{
  xmlNodePtr list = NULL;

  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);
      g_autofree char *became = tl_receipt_file_dup_outcome (file);

      if (list == NULL)
        list = add_list (root, _("Every file"), _("File"), _("What became of it"));
      add_element (list, "file", "name", file->file, became);
    }
}

static xmlDocPtr
make_document (const TlReceipt *receipt,
               const char      *library)
{
  xmlDocPtr document = xmlNewDoc (BAD_CAST "1.0");
  xmlNodePtr root = xmlNewNode (NULL, BAD_CAST "receipt");
  g_autofree char *title = tl_receipt_dup_title (receipt);

  xmlDocSetRootElement (document, root);
  xmlSetNs (root, xmlNewNs (root, BAD_CAST TL_REPORT_NAMESPACE, NULL));
  xmlSetProp (root, BAD_CAST "title", BAD_CAST title);
  xmlSetProp (root, BAD_CAST "library", BAD_CAST library);
  add_facts (root, receipt);
  add_quarantined (root, receipt);
  add_rules (root, receipt);
  add_files (root, receipt);
  return document;
}

/**
 * tl_receipt_page_new:
 * @receipt: a receipt with its files
 * @library: what the library is called
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the page; %NULL if its style can't be used
 */
TlReport *
tl_receipt_page_new (const TlReceipt  *receipt,
                     const char       *library,
                     GError          **error)
{
  g_return_val_if_fail (receipt != NULL && receipt->files != NULL && library != NULL, NULL);

  xmlDocPtr document = make_document (receipt, library);
  TlReport *report = tl_report_new_styled (document, STYLE, error);

  xmlFreeDoc (document);
  return report;
}

static void
append_rules (GString         *text,
              const TlReceipt *receipt)
{
  g_autoptr (GArray) rules = tl_receipt_count_advice (receipt);

  if (rules->len == 0)
    return;
  g_string_append_printf (text, "%s\n", _("Of how many of these records the rules have something to say:"));
  for (guint i = 0; i < rules->len; i++)
    {
      const TlReceiptRule *counted = &g_array_index (rules, TlReceiptRule, i);
      g_autofree char *name = tl_receipt_rule_dup_name (counted);

      g_string_append_printf (text, "%6u  %s\n", counted->records, name);
    }
  g_string_append_c (text, '\n');
}

/**
 * tl_receipt_page_dup_text:
 * @receipt: a receipt with its files
 * @library: what the library is called
 *
 * Returns: (transfer full): the same as plain text
 */
char *
tl_receipt_page_dup_text (const TlReceipt *receipt,
                          const char      *library)
{
  g_return_val_if_fail (receipt != NULL && receipt->files != NULL && library != NULL, NULL);

  GString *text = g_string_new (NULL);
  g_autofree char *title = tl_receipt_dup_title (receipt);
  g_autofree char *began = tl_receipt_dup_began (receipt);
  g_autofree char *places = tl_receipt_dup_places (receipt);
  g_autofree char *stopped = tl_receipt_dup_stopped (receipt);

  g_string_append_printf (text, "%s: %s\n%s\n%s\n\n", library, title, began, places);
  for (guint i = 0; i < TL_N_OUTCOMES; i++)
    g_string_append_printf (text, "%6u  %s. %s.\n", receipt->counts[i], tl_outcome_get_title (i),
                            tl_outcome_get_meaning (i));
  if (stopped != NULL)
    g_string_append_printf (text, "\n%s\n", stopped);
  g_string_append_c (text, '\n');
  append_rules (text, receipt);
  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);
      g_autofree char *became = tl_receipt_file_dup_outcome (file);

      g_string_append_printf (text, "%s: %s\n", file->file, became);
      if (file->reason != NULL)
        g_string_append_printf (text, "    %s\n", file->reason);
    }
  return g_string_free (text, FALSE);
}

/**
 * tl_receipt_page_save:
 * @receipt: a receipt with its files
 * @library: what the library is called
 * @path: a file, whose ending says as what: ".html", ".pdf", ".odt", or any other for plain text
 * @error: return location
 *
 * Writes the receipt to a file that needs nothing beside itself.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_receipt_page_save (const TlReceipt  *receipt,
                      const char       *library,
                      const char       *path,
                      GError          **error)
{
  g_return_val_if_fail (receipt != NULL && library != NULL && path != NULL, FALSE);

  const char *ending = strrchr (path, '.');
  TlReportFormat format;

  if (ending == NULL || !tl_report_format_parse (ending + 1, &format))
    {
      g_autofree char *text = tl_receipt_page_dup_text (receipt, library);

      return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
    }

  g_autoptr (TlReport) report = tl_receipt_page_new (receipt, library, error);
  g_autoptr (GBytes) bytes = report != NULL ? tl_report_write (report, format, NULL, NULL, NULL, error) : NULL;

  return bytes != NULL
         && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
