/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links that are shown as one where groups are collapsed: which these are, how many, and how that is read aloud. A
 * rejected link is counted apart from those that somebody holds. */
#include "config.h"

#include "ui/canvas/tl-canvas-bundle.h"

#include "ui/widgets/tl-graph-wording.h"

#include <glib/gi18n.h>

/**
 * tl_canvas_end_of:
 *
 * Returns: what a link of @node ends at: itself, or the group as part of which it is shown
 */
TlCanvasEnd
tl_canvas_end_of (TlCanvasNode *node)
{
  return (TlCanvasEnd) { node, node->group };
}

gboolean
tl_canvas_end_is_same (const TlCanvasEnd *self,
                       const TlCanvasEnd *other)
{
  return self->group == other->group && (self->group != TL_GROUPS_NONE || self->node == other->node);
}

static gboolean
is_visible (const TlCanvasEnd *end)
{
  return end->group != TL_GROUPS_NONE ? end->node->placed : tl_canvas_node_is_shown (end->node);
}

static TlCanvasBundle *
get_bundle (GArray            *bundles,
            const TlCanvasEnd *cause,
            const TlCanvasEnd *effect)
{
  TlCanvasBundle bundle = { *cause, *effect, 0, 0 };

  for (guint i = 0; i < bundles->len; i++)
    {
      TlCanvasBundle *known = &g_array_index (bundles, TlCanvasBundle, i);

      if (tl_canvas_end_is_same (&known->cause, cause) && tl_canvas_end_is_same (&known->effect, effect))
        return known;
    }
  g_array_append_val (bundles, bundle);
  return &g_array_index (bundles, TlCanvasBundle, bundles->len - 1);
}

/**
 * tl_canvas_bundles_collect:
 *
 * Returns: (transfer full) (element-type TlCanvasBundle): the links that lead into a collapsed group, out of it or from
 *   one to another; valid until the scene changes
 */
GArray *
tl_canvas_bundles_collect (TlCanvasScene *scene)
{
  GArray *bundles = g_array_new (FALSE, FALSE, sizeof (TlCanvasBundle));

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (scene, i);
      TlCanvasEnd cause = tl_canvas_end_of (edge->cause), effect = tl_canvas_end_of (edge->effect);

      if ((cause.group == TL_GROUPS_NONE && effect.group == TL_GROUPS_NONE) || tl_canvas_end_is_same (&cause, &effect)
          || edge->sight == TL_SIGHT_HIDDEN || !is_visible (&cause) || !is_visible (&effect))
        continue;
      TlCanvasBundle *bundle = get_bundle (bundles, &cause, &effect);
      if (g_strcmp0 (tl_record_get_text (edge->record, "state"), "rejected") == 0)
        bundle->n_rejected++;
      else
        bundle->n++;
    }
  return bundles;
}

/**
 * tl_canvas_bundles_count:
 * @group: position of a collapsed group
 * @n_in: (out): how many links that somebody holds lead to it
 * @n_out: (out): how many lead away from it
 * @n_rejected: (out): how many rejected ones there are, either way
 */
void
tl_canvas_bundles_count (const GArray *bundles,
                         guint         group,
                         guint        *n_in,
                         guint        *n_out,
                         guint        *n_rejected)
{
  *n_in = *n_out = *n_rejected = 0;
  for (guint i = 0; i < bundles->len; i++)
    {
      const TlCanvasBundle *bundle = &g_array_index (bundles, TlCanvasBundle, i);

      if (bundle->effect.group == group)
        *n_in += bundle->n;
      if (bundle->cause.group == group)
        *n_out += bundle->n;
      if (bundle->effect.group == group || bundle->cause.group == group)
        *n_rejected += bundle->n_rejected;
    }
}

/**
 * tl_canvas_bundle_dup_marks:
 *
 * Returns: (transfer full): what stands at the middle of the line: "3", "3 ×1" with a rejected one, "×1" for that
 *   alone; nothing for one link
 */
char *
tl_canvas_bundle_dup_marks (const TlCanvasBundle *self)
{
  if (self->n_rejected == 0)
    return self->n > 1 ? g_strdup_printf ("%u", self->n) : g_strdup ("");
  return self->n > 0 ? g_strdup_printf ("%u ×%u", self->n, self->n_rejected)
                     : g_strdup_printf ("×%u", self->n_rejected);
}

static const char *
get_title (const TlCanvasEnd *end,
           TlCanvasGroups    *groups)
{
  const TlCanvasGroup *group = tl_canvas_groups_get (groups, end->group);

  return group != NULL ? group->title : tl_graph_wording_statement (end->node->record);
}

static void
append_rejected (GString *name,
                 guint    n_rejected)
{
  if (n_rejected == 0)
    return;
  g_string_append (name, ", ");
  g_string_append_printf (name, g_dngettext (NULL, "%u rejected link", "%u rejected links", n_rejected), n_rejected);
}

/**
 * tl_canvas_bundle_dup_name:
 *
 * Returns: (transfer full): "“Health” to “Visits were short”: 3 links, 1 rejected link"
 */
char *
tl_canvas_bundle_dup_name (const TlCanvasBundle *self,
                           TlCanvasGroups       *groups)
{
  g_autofree char *links = g_strdup_printf (g_dngettext (NULL, "%u link", "%u links", self->n), self->n);
  GString *name = g_string_new (NULL);

  /* Translators: a cause and an effect, either of which may be a group of factors, and how many links there are */
  g_string_printf (name, _("“%s” to “%s”: %s"), get_title (&self->cause, groups), get_title (&self->effect, groups),
                   links);
  append_rejected (name, self->n_rejected);
  return g_string_free (name, FALSE);
}

/**
 * tl_canvas_bundles_dup_group_name:
 * @group: position of a collapsed group
 *
 * Returns: (transfer full): "Group: Health, 2 factors, 1 link in, 3 links out, 1 rejected link"
 */
char *
tl_canvas_bundles_dup_group_name (const GArray   *bundles,
                                  TlCanvasGroups *groups,
                                  guint           group)
{
  const TlCanvasGroup *shown = tl_canvas_groups_get (groups, group);
  guint n = shown->n_factors, n_in, n_out, n_rejected;
  GString *name = g_string_new (NULL);

  tl_canvas_bundles_count (bundles, group, &n_in, &n_out, &n_rejected);

  g_autofree char *factors = g_strdup_printf (g_dngettext (NULL, "%u factor", "%u factors", n), n);
  g_autofree char *in = g_strdup_printf (g_dngettext (NULL, "%u link in", "%u links in", n_in), n_in);
  g_autofree char *out = g_strdup_printf (g_dngettext (NULL, "%u link out", "%u links out", n_out), n_out);
  /* Translators: a group of factors that is shown as one card: its title, and how many factors and links it has */
  g_string_printf (name, _("Group: %s, %s, %s, %s"), shown->title, factors, in, out);
  append_rejected (name, n_rejected);
  return g_string_free (name, FALSE);
}
