/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on extracts: to mark a stretch of a source's text, and to go on from it to a factor or an event without losing
 * the thread to what was written or said. */
#include "config.h"

#include "model/case/tl-extract-edit.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/case/tl-evidence-edit.h"
#include "model/case/tl-graph-edit.h"

/* What a factor or an event is called at first: to be shortened by a person, but a sentence mostly fits. */
#define MAX_TITLE 160

/* Takes white space at both ends of a stretch of @body out of it. Returns: (nullable): what is left */
static char *
trim (const char *body,
      guint      *start,
      guint      *end)
{
  const char *first = g_utf8_offset_to_pointer (body, (glong) *start);
  const char *after = g_utf8_offset_to_pointer (first, (glong) (*end - *start));

  while (first < after && g_unichar_isspace (g_utf8_get_char (first)))
    {
      first = g_utf8_next_char (first);
      (*start)++;
    }
  while (first < after && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (after))))
    {
      after = g_utf8_prev_char (after);
      (*end)--;
    }
  return first < after ? g_strndup (first, (gsize) (after - first)) : NULL;
}

static char *
dup_body (TlReview   *review,
          const char *source_id,
          GError    **error)
{
  TlRecord *source = tl_review_lookup (review, source_id);
  const char *digest = source != NULL ? tl_record_get_text (source, "body") : NULL;

  if (digest != NULL)
    return tl_review_dup_body (review, digest, error);
  tl_error_refuse (error, _("This source has no text in which anything could be marked."));
  return NULL;
}

static gboolean
set_place (TlEdit      *edit,
           const char  *id,
           guint        start,
           guint        end,
           const char  *anchor,
           GError     **error)
{
  return tl_edit_set_int (edit, id, "start", start, error) && tl_edit_set_int (edit, id, "end", end, error)
         && tl_edit_set (edit, id, "anchor", anchor, error);
}

/**
 * tl_extract_edit_mark:
 * @edit: an edit
 * @review: the review that is edited
 * @source_id: a source with a text
 * @start: the first character of a stretch of it
 * @end: after the last
 * @anchor: (nullable): the page or line to cite it by
 * @error: return location
 *
 * Marks a stretch of a text as an extract, without the white space at its ends. When it was known is not guessed: a
 * record tells of what its writer had known for long, a conversation of years before.
 *
 * Returns: (transfer full) (nullable): the id of the extract
 */
char *
tl_extract_edit_mark (TlEdit      *edit,
                      TlReview    *review,
                      const char  *source_id,
                      guint        start,
                      guint        end,
                      const char  *anchor,
                      GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review) && source_id != NULL, NULL);

  g_autofree char *body = dup_body (review, source_id, error);
  g_autofree char *quotation = NULL;

  if (body == NULL)
    return NULL;
  if (start < end && end <= (guint) g_utf8_strlen (body, -1))
    quotation = trim (body, &start, &end);
  if (quotation == NULL)
    {
      tl_error_refuse (error, _("Select the words that are to be the extract first."));
      return NULL;
    }

  g_autofree char *id = tl_edit_add (edit, "extract", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "source", source_id, error)
                  && tl_edit_set (edit, id, "quotation", quotation, error)
                  && set_place (edit, id, start, end, anchor, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_extract_edit_move:
 * @edit: an edit
 * @extract_id: an extract whose quotation stands at another place of the text now
 * @start: its first character there
 * @end: after its last
 * @anchor: (nullable): the page or line to cite it by
 * @error: return location
 *
 * Gives an extract its place again after the text was replaced.
 *
 * Returns: whether it was done
 */
gboolean
tl_extract_edit_move (TlEdit      *edit,
                      const char  *extract_id,
                      guint        start,
                      guint        end,
                      const char  *anchor,
                      GError     **error)
{
  g_return_val_if_fail (edit != NULL && extract_id != NULL && start < end, FALSE);
  return set_place (edit, extract_id, start, end, anchor, error);
}

static char *
dup_title (TlRecord *extract)
{
  const char *quotation = tl_record_get_text (extract, "quotation");
  g_autofree char *line = tl_text_one_line (quotation != NULL ? quotation : "", NULL);

  return tl_text_shorten (line, MAX_TITLE);
}

/* The accounts that rest on an extract already: a factor made of it rests on them too. */
static gboolean
set_accounts (TlEdit      *edit,
              TlReview    *review,
              const char  *factor_id,
              const char  *extract_id,
              GError     **error)
{
  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, extract_id, "account", "extracts");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < accounts->len; i++)
    g_ptr_array_add (ids, (gpointer) tl_record_get_id (g_ptr_array_index (accounts, i)));
  g_ptr_array_add (ids, NULL);
  return accounts->len == 0
         || tl_edit_set_list (edit, factor_id, "accounts", (const char *const *) ids->pdata, error);
}

