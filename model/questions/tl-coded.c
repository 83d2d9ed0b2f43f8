/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which records count for a code: those tagged with it or with a code below it, and, of records coded in another
 * typology, those tagged with what the crosswalk says belongs to it. */
#include "config.h"

#include "model/questions/tl-coded.h"

#include "model/questions/tl-population-private.h"

/* A code whose records count for another. */
typedef struct {
  TlCode  *code;      /* borrowed from the typology of its part */
  guint    part;
  gboolean certain;   /* whether all of them do; else some may */
} Source;

struct _TlCodedSources
{
  TlSets     *sets; /* borrowed */
  TlCoder      coder;
  const char  *level; /* owned: of the population; NULL is any */
  GPtrArray   *parts; /* of TlPopulationPart */
  GArray     **of;    /* one a code: of Source, each code once */
  GHashTable  *positions; /* code → position + 1 */
};

typedef struct _TlCodedSources Sources;

/* Codes */

static void
list_codes (GListModel *codes,
            guint       depth,
            int         parent,
            GPtrArray  *list,
            GArray     *depths,
            GArray     *parents)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      TlCode *code = g_list_model_get_item (codes, i);
      int position = (int) list->len;

      g_ptr_array_add (list, code);
      g_array_append_val (depths, depth);
      g_array_append_val (parents, parent);
      if (tl_code_get_children (code) != NULL)
        list_codes (tl_code_get_children (code), depth + 1, position, list, depths, parents);
    }
}

static void
take_codes (TlCoded *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GArray *depths = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (int));

  list_codes (tl_typology_get_top (self->typology), 0, -1, list, depths, parents);
  self->n_codes = list->len;
  self->codes = (TlCode **) g_ptr_array_free (list, FALSE);
  self->depths = (guint *) (void *) g_array_free (depths, FALSE);
  self->parents = (int *) (void *) g_array_free (parents, FALSE);
  for (guint i = 0; i < self->n_codes; i++)
    g_hash_table_insert (self->sources->positions, self->codes[i], GUINT_TO_POINTER (i + 1));
}

/* Sources */

static void
add_source (Sources  *sources,
            guint     position,
            TlCode   *code,
            guint     part,
            gboolean  certain)
{
  GArray *list = sources->of[position];
  const Source source = { code, part, certain };

  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, Source, i).code == code)
      {
        g_array_index (list, Source, i).certain |= certain;
        return;
      }
  g_array_append_val (list, source);
}

/* Whatever is tagged with @code, or below it, counts for the code at @position and for all above that. */
static void
add_sources (TlCoded  *self,
             int       position,
             TlCode   *code,
             guint     part,
             gboolean  certain)
{
  GListModel *children = tl_code_get_children (code);

  for (int i = position; i >= 0; i = self->parents[i])
    add_source (self->sources, (guint) i, code, part, certain);
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TlCode) child = g_list_model_get_item (children, i);

      add_sources (self, position, child, part, certain);
    }
}

/* Of a code that was split only some belongs to each of its parts, nobody knows which; one that merely has to do with
 * another does not count. What means nearly the same counts as what means the same: it is why it was renamed. */
static void
add_steps (TlCoded                *self,
           const TlPopulationPart *part,
           guint                   number,
           TlCode                 *code)
{
  guint n_steps = 0;
  const TlCrosswalkStep *steps = tl_crosswalk_get (part->crosswalk, code, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->sources->positions, steps[i].code));

      if (position > 0 && steps[i].match != TL_MATCH_RELATED)
        add_sources (self, (int) position - 1, code, number, steps[i].match != TL_MATCH_NARROW);
    }
}

static void
find_sources (TlCoded *self)
{
  Sources *sources = self->sources;

  sources->of = g_new0 (GArray *, self->n_codes + 1);
  for (guint i = 0; i < self->n_codes; i++)
    sources->of[i] = g_array_new (FALSE, FALSE, sizeof (Source));

  for (guint i = 0; i < self->n_codes; i++)
    for (int j = (int) i; j >= 0; j = self->parents[j])
      add_source (sources, (guint) j, self->codes[i], 0, TRUE);

  for (guint i = 1; i < sources->parts->len; i++)
    {
      const TlPopulationPart *part = g_ptr_array_index (sources->parts, i);
      GListModel *codes = tl_typology_get_codes (part->typology);

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          g_autoptr (TlCode) code = g_list_model_get_item (codes, j);

          add_steps (self, part, i, code);
        }
    }
}

