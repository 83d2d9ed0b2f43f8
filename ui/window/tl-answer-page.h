/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-answer.h"
#include "model/questions/tl-asked.h"
#include "ui/library/tl-enquiry.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWER_PAGE (tl_answer_page_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswerPage, tl_answer_page, TL, ANSWER_PAGE, AdwBin)

/**
 * TlAnswerPageKind:
 * @what: what is counted, at the head of its column
 * @advice: what to do to see what stands behind a count
 * @asked: what it asks
 * @begin: (nullable): that nothing is asked yet, where that can be
 * @wide: whether what stands behind it takes most of the room
 * @make_options: (nullable): makes what is asked besides, to stand above the answer
 * @make_picture: (nullable): makes a picture, to stand above the table
 * @tell: (nullable): says what is asked besides; %FALSE if nothing is asked yet
 * @ask: (nullable): asks that; %FALSE if it can't be asked here
 * @chosen: (nullable): another row is chosen, or none
 * @enquiry: what is asked; its answer is a #TlAnswer, without a caption if nothing is asked yet. Its show is
 *   tl_answer_page_show()
 *
 * What a page asks, and what it has beside the answer.
 */
typedef struct {
  const char    *what;
  const char    *advice;
  TlAskedKind    asked;
  const char    *begin;
  gboolean       wide;
  GtkWidget   *(*make_options) (TlAnswerPage      *page);
  GtkWidget   *(*make_picture) (TlAnswerPage      *page);
  gboolean     (*tell)         (TlAnswerPage      *page,
                                TlAsked           *asked);
  gboolean     (*ask)          (TlAnswerPage      *page,
                                const TlAsked     *asked);
  void         (*chosen)       (TlAnswerPage      *page,
                                const TlAnswerRow *row);
  TlEnquiryKind  enquiry;
} TlAnswerPageKind;

GtkWidget         *tl_answer_page_new         (TlQuestion             *question,
                                               const TlAnswerPageKind *kind);
void               tl_answer_page_renew       (TlAnswerPage           *self);
TlQuestion        *tl_answer_page_get_question (TlAnswerPage          *self);
GtkWidget         *tl_answer_page_get_options (TlAnswerPage           *self);
GtkWidget         *tl_answer_page_get_picture (TlAnswerPage           *self);
const TlAnswer    *tl_answer_page_get_answer  (TlAnswerPage           *self);
const TlAnswerRow *tl_answer_page_get_chosen  (TlAnswerPage           *self);

GtkWidget         *tl_answer_page_make_tested (TlAnswerPage           *self);
gpointer           tl_answer_page_dup_tested  (GtkWidget              *page);
gboolean           tl_answer_page_tell_tested (TlAnswerPage           *self,
                                               TlAsked                *asked);
gboolean           tl_answer_page_ask_tested  (TlAnswerPage           *self,
                                               const TlAsked          *asked);
void               tl_answer_page_show        (GtkWidget              *page,
                                               gpointer                answer,
                                               const GError           *error);

G_END_DECLS
