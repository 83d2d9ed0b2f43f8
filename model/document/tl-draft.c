/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a document while it is being read: words and breaks come in, one clean text with its pages comes out.
 * Holds every reader to the same limits of length and time. */
#include "config.h"

#include "model/document/tl-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-date.h"
#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

/* Reading 8 MB of text takes under a second; what takes a minute was made to. */
#define MAX_SECONDS 60
#define CALLS_BETWEEN_LOOKS 1024
#define MAX_TITLE 300
#define MAX_PAGES 100000
#define FIRST_PLAUSIBLE_DAY "1970-01-02"

TlDraft *
_tl_draft_new (GCancellable *cancellable)
{
  TlDraft *self = g_new0 (TlDraft, 1);

  self->text = g_string_new (NULL);
  self->page_starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  return self;
}

void
_tl_draft_free (TlDraft *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->page_starts);
  g_ptr_array_unref (self->notes);
  g_free (self->title);
  g_free (self->date);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}

/* The first thing that is wrong is kept. */
void
_tl_draft_refuse (TlDraft    *self,
                  int         code,
                  const char *format,
                  ...)
{
  if (self->error != NULL)
    return;

  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (&self->error, TL_ERROR, code, message);
}

/* Whether there is time and room left, and nothing was wrong; to be asked by every loop of a reader. */
gboolean
_tl_draft_goes_on (TlDraft *self)
{
  if (self->error != NULL)
    return FALSE;
  if (self->text->len > TL_DOCUMENT_MAX_TEXT)
    _tl_draft_refuse (self, TL_ERROR_TOO_LARGE, _("It holds more than 64 MB of text. Divide it."));
  else if (self->n_calls++ % CALLS_BETWEEN_LOOKS == 0
           && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error)
           && g_get_monotonic_time () > self->deadline)
    _tl_draft_refuse (self, TL_ERROR_TOO_LARGE, _("It takes more than a minute to read, as no sound document does."));
  return self->error == NULL;
}

