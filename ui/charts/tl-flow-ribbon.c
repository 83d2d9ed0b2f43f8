/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chain of a flow for the pointer, the keyboard and those who do not see it: it is where the chart around it paints
 * its ribbon, and is called what the chain and its count are. */
#include "config.h"

#include "ui/charts/tl-flow-ribbon.h"

struct _TlFlowRibbon
{
  GtkWidget parent_instance;

  const TlFlowPlan *plan; /* borrowed */
  guint             number;
  TlLayoutBox       place; /* within the chart */
};

G_DEFINE_FINAL_TYPE (TlFlowRibbon, tl_flow_ribbon, GTK_TYPE_WIDGET)

/* GtkWidget overrides */

static gboolean
tl_flow_ribbon_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  TlFlowRibbon *self = TL_FLOW_RIBBON (widget);

  return tl_flow_plan_meets (self->plan, self->number, x + self->place.x, y + self->place.y);
}

/* What is under the pointer, or has the keyboard, is painted otherwise. */
static void
tl_flow_ribbon_state_flags_changed (GtkWidget     *widget,
                                    GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (tl_flow_ribbon_parent_class)->state_flags_changed (widget, previous);
}

/* GObject overrides */

static void
tl_flow_ribbon_class_init (TlFlowRibbonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->contains = tl_flow_ribbon_contains;
  widget_class->state_flags_changed = tl_flow_ribbon_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "flowribbon");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_flow_ribbon_init (TlFlowRibbon *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * tl_flow_ribbon_new:
 * @plan: of the chart; must live longer
 * @number: which of its ribbons
 * @name: what it says: the chain and its count
 *
 * Returns: (transfer floating): a ribbon
 */
GtkWidget *
tl_flow_ribbon_new (const TlFlowPlan *plan,
                    guint             number,
                    const char       *name)
{
  g_return_val_if_fail (plan != NULL && name != NULL, NULL);

  GtkWidget *self = g_object_new (TL_TYPE_FLOW_RIBBON, NULL);

  TL_FLOW_RIBBON (self)->plan = plan;
  TL_FLOW_RIBBON (self)->number = number;
  gtk_widget_set_tooltip_text (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/**
 * tl_flow_ribbon_allocate:
 *
 * Puts it where the plan, which is laid out, has it.
 */
void
tl_flow_ribbon_allocate (TlFlowRibbon *self)
{
  g_return_if_fail (TL_IS_FLOW_RIBBON (self));

  tl_flow_plan_get_extent (self->plan, self->number, &self->place);

  /* Whole pixels around it. */
  GtkAllocation allocation = { (int) self->place.x - 1, (int) self->place.y - 1, (int) self->place.width + 2,
                               (int) self->place.height + 3 };

  self->place.x = allocation.x;
  self->place.y = allocation.y;
  gtk_widget_size_allocate (GTK_WIDGET (self), &allocation, -1);
}

/**
 * tl_flow_ribbon_set_chosen:
 * @chosen: whether what stands behind it is shown
 */
void
tl_flow_ribbon_set_chosen (TlFlowRibbon *self,
                           gboolean      chosen)
{
  g_return_if_fail (TL_IS_FLOW_RIBBON (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}
