/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

#define TL_TYPE_PAGE (tl_page_get_type ())
G_DECLARE_INTERFACE (TlPage, tl_page, TL, PAGE, GtkWidget)

/**
 * TlPageInterface:
 * @shows: (nullable): whether a record has a place on the page to be brought into view; a page without it has no such
 *   places
 * @reveal: (nullable): brings the place of a record into view; it is selected already and the page is the one that is
 *   seen
 * @flush: (nullable): commits what has been typed and still waits for a pause
 * @set_tunnel: (nullable): shows each record as @tunnel says that it was known, now and whenever that changes; called
 *   once
 *
 * What a window asks of its pages. A page takes the keyboard by gtk_widget_grab_focus().
 */
struct _TlPageInterface
{
  GTypeInterface parent_interface;

  gboolean (*shows)  (TlPage     *self,
                      TlRecord   *record);
  void     (*reveal) (TlPage     *self,
                      const char *id);
  void     (*flush)  (TlPage     *self);
  void     (*set_tunnel) (TlPage   *self,
                          TlTunnel *tunnel);
};

gboolean tl_page_shows  (TlPage     *self,
                         TlRecord   *record);
void     tl_page_reveal (TlPage     *self,
                         const char *id);
void     tl_page_flush  (TlPage     *self);
void     tl_page_set_tunnel (TlPage   *self,
                             TlTunnel *tunnel);

G_END_DECLS
