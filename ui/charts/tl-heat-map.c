/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heat map of pairs to go about in by arrow keys and pointer. The cells are painted; the one that is chosen is a
 * widget, so that it has a ring of focus and is read out: two take turns, for moving the keyboard is what assistive
 * technology hears. "chosen" says that another cell is chosen. */
#include "config.h"

#include "ui/charts/tl-heat-map.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/picture/tl-paper-cairo.h"
#include "model/questions/tl-heat-plan.h"
#include "ui/charts/tl-chart-look.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-colour.h"

#define FONT_PART 0.85 /* of the size of the letters around */

/* By the size of the letters. */
#define LEAST_CELL 1.15
#define LARGEST_CELL 2.6
#define LABELS 21.0
#define MARGIN 4.0

struct _TlHeatMap
{
  GtkWidget parent_instance;

  GtkWidget    *cursors[2]; /* children; the one in use and the one that takes its turn next */
  guint         turn;
  const TlHeat *heat; /* borrowed, or NULL */
  TlHeatPlan    plan;
  guint         row; /* of the chosen cell, from 1; 0 if there is none */
  guint         column;
};

G_DEFINE_FINAL_TYPE (TlHeatMap, tl_heat_map, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_cursor (TlHeatMap *self)
{
  return self->cursors[self->turn];
}

static gboolean
has_keyboard (TlHeatMap *self)
{
  return gtk_widget_has_focus (self->cursors[0]) || gtk_widget_has_focus (self->cursors[1]);
}

static void
describe_cursor (TlHeatMap *self)
{
  const TlPairsCode *codes = self->heat->pairs->codes;
  g_autofree char *sentence = tl_heat_dup_sentence (self->heat, self->row, self->column);
  /* Translators: the names of two codes. */
  g_autofree char *label = g_strdup_printf (_("%s and %s"), codes[self->heat->codes[self->row]].label,
                                            codes[self->heat->codes[self->column]].label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (get_cursor (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

/* Brings the chosen cell into view where this is within something that scrolls. */
static void
scroll_to_cursor (TlHeatMap *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  TlLayoutBox box;

  if (viewport == NULL)
    return;
  tl_heat_plan_get_cell (&self->plan, self->row, self->column, &box);
  gtk_adjustment_clamp_page (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)), box.x - box.width,
                             box.x + 2 * box.width);
  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), box.y - box.height,
                             box.y + 2 * box.height);
}

static void
choose_cell (TlHeatMap *self,
             guint      row,
             guint      column)
{
  gboolean focused = has_keyboard (self);

  self->row = row;
  self->column = column;
  self->turn = 1 - self->turn;
  describe_cursor (self);
  gtk_widget_set_visible (get_cursor (self), TRUE);
  if (focused)
    gtk_widget_grab_focus (get_cursor (self));
  gtk_widget_set_visible (self->cursors[1 - self->turn], FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  scroll_to_cursor (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Keys */

/* @along the row, @down the column; within the triangle. */
static void
move (TlHeatMap *self,
      int        along,
      int        down)
{
  int row = (int) self->row + down;
  int column = (int) self->column + along;

  if (self->heat == NULL || self->row == 0)
    return;
  row = CLAMP (row, 1, (int) self->heat->n - 1);
  column = CLAMP (column, 0, row - 1);
  if (row != (int) self->row || column != (int) self->column)
    choose_cell (self, (guint) row, (guint) column);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
key_cb (GtkWidget       *widget,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  TlHeatMap *self = TL_HEAT_MAP (widget);
  int on = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int far = self->heat != NULL ? (int) self->heat->n : 0;
  gboolean by_column = (state & GDK_CONTROL_MASK) != 0;

  if ((state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || (by_column && key != GDK_KEY_Home && key != GDK_KEY_End))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, -on, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, on, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, -far, by_column ? -far : 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, far, by_column ? far : 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pressed_cb (TlHeatMap *self,
            int        n_press,
            double     x,
            double     y)
{
  guint row, column;

  if (self->heat == NULL || !tl_heat_plan_find (&self->plan, x, y, &row, &column))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose_cell (self, row, column);
}

static gboolean
tooltip_cb (GtkWidget  *widget,
            int         x,
            int         y,
            gboolean    keyboard,
            GtkTooltip *tooltip)
{
  TlHeatMap *self = TL_HEAT_MAP (widget);
  guint row, column;

  if (self->heat == NULL || !tl_heat_plan_find (&self->plan, x, y, &row, &column))
    return FALSE;

  const TlPairsCode *codes = self->heat->pairs->codes;
  g_autofree char *sentence = tl_heat_dup_sentence (self->heat, row, column);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s", codes[self->heat->codes[row]].label,
                                           codes[self->heat->codes[column]].label, sentence);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* GtkWidget overrides */

static void
tl_heat_map_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TlHeatMap *self = TL_HEAT_MAP (widget);
  double font = tl_chart_look_get_font_size (widget, FONT_PART);
  double labels = orientation == GTK_ORIENTATION_HORIZONTAL ? LABELS * font : 0;
  guint n = self->heat != NULL ? self->heat->n : 0;

  *minimum = (int) (n * font * LEAST_CELL + labels + MARGIN);
  *natural = (int) (n * font * LARGEST_CELL + labels + MARGIN);
}

/* As large as fits, within what can be read. */
static void
tl_heat_map_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlHeatMap *self = TL_HEAT_MAP (widget);
  double font = tl_chart_look_get_font_size (widget, FONT_PART);
  guint n = self->heat != NULL ? MAX (self->heat->n, 1) : 1;
  double room = MIN ((width - LABELS * font) / n, (double) height / n);
  TlLayoutBox box = { 0 };

  self->plan = (TlHeatPlan) {
    .heat = self->heat,
    .cell = floor (CLAMP (room, LEAST_CELL * font, LARGEST_CELL * font)),
    .font = font,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  self->plan.labels = width - n * self->plan.cell;
  if (self->heat == NULL || self->row == 0)
    return;

  tl_heat_plan_get_cell (&self->plan, self->row, self->column, &box);
  gtk_widget_size_allocate (get_cursor (self),
                            &(GtkAllocation) { (int) box.x, (int) box.y, (int) box.width, (int) box.height }, -1);
}

/* The row and the column of the chosen cell lead to its two names. */
static void
paint_bands (TlHeatMap   *self,
             GtkSnapshot *snapshot)
{
  GdkRGBA colour;
  TlLayoutBox box, end;

  tl_colour_of_text (GTK_WIDGET (self), &colour);
  colour.alpha = 0.09f;
  tl_heat_plan_get_cell (&self->plan, self->row, self->column, &box);
  tl_heat_plan_get_cell (&self->plan, self->column, self->column, &end);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, (float) box.y, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                  (float) box.height));
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) box.x, (float) end.y, (float) box.width,
                                                  (float) (box.y - end.y)));
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (self->plan.rtl ? 0 : (float) end.x, (float) end.y,
                                                  (float) (self->plan.rtl ? end.x + end.width
                                                                          : gtk_widget_get_width (GTK_WIDGET (self))
                                                                              - end.x),
                                                  (float) end.height));
}

