/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a generated review may be read in something that was made of it for a tier, whatever its format. */
#include "config.h"

#include "tests/support/tl-leak.h"

#include <string.h>

#include "model/words/tl-trace.h"

static gboolean
is_identity (const TlPlanted *planted)
{
  return (planted->kind->flags & TL_KIND_IDENTITY) != 0;
}

/* What stands in the place of a name, wherever that may. */
static gboolean
is_label (const TlPlanted *planted)
{
  return strcmp (planted->field->name, "label") == 0;
}

/* A board's name is not kept from a board. */
static gboolean
is_board (const TlPlanted *planted)
{
  return g_str_has_prefix (planted->field->name, "boards");
}

/**
 * tl_leak_may_leave:
 * @planted: a marker
 * @tier: a tier
 *
 * Says it from the meaning of the tiers and not from the tables that the export uses.
 *
 * Returns: whether @planted may be read in what was made for @tier
 */
gboolean
tl_leak_may_leave (const TlPlanted *planted,
                   TlTier           tier)
{
  if (planted->gone || is_identity (planted))
    return FALSE;
  if (tier == TL_TIER_BOARD)
    return is_board (planted)
           || (planted->kind->tier >= TL_TIER_BOARD && planted->field->tier >= TL_TIER_BOARD);
  if (tier == TL_TIER_LEARNING)
    return planted->release >= TL_TIER_LEARNING && !planted->named && !planted->dated;
  g_assert (tier == TL_TIER_PUBLIC);
  return is_label (planted) || (planted->release >= TL_TIER_PUBLIC && !planted->dated);
}

/* A day in @text, but not in the figures of an id. */
static char *
find_day (const char *text)
{
  g_autoptr (GRegex) ids
      = g_regex_new ("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (ids, text, -1, 0, "id", 0, NULL);

  return tl_text_find_date (without);
}

/**
 * tl_leak_check_text:
 * @planted: (element-type TlPlanted): as tl_generate_review() gave it
 * @tier: a tier
 * @text: what can be read in something that was made for it
 *
 * Fails the test when a marker can be read that has to stay, the name of who made the review, or, where the tier has no
 * days, a day.
 *
 * Returns: how many markers are there that may be
 */
guint
tl_leak_check_text (GPtrArray  *planted,
                    TlTier      tier,
                    const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *day = tier >= TL_TIER_LEARNING ? find_day (text) : NULL;
  guint n = 0;

  for (guint i = 0; i < planted->len; i++)
    {
      const TlPlanted *one = planted->pdata[i];
      gboolean there = strstr (lower, one->marker) != NULL;

      n += there;
      if (!there || tl_leak_may_leave (one, tier))
        continue;
      g_test_message ("“%s” of %s %s is in the tier %s: release %s, gone %d, named %d, dated %d", one->field->name,
                      one->kind->name, one->id, tl_tier_get_name (tier), tl_tier_get_name (one->release), one->gone,
                      one->named, one->dated);
      g_test_fail ();
    }
  g_assert_null (strstr (text, TL_GENERATE_AUTHOR));
  g_assert_cmpstr (day, ==, NULL);
  return n;
}

/**
 * tl_leak_check_all:
 * @planted: (element-type TlPlanted): as tl_generate_review() gave it
 * @tier: a tier
 * @text: a whole export for it
 *
 * Fails the test when a marker that leaves by itself has not.
 */
void
tl_leak_check_all (GPtrArray  *planted,
                   TlTier      tier,
                   const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < planted->len; i++)
    {
      const TlPlanted *one = planted->pdata[i];

      if (!tl_leak_may_leave (one, tier) || (tier == TL_TIER_PUBLIC && is_label (one)) || is_board (one)
          || strstr (lower, one->marker) != NULL)
        continue;
      g_test_message ("“%s” of %s %s did not leave in the tier %s", one->field->name, one->kind->name, one->id,
                      tl_tier_get_name (tier));
      g_test_fail ();
    }
}

/**
 * tl_leak_check_ids:
 * @review: a generated review
 * @text: what can be read in something made of it
 *
 * Fails the test when one of its ids can be read, or the key to the pseudonyms.
 */
void
tl_leak_check_ids (TlReview   *review,
                   const char *text)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      TlRecordList *list = tl_review_get_list (review, tl_kinds_get (i)->name);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        g_assert_null (strstr (text, tl_record_get_id (tl_record_list_get (list, j))));
    }
  g_assert_null (strstr (text, tl_record_get_text (tl_review_get_subject (review), "learning_key")));
}

/**
 * tl_leak_dup_readable:
 * @bytes: a file of any format that is not compressed
 * @length: its length
 *
 * Returns: (transfer full): the text that stands in it, whatever stands between
 */
char *
tl_leak_dup_readable (const char *bytes,
                      gsize       length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, bytes[i] == '\0' ? ' ' : bytes[i]);

  char *valid = g_utf8_make_valid (text->str, (gssize) text->len);

  g_string_free (text, TRUE);
  return valid;
}
