/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history of a review as a list model, and undo and redo.
 *
 * The log is only appended to: an undo is a change that takes back an earlier one and names it. What can be undone
 * follows from reading the log from its start, so it survives closing and is the same for everyone who has the file
 * open. A step is one edit, or several that follow each other in one group. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/review/tl-review-private.h"

struct _TlChange
{
  GObject parent_instance;

  gint64       seq;
  char        *id;
  char        *author;
  GDateTime   *time;
  char        *label;
  char        *group;
  TlChangeKind kind;
  gboolean     undone;
  gboolean     forgotten;
};

struct _TlHistory
{
  GObject parent_instance;

  GPtrArray *changes;   /* owned TlChange, oldest first */
  GPtrArray *undo;      /* steps: owned GPtrArray of unowned TlChange */
  GPtrArray *redo;
  guint      announced; /* how many changes the views know of */
  gboolean   open;      /* whether the newest step can still take a change of its group */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (TlChange, tl_change, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (TlHistory, tl_history, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum {
  PROP_0,
  PROP_UNDONE,
  N_CHANGE_PROPS,
};

enum {
  PROP_UNDO_LABEL = 1,
  PROP_REDO_LABEL,
  N_HISTORY_PROPS,
};

static GParamSpec *change_properties[N_CHANGE_PROPS];
static GParamSpec *history_properties[N_HISTORY_PROPS];

static const char *const kind_names[] = { "edit", "undo", "redo" };

static void
set_undone (GPtrArray *step,
            gboolean   undone)
{
  for (guint i = 0; i < step->len; i++)
    {
      TlChange *change = g_ptr_array_index (step, i);

      change->undone = undone;
      g_object_notify_by_pspec (G_OBJECT (change), change_properties[PROP_UNDONE]);
    }
}

static GPtrArray *
get_top (GPtrArray *stack)
{
  return stack->len > 0 ? g_ptr_array_index (stack, stack->len - 1) : NULL;
}

static void
push_edit (TlHistory *self,
           TlChange  *change)
{
  GPtrArray *top = get_top (self->undo);
  TlChange *last = top != NULL ? g_ptr_array_index (top, top->len - 1) : NULL;

  g_ptr_array_set_size (self->redo, 0);
  if (!self->open || last == NULL || change->group == NULL || g_strcmp0 (last->group, change->group) != 0)
    {
      top = g_ptr_array_new ();
      g_ptr_array_add (self->undo, top);
    }
  g_ptr_array_add (top, change);
  self->open = TRUE;
}

/* Moves the step that @target begins from one stack to the other. */
static void
move_step (TlHistory  *self,
           GPtrArray  *from,
           GPtrArray  *to,
           const char *target,
           gboolean    undone)
{
  GPtrArray *top = get_top (from);

  self->open = FALSE;
  if (top == NULL || g_strcmp0 (((TlChange *) g_ptr_array_index (top, 0))->id, target) != 0)
    {
      g_warning ("The history undoes a change that is not the last one");
      return;
    }
  set_undone (top, undone);
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

static TlChangeKind
parse_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      return (TlChangeKind) i;
  return TL_CHANGE_EDIT;
}

void
_tl_history_append (TlHistory  *self,
                    TlLogEntry *entry)
{
  TlChange *change = g_object_new (TL_TYPE_CHANGE, NULL);

  change->seq = entry->seq;
  change->id = g_strdup (entry->id);
  change->author = g_strdup (entry->author);
  change->time = g_date_time_new_from_unix_utc (entry->time / 1000);
  change->label = g_strdup (entry->label);
  change->group = g_strdup (entry->group);
  change->kind = parse_kind (entry->kind);
  change->forgotten = entry->forgotten;
  g_ptr_array_add (self->changes, change);

  /* What was forgotten can't be undone, nor anything before it. */
  if (change->forgotten)
    {
      g_ptr_array_set_size (self->undo, 0);
      g_ptr_array_set_size (self->redo, 0);
      self->open = FALSE;
    }
  else if (change->kind == TL_CHANGE_UNDO)
    move_step (self, self->undo, self->redo, entry->target, TRUE);
  else if (change->kind == TL_CHANGE_REDO)
    move_step (self, self->redo, self->undo, entry->target, FALSE);
  else
    push_edit (self, change);
}

void
_tl_history_clear (TlHistory *self)
{
  guint before = self->announced;

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_set_size (self->changes, 0);
  self->open = FALSE;
  self->announced = 0;
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
}

void
_tl_history_notify (TlHistory *self)
{
  guint before = self->announced;

  self->announced = self->changes->len;
  if (self->announced > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->announced - before);
  g_object_notify_by_pspec (G_OBJECT (self), history_properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), history_properties[PROP_REDO_LABEL]);
}

TlHistory *
_tl_history_new (void)
{
  return g_object_new (TL_TYPE_HISTORY, NULL);
}

static gboolean
apply_step (TlReview  *review,
            GPtrArray *step,
            gboolean   inverted,
            GError   **error)
{
  TlConnection *connection = tl_review_get_connection (review);

  for (guint i = 0; i < step->len; i++)
    {
      TlChange *change = g_ptr_array_index (step, inverted ? step->len - 1 - i : i);
      g_autoptr (GBytes) changeset = tl_log_read_changeset (connection, change->seq, error);

      if (changeset == NULL || !tl_changeset_apply (changeset, inverted, connection, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
commit_step (TlReview     *review,
             TlRecorder   *recorder,
             GPtrArray    *step,
             TlChangeKind  kind,
             char        **change_id,
             GError      **error)
{
  TlChange *first = g_ptr_array_index (step, 0);
  g_autofree char *id = tl_id_new ();
  TlLogEntry entry = {
    .id = id,
    .author = (char *) tl_review_get_author (review),
    .time = g_get_real_time () / 1000,
    .label = first->label,
    .kind = (char *) kind_names[kind],
    .target = first->id,
  };
  gboolean changed;

  if (!_tl_review_commit_write (review, recorder, &entry, &changed, error))
    return FALSE;
  if (change_id != NULL)
    *change_id = g_steal_pointer (&id);
  return TRUE;
}

static gboolean
step_back_or_forth (TlReview     *review,
                    TlChangeKind  kind,
                    char        **label,
                    char        **change_id,
                    GError      **error)
{
  TlHistory *self = tl_review_get_history (review);
  gboolean inverted = kind == TL_CHANGE_UNDO;

  if (!_tl_review_begin_write (review, error))
    return FALSE;

  TlConnection *connection = tl_review_get_connection (review);
  GPtrArray *step = get_top (inverted ? self->undo : self->redo);
  if (step == NULL)
    {
      tl_connection_rollback (connection);
      g_set_error_literal (error, TL_ERROR, TL_ERROR_NOT_FOUND,
                           inverted ? _("There is nothing to undo.") : _("There is nothing to redo."));
      return FALSE;
    }

  g_autofree char *wording = g_strdup (((TlChange *) g_ptr_array_index (step, 0))->label);
  g_autoptr (TlRecorder) recorder = tl_recorder_start (connection, error);
  if (recorder == NULL || !apply_step (review, step, inverted, error))
    {
      tl_connection_rollback (connection);
      return FALSE;
    }
  if (!commit_step (review, recorder, step, kind, change_id, error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&wording);
  return TRUE;
}

/**
 * tl_review_undo:
 * @review: a review
 * @label: (out) (optional): what was undone
 * @change: (out) (optional): the UUID of the undo in the log
 * @error: return location
 *
 * Takes back the last step that is not undone, whoever did it.
 *
 * Returns: %FALSE on failure, with %TL_ERROR_NOT_FOUND when there is nothing to undo
 */
gboolean
tl_review_undo (TlReview  *review,
                char     **label,
                char     **change,
                GError   **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), FALSE);
  return step_back_or_forth (review, TL_CHANGE_UNDO, label, change, error);
}

/**
 * tl_review_redo:
 * @review: a review
 * @label: (out) (optional): what was done again
 * @change: (out) (optional): the UUID of the redo in the log
 * @error: return location
 *
 * Does the last undone step again, unless there was an edit since.
 *
 * Returns: %FALSE on failure, with %TL_ERROR_NOT_FOUND when there is nothing to redo
 */
gboolean
tl_review_redo (TlReview  *review,
                char     **label,
                char     **change,
                GError   **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), FALSE);
  return step_back_or_forth (review, TL_CHANGE_REDO, label, change, error);
}

static const char *
get_top_label (GPtrArray *stack)
{
  GPtrArray *top = get_top (stack);
  return top != NULL ? ((TlChange *) g_ptr_array_index (top, 0))->label : NULL;
}

/**
 * tl_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable): what undo would take back; %NULL when there is nothing
 */
const char *
tl_history_get_undo_label (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);
  return get_top_label (self->undo);
}

/**
 * tl_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable): what redo would do again; %NULL when there is nothing
 */
const char *
tl_history_get_redo_label (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);
  return get_top_label (self->redo);
}

/**
 * tl_change_get_id:
 * @self: a change
 *
 * Returns: its UUID, the same in every copy of the review
 */
const char *
tl_change_get_id (TlChange *self)
{
  return self->id;
}

/**
 * tl_change_get_author:
 * @self: a change
 *
 * Returns: (nullable): who made it
 */
const char *
tl_change_get_author (TlChange *self)
{
  return self->author;
}

/**
 * tl_change_get_time:
 * @self: a change
 *
 * Returns: (transfer none): when, in UTC
 */
GDateTime *
tl_change_get_time (TlChange *self)
{
  return self->time;
}

/**
 * tl_change_get_label:
 * @self: a change
 *
 * Returns: what was done, in words; of an undo, what was undone
 */
const char *
tl_change_get_label (TlChange *self)
{
  return self->label;
}

/**
 * tl_change_get_kind:
 * @self: a change
 *
 * Returns: whether it is an edit, an undo or a redo
 */
TlChangeKind
tl_change_get_kind (TlChange *self)
{
  return self->kind;
}

/**
 * tl_change_get_undone:
 * @self: a change
 *
 * Returns: whether it is an edit that is undone now
 */
gboolean
tl_change_get_undone (TlChange *self)
{
  return self->undone;
}

static void
tl_change_get_property (GObject    *object,
                        guint       property,
                        GValue     *value,
                        GParamSpec *pspec)
{
  g_assert (property == PROP_UNDONE);
  g_value_set_boolean (value, TL_CHANGE (object)->undone);
}

static void
tl_change_finalize (GObject *object)
{
  TlChange *self = TL_CHANGE (object);

  g_free (self->id);
  g_free (self->author);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->label);
  g_free (self->group);

