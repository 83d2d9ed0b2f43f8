/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/method/tl-method.h"
#include "ui/canvas/tl-canvas-lens.h"

G_BEGIN_DECLS

/**
 * TlCanvasColours:
 * @foreground: of text
 * @background: of the canvas
 * @accent: of what is selected, hovered or being drawn
 * @refused: of what can't be linked
 * @link: of a link that rests
 * @lane: of every second lane, which has a tint of it
 * @lane_edge: between two lanes
 * @roles: of a plain box, by the role of its factor
 * @answers: of a plain box seen through a lens
 *
 * The theme's colours for what is drawn rather than made of widgets.
 */
typedef struct {
  GdkRGBA foreground;
  GdkRGBA background;
  GdkRGBA accent;
  GdkRGBA refused;
  GdkRGBA link;
  GdkRGBA lane;
  GdkRGBA lane_edge;
  GdkRGBA roles[TL_FACTOR_ROLE_VARIABLE + 1];
  GdkRGBA answers[TL_LENS_N_COLOURS];
} TlCanvasColours;

void tl_canvas_colours_read (TlCanvasColours *self,
                             GtkWidget       *widget);

G_END_DECLS