/**
 * tl_extract_edit_make_factor:
 * @edit: an edit
 * @review: the review that is edited
 * @method: (nullable): its method
 * @extract_id: an extract
 * @error: return location
 *
 * Makes a factor that says what the extract says, with the extract as evidence for it, and with the accounts that rest
 * on the same extract.
 *
 * Returns: (transfer full) (nullable): the id of the factor
 */
char *
tl_extract_edit_make_factor (TlEdit      *edit,
                             TlReview    *review,
                             TlMethod    *method,
                             const char  *extract_id,
                             GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review) && extract_id != NULL, NULL);

  TlRecord *extract = tl_review_lookup (review, extract_id);
  g_return_val_if_fail (tl_record_is (extract, "extract"), NULL);

  g_autofree char *statement = dup_title (extract);
  g_autofree char *id = tl_graph_edit_add_factor (edit, method, statement, NULL, error);
  g_autofree char *support
      = id != NULL ? tl_evidence_edit_attach (edit, review, extract_id, id, FALSE, error) : NULL;
  gboolean done = support != NULL
                  && tl_edit_set (edit, id, "known_from", tl_record_get_text (extract, "known_from"), error)
                  && set_accounts (edit, review, id, extract_id, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/* What happened, as the extract tells it. */
static char *
add_event (TlEdit    *edit,
           TlRecord  *extract,
           TlRecord  *source,
           GError   **error)
{
  const char *agency = source != NULL ? tl_record_get_text (source, "agency") : NULL;
  const char *agencies[] = { agency, NULL };
  g_autofree char *title = dup_title (extract);
  g_autofree char *id = tl_edit_add (edit, "event", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "title", title, error)
                  && tl_edit_set (edit, id, "date", tl_record_get_text (extract, "known_from"), error)
                  && (agency == NULL || tl_edit_set_list (edit, id, "agencies", agencies, error));

  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_extract_edit_make_account:
 * @edit: an edit
 * @review: the review that is edited
 * @extract_id: an extract
 * @event_id: (nullable): an event; %NULL to make one of what the extract says
 * @error: return location
 *
 * Makes an account of an event that rests on the extract: that of the person with whom the conversation was, where the
 * source is one.
 *
 * Returns: (transfer full) (nullable): the id of the account
 */
char *
tl_extract_edit_make_account (TlEdit      *edit,
                              TlReview    *review,
                              const char  *extract_id,
                              const char  *event_id,
                              GError     **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review) && extract_id != NULL, NULL);

  TlRecord *extract = tl_review_lookup (review, extract_id);
  g_return_val_if_fail (tl_record_is (extract, "extract"), NULL);

  const char *source_id = tl_record_get_text (extract, "source");
  TlRecord *source = source_id != NULL ? tl_review_lookup (review, source_id) : NULL;
  const char *extracts[] = { extract_id, NULL };
  g_autofree char *event = event_id != NULL ? g_strdup (event_id) : add_event (edit, extract, source, error);
  g_autofree char *id = event != NULL ? tl_edit_add (edit, "account", NULL, error) : NULL;
  gboolean done = id != NULL && tl_edit_set (edit, id, "event", event, error)
                  && tl_edit_set (edit, id, "role", source != NULL ? tl_record_get_text (source, "role") : NULL, error)
                  && tl_edit_set (edit, id, "saw", tl_record_get_text (extract, "quotation"), error)
                  && tl_edit_set (edit, id, "known_from", tl_record_get_text (extract, "known_from"), error)
                  && tl_edit_set_list (edit, id, "extracts", extracts, error);

  return done ? g_steal_pointer (&id) : NULL;
}
