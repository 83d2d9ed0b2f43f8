/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph frozen for a picture: what is in it and where. Whoever fills it decides what may be seen; places that the
 * review does not hold, and the curves, are worked out here. */
#include "config.h"

#include "model/picture/tl-picture.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>

#include "model/picture/tl-drawing.h"
#include "model/picture/tl-picture-private.h"

/* Of the bands of an inset: room for the name of the level. */
#define INSET_PADDING 32

static void
band_free (gpointer data)
{
  TlPictureBand *band = data;

  g_free (band->title);
  g_free (band);
}

static void
factor_free (gpointer data)
{
  TlPictureFactor *factor = data;

  g_free (factor->id);
  g_free (factor->statement);
  g_free (factor->kind);
  g_free (factor->whose);
  g_free (factor->mark);
  g_free (factor);
}

static void
link_free (gpointer data)
{
  TlPictureLink *link = data;

  g_free (link->id);
  g_free (link->kind);
  g_free (link->state);
  g_free (link->sign);
  g_free (link->marks);
  g_array_unref (link->points);
  g_free (link);
}

static void
add_band (TlPicture  *self,
          const char *title)
{
  TlPictureBand *band = g_new0 (TlPictureBand, 1);

  band->title = g_strdup (title);
  g_ptr_array_add (self->bands, band);
}

/**
 * tl_picture_new:
 * @title: (nullable): what the review is called
 * @method: (nullable): whose levels are the bands
 *
 * Returns: (transfer full): a picture of nothing yet; its last band is for factors without a level
 */
TlPicture *
tl_picture_new (const char *title,
                TlMethod   *method)
{
  TlPicture *self = g_atomic_rc_box_new0 (TlPicture);
  guint n_levels = method != NULL ? tl_method_get_n_levels (method) : 0;

  self->title = g_strdup (title);
  self->language = tl_drawing_dup_language ();
  self->bands = g_ptr_array_new_with_free_func (band_free);
  self->factors = g_ptr_array_new_with_free_func (factor_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  for (guint i = 0; i < n_levels; i++)
    add_band (self, tl_method_get_level (method, i)->title);
  add_band (self, n_levels > 0 ? _("No level yet") : NULL);
  return self;
}

static void
clear (gpointer data)
{
  TlPicture *self = data;

  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->links);
}

/**
 * tl_picture_ref:
 *
 * Returns: (transfer full): @self, for another thread too
 */
