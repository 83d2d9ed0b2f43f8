/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings on paper: the parts of a page set in lines, the lines on pages. A heading stays with what follows it, and a
 * picture is never cut. Measures are points. */
#include "config.h"

#include "ui/board/tl-finding-paper.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "model/picture/tl-painter.h"
#include "model/picture/tl-paper-cairo.h"

/* Room for the line at the foot of a page. */
#define FOOT 26
#define FOOT_SIZE 8.5

/* A unit of a picture in points, where there is room. */
#define PICTURE_SCALE 0.75

/* Beneath a heading there is at least so much room, for a few lines of what it is the heading of. */
#define KEPT 44

/* A response stands in from its question, an action from its response. */
#define INDENT 14

typedef struct {
  double   size;
  gboolean bold;
  double   above;
  double   spacing; /* of the lines, as a part of their height */
  double   grey;    /* from black */
  gboolean is_heading;
} Type;

static const Type types[] = {
  [TL_FINDING_PART_NUMBER] = { 11, TRUE, 0, 1, 0.25, TRUE },
  [TL_FINDING_PART_STATEMENT] = { 16, TRUE, 3, 1.1, 0, FALSE },
  [TL_FINDING_PART_NATURE] = { 9.5, FALSE, 4, 1, 0.25, FALSE },
  [TL_FINDING_PART_HEADING] = { 12, TRUE, 14, 1, 0, TRUE },
  [TL_FINDING_PART_TEXT] = { 10.5, FALSE, 4, 1.25, 0, FALSE },
  [TL_FINDING_PART_PICTURE] = { 12, TRUE, 14, 1, 0, TRUE },
  [TL_FINDING_PART_ASKED] = { 10.5, TRUE, 2, 1.15, 0, FALSE },
  [TL_FINDING_PART_LINE] = { 10, TRUE, 8, 1.1, 0, TRUE },
  [TL_FINDING_PART_ACTION] = { 10, FALSE, 8, 1.15, 0, TRUE },
  [TL_FINDING_PART_NOTE] = { 9, FALSE, 3, 1.1, 0.25, FALSE },
};

/* A line of text, or a picture. */
typedef struct {
  guint            page;
  double           x;
  double           y; /* of the baseline; of a picture, its top */
  PangoLayoutLine *line;
  double           grey;
  TlPicture       *picture;
  double           scale;
} Piece;

struct _TlFindingPaper
{
  PangoContext *context;
  char         *title;
  double        width;
  double        height; /* without the foot */
  GArray       *pieces; /* of Piece */
  GPtrArray    *names;  /* of the finding on each page */
  double        y;      /* where the next part goes, on the last page */
};

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->line, pango_layout_line_unref);
  g_clear_pointer (&piece->picture, tl_picture_unref);
}

static void
turn (TlFindingPaper *self)
{
  g_ptr_array_add (self->names, g_strdup (g_ptr_array_index (self->names, self->names->len - 1)));
  self->y = 0;
}

