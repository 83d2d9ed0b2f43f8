/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every key of the program in one table: the application binds those that name an action, and the shortcuts window
 * shows them all. */
#include "config.h"

#include "ui/widgets/tl-accels.h"

#include <glib/gi18n.h>

static const TlAccel accels[] = {
  { N_("Files"), N_("New review"), "app.new", { "<Control>n" } },
  { N_("Files"), N_("Open"), "app.open", { "<Control>o" } },
  { N_("Files"), N_("Export"), "win.export", { "<Control>e" } },
  { N_("Files"), N_("Close the window"), "window.close", { "<Control>w" } },
  { N_("Files"), N_("Quit"), "app.quit", { "<Control>q" } },
  { N_("Working"), N_("Undo"), "win.undo", { "<Control>z" } },
  { N_("Working"), N_("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { N_("Working"), N_("Add a factor"), "win.add-factor", { "<Control><Shift>n" } },
  { N_("Working"), N_("Tag what is selected"), "win.tag-selected", { "<Control>t" } },
  { N_("Working"), N_("Checks"), "win.checks", { "<Control><Shift>c" } },
  { N_("Going about"), N_("Overview"), "win.page('overview')", { "<Alt>1" } },
  { N_("Going about"), N_("Graph"), "win.page('graph')", { "<Alt>2" } },
  { N_("Going about"), N_("History"), "win.page('history')", { "<Alt>3" } },
  { N_("Going about"), N_("To the inspector"), "win.focus-inspector", { "F4" } },
  { N_("Going about"), N_("Menu"), "win.menu", { "F10" } },
  { N_("Going about"), N_("Keyboard shortcuts"), "app.shortcuts", { "<Control>question", "F1" } },
  { N_("In a library"), N_("Add records"), "win.add-files", { "<Control>i" } },
  { N_("In a library"), N_("Records"), "win.library-page('records')", { "<Alt>1" } },
  { N_("In a library"), N_("Themes"), "win.library-page('themes')", { "<Alt>2" } },
  { N_("In a library"), N_("Quarantine"), "win.library-page('quarantine')", { "<Alt>3" } },
  { N_("In a library"), N_("Copy the themes as a table"), "win.copy-themes", { "<Control><Shift>t" } },
  { N_("In the graph"), N_("Walk along links and within a level"), NULL, { "Left", "Right" } },
  { N_("In the graph"), N_("Add a cause"), NULL, { "Insert" } },
  { N_("In the graph"), N_("Add an effect"), NULL, { "<Shift>Insert" } },
  { N_("In the graph"), N_("Rename in place"), NULL, { "F2" } },
  { N_("In the graph"), N_("Link"), NULL, { "l" } },
  { N_("In the graph"), N_("Remove"), NULL, { "Delete" } },
  { N_("In the graph"), N_("Select all"), NULL, { "<Control>a" } },
  { N_("In the graph"), N_("Zoom in"), NULL, { "<Control>plus" } },
  { N_("In the graph"), N_("Zoom out"), NULL, { "<Control>minus" } },
  { N_("In the graph"), N_("Natural size"), NULL, { "<Control>0" } },
  { N_("In the graph"), N_("The whole graph"), NULL, { "<Control>9" } },
};

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
