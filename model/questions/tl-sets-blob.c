/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of records as it is stored: a check sum, then a compressed bitmap in the portable format of Roaring
 * (https://github.com/RoaringBitmap/RoaringFormatSpec). What is read is believed only as far as it has been checked:
 * the file may be damaged, or made to do damage. */
#include "config.h"

#include "model/questions/tl-sets-private.h"

#include <string.h>

#define CHECK_SUM_BYTES 8

/* FNV-1a with 64 bits (RFC 9923), over the name too, so that a set is not taken for another. */
static guint64
add_to_check_sum (guint64       sum,
                  const guint8 *bytes,
                  gsize         length)
{
  for (gsize i = 0; i < length; i++)
    sum = (sum ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum;
}

static guint64
check_sum (const char   *name,
           const guint8 *bytes,
           gsize         length)
{
  guint64 sum = add_to_check_sum (G_GUINT64_CONSTANT (0xcbf29ce484222325), (const guint8 *) name, strlen (name));

  return GUINT64_TO_LE (add_to_check_sum (sum, bytes, length));
}

/* Returns: (transfer full): @bits as they are stored under @name */
GBytes *
_tl_sets_pack (const TlBits *bits,
               const char   *name)
{
  guint n;
  g_autofree guint *numbers = tl_bits_dup_numbers (bits, &n);
  roaring_bitmap_t *bitmap = roaring_bitmap_of_ptr (n, numbers);

  roaring_bitmap_run_optimize (bitmap);

  gsize length = roaring_bitmap_portable_size_in_bytes (bitmap);
  guint8 *blob = g_malloc (CHECK_SUM_BYTES + length);

  roaring_bitmap_portable_serialize (bitmap, (char *) blob + CHECK_SUM_BYTES);
  roaring_bitmap_free (bitmap);

  guint64 sum = check_sum (name, blob + CHECK_SUM_BYTES, length);

  memcpy (blob, &sum, CHECK_SUM_BYTES);
  return g_bytes_new_take (blob, CHECK_SUM_BYTES + length);
}

typedef struct {
  TlBits *bits; /* borrowed */
  gint64  last;
} Unpacking;

static bool
take_number (uint32_t number,
             void    *data)
{
  Unpacking *unpacking = data;

  if (number <= unpacking->last || number / 64 >= unpacking->bits->n_words)
    return false;
  unpacking->last = number;
  tl_bits_add (unpacking->bits, number);
  return true;
}

/* Adds what is stored to @bits, which are empty.
 *
 * Returns: %FALSE if it is damaged or has numbers that do not fit */
gboolean
_tl_sets_unpack (const void *blob,
                 gsize       length,
                 const char *name,
                 TlBits     *bits)
{
  Unpacking unpacking = { bits, -1 };
  guint64 sum;

  if (length < CHECK_SUM_BYTES)
    return FALSE;
  memcpy (&sum, blob, CHECK_SUM_BYTES);
  if (sum != check_sum (name, (const guint8 *) blob + CHECK_SUM_BYTES, length - CHECK_SUM_BYTES))
    return FALSE;

  roaring_bitmap_t *bitmap = roaring_bitmap_portable_deserialize_safe ((const char *) blob + CHECK_SUM_BYTES,
                                                                       length - CHECK_SUM_BYTES);
  if (bitmap == NULL)
    return FALSE;

  gboolean sound = roaring_iterate (bitmap, take_number, &unpacking);

  roaring_bitmap_free (bitmap);
  return sound;
}
