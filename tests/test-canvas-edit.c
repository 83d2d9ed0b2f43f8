/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing links and adding, renaming and deleting factors on the canvas, in a real window. */
#include "config.h"

#include "tests/support/canvas-window.h"

static void
test_drawing_a_link (CanvasWindow *fixture,
                     gconstpointer data)
{
  canvas_draw_link (fixture, OTHER, EFFECT);
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 2);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 2);
  TlRecord *link = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (link, "cause"), ==, OTHER);
  g_assert_cmpstr (tl_record_get_text (link, "effect"), ==, EFFECT);
  g_assert_cmpstr (tl_record_get_text (link, "kind"), ==, "contributes");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Link “Nobody asked” → “The visit was cut short”");
  canvas_undo (fixture);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 1);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 0);
}

static void
test_refusals (CanvasWindow *fixture,
               gconstpointer data)
{
  canvas_draw_link (fixture, CAUSE, EFFECT);
  g_assert_cmpstr (canvas_get_notice (fixture), ==, "These two are linked already.");
  g_assert_false (_tl_canvas_verb_link (fixture->canvas, CAUSE, CAUSE));
  g_assert_cmpstr (canvas_get_notice (fixture), ==, "A factor can’t be its own cause.");
  canvas_draw_link (fixture, EFFECT, CAUSE);
  g_assert_nonnull (strstr (canvas_get_notice (fixture), "close a loop"));
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 1);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Begin");
}

/* Presses the grip at an end of the link and moves it to a spot of the view; the caller lets go. */
static void
lead_end (CanvasWindow *fixture,
          gboolean      effect,
          double        x,
          double        y,
          double       *dx,
          double       *dy)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, LINK);
  TlLayoutPoint *end = &g_array_index (edge->points, TlLayoutPoint, effect ? edge->points->len - 1 : 0);
  double from_x, from_y;

  tl_selection_set_one (fixture->selection, LINK);
  tl_canvas_viewport_to_view (&fixture->canvas->viewport, end->x, end->y, &from_x, &from_y);
  canvas_press (fixture, from_x, from_y);
  g_assert_cmpint (fixture->canvas->tool, ==, TL_CANVAS_TOOL_CONNECT);
  *dx = x - from_x;
  *dy = y - from_y;
  canvas_move_by (fixture, *dx, *dy);
}

static void
test_leading_an_end (CanvasWindow *fixture,
                     gconstpointer data)
{
  double x, y, dx, dy;

  canvas_get_spot (fixture, OTHER, &x, &y);
  lead_end (fixture, FALSE, x, y, &dx, &dy);
  canvas_let_go (fixture, dx, dy);
  TlRecord *link = tl_review_lookup (fixture->review, LINK);
  g_assert_cmpstr (tl_record_get_text (link, "cause"), ==, OTHER);
  g_assert_cmpstr (tl_record_get_text (link, "effect"), ==, EFFECT);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Lead link to “Nobody asked” → “The visit was cut short”");

  /* on empty ground nothing is meant */
  lead_end (fixture, TRUE, 900, 20, &dx, &dy);
  canvas_let_go (fixture, dx, dy);
  g_assert_false (_tl_canvas_entry_is_open (fixture->canvas));
  g_assert_cmpstr (tl_record_get_text (link, "effect"), ==, EFFECT);
  canvas_undo (fixture);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (fixture->review, LINK), "cause"), ==, CAUSE);
}

static const char *
get_word (CanvasWindow *fixture)
{
  GtkWidget *word = fixture->canvas->word;

  return gtk_widget_get_visible (word) ? gtk_label_get_label (GTK_LABEL (word)) : NULL;
}

static void
test_word_at_the_pointer (CanvasWindow *fixture,
                          gconstpointer data)
{
  graphene_rect_t rect;
  double x, y;

  tl_selection_set_one (fixture->selection, CAUSE);
  _tl_canvas_get_view_rect (fixture->canvas, canvas_get_node (fixture, CAUSE), &rect);
  double from_x = rect.origin.x + rect.size.width / 2, from_y = rect.origin.y + rect.size.height;
  canvas_press (fixture, from_x, from_y);
  canvas_move_by (fixture, 0, 40);
  g_assert_cmpstr (get_word (fixture), ==, "Let go to add an effect here");
  canvas_get_spot (fixture, OTHER, &x, &y);
  canvas_move_by (fixture, x - from_x, y - from_y);
  g_assert_cmpstr (get_word (fixture), ==, "“Caseloads were high” → “Nobody asked”");
  canvas_get_spot (fixture, EFFECT, &x, &y);
  canvas_move_by (fixture, x - from_x, y - from_y);
  g_assert_cmpstr (get_word (fixture), ==, "These two are linked already.");
  g_assert_true (gtk_widget_has_css_class (fixture->canvas->word, "refusal"));
  _tl_canvas_pointer_cancel (fixture->canvas);
  g_assert_null (get_word (fixture));
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 1);
}

