/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board's page: the findings to be read, what the board does about them, and what became of recommendations. */
#include "config.h"

#include "ui/board/tl-board-page.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "ui/board/tl-actions-view.h"
#include "ui/board/tl-board-findings.h"
#include "ui/board/tl-tracker.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-phrase.h"

struct _TlBoardPage
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */

  GtkStack        *stack;
  GtkWidget       *empty;
  GtkWidget       *content;
  GtkStack        *views;
  TlBoardFindings *findings;
  TlTracker       *tracker;
};

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlBoardPage, tl_board_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

static TlReview *
get_review (TlBoardPage *self)
{
  return tl_selection_get_review (self->selection);
}

/* A view is offered where there is anything for it; recommendations also where some can be made. */
static void
offer_views (TlBoardPage *self)
{
  static const char *const kinds[] = { "finding", "finding", "recommendation" };
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views));
  GtkWidget *first = NULL;
  gboolean kept = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++, view = gtk_widget_get_next_sibling (view))
    {
      gboolean any = tl_record_list_get_n (tl_review_get_list (get_review (self), kinds[i])) > 0
                     || (g_str_equal (kinds[i], "recommendation")
                         && tl_review_can_change (get_review (self), tl_kind_lookup (kinds[i])));

      gtk_stack_page_set_visible (gtk_stack_get_page (self->views, view), any);
      kept |= any && view == gtk_stack_get_visible_child (self->views);
      if (any && first == NULL)
        first = view;
    }
  if (!kept && first != NULL)
    gtk_stack_set_visible_child (self->views, first);
}

static void
update_empty (TlBoardPage *self)
{
  gboolean any = tl_record_list_get_n (tl_review_get_list (get_review (self), "finding")) > 0
                 || tl_record_list_get_n (tl_review_get_list (get_review (self), "recommendation")) > 0;

  gtk_stack_set_visible_child (self->stack, any ? self->content : self->empty);
  offer_views (self);
}

/* TlPage */

/* The recommendation that @record is, or that it answers. */
static TlRecord *
find_recommendation (TlBoardPage *self,
                     TlRecord    *record)
{
  static const char *const steps[][2] = { { "action", "response" }, { "response", "to" } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (tl_record_is (record, steps[i][0]))
      record = tl_review_lookup (get_review (self), tl_record_get_text (record, steps[i][1]));
  return tl_record_is (record, "recommendation") ? record : NULL;
}

static gboolean
tl_board_page_shows (TlPage   *page,
                     TlRecord *record)
{
  TlBoardPage *self = TL_BOARD_PAGE (page);

  return find_recommendation (self, record) != NULL || tl_board_find_finding (get_review (self), record) != NULL;
}

static void
tl_board_page_reveal (TlPage     *page,
                      const char *id)
{
  TlBoardPage *self = TL_BOARD_PAGE (page);
  TlRecord *record = tl_review_lookup (get_review (self), id);

  TlRecord *recommendation = record != NULL ? find_recommendation (self, record) : NULL;

  if (recommendation != NULL)
    {
      gtk_stack_set_visible_child_name (self->views, "recommendations");
      tl_tracker_show (self->tracker, recommendation);
      return;
    }
  if (record == NULL || tl_board_find_finding (get_review (self), record) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->views, "findings");
  tl_board_findings_reveal (self->findings, record);
}

static void
tl_board_page_flush (TlPage *page)
{
  tl_field_row_flush_within (GTK_WIDGET (TL_BOARD_PAGE (page)->views));
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->shows = tl_board_page_shows;
  iface->reveal = tl_board_page_reveal;
  iface->flush = tl_board_page_flush;
}

/* Parts */

static GtkWidget *
make_empty (TlReview *review)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "system-users-symbolic");
  tl_phrase_bind (status, "title", review, _("Nothing is put to {the_owner} yet"));
  tl_phrase_bind (status, "description", review,
                  _("Here {the_owner} can read the {findings} of a review, a page each, and write what they lead to: "
                    "what is decided and done about them."));
  return status;
}

static void
fill (TlBoardPage *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->views = GTK_STACK (gtk_stack_new ());
  self->tracker = TL_TRACKER (tl_tracker_new (self->selection));
  self->findings = TL_BOARD_FINDINGS (tl_board_findings_new (self->selection));
  gtk_stack_set_hhomogeneous (self->views, FALSE);
  tl_phrase_bind (gtk_stack_add_titled (self->views, GTK_WIDGET (self->findings), "findings", NULL), "title",
                  get_review (self), "{Findings}");
  tl_phrase_bind (gtk_stack_add_titled (self->views, tl_actions_view_new (get_review (self)), "actions", NULL),
                  "title", get_review (self), "{Actions}");
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->tracker), "recommendations", _("Recommendations"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "board-views");
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->content), switcher);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->views));
  self->empty = make_empty (get_review (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, self->content);
  gtk_stack_add_child (self->stack, self->empty);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* GtkWidget overrides */

static gboolean
tl_board_page_grab_focus (GtkWidget *widget)
{
  TlBoardPage *self = TL_BOARD_PAGE (widget);

  if (gtk_stack_get_visible_child (self->stack) == self->empty)
    return FALSE;
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->views));
}

/* GObject overrides */

static void
tl_board_page_dispose (GObject *object)
{
  TlBoardPage *self = TL_BOARD_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_board_page_parent_class)->dispose (object);
}

static void
tl_board_page_class_init (TlBoardPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_board_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_board_page_grab_focus;
}

static void
tl_board_page_init (TlBoardPage *self)
{
}

/**
 * tl_board_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_board_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlBoardPage *self = g_object_new (TL_TYPE_BOARD_PAGE, NULL);

  self->selection = g_object_ref (selection);
  fill (self);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  update_empty (self);
  return GTK_WIDGET (self);
}

/**
 * tl_board_page_print:
 *
 * Prints the finding that is read.
 */
void
tl_board_page_print (TlBoardPage *self)
{
  g_return_if_fail (TL_IS_BOARD_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self->findings), "board.print", NULL);
}
