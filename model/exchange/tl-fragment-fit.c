/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a fragment part of a review: it gets ids of its own there, and leaves behind what the review does not know. */
#include "config.h"

#include "model/exchange/tl-fragment-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-id.h"
#include "model/exchange/tl-pins.h"

typedef struct {
  TlReview   *review;
  TlPins     *pins;      /* owned; NULL where every key is kept */
  GHashTable *new_ids;   /* owned; of what travels: id, new id */
  guint       n_keys;    /* left behind */
  guint       n_mentions;
  guint       n_evidence;
} Fitter;

/* The id in the review; NULL if there is no such record. */
static const char *
find_target (Fitter        *fitter,
             const TlField *field,
             guint          ref,
             const char    *id)
{
  const char *new_id = g_hash_table_lookup (fitter->new_ids, id);

  if (new_id != NULL)
    return new_id;

  TlRecord *record = tl_review_lookup (fitter->review, id);
  return record != NULL && tl_record_is (record, field->refs[ref]) ? tl_record_get_id (record) : NULL;
}

static void
fit_reference (Fitter        *fitter,
               const TlField *field,
               TlValue       *value)
{
  const char *target = find_target (fitter, field, value->ref, value->text);

  if (target == NULL)
    {
      tl_value_clear (value);
      fitter->n_mentions += field->on_remove != TL_ON_REMOVE_DELETE;
      return;
    }
  g_autofree char *former = value->text;
  value->text = g_strdup (target);
}

static void
fit_references (Fitter        *fitter,
                const TlField *field,
                TlValue       *value)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; value->list[i] != NULL; i++)
    {
      const char *target = find_target (fitter, field, 0, value->list[i]);

      if (target != NULL)
        g_ptr_array_add (ids, g_strdup (target));
      else
        fitter->n_mentions++;
    }
  tl_value_clear (value);
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  value->type = TL_VALUE_LIST;
  value->list = (char **) g_ptr_array_steal (ids, NULL);
}

static void
fit_value (Fitter        *fitter,
           const TlField *field,
           TlValue       *value)
{
  if (value->type == TL_VALUE_UNSET)
    return;
  if (field->type == TL_FIELD_REF)
    fit_reference (fitter, field, value);
  else if (field->type == TL_FIELD_REFS)
    fit_references (fitter, field, value);
  else if (field->type == TL_FIELD_KEY && field->vocabulary != TL_VOCABULARY_CODE && fitter->pins != NULL
           && !tl_pins_check_key (fitter->pins, field->vocabulary, value->text, NULL))
    {
      tl_value_clear (value);
      fitter->n_keys++;
    }
}

/* Returns: whether the record still has what it can't be without */
static gboolean
fit_record (Fitter        *fitter,
            TlPlainRecord *record)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const TlField *field = &record->kind->fields[i];

      fit_value (fitter, field, &record->values[i]);
      if (field->on_remove == TL_ON_REMOVE_DELETE && record->values[i].type == TL_VALUE_UNSET)
        {
          if (strcmp (record->kind->name, "support") == 0)
            fitter->n_evidence++;
          else
            fitter->n_mentions++;
          return FALSE;
        }
    }
  if (strcmp (record->kind->name, "factor") == 0)
    tl_value_clear (_tl_fragment_get_value (record, "pinned")); /* that was about the other place */
  g_strlcpy (record->id, g_hash_table_lookup (fitter->new_ids, record->id), sizeof record->id);
  return TRUE;
}

