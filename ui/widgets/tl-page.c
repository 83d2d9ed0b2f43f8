/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window asks of its pages, whichever area they are of. */
#include "config.h"

#include "ui/widgets/tl-page.h"

G_DEFINE_INTERFACE (TlPage, tl_page, GTK_TYPE_WIDGET)

static void
tl_page_default_init (TlPageInterface *iface)
{
}

/**
 * tl_page_shows:
 * @record: a record
 *
 * Returns: whether @record has a place on the page, to which tl_page_reveal() goes
 */
gboolean
tl_page_shows (TlPage   *self,
               TlRecord *record)
{
  g_return_val_if_fail (TL_IS_PAGE (self) && TL_IS_RECORD (record), FALSE);

  TlPageInterface *iface = TL_PAGE_GET_IFACE (self);

  return iface->shows != NULL && iface->shows (self, record);
}

/**
 * tl_page_reveal:
 * @id: id of a record that is selected
 *
 * Brings its place into view, if it has one here.
 */
void
tl_page_reveal (TlPage     *self,
                const char *id)
{
  g_return_if_fail (TL_IS_PAGE (self) && id != NULL);

  TlPageInterface *iface = TL_PAGE_GET_IFACE (self);

  if (iface->reveal != NULL)
    iface->reveal (self, id);
}

/**
 * tl_page_flush:
 *
 * Commits what has been typed and still waits for a pause.
 */
void
tl_page_flush (TlPage *self)
{
  g_return_if_fail (TL_IS_PAGE (self));

  TlPageInterface *iface = TL_PAGE_GET_IFACE (self);

  if (iface->flush != NULL)
    iface->flush (self);
}

/**
 * tl_page_set_tunnel:
 * @tunnel: through what the window sees the case
 *
 * Has the page show what was known to whom and when, by the style classes of tl_tunnel_style_set().
 */
void
tl_page_set_tunnel (TlPage   *self,
                    TlTunnel *tunnel)
{
  g_return_if_fail (TL_IS_PAGE (self) && TL_IS_TUNNEL (tunnel));

  TlPageInterface *iface = TL_PAGE_GET_IFACE (self);

  if (iface->set_tunnel != NULL)
    iface->set_tunnel (self, tunnel);
}
