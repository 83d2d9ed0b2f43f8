/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the board does, over all findings: how its actions are spread over kinds of change and levels, and each of them
 * by the date on which it is due, to be followed up. */
#include "config.h"

#include "ui/board/tl-actions-view.h"

#include <glib/gi18n.h>

#include "model/case/tl-action-counts.h"
#include "model/case/tl-board.h"
#include "ui/board/tl-action-card.h"
#include "ui/board/tl-card-list.h"
#include "ui/board/tl-counts-view.h"

#define COLUMN 760

struct _TlActionsView
{
  AdwBin parent_instance;

  TlReview *review; /* owned */

  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *scroller;
  GtkWidget *counts;
  GtkWidget *actions; /* a box each: the way to the finding, and the card */

  guint stale : 1; /* to be read when it is next seen */
};

G_DEFINE_FINAL_TYPE (TlActionsView, tl_actions_view, ADW_TYPE_BIN)

/* The way to where an action was decided. */
static GtkWidget *
make_way (TlReview *review,
          TlRecord *action)
{
  TlRecord *finding = tl_board_find_finding (review, action);
  g_autofree char *name = finding != NULL ? tl_board_words_finding (review, finding) : g_strdup (_("Recommendation"));
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, finding != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_record_get_id (action));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.reveal");
  return button;
}

static GtkWidget *
make_entry (TlReview *review,
            TlRecord *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), make_way (review, action));
  gtk_box_append (GTK_BOX (box), tl_action_card_new (review, action));
  return box;
}

static void
read_page (TlActionsView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  g_autoptr (TlBoardReading) reading = tl_board_reading_new (self->review);
  g_autoptr (GPtrArray) actions = tl_board_list_actions (self->review, NULL);
  g_autoptr (TlActionCounts) counts = tl_action_counts_new (actions, reading->method);

  tl_counts_view_show (TL_COUNTS_VIEW (self->counts), counts);
  tl_card_list_update (self->actions, self->review, actions, make_entry);
  for (GtkWidget *entry = gtk_widget_get_first_child (self->actions); entry != NULL;
       entry = gtk_widget_get_next_sibling (entry))
    tl_action_card_read (TL_ACTION_CARD (gtk_widget_get_last_child (entry)), reading);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), actions->len > 0 ? self->scroller : self->empty);
}

/* Parts */

static GtkWidget *
make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No actions yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Where a question is answered it can be said what will be done: what kind of "
                                     "change, by whom, by when, and which factors that is to weaken."));
  return status;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = tl_board_label_new ("finding-heading");

  gtk_label_set_text (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
make_column (TlActionsView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();

  self->counts = tl_counts_view_new ();
  self->actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (column), make_heading (_("What kinds of change they are")));
  gtk_box_append (GTK_BOX (column), self->counts);
  gtk_box_append (GTK_BOX (column), make_heading (_("By date")));
  gtk_box_append (GTK_BOX (column), self->actions);
  gtk_widget_add_css_class (column, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  return clamp;
}

/* GtkWidget overrides */

static void
tl_actions_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_actions_view_parent_class)->map (widget);
  if (TL_ACTIONS_VIEW (widget)->stale)
    read_page (TL_ACTIONS_VIEW (widget));
}

static gboolean
tl_actions_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (TL_ACTIONS_VIEW (widget)->stack, GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_actions_view_dispose (GObject *object)
{
  g_clear_object (&TL_ACTIONS_VIEW (object)->review);
  G_OBJECT_CLASS (tl_actions_view_parent_class)->dispose (object);
}

static void
tl_actions_view_class_init (TlActionsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_actions_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = tl_actions_view_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_actions_view_grab_focus;
}

static void
tl_actions_view_init (TlActionsView *self)
{
  self->stack = gtk_stack_new ();
  self->empty = make_empty ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), make_column (self));
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

/**
 * tl_actions_view_new:
 * @review: a review
 *
 * Returns: (transfer floating): all that its board does
 */
GtkWidget *
tl_actions_view_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlActionsView *self = g_object_new (TL_TYPE_ACTIONS_VIEW, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (read_page), self, G_CONNECT_SWAPPED);
  read_page (self);
  return GTK_WIDGET (self);
}
