/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decides what of a review leaves in a tier. It starts from nothing and adds what the declarations let out: what nobody
 * thought of stays. */
#include "config.h"

#include "model/exchange/tl-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-date.h"
#include "model/base/tl-error.h"
#include "model/base/tl-save.h"
#include "model/base/tl-text.h"
#include "model/case/tl-known-names.h"
#include "model/exchange/tl-form.h"
#include "model/exchange/tl-pins.h"
#include "model/review/tl-release.h"
#include "model/review/tl-review-names.h"
#include "model/store/tl-connection.h"
#include "model/words/tl-trace.h"

/* What it takes to decide about a record. */
typedef struct {
  TlReview        *review;
  const TlForm    *form;
  TlExportOptions  options;
  TlExport        *export;
  TlPins          *pins;       /* owned */
  TlNames         *names;      /* owned; for the tier in which a text with a name stays */
  TlKnownNames    *known;      /* owned; for those in which a label stands in its place */
  char            *key;        /* owned; NULL where ids leave as they are */
  GHashTable      *pseudonyms; /* owned; id → id outside */
  TlDate           index_event;
  gboolean         has_index;
} Border;

static gboolean
hides (const Border *border)
{
  return border->form->tier >= TL_TIER_LEARNING;
}

/* The id of a record outside. */
static const char *
id_outside (Border     *border,
            const char *id)
{
  if (border->key == NULL)
    return id;

  const char *known = g_hash_table_lookup (border->pseudonyms, id);

  if (known == NULL)
    {
      char *pseudonym = tl_id_pseudonym (border->key, id);

      g_hash_table_insert (border->pseudonyms, g_strdup (id), pseudonym);
      known = pseudonym;
    }
  return known;
}

static gboolean
kind_leaves (const Border *border,
             const TlKind *kind)
{
  return tl_form_get_kind (border->form, kind)->leaves
         && (!(kind->flags & TL_KIND_IDENTITY) || (border->options & TL_EXPORT_WITH_IDENTITIES));
}

/* What the record can't be without stays: then it stays too. */
static gboolean
record_leaves (Border   *border,
               TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      const TlValue *value = tl_record_get_value (record, i);

      if (field->on_remove != TL_ON_REMOVE_DELETE || value->type != TL_VALUE_TEXT)
        continue;

      TlRecord *target = tl_review_lookup (border->review, value->text);
      if (target == NULL || !kind_leaves (border, tl_record_get_kind (target)))
        return FALSE;
    }
  return TRUE;
}

static void
withhold (Border           *border,
          TlRecord         *record,
          const TlField    *field,
          TlWithheldReason  reason,
          const char       *passage)
{
  g_autofree char *title = tl_review_dup_title (border->review, record);

  tl_export_report_add (border->export->report, reason, tl_record_get_kind (record), field, tl_record_get_id (record),
                        title, passage);
}

/* A label can be longer than the name it stands for. */
static char *
fit (const TlField *field,
     char          *text)
{
  glong max = field->type == TL_FIELD_PROSE ? TL_TEXT_MAX_PROSE : TL_TEXT_MAX_LINE;

  if (g_utf8_strlen (text, -1) <= max)
    return text;

  g_autofree char *whole = text;
  return g_utf8_substring (whole, 0, max);
}

/* The text with labels in the place of names, or NULL where a name could still be read in it. */
static char *
dup_with_labels (Border        *border,
                 TlRecord      *record,
                 const TlField *field,
                 const char    *text)
{
  g_autofree char *remaining = NULL;
  g_autofree char *replaced = tl_known_names_dup_replaced (border->known, text, &remaining);

  if (remaining != NULL)
    {
      withhold (border, record, field, TL_WITHHELD_NAME, remaining);
      return NULL;
    }
  if (replaced == NULL)
    return g_strdup (text);
  tl_export_report_count (border->export->report, TL_WITHHELD_REPLACED, tl_record_get_kind (record), field);
  return fit (field, g_steal_pointer (&replaced));
}

