/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of keys: what it names exists, and no key means two things at one place. */
#include "config.h"

#include "ui/canvas/tl-canvas.h"
#include "ui/canvas/tl-map-view.h"
#include "ui/board/tl-board-findings.h"
#include "ui/evidence/tl-sources-page.h"
#include "ui/fields/tl-text-row.h"
#include "ui/findings/tl-board-question-list.h"
#include "ui/findings/tl-findings-page.h"
#include "ui/findings/tl-patterns-page.h"
#include "ui/narrative/tl-narrative-page.h"
#include "ui/narrative/tl-narrative-view.h"
#include "ui/outline/tl-outline-page.h"
#include "ui/widgets/tl-accels.h"
#include "ui/window/tl-graph-page.h"
#include "ui/window/tl-library-window.h"
#include "ui/window/tl-review-window.h"

/* The places where keys are pressed, and what is bound there. */
static const struct {
  const char *place;
  const char *prefixes[6];
  GType     (*types[3]) (void);
} places[] = {
  { "the graph",
    { "app.", "window.", "win.", "canvas.", "graph." },
    { tl_review_window_get_type, tl_canvas_get_type, tl_graph_page_get_type } },
  { "the outline", { "app.", "window.", "win.", "outline." }, { tl_review_window_get_type, tl_outline_page_get_type } },
  { "the narrative",
    { "app.", "window.", "win.", "narrative." },
    { tl_review_window_get_type, tl_narrative_view_get_type, tl_narrative_page_get_type } },
  { "the patterns",
    { "app.", "window.", "win.", "patterns." },
    { tl_review_window_get_type, tl_patterns_page_get_type } },
  { "the findings",
    { "app.", "window.", "win.", "findings." },
    { tl_review_window_get_type, tl_findings_page_get_type } },
  { "questions for the board", { "board-questions." }, { tl_board_question_list_get_type } },
  { "the board", { "app.", "window.", "win.", "board." }, { tl_review_window_get_type, tl_board_findings_get_type } },
  { "the sources", { "app.", "window.", "win.", "sources." }, { tl_review_window_get_type, tl_sources_page_get_type } },
  { "a text", { "guard." }, { tl_text_row_get_type } },
  { "a library",
    { "app.", "window.", "win.", "map.", "answer.", "way." },
    { tl_library_window_get_type, tl_map_view_get_type } },
};

static gboolean
has_action (GType       type,
            const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GType owner;
  const char *installed, *property;
  const GVariantType *parameter;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &installed, &parameter, &property); i++)
    {
      if (g_str_equal (installed, name))
        return target != NULL ? parameter != NULL && g_variant_is_of_type (target, parameter) : parameter == NULL;
    }
  return FALSE;
}

static gboolean
is_bound_at (guint          place,
             const TlAccel *accel)
{
  gboolean is_close = g_str_has_prefix (accel->action, "app.") || g_str_has_prefix (accel->action, "window.");
  gboolean exists = is_close;
  gboolean named = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places[place].types) && places[place].types[i] != NULL; i++)
    exists = exists || has_action (places[place].types[i] (), accel->action);
  for (guint i = 0; i < G_N_ELEMENTS (places[place].prefixes) && places[place].prefixes[i] != NULL; i++)
    named = named || g_str_has_prefix (accel->action, places[place].prefixes[i]);
  return named && exists;
}

static void
test_actions_exist (void)
{
  guint n;
  const TlAccel *accels = tl_accels_get (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean somewhere = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        somewhere |= is_bound_at (j, &accels[i]);
      if (!somewhere)
        g_error ("Nothing knows the action “%s”, or it takes another parameter", accels[i].action);
    }
}

static void
test_no_key_is_double (void)
{
  guint n;
  const TlAccel *accels = tl_accels_get (&n);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < n; j++)
        for (guint k = 0; is_bound_at (i, &accels[j]) && accels[j].keys[k] != NULL; k++)
          {
            guint key;
            GdkModifierType modifiers;

            if (!gtk_accelerator_parse (accels[j].keys[k], &key, &modifiers))
              g_error ("“%s” is no key", accels[j].keys[k]);
            if (!g_hash_table_add (seen, gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers)))
              g_error ("%s means two things in %s: one is “%s”", accels[j].keys[k], places[i].place, accels[j].title);
          }
    }
}

static void
test_groups_are_together (void)
{
  guint n;
  const TlAccel *accels = tl_accels_get (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (accels[i].keys[0]);
      g_assert_null (accels[i].keys[G_N_ELEMENTS (accels[i].keys) - 1]);
      if ((i == 0 || !g_str_equal (accels[i - 1].group, accels[i].group))
          && !g_hash_table_add (seen, (gpointer) accels[i].group))
        g_error ("“%s” stands in the table twice", accels[i].group);
    }
}

static void
test_labels_name_the_keys (void)
{
  const TlAccel accel = { "Group", "Title", "app.title", { "F2", "<Control>a" } };
  g_autofree char *label = tl_accels_dup_label (&accel);
  g_autofree char *known = tl_accels_dup_tooltip ("Undo", "win.undo");
  g_autofree char *unknown = tl_accels_dup_tooltip ("Nothing", "win.nothing");

  g_assert_cmpstr (label, ==, "F2 or Ctrl+A");
  g_assert_cmpstr (known, ==, "Undo (Ctrl+Z)");
  g_assert_cmpstr (unknown, ==, "Nothing");
}

int
main (int   argc,
      char *argv[])
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/accels/every-action-in-the-table-exists", test_actions_exist);
  g_test_add_func ("/accels/no-key-means-two-things-at-one-place", test_no_key_is_double);
  g_test_add_func ("/accels/a-group-stands-together", test_groups_are_together);
  g_test_add_func ("/accels/tooltips-name-the-keys", test_labels_name_the_keys);

  return g_test_run ();
}
