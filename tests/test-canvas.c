/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas as a person uses it, driven through its gestures, keys and actions in a real window. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "ui/canvas/tl-canvas-factor.h"
#include "ui/canvas/tl-canvas-link.h"
#include "ui/canvas/tl-canvas-private.h"

#define UNPLACED G_MININT64

typedef struct {
  char *folder;
  char *path;
  TlReview *review;
  TlSelection *selection;
  GtkWidget *window;
  TlCanvas *canvas;
} Fixture;

/* Three factors in two lanes: "cause" and "other" at the front line, "effect" in the case; cause → effect. */
static const struct {
  const char *id, *statement;
  guint level;
  int x, y;
} factors[] = {
  { "11111111-1111-4111-8111-111111111111", "Caseloads were high", 2, 200, 100 },
  { "22222222-2222-4222-8222-222222222222", "The visit was cut short", 3, 200, 400 },
  { "33333333-3333-4333-8333-333333333333", "Nobody asked", 2, 520, 100 },
};
static const char link_id[] = "44444444-4444-4444-8444-444444444444";

#define CAUSE (factors[0].id)
#define EFFECT (factors[1].id)
#define OTHER (factors[2].id)

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the program run until @condition holds; fails after five seconds. */
#define RUN_UNTIL(condition)                                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gboolean given_up = FALSE;                                                                                         \
    guint source = g_timeout_add_seconds (5, give_up_cb, &given_up);                                                   \
    while (!(condition) && !given_up)                                                                                  \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    if (!given_up)                                                                                                     \
      g_source_remove (source);                                                                                        \
    g_assert_true (condition);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

static void
write_first (TlReview *review,
             gboolean  with_places)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMethod) method
      = tl_method_lookup (tl_record_get_text (tl_review_get_subject (review), "method"), &error);
  g_assert_no_error (error);
  TlEdit *edit = tl_edit_begin (review, "Begin", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      g_free (tl_edit_add (edit, "factor", factors[i].id, &error));
      tl_edit_set (edit, factors[i].id, "statement", factors[i].statement, &error);
      tl_edit_set (edit, factors[i].id, "level", tl_method_get_level (method, factors[i].level)->key, &error);
      tl_edit_set (edit, factors[i].id, "kind", "condition", &error);
      if (with_places)
        {
          tl_edit_set_int (edit, factors[i].id, "x", factors[i].x, &error);
          tl_edit_set_int (edit, factors[i].id, "y", factors[i].y, &error);
        }
    }
  g_free (tl_edit_add (edit, "link", link_id, &error));
  tl_edit_set (edit, link_id, "cause", CAUSE, &error);
  tl_edit_set (edit, link_id, "effect", EFFECT, &error);
  tl_edit_set (edit, link_id, "kind", "contributes", &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

typedef enum {
  EMPTY = 1 << 0,
  NO_PLACES = 1 << 1,
  ACCIMAP = 1 << 2,
  READ_ONLY = 1 << 3,
} Setting;

static void
show (Fixture *fixture)
{
  fixture->selection = tl_selection_new (fixture->review);
  fixture->canvas = TL_CANVAS (tl_canvas_new ());
  tl_canvas_set_review (fixture->canvas, fixture->review);
  tl_canvas_set_selection (fixture->canvas, fixture->selection);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  RUN_UNTIL (fixture->canvas->viewport.width > 0 && !fixture->canvas->layout_running
             && fixture->canvas->populate_id == 0);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  Setting setting = (Setting) GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "canvas.throughline", NULL);
  tl_review_create_titled (fixture->path, "A case", (setting & ACCIMAP) != 0 ? "accimap" : "learning-together",
                           "england_2010", &error);
  g_assert_no_error (error);
  fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  if ((setting & EMPTY) == 0)
    write_first (fixture->review, (setting & NO_PLACES) == 0);
  if ((setting & READ_ONLY) != 0)
    {
      g_assert_finalize_object (fixture->review);
      fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
    }
  show (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), (gpointer *) &fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  RUN_UNTIL (fixture->canvas == NULL);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static TlCanvasNode *
get_node (Fixture    *fixture,
          const char *id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (fixture->canvas->scene, id);

  g_assert_nonnull (node);
  return node;
}

static void
get_spot (Fixture    *fixture,
          const char *id,
          double     *x,
          double     *y)
{
  TlCanvasNode *node = get_node (fixture, id);

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, node->x, node->y, x, y);
}

