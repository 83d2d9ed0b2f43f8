/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying, cutting, pasting and duplicating on the canvas, in real windows and by the display's clipboard. */
#include "config.h"

#include "tests/support/canvas-window.h"

#include <string.h>

static void
activate (CanvasWindow *fixture,
          const char   *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
}

static void
select_linked (CanvasWindow *fixture)
{
  const char *const ids[] = { CAUSE, EFFECT, NULL };

  tl_selection_set_many (fixture->selection, ids);
}

static TlCanvasNode *
get_selected (CanvasWindow *fixture,
              const char   *statement)
{
  for (guint i = 0; i < tl_selection_get_n (fixture->selection); i++)
    {
      TlCanvasNode *node = canvas_get_node (fixture, tl_selection_get_id (fixture->selection, i));

      if (g_strcmp0 (tl_record_get_text (node->record, "statement"), statement) == 0)
        return node;
    }
  g_assert_not_reached ();
}

static void
assert_nobody_is_covered (CanvasWindow *fixture)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (fixture->canvas->scene); i++)
    for (guint j = 0; j < i; j++)
      {
        TlCanvasNode *one = tl_canvas_scene_get_node (fixture->canvas->scene, i);
        TlCanvasNode *other = tl_canvas_scene_get_node (fixture->canvas->scene, j);

        g_assert_true (ABS (one->x - other->x) >= TL_CANVAS_FACTOR_WIDTH
                       || ABS (one->y - other->y) >= TL_CANVAS_FACTOR_HEIGHT);
      }
}

static void
test_duplicate (CanvasWindow *fixture,
                gconstpointer data)
{
  select_linked (fixture);
  activate (fixture, "canvas.duplicate");
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 5);
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 2);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Paste 2 factors");
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);

  TlCanvasNode *cause = get_selected (fixture, "Caseloads were high");
  TlCanvasNode *effect = get_selected (fixture, "The visit was cut short");
  g_assert_cmpuint (cause->n_effects, ==, 1);
  g_assert_cmpuint (effect->n_causes, ==, 1);
  /* as they lay to each other, in their lanes, beside the originals */
  g_assert_cmpfloat (effect->x - cause->x, ==, canvas_factors[1].x - canvas_factors[0].x);
  g_assert_cmpuint (cause->band, ==, canvas_get_node (fixture, CAUSE)->band);
  g_assert_cmpfloat (cause->y, ==, canvas_get_node (fixture, CAUSE)->y);
  assert_nobody_is_covered (fixture);
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
}

static void
test_cut_and_paste (CanvasWindow *fixture,
                    gconstpointer data)
{
  select_linked (fixture);
  activate (fixture, "canvas.cut");
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 1);
  activate (fixture, "canvas.paste");
  WAIT_UNTIL (canvas_count (fixture, "factor") == 3);
  TlCanvasNode *cause = get_selected (fixture, "Caseloads were high");
  g_assert_cmpfloat (cause->x, ==, canvas_factors[0].x);
  g_assert_cmpfloat (cause->y, ==, canvas_factors[0].y);
  g_assert_cmpuint (cause->n_effects, ==, 1);
  g_assert_cmpstr (tl_record_get_text (cause->record, "kind"), ==, "condition");
  activate (fixture, "canvas.paste");
  WAIT_UNTIL (canvas_count (fixture, "factor") == 5);
  assert_nobody_is_covered (fixture);
}

static void
test_between_reviews (CanvasWindow *fixture,
                      gconstpointer data)
{
  CanvasWindow other = { 0 };

  canvas_set_up (&other, GINT_TO_POINTER (EMPTY | ACCIMAP));
  select_linked (fixture);
  activate (fixture, "canvas.copy");
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
  activate (&other, "canvas.paste");
  WAIT_UNTIL (canvas_count (&other, "factor") == 2);
  g_assert_cmpuint (canvas_count (&other, "link"), ==, 1);
  g_assert_nonnull (strstr (canvas_get_notice (&other), "the method of this review does not have"));
  g_assert_null (tl_record_get_text (get_selected (&other, "Caseloads were high")->record, "level"));
  assert_nobody_is_covered (&other);
  canvas_undo (&other);
  g_assert_cmpuint (canvas_count (&other, "factor"), ==, 0);
  canvas_tear_down (&other, NULL);
}

static void
test_paste_here (CanvasWindow *fixture,
                 gconstpointer data)
{
  TlCanvasNode *original = canvas_get_node (fixture, OTHER);
  double x, y;

  tl_selection_set_one (fixture->selection, OTHER);
  activate (fixture, "canvas.copy");
  tl_canvas_viewport_to_view (&fixture->canvas->viewport, 900, original->y, &x, &y);
  _tl_canvas_get_spot (fixture->canvas, x, y, &fixture->canvas->menu_spot);
  activate (fixture, "canvas.paste-here");
  WAIT_UNTIL (canvas_count (fixture, "factor") == 4);
  g_assert_cmpfloat_with_epsilon (get_selected (fixture, "Nobody asked")->x, 900, 2);
  g_assert_cmpfloat_with_epsilon (get_selected (fixture, "Nobody asked")->y, original->y, 2);
}

