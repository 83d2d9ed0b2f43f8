/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library's window asks of the pages that answer its question. */
#include "config.h"

#include "ui/library/tl-question-page.h"

G_DEFINE_INTERFACE (TlQuestionPage, tl_question_page, GTK_TYPE_WIDGET)

enum {
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_question_page_default_init (TlQuestionPageInterface *iface)
{
  /**
   * TlQuestionPage::answered:
   *
   * Another answer is shown, or none.
   */
  signals[ANSWERED] = g_signal_new ("answered", TL_TYPE_QUESTION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

/**
 * tl_question_page_answered:
 *
 * Says that another answer is shown, or none.
 */
void
tl_question_page_answered (TlQuestionPage *self)
{
  g_return_if_fail (TL_IS_QUESTION_PAGE (self));
  g_signal_emit (self, signals[ANSWERED], 0);
}

/**
 * tl_question_page_has_answer:
 *
 * Returns: whether there is an answer to copy
 */
gboolean
tl_question_page_has_answer (TlQuestionPage *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_PAGE (self), FALSE);
  return TL_QUESTION_PAGE_GET_IFACE (self)->has_answer (self);
}

/**
 * tl_question_page_dup_csv:
 *
 * Returns: (transfer full): the answer for a file, with its caption
 */
char *
tl_question_page_dup_csv (TlQuestionPage *self)
{
  g_return_val_if_fail (tl_question_page_has_answer (self), NULL);
  return TL_QUESTION_PAGE_GET_IFACE (self)->dup_csv (self);
}

/**
 * tl_question_page_dup_content:
 *
 * Returns: (transfer full): the answer for the clipboard, with its caption
 */
GdkContentProvider *
tl_question_page_dup_content (TlQuestionPage *self)
{
  g_return_val_if_fail (tl_question_page_has_answer (self), NULL);
  return TL_QUESTION_PAGE_GET_IFACE (self)->dup_content (self);
}

/**
 * tl_question_page_has_image:
 *
 * Returns: whether there is an answer that can be seen as a picture
 */
gboolean
tl_question_page_has_image (TlQuestionPage *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_PAGE (self), FALSE);

  TlQuestionPageInterface *iface = TL_QUESTION_PAGE_GET_IFACE (self);

  return iface->make_image != NULL && tl_question_page_has_answer (self)
         && (iface->has_image == NULL || iface->has_image (self));
}

/**
 * tl_question_page_make_image:
 * @format: %TL_PICTURE_SVG or %TL_PICTURE_PNG
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answer as a picture, with its caption
 */
GBytes *
tl_question_page_make_image (TlQuestionPage   *self,
                             TlPictureFormat   format,
                             GError          **error)
{
  g_return_val_if_fail (tl_question_page_has_image (self), NULL);
  return TL_QUESTION_PAGE_GET_IFACE (self)->make_image (self, format, error);
}

/**
 * tl_question_page_tell:
 * @asked: (inout): where to say what is asked; a question without terms
 *
 * Returns: whether anything is asked
 */
gboolean
tl_question_page_tell (TlQuestionPage *self,
                       TlAsked        *asked)
{
  g_return_val_if_fail (TL_IS_QUESTION_PAGE (self) && asked != NULL, FALSE);
  return TL_QUESTION_PAGE_GET_IFACE (self)->tell (self, asked);
}

/**
 * tl_question_page_ask:
 * @asked: a question
 *
 * Makes the choices that ask it; its terms are the window's to choose, first.
 *
 * Returns: %FALSE if it can't be asked here, and then nothing has changed
 */
gboolean
tl_question_page_ask (TlQuestionPage *self,
                      const TlAsked  *asked)
{
  g_return_val_if_fail (TL_IS_QUESTION_PAGE (self) && asked != NULL, FALSE);
  return TL_QUESTION_PAGE_GET_IFACE (self)->ask (self, asked);
}
