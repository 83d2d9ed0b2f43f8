/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column of whose lanes they are, which stays in sight, and what an empty lane of a child invites to. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>

static const char *
get_icon (TlLaneSort sort)
{
  switch (sort)
    {
    case TL_LANE_CHILD:
      return "starred-symbolic";
    case TL_LANE_AGENCY:
      return "system-users-symbolic";
    case TL_LANE_NOBODY:
      return "dialog-question-symbolic";
    case TL_LANE_ROLE:
    default:
      return "avatar-default-symbolic";
    }
}

static const char *
get_description (TlLaneSort sort)
{
  switch (sort)
    {
    case TL_LANE_CHILD:
      return _("Lane of a child");
    case TL_LANE_AGENCY:
      return _("Lane of an agency");
    case TL_LANE_NOBODY:
      return _("Lane of what nobody is connected with yet");
    case TL_LANE_ROLE:
    default:
      return _("Lane of a person");
    }
}

static GtkWidget *
make_header (TlNarrativeView *self,
             guint            position)
{
  const TlLanes *lanes = tl_narrative_get_lanes (self->narrative);
  const TlLane *lane = tl_lanes_get (lanes, position);
  g_autofree char *title = tl_lanes_dup_title (lanes, position);
  GtkWidget *header = g_object_new (GTK_TYPE_BOX, "css-name", "laneheader", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_ROW_HEADER, "focusable", TRUE, "spacing", 6, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (lane->sort));
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (header), icon);
  gtk_box_append (GTK_BOX (header), label);
  gtk_widget_set_tooltip_text (header, title);
  if (lane->sort == TL_LANE_CHILD)
    gtk_widget_add_css_class (header, "child");
  if (lane->sort == TL_LANE_AGENCY)
    gtk_widget_add_css_class (header, "agency");
  if (lane->agency != TL_LANE_NONE)
    gtk_widget_add_css_class (header, "member");
  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_description (lane->sort), -1);
  return header;
}

static GtkWidget *
make_stripe (TlLaneSort sort)
{
  GtkWidget *stripe = g_object_new (GTK_TYPE_BOX, "css-name", "lane", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (sort == TL_LANE_CHILD)
    gtk_widget_add_css_class (stripe, "child");
  if (sort == TL_LANE_AGENCY)
    gtk_widget_add_css_class (stripe, "agency");
  return stripe;
}

static gboolean
is_empty (TlNarrativeView *self,
          guint            lane)
{
  for (guint i = 0; i < tl_narrative_get_n_items (self->narrative); i++)
    {
      const TlNarrativeItem *item = tl_narrative_get_item (self->narrative, i);

      if (item->lane == lane || item->told == lane)
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *hint = gtk_label_new (_("What was life like? What did the child say, and to whom?"));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_add_css_class (hint, "lane-hint");
  return hint;
}

static void
add_row (TlNarrativeView *self,
         guint            position)
{
  const TlLane *lane = tl_lanes_get (tl_narrative_get_lanes (self->narrative), position);
  TlNarrativeRow row = { .header = make_header (self, position), .stripe = make_stripe (lane->sort) };

  tl_narrative_board_add (TL_NARRATIVE_BOARD (self->headers), row.header, gtk_widget_get_last_child (self->headers));
  tl_narrative_board_add (TL_NARRATIVE_BOARD (self->ground), row.stripe, NULL);
  if (lane->sort == TL_LANE_CHILD && is_empty (self, position))
    {
      row.hint = make_hint ();
      tl_narrative_board_add (TL_NARRATIVE_BOARD (self->ground), row.hint, gtk_widget_get_last_child (self->ground));
    }
  g_array_append_val (self->rows, row);
}

static void
drop_row (TlNarrativeRow *row)
{
  gtk_widget_unparent (row->header);
  gtk_widget_unparent (row->stripe);
  g_clear_pointer (&row->hint, gtk_widget_unparent);
}

/* What the headers show, to tell whether it is still the same. */
static char *
dup_shown (TlNarrativeView *self)
{
  const TlLanes *lanes = tl_narrative_get_lanes (self->narrative);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < tl_narrative_get_n_lanes (self->narrative); i++)
    {
      const TlLane *lane = tl_lanes_get (lanes, i);
      g_autofree char *title = tl_lanes_dup_title (lanes, i);

      g_string_append_printf (shown, "%d %u %d %s\n", lane->sort, lane->agency,
                              lane->sort == TL_LANE_CHILD && is_empty (self, i), title);
    }
  return g_string_free (shown, FALSE);
}

/**
 * _tl_narrative_headers_make:
 *
 * Has a header for each lane; those that there are stay where nothing about them has changed.
 */
void
_tl_narrative_headers_make (TlNarrativeView *self)
{
  g_autofree char *shown = dup_shown (self);

  if (g_strcmp0 (shown, self->headers_shown) == 0)
    return;
  g_free (self->headers_shown);
  self->headers_shown = g_steal_pointer (&shown);
  for (guint i = 0; i < self->rows->len; i++)
    drop_row (&g_array_index (self->rows, TlNarrativeRow, i));
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < tl_narrative_get_n_lanes (self->narrative); i++)
    add_row (self, i);
}

/**
 * _tl_narrative_headers_place:
 *
 * Puts the headers beside their lanes.
 */
void
_tl_narrative_headers_place (TlNarrativeView *self)
{
  double offset = (self->scale.start - (double) self->from) * self->scale.pixels;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlNarrativeRow *row = &g_array_index (self->rows, TlNarrativeRow, i);

      /* A name has as many lines as its lane has rows. */
      gtk_label_set_lines (GTK_LABEL (gtk_widget_get_last_child (row->header)),
                           MAX (1, (int) (row->height / self->row_height)));
      tl_narrative_board_place (TL_NARRATIVE_BOARD (self->headers), row->header, 0, row->y, self->header_width,
                                row->height);
      if (row->hint != NULL)
        tl_narrative_board_place (TL_NARRATIVE_BOARD (self->ground), row->hint, offset, row->y, self->scale.width,
                                  row->height);
    }
}
