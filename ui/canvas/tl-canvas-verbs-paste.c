/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a part of a graph that was copied: one edit, in places where it covers nobody. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/tl-graph-wording.h"

static gboolean
get_number (const TlPlainRecord *factor,
            const char          *field,
            double              *number)
{
  const TlValue *value = tl_plain_record_get (factor, field);

  *number = value->type == TL_VALUE_INTEGER ? (double) value->integer : 0;
  return value->type == TL_VALUE_INTEGER;
}

static guint
get_band (TlCanvas            *self,
          const TlPlainRecord *factor)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  const TlValue *level = tl_plain_record_get (factor, "level");
  int band = level->type == TL_VALUE_TEXT && method != NULL ? tl_method_find_level (method, level->text) : -1;

  return band >= 0 ? (guint) band : method != NULL ? tl_method_get_n_levels (method) : 0;
}

/* Where the factors lay when they were copied; FALSE if they have no places. */
static gboolean
get_former_spots (TlCanvas     *self,
                  TlFragment   *fragment,
                  TlCanvasSpot *spots)
{
  for (guint i = 0; i < tl_fragment_get_n_factors (fragment); i++)
    {
      const TlPlainRecord *factor = tl_fragment_get_factor (fragment, i);

      if (!get_number (factor, "x", &spots[i].x) || !get_number (factor, "y", &spots[i].y))
        return FALSE;
      spots[i].band = get_band (self, factor);
    }
  return TRUE;
}

/* Takes the spots to @target, across only where they are of several bands or another one: the levels are kept. */
static void
move_to (TlCanvasSpot       *spots,
         guint               n_spots,
         const TlCanvasSpot *target)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  gboolean one_band = TRUE;

  for (guint i = 0; i < n_spots; i++)
    {
      left = MIN (left, spots[i].x);
      right = MAX (right, spots[i].x);
      top = MIN (top, spots[i].y);
      bottom = MAX (bottom, spots[i].y);
      one_band = one_band && spots[i].band == target->band;
    }
  for (guint i = 0; i < n_spots; i++)
    {
      spots[i].x += target->x - (left + right) / 2;
      if (one_band)
        spots[i].y += target->y - (top + bottom) / 2;
    }
}

static gboolean
is_in_view (TlCanvas           *self,
            const TlCanvasSpot *spots,
            guint               n_spots)
{
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  for (guint i = 0; i < n_spots; i++)
    {
      if (graphene_rect_contains_point (&visible,
                                        &GRAPHENE_POINT_INIT ((float) spots[i].x, (float) spots[i].y)))
        return TRUE;
    }
  return FALSE;
}

/* In rows at @target, and of its level unless they have one. */
static void
fill_rows (TlCanvas           *self,
           TlFragment         *fragment,
           const TlCanvasSpot *target,
           TlCanvasSpot       *spots)
{
  guint n = tl_fragment_get_n_factors (fragment);
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  guint n_columns = (guint) CLAMP (visible.size.width / (1.5 * TL_CANVAS_FACTOR_WIDTH), 1, 8);
  tl_canvas_scene_fill_rows (self->scene, spots, n, target, n_columns);
  for (guint i = 0; i < n; i++)
    {
      const TlPlainRecord *factor = tl_fragment_get_factor (fragment, i);

      if (tl_plain_record_get (factor, "level")->type == TL_VALUE_UNSET)
        tl_fragment_set_level (fragment, i, tl_canvas_scene_get_band (self->scene, target->band)->key);
      spots[i].band = get_band (self, factor);
    }
}

