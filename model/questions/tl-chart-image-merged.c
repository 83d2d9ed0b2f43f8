/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map on a sheet for a report. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#include "model/picture/tl-painter.h"
#include "model/questions/tl-code-picture.h"

/* What a page in upright format has room for, in letters that can be read. */
#define PAGE_WIDTH 760.0

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

/* @part is what is drawn of @merged, @n_drawn how many links are drawn on this sheet and others beside it. */
static TlChartImage *
draw_part (const TlMerged  *merged,
           const TlMerged  *part,
           guint            n_drawn,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (TlPicture) picture = tl_code_picture_of_merged (part, TRUE, cancellable, error);

  if (picture == NULL)
    return NULL;

  Map *map = g_new0 (Map, 1);
  g_autofree char *first = _tl_chart_image_dup_first (n_drawn, merged->links->len);
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
  return draw_part (merged, merged, MIN (merged->links->len, TL_CODE_PICTURE_MAX_INSET_LINKS), cancellable, error);
}

/**
 * tl_chart_image_list_of_merged:
 * @merged: one graph of many reviews
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Draws what nothing leads to from elsewhere by itself where it has no room beside the rest, so that its letters can be
 * read on a page in upright format. What hangs together stays so, and may need a larger one.
 *
 * Returns: (transfer full) (nullable) (element-type TlChartImage): pictures, none if there are no links; %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
tl_chart_image_list_of_merged (const TlMerged  *merged,
                               GCancellable    *cancellable,
                               GError         **error)
{
  g_return_val_if_fail (merged != NULL, NULL);

  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_chart_image_free);
  g_autoptr (GPtrArray) parts = tl_merged_list_parts (merged, TL_CODE_PICTURE_MAX_INSET_LINKS);
  guint n_drawn = MIN (merged->links->len, TL_CODE_PICTURE_MAX_INSET_LINKS);
  TlMerged *sheet = NULL; /* the first part of the last image, which the others join */

  for (guint i = 0; i < parts->len; i++)
    {
      TlMerged *part = parts->pdata[i];
      guint n_before = sheet != NULL ? sheet->links->len : 0;
      g_autoptr (TlChartImage) image = NULL;

      if (sheet != NULL)
        tl_merged_join (sheet, part);
      image = draw_part (merged, sheet != NULL ? sheet : part, n_drawn, cancellable, error);
      if (image != NULL && sheet != NULL && image->width > PAGE_WIDTH)
        {
          g_array_set_size (sheet->links, n_before);
          sheet = NULL;
          tl_chart_image_free (image);
          image = draw_part (merged, part, n_drawn, cancellable, error);
        }
      if (image == NULL)
        return NULL;
      if (sheet != NULL)
        g_ptr_array_set_size (images, (int) images->len - 1);
      else
        sheet = part;
      g_ptr_array_add (images, g_steal_pointer (&image));
    }
  return g_steal_pointer (&images);
}
