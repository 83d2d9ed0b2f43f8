/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands at the middle of a link's curve, so that a link can have the keyboard and be read aloud: a sign or
 * a number where there is one to show, otherwise nothing until it is pointed at. */
#include "config.h"

#include "ui/canvas/tl-canvas-link.h"

#include "model/method/tl-link-legend.h"
#include "ui/widgets/tl-graph-wording.h"

struct _TlCanvasLink
{
  GtkWidget parent_instance;

  GtkWidget *marks; /* child */
  char *id;         /* owned */
};

G_DEFINE_FINAL_TYPE (TlCanvasLink, tl_canvas_link, GTK_TYPE_WIDGET)

static void
show_marks (TlCanvasLink *self,
            const char   *marks)
{
  gtk_label_set_label (GTK_LABEL (self->marks), marks);
  if (*marks != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "signed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "signed");
}

/* GObject overrides */

static void
tl_canvas_link_dispose (GObject *object)
{
  TlCanvasLink *self = TL_CANVAS_LINK (object);

  g_clear_pointer (&self->marks, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_canvas_link_parent_class)->dispose (object);
}

static void
tl_canvas_link_finalize (GObject *object)
{
  g_free (TL_CANVAS_LINK (object)->id);

  G_OBJECT_CLASS (tl_canvas_link_parent_class)->finalize (object);
}

static void
tl_canvas_link_class_init (TlCanvasLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_canvas_link_dispose;
  object_class->finalize = tl_canvas_link_finalize;

  gtk_widget_class_set_css_name (widget_class, "factorlink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_canvas_link_init (TlCanvasLink *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->marks = gtk_label_new (NULL);
  gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
}

/**
 * tl_canvas_link_new:
 *
 * Returns: a link without content
 */
GtkWidget *
tl_canvas_link_new (void)
{
  return g_object_new (TL_TYPE_CANVAS_LINK, NULL);
}

/**
 * tl_canvas_link_update:
 * @method: (nullable): what names its kind
 * @edge: the link
 *
 * Shows @edge as it is now.
 */
void
tl_canvas_link_update (TlCanvasLink       *self,
                       TlMethod           *method,
                       const TlCanvasEdge *edge)
{
  g_return_if_fail (TL_IS_CANVAS_LINK (self));

  g_autofree char *marks = tl_link_legend_dup_marks (tl_record_get_text (edge->record, "sign"),
                                                     tl_record_get_text (edge->record, "state"));
  const char *rationale = tl_record_get_text (edge->record, "rationale");
  g_autofree char *name
      = tl_graph_wording_link (method, edge->record, edge->cause->record, edge->effect->record);
  g_autofree char *details = tl_graph_wording_link_details (method, edge->record);
  g_autofree char *about = g_strjoin ("\n\n", details, rationale, NULL);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", name, about);

  g_free (self->id);
  self->id = g_strdup (tl_canvas_edge_get_id (edge));
  show_marks (self, marks);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  if (edge->effect->widget != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_FLOW_TO, edge->effect->widget, NULL,
                                    -1);
}

/**
 * tl_canvas_link_show_bundle:
 * @marks: what stands at its middle, if anything
 * @name: how it is read aloud
 *
 * Shows several links as one, which has no id.
 */
void
tl_canvas_link_show_bundle (TlCanvasLink *self,
                            const char   *marks,
                            const char   *name)
{
  g_return_if_fail (TL_IS_CANVAS_LINK (self));

  g_clear_pointer (&self->id, g_free);
  show_marks (self, marks);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
tl_canvas_link_set_selected (TlCanvasLink *self,
                             gboolean      selected)
{
  g_return_if_fail (TL_IS_CANVAS_LINK (self));

  if (selected == gtk_widget_has_css_class (GTK_WIDGET (self), "selected"))
    return;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * tl_canvas_link_get_id:
 *
 * Returns: (nullable): the id of the link that is shown
 */
const char *
tl_canvas_link_get_id (TlCanvasLink *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_LINK (self), NULL);

  return self->id;
}
