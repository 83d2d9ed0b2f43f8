/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that a check found: what, by which rule, a way there, and for what is only advice a way to set it
 * aside with a reason, and to list it again. */
#include "config.h"

#include "ui/checks/tl-check-row.h"

#include <glib/gi18n.h>

#include "model/checks/tl-checks.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wrapped.h"

struct _TlCheckRow
{
  AdwBin parent_instance;

  TlReview       *review;  /* owned */
  TlCheckProblem *problem; /* owned */

  GtkWidget *heading;
  GtkWidget *message;
  GtkWidget *rule;
  GtkWidget *kept; /* why it was set aside */
  GtkWidget *go;
  GtkWidget *aside;
  GtkWidget *again;
  GtkWidget *revealer;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (TlCheckRow, tl_check_row, ADW_TYPE_BIN)

static void
aside_toggled_cb (TlCheckRow *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->aside));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  if (open)
    gtk_widget_grab_focus (self->reason);
}

static void
reason_given_cb (TlCheckRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!tl_check_row_set_aside (self, gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error))
    tl_report_error (GTK_WIDGET (self), error);
}

static void
again_clicked_cb (TlCheckRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!tl_check_row_take_back (self, &error))
    tl_report_error (GTK_WIDGET (self), error);
}

static GtkWidget *
make_buttons (TlCheckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->go = gtk_button_new_with_label (_("Take Me There"));
  gtk_widget_add_css_class (self->go, "flat");
  gtk_box_append (GTK_BOX (box), self->go);

  self->aside = gtk_toggle_button_new_with_label (_("Set Aside, Because…"));
  gtk_widget_add_css_class (self->aside, "flat");
  g_signal_connect_object (self->aside, "toggled", G_CALLBACK (aside_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->aside);

  self->again = gtk_button_new_with_label (_("List Again"));
  gtk_widget_set_tooltip_text (self->again, _("No longer set aside"));
  gtk_widget_add_css_class (self->again, "flat");
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (again_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->again);
  return box;
}

static void
tl_check_row_dispose (GObject *object)
{
  TlCheckRow *self = TL_CHECK_ROW (object);

  g_clear_object (&self->problem);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_check_row_parent_class)->dispose (object);
}

static void
tl_check_row_class_init (TlCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_check_row_dispose;
}

static void
tl_check_row_init (TlCheckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->heading = tl_wrapped_new (NULL, "heading");
  self->message = tl_wrapped_new (NULL, NULL);
  self->rule = tl_wrapped_new (NULL, "caption");
  gtk_widget_add_css_class (self->rule, "dim-label");
  self->kept = tl_wrapped_new (NULL, "caption");

  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Reason, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reason for setting it aside"), -1);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (reason_given_cb), self, G_CONNECT_SWAPPED);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->reason);

  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->rule);
  gtk_box_append (GTK_BOX (box), self->kept);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_box_append (GTK_BOX (box), self->revealer);
  gtk_widget_add_css_class (box, "check-row");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_check_row_new:
 * @review: the review that is checked
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
tl_check_row_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlCheckRow *self = g_object_new (TL_TYPE_CHECK_ROW, NULL);

  self->review = g_object_ref (review);
  return GTK_WIDGET (self);
}

static void
show_whether_set_aside (TlCheckRow *self)
{
  const char *reason = tl_check_problem_get_reason (self->problem);
  gboolean dismissed = tl_check_problem_get_dismissed (self->problem);
  gboolean can_change = !tl_review_get_read_only (self->review);
  /* Translators: why a reviewer set advice aside */
  g_autofree char *kept = reason != NULL && reason[0] != '\0' ? g_strdup_printf (_("Set aside: %s"), reason)
                                                              : g_strdup (_("Set aside without a reason."));

  gtk_label_set_text (GTK_LABEL (self->kept), kept);
  gtk_widget_set_visible (self->kept, dismissed);
  gtk_widget_set_visible (self->again, dismissed && can_change);
  gtk_widget_set_visible (self->aside, !dismissed && can_change && tl_check_problem_get_can_set_aside (self->problem));
}

/**
 * tl_check_row_set_problem:
 * @problem: (nullable): what to show
 */
void
tl_check_row_set_problem (TlCheckRow     *self,
                          TlCheckProblem *problem)
{
  g_return_if_fail (TL_IS_CHECK_ROW (self));

  g_set_object (&self->problem, problem);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->aside), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  if (problem == NULL)
    return;

  const char *id = tl_check_problem_get_record_id (problem);

  gtk_label_set_text (GTK_LABEL (self->heading),
                      tl_check_problem_get_dismissed (problem)
                        ? _("Set Aside") : tl_severity_get_label (tl_check_problem_get_severity (problem)));
  gtk_label_set_text (GTK_LABEL (self->message), tl_check_problem_get_message (problem));
  gtk_widget_set_tooltip_text (self->message, tl_check_problem_get_explanation (problem));
  gtk_label_set_text (GTK_LABEL (self->rule), tl_check_problem_get_title (problem));
  gtk_widget_set_visible (self->go, id != NULL);
  if (id != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go), "s", id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go), "win.reveal");
    }
  show_whether_set_aside (self);
}

/**
 * tl_check_row_set_heading:
 * @with_heading: whether it is the first of its severity, and says so
 */
void
tl_check_row_set_heading (TlCheckRow *self,
                          gboolean    with_heading)
{
  g_return_if_fail (TL_IS_CHECK_ROW (self));
  gtk_widget_set_visible (self->heading, with_heading);
}

/* As one edit that can be undone: sets the problem aside, or lists it again if there is no @reason. */
static gboolean
edit_problem (TlCheckRow *self,
              const char *label,
              const char *reason, /* (nullable) */
              GError    **error)
{
  /* The list is refreshed by the commit and may take the problem away from the row. */
  g_autoptr (TlCheckProblem) problem = g_object_ref (self->problem);
  TlEdit *edit = tl_edit_begin (self->review, label, error);

  if (edit == NULL)
    return FALSE;
  if (reason != NULL ? !tl_checks_set_aside (edit, problem, reason, error)
                     : !tl_checks_take_back (edit, problem, error))
    {
      tl_edit_abort (edit);
      return FALSE;
    }

  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}

/**
 * tl_check_row_set_aside:
 * @reason: why it does not hold here
 * @error: return location
 *
 * Sets the advice aside, as one edit that can be undone.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_check_row_set_aside (TlCheckRow *self,
                        const char *reason,
                        GError    **error)
{
  g_return_val_if_fail (TL_IS_CHECK_ROW (self) && self->problem != NULL && reason != NULL, FALSE);
  return edit_problem (self, _("Set advice aside"), reason, error);
}

/**
 * tl_check_row_take_back:
 * @error: return location
 *
 * Lists again what was set aside, as one edit that can be undone.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_check_row_take_back (TlCheckRow  *self,
                        GError     **error)
{
  g_return_val_if_fail (TL_IS_CHECK_ROW (self) && self->problem != NULL, FALSE);
  return edit_problem (self, _("Listed advice again"), NULL, error);
}
