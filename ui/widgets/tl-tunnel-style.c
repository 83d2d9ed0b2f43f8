/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How what was not yet known looks, wherever it stands. */
#include "config.h"

#include "ui/widgets/tl-tunnel-style.h"

#include "model/case/tl-tunnel-words.h"

/**
 * tl_tunnel_style_set:
 * @widget: what shows a record
 * @state: the state of that record
 *
 * Gives @widget the style class "tunnel-not-yet" or "tunnel-could-be", or neither. The state has to be said in words
 * too, see tl_tunnel_words_state().
 */
void
tl_tunnel_style_set (GtkWidget     *widget,
                     TlTunnelState  state)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  static const struct {
    TlTunnelState state;
    const char   *css_class;
  } classes[] = { { TL_TUNNEL_COULD_BE_KNOWN, "tunnel-could-be" }, { TL_TUNNEL_NOT_YET, "tunnel-not-yet" } };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i].state == state)
      gtk_widget_add_css_class (widget, classes[i].css_class);
    else
      gtk_widget_remove_css_class (widget, classes[i].css_class);
}

/**
 * tl_tunnel_style_show:
 * @widget: what shows @record
 * @tunnel: (nullable): through what the case is seen
 * @record: (nullable): a record
 * @text: what is said of it
 *
 * Gives @widget the style of the state in which @record is.
 *
 * Returns: (transfer full): @text, after the state where there is one
 */
char *
tl_tunnel_style_show (GtkWidget  *widget,
                      TlTunnel   *tunnel,
                      TlRecord   *record,
                      const char *text)
{
  TlTunnelState state
      = tunnel != NULL && record != NULL ? tl_tunnel_get_state (tunnel, tl_record_get_id (record)) : TL_TUNNEL_OUTSIDE;

  tl_tunnel_style_set (widget, state);
  if (state == TL_TUNNEL_OUTSIDE)
    return g_strdup (text);
  return g_strdup_printf ("%s %s · %s", tl_tunnel_words_mark (state), tl_tunnel_words_state (state), text);
}
