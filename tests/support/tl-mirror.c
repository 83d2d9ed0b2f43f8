/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to hold of a review in memory at any time, and a view that finds out whether it was told everything. */
#include "config.h"

#include "tests/support/tl-mirror.h"

#include <string.h>

#include "model/review/tl-history.h"

typedef struct {
  TlRecord *record;
  TlValue  *values;
  gulong    handler;
} Image;

struct _TlMirror
{
  TlReview   *review;
  GPtrArray **lists; /* one a kind: of Image */
  gulong     *handlers;
};

static void
image_free (gpointer data)
{
  Image *image = data;

  g_signal_handler_disconnect (image->record, image->handler);
  for (guint i = 0; i < tl_record_get_kind (image->record)->n_fields; i++)
    tl_value_clear (&image->values[i]);
  g_free (image->values);
  g_object_unref (image->record);
  g_free (image);
}

static void
notify_cb (TlRecord   *record,
           GParamSpec *pspec,
           Image      *image)
{
  g_autofree char *name = g_strdelimit (g_strdup (pspec->name), "-", '_');
  int field = tl_kind_find_field_index (tl_record_get_kind (record), name);

  g_assert_cmpint (field, >=, 0);
  tl_value_clear (&image->values[field]);
  tl_value_copy (tl_record_get_value (record, (guint) field), &image->values[field]);
}

static Image *
image_new (TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);
  Image *image = g_new0 (Image, 1);

  image->record = g_object_ref (record);
  image->values = g_new0 (TlValue, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_copy (tl_record_get_value (record, i), &image->values[i]);
  image->handler = g_signal_connect (record, "notify", G_CALLBACK (notify_cb), image);
  return image;
}

static void
items_changed_cb (TlRecordList *list,
                  guint         position,
                  guint         removed,
                  guint         added,
                  TlMirror     *self)
{
  GPtrArray *images = self->lists[tl_kind_get_position (tl_record_list_get_kind (list))];

  g_assert_cmpuint (position + removed, <=, images->len);
  if (removed > 0)
    g_ptr_array_remove_range (images, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (images, (int) (position + i), image_new (tl_record_list_get (list, position + i)));
}

/**
 * tl_mirror_new:
 * @review: a review
 *
 * Returns: (transfer full): a view of it
 */
TlMirror *
tl_mirror_new (TlReview *review)
{
  TlMirror *self = g_new0 (TlMirror, 1);
  guint n = tl_kinds_get_n ();

  self->review = g_object_ref (review);
  self->lists = g_new0 (GPtrArray *, n);
  self->handlers = g_new0 (gulong, n);
  for (guint i = 0; i < n; i++)
    {
      TlRecordList *list = tl_review_get_list (review, tl_kinds_get (i)->name);

      self->lists[i] = g_ptr_array_new_with_free_func (image_free);
      items_changed_cb (list, 0, 0, tl_record_list_get_n (list), self);
      self->handlers[i] = g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
    }
  return self;
}

/**
 * tl_mirror_free:
 * @self: (transfer full): a view
 */
void
tl_mirror_free (TlMirror *self)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      g_signal_handler_disconnect (tl_review_get_list (self->review, tl_kinds_get (i)->name), self->handlers[i]);
      g_ptr_array_unref (self->lists[i]);
    }
  g_object_unref (self->review);
  g_free (self->handlers);
  g_free (self->lists);
  g_free (self);
}

/**
 * tl_mirror_assert_true:
 * @self: a view
 *
 * Fails unless the view shows what the review holds.
 */
void
tl_mirror_assert_true (TlMirror *self)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      TlRecordList *list = tl_review_get_list (self->review, kind->name);

      g_assert_cmpuint (self->lists[i]->len, ==, tl_record_list_get_n (list));
      for (guint j = 0; j < self->lists[i]->len; j++)
        {
          Image *image = g_ptr_array_index (self->lists[i], j);

          g_assert_true (image->record == tl_record_list_get (list, j));
          for (guint k = 0; k < kind->n_fields; k++)
            g_assert_true (tl_value_equal (&image->values[k], tl_record_get_value (image->record, k)));
        }
    }
}