  G_OBJECT_CLASS (tl_change_parent_class)->finalize (object);
}

static void
tl_change_class_init (TlChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = tl_change_get_property;
  G_OBJECT_CLASS (klass)->finalize = tl_change_finalize;

  change_properties[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_CHANGE_PROPS, change_properties);
}

static void
tl_change_init (TlChange *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_CHANGE;
}

static guint
get_n_items (GListModel *model)
{
  return TL_HISTORY (model)->announced;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TlHistory *self = TL_HISTORY (model);
  return position < self->announced ? g_object_ref (g_ptr_array_index (self->changes, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tl_history_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TlHistory *self = TL_HISTORY (object);

  g_value_set_string (value, property == PROP_UNDO_LABEL ? tl_history_get_undo_label (self)
                                                         : tl_history_get_redo_label (self));
}

static void
tl_history_finalize (GObject *object)
{
  TlHistory *self = TL_HISTORY (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_ptr_array_unref (self->changes);

  G_OBJECT_CLASS (tl_history_parent_class)->finalize (object);
}

static void
tl_history_class_init (TlHistoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = tl_history_get_property;
  G_OBJECT_CLASS (klass)->finalize = tl_history_finalize;

  history_properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  history_properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_HISTORY_PROPS, history_properties);
}

static void
tl_history_init (TlHistory *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}
