/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-pairs.h"

G_BEGIN_DECLS

/**
 * TlHeatShade:
 * @TL_HEAT_NO_PAIR: the two are no pair: one is above the other
 * @TL_HEAT_WITHHELD: nothing can be told, for a count is withheld
 * @TL_HEAT_UNKNOWN: nothing can be told, for not all reviews are coded in a typology that has both
 * @TL_HEAT_CHANCE: as chance would give it: the interval of the ratio holds 1
 * @TL_HEAT_MORE: together more often than chance would give, up to half as often again
 * @TL_HEAT_MUCH_MORE: up to twice as often
 * @TL_HEAT_FAR_MORE: more
 * @TL_HEAT_LESS: less often, down to two thirds
 * @TL_HEAT_MUCH_LESS: down to half
 * @TL_HEAT_FAR_LESS: less
 *
 * What the cell of a pair says.
 */
typedef enum {
  TL_HEAT_NO_PAIR,
  TL_HEAT_WITHHELD,
  TL_HEAT_UNKNOWN,
  TL_HEAT_CHANCE,
  TL_HEAT_MORE,
  TL_HEAT_MUCH_MORE,
  TL_HEAT_FAR_MORE,
  TL_HEAT_LESS,
  TL_HEAT_MUCH_LESS,
  TL_HEAT_FAR_LESS,
} TlHeatShade;

#define TL_N_HEAT_SHADES (TL_HEAT_FAR_LESS + 1)

/**
 * TlHeat:
 * @pairs: what is shown; borrowed
 * @depth: of the tier that is shown
 * @codes: (array length=n): the codes of that tier, by their places in @pairs, in the order in which they are shown
 * @n: how many
 *
 * A heat map of pairs: a triangle of cells, of which each code has a row and a column.
 */
typedef struct {
  const TlPairs *pairs;
  guint          depth;
  guint         *codes;
  guint          n;

  /*< private >*/
  int           *cells;
} TlHeat;

TlHeat            *tl_heat_new       (const TlPairs *pairs,
                                      guint          depth,
                                      gboolean       by_similarity);
void               tl_heat_free      (TlHeat        *self);

const TlPair      *tl_heat_get       (const TlHeat  *self,
                                      guint          row,
                                      guint          column);
gboolean           tl_heat_has       (const TlHeat  *self,
                                      const TlPair  *pair);
TlHeatShade        tl_heat_get_shade (const TlPair  *pair);
const char        *tl_heat_shade_get_label (TlHeatShade shade);
char              *tl_heat_dup_sentence (const TlHeat *self,
                                      guint          row,
                                      guint          column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHeat, tl_heat_free)

G_END_DECLS
