/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A population in its parts, for whoever counts codes. */
#pragma once

#include "model/questions/tl-sets.h"
#include "model/typology/tl-crosswalk.h"

G_BEGIN_DECLS

/* Records that are counted in one typology. */
typedef struct {
  TlTypology  *typology;  /* that they are coded in; owned, as all */
  TlCrosswalk *crosswalk; /* from there to the one that is asked for; NULL where it is that itself */
  TlBits      *records;
} TlPopulationPart;

GPtrArray *_tl_population_dup_parts (TlSets             *sets,
                                     const TlPopulation  *population,
                                     GError             **error);

G_END_DECLS
