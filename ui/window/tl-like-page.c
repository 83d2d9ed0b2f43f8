/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings like one: earlier ones of the same board and of all. */
#include "config.h"

#include "ui/window/tl-like-page.h"

#include <glib/gi18n.h>

#include "ui/window/tl-like-bar.h"

/* The enquiry */

static gpointer
dup_chosen (GtkWidget *page)
{
  return tl_like_bar_dup_chosen (TL_LIKE_BAR (tl_answer_page_get_options (TL_ANSWER_PAGE (page))));
}

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              chosen,
     GCancellable         *cancellable,
     GError              **error)
{
  TlLikeQuery query = { .population = *terms->population, .threshold = terms->threshold,
                        .internal = terms->internal };

  if (chosen == NULL)
    return tl_answer_new ();
  tl_like_subject_ask (chosen, 0, &query);
  return tl_library_like (library, &query, cancellable, error);
}

static GtkWidget *
make_bar (TlAnswerPage *page)
{
  GtkWidget *bar = tl_like_bar_new ();

  g_signal_connect_object (bar, "changed", G_CALLBACK (tl_answer_page_renew), page, G_CONNECT_SWAPPED);
  return bar;
}

static gboolean
tell (TlAnswerPage *page,
      TlAsked      *asked)
{
  return tl_like_bar_tell (TL_LIKE_BAR (tl_answer_page_get_options (page)), asked);
}

static gboolean
look_for (TlAnswerPage  *page,
          const TlAsked *asked)
{
  TlLibrary *library = tl_question_get_library (tl_answer_page_get_question (page));
  g_autoptr (TlLikeSubject) subject = tl_like_subject_of_record (library, asked->review, NULL);
  guint finding;

  if (subject == NULL || !tl_like_subject_find (subject, asked->finding, &finding, NULL))
    return FALSE;
  tl_like_page_set_subject (page, g_steal_pointer (&subject), asked->finding);
  return TRUE;
}

static const TlAnswerPageKind like = {
  .what = N_("Findings like this one"),
  .advice = N_("Choose a finding to see others like it."),
  .asked = TL_ASKED_LIKE,
  .begin = N_("No Finding Is Chosen Yet"),
  .wide = TRUE,
  .make_options = make_bar,
  .tell = tell,
  .ask = look_for,
  .enquiry = {
    .takes_long = TRUE,
    .dup_asked = dup_chosen,
    .free_asked = (GDestroyNotify) tl_like_subject_free,
    .ask = ask,
    .free_answer = (GDestroyNotify) tl_answer_free,
    .show = tl_answer_page_show,
  },
};

/**
 * tl_like_page_new:
 * @question: what all pages ask about
 *
 * Returns: (transfer floating): a page on which no finding is chosen
 */
GtkWidget *
tl_like_page_new (TlQuestion *question)
{
  return tl_answer_page_new (question, &like);
}

/**
 * tl_like_page_set_subject:
 * @page: what tl_like_page_new() returned
 * @subject: (transfer full): the findings of a review
 * @finding: (nullable): id of the one that others are to be like; the first if %NULL
 */
void
tl_like_page_set_subject (TlAnswerPage  *page,
                          TlLikeSubject *subject,
                          const char    *finding)
{
  g_return_if_fail (TL_IS_ANSWER_PAGE (page));
  tl_like_bar_set_subject (TL_LIKE_BAR (tl_answer_page_get_options (page)), subject, finding);
}
