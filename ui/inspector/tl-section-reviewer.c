/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The section that says what a reader may ask about a reviewer’s accreditation and independence. */
#include "config.h"

#include <glib/gi18n.h>

#include "model/case/tl-reviewer.h"
#include "ui/inspector/tl-section.h"

static gboolean
is_reviewer (const TlKind *kind)
{
  return kind == tl_kind_lookup ("reviewer");
}

static void
collect_concerns (TlReview  *review,
                  TlRecord  *record,
                  GPtrArray *items)
{
  g_autoptr (GPtrArray) concerns = tl_reviewer_list_concerns (review, record);

  for (guint i = 0; i < concerns->len; i++)
    tl_section_add_item (items, ((TlReviewerConcern *) g_ptr_array_index (concerns, i))->sentence, NULL);
}

const TlSectionSpec tl_section_reviewer = {
  .title = N_("What readers may ask"),
  .empty = N_("Nothing, from what is recorded here about accreditation and independence."),
  .applies = is_reviewer,
  .collect = collect_concerns,
};
