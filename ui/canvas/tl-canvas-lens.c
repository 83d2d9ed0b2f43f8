/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lens through which the factors are seen: a question, and the answer of each factor. It follows the review and has
 * no widget. */
#include "config.h"

#include "ui/canvas/tl-canvas-lens.h"

#include "ui/canvas/tl-lens-answers.h"

#include <glib/gi18n.h>

struct _TlCanvasLens
{
  GObject parent_instance;

  /* Owned */
  TlReview *review;
  TlCheckList *checks; /* NULL where nobody gave it */
  char *code;
  GPtrArray *answers;
  GHashTable *by_id;
  GHashTable *details;

  TlLensKind kind;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCanvasLens, tl_canvas_lens, G_TYPE_OBJECT)

static const char *const titles[TL_N_LENSES] = {
  [TL_LENS_NONE] = N_("Kinds of factor"),
  [TL_LENS_EVIDENCE] = N_("Evidence"),
  [TL_LENS_CERTAINTY] = N_("Certainty"),
  [TL_LENS_TAGS] = N_("Tags"),
  [TL_LENS_CATEGORIES] = N_("Categories of tags"),
  [TL_LENS_AGENCY] = N_("Agency"),
  [TL_LENS_INFLUENCE] = N_("Helped or hindered"),
  [TL_LENS_CHECKS] = N_("Checks"),
};

static void
ask (TlCanvasLens *self)
{
  TlLensAnswers answers = { self->review, self->checks, self->code, self->answers, self->by_id, self->details };

  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->details);
  g_ptr_array_set_size (self->answers, 0);
  tl_lens_answers_find (&answers, self->kind);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Callbacks */

static void
review_changed_cb (TlCanvasLens *self)
{
  if (self->kind != TL_LENS_NONE)
    ask (self);
}

static void
checks_changed_cb (TlCanvasLens *self)
{
  if (self->kind == TL_LENS_CHECKS)
    ask (self);
}

/* GObject overrides */

static void
tl_canvas_lens_finalize (GObject *object)
{
  TlCanvasLens *self = TL_CANVAS_LENS (object);

  g_clear_object (&self->checks);
  g_free (self->code);
  g_ptr_array_unref (self->answers);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->details);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_canvas_lens_parent_class)->finalize (object);
}

static void
tl_canvas_lens_class_init (TlCanvasLensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_canvas_lens_finalize;

  /**
   * TlCanvasLens::changed:
   *
   * The lens is another, or an answer is.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_canvas_lens_init (TlCanvasLens *self)
{
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_lens_answer_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * tl_canvas_lens_new:
 *
 * Returns: (transfer full): no lens yet for the factors of @review
 */
TlCanvasLens *
tl_canvas_lens_new (TlReview *review)
{
  TlCanvasLens *self = g_object_new (TL_TYPE_CANVAS_LENS, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TlReview *
tl_canvas_lens_get_review (TlCanvasLens *self)
{
  return self->review;
}

TlLensKind
tl_canvas_lens_get_kind (TlCanvasLens *self)
{
  return self->kind;
}

/**
 * tl_canvas_lens_set_kind:
 *
 * Looks through another lens.
 */
void
tl_canvas_lens_set_kind (TlCanvasLens *self,
                         TlLensKind    kind)
{
  g_return_if_fail (TL_IS_CANVAS_LENS (self) && (guint) kind < TL_N_LENSES);

  if (kind == self->kind)
    return;
  self->kind = kind;
  ask (self);
}

/**
 * tl_canvas_lens_set_checks:
 * @checks: the checks of the same review, which the lens of the checks shows
 *
 * To be called once.
 */
void
tl_canvas_lens_set_checks (TlCanvasLens *self,
                           TlCheckList  *checks)
{
  g_return_if_fail (TL_IS_CANVAS_LENS (self) && TL_IS_CHECK_LIST (checks) && self->checks == NULL);

  self->checks = g_object_ref (checks);
  g_signal_connect_object (checks, "items-changed", G_CALLBACK (checks_changed_cb), self, G_CONNECT_SWAPPED);
}

const char *
tl_canvas_lens_get_code (TlCanvasLens *self)
{
  return self->code;
}

/**
 * tl_canvas_lens_set_code:
 * @code: (nullable): the code that the lens of the tags looks for; %NULL to see how many each factor has
 */
void
tl_canvas_lens_set_code (TlCanvasLens *self,
                         const char   *code)
{
  g_return_if_fail (TL_IS_CANVAS_LENS (self));

  if (g_strcmp0 (code, self->code) == 0)
    return;
  g_free (self->code);
  self->code = g_strdup (code);
  if (self->kind == TL_LENS_TAGS)
    ask (self);
}

guint
tl_canvas_lens_get_n_answers (TlCanvasLens *self)
{
  return self->answers->len;
}

const TlLensAnswer *
tl_canvas_lens_get_answer (TlCanvasLens *self,
                           guint         position)
{
  return position < self->answers->len ? g_ptr_array_index (self->answers, position) : NULL;
}

/**
 * tl_canvas_lens_find_answer:
 * @id: a factor
 *
 * Returns: (nullable): its answer, if there is a lens
 */
const TlLensAnswer *
tl_canvas_lens_find_answer (TlCanvasLens *self,
                            const char   *id)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &position))
    return NULL;
  return tl_canvas_lens_get_answer (self, GPOINTER_TO_UINT (position));
}

/**
 * tl_canvas_lens_find_detail:
 * @id: a factor
 *
 * Returns: (nullable): what its answer does not tell: how many extracts are for it and how many against
 */
const char *
tl_canvas_lens_find_detail (TlCanvasLens *self,
                            const char   *id)
{
  return g_hash_table_lookup (self->details, id);
}

/**
 * tl_lens_kind_get_title:
 *
 * Returns: what it is called
 */
const char *
tl_lens_kind_get_title (TlLensKind kind)
{
  return _(titles[kind]);
}
