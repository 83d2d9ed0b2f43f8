/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors that have no widget: at a small zoom a plain box with as much of the statement as can be read, and for a
 * moment a box where a widget is about to come. Kept as one finished node for a stretch around the view. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

/* Text is at least so high on screen, in pixels at the usual text size; below the smallest zoom there is none. */
#define TEXT_PIXELS 9.5
#define MIN_TEXT_ZOOM 0.22
/* More boxes than this in one view are not to be read. */
#define MAX_TEXTS 400
#define STRIPE 7
#define PADDING 12
#define FADED_OPACITY 0.25

static void
append_text (TlCanvas              *self,
             GtkSnapshot           *snapshot,
             const TlCanvasNode    *node,
             const TlLensAnswer    *answer,
             const graphene_rect_t *rect)
{
  const char *statement = tl_record_get_text (node->record, "statement");
  g_autofree char *text = answer != NULL ? g_strdup_printf ("%s %s", answer->mark, statement != NULL ? statement : "")
                                         : g_strdup (statement);
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  int height;

  if (text == NULL)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font, TEXT_PIXELS / self->viewport.zoom * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) ((rect->size.width - STRIPE - 1.5 * PADDING) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (rect->size.height * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_spacing (layout, (int) (-1.5 / self->viewport.zoom * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rect->origin.x + STRIPE + PADDING,
                                                rect->origin.y + (rect->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &tl_canvas_links_get_colours (self->links)->foreground);
  gtk_snapshot_restore (snapshot);
}

static void
append_box (TlCanvas           *self,
            GtkSnapshot        *snapshot,
            const TlCanvasNode *node,
            gboolean            with_text)
{
  const TlCanvasColours *colours = tl_canvas_links_get_colours (self->links);
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  const char *kind = tl_record_get_text (node->record, "kind");
  TlFactorRole role = method != NULL ? tl_method_get_factor_role (method, kind) : TL_FACTOR_ROLE_FACTOR;
  const TlLensAnswer *answer = tl_canvas_lens_find_answer (self->lens, tl_canvas_node_get_id (node));
  const GdkRGBA *stripe = answer != NULL ? &colours->answers[answer->colour] : &colours->roles[role];
  gboolean is_heavy = role == TL_FACTOR_ROLE_OUTCOME || node->sight == TL_SIGHT_MARKED;
  GdkRGBA tint = *stripe, line = colours->foreground;
  float width = is_heavy ? 4 : 1.5f;
  GskRoundedRect outline;
  graphene_rect_t rect;

  tl_canvas_node_get_rect (node, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 10);
  tint.alpha = 0.22f;
  line.alpha = node->sight == TL_SIGHT_MARKED ? 0.9f : is_heavy ? 0.6f : 0.35f;
  if (node->sight == TL_SIGHT_FADED)
    gtk_snapshot_push_opacity (snapshot, FADED_OPACITY);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colours->background, &rect);
  gtk_snapshot_append_color (snapshot, &tint, &rect);
  gtk_snapshot_append_color (snapshot, stripe,
                             &GRAPHENE_RECT_INIT (rect.origin.x, rect.origin.y, STRIPE, rect.size.height));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { line, line, line, line });
  if (with_text)
    append_text (self, snapshot, node, answer, &rect);
  if (node->sight == TL_SIGHT_FADED)
    gtk_snapshot_pop (snapshot);
}

/* Whether @node is in @region and has no widget of its own to be seen there. */
static gboolean
needs_box (TlCanvas              *self,
           const TlCanvasNode    *node,
           const graphene_rect_t *region)
{
  graphene_rect_t rect;

  if (!tl_canvas_node_is_shown (node) || node->dragged || (!_tl_canvas_is_plain (self) && node->widget != NULL))
    return FALSE;
  tl_canvas_node_get_rect (node, &rect);
  return graphene_rect_intersection (&rect, region, NULL);
}

static void
paint (TlCanvas *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint n = tl_canvas_scene_get_n_nodes (self->scene), n_boxes = 0;
  gboolean with_text;

  tl_canvas_viewport_get_visible (&self->viewport, MAX (self->viewport.width, self->viewport.height) / 2,
                                  &self->boxes_region);
  self->boxes_serial = tl_canvas_scene_get_serial (self->scene);
  self->boxes_zoom = self->viewport.zoom;
  for (guint i = 0; i < n; i++)
    n_boxes += needs_box (self, tl_canvas_scene_get_node (self->scene, i), &self->boxes_region);
  with_text = _tl_canvas_is_plain (self) && self->viewport.zoom >= MIN_TEXT_ZOOM && n_boxes <= MAX_TEXTS;
  for (guint i = 0; i < n; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (needs_box (self, node, &self->boxes_region))
        append_box (self, snapshot, node, with_text);
    }
  _tl_canvas_boxes_forget (self);
  self->boxes_node = gtk_snapshot_free_to_node (snapshot);
}

/**
 * _tl_canvas_boxes_snapshot:
 *
 * Shows a plain box for each factor in view that has no widget.
 */
void
_tl_canvas_boxes_snapshot (TlCanvas    *self,
                           GtkSnapshot *snapshot)
{
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  if (self->boxes_node == NULL || self->boxes_serial != tl_canvas_scene_get_serial (self->scene)
      || self->boxes_zoom != self->viewport.zoom || !graphene_rect_contains_rect (&self->boxes_region, &visible))
    paint (self);

  _tl_canvas_push_units (self, snapshot);
  if (self->boxes_node != NULL)
    gtk_snapshot_append_node (snapshot, self->boxes_node);
  for (guint i = 0; _tl_canvas_is_plain (self) && i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->dragged)
        append_box (self, snapshot, node, self->viewport.zoom >= MIN_TEXT_ZOOM);
    }
  gtk_snapshot_restore (snapshot);
}

/**
 * _tl_canvas_boxes_forget:
 *
 * The boxes are to be painted anew.
 */
void
_tl_canvas_boxes_forget (TlCanvas *self)
{
  g_clear_pointer (&self->boxes_node, gsk_render_node_unref);
}
