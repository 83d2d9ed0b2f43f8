/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts roles in the place of names, in one edit. The text of a source can't be changed, for it is known by its digest:
 * it gets another, and what is marked in it moves with the words. */
#include "config.h"

#include "model/case/tl-name-places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/case/tl-extract.h"
#include "model/case/tl-source.h"
#include "model/review/tl-edit.h"

/* The places of one value, in order. */
typedef struct {
  TlNamePlace *const *places;
  guint               n;
} Run;

static const char *
get_label (const TlNamePlace *place)
{
  return g_ptr_array_index (place->labels, place->chosen);
}

/* Where a character of the old text is in the new one. Within a name that was replaced it is at the beginning of the
 * role, or after its end if it ends something. */
static guint
map (const Run *run,
     guint      character,
     gboolean   is_end)
{
  gint64 shift = 0;

  for (guint i = 0; i < run->n; i++)
    {
      const TlNamePlace *place = run->places[i];
      guint length = (guint) g_utf8_strlen (get_label (place), -1);

      if (character < place->end && character > place->start)
        return (guint) (place->start + shift) + (is_end ? length : 0);
      if (character < place->end)
        break;
      shift += (gint64) length - (place->end - place->start);
    }
  return (guint) (character + shift);
}

/* The text with roles for names, or NULL if it is not the text in which these were found. */
static char *
dup_replaced (const Run  *run,
              const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  glong length = g_utf8_strlen (text, -1);
  const char *p = text;
  guint character = 0;

  for (guint i = 0; i < run->n; i++)
    {
      const TlNamePlace *place = run->places[i];

      if (place->start < character || (glong) place->end > length)
        return NULL;

      const char *start = g_utf8_offset_to_pointer (p, (glong) (place->start - character));

      if (!g_str_has_prefix (start, place->passage)
          || g_utf8_strlen (place->passage, -1) != (glong) (place->end - place->start))
        return NULL;
      g_string_append_len (out, p, start - p);
      g_string_append (out, get_label (place));
      p = start + strlen (place->passage);
      character = place->end;
    }
  g_string_append (out, p);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What is marked in the text, in the words that stand there now. What was lost before stays as it is. */
static gboolean
move_extracts (TlEdit      *edit,
               TlReview    *review,
               TlRecord    *source,
               const Run   *run,
               const char  *body,
               const char  *replaced,
               GError     **error)
{
  g_autoptr (GArray) extracts = tl_extract_collect_places (review, source, body);

  for (guint i = 0; i < extracts->len; i++)
    {
      const TlExtractPlace *extract = &g_array_index (extracts, TlExtractPlace, i);
      const char *id = tl_record_get_id (extract->extract);
      guint start = map (run, extract->start, FALSE);
      guint end = map (run, extract->end, TRUE);

      if (extract->state == TL_EXTRACT_LOST)
        continue;

      g_autofree char *quotation = g_utf8_substring (replaced, (glong) start, (glong) end);

      if (!tl_edit_set_int (edit, id, "start", start, error) || !tl_edit_set_int (edit, id, "end", end, error)
          || !tl_edit_set (edit, id, "quotation", quotation, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_pages (TlEdit     *edit,
            TlRecord   *source,
            const Run  *run,
            GError    **error)
{
  g_autoptr (GArray) pages = tl_source_dup_page_starts (source);

  for (guint i = 0; i < pages->len; i++)
    g_array_index (pages, guint, i) = map (run, g_array_index (pages, guint, i), FALSE);

  g_autofree char *text = tl_source_format_pages (pages);

  return tl_edit_set (edit, tl_record_get_id (source), "page_starts", text, error);
}

static gboolean
replace_run (TlEdit     *edit,
             TlReview   *review,
             const Run  *run,
             GError    **error)
{
  const TlNamePlace *first = run->places[0];
  TlRecord *record = tl_review_lookup (review, first->record);
  const char *text = record != NULL ? tl_record_get_text (record, first->field->name) : NULL;
  gboolean is_body = first->field->type == TL_FIELD_BODY;
  g_autofree char *body = text != NULL && is_body ? tl_review_dup_body (review, text, error) : NULL;

  if (is_body && text != NULL && body == NULL)
    return FALSE;
  text = is_body ? body : text;

  g_autofree char *replaced = text != NULL ? dup_replaced (run, text) : NULL;

  if (replaced == NULL)
    return tl_error_refuse (error, _("“%s” was changed meanwhile. Look for the names again."), first->passage);
  return tl_edit_set (edit, first->record, first->field->name, replaced, error)
         && (!is_body || (move_extracts (edit, review, record, run, body, replaced, error)
                          && move_pages (edit, record, run, error)));
}

/* How many places from @from on are in the same value. */
static guint
count_run (GPtrArray *places,
           guint      from)
{
  const TlNamePlace *first = g_ptr_array_index (places, from);
  guint n = 1;

  for (; from + n < places->len; n++)
    {
      const TlNamePlace *place = g_ptr_array_index (places, from + n);

      if (place->field != first->field || strcmp (place->record, first->record) != 0)
        break;
    }
  return n;
}

/**
 * tl_name_places_replace:
 * @review: a review
 * @places: (element-type TlNamePlace): as tl_name_places_collect() gave them; what is accepted is replaced
 * @error: return location
 *
 * Replaces names by the labels of roles, in one edit. Extracts of a source keep their words and pages their beginnings.
 * The digest of the original file stays; earlier texts stay in the history until that is forgotten.
 *
 * Returns: %FALSE with @error, and then nothing was changed
 */
gboolean
tl_name_places_replace (TlReview   *review,
                        GPtrArray  *places,
                        GError    **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && places != NULL, FALSE);

  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    if (((TlNamePlace *) g_ptr_array_index (places, i))->accepted)
      g_ptr_array_add (accepted, g_ptr_array_index (places, i));
  if (accepted->len == 0)
    return TRUE;

  /* Translators: what a change is called in the history */
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Replace %u name by its role", "Replace %u names by roles", accepted->len),
      accepted->len);
  TlEdit *edit = tl_edit_begin (review, label, error);
  gboolean made = edit != NULL;

  for (guint i = 0; made && i < accepted->len;)
    {
      Run run = { (TlNamePlace *const *) accepted->pdata + i, count_run (accepted, i) };

      made = replace_run (edit, review, &run, error);
      i += run.n;
    }

  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, error) : NULL;
  return change != NULL;
}
