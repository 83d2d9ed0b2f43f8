/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked at, in a sentence, and a path that is worth keeping as a record. */
#include "config.h"

#include "ui/canvas/tl-canvas-sight.h"

#include "model/base/tl-text.h"
#include "model/review/tl-edit.h"

#include <glib/gi18n.h>

#define MAX_TITLE 60

static char *
dup_title (TlCanvasSight *self,
           const char    *id)
{
  TlRecord *factor = tl_review_lookup (tl_canvas_sight_get_review (self), id);
  const char *statement = factor != NULL ? tl_record_get_text (factor, "statement") : NULL;

  return tl_text_shorten (statement != NULL ? statement : _("No statement yet"), MAX_TITLE);
}

static char *
dup_steps (guint steps)
{
  if (steps == TL_SIGHT_ALL_STEPS)
    return g_strdup (_("all the way"));
  return g_strdup_printf (g_dngettext (NULL, "%u step each way", "%u steps each way", steps), steps);
}

static char *
dup_focus (TlCanvasSight *self)
{
  const char *const *ids = tl_canvas_sight_get_ids (self);
  guint n = g_strv_length ((GStrv) ids), shown = tl_canvas_sight_get_n_shown (self);
  guint all = tl_record_list_get_n (tl_review_get_list (tl_canvas_sight_get_review (self), "factor"));
  g_autofree char *title = dup_title (self, ids[0]);
  g_autofree char *steps = dup_steps (tl_canvas_sight_get_steps (self));
  g_autofree char *what
      = n == 1 ? g_strdup_printf (_("“%s”"), title)
               : g_strdup_printf (g_dngettext (NULL, "%u factor", "%u factors", n), n);

  /* translators: 14 of 62 factors: “No time to visit” with its causes and effects, 2 steps each way */
  return g_strdup_printf (g_dngettext (NULL, "%u of %u factors: %s with its causes and effects, %s",
                                       "%u of %u factors: %s with their causes and effects, %s", n),
                          shown, all, what, steps);
}

static char *
dup_paths (TlCanvasSight *self)
{
  const char *const *ids = tl_canvas_sight_get_ids (self);
  guint n = tl_canvas_sight_get_n_items (self), position = tl_canvas_sight_get_position (self);
  const TlSightItem *item = tl_canvas_sight_get_item (self, position);
  g_autofree char *from = dup_title (self, ids[0]);
  g_autofree char *to = dup_title (self, ids[1]);

  if (item != NULL)
    {
      guint links = g_strv_length (item->links);
      g_autofree char *length = g_strdup_printf (g_dngettext (NULL, "%u link", "%u links", links), links);

      /* translators: Path 2 of 3 from “Posts were frozen” to “No visit”, 4 links */
      return g_strdup_printf (_("Path %u of %u from “%s” to “%s”, %s"), position + 1, n, from, to, length);
    }
  if (tl_canvas_sight_get_cut_off (self))
    return g_strdup_printf (_("The %u shortest of many paths from “%s” to “%s”"), n, from, to);
  return g_strdup_printf (g_dngettext (NULL, "%u path from “%s” to “%s”", "%u paths from “%s” to “%s”", n), n, from,
                          to);
}

static char *
dup_loops (TlCanvasSight *self)
{
  guint n = tl_canvas_sight_get_n_items (self), counts[TL_N_GRAPH_POLARITIES] = { 0 };
  const TlSightItem *shown = tl_canvas_sight_get_item (self, tl_canvas_sight_get_position (self));

  if (shown != NULL)
    /* translators: R1, reinforcing: More rules → Less time → More rules */
    return g_strdup_printf (_("%s, %s: %s"), shown->name, tl_graph_polarity_get_title (shown->polarity), shown->title);
  for (guint i = 0; i < n; i++)
    counts[tl_canvas_sight_get_item (self, i)->polarity]++;

  g_autofree char *all
      = tl_canvas_sight_get_cut_off (self)
            ? g_strdup_printf (_("The first %u of many loops"), n)
            : g_strdup_printf (g_dngettext (NULL, "%u loop", "%u loops", n), n);
  /* translators: 7 loops: 4 reinforcing, 2 balancing, 1 not known */
  return g_strdup_printf (_("%s: %u reinforcing, %u balancing, %u not known"), all,
                          counts[TL_GRAPH_POLARITY_REINFORCING], counts[TL_GRAPH_POLARITY_BALANCING],
                          counts[TL_GRAPH_POLARITY_UNKNOWN]);
}

static char *
dup_matches (TlCanvasSight *self)
{
  guint n = tl_canvas_sight_get_n_items (self), position = tl_canvas_sight_get_position (self);

  if (n == 0)
    return g_strdup (_("No match"));
  if (position == TL_SIGHT_ALL_ITEMS)
    return g_strdup_printf (g_dngettext (NULL, "%u match", "%u matches", n), n);
  return g_strdup_printf (_("%u of %u"), position + 1, n);
}

/**
 * tl_canvas_sight_dup_sentence:
 *
 * Returns: (transfer full) (nullable): what is looked at, for people; %NULL if it is everything
 */
char *
tl_canvas_sight_dup_sentence (TlCanvasSight *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_SIGHT (self), NULL);

  switch (tl_canvas_sight_get_mode (self))
    {
    case TL_SIGHT_FOCUS:
      return dup_focus (self);
    case TL_SIGHT_PATHS:
      return dup_paths (self);
    case TL_SIGHT_LOOPS:
      return dup_loops (self);
    case TL_SIGHT_MATCHES:
      return dup_matches (self);
    case TL_SIGHT_EVERYTHING:
    default:
      return NULL;
    }
}

/**
 * tl_canvas_sight_keep_path:
 *
 * Adds the path that is looked at to the review, in one edit; the only one there is, if no one was chosen.
 *
 * Returns: whether it was
 */
gboolean
tl_canvas_sight_keep_path (TlCanvasSight *self,
                           GError       **error)
{
  g_return_val_if_fail (TL_IS_CANVAS_SIGHT (self), FALSE);

  guint position = tl_canvas_sight_get_position (self);
  const TlSightItem *item = tl_canvas_sight_get_item (self, position == TL_SIGHT_ALL_ITEMS ? 0 : position);

  g_return_val_if_fail (tl_canvas_sight_get_mode (self) == TL_SIGHT_PATHS && item != NULL, FALSE);

  g_autofree char *from = dup_title (self, item->factors[0]);
  g_autofree char *to = dup_title (self, item->factors[g_strv_length (item->factors) - 1]);
  g_autofree char *title = g_strdup_printf ("%s → %s", from, to);
  g_autofree char *label = g_strdup_printf (_("Keep path “%s”"), title);
  g_auto (GStrv) links = g_strdupv (item->links);
  TlEdit *edit = tl_edit_begin (tl_canvas_sight_get_review (self), label, error);
  g_autofree char *id = edit != NULL ? tl_edit_add (edit, "path", NULL, error) : NULL;

  if (id == NULL || !tl_edit_set (edit, id, "title", title, error)
      || !tl_edit_set_list (edit, id, "links", (const char *const *) links, error))
    {
      g_clear_pointer (&edit, tl_edit_abort);
      return FALSE;
    }
  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}