static char *
dup_losses (const Fitter *fitter)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (fitter->n_keys > 0)
    g_ptr_array_add (parts, g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u level, kind or group that the method of this review does not have",
                     "%u levels, kinds or groups that the method of this review does not have", fitter->n_keys),
        fitter->n_keys));
  if (fitter->n_mentions > 0)
    g_ptr_array_add (parts, g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u mention of a role, agency or episode that is not in this review",
                     "%u mentions of roles, agencies or episodes that are not in this review", fitter->n_mentions),
        fitter->n_mentions));
  if (fitter->n_evidence > 0)
    g_ptr_array_add (parts, g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence from a source that is not in this review",
                     "%u pieces of evidence from sources that are not in this review", fitter->n_evidence),
        fitter->n_evidence));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv ("; ", (char **) parts->pdata);
  return g_strdup_printf (_("Left behind: %s."), joined);
}

/**
 * tl_fragment_fit:
 * @self: a fragment
 * @review: the review it is to be part of
 *
 * Gives what travels new ids and leaves behind what @review does not know: keys that its method does not have, mentions
 * of records that are not in it, evidence from sources that are not in it. What is pinned is not any more. Within the
 * review it came from a fragment keeps all.
 *
 * Returns: (transfer full) (nullable): a sentence that says what is left behind; %NULL if nothing is
 */
char *
tl_fragment_fit (TlFragment *self,
                 TlReview   *review)
{
  g_return_val_if_fail (self != NULL && TL_IS_REVIEW (review), NULL);

  TlRecord *subject = tl_review_get_subject (review);
  const char *method = tl_record_get_text (subject, "method");
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TlPins) pins = tl_pins_new ();
  Fitter fitter = { .review = review, .new_ids = new_ids };

  if (!tl_fragment_is_from (self, review))
    fitter.pins = pins;
  if (method != NULL)
    tl_pins_set_method (pins, method, NULL, NULL);
  for (guint i = 1; i < self->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (self->records, i);

      if (_tl_fragment_is_content (record->kind))
        g_hash_table_insert (new_ids, g_strdup (record->id), tl_id_new ());
    }
  for (guint i = self->records->len; i > 1; i--)
    {
      TlPlainRecord *record = g_ptr_array_index (self->records, i - 1);

      if (!_tl_fragment_is_content (record->kind) || !fit_record (&fitter, record))
        g_ptr_array_remove_index (self->records, i - 1);
    }
  return dup_losses (&fitter);
}

static void
set_integer (TlPlainRecord *record,
             const char    *field,
             gint64         number)
{
  TlValue *value = _tl_fragment_get_value (record, field);

  tl_value_clear (value);
  value->type = TL_VALUE_INTEGER;
  value->integer = number;
}

/**
 * tl_fragment_place:
 * @position: of a factor
 * @x: where its centre is to be
 * @y: likewise
 */
void
tl_fragment_place (TlFragment *self,
                   guint       position,
                   gint64      x,
                   gint64      y)
{
  g_return_if_fail (self != NULL && position < self->factors->len);

  set_integer (g_ptr_array_index (self->factors, position), "x", x);
  set_integer (g_ptr_array_index (self->factors, position), "y", y);
}

/**
 * tl_fragment_set_level:
 * @position: of a factor
 * @level: (nullable): a key of the method
 */
void
tl_fragment_set_level (TlFragment *self,
                       guint       position,
                       const char *level)
{
  g_return_if_fail (self != NULL && position < self->factors->len);

  TlValue *value = _tl_fragment_get_value (g_ptr_array_index (self->factors, position), "level");

  tl_value_clear (value);
  if (level == NULL)
    return;
  value->type = TL_VALUE_TEXT;
  value->text = g_strdup (level);
}

/**
 * tl_fragment_add:
 * @self: a fragment that tl_fragment_fit() has made part of the review
 * @edit: an edit of that review
 * @error: return location
 *
 * Adds all that travels.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_fragment_add (TlFragment *self,
                 TlEdit     *edit,
                 GError    **error)
{
  g_return_val_if_fail (self != NULL && edit != NULL, FALSE);

  for (guint i = 1; i < self->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (self->records, i);

      if (!tl_edit_add_values (edit, record->kind, record->id, record->values, error))
        return FALSE;
    }
  return TRUE;
}
