/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do to the review on the canvas: each function is one edit. The canvas shows the outcome only when
 * the review says that it changed. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "model/base/tl-text.h"
#include "model/review/tl-edit.h"

#include <glib/gi18n.h>
#include <math.h>

#define LABEL_CHARACTERS 40

static char *
dup_short_statement (TlRecord *factor)
{
  const char *statement = tl_record_get_text (factor, "statement");

  return tl_text_shorten (statement != NULL ? statement : _("No statement yet"), LABEL_CHARACTERS);
}

static char *
dup_link_title (TlCanvasNode *cause,
                TlCanvasNode *effect)
{
  g_autofree char *from = dup_short_statement (cause->record);
  g_autofree char *to = dup_short_statement (effect->record);

  return g_strdup_printf ("“%s” → “%s”", from, to);
}

static TlEdit *
begin (TlCanvas   *self,
       const char *label)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, label, &error);

  if (edit == NULL)
    _tl_canvas_notice_show (self, error->message);
  return edit;
}

/* Commits if all went well so far, otherwise takes everything back and says why. */
static gboolean
finish (TlCanvas *self,
        TlEdit   *edit,
        gboolean  done,
        GError   *error)
{
  g_autoptr (GError) failure = error;
  g_autofree char *change = NULL;

  if (!done)
    tl_edit_abort (edit);
  else
    change = tl_edit_commit (edit, &failure);
  if (failure != NULL)
    _tl_canvas_notice_show (self, failure->message);
  return done && failure == NULL;
}

static gboolean
set_place (TlEdit     *edit,
           const char *id,
           double      x,
           double      y,
           GError    **error)
{
  return tl_edit_set_int (edit, id, "x", (gint64) round (x), error)
         && tl_edit_set_int (edit, id, "y", (gint64) round (y), error);
}

/* With the first place that a person chooses all the others are kept too, or they would jump when it is next opened. */
static gboolean
set_found_places (TlCanvas *self,
                  TlEdit   *edit,
                  GError  **error)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->placed && !node->stored && !node->dragged
          && !set_place (edit, tl_canvas_node_get_id (node), node->x, node->y, error))
        return FALSE;
    }
  return TRUE;
}

/* What must happen for the dragged factors of @band to lie in it: it grows, and all below goes down. */
static double
get_growth (TlCanvas *self,
            guint     band,
            gboolean  at_top)
{
  const TlCanvasBand *lane = tl_canvas_scene_get_band (self->scene, band);
  TlLayoutOptions options;
  double growth = 0;

  tl_canvas_scene_get_options (self->scene, &options);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double y = node->y + node->dy, room = TL_CANVAS_FACTOR_HEIGHT / 2.0 + options.band_padding;

      if (!node->dragged || tl_canvas_scene_pick_band (self->scene, y) != band)
        continue;
      growth = MAX (growth, at_top ? lane->top - (y - room) : y + room - lane->bottom);
    }
  return growth;
}

/* How far each band's factors go down so that those dragged to its edges, or to those of the bands above, have room. */
static double *
dup_shifts (TlCanvas *self)
{
  guint n = tl_canvas_scene_get_n_bands (self->scene);
  double *shifts = g_new0 (double, n + 1);
  double shift = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        shift += get_growth (self, i, TRUE);
      shifts[i] = shift;
      if (i + 1 < n)
        shift += get_growth (self, i, FALSE);
    }
  return shifts;
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

  if (!set_place (edit, id, node->x + node->dx, node->y + node->dy + shifts[band], error))
    return FALSE;
  return band == node->band || tl_edit_set (edit, id, "level", level, error);
}