TlPicture *
tl_picture_ref (TlPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tl_picture_unref (TlPicture *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tl_picture_add_factor:
 * @id: its id
 *
 * Returns: (transfer none): a factor to be filled: its texts, which the picture then owns, and of its box the band and,
 *   where it has a place, @x, @y and @placed
 */
TlPictureFactor *
tl_picture_add_factor (TlPicture  *self,
                       const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  TlPictureFactor *factor = g_new0 (TlPictureFactor, 1);

  factor->id = g_strdup (id);
  factor->box.width = self->is_inset ? TL_PICTURE_INSET_FACTOR_WIDTH : TL_PICTURE_FACTOR_WIDTH;
  factor->box.height = self->is_inset ? TL_PICTURE_INSET_FACTOR_HEIGHT : TL_PICTURE_FACTOR_HEIGHT;
  g_ptr_array_add (self->factors, factor);
  return factor;
}

/**
 * tl_picture_add_link:
 * @id: its id
 * @cause: index of a factor
 * @effect: index of a factor
 *
 * Returns: (transfer none): a link to be filled
 */
TlPictureLink *
tl_picture_add_link (TlPicture  *self,
                     const char *id,
                     guint       cause,
                     guint       effect)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  g_return_val_if_fail (cause < self->factors->len && effect < self->factors->len, NULL);

  TlPictureLink *link = g_new0 (TlPictureLink, 1);

  link->id = g_strdup (id);
  link->cause = cause;
  link->effect = effect;
  link->points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
  tl_picture_get_factor (self, cause)->n_effects++;
  tl_picture_get_factor (self, effect)->n_causes++;
  g_ptr_array_add (self->links, link);
  return link;
}

static TlLayoutBox *
dup_boxes (const TlPicture *self)
{
  TlLayoutBox *boxes = g_new0 (TlLayoutBox, self->factors->len + 1);

  for (guint i = 0; i < self->factors->len; i++)
    boxes[i] = tl_picture_get_factor (self, i)->box;
  return boxes;
}

static TlLayoutLine *
dup_lines (const TlPicture *self)
{
  TlLayoutLine *lines = g_new0 (TlLayoutLine, self->links->len + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlPictureLink *link = tl_picture_get_link (self, i);

      lines[i] = (TlLayoutLine) { (int) link->cause, (int) link->effect };
    }
  return lines;
}

/* The band without a level is there only for who has none. */
static void
drop_loose_band (TlPicture *self)
{
  guint last = self->bands->len - 1;

  for (guint i = 0; i < self->factors->len; i++)
    if ((guint) tl_picture_get_factor (self, i)->box.band == last)
      return;
  if (last > 0)
    g_ptr_array_remove_index (self->bands, last);
}

static void
init_options (const TlPicture *self,
              TlLayoutOptions *options)
{
  tl_layout_options_init (options, (int) self->bands->len);
  options->thorough = TRUE;
  if (self->is_inset)
    {
      options->band_padding = INSET_PADDING;
      options->band_min_height = INSET_PADDING;
      options->row_width = TL_PICTURE_INSET_WIDTH;
    }
  else
    options->band_min_height = TL_PICTURE_FACTOR_HEIGHT + 2 * options->band_padding;
}

static gboolean
place (TlPicture     *self,
       GCancellable  *cancellable,
       GError       **error)
{
  guint n = self->factors->len, n_placed = 0;
  g_autofree TlLayoutBox *boxes = dup_boxes (self);
  g_autofree TlLayoutLine *lines = dup_lines (self);
  g_autofree TlLayoutExtent *extents = g_new0 (TlLayoutExtent, self->bands->len);
  TlLayoutOptions options;

  init_options (self, &options);
  for (guint i = 0; i < n; i++)
    n_placed += boxes[i].placed;
  if (n_placed == 0 && !tl_layout_run (boxes, n, lines, self->links->len, &options, cancellable, error))
    return FALSE;
  for (guint i = 0; n_placed > 0 && i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!boxes[i].placed)
        tl_layout_place_one (boxes, n, lines, self->links->len, i, &options);
      boxes[i].placed = TRUE;
    }

  tl_layout_band_extents (boxes, n, &options, extents);
  for (guint i = 0; i < n; i++)
    tl_picture_get_factor (self, i)->box = boxes[i];
  for (guint i = 0; i < self->bands->len; i++)
    tl_picture_get_band (self, i)->extent = extents[i];
  return TRUE;
}

/* What is chosen stays: factors, and links with their ends, and every link between two factors that stay. */
static void
choose (TlPicture         *self,
        const char *const *only)
{
  g_autofree gboolean *stays = g_new0 (gboolean, self->factors->len + 1);
  g_autofree guint *positions = g_new0 (guint, self->factors->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->factors->len; i++)
    stays[i] = g_strv_contains (only, tl_picture_get_factor (self, i)->id);
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlPictureLink *link = tl_picture_get_link (self, i);

      if (g_strv_contains (only, link->id))
        stays[link->cause] = stays[link->effect] = TRUE;
    }
  for (guint i = 0; i < self->factors->len; i++)
    positions[i] = stays[i] ? n++ : 0;
  for (guint i = self->links->len; i > 0; i--)
    {
      TlPictureLink *link = tl_picture_get_link (self, i - 1);

      if (!stays[link->cause] || !stays[link->effect])
        {
          g_ptr_array_remove_index (self->links, i - 1);
          continue;
        }
      link->cause = positions[link->cause];
      link->effect = positions[link->effect];
    }
  for (guint i = self->factors->len; i > 0; i--)
    if (!stays[i - 1])
      g_ptr_array_remove_index (self->factors, i - 1);
}

