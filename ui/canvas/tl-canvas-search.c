/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking by keyboard: a list of the factors that the selected one can be linked to, narrowed down by typing. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#define MAX_ROWS 60

static const char *
get_cause_id (TlCanvas *self)
{
  return g_object_get_data (G_OBJECT (self->search), "cause");
}

static GtkWidget *
create_row (TlCanvas     *self,
            TlCanvasNode *node)
{
  const char *statement = tl_record_get_text (node->record, "statement");
  guint band = MIN (node->band, tl_canvas_scene_get_n_bands (self->scene) - 1);
  const char *level = tl_canvas_scene_get_band (self->scene, band)->title;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (statement != NULL ? statement : _("No statement yet"));
  GtkWidget *subtitle = gtk_label_new (level);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_widget_add_css_class (box, "search-row");
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
      GtkListBox *list,
      const char *words)
{
  const char *cause_id = get_cause_id (self);
  TlCanvasNode *cause = cause_id != NULL ? tl_canvas_scene_find_node (self->scene, cause_id) : NULL;
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; cause != NULL && i < tl_canvas_scene_get_n_nodes (self->scene) && n < MAX_ROWS; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node == cause || !matches (node, words))
        continue;
      gtk_list_box_append (list, create_row (self, node));
      n++;
    }
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
}

/* Callbacks */

static void
search_changed_cb (GtkSearchEntry *entry,
                   TlCanvas       *self)
{
  fill (self, g_object_get_data (G_OBJECT (self->search), "list"), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
choose (TlCanvas      *self,
        GtkListBoxRow *row)
{
  g_autofree char *cause = g_strdup (get_cause_id (self));
  g_autofree char *effect = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  gtk_popover_popdown (GTK_POPOVER (self->search));
  _tl_canvas_verb_link (self, cause, effect);
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
  GtkListBoxRow *row = gtk_list_box_get_selected_row (g_object_get_data (G_OBJECT (self->search), "list"));

  if (row != NULL)
    choose (self, row);
}

static void
closed_cb (GtkPopover *popover,
           TlCanvas   *self)
{
  if (self->selection != NULL && tl_selection_get_n (self->selection) > 0)
    _tl_canvas_keys_focus (self, tl_selection_get_primary_id (self->selection));
}

static void
create_search (TlCanvas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set (entry, "placeholder-text", _("Which factor does this contribute to?"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which factor does this contribute to?"), -1);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), TRUE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), gtk_label_new (_("No factor with these words")));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 380, 280);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scrolled);

  self->search = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->search), box);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (self->search), "entry", entry);
  g_object_set_data (G_OBJECT (self->search), "list", list);
  g_signal_connect (entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self->search);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self->search, "closed", G_CALLBACK (closed_cb), self);
}

/**
 * _tl_canvas_search_popup:
 * @cause_id: the factor from which the link begins
 *
 * Asks which factor it leads to.
 */
void
_tl_canvas_search_popup (TlCanvas   *self,
                         const char *cause_id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, cause_id);
  graphene_rect_t rect;

  if (node == NULL)
    return;
  if (self->search == NULL)
    create_search (self);
  g_object_set_data_full (G_OBJECT (self->search), "cause", g_strdup (cause_id), g_free);
  GtkWidget *entry = g_object_get_data (G_OBJECT (self->search), "entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  fill (self, g_object_get_data (G_OBJECT (self->search), "list"), "");

  tl_canvas_reveal (self, cause_id);
  _tl_canvas_get_view_rect (self, node, &rect);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->search),
                               &(GdkRectangle) { (int) rect.origin.x, (int) rect.origin.y, (int) rect.size.width,
                                                 (int) rect.size.height });
  gtk_popover_popup (GTK_POPOVER (self->search));
  gtk_widget_grab_focus (entry);
}
