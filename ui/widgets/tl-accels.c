/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every key of the program in one table. The application and the widgets bind their keys from it, the shortcuts window
 * shows all of it, tooltips name what stands in it. To give an action a key is to add a line, and nothing else. */
#include "config.h"

#include "ui/widgets/tl-accels.h"

#include <glib/gi18n.h>

static const TlAccel accels[] = {
  { N_("Files"), N_("New review"), "app.new", { "<Control>n" } },
  { N_("Files"), N_("Open"), "app.open", { "<Control>o" } },
  { N_("Files"), N_("Import documents as sources"), "win.import-sources", { "<Control>i" } },
  { N_("Files"), N_("Export"), "win.export", { "<Control>e" } },
  { N_("Files"), N_("Export a picture"), "win.export-picture", { "<Control><Shift>e" } },
  { N_("Files"), N_("Make a report"), "win.make-report", { "<Control>r" } },
  { N_("Files"), N_("Print the graph, or the {finding} that is read"), "win.print", { "<Control>p" } },
  { N_("Files"), N_("Close the window"), "window.close", { "<Control>w" } },
  { N_("Files"), N_("Quit"), "app.quit", { "<Control>q" } },

  { N_("Working"), N_("Undo"), "win.undo", { "<Control>z" } },
  { N_("Working"), N_("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { N_("Working"), N_("Add a factor"), "win.add-factor", { "<Control><Shift>n" } },
  { N_("Working"), N_("Tag what is selected"), "win.tag-selected", { "<Control>t" } },
  { N_("Working"), N_("Replace names by roles"), "win.replace-names", { "<Control><Shift>r" } },
  { N_("Working"), N_("Search everything"), "win.search", { "<Control><Shift>f" } },
  { N_("Working"), N_("Checks"), "win.checks", { "<Control><Shift>c" } },

  { N_("Going about"), N_("Overview"), "win.page('overview')", { "<Alt>1" } },
  { N_("Going about"), N_("Sources"), "win.page('sources')", { "<Alt>2" } },
  { N_("Going about"), N_("Narrative"), "win.page('narrative')", { "<Alt>3" } },
  { N_("Going about"), N_("Graph"), "win.page('graph')", { "<Alt>4" } },
  { N_("Going about"), N_("Outline"), "win.page('outline')", { "<Alt>5" } },
  { N_("Going about"), N_("Patterns"), "win.page('patterns')", { "<Alt>6" } },
  { N_("Going about"), "{Findings}", "win.page('findings')", { "<Alt>7" } },
  { N_("Going about"), "{Owner_short}", "win.page('board')", { "<Alt>8" } },
  { N_("Going about"), N_("History"), "win.page('history')", { "<Alt>9" } },
  { N_("Going about"), N_("To the inspector"), "win.focus-inspector", { "F4" } },
  { N_("Going about"), N_("Through someone’s eyes, or no longer"), "win.tunnel", { "<Control><Shift>k" } },
  { N_("Going about"), N_("Through someone’s eyes: back in time"), "win.tunnel-step(-1)", { "<Alt>comma" } },
  { N_("Going about"), N_("Through someone’s eyes: on in time"), "win.tunnel-step(1)", { "<Alt>period" } },
  { N_("Going about"), N_("Menu"), "win.menu", { "F10" } },
  { N_("Going about"), N_("Keyboard shortcuts"), "app.shortcuts", { "<Control>question", "F1" } },

  { N_("Sources"), N_("Mark what is selected as an extract"), "sources.mark", { "e" } },
  { N_("Sources"), N_("Attach for a factor or link"), "sources.attach-for('')", { "plus" } },
  { N_("Sources"), N_("Attach against a factor or link"), "sources.attach-against('')", { "minus" } },
  { N_("Sources"), N_("Make a factor of the extract"), "sources.make-factor('')", { "f" } },
  { N_("Sources"), N_("Make an event of the extract"), "sources.make-event('')", { "v" } },
  { N_("Sources"), N_("Make the extract an account of an event"), "sources.make-account('')", { "a" } },
  { N_("Sources"), N_("Next extract"), "sources.next-extract", { "n" } },
  { N_("Sources"), N_("Previous extract"), "sources.previous-extract", { "p" } },
  { N_("Sources"), N_("Find in the text"), "sources.find", { "<Control>f" } },
  { N_("Sources"), N_("Next place"), "sources.find-next", { "<Control>g", "F3" } },
  { N_("Sources"), N_("Previous place"), "sources.find-previous", { "<Control><Shift>g", "<Shift>F3" } },

  { N_("Writing"), N_("Next guarded expression, and what it hides"), "guard.next", { "F8" } },
  { N_("Writing"), N_("Guarded expression before"), "guard.previous", { "<Shift>F8" } },
  { N_("Graph"), N_("Add a factor in this level"), "canvas.add-factor", { "<Control>Insert" } },
  { N_("Graph"), N_("Add a cause"), "canvas.add-cause", { "Insert" } },
  { N_("Graph"), N_("Add an effect"), "canvas.add-effect", { "<Shift>Insert" } },
  { N_("Graph"), N_("Link to another factor"), "canvas.link", { "l" } },
  { N_("Graph"), N_("Rename in place"), "canvas.rename", { "F2", "Return" } },
  { N_("Graph"), N_("Turn the link round"), "canvas.reverse", { "r" } },
  { N_("Graph"), N_("Pin, or let go"), "canvas.pin", { "p" } },
  { N_("Graph"), N_("Tidy up: move as little as can be"), "canvas.tidy", { "t" } },
  { N_("Graph"), N_("Tidy up what is selected"), "canvas.tidy-selected", { "<Shift>t" } },
  { N_("Graph"), N_("Arrange the graph anew"), "canvas.arrange", { "<Control><Shift>t" } },
  { N_("Graph"), N_("Cut"), "canvas.cut", { "<Control>x" } },
  { N_("Graph"), N_("Copy"), "canvas.copy", { "<Control>c" } },
  { N_("Graph"), N_("Paste"), "canvas.paste", { "<Control>v" } },
  { N_("Graph"), N_("Duplicate"), "canvas.duplicate", { "<Control>d" } },
  { N_("Graph"), N_("Delete"), "canvas.delete", { "Delete" } },
  { N_("Graph"), N_("Select all"), "canvas.select-all", { "<Control>a" } },
  { N_("Graph"), N_("Take the keyboard’s factor into what is selected, or out"),
    "canvas.toggle", { "<Control>space" } },
  { N_("Graph"), N_("Up a level"), "canvas.level-up", { "<Control>Up" } },
  { N_("Graph"), N_("Down a level"), "canvas.level-down", { "<Control>Down" } },
  { N_("Graph"), N_("Menu of the factor or link"), "canvas.menu", { "Menu", "<Shift>F10" } },

  { N_("Going about the graph"), N_("To the nearest cause"), "canvas.go('up')", { "Up" } },
  { N_("Going about the graph"), N_("To the nearest effect"), "canvas.go('down')", { "Down" } },
  { N_("Going about the graph"), N_("To the left in the level"), "canvas.go('left')", { "Left" } },
  { N_("Going about the graph"), N_("To the right in the level"), "canvas.go('right')", { "Right" } },
  { N_("Going about the graph"), N_("To the first in the level"), "canvas.go('first')", { "Home" } },
  { N_("Going about the graph"), N_("To the last in the level"), "canvas.go('last')", { "End" } },
  { N_("Going about the graph"), N_("To the top of the graph"), "canvas.go('top')", { "<Control>Home" } },
  { N_("Going about the graph"), N_("To the bottom of the graph"), "canvas.go('bottom')", { "<Control>End" } },
  { N_("Going about the graph"), N_("Up, and select too"), "canvas.extend('up')", { "<Shift>Up" } },
  { N_("Going about the graph"), N_("Down, and select too"), "canvas.extend('down')", { "<Shift>Down" } },
  { N_("Going about the graph"), N_("Left, and select too"), "canvas.extend('left')", { "<Shift>Left" } },
  { N_("Going about the graph"), N_("Right, and select too"), "canvas.extend('right')", { "<Shift>Right" } },
  { N_("Going about the graph"), N_("To the first in the level, and select too"),
    "canvas.extend('first')", { "<Shift>Home" } },
  { N_("Going about the graph"), N_("To the last in the level, and select too"),
    "canvas.extend('last')", { "<Shift>End" } },
  { N_("Going about the graph"), N_("Up, and leave what is selected"), "canvas.look('up')", { "<Control><Shift>Up" } },
  { N_("Going about the graph"), N_("Down, and leave what is selected"),
    "canvas.look('down')", { "<Control><Shift>Down" } },
  { N_("Going about the graph"), N_("Left, and leave what is selected"),
    "canvas.look('left')", { "<Control><Shift>Left" } },
  { N_("Going about the graph"), N_("Right, and leave what is selected"),
    "canvas.look('right')", { "<Control><Shift>Right" } },

  { N_("Moving factors"), N_("Move up"), "canvas.move('up')", { "<Alt>Up" } },
  { N_("Moving factors"), N_("Move down"), "canvas.move('down')", { "<Alt>Down" } },
  { N_("Moving factors"), N_("Move left"), "canvas.move('left')", { "<Alt>Left" } },
  { N_("Moving factors"), N_("Move right"), "canvas.move('right')", { "<Alt>Right" } },
  { N_("Moving factors"), N_("Move up a little"), "canvas.move-finely('up')", { "<Alt><Shift>Up" } },
  { N_("Moving factors"), N_("Move down a little"), "canvas.move-finely('down')", { "<Alt><Shift>Down" } },
  { N_("Moving factors"), N_("Move left a little"), "canvas.move-finely('left')", { "<Alt><Shift>Left" } },
  { N_("Moving factors"), N_("Move right a little"), "canvas.move-finely('right')", { "<Alt><Shift>Right" } },

  { N_("View of the graph"), N_("Groups of factors and their questions"), "graph.palette", { "F9" } },
  { N_("View of the graph"), N_("Zoom in"), "canvas.zoom-in", { "<Control>plus", "<Control>equal" } },
  { N_("View of the graph"), N_("Zoom out"), "canvas.zoom-out", { "<Control>minus" } },
  { N_("View of the graph"), N_("Natural size"), "canvas.reset", { "<Control>0" } },
  { N_("View of the graph"), N_("The whole graph"), "canvas.fit", { "<Control>9" } },
  { N_("View of the graph"), N_("What is selected"), "canvas.fit-selected", { "<Control>8" } },
  { N_("View of the graph"), N_("Find in the graph"), "canvas.find", { "<Control>f" } },
  { N_("View of the graph"), N_("Next match, path or loop"), "canvas.next", { "<Control>g", "F3" } },
  { N_("View of the graph"), N_("Previous match, path or loop"), "canvas.previous",
    { "<Control><Shift>g", "<Shift>F3" } },
  { N_("View of the graph"), N_("Causes and effects; again: a step farther"), "canvas.focus", { "f" } },
  { N_("View of the graph"), N_("Paths between two factors"), "canvas.paths", { "b" } },
  { N_("View of the graph"), N_("Show everything"), "canvas.show-everything", { "<Control>Escape", "<Shift>Escape" } },

  { N_("Outline"), N_("Add a factor in this level"), "outline.add-factor", { "<Control>Insert" } },
  { N_("Outline"), N_("Add a cause"), "outline.add-cause", { "Insert" } },
  { N_("Outline"), N_("Add an effect"), "outline.add-effect", { "<Shift>Insert" } },
  { N_("Outline"), N_("Link to another factor"), "outline.link", { "l" } },
  { N_("Outline"), N_("Rename in place"), "outline.rename", { "F2", "Return" } },
  { N_("Outline"), N_("Up a level"), "outline.level-up", { "<Control>Up" } },
  { N_("Outline"), N_("Down a level"), "outline.level-down", { "<Control>Down" } },
  { N_("Outline"), N_("Delete"), "outline.delete", { "Delete" } },
  { N_("Outline"), N_("Show the causes, or go to the first"), "outline.into", { "Right", "plus" } },
  { N_("Outline"), N_("Hide the causes, or go to what they are causes of"), "outline.out", { "Left", "minus" } },
  { N_("Outline"), N_("Show every factor’s causes"), "outline.expand-all", { "asterisk" } },
  { N_("Outline"), N_("Hide every factor’s causes"), "outline.collapse-all", { "slash" } },
  { N_("Outline"), N_("Narrow down by words"), "outline.filter", { "<Control>f" } },
  { N_("Outline"), N_("Show on the graph"), "outline.show-on-graph", { "<Control>Return" } },
  { N_("Outline"), N_("Menu of the factor or link"), "outline.menu", { "Menu", "<Shift>F10" } },

  { N_("Narrative"), N_("Add an event here"), "narrative.add-event", { "Insert" } },
  { N_("Narrative"), N_("Add an account of the event"), "narrative.add-account", { "a" } },
  { N_("Narrative"), N_("Say who was told of the event"), "narrative.add-telling", { "t" } },
  { N_("Narrative"), N_("Add the event to an episode"), "narrative.add-to-episode", { "e" } },
  { N_("Narrative"), N_("Mark accounts that contradict each other"), "narrative.contradict", { "c" } },
  { N_("Narrative"), N_("Date it earlier"), "narrative.shift('left')", { "<Alt>Left" } },
  { N_("Narrative"), N_("Date it later"), "narrative.shift('right')", { "<Alt>Right" } },
  { N_("Narrative"), N_("Delete"), "narrative.delete", { "Delete" } },
  { N_("Narrative"), N_("To its fields, open an episode or what is folded"), "narrative.activate", { "Return", "F2" } },
  { N_("Narrative"), N_("Menu of what is selected"), "narrative.menu", { "Menu", "<Shift>F10" } },
  { N_("Narrative"), N_("Earlier in the lane"), "narrative.go('left')", { "Left" } },
  { N_("Narrative"), N_("Later in the lane"), "narrative.go('right')", { "Right" } },
  { N_("Narrative"), N_("To the lane above"), "narrative.go('up')", { "Up" } },
  { N_("Narrative"), N_("To the lane below"), "narrative.go('down')", { "Down" } },
  { N_("Narrative"), N_("To the first in the lane"), "narrative.go('first')", { "Home" } },
  { N_("Narrative"), N_("To the last in the lane"), "narrative.go('last')", { "End" } },
  { N_("Narrative"), N_("Zoom in, from years to minutes"), "narrative.zoom-in",
    { "plus", "equal", "<Control>plus" } },
  { N_("Narrative"), N_("Zoom out"), "narrative.zoom-out", { "minus", "<Control>minus" } },
  { N_("Narrative"), N_("All of the time"), "narrative.fit", { "<Control>9" } },
  { N_("Narrative"), N_("Go to a date"), "narrative.go-to-date", { "g" } },
  { N_("Narrative"), N_("Events as a table"), "narrative.table", { "F9" } },
  { N_("Narrative"), N_("Key practice episodes"), "narrative.episodes", { "<Shift>e" } },
  { N_("Narrative"), N_("Back from an episode"), "narrative.close-episode", { "Escape" } },

  { N_("Patterns"), N_("Gather what is selected into a pattern"), "patterns.gather", { "g" } },
  { N_("Patterns"), N_("Put what is selected into a pattern, or move it to another"), "patterns.put-into", { "p" } },
  { N_("Patterns"), N_("Make a {finding} of the pattern"), "patterns.make-finding('')", { "f" } },
  { N_("Patterns"), N_("Name and explain the pattern"), "patterns.activate", { "F2" } },
  { N_("Patterns"), N_("Take factors out, or remove the pattern"), "patterns.delete", { "Delete" } },
  { N_("Patterns"), N_("Pattern to the category before"), "patterns.shift(-1)", { "<Alt>Left" } },
  { N_("Patterns"), N_("Pattern to the next category"), "patterns.shift(1)", { "<Alt>Right" } },
  { N_("Patterns"), N_("Factor up in its pattern"), "patterns.place(-1)", { "<Alt>Up" } },
  { N_("Patterns"), N_("Factor down in its pattern"), "patterns.place(1)", { "<Alt>Down" } },
  { N_("Patterns"), N_("To the patterns of the category before"), "patterns.go(-1)", { "Left" } },
  { N_("Patterns"), N_("To the patterns of the next category"), "patterns.go(1)", { "Right" } },
  { N_("Patterns"), N_("Narrow the factors down by words"), "patterns.filter", { "<Control>f" } },
  { N_("Patterns"), N_("Menu of the factors or pattern"), "patterns.menu", { "Menu", "<Shift>F10" } },

  { N_("Findings"), N_("Add a {finding}"), "findings.add", { "<Control>Insert" } },
  { N_("Findings"), N_("{Finding} up in the order"), "findings.move(-1)", { "<Alt>Up" } },
  { N_("Findings"), N_("{Finding} down in the order"), "findings.move(1)", { "<Alt>Down" } },
  { N_("Findings"), N_("Remove the {finding}"), "findings.delete", { "Delete" } },
  { N_("Findings"), N_("Open the {finding} before"), "findings.step(-1)", { "<Control>Page_Up" } },
  { N_("Findings"), N_("Open the next {finding}"), "findings.step(1)", { "<Control>Page_Down" } },
  { N_("Findings"), N_("Back to all {findings}"), "findings.close", { "Escape" } },
  { N_("Findings"), N_("Question up in the order"), "board-questions.move(-1)", { "<Alt>Up" } },
  { N_("Findings"), N_("Question down in the order"), "board-questions.move(1)", { "<Alt>Down" } },

  { N_("Board"), N_("Next {finding}; from the end of the page also Page Down"), "board.next", { "n" } },
  { N_("Board"), N_("Previous {finding}; from the beginning of the page also Page Up"), "board.previous", { "p" } },
  { N_("Board"), N_("Larger text"), "board.zoom-in", { "<Control>plus", "<Control>equal" } },
  { N_("Board"), N_("Smaller text"), "board.zoom-out", { "<Control>minus" } },
  { N_("Board"), N_("Natural size of the text"), "board.zoom-reset", { "<Control>0" } },

  { N_("In a library"), N_("Add records"), "win.add-files", { "<Control>i" } },
  { N_("In a library"), N_("Themes"), "win.library-page('themes')", { "<Alt>1" } },
  { N_("In a library"), N_("Pairs"), "win.library-page('pairs')", { "<Alt>2" } },
  { N_("In a library"), N_("Chains"), "win.library-page('chains')", { "<Alt>3" } },
  { N_("In a library"), N_("Recurring"), "win.library-page('recurring')", { "<Alt>4" } },
  { N_("In a library"), N_("Findings"), "win.library-page('findings')", { "<Alt>5" } },
  { N_("In a library"), N_("Gaps"), "win.library-page('gaps')", { "<Alt>6" } },
  { N_("In a library"), N_("Search"), "win.library-page('search')", { "<Alt>7" } },
  { N_("In a library"), N_("Release"), "win.library-page('release')", { "<Alt>8" } },
  { N_("In a library"), N_("Records"), "win.library-page('records')", { "<Alt>9" } },
  { N_("In a library"), N_("To the reviews behind a count"), "answer.look-behind", { "Return" } },
  { N_("In a library"), N_("Back to where one came from"), "way.back", { "Escape", "<Alt>Left" } },
  { N_("In a library"), N_("Map: come nearer"), "map.zoom-in", { "<Control>plus", "<Control>equal" } },
  { N_("In a library"), N_("Map: go further away"), "map.zoom-out", { "<Control>minus" } },
  { N_("In a library"), N_("Map: show all of it"), "map.fit", { "<Control>0" } },
  { N_("In a library"), N_("Save the question that is asked"), "win.save-question", { "<Control>d" } },
  { N_("In a library"), N_("Copy the answer as a table"), "win.copy-table", { "<Control><Shift>t" } },
  { N_("In a library"), N_("Copy the answer as a picture"), "win.copy-picture", { "<Control><Shift>p" } },
};

/* The keys of the number pad do what their twins do. */
static const struct {
  guint key;
  guint twin;
} twins[] = {
  { GDK_KEY_Insert, GDK_KEY_KP_Insert }, { GDK_KEY_Delete, GDK_KEY_KP_Delete }, { GDK_KEY_Return, GDK_KEY_KP_Enter },
  { GDK_KEY_Up, GDK_KEY_KP_Up },         { GDK_KEY_Down, GDK_KEY_KP_Down },     { GDK_KEY_Left, GDK_KEY_KP_Left },
  { GDK_KEY_Right, GDK_KEY_KP_Right },   { GDK_KEY_Home, GDK_KEY_KP_Home },     { GDK_KEY_End, GDK_KEY_KP_End },
  { GDK_KEY_plus, GDK_KEY_KP_Add },      { GDK_KEY_minus, GDK_KEY_KP_Subtract }, { GDK_KEY_0, GDK_KEY_KP_0 },
  { GDK_KEY_9, GDK_KEY_KP_9 },
};

/* What is no window's but a widget's own. */
static const char *const widget_prefixes[] = { "answer.", "board-questions.", "board.", "canvas.", "findings.",
                                               "graph.", "narrative.", "outline.", "patterns.", "sources.", "way." };

static GtkShortcut *
create_shortcut (const char     *action,
                 guint           key,
                 GdkModifierType modifiers)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkShortcut *shortcut;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    g_assert_not_reached ();
  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  return shortcut;
}

/* Of several keys for one action menus show the one that came last, which is to be the first of the table. */
static void
collect_shortcuts (const TlAccel *accel,
                   GPtrArray     *shortcuts)
{
  for (guint i = G_N_ELEMENTS (accel->keys); i > 0; i--)
    {
      guint key;
      GdkModifierType modifiers;

      if (accel->keys[i - 1] == NULL)
        continue;
      if (!gtk_accelerator_parse (accel->keys[i - 1], &key, &modifiers))
        g_assert_not_reached ();
      for (guint j = 0; j < G_N_ELEMENTS (twins); j++)
        {
          if (twins[j].key == key)
            g_ptr_array_add (shortcuts, create_shortcut (accel->action, twins[j].twin, modifiers));
        }
      g_ptr_array_add (shortcuts, create_shortcut (accel->action, key, modifiers));
    }
}

/* Returns: (element-type GtkShortcut): those of the actions whose names begin so */
static GPtrArray *
create_shortcuts (const char *prefix)
{
  GPtrArray *shortcuts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (g_str_has_prefix (accels[i].action, prefix))
        collect_shortcuts (&accels[i], shortcuts);
    }
  return shortcuts;
}

