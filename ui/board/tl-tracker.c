/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of recommendations, as a table and along time, and the table for a spreadsheet. */
#include "config.h"

#include "ui/board/tl-tracker.h"

#include <glib/gi18n.h>

#include "model/exchange/tl-recommendations-table.h"
#include "ui/board/tl-due-lines.h"
#include "ui/board/tl-tracker-table.h"
#include "ui/widgets/tl-report.h"

struct _TlTracker
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (TlTracker, tl_tracker, ADW_TYPE_BIN)

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  TlReview *review = tl_selection_get_review (TL_TRACKER (widget)->selection);
  g_autofree char *csv = tl_recommendations_table_dup_csv (review);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
  tl_report_done (widget, _("Copied the recommendations as a table"), FALSE);
}

static GtkWidget *
make_bar (TlTracker *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_("Copy as CSV"));

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tracker.copy");
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), gap);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

/* GtkWidget overrides */

static gboolean
tl_tracker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (TL_TRACKER (widget)->stack), GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_tracker_dispose (GObject *object)
{
  g_clear_object (&TL_TRACKER (object)->selection);
  G_OBJECT_CLASS (tl_tracker_parent_class)->dispose (object);
}

static void
tl_tracker_class_init (TlTrackerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_tracker_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_tracker_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tracker.copy", NULL, copy);
}

static void
tl_tracker_init (TlTracker *self)
{
}

/**
 * tl_tracker_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): what became of the recommendations of its review
 */
GtkWidget *
tl_tracker_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlTracker *self = g_object_new (TL_TYPE_TRACKER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->selection = g_object_ref (selection);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_titled (self->stack, tl_tracker_table_new (selection), "table", _("Table"));
  gtk_stack_add_titled (self->stack, tl_due_lines_new (tl_selection_get_review (selection)), "lines", _("Time Line"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