static gboolean
move_all (TlCanvas *self,
          TlEdit   *edit,
          GError  **error)
{
  g_autofree double *shifts = dup_shifts (self);

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double shift = shifts[MIN (node->band, tl_canvas_scene_get_n_bands (self->scene) - 1)];

      if (node->dragged)
        {
          if (!move_dragged (self, edit, node, shifts, error))
            return FALSE;
        }
      else if (node->placed && (shift > 0 || !node->stored)
               && !set_place (edit, tl_canvas_node_get_id (node), node->x, node->y + shift, error))
        return FALSE;
    }
  return TRUE;
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
      g_autofree char *statement = dup_short_statement (one->record);

      label = g_strdup_printf (_("Move factor “%s”"), statement);
    }
  else
    label = g_strdup_printf (g_dngettext (NULL, "Move %u factor", "Move %u factors", n), n);

  TlEdit *edit = begin (self, label);
  if (edit == NULL)
    return FALSE;
  gboolean done = move_all (self, edit, &error);
  return finish (self, edit, done, error);
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
  TlEdit *edit = begin (self, label);
  GHashTableIter iter;
  gpointer id, place;
  GError *error = NULL;
  gboolean done = TRUE;

  if (edit == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, places);
  while (done && g_hash_table_iter_next (&iter, &id, &place))
    done = set_place (edit, id, ((TlLayoutPoint *) place)->x, ((TlLayoutPoint *) place)->y, &error);
  return finish (self, edit, done, error);
}