static guint
count (Fixture    *fixture,
       const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (fixture->review, kind));
}

static const char *
get_undo_label (Fixture *fixture)
{
  return tl_history_get_undo_label (tl_review_get_history (fixture->review));
}

static GtkEventController *
find_controller (Fixture *fixture,
                 GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the canvas keeps it */
    }
  g_assert_not_reached ();
}

static void
press (Fixture *fixture,
       double   x,
       double   y)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-begin", x, y);
}

static void
move_by (Fixture *fixture,
         double   dx,
         double   dy)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-update", dx, dy);
}

static void
let_go (Fixture *fixture,
        double   dx,
        double   dy)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-end", dx, dy);
}

static void
drag (Fixture    *fixture,
      const char *id,
      double      dx,
      double      dy)
{
  double x, y;

  get_spot (fixture, id, &x, &y);
  press (fixture, x, y);
  move_by (fixture, dx / 2, dy / 2);
  move_by (fixture, dx, dy);
  let_go (fixture, dx, dy);
}

/* Draws a link from the lower edge of one factor to the middle of another. */
static void
connect (Fixture    *fixture,
         const char *cause,
         const char *effect)
{
  graphene_rect_t rect;
  double x, y;

  tl_selection_set_one (fixture->selection, cause);
  _tl_canvas_get_view_rect (fixture->canvas, get_node (fixture, cause), &rect);
  get_spot (fixture, effect, &x, &y);
  press (fixture, rect.origin.x + rect.size.width / 2, rect.origin.y + rect.size.height);
  g_assert_cmpint (fixture->canvas->tool, ==, TL_CANVAS_TOOL_CONNECT);
  x -= rect.origin.x + rect.size.width / 2;
  y -= rect.origin.y + rect.size.height;
  move_by (fixture, x, y);
  let_go (fixture, x, y);
}

static void
type (Fixture    *fixture,
      const char *text,
      gboolean    keep)
{
  g_assert_true (_tl_canvas_entry_is_open (fixture->canvas));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->canvas->entry_text)), text, -1);
  _tl_canvas_entry_close (fixture->canvas, keep);
}

static const char *
get_notice (Fixture *fixture)
{
  return gtk_widget_get_visible (fixture->canvas->notice)
             ? gtk_label_get_label (GTK_LABEL (fixture->canvas->notice))
             : NULL;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tl_review_undo (fixture->review, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_looking_writes_nothing (Fixture      *fixture,
                             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      TlCanvasNode *node = get_node (fixture, factors[i].id);

      g_assert_true (node->placed);
      g_assert_false (node->stored);
      g_assert_cmpint (tl_record_get_int (node->record, "x", UNPLACED), ==, UNPLACED);
    }
  g_assert_cmpfloat (get_node (fixture, CAUSE)->y, <, get_node (fixture, EFFECT)->y);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (fixture->review))), ==, 1);
}

static void
test_first_move_keeps_all (Fixture      *fixture,
                           gconstpointer data)
{
  double y = get_node (fixture, EFFECT)->y, x = get_node (fixture, CAUSE)->x;

  drag (fixture, CAUSE, -60, 0);
  g_assert_cmpint (tl_record_get_int (get_node (fixture, EFFECT)->record, "y", UNPLACED), ==, (gint64) (y + 0.5));
  g_assert_cmpint (tl_record_get_int (get_node (fixture, CAUSE)->record, "x", UNPLACED), <, (gint64) x - 50);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (fixture->review))), ==, 2);
  undo (fixture);
  g_assert_cmpint (tl_record_get_int (get_node (fixture, EFFECT)->record, "y", UNPLACED), ==, UNPLACED);
  RUN_UNTIL (!fixture->canvas->layout_running && get_node (fixture, EFFECT)->placed);
  g_assert_cmpfloat (get_node (fixture, CAUSE)->x, ==, x);
}

