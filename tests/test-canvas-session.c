/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas used by chance: gestures, every action it has, typing, other edits in between, undo and redo. Whatever
 * happens the screen shows what the file holds, everything can be taken back and done again, and no widget stays. */
#include "config.h"

#include <glib/gstdio.h>

#include "tests/support/canvas-window.h"
#include "tests/support/tl-mirror.h"
#include "tests/support/tl-verbs.h"

#define N_SEEDS 6
#define N_STEPS 60

typedef struct {
  CanvasWindow *window;
  GRand *random;
  TlVerbs *verbs;
  GPtrArray *actions; /* of char*: what the canvas can be told */
} Session;

static guint
roll (Session *self,
      guint    sides)
{
  return sides > 1 ? (guint) g_rand_int_range (self->random, 0, (gint32) sides) : 0;
}

static void
settle (Session *self)
{
  TlCanvas *canvas = self->window->canvas;

  WAIT_UNTIL (!canvas->layout_running && canvas->populate_id == 0);
}

static TlCanvasNode *
pick_node (Session *self)
{
  guint n = tl_canvas_scene_get_n_nodes (self->window->canvas->scene);

  return n > 0 ? tl_canvas_scene_get_node (self->window->canvas->scene, roll (self, n)) : NULL;
}

/* A point of the view: in a factor, at its edge, or anywhere. */
static void
pick_point (Session *self,
            double  *x,
            double  *y)
{
  TlCanvasNode *node = pick_node (self);
  graphene_rect_t rect;

  if (node == NULL || !node->placed || roll (self, 3) == 0)
    {
      *x = roll (self, (guint) MAX (self->window->canvas->viewport.width, 1));
      *y = roll (self, (guint) MAX (self->window->canvas->viewport.height, 1));
      return;
    }
  _tl_canvas_get_view_rect (self->window->canvas, node, &rect);
  *x = rect.origin.x + rect.size.width / 2;
  *y = rect.origin.y + rect.size.height * (float) roll (self, 3) / 2;
}

static void
drag_somewhere (Session *self)
{
  double from_x, from_y, to_x, to_y;

  pick_point (self, &from_x, &from_y);
  pick_point (self, &to_x, &to_y);
  canvas_press (self->window, from_x, from_y);
  canvas_move_by (self->window, (to_x - from_x) / 2, (to_y - from_y) / 2);
  /* Somebody else may change the review while a hand is on the mouse. */
  if (roll (self, 8) == 0)
    tl_verbs_do (self->verbs, self->window->review);
  canvas_move_by (self->window, to_x - from_x, to_y - from_y);
  canvas_let_go (self->window, to_x - from_x, to_y - from_y);
}

static void
click_twice (Session *self)
{
  double x, y;

  pick_point (self, &x, &y);
  g_signal_emit_by_name (canvas_find_controller (self->window, GTK_TYPE_GESTURE_CLICK), "released", 2, x, y);
}

static void
select_some (Session *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = roll (self, 4); i > 0; i--)
    {
      TlCanvasNode *node = pick_node (self);

      if (node != NULL && !g_ptr_array_find (ids, tl_canvas_node_get_id (node), NULL))
        g_ptr_array_add (ids, (gpointer) tl_canvas_node_get_id (node));
    }

  guint n_edges = tl_canvas_scene_get_n_edges (self->window->canvas->scene);

  if (n_edges > 0 && roll (self, 3) == 0)
    g_ptr_array_add (ids, (gpointer) tl_canvas_edge_get_id (
                              tl_canvas_scene_get_edge (self->window->canvas->scene, roll (self, n_edges))));
  g_ptr_array_add (ids, NULL);
  tl_selection_set_many (self->window->selection, (const char *const *) ids->pdata);
}