/* The kind that a new factor has until a person says otherwise. */
static const char *
get_usual_kind (TlMethod *method)
{
  const TlFactorRole roles[] = { TL_FACTOR_ROLE_FACTOR, TL_FACTOR_ROLE_VARIABLE, TL_FACTOR_ROLE_CONDITION,
                                 TL_FACTOR_ROLE_EVENT };

  for (guint i = 0; method != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      const TlMethodEntry *kind = tl_method_get_kind_for_factor_role (method, roles[i]);

      if (kind != NULL)
        return kind->key;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the id of the new link */
static char *
add_link (TlCanvas   *self,
          TlEdit     *edit,
          const char *cause_id,
          const char *effect_id,
          GError    **error)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  const TlMethodEntry *kind
      = method != NULL ? tl_method_get_kind_for_link_role (method, TL_LINK_ROLE_CONTRIBUTES) : NULL;
  g_autofree char *id = tl_edit_add (edit, "link", NULL, error);

  gboolean done = id != NULL && tl_edit_set (edit, id, "cause", cause_id, error)
                  && tl_edit_set (edit, id, "effect", effect_id, error)
                  && (kind == NULL || tl_edit_set (edit, id, "kind", kind->key, error))
                  && tl_edit_set (edit, id, "state", "asserted", error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * _tl_canvas_verb_add:
 * @band: the lane it is put in
 * @x: its centre
 * @y: its centre
 * @cause_id: (nullable): what is to point at it
 * @effect_id: (nullable): what it is to point at
 *
 * Returns: (transfer full) (nullable): the id of the new factor
 */
char *
_tl_canvas_verb_add (TlCanvas   *self,
                     const char *statement,
                     guint       band,
                     double      x,
                     double      y,
                     const char *cause_id,
                     const char *effect_id)
{
  const char *kind = get_usual_kind (tl_canvas_scene_get_method (self->scene));
  const char *level = tl_canvas_scene_get_band (self->scene, band)->key;
  g_autofree char *shortened = tl_text_shorten (statement, LABEL_CHARACTERS);
  g_autofree char *label = g_strdup_printf (_("Add factor “%s”"), shortened);
  g_autofree char *id = NULL;
  g_autofree char *cause_link = NULL;
  g_autofree char *effect_link = NULL;
  GError *error = NULL;
  TlEdit *edit = begin (self, label);

  if (edit == NULL)
    return NULL;
  id = tl_edit_add (edit, "factor", NULL, &error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "statement", statement, &error)
                  && (kind == NULL || tl_edit_set (edit, id, "kind", kind, &error))
                  && (level == NULL || tl_edit_set (edit, id, "level", level, &error))
                  && set_place (edit, id, x, y, &error) && set_found_places (self, edit, &error)
                  && (cause_id == NULL || (cause_link = add_link (self, edit, cause_id, id, &error)) != NULL)
                  && (effect_id == NULL || (effect_link = add_link (self, edit, id, effect_id, &error)) != NULL);
  return finish (self, edit, done, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
_tl_canvas_verb_rename (TlCanvas   *self,
                        const char *id,
                        const char *statement)
{
  g_autofree char *shortened = tl_text_shorten (statement, LABEL_CHARACTERS);
  g_autofree char *label = g_strdup_printf (_("Change statement to “%s”"), shortened);
  GError *error = NULL;
  TlEdit *edit = begin (self, label);

  if (edit == NULL)
    return FALSE;
  gboolean done = tl_edit_set (edit, id, "statement", statement, &error);
  return finish (self, edit, done, error);
}

/**
 * _tl_canvas_verb_link:
 *
 * Links two factors and selects the link, or says why not.
 */
gboolean
_tl_canvas_verb_link (TlCanvas   *self,
                      const char *cause_id,
                      const char *effect_id)
{
  TlCanvasNode *cause = tl_canvas_scene_find_node (self->scene, cause_id);
  TlCanvasNode *effect = tl_canvas_scene_find_node (self->scene, effect_id);
  g_autofree char *refusal = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (cause == NULL || effect == NULL)
    return FALSE;
  refusal = _tl_canvas_refuse_link (self, cause, effect, &advice);
  if (refusal != NULL)
    {
      _tl_canvas_notice_show (self, refusal);
      return FALSE;
    }
  g_autofree char *title = dup_link_title (cause, effect);
  label = g_strdup_printf (_("Link %s"), title);

  TlEdit *edit = begin (self, label);
  if (edit == NULL)
    return FALSE;
  g_autofree char *id = add_link (self, edit, cause_id, effect_id, &error);
  gboolean done = finish (self, edit, id != NULL, error);
  if (done && self->selection != NULL)
    tl_selection_set_one (self->selection, id); /* how and why is what to say next */
  if (done && advice != NULL)
    _tl_canvas_notice_show (self, advice);
  return done;
}

static char *
dup_delete_label (TlCanvas *self)
{
  guint n = tl_selection_get_n (self->selection);
  const char *id = tl_selection_get_primary_id (self->selection);
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);

  if (n == 1 && node != NULL)
    {
      g_autofree char *statement = dup_short_statement (node->record);

      return g_strdup_printf (_("Delete factor “%s”"), statement);
    }
  if (n == 1 && edge != NULL)
    {
      g_autofree char *title = dup_link_title (edge->cause, edge->effect);

      return g_strdup_printf (_("Delete link %s"), title);
    }
  return g_strdup_printf (g_dngettext (NULL, "Delete %u item", "Delete %u items", n), n);
}

/* Links before factors: a factor takes its links with it. */
static gboolean
delete_ids (TlCanvas *self,
            TlEdit   *edit,
            GStrv     ids,
            GError  **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (tl_canvas_scene_find_edge (self->scene, ids[i]) != NULL && !tl_edit_remove (edit, ids[i], error))
        return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (tl_canvas_scene_find_node (self->scene, ids[i]) != NULL && !tl_edit_remove (edit, ids[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _tl_canvas_verb_delete:
 *
 * Deletes the factors and links that are selected.
 */
void
_tl_canvas_verb_delete (TlCanvas *self)
{
  g_auto (GStrv) ids = tl_selection_dup_ids (self->selection);
  g_autofree char *label = NULL;
  GError *error = NULL;
  gboolean any = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    any |= tl_canvas_scene_find_node (self->scene, ids[i]) != NULL
           || tl_canvas_scene_find_edge (self->scene, ids[i]) != NULL;
  if (!any)
    return;
  label = dup_delete_label (self);

  TlEdit *edit = begin (self, label);
  if (edit == NULL)
    return;
  gboolean done = delete_ids (self, edit, ids, &error);
  finish (self, edit, done, error);
}

void
_tl_canvas_verb_set_link_kind (TlCanvas   *self,
                               const char *id,
                               const char *kind)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  GError *error = NULL;

  if (edge == NULL || g_strcmp0 (tl_record_get_text (edge->record, "kind"), kind) == 0)
    return;
  g_autofree char *title = dup_link_title (edge->cause, edge->effect);
  g_autofree char *label = g_strdup_printf (_("Change kind of link %s"), title);
  TlEdit *edit = begin (self, label);

  if (edit == NULL)
    return;
  gboolean done = tl_edit_set (edit, id, "kind", kind, &error);
  finish (self, edit, done, error);
}