static void
tl_heat_map_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TlHeatMap *self = TL_HEAT_MAP (widget);

  if (self->heat == NULL || self->heat->n == 0)
    return;
  if (self->row > 0)
    paint_bands (self, snapshot);

  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  TlPaper *paper = tl_paper_cairo_new (cr);
  g_autoptr (TlLettering) lettering = tl_lettering_new ();

  tl_heat_plan_paint (&self->plan, tl_chart_look_get_palette (), lettering, paper);
  tl_paper_cairo_free (paper);
  cairo_destroy (cr);
  if (self->row > 0)
    gtk_widget_snapshot_child (widget, get_cursor (self), snapshot);
}

static gboolean
tl_heat_map_grab_focus (GtkWidget *widget)
{
  TlHeatMap *self = TL_HEAT_MAP (widget);

  return self->row > 0 && gtk_widget_grab_focus (get_cursor (self));
}

/* One stop for the tab key. */
static gboolean
tl_heat_map_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  return !has_keyboard (TL_HEAT_MAP (widget)) && gtk_widget_grab_focus (widget);
}

/* GObject overrides */

static void
tl_heat_map_dispose (GObject *object)
{
  TlHeatMap *self = TL_HEAT_MAP (object);

  self->heat = NULL;
  g_clear_pointer (&self->cursors[0], gtk_widget_unparent);
  g_clear_pointer (&self->cursors[1], gtk_widget_unparent);
  G_OBJECT_CLASS (tl_heat_map_parent_class)->dispose (object);
}