/**
 * tl_coded_new:
 * @sets: sets, between tl_sets_begin() and tl_sets_end()
 * @population: what is asked about
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the population with its codes, to be freed before tl_sets_end(); %NULL as
 *   tl_sets_dup_population()
 */
TlCoded *
tl_coded_new (TlSets             *sets,
              const TlPopulation  *population,
              GError             **error)
{
  g_return_val_if_fail (sets != NULL && population != NULL, NULL);

  g_autoptr (GPtrArray) parts = _tl_population_dup_parts (sets, population, error);

  if (parts == NULL)
    return NULL;

  TlCoded *self = g_new0 (TlCoded, 1);
  const TlPopulationPart *own = g_ptr_array_index (parts, 0);

  self->typology = g_object_ref (own->typology);
  self->records = tl_bits_copy (own->records);
  self->n_own = tl_bits_count (own->records);
  for (guint i = 1; i < parts->len; i++)
    tl_bits_or (self->records, ((const TlPopulationPart *) g_ptr_array_index (parts, i))->records);
  self->sources = g_new0 (Sources, 1);
  self->sources->sets = sets;
  self->sources->coder = population->coder;
  self->sources->level = g_strdup (population->level);
  self->sources->parts = g_steal_pointer (&parts);
  self->sources->positions = g_hash_table_new (NULL, NULL);
  take_codes (self);
  find_sources (self);
  return self;
}

/**
 * tl_coded_free:
 * @self: (transfer full): a population with its codes
 */
void
tl_coded_free (TlCoded *self)
{
  for (guint i = 0; i < self->n_codes; i++)
    {
      g_array_unref (self->sources->of[i]);
      g_object_unref (self->codes[i]);
    }
  g_free (self->sources->of);
  g_free ((char *) self->sources->level);
  g_hash_table_unref (self->sources->positions);
  g_ptr_array_unref (self->sources->parts);
  g_free (self->sources);
  g_free (self->codes);
  g_free (self->depths);
  g_free (self->parents);
  tl_bits_free (self->records);
  g_object_unref (self->typology);
  g_free (self);
}

/**
 * tl_coded_is_above:
 * @self: a population with its codes
 * @code: the position of a code
 * @other: that of another
 *
 * Returns: whether @other is below @code, so that whatever has it has @code too
 */
gboolean
tl_coded_is_above (const TlCoded *self,
                   guint          code,
                   guint          other)
{
  int i = self->parents[other];

  while (i > (int) code)
    i = self->parents[i];
  return i == (int) code;
}

/**
 * tl_coded_dup_base:
 * @self: a population with its codes
 * @code: the position of a code
 *
 * Returns: (transfer full): the records that are coded in a typology that has the code, or something that it was made
 *   of or split from; of the others nobody knows whether it would have been found
 */
TlBits *
tl_coded_dup_base (const TlCoded *self,
                   guint          code)
{
  g_return_val_if_fail (self != NULL && code < self->n_codes, NULL);

  const GArray *list = self->sources->of[code];
  TlBits *base = tl_bits_new (self->records->n_words * 64);
  guint last = G_MAXUINT;

  for (guint i = 0; i < list->len; i++)
    {
      guint part = g_array_index (list, Source, i).part;

      if (part != last)
        tl_bits_or (base, ((const TlPopulationPart *) g_ptr_array_index (self->sources->parts, part))->records);
      last = part;
    }
  return base;
}

/* Sets */

static TlSetKind
get_tagged_kind (TlCoder coder)
{
  return coder == TL_CODER_LEAD     ? TL_SET_TAGGED_LEAD
         : coder == TL_CODER_AGREED ? TL_SET_TAGGED_AGREED
                                    : TL_SET_TAGGED;
}

