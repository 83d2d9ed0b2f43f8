/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way from one typology to another, from what either says of how its codes match. A match that only one of the two
 * states holds for both, turned round. Never changes once it is made, so that any thread may look at it. */
#include "config.h"

#include "model/typology/tl-crosswalk.h"

struct _TlCrosswalk
{
  TlTypology *from; /* owned, as are the codes through them */
  TlTypology *to;
  GHashTable *steps; /* URI of a code of @from → GArray of TlCrosswalkStep */
};

static TlMatch
turn_round (TlMatch match)
{
  if (match == TL_MATCH_BROAD)
    return TL_MATCH_NARROW;
  return match == TL_MATCH_NARROW ? TL_MATCH_BROAD : match;
}

/* URI → code */
static GHashTable *
index_codes (TlTypology *typology)
{
  GListModel *codes = tl_typology_get_codes (typology);
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);

      g_hash_table_insert (index, (gpointer) tl_code_get_uri (code), code);
    }
  return index;
}

static void
add_step (TlCrosswalk *self,
          TlCode      *code,
          TlCode      *other,
          TlMatch      match)
{
  GArray *steps = g_hash_table_lookup (self->steps, tl_code_get_uri (code));
  TlCrosswalkStep step = { other, match, match == TL_MATCH_EXACT || match == TL_MATCH_BROAD };

  if (steps == NULL)
    {
      steps = g_array_new (FALSE, FALSE, sizeof (TlCrosswalkStep));
      g_hash_table_insert (self->steps, (gpointer) tl_code_get_uri (code), steps);
    }
  /* Both may say it. */
  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, TlCrosswalkStep, i).code == other)
      return;
  g_array_append_val (steps, step);
}

/* Adds what the codes of @typology say of those in @others. */
static void
add_statements (TlCrosswalk *self,
                TlTypology  *typology,
                GHashTable  *others,
                gboolean     turned)
{
  GListModel *codes = tl_typology_get_codes (typology);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      guint n_matches;
      const TlCodeMatch *matches = tl_code_get_matches (code, &n_matches);

      for (guint j = 0; j < n_matches; j++)
        {
          TlCode *other = g_hash_table_lookup (others, matches[j].uri);

          if (other != NULL)
            add_step (self, turned ? other : code, turned ? code : other,
                      turned ? turn_round (matches[j].match) : matches[j].match);
        }
    }
}

/**
 * tl_crosswalk_new:
 * @from: a typology
 * @to: another
 *
 * Returns: (transfer full): the way from @from to @to; without any step where neither speaks of the other
 */
TlCrosswalk *
tl_crosswalk_new (TlTypology *from,
                  TlTypology *to)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY (from) && TL_IS_TYPOLOGY (to), NULL);

  TlCrosswalk *self = g_new0 (TlCrosswalk, 1);
  g_autoptr (GHashTable) in_from = index_codes (from);
  g_autoptr (GHashTable) in_to = index_codes (to);

  self->from = g_object_ref (from);
  self->to = g_object_ref (to);
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  add_statements (self, from, in_to, FALSE);
  add_statements (self, to, in_from, TRUE);
  return self;
}

/**
 * tl_crosswalk_free:
 * @self: (transfer full): a crosswalk
 */
void
tl_crosswalk_free (TlCrosswalk *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->steps);
  g_object_unref (self->from);
  g_object_unref (self->to);
  g_free (self);
}

/**
 * tl_crosswalk_get:
 * @code: a code of the typology that the way leads from
 * @n_steps: (out): how many codes it leads to
 *
 * Returns: (array length=n_steps) (nullable): where @code leads; %NULL if it has no place in the other typology
 */
const TlCrosswalkStep *
tl_crosswalk_get (TlCrosswalk *self,
                  TlCode      *code,
                  guint       *n_steps)
{
  g_return_val_if_fail (self != NULL && TL_IS_CODE (code) && n_steps != NULL, NULL);

  GArray *steps = g_hash_table_lookup (self->steps, tl_code_get_uri (code));

  *n_steps = steps != NULL ? steps->len : 0;
  return steps != NULL ? (const TlCrosswalkStep *) (const void *) steps->data : NULL;
}
