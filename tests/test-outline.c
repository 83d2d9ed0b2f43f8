/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline's tree of rows, without a display: its shape, where cycles are cut, and that it is after any edits what
 * it would be if it were made anew. */
#include "config.h"

#include <string.h>

#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/support/tl-verbs.h"
#include "ui/outline/tl-outline-list.h"
#include "ui/outline/tl-outline-model.h"

#define N_SEEDS 12
#define N_VERBS 120

typedef struct {
  char           *path;
  TlReview       *review;
  TlOutlineModel *model;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fixture->model = tl_outline_model_new (fixture->review);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
}

static const char *
get_words (TlOutlineModel *model,
           TlOutlineItem  *item)
{
  TlRecord *factor = tl_review_lookup (tl_outline_model_get_review (model), tl_outline_item_get_factor_id (item));
  const char *statement = factor != NULL ? tl_record_get_text (factor, "statement") : NULL;

  switch (tl_outline_item_get_kind (item))
    {
    case TL_OUTLINE_LEVEL:
      return tl_outline_item_get_id (item) != NULL ? tl_outline_item_get_id (item) : "no level";
    case TL_OUTLINE_DRAFT:
      return "draft";
    case TL_OUTLINE_FACTOR:
    case TL_OUTLINE_LINK:
    default:
      return statement != NULL ? statement : "nothing";
    }
}

/* The rows to be seen, one a line, as deep as they stand. */
static char *
dump (TlOutlineModel *model)
{
  GListModel *tree = G_LIST_MODEL (tl_outline_model_get_tree (model));
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tree); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (tree, i);
      g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);

      g_assert_cmpuint (gtk_tree_list_row_get_position (row), ==, i);
      g_string_append_printf (lines, "%*s%s%s\n", (int) gtk_tree_list_row_get_depth (row), "",
                              get_words (model, item), tl_outline_item_get_is_above (item) ? " (above)" : "");
    }
  return g_string_free (lines, FALSE);
}

static void
assert_rows (TlOutlineModel *model,
             const char     *expected)
{
  g_autofree char *rows = dump (model);

  g_assert_cmpstr (rows, ==, expected);
}

static void
expand (Fixture       *fixture,
        TlOutlineItem *item,
        gboolean       expanded)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_model_dup_row (fixture->model, item);

  g_assert_nonnull (row);
  gtk_tree_list_row_set_expanded (row, expanded);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tl_review_undo (fixture->review, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set (Fixture    *fixture,
     const char *id,
     const char *field,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_one (fixture->review, id, field, text, NULL, &error));
  g_assert_no_error (error);
}

/* a → b → c, beneath each other */
static void
test_shape (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *a = add_factor (fixture->review, "a");
  g_autofree char *b = add_factor (fixture->review, "b");
  g_autofree char *c = add_factor (fixture->review, "c");
  g_autofree char *ab = add_link (fixture->review, a, b);
  g_autofree char *bc = add_link (fixture->review, b, c);

  set (fixture, c, "level", "case");
  tl_outline_model_collapse_all (fixture->model);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\ncase\n c\n");
  tl_outline_model_expand_all (fixture->model);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\n  a\ncase\n c\n  b\n");

  TlOutlineItem *link = tl_outline_model_find (fixture->model, bc);
  g_assert_cmpint (tl_outline_item_get_kind (link), ==, TL_OUTLINE_LINK);
  g_assert_cmpstr (tl_outline_item_get_factor_id (link), ==, b);
  expand (fixture, link, TRUE);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\n  a\ncase\n c\n  b\n   a\n");
}

static void
test_cycles_are_cut (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *a = add_factor (fixture->review, "a");
  g_autofree char *b = add_factor (fixture->review, "b");
  g_autofree char *ab = add_link (fixture->review, a, b);
  g_autofree char *ba = add_link (fixture->review, b, a);

  tl_outline_model_expand_all (fixture->model);
  expand (fixture, tl_outline_model_find (fixture->model, ba), TRUE);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n  b\n   a (above)\n b\n  a\ncase\n");
}

static void
test_no_level (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *a = add_factor (fixture->review, "a");

  set (fixture, a, "level", NULL);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\ncase\nno level\n a\n");
  undo (fixture);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\ncase\n");
}

