/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hashes of what comes from outside. With a hash that is known a file could be made whose keys all fall together, and
 * that takes hours; this one depends on random numbers that are drawn when the program starts. */
#include "config.h"

#include "model/base/tl-hash.h"

#include <string.h>

static guint64 seeds[3];

static void
ensure_seeds (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    seeds[i] = ((guint64) g_random_int () << 32 | g_random_int ()) | 1;
  g_once_init_leave (&once, 1);
}

/* Two multiplications, so that no difference is led to a known place and could be taken back by the next word. */
static guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * seeds[1];
  hash = (hash ^ hash >> 29) * seeds[2];
  return hash ^ hash >> 32;
}

/**
 * tl_hash_bytes:
 * @bytes: (array length=length): what is hashed
 * @length: how many bytes
 *
 * Returns: a hash that holds until the program ends
 */
guint
tl_hash_bytes (const void *bytes,
               gsize       length)
{
  const char *at = bytes;
  guint64 word;

  ensure_seeds ();

  guint64 hash = seeds[0] ^ length;

  for (; length >= sizeof word; at += sizeof word, length -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      hash = mix (hash, word);
    }
  word = 0;
  memcpy (&word, at, length);
  return (guint) mix (hash, word);
}

/**
 * tl_hash_text:
 * @text: a text
 *
 * For tables whose keys are texts; to be used with g_str_equal().
 *
 * Returns: a hash that holds until the program ends
 */
guint
tl_hash_text (const void *text)
{
  return tl_hash_bytes (text, strlen (text));
}
