/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of what leaves in a tier, for a picture. It sees nothing of the review but what leaves, so a picture can't
 * show what its tier does not let out. */
#include "config.h"

#include "model/exchange/tl-export-picture.h"

#include <glib/gi18n-lib.h>

typedef struct {
  TlExport   *export;  /* borrowed */
  TlMethod   *method;  /* owned; NULL without */
  GHashTable *records; /* owned; id → TlPlainRecord of the export */
  GHashTable *factors; /* owned; id → position in the picture */
  TlPicture  *picture; /* owned */
} Filling;

static const char *
get_text (const TlPlainRecord *record,
          const char          *field)
{
  const TlValue *value = tl_plain_record_get (record, field);

  return value->type == TL_VALUE_TEXT ? value->text : NULL;
}

static gboolean
is_choice (const TlPlainRecord *record,
           const char          *field,
           const char          *choice)
{
  return g_strcmp0 (get_text (record, field), choice) == 0;
}

static const TlMethodEntry *
find_entry (Filling             *filling,
            const TlPlainRecord *record,
            TlVocabulary         vocabulary)
{
  const char *key = get_text (record, "kind");

  return filling->method != NULL && key != NULL ? tl_method_find_entry (filling->method, vocabulary, key) : NULL;
}

static int
find_band (Filling             *filling,
           const TlPlainRecord *record)
{
  const char *level = get_text (record, "level");
  int band = level != NULL && filling->method != NULL ? tl_method_find_level (filling->method, level) : -1;

  return band >= 0 ? band : (int) filling->picture->bands->len - 1;
}

/* Whose act it is, or which agency's; whatever that record is called in its own kind. */
static char *
dup_whose (Filling             *filling,
           const TlPlainRecord *record)
{
  const char *id = get_text (record, "role");
  const TlPlainRecord *whose;
  const TlField *title;

  if (id == NULL)
    id = get_text (record, "agency");
  whose = id != NULL ? g_hash_table_lookup (filling->records, id) : NULL;
  title = whose != NULL ? tl_kind_get_title_field (whose->kind) : NULL;
  return title != NULL ? g_strdup (get_text (whose, title->name)) : NULL;
}

static char *
dup_mark (const TlPlainRecord *record)
{
  if (is_choice (record, "influence", "helped"))
    return g_strdup (_("helped"));
  return is_choice (record, "influence", "both") ? g_strdup (_("helped and hindered")) : NULL;
}

static void
add_factor (Filling             *filling,
            const TlPlainRecord *record)
{
  const TlMethodEntry *kind = find_entry (filling, record, TL_VOCABULARY_FACTOR_KIND);
  const TlValue *x = tl_plain_record_get (record, "x"), *y = tl_plain_record_get (record, "y");
  guint position = filling->picture->factors->len;
  TlPictureFactor *factor = tl_picture_add_factor (filling->picture, record->id);

  factor->statement = g_strdup (get_text (record, "statement"));
  factor->is_withheld = factor->statement == NULL && filling->export->tier > TL_TIER_TRANSFER;
  factor->kind = g_strdup (kind != NULL ? kind->title : _("Factor"));
  factor->whose = dup_whose (filling, record);
  factor->mark = dup_mark (record);
  factor->role = kind != NULL ? kind->factor_role : TL_FACTOR_ROLE_FACTOR;
  factor->is_disputed = get_text (record, "dissent") != NULL;
  factor->is_uncertain = is_choice (record, "certainty", "possible") || is_choice (record, "certainty", "unknown");
  factor->box.band = find_band (filling, record);
  factor->box.placed = x->type == TL_VALUE_INTEGER && y->type == TL_VALUE_INTEGER;
  if (factor->box.placed)
    {
      factor->box.x = (double) x->integer - factor->box.width / 2;
      factor->box.y = (double) y->integer - factor->box.height / 2;
    }
  g_hash_table_insert (filling->factors, (gpointer) record->id, GUINT_TO_POINTER (position));
}

static void
add_link (Filling             *filling,
          const TlPlainRecord *record)
{
  const TlMethodEntry *kind = find_entry (filling, record, TL_VOCABULARY_LINK_KIND);
  const char *cause_id = get_text (record, "cause"), *effect_id = get_text (record, "effect");
  gpointer cause, effect;

  if (cause_id == NULL || effect_id == NULL
      || !g_hash_table_lookup_extended (filling->factors, cause_id, NULL, &cause)
      || !g_hash_table_lookup_extended (filling->factors, effect_id, NULL, &effect))
    return;

  TlPictureLink *link = tl_picture_add_link (filling->picture, record->id, GPOINTER_TO_UINT (cause),
                                             GPOINTER_TO_UINT (effect));

  link->kind = g_strdup (kind != NULL ? kind->title : _("contributes to"));
  link->role = kind != NULL ? kind->link_role : TL_LINK_ROLE_CONTRIBUTES;
  link->state = g_strdup (get_text (record, "state"));
  link->sign = g_strdup (get_text (record, "sign"));
}

static void
fill (Filling *filling)
{
  const TlKind *factor_kind = tl_kind_lookup ("factor"), *link_kind = tl_kind_lookup ("link");
  GPtrArray *records = filling->export->records;

  for (guint i = 0; i < records->len; i++)
    {
      TlPlainRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (filling->records, record->id, record);
    }
  for (guint i = 0; i < records->len; i++)
    if (((TlPlainRecord *) g_ptr_array_index (records, i))->kind == factor_kind)
      add_factor (filling, g_ptr_array_index (records, i));
  for (guint i = 0; i < records->len; i++)
    if (((TlPlainRecord *) g_ptr_array_index (records, i))->kind == link_kind)
      add_link (filling, g_ptr_array_index (records, i));
}

/* What the review is called, if that leaves. */
static const char *
get_title (TlExport *export)
{
  for (guint i = 0; i < export->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (export->records, i);

      if (record->kind == tl_kind_lookup ("review"))
        return get_text (record, "title");
    }
  return NULL;
}

/**
 * tl_export_picture:
 * @review: a review
 * @tier: to whom
 * @only: (nullable): ids, as they leave, of the factors and links to show; all without it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Freezes what @tier may see of the graph of @review. Where its places leave too, the picture is as on the canvas;
 * otherwise it is laid out anew.
 *
 * Returns: (transfer full) (nullable): the picture, settled; %NULL with the errors of tl_export_new() or
 *   %G_IO_ERROR_CANCELLED
 */
TlPicture *
tl_export_picture (TlReview           *review,
                   TlTier              tier,
                   const char *const  *only,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  g_autoptr (TlExport) export = tl_export_new (review, tier, TL_EXPORT_DEFAULT, error);

  if (export == NULL)
    return NULL;

  const char *method_id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) factors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TlPicture) picture = tl_picture_new (get_title (export), method);
  Filling filling = { export, method, records, factors, picture };

  fill (&filling);
  return tl_picture_settle (picture, only, cancellable, error) ? g_steal_pointer (&picture) : NULL;
}
