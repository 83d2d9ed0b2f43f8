/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lanes of 64 bits, each multiplied by an odd number of its own after eight bytes were mixed in: a step that can be
 * taken back, so that contents that differ in one place never have the same fingerprint. */
#include "config.h"

#include "model/base/tl-fingerprint.h"

#include <string.h>

/* The fractions of the golden ratio and of the square root of three, made odd. */
static const guint64 factors[] = { G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), G_GUINT64_CONSTANT (0xbb67ae8584caa73b) };

/**
 * tl_fingerprint_init:
 * @self: (out): the fingerprint of nothing
 */
void
tl_fingerprint_init (TlFingerprint *self)
{
  *self = (TlFingerprint) { { factors[1], factors[0] } };
}

static void
mix (TlFingerprint *self,
     guint64        word)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
    {
      guint64 lane = (self->lanes[i] ^ word) * factors[i];

      self->lanes[i] = lane ^ lane >> 32;
    }
}

/**
 * tl_fingerprint_add:
 * @self: a fingerprint
 * @bytes: what belongs to the content
 * @length: how many
 *
 * Where one piece ends and the next begins belongs to the content too.
 */
void
tl_fingerprint_add (TlFingerprint *self,
                    const void    *bytes,
                    gsize          length)
{
  g_return_if_fail (self != NULL && bytes != NULL);

  const guint8 *at = bytes;

  guint64 word;

  mix (self, length);
  for (; length >= sizeof word; length -= sizeof word, at += sizeof word)
    {
      memcpy (&word, at, sizeof word);
      mix (self, GUINT64_FROM_LE (word));
    }
  word = 0;
  memcpy (&word, at, length);
  mix (self, GUINT64_FROM_LE (word));
}

/**
 * tl_fingerprint_format:
 * @self: a fingerprint
 * @text: (out caller-allocates): the fingerprint in hexadecimal
 */
void
tl_fingerprint_format (const TlFingerprint *self,
                       char                 text[TL_FINGERPRINT_LENGTH + 1])
{
  TlFingerprint last = *self;

  g_return_if_fail (self != NULL);

  /* So that the last bytes, too, reach every digit. */
  for (guint i = 0; i < 2; i++)
    mix (&last, 0);
  g_snprintf (text, TL_FINGERPRINT_LENGTH + 1, "%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", last.lanes[0],
              last.lanes[1]);
}
