/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of what leaves in a tier, for a picture. It sees nothing of the review but what leaves, so a picture can't
 * show what its tier does not let out. */
#include "config.h"

#include "model/exchange/tl-export-picture.h"

#include <glib/gi18n-lib.h>

typedef struct {
  TlExport   *export;    /* borrowed */
  GHashTable *part;      /* borrowed; ids of the factors that take part, NULL for all */
  TlMethod   *method;    /* borrowed; NULL without */
  GHashTable *records;   /* borrowed; id → TlPlainRecord of the export */
  GHashTable *positions; /* borrowed; id → position in the picture */
  TlPicture  *picture;   /* borrowed */
} Filling;

static const char *
get_text (const TlPlainRecord *record,
          const char          *field)
{
  return tl_value_get_text (tl_plain_record_get (record, field));
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
  factor->box.placed = filling->part == NULL && x->type == TL_VALUE_INTEGER && y->type == TL_VALUE_INTEGER;
  if (factor->box.placed)
    {
      factor->box.x = (double) x->integer - factor->box.width / 2;
      factor->box.y = (double) y->integer - factor->box.height / 2;
    }
  g_hash_table_insert (filling->positions, (gpointer) record->id, GUINT_TO_POINTER (position));
}

static void
add_link (Filling             *filling,
          const TlPlainRecord *record)
{
  const TlMethodEntry *kind = find_entry (filling, record, TL_VOCABULARY_LINK_KIND);
  const char *cause_id = get_text (record, "cause"), *effect_id = get_text (record, "effect");
  gpointer cause, effect;

  if (cause_id == NULL || effect_id == NULL || (filling->part != NULL && is_choice (record, "state", "rejected"))
      || !g_hash_table_lookup_extended (filling->positions, cause_id, NULL, &cause)
      || !g_hash_table_lookup_extended (filling->positions, effect_id, NULL, &effect))
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
    {
      const TlPlainRecord *record = g_ptr_array_index (records, i);

      if (record->kind == factor_kind && (filling->part == NULL || g_hash_table_contains (filling->part, record->id)))
        add_factor (filling, record);
    }
  for (guint i = 0; i < records->len; i++)
    if (((TlPlainRecord *) g_ptr_array_index (records, i))->kind == link_kind)
      add_link (filling, g_ptr_array_index (records, i));
}

/* The review's own record. */
static const TlPlainRecord *
find_subject (TlExport *export)
{
  for (guint i = 0; i < export->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (export->records, i);

      if (record->kind == tl_kind_lookup ("review"))
        return record;
    }
  return NULL;
}

/**
 * tl_export_freeze:
 * @export: what leaves
 * @part: (nullable) (element-type utf8): a set of ids of factors as they leave; all without it
 *
 * Fills a picture with what is seen of the graph in @export. The whole has the places that leave. A part is an inset,
 * to be laid out for its own sake, and without the links that nobody holds any longer.
 *
 * Returns: (transfer full): a picture that is not settled yet
 */
TlPicture *
tl_export_freeze (TlExport   *export,
                  GHashTable *part)
{
  g_return_val_if_fail (export != NULL, NULL);

  const TlPlainRecord *subject = find_subject (export);
  const char *method_id = subject != NULL ? get_text (subject, "method") : NULL;
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  TlPicture *picture = tl_picture_new (subject != NULL ? get_text (subject, "title") : NULL, method);
  Filling filling = { export, part, method, records, positions, picture };

  picture->is_inset = part != NULL;
  fill (&filling);
  return picture;
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

  g_autoptr (TlPicture) picture = tl_export_freeze (export, NULL);

  return tl_picture_settle (picture, only, cancellable, error) ? g_steal_pointer (&picture) : NULL;
}
