/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_POPULATION_BAR (tl_population_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlPopulationBar, tl_population_bar, TL, POPULATION_BAR, AdwBin)

/* The drop-downs, in the order in which they are shown. */
typedef enum {
  TL_POPULATION_TYPOLOGY,
  TL_POPULATION_YEAR_FROM,
  TL_POPULATION_YEAR_TO,
  TL_POPULATION_REGION,
  TL_POPULATION_LEVEL,
  TL_POPULATION_AGENCY,
  TL_POPULATION_AGE,
  TL_POPULATION_TYPE,
  TL_POPULATION_METHOD,
  TL_POPULATION_CODER,
} TlPopulationPart;

#define TL_N_POPULATION_PARTS (TL_POPULATION_CODER + 1)

GtkWidget *tl_population_bar_new    (TlQuestion       *question);
gboolean   tl_population_bar_choose (TlPopulationBar  *self,
                                     TlPopulationPart  part,
                                     const char       *key);

G_END_DECLS
