/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map on a sheet for a report. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#include "model/picture/tl-painter.h"
#include "model/questions/tl-code-picture.h"

typedef struct {
  TlPicture *picture; /* owned, likewise the next */
  TlPainter *painter;
} Map;

static void
map_free (gpointer data)
{
  Map *map = data;

  tl_painter_free (map->painter);
  tl_picture_unref (map->picture);
  g_free (map);
}

static void
paint_map (const TlChartImage *self,
           TlPaper            *paper)
{
  const Map *map = self->plan;

  tl_painter_paint (map->painter, paper, NULL, NULL, NULL);
}

/**
 * tl_chart_image_new_of_merged:
 * @merged: one graph of many reviews
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a picture with everything that the numbers need; %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
TlChartImage *
tl_chart_image_new_of_merged (const TlMerged  *merged,
                              GCancellable    *cancellable,
                              GError         **error)
{
  g_return_val_if_fail (merged != NULL, NULL);

  g_autoptr (TlPicture) picture = tl_code_picture_of_merged (merged, TRUE, cancellable, error);

  if (picture == NULL)
    return NULL;

  Map *map = g_new0 (Map, 1);
  g_autofree char *first = _tl_chart_image_dup_first (picture->links->len, merged->links->len);
  double width, height;

  map->picture = g_steal_pointer (&picture);
  map->painter = tl_painter_new (map->picture, FALSE);
  tl_painter_get_size (map->painter, &width, &height);

  TlChartImage *self = _tl_chart_image_new (
      _("Merged Map"), g_strdup (merged->caption),
      g_strconcat (_("An arrow says “contributed to” and, with its number, in how many reviews; one in four times as "
                     "many is twice as thick. At a code stands in how many reviews it is."), first, NULL),
      width, height, paint_map, merged);

  self->plan = map;
  self->free_plan = map_free;
  return self;
}
