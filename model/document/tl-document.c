/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file from outside as text: finds out what it is by what is in it, lets the reader of that format read it, and says
 * what was changed or left out. Every file is hostile: nothing is fetched, nothing is run, size and time are bounded.
 * Pure functions, for any thread. */
#include "config.h"

#include "model/document/tl-package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-load.h"

/* How far in a format shows. */
#define HEAD_BYTES 1024

typedef void (*Reader) (TlDraft *draft, GBytes *bytes);

static gboolean
has_ending (const char        *name,
            const char *const *endings)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (lower, *endings))
      return TRUE;
  return FALSE;
}

/* Anything between "<" and the end of the head that only HTML has. */
static gboolean
looks_like_html (const char *head)
{
  static const char *const marks[] = { "<!doctype html", "<html", "<head", "<body" };
  g_autofree char *lower = g_ascii_strdown (head, -1);

  if (lower[strspn (lower, " \t\r\n\xef\xbb\xbf")] != '<')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (lower, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What a zip is, its members tell. A template is read like a text. */
static void
read_zip (TlDraft *draft,
          GBytes  *bytes)
{
  TlPackage package;

  if (_tl_package_open (&package, draft, bytes))
    {
      if (_tl_package_has (&package, "word/document.xml"))
        _tl_read_docx (&package);
      else if (_tl_package_is (&package, "application/vnd.oasis.opendocument.text"))
        _tl_read_odt (&package);
      else
        _tl_draft_refuse (draft, TL_ERROR_NOT_OURS,
                          _("It is a zip, but not the text document that an ODT or DOCX is."));
    }
  _tl_package_clear (&package);
}

static Reader
choose_reader (TlDraft    *draft,
               GBytes     *bytes,
               const char *name)
{
  static const char *const html[] = { ".html", ".htm", ".xhtml", NULL };
  static const char *const markdown[] = { ".md", ".markdown", NULL };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = MIN (length, HEAD_BYTES);
  g_autofree char *head = g_strndup (n > 0 ? data : "", n);

  if (n >= 4 && memcmp (data, "PK\003\004", 4) == 0)
    return read_zip;
  if (strstr (head, "%PDF-") != NULL)
    return _tl_read_pdf;
  if (looks_like_html (head) || has_ending (name, html))
    return _tl_read_html;
  if (n >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
    _tl_draft_refuse (draft, TL_ERROR_NOT_OURS,
                      _("It is an old Word document (.doc), or one with a password. Save it as DOCX or ODT, without."));
  else if (g_str_has_prefix (head, "{\\rtf"))
    _tl_draft_refuse (draft, TL_ERROR_NOT_OURS, _("It is Rich Text. Save it as DOCX or ODT."));
  else
    return has_ending (name, markdown) ? _tl_read_markdown : _tl_read_plain;
  return NULL;
}

/**
 * tl_document_read_bytes:
 * @bytes: the contents of a file
 * @name: its name, for Markdown and for want of a title
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads a document. What it is, is seen from its contents; only Markdown is told by its name.
 *
 * Returns: (transfer full): the document, or %NULL with a sentence that says where in the file and why, but leaves its
 *   name to the caller; no document comes without any text
 */
TlDocument *
tl_document_read_bytes (GBytes        *bytes,
                        const char    *name,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  g_autoptr (TlDraft) draft = _tl_draft_new (cancellable);
  Reader reader = NULL;

  if (g_bytes_get_size (bytes) > TL_DOCUMENT_MAX_BYTES)
    _tl_draft_refuse (draft, TL_ERROR_TOO_LARGE, _("It is larger than 256 MB."));
  else if (g_bytes_get_size (bytes) == 0)
    _tl_draft_refuse (draft, TL_ERROR_INVALID, _("It is empty."));
  else
    reader = choose_reader (draft, bytes, name);
  if (reader != NULL)
    reader (draft, bytes);

  TlDocument *document = _tl_draft_finish (draft, name, bytes);

  if (document != NULL)
    return document;
  g_propagate_error (error, g_steal_pointer (&draft->error));
  return NULL;
}

/**
 * tl_document_read:
 * @path: a file
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): as tl_document_read_bytes()
 */
TlDocument *
tl_document_read (const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = tl_load_file (path, TL_DOCUMENT_MAX_BYTES, cancellable, error);

  return bytes != NULL ? tl_document_read_bytes (bytes, name, cancellable, error) : NULL;
}

/**
 * tl_document_decode:
 * @bytes: a plain text, in whatever encoding
 * @error: return location
 *
 * Returns: (transfer full): its characters, without a byte order mark but otherwise untouched, or %NULL when it is no
 *   text
 */
char *
tl_document_decode (GBytes  *bytes,
                    GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  g_autoptr (TlDraft) draft = _tl_draft_new (NULL);
  char *text = _tl_decode (draft, bytes, NULL);

  if (text == NULL)
    g_propagate_error (error, g_steal_pointer (&draft->error));
  return text;
}

/**
 * tl_document_free:
 * @self: (transfer full): a document
 */
void
tl_document_free (TlDocument *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->text);
  g_array_unref (self->page_starts);
  g_free (self->digest);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
