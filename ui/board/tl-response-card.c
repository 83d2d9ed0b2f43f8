/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A response of the board, to be read: its decision, by whom and when, its reasons, and the actions that follow from
 * it; and a line in which another action is planned. */
#include "config.h"

#include "ui/board/tl-response-card.h"

#include <glib/gi18n.h>

#include "model/case/tl-action-counts.h"
#include "model/case/tl-board-edit.h"
#include "model/case/tl-board.h"
#include "ui/board/tl-action-card.h"
#include "ui/board/tl-board-form.h"
#include "ui/board/tl-card-list.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-report.h"

struct _TlResponseCard
{
  GtkBox parent_instance;

  TlReview *review;   /* owned */
  TlRecord *response; /* owned */

  GtkWidget *line;
  GtkWidget *reasons;
  GtkWidget *form;
  GtkWidget *counts;
  GtkWidget *actions;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (TlResponseCard, tl_response_card, GTK_TYPE_BOX)

/* (transfer full) (nullable): the id of the new action */
static char *
plan (TlResponseCard *self,
      const char     *text,
      GError        **error)
{
  TlEdit *edit = tl_edit_begin (self->review, NULL, error);

  if (edit == NULL)
    return NULL;

  g_autofree char *id = tl_board_edit_add_action (edit, tl_record_get_id (self->response), text, error);
  g_autofree char *change = tl_edit_finish (edit, id != NULL, error);
  return change != NULL ? g_steal_pointer (&id) : NULL;
}

static void
planned_cb (TlResponseCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;

  if (text[0] == '\0')
    return;

  g_autofree char *id = plan (self, text, &error);
  GtkWidget *card = id != NULL ? tl_card_list_find (self->actions, id) : NULL;

  if (id == NULL)
    {
      tl_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (card != NULL)
    tl_action_card_open (TL_ACTION_CARD (card));
}

static GtkWidget *
make_reading (TlResponseCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->line = tl_board_label_new ("finding-line");
  self->reasons = tl_board_label_new ("finding-text");
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_box_append (GTK_BOX (box), self->reasons);
  return box;
}

static GtkWidget *
make_entry (TlResponseCard *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Add an action: what will be done?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add an action: what will be done?"), -1);
  gtk_widget_set_visible (entry, tl_review_can_change (self->review, tl_kind_lookup ("action")));
  g_signal_connect_object (entry, "activate", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* GObject overrides */

static void
tl_response_card_finalize (GObject *object)
{
  TlResponseCard *self = TL_RESPONSE_CARD (object);

  g_clear_object (&self->review);
  g_clear_object (&self->response);
  G_OBJECT_CLASS (tl_response_card_parent_class)->finalize (object);
}

static void
tl_response_card_class_init (TlResponseCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_response_card_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_response_card_init (TlResponseCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-response");
}

/**
 * tl_response_card_new:
 * @review: a review
 * @response: one of its responses
 *
 * Returns: (transfer floating): a card that has not been read yet
 */
GtkWidget *
tl_response_card_new (TlReview *review,
                      TlRecord *response)
{
  static const char *const fields[] = { "decision", "reasons", "owner", "date", NULL };

  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (response, "response"), NULL);

  TlResponseCard *self = g_object_new (TL_TYPE_RESPONSE_CARD, NULL);

  self->review = g_object_ref (review);
  self->response = g_object_ref (response);
  tl_phrase_bind_name (GTK_WIDGET (self), review, _("Response of {the_owner}"));
  self->form = tl_board_form_new (review, response, fields, make_reading (self));
  tl_board_form_set_name (TL_BOARD_FORM (self->form), _("Write the response"));
  self->actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->counts = tl_board_label_new ("finding-note");
  self->entry = make_entry (self);
  gtk_box_append (GTK_BOX (self), self->form);
  gtk_box_append (GTK_BOX (self), self->actions);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->counts);
  return GTK_WIDGET (self);
}

/**
 * tl_response_card_read:
 * @reading: the reading of the page, which has come to this response
 */
void
tl_response_card_read (TlResponseCard *self,
                       TlBoardReading *reading)
{
  g_return_if_fail (TL_IS_RESPONSE_CARD (self) && reading != NULL);

  g_autofree char *line = tl_board_words_response (self->response);
  g_autoptr (GPtrArray) actions = tl_board_list_actions (self->review, self->response);
  g_autoptr (TlActionCounts) counts = tl_action_counts_new (actions, reading->method);
  g_autofree char *spread = tl_action_counts_dup_text (counts);

  tl_board_reading_show (reading, self->line, line);
  tl_board_reading_show (reading, self->reasons, tl_record_get_text (self->response, "reasons"));
  tl_card_list_update (self->actions, self->review, actions, tl_action_card_new);
  for (GtkWidget *card = gtk_widget_get_first_child (self->actions); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    tl_action_card_read (TL_ACTION_CARD (card), reading);
  tl_board_reading_show (reading, self->counts, actions->len > 1 ? spread : NULL);
}

/**
 * tl_response_card_open:
 *
 * Shows the fields in which the response is written.
 */
void
tl_response_card_open (TlResponseCard *self)
{
  g_return_if_fail (TL_IS_RESPONSE_CARD (self));
  tl_board_form_open (TL_BOARD_FORM (self->form));
}
