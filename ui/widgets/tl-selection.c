/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected in one window: ids of records, shared by canvas, outline, inspector and checks. It owns the ids, not
 * the records, and forgets an id as soon as its record is gone from the review. */
#include "config.h"

#include "ui/widgets/tl-selection.h"

struct _TlSelection
{
  GObject parent_instance;

  /* Owned */
  TlReview *review;
  GPtrArray *ids; /* in the order in which they were selected; the last is the primary one */
};

G_DEFINE_FINAL_TYPE (TlSelection, tl_selection, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_REVIEW,
  PROP_PRIMARY,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
find_id (TlSelection *self,
         const char  *id,
         guint       *position)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, position);
}

static void
emit_changed (TlSelection *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRIMARY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
review_changed_cb (TlSelection     *self,
                   TlReviewChanges *changes,
                   TlReview        *review)
{
  guint n = self->ids->len;

  for (guint i = n; i > 0; i--)
    {
      if (tl_review_lookup (self->review, g_ptr_array_index (self->ids, i - 1)) == NULL)
        g_ptr_array_remove_index (self->ids, i - 1);
    }
  if (self->ids->len != n)
    emit_changed (self);
}

/* GObject overrides */

static void
tl_selection_constructed (GObject *object)
{
  TlSelection *self = TL_SELECTION (object);

  G_OBJECT_CLASS (tl_selection_parent_class)->constructed (object);
  if (self->review != NULL)
    g_signal_connect_object (self->review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tl_selection_finalize (GObject *object)
{
  TlSelection *self = TL_SELECTION (object);

  g_clear_object (&self->review);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_selection_parent_class)->finalize (object);
}

static void
tl_selection_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlSelection *self = TL_SELECTION (object);

  switch (property)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_PRIMARY:
      g_value_set_object (value, tl_selection_get_primary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_selection_set_property (GObject      *object,
                           guint         property,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlSelection *self = TL_SELECTION (object);

  switch (property)
    {
    case PROP_REVIEW:
      self->review = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_selection_class_init (TlSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tl_selection_constructed;
  object_class->finalize = tl_selection_finalize;
  object_class->get_property = tl_selection_get_property;
  object_class->set_property = tl_selection_set_property;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, TL_TYPE_REVIEW,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRIMARY] = g_param_spec_object ("primary", NULL, NULL, TL_TYPE_RECORD,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlSelection::changed:
   *
   * Something else is selected. Also notified as "primary".
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_selection_init (TlSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_selection_new:
 * @review: the review whose records can be selected
 *
 * Returns: (transfer full): a selection of nothing
 */
TlSelection *
tl_selection_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  return g_object_new (TL_TYPE_SELECTION, "review", review, NULL);
}

/**
 * tl_selection_get_review:
 *
 * Returns: (transfer none): the review
 */
TlReview *
tl_selection_get_review (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), NULL);

  return self->review;
}

/**
 * tl_selection_get_primary:
 *
 * Returns: (transfer none) (nullable): the record that was selected last: what the inspector shows
 */
TlRecord *
tl_selection_get_primary (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), NULL);

  return self->ids->len > 0 ? tl_review_lookup (self->review, tl_selection_get_primary_id (self)) : NULL;
}

/**
 * tl_selection_get_primary_id:
 *
 * Returns: (transfer none) (nullable): the id of the record that was selected last
 */
const char *
tl_selection_get_primary_id (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), NULL);

  return self->ids->len > 0 ? g_ptr_array_index (self->ids, self->ids->len - 1) : NULL;
}

guint
tl_selection_get_n (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), 0);

  return self->ids->len;
}

const char *
tl_selection_get_id (TlSelection *self,
                     guint        position)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), NULL);
  g_return_val_if_fail (position < self->ids->len, NULL);

  return g_ptr_array_index (self->ids, position);
}

/**
 * tl_selection_dup_ids:
 *
 * Returns: (transfer full): the selected ids, the primary one last; never %NULL
 */
GStrv
tl_selection_dup_ids (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), NULL);

  GStrv ids = g_new0 (char *, self->ids->len + 1);

  for (guint i = 0; i < self->ids->len; i++)
    ids[i] = g_strdup (g_ptr_array_index (self->ids, i));
  return ids;
}

gboolean
tl_selection_contains (TlSelection *self,
                       const char  *id)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), FALSE);

  return id != NULL && find_id (self, id, NULL);
}

/**
 * tl_selection_set_one:
 * @id: (nullable): the only record to be selected, or %NULL for none
 */
void
tl_selection_set_one (TlSelection *self,
                      const char  *id)
{
  g_return_if_fail (TL_IS_SELECTION (self));

  tl_selection_set_many (self, (const char *const[]) { id, NULL });
}

/**
 * tl_selection_set_many:
 * @ids: ended by %NULL: what is to be selected, the primary one last. What is not in the review is left out.
 */
void
tl_selection_set_many (TlSelection       *self,
                       const char *const *ids)
{
  g_return_if_fail (TL_IS_SELECTION (self));
  g_return_if_fail (ids != NULL);

  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_free);
  gboolean same;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (tl_review_lookup (self->review, ids[i]) != NULL && g_hash_table_add (seen, (gpointer) ids[i]))
        g_ptr_array_add (next, g_strdup (ids[i]));
    }

  same = next->len == self->ids->len;
  for (guint i = 0; same && i < next->len; i++)
    same = g_str_equal (g_ptr_array_index (next, i), g_ptr_array_index (self->ids, i));
  if (same)
    return;

  g_ptr_array_unref (self->ids);
  self->ids = g_steal_pointer (&next);
  emit_changed (self);
}

/**
 * tl_selection_add:
 * @id: a record that becomes the primary one, whether or not it was selected before
 */
void
tl_selection_add (TlSelection *self,
                  const char  *id)
{
  g_return_if_fail (TL_IS_SELECTION (self));
  g_return_if_fail (id != NULL);

  g_autofree char *added = g_strdup (id); /* @id may be our own copy */
  guint position;

  if (tl_review_lookup (self->review, id) == NULL)
    return;
  if (find_id (self, id, &position))
    {
      if (position + 1 == self->ids->len)
        return;
      g_ptr_array_remove_index (self->ids, position);
    }
  g_ptr_array_add (self->ids, g_steal_pointer (&added));
  emit_changed (self);
}

void
tl_selection_remove (TlSelection *self,
                     const char  *id)
{
  g_return_if_fail (TL_IS_SELECTION (self));
  g_return_if_fail (id != NULL);

  guint position;

  if (!find_id (self, id, &position))
    return;
  g_ptr_array_remove_index (self->ids, position);
  emit_changed (self);
}

void
tl_selection_toggle (TlSelection *self,
                     const char  *id)
{
  g_return_if_fail (TL_IS_SELECTION (self));
  g_return_if_fail (id != NULL);

  if (tl_selection_contains (self, id))
    tl_selection_remove (self, id);
  else
    tl_selection_add (self, id);
}

void
tl_selection_clear (TlSelection *self)
{
  g_return_if_fail (TL_IS_SELECTION (self));

  if (self->ids->len == 0)
    return;
  g_ptr_array_set_size (self->ids, 0);
  emit_changed (self);
}
