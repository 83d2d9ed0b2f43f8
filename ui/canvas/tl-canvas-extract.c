/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An extract that is dragged onto a factor or a link becomes evidence for it, with Ctrl against it; on the ground it
 * becomes a factor there that rests on it. Near the pointer stands what will come of it before it is let go. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#include "model/case/tl-evidence-edit.h"
#include "model/case/tl-extract-edit.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

/* Pixels from a link that count as on it. */
#define REACH 12

/* What lies where the extract would be let go, and how it would be meant. */
typedef struct {
  TlCanvasNode *node;
  TlCanvasEdge *edge;
  gboolean      against;
} Aim;

static TlRecord *
get_claim (const Aim *aim)
{
  return aim->node != NULL ? aim->node->record : aim->edge != NULL ? aim->edge->record : NULL;
}

/* Without Ctrl the source of the drag offers to be linked as well as copied. */
static void
take_aim (TlCanvas      *self,
          GtkDropTarget *target,
          double         view_x,
          double         view_y,
          Aim           *aim)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  double x, y;

  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  aim->node = tl_canvas_scene_pick_node (self->scene, x, y);
  aim->edge = aim->node == NULL ? tl_canvas_scene_pick_edge (self->scene, x, y,
                                                             REACH / tl_canvas_viewport_get_scale (&self->viewport))
                                : NULL;
  aim->against = drop != NULL && !(gdk_drop_get_actions (drop) & GDK_ACTION_LINK);
}

static void
say (TlCanvas  *self,
     const Aim *aim)
{
  TlRecord *claim = get_claim (aim);
  g_autofree char *name = claim != NULL ? tl_wording_name (self->review, claim) : NULL;
  g_autofree char *words = NULL;

  if (claim == NULL)
    words = g_strdup (_("Let go to make a factor of it here"));
  else if (aim->against)
    words = g_strdup_printf (_("Let go: evidence against “%s”"), name);
  else
    words = g_strdup_printf (_("Let go: evidence for “%s”. With Ctrl: against it"), name);
  _tl_canvas_connect_say (self, words, FALSE);
}

static void
end_hover (TlCanvas *self)
{
  self->drop_node = NULL;
  self->hover_edge = NULL;
  _tl_canvas_connect_say (self, NULL, FALSE);
  _tl_canvas_lanes_set_target (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Verbs */

static gboolean
attach (TlCanvas  *self,
        TlRecord  *extract,
        const Aim *aim)
{
  TlRecord *claim = get_claim (aim);
  g_autofree char *name = tl_wording_name (self->review, claim);
  g_autofree char *sentence
      = g_strdup_printf (aim->against ? _("Attached against “%s”") : _("Attached for “%s”"), name);
  TlEdit *edit = _tl_canvas_edit_begin (self, sentence);
  g_autofree char *support = NULL;
  GError *error = NULL;

  if (edit == NULL)
    return FALSE;
  support = tl_evidence_edit_attach (edit, self->review, tl_record_get_id (extract), tl_record_get_id (claim),
                                     aim->against, &error);
  if (!_tl_canvas_edit_finish (self, edit, support != NULL, error))
    return FALSE;
  tl_report_done (GTK_WIDGET (self), sentence, TRUE);
  return TRUE;
}

static gboolean
make_factor (TlCanvas *self,
             TlRecord *extract,
             double    view_x,
             double    view_y)
{
  TlCanvasSpot spot;
  TlEdit *edit = _tl_canvas_edit_begin (self, _("Made a factor of an extract"));
  g_autofree char *id = NULL;
  GError *error = NULL;

  if (edit == NULL)
    return FALSE;
  _tl_canvas_get_spot (self, view_x, view_y, &spot);
  id = tl_extract_edit_make_factor (edit, self->review, tl_canvas_scene_get_method (self->scene),
                                    tl_record_get_id (extract), &error);
  gboolean done = id != NULL
                  && tl_edit_set (edit, id, "level", tl_canvas_scene_get_band (self->scene, spot.band)->key, &error)
                  && _tl_canvas_edit_place (edit, id, spot.x, spot.y, &error)
                  && _tl_canvas_edit_keep_places (self, edit, &error);
  if (!_tl_canvas_edit_finish (self, edit, done, error))
    return FALSE;
  if (self->selection != NULL)
    tl_selection_set_one (self->selection, id);
  return TRUE;
}

/* Callbacks */

static GdkDragAction
hover_cb (GtkDropTarget *target,
          double         x,
          double         y,
          TlCanvas      *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  TlCanvasSpot spot;
  Aim aim;

  if (self->scene == NULL || tl_review_get_read_only (self->review)
      || (value != NULL && !tl_record_is (g_value_get_object (value), "extract")))
    return 0;
  take_aim (self, target, x, y, &aim);
  self->pointer_x = x;
  self->pointer_y = y;
  self->drop_node = aim.node;
  self->hover_edge = aim.edge;
  say (self, &aim);
  _tl_canvas_get_spot (self, x, y, &spot);
  _tl_canvas_lanes_set_target (self, get_claim (&aim) == NULL ? (int) spot.band : -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return aim.against ? GDK_ACTION_COPY : GDK_ACTION_LINK;
}

static void
leave_cb (GtkDropTarget *target,
          TlCanvas      *self)
{
  end_hover (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TlCanvas      *self)
{
  TlRecord *extract = g_value_get_object (value);
  Aim aim;

  end_hover (self);
  if (self->scene == NULL || !tl_record_is (extract, "extract"))
    return FALSE;
  take_aim (self, target, x, y, &aim);
  return get_claim (&aim) != NULL ? attach (self, extract, &aim) : make_factor (self, extract, x, y);
}

void
_tl_canvas_extract_init (TlCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_RECORD, GDK_ACTION_COPY | GDK_ACTION_LINK);

  gtk_drop_target_set_preload (target, TRUE); /* to know what it is before it is let go */
  g_signal_connect (target, "enter", G_CALLBACK (hover_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (hover_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
