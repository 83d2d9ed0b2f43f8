/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The why behind a finding: what is in its picture, what is not, and the same in words. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/report/tl-why-picture.h"
#include "tests/review-case.h"

#include <string.h>

static char *
add_finding (TlReview          *review,
             const char *const *factors)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, "finding", NULL, &error);

  g_assert_true (tl_edit_set_list (edit, id, "factors", factors, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static TlPicture *
draw (TlReview   *review,
      const char *finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlExport) export = tl_export_new (review, TL_TIER_TRANSFER, TL_EXPORT_DEFAULT, &error);
  TlPicture *picture = tl_why_picture_new (export, finding, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (picture);
  return picture;
}

static gboolean
shows (const TlPicture *picture,
       const char      *id)
{
  for (guint i = 0; i < picture->factors->len; i++)
    if (strcmp (tl_picture_get_factor (picture, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_parts (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *far = add_factor (review, "Far away");
  g_autofree char *near = add_factor (review, "One step before");
  g_autofree char *first = add_factor (review, "First of the finding");
  g_autofree char *between = add_factor (review, "Between");
  g_autofree char *last = add_factor (review, "Last of the finding.");
  g_autofree char *effect = add_factor (review, "What came of it");
  g_autofree char *denied = add_factor (review, "Thought of and rejected");
  g_autofree char *rejected = NULL;
  g_autofree char *finding = NULL;

  g_free (add_link (review, far, near));
  g_free (add_link (review, near, first));
  g_free (add_link (review, first, between));
  g_free (add_link (review, between, last));
  g_free (add_link (review, last, effect));
  rejected = add_link (review, denied, last);
  set_field (review, rejected, "state", "rejected");
  finding = add_finding (review, (const char *const[]) { first, last, NULL });

  g_autoptr (TlPicture) picture = draw (review, finding);

  g_assert_cmpuint (picture->factors->len, ==, 4);
  g_assert_true (shows (picture, near) && shows (picture, first) && shows (picture, between) && shows (picture, last));
  g_assert_cmpuint (picture->links->len, ==, 3);
}

static void
test_words (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *cause = add_factor (review, "Posts stood empty");
  g_autofree char *other = add_factor (review, "Nobody rang back");
  g_autofree char *effect = add_factor (review, "The visit was cut short.");
  g_autofree char *doubted = add_link (review, other, effect);
  g_autofree char *finding = NULL;

  g_free (add_link (review, cause, effect));
  set_field (review, doubted, "state", "contested");
  set_field (review, cause, "level", "national");
  finding = add_finding (review, (const char *const[]) { effect, NULL });

  g_autoptr (TlPicture) picture = draw (review, finding);
  g_autofree char *label = tl_why_picture_dup_label (picture);
  g_auto (GStrv) sentences = tl_why_picture_dup_sentences (picture);
  g_autofree char *all = g_strjoinv ("\n", sentences);

  g_assert_cmpstr (label, ==, "The why behind the finding: 3 factors and 2 links.");
  g_assert_cmpstr (sentences[0], ==, "National: “Posts stood empty”.");
  g_assert_nonnull (strstr (all, "Front line: “The visit was cut short”, contributed to by "));
  g_assert_nonnull (strstr (all, "“Nobody rang back” (contested)"));
}

static void
test_nothing_named (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *loose = add_factor (review, "Of no finding");
  g_autofree char *finding = add_finding (review, (const char *const[]) { NULL });
  g_autoptr (TlPicture) picture = draw (review, finding);
  g_autoptr (TlExport) export = tl_export_new (review, TL_TIER_TRANSFER, TL_EXPORT_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (picture->factors->len, ==, 0);
  g_assert_null (tl_why_picture_new (export, loose, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/why-picture/holds-what-is-named-and-between-and-one-step-before", test_parts);
  g_test_add_func ("/why-picture/is-told-in-sentences", test_words);
  g_test_add_func ("/why-picture/is-empty-where-nothing-is-named", test_nothing_named);
  return g_test_run ();
}
