/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors that are shown as one card: which they are, and that they stay so through edits and undo. */
#include "config.h"

#include "tests/review-case.h"

#include "model/review/tl-history.h"
#include "ui/canvas/tl-canvas-bundle.h"
#include "ui/canvas/tl-canvas-groups.h"

typedef struct {
  char *path;
  TlReview *review;
  TlCanvasGroups *groups;
  char *agency;
  char *first, *second, *other;
} Fixture;

static char *
add_titled (Fixture    *self,
            const char *kind,
            const char *field,
            const char *title)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  char *id = tl_edit_add (edit, kind, NULL, &error);

  g_assert_true (tl_edit_set (edit, id, field, title, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->review = open_new (&self->path);
  self->agency = add_titled (self, "agency", "label", "Health");
  self->first = add_factor (self->review, "Caseloads high");
  self->second = add_factor (self->review, "Visits short");
  self->other = add_factor (self->review, "Snow");
  set_field (self->review, self->first, "agency", self->agency);
  set_field (self->review, self->second, "agency", self->agency);
  self->groups = tl_canvas_groups_new (self->review);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->groups);
  g_free (self->agency);
  g_free (self->first);
  g_free (self->second);
  g_free (self->other);
  g_object_unref (self->review);
  g_free (self->path);
}

static void
a_group_is_collapsed_and_expanded (Fixture      *self,
                                   gconstpointer data)
{
  g_assert_cmpuint (tl_canvas_groups_get_n (self->groups), ==, 1);
  g_assert_cmpstr (tl_canvas_groups_get (self->groups, 0)->title, ==, "Health");
  g_assert_cmpuint (tl_canvas_groups_get (self->groups, 0)->n_factors, ==, 2);
  g_assert_cmpuint (tl_canvas_groups_find (self->groups, self->first), ==, TL_GROUPS_NONE);

  tl_canvas_groups_collapse (self->groups, TL_GROUPS_BY_AGENCY, self->agency);
  g_assert_true (tl_canvas_groups_get (self->groups, 0)->is_collapsed);
  g_assert_cmpuint (tl_canvas_groups_find (self->groups, self->first), ==, 0);
  g_assert_cmpuint (tl_canvas_groups_find (self->groups, self->second), ==, 0);
  g_assert_cmpuint (tl_canvas_groups_find (self->groups, self->other), ==, TL_GROUPS_NONE);

  tl_canvas_groups_expand (self->groups, TL_GROUPS_BY_AGENCY, self->agency);
  g_assert_cmpuint (tl_canvas_groups_find (self->groups, self->first), ==, TL_GROUPS_NONE);
  g_assert_false (tl_canvas_groups_has_collapsed (self->groups));
}

static void
it_follows_edits_and_undo_and_writes_nothing (Fixture      *self,
                                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (self->review)));

  tl_canvas_groups_collapse (self->groups, TL_GROUPS_BY_AGENCY, self->agency);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (self->review))), ==, n);
  set_field (self->review, self->first, "agency", NULL);
  set_field (self->review, self->second, "agency", NULL);
  g_assert_cmpuint (tl_canvas_groups_get_n (self->groups), ==, 0);
  g_assert_true (tl_review_undo (self->review, NULL, NULL, &error));
  g_assert_cmpuint (tl_canvas_groups_find (self->groups, self->second), ==, 0);
  g_assert_cmpuint (tl_canvas_groups_get (self->groups, 0)->n_factors, ==, 1);
}

static void
a_factor_of_two_collapsed_groups_is_counted_once (Fixture      *self,
                                                  gconstpointer data)
{
  const char *const fields[] = { TL_GROUPS_BY_AGENCY, TL_GROUPS_BY_CATEGORY };
  guint n = 0;

  set_field (self->review, self->first, "category", "worker");
  tl_canvas_groups_collapse (self->groups, fields[0], self->agency);
  tl_canvas_groups_collapse (self->groups, fields[1], "worker");
  for (guint i = 0; i < tl_canvas_groups_get_n (self->groups); i++)
    n += tl_canvas_groups_get (self->groups, i)->n_factors;
  g_assert_cmpuint (n, ==, 2);
  tl_canvas_groups_expand_all (self->groups);
  g_assert_false (tl_canvas_groups_has_collapsed (self->groups));
}

