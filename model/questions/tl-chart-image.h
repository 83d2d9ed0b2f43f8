/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture-file.h"
#include "model/questions/tl-heat.h"
#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

GBytes *tl_chart_image_of_heat   (const TlHeat     *heat,
                                  TlPictureFormat   format,
                                  GError          **error);
GBytes *tl_chart_image_of_themes (const TlThemes   *themes,
                                  TlPictureFormat   format,
                                  GError          **error);

G_END_DECLS
