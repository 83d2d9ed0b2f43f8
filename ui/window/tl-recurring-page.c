/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sub-graphs that several reviews share, the most shared first; above the list the one that is chosen. */
#include "config.h"

#include "ui/window/tl-recurring-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-code-picture.h"
#include "model/questions/tl-recurring.h"
#include "ui/canvas/tl-map-view.h"

/* What chance gives is drawn with this, as on the command line. */
#define SEED 1

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              tested,
     GCancellable         *cancellable,
     GError              **error)
{
  const TlRecurringQuery query = { .population = *terms->population, .tested = *(const gboolean *) tested,
                                   .seed = SEED, .threshold = terms->threshold, .internal = terms->internal };

  return tl_library_recurring (library, &query, cancellable, error);
}

static GtkWidget *
make_map (TlAnswerPage *page)
{
  return tl_map_view_new ();
}

static void
chosen (TlAnswerPage      *page,
        const TlAnswerRow *row)
{
  TlMapView *map = TL_MAP_VIEW (tl_answer_page_get_picture (page));
  g_autoptr (TlPicture) picture = row != NULL ? tl_code_picture_of_row (row, NULL, NULL) : NULL;

  tl_map_view_set_picture (map, picture);
}

static const TlAnswerPageKind recurring = {
  .what = N_("What recurs"),
  .advice = N_("Choose a sub-graph to see the reviews that share it."),
  .asked = TL_ASKED_RECURRING,
  .make_options = tl_answer_page_make_tested,
  .tell = tl_answer_page_tell_tested,
  .ask = tl_answer_page_ask_tested,
  .make_picture = make_map,
  .chosen = chosen,
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
 * tl_recurring_page_new:
 * @question: what all pages ask about
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_recurring_page_new (TlQuestion *question)
{
  return tl_answer_page_new (question, &recurring);
}