/* What is expanded stays so wherever it comes to stand. */
static void
test_expansion_is_kept (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *a = add_factor (fixture->review, "a");
  g_autofree char *b = add_factor (fixture->review, "b");
  g_autofree char *m = add_factor (fixture->review, "m");
  g_autofree char *ab = add_link (fixture->review, a, b);
  g_autofree char *bm = add_link (fixture->review, b, m);
  TlOutlineItem *item;

  tl_outline_model_collapse_all (fixture->model);
  item = tl_outline_model_find (fixture->model, m);
  expand (fixture, item, TRUE);
  expand (fixture, tl_outline_model_find (fixture->model, bm), TRUE);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\n m\n  b\n   a\ncase\n");
  set (fixture, m, "statement", "0");
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n 0\n  b\n   a\n a\n b\ncase\n");
  set (fixture, m, "level", "national");
  assert_rows (fixture->model, "national\n 0\n  b\n   a\nlocal_strategic\nfrontline\n a\n b\ncase\n");
  g_assert_true (tl_outline_model_find (fixture->model, m) == item);
  undo (fixture);
  undo (fixture);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\n m\n  b\n   a\ncase\n");
  undo (fixture); /* the link from b */
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\n m\ncase\n");
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *a = add_factor (fixture->review, "The visit was cut short");
  g_autofree char *b = add_factor (fixture->review, "Posts were held empty");
  g_autofree char *ab = add_link (fixture->review, a, b);

  tl_outline_model_set_filter (fixture->model, " EMPTY posts ");
  assert_rows (fixture->model,
               "national\nlocal_strategic\nfrontline\n Posts were held empty\n  The visit was cut short\ncase\n");
  g_assert_null (tl_outline_model_find (fixture->model, a));
  g_assert_nonnull (tl_outline_model_find (fixture->model, ab));
  tl_outline_model_set_filter (fixture->model, NULL);
  assert_rows (fixture->model,
               "national\nlocal_strategic\nfrontline\n Posts were held empty\n  The visit was cut short\n"
               " The visit was cut short\ncase\n");
}

static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *a = add_factor (fixture->review, "a");
  TlOutlineItem *level = tl_outline_model_get_level (fixture->model, 0);
  TlOutlineItem *draft = tl_outline_model_begin_draft (fixture->model, level);

  g_assert_cmpint (tl_outline_item_get_kind (draft), ==, TL_OUTLINE_DRAFT);
  g_assert_cmpuint (tl_outline_model_count_level (fixture->model, level), ==, 0);
  assert_rows (fixture->model, "national\n draft\nlocal_strategic\nfrontline\n a\ncase\n");
  g_free (add_factor (fixture->review, "b")); /* by someone else */
  assert_rows (fixture->model, "national\n draft\nlocal_strategic\nfrontline\n a\n b\ncase\n");
  tl_outline_model_begin_draft (fixture->model, tl_outline_model_find (fixture->model, a));
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n  draft\n b\ncase\n");
  tl_outline_model_end_draft (fixture->model);
  assert_rows (fixture->model, "national\nlocal_strategic\nfrontline\n a\n b\ncase\n");
  g_assert_null (tl_outline_model_get_draft (fixture->model));
}

/* Expands @item of @fresh and what stands beneath it as it is in @model. */
static void
expand_alike (TlOutlineModel *fresh,
              GtkTreeListRow *row,
              GtkTreeListRow *pattern)
{
  g_autoptr (GtkTreeListRow) child = NULL;

  gtk_tree_list_row_set_expanded (row, gtk_tree_list_row_get_expanded (pattern));
  for (guint i = 0; gtk_tree_list_row_get_expanded (pattern); i++)
    {
      g_autoptr (GtkTreeListRow) beneath = gtk_tree_list_row_get_child_row (row, i);
      g_autoptr (GtkTreeListRow) like = gtk_tree_list_row_get_child_row (pattern, i);

      g_assert_true ((beneath == NULL) == (like == NULL));
      if (beneath == NULL)
        break;
      expand_alike (fresh, beneath, like);
    }
}

static void
assert_like_fresh (Fixture *fixture)
{
  g_autoptr (TlOutlineModel) fresh = tl_outline_model_new (fixture->review);
  guint n = tl_outline_model_get_n_levels (fixture->model);
  g_autofree char *expected = NULL;

  g_assert_cmpuint (tl_outline_model_get_n_levels (fresh), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tl_outline_model_get_tree (fresh), i);
      g_autoptr (GtkTreeListRow) pattern
          = gtk_tree_list_model_get_child_row (tl_outline_model_get_tree (fixture->model), i);

      expand_alike (fresh, row, pattern);
    }
  expected = dump (fresh);
  assert_rows (fixture->model, expected);
}

