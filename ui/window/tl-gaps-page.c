/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gaps in a typology: groups of statements for which no code fits, by their words. */
#include "config.h"

#include "ui/window/tl-gaps-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-gaps.h"

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              asked,
     GCancellable         *cancellable,
     GError              **error)
{
  const TlGapsQuery query = { *terms->population, terms->threshold, terms->internal };

  return tl_library_gaps (library, &query, cancellable, error);
}

static const TlAnswerPageKind gaps = {
  .what = N_("Words of statements that no code fits"),
  .advice = N_("Choose a group to see the statements in it."),
  .asked = TL_ASKED_GAPS,
  .enquiry = {
    .takes_long = TRUE,
    .ask = ask,
    .free_answer = (GDestroyNotify) tl_answer_free,
    .show = tl_answer_page_show,
  },
};

/**
 * tl_gaps_page_new:
 * @question: what all pages ask about
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_gaps_page_new (TlQuestion *question)
{
  return tl_answer_page_new (question, &gaps);
}
