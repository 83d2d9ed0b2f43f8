/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what a library can be narrowed: the parts that occur in it, read from the names of its sets. */
#include "config.h"

#include "model/questions/tl-choices.h"

#include "model/library/tl-library-tables.h"

static GPtrArray *
dup_keys (TlSets   *sets,
          TlFacet   facet,
          GError  **error)
{
  if (facet == TL_FACET_NONE)
    return g_ptr_array_new_with_free_func (g_free);

  GPtrArray *keys = tl_sets_dup_keys (sets, tl_facet_get_kind (facet), error);

  if (keys != NULL)
    tl_facet_sort (facet, keys);
  return keys;
}

static gboolean
fill (TlChoices  *self,
      TlSets     *sets,
      GError    **error)
{
  const TlBits *records = tl_sets_find (sets, TL_SET_RECORD, "", NULL, error);

  if (records == NULL)
    return FALSE;
  self->n_records = tl_bits_count (records);
  for (guint i = 0; i < TL_N_FACETS; i++)
    if ((self->keys[i] = dup_keys (sets, (TlFacet) i, error)) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * tl_library_choices:
 * @library: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable): by what it can be narrowed, or %NULL if it can't be read
 */
TlChoices *
tl_library_choices (TlLibrary *library,
                    GError   **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  g_autoptr (TlChoices) self = g_new0 (TlChoices, 1);
  TlSets *sets = tl_sets_get (library);

  gboolean done = FALSE;

  if (tl_sets_begin (sets, error))
    {
      done = fill (self, sets, error);
      tl_sets_end (sets);
    }
  if (done)
    return g_steal_pointer (&self);
  tl_library_explain (tl_library_get_name (library), error);
  return NULL;
}

void
tl_choices_free (TlChoices *choices)
{
  if (choices == NULL)
    return;
  for (guint i = 0; i < TL_N_FACETS; i++)
    g_clear_pointer (&choices->keys[i], g_ptr_array_unref);
  g_free (choices);
}
