/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking by keyboard: a list of the factors that the selected one can be linked to, or that a link can begin or end
 * at, narrowed down by typing. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#define MAX_ROWS 60

/* The ends of the link as it would be with @node. */
static void
get_ends (TlCanvas      *self,
          TlCanvasNode  *node,
          TlCanvasNode **cause,
          TlCanvasNode **effect,
          TlCanvasEdge **instead)
{
  *instead = tl_canvas_scene_find_edge (self->scene, self->search_id);
  *cause = *instead != NULL ? (*instead)->cause : tl_canvas_scene_find_node (self->scene, self->search_id);
  *effect = *instead != NULL ? (*instead)->effect : NULL;
  if (self->search_purpose == TL_CANVAS_SEARCH_NEW_CAUSE)
    *cause = node;
  else
    *effect = node;
}

static GtkWidget *
create_label (const char *text,
              gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (dim)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

/* What can't be linked stands in the list too, and says why: who searches for it would else search in vain. */
static GtkWidget *
create_row (TlCanvas     *self,
            TlCanvasNode *node,
            const char   *refusal)
{
  const char *statement = tl_record_get_text (node->record, "statement");
  guint band = MIN (node->band, tl_canvas_scene_get_n_bands (self->scene) - 1);
  const char *level = tl_canvas_scene_get_band (self->scene, band)->title;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_label (statement != NULL ? statement : _("No statement yet"), FALSE));
  gtk_box_append (GTK_BOX (box), create_label (refusal != NULL ? refusal : level, TRUE));
  gtk_widget_add_css_class (box, "search-row");
  gtk_widget_set_sensitive (row, refusal == NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (tl_canvas_node_get_id (node)), g_free);
  return row;
}

static gboolean
matches (TlCanvasNode *node,
         const char   *words)
{
  const char *statement = tl_record_get_text (node->record, "statement");

  return *words == '\0' || (statement != NULL && g_str_match_string (words, statement, TRUE))
         || (statement != NULL && g_strstr_len (statement, -1, words) != NULL);
}

static void
fill (TlCanvas   *self,
      const char *words)
{
  GtkListBox *list = GTK_LIST_BOX (self->search_list);
  GtkListBoxRow *row, *first = NULL;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene) && n < MAX_ROWS; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      TlCanvasNode *cause, *effect;
      TlCanvasEdge *instead;

      get_ends (self, node, &cause, &effect, &instead);
      if (cause == NULL || effect == NULL)
        return;
      if (cause == effect || (instead != NULL && cause == instead->cause && effect == instead->effect)
          || !matches (node, words))
        continue;
      g_autofree char *refusal = _tl_canvas_refuse_link (self, cause, effect, instead, NULL);
      GtkWidget *shown = create_row (self, node, refusal);
      gtk_list_box_append (list, shown);
      if (first == NULL && refusal == NULL)
        first = GTK_LIST_BOX_ROW (shown);
      n++;
    }
  gtk_list_box_select_row (list, first);
}

static void
choose (TlCanvas      *self,
        GtkListBoxRow *row)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, g_object_get_data (G_OBJECT (row), "id"));
  TlCanvasNode *cause, *effect;
  TlCanvasEdge *instead;

  gtk_popover_popdown (GTK_POPOVER (self->search));
  get_ends (self, node, &cause, &effect, &instead);
  if (cause == NULL || effect == NULL)
    return;
  if (instead != NULL)
    _tl_canvas_verb_reroute (self, self->search_id, tl_canvas_node_get_id (cause), tl_canvas_node_get_id (effect));
  else
    _tl_canvas_verb_link (self, tl_canvas_node_get_id (cause), tl_canvas_node_get_id (effect));
}

/* Callbacks */

static void
search_changed_cb (GtkSearchEntry *entry,
                   TlCanvas       *self)
{
  if (self->scene != NULL && self->search_id != NULL)
    fill (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  TlCanvas      *self)
{
  choose (self, row);
}

static void
activate_cb (GtkSearchEntry *entry,
             TlCanvas       *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->search_list));

  if (row != NULL)
    choose (self, row);
}

static void
closed_cb (GtkPopover *popover,
           TlCanvas   *self)
{
  if (self->scene != NULL && self->selection != NULL && tl_selection_get_n (self->selection) > 0)
    _tl_canvas_keys_focus (self, tl_selection_get_primary_id (self->selection));
}

static void
create_search (TlCanvas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search_entry = gtk_search_entry_new ();
  self->search_list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->search_list), TRUE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->search_list), gtk_label_new (_("No factor with these words")));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->search_list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 380, 280);
  gtk_box_append (GTK_BOX (box), self->search_entry);
  gtk_box_append (GTK_BOX (box), scrolled);

  self->search = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->search), box);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
  g_signal_connect (self->search_entry, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search_entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->search_entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self->search);
  g_signal_connect (self->search_list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self->search, "closed", G_CALLBACK (closed_cb), self);
}

static const char *
get_question (TlCanvasSearch purpose)
{
  switch (purpose)
    {
    case TL_CANVAS_SEARCH_NEW_CAUSE:
      return _("Which factor is the cause?");
    case TL_CANVAS_SEARCH_NEW_EFFECT:
      return _("Which factor is the effect?");
    case TL_CANVAS_SEARCH_LINK:
    default:
      return _("Which factor does this contribute to?");
    }
}

/* In the view: the factor or the middle of the link. */
static gboolean
get_place (TlCanvas     *self,
           const char   *id,
           GdkRectangle *place)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  graphene_rect_t rect;
  double x, y;

  if (node != NULL)
    {
      _tl_canvas_get_view_rect (self, node, &rect);
      *place = (GdkRectangle) { (int) rect.origin.x, (int) rect.origin.y, (int) rect.size.width,
                                (int) rect.size.height };
    }
  else if (edge != NULL)
    {
      tl_canvas_viewport_to_view (&self->viewport, edge->middle.x, edge->middle.y, &x, &y);
      *place = (GdkRectangle) { (int) x, (int) y, 1, 1 };
    }
  /* A window that points beyond the screen would be on no monitor. */
  place->x = CLAMP (place->x, 0, (int) self->viewport.width);
  place->y = CLAMP (place->y, 0, (int) self->viewport.height);
  return node != NULL || edge != NULL;
}

/**
 * _tl_canvas_search_popup:
 * @id: the factor from which a new link begins, or the link that is to have another end
 * @purpose: which of these
 *
 * Asks for the other factor.
 */
void
_tl_canvas_search_popup (TlCanvas      *self,
                         const char    *id,
                         TlCanvasSearch purpose)
{
  GdkRectangle place = { 0, 0, 1, 1 };

  tl_canvas_reveal (self, id);
  if (!get_place (self, id, &place))
    return;
  if (self->search == NULL)
    create_search (self);
  g_free (self->search_id);
  self->search_id = g_strdup (id);
  self->search_purpose = purpose;
  g_object_set (self->search_entry, "placeholder-text", get_question (purpose), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_question (purpose), -1);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  fill (self, "");
  gtk_popover_set_pointing_to (GTK_POPOVER (self->search), &place);
  gtk_popover_popup (GTK_POPOVER (self->search));
  gtk_widget_grab_focus (self->search_entry);
}