static void
test_link_to_empty_ground (CanvasWindow *fixture,
                           gconstpointer data)
{
  TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 3);
  graphene_rect_t rect;
  double x, y;

  tl_selection_set_one (fixture->selection, OTHER);
  _tl_canvas_get_view_rect (fixture->canvas, canvas_get_node (fixture, OTHER), &rect);
  double from_x = rect.origin.x + rect.size.width / 2, from_y = rect.origin.y + rect.size.height;
  tl_canvas_viewport_to_view (&fixture->canvas->viewport, 700, (band->top + band->bottom) / 2, &x, &y);
  canvas_press (fixture, from_x, from_y);
  canvas_move_by (fixture, x - from_x, y - from_y);
  canvas_let_go (fixture, x - from_x, y - from_y);
  canvas_type (fixture, "Nothing was written down", TRUE);
  g_assert_cmpuint (canvas_get_node (fixture, OTHER)->n_effects, ==, 1);
  g_assert_cmpuint (_tl_canvas_get_primary_node (fixture->canvas)->band, ==, 3);
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 1);
}

static void
test_loop_is_advice_elsewhere (CanvasWindow *fixture,
                               gconstpointer data)
{
  canvas_draw_link (fixture, EFFECT, CAUSE);
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 2);
  g_assert_nonnull (strstr (canvas_get_notice (fixture), "closes a loop"));
}

/* As GTK tells of it: of each press and each release the click comes first, then the drag. */
static void
double_click (CanvasWindow *fixture,
              double        x,
              double        y)
{
  GtkEventController *click = canvas_find_controller (fixture, GTK_TYPE_GESTURE_CLICK);

  for (int i = 1; i <= 2; i++)
    {
      g_signal_emit_by_name (click, "pressed", i, x, y);
      canvas_press (fixture, x, y);
      g_signal_emit_by_name (click, "released", i, x, y);
      canvas_let_go (fixture, 0.0, 0.0);
    }
}

static void
test_new_factor_needs_a_statement (CanvasWindow *fixture,
                                   gconstpointer data)
{
  TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 1);
  double x, y;

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, 400, (band->top + band->bottom) / 2, &x, &y);
  double_click (fixture, x, y);
  canvas_type (fixture, "  ", TRUE);
  double_click (fixture, x, y);
  canvas_type (fixture, "Never mind", FALSE);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);

  double_click (fixture, x, y);
  canvas_type (fixture, "Posts were frozen", TRUE);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 4);
  TlRecord *factor = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (factor, "statement"), ==, "Posts were frozen");
  g_assert_cmpstr (tl_record_get_text (factor, "level"), ==, "local_strategic");
  g_assert_cmpstr (tl_record_get_text (factor, "kind"), ==, "factor");
  g_assert_cmpint (tl_record_get_int (factor, "x", 0), ==, 400);
}

static void
test_insert_adds_a_linked_cause (CanvasWindow *fixture,
                                 gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.add-cause", NULL);
  canvas_type (fixture, "Posts were frozen", TRUE);
  TlCanvasNode *node = _tl_canvas_get_primary_node (fixture->canvas);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "local_strategic");
  g_assert_cmpuint (node->n_effects, ==, 1);
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->n_causes, ==, 1);
  g_assert_cmpfloat (node->y, <, canvas_get_node (fixture, CAUSE)->y);
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 1);
}

static void
test_rename (CanvasWindow *fixture,
             gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  canvas_type (fixture, "Caseloads had doubled", TRUE);
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, CAUSE)->record, "statement"), ==,
                   "Caseloads had doubled");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Change statement to “Caseloads had doubled”");
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  canvas_type (fixture, "Caseloads had doubled", TRUE);
  canvas_undo (fixture);
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, CAUSE)->record, "statement"), ==,
                   "Caseloads were high");
}

static void
type_without_closing (CanvasWindow *fixture,
                      const char   *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->canvas->entry_text)), text, -1);
}