/* Adds to @records what is in a set of the index and in a part of the population. */
static gboolean
add_set (const TlCoded *self,
         const Source  *source,
         TlSetKind    kind,
         const char    *level,
         TlBits        *records,
         GError       **error)
{
  const TlPopulationPart *part = g_ptr_array_index (self->sources->parts, source->part);
  const TlBits *set = tl_sets_find (self->sources->sets, kind, tl_code_get_qualified (source->code), level, error);

  if (set == NULL)
    return FALSE;
  for (gsize i = 0; i < records->n_words; i++)
    records->words[i] |= set->words[i] & part->records->words[i];
  return TRUE;
}

/**
 * tl_coded_dup_tagged:
 * @self: a population with its codes
 * @code: the position of a code
 * @level: (nullable): a level, "" for none; that of the population, or any, if %NULL
 * @uncertain: (out) (optional) (transfer full): records that may belong to the code too: those coded in another
 *   typology with something that was split
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the records in which the code, or one below it, is tagged
 */
TlBits *
tl_coded_dup_tagged (const TlCoded *self,
                     guint          code,
                     const char    *level,
                     TlBits       **uncertain,
                     GError       **error)
{
  g_return_val_if_fail (self != NULL && code < self->n_codes, NULL);

  const GArray *list = self->sources->of[code];
  TlSetKind kind = get_tagged_kind (self->sources->coder);
  g_autoptr (TlBits) tagged = tl_bits_new (self->records->n_words * 64);
  g_autoptr (TlBits) rest = uncertain != NULL ? tl_bits_new (self->records->n_words * 64) : NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const Source *source = &g_array_index (list, Source, i);
      TlBits *records = source->certain ? tagged : rest;

      if (records != NULL
          && !add_set (self, source, kind, level != NULL ? level : self->sources->level, records, error))
        return NULL;
    }
  if (uncertain != NULL)
    {
      tl_bits_and_not (rest, tagged);
      *uncertain = g_steal_pointer (&rest);
    }
  return g_steal_pointer (&tagged);
}

/**
 * tl_coded_dup_names:
 * @self: a population with its codes
 * @code: the position of a code
 *
 * Returns: (transfer full) (element-type utf8): the codes, qualified, whose records tl_coded_dup_tagged() finds
 */
GPtrArray *
tl_coded_dup_names (const TlCoded *self,
                    guint          code)
{
  g_return_val_if_fail (self != NULL && code < self->n_codes, NULL);

  const GArray *list = self->sources->of[code];
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, Source, i).certain)
      g_ptr_array_add (names, g_strdup (tl_code_get_qualified (g_array_index (list, Source, i).code)));
  return names;
}

/**
 * tl_coded_dup_looked_for:
 * @self: a population with its codes
 * @code: the position of a code
 * @error: return location
 *
 * Whoever looked for what a code was made of looked for the code, and so for each of what one was split into.
 *
 * Returns: (transfer full) (nullable): the records in which the code, or one below it, is tagged, or was looked for
 *   and not found
 */
TlBits *
tl_coded_dup_looked_for (const TlCoded *self,
                         guint          code,
                         GError       **error)
{
  g_return_val_if_fail (self != NULL && code < self->n_codes, NULL);

  const GArray *list = self->sources->of[code];
  gboolean lead = self->sources->coder == TL_CODER_LEAD;
  g_autoptr (TlBits) records = tl_bits_new (self->records->n_words * 64);

  for (guint i = 0; i < list->len; i++)
    {
      const Source *source = &g_array_index (list, Source, i);

      if (!add_set (self, source, lead ? TL_SET_TAGGED_LEAD : TL_SET_TAGGED, NULL, records, error)
          || !add_set (self, source, lead ? TL_SET_CONSIDERED_LEAD : TL_SET_CONSIDERED, NULL, records, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

/**
 * tl_coded_dup_unplaced:
 * @self: a population with its codes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the records in which anyone tagged anything at no level
 */
TlBits *
tl_coded_dup_unplaced (const TlCoded  *self,
                       GError        **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (TlBits) records = tl_bits_new (self->records->n_words * 64);

  for (guint i = 0; i < self->n_codes; i++)
    for (guint j = 0; j < self->sources->of[i]->len; j++)
      if (!add_set (self, &g_array_index (self->sources->of[i], Source, j), TL_SET_TAGGED, "", records, error))
        return NULL;
  return g_steal_pointer (&records);
}
