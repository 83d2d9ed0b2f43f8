/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlHoldingsPart:
 * @TL_HOLDINGS_YEARS: by calendar year: "2012", "" where it is not stated; they add up
 * @TL_HOLDINGS_TYPOLOGIES: by the typology, with its version, in which a review is coded: "national-1 1.0"; a review
 *   may be coded in several, or in none
 * @TL_HOLDINGS_METHODS: by the id of the method; they add up
 * @TL_HOLDINGS_BOARDS: by the pseudonym of the board, in its order, which is no order of anything else; they add up
 *
 * By what reviews are told apart.
 */
typedef enum {
  TL_HOLDINGS_YEARS,
  TL_HOLDINGS_TYPOLOGIES,
  TL_HOLDINGS_METHODS,
  TL_HOLDINGS_BOARDS,
  TL_N_HOLDINGS_PARTS,
} TlHoldingsPart;

/**
 * TlHolding:
 * @key: of what
 * @reviews: how many reviews, or %TL_COUNT_WITHHELD
 */
typedef struct {
  char  *key;
  gint64 reviews;
} TlHolding;

/**
 * TlHoldings:
 * @reviews: how many are held and counted
 * @boards: from how many boards, known by their pseudonyms
 * @first_year: the earliest stated; 0 if none is
 * @last_year: the latest
 * @superseded: earlier revisions of them that are kept and not counted
 * @withdrawn: reviews that are kept out since they were withdrawn
 * @parts: (element-type TlHolding): of each part, in order of key
 *
 * What a library holds, in numbers.
 */
typedef struct {
  guint   reviews;
  guint   boards;
  guint   first_year;
  guint   last_year;
  guint   superseded;
  guint   withdrawn;
  GArray *parts[TL_N_HOLDINGS_PARTS];
} TlHoldings;

TlHoldings *tl_holdings_new     (TlLibrary         *library,
                                 GError           **error);
TlHoldings *tl_holdings_protect (const TlHoldings  *self,
                                 guint              threshold,
                                 char             **note);
void        tl_holdings_free    (TlHoldings        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHoldings, tl_holdings_free)

G_END_DECLS
