/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast files are gathered and how long that will take, in words. */
#include "config.h"

#include "model/library/tl-pace.h"

#include <glib/gi18n-lib.h>

/* Sooner than this nothing can be said. Microseconds. */
#define SHORTEST G_USEC_PER_SEC

/* Rough words do not jump about as a clock would. */
static char *
dup_left (double seconds)
{
  guint minutes = (guint) (seconds / 60 + 0.5);
  guint hours = (guint) (seconds / 3600 + 0.5);

  if (seconds < 10)
    return g_strdup (_("a few seconds left"));
  if (seconds < 50)
    return g_strdup (_("less than a minute left"));
  if (minutes < 90)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %u minute left", "about %u minutes left",
                                         MAX (minutes, 1)), MAX (minutes, 1));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %u hour left", "about %u hours left", hours), hours);
}

/**
 * tl_pace_dup_words:
 * @self: since when
 * @now: in microseconds, by the same clock
 * @done: how many files were dealt with
 * @total: of how many, as far as is known
 *
 * Returns: (transfer full): "2,400 a minute, about 3 minutes left"; empty while it is too early to say
 */
char *
tl_pace_dup_words (const TlPace *self,
                   gint64        now,
                   guint         done,
                   guint         total)
{
  g_return_val_if_fail (self != NULL, NULL);

  double seconds = (double) (now - self->began) / G_USEC_PER_SEC;

  if (now - self->began < SHORTEST || done == 0)
    return g_strdup ("");

  double rate = done / seconds;
  g_autofree char *left = total > done ? dup_left ((total - done) / rate) : NULL;

  if (left == NULL)
    return g_strdup_printf (_("%'u a minute"), (guint) (rate * 60));
  /* Translators: a number of files; how much time is left */
  return g_strdup_printf (_("%'u a minute, %s"), (guint) (rate * 60), left);
}
