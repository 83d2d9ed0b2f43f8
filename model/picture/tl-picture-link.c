/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link on paper: its curve, its end and the mark at its middle. */
#include "config.h"

#include "model/picture/tl-painter-private.h"

#include <glib/gi18n-lib.h>

#include "model/record/tl-kind.h"

#define HEAD_SLENDERNESS 0.45
#define BAR_HALF_WIDTH 8
#define HEAD_GROWTH 2
#define MARK_SIZE 13

/* Choices mean the same on paper as everywhere. */
static void
append_choice (GString    *text,
               const char *field,
               const char *choice)
{
  if (choice != NULL)
    g_string_append_printf (
        text, ", %s", tl_field_get_choice_label (tl_kind_find_field (tl_kind_lookup ("link"), field), choice));
}

static char *
dup_title (const TlPicture     *picture,
           const TlPictureLink *link)
{
  GString *title = g_string_new (NULL);

  /* Translators: a link between two factors, read aloud: cause → effect, kind of link */
  g_string_append_printf (title, _("%s → %s, %s"),
                          tl_picture_factor_get_statement (tl_picture_get_factor (picture, link->cause)),
                          tl_picture_factor_get_statement (tl_picture_get_factor (picture, link->effect)), link->kind);
  append_choice (title, "sign", link->sign);
  append_choice (title, "state", link->state);
  return g_string_free (title, FALSE);
}

static void
paint_end (const TlLinkStyle *style,
           TlLayoutPoint      tip,
           TlLayoutPoint      back,
           TlLayoutPoint      direction,
           TlPaper           *paper)
{
  const TlInk bar = { TL_INK_NONE, style->ink.stroke, 3, { 0 } };
  const TlInk head = { style->ink.stroke, TL_INK_NONE, 0, { 0 } };
  double half = style->has_bar ? BAR_HALF_WIDTH : style->head * HEAD_SLENDERNESS;
  TlLayoutPoint left = { back.x - direction.y * half, back.y + direction.x * half };
  TlLayoutPoint right = { back.x + direction.y * half, back.y - direction.x * half };
  g_autoptr (TlContour) contour = NULL;

  if (style->has_bar)
    {
      tl_paper_draw_line (paper, left, right, &bar);
      return;
    }
  contour = tl_contour_new ();
  tl_contour_move_to (contour, tip.x, tip.y);
  tl_contour_line_to (contour, left.x, left.y);
  tl_contour_line_to (contour, right.x, right.y);
  tl_contour_close (contour);
  tl_paper_draw (paper, contour, &head);
}

/**
 * _tl_link_paint_curve:
 *
 * Paints the curve of a link with its end, without the mark at its middle, as thick as the role has it or as @thickness
 * says; the head grows with it.
 */
void
_tl_link_paint_curve (const TlLayoutPoint *points,
                      guint                n_points,
                      TlLinkRole           role,
                      const char          *state,
                      double               thickness,
                      TlPaper             *paper)
{
  TlLayoutPoint direction = tl_layout_curve_end_direction (points, n_points);
  TlLayoutPoint tip = points[n_points - 1];
  g_autoptr (TlContour) contour = tl_contour_new ();
  TlLinkStyle style;

  tl_link_style_get (role, state, &style);
  if (thickness > 0)
    {
      style.ink.width = thickness;
      style.head = MAX (style.head, HEAD_GROWTH * thickness);
    }

  /* The curve ends at the back of the head and comes to it as it would come to the tip. */
  double head_x = direction.x * style.head, head_y = direction.y * style.head;
  TlLayoutPoint back = { tip.x - head_x, tip.y - head_y };

  tl_contour_move_to (contour, points[0].x, points[0].y);
  for (guint i = 1; i + 2 < n_points; i += 3)
    if (i + 3 < n_points)
      tl_contour_curve_to (contour, points[i], points[i + 1], points[i + 2]);
    else
      tl_contour_curve_to (contour, points[i],
                           (TlLayoutPoint) { points[i + 1].x - head_x, points[i + 1].y - head_y }, back);
  tl_paper_draw (paper, contour, &style.ink);
  paint_end (&style, tip, back, direction, paper);
}

/**
 * _tl_link_paint_mark:
 *
 * Paints @mark on a disc at @middle.
 */
void
_tl_link_paint_mark (const char    *mark,
                     TlLayoutPoint  middle,
                     TlLettering   *lettering,
                     TlPaper       *paper)
{
  const TlInk ink = { TL_PICTURE_PAPER, TL_PICTURE_QUIET, 1, { 0 } };
  g_autoptr (PangoLayout) text = tl_lettering_line (lettering, mark, MARK_SIZE, TL_LETTERING_BOLD, 0);
  double width, height;

  tl_lettering_measure (text, &width, &height);

  const double radius = TL_PICTURE_MARK_RADIUS;
  double half = MAX (radius, width / 2 + 4);
  TlLayoutBox disc = { .x = middle.x - half, .y = middle.y - radius, .width = 2 * half, .height = 2 * radius };

  tl_paper_draw_box (paper, &disc, (double[4]) { radius, radius, radius, radius }, &ink);
  tl_paper_write (paper, text, middle.x - width / 2, middle.y - height / 2, TL_PICTURE_TEXT);
}

/**
 * _tl_link_paint:
 *
 * Paints @link, moved by @offset.
 */
void
_tl_link_paint (const TlPicture     *picture,
                const TlPictureLink *link,
                TlLettering         *lettering,
                TlPaper             *paper,
                TlLayoutPoint        offset)
{
  guint n = link->points->len;
  g_autofree TlLayoutPoint *points = g_new (TlLayoutPoint, n + 1);
  g_autofree char *id = g_strconcat ("link-", link->id, NULL);
  g_autofree char *title = dup_title (picture, link);

  if (n < 4)
    return;
  for (guint i = 0; i < n; i++)
    {
      points[i] = g_array_index (link->points, TlLayoutPoint, i);
      points[i].x += offset.x;
      points[i].y += offset.y;
    }
  tl_paper_begin_group (paper, id, title, NULL);
  _tl_link_paint_curve (points, n, link->role, link->state, link->thickness, paper);
  if (link->marks[0] != '\0')
    _tl_link_paint_mark (link->marks, (TlLayoutPoint) { link->mark.x + offset.x, link->mark.y + offset.y }, lettering,
                         paper);
  tl_paper_end_group (paper);
}
