/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the menus of the canvas offer for what is selected, in a real window: levels, kinds, pins, links' ends. */
#include "config.h"

#include "tests/support/canvas-window.h"

static void
activate (CanvasWindow *fixture,
          const char   *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
}

static void
choose (CanvasWindow *fixture,
        const char   *action,
        const char   *key)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, "s", key));
}

static const char *
get_state (CanvasWindow *fixture,
           const char   *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->canvas->fields), action);

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
select_two (CanvasWindow *fixture)
{
  const char *const ids[] = { CAUSE, OTHER, NULL };

  tl_selection_set_many (fixture->selection, ids);
}

static const char *
get_text (CanvasWindow *fixture,
          const char   *id,
          const char   *field)
{
  return tl_record_get_text (tl_review_lookup (fixture->review, id), field);
}

static void
test_kind_of_several (CanvasWindow *fixture,
                      gconstpointer data)
{
  select_two (fixture);
  g_assert_cmpstr (get_state (fixture, "kind"), ==, "condition");
  choose (fixture, "selected.kind", "factor");
  g_assert_cmpstr (get_text (fixture, CAUSE, "kind"), ==, "factor");
  g_assert_cmpstr (get_text (fixture, OTHER, "kind"), ==, "factor");
  g_assert_cmpstr (get_state (fixture, "kind"), ==, "factor");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Change “Kind” of 2 factors");
  tl_selection_add (fixture->selection, EFFECT);
  g_assert_cmpstr (get_state (fixture, "kind"), ==, "*");
  canvas_undo (fixture);
  g_assert_cmpstr (get_text (fixture, OTHER, "kind"), ==, "condition");
}

static void
test_level (CanvasWindow *fixture,
            gconstpointer data)
{
  g_autofree char *before = g_strdup (get_text (fixture, CAUSE, "level"));

  select_two (fixture);
  choose (fixture, "selected.level", "local_strategic");
  for (guint i = 0; i < 2; i++)
    {
      TlCanvasNode *node = canvas_get_node (fixture, i == 0 ? CAUSE : OTHER);
      TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 1);

      g_assert_cmpuint (node->band, ==, 1);
      g_assert_true (node->stored);
      g_assert_cmpfloat (node->y, >, band->top);
      g_assert_cmpfloat (node->y, <, band->bottom);
    }
  g_assert_cmpfloat (ABS (canvas_get_node (fixture, CAUSE)->x - canvas_get_node (fixture, OTHER)->x), >=,
                     TL_CANVAS_FACTOR_WIDTH);
  canvas_undo (fixture);
  g_assert_cmpstr (get_text (fixture, CAUSE, "level"), ==, before);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, ==, canvas_factors[0].x);
}

static void
test_pin (CanvasWindow *fixture,
          gconstpointer data)
{
  select_two (fixture);
  activate (fixture, "canvas.pin");
  g_assert_true (tl_record_get_bool (canvas_get_node (fixture, CAUSE)->record, "pinned"));
  g_assert_true (_tl_canvas_selected_are_pinned (fixture->canvas));
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Pin 2 factors");
  tl_selection_set_one (fixture->selection, OTHER);
  activate (fixture, "canvas.pin");
  g_assert_false (tl_record_get_bool (canvas_get_node (fixture, OTHER)->record, "pinned"));
  select_two (fixture);
  g_assert_false (_tl_canvas_selected_are_pinned (fixture->canvas));
  canvas_undo (fixture);
  canvas_undo (fixture);
  g_assert_false (tl_record_get_bool (canvas_get_node (fixture, CAUSE)->record, "pinned"));
}

static void
test_link_says_more (CanvasWindow *fixture,
                     gconstpointer data)
{
  tl_selection_set_one (fixture->selection, LINK);
  choose (fixture, "selected.sign", "minus");
  choose (fixture, "selected.state", "contested");
  choose (fixture, "selected.link-kind", "enables");
  g_assert_cmpstr (get_text (fixture, LINK, "sign"), ==, "minus");
  g_assert_cmpstr (get_text (fixture, LINK, "state"), ==, "contested");
  g_assert_cmpstr (get_text (fixture, LINK, "kind"), ==, "enables");
  choose (fixture, "selected.sign", "");
  g_assert_null (get_text (fixture, LINK, "sign"));
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==,
                   "Change “Sign” of link “Caseloads were high” → “The visit was cut short”");
}

static void
test_reverse (CanvasWindow *fixture,
              gconstpointer data)
{
  tl_selection_set_one (fixture->selection, LINK);
  activate (fixture, "canvas.reverse");
  g_assert_cmpstr (get_text (fixture, LINK, "cause"), ==, EFFECT);
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->n_causes, ==, 1);
  g_assert_true (tl_selection_contains (fixture->selection, LINK));
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==,
                   "Reverse link to “The visit was cut short” → “Caseloads were high”");
  canvas_undo (fixture);
  g_assert_cmpstr (get_text (fixture, LINK, "cause"), ==, CAUSE);
}

static void
test_reverse_refused (CanvasWindow *fixture,
                      gconstpointer data)
{
  canvas_draw_link (fixture, EFFECT, CAUSE);
  tl_selection_set_one (fixture->selection, LINK);
  activate (fixture, "canvas.reverse");
  g_assert_cmpstr (canvas_get_notice (fixture), ==, "These two are linked already.");
  g_assert_cmpstr (get_text (fixture, LINK, "cause"), ==, CAUSE);
}

