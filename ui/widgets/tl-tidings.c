/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a worker has come, told in the thread of the windows. */
#include "config.h"

#include "ui/widgets/tl-tidings.h"

typedef struct {
  TlTidingsFunc  func;
  gpointer       user_data;
  GCancellable  *cancellable;
  double         fraction;
} Tidings;

static void
tidings_free (gpointer data)
{
  Tidings *tidings = data;

  g_clear_object (&tidings->cancellable);
  g_free (tidings);
}

static gboolean
tell_cb (gpointer data)
{
  Tidings *tidings = data;

  if (!g_cancellable_is_cancelled (tidings->cancellable))
    tidings->func (tidings->fraction, tidings->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * tl_tidings_tell:
 * @func: called in the main thread, and before the end of a task that is returned later
 * @user_data: (nullable): for @func; whoever asks keeps it until then
 * @cancellable: (nullable): once it is cancelled nothing is told
 * @fraction: of the work that is done, from 0 to 1
 *
 * Tells how far a worker has come. From any thread.
 */
void
tl_tidings_tell (TlTidingsFunc  func,
                 gpointer       user_data,
                 GCancellable  *cancellable,
                 double         fraction)
{
  g_return_if_fail (func != NULL);

  Tidings *tidings = g_new0 (Tidings, 1);

  *tidings = (Tidings) { func, user_data, cancellable != NULL ? g_object_ref (cancellable) : NULL, fraction };
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, tidings, tidings_free);
}
