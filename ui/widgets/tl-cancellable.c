/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes on in another thread for a widget, and is given up when it is asked for anew or the widget goes. */
#include "config.h"

#include "ui/widgets/tl-cancellable.h"

/**
 * tl_cancellable_stop:
 * @cancellable: (inout): of what goes on, or of nothing
 *
 * Gives it up, and forgets it.
 */
void
tl_cancellable_stop (GCancellable **cancellable)
{
  g_return_if_fail (cancellable != NULL);

  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/**
 * tl_cancellable_renew:
 * @cancellable: (inout): of what went on until now, or of nothing
 *
 * Gives that up.
 *
 * Returns: (transfer none): one for what comes in its place
 */
GCancellable *
tl_cancellable_renew (GCancellable **cancellable)
{
  g_return_val_if_fail (cancellable != NULL, NULL);

  tl_cancellable_stop (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}
