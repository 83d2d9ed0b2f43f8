/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-acronyms.h"
#include "model/case/tl-board-words.h"

G_BEGIN_DECLS

/**
 * TlBoardReading:
 * @review: the review
 * @method: (nullable): its method
 * @acronyms: what its acronyms stand for
 * @told: those that the page has told so far
 * @today: the day on which it is read
 *
 * One reading of a page from top to bottom: each part of it is asked in turn for its words, so that an acronym is told
 * where the page first uses it.
 */
typedef struct {
  TlReview   *review;
  TlMethod   *method;
  TlAcronyms *acronyms;
  GHashTable *told;
  TlDate      today;
} TlBoardReading;

TlBoardReading *tl_board_reading_new   (TlReview       *review);
void            tl_board_reading_free  (TlBoardReading *self);
char           *tl_board_reading_tell  (TlBoardReading *self,
                                        const char     *text);
void            tl_board_reading_show  (TlBoardReading *self,
                                        GtkWidget      *label,
                                        const char     *text);

GtkWidget      *tl_board_label_new     (const char     *style);
TlMethod       *tl_board_find_method   (TlReview       *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBoardReading, tl_board_reading_free)

G_END_DECLS
