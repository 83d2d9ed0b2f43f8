/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes in their files: tl-library-themes.c asks the library, tl-themes-count.c counts, tl-themes-print.c puts it into
 * words and tables. */
#pragma once

#include "model/library/tl-library-themes.h"
#include "model/store/tl-connection.h"
#include "model/typology/tl-typology.h"

G_BEGIN_DECLS

#define TL_THEMES_DEFAULT_TYPOLOGY "national-1"

/* A record under the filter. */
typedef struct {
  gint64 number;
  guint  column; /* 0 where columns are levels */
} TlThemesReview;

/* A code of a record at a level. */
typedef struct {
  guint       row;
  guint       column; /* of the level; 0 if there are no columns of levels */
  gboolean    at_level; /* that the query asks for */
  guint       marks;
} TlThemesCoding;

/* Counting: each review once a code and column. */
typedef struct _TlThemesCount TlThemesCount;

TlThemesCount *_tl_themes_count_new     (TlThemes             *themes,
                                         TlThemesCoder         coder);
void           _tl_themes_count_free    (TlThemesCount        *self);
void           _tl_themes_count_review  (TlThemesCount        *self,
                                         const guint          *columns,
                                         guint                 n_columns,
                                         const TlThemesCoding *codings,
                                         guint                 n_codings);

void           _tl_themes_protect       (TlThemes             *themes,
                                         guint                 threshold,
                                         gboolean              sums);

void           _tl_themes_describe      (TlThemes             *themes,
                                         const TlThemesQuery  *query,
                                         TlTypology           *typology);
char          *_tl_themes_title_column  (TlThemesBy            by,
                                         const char           *key);
GPtrArray     *_tl_themes_order_levels  (GHashTable           *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlThemesCount, _tl_themes_count_free)

G_END_DECLS
