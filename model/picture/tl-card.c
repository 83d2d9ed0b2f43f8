/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A factor on paper. Its box has the size it has on the canvas; its statement stands there whole, in smaller letters
 * where it is long. */
#include "config.h"

#include "model/picture/tl-painter-private.h"

#include <glib/gi18n-lib.h>

#define PADDING_START 13
#define PADDING_END 9
#define PADDING_TOP 7
#define PADDING_BOTTOM 6
#define CAPTION_SIZE 10.5
#define STATEMENT_SIZE 13.5
#define LEAST_SIZE 6.5
#define GAP 3
#define DOUBLE_GAP 3
/* Of the corners, as a part of the height: a sample in a legend is lower than a card. */
#define MAX_RADIUS 0.29

/* "Action or decision · Social worker 2" */
static char *
dup_caption (const TlPictureFactor *factor)
{
  return factor->whose != NULL ? g_strdup_printf ("%s · %s", factor->kind, factor->whose) : g_strdup (factor->kind);
}

/* What is not to be read in the box itself, or only by who sees it. */
static char *
dup_description (const TlPictureFactor *factor)
{
  g_autofree char *caption = dup_caption (factor);
  g_autofree char *causes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Contributed to by %u.",
                                                          "Contributed to by %u.", factor->n_causes),
                                             factor->n_causes);
  g_autofree char *effects = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Contributes to %u.",
                                                           "Contributes to %u.", factor->n_effects),
                                              factor->n_effects);
  GString *text = g_string_new (caption);

  if (factor->mark != NULL)
    g_string_append_printf (text, ", %s", factor->mark);
  g_string_append_printf (text, ". %s %s", causes, effects);
  return g_string_free (text, FALSE);
}

/**
 * _tl_card_paint_box:
 *
 * Paints the box of a factor of @role.
 */
void
_tl_card_paint_box (const TlLayoutBox *box,
                    TlFactorRole       role,
                    gboolean           is_disputed,
                    TlPaper           *paper)
{
  const TlInk dashed = { TL_INK_NONE, TL_PICTURE_QUIET, 1.4, { 5, 3 } };
  TlCardStyle style;

  tl_card_style_get (role, &style);
  for (guint i = 0; i < G_N_ELEMENTS (style.radii); i++)
    style.radii[i] = MIN (style.radii[i], box->height * MAX_RADIUS);

  TlInk ground = is_disputed ? dashed : style.edge;
  double x = box->x + MAX (style.stripe.width, style.radii[0] / 2);
  double inset = MAX (style.radii[0], style.radii[3]) * 0.4 + 3;

  ground.fill = style.fill;
  tl_paper_draw_box (paper, box, style.radii, &ground);
  if (style.is_double)
    {
      TlLayoutBox inner = { .x = box->x + DOUBLE_GAP, .y = box->y + DOUBLE_GAP, .width = box->width - 2 * DOUBLE_GAP,
                            .height = box->height - 2 * DOUBLE_GAP };

      tl_paper_draw_box (paper, &inner, style.radii, &style.edge);
      x += DOUBLE_GAP;
    }
  tl_paper_draw_line (paper, (TlLayoutPoint) { x, box->y + inset },
                      (TlLayoutPoint) { x, box->y + box->height - inset }, &style.stripe);
}

static void
paint_caption (const TlPictureFactor *factor,
               TlLettering           *lettering,
               TlPaper               *paper,
               const TlLayoutBox     *room)
{
  g_autofree char *caption = dup_caption (factor);
  g_autoptr (PangoLayout) text = NULL;
  double mark_width = 0;

  if (factor->mark != NULL)
    {
      g_autoptr (PangoLayout) mark
          = tl_lettering_line (lettering, factor->mark, CAPTION_SIZE, TL_LETTERING_BOLD, 0);

      tl_lettering_measure (mark, &mark_width, NULL);
      tl_paper_write (paper, mark, room->x + room->width - mark_width, room->y, TL_PICTURE_QUIET);
      mark_width += 8;
    }
  text = tl_lettering_line (lettering, caption, CAPTION_SIZE, TL_LETTERING_PLAIN, MAX (room->width - mark_width, 30));
  tl_paper_write (paper, text, room->x, room->y, TL_PICTURE_QUIET);
}

/**
 * _tl_card_paint:
 *
 * Paints @factor with all that is written on it, moved by @offset.
 */
void
_tl_card_paint (const TlPictureFactor *factor,
                TlLettering           *lettering,
                TlPaper               *paper,
                TlLayoutPoint          offset)
{
  TlLayoutBox box = factor->box;
  TlLetteringStyle style = factor->is_uncertain ? TL_LETTERING_ITALIC : TL_LETTERING_PLAIN;
  g_autofree char *id = g_strconcat ("factor-", factor->id, NULL);
  g_autofree char *description = dup_description (factor);
  g_autoptr (PangoLayout) statement = NULL;

  box.x += offset.x;
  box.y += offset.y;

  TlLayoutBox room = { .x = box.x + PADDING_START, .y = box.y + PADDING_TOP,
                       .width = box.width - PADDING_START - PADDING_END,
                       .height = box.height - PADDING_TOP - PADDING_BOTTOM };

  if (factor->role == TL_FACTOR_ROLE_VARIABLE)
    {
      room.x += 7;
      room.width -= 11;
    }
  tl_paper_begin_group (paper, id, tl_picture_factor_get_statement (factor), description);
  _tl_card_paint_box (&box, factor->role, factor->is_disputed, paper);
  paint_caption (factor, lettering, paper, &room);
  room.y += CAPTION_SIZE * 1.25 + GAP;
  room.height -= CAPTION_SIZE * 1.25 + GAP;
  if (factor->role == TL_FACTOR_ROLE_OUTCOME)
    style |= TL_LETTERING_BOLD;
  statement = tl_lettering_fit (lettering, tl_picture_factor_get_statement (factor), STATEMENT_SIZE, LEAST_SIZE, style,
                                room.width, room.height);
  tl_paper_write (paper, statement, room.x, room.y,
                  factor->statement != NULL ? TL_PICTURE_TEXT : TL_PICTURE_QUIET);
  tl_paper_end_group (paper);
}