static void
test_click_selects (Fixture      *fixture,
                    gconstpointer data)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, link_id);
  double x, y;

  drag (fixture, CAUSE, 0, 0);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, CAUSE);
  g_assert_true (gtk_widget_has_css_class (get_node (fixture, CAUSE)->widget, "selected"));
  g_assert_true (gtk_widget_has_focus (get_node (fixture, CAUSE)->widget));
  g_assert_cmpstr (get_undo_label (fixture), ==, "Begin");

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, edge->middle.x, edge->middle.y, &x, &y);
  press (fixture, x, y);
  let_go (fixture, 0, 0);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, link_id);
  g_assert_false (gtk_widget_has_css_class (get_node (fixture, CAUSE)->widget, "selected"));

  press (fixture, 990, 690);
  let_go (fixture, 0, 0);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 0);
}

static void
test_rubber_band (Fixture      *fixture,
                  gconstpointer data)
{
  graphene_rect_t left, right;

  _tl_canvas_get_view_rect (fixture->canvas, get_node (fixture, CAUSE), &left);
  _tl_canvas_get_view_rect (fixture->canvas, get_node (fixture, OTHER), &right);
  press (fixture, left.origin.x + 10, left.origin.y - 8);
  g_assert_cmpint (fixture->canvas->tool, ==, TL_CANVAS_TOOL_RUBBER_BAND);
  move_by (fixture, right.origin.x - left.origin.x + 20, 30);
  let_go (fixture, right.origin.x - left.origin.x + 20, 30);
  g_assert_true (tl_selection_contains (fixture->selection, CAUSE));
  g_assert_true (tl_selection_contains (fixture->selection, OTHER));
  g_assert_false (tl_selection_contains (fixture->selection, EFFECT));
}

static void
test_moving_is_one_edit (Fixture      *fixture,
                         gconstpointer data)
{
  TlCanvasNode *node = get_node (fixture, CAUSE);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport);

  drag (fixture, CAUSE, 50 * scale, 20 * scale);
  g_assert_cmpint (tl_record_get_int (node->record, "x", 0), ==, factors[0].x + 50);
  g_assert_cmpint (tl_record_get_int (node->record, "y", 0), ==, factors[0].y + 20);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "frontline");
  g_assert_cmpstr (get_undo_label (fixture), ==, "Move factor “Caseloads were high”");
  g_assert_cmpfloat (node->x, ==, factors[0].x + 50);

  undo (fixture);
  g_assert_cmpfloat (node->x, ==, factors[0].x);
  g_assert_cmpfloat (node->y, ==, factors[0].y);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Begin");
}

static void
test_moving_several (Fixture      *fixture,
                     gconstpointer data)
{
  tl_selection_set_many (fixture->selection, (const char *const[]) { CAUSE, OTHER, NULL });
  drag (fixture, CAUSE, 40, 0);
  g_assert_cmpint (tl_record_get_int (get_node (fixture, OTHER)->record, "x", 0), >, factors[2].x);
  g_assert_cmpint (tl_record_get_int (get_node (fixture, EFFECT)->record, "x", 0), ==, factors[1].x);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Move 2 factors");
}

static void
test_another_lane_is_another_level (Fixture      *fixture,
                                    gconstpointer data)
{
  TlCanvasNode *node = get_node (fixture, OTHER);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport);

  drag (fixture, OTHER, 0, 300 * scale);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "case");
  g_assert_cmpuint (node->band, ==, 3);
  undo (fixture);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "frontline");
  g_assert_cmpint (tl_record_get_int (node->record, "y", 0), ==, factors[2].y);
}

