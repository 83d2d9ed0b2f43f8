/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of the graph outside any review, for the clipboard. As XML it is a file of the transfer tier like any other,
 * so that what comes from outside is held to the same rules; what it only names stands there without its fields. */
#include "config.h"

#include "model/exchange/tl-fragment-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/exchange/tl-form.h"
#include "model/exchange/tl-xml-reader.h"
#include "model/exchange/tl-xml-writer.h"

/* What travels; of all other kinds only the ids do. */
static const char *const contents[] = { "factor", "link", "tag", "support", NULL };

typedef struct {
  TlReview   *review;
  TlFragment *fragment;
  TlPins     *pins;
  GHashTable *ids;     /* of what is in the fragment; owned by the records */
  GHashTable *factors; /* of those that travel; borrowed */
} Copier;

/**
 * _tl_fragment_is_content:
 *
 * Returns: whether records of @kind travel rather than being named
 */
gboolean
_tl_fragment_is_content (const TlKind *kind)
{
  return g_strv_contains (contents, kind->name);
}

TlFragment *
_tl_fragment_new (const char *review_id)
{
  TlFragment *self = g_new0 (TlFragment, 1);
  const TlKind *kind = tl_kind_lookup ("review");

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plain_record_free);
  self->factors = g_ptr_array_new ();
  g_ptr_array_add (self->records, tl_plain_record_new (kind, review_id));
  return self;
}

/* Takes @record. */
void
_tl_fragment_take (TlFragment    *self,
                   TlPlainRecord *record)
{
  g_ptr_array_add (self->records, record);
  if (strcmp (record->kind->name, "factor") == 0)
    g_ptr_array_add (self->factors, record);
}

/* To be changed, unlike that of tl_plain_record_get(). */
TlValue *
_tl_fragment_get_value (TlPlainRecord *record,
                        const char    *field)
{
  return &record->values[tl_kind_find_field_index (record->kind, field)];
}

static void name_record (Copier   *copier,
                         TlRecord *record);

/* Sees to it that what @value mentions is in the fragment, at least by name. */
static void
follow (Copier        *copier,
        const TlField *field,
        const TlValue *value)
{
  const char *const one[] = { value->type == TL_VALUE_TEXT ? value->text : NULL, NULL };
  const char *const *ids = value->type == TL_VALUE_LIST ? (const char *const *) value->list : one;

  for (guint i = 0; tl_field_is_reference (field) && ids[i] != NULL; i++)
    {
      TlRecord *target = tl_review_lookup (copier->review, ids[i]);

      if (target != NULL && !g_hash_table_contains (copier->ids, ids[i]))
        name_record (copier, target);
    }
}

static TlPlainRecord *
start_record (Copier   *copier,
              TlRecord *record)
{
  TlPlainRecord *plain = tl_plain_record_new (tl_record_get_kind (record), tl_record_get_id (record));

  g_hash_table_add (copier->ids, plain->id);
  return plain;
}

static void
copy_record (Copier   *copier,
             TlRecord *record)
{
  TlPlainRecord *plain = start_record (copier, record);

  for (guint i = 0; i < plain->kind->n_fields; i++)
    {
      tl_value_copy (tl_record_get_value (record, i), &plain->values[i]);
      follow (copier, &plain->kind->fields[i], &plain->values[i]);
    }
  _tl_fragment_take (copier->fragment, plain);
}

/* Its id, and what it can't be without. */
static void
name_record (Copier   *copier,
             TlRecord *record)
{
  TlPlainRecord *plain = start_record (copier, record);

  for (guint i = 0; i < plain->kind->n_fields; i++)
    {
      if (plain->kind->fields[i].on_remove != TL_ON_REMOVE_DELETE)
        continue;
      tl_value_copy (tl_record_get_value (record, i), &plain->values[i]);
      follow (copier, &plain->kind->fields[i], &plain->values[i]);
    }
  _tl_fragment_take (copier->fragment, plain);
}

/* A tag whose code no installed typology knows could not be read back. */
static gboolean
is_readable (Copier   *copier,
             TlRecord *record)
{
  const char *code = tl_record_is (record, "tag") ? tl_record_get_text (record, "code") : NULL;

  if (code == NULL)
    return TRUE;

  g_autofree char *scheme = g_strndup (code, strcspn (code, ":"));
  return tl_pins_add_typology (copier->pins, scheme, NULL, NULL) && tl_pins_knows_code (copier->pins, code);
}

