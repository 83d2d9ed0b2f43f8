/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the texts of a review name someone whom it knows by a role: in its fields and in the texts of its sources. It
 * only proposes; what is replaced a person has accepted. */
#include "config.h"

#include "model/case/tl-name-places.h"

#include <string.h>

#include "model/base/tl-passage.h"
#include "model/case/tl-known-names.h"

/**
 * tl_name_place_free:
 * @self: (transfer full): a place
 */
void
tl_name_place_free (TlNamePlace *self)
{
  g_free (self->record);
  g_free (self->passage);
  g_free (self->before);
  g_free (self->after);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

static void
collect_text (GPtrArray      *places,
              TlKnownNames   *known,
              TlRecord       *record,
              const TlField  *field,
              const char     *text)
{
  g_autoptr (GArray) found = tl_known_names_find (known, text);

  for (guint i = 0; i < found->len && places->len < TL_NAME_PLACES_MAX; i++)
    {
      const TlKnownName *one = &g_array_index (found, TlKnownName, i);
      TlNamePlace *place = g_new0 (TlNamePlace, 1);

      place->record = g_strdup (tl_record_get_id (record));
      place->field = field;
      place->start = one->start;
      place->end = one->end;
      place->passage = tl_passage_split (text, one->start, one->end, &place->before, &place->after);
      place->labels = g_ptr_array_ref (one->labels);
      place->sure = place->accepted = one->sure;
      g_ptr_array_add (places, place);
    }
}

/* The quotation of an extract that is in its source changes with that. */
static gboolean
follows_source (TlReview      *review,
                TlRecord      *record,
                const TlField *field)
{
  if (!tl_record_is (record, "extract") || strcmp (field->name, "quotation") != 0)
    return FALSE;

  TlRecord *source = tl_review_lookup (review, tl_record_get_text (record, "source"));
  const char *digest = source != NULL ? tl_record_get_text (source, "body") : NULL;
  g_autofree char *body = digest != NULL ? tl_review_dup_body (review, digest, NULL) : NULL;

  return body != NULL && strstr (body, tl_record_get_text (record, "quotation")) != NULL;
}

static gboolean
collect_record (TlReview      *review,
                GPtrArray     *places,
                TlKnownNames  *known,
                TlRecord      *record,
                GError       **error)
{
  const TlKind *kind = tl_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      const char *text = tl_field_is_free_text (field) && !(field->flags & TL_FIELD_HIDDEN)
                           ? tl_record_get_text (record, field->name) : NULL;
      g_autofree char *body = NULL;

      if (text == NULL || follows_source (review, record, field))
        continue;
      if (field->type == TL_FIELD_BODY)
        {
          text = body = tl_review_dup_body (review, text, error);
          if (text == NULL)
            return FALSE;
        }
      collect_text (places, known, record, field, text);
    }
  return TRUE;
}

/**
 * tl_name_places_collect:
 * @review: a review
 * @n_nameless: (out): identities that no role stands for, and that nothing can be put in place of
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Looks for every known identity in every text of a review: names and other names, whole, in part, with an ending, by
 * initials. What is sure is accepted beforehand.
 *
 * Returns: (transfer full) (element-type TlNamePlace): the places, those of a record together and in the order of its
 *   texts, or %NULL with an error of the file or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
tl_name_places_collect (TlReview      *review,
                        guint         *n_nameless,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && n_nameless != NULL, NULL);

  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_name_place_free);
  g_autoptr (TlKnownNames) known = tl_known_names_new (review, TL_KNOWN_ROLES);

  *n_nameless = tl_known_names_get_n_nameless (known);
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      TlRecordList *records = tl_review_get_list (review, kind->name);

      if (kind->flags & TL_KIND_IDENTITY)
        continue;
      for (guint j = 0; j < tl_record_list_get_n (records); j++)
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !collect_record (review, places, known, tl_record_list_get (records, j), error))
          return NULL;
    }
  return g_steal_pointer (&places);
}
