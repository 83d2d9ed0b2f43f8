/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An action of the board, to be read: what is to be done, how it stands, what it is to weaken, and whether that is
 * still happening. */
#include "config.h"

#include "ui/board/tl-action-card.h"

#include <glib/gi18n.h>

#include "ui/board/tl-board-form.h"
#include "ui/board/tl-follow-up.h"
#include "ui/board/tl-weakens-list.h"

struct _TlActionCard
{
  GtkBox parent_instance;

  TlReview *review; /* owned */
  TlRecord *action; /* owned */

  GtkWidget *text;
  GtkWidget *line;
  GtkWidget *weakens;
  GtkWidget *follow_up;
  GtkWidget *evidence;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (TlActionCard, tl_action_card, GTK_TYPE_BOX)

static void
form_filled_cb (TlActionCard *self)
{
  tl_board_form_add (TL_BOARD_FORM (self->form), tl_weakens_list_new (self->review, self->action));
}

static GtkWidget *
make_reading (TlActionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->text = tl_board_label_new ("finding-action");
  self->line = tl_board_label_new ("finding-note");
  self->weakens = tl_board_label_new ("finding-note");
  self->follow_up = tl_board_label_new ("finding-note");
  self->evidence = tl_board_label_new ("finding-note");
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_box_append (GTK_BOX (box), self->weakens);
  gtk_box_append (GTK_BOX (box), self->follow_up);
  gtk_box_append (GTK_BOX (box), self->evidence);
  gtk_box_append (GTK_BOX (box), tl_follow_up_button_new (self->review, self->action));
  return box;
}

/* GObject overrides */

static void
tl_action_card_finalize (GObject *object)
{
  TlActionCard *self = TL_ACTION_CARD (object);

  g_clear_object (&self->review);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (tl_action_card_parent_class)->finalize (object);
}

static void
tl_action_card_class_init (TlActionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_action_card_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_action_card_init (TlActionCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-action");
}

/**
 * tl_action_card_new:
 * @review: a review
 * @action: one of its actions
 *
 * Returns: (transfer floating): a card that has not been read yet
 */
GtkWidget *
tl_action_card_new (TlReview *review,
                    TlRecord *action)
{
  static const char *const fields[] = { "text", "strength", "level", "owner", "due", "status", NULL };

  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (action, "action"), NULL);

  TlActionCard *self = g_object_new (TL_TYPE_ACTION_CARD, NULL);

  self->review = g_object_ref (review);
  self->action = g_object_ref (action);
  self->form = tl_board_form_new (review, action, fields, make_reading (self));
  tl_board_form_set_name (TL_BOARD_FORM (self->form), _("Write the action"));
  g_signal_connect_object (self->form, "filled", G_CALLBACK (form_filled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->form);
  return GTK_WIDGET (self);
}

/**
 * tl_action_card_read:
 * @reading: the reading of the page, which has come to this action
 */
void
tl_action_card_read (TlActionCard   *self,
                     TlBoardReading *reading)
{
  g_return_if_fail (TL_IS_ACTION_CARD (self) && reading != NULL);

  g_autofree char *line = tl_board_words_action (self->action, reading->method, &reading->today);
  g_autofree char *weakens = tl_board_words_weakens (self->review, self->action);
  g_autofree char *follow_up = tl_board_words_follow_up (self->action);
  const char *text = tl_record_get_text (self->action, "text");

  tl_board_reading_show (reading, self->text, text != NULL ? text : _("An action without words yet"));
  tl_board_reading_show (reading, self->line, line);
  tl_board_reading_show (reading, self->weakens, weakens);
  tl_board_reading_show (reading, self->follow_up, follow_up);
  tl_board_reading_show (reading, self->evidence, tl_record_get_text (self->action, "evidence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->text)), -1);
}

/**
 * tl_action_card_open:
 *
 * Shows the fields in which the action is written.
 */
void
tl_action_card_open (TlActionCard *self)
{
  g_return_if_fail (TL_IS_ACTION_CARD (self));
  tl_board_form_open (TL_BOARD_FORM (self->form));
}
