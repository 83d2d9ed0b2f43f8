/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs in their files: tl-pairs.c counts and compares, tl-pairs-print.c puts them into words and tables. */
#pragma once

#include "model/questions/tl-coded.h"
#include "model/questions/tl-pairs.h"

G_BEGIN_DECLS

void  _tl_pairs_describe  (TlPairs             *pairs,
                           const TlPairsQuery  *query,
                           const TlCoded       *coded);

G_END_DECLS