static gboolean
route (TlPicture     *self,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autofree TlLayoutBox *boxes = dup_boxes (self);
  g_autofree TlLayoutLine *lines = dup_lines (self);
  g_autoptr (TlLayoutRoutes) routes = tl_layout_routes_new (boxes, self->factors->len, lines, self->links->len);

  for (guint i = 0; i < self->links->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      tl_layout_routes_get (routes, i, tl_picture_get_link (self, i)->points);
    }
  return TRUE;
}

/**
 * tl_picture_settle:
 * @only: (nullable): ids of the factors and links to show; all without it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Finds places and curves. Afterwards the picture is not to be changed. What is not to be shown takes part in finding
 * places, so that what is shown stands where it stands in the whole.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
tl_picture_settle (TlPicture          *self,
                   const char *const  *only,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  drop_loose_band (self);
  if (!place (self, cancellable, error))
    return FALSE;
  if (only != NULL)
    choose (self, only);
  for (guint i = 0; i < self->bands->len; i++)
    tl_picture_get_band (self, i)->is_used = self->factors->len == 0;
  for (guint i = 0; i < self->factors->len; i++)
    tl_picture_get_band (self, (guint) tl_picture_get_factor (self, i)->box.band)->is_used = TRUE;
  if (!route (self, cancellable, error))
    return FALSE;
  _tl_picture_place_marks (self);
  return TRUE;
}

TlPictureBand *
tl_picture_get_band (const TlPicture *self,
                     guint            position)
{
  return g_ptr_array_index (self->bands, position);
}

TlPictureFactor *
tl_picture_get_factor (const TlPicture *self,
                       guint            position)
{
  return g_ptr_array_index (self->factors, position);
}

TlPictureLink *
tl_picture_get_link (const TlPicture *self,
                     guint            position)
{
  return g_ptr_array_index (self->links, position);
}

/**
 * tl_picture_has_lanes:
 *
 * Returns: whether the bands have names
 */
gboolean
tl_picture_has_lanes (const TlPicture *self)
{
  return tl_picture_get_band (self, 0)->title != NULL;
}

static void
widen (TlLayoutPoint *least,
       TlLayoutPoint *most,
       double         x,
       double         y)
{
  least->x = MIN (least->x, x);
  least->y = MIN (least->y, y);
  most->x = MAX (most->x, x);
  most->y = MAX (most->y, y);
}

/**
 * tl_picture_get_extent:
 * @extent: (out): what holds every factor, every curve and every lane that is shown
 */
void
tl_picture_get_extent (const TlPicture *self,
                       TlLayoutBox     *extent)
{
  const TlLayoutBox *first = self->factors->len > 0 ? &tl_picture_get_factor (self, 0)->box : NULL;
  double x = first != NULL ? first->x : 0;
  double y = first != NULL ? first->y : tl_picture_get_band (self, 0)->extent.top;
  TlLayoutPoint least = { x, y }, most = { x, y };

  for (guint i = 0; i < self->factors->len; i++)
    {
      const TlLayoutBox *box = &tl_picture_get_factor (self, i)->box;

      widen (&least, &most, box->x, box->y);
      widen (&least, &most, box->x + box->width, box->y + box->height);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const GArray *points = tl_picture_get_link (self, i)->points;

      for (guint j = 0; j < points->len; j++)
        widen (&least, &most, g_array_index (points, TlLayoutPoint, j).x, g_array_index (points, TlLayoutPoint, j).y);
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      const TlPictureBand *band = tl_picture_get_band (self, i);

      if (!band->is_used)
        continue;
      widen (&least, &most, x, band->extent.top);
      widen (&least, &most, x, band->extent.bottom);
    }
  *extent = (TlLayoutBox) { .x = least.x, .y = least.y, .width = most.x - least.x, .height = most.y - least.y };
}

/**
 * tl_picture_factor_get_statement:
 *
 * Returns: what is written in the box of @factor
 */
const char *
tl_picture_factor_get_statement (const TlPictureFactor *factor)
{
  if (factor->statement != NULL)
    return factor->statement;
  return factor->is_withheld ? _("Statement not released") : _("No statement yet");
}
