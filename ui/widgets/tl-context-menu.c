/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu that opens at a spot of a widget. */
#include "config.h"

#include "ui/widgets/tl-context-menu.h"

/**
 * tl_context_menu_popup:
 * @owner: what the menu is about; it allocates the popover in its size_allocate() and unparents it in its dispose()
 * @popover: (inout): where @owner keeps the popover, which is made the first time
 * @menu: what is in it
 * @x: in the coordinates of @owner
 * @y: likewise
 *
 * Opens a menu where the pointer or the keyboard asked for it.
 */
void
tl_context_menu_popup (GtkWidget  *owner,
                       GtkWidget **popover,
                       GMenuModel *menu,
                       int         x,
                       int         y)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && popover != NULL && G_IS_MENU_MODEL (menu));

  if (*popover == NULL)
    {
      *popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (*popover), FALSE);
      gtk_widget_set_halign (*popover, GTK_ALIGN_START);
      gtk_widget_set_parent (*popover, owner);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (*popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (*popover));
}
