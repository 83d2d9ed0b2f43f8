/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layered layout as a whole: rows inside the bands, nets, order, coordinates, packing. It works on copies, so that
 * a cancelled run leaves its input as it was.
 */
#include "config.h"

#include "model/layout/tl-layout.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"
#include "model/layout/tl-layout-private.h"

#define BOX_GAP 24
#define ROW_GAP 48
#define BAND_PADDING 28
#define BAND_MIN_HEIGHT 112

/**
 * tl_layout_options_init:
 * @options: options to fill
 * @n_bands: number of bands, at least 1
 *
 * Sets the gaps that the canvas uses; the least height of a band is one row of it.
 */
void
tl_layout_options_init (TlLayoutOptions *options,
                        int              n_bands)
{
  g_return_if_fail (options != NULL);
  g_return_if_fail (n_bands > 0);

  *options = (TlLayoutOptions) {
    .n_bands = n_bands,
    .box_gap = BOX_GAP,
    .row_gap = ROW_GAP,
    .band_padding = BAND_PADDING,
    .band_min_height = BAND_MIN_HEIGHT,
  };
}

static gboolean
input_is_valid (const TlLayoutBox     *boxes,
                guint                  n_boxes,
                const TlLayoutLine    *lines,
                guint                  n_lines,
                const TlLayoutOptions *options)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      if (boxes[i].band < 0 || boxes[i].band >= options->n_bands)
        return FALSE;
      if (!(boxes[i].width > 0) || !(boxes[i].height > 0))
        return FALSE;
      if ((boxes[i].pinned || boxes[i].placed) && (!isfinite (boxes[i].x) || !isfinite (boxes[i].y)))
        return FALSE;
    }
  for (guint i = 0; i < n_lines; i++)
    {
      if (lines[i].from < 0 || lines[i].from >= (int) n_boxes)
        return FALSE;
      if (lines[i].to < 0 || lines[i].to >= (int) n_boxes)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_places (const TlLayoutBox *boxes,
            guint              n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].placed || boxes[i].pinned)
      return TRUE;
  return FALSE;
}

/* Lets the drawing begin at x = 0. */
static void
move_to_origin (TlLayoutBox *boxes,
                guint        n_boxes)
{
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < n_boxes; i++)
    {
      if (boxes[i].pinned)
        return;
      left = MIN (left, boxes[i].x);
    }
  for (guint i = 0; i < n_boxes; i++)
    boxes[i].x -= left;
}

/* Returns whether it came to the end; cancelled, it leaves @boxes in disorder. */
static gboolean
lay_out (TlLayoutBox           *boxes,
         const TlLayoutBox     *before,
         guint                  n_boxes,
         const TlLayoutLine    *lines,
         guint                  n_lines,
         const TlLayoutOptions *options,
         GCancellable          *cancellable)
{
  g_autoptr (TlLayoutRanks) ranks =
    _tl_layout_ranks_new (boxes, n_boxes, lines, n_lines, options, cancellable);
  g_autoptr (GPtrArray) nets = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  nets = _tl_layout_nets_new (boxes, n_boxes, lines, n_lines, ranks, cancellable);
  for (guint i = 0; i < nets->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      _tl_layout_order (g_ptr_array_index (nets, i), boxes, options, cancellable);
      _tl_layout_place (g_ptr_array_index (nets, i), boxes, options, cancellable);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  _tl_layout_pack (boxes, n_boxes, nets, ranks, options, cancellable);
  _tl_layout_rows (boxes, before, ranks, options, cancellable);
  move_to_origin (boxes, n_boxes);
  return !g_cancellable_is_cancelled (cancellable);
}

/**
 * tl_layout_run:
 * @boxes: (array length=n_boxes) (inout): the boxes; positions are read of pinned boxes and, with the option keep, of
 *   placed ones, and written for all but the pinned ones
 * @n_boxes: number of boxes
 * @lines: (array length=n_lines): lines between them, in any direction; loops and cycles are fine
 * @n_lines: number of lines
 * @options: gaps and choices
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error; the only one is %G_IO_ERROR_CANCELLED
 *
 * Lays out all boxes in horizontal bands, band 0 on top, such that lines point downwards, are short and cross rarely.
 * No two boxes overlap, save pinned ones. The drawing begins at x = 0 and y = 0 unless boxes are pinned.
 *
 * With the option keep, placed boxes stay where they are as far as can be: those that stand in disorder are
 * straightened with the least moves, and the others get a place among them. Without any placed box the option says
 * nothing. Equal input gives equal output. May run in any thread; nothing is written to @boxes before the end.
 *
 * Returns: whether it was carried out; on %FALSE @boxes is unchanged
 */
gboolean
tl_layout_run (TlLayoutBox           *boxes,
               guint                  n_boxes,
               const TlLayoutLine    *lines,
               guint                  n_lines,
               const TlLayoutOptions *options,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autofree TlLayoutBox *work = NULL;
  gboolean done;

  g_return_val_if_fail (options != NULL && options->n_bands > 0, FALSE);
  g_return_val_if_fail (boxes != NULL || n_boxes == 0, FALSE);
  g_return_val_if_fail (lines != NULL || n_lines == 0, FALSE);
  g_return_val_if_fail (input_is_valid (boxes, n_boxes, lines, n_lines, options), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n_boxes == 0)
    return TRUE;

  work = g_memdup2 (boxes, sizeof (TlLayoutBox) * n_boxes);
  if (options->keep && has_places (boxes, n_boxes))
    done = _tl_layout_keep (work, n_boxes, lines, n_lines, options, cancellable);
  else
    done = lay_out (work, boxes, n_boxes, lines, n_lines, options, cancellable);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }

  for (guint i = 0; i < n_boxes; i++)
    {
      boxes[i].x = work[i].x;
      boxes[i].y = work[i].y;
      boxes[i].placed = TRUE;
    }
  return TRUE;
}
