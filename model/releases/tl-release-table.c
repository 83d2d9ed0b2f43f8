/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of a release: asks the library without protection, says of each count what it is of, so that all tables can
 * be protected together, and then takes out of the answer what is not to be seen. */
#include "config.h"

#include "model/releases/tl-release-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/releases/tl-release-adding-private.h"
#include "model/releases/tl-release-table-private.h"
#include "model/typology/tl-typology.h"

static void
free_count (gpointer data)
{
  TlReleaseCount *count = data;

  tl_reach_clear (&count->reach);
  g_free (count->mark);
  g_free (count->where);
  g_free (count);
}

/* Themes */

static gboolean
is_partial (const TlThemes *themes,
            guint           row)
{
  for (guint j = 0; j < themes->n_columns; j++)
    if (themes->rows[row].cells[j].base != themes->columns[j].base)
      return TRUE;
  return FALSE;
}

static void
add_cell (TlAdding       *adding,
          TlThemes       *themes,
          guint           row,
          guint           column,
          TlProtectWorth  worth)
{
  TlThemesRow *code = &themes->rows[row];
  TlThemesCell *cell = &code->cells[column];
  const char *title = themes->columns[column].title;
  gboolean partial = is_partial (themes, row);

  /* A base that is that of the column is no other count. */
  _tl_adding_count (adding, partial ? "coded" : "base", partial ? code->code : NULL, NULL, &cell->base, worth,
                    g_strdup_printf ("%s, %s: %s", code->notation, title, _("base")));
  _tl_adding_count (adding, "tagged", code->code, NULL, &cell->reviews, worth,
                    g_strdup_printf ("%s, %s: %s", code->notation, title, _("reviews")));
  _tl_adding_count (adding, "looked", code->code, NULL, &cell->looked_for, worth,
                    g_strdup_printf ("%s, %s: %s", code->notation, title, _("looked for")));
  if (themes->across)
    _tl_adding_count (adding, "uncertain", code->code, NULL, &cell->uncertain, worth,
                      g_strdup_printf ("%s, %s: %s", code->notation, title, _("uncertain")));
}

/* Zeros of all that a table counts, but for what it gives no place. */
static void
add_zeros (TlAdding   *adding,
           const char *code)
{
  static const char *const measures[] = { "tagged", "looked", "coded", "uncertain" };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    _tl_adding_count (adding, measures[i], code, NULL, NULL, TL_PROTECT_PART, g_strdup (_("elsewhere")));
}

/* That there are no reviews but those of the parts that a table has. */
static void
begin_elsewhere (TlAdding       *adding,
                 TlReleaseTable *self,
                 const char     *version,
                 TlFacet         facet,
                 char          **keys,
                 guint           n_keys)
{
  _tl_adding_begin (adding, self, version);
  tl_reach_exclude (&adding->reach, facet, keys, n_keys);
  _tl_adding_count (adding, "base", NULL, NULL, NULL, TL_PROTECT_PART, g_strdup (_("elsewhere")));
}

static void
add_elsewhere (TlReleaseTable *self,
               TlThemes       *themes)
{
  g_autofree char **keys = g_new (char *, themes->n_columns);
  TlAdding adding;

  for (guint j = 1; j < themes->n_columns; j++)
    keys[j - 1] = themes->columns[j].key;
  begin_elsewhere (&adding, self, themes->version, themes->by, keys, themes->n_columns - 1);
  for (guint i = 0; i < themes->n_rows; i++)
    add_zeros (&adding, themes->rows[i].code);
  _tl_adding_clear (&adding);
}

