/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The findings of a review by number, each with what is answered of what was asked. */
#include "config.h"

#include "ui/board/tl-finding-list.h"

#include <glib/gi18n.h>

#include "model/case/tl-board-words.h"
#include "model/case/tl-board.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-wrapped.h"

#define STATEMENT_LINES 4

struct _TlFindingList
{
  AdwBin parent_instance;

  TlReview  *review;   /* owned */
  GPtrArray *findings; /* owned; of TlRecord, owned */

  GtkListBox *list;
  guint       following : 1;
};

G_DEFINE_FINAL_TYPE (TlFindingList, tl_finding_list, ADW_TYPE_BIN)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (transfer full): how many of the questions are answered, with how many there are */
static char *
dup_answered (TlFindingList *self,
              TlRecord      *finding)
{
  g_autoptr (GPtrArray) questions = tl_board_list_questions (self->review, finding);
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (GPtrArray) responses = tl_board_list_responses (self->review, g_ptr_array_index (questions, i));
      n += responses->len > 0;
    }
  if (questions->len == 0)
    return tl_review_dup_phrase (self->review, _("No question to {the_owner}"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u question answered", "%u of %u questions answered",
                                       questions->len), n, questions->len);
}

static GtkWidget *
make_row (TlFindingList *self,
          TlRecord      *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *number = tl_board_words_finding (self->review, finding);
  g_autofree char *title = tl_review_dup_title (self->review, finding);
  g_autofree char *answered = dup_answered (self, finding);
  g_autofree char *spoken = g_strdup_printf ("%s: %s. %s", number, title, answered);
  GtkWidget *statement = tl_wrapped_new (title, "title");

  gtk_label_set_lines (GTK_LABEL (statement), STATEMENT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (statement), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (statement, title);
  gtk_box_append (GTK_BOX (box), tl_wrapped_new (number, "caption"));
  gtk_box_append (GTK_BOX (box), statement);
  gtk_box_append (GTK_BOX (box), tl_wrapped_new (answered, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/**
 * tl_finding_list_refresh:
 *
 * Lists what there is by now. Rows are few and are made anew; the keyboard stays where it was.
 */
void
tl_finding_list_refresh (TlFindingList *self)
{
  g_return_if_fail (TL_IS_FINDING_LIST (self));

  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  g_autoptr (TlRecord) shown = position >= 0 ? g_object_ref (g_ptr_array_index (self->findings, position)) : NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autoptr (GPtrArray) findings = tl_board_list_findings (self->review);
  GtkWidget *child;

  self->following = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      g_ptr_array_add (self->findings, g_object_ref (g_ptr_array_index (findings, i)));
      gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (findings, i)));
    }
  self->following = FALSE;
  tl_finding_list_show (self, shown);
  if (had_focus && gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
row_selected_cb (TlFindingList *self,
                 GtkListBoxRow *row)
{
  if (!self->following && row != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                   g_ptr_array_index (self->findings, gtk_list_box_row_get_index (row)));
}

/* GObject overrides */

static void
tl_finding_list_dispose (GObject *object)
{
  TlFindingList *self = TL_FINDING_LIST (object);

  self->following = TRUE;
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_finding_list_parent_class)->dispose (object);
}

static void
tl_finding_list_finalize (GObject *object)
{
  g_ptr_array_unref (TL_FINDING_LIST (object)->findings);
  G_OBJECT_CLASS (tl_finding_list_parent_class)->finalize (object);
}

static void
tl_finding_list_class_init (TlFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_finding_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_finding_list_finalize;

  /* The person chose a finding. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, TL_TYPE_RECORD);
}

static void
tl_finding_list_init (TlFindingList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "finding-list");
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * tl_finding_list_new:
 * @review: a review
 *
 * Returns: (transfer floating): the list of its findings
 */
GtkWidget *
tl_finding_list_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlFindingList *self = g_object_new (TL_TYPE_FINDING_LIST, NULL);

  self->review = g_object_ref (review);
  tl_phrase_bind_name (GTK_WIDGET (self->list), review, "{Findings}");
  tl_finding_list_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * tl_finding_list_show:
 * @finding: (nullable): what is read; not announced as chosen
 */
void
tl_finding_list_show (TlFindingList *self,
                      TlRecord      *finding)
{
  g_return_if_fail (TL_IS_FINDING_LIST (self));

  guint position;

  self->following = TRUE;
  if (tl_finding_list_find (self, finding, &position))
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) position));
  else
    gtk_list_box_unselect_all (self->list);
  self->following = FALSE;
}

/**
 * tl_finding_list_get_n:
 *
 * Returns: how many findings there are
 */
guint
tl_finding_list_get_n (TlFindingList *self)
{
  g_return_val_if_fail (TL_IS_FINDING_LIST (self), 0);
  return self->findings->len;
}

/**
 * tl_finding_list_get:
 *
 * Returns: (transfer none): the finding at @position
 */
TlRecord *
tl_finding_list_get (TlFindingList *self,
                     guint          position)
{
  g_return_val_if_fail (TL_IS_FINDING_LIST (self) && position < self->findings->len, NULL);
  return g_ptr_array_index (self->findings, position);
}

/**
 * tl_finding_list_find:
 * @finding: (nullable): a record
 * @position: (out): its place
 *
 * Returns: whether @finding is in the list
 */
gboolean
tl_finding_list_find (TlFindingList *self,
                      TlRecord      *finding,
                      guint         *position)
{
  g_return_val_if_fail (TL_IS_FINDING_LIST (self) && position != NULL, FALSE);
  return finding != NULL && g_ptr_array_find (self->findings, finding, position);
}
