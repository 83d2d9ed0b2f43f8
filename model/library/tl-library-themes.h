/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/* Counts from 1 to this are withheld unless something else is asked for: what children's statistics of the English
 * department have usually done. */
#define TL_THEMES_DEFAULT_THRESHOLD 5

/* Stands in the place of a count that is withheld; it is nowhere else to be had from the table. */
#define TL_COUNT_WITHHELD (-1)

/* By what the reviews are divided into columns. */
typedef enum {
  TL_THEMES_BY_NONE,
  TL_THEMES_BY_YEAR,
  TL_THEMES_BY_REGION,
  TL_THEMES_BY_LEVEL,
  TL_THEMES_BY_METHOD,
} TlThemesBy;

/**
 * TlThemesCoder:
 * @TL_THEMES_CODER_ANY: a code counts where any coder tagged it
 * @TL_THEMES_CODER_LEAD: where a lead reviewer tagged it, or somebody whom the record does not name
 * @TL_THEMES_CODER_AGREED: where the coders agreed on it
 *
 * Whose tags count.
 */
typedef enum {
  TL_THEMES_CODER_ANY,
  TL_THEMES_CODER_LEAD,
  TL_THEMES_CODER_AGREED,
} TlThemesCoder;

/**
 * TlThemesQuery:
 * @typology: (nullable): id of the typology, "national-1" if %NULL
 * @year_from: the first calendar year, or 0
 * @year_to: the last calendar year, or 0
 * @region: (nullable): only this region
 * @level: (nullable): only what is tagged at this level; the base is then the reviews with a factor there
 * @method: (nullable): only reviews made by this method
 * @type: (nullable): only this type of review
 * @by: the columns
 * @coder: whose tags count
 * @threshold: counts from 1 to this are withheld; 0 stands for %TL_THEMES_DEFAULT_THRESHOLD
 * @internal: withhold nothing: for the office's own eyes
 *
 * What is asked of a library. A zeroed one asks for all reviews in the national typology.
 */
typedef struct {
  const char   *typology;
  guint         year_from;
  guint         year_to;
  const char   *region;
  const char   *level;
  const char   *method;
  const char   *type;
  TlThemesBy    by;
  TlThemesCoder coder;
  guint         threshold;
  gboolean      internal;
} TlThemesQuery;

/**
 * TlThemesColumn:
 * @key: "all" in the first column, else the year or the key of the region, level or method; "" where it is not stated
 * @title: for people, translated
 * @base: reviews under the filter that were coded in the typology's version, or %TL_COUNT_WITHHELD
 */
typedef struct {
  char  *key;
  char  *title;
  gint64 base;
} TlThemesColumn;

/**
 * TlThemesCell:
 * @reviews: reviews of the column in which the code, or one below it, is tagged, or %TL_COUNT_WITHHELD
 * @looked_for: reviews of the column in which it is tagged, or was looked for and not found, or %TL_COUNT_WITHHELD
 */
typedef struct {
  gint64 reviews;
  gint64 looked_for;
} TlThemesCell;

/**
 * TlThemesRow:
 * @code: "SCHEME:NOTATION"
 * @notation: the same within the scheme
 * @label: what the code is called
 * @depth: 0 for the codes of the top tier, 1 for those below
 * @cells: one a column
 */
typedef struct {
  char         *code;
  char         *notation;
  char         *label;
  guint         depth;
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
 * @threshold: counts from 1 to this are withheld; 0 if none is
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
  guint           threshold;
  guint           n_primary;
  guint           n_secondary;
} TlThemes;

TlThemes   *tl_library_themes     (TlLibrary           *self,
                                   const TlThemesQuery *query,
                                   GError             **error);
void        tl_themes_free        (TlThemes            *themes);

char       *tl_themes_dup_text    (const TlThemes      *themes);
char       *tl_themes_dup_csv     (const TlThemes      *themes);
char       *tl_count_format       (gint64               count);

gboolean    tl_themes_by_parse    (const char          *name,
                                   TlThemesBy          *by);
gboolean    tl_themes_coder_parse (const char          *name,
                                   TlThemesCoder       *coder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlThemes, tl_themes_free)

G_END_DECLS
