/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Issues for national guidance: findings to which chains lead from the national level, by where they begin. */
#include "config.h"

#include "ui/window/tl-national-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-national.h"

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              tested,
     GCancellable         *cancellable,
     GError              **error)
{
  const TlNationalQuery query = { *terms->population, *(const gboolean *) tested, terms->threshold, terms->internal };

  return tl_library_national (library, &query, cancellable, error);
}

static const TlAnswerPageKind national = {
  .what = N_("What the chain begins with at the national level"),
  .advice = N_("Choose a code to see the findings that its chains lead to."),
  .asked = TL_ASKED_NATIONAL,
  .make_options = tl_answer_page_make_tested,
  .tell = tl_answer_page_tell_tested,
  .ask = tl_answer_page_ask_tested,
  .enquiry = {
    .takes_long = TRUE,
    .dup_asked = tl_answer_page_dup_tested,
    .free_asked = g_free,
    .ask = ask,
    .free_answer = (GDestroyNotify) tl_answer_free,
    .show = tl_answer_page_show,
  },
};

/**
 * tl_national_page_new:
 * @question: what all pages ask about
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_national_page_new (TlQuestion *question)
{
  return tl_answer_page_new (question, &national);
}
