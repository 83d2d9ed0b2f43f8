/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/picture/tl-picture-file.h"
#include "model/questions/tl-asked.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTION_PAGE (tl_question_page_get_type ())
G_DECLARE_INTERFACE (TlQuestionPage, tl_question_page, TL, QUESTION_PAGE, GtkWidget)

/**
 * TlQuestionPageInterface:
 * @has_answer: whether there is an answer to copy
 * @dup_csv: the answer for a file, with its caption
 * @dup_content: the answer for the clipboard, with its caption
 * @has_image: (nullable): whether the answer can be seen as a picture, where that is not always so
 * @make_image: (nullable): the answer as a picture, with its caption; without where a page has no picture
 * @tell: says what is asked, but for the terms that all pages share; %FALSE if nothing is asked yet
 * @ask: asks what is given, but for the terms; %FALSE if it can't be asked here, and then nothing has changed
 *
 * A page of a library's window that answers the question which all of them share. The window shows above it what is
 * asked, and copies and exports the answer. A page calls tl_question_page_answered() whenever another answer is shown,
 * or none.
 */
struct _TlQuestionPageInterface
{
  GTypeInterface parent_interface;

  gboolean            (*has_answer)  (TlQuestionPage *self);
  char               *(*dup_csv)     (TlQuestionPage *self);
  GdkContentProvider *(*dup_content) (TlQuestionPage *self);
  gboolean            (*has_image)   (TlQuestionPage *self);
  GBytes             *(*make_image)  (TlQuestionPage   *self,
                                      TlPictureFormat   format,
                                      GError          **error);
  gboolean            (*tell)        (TlQuestionPage   *self,
                                      TlAsked          *asked);
  gboolean            (*ask)         (TlQuestionPage   *self,
                                      const TlAsked    *asked);
};

void                tl_question_page_answered    (TlQuestionPage *self);

gboolean            tl_question_page_has_answer  (TlQuestionPage *self);
char               *tl_question_page_dup_csv     (TlQuestionPage *self);
GdkContentProvider *tl_question_page_dup_content (TlQuestionPage *self);
gboolean            tl_question_page_has_image   (TlQuestionPage *self);
GBytes             *tl_question_page_make_image  (TlQuestionPage   *self,
                                                  TlPictureFormat   format,
                                                  GError          **error);
gboolean            tl_question_page_tell        (TlQuestionPage   *self,
                                                  TlAsked          *asked);
gboolean            tl_question_page_ask         (TlQuestionPage   *self,
                                                  const TlAsked    *asked);

G_END_DECLS
