/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small charts alike, one a code, on one scale, in the order of the typology: arrow keys go from one to the next, and
 * each is read out with all its counts. "chosen" says that another is chosen. */
#include "config.h"

#include "ui/charts/tl-multiples.h"

#include <glib/gi18n.h>

#include "model/picture/tl-paper-cairo.h"
#include "model/questions/tl-multiple.h"
#include "ui/charts/tl-chart-look.h"
#include "ui/widgets/tl-look-behind.h"

#define CHART_WIDTH 168
#define CHART_HEIGHT 74
#define MOST_IN_A_ROW 12
#define FONT_PART 0.78 /* of the size of the letters around */

struct _TlMultiples
{
  AdwBin parent_instance;

  GtkFlowBox     *flow;   /* of the tree of widgets */
  const TlThemes *themes; /* borrowed, or NULL */
  double          full;
};

G_DEFINE_FINAL_TYPE (TlMultiples, tl_multiples, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlMultiple
get_multiple (TlMultiples *self,
              GtkWidget   *widget,
              guint        row)
{
  return (TlMultiple) {
    .themes = self->themes,
    .row = row,
    .full = self->full,
    .font = tl_chart_look_get_font_size (widget, FONT_PART),
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
}

static guint
get_row (GtkWidget *child)
{
  return (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child));
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  TlMultiples *self = data;
  GtkWidget *child = gtk_widget_get_ancestor (GTK_WIDGET (area), GTK_TYPE_FLOW_BOX_CHILD);

  if (self->themes == NULL || get_row (child) >= self->themes->n_rows)
    return;

  TlMultiple multiple = get_multiple (self, GTK_WIDGET (area), get_row (child));
  TlLayoutBox box = { .width = width, .height = height };
  TlPaper *paper = tl_paper_cairo_new (cr);
  g_autoptr (TlLettering) lettering = tl_lettering_new ();

  tl_multiple_paint (&multiple, &box, tl_chart_look_get_palette (), lettering, paper);
  tl_paper_cairo_free (paper);
}

/* Asked for, not set: to set a tooltip is to ask the display where the pointer is, which takes long for many. */
static gboolean
tooltip_cb (GtkWidget  *child,
            int         x,
            int         y,
            gboolean    by_keyboard,
            GtkTooltip *tooltip,
            gpointer    data)
{
  TlMultiples *self = data;

  if (self->themes == NULL || get_row (child) >= self->themes->n_rows)
    return FALSE;

  TlMultiple multiple = get_multiple (self, child, get_row (child));
  g_autofree char *sentence = tl_multiple_dup_sentence (&multiple);
  g_autofree char *text = g_strdup_printf ("%s\n%s", self->themes->rows[multiple.row].label, sentence);

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* A chart of any code: which one it is of its place says. */
static GtkWidget *
make_chart (TlMultiples *self)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_yalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 18);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_set_vexpand (title, TRUE);
  gtk_widget_set_size_request (area, CHART_WIDTH, CHART_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_END);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, NULL);
  tl_chart_look_follow (area);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), area);
  gtk_widget_add_css_class (box, "multiple");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_has_tooltip (child, TRUE);
  g_signal_connect_object (child, "query-tooltip", G_CALLBACK (tooltip_cb), self, 0);
  return child;
}

static void
update_chart (TlMultiples *self,
              guint        row)
{
  GtkWidget *child = GTK_WIDGET (gtk_flow_box_get_child_at_index (self->flow, (int) row));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (child));
  const TlThemesRow *theme = &self->themes->rows[row];
  TlMultiple multiple = get_multiple (self, child, row);
  g_autofree char *label = g_strdup_printf ("%s  %s", theme->notation, theme->label);
  g_autofree char *sentence = tl_multiple_dup_sentence (&multiple);

  gtk_label_set_text (GTK_LABEL (title), label);
  if (theme->depth == 0)
    gtk_widget_add_css_class (title, "caption-heading");
  else
    gtk_widget_remove_css_class (title, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_widget_queue_draw (gtk_widget_get_last_child (gtk_widget_get_first_child (child)));
}

/* Callbacks */

static void
selected_cb (TlMultiples *self)
{
  if (tl_multiples_get_code (self) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* GObject overrides */

static void
tl_multiples_dispose (GObject *object)
{
  TL_MULTIPLES (object)->themes = NULL;
  G_OBJECT_CLASS (tl_multiples_parent_class)->dispose (object);
}

static void
tl_multiples_class_init (TlMultiplesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_multiples_dispose;

  /**
   * TlMultiples::chosen:
   *
   * Another chart is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_MULTIPLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_multiples_init (TlMultiples *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->full = 1;
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_max_children_per_line (self->flow, MOST_IN_A_ROW);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_BROWSE);
  gtk_widget_set_valign (GTK_WIDGET (self->flow), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->flow), "multiples");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Themes"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->flow));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  tl_look_behind_from (GTK_WIDGET (self->flow), "child-activated");
  g_signal_connect_object (self->flow, "selected-children-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_multiples_new:
 *
 * Returns: (transfer floating): charts of nothing
 */
GtkWidget *
tl_multiples_new (void)
{
  return g_object_new (TL_TYPE_MULTIPLES, NULL);
}

/**
 * tl_multiples_set_themes:
 * @themes: (nullable): what to show; must stay until another is set
 * @full: which share of a column's base is as high as a chart
 */
void
tl_multiples_set_themes (TlMultiples    *self,
                         const TlThemes *themes,
                         double          full)
{
  g_return_if_fail (TL_IS_MULTIPLES (self) && full > 0);

  guint n = themes != NULL && themes->n_columns > 1 ? themes->n_rows : 0;
  GtkFlowBoxChild *last;

  self->themes = themes;
  self->full = full;
  while ((last = gtk_flow_box_get_child_at_index (self->flow, (int) n)) != NULL)
    gtk_flow_box_remove (self->flow, GTK_WIDGET (last));
  for (guint i = 0; i < n; i++)
    {
      if (gtk_flow_box_get_child_at_index (self->flow, (int) i) == NULL)
        gtk_flow_box_append (self->flow, make_chart (self));
      update_chart (self, i);
    }
}

/**
 * tl_multiples_choose:
 * @code: (nullable): a code, "SCHEME:NOTATION"
 */
void
tl_multiples_choose (TlMultiples *self,
                     const char  *code)
{
  g_return_if_fail (TL_IS_MULTIPLES (self));

  if (g_strcmp0 (code, tl_multiples_get_code (self)) == 0)
    return;
  for (guint i = 0; code != NULL && self->themes != NULL && i < self->themes->n_rows; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->flow, (int) i);

      if (child != NULL && g_str_equal (self->themes->rows[i].code, code))
        gtk_flow_box_select_child (self->flow, child);
    }
}

/**
 * tl_multiples_get_code:
 *
 * Returns: (nullable): the chosen code
 */
const char *
tl_multiples_get_code (TlMultiples *self)
{
  g_return_val_if_fail (TL_IS_MULTIPLES (self), NULL);

  g_autoptr (GList) chosen = gtk_flow_box_get_selected_children (self->flow);
  guint row = chosen != NULL ? get_row (chosen->data) : G_MAXUINT;

  return self->themes != NULL && row < self->themes->n_rows ? self->themes->rows[row].code : NULL;
}