static TlCanvasSpot *
find_spots (TlCanvas           *self,
            TlFragment         *fragment,
            gboolean            is_from_here,
            const TlCanvasSpot *wanted)
{
  guint n = tl_fragment_get_n_factors (fragment);
  TlCanvasSpot *spots = g_new0 (TlCanvasSpot, n);
  TlCanvasNode *primary = _tl_canvas_get_primary_node (self);
  TlCanvasSpot middle;

  _tl_canvas_get_spot (self, self->viewport.width / 2, self->viewport.height / 2, &middle);
  if (!get_former_spots (self, fragment, spots))
    {
      if (primary != NULL && primary->placed && wanted == NULL)
        middle = (TlCanvasSpot) { MIN (primary->band, tl_canvas_scene_get_n_bands (self->scene) - 1), primary->x,
                                  primary->y };
      fill_rows (self, fragment, wanted != NULL ? wanted : &middle, spots);
    }
  else if (wanted != NULL || !is_from_here || !is_in_view (self, spots, n))
    move_to (spots, n, wanted != NULL ? wanted : &middle);
  tl_canvas_scene_find_room (self->scene, spots, n);
  return spots;
}

/* Puts the factors in their places and makes room for them. */
static gboolean
place (TlCanvas     *self,
       TlEdit       *edit,
       TlFragment   *fragment,
       TlCanvasSpot *spots,
       GError      **error)
{
  guint n = tl_fragment_get_n_factors (fragment);
  guint n_bands = tl_canvas_scene_get_n_bands (self->scene);
  g_autofree double *shifts = _tl_canvas_edit_make_room (self, spots, n);

  for (guint i = 0; i < n; i++)
    tl_fragment_place (fragment, i, (gint64) round (spots[i].x),
                       (gint64) round (spots[i].y + shifts[MIN (spots[i].band, n_bands - 1)]));
  return _tl_canvas_edit_shift (self, edit, shifts, error);
}

static char *
dup_label (TlFragment *fragment)
{
  guint n = tl_fragment_get_n_factors (fragment);
  const TlValue *statement = tl_plain_record_get (tl_fragment_get_factor (fragment, 0), "statement");

  if (n == 1 && statement->type == TL_VALUE_TEXT)
    {
      g_autofree char *shortened = tl_graph_wording_shorten (statement->text);

      return g_strdup_printf (_("Paste factor “%s”"), shortened);
    }
  return g_strdup_printf (g_dngettext (NULL, "Paste %u factor", "Paste %u factors", n), n);
}

static void
select_pasted (TlCanvas   *self,
               TlFragment *fragment)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = tl_fragment_get_n_factors (fragment); i > 0; i--)
    g_ptr_array_add (ids, (gpointer) tl_fragment_get_factor (fragment, i - 1)->id);
  g_ptr_array_add (ids, NULL);
  tl_selection_set_many (self->selection, (const char *const *) ids->pdata);
  tl_canvas_reveal (self, tl_fragment_get_factor (fragment, 0)->id);
  _tl_canvas_keys_focus (self, tl_fragment_get_factor (fragment, 0)->id);
}

/**
 * _tl_canvas_verb_paste:
 * @fragment: what was copied; it becomes part of the review and can't be pasted again
 * @wanted: (nullable): where; %NULL for next to the originals or, where these are out of sight, in view
 *
 * Adds what was copied, selects it, and says what had to be left behind.
 */
gboolean
_tl_canvas_verb_paste (TlCanvas           *self,
                       TlFragment         *fragment,
                       const TlCanvasSpot *wanted)
{
  g_autofree char *label = dup_label (fragment);
  g_autofree char *losses = NULL;
  g_autofree TlCanvasSpot *spots = NULL;
  GError *error = NULL;
  TlEdit *edit = _tl_canvas_edit_begin (self, label);

  if (edit == NULL)
    return FALSE;
  gboolean is_from_here = tl_fragment_is_from (fragment, self->review);
  losses = tl_fragment_fit (fragment, self->review);
  spots = find_spots (self, fragment, is_from_here, wanted);
  gboolean done = place (self, edit, fragment, spots, &error) && tl_fragment_add (fragment, edit, &error);
  done = _tl_canvas_edit_finish (self, edit, done, error);
  if (done && self->selection != NULL)
    select_pasted (self, fragment);
  if (done && losses != NULL)
    _tl_canvas_notice_show (self, losses);
  return done;
}