static void
count_reference (TlReview      *review,
                 const TlField *field,
                 const char    *id,
                 TlRecord      *from,
                 GHashTable    *counted)
{
  TlRecord *target = tl_review_lookup (review, id);
  GHashTable *referrers = g_hash_table_lookup (counted, id);

  g_assert_nonnull (target);
  g_assert_true (field->type == TL_FIELD_ANY || tl_field_refers_to (field, tl_record_get_kind (target)));
  if (referrers == NULL)
    {
      referrers = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (counted, g_strdup (id), referrers);
    }
  g_hash_table_add (referrers, from);
}

static void
count_record (TlReview   *review,
              TlRecord   *record,
              GHashTable *counted)
{
  const TlKind *kind = tl_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      const TlValue *value = tl_record_get_value (record, i);

      if (field->on_remove == TL_ON_REMOVE_DELETE)
        g_assert_cmpint (value->type, ==, TL_VALUE_TEXT);
      if (!tl_field_is_reference (field) && field->type != TL_FIELD_ANY)
        continue;
      if (value->type == TL_VALUE_TEXT)
        count_reference (review, field, value->text, record, counted);
      for (guint j = 0; value->type == TL_VALUE_LIST && value->list[j] != NULL; j++)
        count_reference (review, field, value->list[j], record, counted);
    }
}

static void
assert_referrers (TlReview   *review,
                  TlRecord   *record,
                  GHashTable *counted)
{
  g_autoptr (GPtrArray) indexed = tl_review_get_referrers (review, tl_record_get_id (record), NULL, NULL);
  GHashTable *expected = g_hash_table_lookup (counted, tl_record_get_id (record));

  g_assert_cmpuint (indexed->len, ==, expected != NULL ? g_hash_table_size (expected) : 0);
  for (guint i = 0; i < indexed->len; i++)
    g_assert_true (g_hash_table_contains (expected, g_ptr_array_index (indexed, i)));
}

/**
 * tl_assert_review_whole:
 * @review: a review
 *
 * Fails unless the lists are in order, every record is found by its id, every reference finds its record, and the
 * records that refer to one are those that a count of them all gives.
 */
void
tl_assert_review_whole (TlReview *review)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_hash_table_unref);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < tl_kinds_get_n (); i++)
      {
        TlRecordList *list = tl_review_get_list (review, tl_kinds_get (i)->name);

        for (guint j = 0; j < tl_record_list_get_n (list); j++)
          {
            TlRecord *record = tl_record_list_get (list, j);

            if (pass == 1)
              {
                assert_referrers (review, record, counted);
                continue;
              }
            g_assert_true (tl_review_lookup (review, tl_record_get_id (record)) == record);
            if (j > 0)
              g_assert_cmpstr (tl_record_get_id (tl_record_list_get (list, j - 1)), <, tl_record_get_id (record));
            count_record (review, record, counted);
          }
      }
}

/* Says what differs before it fails. */
static void
assert_records_equal (TlRecord *a,
                      TlRecord *b)
{
  const TlKind *kind = tl_record_get_kind (a);

  if (tl_record_equal (a, b))
    return;
  g_test_message ("%s %s, %s", kind->name, tl_record_get_id (a), tl_record_get_id (b));
  for (guint i = 0; kind == tl_record_get_kind (b) && i < kind->n_fields; i++)
    {
      g_autofree char *text_a = tl_value_dup_string (tl_record_get_value (a, i), &kind->fields[i]);
      g_autofree char *text_b = tl_value_dup_string (tl_record_get_value (b, i), &kind->fields[i]);

      if (!tl_value_equal (tl_record_get_value (a, i), tl_record_get_value (b, i)))
        g_test_message ("%s: “%s” and “%s”", kind->fields[i].name, text_a, text_b);
    }
  g_assert_true (tl_record_equal (a, b));
}

