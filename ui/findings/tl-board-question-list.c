/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a finding asks of the board, in an order, each edited in its place, and a line in which another is asked. A
 * question leaves it to those who know their services to work out what would help. */
#include "config.h"

#include "ui/findings/tl-board-question-list.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "model/case/tl-finding-edit.h"
#include "ui/fields/tl-field-row.h"
#include "ui/findings/tl-reorder.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-report.h"

#define QUESTION "tl-board-question"

struct _TlBoardQuestionList
{
  AdwPreferencesGroup parent_instance;

  TlReview   *review;    /* owned */
  TlRecord   *finding;   /* owned */
  GListStore *questions; /* owned */

  GtkWidget *list;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (TlBoardQuestionList, tl_board_question_list, ADW_TYPE_PREFERENCES_GROUP)

static GtkListBoxRow *
get_row (TlBoardQuestionList *self,
         guint                position)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);
}

/* (transfer container): recommendations, where a method wants them, have a place of their own */
static GPtrArray *
collect (TlBoardQuestionList *self)
{
  GPtrArray *asked = tl_board_list_questions (self->review, self->finding);

  for (guint i = asked->len; i > 0; i--)
    if (!tl_record_is (g_ptr_array_index (asked, i - 1), "board_question"))
      g_ptr_array_remove_index (asked, i - 1);
  return asked;
}

/* Changing */

static void
move (TlBoardQuestionList *self,
      const char          *id,
      guint                position)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, _("Put questions in order"), &error);
  g_autofree char *change = NULL;

  if (edit != NULL)
    change = tl_edit_finish (edit, tl_finding_edit_move_question (edit, self->review, id, position, &error), &error);
  if (change == NULL)
    tl_report_error (GTK_WIDGET (self), error);
}

static void
move_to_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char *id;
  guint position;

  g_variant_get (parameter, "(&su)", &id, &position);
  move (TL_BOARD_QUESTION_LIST (widget), id, position);
}

/* The question with the keyboard goes up or down, and keeps it. */
static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlBoardQuestionList *self = TL_BOARD_QUESTION_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  int position = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  int next = position + g_variant_get_int32 (parameter);

  if (position < 0 || next < 0 || next >= (int) g_list_model_get_n_items (G_LIST_MODEL (self->questions)))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  tl_field_row_flush_within (row);
  g_autofree char *id = g_strdup (tl_record_get_id (g_object_get_data (G_OBJECT (row), QUESTION)));
  gtk_root_set_focus (gtk_widget_get_root (widget), NULL); /* as its row goes: see tl-pattern-board.c */
  move (self, id, (guint) next);
  gtk_widget_child_focus (GTK_WIDGET (get_row (self, (guint) next)), GTK_DIR_TAB_FORWARD);
}

static void
asked_cb (TlBoardQuestionList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;

  if (text[0] == '\0')
    return;

  TlEdit *edit = tl_edit_begin (self->review, _("Ask a question"), &error);
  g_autofree char *id
      = edit != NULL ? tl_finding_edit_ask (edit, self->review, tl_record_get_id (self->finding), text, &error) : NULL;
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, id != NULL, &error) : NULL;

  if (change != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    tl_report_error (GTK_WIDGET (self), error);
}

/* Rows */

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  TlBoardQuestionList *self = user_data;
  TlRecord *question = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint field = (guint) tl_kind_find_field_index (tl_record_get_kind (question), "text");
  GtkWidget *text = tl_field_row_new (self->review, question, field);
  g_autofree char *caption = g_strdup_printf (_("Question %d"), (int) tl_record_get_int (question, "number", 0));

  tl_field_row_set_caption (TL_FIELD_ROW (text), caption);
  gtk_widget_set_hexpand (text, TRUE);
  if (!tl_review_get_read_only (self->review))
    gtk_box_append (GTK_BOX (box), tl_reorder_new_handle (GTK_LIST_BOX_ROW (row), question,
                                                          "board-questions.move-to"));
  gtk_box_append (GTK_BOX (box), text);
  if (!tl_review_get_read_only (self->review))
    gtk_box_append (GTK_BOX (box), tl_icon_button_new_for ("list-remove-symbolic", _("Remove the question"),
                                                           "win.remove", tl_record_get_id (question)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "board-question");
  g_object_set_data_full (G_OBJECT (row), QUESTION, g_object_ref (question), g_object_unref);
  return row;
}

static gboolean
is_same (TlBoardQuestionList *self,
         GPtrArray           *now)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->questions));

  for (guint i = 0; i < n && i < now->len; i++)
    if (g_object_get_data (G_OBJECT (get_row (self, i)), QUESTION) != g_ptr_array_index (now, i))
      return FALSE;
  return n == now->len;
}

/* Rows are made anew only when there are other questions, or in another order. */
static void
refresh (TlBoardQuestionList *self)
{
  if (tl_review_lookup (self->review, tl_record_get_id (self->finding)) != self->finding)
    return;

  g_autoptr (GPtrArray) now = collect (self);
  if (!is_same (self, now))
    g_list_store_splice (self->questions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->questions)), now->pdata,
                         now->len);
  gtk_widget_set_visible (self->list, now->len > 0);
}

/* GObject overrides */

static void
tl_board_question_list_finalize (GObject *object)
{
  TlBoardQuestionList *self = TL_BOARD_QUESTION_LIST (object);

  g_clear_object (&self->review);
  g_clear_object (&self->finding);
  g_clear_object (&self->questions);
  G_OBJECT_CLASS (tl_board_question_list_parent_class)->finalize (object);
}

static void
tl_board_question_list_class_init (TlBoardQuestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_board_question_list_finalize;
  gtk_widget_class_install_action (widget_class, "board-questions.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "board-questions.move-to", "(su)", move_to_cb);
  tl_accels_install (widget_class, "board-questions.");
}

static void
tl_board_question_list_init (TlBoardQuestionList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->questions = g_list_store_new (TL_TYPE_RECORD);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  self->entry = gtk_entry_new ();
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
}

/**
 * tl_board_question_list_new:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
tl_board_question_list_new (TlReview *review,
                            TlRecord *finding)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding"), NULL);

  TlBoardQuestionList *self = g_object_new (TL_TYPE_BOARD_QUESTION_LIST, NULL);

  self->review = g_object_ref (review);
  tl_phrase_bind (self, "title", review, "{Board_questions}");
  tl_phrase_bind_name (self->list, review, "{Board_questions}");
  tl_phrase_bind (self->entry, "placeholder-text", review, _("What is there for {the_owner} to ask?"));
  tl_phrase_bind (self->entry, "tooltip-text", review, _("Ask {the_owner} another question"));
  tl_phrase_bind_name (self->entry, review, _("Ask {the_owner} another question"));
  self->finding = g_object_ref (finding);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->questions), make_row_cb, self, NULL);
  refresh (self);
  gtk_widget_set_visible (self->entry, !tl_review_get_read_only (review));
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_board_question_list_ask:
 *
 * Returns: whether the keyboard is where another question is asked
 */
gboolean
tl_board_question_list_ask (TlBoardQuestionList *self)
{
  g_return_val_if_fail (TL_IS_BOARD_QUESTION_LIST (self), FALSE);
  return gtk_widget_grab_focus (self->entry);
}
