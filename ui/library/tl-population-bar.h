/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

#define TL_TYPE_THEMES_FILTER (tl_themes_filter_get_type ())
G_DECLARE_FINAL_TYPE (TlThemesFilter, tl_themes_filter, TL, THEMES_FILTER, AdwBin)

/* The drop-downs, in the order in which they are shown. */
typedef enum {
  TL_THEMES_FILTER_TYPOLOGY,
  TL_THEMES_FILTER_BY,
  TL_THEMES_FILTER_CODER,
  TL_THEMES_FILTER_YEAR_FROM,
  TL_THEMES_FILTER_YEAR_TO,
  TL_THEMES_FILTER_REGION,
  TL_THEMES_FILTER_METHOD,
  TL_THEMES_FILTER_TYPE,
} TlThemesFilterPart;

#define TL_N_THEMES_FILTER_PARTS (TL_THEMES_FILTER_TYPE + 1)

GtkWidget *tl_themes_filter_new         (void);
void       tl_themes_filter_set_records (TlThemesFilter     *self,
                                         GListModel         *records);
gboolean   tl_themes_filter_choose      (TlThemesFilter     *self,
                                         TlThemesFilterPart  part,
                                         const char         *key);
void       tl_themes_filter_reset       (TlThemesFilter     *self);
void       tl_themes_filter_get_query   (TlThemesFilter     *self,
                                         TlThemesQuery      *query);

G_END_DECLS
