/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains as a flow: a column for each place in the chain, causes first, a station for each code there, and a ribbon
 * for each chain, as thick as the reviews that have it. The arrow keys lead from ribbon to ribbon. The property
 * "chosen" is the chosen chain by its place in the answer, or -1. */
#include "config.h"

#include "ui/charts/tl-flow-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/layout/tl-ribbons.h"
#include "ui/charts/tl-flow-ribbon.h"

#define PADDING 12
#define STATION_GAP 10
#define LEAST_RIBBON 3
#define MOST_RIBBON 56
#define LEAST_WAY 90
#define WIDE_WAY 170
#define LABEL_CHARS 17
#define LEAST_HEIGHT 180

struct _TlFlowChart
{
  GtkWidget parent_instance;

  GPtrArray *ribbons;   /* of TlFlowRibbon: the first chains of the answer */
  GArray    *stops;     /* of guint: of each the stations that it flows through, by the number of their text */
  GArray    *weights;   /* of double */
  GPtrArray *texts;     /* of what stands in stations, each once */
  GPtrArray *stations;  /* of GtkWidget, in the order of the layout */
  TlRibbons *laid;      /* NULL while there is nothing */
  guint      n_columns;
  int        chosen;
};

G_DEFINE_FINAL_TYPE (TlFlowChart, tl_flow_chart, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Callbacks */

static void
focused_cb (GtkEventController *controller,
            TlFlowChart        *self)
{
  guint chain;

  if (g_ptr_array_find (self->ribbons, gtk_event_controller_get_widget (controller), &chain))
    tl_flow_chart_choose (self, (int) chain);
}

static void
pressed_cb (TlFlowChart *self,
            int          n,
            double       x,
            double       y)
{
  GtkWidget *ribbon = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (ribbon != NULL && TL_IS_FLOW_RIBBON (ribbon))
    gtk_widget_grab_focus (ribbon);
}

/* Contents */

static void
unparent (gpointer widget)
{
  gtk_widget_unparent (widget);
}

static guint
find_text (TlFlowChart *self,
           const char  *code,
           const char  *label)
{
  const char *notation = strchr (code, ':') != NULL ? strchr (code, ':') + 1 : code;
  g_autofree char *text = g_strcmp0 (code, label) == 0 ? g_strdup (label) : g_strdup_printf ("%s %s", notation, label);

  for (guint i = 0; i < self->texts->len; i++)
    if (g_str_equal (self->texts->pdata[i], text))
      return i;
  g_ptr_array_add (self->texts, g_steal_pointer (&text));
  return self->texts->len - 1;
}

static GtkWidget *
make_station (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "flow-station");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static char *
dup_name (const TlChain *chain,
          gint64         base)
{
  g_autofree char *labels = g_strjoinv (" → ", chain->labels);
  g_autofree char *reviews = tl_count_format (chain->reviews);
  g_autofree char *of = tl_count_format (base);
  g_autofree char *expected = chain->expected >= 0 ? g_strdup_printf ("%.1f", chain->expected) : g_strdup ("–");

  /* Translators: a chain, in how many reviews it is, of how many, and in how many chance would give it; a count that is
   * withheld is "c". */
  return g_strdup_printf (_("%s: %s of %s reviews; chance would give %s"), labels, reviews, of, expected);
}

static void
add_ribbon (TlFlowChart   *self,
            const TlChain *chain,
            gint64         base)
{
  g_autofree char *name = dup_name (chain, base);
  g_autofree char *count = tl_count_format (chain->reviews);
  GtkWidget *ribbon = tl_flow_ribbon_new (name, count);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  double weight = MAX ((double) chain->reviews, 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint stop = find_text (self, chain->path[i], chain->labels[i]);

      g_array_append_val (self->stops, stop);
    }
  g_array_append_val (self->weights, weight);
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (ribbon, focus);
  gtk_widget_set_parent (ribbon, GTK_WIDGET (self));
  g_ptr_array_add (self->ribbons, ribbon);
}

/* Layout */

static TlRibbons *
lay_out (TlFlowChart *self,
         double       height,
         double       least_station)
{
  g_autofree TlRibbon *ribbons = g_new0 (TlRibbon, self->ribbons->len + 1);
  const TlRibbonsOptions options = { self->n_columns, height - 2 * PADDING, STATION_GAP, least_station, LEAST_RIBBON,
                                     MOST_RIBBON };

  for (guint i = 0; i < self->ribbons->len; i++)
    ribbons[i] = (TlRibbon) { .stops = &g_array_index (self->stops, guint, i * self->n_columns),
                              .weight = g_array_index (self->weights, double, i) };
  return tl_ribbons_new (ribbons, self->ribbons->len, &options);
}

/* All labels ask for the same width; the highest says how high stations are at least. */
static void
measure_stations (TlFlowChart *self,
                  int         *width,
                  int         *height)
{
  *width = *height = 0;
  for (guint i = 0; i < self->stations->len; i++)
    {
      int natural;

      gtk_widget_measure (self->stations->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      *width = MAX (*width, natural);
    }
  for (guint i = 0; i < self->stations->len; i++)
    {
      int natural;

      gtk_widget_measure (self->stations->pdata[i], GTK_ORIENTATION_VERTICAL, *width, NULL, &natural, NULL, NULL);
      *height = MAX (*height, natural);
    }
}

/* Where a column begins: in the reading direction causes come first. */
static double
find_column (TlFlowChart *self,
             guint        column,
             int          width,
             int          station)
{
  double way = self->n_columns > 1 ? (width - 2 * PADDING - station) / (double) (self->n_columns - 1) : 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    column = self->n_columns - 1 - column;
  return PADDING + column * way;
}

static void
allocate_ribbon (TlFlowChart *self,
                 guint        i,
                 double       thickness,
                 int          width,
                 int          height,
                 int          station)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  TlFlowStop stops[TL_CHAINS_MAX_LENGTH + 1];

  for (guint column = 0; column < self->n_columns; column++)
    {
      double left = find_column (self, column, width, station);

      stops[column] = (TlFlowStop) { is_rtl ? left + station : left, is_rtl ? left : left + station,
                                     PADDING + self->laid->tops[i * self->n_columns + column] };
    }
  gtk_widget_allocate (self->ribbons->pdata[i], width, height, -1, NULL);
  tl_flow_ribbon_set_way (self->ribbons->pdata[i], stops, self->n_columns, thickness);
}

/* GtkWidget overrides */

static void
tl_flow_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TlFlowChart *self = TL_FLOW_CHART (widget);
  int width, height, ways = (int) self->n_columns - 1;

  measure_stations (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->n_columns > 0 ? 2 * PADDING + (ways + 1) * width + ways * LEAST_WAY : 0;
      *natural = *minimum + MAX (ways, 0) * (WIDE_WAY - LEAST_WAY);
      return;
    }

  g_autoptr (TlRibbons) least = self->ribbons->len > 0 ? lay_out (self, 2 * PADDING, height) : NULL;

  *minimum = *natural = MAX (least != NULL ? (int) ceil (least->height) + 2 * PADDING : 0, LEAST_HEIGHT);
}

