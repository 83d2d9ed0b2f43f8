/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The groups of factors beside the canvas: searched, and taken to the graph by keyboard or by dropping them. */
#include "config.h"

#include "tests/support/canvas-window.h"
#include "ui/canvas/tl-canvas-palette.h"
#include "ui/widgets/tl-term.h"

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static GtkWidget *
open_palette (CanvasWindow *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *palette = tl_canvas_palette_new (fixture->review);

  g_object_ref (fixture->canvas);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_box_append (GTK_BOX (box), palette);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->canvas));
  g_object_unref (fixture->canvas);
  g_signal_connect_object (palette, "activate-group", G_CALLBACK (tl_canvas_add_in_group), fixture->canvas,
                           G_CONNECT_SWAPPED);
  return palette;
}

static GtkListBoxRow *
get_row (GtkWidget *palette,
         int        position)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_child (palette, GTK_TYPE_LIST_BOX)), position);
}

static const char *
get_key (GtkListBoxRow *row)
{
  return tl_term_get_key (g_object_get_data (G_OBJECT (row), "term"));
}

static void
test_groups_by_level (CanvasWindow *fixture,
                      gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);
  TlMethod *method = tl_canvas_scene_get_method (fixture->canvas->scene);
  GtkListBoxRow *row;
  guint n, n_rows = 0;
  int level = 0;

  tl_method_get_entries (method, TL_VOCABULARY_CATEGORY, &n);
  for (; (row = get_row (palette, (int) n_rows)) != NULL; n_rows++)
    {
      const TlMethodEntry *group = tl_method_find_entry (method, TL_VOCABULARY_CATEGORY, get_key (row));

      g_assert_cmpint (group->level, >=, level);
      level = group->level;
    }
  g_assert_cmpuint (n_rows, ==, n);
  g_assert_nonnull (gtk_list_box_row_get_header (get_row (palette, 0)));
}

static void
test_search (CanvasWindow *fixture,
             gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);
  GtkEditable *entry = GTK_EDITABLE (find_child (palette, GTK_TYPE_SEARCH_ENTRY));
  guint n = 0;

  gtk_editable_set_text (entry, "supervision used for");
  g_signal_emit_by_name (entry, "search-changed");
  for (int i = 0; get_row (palette, i) != NULL; i++)
    {
      if (!gtk_widget_get_child_visible (GTK_WIDGET (get_row (palette, i))))
        continue;
      g_assert_cmpstr (get_key (get_row (palette, i)), ==, "own_team");
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_choosing_a_group (CanvasWindow *fixture,
                       gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);
  GtkListBoxRow *row = get_row (palette, 0);
  TlMethod *method = tl_canvas_scene_get_method (fixture->canvas->scene);
  const TlMethodEntry *group = tl_method_find_entry (method, TL_VOCABULARY_CATEGORY, get_key (row));

  g_signal_emit_by_name (find_child (palette, GTK_TYPE_LIST_BOX), "row-activated", row);
  canvas_type (fixture, "Guidance was silent", TRUE);
  TlCanvasNode *node = _tl_canvas_get_primary_node (fixture->canvas);
  g_assert_cmpstr (tl_record_get_text (node->record, "category"), ==, group->key);
  g_assert_cmpint ((int) node->band, ==, group->level);
  canvas_undo (fixture);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
}

static gboolean
drop (CanvasWindow *fixture,
      const GValue *value,
      double        canvas_x,
      guint         band)
{
  GtkEventController *target = canvas_find_drop_target (fixture, G_VALUE_TYPE (value));
  TlCanvasBand *lane = tl_canvas_scene_get_band (fixture->canvas->scene, band);
  GdkDragAction action;
  gboolean done;
  double x, y;

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, canvas_x, (lane->top + lane->bottom) / 2, &x, &y);
  g_signal_emit_by_name (target, "motion", x, y, &action);
  g_assert_cmpint (fixture->canvas->target_band, ==, action != 0 ? (int) band : -1);
  g_signal_emit_by_name (target, "drop", value, x, y, &done);
  g_assert_cmpint (fixture->canvas->target_band, ==, -1);
  return done;
}

static void
test_dropping_a_group (CanvasWindow *fixture,
                       gconstpointer data)
{
  g_autoptr (TlTerm) term = tl_term_new ("worker", "The worker as a person", NULL);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, TL_TYPE_TERM);
  g_value_set_object (&value, term);
  g_assert_true (drop (fixture, &value, 800, 1));
  canvas_type (fixture, "Nobody was on duty", TRUE);
  TlCanvasNode *node = _tl_canvas_get_primary_node (fixture->canvas);
  g_assert_cmpstr (tl_record_get_text (node->record, "category"), ==, "worker");
  g_assert_cmpuint (node->band, ==, 1);
  g_assert_cmpfloat_with_epsilon (node->x, 800, 2);
}

static void
test_dropping_text (CanvasWindow *fixture,
                    gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Posts were frozen");
  g_assert_true (drop (fixture, &value, 300, 0));
  g_assert_cmpuint (_tl_canvas_get_primary_node (fixture->canvas)->band, ==, 0);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Paste factor “Posts were frozen”");
}

static void
test_read_only (CanvasWindow *fixture,
                gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Posts were frozen");
  g_assert_false (drop (fixture, &value, 300, 0));
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas-palette/" name, CanvasWindow, GINT_TO_POINTER (setting), canvas_set_up, function,               \
              canvas_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("groups-stand-by-level", 0, test_groups_by_level);
  ADD ("questions-are-searched-too", 0, test_search);
  ADD ("a-group-that-is-chosen-asks-for-a-factor-at-its-level", 0, test_choosing_a_group);
  ADD ("a-group-that-is-dropped-asks-for-a-factor-there", 0, test_dropping_a_group);
  ADD ("text-that-is-dropped-becomes-a-factor", 0, test_dropping_text);
  ADD ("nothing-is-dropped-on-a-review-for-reading", READ_ONLY, test_read_only);

  return g_test_run ();
}
