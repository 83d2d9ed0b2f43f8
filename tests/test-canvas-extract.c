/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An extract that is dragged onto the canvas: what is said before it is let go, and what becomes of it. */
#include "config.h"

#include "tests/support/canvas-window.h"

/* Adds an extract and gives it as what is dragged. */
static TlRecord *
add_extract (CanvasWindow *fixture)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *source = tl_edit_add (edit, "source", NULL, &error);
  g_autofree char *id = tl_edit_add (edit, "extract", NULL, &error);

  tl_edit_set (edit, id, "source", source, &error);
  tl_edit_set (edit, id, "quotation", "I had 31 families.", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return tl_review_lookup (fixture->review, id);
}

static GdkDragAction
hover (CanvasWindow *fixture,
       double        x,
       double        y)
{
  GdkDragAction action;

  g_signal_emit_by_name (canvas_find_drop_target (fixture, TL_TYPE_RECORD), "motion", x, y, &action);
  return action;
}

static gboolean
drop (CanvasWindow *fixture,
      TlRecord     *record,
      double        x,
      double        y)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean done;

  g_value_init (&value, TL_TYPE_RECORD);
  g_value_set_object (&value, record);
  g_signal_emit_by_name (canvas_find_drop_target (fixture, TL_TYPE_RECORD), "drop", &value, x, y, &done);
  return done;
}

static TlRecord *
get_support (CanvasWindow *fixture)
{
  TlRecordList *supports = tl_review_get_list (fixture->review, "support");

  g_assert_cmpuint (tl_record_list_get_n (supports), ==, 1);
  return tl_record_list_get (supports, 0);
}

static void
test_factor (CanvasWindow *fixture,
             gconstpointer data)
{
  TlRecord *extract = add_extract (fixture);
  double x, y;

  canvas_get_spot (fixture, CAUSE, &x, &y);
  g_assert_cmpint (hover (fixture, x, y), ==, GDK_ACTION_LINK);
  g_assert_true (fixture->canvas->drop_node == canvas_get_node (fixture, CAUSE));
  g_assert_true (gtk_widget_get_visible (fixture->canvas->word));
  g_assert_true (drop (fixture, extract, x, y));
  g_assert_null (fixture->canvas->drop_node);
  g_assert_false (gtk_widget_get_visible (fixture->canvas->word));
  g_assert_cmpstr (tl_record_get_text (get_support (fixture), "target"), ==, CAUSE);
  g_assert_cmpstr (tl_record_get_text (get_support (fixture), "stance"), ==, "for");
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "support"), ==, 0);
}

static void
test_link (CanvasWindow *fixture,
           gconstpointer data)
{
  TlRecord *extract = add_extract (fixture);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, LINK);
  TlLayoutPoint *end = &g_array_index (edge->points, TlLayoutPoint, edge->points->len - 1);
  double x, y;

  /* Above the arrow that ends at the effect's card. */
  tl_canvas_viewport_to_view (&fixture->canvas->viewport, end->x, end->y - 4, &x, &y);
  g_assert_cmpint (hover (fixture, x, y), ==, GDK_ACTION_LINK);
  g_assert_true (fixture->canvas->hover_edge == edge);
  g_assert_true (drop (fixture, extract, x, y));
  g_assert_cmpstr (tl_record_get_text (get_support (fixture), "target"), ==, LINK);
}

static void
test_ground (CanvasWindow *fixture,
             gconstpointer data)
{
  TlRecord *extract = add_extract (fixture);
  TlCanvasBand *lane = tl_canvas_scene_get_band (fixture->canvas->scene, 1);
  double x, y;

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, 800, (lane->top + lane->bottom) / 2, &x, &y);
  hover (fixture, x, y);
  g_assert_cmpint (fixture->canvas->target_band, ==, 1);
  g_assert_true (drop (fixture, extract, x, y));

  TlCanvasNode *node = _tl_canvas_get_primary_node (fixture->canvas);
  g_assert_cmpstr (tl_record_get_text (node->record, "statement"), ==, "I had 31 families.");
  g_assert_cmpuint (node->band, ==, 1);
  g_assert_cmpfloat_with_epsilon (node->x, 800, 2);
  g_assert_cmpstr (tl_record_get_text (get_support (fixture), "target"), ==, tl_canvas_node_get_id (node));
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
}

static void
test_other_record (CanvasWindow *fixture,
                   gconstpointer data)
{
  double x, y;

  canvas_get_spot (fixture, CAUSE, &x, &y);
  g_assert_false (drop (fixture, tl_review_lookup (fixture->review, EFFECT), x, y));
}

static void
test_read_only (CanvasWindow *fixture,
                gconstpointer data)
{
  double x, y;

  canvas_get_spot (fixture, CAUSE, &x, &y);
  g_assert_cmpint (hover (fixture, x, y), ==, 0);
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas-extract/" name, CanvasWindow, GINT_TO_POINTER (setting), canvas_set_up, function,               \
              canvas_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("let-go-on-a-factor-it-is-evidence-for-it", 0, test_factor);
  ADD ("let-go-on-a-link-it-is-evidence-for-it", 0, test_link);
  ADD ("let-go-on-the-ground-it-becomes-a-factor", 0, test_ground);
  ADD ("another-record-is-refused", 0, test_other_record);
  ADD ("nothing-is-attached-in-a-review-for-reading", READ_ONLY, test_read_only);

  return g_test_run ();
}
