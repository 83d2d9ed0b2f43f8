/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rules find in an open review as a list model that follows the review. However much changes at once, the
 * rules run once, when nothing else is waiting; what stays the same keeps its place and its object. */
#include "config.h"

#include "model/checks/tl-check-list.h"

#include "model/checks/tl-check-private.h"
#include "model/checks/tl-checks.h"

struct _TlCheckList
{
  GObject parent_instance;

  /* owned */
  TlReview  *review;
  GPtrArray *problems; /* TlCheckProblem */

  guint    source;
  guint    n_problems;  /* that were not set aside */
  guint    n_set_aside;
  gboolean with_dismissed;
};

enum { PROP_0, PROP_REVIEW, PROP_N_PROBLEMS, PROP_N_SET_ASIDE, PROP_WITH_DISMISSED, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlCheckList, tl_check_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static TlCheckProblem *
get (GPtrArray *problems,
     guint      position)
{
  return g_ptr_array_index (problems, position);
}

static void
take_count (TlCheckList *self,
            guint       *count,
            guint        n,
            int          property)
{
  if (*count == n)
    return;
  *count = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What of @all is to be in the list. */
static GPtrArray *
choose (TlCheckList *self,
        GPtrArray   *all)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (self->with_dismissed || !tl_check_problem_get_dismissed (get (all, i)))
      g_ptr_array_add (chosen, g_object_ref (get (all, i)));
  return chosen;
}

/* Replaces only the stretch in which the two lists differ, so that a selection or a scroll position stays. */
static void
take_problems (TlCheckList *self,
               GPtrArray   *problems)
{
  g_autoptr (GPtrArray) before = self->problems;
  guint same = 0, tail = 0;
  guint shorter = MIN (before->len, problems->len);

  while (same < shorter && _tl_check_problem_equal (get (before, same), get (problems, same)))
    same++;
  while (tail < shorter - same
         && _tl_check_problem_equal (get (before, before->len - 1 - tail), get (problems, problems->len - 1 - tail)))
    tail++;
  for (guint i = 0; i < same; i++)
    g_set_object (&g_ptr_array_index (problems, i), get (before, i));
  for (guint i = 1; i <= tail; i++)
    g_set_object (&g_ptr_array_index (problems, problems->len - i), get (before, before->len - i));

  self->problems = problems;
  if (before->len != problems->len || same != before->len)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before->len - same - tail, problems->len - same - tail);
}

