/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with a canvas over a small review, and hands to use it with. */
#pragma once

#include <adwaita.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "tests/temporary.h"
#include "tests/window-case.h"
#include "ui/canvas/tl-canvas-private.h"

#define UNPLACED G_MININT64

typedef struct {
  char *path;
  TlReview *review;
  TlSelection *selection;
  GtkWidget *window;
  TlCanvas *canvas;
} CanvasWindow;

/* Three factors in two lanes: "cause" and "other" at the front line, "effect" in the case; cause → effect. */
typedef struct {
  const char *id, *statement;
  guint level;
  int x, y;
} CanvasFactor;

extern const CanvasFactor canvas_factors[3];

#define LINK "44444444-4444-4444-8444-444444444444"
#define CAUSE (canvas_factors[0].id)
#define EFFECT (canvas_factors[1].id)
#define OTHER (canvas_factors[2].id)

typedef enum {
  EMPTY = 1 << 0,
  NO_PLACES = 1 << 1,
  ACCIMAP = 1 << 2,
  READ_ONLY = 1 << 3,
} Setting;

void canvas_set_up (CanvasWindow *fixture, gconstpointer data);
void canvas_tear_down (CanvasWindow *fixture, gconstpointer data);
TlCanvasNode *canvas_get_node (CanvasWindow *fixture, const char *id);
void canvas_get_spot (CanvasWindow *fixture, const char *id, double *x, double *y);
guint canvas_count (CanvasWindow *fixture, const char *kind);
const char *canvas_get_undo_label (CanvasWindow *fixture);
GtkEventController *canvas_find_controller (CanvasWindow *fixture, GType type);
GtkEventController *canvas_find_drop_target (CanvasWindow *fixture, GType dropped);
void canvas_press (CanvasWindow *fixture, double x, double y);
void canvas_move_by (CanvasWindow *fixture, double dx, double dy);
void canvas_let_go (CanvasWindow *fixture, double dx, double dy);
void canvas_drag (CanvasWindow *fixture, const char *id, double dx, double dy);
void canvas_draw_link (CanvasWindow *fixture, const char *cause, const char *effect);
void canvas_type (CanvasWindow *fixture, const char *text, gboolean keep);
const char *canvas_get_notice (CanvasWindow *fixture);
void canvas_undo (CanvasWindow *fixture);
