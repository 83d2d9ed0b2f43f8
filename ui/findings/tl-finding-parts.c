/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a finding comes from: patterns, factors of its own, and paths through the graph; and the local figures that
 * speak for or against it. */
#include "config.h"

#include "ui/findings/tl-finding-parts.h"

#include <glib/gi18n.h>

#include "model/case/tl-figure.h"
#include "model/case/tl-item-edit.h"
#include "model/method/tl-method.h"
#include "ui/widgets/tl-graph-wording.h"

static GPtrArray *
collect (TlReview   *review,
         TlRecord   *finding,
         const char *field)
{
  const char *const *ids = tl_record_get_list (finding, field);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *record = tl_review_lookup (review, ids[i]);

      if (record != NULL)
        g_ptr_array_add (found, record);
    }
  return found;
}

static gboolean
set_item (TlEdit     *edit,
          TlReview   *review,
          const char *finding_id,
          const char *field,
          const char *id,
          gboolean    with,
          GError    **error)
{
  return tl_item_edit_set (edit, tl_review_lookup (review, finding_id), field, id, with, error);
}

/* Patterns */

static GPtrArray *
collect_patterns (TlReview *review,
                  TlRecord *finding)
{
  return collect (review, finding, "patterns");
}

/* (transfer full): what makes it a pattern, which helps to say what makes the finding underlying */
static char *
dup_explanation (TlReview *review,
                 TlRecord *finding,
                 TlRecord *pattern)
{
  return g_strdup (tl_record_get_text (pattern, "explanation"));
}

static gboolean
add_pattern (TlEdit      *edit,
             TlReview    *review,
             const char  *finding_id,
             const char  *id,
             GError     **error)
{
  return set_item (edit, review, finding_id, "patterns", id, TRUE, error);
}

static gboolean
take_pattern (TlEdit      *edit,
              TlReview    *review,
              const char  *finding_id,
              const char  *id,
              GError     **error)
{
  return set_item (edit, review, finding_id, "patterns", id, FALSE, error);
}

const TlPart tl_finding_part_patterns = {
  .title = N_("Patterns behind it"),
  .empty = N_("None. A {finding} often grows out of a pattern, but need not."),
  .kind = "pattern",
  .add_label = N_("Add a pattern"),
  .take_label = N_("Take “%s” out of the {finding}"),
  .go_label = N_("Show it among the patterns"),
  .collect = collect_patterns,
  .dup_subtitle = dup_explanation,
  .add = add_pattern,
  .take = take_pattern,
};

/* Factors */

static GPtrArray *
collect_factors (TlReview *review,
                 TlRecord *finding)
{
  return collect (review, finding, "factors");
}

static char *
dup_level (TlReview *review,
           TlRecord *finding,
           TlRecord *factor)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;

  return g_strdup (tl_graph_wording_level (method, factor));
}

static gboolean
add_factor (TlEdit      *edit,
            TlReview    *review,
            const char  *finding_id,
            const char  *id,
            GError     **error)
{
  return set_item (edit, review, finding_id, "factors", id, TRUE, error);
}

static gboolean
take_factor (TlEdit      *edit,
             TlReview    *review,
             const char  *finding_id,
             const char  *id,
             GError     **error)
{
  return set_item (edit, review, finding_id, "factors", id, FALSE, error);
}

const TlPart tl_finding_part_factors = {
  .title = N_("Factors behind it"),
  .empty = N_("None of its own. Those of its patterns and paths count without being named here."),
  .kind = "factor",
  .add_label = N_("Add a factor"),
  .take_label = N_("Take “%s” out of the {finding}"),
  .go_label = N_("Show it in the graph"),
  .collect = collect_factors,
  .dup_subtitle = dup_level,
  .add = add_factor,
  .take = take_factor,
};

/* Paths */

static GPtrArray *
collect_paths (TlReview *review,
               TlRecord *finding)
{
  return collect (review, finding, "paths");
}

static char *
dup_steps (TlReview *review,
           TlRecord *finding,
           TlRecord *path)
{
  guint n = g_strv_length ((char **) tl_record_get_list (path, "links"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n), n);
}

static gboolean
add_path (TlEdit      *edit,
          TlReview    *review,
          const char  *finding_id,
          const char  *id,
          GError     **error)
{
  return set_item (edit, review, finding_id, "paths", id, TRUE, error);
}

static gboolean
take_path (TlEdit      *edit,
           TlReview    *review,
           const char  *finding_id,
           const char  *id,
           GError     **error)
{
  return set_item (edit, review, finding_id, "paths", id, FALSE, error);
}

const TlPart tl_finding_part_paths = {
  .title = N_("Paths behind it"),
  .empty = N_("None. A path through the graph shows step by step how one thing came of another."),
  .kind = "path",
  .add_label = N_("Add a path"),
  .take_label = N_("Take “%s” out of the {finding}"),
  .collect = collect_paths,
  .dup_subtitle = dup_steps,
  .add = add_path,
  .take = take_path,
};

/* Figures */

static char *
dup_figure (TlReview *review,
            TlRecord *finding,
            TlRecord *figure)
{
  g_autofree char *words = tl_figure_dup_words (figure);

  return tl_figure_is_against (figure, finding) ? g_strdup_printf (_("Against it: %s"), words)
                                                : g_steal_pointer (&words);
}

static gboolean
add_figure (TlEdit      *edit,
            TlReview    *review,
            const char  *finding_id,
            const char  *id,
            GError     **error)
{
  return tl_item_edit_set (edit, tl_review_lookup (review, id), "for_findings", finding_id, TRUE, error);
}

static gboolean
add_new_figure (TlEdit      *edit,
                TlReview    *review,
                const char  *finding_id,
                const char  *label,
                GError     **error)
{
  g_autofree char *id = tl_figure_edit_add (edit, tl_review_lookup (review, finding_id), error);

  return id != NULL && tl_edit_set (edit, id, "label", label, error);
}

static gboolean
take_figure (TlEdit      *edit,
             TlReview    *review,
             const char  *finding_id,
             const char  *id,
             GError     **error)
{
  TlRecord *figure = tl_review_lookup (review, id);

  return tl_item_edit_set (edit, figure, "for_findings", finding_id, FALSE, error)
         && tl_item_edit_set (edit, figure, "against_findings", finding_id, FALSE, error);
}

const TlPart tl_finding_part_figures = {
  .title = N_("Local figures"),
  .empty = N_("None. What is counted here, out of what, and what does the count not say?"),
  .kind = "figure",
  .add_label = N_("Add a local figure"),
  .new_format = N_("New figure “%s”"),
  .take_label = N_("Take “%s” out of the {finding}"),
  .collect = tl_figure_list_for,
  .dup_subtitle = dup_figure,
  .add = add_figure,
  .add_new = add_new_figure,
  .take = take_figure,
};