static GVariant *
pick_parameter (Session            *self,
                const GVariantType *type)
{
  static const char *const keys[] = { "contributes", "necessary", "hinders", "plus", "minus", "supported",
                                      "rejected", "episode", "agency", "category", "evidence", "frontline", "", "?" };
  TlCanvasNode *node = pick_node (self);

  if (type == NULL)
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return g_variant_new_string (node != NULL && roll (self, 3) == 0 ? tl_canvas_node_get_id (node)
                                                                     : keys[roll (self, G_N_ELEMENTS (keys))]);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_new_boolean (roll (self, 2) == 0);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    return g_variant_new_int32 ((gint32) roll (self, 5));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return g_variant_new_uint32 (roll (self, 5));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_DOUBLE))
    return g_variant_new_double (roll (self, 100));
  g_error ("No parameter of type %s is made up here.", g_variant_type_peek_string (type));
}

static void
tell_canvas (Session *self)
{
  const char *action = self->actions->pdata[roll (self, self->actions->len)];
  GtkWidgetClass *class = GTK_WIDGET_GET_CLASS (self->window->canvas);
  const GVariantType *type = NULL;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (class, i, &owner, &name, &type, &property); i++)
    if (g_str_equal (name, action))
      break;

  GVariant *parameter = pick_parameter (self, type);

  g_test_message ("%s", action);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window->canvas), action, parameter);
}

static void
type_something (Session *self)
{
  static const char *const texts[] = { "Posts were frozen", "", "Nobody\nasked", "Ⓐ <b>&amp; “שלום”", "   " };

  if (_tl_canvas_entry_is_open (self->window->canvas))
    canvas_type (self->window, texts[roll (self, G_N_ELEMENTS (texts))], roll (self, 4) != 0);
}

static void
undo_or_redo (Session *self)
{
  TlHistory *history = tl_review_get_history (self->window->review);
  gboolean redo = roll (self, 2) == 0;
  g_autoptr (GError) error = NULL;

  for (guint n = 1 + roll (self, 4); n > 0; n--)
    if (redo && tl_history_get_redo_label (history) != NULL)
      tl_review_redo (self->window->review, NULL, NULL, &error);
    else if (!redo && tl_history_get_undo_label (history) != NULL)
      tl_review_undo (self->window->review, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
zoom_and_pan (Session *self)
{
  TlCanvasViewport *viewport = &self->window->canvas->viewport;

  tl_canvas_viewport_zoom_at (viewport, g_rand_double_range (self->random, 0.05, 3), viewport->width / 2,
                              viewport->height / 2);
  _tl_canvas_view_changed (self->window->canvas);
}

static void
step (Session *self)
{
  static void (*const steps[]) (Session *) = {
    drag_somewhere, drag_somewhere, click_twice, select_some, select_some, tell_canvas, tell_canvas,
    tell_canvas,    tell_canvas,    undo_or_redo, zoom_and_pan,
  };

  steps[roll (self, G_N_ELEMENTS (steps))](self);
  type_something (self);
  if (roll (self, 10) == 0)
    tl_verbs_do (self->verbs, self->window->review);
  if (roll (self, 2) == 0)
    g_main_context_iteration (NULL, FALSE);
}

/* Everything in the review that is to be seen is there, where the file says, and nothing else is. */
static void
assert_screen_is_file (Session *self)
{
  TlCanvasScene *scene = self->window->canvas->scene;
  TlRecordList *factors = tl_review_get_list (self->window->review, "factor");
  TlRecordList *links = tl_review_get_list (self->window->review, "link");
  guint n_links = 0;

  tl_assert_review_is_file (self->window->review);
  g_assert_cmpuint (tl_canvas_scene_get_n_nodes (scene), ==, tl_record_list_get_n (factors));
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);
      TlCanvasNode *node = canvas_get_node (self->window, tl_record_get_id (factor));
      gint64 x = tl_record_get_int (factor, "x", UNPLACED), y = tl_record_get_int (factor, "y", UNPLACED);

      g_assert_true (node->record == factor);
      g_assert_true (node->placed);
      /* A place among the factors of another level is not held to: one is found where its own are. */
      if (x != UNPLACED && y != UNPLACED && node->stored)
        {
          g_assert_cmpfloat (node->x, ==, (double) x);
          g_assert_cmpfloat (node->y, ==, (double) y);
        }
    }
  for (guint i = 0; i < tl_record_list_get_n (links); i++)
    {
      TlRecord *link = tl_record_list_get (links, i);
      const char *cause = tl_record_get_text (link, "cause"), *effect = tl_record_get_text (link, "effect");

      if (cause == NULL || effect == NULL)
        continue;
      TlCanvasEdge *edge = tl_canvas_scene_find_edge (scene, tl_record_get_id (link));
      g_assert_nonnull (edge);
      g_assert_cmpstr (tl_canvas_node_get_id (edge->cause), ==, cause);
      g_assert_cmpstr (tl_canvas_node_get_id (edge->effect), ==, effect);
      n_links++;
    }
  g_assert_cmpuint (tl_canvas_scene_get_n_edges (scene), ==, n_links);
}

