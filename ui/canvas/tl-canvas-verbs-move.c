/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do to places and levels: each function is one edit. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

/* What must happen for the factors that come to @band to lie in it: it grows, and all below goes down. */
static double
get_growth (TlCanvas           *self,
            const TlCanvasSpot *spots,
            guint               n_spots,
            guint               band,
            gboolean            at_top)
{
  const TlCanvasBand *lane = tl_canvas_scene_get_band (self->scene, band);
  TlLayoutOptions options;
  double growth = 0;

  tl_canvas_scene_get_options (self->scene, &options);
  for (guint i = 0; i < n_spots; i++)
    {
      double room = TL_CANVAS_FACTOR_HEIGHT / 2.0 + options.band_padding;

      if (spots[i].band == band)
        growth = MAX (growth, at_top ? lane->top - (spots[i].y - room) : spots[i].y + room - lane->bottom);
    }
  return growth;
}

/**
 * _tl_canvas_edit_make_room:
 * @spots: where factors come to be
 *
 * Works out how far each band's factors go down so that those at its edges, or at those of the bands above, have room.
 *
 * Returns: (transfer full): a distance for each band
 */
double *
_tl_canvas_edit_make_room (TlCanvas           *self,
                           const TlCanvasSpot *spots,
                           guint               n_spots)
{
  guint n = tl_canvas_scene_get_n_bands (self->scene);
  double *shifts = g_new0 (double, n + 1);
  double shift = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        shift += get_growth (self, spots, n_spots, i, TRUE);
      shifts[i] = shift;
      if (i + 1 < n)
        shift += get_growth (self, spots, n_spots, i, FALSE);
    }
  return shifts;
}

/**
 * _tl_canvas_edit_shift:
 * @shifts: from _tl_canvas_edit_make_room()
 *
 * Takes the factors that rest to where they have to go, and keeps places that the file does not hold yet.
 */
gboolean
_tl_canvas_edit_shift (TlCanvas     *self,
                       TlEdit       *edit,
                       const double *shifts,
                       GError      **error)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double shift = shifts[MIN (node->band, tl_canvas_scene_get_n_bands (self->scene) - 1)];

      if (node->placed && !node->dragged && (shift > 0 || !node->stored)
          && !_tl_canvas_edit_place (edit, tl_canvas_node_get_id (node), node->x, node->y + shift, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_dragged (TlCanvas     *self,
              TlEdit       *edit,
              TlCanvasNode *node,
              const double *shifts,
              GError      **error)
{
  const char *id = tl_canvas_node_get_id (node);
  guint band = tl_canvas_scene_pick_band (self->scene, node->y + node->dy);
  const char *level = tl_canvas_scene_get_band (self->scene, band)->key;

  if (!_tl_canvas_edit_place (edit, id, node->x + node->dx, node->y + node->dy + shifts[band], error))
    return FALSE;
  return band == node->band || tl_edit_set (edit, id, "level", level, error);
}

static GArray *
create_dragged_spots (TlCanvas *self)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (TlCanvasSpot));

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double y = node->y + node->dy;
      TlCanvasSpot spot = { tl_canvas_scene_pick_band (self->scene, y), node->x + node->dx, y };

      if (node->dragged)
        g_array_append_val (spots, spot);
    }
  return spots;
}

static gboolean
move_all (TlCanvas *self,
          TlEdit   *edit,
          GError  **error)
{
  g_autoptr (GArray) spots = create_dragged_spots (self);
  g_autofree double *shifts
      = _tl_canvas_edit_make_room (self, (const TlCanvasSpot *) spots->data, spots->len);

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->dragged && !move_dragged (self, edit, node, shifts, error))
        return FALSE;
    }
  return _tl_canvas_edit_shift (self, edit, shifts, error);
}

/**
 * _tl_canvas_verb_move:
 *
 * Keeps where the dragged factors have been dragged to, and the level of those that are in another lane now.
 */
