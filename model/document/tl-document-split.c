/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document that is too long for one source, in parts: between pages where it has any, else between paragraphs, else
 * between lines. */
#include "config.h"

#include "model/document/tl-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The last place up to @end where "mark" ends, or NULL. A part is at least half full. */
static const char *
find_last (const char *start,
           const char *end,
           const char *mark)
{
  const char *middle = start + (end - start) / 2;
  const char *found = g_strrstr_len (middle, end - middle, mark);

  return found != NULL ? found + strlen (mark) : NULL;
}

/* The last page that begins up to @end, in the second half. @character is that of @start. */
static const char *
find_last_page (TlDocument *self,
                const char *start,
                const char *end,
                guint       character)
{
  const char *last = NULL, *p = start;

  for (guint i = 0; i < self->page_starts->len; i++)
    {
      guint page = g_array_index (self->page_starts, guint, i);

      if (page <= character)
        continue;
      for (; character < page && p < end; character++)
        p = g_utf8_next_char (p);
      if (character < page || p > end)
        break;
      if (p >= start + (end - start) / 2)
        last = p;
    }
  return last;
}

static const char *
find_end (TlDocument *self,
          const char *start,
          gsize       max_bytes,
          guint       character)
{
  if (strlen (start) <= max_bytes)
    return start + strlen (start);

  const char *end = start + max_bytes;

  while ((*end & 0xc0) == 0x80)
    end--;

  const char *found = find_last_page (self, start, end, character);

  if (found == NULL)
    found = find_last (start, end, "\n\n");
  if (found == NULL)
    found = find_last (start, end, "\n");
  if (found == NULL)
    found = find_last (start, end, " ");
  return found != NULL ? found : end;
}

/* The pages of a part: those before it begin at 0, so that they are still counted. */
static GArray *
copy_pages (TlDocument *self,
            guint       from,
            guint       to)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->page_starts->len; i++)
    {
      guint page = g_array_index (self->page_starts, guint, i);
      guint start = page > from ? page - from : 0;

      if (page < to || page == from)
        g_array_append_val (pages, start);
    }
  return pages;
}

static TlDocument *
copy_part (TlDocument *self,
           const char *start,
           const char *end,
           guint       character)
{
  TlDocument *part = g_new0 (TlDocument, 1);
  guint length = (guint) g_utf8_strlen (start, end - start);

  part->date = g_strdup (self->date);
  part->text = g_strndup (start, (gsize) (end - start));
  part->page_starts = copy_pages (self, character, *end != '\0' ? character + length : G_MAXUINT);
  part->digest = g_strdup (self->digest);
  part->notes = g_ptr_array_ref (self->notes);
  return part;
}

/**
 * tl_document_split:
 * @self: a document
 * @max_bytes: the longest text of a part, at least 8
 *
 * Divides a document. Of more than one part, each has its number in its title. Put together the texts of the parts are
 * that of @self; each page keeps its number, for those of earlier parts begin at 0.
 *
 * Returns: (transfer full) (element-type TlDocument): the parts
 */
GPtrArray *
tl_document_split (TlDocument *self,
                   gsize       max_bytes)
{
  g_return_val_if_fail (self != NULL && max_bytes >= 8, NULL);

  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_document_free);
  guint character = 0;
  const char *start = self->text;

  do
    {
      const char *end = find_end (self, start, max_bytes, character);
      TlDocument *part = copy_part (self, start, end, character);

      character += (guint) g_utf8_strlen (start, end - start);
      g_ptr_array_add (parts, part);
      start = end;
    }
  while (*start != '\0');

  for (guint i = 0; i < parts->len; i++)
    {
      TlDocument *part = g_ptr_array_index (parts, i);

      part->title = parts->len == 1 ? g_strdup (self->title)
                                    /* Translators: a title; which part of how many */
                                    : g_strdup_printf (_("%s (part %u of %u)"), self->title, i + 1, parts->len);
    }
  return parts;
}
