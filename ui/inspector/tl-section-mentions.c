/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The section that says where else a record is spoken of. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/inspector/tl-evidence-section.h"
#include "model/review/tl-review-terms.h"
#include "ui/fields/tl-question-list.h"
#include "ui/inspector/tl-section.h"

static gboolean
always (const TlKind *kind)
{
  return TRUE;
}

/* What the other sections of the same record list already. */
static gboolean
is_shown_elsewhere (const TlKind *record,
                    const TlKind *mention)
{
  return (mention == tl_kind_lookup ("link") && tl_section_causes.applies (record))
         || (mention == tl_kind_lookup ("figure") && tl_section_figures.applies (record))
         || (mention == tl_kind_lookup ("tag") && tl_section_tags.applies (record))
         || (mention == tl_kind_lookup ("support") && tl_evidence_section_applies (record))
         || (mention == tl_kind_lookup ("question") && tl_question_list_applies (record))
         || mention == tl_kind_lookup ("release");
}

static void
collect_mentions (TlReview  *review,
                  TlRecord  *record,
                  GPtrArray *items)
{
  g_autoptr (GPtrArray) found = tl_review_get_referrers (review, tl_record_get_id (record), NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      TlRecord *mention = g_ptr_array_index (found, i);
      const TlKind *kind = tl_record_get_kind (mention);

      if (is_shown_elsewhere (tl_record_get_kind (record), kind))
        continue;

      g_autofree char *title = tl_review_dup_title (review, mention);
      g_autofree char *label = tl_review_dup_declared (review, kind->label);
      TlSectionItem *item = tl_section_add_item (items, title, label);
      item->reveal = g_strdup (tl_record_get_id (mention));
    }
}

const TlSectionSpec tl_section_mentions = {
  .title = N_("Where else it is spoken of"),
  .applies = always,
  .collect = collect_mentions,
};
