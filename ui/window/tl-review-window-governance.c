/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reviewers keep about the review itself, as actions of the window: figures behind what they say, acronyms they
 * used, the quality markers. */
#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "model/case/tl-figure.h"

static void
add_figure (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  TlRecord *claim = tl_review_lookup (self->review, g_variant_get_string (parameter, NULL));
  GError *error = NULL;

  if (claim == NULL)
    return;
  _tl_review_window_flush (self);
  TlEdit *edit = tl_edit_begin (self->review, _("Local figure"), &error);
  g_autofree char *id = edit != NULL ? tl_figure_edit_add (edit, claim, &error) : NULL;

  if (_tl_review_window_finish (self, edit, id != NULL, error))
    {
      tl_selection_set_one (self->selection, id);
      tl_inspector_focus (self->inspector);
    }
}

void
_tl_review_window_install_governance_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.add-figure", "s", add_figure);
}
