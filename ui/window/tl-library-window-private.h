/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/library/tl-add-bar.h"
#include "ui/library/tl-folder-watch.h"
#include "ui/library/tl-population-bar.h"
#include "ui/library/tl-question-page.h"
#include "ui/library/tl-records-page.h"
#include "ui/library/tl-release-page.h"
#include "ui/library/tl-saved-list.h"
#include "ui/widgets/tl-print-job.h"
#include "ui/window/tl-answer-page.h"
#include "ui/window/tl-chains-page.h"
#include "ui/window/tl-library-window.h"
#include "ui/window/tl-parts-page.h"
#include "ui/window/tl-themes-page.h"

G_BEGIN_DECLS

struct _TlLibraryWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle  *title;
  GtkWidget       *add_button;
  GtkMenuButton   *menu_button;
  GtkRevealer     *notice;
  GtkLabel        *notice_label;
  TlAddBar        *add_bar;
  AdwToastOverlay *toasts;
  GtkListBox      *pages;
  TlSavedList     *saved;
  GtkBox          *asked; /* what every answer is about */
  GtkStack        *body;  /* the pages, or what to do with an empty library */
  GtkStack        *stack; /* of the pages */

  /* Of the tree of widgets */
  TlPopulationBar *population;
  TlThemesPage    *themes;
  TlChainsPage    *chains;
  TlPartsPage     *recurring;
  TlPartsPage     *findings;
  TlAnswerPage    *like;     /* a part of that */
  TlAnswerPage    *gaps;
  TlAnswerPage    *texts;
  TlReleasePage   *release;
  TlRecordsPage   *records;

  guint n_records; /* G_MAXUINT until they are read */

  /* Owned references */
  TlQuestion   *question;
  TlLibrary    *library;
  GCancellable *reading; /* of the contents */
  GCancellable *adding;  /* NULL while nothing is added */
  GCancellable *opening; /* of a receipt */
  TlFolderWatch *watch;

  GQueue   way;       /* of weak references to what had the keyboard before each step */
  gboolean is_on_way; /* a step is being gone, or taken back */

  gboolean quiet;  /* what is being added comes from watched folders */
  gboolean asked_for; /* and somebody asked to look there */
  gboolean again;  /* something changed there meanwhile */
};

TlQuestionPage *_tl_library_window_get_answering (TlLibraryWindow *self);
TlAsked        *_tl_library_window_dup_asked     (TlLibraryWindow *self);

void _tl_library_window_read_contents   (TlLibraryWindow *self);
void _tl_library_window_gather          (TlLibraryWindow *self,
                                         const char *const *paths);
void _tl_library_window_watch           (TlLibraryWindow *self);
void _tl_library_window_install_actions (GtkWidgetClass  *widget_class);
void _tl_library_window_install_gathering (GtkWidgetClass *widget_class);
void _tl_library_window_install_receipts (GtkWidgetClass *widget_class);
TlPrintJob *_tl_library_window_new_print (TlLibraryWindow *self,
                                         gint64           receipt);
void _tl_library_window_install_releasing (GtkWidgetClass *widget_class);
void _tl_library_window_read_questions  (TlLibraryWindow *self);
void _tl_library_window_install_questions (GtkWidgetClass *widget_class);
void _tl_library_window_update_actions  (TlLibraryWindow *self);
void _tl_library_window_accept_drops    (TlLibraryWindow *self);
void _tl_library_window_install_way     (GtkWidgetClass  *widget_class);
void _tl_library_window_focus_page      (TlLibraryWindow *self);
void _tl_library_window_begin_way       (TlLibraryWindow *self);
void _tl_library_window_go              (TlLibraryWindow *self,
                                         const char      *page);
void _tl_library_window_report          (TlLibraryWindow *self,
                                         const char      *sentence);

G_END_DECLS