static gboolean
ask_themes (TlReleaseTable *self,
            TlLibrary      *library,
            GError        **error)
{
  const TlThemesQuery query = { .population = self->question->population, .by = self->question->by, .internal = TRUE };
  TlThemes *themes = self->themes = tl_library_themes (library, &query, error);

  for (guint j = 0; themes != NULL && j < themes->n_columns; j++)
    {
      TlProtectWorth worth = j == 0 && themes->n_columns > 1 ? TL_PROTECT_TOTAL : TL_PROTECT_PART;
      TlAdding adding;

      _tl_adding_begin (&adding, self, themes->version);
      if (j > 0)
        _tl_adding_narrow (&adding, themes->by, themes->columns[j].key);
      _tl_adding_count (&adding, "base", NULL, NULL, &themes->columns[j].base,
                        j == 0 ? TL_PROTECT_BASE : TL_PROTECT_TOTAL,
                        g_strdup_printf ("%s: %s", themes->columns[j].title, _("base")));
      for (guint i = 0; i < themes->n_rows; i++)
        add_cell (&adding, themes, i, j, worth);
      _tl_adding_clear (&adding);
    }
  if (themes != NULL && themes->by != TL_FACET_NONE && tl_facet_is_partition (themes->by))
    add_elsewhere (self, themes);
  return themes != NULL;
}

/* Cubes */

static char *
dup_place_in_cube (const TlCube *cube,
                   guint         row,
                   guint         column)
{
  return g_strdup_printf ("%s, %s", cube->row_keys[row], cube->column_keys[column]);
}

static void
add_elsewhere_in_cube (TlReleaseTable *self,
                       TlCube         *cube,
                       TlFacet         facet,
                       char          **keys,
                       guint           n_keys)
{
  TlAdding adding;

  begin_elsewhere (&adding, self, cube->version, facet, keys, n_keys);
  for (guint i = 0; i < cube->n_codes; i++)
    add_zeros (&adding, cube->codes[i]);
  _tl_adding_clear (&adding);
}

/* Whether a code is in so few reviews for so many parts that most of these would be withheld: on the mean a part is
 * small. Readers see both numbers, so that what is left out tells them nothing of the parts. */
static gboolean
is_sparse (const TlCube *cube,
           gint64        all,
           guint         threshold)
{
  return all <= (gint64) threshold * (cube->n_rows - 1) * (cube->n_columns - 1);
}

/* What is sparse is left out, but for what it adds up to by either facet: so little would be left of it that what is
 * withheld is said more shortly. */
static void
leave_out_sparse (TlReleaseTable *self,
                  const TlCube   *cube,
                  guint           threshold)
{
  gsize n = (gsize) cube->n_rows * cube->n_columns;

  self->is_bare = is_sparse (cube, cube->bases[0], threshold);
  for (guint i = 0; i < self->counts->len; i++)
    {
      TlReleaseCount *count = self->counts->pdata[i];
      gboolean is_base = count->place >= cube->bases && count->place < cube->bases + n;
      gsize at = count->place == NULL || is_base ? 0 : (gsize) (count->place - cube->counts) / n * n;

      if (count->place != NULL && count->worth == TL_PROTECT_PART
          && (self->is_bare || is_sparse (cube, is_base ? cube->bases[0] : cube->counts[at], threshold)))
        count->reason = TL_PROTECT_LEFT_OUT;
    }
}