static void
go_to_end (Session  *self,
           gboolean  redo)
{
  TlHistory *history = tl_review_get_history (self->window->review);
  g_autoptr (GError) error = NULL;

  if (redo)
    while (tl_history_get_redo_label (history) != NULL && tl_review_redo (self->window->review, NULL, NULL, &error))
      ;
  else
    while (tl_history_get_undo_label (history) != NULL && tl_review_undo (self->window->review, NULL, NULL, &error))
      ;
  g_assert_no_error (error);
  settle (self);
  assert_screen_is_file (self);
}

static void
everything_back_and_forth (Session *self)
{
  g_autofree char *end = NULL;
  g_autofree char *again = NULL;

  go_to_end (self, TRUE);
  end = tl_review_describe (self->window->review);
  go_to_end (self, FALSE);
  g_assert_cmpuint (canvas_count (self->window, "factor"), ==, 0);
  go_to_end (self, TRUE);
  again = tl_review_describe (self->window->review);
  g_assert_cmpstr (again, ==, end);
}

static GPtrArray *
list_actions (CanvasWindow *window)
{
  GPtrArray *actions = g_ptr_array_new ();
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window->canvas), i, &owner, &name, &type,
                                                   &property); i++)
    if (owner == TL_TYPE_CANVAS)
      g_ptr_array_add (actions, (gpointer) name);
  g_assert_cmpuint (actions->len, >, 10);
  return actions;
}

static void
use_by_chance (guint32 seed)
{
  CanvasWindow window = { 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (TlVerbs) verbs = tl_verbs_new (seed);

  canvas_set_up (&window, GINT_TO_POINTER (seed % 3 == 0 ? ACCIMAP : seed % 3 == 1 ? 0 : NO_PLACES));
  g_autoptr (GPtrArray) actions = list_actions (&window);
  Session self = { .window = &window, .random = random, .verbs = verbs, .actions = actions };

  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&self);
      if (i % 10 == 9)
        {
          settle (&self);
          assert_screen_is_file (&self);
        }
    }
  if (_tl_canvas_entry_is_open (window.canvas))
    _tl_canvas_entry_close (window.canvas, FALSE);
  settle (&self);
  everything_back_and_forth (&self);
  canvas_tear_down (&window, NULL);
}

/* GTK 4.8 asks where the pointer is in a window that is gone, when a tooltip was about to be shown there. */
static gboolean
is_fatal (const char     *domain,
          GLogLevelFlags  level,
          const char     *message,
          gpointer        data)
{
  return strstr (message, "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE (surface)'") == NULL
         && strstr (message, "_gtk_widget_find_at_coords: assertion 'GDK_IS_SURFACE (surface)'") == NULL;
}

/* What is borne is not printed either, for it would be printed as fatal. */
static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        data)
{
  if (is_fatal (domain, level, message, NULL))
    g_log_default_handler (domain, level, message, NULL);
}

static void
the_screen_shows_what_the_file_holds (void)
{
  guint n = g_test_slow () ? 10 * N_SEEDS : N_SEEDS;

  g_log_set_handler ("Gdk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, log_cb, NULL);
  g_log_set_handler ("Gtk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, log_cb, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL); /* here, for GLib forgets it when a test begins */
  for (guint32 seed = 1; seed <= n; seed++)
    {
      g_test_message ("seed %u", seed);
      use_by_chance (seed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  g_test_add_func ("/canvas/session/the-screen-shows-what-the-file-holds", the_screen_shows_what_the_file_holds);
  return g_test_run ();
}