static void
test_lane_grows (Fixture      *fixture,
                 gconstpointer data)
{
  TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 2);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport);
  double by = band->bottom - 2 - get_node (fixture, OTHER)->y;

  drag (fixture, OTHER, 0, by * scale);
  g_assert_cmpstr (tl_record_get_text (get_node (fixture, OTHER)->record, "level"), ==, "frontline");
  g_assert_cmpint (tl_record_get_int (get_node (fixture, EFFECT)->record, "y", 0), >, factors[1].y);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (fixture->canvas->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (fixture->canvas->scene, i);
      TlCanvasBand *lane = tl_canvas_scene_get_band (fixture->canvas->scene, node->band);

      g_assert_cmpfloat (node->y - TL_CANVAS_FACTOR_HEIGHT / 2.0, >=, lane->top);
      g_assert_cmpfloat (node->y + TL_CANVAS_FACTOR_HEIGHT / 2.0, <=, lane->bottom);
    }
}

static void
test_escape_puts_back (Fixture      *fixture,
                       gconstpointer data)
{
  TlCanvasNode *node = get_node (fixture, CAUSE);
  double x, y;

  get_spot (fixture, CAUSE, &x, &y);
  press (fixture, x, y);
  move_by (fixture, 100, 100);
  g_assert_cmpfloat (node->dx, >, 0);
  _tl_canvas_pointer_cancel (fixture->canvas);
  g_assert_cmpfloat (node->dx, ==, 0);
  let_go (fixture, 100, 100);
  g_assert_cmpint (tl_record_get_int (node->record, "x", 0), ==, factors[0].x);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Begin");
}

static void
test_drawing_a_link (Fixture      *fixture,
                     gconstpointer data)
{
  connect (fixture, OTHER, EFFECT);
  g_assert_cmpuint (count (fixture, "link"), ==, 2);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 2);
  TlRecord *link = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (link, "cause"), ==, OTHER);
  g_assert_cmpstr (tl_record_get_text (link, "effect"), ==, EFFECT);
  g_assert_cmpstr (tl_record_get_text (link, "kind"), ==, "contributes");
  g_assert_cmpstr (get_undo_label (fixture), ==, "Link “Nobody asked” → “The visit was cut short”");
  undo (fixture);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 1);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 0);
}

static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  connect (fixture, CAUSE, EFFECT);
  g_assert_cmpstr (get_notice (fixture), ==, "These two are linked already.");
  g_assert_false (_tl_canvas_verb_link (fixture->canvas, CAUSE, CAUSE));
  g_assert_cmpstr (get_notice (fixture), ==, "A factor can’t be its own cause.");
  connect (fixture, EFFECT, CAUSE);
  g_assert_nonnull (strstr (get_notice (fixture), "close a loop"));
  g_assert_cmpuint (count (fixture, "link"), ==, 1);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Begin");
}

static void
test_loop_is_advice_elsewhere (Fixture      *fixture,
                               gconstpointer data)
{
  connect (fixture, EFFECT, CAUSE);
  g_assert_cmpuint (count (fixture, "link"), ==, 2);
  g_assert_nonnull (strstr (get_notice (fixture), "closes a loop"));
}

static void
test_new_factor_needs_a_statement (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkEventController *click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);
  TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 1);
  double x, y;

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, 400, (band->top + band->bottom) / 2, &x, &y);
  g_signal_emit_by_name (click, "pressed", 2, x, y);
  type (fixture, "  ", TRUE);
  g_signal_emit_by_name (click, "pressed", 2, x, y);
  type (fixture, "Never mind", FALSE);
  g_assert_cmpuint (count (fixture, "factor"), ==, 3);

  g_signal_emit_by_name (click, "pressed", 2, x, y);
  type (fixture, "Posts were frozen", TRUE);
  g_assert_cmpuint (count (fixture, "factor"), ==, 4);
  TlRecord *factor = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (factor, "statement"), ==, "Posts were frozen");
  g_assert_cmpstr (tl_record_get_text (factor, "level"), ==, "local_strategic");
  g_assert_cmpstr (tl_record_get_text (factor, "kind"), ==, "factor");
  g_assert_cmpint (tl_record_get_int (factor, "x", 0), ==, 400);
}