static gboolean
ask_cube (TlReleaseTable *self,
          TlLibrary      *library,
          guint           threshold,
          GError        **error)
{
  const TlCubeQuery query = {
    .population = self->question->population,
    .rows = self->question->rows,
    .columns = self->question->by,
    .internal = TRUE,
  };
  TlCube *cube = self->cube = tl_library_cube (library, &query, error);

  for (guint k = 0; cube != NULL && k < cube->n_rows * cube->n_columns; k++)
    {
      guint row = k / cube->n_columns, column = k % cube->n_columns;
      TlProtectWorth worth = row == 0 || column == 0 ? TL_PROTECT_TOTAL : TL_PROTECT_PART;
      g_autofree char *place = dup_place_in_cube (cube, row, column);
      TlAdding adding;

      _tl_adding_begin (&adding, self, cube->version);
      if (row > 0)
        _tl_adding_narrow (&adding, cube->rows, cube->row_keys[row]);
      if (column > 0)
        _tl_adding_narrow (&adding, cube->columns, cube->column_keys[column]);
      _tl_adding_count (&adding, "base", NULL, NULL, &cube->bases[k],
                        k == 0 ? TL_PROTECT_BASE : worth, g_strdup_printf ("%s: %s", place, _("base")));
      for (guint i = 0; i < cube->n_codes; i++)
        _tl_adding_count (&adding, "tagged", cube->codes[i], NULL,
                          &cube->counts[(gsize) i * cube->n_rows * cube->n_columns + k], worth,
                          g_strdup_printf ("%s, %s", cube->codes[i], place));
      _tl_adding_clear (&adding);
    }
  if (cube == NULL)
    return FALSE;
  leave_out_sparse (self, cube, threshold);
  add_elsewhere_in_cube (self, cube, cube->rows, cube->row_keys + 1, cube->n_rows - 1);
  add_elsewhere_in_cube (self, cube, cube->columns, cube->column_keys + 1, cube->n_columns - 1);
  return TRUE;
}

/* Pairs */

static gboolean
ask_pairs (TlReleaseTable *self,
           TlLibrary      *library,
           GError        **error)
{
  const TlPairsQuery query = { .population = self->question->population, .internal = TRUE };
  TlPairs *pairs = self->pairs = tl_library_pairs (library, &query, error);
  TlAdding adding;

  if (pairs == NULL)
    return FALSE;
  _tl_adding_begin (&adding, self, pairs->version);
  _tl_adding_count (&adding, "base", NULL, NULL, &pairs->base, TL_PROTECT_BASE, g_strdup (_("base")));
  for (guint i = 0; i < pairs->n_codes; i++)
    _tl_adding_count (&adding, "tagged", pairs->codes[i].code, NULL, &pairs->codes[i].reviews, TL_PROTECT_TOTAL,
                      g_strdup (pairs->codes[i].notation));
  for (guint i = 0; i < pairs->n_pairs; i++)
    {
      TlPair *pair = &pairs->pairs[i];
      const TlPairsCode *a = &pairs->codes[pair->a], *b = &pairs->codes[pair->b];

      _tl_adding_count (&adding, "pair", a->code, b->code, &pair->reviews, TL_PROTECT_PART,
                        g_strdup_printf ("%s + %s", a->notation, b->notation));
      if (pairs->across)
        _tl_adding_count (&adding, "uncertain pair", a->code, b->code, &pair->uncertain, TL_PROTECT_PART,
                          g_strdup_printf ("%s + %s: %s", a->notation, b->notation, _("uncertain")));
    }
  _tl_adding_clear (&adding);
  return TRUE;
}

/* Asking */

static gboolean
ask (TlReleaseTable  *self,
     TlLibrary       *library,
     guint            threshold,
     GCancellable    *cancellable,
     GError         **error)
{
  switch (self->question->kind)
    {
    case TL_ASKED_CUBE:
      return ask_cube (self, library, threshold, error);
    case TL_ASKED_PAIRS:
      return ask_pairs (self, library, error);
    case TL_ASKED_CHAINS:
    case TL_ASKED_RECURRING:
    case TL_ASKED_NATIONAL:
    case TL_ASKED_MERGED:
      return _tl_release_table_ask_links (self, library, threshold, cancellable, error);
    case TL_ASKED_THEMES:
    default:
      return ask_themes (self, library, error);
    }
}

TlReleaseTable *
_tl_release_table_new (const TlAsked *question)
{
  TlReleaseTable *self = g_new0 (TlReleaseTable, 1);

  self->question = tl_asked_copy (question);
  self->text = tl_asked_dup_text (question);
  self->counts = g_ptr_array_new_with_free_func (free_count);
  return self;
}

/**
 * tl_release_table_ask:
 * @library: a library
 * @question: what to ask
 * @threshold: counts from 1 to this will be withheld
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the table, in which nothing is withheld yet; %NULL with an error of the question
 */