static gboolean
on_idle (void *data)
{
  TlCheckList *self = data;

  self->source = 0;
  tl_check_list_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_review_changed (TlCheckList *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* GObject overrides */

static void
tl_check_list_constructed (GObject *object)
{
  TlCheckList *self = TL_CHECK_LIST (object);

  G_OBJECT_CLASS (tl_check_list_parent_class)->constructed (object);

  g_signal_connect_object (self->review, "changed", G_CALLBACK (on_review_changed), self, G_CONNECT_SWAPPED);
  on_review_changed (self);
}

static void
tl_check_list_finalize (GObject *object)
{
  TlCheckList *self = TL_CHECK_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->problems);
  g_object_unref (self->review);

  G_OBJECT_CLASS (tl_check_list_parent_class)->finalize (object);
}

static void
tl_check_list_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlCheckList *self = TL_CHECK_LIST (object);

  switch (id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_N_PROBLEMS:
      g_value_set_uint (value, self->n_problems);
      break;
    case PROP_N_SET_ASIDE:
      g_value_set_uint (value, self->n_set_aside);
      break;
    case PROP_WITH_DISMISSED:
      g_value_set_boolean (value, self->with_dismissed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_check_list_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlCheckList *self = TL_CHECK_LIST (object);

  switch (id)
    {
    case PROP_REVIEW:
      self->review = g_value_dup_object (value);
      break;
    case PROP_WITH_DISMISSED:
      tl_check_list_set_with_dismissed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_check_list_class_init (TlCheckListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tl_check_list_constructed;
  object_class->finalize = tl_check_list_finalize;
  object_class->get_property = tl_check_list_get_property;
  object_class->set_property = tl_check_list_set_property;

  properties[PROP_REVIEW]
    = g_param_spec_object ("review", NULL, NULL, TL_TYPE_REVIEW,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PROBLEMS]
    = g_param_spec_uint ("n-problems", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SET_ASIDE]
    = g_param_spec_uint ("n-set-aside", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WITH_DISMISSED]
    = g_param_spec_boolean ("with-dismissed", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_check_list_init (TlCheckList *self)
{
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
}

/* GListModel */

static GType
tl_check_list_get_item_type (GListModel *model)
{
  return TL_TYPE_CHECK_PROBLEM;
}

static guint
tl_check_list_get_n_items (GListModel *model)
{
  return TL_CHECK_LIST (model)->problems->len;
}

static void *
tl_check_list_get_item (GListModel *model,
                        guint       position)
{
  TlCheckList *self = TL_CHECK_LIST (model);

  return position < self->problems->len ? g_object_ref (get (self->problems, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_check_list_get_item_type;
  iface->get_n_items = tl_check_list_get_n_items;
  iface->get_item = tl_check_list_get_item;
}

/* Public API */

/**
 * tl_check_list_new:
 * @review: a review
 *
 * The rules run for the first time when the main loop is idle; until then the list is empty.
 *
 * Returns: (transfer full): what the rules find in @review, from now on
 */
TlCheckList *
tl_check_list_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);
  return g_object_new (TL_TYPE_CHECK_LIST, "review", review, NULL);
}

/**
 * tl_check_list_get_review:
 * @self: a list
 *
 * Returns: (transfer none): the review it follows
 */
TlReview *
tl_check_list_get_review (TlCheckList *self)
{
  g_return_val_if_fail (TL_IS_CHECK_LIST (self), NULL);
  return self->review;
}

/**
 * tl_check_list_get_n_problems:
 * @self: a list
 *
 * Returns: how many problems there are, without those that were set aside
 */
guint
tl_check_list_get_n_problems (TlCheckList *self)
{
  g_return_val_if_fail (TL_IS_CHECK_LIST (self), 0);
  return self->n_problems;
}

/**
 * tl_check_list_get_n_set_aside:
 * @self: a list
 *
 * Returns: how many problems a reviewer has set aside, whether they are in the list or not
 */
guint
tl_check_list_get_n_set_aside (TlCheckList *self)
{
  g_return_val_if_fail (TL_IS_CHECK_LIST (self), 0);
  return self->n_set_aside;
}

/**
 * tl_check_list_set_with_dismissed:
 * @self: a list
 * @with_dismissed: whether what was set aside is to be in the list too
 */
void
tl_check_list_set_with_dismissed (TlCheckList *self,
                                  gboolean     with_dismissed)
{
  g_return_if_fail (TL_IS_CHECK_LIST (self));

  if (self->with_dismissed == with_dismissed)
    return;
  self->with_dismissed = with_dismissed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_DISMISSED]);
  on_review_changed (self);
}

/**
 * tl_check_list_refresh:
 * @self: a list
 *
 * Runs the rules now, for whoever can't wait for the main loop.
 */
void
tl_check_list_refresh (TlCheckList *self)
{
  g_return_if_fail (TL_IS_CHECK_LIST (self));

  g_clear_handle_id (&self->source, g_source_remove);

  g_autoptr (GPtrArray) all = tl_checks_run_with_dismissed (self->review);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += tl_check_problem_get_dismissed (get (all, i));
  take_problems (self, choose (self, all));
  take_count (self, &self->n_problems, all->len - n, PROP_N_PROBLEMS);
  take_count (self, &self->n_set_aside, n, PROP_N_SET_ASIDE);
}
