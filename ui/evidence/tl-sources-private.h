/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the sources' page share. */
#pragma once

#include "ui/evidence/tl-source-list.h"
#include "ui/evidence/tl-source-view.h"
#include "ui/evidence/tl-sources-page.h"

G_BEGIN_DECLS

struct _TlSourcesPage
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */

  GtkWidget    *stack; /* the sources, or how to begin where there are none */
  TlSourceList *list;
  TlSourceView *view;

  guint narrow_id;
  guint narrow : 1; /* there is room for only one of the two */
};

/* tl-sources-page.c */
void _tl_sources_page_show_source   (TlSourcesPage  *self,
                                     TlRecord       *source);

/* tl-sources-actions.c */
void _tl_sources_actions_class_init (GtkWidgetClass *widget_class);
void _tl_sources_actions_update     (TlSourcesPage  *self);

G_END_DECLS