/* The tags of a factor or link and what speaks for or against it. */
static void
copy_about (Copier     *copier,
            const char *id)
{
  static const char *const kinds[] = { "tag", "support" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) about = tl_review_get_referrers (copier->review, id, kinds[i], "target");

      for (guint j = 0; j < about->len; j++)
        if (is_readable (copier, g_ptr_array_index (about, j)))
          copy_record (copier, g_ptr_array_index (about, j));
    }
}

/* The links of which both ends travel. */
static void
copy_links (Copier     *copier,
            const char *cause_id)
{
  g_autoptr (GPtrArray) links = tl_review_get_referrers (copier->review, cause_id, "link", "cause");

  for (guint i = 0; i < links->len; i++)
    {
      TlRecord *link = g_ptr_array_index (links, i);
      const char *effect_id = tl_record_get_text (link, "effect");

      if (effect_id == NULL || !g_hash_table_contains (copier->factors, effect_id))
        continue;
      copy_record (copier, link);
      copy_about (copier, tl_record_get_id (link));
    }
}

static gint64
get_integer (const TlPlainRecord *record,
             const char          *field)
{
  const TlValue *value = tl_plain_record_get (record, field);

  return value->type == TL_VALUE_INTEGER ? value->integer : 0;
}

/* Factors as they are read on the canvas: from the top, and from left to right. */
static int
compare_places (const void *a,
                const void *b)
{
  const TlPlainRecord *one = *(const TlPlainRecord *const *) a;
  const TlPlainRecord *other = *(const TlPlainRecord *const *) b;
  gint64 dy = get_integer (one, "y") - get_integer (other, "y");
  gint64 dx = get_integer (one, "x") - get_integer (other, "x");

  if (dy != 0)
    return dy < 0 ? -1 : 1;
  if (dx != 0)
    return dx < 0 ? -1 : 1;
  return strcmp (one->id, other->id);
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

/**
 * tl_fragment_new:
 * @review: a review
 * @ids: (array zero-terminated=1): ids of records; those that are no factors are passed over
 *
 * Copies factors, with the links among them.
 *
 * Returns: (transfer full) (nullable): the fragment; %NULL if no factor is among @ids
 */
TlFragment *
tl_fragment_new (TlReview          *review,
                 const char *const *ids)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && ids != NULL, NULL);

  g_autoptr (TlFragment) self = _tl_fragment_new (tl_record_get_id (tl_review_get_subject (review)));
  g_autoptr (TlPins) pins = tl_pins_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) factors = g_hash_table_new (g_str_hash, g_str_equal);
  Copier copier = { review, self, pins, seen, factors };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *record = tl_review_lookup (review, ids[i]);

      if (record != NULL && tl_record_is (record, "factor") && !g_hash_table_contains (factors, ids[i]))
        {
          g_hash_table_add (factors, (gpointer) tl_record_get_id (record));
          copy_record (&copier, record);
        }
    }
  for (guint i = 0, n = self->factors->len; i < n; i++)
    {
      const TlPlainRecord *factor = g_ptr_array_index (self->factors, i);

      copy_links (&copier, factor->id);
      copy_about (&copier, factor->id);
    }
  g_ptr_array_sort (self->factors, compare_places);
  return self->factors->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_fragment_new_from_xml:
 * @bytes: from outside
 * @error: return location
 *
 * Returns: (transfer full): the fragment; %NULL with %TL_ERROR_INVALID and others, and the reason for a person
 */
