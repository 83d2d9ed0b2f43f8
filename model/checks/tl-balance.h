/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/checks/tl-check-list.h"

G_BEGIN_DECLS

/**
 * TlBalanceSide:
 * @TL_BALANCE_EVENTS: what happened, without why
 * @TL_BALANCE_PEOPLE: explanations that end at what one person did
 * @TL_BALANCE_LEVELS: levels of the system at which nothing was found
 * @TL_BALANCE_SENSE: practice that is not told as it made sense to those who were in it
 * @TL_BALANCE_VOICES: those from whose place nothing is told
 *
 * A way in which a review can say more of what happened than of why.
 */
typedef enum {
  TL_BALANCE_EVENTS,
  TL_BALANCE_PEOPLE,
  TL_BALANCE_LEVELS,
  TL_BALANCE_SENSE,
  TL_BALANCE_VOICES,
  TL_N_BALANCE_SIDES,
} TlBalanceSide;

/**
 * TlBalanceItem:
 * @side: what it is about
 * @record_id: (nullable): where to go; %NULL for something that isn't there at all
 * @message: a sentence
 */
typedef struct {
  TlBalanceSide side;
  char         *record_id;
  char         *message;
} TlBalanceItem;

const char *tl_balance_side_get_title    (TlBalanceSide  side);
const char *tl_balance_side_get_question (TlBalanceSide  side);
const char *tl_balance_side_get_done     (TlBalanceSide  side);

GPtrArray  *tl_balance_find              (TlCheckList   *checks);

G_END_DECLS
