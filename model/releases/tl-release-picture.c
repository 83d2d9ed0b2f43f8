/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a release as pictures: what stands in the tables as they leave and nothing else. What would be too much
 * for a page goes on several, each with whole categories. */
#include "config.h"

#include "model/releases/tl-release-picture.h"

#include <glib/gi18n-lib.h>

#include "model/questions/tl-chart-image.h"
#include "model/typology/tl-code.h"

/* What a page in upright format has room for, in letters that can be read. */
#define MAX_BARS 36
#define MAX_CHARTS 21
#define CHARTS_ACROSS 3

/* Of the codes, not of their categories: these are seen in the themes. */
#define HEAT_DEPTH 1

static void
free_picture (gpointer data)
{
  TlReleasePicture *picture = data;

  g_free (picture->title);
  g_free (picture->words);
  g_clear_pointer (&picture->svg, g_bytes_unref);
  g_clear_pointer (&picture->png, g_bytes_unref);
  g_clear_pointer (&picture->inner_svg, g_bytes_unref);
  g_clear_pointer (&picture->inner_png, g_bytes_unref);
  g_free (picture);
}

static gboolean
make (TlChartImage  *image,
      GBytes       **svg,
      GBytes       **png,
      GError       **error)
{
  *svg = tl_chart_image_make (image, TL_PICTURE_SVG, error);
  *png = *svg != NULL ? tl_chart_image_make (image, TL_PICTURE_PNG, error) : NULL;
  return *png != NULL;
}

static gboolean
draw (GPtrArray     *pictures,
      TlChartImage  *image,
      const char    *title,
      GCancellable  *cancellable,
      GError       **error)
{
  TlReleasePicture *picture = g_new0 (TlReleasePicture, 1);

  g_ptr_array_add (pictures, picture);
  tl_chart_image_set_title (image, title);
  picture->title = g_strdup (title);
  picture->words = tl_chart_image_dup_words (image);
  if (!make (image, &picture->svg, &picture->png, error))
    return FALSE;
  tl_chart_image_set_brief (image, TRUE);
  tl_chart_image_get_size (image, &picture->inner_width, &picture->inner_height);
  return make (image, &picture->inner_svg, &picture->inner_png, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The row after the last of the categories that go together on a page; at least one does. */
static guint
find_end (const TlThemes *themes,
          guint           first,
          guint           max)
{
  guint end = first;

  for (guint i = first + 1; i <= themes->n_rows; i++)
    {
      if (i - first > max && end > first)
        break;
      if (i == themes->n_rows || themes->rows[i].depth == 0)
        end = i;
    }
  return end;
}

/* Draws the codes of a table from @first to @last, or all of them, which need not be said. */
static gboolean
draw_part (GPtrArray     *pictures,
           TlChartImage  *image,
           const char    *title,
           gboolean       is_whole,
           const char    *first,
           const char    *last,
           GCancellable  *cancellable,
           GError       **error)
{
  /* Translators: what a table is called, and the first and last code that a picture of it shows */
  g_autofree char *part = is_whole ? g_strdup (title) : g_strdup_printf (_("%s: %s to %s"), title, first, last);

  return draw (pictures, image, part, cancellable, error);
}

static gboolean
draw_themes (GPtrArray       *pictures,
             const TlThemes  *themes,
             const char      *title,
             GCancellable    *cancellable,
             GError         **error)
{
  guint max = themes->n_columns == 1 ? MAX_BARS : MAX_CHARTS;

  /* A bar is a share of the base. */
  if (themes->n_columns == 1 && themes->columns[0].base < 0)
    return TRUE;
  for (guint first = 0, end; first < themes->n_rows; first = end)
    {
      end = find_end (themes, first, max);

      g_autoptr (TlChartImage) image = tl_chart_image_new_of_themes (themes, first, end - first, CHARTS_ACROSS);

      if (!draw_part (pictures, image, title, end - first == themes->n_rows, themes->rows[first].notation,
                      themes->rows[end - 1].notation, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_cube (GPtrArray     *pictures,
           const TlCube  *cube,
           const char    *title,
           GCancellable  *cancellable,
           GError       **error)
{
  guint max = tl_chart_image_count_of_cube (cube);

  for (guint first = 0; first < cube->n_codes; first += max)
    {
      guint last = MIN (first + max, cube->n_codes) - 1;
      g_autoptr (TlChartImage) image = tl_chart_image_new_of_cube (cube, first, max);

      if (!draw_part (pictures, image, title, max >= cube->n_codes, tl_code_find_notation (cube->codes[first]),
                      tl_code_find_notation (cube->codes[last]), cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_pairs (GPtrArray      *pictures,
            const TlPairs  *pairs,
            const char     *title,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (TlHeat) heat = tl_heat_new (pairs, HEAT_DEPTH, TRUE);
  g_autoptr (TlChartImage) image = heat->n > 1 ? tl_chart_image_new_of_heat (heat) : NULL;

  return image == NULL || draw (pictures, image, title, cancellable, error);
}

static gboolean
draw_merged (GPtrArray       *pictures,
             const TlMerged  *merged,
             const char      *title,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GPtrArray) images = tl_chart_image_list_of_merged (merged, cancellable, error);

  for (guint i = 0; images != NULL && i < images->len; i++)
    {
      /* Translators: what a table is called, and which of several pictures of it this is */
      g_autofree char *part = images->len > 1 ? g_strdup_printf (_("%s, part %u of %u"), title, i + 1, images->len)
                                              : g_strdup (title);

      if (!draw (pictures, images->pdata[i], part, cancellable, error))
        return FALSE;
    }
  return images != NULL;
}

/**
 * tl_release_picture_list:
 * @table: a table as it leaves
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlReleasePicture): its pictures; none where nothing was
 *   found. %NULL with %G_IO_ERROR_CANCELLED, or where there is no memory for an image
 */
GPtrArray *
tl_release_picture_list (const TlReleaseTable  *table,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (free_picture);
  g_autoptr (TlChartImage) image = NULL;
  g_autofree char *title = tl_asked_dup_title (table->question);
  gboolean done = TRUE;

  if (table->themes != NULL)
    done = draw_themes (pictures, table->themes, title, cancellable, error);
  else if (table->cube != NULL)
    done = draw_cube (pictures, table->cube, title, cancellable, error);
  else if (table->pairs != NULL)
    done = draw_pairs (pictures, table->pairs, title, cancellable, error);
  else if (table->merged != NULL)
    done = draw_merged (pictures, table->merged, title, cancellable, error);
  else if (table->chains != NULL && table->chains->n_chains > 0)
    image = tl_chart_image_new_of_chains (table->chains);
  else if (table->answer != NULL && table->answer->rows->len > 0)
    image = tl_chart_image_new_of_answer (table->answer);
  if (image != NULL)
    done = draw (pictures, image, title, cancellable, error);
  return done ? g_steal_pointer (&pictures) : NULL;
}
