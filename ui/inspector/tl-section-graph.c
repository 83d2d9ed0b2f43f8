/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections that follow from the graph: causes, effects and tags of a record. */
#include "config.h"

#include <glib/gi18n.h>

#include "model/typology/tl-typology.h"
#include "ui/inspector/tl-section.h"
#include "ui/widgets/tl-term.h"

static gboolean
refers (const char   *from,
        const char   *field,
        const TlKind *kind)
{
  return tl_field_refers_to (tl_kind_find_field (tl_kind_lookup (from), field), kind);
}

/* The links in which @record is the @near end; what is listed is the far one. */
static void
collect_links (TlReview   *review,
               TlRecord   *record,
               const char *near,
               const char *far,
               GPtrArray  *items)
{
  g_autoptr (GPtrArray) links = tl_review_get_referrers (review, tl_record_get_id (record), "link", near);
  const TlField *kind = tl_kind_find_field (tl_kind_lookup ("link"), "kind");
  const TlField *state = tl_kind_find_field (tl_kind_lookup ("link"), "state");

  for (guint i = 0; i < links->len; i++)
    {
      TlRecord *link = g_ptr_array_index (links, i);
      const char *id = tl_record_get_text (link, far);
      TlRecord *other = id != NULL ? tl_review_lookup (review, id) : NULL;
      g_autofree char *title = tl_review_dup_title (review, other != NULL ? other : link);
      g_autofree char *kind_label = tl_terms_dup_label (review, kind, tl_record_get_text (link, "kind"));
      g_autofree char *state_label = tl_terms_dup_label (review, state, tl_record_get_text (link, "state"));
      g_autofree char *subtitle = NULL;

      if (kind_label != NULL && state_label != NULL)
        subtitle = g_strdup_printf ("%s · %s", kind_label, state_label);

      TlSectionItem *item = tl_section_add_item (items, title,
                                                 subtitle != NULL ? subtitle
                                                 : kind_label != NULL ? kind_label
                                                                      : state_label);
      item->reveal = g_strdup (id);
      item->edit = g_strdup (tl_record_get_id (link));
      item->edit_label = g_strdup_printf (_("Show the link with ‘%s’"), title);
    }
}

static void
collect_causes (TlReview  *review,
                TlRecord  *record,
                GPtrArray *items)
{
  collect_links (review, record, "effect", "cause", items);
}

static void
collect_effects (TlReview  *review,
                 TlRecord  *record,
                 GPtrArray *items)
{
  collect_links (review, record, "cause", "effect", items);
}

static gboolean
has_links (const TlKind *kind)
{
  return refers ("link", "cause", kind);
}

static gboolean
has_tags (const TlKind *kind)
{
  return refers ("tag", "target", kind);
}

static char *
dup_tag_subtitle (TlReview *review,
                  TlRecord *tag)
{
  const char *coder = tl_record_get_text (tag, "coder");
  TlRecord *reviewer = coder != NULL ? tl_review_lookup (review, coder) : NULL;
  g_autofree char *name = reviewer != NULL ? tl_review_dup_title (review, reviewer) : NULL;

  if (name != NULL && tl_record_get_bool (tag, "agreed"))
    return g_strdup_printf (_("%s, agreed"), name);
  if (tl_record_get_bool (tag, "agreed"))
    return g_strdup (_("Agreed by the coders"));
  return g_steal_pointer (&name);
}

static void
collect_tags (TlReview  *review,
              TlRecord  *record,
              GPtrArray *items)
{
  g_autoptr (GPtrArray) tags = tl_review_get_referrers (review, tl_record_get_id (record), "tag", "target");

  for (guint i = 0; i < tags->len; i++)
    {
      TlRecord *tag = g_ptr_array_index (tags, i);
      const TlKind *kind = tl_record_get_kind (tag);
      g_autofree char *code
          = tl_terms_dup_label (review, tl_kind_find_field (kind, "code"), tl_record_get_text (tag, "code"));
      g_autofree char *verdict
          = tl_terms_dup_label (review, tl_kind_find_field (kind, "verdict"), tl_record_get_text (tag, "verdict"));
      const char *title = code != NULL ? code : verdict != NULL ? verdict : _("No code yet");
      g_autofree char *subtitle = dup_tag_subtitle (review, tag);
      TlSectionItem *item = tl_section_add_item (items, title, subtitle);

      item->reveal = g_strdup (tl_record_get_id (tag));
      item->remove = g_strdup (tl_record_get_id (tag));
      item->remove_label = g_strdup_printf (_("Remove the tag ‘%s’"), title);
    }
}

const TlSectionSpec tl_section_causes = {
  .title = N_("What contributed to it"),
  .empty = N_("Nothing yet"),
  .add_label = N_("Add a cause"),
  .add_action = "win.add-cause",
  .applies = has_links,
  .collect = collect_causes,
};

const TlSectionSpec tl_section_effects = {
  .title = N_("What it contributed to"),
  .empty = N_("Nothing yet"),
  .add_label = N_("Add an effect"),
  .add_action = "win.add-effect",
  .applies = has_links,
  .collect = collect_effects,
};

const TlSectionSpec tl_section_tags = {
  .title = N_("Tags"),
  .empty = N_("No code of a typology has been given"),
  .add_label = N_("Add a tag"),
  .add_action = "win.tag",
  .applies = has_tags,
  .collect = collect_tags,
};
