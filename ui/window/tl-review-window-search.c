/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching from the window's header bar, and going to what was found. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "ui/evidence/tl-sources-page.h"
#include "ui/search/tl-search-panel.h"
#include "ui/widgets/tl-accels.h"

static void
search (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  gtk_menu_button_popup (TL_REVIEW_WINDOW (widget)->search_button);
}

static void
reveal_text (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  const char *id;
  guint position;

  g_variant_get (parameter, "(&su)", &id, &position);
  tl_review_window_reveal_text (self, id, position);
  _tl_review_window_leave_search (self);
}

/* The popover opens with the entry at hand; closed, it gives the keyboard back to where it was. */
static void
shown_cb (TlReviewWindow *self)
{
  tl_search_panel_begin (TL_SEARCH_PANEL (gtk_popover_get_child (self->search_popover)));
}

static void
about_to_show_cb (GtkMenuButton *button,
                  gpointer       data)
{
  TlReviewWindow *self = data;

  g_set_weak_pointer (&self->before_search, gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
close_cb (TlReviewWindow *self)
{
  GtkWidget *before = self->before_search;

  gtk_popover_popdown (self->search_popover);
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

/* After going to what was found: the keyboard is there too. */
void
_tl_review_window_leave_search (TlReviewWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_popover)))
    return;
  gtk_popover_popdown (self->search_popover);
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
_tl_review_window_add_search (TlReviewWindow *self)
{
  GtkWidget *panel = tl_search_panel_new (self->review);
  g_autofree char *tooltip = tl_accels_dup_tooltip (_("Search everything"), "win.search");

  gtk_popover_set_child (self->search_popover, panel);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->search_button), tooltip);
  gtk_menu_button_set_create_popup_func (self->search_button, about_to_show_cb, self, NULL);
  g_signal_connect_object (self->search_popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "close", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
}

void
_tl_review_window_install_search_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.search", NULL, search);
  gtk_widget_class_install_action (klass, "win.reveal-text", "(su)", reveal_text);
}