static void
test_change_end (CanvasWindow *fixture,
                 gconstpointer data)
{
  GtkListBoxRow *row;

  tl_selection_set_one (fixture->selection, LINK);
  activate (fixture, "canvas.change-cause");
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (fixture->canvas->search_list));
  g_assert_cmpstr (g_object_get_data (G_OBJECT (row), "id"), ==, OTHER);
  g_signal_emit_by_name (fixture->canvas->search_entry, "activate");
  g_assert_cmpstr (get_text (fixture, LINK, "cause"), ==, OTHER);
  g_assert_cmpstr (get_text (fixture, LINK, "effect"), ==, EFFECT);
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->n_effects, ==, 0);
  g_assert_cmpuint (canvas_get_node (fixture, OTHER)->n_effects, ==, 1);
}

/* The Enter key comes sooner than any pause in typing. */
static void
test_what_is_typed_last_is_chosen (CanvasWindow *fixture,
                                   gconstpointer data)
{
  tl_selection_set_one (fixture->selection, LINK);
  activate (fixture, "canvas.change-cause");
  gtk_editable_set_text (GTK_EDITABLE (fixture->canvas->search_entry), "qqqzzz");
  g_signal_emit_by_name (fixture->canvas->search_entry, "activate");
  g_assert_cmpstr (get_text (fixture, LINK, "cause"), ==, CAUSE);
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->search));
}

/* In AcciMap an effect can't become a cause of its own cause: the search says so in its place. */
static void
test_search_says_why_not (CanvasWindow *fixture,
                          gconstpointer data)
{
  tl_selection_set_one (fixture->selection, EFFECT);
  activate (fixture, "canvas.link");
  for (guint i = 0; i < 2; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->canvas->search_list), (int) i);
      gboolean is_cause = g_str_equal (g_object_get_data (G_OBJECT (row), "id"), CAUSE);

      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (row)), ==, !is_cause);
    }
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->search));
}

static void
test_select_linked (CanvasWindow *fixture,
                    gconstpointer data)
{
  tl_selection_set_one (fixture->selection, EFFECT);
  activate (fixture, "canvas.select-causes");
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, EFFECT);
  g_assert_true (tl_selection_contains (fixture->selection, CAUSE));
}

static void
test_add_here (CanvasWindow *fixture,
               gconstpointer data)
{
  TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 0);
  double x, y;

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, 700, (band->top + band->bottom) / 2, &x, &y);
  _tl_canvas_menu_popup (fixture->canvas, round (x), round (y));
  activate (fixture, "canvas.add-here");
  canvas_type (fixture, "Guidance was silent", TRUE);
  TlCanvasNode *node = _tl_canvas_get_primary_node (fixture->canvas);
  g_assert_cmpuint (node->band, ==, 0);
  g_assert_cmpfloat_with_epsilon (node->x, 700, 2);
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->menu));
}

static void
report_cb (GSimpleAction *action,
           GVariant      *parameter,
           char         **sentence)
{
  g_free (*sentence);
  g_variant_get (parameter, "(sb)", sentence, NULL);
}

static void
test_delete_says_what_went (CanvasWindow *fixture,
                            gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) report = g_simple_action_new ("report", G_VARIANT_TYPE ("(sb)"));
  g_autofree char *sentence = NULL;

  g_signal_connect (report, "activate", G_CALLBACK (report_cb), &sentence);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (report));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));

  tl_selection_set_one (fixture->selection, CAUSE);
  activate (fixture, "canvas.delete");
  g_assert_cmpstr (sentence, ==, "Deleted factor “Caseloads were high” and 1 link");
  tl_selection_set_one (fixture->selection, OTHER);
  activate (fixture, "canvas.delete");
  g_assert_cmpstr (sentence, ==, "Deleted factor “Nobody asked”");
}

/* While a menu is open the arrows are its own. */
static void
test_arrows_in_the_menu (CanvasWindow *fixture,
                         gconstpointer data)
{
  tl_selection_set_one (fixture->selection, LINK);
  _tl_canvas_menu_popup (fixture->canvas, -1, -1);
  GtkWidget *menu = fixture->canvas->menu;
  gtk_widget_child_focus (menu, GTK_DIR_TAB_FORWARD);
  GtkWidget *first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (first, menu));

  g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_DOWN);
  GtkWidget *second = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (second, menu));
  g_assert_true (second != first);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, LINK);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

static void
test_nothing_to_choose (CanvasWindow *fixture,
                        gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->canvas->fields), "kind"));
  choose (fixture, "selected.kind", "factor");
  activate (fixture, "canvas.pin");
  activate (fixture, "canvas.delete");
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 3);
  g_assert_cmpstr (get_text (fixture, CAUSE, "kind"), ==, "condition");
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas-menu/" name, CanvasWindow, GINT_TO_POINTER (setting), canvas_set_up, function,                  \
              canvas_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("a-kind-is-given-to-all-that-are-selected", 0, test_kind_of_several);
  ADD ("another-level-finds-room-there", 0, test_level);
  ADD ("pinning-is-one-edit", 0, test_pin);
  ADD ("a-link-says-sign-state-and-kind", 0, test_link_says_more);
  ADD ("a-link-is-reversed-and-stays-the-same-link", 0, test_reverse);
  ADD ("a-reversal-that-cannot-be-is-refused", 0, test_reverse_refused);
  ADD ("a-link-gets-another-cause", 0, test_change_end);
  ADD ("what-is-typed-last-is-chosen", 0, test_what_is_typed_last_is_chosen);
  ADD ("the-search-says-what-cannot-be-linked", ACCIMAP, test_search_says_why_not);
  ADD ("causes-are-selected-step-by-step", 0, test_select_linked);
  ADD ("a-factor-is-added-where-the-menu-was", 0, test_add_here);
  ADD ("arrows-walk-within-an-open-menu", 0, test_arrows_in_the_menu);
  ADD ("deleting-says-how-many-links-went", 0, test_delete_says_what_went);
  ADD ("a-review-for-reading-offers-no-change", READ_ONLY, test_nothing_to_choose);

  return g_test_run ();
}
