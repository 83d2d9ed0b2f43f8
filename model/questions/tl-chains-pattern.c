/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for one chain: what a factor has to be at each place, and in how many reviews links lead along such factors. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-chains-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/method/tl-method.h"

typedef struct {
  const TlGraphs *graphs;
  const GArray   *steps;
  guint32         path[TL_CHAINS_MAX_LENGTH + 1];
  guint           places[TL_CHAINS_MAX_LENGTH + 1]; /* by step: where on the path its factor stands */
  int             open;    /* the step whose codes may be any, or -1 */
  TlChance       *chance;
} Finder;

/* Reading a pattern */

static void
clear_step (void *step)
{
  g_free (((TlChainStep *) step)->codes);
}

static gboolean
is_level (const char *key)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    if (tl_method_find_entry (g_ptr_array_index (methods, i), TL_VOCABULARY_LEVEL, key) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_level (const TlGraphs  *graphs,
            const char      *key,
            TlChainStep     *step,
            GError         **error)
{
  step->any_level = FALSE;
  step->level = G_MAXUINT;
  for (guint i = 1; i < graphs->levels->len; i++)
    if (strcmp (g_ptr_array_index (graphs->levels, i), key) == 0)
      step->level = i;
  if (step->level != G_MAXUINT || is_level (key))
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("No method has a level “%s”."), key);
  return FALSE;
}

static gboolean
read_code (const TlGraphs  *graphs,
           const char      *name,
           TlChainStep     *step,
           GError         **error)
{
  gboolean alone = name[0] == '=';
  guint code;

  name += alone ? 1 : 0;
  if (!tl_graphs_find_code (graphs, name, &code))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("The typology has no code “%s”."), name);
      return FALSE;
    }
  step->codes = g_new0 (gboolean, graphs->code_names->len);
  for (guint i = 0; i < graphs->code_names->len; i++)
    step->codes[i] = alone ? i == code : tl_graphs_is_below (graphs, i, code);
  return TRUE;
}

/* "CODE", "=CODE", "*", or one of them with "@LEVEL" behind it, or "@LEVEL" alone. */
static gboolean
read_step (const TlGraphs  *graphs,
           const char      *text,
           TlChainStep     *step,
           GError         **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  const char *name = parts[0] != NULL ? g_strstrip (parts[0]) : "";

  step->any_level = TRUE;
  if (parts[0] != NULL && parts[1] != NULL && !read_level (graphs, g_strstrip (parts[1]), step, error))
    return FALSE;
  if (strcmp (name, "*") == 0 || (name[0] == '\0' && !step->any_level))
    return TRUE;
  return read_code (graphs, name, step, error);
}

static gboolean
is_far (const char *text)
{
  return strcmp (text, "**") == 0;
}

/* Whether so many factors are a chain, and "**" stands only between two of them. */
static gboolean
check_steps (char       **texts,
             const char  *pattern,
             GError     **error)
{
  guint n = g_strv_length (texts), n_factors = 0;
  gboolean between = n > 0 && !is_far (g_strstrip (texts[0])) && !is_far (g_strstrip (texts[n - 1]));

  for (guint i = 0; i < n; i++)
    n_factors += is_far (g_strstrip (texts[i])) ? 0 : 1;
  if (between && n_factors >= 2 && n_factors <= TL_CHAINS_MAX_LENGTH + 1)
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
               _("“%s” is not a chain of 2 to %d factors, written as in “MS.3 > * > RI.2@frontline”, with “**” only "
                 "between two of them."), pattern, TL_CHAINS_MAX_LENGTH + 1);
  return FALSE;
}

/* Reads a pattern: steps with ">" or "→" between them. Returns steps, or %NULL with the reason. */
GArray *
_tl_chains_parse (const TlGraphs  *graphs,
                  const char      *pattern,
                  GError         **error)
{
  g_autoptr (GString) plain = g_string_new (pattern);
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (TlChainStep));

  g_string_replace (plain, "→", ">", 0);
  g_array_set_clear_func (steps, clear_step);

  g_auto (GStrv) texts = g_strsplit (plain->str, ">", -1);

  if (!check_steps (texts, pattern, error))
    return NULL;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      TlChainStep step = { .far = i > 0 && is_far (texts[i - 1]) };

      if (is_far (texts[i]))
        continue;
      if (!read_step (graphs, texts[i], &step, error))
        return NULL;
      g_array_append_val (steps, step);
    }
  return g_steal_pointer (&steps);
}

/* Walking */