/* Whether nobody is to be recognised in a text that leaves. */
static gboolean
text_is_safe (Border        *border,
              TlRecord      *record,
              const TlField *field,
              const char    *text)
{
  static const TlWithheldReason reasons[] = {
    [TL_TRACE_NAME] = TL_WITHHELD_NAME,
    [TL_TRACE_DAY] = TL_WITHHELD_DAY,
    [TL_TRACE_CONTACT] = TL_WITHHELD_CONTACT,
  };
  g_autofree char *passage = NULL;
  TlTrace trace = tl_trace_find (border->names, text, &passage);

  if (trace != TL_TRACE_NONE)
    withhold (border, record, field, reasons[trace], passage);
  return trace == TL_TRACE_NONE;
}

/* Free text that may leave, as it leaves. */
static void
pass_prose (Border        *border,
            TlRecord      *record,
            const TlField *field,
            const TlValue *value,
            TlValue       *outside)
{
  g_autofree char *text = border->known != NULL ? dup_with_labels (border, record, field, value->text)
                                                : g_strdup (value->text);

  if (text == NULL || (hides (border) && !text_is_safe (border, record, field, text)))
    return;
  outside->type = TL_VALUE_TEXT;
  outside->text = g_steal_pointer (&text);
}

static void
pass_text (Border        *border,
           TlRecord      *record,
           guint          index,
           const TlValue *value,
           TlValue       *outside)
{
  const TlField *field = &tl_record_get_kind (record)->fields[index];

  if (tl_review_get_release (border->review, record, index) < border->form->tier)
    withhold (border, record, field, TL_WITHHELD_UNRELEASED, NULL);
  else
    pass_prose (border, record, field, value, outside);
}

static void
pass_months (Border        *border,
             TlRecord      *record,
             const TlField *field,
             const TlValue *value,
             TlValue       *outside)
{
  TlDate date;

  if (!tl_date_parse (value->text, &date))
    return;
  if (!border->has_index)
    {
      tl_export_report_count (border->export->report, TL_WITHHELD_NO_INDEX, tl_record_get_kind (record), field);
      return;
    }
  outside->type = TL_VALUE_INTEGER;
  outside->integer = tl_date_months_between (&border->index_event, &date);
}

static gboolean
target_leaves (Border     *border,
               const char *id)
{
  TlRecord *target = tl_review_lookup (border->review, id);

  return target != NULL && kind_leaves (border, tl_record_get_kind (target)) && record_leaves (border, target);
}

static void
pass_reference (Border        *border,
                const TlValue *value,
                TlValue       *outside)
{
  if (!target_leaves (border, value->text))
    return;
  outside->type = TL_VALUE_TEXT;
  outside->ref = value->ref;
  outside->text = g_strdup (id_outside (border, value->text));
}

static void
pass_references (Border        *border,
                 const TlValue *value,
                 TlValue       *outside)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; value->list[i] != NULL; i++)
    if (target_leaves (border, value->list[i]))
      g_ptr_array_add (ids, g_strdup (id_outside (border, value->list[i])));
  if (ids->len == 0)
    return;

  g_ptr_array_add (ids, NULL);
  outside->type = TL_VALUE_LIST;
  outside->list = (char **) g_ptr_array_steal (ids, NULL);
}

/* A key that means nothing would make the whole file invalid for those who gather it. In the transfer tier everything
 * leaves as it is, and the report says so. */
static void
pass_key (Border        *border,
          TlRecord      *record,
          const TlField *field,
          const TlValue *value,
          TlValue       *outside)
{
  if (field->vocabulary == TL_VOCABULARY_CODE)
    {
      g_autofree char *scheme = g_strndup (value->text, strcspn (value->text, ":"));
      tl_pins_add_typology (border->pins, scheme, NULL, NULL);
    }
  if (!tl_pins_check_key (border->pins, field->vocabulary, value->text, NULL))
    {
      withhold (border, record, field, TL_WITHHELD_UNKNOWN_KEY, value->text);
      if (hides (border))
        return;
    }
  tl_value_copy (value, outside);
}