static void
tl_flow_chart_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlFlowChart *self = TL_FLOW_CHART (widget);
  int station, least;

  if (self->ribbons->len == 0)
    return;
  measure_stations (self, &station, &least);
  g_clear_pointer (&self->laid, tl_ribbons_free);
  self->laid = lay_out (self, height, least);
  for (guint i = 0; i < self->ribbons->len; i++)
    allocate_ribbon (self, i, MAX (g_array_index (self->weights, double, i) * self->laid->scale, LEAST_RIBBON), width,
                     height, station);
  for (guint i = 0; i < self->stations->len; i++)
    {
      const TlRibbonsStation *place = &g_array_index (self->laid->stations, TlRibbonsStation, i);
      const GtkAllocation allocation = { (int) find_column (self, place->column, width, station),
                                         (int) (PADDING + place->top), station, (int) ceil (place->height) };

      gtk_widget_size_allocate (self->stations->pdata[i], &allocation, -1);
    }
}

static void
tl_flow_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlFlowChart *self = TL_FLOW_CHART (widget);

  for (guint i = 0; i < self->ribbons->len; i++)
    if ((int) i != self->chosen)
      gtk_widget_snapshot_child (widget, self->ribbons->pdata[i], snapshot);
  if (self->chosen >= 0 && self->chosen < (int) self->ribbons->len)
    gtk_widget_snapshot_child (widget, self->ribbons->pdata[self->chosen], snapshot);
  for (guint i = 0; i < self->stations->len; i++)
    gtk_widget_snapshot_child (widget, self->stations->pdata[i], snapshot);
}

/* Tab leads to the chosen ribbon and on from there, out of the chart; the arrows from ribbon to ribbon. */
static gboolean
tl_flow_chart_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  TlFlowChart *self = TL_FLOW_CHART (widget);
  GtkWidget *at = gtk_widget_get_focus_child (widget);
  gboolean on = direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;
  guint chain = (guint) MAX (self->chosen, 0);

  if (self->ribbons->len == 0)
    return FALSE;
  if (at != NULL && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;
  if (at != NULL && g_ptr_array_find (self->ribbons, at, &chain))
    {
      if (on ? chain + 1 == self->ribbons->len : chain == 0)
        return FALSE;
      chain = on ? chain + 1 : chain - 1;
    }
  return gtk_widget_grab_focus (self->ribbons->pdata[MIN (chain, self->ribbons->len - 1)]);
}