gboolean
_tl_canvas_verb_move (TlCanvas *self)
{
  g_autofree char *label = NULL;
  GError *error = NULL;
  TlCanvasNode *one = NULL;
  guint n = 0;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->dragged)
        one = node, n++;
    }
  if (n == 0)
    return FALSE;
  if (n == 1)
    {
      g_autofree char *statement = _tl_canvas_dup_short_statement (one->record);

      label = g_strdup_printf (_("Move factor “%s”"), statement);
    }
  else
    label = g_strdup_printf (g_dngettext (NULL, "Move %u factor", "Move %u factors", n), n);

  TlEdit *edit = _tl_canvas_edit_begin (self, label);
  if (edit == NULL)
    return FALSE;
  gboolean done = move_all (self, edit, &error);
  return _tl_canvas_edit_finish (self, edit, done, error);
}

/**
 * _tl_canvas_verb_arrange:
 * @label: what the history calls it
 * @places: (element-type utf8 TlLayoutPoint): new centres by id
 *
 * Moves many factors at once.
 */
gboolean
_tl_canvas_verb_arrange (TlCanvas   *self,
                         const char *label,
                         GHashTable *places)
{
  TlEdit *edit = _tl_canvas_edit_begin (self, label);
  GHashTableIter iter;
  gpointer id, place;
  GError *error = NULL;
  gboolean done = TRUE;

  if (edit == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, places);
  while (done && g_hash_table_iter_next (&iter, &id, &place))
    done = _tl_canvas_edit_place (edit, id, ((TlLayoutPoint *) place)->x, ((TlLayoutPoint *) place)->y, &error);
  return _tl_canvas_edit_finish (self, edit, done, error);
}

/* Puts the factor at @i where there is room in its new band, near what it is linked to. */
static gboolean
change_level (TlCanvas           *self,
              TlEdit             *edit,
              guint               i,
              guint               band,
              TlLayoutBox        *boxes,
              const TlLayoutLine *lines,
              GError            **error)
{
  guint n = tl_canvas_scene_get_n_nodes (self->scene);
  const char *id = tl_canvas_node_get_id (tl_canvas_scene_get_node (self->scene, i));
  TlLayoutOptions options;

  if (!tl_edit_set (edit, id, "level", tl_canvas_scene_get_band (self->scene, band)->key, error))
    return FALSE;
  if (!boxes[i].placed)
    return TRUE;
  tl_canvas_scene_get_options (self->scene, &options);
  boxes[i].band = (int) band;
  boxes[i].placed = FALSE;
  tl_layout_place_one (boxes, n, lines, tl_canvas_scene_get_n_edges (self->scene), i, &options);
  boxes[i].placed = TRUE;
  return _tl_canvas_edit_place (edit, id, boxes[i].x + boxes[i].width / 2, boxes[i].y + boxes[i].height / 2, error);
}

/**
 * _tl_canvas_verb_set_level:
 * @band: position of the lane
 *
 * Takes the factors that are selected to another level.
 */
gboolean
_tl_canvas_verb_set_level (TlCanvas *self,
                           guint     band)
{
  g_autofree char *label = _tl_canvas_dup_set_label (self, "factor", "level");
  GError *error = NULL;
  TlEdit *edit = label != NULL ? _tl_canvas_edit_begin (self, label) : NULL;

  if (edit == NULL)
    return FALSE;
  g_autofree TlLayoutBox *boxes = tl_canvas_scene_dup_boxes (self->scene);
  g_autofree TlLayoutLine *lines = tl_canvas_scene_dup_lines (self->scene);
  gboolean done = _tl_canvas_edit_keep_places (self, edit, &error);
  for (guint i = 0; done && i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->band != band && tl_selection_contains (self->selection, tl_canvas_node_get_id (node)))
        done = change_level (self, edit, i, band, boxes, lines, &error);
    }
  return _tl_canvas_edit_finish (self, edit, done, error);
}
