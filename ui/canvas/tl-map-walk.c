/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the arrow keys lead to on a map: down along links from a card to a mark and on to the effect, up to the cause;
 * else to the card or mark that is least out of the way. */
#include "config.h"

#include "ui/canvas/tl-map-private.h"

#include <math.h>

/* What is not in the direction costs more than what is. */
#define ASIDE 3

static gboolean
find_middle (TlMapView        *self,
             GtkWidget        *widget,
             graphene_point_t *middle)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return FALSE;
  graphene_rect_get_center (&bounds, middle);
  return TRUE;
}

static void
consider (TlMapView         *self,
          GPtrArray         *widgets,
          GtkWidget         *from,
          GtkDirectionType   direction,
          GtkWidget        **nearest,
          double            *least)
{
  gboolean across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  gboolean back = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;
  graphene_point_t start, middle;

  if (!find_middle (self, from, &start))
    return;
  for (guint i = 0; i < widgets->len; i++)
    {
      if (widgets->pdata[i] == from || !find_middle (self, widgets->pdata[i], &middle))
        continue;

      double right = (double) middle.x - start.x, down = (double) middle.y - start.y;
      double ahead = (across ? right : down) * (back ? -1 : 1), way = ahead + ASIDE * fabs (across ? down : right);

      if (ahead >= 1 && way < *least)
        {
          *least = way;
          *nearest = widgets->pdata[i];
        }
    }
}

/* Along the thickest link of a card, which comes first; past its mark where that is not to be seen. */
static GtkWidget *
follow (TlMapView *self,
        GtkWidget *from,
        gboolean   down)
{
  guint at;

  if (g_ptr_array_find (self->marks, from, &at))
    {
      const TlPictureLink *link = tl_picture_get_link (self->picture, at);

      return self->cards->pdata[down ? link->effect : link->cause];
    }
  if (!g_ptr_array_find (self->cards, from, &at))
    return NULL;
  for (guint i = 0; i < self->picture->links->len; i++)
    {
      const TlPictureLink *link = tl_picture_get_link (self->picture, i);

      if ((down ? link->cause : link->effect) == at)
        return gtk_widget_get_visible (self->marks->pdata[i]) ? self->marks->pdata[i]
                                                              : self->cards->pdata[down ? link->effect : link->cause];
    }
  return NULL;
}

/* The card or mark in a direction, or %NULL if there is none. */
GtkWidget *
_tl_map_walk (TlMapView        *self,
              GtkWidget        *from,
              GtkDirectionType  direction)
{
  gboolean down = direction == GTK_DIR_DOWN;
  GtkWidget *nearest = down || direction == GTK_DIR_UP ? follow (self, from, down) : NULL;
  double least = G_MAXDOUBLE;

  if (nearest != NULL)
    return nearest;
  consider (self, self->cards, from, direction, &nearest, &least);
  consider (self, self->marks, from, direction, &nearest, &least);
  return nearest;
}