static void
tl_heat_map_class_init (TlHeatMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_heat_map_dispose;
  widget_class->measure = tl_heat_map_measure;
  widget_class->size_allocate = tl_heat_map_size_allocate;
  widget_class->snapshot = tl_heat_map_snapshot;
  widget_class->grab_focus = tl_heat_map_grab_focus;
  widget_class->focus = tl_heat_map_focus;
  widget_class->query_tooltip = tooltip_cb;
  tl_accels_install (widget_class, "answer.");

  /**
   * TlHeatMap::chosen:
   *
   * Another cell is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_HEAT_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "heatmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tl_heat_map_init (TlHeatMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    {
      self->cursors[i] = g_object_new (GTK_TYPE_BOX, "css-name", "cell", "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_GRID_CELL, "focusable", TRUE, "visible", FALSE, NULL);
      gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
    }
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pairs of codes"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  tl_chart_look_follow (GTK_WIDGET (self));
}

/**
 * tl_heat_map_new:
 *
 * Returns: (transfer floating): a heat map of nothing
 */
GtkWidget *
tl_heat_map_new (void)
{
  return g_object_new (TL_TYPE_HEAT_MAP, NULL);
}

/**
 * tl_heat_map_set_heat:
 * @heat: (nullable): what to show; must stay until another is set
 *
 * Chooses the first cell; tl_heat_map_choose() another.
 */
void
tl_heat_map_set_heat (TlHeatMap    *self,
                      const TlHeat *heat)
{
  g_return_if_fail (TL_IS_HEAT_MAP (self));

  self->heat = heat;
  self->row = heat != NULL && heat->n > 1 ? 1 : 0;
  self->column = 0;
  gtk_widget_set_visible (get_cursor (self), self->row > 0);
  if (self->row > 0)
    describe_cursor (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_heat_map_choose:
 * @pair: one of the pairs that are shown
 *
 * Returns: %FALSE if it has no cell here
 */
gboolean
tl_heat_map_choose (TlHeatMap    *self,
                    const TlPair *pair)
{
  g_return_val_if_fail (TL_IS_HEAT_MAP (self) && pair != NULL, FALSE);

  for (guint row = 1; self->heat != NULL && row < self->heat->n; row++)
    for (guint column = 0; column < row; column++)
      if (tl_heat_get (self->heat, row, column) == pair)
        {
          if (row != self->row || column != self->column)
            choose_cell (self, row, column);
          return TRUE;
        }
  return FALSE;
}

/**
 * tl_heat_map_get_pair:
 * @sentence: (out) (optional) (transfer full): what its cell says
 *
 * Returns: (transfer none) (nullable): the chosen pair; %NULL if none is, or the two are no pair
 */
const TlPair *
tl_heat_map_get_pair (TlHeatMap  *self,
                      char      **sentence)
{
  g_return_val_if_fail (TL_IS_HEAT_MAP (self), NULL);

  if (sentence != NULL)
    *sentence = self->row > 0 ? tl_heat_dup_sentence (self->heat, self->row, self->column) : NULL;
  return self->row > 0 ? tl_heat_get (self->heat, self->row, self->column) : NULL;
}
