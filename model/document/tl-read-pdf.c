/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF, through poppler's own programs: the format is too large, and too often an attack, to be parsed where reviews
 * are open. */
#define _GNU_SOURCE

#include "config.h"

#include "model/document/tl-child-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/base/tl-error.h"

#define MAX_PROPERTIES (64 * 1024)

/* A file in memory, so that no copy of the document is left on a disk. Returns -1 if there is none. */
static int
open_copy (TlDraft *draft,
           GBytes  *bytes)
{
  gsize n, written = 0;
  const char *data = g_bytes_get_data (bytes, &n);
  int file = memfd_create ("document", MFD_CLOEXEC);

  while (file >= 0 && written < n)
    {
      gssize step = write (file, data + written, n - written);

      if (step < 0 && errno != EINTR)
        break;
      written += (gsize) MAX (step, 0);
    }
  if (file >= 0 && written == n)
    return file;
  _tl_draft_refuse (draft, TL_ERROR_FAILED, _("There is no memory to read it in: %s."), g_strerror (errno));
  if (file >= 0)
    close (file);
  return -1;
}

/* Runs one of poppler's programs on the document. */
static GByteArray *
run (TlDraft           *draft,
     const char *const *arguments,
     int                file,
     gsize              max_output,
     TlChildEnd        *end)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  const char *line[8] = { program };

  if (program == NULL)
    {
      _tl_draft_refuse (draft, TL_ERROR_NOT_FOUND,
                        _("Reading PDF takes the program %s, which is not installed. It is in the package "
                          "poppler-utils."),
                        arguments[0]);
      return NULL;
    }
  for (guint i = 1; arguments[i] != NULL && i + 1 < G_N_ELEMENTS (line); i++)
    line[i] = arguments[i];
  lseek (file, 0, SEEK_SET);
  return _tl_child_run (line, file, max_output, draft->cancellable, end, draft->error == NULL ? &draft->error : NULL);
}

static gboolean
is_encrypted (GBytes *bytes)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  return memmem (data, n, "/Encrypt", strlen ("/Encrypt")) != NULL;
}

/* Why there is no text, if there is none. */
static void
tell_end (TlDraft          *draft,
          const TlChildEnd *end,
          GBytes           *bytes)
{
  int signal = WIFSIGNALED (end->status) ? WTERMSIG (end->status) : 0;

  if (end->overflowed)
    _tl_draft_refuse (draft, TL_ERROR_TOO_LARGE, _("It holds more than 64 MB of text. Divide it."));
  else if (end->timed_out || signal == SIGXCPU || signal == SIGKILL)
    _tl_draft_refuse (draft, TL_ERROR_TOO_LARGE, _("It takes longer to read than a sound document does."));
  else if (signal != 0)
    _tl_draft_refuse (draft, TL_ERROR_DAMAGED, _("It could not be read: pdftotext broke off over it."));
  else if (WEXITSTATUS (end->status) != 0 && is_encrypted (bytes))
    _tl_draft_refuse (draft, TL_ERROR_INVALID,
                      _("It is encrypted. Open it with its password, and print it to a new PDF."));
  else if (WEXITSTATUS (end->status) != 0)
    _tl_draft_refuse (draft, TL_ERROR_DAMAGED, _("It is damaged or cut short, or no PDF: no page of it can be read."));
}

static gboolean
is_blank (GByteArray *text)
{
  for (guint i = 0; i < text->len; i++)
    if (!g_ascii_isspace (text->data[i]))
      return FALSE;
  return TRUE;
}

/* Title and date are asked for apart: they may be missing, and then nothing is wrong. */
static void
read_properties (TlDraft *draft,
                 int      file)
{
  static const char *const arguments[] = { "pdfinfo", "-enc", "UTF-8", "-isodates", "-", NULL };
  TlChildEnd end;
  g_autoptr (GByteArray) said = run (draft, arguments, file, MAX_PROPERTIES, &end);

  if (said == NULL || end.status != 0)
    return;

  g_autofree char *text = g_strndup ((const char *) said->data, said->len);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Title:"))
      _tl_draft_set_title (draft, lines[i] + strlen ("Title:"));
    else if (g_str_has_prefix (lines[i], "CreationDate:"))
      _tl_draft_set_date (draft, g_strstrip (lines[i] + strlen ("CreationDate:")));
}

void
_tl_read_pdf (TlDraft *draft,
              GBytes  *bytes)
{
  static const char *const arguments[] = { "pdftotext", "-q", "-enc", "UTF-8", "-", "-", NULL };
  int file = open_copy (draft, bytes);
  TlChildEnd end;

  if (file < 0)
    return;

  g_autoptr (GByteArray) text = run (draft, arguments, file, TL_DOCUMENT_MAX_TEXT, &end);

  if (text != NULL)
    tell_end (draft, &end, bytes);
  if (draft->error == NULL && is_blank (text))
    _tl_draft_refuse (draft, TL_ERROR_INVALID,
                      _("Its pages are pictures without text. Have their text recognised (OCR) first."));
  if (draft->error == NULL)
    read_properties (draft, file);
  if (draft->error == NULL)
    _tl_draft_add_pages (draft, (const char *) text->data, text->len);
  close (file);
}
