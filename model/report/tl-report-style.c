/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a stylesheet from the data: the person's own before ours, so that a board can restyle its reports. It reads
 * nothing but the document it is given, writes nothing, reaches no network, and is stopped where it would go on for
 * ever. What it includes comes from the same folder. */
#include "config.h"

#include "model/report/tl-report-private.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define FOLDER "reports/"
/* Far above what a large review takes; below what anyone would wait for. */
#define MAX_OPERATIONS 200000000

/* The first thing libxslt has to say is kept: what follows from it is noise. */
static void keep_message (void       *context,
                          const char *format,
                          ...) G_GNUC_PRINTF (2, 3);

static void
keep_message (void       *context,
              const char *format,
              ...)
{
  GString *message = context;
  va_list arguments;

  if (strchr (message->str, '\n') != NULL)
    return;
  va_start (arguments, format);
  g_string_append_vprintf (message, format, arguments);
  va_end (arguments);
}

static void
set_error (GError     **error,
           const char  *path,
           const char  *message)
{
  g_autofree char *name = tl_data_describe (path);
  g_autofree char *plain = g_strdup (message);

  g_strdelimit (plain, "\n", ' ');
  g_strstrip (plain);
  g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” can’t be used as a style for reports: %s"), name,
               plain[0] != '\0' ? plain : _("it is not a stylesheet."));
}

static xmlDocPtr
load (const char  *name,
      GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = tl_data_load (path, error);

  if (bytes == NULL)
    return NULL;

  xmlDocPtr document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), name, NULL,
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  if (document == NULL)
    {
      const xmlError *fault = xmlGetLastError ();
      g_autofree char *message
          = fault != NULL ? g_strdup_printf (_("line %d: %s"), fault->line, fault->message) : g_strdup ("");

      set_error (error, path, message);
    }
  return document;
}

static gboolean
is_include (xmlNodePtr node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && xmlStrEqual (node->ns->href, XSLT_NAMESPACE)
         && xmlStrEqual (node->name, BAD_CAST "include");
}

/* Puts what a stylesheet includes in the place where it is included; an included one includes no other. */
static gboolean
include (xmlDocPtr   document,
         GError    **error)
{
  xmlNodePtr root = xmlDocGetRootElement (document), next;

  for (xmlNodePtr node = root->children; node != NULL; node = next)
    {
      next = node->next;
      if (!is_include (node))
        continue;

      g_autofree char *name = _tl_node_dup_attribute (node, "href");
      xmlDocPtr included = load (name != NULL ? name : "", error);

      if (included == NULL)
        return FALSE;
      for (xmlNodePtr child = xmlDocGetRootElement (included)->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
          xmlAddPrevSibling (node, xmlDocCopyNode (child, document, 1));
      xmlFreeDoc (included);
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
  return TRUE;
}

static xsltSecurityPrefsPtr
forbid_everything (void)
{
  static const xsltSecurityOption options[] = { XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                                XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                                XSLT_SECPREF_WRITE_NETWORK };
  xsltSecurityPrefsPtr preferences = xsltNewSecurityPrefs ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (preferences, options[i], xsltSecurityForbid);
  return preferences;
}

static xmlDocPtr
transform (xsltStylesheetPtr  style,
           xmlDocPtr          source,
           GString           *message)
{
  xsltTransformContextPtr context = xsltNewTransformContext (style, source);
  xsltSecurityPrefsPtr preferences = forbid_everything ();
  xmlDocPtr result;

  context->opLimit = MAX_OPERATIONS;
  context->xpathCtxt->opLimit = MAX_OPERATIONS;
  xsltSetTransformErrorFunc (context, message, keep_message);
  xsltSetCtxtSecurityPrefs (preferences, context);
  result = xsltApplyStylesheetUser (style, source, NULL, NULL, NULL, context);
  if (result != NULL && (context->state != XSLT_STATE_OK || xmlDocGetRootElement (result) == NULL))
    g_clear_pointer (&result, xmlFreeDoc);
  xsltFreeTransformContext (context);
  xsltFreeSecurityPrefs (preferences);
  return result;
}

/* Runs the stylesheet @document, which it frees. What libxslt has to say it says to functions that all threads
 * share. */
static xmlDocPtr
run (xmlDocPtr  document,
     xmlDocPtr  source,
     GString   *message)
{
  static GMutex mutex;
  xsltStylesheetPtr style;
  xmlDocPtr result = NULL;

  g_mutex_lock (&mutex);
  xsltSetGenericErrorFunc (message, keep_message);
  xmlSetGenericErrorFunc (message, keep_message);
  style = xsltParseStylesheetDoc (document);
  if (style != NULL)
    result = transform (style, source, message);
  else
    xmlFreeDoc (document);
  xsltFreeStylesheet (style);
  xmlSetGenericErrorFunc (NULL, NULL);
  xsltSetGenericErrorFunc (NULL, NULL);
  g_mutex_unlock (&mutex);
  return result;
}

/*
 * Applies the stylesheet "reports/@name" to @source.
 *
 * Returns: (transfer full): what it made; NULL with TL_ERROR_INVALID, or an error of tl_data_load()
 */
xmlDocPtr
_tl_report_style (xmlDocPtr    source,
                  const char  *name,
                  GError     **error)
{
  xmlDocPtr document = load (name, error), result = NULL;
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GString) message = g_string_new (NULL);

  if (document == NULL || !include (document, error))
    {
      g_clear_pointer (&document, xmlFreeDoc);
      return NULL;
    }

  result = run (document, source, message);
  if (result == NULL)
    set_error (error, path, message->str);
  return result;
}