static void
pass_whole (Border        *border,
            TlRecord      *record,
            const TlField *field,
            const TlValue *value,
            TlValue       *outside)
{
  if (field->type == TL_FIELD_REF)
    pass_reference (border, value, outside);
  else if (field->type == TL_FIELD_REFS)
    pass_references (border, value, outside);
  else if (field->type == TL_FIELD_KEY)
    pass_key (border, record, field, value, outside);
  else if (tl_field_is_free_text (field) && border->form->tier > TL_TIER_TRANSFER)
    pass_prose (border, record, field, value, outside);
  else
    tl_value_copy (value, outside);
}

static void
pass_field (Border        *border,
            TlRecord      *record,
            guint          index,
            TlPlainRecord *outside)
{
  const TlKind *kind = tl_record_get_kind (record);
  const TlField *field = &kind->fields[index];
  const TlValue *value = tl_record_get_value (record, index);

  if (value->type == TL_VALUE_UNSET)
    return;

  switch (tl_form_get_kind (border->form, kind)->passages[index])
    {
    case TL_PASSAGE_RELEASED:
      pass_text (border, record, index, value, &outside->values[index]);
      break;
    case TL_PASSAGE_MONTHS:
      pass_months (border, record, field, value, &outside->values[index]);
      break;
    case TL_PASSAGE_WHOLE:
      pass_whole (border, record, field, value, &outside->values[index]);
      break;
    case TL_PASSAGE_NONE:
    default:
      tl_export_report_count (border->export->report, TL_WITHHELD_FIELD, kind, field);
      break;
    }
}

static void
pin_version (TlExport      *export,
             Border        *border,
             TlPlainRecord *record,
             TlRecord      *inside)
{
  const TlKind *kind = record->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *colon = kind->fields[i].vocabulary == TL_VOCABULARY_CODE && record->values[i].type == TL_VALUE_TEXT
                            ? strchr (record->values[i].text, ':') : NULL;

      if (colon == NULL)
        continue;

      gsize length = (gsize) (colon - record->values[i].text);
      TlTypology *typology = tl_pins_find_typology (border->pins, record->values[i].text, length);
      const char *version = typology != NULL ? tl_typology_get_version (typology)
                                             : tl_record_get_text (inside, "scheme_version");

      g_hash_table_insert (export->typologies, g_strndup (record->values[i].text, length),
                           g_strdup (version != NULL ? version : "0"));
    }
}

static void
pass_record (Border   *border,
             TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);

  if (!kind_leaves (border, kind) || !record_leaves (border, record))
    {
      tl_export_report_count (border->export->report, TL_WITHHELD_KIND, kind, NULL);
      return;
    }

  TlPlainRecord *outside = tl_plain_record_new (kind, id_outside (border, tl_record_get_id (record)));

  for (guint i = 0; i < kind->n_fields; i++)
    pass_field (border, record, i, outside);
  pin_version (border->export, border, outside, record);
  g_ptr_array_add (border->export->records, outside);
  g_array_index (border->export->report->left, guint, tl_kind_get_position (kind))++;
}

static int
compare_records (const void *a,
                 const void *b)
{
  const TlPlainRecord *one = *(const TlPlainRecord *const *) a;
  const TlPlainRecord *other = *(const TlPlainRecord *const *) b;
  guint position = tl_kind_get_position (one->kind);
  guint other_position = tl_kind_get_position (other->kind);

  if (position != other_position)
    return position < other_position ? -1 : 1;
  return strcmp (one->id, other->id);
}

/* A pseudonym in what is published is another than in the library, so that neither is found by the other. */
static char *
dup_key (TlTier    tier,
         TlReview *review)
{
  const char *key = tl_record_get_text (tl_review_get_subject (review), "learning_key");

  return key != NULL && tier == TL_TIER_PUBLIC ? tl_id_pseudonym (key, "public") : g_strdup (key);
}

