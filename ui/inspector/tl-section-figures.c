/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The section that lists the local figures for and against a factor or finding, each with what it was counted among. */
#include "config.h"

#include <glib/gi18n.h>

#include "model/case/tl-figure.h"
#include "ui/inspector/tl-section.h"

static void
collect_figures (TlReview  *review,
                 TlRecord  *record,
                 GPtrArray *items)
{
  g_autoptr (GPtrArray) figures = tl_figure_list_for (review, record);

  for (guint i = 0; i < figures->len; i++)
    {
      TlRecord *figure = g_ptr_array_index (figures, i);
      g_autofree char *title = tl_review_dup_title (review, figure);
      g_autofree char *words = tl_figure_dup_words (figure);
      const char *stance = tl_figure_is_against (figure, record) ? _("Against") : _("For");
      g_autofree char *subtitle = words[0] != '\0' ? g_strdup_printf ("%s · %s", stance, words) : g_strdup (stance);
      TlSectionItem *item = tl_section_add_item (items, title, subtitle);

      item->reveal = g_strdup (tl_record_get_id (figure));
    }
}

const TlSectionSpec tl_section_figures = {
  .title = N_("Local figures"),
  .empty = N_("None yet. A figure stands with what it was counted among, when, by whom, and what it doesn’t say."),
  .add_label = N_("Add a local figure"),
  .add_action = "win.add-figure",
  .applies = tl_figure_may_support,
  .collect = collect_figures,
};
