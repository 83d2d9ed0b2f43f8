/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expressions that fields are guarded by: read once for all reviews, and once for each that knows its own people;
 * and again when a person has changed their own words. Main thread only. */
#define G_LOG_DOMAIN "tl-guard"

#include "config.h"

#include "ui/widgets/tl-guard-words.h"

#include "model/case/tl-people.h"

struct _TlGuardWords
{
  GObject parent_instance;

  TlWords  *words;
  TlReview *review; /* not owned: whose people are known; it owns these words */
};

G_DEFINE_FINAL_TYPE (TlGuardWords, tl_guard_words, G_TYPE_OBJECT)

static guint changed_signal;

static void
load (TlGuardWords *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_clear_object (&self->words);
  self->words = tl_words_load (&problems);
  for (guint i = 0; i < problems->len; i++)
    g_warning ("%s", ((GError *) g_ptr_array_index (problems, i))->message);
  if (self->review != NULL)
    tl_people_tell (self->review, self->words);
}

static void
review_changed_cb (TlGuardWords    *self,
                   TlReviewChanges *changes)
{
  if (!tl_people_may_differ (self->review, changes->ids))
    return;
  tl_people_tell (self->review, self->words);
  g_signal_emit (self, changed_signal, 0);
}

static void
tl_guard_words_dispose (GObject *object)
{
  g_clear_object (&TL_GUARD_WORDS (object)->words);
  G_OBJECT_CLASS (tl_guard_words_parent_class)->dispose (object);
}

static void
tl_guard_words_class_init (TlGuardWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_guard_words_dispose;

  /**
   * TlGuardWords::changed:
   *
   * Other expressions are looked for from now on.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tl_guard_words_init (TlGuardWords *self)
{
}

/**
 * tl_guard_words_get_default:
 *
 * Returns: (transfer none): the words that know nobody; read when first asked for
 */
TlGuardWords *
tl_guard_words_get_default (void)
{
  static TlGuardWords *instance;

  if (instance == NULL)
    {
      instance = g_object_new (TL_TYPE_GUARD_WORDS, NULL);
      load (instance);
    }
  return instance;
}

/**
 * tl_guard_words_get_for:
 * @review: a review
 *
 * Returns: (transfer none): the words for the fields of @review, which know what it calls its people; they live as long
 *   as it does
 */
TlGuardWords *
tl_guard_words_get_for (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlGuardWords *self = g_object_get_data (G_OBJECT (review), "tl-guard-words");

  if (self == NULL)
    {
      self = g_object_new (TL_TYPE_GUARD_WORDS, NULL);
      self->review = review;
      load (self);
      g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (tl_guard_words_get_default (), "changed", G_CALLBACK (tl_guard_words_reload), self,
                               G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (review), "tl-guard-words", self, g_object_unref);
    }
  return self;
}

/**
 * tl_guard_words_get_words:
 *
 * Returns: (transfer none): what to look for; until the next "changed"
 */
TlWords *
tl_guard_words_get_words (TlGuardWords *self)
{
  g_return_val_if_fail (TL_IS_GUARD_WORDS (self), NULL);

  return self->words;
}

/**
 * tl_guard_words_reload:
 *
 * Reads the expressions again, for the person's own have been changed.
 */
void
tl_guard_words_reload (TlGuardWords *self)
{
  g_return_if_fail (TL_IS_GUARD_WORDS (self));

  load (self);
  g_signal_emit (self, changed_signal, 0);
}
