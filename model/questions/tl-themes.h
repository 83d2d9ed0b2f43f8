/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-count.h"
#include "model/questions/tl-facet.h"

G_BEGIN_DECLS

/* What a code has to share with an outcome to be said to restate it: see tl_library_themes(). */
#define TL_THEMES_RESTATES 0.9
#define TL_THEMES_RESTATES_LEAST 10

/**
 * TlThemesQuery:
 * @population: which reviews, coded in what, by whom
 * @by: the columns
 * @threshold: counts from 1 to this are withheld; 0 stands for %TL_COUNT_DEFAULT_THRESHOLD
 * @round: 0, or what to round what is shown to the nearest multiple of: 10 in national and regional tables
 * @internal: withhold and round nothing: for the office's own eyes
 *
 * What is asked of a library. A zeroed one asks for all reviews in the national typology.
 */
typedef struct {
  TlPopulation population;
  TlFacet      by;
  guint        threshold;
  guint        round;
  gboolean     internal;
} TlThemesQuery;

/**
 * TlThemesColumn:
 * @key: "all" in the first column, else the key of the part; "" where it is not stated
 * @title: for people, translated
 * @base: reviews of the population that belong to it, or one of the %TL_COUNT_WITHHELD
 */
typedef struct {
  char  *key;
  char  *title;
  gint64 base;
} TlThemesColumn;

/**
 * TlThemesCell:
 * @base: reviews of the column that are coded in a typology which has the code; those of the column but for codes that
 *   not all typologies counted have
 * @reviews: reviews of the column in which the code, or one below it, is tagged
 * @uncertain: reviews of the column that are coded in another typology with something that was split: some of them may
 *   belong here too, besides @reviews
 * @looked_for: reviews of the column in which it is tagged, or was looked for and not found
 *
 * Each is a count, or says with #TlCountSymbol why there is none.
 */
typedef struct {
  gint64 base;
  gint64 reviews;
  gint64 uncertain;
  gint64 looked_for;
} TlThemesCell;

/**
 * TlThemesRow:
 * @code: "SCHEME:NOTATION"
 * @notation: the same within the scheme
 * @label: what the code is called
 * @depth: 0 for the codes of the top tier, 1 for those below
 * @restates: (nullable): key of an outcome of children that the code comes and goes with; such a code explains nothing
 * @cells: one a column
 */
typedef struct {
  char         *code;
  char         *notation;
  char         *label;
  guint         depth;
  const char   *restates;
  TlThemesCell *cells;
} TlThemesRow;

/**
 * TlThemes:
 * @typology: id of the typology
 * @version: its version
 * @caption: what was counted, over what, with every setting, in sentences: goes wherever the numbers go
 * @note: (nullable): what "c" means and what else was withheld; %NULL when nothing is withheld
 * @columns: the first is all reviews under the filter, whatever the others are
 * @n_columns: how many
 * @rows: every code of the typology in its order, top codes before what is below them
 * @n_rows: how many
 * @by: the columns
 * @across: whether reviews coded in another typology are among those counted
 * @threshold: counts from 1 to this are withheld; 0 if none is
 * @round: what is shown is rounded to this; 0 or 1 if nothing is
 * @n_primary: counts withheld because they are small
 * @n_secondary: counts withheld because others could be worked out from them
 *
 * In how many reviews each code occurs.
 */
typedef struct {
  char           *typology;
  char           *version;
  char           *caption;
  char           *note;
  TlThemesColumn *columns;
  guint           n_columns;
  TlThemesRow    *rows;
  guint           n_rows;
  TlFacet         by;
  gboolean        across;
  guint           threshold;
  guint           round;
  guint           n_primary;
  guint           n_secondary;
} TlThemes;

TlThemes   *tl_library_themes   (TlLibrary            *library,
                                 const TlThemesQuery  *query,
                                 GError              **error);
void        tl_themes_free      (TlThemes             *themes);
void        tl_themes_protect   (TlThemes *const      *tables,
                                 guint                 n_tables,
                                 guint                 threshold,
                                 guint                 round);
void        tl_themes_describe  (TlThemes             *themes,
                                 const TlThemesQuery  *query);

double      tl_themes_choose_full (const TlThemes     *themes);
char       *tl_themes_dup_text  (const TlThemes       *themes);
char       *tl_themes_dup_csv   (const TlThemes       *themes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlThemes, tl_themes_free)

G_END_DECLS
