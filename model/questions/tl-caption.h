/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-population.h"

G_BEGIN_DECLS

char        *tl_caption_new          (const char          *typology,
                                      const char          *version,
                                      const TlPopulation  *population,
                                      gboolean             across,
                                      gint64               base);
const char  *tl_caption_get_internal (void);

G_END_DECLS
