/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of the outline. */
#include "config.h"

#include "ui/outline/tl-outline-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-context-menu.h"

static GMenuModel *
create_menu (TlOutlinePage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) level = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  gboolean any = tl_selection_get_n (self->selection) > 0;

  if (any)
    {
      g_menu_append (change, _("Rename"), "outline.rename");
      g_menu_append (change, _("Add a Cause"), "outline.add-cause");
      g_menu_append (change, _("Add an Effect"), "outline.add-effect");
      g_menu_append (change, _("Link to…"), "outline.link");
      g_menu_append (level, _("Up a Level"), "outline.level-up");
      g_menu_append (level, _("Down a Level"), "outline.level-down");
      g_menu_append (view, _("Show on the Graph"), "outline.show-on-graph");
      g_menu_append (remove, _("Delete"), "outline.delete");
    }
  else
    g_menu_append (change, _("Add a Factor"), "outline.add-factor");
  g_menu_append (view, _("Show Every Factor’s Causes"), "outline.expand-all");
  g_menu_append (view, _("Hide Every Factor’s Causes"), "outline.collapse-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (level));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (menu);
}

static void
popup_at (TlOutlinePage *self,
          double         x,
          double         y)
{
  g_autoptr (GMenuModel) menu = create_menu (self);

  tl_context_menu_popup (GTK_WIDGET (self), &self->menu, menu, (int) x, (int) y);
}

/* Selects what the menu is to be about, unless it is selected. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlOutlinePage   *self)
{
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TL_TYPE_OUTLINE_ROW) : NULL;
  graphene_point_t spot;

  if (row == NULL && picked != NULL && gtk_widget_get_first_child (picked) != NULL
      && TL_IS_OUTLINE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  if (row != NULL)
    {
      guint position = gtk_tree_list_row_get_position (tl_outline_row_get_row (TL_OUTLINE_ROW (row)));

      if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->rows), position))
        _tl_outline_page_go_to (self, tl_outline_row_get_item (TL_OUTLINE_ROW (row)));
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_widget_compute_point (self->list, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &spot))
    popup_at (self, spot.x, spot.y);
}

void
_tl_outline_menu_init (TlOutlinePage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
}

/**
 * _tl_outline_menu_popup:
 *
 * Opens the menu at the row that has the keyboard.
 */
void
_tl_outline_menu_popup (TlOutlinePage *self)
{
  TlOutlineItem *item = _tl_outline_page_get_item (self);
  TlOutlineRow *row = item != NULL ? _tl_outline_page_find_row (self, item) : NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (24, 48, 1, 1);

  if (row != NULL && !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;
  popup_at (self, bounds.origin.x + 48, bounds.origin.y + bounds.size.height / 2);
}
