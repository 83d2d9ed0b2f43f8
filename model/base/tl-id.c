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

/* What a character is worth as a digit of an id, and 1. */
static const guint8 digits[256] = {
  ['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6, ['6'] = 7, ['7'] = 8, ['8'] = 9, ['9'] = 10,
  ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

static gboolean
parse (const char *id,
       guint8      packed[TL_ID_PACKED])
{
  const guchar *at = (const guchar *) id;

  for (guint i = 0; i < TL_ID_PACKED; i++, at += 2)
    {
      if ((i == 4 || i == 6 || i == 8 || i == 10) && *at++ != '-')
        return FALSE;
      if (digits[at[0]] == 0 || digits[at[1]] == 0)
        return FALSE;
      packed[i] = (guint8) ((digits[at[0]] - 1) << 4 | (digits[at[1]] - 1));
    }
  return *at == '\0';
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

  return id != NULL && parse (id, packed);
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
  gboolean valid = parse (id, packed);

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
  g_autoptr (GString) id = g_string_sized_new (TL_ID_LENGTH + 1);

  for (gsize i = 0; i < MIN (length, TL_ID_PACKED); i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", packed[i]);
  return g_string_free (g_steal_pointer (&id), FALSE);
}