static gboolean
has_code (const TlGraphs *graphs,
          guint32         node,
          const gboolean *codes)
{
  for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
    if (codes == NULL || codes[graphs->codes[i]])
      return TRUE;
  return FALSE;
}

static gboolean
fits (const Finder *self,
      guint32       node,
      guint         at)
{
  const TlChainStep *step = &g_array_index (self->steps, TlChainStep, at);

  if (!step->any_level && self->graphs->nodes[node].level != step->level)
    return FALSE;
  return step->codes == NULL || has_code (self->graphs, node, (int) at == self->open ? NULL : step->codes);
}

/* Whether what is drawn for the open step fits there; @n factors are on the path. */
static gboolean
try_drawing (Finder *self,
             guint   n)
{
  guint32 drawn = tl_chance_draw (self->chance, self->path, n, self->places[self->open]);

  return has_code (self->graphs, drawn, g_array_index (self->steps, TlChainStep, self->open).codes);
}

/* Puts a factor at the end of the path, where @n are before it, and goes on from there to the step @at and those after
 * it. Returns how many factors are on the path that leads to the last step, or 0. */
static guint
walk (Finder  *self,
      guint    n,
      guint    at,
      guint32  node)
{
  const TlGraphs *graphs = self->graphs;
  gboolean far = g_array_index (self->steps, TlChainStep, at).far;
  guint found = 0;

  if (n == G_N_ELEMENTS (self->path))
    return 0;
  for (guint i = 0; i < n; i++)
    if (self->path[i] == node)
      return 0;

  gboolean fitting = fits (self, node, at);

  if (!fitting && !far)
    return 0;
  self->path[n] = node;
  if (fitting && at + 1 == self->steps->len)
    {
      self->places[at] = n;
      if (self->open < 0 || try_drawing (self, n + 1))
        return n + 1;
    }
  for (guint32 i = graphs->nodes[node].links; found == 0 && i < graphs->nodes[node + 1].links; i++)
    {
      self->places[at] = n;
      if (fitting && at + 1 < self->steps->len)
        found = walk (self, n + 1, at + 1, graphs->effects[i]);
      if (found == 0 && far)
        found = walk (self, n + 1, at, graphs->effects[i]);
    }
  return found;
}

static guint
find (Finder *self,
      guint   review)
{
  const TlGraphsReview *reviews = self->graphs->reviews;
  guint found = 0;

  for (guint32 node = reviews[review].nodes; found == 0 && node < reviews[review + 1].nodes; node++)
    found = walk (self, 0, 0, node);
  return found;
}

/* Finds the first path in a review along which the steps lead; @path has room for the longest chain. Returns how many
 * factors are on it, 0 if there is none. */
guint
_tl_chains_find (const TlGraphs *graphs,
                 const GArray   *steps,
                 guint           review,
                 guint32        *path)
{
  Finder self = { .graphs = graphs, .steps = steps, .open = -1 };
  guint found = find (&self, review);

  memcpy (path, self.path, sizeof self.path);
  return found;
}

static guint
count_drawn (Finder *self,
             guint   at)
{
  guint n = 0;

  self->open = (int) at;
  for (guint i = 0; i < self->graphs->n_reviews; i++)
    for (guint round = 0; tl_chance_is_drawn (self->chance, i) && round < tl_chance_get_rounds (self->chance); round++)
      {
        tl_chance_begin (self->chance, i, round);
        n += find (self, i) > 0 ? 1 : 0;
      }
  return n;
}

/* Counts reviews along which the steps lead, and what chance gives in the place of each code. */
gboolean
_tl_chains_count_pattern (const TlGraphs  *graphs,
                          const GArray    *steps,
                          guint32          seed,
                          TlChainCount    *count,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr (TlChance) chance = tl_chance_new (graphs, seed);
  Finder self = { .graphs = graphs, .steps = steps, .open = -1, .chance = chance };
  double share = tl_chance_get_share (chance);

  *count = (TlChainCount) { .n_reviews = 0 };
  for (guint i = 0; i < graphs->n_reviews; i++)
    count->n_reviews += find (&self, i) > 0 ? 1 : 0;
  for (guint at = 0; at < steps->len; at++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_array_index (steps, TlChainStep, at).codes == NULL)
        continue;

      guint drawn = count_drawn (&self, at);

      count->expected = MAX (count->expected, drawn / share);
      count->tail = MAX (count->tail, tl_chance_tail (count->n_reviews, drawn, share));
    }
  return TRUE;
}
