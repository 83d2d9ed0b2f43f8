/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/findings/tl-factor-tray.h"
#include "ui/findings/tl-pattern-board.h"
#include "ui/findings/tl-patterns-page.h"

G_BEGIN_DECLS

struct _TlPatternsPage
{
  AdwBin parent_instance;

  TlSelection    *selection; /* owned */
  TlMethod       *method;    /* owned, or NULL */

  GtkWidget      *stack; /* what there is, or that there is nothing to gather */
  GtkWidget      *paned;
  TlFactorTray   *tray;
  TlPatternBoard *board;
  GtkWidget      *menu; /* made when it is first opened */

  guint narrow_id;
  guint narrow : 1;
  guint stale : 1; /* something changed while the page was not seen */
};

/* What has the keyboard: a card, or a list of factors in one or in the tray; the lists’ own when they are of a card. */
TlPatternCard *_tl_patterns_get_card  (TlPatternsPage *self);
TlFactorList  *_tl_patterns_get_list  (TlPatternsPage *self);
GStrv          _tl_patterns_dup_factors (TlPatternsPage *self);

void _tl_patterns_actions_class_init  (GtkWidgetClass *widget_class);
void _tl_patterns_actions_update      (TlPatternsPage *self);
void _tl_patterns_menu_init           (TlPatternsPage *self);
void _tl_patterns_menu_popup          (TlPatternsPage *self);

G_END_DECLS
