/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids: their one spelling, packed and back, and the pseudonyms under which they leave. */
#include "config.h"

#include "model/base/tl-id.h"

static void
ids_have_one_spelling (void)
{
  static const char *const bad[] = { "", "11111111-1111-4111-8111-11111111111", "11111111-1111-4111-8111-1111111111111",
                                     "{11111111-1111-4111-8111-111111111111}", "11111111-1111-4111-8111-11111111111G",
                                     "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA", "1111111111111-4111-8111-111111111111" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tl_id_is_valid (bad[i]));
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = tl_id_new ();
      g_assert_true (tl_id_is_valid (id));
    }
}

/* At every place, every byte that there is. */
static void
an_id_is_of_digits_and_nothing_else (void)
{
  static const char id[] = "0123abcd-4567-89ef-8def-0123456789ab";

  for (guint place = 0; place < TL_ID_LENGTH; place++)
    for (guint byte = 1; byte < 256; byte++)
      {
        char other[] = "0123abcd-4567-89ef-8def-0123456789ab";
        gboolean digit = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f');

        other[place] = (char) byte;
        g_assert_cmpint (tl_id_is_valid (other), ==, id[place] == '-' ? byte == '-' : digit);
        if (!tl_id_is_valid (other))
          continue;

        guint8 packed[TL_ID_PACKED];

        tl_id_pack (other, packed);
        g_autofree char *read = tl_id_unpack (packed, sizeof packed);

        g_assert_cmpstr (read, ==, other);
      }
}

/* What is packed comes from files as well, which may hold anything. */
static void
a_packed_id_is_read_no_further_than_it_goes (void)
{
  static const char id[] = "0123abcd-4567-89ab-8def-0123456789ab";
  guint8 packed[TL_ID_PACKED];

  tl_id_pack (id, packed);
  for (gsize length = 0; length <= TL_ID_PACKED; length++)
    {
      g_autofree guint8 *bytes = g_memdup2 (packed, length);
      g_autofree char *read = tl_id_unpack (bytes, length);

      g_assert_true (g_str_has_prefix (id, read));
      g_assert_cmpint (tl_id_is_valid (read), ==, length == TL_ID_PACKED);
    }

  const guint8 more[TL_ID_PACKED + 1] = { 0xff };
  g_autofree char *cut = tl_id_unpack (more, sizeof more);

  g_assert_cmpstr (cut, ==, "ff000000-0000-0000-0000-000000000000");
}

static void
a_pseudonym_is_stable_and_needs_the_key (void)
{
  static const char id[] = "11111111-1111-4111-8111-111111111111";
  g_autofree char *once = tl_id_pseudonym ("key", id);
  g_autofree char *again = tl_id_pseudonym ("key", id);
  g_autofree char *other = tl_id_pseudonym ("yek", id);

  g_assert_true (tl_id_is_valid (once));
  g_assert_cmpint (once[14], ==, '8');
  g_assert_nonnull (strchr ("89ab", once[19]));
  g_assert_cmpstr (once, ==, again);
  g_assert_cmpstr (once, !=, other);
  g_assert_cmpstr (once, !=, id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/ids-have-one-spelling", ids_have_one_spelling);
  g_test_add_func ("/id/an-id-is-of-digits-and-nothing-else", an_id_is_of_digits_and_nothing_else);
  g_test_add_func ("/id/a-packed-id-is-read-no-further-than-it-goes", a_packed_id_is_read_no_further_than_it_goes);
  g_test_add_func ("/id/a-pseudonym-is-stable-and-needs-the-key", a_pseudonym_is_stable_and_needs_the_key);

  return g_test_run ();
}
