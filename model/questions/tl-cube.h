/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-count.h"
#include "model/questions/tl-facet.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlCubeQuery:
 * @population: which reviews, coded in what, by whom
 * @rows: by what the reviews are divided one way; each belongs to one part only, as in @columns
 * @columns: by what they are divided the other way
 * @threshold: counts from 1 to this are withheld; 0 stands for %TL_COUNT_DEFAULT_THRESHOLD
 * @round: 0, or what to round what is shown to the nearest multiple of
 * @internal: withhold and round nothing: for the office's own eyes
 *
 * What is asked of a library.
 */
typedef struct {
  TlPopulation population;
  TlFacet      rows;
  TlFacet      columns;
  guint        threshold;
  guint        round;
  gboolean     internal;
} TlCubeQuery;

/**
 * TlCube:
 * @typology: id of the typology
 * @version: its version
 * @caption: what was counted, over what, with every setting, in sentences: goes wherever the numbers go
 * @note: (nullable): what was withheld; %NULL when nothing is
 * @codes: (array length=n_codes): qualified codes of the typology in its order
 * @labels: (array length=n_codes): what they are called
 * @n_codes: how many
 * @rows: facet of the rows
 * @row_keys: (array length=n_rows): "all", then the keys of the parts
 * @n_rows: how many
 * @columns: facet of the columns
 * @column_keys: (array length=n_columns): "all", then the keys of the parts
 * @n_columns: how many
 * @bases: reviews by row and column, as tl_cube_get() but for a code
 * @counts: (array): reviews by code, row and column, each a count or a #TlCountSymbol
 * @across: whether reviews coded in another typology are among those counted
 * @threshold: counts from 1 to this are withheld; 0 if none is
 * @round: what is shown is rounded to this; 0 or 1 if nothing is
 * @n_primary: counts withheld because they are small
 * @n_secondary: counts withheld because others could be worked out from them
 *
 * In how many reviews of each part of two facets each code occurs. Reviews coded in another typology with something
 * that was split are not among them.
 */
typedef struct {
  char    *typology;
  char    *version;
  char    *caption;
  char    *note;
  char   **codes;
  char   **labels;
  guint    n_codes;
  TlFacet  rows;
  char   **row_keys;
  guint    n_rows;
  TlFacet  columns;
  char   **column_keys;
  guint    n_columns;
  gint64  *bases;
  gint64  *counts;
  gboolean across;
  guint    threshold;
  guint    round;
  guint    n_primary;
  guint    n_secondary;
} TlCube;

TlCube  *tl_library_cube      (TlLibrary          *library,
                               const TlCubeQuery  *query,
                               GError            **error);
void     tl_cube_free         (TlCube             *cube);

gint64   tl_cube_get          (const TlCube       *cube,
                               guint               code,
                               guint               row,
                               guint               column);
void     tl_cube_describe     (TlCube             *cube,
                               const TlCubeQuery  *query);
char    *tl_cube_dup_csv      (const TlCube       *cube);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCube, tl_cube_free)

G_END_DECLS