static void
test_insert_adds_a_linked_cause (Fixture      *fixture,
                                 gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.add-cause", NULL);
  type (fixture, "Posts were frozen", TRUE);
  TlCanvasNode *node = _tl_canvas_get_primary_node (fixture->canvas);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "local_strategic");
  g_assert_cmpuint (node->n_effects, ==, 1);
  g_assert_cmpuint (get_node (fixture, CAUSE)->n_causes, ==, 1);
  g_assert_cmpfloat (node->y, <, get_node (fixture, CAUSE)->y);
  undo (fixture);
  g_assert_cmpuint (count (fixture, "factor"), ==, 3);
  g_assert_cmpuint (count (fixture, "link"), ==, 1);
}

static void
test_rename (Fixture      *fixture,
             gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  type (fixture, "Caseloads had doubled", TRUE);
  g_assert_cmpstr (tl_record_get_text (get_node (fixture, CAUSE)->record, "statement"), ==, "Caseloads had doubled");
  g_assert_cmpstr (get_undo_label (fixture), ==, "Change statement to “Caseloads had doubled”");
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.rename", NULL);
  type (fixture, "Caseloads had doubled", TRUE);
  undo (fixture);
  g_assert_cmpstr (tl_record_get_text (get_node (fixture, CAUSE)->record, "statement"), ==, "Caseloads were high");
}

static void
test_delete (Fixture      *fixture,
             gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.delete", NULL);
  g_assert_cmpuint (count (fixture, "factor"), ==, 2);
  g_assert_cmpuint (count (fixture, "link"), ==, 0);
  g_assert_cmpuint (tl_canvas_scene_get_n_nodes (fixture->canvas->scene), ==, 2);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 0);
  undo (fixture);
  g_assert_cmpuint (get_node (fixture, CAUSE)->n_effects, ==, 1);
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (fixture->canvas->scene), ==, 1);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, link_id);

  gtk_test_accessible_assert_role (get_node (fixture, CAUSE)->widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (get_node (fixture, CAUSE)->widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Caseloads were high: contributed to by 0, contributes to 1");
  gtk_test_accessible_assert_property (edge->widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Caseloads were high → The visit was cut short, contributes to");
  g_assert_true (gtk_widget_get_focusable (edge->widget));
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_test_accessible_assert_state (get_node (fixture, CAUSE)->widget, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static void
test_arrows_walk (Fixture      *fixture,
                  gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_DOWN);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, EFFECT);
  g_assert_true (gtk_widget_has_focus (get_node (fixture, EFFECT)->widget));
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_UP);
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_RIGHT);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, OTHER);
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_LEFT);
  g_assert_true (_tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, link_id);
  g_assert_false (_tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_true (_tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, CAUSE);
}

static void
test_other_edits_show (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Elsewhere", &error);
  g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
  g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

  tl_edit_set (edit, id, "statement", "It rained", &error);
  tl_edit_set (edit, link, "cause", id, &error);
  tl_edit_set (edit, link, "effect", EFFECT, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  TlCanvasNode *node = get_node (fixture, id);
  g_assert_true (node->placed);
  g_assert_false (node->stored);
  g_assert_cmpuint (tl_canvas_scene_get_n_bands (fixture->canvas->scene), ==, 5); /* it has no level yet */
  g_assert_cmpuint (get_node (fixture, EFFECT)->n_causes, ==, 2);
}

static void
test_tidy_is_one_edit (Fixture      *fixture,
                       gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.tidy", NULL);
  RUN_UNTIL (!fixture->canvas->layout_running);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Tidy the graph");
  g_assert_cmpfloat (get_node (fixture, CAUSE)->y, <, get_node (fixture, EFFECT)->y);
  undo (fixture);
  g_assert_cmpfloat (get_node (fixture, CAUSE)->x, ==, factors[0].x);
}

static void
test_empty_says_how_to_begin (Fixture      *fixture,
                              gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (fixture->canvas->hint));
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.add-factor", NULL);
  type (fixture, "A child was hurt", TRUE);
  g_assert_false (gtk_widget_get_visible (fixture->canvas->hint));
  TlRecord *factor = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (factor, "level"), ==, "case");
  undo (fixture);
  g_assert_true (gtk_widget_get_visible (fixture->canvas->hint));
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  drag (fixture, CAUSE, 80, 0);
  g_assert_cmpint (tl_record_get_int (get_node (fixture, CAUSE)->record, "x", 0), ==, factors[0].x);
  _tl_canvas_entry_rename (fixture->canvas, get_node (fixture, CAUSE));
  g_assert_false (_tl_canvas_entry_is_open (fixture->canvas));
  g_assert_cmpstr (get_notice (fixture), ==, "This review is open for reading only.");
}

