/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what stands behind a chain: in which reviews it is, along which factors, and what findings rest on those. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-chains-private.h"

static gboolean
rests_on (const TlGraphs *graphs,
          guint           finding,
          const guint32  *path,
          guint           n)
{
  for (guint32 i = graphs->findings[finding].factors; i < graphs->findings[finding + 1].factors; i++)
    for (guint j = 0; j < n; j++)
      if (graphs->finding_factors[i] == path[j])
        return TRUE;
  return FALSE;
}

/* The factors of a path, causes first, and the findings that rest on any of them. */
static TlInstance *
make_instance (TlLibrary       *library,
               const TlGraphs  *graphs,
               guint            review,
               const guint32   *path,
               guint            n,
               GError         **error)
{
  g_autoptr (TlInstance) instance = tl_instance_new (library, graphs->reviews[review].record, error);

  if (instance == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (!tl_instance_add (instance, library, "factor", graphs->rows[path[i]], error))
      return NULL;
  for (guint i = graphs->reviews[review].findings; i < graphs->reviews[review + 1].findings; i++)
    if (rests_on (graphs, i, path, n)
        && !tl_instance_add (instance, library, "finding", graphs->findings[i].row, error))
      return NULL;
  return g_steal_pointer (&instance);
}

/* Adds the first reviews along which the steps lead. */
gboolean
_tl_chains_add_instances (GPtrArray       *instances,
                          TlLibrary       *library,
                          const TlGraphs  *graphs,
                          const GArray    *steps,
                          GError         **error)
{
  guint32 path[TL_CHAINS_MAX_LENGTH + 1];

  for (guint i = 0; i < graphs->n_reviews && instances->len < TL_INSTANCES_MAX; i++)
    {
      guint n = _tl_chains_find (graphs, steps, i, path);
      TlInstance *instance = n > 0 ? make_instance (library, graphs, i, path, n, error) : NULL;

      if (instance != NULL)
        g_ptr_array_add (instances, instance);
      else if (n > 0)
        return FALSE;
    }
  return TRUE;
}
