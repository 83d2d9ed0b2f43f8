/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors that have no widget: at a small zoom a plain box with as much of the statement as can be read, and for a
 * moment a box where a widget is about to come. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"
#include "ui/canvas/tl-canvas-style.h"

#include <math.h>

/* Text is at least so high on screen, in pixels at the usual text size, and never smaller than so in canvas units;
 * below the smallest zoom there is none. */
#define TEXT_PIXELS 9.5
#define TEXT_UNITS 13
#define MIN_TEXT_ZOOM 0.28
#define STRIPE 7
#define PADDING 12
#define RADIUS 10
/* How much of its colours a faded factor keeps. */
#define FADED_SHARE 0.25f
/* Boxes of fewer pixels in height are all of their factor's colour, for an edge or a corner would not be seen. */
#define MIN_OUTLINE_PIXELS 9

static gboolean
is_right_to_left (TlCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static PangoLayout *
create_text (TlCanvas   *self,
             const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  double zoom = self->viewport.zoom;

  pango_font_description_set_absolute_size (font, MAX (TEXT_PIXELS / zoom, TEXT_UNITS) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) ((TL_CANVAS_FACTOR_WIDTH - STRIPE - 1.5 * PADDING) * PANGO_SCALE));
  pango_layout_set_height (layout, TL_CANVAS_FACTOR_HEIGHT * PANGO_SCALE);
  pango_layout_set_alignment (layout, is_right_to_left (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_spacing (layout, (int) (-1.5 / zoom * PANGO_SCALE));
  return layout;
}

static void
mix (const GdkRGBA *below,
     const GdkRGBA *above,
     float          share,
     GdkRGBA       *result)
{
  result->red = below->red + (above->red - below->red) * share;
  result->green = below->green + (above->green - below->green) * share;
  result->blue = below->blue + (above->blue - below->blue) * share;
  result->alpha = 1;
}

/* @colour as it is on @node: paler where that is faded. */
static void
set_colour (TlCanvas           *self,
            cairo_t            *cr,
            const TlCanvasNode *node,
            const GdkRGBA      *colour)
{
  GdkRGBA pale;

  mix (&self->colours.background, colour, node->sight == TL_SIGHT_FADED ? FADED_SHARE : 1, &pale);
  gdk_cairo_set_source_rgba (cr, &pale);
}

static void
draw_text (TlCanvas              *self,
           cairo_t               *cr,
           const TlCanvasNode    *node,
           const graphene_rect_t *rect)
{
  const char *statement = tl_record_get_text (node->record, "statement");
  const TlLensAnswer *answer = tl_canvas_lens_find_answer (self->lens, tl_canvas_node_get_id (node));
  g_autofree char *text = answer != NULL ? g_strdup_printf ("%s %s", answer->mark, statement != NULL ? statement : "")
                                         : g_strdup (statement);
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL)
    return;
  layout = create_text (self, text);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cr, rect->origin.x + (is_right_to_left (self) ? PADDING / 2.0 : STRIPE + PADDING),
                 rect->origin.y + (rect->size.height - height) / 2);
  set_colour (self, cr, node, &self->colours.foreground);
  pango_cairo_show_layout (cr, layout);
}

static void
trace (cairo_t *cr,
       double   left,
       double   top,
       double   right,
       double   bottom)
{
  cairo_new_path (cr);
  cairo_arc (cr, right - RADIUS, top + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, left + RADIUS, bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, left + RADIUS, top + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static TlFactorRole
get_role (TlCanvas           *self,
          const TlCanvasNode *node)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);

  return method != NULL ? tl_method_get_factor_role (method, tl_record_get_text (node->record, "kind"))
                        : TL_FACTOR_ROLE_FACTOR;
}

/* That of its kind, or what the lens says of it. */
static const GdkRGBA *
get_colour (TlCanvas           *self,
            const TlCanvasNode *node,
            TlFactorRole        role)
{
  const TlLensAnswer *answer = tl_canvas_lens_find_answer (self->lens, tl_canvas_node_get_id (node));

  return answer != NULL ? &self->colours.answers[answer->colour] : &self->colours.roles[role];
}