/**
 * tl_accels_get:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): the table, in the order in which it is shown
 */
const TlAccel *
tl_accels_get (guint *n_accels)
{
  g_return_val_if_fail (n_accels != NULL, NULL);
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

/**
 * tl_accels_is_of_widget:
 *
 * Returns: whether the keys hold only while a widget has the keyboard, not everywhere in a window
 */
gboolean
tl_accels_is_of_widget (const TlAccel *accel)
{
  g_return_val_if_fail (accel != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (widget_prefixes); i++)
    {
      if (g_str_has_prefix (accel->action, widget_prefixes[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_accels_apply:
 *
 * Gives @application the keys that hold everywhere.
 */
void
tl_accels_apply (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (!tl_accels_is_of_widget (&accels[i]))
        gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
    }
}

/**
 * tl_accels_install:
 * @widget_class: a class that has installed its actions
 * @prefix: what their names begin with, with the dot
 *
 * Gives the class its keys.
 */
void
tl_accels_install (GtkWidgetClass *widget_class,
                   const char     *prefix)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class) && prefix != NULL);

  g_autoptr (GPtrArray) shortcuts = create_shortcuts (prefix);

  for (guint i = 0; i < shortcuts->len; i++)
    gtk_widget_class_add_shortcut (widget_class, g_ptr_array_index (shortcuts, i));
}

/**
 * tl_accels_create_controller:
 * @prefix: what the names of the actions begin with, with the dot
 *
 * Returns: (transfer full): the same keys for a widget within, where another would take them first
 */
GtkEventController *
tl_accels_create_controller (const char *prefix)
{
  g_return_val_if_fail (prefix != NULL, NULL);

  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GPtrArray) shortcuts = create_shortcuts (prefix);

  for (guint i = 0; i < shortcuts->len; i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          g_object_ref (g_ptr_array_index (shortcuts, i)));
  return controller;
}

/**
 * tl_accels_dup_label:
 *
 * Returns: (transfer full): the keys as people know them, as in "F2 or Enter"
 */
char *
tl_accels_dup_label (const TlAccel *accel)
{
  g_return_val_if_fail (accel != NULL, NULL);

  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; accel->keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (accel->keys[i], &key, &modifiers))
        g_ptr_array_add (labels, gtk_accelerator_get_label (key, modifiers));
    }
  g_ptr_array_add (labels, NULL);
  /* Translators: between two keys that do the same. */
  return g_strjoinv (_(" or "), (char **) labels->pdata);
}

/**
 * tl_accels_dup_tooltip:
 * @title: what a button does
 * @action: its detailed action name
 *
 * Returns: (transfer full): @title, with the keys that do the same
 */
char *
tl_accels_dup_tooltip (const char *title,
                       const char *action)
{
  g_return_val_if_fail (title != NULL && action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (!g_str_equal (accels[i].action, action))
        continue;

      g_autofree char *keys = tl_accels_dup_label (&accels[i]);
      /* Translators: what a button does, and its keys, as in "Zoom in (Ctrl++)" */
      return g_strdup_printf (_("%s (%s)"), title, keys);
    }
  return g_strdup (title);
}
