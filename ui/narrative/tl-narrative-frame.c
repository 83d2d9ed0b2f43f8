/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the view and the room that each has: headers, the names of time, episodes, lanes, and what has no
 * date. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of a line of text where nothing is enlarged. */
#define USUAL_LINE 18.0
/* By that: widths in pixels, and how much of the view they take at most. */
#define HEADER_WIDTH 150
#define UNDATED_WIDTH 132
#define MAX_SHARE 0.3
#define ROW_PADDING 9
#define AXIS_PADDING 8
/* Of what is said while something is moved, from the pointer. */
#define WORD_OFFSET 18

static gboolean
has_undated (TlNarrativeView *self)
{
  guint n = tl_narrative_get_n_items (self->narrative);
  guint n_episodes = tl_narrative_get_n_episodes (self->narrative);

  if (n > 0 && !tl_narrative_get_item (self->narrative, n - 1)->dated)
    return TRUE;
  return n_episodes > 0 && !tl_narrative_get_episode (self->narrative, n_episodes - 1)->dated;
}

static double
measure_line (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double line = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return MAX (line, 1);
}

static void
allocate_part (TlNarrativeView *self,
               GtkWidget       *part,
               double           x,
               double           y,
               double           width,
               double           height,
               int              total)
{
  gboolean is_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (MAX (width, minimum), 0);
  gtk_widget_size_allocate (part, &(GtkAllocation) { (int) (is_right ? total - x - width : x), (int) y, (int) width,
                                                     (int) MAX (height, 0) }, -1);
}

/* Near the pointer, and within the view. */
static void
allocate_word (TlNarrativeView *self,
               int              width,
               int              height)
{
  int word_width, word_height;

  if (!gtk_widget_get_visible (self->word))
    return;
  gtk_widget_measure (self->word, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &word_width, NULL, NULL);
  gtk_widget_measure (self->word, GTK_ORIENTATION_VERTICAL, word_width, NULL, &word_height, NULL, NULL);

  int x = CLAMP ((int) self->pointer_x + WORD_OFFSET, 0, MAX (width - word_width, 0));
  int y = CLAMP ((int) self->pointer_y + WORD_OFFSET, 0, MAX (height - word_height, 0));
  gtk_widget_size_allocate (self->word, &(GtkAllocation) { x, y, word_width, word_height }, -1);
}

static void
size_allocate (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (widget);
  double line = round (measure_line (widget));
  double before = self->scale.width, unit = self->unit;
  double start = 0, top;
  gboolean undated = has_undated (self);

  self->unit = line / USUAL_LINE;
  self->row_height = line + ROW_PADDING;
  self->axis_height = 2 * line + AXIS_PADDING;
  self->header_width = round (MIN (HEADER_WIDTH * self->unit, width * MAX_SHARE));
  self->undated_width = undated ? round (MIN (UNDATED_WIDTH * self->unit, width * MAX_SHARE)) : 0;
  start = _tl_narrative_view_get_time_x (self);
  top = _tl_narrative_view_get_lanes_y (self);
  self->scale.width = MAX (width - start, 1);

  gtk_widget_set_child_visible (self->undated_head, undated);
  gtk_widget_set_child_visible (self->undated, undated);
  gtk_widget_set_child_visible (self->strip_undated, undated);
  allocate_part (self, self->corner, 0, 0, self->header_width, self->axis_height, width);
  allocate_part (self, self->strip_head, 0, self->axis_height, self->header_width, self->strip_height, width);
  allocate_part (self, self->headers, 0, top, self->header_width, height - top, width);
  allocate_part (self, self->undated_head, self->header_width, 0, self->undated_width, self->axis_height, width);
  allocate_part (self, self->strip_undated, self->header_width, self->axis_height, self->undated_width,
                 self->strip_height, width);
  allocate_part (self, self->undated, self->header_width, top, self->undated_width, height - top, width);
  allocate_part (self, self->axis, start, 0, self->scale.width, self->axis_height, width);
  allocate_part (self, self->strip, start, self->axis_height, self->scale.width, self->strip_height, width);
  allocate_part (self, self->ground, start, top, self->scale.width, height - top, width);
  allocate_part (self, self->lanes, start, top, self->scale.width, height - top, width);
  allocate_word (self, width, height);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
  if (self->scale.width != before || self->unit != unit
      || gtk_adjustment_get_page_size (self->adjustments[GTK_ORIENTATION_VERTICAL])
             != gtk_widget_get_height (self->lanes))
    _tl_narrative_view_queue_refresh (self);
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

/**
 * _tl_narrative_frame_class_init:
 *
 * Gives the parts their room.
 */
void
_tl_narrative_frame_class_init (GtkWidgetClass *widget_class)
{
  widget_class->size_allocate = size_allocate;
  widget_class->measure = measure;
}

static GtkWidget *
add_part (TlNarrativeView *self,
          GtkWidget       *part,
          const char      *label)
{
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return part;
}

static GtkWidget *
add_head (TlNarrativeView *self,
          const char      *text)
{
  GtkWidget *head = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (head, "head");
  return add_part (self, head, NULL);
}

/**
 * _tl_narrative_frame_init:
 *
 * Has the parts. What comes later lies above.
 */
void
_tl_narrative_frame_init (TlNarrativeView *self)
{
  self->ground = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_PRESENTATION, "ground"), NULL);
  self->then = g_object_new (GTK_TYPE_BOX, "css-name", "then", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "can-target", FALSE, NULL);
  tl_narrative_board_add (TL_NARRATIVE_BOARD (self->ground), self->then, NULL);
  self->corner = add_head (self, "");
  self->axis = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_PRESENTATION, "axis"), NULL);
  self->strip_head = add_head (self, _("Episodes"));
  self->strip = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_LIST, "strip"), _("Episodes"));
  self->strip_undated = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_LIST, "strip"),
                                  _("Episodes without a date"));
  self->headers = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_GROUP, "headers"), _("Lanes"));
  self->lanes = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_LIST, "lanes"), _("What happened"));
  self->undated_head = add_head (self, _("No date"));
  self->undated = add_part (self, tl_narrative_board_new (GTK_ACCESSIBLE_ROLE_LIST, "undated"), _("Without a date"));
  self->word = add_part (self, gtk_label_new (NULL), NULL);
  gtk_widget_add_css_class (self->word, "word");
  gtk_widget_set_can_target (self->word, FALSE);
  gtk_widget_set_visible (self->word, FALSE);
}
