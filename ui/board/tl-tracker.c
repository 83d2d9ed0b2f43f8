/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of recommendations, as a table and along time, and the table for a spreadsheet. Beneath the table stands
 * the one that is chosen: what was said of it is written there, and the board responds to it. */
#include "config.h"

#include "ui/board/tl-tracker.h"

#include <glib/gi18n.h>

#include "model/case/tl-board-edit.h"
#include "model/exchange/tl-recommendations-table.h"
#include "ui/board/tl-board-answer.h"
#include "ui/board/tl-board-form.h"
#include "ui/board/tl-due-lines.h"
#include "ui/board/tl-tracker-table.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-report.h"

/* So much of the height goes to the recommendation that is chosen, in pixels. */
#define DETAIL_HEIGHT 260

struct _TlTracker
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */

  GtkStack  *stack;
  GtkWidget *table;
  GtkWidget *detail; /* scrolls */
  GtkWidget *answer; /* of the recommendation that is chosen, or NULL */
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

/* The recommendation that is chosen */

static TlReview *
get_review (TlTracker *self)
{
  return tl_selection_get_review (self->selection);
}

static void
read_answer (TlTracker *self)
{
  g_autoptr (TlBoardReading) reading = NULL;

  if (self->answer == NULL)
    return;
  reading = tl_board_reading_new (get_review (self));
  tl_board_answer_read (TL_BOARD_ANSWER (self->answer), reading);
}

static void
chosen_cb (TlTracker *self,
           TlRecord  *recommendation)
{
  static const char *const fields[] = { "text", "addressee", "first_decision", "decision", "reasons", "first_timescale",
                                        "first_due", "timescale", "due", "finding", NULL };

  tl_field_row_flush_within (self->detail);
  self->answer = recommendation != NULL ? tl_board_answer_new (get_review (self), recommendation) : NULL;
  if (recommendation != NULL)
    {
      GtkWidget *form = tl_board_form_new (get_review (self), recommendation, fields, self->answer);

      tl_board_form_set_name (TL_BOARD_FORM (form), _("Write what became of the recommendation"));
      gtk_widget_add_css_class (form, "tracker-detail");
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->detail), form);
      read_answer (self);
    }
  else
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->detail), NULL);
  gtk_widget_set_visible (self->detail, recommendation != NULL);
}

/* Parts */

static GtkWidget *
make_table (TlTracker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->table = tl_tracker_table_new (self->selection);
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->detail = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->detail, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->detail), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->detail, -1, DETAIL_HEIGHT);
  gtk_widget_set_visible (self->detail, FALSE);
  gtk_box_append (GTK_BOX (box), self->table);
  gtk_box_append (GTK_BOX (box), self->detail);
  return box;
}

static void
add_recommendation (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TlTracker *self = TL_TRACKER (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *change = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), NULL, &error);

  if (edit != NULL)
    {
      id = tl_board_edit_recommend (edit, get_review (self), &error);
      change = tl_edit_finish (edit, id != NULL, &error);
    }
  if (change == NULL)
    {
      tl_report_error (widget, error);
      return;
    }
  tl_tracker_show (self, tl_review_lookup (get_review (self), id));
  tl_board_form_open (TL_BOARD_FORM (gtk_widget_get_ancestor (self->answer, TL_TYPE_BOARD_FORM)));
}

static GtkWidget *
make_bar (TlTracker *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *add = gtk_button_new_with_label (_("New Recommendation"));
  GtkWidget *button = gtk_button_new_with_label (_("Copy as CSV"));

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tracker.copy");
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), gap);
  gtk_widget_add_css_class (add, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "tracker.add");
  gtk_widget_set_visible (add, tl_review_can_change (get_review (self), tl_kind_lookup ("recommendation")));
  gtk_box_append (GTK_BOX (bar), add);
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
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tracker.add", NULL, add_recommendation);
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
  gtk_stack_add_titled (self->stack, make_table (self), "table", _("Table"));
  gtk_stack_add_titled (self->stack, tl_due_lines_new (tl_selection_get_review (selection)), "lines", _("Time Line"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (read_answer), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_tracker_show:
 * @recommendation: a recommendation
 *
 * Brings it into view in the table, with what the board says to it.
 */
void
tl_tracker_show (TlTracker *self,
                 TlRecord  *recommendation)
{
  g_return_if_fail (TL_IS_TRACKER (self) && TL_IS_RECORD (recommendation));

  gtk_stack_set_visible_child_name (self->stack, "table");
  tl_tracker_table_show (TL_TRACKER_TABLE (self->table), recommendation);
}