TlFragment *
tl_fragment_new_from_xml (GBytes  *bytes,
                          GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > TL_FRAGMENT_MAX_BYTES)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("What was copied is larger than 16 MB."));
      return NULL;
    }

  g_autoptr (TlXmlFile) file = tl_xml_read_bytes (bytes, _("What was copied"), NULL, NULL, error);

  if (file == NULL)
    return NULL;
  if (file->header.tier != TL_TIER_TRANSFER)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("What was copied is of the tier “%s”, which leaves too much out to be pasted."),
                   tl_tier_get_name (file->header.tier));
      return NULL;
    }

  const TlPlainRecord *subject = g_ptr_array_index (file->records, 0);
  g_autoptr (TlFragment) self = _tl_fragment_new (subject->id);

  while (file->records->len > 1)
    _tl_fragment_take (self, g_ptr_array_steal_index (file->records, file->records->len - 1));
  g_ptr_array_sort (self->factors, compare_places);
  if (self->factors->len == 0)
    g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, _("There is no factor in what was copied."));
  else if (self->factors->len > TL_FRAGMENT_MAX_FACTORS)
    g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("There are more than %u factors in what was copied."),
                 TL_FRAGMENT_MAX_FACTORS);
  else
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * tl_fragment_free:
 * @self: (transfer full): a fragment
 */
void
tl_fragment_free (TlFragment *self)
{
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/**
 * tl_fragment_is_from:
 *
 * Returns: whether it was copied in @review, or in another copy of it
 */
gboolean
tl_fragment_is_from (TlFragment *self,
                     TlReview   *review)
{
  g_return_val_if_fail (self != NULL && TL_IS_REVIEW (review), FALSE);

  const TlPlainRecord *origin = g_ptr_array_index (self->records, 0);
  return strcmp (origin->id, tl_record_get_id (tl_review_get_subject (review))) == 0;
}

/**
 * tl_fragment_dup_xml:
 *
 * Returns: (transfer full): a file of the transfer tier, without the body of any source
 */
char *
tl_fragment_dup_xml (TlFragment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (TlExport) export = g_new0 (TlExport, 1);

  export->tier = TL_TIER_TRANSFER;
  export->records = g_ptr_array_new ();
  export->typologies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->records->len; i++)
    {
      TlPlainRecord *record = g_ptr_array_index (self->records, i);
      const TlValue *code = strcmp (record->kind->name, "tag") == 0 ? tl_plain_record_get (record, "code") : NULL;

      g_ptr_array_add (export->records, record);
      if (code == NULL || code->type != TL_VALUE_TEXT)
        continue;

      g_autofree char *scheme = g_strndup (code->text, strcspn (code->text, ":"));
      TlTypology *typology = tl_typology_lookup (scheme, NULL);

      if (typology != NULL)
        g_hash_table_replace (export->typologies, g_strdup (scheme), g_strdup (tl_typology_get_version (typology)));
    }
  g_ptr_array_sort (export->records, compare_records);
  return tl_xml_dup_export (export);
}

static const char *
get_statement (TlFragment *self,
               const char *id)
{
  for (guint i = 0; i < self->factors->len; i++)
    {
      const TlPlainRecord *factor = g_ptr_array_index (self->factors, i);
      const TlValue *statement = tl_plain_record_get (factor, "statement");

      if (strcmp (factor->id, id) == 0 && statement->type == TL_VALUE_TEXT)
        return statement->text;
    }
  return _("No statement yet");
}

/**
 * tl_fragment_dup_text:
 *
 * Returns: (transfer full): the statements, one a line, then the links as "A → B"
 */
char *
tl_fragment_dup_text (TlFragment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->factors->len; i++)
    g_string_append_printf (text, "%s\n", get_statement (self, tl_fragment_get_factor (self, i)->id));
  for (guint i = 0; i < self->records->len; i++)
    {
      const TlPlainRecord *link = g_ptr_array_index (self->records, i);

      if (strcmp (link->kind->name, "link") == 0)
        g_string_append_printf (text, "%s → %s\n", get_statement (self, tl_plain_record_get (link, "cause")->text),
                                get_statement (self, tl_plain_record_get (link, "effect")->text));
    }
  return g_string_free (text, FALSE);
}

guint
tl_fragment_get_n_factors (TlFragment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->factors->len;
}

/**
 * tl_fragment_get_factor:
 * @position: from the top and from left to right
 *
 * Returns: (transfer none): a factor
 */
const TlPlainRecord *
tl_fragment_get_factor (TlFragment *self,
                        guint       position)
{
  g_return_val_if_fail (self != NULL && position < self->factors->len, NULL);
  return g_ptr_array_index (self->factors, position);
}
