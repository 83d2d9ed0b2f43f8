/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expressions that all fields are guarded by: read once, and again when a person has changed their own. Main thread
 * only. */
#define G_LOG_DOMAIN "tl-guard"

#include "config.h"

#include "ui/widgets/tl-guard-words.h"

struct _TlGuardWords
{
  GObject parent_instance;

  TlWords *words;
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
  load (self);
}

/**
 * tl_guard_words_get_default:
 *
 * Returns: (transfer none): the only one; read when first asked for
 */
TlGuardWords *
tl_guard_words_get_default (void)
{
  static TlGuardWords *instance;

  if (instance == NULL)
    instance = g_object_new (TL_TYPE_GUARD_WORDS, NULL);
  return instance;
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