TlReleaseTable *
tl_release_table_ask (TlLibrary      *library,
                      const TlAsked  *question,
                      guint           threshold,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && question != NULL, NULL);

  g_autoptr (TlReleaseTable) self = _tl_release_table_new (question);

  return ask (self, library, threshold, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_release_table_free:
 * @self: (transfer full): a table
 */
void
tl_release_table_free (TlReleaseTable *self)
{
  g_clear_pointer (&self->question, tl_asked_free);
  g_clear_pointer (&self->themes, tl_themes_free);
  g_clear_pointer (&self->cube, tl_cube_free);
  g_clear_pointer (&self->pairs, tl_pairs_free);
  g_clear_pointer (&self->chains, tl_chains_free);
  g_clear_pointer (&self->merged, tl_merged_free);
  g_clear_pointer (&self->answer, tl_answer_free);
  g_ptr_array_unref (self->counts);
  g_free (self->text);
  g_free (self);
}

/**
 * tl_release_table_make_bare:
 * @self: a table by two facets
 *
 * Leaves out what is of a part of both.
 */
void
tl_release_table_make_bare (TlReleaseTable *self)
{
  g_return_if_fail (self != NULL && self->cube != NULL);

  self->is_bare = self->is_crossing = TRUE;
  for (guint i = 0; i < self->counts->len; i++)
    {
      TlReleaseCount *count = self->counts->pdata[i];

      if (count->place != NULL && count->worth == TL_PROTECT_PART)
        count->reason = TL_PROTECT_LEFT_OUT;
    }
}

/**
 * tl_release_table_find_pair:
 * @self: a table of pairs
 * @count: one of its counts
 * @at: (out): its place in a matrix of all codes
 * @mirrored: (out): its other place there
 *
 * Returns: whether it is of a pair or, in the diagonal, of a code
 */
gboolean
tl_release_table_find_pair (const TlReleaseTable *self,
                            const TlReleaseCount *count,
                            gsize                *at,
                            gsize                *mirrored)
{
  g_return_val_if_fail (self != NULL && self->pairs != NULL && count != NULL, FALSE);

  const TlPairs *pairs = self->pairs;
  const char *place = (const char *) count->place;
  const char *codes = (const char *) pairs->codes, *first = (const char *) pairs->pairs;
  gsize n = pairs->n_codes, offset;

  if (place >= codes && place < codes + sizeof (TlPairsCode) * n)
    {
      *at = *mirrored = (gsize) (place - codes) / sizeof (TlPairsCode) * (n + 1);
      return TRUE;
    }
  if (place < first || place >= first + sizeof (TlPair) * pairs->n_pairs)
    return FALSE;
  offset = (gsize) (place - first) % sizeof (TlPair);

  const TlPair *pair = &pairs->pairs[(gsize) (place - first) / sizeof (TlPair)];

  *at = pair->a * n + pair->b;
  *mirrored = pair->b * n + pair->a;
  return offset == G_STRUCT_OFFSET (TlPair, reviews);
}

/**
 * tl_release_table_fill_matrix:
 * @self: a table of pairs
 * @counts: (array): the matrix of all codes as far as the table gives it
 * @withheld: (array): what of it is withheld
 *
 * Fills in what is no pair: of codes above and below each other everybody knows what they have in common, which is the
 * one below.
 */
void
tl_release_table_fill_matrix (const TlReleaseTable *self,
                              gint64               *counts,
                              gboolean             *withheld)
{
  g_return_if_fail (self != NULL && self->pairs != NULL);

  const TlPairs *pairs = self->pairs;
  guint n = pairs->n_codes;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && pairs->codes[j].depth > pairs->codes[i].depth; j++)
      {
        counts[i * n + j] = counts[j * n + i] = counts[j * n + j];
        withheld[i * n + j] = withheld[j * n + i] = withheld[j * n + j];
      }
}
