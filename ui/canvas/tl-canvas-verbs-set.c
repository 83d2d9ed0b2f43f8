/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can say of all that is selected at once: each function is one edit. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

static GPtrArray *
collect_selected (TlCanvas   *self,
                  const char *kind)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; self->selection != NULL && i < tl_selection_get_n (self->selection); i++)
    {
      TlRecord *record = tl_review_lookup (self->review, tl_selection_get_id (self->selection, i));

      if (record != NULL && tl_record_is (record, kind))
        g_ptr_array_add (records, record);
    }
  return records;
}

/**
 * _tl_canvas_dup_set_label:
 * @kind: factor or link
 * @field: the field that is about to change
 *
 * Returns: (nullable): what the history calls it; %NULL if nothing of the kind is selected
 */
char *
_tl_canvas_dup_set_label (TlCanvas   *self,
                          const char *kind,
                          const char *field)
{
  g_autoptr (GPtrArray) records = collect_selected (self, kind);
  gboolean is_factor = g_str_equal (kind, "factor");
  const char *name = _(tl_kind_find_field (tl_kind_lookup (kind), field)->label);
  g_autofree char *title = NULL;

  if (records->len == 0)
    return NULL;
  if (records->len > 1)
    return is_factor ? g_strdup_printf (g_dngettext (NULL, "Change “%s” of %u factor", "Change “%s” of %u factors",
                                                     records->len),
                                        name, records->len)
                     : g_strdup_printf (g_dngettext (NULL, "Change “%s” of %u link", "Change “%s” of %u links",
                                                     records->len),
                                        name, records->len);
  if (is_factor)
    {
      title = _tl_canvas_dup_short_statement (g_ptr_array_index (records, 0));
      return g_strdup_printf (_("Change “%s” of factor “%s”"), name, title);
    }
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, tl_record_get_id (g_ptr_array_index (records, 0)));
  title = edge != NULL ? _tl_canvas_dup_link_title (edge->cause, edge->effect) : g_strdup ("");
  return g_strdup_printf (_("Change “%s” of link %s"), name, title);
}

/**
 * _tl_canvas_verb_set:
 * @kind: factor or link
 * @field: one of its fields
 * @value: (nullable): what it is to be
 *
 * Sets a field of all of the kind that are selected.
 */
gboolean
_tl_canvas_verb_set (TlCanvas   *self,
                     const char *kind,
                     const char *field,
                     const char *value)
{
  g_autoptr (GPtrArray) records = collect_selected (self, kind);
  g_autofree char *label = _tl_canvas_dup_set_label (self, kind, field);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  gboolean done = TRUE;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, g_strdup (tl_record_get_id (g_ptr_array_index (records, i))));
  TlEdit *edit = ids->len > 0 ? _tl_canvas_edit_begin (self, label) : NULL;
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; done && i < ids->len; i++)
    done = tl_edit_set (edit, g_ptr_array_index (ids, i), field, value, &error);
  return _tl_canvas_edit_finish (self, edit, done, error);
}

/**
 * _tl_canvas_selected_are_pinned:
 *
 * Returns: whether all the factors that are selected, and at least one, are pinned
 */
gboolean
_tl_canvas_selected_are_pinned (TlCanvas *self)
{
  g_autoptr (GPtrArray) records = collect_selected (self, "factor");
  gboolean pinned = records->len > 0;

  for (guint i = 0; pinned && i < records->len; i++)
    pinned = tl_record_get_bool (g_ptr_array_index (records, i), "pinned");
  return pinned;
}

/**
 * _tl_canvas_verb_pin:
 * @pinned: pin rather than unpin
 *
 * Pins the factors that are selected to where they are, or lets them move again when the graph is tidied.
 */
gboolean
_tl_canvas_verb_pin (TlCanvas *self,
                     gboolean  pinned)
{
  g_autoptr (GPtrArray) records = collect_selected (self, "factor");
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (records->len == 0)
    return FALSE;
  if (records->len == 1)
    {
      g_autofree char *statement = _tl_canvas_dup_short_statement (g_ptr_array_index (records, 0));

      label = g_strdup_printf (pinned ? _("Pin factor “%s”") : _("Unpin factor “%s”"), statement);
    }
  else
    label = g_strdup_printf (pinned ? g_dngettext (NULL, "Pin %u factor", "Pin %u factors", records->len)
                                    : g_dngettext (NULL, "Unpin %u factor", "Unpin %u factors", records->len),
                             records->len);

  TlEdit *edit = _tl_canvas_edit_begin (self, label);
  if (edit == NULL)
    return FALSE;
  /* What is pinned needs a place to stay at. */
  gboolean done = !pinned || _tl_canvas_edit_keep_places (self, edit, &error);
  for (guint i = 0; done && i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      const char *id = tl_canvas_node_get_id (tl_canvas_scene_get_node (self->scene, i));

      if (tl_selection_contains (self->selection, id))
        done = tl_edit_set_int (edit, id, "pinned", pinned, &error);
    }
  return _tl_canvas_edit_finish (self, edit, done, error);
}
