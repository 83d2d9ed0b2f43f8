/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/checks/tl-check-list.h"
#include "model/review/tl-edit.h"
#include "ui/board/tl-board-page.h"
#include "ui/evidence/tl-sources-page.h"
#include "ui/inspector/tl-inspector.h"
#include "ui/outline/tl-outline-page.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-selection.h"
#include "ui/window/tl-graph-page.h"
#include "ui/window/tl-overview-page.h"
#include "ui/window/tl-review-window.h"
#include "ui/window/tl-tunnel-bar.h"

G_BEGIN_DECLS

struct _TlReviewWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle  *title;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkWidget       *menu_button;
  GtkWidget       *tunnel_button;
  GtkMenuButton   *checks_button;
  GtkPopover      *checks_popover;
  GtkMenuButton   *search_button;
  GtkPopover      *search_popover;
  GtkRevealer     *notice;
  GtkLabel        *notice_label;
  GtkWidget       *notice_button;
  GtkRevealer     *author_revealer;
  GtkEditable     *author_entry;
  AdwToastOverlay *toasts;
  GtkListBox      *pages;
  GtkPaned        *paned;
  GtkStack        *stack;
  TlTunnelBar     *tunnel_bar;
  TlInspector     *inspector;

  /* Pages; they belong to the stack */
  TlOverviewPage *overview;
  TlGraphPage    *graph;
  TlOutlinePage  *outline;
  TlSourcesPage  *sources;
  TlBoardPage    *board;

  GtkWidget *before_search; /* weak: where the keyboard was before the search was opened */

  /* Owned references */
  TlReview    *review;
  TlSelection *selection;
  TlCheckList *checks;
  TlTunnel    *tunnel;
  AdwToast    *toast; /* the last one */
  gint64       toast_time;

  guint catch_up;
  guint verify;

  guint paned_placed : 1;
};

void _tl_review_window_install_actions (GtkWidgetClass *klass);
void _tl_review_window_install_picture_actions (GtkWidgetClass *klass);
void _tl_review_window_install_import_actions (GtkWidgetClass *klass);
void _tl_review_window_install_search_actions (GtkWidgetClass *klass);
void _tl_review_window_install_tunnel_actions (GtkWidgetClass *klass);
void _tl_review_window_add_tunnel      (TlReviewWindow *self);
void _tl_review_window_install_governance_actions (GtkWidgetClass *klass);
void _tl_review_window_install_board_actions (GtkWidgetClass *klass);
gboolean _tl_review_window_is_copy     (TlReviewWindow *self);
void _tl_review_window_become_copy     (TlReviewWindow *self);
void _tl_review_window_add_search      (TlReviewWindow *self);
void _tl_review_window_leave_search    (TlReviewWindow *self);
void _tl_review_window_update_actions  (TlReviewWindow *self);
void _tl_review_window_flush           (TlReviewWindow *self);
void _tl_review_window_report          (TlReviewWindow *self,
                                        const char     *sentence,
                                        gboolean        with_undo);
void _tl_review_window_show_notice     (TlReviewWindow *self,
                                        const char     *sentence);
void _tl_review_window_ask_author      (TlReviewWindow *self);

G_END_DECLS
