/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections that say what a record rests on, and where else it is spoken of. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/inspector/tl-section.h"

static gboolean
can_be_supported (const TlKind *kind)
{
  return tl_field_refers_to (tl_kind_find_field (tl_kind_lookup ("support"), "target"), kind);
}

static char *
dup_source_title (TlReview *review,
                  TlRecord *extract)
{
  const char *id = extract != NULL ? tl_record_get_text (extract, "source") : NULL;
  TlRecord *source = id != NULL ? tl_review_lookup (review, id) : NULL;

  return source != NULL ? tl_review_dup_title (review, source) : NULL;
}

static void
collect_support (TlReview  *review,
                 TlRecord  *record,
                 gboolean   against,
                 GPtrArray *items)
{
  g_autoptr (GPtrArray) found = tl_review_get_referrers (review, tl_record_get_id (record), "support", "target");

  for (guint i = 0; i < found->len; i++)
    {
      TlRecord *support = g_ptr_array_index (found, i);
      const char *id = tl_record_get_text (support, "extract");
      TlRecord *extract = id != NULL ? tl_review_lookup (review, id) : NULL;

      if ((g_strcmp0 (tl_record_get_text (support, "stance"), "against") == 0) != against)
        continue;

      g_autofree char *title = tl_review_dup_title (review, extract != NULL ? extract : support);
      g_autofree char *source = dup_source_title (review, extract);
      TlSectionItem *item = tl_section_add_item (items, title, source);

      item->reveal = g_strdup (id);
      item->edit = g_strdup (tl_record_get_id (support));
      item->edit_label = g_strdup (_("Show why this is evidence"));
    }
}

static void
collect_for (TlReview  *review,
             TlRecord  *record,
             GPtrArray *items)
{
  collect_support (review, record, FALSE, items);
}

static void
collect_against (TlReview  *review,
                 TlRecord  *record,
                 GPtrArray *items)
{
  collect_support (review, record, TRUE, items);
}

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
  const TlSectionSpec *const specs[] = { &tl_section_causes, &tl_section_tags, &tl_section_evidence_for };
  const char *const kinds[] = { "link", "tag", "support" };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (mention == tl_kind_lookup (kinds[i]) && specs[i]->applies (record))
      return TRUE;
  return mention == tl_kind_lookup ("release");
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
      TlSectionItem *item = tl_section_add_item (items, title, _(kind->label));
      item->reveal = g_strdup (tl_record_get_id (mention));
    }
}

const TlSectionSpec tl_section_evidence_for = {
  .title = N_("Evidence for it"),
  .empty = N_("It rests on no extract of a source yet"),
  .applies = can_be_supported,
  .collect = collect_for,
};

const TlSectionSpec tl_section_evidence_against = {
  .title = N_("Evidence against it"),
  .applies = can_be_supported,
  .collect = collect_against,
};

const TlSectionSpec tl_section_mentions = {
  .title = N_("Where else it is spoken of"),
  .applies = always,
  .collect = collect_mentions,
};
