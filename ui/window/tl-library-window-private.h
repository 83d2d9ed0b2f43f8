/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/library/tl-add-bar.h"
#include "ui/library/tl-learning-records.h"
#include "ui/library/tl-quarantine-list.h"
#include "ui/window/tl-library-window.h"
#include "ui/window/tl-themes-page.h"

G_BEGIN_DECLS

struct _TlLibraryWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle  *title;
  GtkMenuButton   *menu_button;
  GtkRevealer     *notice;
  GtkLabel        *notice_label;
  TlAddBar        *add_bar;
  AdwToastOverlay *toasts;
  GtkListBox      *pages;
  GtkStack        *stack;

  /* Of the tree of widgets */
  TlLearningRecords *records;
  TlThemesPage      *themes;
  TlQuarantineList  *quarantine;
  GtkLabel          *quarantine_count;

  /* Owned references */
  TlLibrary    *library;
  GCancellable *reading; /* of the contents */
  GCancellable *adding;  /* NULL while nothing is added */
};

void _tl_library_window_install_actions (GtkWidgetClass  *widget_class);
void _tl_library_window_update_actions  (TlLibraryWindow *self);
void _tl_library_window_accept_drops    (TlLibraryWindow *self);
void _tl_library_window_report          (TlLibraryWindow *self,
                                         const char      *sentence);

G_END_DECLS
