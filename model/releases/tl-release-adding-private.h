/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

/**
 * TlAdding:
 * @table: to which counts are added
 * @version: of the typology that was counted in
 * @population: of the counts
 * @reach: the same, as far as counts add up
 * @least: what everybody knows a count that is withheld to be at least
 *
 * Counts that are being added to a table: what they are of.
 */
typedef struct {
  TlReleaseTable *table;
  const char     *version;
  TlPopulation    population;
  TlReach         reach;
  gint64          least;
} TlAdding;

void _tl_adding_begin  (TlAdding        *self,
                        TlReleaseTable  *table,
                        const char      *version);
void _tl_adding_clear  (TlAdding        *self);
void _tl_adding_narrow (TlAdding        *self,
                        TlFacet          facet,
                        const char      *key);
void _tl_adding_count  (TlAdding        *self,
                        const char      *measure,
                        const char      *a,
                        const char      *b,
                        gint64          *place,
                        TlProtectWorth   worth,
                        char            *where);

G_END_DECLS
