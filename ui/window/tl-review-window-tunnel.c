/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's view through someone's eyes, which all pages and the inspector share. */
#include "config.h"

#include "ui/window/tl-review-window-private.h"

static void
tunnel_step (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tl_tunnel_bar_step (TL_REVIEW_WINDOW (widget)->tunnel_bar, g_variant_get_int32 (parameter));
}

static void
look_through (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  const char *role, *text;
  TlDate date;

  g_variant_get (parameter, "(&s&s)", &role, &text);
  if (tl_review_lookup (self->review, role) != NULL && tl_date_parse (text, &date))
    tl_tunnel_set_view (self->tunnel, role, &date);
}

static void
changed_cb (TlReviewWindow *self)
{
  g_object_notify (G_OBJECT (self), "tunnel-open");
}

void
_tl_review_window_install_tunnel_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.tunnel-step", "i", tunnel_step);
  gtk_widget_class_install_action (klass, "win.look-through", "(ss)", look_through);
}

void
_tl_review_window_add_tunnel (TlReviewWindow *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  self->tunnel = tl_tunnel_new (self->review);
  tl_tunnel_bar_set_tunnel (self->tunnel_bar, self->tunnel);
  for (; page != NULL; page = gtk_widget_get_next_sibling (page))
    tl_page_set_tunnel (TL_PAGE (page), self->tunnel);
  tl_inspector_set_tunnel (self->inspector, self->tunnel);
  g_signal_connect_object (self->tunnel, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
