/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture-file.h"
#include "model/questions/tl-answer.h"
#include "model/questions/tl-chains.h"
#include "model/questions/tl-cube.h"
#include "model/questions/tl-heat.h"
#include "model/questions/tl-merged.h"
#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

/**
 * TlChartImage:
 *
 * A chart on a sheet for a report, with title, legend, and the caption that goes wherever the numbers go. What it shows
 * is borrowed.
 */
typedef struct _TlChartImage TlChartImage;

TlChartImage *tl_chart_image_new_of_heat   (const TlHeat     *heat);
TlChartImage *tl_chart_image_new_of_themes (const TlThemes   *themes,
                                            guint             first,
                                            guint             n,
                                            guint             across);
TlChartImage *tl_chart_image_new_of_chains (const TlChains   *chains);
guint         tl_chart_image_count_of_cube (const TlCube     *cube);
TlChartImage *tl_chart_image_new_of_cube   (const TlCube     *cube,
                                            guint             first,
                                            guint             n);
TlChartImage *tl_chart_image_new_of_merged (const TlMerged   *merged,
                                            GCancellable     *cancellable,
                                            GError          **error);
GPtrArray    *tl_chart_image_list_of_merged
                                           (const TlMerged   *merged,
                                            GCancellable     *cancellable,
                                            GError          **error);
TlChartImage *tl_chart_image_new_of_answer (const TlAnswer   *answer);
void          tl_chart_image_free          (TlChartImage     *self);

void          tl_chart_image_set_title     (TlChartImage     *self,
                                            const char       *title);
void          tl_chart_image_set_brief     (TlChartImage     *self,
                                            gboolean          is_brief);
char         *tl_chart_image_dup_words     (TlChartImage     *self);
void          tl_chart_image_get_size      (TlChartImage     *self,
                                            double           *width,
                                            double           *height);
GBytes       *tl_chart_image_make          (TlChartImage     *self,
                                            TlPictureFormat   format,
                                            GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChartImage, tl_chart_image_free)

G_END_DECLS
