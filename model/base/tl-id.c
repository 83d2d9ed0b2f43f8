/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids of records: random UUIDs, and the keyed pseudonyms under which they leave a review. */
#include "config.h"

#include "model/base/tl-id.h"

#include <string.h>

/**
 * tl_id_new:
 *
 * Returns: (transfer full): a new random id, an RFC 4122 UUID of version 4 in lower case
 */
char *
tl_id_new (void)
{
  return g_uuid_string_random ();
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Eight digits, the first in the lowest byte, to four bytes; @wrong gets bits where one is no digit in lower case. A
 * file has some six hundred ids, each of which is read several times: so all eight at once, without a branch. */
static guint32
pack_digits (guint64  digits,
             guint64 *wrong)
{
  /* What the characters would be worth if they were digits: '0' is 0x30, and 'a', with bit 6, is 0x61. */
  guint64 worth = (digits & EACH_BYTE (0x0f)) + (digits >> 6 & EACH_BYTE (1)) * 9;
  guint64 letter = (worth + EACH_BYTE (6)) >> 4 & EACH_BYTE (1);

  *wrong |= (worth & EACH_BYTE (0xf0)) | (digits ^ (worth + EACH_BYTE ('0') + letter * ('a' - '0' - 10)));

  guint64 bytes = (worth << 4 | worth >> 8) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);

  bytes = (bytes | bytes >> 8) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
  return (guint32) (bytes | bytes >> 16);
}

static guint64
read_digits (const char *one,
             const char *other)
{
  guint32 both[2];

  memcpy (&both[0], one, 4);
  memcpy (&both[1], other, 4);
  return GUINT32_FROM_LE (both[0]) | (guint64) GUINT32_FROM_LE (both[1]) << 32;
}

/**
 * tl_id_parse:
 * @id: (array length=length): a text from outside
 * @length: how many bytes
 * @packed: (out caller-allocates): what the digits of a valid id say
 *
 * Returns: as tl_id_is_valid()
 */
gboolean
tl_id_parse (const char *id,
             gsize       length,
             guint8      packed[TL_ID_PACKED])
{
  if (length != TL_ID_LENGTH || id[8] != '-' || id[13] != '-' || id[18] != '-' || id[23] != '-')
    return FALSE;

  guint64 wrong = 0;
  const guint32 parts[] = {
    GUINT32_TO_LE (pack_digits (read_digits (id, id + 4), &wrong)),
    GUINT32_TO_LE (pack_digits (read_digits (id + 9, id + 14), &wrong)),
    GUINT32_TO_LE (pack_digits (read_digits (id + 19, id + 24), &wrong)),
    GUINT32_TO_LE (pack_digits (read_digits (id + 28, id + 32), &wrong)),
  };

  memcpy (packed, parts, TL_ID_PACKED);
  return wrong == 0;
}

/**
 * tl_id_is_valid:
 * @id: (nullable): a text from outside
 *
 * Returns: whether @id is a UUID in our spelling: lower case, hyphens, no braces. Any version will do, since other
 *   programs' UUIDs are kept on import.
 */
gboolean
tl_id_is_valid (const char *id)
{
  guint8 packed[TL_ID_PACKED];

  return id != NULL && tl_id_parse (id, strnlen (id, TL_ID_LENGTH + 1), packed);
}

/**
 * tl_id_pseudonym:
 * @key: the review's secret key
 * @id: the id of a record in the review
 *
 * The pseudonym of a record outside its review: the same whenever the review is exported, and not to be traced to the
 * record without the key. It is the first half of HMAC-SHA-256, written as a UUID of version 8 (RFC 9562, 5.8).
 *
 * Returns: (transfer full): the pseudonym
 */
char *
tl_id_pseudonym (const char *key,
                 const char *id)
{
  g_return_val_if_fail (key != NULL && id != NULL, NULL);

  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key));
  g_hmac_update (hmac, (const guchar *) id, -1);

  const char *hex = g_hmac_get_string (hmac);
  static const char variants[] = "89ab";
  char variant = variants[g_ascii_xdigit_value (hex[16]) & 3];

  return g_strdup_printf ("%.8s-%.4s-8%.3s-%c%.3s-%.12s", hex, hex + 8, hex + 13, variant, hex + 17, hex + 20);
}

/**
 * tl_id_pack:
 * @id: a valid id
 * @packed: (out caller-allocates): what its digits say
 */
void
tl_id_pack (const char *id,
            guint8      packed[TL_ID_PACKED])
{
  gboolean valid = tl_id_parse (id, strnlen (id, TL_ID_LENGTH + 1), packed);

  g_return_if_fail (valid);
}

/**
 * tl_id_unpack:
 * @packed: (array length=length) (nullable): an id as tl_id_pack() left it
 * @length: how many bytes there are: a file from outside may hold more or fewer than %TL_ID_PACKED
 *
 * Returns: (transfer full): the id; of other bytes, as much of one as they say
 */
char *
tl_id_unpack (const guint8 *packed,
              gsize         length)
{
  static const char digits[] = "0123456789abcdef";
  char *id = g_malloc (TL_ID_LENGTH + 1), *end = id;

  for (gsize i = 0; i < MIN (length, TL_ID_PACKED); i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *end++ = '-';
      *end++ = digits[packed[i] >> 4];
      *end++ = digits[packed[i] & 0xf];
    }
  *end = '\0';
  return id;
}
