/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board and a review window: a window of a board copy has the pages that a chair needs and no more, and a window
 * of the review itself takes in what the board wrote in such a copy. */
#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-answers-dialog.h"
#include "ui/widgets/tl-phrase.h"

/**
 * _tl_review_window_is_copy:
 *
 * Returns: whether the window is of the board's copy of a review
 */
gboolean
_tl_review_window_is_copy (TlReviewWindow *self)
{
  return tl_review_get_tier (self->review) == TL_TIER_BOARD;
}

/**
 * _tl_review_window_become_copy:
 *
 * Puts away what belongs to working on the review, and says what the file is and what it does not hold.
 */
void
_tl_review_window_become_copy (TlReviewWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.tunnel", FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->checks_button), FALSE);
  gtk_widget_set_visible (self->tunnel_button, FALSE);
  tl_phrase_bind (self->notice_label, "label", self->review,
                  _("This is {of_the_owner} copy of a review: its {findings}, the graph behind them and the answers to "
                    "them. It holds no names, no sources and no narrative. Write {of_the_owner} responses and actions "
                    "here, and send the file back to the reviewers."));
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

static void
take_answers (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  tl_answers_dialog_take (GTK_WINDOW (self), self->review);
}

void
_tl_review_window_install_board_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.take-answers", NULL, take_answers);
}