static void
link_factors (Fixture    *self,
              const char *cause,
              const char *effect,
              const char *state)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_autofree char *id = tl_edit_add (edit, "link", NULL, &error);

  g_assert_true (tl_edit_set (edit, id, "cause", cause, &error));
  g_assert_true (tl_edit_set (edit, id, "effect", effect, &error));
  g_assert_true (tl_edit_set (edit, id, "state", state, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* The factors of the review, at places, as parts of the groups that are collapsed. */
static TlCanvasScene *
make_scene (Fixture *self)
{
  TlCanvasScene *scene = tl_canvas_scene_new (self->review, NULL, NULL, NULL);

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (scene, i);

      tl_canvas_scene_place (scene, node, 300 * i, 0);
      node->group = tl_canvas_groups_find (self->groups, tl_canvas_node_get_id (node));
    }
  return scene;
}

static void
links_with_the_same_ends_are_one_and_rejected_ones_apart (Fixture      *self,
                                                          gconstpointer data)
{
  link_factors (self, self->first, self->second, NULL); /* within the group */
  link_factors (self, self->first, self->other, NULL);
  link_factors (self, self->second, self->other, "contested");
  link_factors (self, self->second, self->other, "rejected");
  link_factors (self, self->other, self->first, "rejected");
  tl_canvas_groups_collapse (self->groups, TL_GROUPS_BY_AGENCY, self->agency);

  TlCanvasScene *scene = make_scene (self);
  g_autoptr (GArray) bundles = tl_canvas_bundles_collect (scene);
  g_assert_cmpuint (bundles->len, ==, 2);
  for (guint i = 0; i < bundles->len; i++)
    {
      const TlCanvasBundle *bundle = &g_array_index (bundles, TlCanvasBundle, i);
      gboolean leaves = bundle->cause.group == 0;
      g_autofree char *marks = tl_canvas_bundle_dup_marks (bundle);
      g_autofree char *name = tl_canvas_bundle_dup_name (bundle, self->groups);

      g_assert_cmpstr (marks, ==, leaves ? "2 ×1" : "×1");
      g_assert_cmpstr (name, ==, leaves ? "“Health” to “Snow”: 2 links, 1 rejected link"
                                        : "“Snow” to “Health”: 0 links, 1 rejected link");
    }
  g_autofree char *group = tl_canvas_bundles_dup_group_name (bundles, self->groups, 0);
  g_assert_cmpstr (group, ==, "Group: Health, 2 factors, 0 links in, 2 links out, 2 rejected links");
  tl_canvas_scene_free (scene);
}

static void
without_collapsed_groups_links_are_not_taken_together (Fixture      *self,
                                                       gconstpointer data)
{
  link_factors (self, self->first, self->other, NULL);

  TlCanvasScene *scene = make_scene (self);
  g_autoptr (GArray) bundles = tl_canvas_bundles_collect (scene);
  g_assert_cmpuint (bundles->len, ==, 0);
  tl_canvas_scene_free (scene);
}

int
main (int   argc,
      char *argv[])
{
  const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/groups/a-group-is-collapsed-and-expanded", a_group_is_collapsed_and_expanded },
    { "/groups/it-follows-edits-and-undo-and-writes-nothing", it_follows_edits_and_undo_and_writes_nothing },
    { "/groups/a-factor-of-two-collapsed-groups-is-counted-once", a_factor_of_two_collapsed_groups_is_counted_once },
    { "/groups/links-with-the-same-ends-are-one-and-rejected-ones-apart",
      links_with_the_same_ends_are_one_and_rejected_ones_apart },
    { "/groups/without-collapsed-groups-links-are-not-taken-together",
      without_collapsed_groups_links_are_not_taken_together },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
