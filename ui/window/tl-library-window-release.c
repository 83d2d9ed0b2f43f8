/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library window does about releases: asks where to make one. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-file-chooser.h"
#include "ui/widgets/tl-opening.h"

static void
report_elsewhere (TlLibraryWindow *self)
{
  _tl_library_window_report (self, _("A release can only be made on this computer. Choose a folder here."));
}

/* Callbacks */

/* In the folder that was chosen one of its own is made: nothing that is there is replaced. */
static char *
dup_new_folder (const char *folder,
                const char *title)
{
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:", '-');

  for (guint i = 1;; i++)
    {
      g_autofree char *own = i == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, i);
      g_autofree char *path = g_build_filename (folder, own, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static void
zip_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);

  if (file == NULL || self->library == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      report_elsewhere (self);
      return;
    }

  /* What it is written as is told by its name. */
  g_autofree char *path = g_str_has_suffix (g_file_peek_path (file), ".zip")
                            ? g_strdup (g_file_peek_path (file))
                            : g_strconcat (g_file_peek_path (file), ".zip", NULL);

  tl_release_page_make (self->release, path);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GFile) folder = tl_file_chooser_finish (result, NULL);

  if (folder == NULL || self->library == NULL)
    return;
  if (g_file_peek_path (folder) == NULL)
    {
      report_elsewhere (self);
      return;
    }

  g_autofree char *title = tl_release_page_dup_title (self->release);
  g_autofree char *path = dup_new_folder (g_file_peek_path (folder), title);

  tl_release_page_make (self->release, path);
}

/* Actions */

static void
make_release_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  gboolean is_zip = g_str_equal (g_variant_get_string (parameter, NULL), "zip");
  g_autofree char *title = tl_release_page_dup_title (TL_LIBRARY_WINDOW (widget)->release);

  if (is_zip)
    tl_file_chooser_save_async (GTK_WINDOW (widget), _("Where to Put the Release"), TL_FILE_ZIP, title, zip_chosen_cb,
                                g_object_ref (widget));
  else
    tl_file_chooser_save_async (GTK_WINDOW (widget), _("In Which Folder to Make the Release"), TL_FILE_FOLDER, NULL,
                                folder_chosen_cb, g_object_ref (widget));
}

static void
add_to_release_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autoptr (TlAsked) asked = _tl_library_window_dup_asked (self);

  if (asked == NULL)
    _tl_library_window_report (self, _("Nothing is asked here yet that could be released."));
  else if (!tl_release_page_add (self->release, asked))
    _tl_library_window_report (self, _("What is made of texts can’t be released: nobody can say by counting what a "
                                       "sentence gives away."));
  else
    _tl_library_window_report (self, _("Added to the next release"));
}

void
_tl_library_window_install_releasing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-to-release", NULL, add_to_release_action);
  gtk_widget_class_install_action (widget_class, "win.make-release", "s", make_release_action);
  tl_opening_install (widget_class);
}