/* Lets out what was waiting for something to follow. */
static void
settle (TlDraft *self)
{
  gsize length = self->text->len;

  for (; self->breaks > 0 && length > 0; self->breaks--)
    g_string_append_c (self->text, '\n');
  self->breaks = 0;

  length = self->text->len;
  if (self->space && length > 0 && strchr ("\n\t ", self->text->str[length - 1]) == NULL)
    g_string_append_c (self->text, ' ');
  self->space = FALSE;

  length = self->text->len;
  for (; self->pages > 0; self->pages--)
    g_array_append_val (self->page_starts, length);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Adds a word, as parsers give it out: only what is below a space, or is coded like U+FFFE, can be no character. */
static void
append_word (TlDraft    *self,
             const char *word,
             gsize       length)
{
  gboolean plain = TRUE;

  for (gsize i = 0; plain && i < length; i++)
    plain = (guchar) word[i] > ' ' && (guchar) word[i] != 0xef;
  if (plain)
    {
      g_string_append_len (self->text, word, (gssize) length);
      return;
    }

  g_autofree char *clean = tl_text_normalise (word, (gssize) length, NULL);

  g_string_append (self->text, clean);
}

/* Takes in a stretch of running text, in UTF-8: any white space in it is one space, if something follows. */
void
_tl_draft_add (TlDraft    *self,
               const char *text,
               gsize       length)
{
  const char *end = text + length;

  while (text < end && _tl_draft_goes_on (self))
    {
      const char *word = text;

      while (text < end && !is_space (*text))
        text++;
      if (text > word)
        {
          settle (self);
          append_word (self, word, (gsize) (text - word));
        }
      for (; text < end && is_space (*text); text++)
        self->space = TRUE;
    }
}

/* Takes in lines as they stand. */
void
_tl_draft_add_verbatim (TlDraft    *self,
                        const char *text,
                        gsize       length)
{
  TlTextChanges changes;
  g_autofree char *clean = tl_text_normalise (text, (gssize) length, &changes);

  if (changes & TL_TEXT_BAD_UTF8)
    _tl_draft_note (self, _("Bytes that are no characters were replaced by �."));
  if (changes & TL_TEXT_CONTROLS)
    _tl_draft_note (self, _("Control characters were left out."));
  if (*clean == '\0' || !_tl_draft_goes_on (self))
    return;
  settle (self);
  g_string_append (self->text, clean);
}

/* Takes in lines that form feeds divide into pages; the last page may be closed by one. */
void
_tl_draft_add_pages (TlDraft    *self,
                     const char *text,
                     gsize       length)
{
  const char *end = text + length;
  const char *feed = length > 0 ? memchr (text, '\f', length) : NULL;

  if (feed != NULL)
    _tl_draft_begin_page (self);
  while (feed != NULL && _tl_draft_goes_on (self))
    {
      _tl_draft_add_verbatim (self, text, (gsize) (feed - text));
      text = feed + 1;
      feed = text < end ? memchr (text, '\f', (gsize) (end - text)) : NULL;
      if (feed != NULL || text < end)
        _tl_draft_begin_page (self);
    }
  _tl_draft_add_verbatim (self, text, (gsize) (end - text));
}

/* Takes in a mark such as "•" or a tab, with no space but its own. */
void
_tl_draft_add_mark (TlDraft    *self,
                    const char *mark)
{
  if (!_tl_draft_goes_on (self))
    return;
  self->space = FALSE;
  settle (self);
  g_string_append (self->text, mark);
}

/* What comes next stands on another line. */
void
_tl_draft_break (TlDraft *self,
                 guint    lines)
{
  self->breaks = MAX (self->breaks, lines);
  self->space = FALSE;
}

/* What waits is no more than the end of a line. */
void
_tl_draft_close_up (TlDraft *self)
{
  self->breaks = MIN (self->breaks, TL_DRAFT_LINE);
}

void
_tl_draft_begin_page (TlDraft *self)
{
  if (self->page_starts->len + self->pages >= MAX_PAGES)
    _tl_draft_refuse (self, TL_ERROR_TOO_LARGE, _("It has more than 100,000 pages. Divide it."));
  else
    self->pages++;
}

/* A page ends here, in a format where the first such break tells that there are pages. */
void
_tl_draft_break_page (TlDraft *self)
{
  gsize first = 0;

  if (self->text->len == 0)
    return;
  if (self->page_starts->len == 0)
    g_array_append_val (self->page_starts, first);
  _tl_draft_begin_page (self);
}

/* Keeps a sentence for the person; said twice, it is kept once. */
void
_tl_draft_note (TlDraft    *self,
                const char *sentence)
{
  if (!g_ptr_array_find_with_equal_func (self->notes, sentence, g_str_equal, NULL))
    g_ptr_array_add (self->notes, g_strdup (sentence));
}

/* The first title that is one is kept. */
void
_tl_draft_set_title (TlDraft    *self,
                     const char *title)
{
  if (self->title != NULL || title == NULL)
    return;

  g_autofree char *clean = tl_text_normalise (title, -1, NULL);
  g_autofree char *line = tl_text_one_line (clean, NULL);

  if (*line != '\0')
    self->title = tl_text_shorten (line, MAX_TITLE);
}

/* The first date that is one is kept: a day, since there were such files and not in the future. */
void
_tl_draft_set_date (TlDraft    *self,
                    const char *date)
{
  if (self->date != NULL || date == NULL)
    return;

  g_autofree char *day = g_strndup (date, strlen ("2009-05-17"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  TlDate parsed;

  if (strlen (day) == strlen (today) && tl_date_parse (day, &parsed) && strcmp (day, FIRST_PLAUSIBLE_DAY) >= 0
      && strcmp (day, today) <= 0)
    self->date = g_steal_pointer (&day);
}

/* Places in the text, counted in characters instead of bytes. */
static GArray *
count_characters (const char *text,
                  GArray     *starts)
{
  GArray *counted = g_array_sized_new (FALSE, FALSE, sizeof (guint), starts->len);
  guint characters = 0;
  gsize byte = 0;

  for (guint i = 0; i < starts->len; i++)
    {
      gsize start = g_array_index (starts, gsize, i);

      characters += (guint) g_utf8_strlen (text + byte, (gssize) (start - byte));
      byte = start;
      g_array_append_val (counted, characters);
    }
  return counted;
}

/* The name without its ending, as a title. */
static char *
dup_title_of_name (const char *name)
{
  g_autofree char *clean = tl_text_normalise (name, -1, NULL);
  g_autofree char *line = tl_text_one_line (clean, NULL);
  char *dot = strrchr (line, '.');

  if (dot != NULL && dot > line)
    *dot = '\0';
  return tl_text_shorten (*line != '\0' ? line : _("Document"), MAX_TITLE);
}

/* Returns the document, or NULL if something was wrong, which is then in the draft. */
TlDocument *
_tl_draft_finish (TlDraft    *self,
                  const char *name,
                  GBytes     *bytes)
{
  self->breaks = 0;
  self->space = FALSE;
  if (self->text->str[strspn (self->text->str, " \t\n")] == '\0')
    _tl_draft_refuse (self, TL_ERROR_INVALID, _("There is no text in it."));
  if (self->error != NULL)
    return NULL;
  settle (self);

  TlDocument *document = g_new0 (TlDocument, 1);

  if (self->date != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("Its date, %s, is the one the file gives for itself."),
                                                   self->date);

      _tl_draft_note (self, sentence);
    }
  document->page_starts = count_characters (self->text->str, self->page_starts);
  document->text = g_strndup (self->text->str, self->text->len);
  document->title = self->title != NULL ? g_strdup (self->title) : dup_title_of_name (name);
  document->date = g_strdup (self->date);
  document->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  document->notes = g_ptr_array_ref (self->notes);
  return document;
}
