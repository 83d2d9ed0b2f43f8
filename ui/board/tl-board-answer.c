/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is put to the board, the board's responses beneath it, and a way to respond. */
#include "config.h"

#include "ui/board/tl-board-answer.h"

#include <glib/gi18n.h>

#include "model/case/tl-board-edit.h"
#include "model/case/tl-board.h"
#include "ui/board/tl-card-list.h"
#include "ui/board/tl-response-card.h"
#include "ui/widgets/tl-report.h"

struct _TlBoardAnswer
{
  GtkBox parent_instance;

  TlReview *review; /* owned */
  TlRecord *asked;  /* owned */

  GtkWidget *name;
  GtkWidget *text;
  GtkWidget *responses;
  GtkWidget *respond;
};

G_DEFINE_FINAL_TYPE (TlBoardAnswer, tl_board_answer, GTK_TYPE_BOX)

static const TlChoice *
get_decisions (void)
{
  return tl_kind_find_field (tl_kind_lookup ("response"), "decision")->choices;
}

static void
respond (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlBoardAnswer *self = TL_BOARD_ANSWER (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *change = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  if (edit != NULL)
    {
      id = tl_board_edit_respond (edit, tl_record_get_id (self->asked), g_variant_get_string (parameter, NULL),
                                  &error);
      change = tl_edit_finish (edit, id != NULL, &error);
    }

  GtkWidget *card = change != NULL ? tl_card_list_find (self->responses, id) : NULL;

  if (change == NULL)
    tl_report_error (widget, error);
  else if (card != NULL)
    tl_response_card_open (TL_RESPONSE_CARD (card));
}

/* One chooses the decision and then writes what belongs to it. */
static GtkWidget *
make_respond (TlBoardAnswer *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (const TlChoice *decision = get_decisions (); decision->key != NULL; decision++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(decision->label), NULL);

      g_menu_item_set_action_and_target (item, "answer.respond", "s", decision->key);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Respond"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/* Once it is answered another answer is not asked for. The keyboard goes on to the answer. */
static void
show_respond (TlBoardAnswer *self,
              gboolean       show)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!show && focus != NULL && gtk_widget_is_ancestor (focus, self->respond))
    gtk_widget_child_focus (self->responses, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->respond, show);
}

/* GObject overrides */

static void
tl_board_answer_finalize (GObject *object)
{
  TlBoardAnswer *self = TL_BOARD_ANSWER (object);

  g_clear_object (&self->review);
  g_clear_object (&self->asked);
  G_OBJECT_CLASS (tl_board_answer_parent_class)->finalize (object);
}

static void
tl_board_answer_class_init (TlBoardAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_board_answer_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "answer.respond", "s", respond);
}

static void
tl_board_answer_init (TlBoardAnswer *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-answer");

  self->name = tl_board_label_new ("finding-note");
  self->text = tl_board_label_new ("finding-asked");
  self->responses = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->respond = make_respond (self);
  gtk_box_append (GTK_BOX (self), self->name);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), self->responses);
  gtk_box_append (GTK_BOX (self), self->respond);
}

/**
 * tl_board_answer_new:
 * @review: a review
 * @asked: a finding, a question for the board or a recommendation
 *
 * Returns: (transfer floating): what the board answers to it; not read yet
 */
GtkWidget *
tl_board_answer_new (TlReview *review,
                     TlRecord *asked)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (asked), NULL);

  TlBoardAnswer *self = g_object_new (TL_TYPE_BOARD_ANSWER, NULL);

  self->review = g_object_ref (review);
  self->asked = g_object_ref (asked);
  return GTK_WIDGET (self);
}

/**
 * tl_board_answer_read:
 * @reading: the reading of the page, which has come to this question
 */
void
tl_board_answer_read (TlBoardAnswer  *self,
                      TlBoardReading *reading)
{
  g_return_if_fail (TL_IS_BOARD_ANSWER (self) && reading != NULL);

  g_autofree char *name = tl_board_words_asked (self->review, self->asked);
  g_autoptr (GPtrArray) responses = tl_board_list_responses (self->review, self->asked);
  gboolean is_finding = tl_record_is (self->asked, "finding");

  tl_board_reading_show (reading, self->name, name);
  tl_board_reading_show (reading, self->text, is_finding ? NULL : tl_record_get_text (self->asked, "text"));
  tl_card_list_update (self->responses, self->review, responses, tl_response_card_new);
  for (GtkWidget *card = gtk_widget_get_first_child (self->responses); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    tl_response_card_read (TL_RESPONSE_CARD (card), reading);
  show_respond (self, responses->len == 0 && tl_review_can_change (self->review, tl_kind_lookup ("response")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->name)), -1);
}
