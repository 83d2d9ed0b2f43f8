/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains as a flow: a column for each place in the chain, causes first, a station for each code there, and a ribbon
 * for each chain, as thick as the reviews that have it. The arrow keys lead from ribbon to ribbon. The property
 * "chosen" is the chosen chain by its place in the answer, or -1. */
#include "config.h"

#include "ui/charts/tl-flow-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/picture/tl-paper-cairo.h"
#include "ui/charts/tl-chart-look.h"
#include "ui/charts/tl-flow-ribbon.h"
#include "ui/widgets/tl-accels.h"

#define FONT_PART 0.85 /* of the size of the letters around */
#define PADDING 12
#define LEAST_HEIGHT 180

struct _TlFlowChart
{
  GtkWidget parent_instance;

  GPtrArray  *ribbons; /* of TlFlowRibbon: the first chains of the answer */
  TlFlowPlan *plan;
  int         chosen;
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
  GtkWidget *ribbon = tl_flow_ribbon_new (self->plan, self->ribbons->len, name);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (ribbon, focus);
  gtk_widget_set_parent (ribbon, GTK_WIDGET (self));
  g_ptr_array_add (self->ribbons, ribbon);
}

static double
get_font_size (TlFlowChart *self)
{
  return tl_chart_look_get_font_size (GTK_WIDGET (self), FONT_PART);
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
  double least, width, height;

  tl_flow_plan_measure (self->plan, get_font_size (self), &least, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (least) + 2 * PADDING;
      *natural = (int) ceil (width) + 2 * PADDING;
    }
  else
    *minimum = *natural = MAX ((int) ceil (height) + 2 * PADDING, LEAST_HEIGHT);
}

static void
tl_flow_chart_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlFlowChart *self = TL_FLOW_CHART (widget);
  const TlLayoutBox room = { .x = PADDING, .y = PADDING, .width = width - 2 * PADDING,
                             .height = height - 2 * PADDING };

  tl_flow_plan_lay_out (self->plan, &room, get_font_size (self),
                        gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  for (guint i = 0; i < self->ribbons->len; i++)
    tl_flow_ribbon_allocate (self->ribbons->pdata[i]);
}

/* The one that is in @state, or -1. */
static int
find_ribbon (TlFlowChart   *self,
             GtkStateFlags  state)
{
  for (guint i = 0; i < self->ribbons->len; i++)
    if (gtk_widget_get_state_flags (self->ribbons->pdata[i]) & state)
      return (int) i;
  return -1;
}

static void
tl_flow_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlFlowChart *self = TL_FLOW_CHART (widget);

  if (self->ribbons->len == 0)
    return;

  const TlFlowMarks marks = { self->chosen, find_ribbon (self, GTK_STATE_FLAG_PRELIGHT),
                              find_ribbon (self, GTK_STATE_FLAG_FOCUS_VISIBLE) };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);
  TlPaper *paper = tl_paper_cairo_new (cr);

  tl_flow_plan_paint (self->plan, &marks, tl_chart_look_get_palette (), paper);
  tl_paper_cairo_free (paper);
  cairo_destroy (cr);
}

static gboolean
tl_flow_chart_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    by_keyboard,
                             GtkTooltip *tooltip)
{
  const char *station = tl_flow_plan_find_station (TL_FLOW_CHART (widget)->plan, x, y);

  gtk_tooltip_set_text (tooltip, station);
  return station != NULL;
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
  g_ptr_array_set_size (TL_FLOW_CHART (object)->ribbons, 0);
  G_OBJECT_CLASS (tl_flow_chart_parent_class)->dispose (object);
}

static void
tl_flow_chart_finalize (GObject *object)
{
  TlFlowChart *self = TL_FLOW_CHART (object);

  g_ptr_array_unref (self->ribbons);
  tl_flow_plan_free (self->plan);
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
  widget_class->query_tooltip = tl_flow_chart_query_tooltip;

  properties[PROP_CHOSEN] = g_param_spec_int ("chosen", NULL, NULL, -1, G_MAXINT, -1,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "flowchart");
  tl_accels_install (widget_class, "answer.");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_flow_chart_init (TlFlowChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->ribbons = g_ptr_array_new_with_free_func (unparent);
  self->plan = tl_flow_plan_new (NULL, 0);
  self->chosen = -1;
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  tl_chart_look_follow (GTK_WIDGET (self));
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

  g_ptr_array_set_size (self->ribbons, 0);
  tl_flow_plan_free (self->plan);
  self->plan = tl_flow_plan_new (chains, TL_FLOW_CHART_MAX);
  for (guint i = 0; i < tl_flow_plan_get_n_ribbons (self->plan); i++)
    add_ribbon (self, &chains->chains[i], chains->base);
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