/* What another program does while one types. */
static void
change_elsewhere (CanvasWindow *fixture,
                  const char   *statement)
{
  g_autoptr (GError) error = NULL;
  TlReview *other = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  TlEdit *edit = tl_edit_begin (other, "Elsewhere", &error);
  g_assert_no_error (error);

  if (statement != NULL)
    tl_edit_set (edit, CAUSE, "statement", statement, &error);
  else
    tl_edit_remove (edit, CAUSE, &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (other);
  tl_review_catch_up (fixture->review, &error);
  g_assert_no_error (error);
}

static void
test_changed_while_typing (CanvasWindow *fixture,
                           gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  type_without_closing (fixture, "Caseloads had doubled");
  change_elsewhere (fixture, "Caseloads were uneven");
  g_assert_true (_tl_canvas_entry_is_open (fixture->canvas));
  _tl_canvas_entry_close (fixture->canvas, TRUE);
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, CAUSE)->record, "statement"), ==,
                   "Caseloads had doubled");
  g_assert_nonnull (strstr (canvas_get_notice (fixture), "“Caseloads were uneven”"));

  /* who typed nothing takes nothing back */
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  change_elsewhere (fixture, "Caseloads were shared out");
  _tl_canvas_entry_close (fixture->canvas, TRUE);
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, CAUSE)->record, "statement"), ==,
                   "Caseloads were shared out");
}

static void
test_deleted_while_typing (CanvasWindow *fixture,
                           gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  type_without_closing (fixture, "Caseloads had doubled");
  change_elsewhere (fixture, NULL);
  _tl_canvas_entry_close (fixture->canvas, TRUE);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
  TlRecord *factor = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (factor, "statement"), ==, "Caseloads had doubled");
  g_assert_cmpint (tl_record_get_int (factor, "x", 0), ==, canvas_factors[0].x);
}

static void
test_nothing_typed_is_lost (CanvasWindow *fixture,
                            gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');

  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  type_without_closing (fixture, long_text);
  _tl_canvas_entry_close (fixture->canvas, TRUE);
  g_assert_true (_tl_canvas_entry_is_open (fixture->canvas));
  g_assert_nonnull (canvas_get_notice (fixture));

  /* the window closes */
  type_without_closing (fixture, "Caseloads were too high");
  tl_canvas_flush (fixture->canvas);
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, CAUSE)->record, "statement"), ==,
                   "Caseloads were too high");

  /* the keyboard goes elsewhere; line ends become spaces */
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  type_without_closing (fixture, "Caseloads\nhad doubled");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  WAIT_UNTIL (!_tl_canvas_entry_is_open (fixture->canvas));
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, CAUSE)->record, "statement"), ==,
                   "Caseloads had doubled");
}

static void
test_delete (CanvasWindow *fixture,
             gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.delete", NULL);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 2);
  g_assert_cmpuint (canvas_count (fixture, "link"), ==, 0);
  g_assert_cmpuint (tl_canvas_scene_get_n_nodes (fixture->canvas->scene), ==, 2);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 0);
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->n_effects, ==, 1);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 1);
}

static void
tidy (CanvasWindow *fixture,
      const char   *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
  WAIT_UNTIL (!fixture->canvas->layout_running);
}

/* A factor that was dropped on another is moved aside, and nothing else. */
static void
test_tidy_is_one_edit (CanvasWindow *fixture,
                       gconstpointer data)
{
  double dropped;

  canvas_drag (fixture, OTHER, -260, 15);
  dropped = canvas_get_node (fixture, OTHER)->x;
  tidy (fixture, "canvas.tidy");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Tidy the graph");
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->x, >, dropped);
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->y, ==, canvas_factors[0].y);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, ==, canvas_factors[0].x);
  canvas_undo (fixture);
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->x, ==, dropped);
}

static void
test_what_is_tidy_is_left_alone (CanvasWindow *fixture,
                                 gconstpointer data)
{
  tidy (fixture, "canvas.tidy");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Begin");
  g_assert_cmpstr (canvas_get_notice (fixture), ==, "Everything is tidy already.");
}

static void
test_tidying_what_is_selected (CanvasWindow *fixture,
                               gconstpointer data)
{
  canvas_drag (fixture, OTHER, -260, 0);
  double dropped = canvas_get_node (fixture, OTHER)->x;
  tl_selection_set_one (fixture->selection, CAUSE);
  tidy (fixture, "canvas.tidy-selected");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Tidy selected factors");
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->x, ==, dropped);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, !=, canvas_factors[0].x);
}

static void
test_arranging_anew (CanvasWindow *fixture,
                     gconstpointer data)
{
  tl_selection_set_one (fixture->selection, OTHER);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.pin", NULL);
  tidy (fixture, "canvas.arrange");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Arrange the graph anew");
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->x, ==, canvas_factors[2].x);
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->y, ==, canvas_factors[2].y);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->y, <, canvas_get_node (fixture, EFFECT)->y);
  canvas_undo (fixture);
  g_assert_cmpfloat (canvas_get_node (fixture, EFFECT)->y, ==, canvas_factors[1].y);
}