static void
test_thousands (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Many", &error);
  g_autofree char *before = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
      g_autofree char *statement = g_strdup_printf ("Factor %u", i);

      tl_edit_set (edit, id, "statement", statement, &error);
      tl_edit_set (edit, id, "level", "frontline", &error);
      tl_edit_set_int (edit, id, "x", (i % 100) * 260, &error);
      tl_edit_set_int (edit, id, "y", (i / 100) * 140, &error);
      if (before != NULL && i % 3 == 0)
        {
          g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

          tl_edit_set (edit, link, "cause", before, &error);
          tl_edit_set (edit, link, "effect", id, &error);
        }
      g_free (before);
      before = g_steal_pointer (&id);
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_canvas_scene_get_n_nodes (fixture->canvas->scene), ==, 5000);

  tl_canvas_fit (fixture->canvas);
  g_assert_cmpuint (fixture->canvas->n_widgets, ==, 0);
  tl_canvas_reveal (fixture->canvas, before);
  g_assert_nonnull (get_node (fixture, before)->widget);
  g_assert_cmpuint (fixture->canvas->n_widgets, <, 120);
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas/" name, Fixture, GINT_TO_POINTER (setting), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* Not with directories of its own, where GTK would miss its settings' schemas: with-display sees to that. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("looking-at-a-review-without-places-writes-nothing", NO_PLACES, test_looking_writes_nothing);
  ADD ("the-first-move-keeps-all-places", NO_PLACES, test_first_move_keeps_all);
  ADD ("a-click-selects", 0, test_click_selects);
  ADD ("a-rubber-band-selects-what-it-touches", 0, test_rubber_band);
  ADD ("moving-is-one-edit-and-undo-moves-back", 0, test_moving_is_one_edit);
  ADD ("what-is-selected-moves-together", 0, test_moving_several);
  ADD ("another-lane-is-another-level", 0, test_another_lane_is_another_level);
  ADD ("a-lane-grows-for-what-is-put-at-its-edge", 0, test_lane_grows);
  ADD ("escape-puts-a-moved-factor-back", 0, test_escape_puts_back);
  ADD ("drawing-a-link-is-one-edit", 0, test_drawing_a_link);
  ADD ("a-link-that-cannot-be-is-refused-with-a-reason", ACCIMAP, test_refusals);
  ADD ("a-loop-is-advice-where-the-method-allows-it", 0, test_loop_is_advice_elsewhere);
  ADD ("a-new-factor-needs-a-statement", 0, test_new_factor_needs_a_statement);
  ADD ("insert-adds-a-linked-cause", 0, test_insert_adds_a_linked_cause);
  ADD ("renaming-is-one-edit", 0, test_rename);
  ADD ("deleting-takes-the-links-and-undo-brings-them-back", 0, test_delete);
  ADD ("factors-and-links-are-named", 0, test_names);
  ADD ("arrows-walk-along-links-and-lanes", 0, test_arrows_walk);
  ADD ("what-others-change-is-shown", 0, test_other_edits_show);
  ADD ("tidying-is-one-edit", 0, test_tidy_is_one_edit);
  ADD ("an-empty-graph-says-how-to-begin", EMPTY, test_empty_says_how_to_begin);
  ADD ("a-review-for-reading-is-not-changed", READ_ONLY, test_read_only);
  ADD ("five-thousand-factors-have-few-widgets", EMPTY, test_thousands);

  return g_test_run ();
}
