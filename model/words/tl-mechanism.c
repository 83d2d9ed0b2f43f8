/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding is put as a mechanism: what shapes the work, and what comes of it ("because nobody rings back, each side
 * believes that the other is acting"). Such a statement is known by the words that connect the two. They are data, in
 * data/mechanism, written and looked for as the guard's expressions are. */
#include "config.h"

#include "model/words/tl-mechanism.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-data.h"

struct _TlMechanism
{
  TlWords *words; /* owned */
};

/**
 * tl_mechanism_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what tells mechanisms, with the lists that ship or that stand in their place
 */
TlMechanism *
tl_mechanism_load (GError **error)
{
  static const char *const lists[] = { "mechanism/classes.ini", "mechanism/statement.ini" };
  g_autoptr (TlMechanism) self = g_new (TlMechanism, 1);

  *self = (TlMechanism) { tl_words_new () };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GBytes) bytes = tl_data_load (lists[i], error);
      g_autofree char *name = tl_data_describe (lists[i]);

      if (bytes == NULL || !tl_words_add (self->words, bytes, name, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tl_mechanism_free:
 * @self: (transfer full): what tells mechanisms
 */
void
tl_mechanism_free (TlMechanism *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->words);
  g_free (self);
}

/**
 * tl_mechanism_find:
 * @self: what tells mechanisms
 * @text: the statement of a finding
 *
 * Returns: (transfer full) (nullable): the first words that say how one thing comes from another, with what to ask
 *   about them next; @self must outlive it. %NULL if there are none: see tl_mechanism_get_advice()
 */
TlWordHit *
tl_mechanism_find (TlMechanism *self,
                   const char  *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_autoptr (GPtrArray) hits = tl_words_find (self->words, text);

  if (hits->len == 0)
    return NULL;
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 1; i < hits->len; i++)
    tl_word_hit_free (hits->pdata[i]);
  return hits->pdata[0];
}

/**
 * tl_mechanism_get_advice:
 *
 * Returns: (transfer none): what to do about a statement without a mechanism, for people
 */
const char *
tl_mechanism_get_advice (void)
{
  return _("Say what about the work makes it so: what leads to what, for whom, and what comes of it.");
}