static PangoLayout *
set_text (TlFindingPaper *self,
          const char     *text,
          const Type     *type,
          double          indent)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (TL_PAPER_FONTS);

  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  if (type->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) ((self->width - indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, (float) type->spacing);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static gboolean
is_rtl (PangoLayout *layout)
{
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

static void
place_lines (TlFindingPaper *self,
             PangoLayout    *layout,
             const Type     *type,
             double          indent)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double shift = is_rtl (layout) ? 0 : indent;

  do
    {
      PangoRectangle extents;
      int baseline = pango_layout_iter_get_baseline (iter);
      int y0, y1;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (self->y + (double) (y1 - y0) / PANGO_SCALE > self->height && self->y > 0)
        turn (self);

      Piece piece = { 0 };
      piece.page = self->names->len - 1;
      piece.x = shift + (double) extents.x / PANGO_SCALE;
      piece.y = self->y + (double) (baseline - y0) / PANGO_SCALE;
      piece.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      piece.grey = type->grey;
      g_array_append_val (self->pieces, piece);
      self->y += (double) (y1 - y0) / PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* @beneath is what must have room under a heading, beside a few lines. */
static void
place_text (TlFindingPaper      *self,
            const TlFindingPart *part,
            double               beneath)
{
  const Type *type = &types[part->role];
  double indent = part->depth * INDENT;
  g_autoptr (PangoLayout) layout = set_text (self, part->text, type, indent);

  if (self->y > 0)
    self->y += type->above;
  if (type->is_heading && self->y > 0 && self->y + KEPT + beneath > self->height)
    turn (self);
  place_lines (self, layout, type, indent);
}

/* The heading goes on the page on which the picture has room. Returns: whether it was placed: always if it @must be */
static gboolean
place_picture (TlFindingPaper      *self,
               const TlFindingPart *part,
               TlPicture           *picture,
               gboolean             must)
{
  g_autoptr (TlPainter) painter = tl_painter_new (picture, FALSE);
  double width, height;

  tl_painter_get_size (painter, &width, &height);

  double scale = MIN (MIN (PICTURE_SCALE, self->width / width), (self->height - KEPT) / height);
  if (!must && self->y + KEPT + height * scale > self->height)
    return FALSE;
  place_text (self, part, height * scale);
  self->y += types[TL_FINDING_PART_TEXT].above;

  Piece piece = { 0 };
  piece.page = self->names->len - 1;
  piece.x = (self->width - width * scale) / 2;
  piece.y = self->y;
  piece.picture = tl_picture_ref (picture);
  piece.scale = scale;
  g_array_append_val (self->pieces, piece);
  self->y += height * scale;
  return TRUE;
}

static void
draw_foot (const TlFindingPaper *self,
           guint                 page,
           cairo_t              *cr)
{
  static const Type type = { FOOT_SIZE, FALSE, 0, 1, 0.25, FALSE };
  /* Translators: at the foot of a printed page: the review, the finding, the page and how many there are. */
  g_autofree char *text = g_strdup_printf (_("%s · %s · page %u of %u"), self->title,
                                           (char *) g_ptr_array_index (self->names, page), page + 1,
                                           self->names->len);
  g_autoptr (PangoLayout) layout = set_text ((TlFindingPaper *) self, text, &type, 0);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  cairo_set_source_rgb (cr, type.grey, type.grey, type.grey);
  cairo_move_to (cr, 0, self->height + FOOT - FOOT_SIZE * 1.4);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_piece (const Piece *piece,
            cairo_t     *cr)
{
  cairo_save (cr);
  cairo_translate (cr, piece->x, piece->y);
  if (piece->line != NULL)
    {
      cairo_set_source_rgb (cr, piece->grey, piece->grey, piece->grey);
      cairo_move_to (cr, 0, 0);
      pango_cairo_show_layout_line (cr, piece->line);
    }
  else
    {
      g_autoptr (TlPainter) painter = tl_painter_new (piece->picture, FALSE);
      TlPaper *paper = tl_paper_cairo_new (cr);
      TlLayoutBox all = { 0 };

      tl_painter_get_size (painter, &all.width, &all.height);
      cairo_scale (cr, piece->scale, piece->scale);
      tl_painter_paint (painter, paper, &all, NULL, NULL);
      tl_paper_cairo_free (paper);
    }
  cairo_restore (cr);
}

/**
 * tl_finding_paper_new:
 * @context: of the printer or the file
 * @title: of the review, for the foot of each page
 * @width: of what can be printed on, in points
 * @height: likewise
 *
 * Returns: (transfer full): no page yet
 */
TlFindingPaper *
tl_finding_paper_new (PangoContext *context,
                      const char   *title,
                      double        width,
                      double        height)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context) && title != NULL && width > 0 && height > FOOT, NULL);

  TlFindingPaper *self = g_new0 (TlFindingPaper, 1);

  self->context = g_object_ref (context);
  self->title = g_strdup (title);
  self->width = width;
  self->height = height - FOOT;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tl_finding_paper_free (TlFindingPaper *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->context);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->names);
  g_free (self->title);
  g_free (self);
}

/**
 * tl_finding_paper_add:
 * @parts: (element-type TlFindingPart): a finding as it is read, its number first
 * @picture: (nullable): the why behind it
 *
 * Sets out a finding from the top of a new page. A picture for which the page has no room any more comes last, so that
 * no half page is left empty.
 */
void
tl_finding_paper_add (TlFindingPaper  *self,
                      const GPtrArray *parts,
                      TlPicture       *picture)
{
  g_return_if_fail (self != NULL && parts != NULL && parts->len > 0);

  const TlFindingPart *put_off = NULL;

  g_ptr_array_add (self->names, g_strdup (((TlFindingPart *) g_ptr_array_index (parts, 0))->text));
  self->y = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      const TlFindingPart *part = g_ptr_array_index (parts, i);

      if (part->role != TL_FINDING_PART_PICTURE)
        place_text (self, part, 0);
      else if (picture != NULL && picture->factors->len > 0 && !place_picture (self, part, picture, FALSE))
        put_off = part;
    }
  if (put_off != NULL)
    place_picture (self, put_off, picture, TRUE);
}

/**
 * tl_finding_paper_get_n_pages:
 *
 * Returns: how many pages it takes so far
 */
guint
tl_finding_paper_get_n_pages (const TlFindingPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->names->len;
}

/**
 * tl_finding_paper_draw:
 * @page: which page, from 0
 * @cr: what to draw with, in points from the upper left corner of what can be printed on
 */
void
tl_finding_paper_draw (const TlFindingPaper *self,
                       guint                 page,
                       cairo_t              *cr)
{
  g_return_if_fail (self != NULL && page < self->names->len && cr != NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        draw_piece (piece, cr);
    }
  draw_foot (self, page, cr);
}
