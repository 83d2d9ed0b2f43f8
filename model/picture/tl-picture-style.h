/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/picture/tl-paper.h"

G_BEGIN_DECLS

/* The colours of paper, light whatever the theme of the windows. */
#define TL_PICTURE_PAPER 0xffffff
#define TL_PICTURE_TEXT 0x1b1b1f
#define TL_PICTURE_QUIET 0x55555c
#define TL_PICTURE_LANE 0xf4f4f6
#define TL_PICTURE_RULE 0xc9c9d0

/**
 * TlCardStyle:
 * @fill: of the box
 * @edge: of the box
 * @stripe: the line along its beginning, in the colour of the role
 * @radii: of its corners, from the upper left one clockwise
 * @is_double: a second edge inside the first
 * @is_bold: its statement stands out
 */
typedef struct {
  guint32  fill;
  TlInk    edge;
  TlInk    stripe;
  double   radii[4];
  gboolean is_double;
  gboolean is_bold;
} TlCardStyle;

/**
 * TlLinkStyle:
 * @ink: of the curve
 * @head: length of the arrow head
 * @has_bar: ends in a bar across instead of an arrow
 */
typedef struct {
  TlInk    ink;
  double   head;
  gboolean has_bar;
} TlLinkStyle;

void        tl_card_style_get  (TlFactorRole  role,
                                TlCardStyle  *style);
void        tl_link_style_get  (TlLinkRole    role,
                                const char   *state,
                                TlLinkStyle  *style);

G_END_DECLS
