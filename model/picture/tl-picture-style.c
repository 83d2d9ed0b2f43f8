/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each role, state and sign is drawn on paper. No two differ by colour alone: a factor's role shows in the shape of
 * its box and the pattern of its stripe, a link's kind in its stroke and its end, its state in dots and a mark. */
#include "config.h"

#include "model/picture/tl-picture-style.h"

/* Tint of the box, colour and dashes of the stripe, width of the edge, corners. Text on every tint has a contrast of
 * more than 12 : 1, a stripe on its tint of more than 3 : 1. */
static const struct {
  guint32  fill;
  guint32  stripe;
  double   dashes[4];
  double   edge;
  double   radii[4];
  gboolean is_double;
} cards[] = {
  [TL_FACTOR_ROLE_OUTCOME] = { 0xfdeaea, 0xb3141d, { 0 }, 2.4, { 9, 9, 9, 9 }, FALSE },
  [TL_FACTOR_ROLE_EVENT] = { 0xfff3e6, 0xb35400, { 0 }, 1, { 0, 0, 0, 0 }, FALSE },
  [TL_FACTOR_ROLE_ACTION] = { 0xeaf2fc, 0x1a5fb4, { 0 }, 1, { 2, 20, 20, 2 }, FALSE },
  [TL_FACTOR_ROLE_CONDITION] = { 0xf7edf9, 0x8a3a97, { 6, 4 }, 1, { 9, 9, 9, 9 }, FALSE },
  [TL_FACTOR_ROLE_FACTOR] = { 0xf0f5fc, 0x4176b8, { 0 }, 1, { 9, 9, 9, 9 }, FALSE },
  [TL_FACTOR_ROLE_SAFEGUARD] = { 0xe9f7ef, 0x1b7a4a, { 0 }, 1, { 9, 9, 9, 9 }, TRUE },
  [TL_FACTOR_ROLE_VARIABLE] = { 0xf3ecf6, 0x6b3079, { 2, 2 }, 1, { 24, 24, 24, 24 }, FALSE },
};

/* Width, head, bar; dashes of what is taken as it is, and of what is contested. */
static const struct {
  double   width;
  double   head;
  gboolean has_bar;
  double   dashes[4];
  double   contested[4];
} links[] = {
  [TL_LINK_ROLE_CONTRIBUTES] = { 1.6, 10, FALSE, { 0 }, { 2, 4 } },
  [TL_LINK_ROLE_NECESSARY] = { 3.2, 12.5, FALSE, { 0 }, { 3, 5 } },
  [TL_LINK_ROLE_ENABLES] = { 1.6, 10, FALSE, { 9, 5 }, { 9, 4, 2, 4 } },
  [TL_LINK_ROLE_HINDERS] = { 1.6, 4, TRUE, { 0 }, { 2, 4 } },
};

#define LINK_COLOUR 0x4b4b55
#define REJECTED_COLOUR 0xa2a2aa

/**
 * tl_card_style_get:
 * @role: of a factor
 * @style: (out): how its box is drawn
 */
void
tl_card_style_get (TlFactorRole  role,
                   TlCardStyle  *style)
{
  g_return_if_fail (role < G_N_ELEMENTS (cards) && style != NULL);

  *style = (TlCardStyle) {
    .fill = cards[role].fill,
    .edge = { TL_INK_NONE, role == TL_FACTOR_ROLE_OUTCOME ? TL_PICTURE_QUIET : 0x8c8c94, cards[role].edge, { 0 } },
    .stripe = { TL_INK_NONE, cards[role].stripe, 4, { 0 } },
    .is_double = cards[role].is_double,
    .is_bold = role == TL_FACTOR_ROLE_OUTCOME,
  };
  memcpy (style->stripe.dashes, cards[role].dashes, sizeof style->stripe.dashes);
  memcpy (style->radii, cards[role].radii, sizeof style->radii);
}

/**
 * tl_link_style_get:
 * @role: of a link
 * @state: (nullable): its state
 * @style: (out): how its curve is drawn
 */
void
tl_link_style_get (TlLinkRole    role,
                   const char   *state,
                   TlLinkStyle  *style)
{
  g_return_if_fail (role < G_N_ELEMENTS (links) && style != NULL);

  gboolean is_contested = g_strcmp0 (state, "contested") == 0, is_rejected = g_strcmp0 (state, "rejected") == 0;
  const double *dashes = is_contested ? links[role].contested : links[role].dashes;

  *style = (TlLinkStyle) {
    .ink = { TL_INK_NONE, is_rejected ? REJECTED_COLOUR : LINK_COLOUR, links[role].width, { 0 } },
    .head = links[role].head,
    .has_bar = links[role].has_bar,
  };
  memcpy (style->ink.dashes, dashes, sizeof style->ink.dashes);
}
