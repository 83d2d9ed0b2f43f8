/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * “Is it still happening?”: asked long after an action was planned, answered with a date and with what shows it, all in
 * one edit. */
#include "config.h"

#include "ui/board/tl-follow-up.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/case/tl-board-edit.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-label-button.h"

#define WIDTH 340
#define EVIDENCE_HEIGHT 90

struct _TlFollowUp
{
  GtkPopover parent_instance;

  /* Owned */
  TlReview *review;
  TlRecord *action;

  GtkWidget *answer;
  GtkWidget *on;
  GtkWidget *evidence;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (TlFollowUp, tl_follow_up, GTK_TYPE_POPOVER)

static const TlField *
find_field (TlFollowUp *self,
            const char *name)
{
  return tl_kind_find_field (tl_record_get_kind (self->action), name);
}

/* The keys in the order of the declaration, for the positions of the list. */
static guint
find_answer (TlFollowUp *self,
             const char *key)
{
  const TlChoice *choices = find_field (self, "still_happening")->choices;
  guint position = 0;

  while (choices[position].key != NULL && g_strcmp0 (choices[position].key, key) != 0)
    position++;
  return choices[position].key != NULL ? position : 0;
}

static void
load (TlFollowUp *self)
{
  const char *evidence = tl_record_get_text (self->action, "evidence");
  const char *answer = tl_record_get_text (self->action, "still_happening");
  g_autofree char *on = NULL;
  TlDate date;

  if (tl_date_parse (tl_record_get_text (self->action, "checked_on"), &date))
    on = tl_date_format (&date);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->answer),
                              find_answer (self, answer != NULL ? answer : "not_checked"));
  gtk_editable_set_text (GTK_EDITABLE (self->on), on != NULL ? on : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->evidence)),
                            evidence != NULL ? evidence : "", -1);
  gtk_widget_set_visible (self->message, FALSE);
}

static char *
dup_evidence (TlFollowUp *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->evidence));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
write_answer (TlFollowUp *self,
              GError    **error)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->answer));
  const char *answer = find_field (self, "still_happening")->choices[position].key;
  g_autofree char *evidence = dup_evidence (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->on));
  g_autofree char *on = NULL;
  TlDate date;

  if (typed[0] != '\0' && !tl_date_read (typed, &date, error))
    return FALSE;
  if (typed[0] != '\0')
    on = tl_date_dup_edtf (&date);

  TlEdit *edit = tl_edit_begin (self->review, _("Is it still happening?"), error);
  if (edit == NULL)
    return FALSE;

  gboolean done = tl_board_edit_check (edit, tl_record_get_id (self->action), answer, on,
                                       evidence[0] != '\0' ? evidence : NULL, error);
  g_autofree char *change = tl_edit_finish (edit, done, error);
  return change != NULL;
}

/* Callbacks */

static void
keep_cb (TlFollowUp *self)
{
  g_autoptr (GError) error = NULL;

  if (write_answer (self, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->message), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->message, TRUE);
}

/* Parts */

static void
add (GtkWidget  *box,
     const char *caption,
     GtkWidget  *editor,
     GtkWidget  *focus)
{
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  tl_widget_set_spoken_name (focus, caption);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);
}

static GtkWidget *
make_answers (TlFollowUp *self)
{
  const TlChoice *choices = find_field (self, "still_happening")->choices;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].key != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
}

static GtkWidget *
make_evidence (TlFollowUp *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->evidence = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->evidence), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->evidence), FALSE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), EVIDENCE_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->evidence);
  gtk_widget_add_css_class (scroller, "frame");
  return scroller;
}

static void
fill (TlFollowUp *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *keep = tl_label_button_new (_("_Keep"));
  GtkWidget *evidence = make_evidence (self);

  self->answer = make_answers (self);
  self->on = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->on), _("For instance “March 2014”"));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");

  add (box, _(find_field (self, "still_happening")->label), self->answer, self->answer);
  add (box, _(find_field (self, "checked_on")->label), self->on, self->on);
  add (box, _(find_field (self, "evidence")->label), evidence, self->evidence);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_halign (keep, GTK_ALIGN_END);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/* GObject overrides */

static void
tl_follow_up_finalize (GObject *object)
{
  TlFollowUp *self = TL_FOLLOW_UP (object);

  g_clear_object (&self->review);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (tl_follow_up_parent_class)->finalize (object);
}

static void
tl_follow_up_class_init (TlFollowUpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_follow_up_finalize;
}

static void
tl_follow_up_init (TlFollowUp *self)
{
}

/**
 * tl_follow_up_new:
 * @review: a review
 * @action: one of its actions
 *
 * Returns: (transfer floating): the question, with what is answered so far
 */
GtkWidget *
tl_follow_up_new (TlReview *review,
                  TlRecord *action)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (action, "action"), NULL);

  TlFollowUp *self = g_object_new (TL_TYPE_FOLLOW_UP, NULL);

  self->review = g_object_ref (review);
  self->action = g_object_ref (action);
  fill (self);
  g_signal_connect (self, "map", G_CALLBACK (load), NULL);
  return GTK_WIDGET (self);
}

static void
make_popover_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  TlReview *review = g_object_get_data (G_OBJECT (button), "review");

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, tl_follow_up_new (review, user_data));
}

/**
 * tl_follow_up_button_new:
 * @review: a review
 * @action: one of its actions
 *
 * Returns: (transfer floating): a button that asks; of a review that can't be changed it is not shown
 */
GtkWidget *
tl_follow_up_button_new (TlReview *review,
                         TlRecord *action)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (action, "action"), NULL);

  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Follow Up…"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, tl_review_can_change (review, tl_record_get_kind (action)));
  g_object_set_data_full (G_OBJECT (button), "review", g_object_ref (review), g_object_unref);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover_cb, g_object_ref (action),
                                         g_object_unref);
  return button;
}
