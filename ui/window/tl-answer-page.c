/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of a question whose answer is a list of counts: above it what is asked besides, the answer as a table, perhaps
 * with a picture, and at the side what stands behind the row that is chosen. What it asks is of its kind. Where nothing
 * is asked yet it says how to ask. */
#include "config.h"

#include "ui/window/tl-answer-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-chart-image.h"
#include "ui/charts/tl-answer-table.h"
#include "ui/library/tl-behind-list.h"
#include "ui/library/tl-question-page.h"
#include "ui/library/tl-question-panes.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-report.h"

struct _TlAnswerPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkWidget     *options; /* NULL where there are none */
  GtkWidget     *picture; /* likewise */
  GtkStack      *stack;   /* the answer, or how to ask */
  TlAnswerTable *table;
  TlBehindList  *behind;
  TlFootnote    *caption;

  const TlAnswerPageKind *kind;

  /* Owned */
  TlQuestion *question;
  TlEnquiry  *enquiry;
  TlAnswer   *answer; /* NULL while there is none */
};

static void question_page_init (TlQuestionPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlAnswerPage, tl_answer_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_QUESTION_PAGE, question_page_init))

static void
chosen_cb (TlAnswerPage *self)
{
  const TlAnswerRow *row = tl_answer_page_get_chosen (self);

  if (row == NULL)
    tl_behind_list_say (self->behind, _(self->kind->advice));
  else if (row->instances->len == 0 && row->reviews != 0)
    tl_behind_list_set_protected (self->behind);
  else
    tl_behind_list_set_instances (self->behind, row->instances, row->reviews);
  if (self->kind->chosen != NULL)
    self->kind->chosen (self, row);
}

/* GObject overrides */

static void
tl_answer_page_dispose (GObject *object)
{
  TlAnswerPage *self = TL_ANSWER_PAGE (object);

  g_clear_object (&self->enquiry);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_answer_page_parent_class)->dispose (object);
}

static void
tl_answer_page_finalize (GObject *object)
{
  g_clear_pointer (&TL_ANSWER_PAGE (object)->answer, tl_answer_free);
  G_OBJECT_CLASS (tl_answer_page_parent_class)->finalize (object);
}

static void
tl_answer_page_class_init (TlAnswerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_answer_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_answer_page_finalize;
}

static void
tl_answer_page_init (TlAnswerPage *self)
{
}

static gboolean
has_answer (TlQuestionPage *page)
{
  return TL_ANSWER_PAGE (page)->answer != NULL;
}

static char *
dup_csv (TlQuestionPage *page)
{
  return tl_answer_dup_csv (TL_ANSWER_PAGE (page)->answer);
}

static GdkContentProvider *
dup_content (TlQuestionPage *page)
{
  return tl_answer_table_dup_content (TL_ANSWER_PAGE (page)->table);
}

static GBytes *
make_image (TlQuestionPage   *page,
            TlPictureFormat   format,
            GError          **error)
{
  TlAnswerPage *self = TL_ANSWER_PAGE (page);
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_answer (self->answer);

  tl_chart_image_set_title (image, _(self->kind->what));
  return tl_chart_image_make (image, format, error);
}

static gboolean
tell (TlQuestionPage *page,
      TlAsked        *asked)
{
  TlAnswerPage *self = TL_ANSWER_PAGE (page);

  asked->kind = self->kind->asked;
  return self->kind->tell == NULL || self->kind->tell (self, asked);
}

/* In how many reviews at least can't be chosen here. */
static gboolean
ask (TlQuestionPage *page,
     const TlAsked  *asked)
{
  TlAnswerPage *self = TL_ANSWER_PAGE (page);

  return asked->kind == self->kind->asked && asked->min == 0
         && (self->kind->ask == NULL || self->kind->ask (self, asked));
}

static void
question_page_init (TlQuestionPageInterface *iface)
{
  iface->has_answer = has_answer;
  iface->dup_csv = dup_csv;
  iface->dup_content = dup_content;
  iface->make_image = make_image;
  iface->tell = tell;
  iface->ask = ask;
}

static GtkWidget *
make_beginning (TlAnswerPage *self)
{
  GtkWidget *beginning = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (beginning), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (beginning), _(self->kind->begin));
  adw_status_page_set_description (ADW_STATUS_PAGE (beginning), _(self->kind->advice));
  return beginning;
}

static GtkWidget *
make_answer (TlAnswerPage *self)
{
  self->table = TL_ANSWER_TABLE (tl_answer_table_new (_(self->kind->what)));
  self->behind = TL_BEHIND_LIST (tl_behind_list_new ());
  if (self->kind->make_picture != NULL)
    self->picture = self->kind->make_picture (self);
  self->caption = TL_FOOTNOTE (tl_footnote_new (tl_question_panes_new (self->picture, GTK_WIDGET (self->table),
                                                                       GTK_WIDGET (self->behind), self->kind->wide)));
  return GTK_WIDGET (self->caption);
}

/**
 * tl_answer_page_new:
 * @question: what all pages ask about
 * @kind: what this one asks
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_answer_page_new (TlQuestion             *question,
                    const TlAnswerPageKind *kind)
{
  g_return_val_if_fail (TL_IS_QUESTION (question) && kind != NULL, NULL);

  TlAnswerPage *self = g_object_new (TL_TYPE_ANSWER_PAGE, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->kind = kind;
  self->question = g_object_ref (question);
  if (kind->make_options != NULL)
    {
      self->options = kind->make_options (self);
      gtk_box_append (GTK_BOX (page), self->options);
      gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    }
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_answer (self), "answer");
  if (kind->begin != NULL)
    gtk_stack_add_named (self->stack, make_beginning (self), "beginning");
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), page);
  chosen_cb (self);
  g_signal_connect_object (self->table, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &kind->enquiry);
  return GTK_WIDGET (self);
}

/**
 * tl_answer_page_renew:
 *
 * Asks anew, for what is asked besides has changed.
 */