static void
assert_kinds_equal (TlReview     *a,
                    TlReview     *b,
                    const TlKind *kind)
{
  TlRecordList *list_a = tl_review_get_list (a, kind->name);
  TlRecordList *list_b = tl_review_get_list (b, kind->name);

  if (tl_record_list_get_n (list_a) != tl_record_list_get_n (list_b))
    g_test_message ("%s", kind->plural);
  g_assert_cmpuint (tl_record_list_get_n (list_a), ==, tl_record_list_get_n (list_b));
  for (guint i = 0; i < tl_record_list_get_n (list_a); i++)
    assert_records_equal (tl_record_list_get (list_a, i), tl_record_list_get (list_b, i));
}

/**
 * tl_assert_reviews_equal:
 * @a: a review
 * @b: a review
 *
 * Fails unless both hold the same records.
 */
void
tl_assert_reviews_equal (TlReview *a,
                         TlReview *b)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    assert_kinds_equal (a, b, tl_kinds_get (i));
}

/**
 * tl_assert_reviews_passed_on:
 * @a: a review
 * @b: a review made of all that leaves @a
 *
 * Fails unless both hold the same records, but for those that stay where they were made.
 */
void
tl_assert_reviews_passed_on (TlReview *a,
                             TlReview *b)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_kinds_get (i)->tier != TL_TIER_NEVER)
      assert_kinds_equal (a, b, tl_kinds_get (i));
    else
      g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (b, tl_kinds_get (i)->name)), ==, 0);
}

static void
assert_histories_equal (TlReview *a,
                        TlReview *b)
{
  TlHistory *history_a = tl_review_get_history (a), *history_b = tl_review_get_history (b);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (history_a));

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (history_b)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlChange) change_a = g_list_model_get_item (G_LIST_MODEL (history_a), i);
      g_autoptr (TlChange) change_b = g_list_model_get_item (G_LIST_MODEL (history_b), i);

      g_assert_cmpstr (tl_change_get_id (change_a), ==, tl_change_get_id (change_b));
      g_assert_cmpstr (tl_change_get_label (change_a), ==, tl_change_get_label (change_b));
      g_assert_true (tl_change_get_undone (change_a) == tl_change_get_undone (change_b));
    }
  g_assert_cmpstr (tl_history_get_undo_label (history_a), ==, tl_history_get_undo_label (history_b));
  g_assert_cmpstr (tl_history_get_redo_label (history_a), ==, tl_history_get_redo_label (history_b));
}

/**
 * tl_assert_review_is_file:
 * @review: a review
 *
 * Fails unless what is in memory, with the history, is what someone finds who opens the file now, and the file is
 * sound.
 */
void
tl_assert_review_is_file (TlReview *review)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) fresh = tl_review_open (tl_review_get_path (review), TL_REVIEW_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  tl_review_verify (fresh, &error);
  g_assert_no_error (error);
  tl_assert_reviews_equal (review, fresh);
  assert_histories_equal (review, fresh);
}

/**
 * tl_review_describe:
 * @review: a review
 *
 * Returns: (transfer full): a text that is the same for two reviews if and only if they hold the same
 */
char *
tl_review_describe (TlReview *review)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n = 0;

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      TlRecordList *list = tl_review_get_list (review, kind->name);

      for (guint j = 0; j < tl_record_list_get_n (list); j++, n++)
        for (guint k = 0; k < kind->n_fields; k++)
          {
            TlRecord *record = tl_record_list_get (list, j);
            g_autofree char *value = tl_value_dup_string (tl_record_get_value (record, k), &kind->fields[k]);
            g_autofree char *line = g_strdup_printf ("%s %u %s\n", tl_record_get_id (record), k,
                                                     value != NULL ? value : "");

            g_checksum_update (sum, (const guchar *) line, -1);
          }
    }
  return g_strdup_printf ("%u %s", n, g_checksum_get_string (sum));
}