static void
expand_some (Fixture *fixture,
             GRand   *random)
{
  GListModel *tree = G_LIST_MODEL (tl_outline_model_get_tree (fixture->model));

  for (guint i = 0; i < 6; i++)
    {
      guint n = g_list_model_get_n_items (tree);
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (tree, (guint) g_rand_int_range (random, 0, (gint32) n));

      gtk_tree_list_row_set_expanded (row, g_rand_int_range (random, 0, 4) > 0);
    }
}

/* Words from few, so that many factors stand in one place of the order, and links among them. */
static void
do_something (Fixture *fixture,
              GRand   *random)
{
  static const char *const levels[] = { "national", "local_strategic", "frontline", "case", NULL };
  TlRecordList *factors = tl_review_get_list (fixture->review, "factor");
  TlRecordList *links = tl_review_get_list (fixture->review, "link");
  g_autofree char *word = g_strdup_printf ("%c", 'a' + g_rand_int_range (random, 0, 8));
  guint n = tl_record_list_get_n (factors);
  TlRecord *one = n > 0 ? tl_record_list_get (factors, (guint) g_rand_int_range (random, 0, (gint32) n)) : NULL;
  TlRecord *other = n > 0 ? tl_record_list_get (factors, (guint) g_rand_int_range (random, 0, (gint32) n)) : NULL;

  switch (n < 6 ? 0 : g_rand_int_range (random, 0, 9))
    {
    case 0:
      g_free (add_factor (fixture->review, word));
      break;
    case 1:
    case 2:
    case 3:
      if (one != other)
        g_free (add_link (fixture->review, tl_record_get_id (one), tl_record_get_id (other)));
      break;
    case 4:
      set (fixture, tl_record_get_id (one), "statement", word);
      break;
    case 5:
      set (fixture, tl_record_get_id (one), "level", levels[g_rand_int_range (random, 0, G_N_ELEMENTS (levels))]);
      break;
    case 6:
      if (tl_record_list_get_n (links) > 0)
        set (fixture, tl_record_get_id (tl_record_list_get (links, 0)), "cause", tl_record_get_id (one));
      break;
    default:
      tl_review_undo (fixture->review, NULL, NULL, NULL);
      break;
    }
}

static void
test_after_edits_as_anew (Fixture      *fixture,
                          gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (TlVerbs) verbs = tl_verbs_new (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_VERBS; i++)
    {
      if (GPOINTER_TO_INT (data))
        tl_verbs_do (verbs, fixture->review); /* anything that a person can do */
      else
        do_something (fixture, random);
      expand_some (fixture, random);
      assert_like_fresh (fixture);
    }
}

/* The list that changes as little as it can */

static guint n_moved;

static void
count_moved (GObject *item,
             gpointer data)
{
  n_moved++;
}

static void
test_list_keeps_what_can_stay (void)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  const guint order[] = { 4, 0, 1, 5, 2 }; /* of 0 1 2 3 4: 3 goes, 4 comes to the front, 5 is new */

  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  for (guint i = 0; i < 5; i++)
    g_list_store_append (list, g_ptr_array_index (items, i));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_ptr_array_add (wanted, g_ptr_array_index (items, order[i]));
  n_moved = 0;
  tl_outline_list_update (list, wanted, count_moved, NULL, NULL);
  g_assert_cmpuint (n_moved, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (item == g_ptr_array_index (wanted, i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/outline/levels-hold-factors-and-factors-their-causes", Fixture, NULL, set_up, test_shape, tear_down);
  g_test_add ("/outline/a-cycle-is-cut-where-it-closes", Fixture, NULL, set_up, test_cycles_are_cut, tear_down);
  g_test_add ("/outline/factors-without-a-level-stand-at-the-end", Fixture, NULL, set_up, test_no_level, tear_down);
  g_test_add ("/outline/what-is-expanded-stays-expanded", Fixture, NULL, set_up, test_expansion_is_kept, tear_down);
  g_test_add ("/outline/words-narrow-it-down", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/outline/a-factor-is-written-where-it-will-stand", Fixture, NULL, set_up, test_draft, tear_down);
  for (guint i = 0; i < N_SEEDS; i++)
    {
      g_autofree char *graph = g_strdup_printf ("/outline/after-edits-of-the-graph-as-if-made-anew/%u", i);
      g_autofree char *any = g_strdup_printf ("/outline/after-any-edits-as-if-made-anew/%u", i);

      g_test_add (graph, Fixture, GINT_TO_POINTER (FALSE), set_up, test_after_edits_as_anew, tear_down);
      g_test_add (any, Fixture, GINT_TO_POINTER (TRUE), set_up, test_after_edits_as_anew, tear_down);
    }
  g_test_add_func ("/outline/list/what-can-stay-stays", test_list_keeps_what_can_stay);

  return g_test_run ();
}
