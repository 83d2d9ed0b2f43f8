/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another program that works for us within bounds of time, memory and output: a reader of a format that is too large
 * for one of our own. It gets a file to read, gives text, can write no file, and ends when we say so. */
#include "config.h"

#include "model/document/tl-child-private.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/base/tl-error.h"

#define MAX_CPU_SECONDS 20
#define MAX_SECONDS 45
#define MAX_MEMORY ((rlim_t) 2 << 30)
#define BLOCK_BYTES (64 * 1024)

/* In the child, between fork and exec: nothing here may allocate. */
static void
limit_child (void *data)
{
  const struct { int resource; rlim_t most; } limits[] = {
    { RLIMIT_CPU, MAX_CPU_SECONDS },
    { RLIMIT_AS, MAX_MEMORY },
    { RLIMIT_FSIZE, 0 },
    { RLIMIT_CORE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      struct rlimit limit = { limits[i].most, limits[i].most };

      setrlimit (limits[i].resource, &limit);
    }
}

/* Waits for output. Returns FALSE when it is over: at the end, when time is up, when it is called off. */
static gboolean
wait_for_output (int         output,
                 int         cancelled,
                 gint64      deadline,
                 TlChildEnd *end)
{
  struct pollfd watched[] = { { .fd = output, .events = POLLIN }, { .fd = cancelled, .events = POLLIN } };
  gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
  int n = left > 0 ? poll (watched, G_N_ELEMENTS (watched), (int) left) : 0;

  if (n < 0)
    return errno == EINTR;
  end->timed_out = n == 0;
  return n > 0 && watched[1].revents == 0;
}

static void
read_output (int           output,
             GByteArray   *bytes,
             gsize         max_output,
             GCancellable *cancellable,
             TlChildEnd   *end)
{
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  int cancelled = cancellable != NULL ? g_cancellable_get_fd (cancellable) : -1;

  while (!end->overflowed && wait_for_output (output, cancelled, deadline, end))
    {
      gssize n = read (output, block, BLOCK_BYTES);

      if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
        break;
      if (n > 0)
        g_byte_array_append (bytes, block, (guint) n);
      end->overflowed = bytes->len > max_output;
    }
  if (cancelled >= 0)
    g_cancellable_release_fd (cancellable);
}

static int
wait_for_end (GPid pid)
{
  int status = 0;

  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (pid);
  return status;
}

/**
 * _tl_child_run:
 * @arguments: the path of a program, then what it is told
 * @input: what it reads
 * @max_output: how much it may give, in bytes
 * @cancellable: (nullable): to give up
 * @end: (out): how it ended
 * @error: return location
 *
 * Runs a program to its end.
 *
 * Returns: (transfer full): what it gave, or %NULL with %G_IO_ERROR_CANCELLED or an error of starting it
 */
GByteArray *
_tl_child_run (const char *const *arguments,
               int                input,
               gsize              max_output,
               GCancellable      *cancellable,
               TlChildEnd        *end,
               GError           **error)
{
  static const char *const environment[] = { "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", NULL };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) reason = NULL;
  int output = -1;
  GPid pid;

  *end = (TlChildEnd) { 0 };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!g_spawn_async_with_pipes_and_fds ("/", arguments, environment,
                                         G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, limit_child, NULL,
                                         input, -1, -1, NULL, NULL, 0, &pid, NULL, &output, NULL, &reason))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("%s can’t be started: %s."), arguments[0], reason->message);
      return NULL;
    }
  read_output (output, bytes, max_output, cancellable, end);
  if (end->timed_out || end->overflowed || g_cancellable_is_cancelled (cancellable))
    kill (pid, SIGKILL);
  close (output);
  end->status = wait_for_end (pid);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&bytes);
}