static gboolean
prepare (Border  *border,
         GError **error)
{
  TlRecord *subject = tl_review_get_subject (border->review);
  const char *method = tl_record_get_text (subject, "method");
  TlTier tier = border->form->tier;

  border->pins = tl_pins_new ();
  if (method != NULL)
    tl_pins_set_method (border->pins, method, NULL, NULL);
  if (tier == TL_TIER_BOARD || tier == TL_TIER_PUBLIC)
    border->known = tl_known_names_new (border->review,
                                        tier == TL_TIER_BOARD ? TL_KNOWN_IDENTITIES : TL_KNOWN_BOARDS);
  if (!hides (border))
    return TRUE;

  border->names = tl_review_collect_names (border->review);
  border->has_index = tl_date_parse (tl_record_get_text (subject, "index_event"), &border->index_event);
  border->key = dup_key (tier, border->review);
  border->pseudonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (border->key != NULL)
    return TRUE;
  g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID,
                       _("The review has no key for pseudonyms, so no learning record can be made of it."));
  return FALSE;
}

static void
border_clear (Border *border)
{
  g_clear_pointer (&border->pins, tl_pins_free);
  g_clear_pointer (&border->names, tl_names_free);
  g_clear_pointer (&border->known, tl_known_names_free);
  g_clear_pointer (&border->pseudonyms, g_hash_table_unref);
  g_clear_pointer (&border->key, g_free);
}

/* Of a copy made for one tier nothing can be made for a wider one: the releases and the key stayed in the review. */
static gboolean
can_leave (TlReview         *review,
           TlTier            tier,
           TlExportOptions   options,
           GError          **error)
{
  if (tl_review_get_tier (review) == TL_TIER_BOARD && tier > TL_TIER_BOARD)
    return tl_error_refuse (error, _("This is the board’s copy of a review. A record for the library or the public can "
                                     "be made by the reviewers only, from the review itself."));
  if ((options & TL_EXPORT_WITH_IDENTITIES) && tier != TL_TIER_TRANSFER)
    return tl_error_refuse (error, _("Identities leave in the tier “transfer” only."));
  return TRUE;
}

/**
 * tl_export_new:
 * @review: a review
 * @tier: to whom
 * @options: how
 * @error: return location
 *
 * Gathers what leaves @review in @tier. The caller sees to it that the review stays as it is meanwhile.
 *
 * Returns: (transfer full): what leaves and a report of what does not; %NULL with %TL_ERROR_INVALID
 */
TlExport *
tl_export_new (TlReview         *review,
               TlTier            tier,
               TlExportOptions   options,
               GError          **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  if (!can_leave (review, tier, options, error))
    return NULL;

  g_autoptr (TlExport) self = g_new0 (TlExport, 1);
  Border border = { .review = review, .form = tl_form_get (tier), .options = options, .export = self };

  self->tier = tier;
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plain_record_free);
  self->typologies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->report = tl_export_report_new (tier);

  gboolean ready = prepare (&border, error);

  for (guint i = 0; ready && i < tl_kinds_get_n (); i++)
    {
      TlRecordList *list = tl_review_get_list (review, tl_kinds_get (i)->name);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        pass_record (&border, tl_record_list_get (list, j));
    }
  g_ptr_array_sort (self->records, compare_records);

  border_clear (&border);
  return ready ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_export_free:
 * @self: (transfer full): an export
 */
void
tl_export_free (TlExport *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->typologies, g_hash_table_unref);
  g_clear_pointer (&self->report, tl_export_report_free);
  g_free (self);
}

/**
 * tl_export_write:
 * @text: a whole export, in any format
 * @length: its length in bytes, or -1
 * @path: the file to write; one that exists is replaced once the new one is complete, unless it is a review or a
 *   library
 * @error: return location
 *
 * Returns: %FALSE with @error, and then @path is as it was
 */
gboolean
tl_export_write (const char  *text,
                 gssize       length,
                 const char  *path,
                 GError     **error)
{
  g_return_val_if_fail (text != NULL && path != NULL, FALSE);

  return tl_connection_check_target (path, error) && tl_save_file (path, text, length, error);
}