/* GObject overrides */

static void
clear (TlFlowChart *self)
{
  g_ptr_array_set_size (self->ribbons, 0);
  g_ptr_array_set_size (self->stations, 0);
  g_ptr_array_set_size (self->texts, 0);
  g_array_set_size (self->stops, 0);
  g_array_set_size (self->weights, 0);
  g_clear_pointer (&self->laid, tl_ribbons_free);
}

static void
tl_flow_chart_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_int (value, TL_FLOW_CHART (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_flow_chart_dispose (GObject *object)
{
  clear (TL_FLOW_CHART (object));
  G_OBJECT_CLASS (tl_flow_chart_parent_class)->dispose (object);
}

static void
tl_flow_chart_finalize (GObject *object)
{
  TlFlowChart *self = TL_FLOW_CHART (object);

  g_ptr_array_unref (self->ribbons);
  g_ptr_array_unref (self->stations);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->stops);
  g_array_unref (self->weights);
  G_OBJECT_CLASS (tl_flow_chart_parent_class)->finalize (object);
}

static void
tl_flow_chart_class_init (TlFlowChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_flow_chart_get_property;
  object_class->dispose = tl_flow_chart_dispose;
  object_class->finalize = tl_flow_chart_finalize;
  widget_class->measure = tl_flow_chart_measure;
  widget_class->size_allocate = tl_flow_chart_size_allocate;
  widget_class->snapshot = tl_flow_chart_snapshot;
  widget_class->focus = tl_flow_chart_focus;

  properties[PROP_CHOSEN] = g_param_spec_int ("chosen", NULL, NULL, -1, G_MAXINT, -1,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "flowchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_flow_chart_init (TlFlowChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->ribbons = g_ptr_array_new_with_free_func (unparent);
  self->stations = g_ptr_array_new_with_free_func (unparent);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->stops = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weights = g_array_new (FALSE, FALSE, sizeof (double));
  self->chosen = -1;
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chains as a flow"), -1);
}

/**
 * tl_flow_chart_new:
 *
 * Returns: (transfer floating): a chart of nothing
 */
GtkWidget *
tl_flow_chart_new (void)
{
  return g_object_new (TL_TYPE_FLOW_CHART, NULL);
}

/* The layout puts stations in an order of its own; they are made for it once it is known. */
static void
make_stations (TlFlowChart *self)
{
  g_autoptr (TlRibbons) laid = lay_out (self, 2 * PADDING, 1);

  for (guint i = 0; i < laid->stations->len; i++)
    {
      guint text = g_array_index (laid->stations, TlRibbonsStation, i).stop;
      GtkWidget *station = make_station (self->texts->pdata[text]);

      gtk_widget_set_parent (station, GTK_WIDGET (self));
      g_ptr_array_add (self->stations, station);
    }
}

/**
 * tl_flow_chart_set_chains:
 * @chains: (nullable): chains, all of the same length: the first %TL_FLOW_CHART_MAX are shown
 *
 * Shows other chains; none is chosen then.
 */
void
tl_flow_chart_set_chains (TlFlowChart    *self,
                          const TlChains *chains)
{
  g_return_if_fail (TL_IS_FLOW_CHART (self));

  clear (self);
  self->n_columns = chains != NULL && chains->n_chains > 0 ? g_strv_length (chains->chains[0].path) : 0;
  for (guint i = 0; chains != NULL && i < MIN (chains->n_chains, TL_FLOW_CHART_MAX); i++)
    add_ribbon (self, &chains->chains[i], chains->base);
  if (self->ribbons->len > 0)
    make_stations (self);
  tl_flow_chart_choose (self, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_flow_chart_choose:
 * @chain: the place of a chain in the answer, which may be one that is not drawn; -1 for none
 */
void
tl_flow_chart_choose (TlFlowChart *self,
                      int          chain)
{
  g_return_if_fail (TL_IS_FLOW_CHART (self));

  for (guint i = 0; i < self->ribbons->len; i++)
    tl_flow_ribbon_set_chosen (self->ribbons->pdata[i], (int) i == chain);
  if (chain == self->chosen)
    return;
  self->chosen = chain;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * tl_flow_chart_get_chosen:
 *
 * Returns: the place of the chosen chain in the answer, or -1
 */
int
tl_flow_chart_get_chosen (TlFlowChart *self)
{
  g_return_val_if_fail (TL_IS_FLOW_CHART (self), -1);
  return self->chosen;
}
