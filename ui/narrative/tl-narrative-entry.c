/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened and when, typed at the place where it is to stand: a new event is one edit. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-guard-hint.h"
#include "ui/widgets/tl-label-button.h"

/* Pixels that can be aimed at: the date that is proposed is as precise as that. */
#define AIM 14

typedef struct {
  TlNarrativeView *view; /* borrowed; it owns the popover that owns this */
  guint            lane;
  GtkWidget       *popover;
  GtkWidget       *title;
  GtkWidget       *date;
  GtkWidget       *problem;
} Entry;

static void
add_cb (Entry *entry)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry->title))));
  g_autofree char *when = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry->date))));
  g_autoptr (GError) error = NULL;
  TlNarrativeView *view = entry->view;
  guint lane = entry->lane;
  TlDate date;

  if (when[0] != '\0' && !tl_date_read (when, &date, &error))
    {
      gtk_label_set_label (GTK_LABEL (entry->problem), error->message);
      gtk_widget_set_visible (entry->problem, TRUE);
      gtk_widget_grab_focus (entry->date);
      return;
    }
  gboolean dated = when[0] != '\0', named = title[0] != '\0';
  gtk_popover_popdown (GTK_POPOVER (entry->popover));
  if (lane < tl_lanes_get_n (tl_narrative_get_lanes (view->narrative)))
    _tl_narrative_verb_add_event (view, lane, named ? title : NULL, dated ? &date : NULL);
}

static GtkWidget *
add_line (Entry      *entry,
          GtkWidget  *grid,
          int         row,
          const char *text)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  GtkWidget *line = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), line);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (line, "activate", G_CALLBACK (add_cb), entry);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), line, 1, row, 1, 1);
  return line;
}

/**
 * _tl_narrative_entry_popup:
 * @spot: the lane and the time
 *
 * Asks for what happened there.
 */
void
_tl_narrative_entry_popup (TlNarrativeView       *self,
                           const TlNarrativeSpot *spot)
{
  const TlLanes *lanes = tl_narrative_get_lanes (self->narrative);
  GtkWidget *popover = gtk_popover_new (), *grid = gtk_grid_new ();
  GtkWidget *button = tl_label_button_new (_("_Add Event"));
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *lane = tl_lanes_dup_title (lanes, spot->lane);
  GtkWidget *head = gtk_label_new (lane);
  const TlNarrativeRow *row = &g_array_index (self->rows, TlNarrativeRow, spot->lane);
  double x = _tl_narrative_view_get_time_x (self)
             + CLAMP (tl_time_scale_to_x (&self->scale, (double) spot->minute), 0, self->scale.width);
  double y = _tl_narrative_view_get_lanes_y (self) + row->y + row->height / 2
             - gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  TlDate date;

  g_object_set_data_full (G_OBJECT (popover), "entry", entry, g_free);
  *entry = (Entry) { .view = self, .lane = spot->lane, .popover = popover };
  gtk_widget_add_css_class (head, "heading");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_attach (GTK_GRID (grid), head, 0, 0, 2, 1);
  entry->title = add_line (entry, grid, 1, _("_What happened"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry->title), 32);
  tl_guard_hint_attach_to_entry (GTK_ENTRY (entry->title), tl_narrative_get_review (self->narrative));
  entry->date = add_line (entry, grid, 2, _("_Date"));
  if (tl_date_from_minute (spot->minute, tl_time_scale_get_unit (&self->scale, AIM), &date))
    {
      g_autofree char *words = tl_date_format (&date);
      gtk_editable_set_text (GTK_EDITABLE (entry->date), words);
    }
  entry->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (entry->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (entry->problem), 40);
  gtk_widget_set_visible (entry->problem, FALSE);
  gtk_grid_attach (GTK_GRID (grid), entry->problem, 0, 3, 2, 1);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), entry);
  gtk_grid_attach (GTK_GRID (grid), button, 0, 4, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New event"), -1);
  x = _tl_narrative_view_mirror (self, x);
  y = CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  _tl_narrative_popover_show (self, popover, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_widget_grab_focus (entry->title);
}