static void
draw_box (TlCanvas              *self,
          cairo_t               *cr,
          const TlCanvasNode    *node,
          const graphene_rect_t *rect)
{
  const TlCanvasColours *colours = &self->colours;
  TlFactorRole role = get_role (self, node);
  gboolean is_marked = node->sight == TL_SIGHT_MARKED, is_heavy = is_marked || role == TL_FACTOR_ROLE_OUTCOME;
  gboolean is_mirrored = is_right_to_left (self);
  double left = rect->origin.x, top = rect->origin.y;
  double right = left + rect->size.width, bottom = top + rect->size.height;
  double width = is_heavy ? 4 : 1.5;
  float strength = tl_canvas_style_is_high_contrast () ? 1 : is_marked ? 0.9f : is_heavy ? 0.6f : 0.35f;
  GdkRGBA ground, line;

  mix (&colours->background, get_colour (self, node, role), 0.22f, &ground);
  mix (&ground, &colours->foreground, strength, &line);

  trace (cr, left, top, right, bottom);
  set_colour (self, cr, node, get_colour (self, node, role));
  cairo_fill (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, left + (is_mirrored ? RADIUS : STRIPE), top, right - left - STRIPE - RADIUS, bottom - top);
  set_colour (self, cr, node, &ground);
  cairo_fill (cr);
  trace (cr, is_mirrored ? left : right - 3 * RADIUS, top, is_mirrored ? left + 3 * RADIUS : right, bottom);
  cairo_fill (cr);
  trace (cr, left + width / 2, top + width / 2, right - width / 2, bottom - width / 2);
  set_colour (self, cr, node, &line);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Far away: what can still be seen of it is where it is, and its colour. */
static void
draw_spot (TlCanvas              *self,
           cairo_t               *cr,
           const TlCanvasNode    *node,
           const graphene_rect_t *rect)
{
  const TlCanvasColours *colours = &self->colours;
  TlFactorRole role = get_role (self, node);
  gboolean is_heavy = role == TL_FACTOR_ROLE_OUTCOME || node->sight == TL_SIGHT_MARKED;
  GdkRGBA ground;

  mix (&colours->background, get_colour (self, node, role), is_heavy ? 0.9f : 0.55f, &ground);
  set_colour (self, cr, node, &ground);
  cairo_new_path (cr);
  cairo_rectangle (cr, rect->origin.x, rect->origin.y, rect->size.width, rect->size.height);
  cairo_fill (cr);
}

/* Whether @node has no widget to be seen in its place. */
static gboolean
needs_box (TlCanvas           *self,
           const TlCanvasNode *node)
{
  return tl_canvas_node_is_shown (node)
         && (_tl_canvas_is_plain (self) || node->widget == NULL || !gtk_widget_get_child_visible (node->widget));
}

static void
draw (TlCanvas              *self,
      cairo_t               *cr,
      const graphene_rect_t *region,
      double                 scale,
      gboolean               dragged)
{
  gboolean is_spot = TL_CANVAS_FACTOR_HEIGHT * scale < MIN_OUTLINE_PIXELS;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      graphene_rect_t rect;

      tl_canvas_node_get_rect (node, &rect);
      if (node->dragged != dragged || !needs_box (self, node) || !graphene_rect_intersection (&rect, region, NULL))
        continue;
      if (is_spot)
        draw_spot (self, cr, node, &rect);
      else
        draw_box (self, cr, node, &rect);
      if (self->viewport.zoom >= MIN_TEXT_ZOOM)
        draw_text (self, cr, node, &rect);
    }
}

/**
 * _tl_canvas_boxes_draw:
 * @cr: in canvas units
 * @region: what is wanted, in canvas units
 * @scale: pixels a canvas unit takes
 *
 * Draws a plain box for each factor in @region that rests and has no widget.
 */
void
_tl_canvas_boxes_draw (TlCanvas              *self,
                       cairo_t               *cr,
                       const graphene_rect_t *region,
                       double                 scale)
{
  draw (self, cr, region, scale, FALSE);
}

/**
 * _tl_canvas_boxes_draw_dragged:
 * @cr: in canvas units
 *
 * The same for factors that are being dragged.
 */
void
_tl_canvas_boxes_draw_dragged (TlCanvas              *self,
                               cairo_t               *cr,
                               const graphene_rect_t *region,
                               double                 scale)
{
  draw (self, cr, region, scale, TRUE);
}