void
tl_answer_page_renew (TlAnswerPage *self)
{
  g_return_if_fail (TL_IS_ANSWER_PAGE (self));
  tl_enquiry_renew (self->enquiry);
}

/**
 * tl_answer_page_get_question:
 *
 * Returns: (transfer none): what all pages ask about
 */
TlQuestion *
tl_answer_page_get_question (TlAnswerPage *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self), NULL);
  return self->question;
}

/**
 * tl_answer_page_get_options:
 *
 * Returns: (transfer none) (nullable): what its kind made to stand above the answer
 */
GtkWidget *
tl_answer_page_get_options (TlAnswerPage *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self), NULL);
  return self->options;
}

/**
 * tl_answer_page_get_picture:
 *
 * Returns: (transfer none) (nullable): what its kind made to stand above the table
 */
GtkWidget *
tl_answer_page_get_picture (TlAnswerPage *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self), NULL);
  return self->picture;
}

/**
 * tl_answer_page_get_answer:
 *
 * Returns: (transfer none) (nullable): the last answer, until the next
 */
const TlAnswer *
tl_answer_page_get_answer (TlAnswerPage *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self), NULL);
  return self->answer;
}

/**
 * tl_answer_page_get_chosen:
 *
 * Returns: (transfer none) (nullable): the row that is chosen
 */
const TlAnswerRow *
tl_answer_page_get_chosen (TlAnswerPage *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self), NULL);

  int chosen = tl_answer_table_get_chosen (self->table);

  return self->answer != NULL && chosen >= 0 && chosen < (int) self->answer->rows->len
           ? self->answer->rows->pdata[chosen]
           : NULL;
}

/**
 * tl_answer_page_show:
 * @page: a page
 * @answer: (transfer full) (nullable): an answer
 * @error: (nullable): why there is none
 *
 * Shows another answer. If what was chosen is not in it, its first row is, so that something is seen of what stands
 * behind it.
 */
void
tl_answer_page_show (GtkWidget    *page,
                     gpointer      answer,
                     const GError *error)
{
  TlAnswerPage *self = TL_ANSWER_PAGE (page);
  g_autoptr (TlAnswer) shown = answer;
  g_autoptr (GListModel) lines = NULL;

  if (error != NULL)
    tl_report_error (page, error);
  g_clear_pointer (&self->answer, tl_answer_free);
  if (shown != NULL && shown->caption != NULL)
    {
      self->answer = g_steal_pointer (&shown);
      lines = tl_answer_lines_new (self->answer);
    }
  /* Where there is nothing to draw the table, which says so, has all the room. */
  if (self->picture != NULL)
    gtk_widget_set_visible (self->picture, self->answer != NULL && self->answer->rows->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->kind->begin != NULL && self->answer == NULL && error == NULL
                                                   ? "beginning" : "answer");
  tl_answer_table_set_answer (self->table, lines, self->answer != NULL ? self->answer->caption : NULL,
                              self->answer != NULL ? self->answer->note : NULL);
  tl_footnote_set (self->caption, self->answer != NULL ? self->answer->caption : NULL,
                   self->answer != NULL ? self->answer->note : NULL);
  if (tl_answer_table_get_chosen (self->table) < 0 && self->answer != NULL && self->answer->rows->len > 0)
    tl_answer_table_choose (self->table, 0);
  tl_question_page_answered (TL_QUESTION_PAGE (self));
}

/**
 * tl_answer_page_make_tested:
 *
 * Makes the options of a page that asks only whether to follow tested links alone.
 *
 * Returns: (transfer floating): the options
 */
GtkWidget *
tl_answer_page_make_tested (TlAnswerPage *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self), NULL);

  GtkWidget *options = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *tested = tl_tested_check_new ();

  gtk_widget_add_css_class (options, "page-options");
  gtk_box_append (GTK_BOX (options), tested);
  g_signal_connect_object (tested, "toggled", G_CALLBACK (tl_answer_page_renew), self, G_CONNECT_SWAPPED);
  return options;
}

static GtkCheckButton *
get_tested (TlAnswerPage *self)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_first_child (self->options));
}

/**
 * tl_answer_page_dup_tested:
 * @page: a page with options that tl_answer_page_make_tested() made
 *
 * Returns: (transfer full): a gboolean: whether to follow tested links alone
 */
gpointer
tl_answer_page_dup_tested (GtkWidget *page)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (page), NULL);

  gboolean tested = gtk_check_button_get_active (get_tested (TL_ANSWER_PAGE (page)));

  return g_memdup2 (&tested, sizeof tested);
}

/**
 * tl_answer_page_tell_tested:
 *
 * Says of such a page what is asked besides.
 */
gboolean
tl_answer_page_tell_tested (TlAnswerPage *self,
                            TlAsked      *asked)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self) && asked != NULL, FALSE);

  asked->tested = gtk_check_button_get_active (get_tested (self));
  return TRUE;
}

/**
 * tl_answer_page_ask_tested:
 *
 * Asks that.
 */
gboolean
tl_answer_page_ask_tested (TlAnswerPage  *self,
                           const TlAsked *asked)
{
  g_return_val_if_fail (TL_IS_ANSWER_PAGE (self) && asked != NULL, FALSE);

  gtk_check_button_set_active (get_tested (self), asked->tested);
  return TRUE;
}
