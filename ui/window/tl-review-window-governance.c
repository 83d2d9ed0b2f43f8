/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reviewers keep about the review itself, as actions of the window: figures behind what they say, acronyms they
 * used, the quality markers. */
#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "model/case/tl-acronyms-used.h"
#include "model/case/tl-figure.h"
#include "model/case/tl-recipients.h"
#include "ui/dialogs/tl-markers-dialog.h"
#include "ui/widgets/tl-report.h"

/* Goes to what was just made, where it is filled in. */
static void
show_made (TlReviewWindow *self,
           const char     *id)
{
  tl_selection_set_one (self->selection, id);
  tl_inspector_focus (self->inspector);
}

static void
add_figure (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  TlRecord *claim = tl_review_lookup (self->review, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (claim == NULL)
    return;
  _tl_review_window_flush (self);
  TlEdit *edit = tl_edit_begin (self->review, _("Local figure"), &error);
  g_autofree char *id = edit != NULL ? tl_figure_edit_add (edit, claim, &error) : NULL;

  if (tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    show_made (self, id);
}

static void
explain_acronym (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  const char *acronym = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;

  _tl_review_window_flush (self);
  /* Translators: the label of a change; an acronym */
  g_autofree char *label = g_strdup_printf (_("Explanation of %s"), acronym);
  TlEdit *edit = tl_edit_begin (self->review, label, &error);
  g_autofree char *id = edit != NULL ? tl_acronyms_edit_explain (edit, self->review, acronym, &error) : NULL;

  if (tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    show_made (self, id);
}

static void
add_recipients (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  _tl_review_window_flush (self);
  TlEdit *edit = tl_edit_begin (self->review, _("Recipients of the annual report"), &error);

  tl_report_finish (GTK_WIDGET (self), edit, edit != NULL && tl_recipients_edit_add_usual (edit, self->review, &error),
                            &error);
}

static void
quality_markers (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  gtk_window_present (GTK_WINDOW (tl_markers_dialog_new (GTK_WINDOW (self), self->review)));
}

void
_tl_review_window_install_governance_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.add-figure", "s", add_figure);
  gtk_widget_class_install_action (klass, "win.explain-acronym", "s", explain_acronym);
  gtk_widget_class_install_action (klass, "win.add-recipients", NULL, add_recipients);
  gtk_widget_class_install_action (klass, "win.quality-markers", NULL, quality_markers);
}