static void
test_as_text (CanvasWindow *fixture,
              gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  select_linked (fixture);
  activate (fixture, "canvas.copy");
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==,
                   "Caseloads were high\nThe visit was cut short\nCaseloads were high → The visit was cut short\n");
}

static void
test_text_becomes_factors (CanvasWindow *fixture,
                           gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));

  gdk_clipboard_set_text (clipboard, "- Posts were frozen\n- Nobody knew the family\n- The duty system was full\n");
  tl_selection_set_one (fixture->selection, CAUSE);
  activate (fixture, "canvas.paste");
  WAIT_UNTIL (canvas_count (fixture, "factor") == 6);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      TlCanvasNode *node = canvas_get_node (fixture, tl_selection_get_id (fixture->selection, i));

      g_assert_cmpuint (node->band, ==, canvas_get_node (fixture, CAUSE)->band);
      g_assert_cmpstr (tl_record_get_text (node->record, "kind"), ==, "factor");
    }
  assert_nobody_is_covered (fixture);
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
}

static void
test_hostile (CanvasWindow *fixture,
              gconstpointer data)
{
  static const char *const contents[] = {
    "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><t>&e;</t>",
    "not XML at all",
    "<throughline xmlns=\"urn:throughline:review:1\" format=\"1\" tier=\"transfer\"/>",
  };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (contents[i], strlen (contents[i]));
      g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (TL_FRAGMENT_MEDIA_TYPE, bytes);

      _tl_canvas_notice_show (fixture->canvas, NULL);
      gdk_clipboard_set_content (clipboard, provider);
      activate (fixture, "canvas.paste");
      WAIT_UNTIL (canvas_get_notice (fixture) != NULL);
      g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
      g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Begin");
    }
}

static void
test_going_while_pasting (CanvasWindow *fixture,
                          gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas)), "Too late");
  activate (fixture, "canvas.paste");
  tl_canvas_set_review (fixture->canvas, NULL);
  tl_canvas_set_selection (fixture->canvas, NULL);
  WAIT_UNTIL (!g_main_context_pending (NULL));
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
}

/* A factor put between two that are too near goes to the nearer side. */
static void
test_room (CanvasWindow *fixture,
           gconstpointer data)
{
  TlCanvasNode *cause = canvas_get_node (fixture, CAUSE);
  TlCanvasNode *other = canvas_get_node (fixture, OTHER);
  TlCanvasSpot spots[2] = { { cause->band, cause->x + 10, cause->y }, { cause->band, cause->x + 10, cause->y - 9999 } };

  tl_canvas_scene_find_room (fixture->canvas->scene, spots, 1);
  g_assert_cmpfloat (spots[0].y, ==, cause->y);
  g_assert_cmpfloat (spots[0].x, <, cause->x - TL_CANVAS_FACTOR_WIDTH);
  spots[0] = (TlCanvasSpot) { other->band, other->x + 10, other->y };
  tl_canvas_scene_find_room (fixture->canvas->scene, spots, 1);
  g_assert_cmpfloat (spots[0].x, >, other->x + TL_CANVAS_FACTOR_WIDTH);
  spots[0] = (TlCanvasSpot) { 0, cause->x, cause->y };
  tl_canvas_scene_find_room (fixture->canvas->scene, spots, 1);
  g_assert_cmpfloat (spots[0].x, ==, cause->x);
  g_assert_cmpuint (tl_canvas_scene_pick_band (fixture->canvas->scene, spots[0].y), ==, 0);
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas-clipboard/" name, CanvasWindow, GINT_TO_POINTER (setting), canvas_set_up, function,             \
              canvas_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("a-duplicate-lies-beside-its-original", 0, test_duplicate);
  ADD ("what-is-cut-comes-back-where-it-was", 0, test_cut_and_paste);
  ADD ("another-review-takes-what-its-method-has", 0, test_between_reviews);
  ADD ("it-is-pasted-where-the-menu-was", 0, test_paste_here);
  ADD ("other-programs-get-text", 0, test_as_text);
  ADD ("text-becomes-factors-of-a-level", 0, test_text_becomes_factors);
  ADD ("hostile-content-is-refused-with-a-reason", 0, test_hostile);
  ADD ("a-review-may-go-while-it-is-pasted-to", 0, test_going_while_pasting);
  ADD ("room-is-found-on-the-nearer-side", 0, test_room);

  return g_test_run ();
}
