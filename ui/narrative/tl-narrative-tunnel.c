/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The narrative through someone's eyes: what they knew stands as it is, what they could have known is marked, what they
 * could not yet know fades, and what occupied them comes forward. A line shows the time that is looked from. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include "ui/narrative/tl-narrative-mark.h"

#define LINE_WIDTH 2

static void
show_states (TlNarrativeView *self,
             GArray          *places)
{
  g_autoptr (GPtrArray) occupied = self->tunnel != NULL ? tl_tunnel_get_occupied (self->tunnel) : NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, i);
      TlRecord *record = place->item->record;

      if (place->widget == NULL)
        continue;
      tl_narrative_mark_set_state (TL_NARRATIVE_MARK (place->widget),
                                   self->tunnel != NULL
                                       ? tl_tunnel_get_state (self->tunnel, tl_record_get_id (record))
                                       : TL_TUNNEL_OUTSIDE,
                                   occupied != NULL && g_ptr_array_find (occupied, record, NULL));
    }
}

/**
 * _tl_narrative_tunnel_show:
 *
 * Shows of every mark whether it was known. After places and marks have changed.
 */
void
_tl_narrative_tunnel_show (TlNarrativeView *self)
{
  const TlDate *date = self->tunnel != NULL ? tl_tunnel_get_date (self->tunnel) : NULL;
  gint64 from, to;

  show_states (self, self->places);
  show_states (self, self->episode_places);
  if (date == NULL)
    {
      tl_narrative_board_hide (TL_NARRATIVE_BOARD (self->ground), self->then);
      return;
    }
  tl_date_get_bounds (date, &from, &to);
  tl_narrative_board_place (TL_NARRATIVE_BOARD (self->ground), self->then,
                            (double) (to + 1 - self->from) * self->scale.pixels, 0, LINE_WIDTH,
                            MAX (self->lanes_height, gtk_widget_get_height (self->ground)));
}

static void
changed_cb (TlNarrativeView *self)
{
  if (self->scale.width > 1)
    _tl_narrative_tunnel_show (self);
}

/**
 * tl_narrative_view_set_tunnel:
 * @tunnel: (nullable): the eyes to look through, of the same review
 */
void
tl_narrative_view_set_tunnel (TlNarrativeView *self,
                              TlTunnel        *tunnel)
{
  g_return_if_fail (TL_IS_NARRATIVE_VIEW (self));
  g_return_if_fail (tunnel == NULL || TL_IS_TUNNEL (tunnel));

  if (self->tunnel != NULL)
    g_signal_handlers_disconnect_by_func (self->tunnel, changed_cb, self);
  g_set_object (&self->tunnel, tunnel);
  if (tunnel != NULL)
    g_signal_connect_object (tunnel, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