/* Nothing comes of a tidying that was stopped. */
static void
test_tidying_can_be_stopped (CanvasWindow *fixture,
                             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = NULL;

  canvas_drag (fixture, OTHER, -260, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.tidy", NULL);
  cancellable = g_object_ref (fixture->canvas->layout_cancellable);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.stop", NULL);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_cmpstr (canvas_get_notice (fixture), ==, "Stopped. Nothing was moved.");
  WAIT_UNTIL (G_OBJECT (cancellable)->ref_count == 1);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Move factor “Nobody asked”");
}

/* What changed while places were worked out is not lost: they are worked out again. */
static void
test_tidying_sees_what_changed_meanwhile (CanvasWindow *fixture,
                                          gconstpointer data)
{
  canvas_drag (fixture, OTHER, -260, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.tidy", NULL);
  canvas_undo (fixture);
  WAIT_UNTIL (!fixture->canvas->layout_running);
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->x, ==, canvas_factors[2].x);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, ==, canvas_factors[0].x);
}

static void
test_empty_says_how_to_begin (CanvasWindow *fixture,
                              gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (fixture->canvas->hint));
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.add-factor", NULL);
  canvas_type (fixture, "A child was hurt", TRUE);
  g_assert_false (gtk_widget_get_visible (fixture->canvas->hint));
  TlRecord *factor = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (factor, "level"), ==, "case");
  canvas_undo (fixture);
  g_assert_true (gtk_widget_get_visible (fixture->canvas->hint));
}

static void
test_read_only (CanvasWindow *fixture,
                gconstpointer data)
{
  canvas_drag (fixture, CAUSE, 80, 0);
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, CAUSE)->record, "x", 0), ==, canvas_factors[0].x);
  _tl_canvas_entry_rename (fixture->canvas, canvas_get_node (fixture, CAUSE));
  g_assert_false (_tl_canvas_entry_is_open (fixture->canvas));
  g_assert_cmpstr (canvas_get_notice (fixture), ==, "This review is open for reading only.");
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas/" name, CanvasWindow, GINT_TO_POINTER (setting), canvas_set_up, function,                \
              canvas_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* Not with directories of its own, where GTK would miss its settings' schemas: with-display sees to that. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("drawing-a-link-is-one-edit", 0, test_drawing_a_link);
  ADD ("a-link-that-cannot-be-is-refused-with-a-reason", ACCIMAP, test_refusals);
  ADD ("an-end-of-a-link-is-led-to-another-factor", 0, test_leading_an_end);
  ADD ("a-word-at-the-pointer-says-what-will-come-of-it", 0, test_word_at_the_pointer);
  ADD ("a-link-to-empty-ground-adds-a-factor", 0, test_link_to_empty_ground);
  ADD ("a-loop-is-advice-where-the-method-allows-it", 0, test_loop_is_advice_elsewhere);
  ADD ("a-new-factor-needs-a-statement", 0, test_new_factor_needs_a_statement);
  ADD ("insert-adds-a-linked-cause", 0, test_insert_adds_a_linked_cause);
  ADD ("renaming-is-one-edit", 0, test_rename);
  ADD ("what-is-typed-outlives-a-change-from-elsewhere", 0, test_changed_while_typing);
  ADD ("what-is-typed-outlives-its-factor", 0, test_deleted_while_typing);
  ADD ("what-can-not-be-kept-stays-open", 0, test_nothing_typed_is_lost);
  ADD ("deleting-takes-the-links-and-undo-brings-them-back", 0, test_delete);
  ADD ("tidying-is-one-edit", 0, test_tidy_is_one_edit);
  ADD ("what-is-tidy-is-left-alone", 0, test_what_is_tidy_is_left_alone);
  ADD ("tidying-what-is-selected-moves-nothing-else", 0, test_tidying_what_is_selected);
  ADD ("arranging-anew-leaves-what-is-pinned", 0, test_arranging_anew);
  ADD ("tidying-can-be-stopped", 0, test_tidying_can_be_stopped);
  ADD ("tidying-sees-what-changed-meanwhile", 0, test_tidying_sees_what_changed_meanwhile);
  ADD ("an-empty-graph-says-how-to-begin", EMPTY, test_empty_says_how_to_begin);
  ADD ("a-review-for-reading-is-not-changed", READ_ONLY, test_read_only);

  return g_test_run ();
}
