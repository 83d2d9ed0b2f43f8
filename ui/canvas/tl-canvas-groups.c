/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which factors are shown as one card: those of an episode, an agency or a group of the method. It is a way of looking
 * only: nothing of it is in the file, and no factor moves. It follows the review and has no widget. */
#include "config.h"

#include "ui/canvas/tl-canvas-groups.h"

#include "ui/widgets/tl-term.h"

struct _TlCanvasGroups
{
  GObject parent_instance;

  /* Owned */
  TlReview *review;
  GPtrArray *groups;     /* all there are */
  GHashTable *collapsed; /* "field:key" */
  GHashTable *by_id;     /* id of a factor → position of its collapsed group */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCanvasGroups, tl_canvas_groups, G_TYPE_OBJECT)

static const char *const fields[] = { TL_GROUPS_BY_EPISODE, TL_GROUPS_BY_AGENCY, TL_GROUPS_BY_CATEGORY };

static void
group_free (gpointer data)
{
  TlCanvasGroup *group = data;

  g_free (group->field);
  g_free (group->key);
  g_free (group->title);
  g_free (group);
}

static char *
dup_name (const char *field,
          const char *key)
{
  return g_strdup_printf ("%s:%s", field, key);
}

static char *
dup_title (TlCanvasGroups *self,
           const char     *field,
           const char     *key)
{
  TlRecord *record = tl_review_lookup (self->review, key);
  const TlKind *kind = tl_record_list_get_kind (tl_review_get_list (self->review, "factor"));
  char *label;

  if (record != NULL)
    return tl_review_dup_title (self->review, record);
  label = tl_terms_dup_label (self->review, tl_kind_find_field (kind, field), key);
  return label != NULL ? label : g_strdup (key);
}

static guint
get_group (TlCanvasGroups *self,
           GHashTable     *positions,
           const char     *field,
           const char     *key)
{
  g_autofree char *name = dup_name (field, key);
  gpointer position;
  TlCanvasGroup *group;

  if (g_hash_table_lookup_extended (positions, name, NULL, &position))
    return GPOINTER_TO_UINT (position);
  group = g_new0 (TlCanvasGroup, 1);
  group->field = g_strdup (field);
  group->key = g_strdup (key);
  group->title = dup_title (self, field, key);
  group->is_collapsed = g_hash_table_contains (self->collapsed, name);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (positions, g_steal_pointer (&name), GUINT_TO_POINTER (self->groups->len - 1));
  return self->groups->len - 1;
}

static void
count_in (TlCanvasGroups *self,
          GHashTable     *positions,
          TlRecord       *factor,
          const char     *field,
          const char     *key)
{
  guint position = get_group (self, positions, field, key);
  TlCanvasGroup *group = g_ptr_array_index (self->groups, position);
  const char *id = tl_record_get_id (factor);

  if (group->is_collapsed && g_hash_table_contains (self->by_id, id))
    return;
  if (group->is_collapsed)
    g_hash_table_insert (self->by_id, g_strdup (id), GUINT_TO_POINTER (position));
  group->n_factors++;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TlCanvasGroup *first = *(TlCanvasGroup *const *) a, *second = *(TlCanvasGroup *const *) b;
  int order = g_strcmp0 (first->field, second->field);

  return order != 0 ? order : g_utf8_collate (first->title, second->title);
}

static void
add_groups (TlCanvasGroups *self,
            GHashTable     *positions)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");

  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          const char *const *keys = tl_record_get_list (factor, fields[j]);
          const char *key = tl_record_get_text (factor, fields[j]);

          if (key != NULL)
            count_in (self, positions, factor, fields[j], key);
          for (guint k = 0; keys[k] != NULL; k++)
            count_in (self, positions, factor, fields[j], keys[k]);
        }
    }
}

/* Groups are put in order once all are known, and then counted by the positions that they have. */
static void
gather (TlCanvasGroups *self)
{
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_set_size (self->groups, 0);
  g_hash_table_remove_all (self->by_id);
  add_groups (self, positions);
  g_ptr_array_sort (self->groups, compare_groups);
  g_hash_table_remove_all (positions);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->groups->len; i++)
    {
      TlCanvasGroup *group = g_ptr_array_index (self->groups, i);

      group->n_factors = 0;
      g_hash_table_insert (positions, dup_name (group->field, group->key), GUINT_TO_POINTER (i));
    }
  add_groups (self, positions);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* GObject overrides */

static void
tl_canvas_groups_finalize (GObject *object)
{
  TlCanvasGroups *self = TL_CANVAS_GROUPS (object);

  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->collapsed);
  g_hash_table_unref (self->by_id);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_canvas_groups_parent_class)->finalize (object);
}

static void
tl_canvas_groups_class_init (TlCanvasGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_canvas_groups_finalize;

  /**
   * TlCanvasGroups::changed:
   *
   * There are other groups, or others are collapsed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_canvas_groups_init (TlCanvasGroups *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tl_canvas_groups_new:
 *
 * Returns: (transfer full): the groups of @review, none of them collapsed
 */
TlCanvasGroups *
tl_canvas_groups_new (TlReview *review)
{
  TlCanvasGroups *self = g_object_new (TL_TYPE_CANVAS_GROUPS, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (gather), self, G_CONNECT_SWAPPED);
  gather (self);
  return self;
}

guint
tl_canvas_groups_get_n (TlCanvasGroups *self)
{
  return self->groups->len;
}

/**
 * tl_canvas_groups_get:
 *
 * Returns: (transfer none) (nullable): the group at @position, valid until the groups change
 */
const TlCanvasGroup *
tl_canvas_groups_get (TlCanvasGroups *self,
                      guint           position)
{
  return position < self->groups->len ? g_ptr_array_index (self->groups, position) : NULL;
}

/**
 * tl_canvas_groups_find:
 * @id: a factor
 *
 * Returns: the position of the collapsed group as part of which it is shown, or %TL_GROUPS_NONE
 */
guint
tl_canvas_groups_find (TlCanvasGroups *self,
                       const char     *id)
{
  gpointer position;

  return g_hash_table_lookup_extended (self->by_id, id, NULL, &position) ? GPOINTER_TO_UINT (position)
                                                                         : TL_GROUPS_NONE;
}

gboolean
tl_canvas_groups_has_collapsed (TlCanvasGroups *self)
{
  return g_hash_table_size (self->by_id) > 0;
}

/**
 * tl_canvas_groups_collapse:
 * @field: by what factors are taken together
 * @key: what they have there
 *
 * Shows them as one card. It stays so when the group is empty for a while, by undo say.
 */
void
tl_canvas_groups_collapse (TlCanvasGroups *self,
                           const char     *field,
                           const char     *key)
{
  g_return_if_fail (TL_IS_CANVAS_GROUPS (self) && field != NULL && key != NULL);

  g_hash_table_add (self->collapsed, dup_name (field, key));
  gather (self);
}

void
tl_canvas_groups_expand (TlCanvasGroups *self,
                         const char     *field,
                         const char     *key)
{
  g_return_if_fail (TL_IS_CANVAS_GROUPS (self) && field != NULL && key != NULL);

  g_autofree char *name = dup_name (field, key);

  if (g_hash_table_remove (self->collapsed, name))
    gather (self);
}

void
tl_canvas_groups_expand_all (TlCanvasGroups *self)
{
  g_return_if_fail (TL_IS_CANVAS_GROUPS (self));

  g_hash_table_remove_all (self->collapsed);
  gather (self);
}
