/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking for a file. The only place that knows the toolkit's chooser, which has a successor after our floor; the shape
 * here is the successor's. */
#include "config.h"

#include "ui/dialogs/tl-file-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *name;
  const char *suffixes[9]; /* the first is given to what is written */
} purposes[] = {
  [TL_FILE_REVIEW] = { N_("Reviews"), { ".throughline" } },
  [TL_FILE_XML] = { N_("XML documents"), { ".xml" } },
  [TL_FILE_GRAPHML] = { N_("GraphML documents"), { ".graphml" } },
  [TL_FILE_DOT] = { N_("DOT documents"), { ".dot" } },
  [TL_FILE_FOLDER] = { NULL, { NULL } },
  [TL_FILE_LIBRARY] = { N_("Libraries"), { ".tllibrary" } },
  [TL_FILE_LEARNING] = { N_("Learning records"), { ".xml", ".zip" } },
  [TL_FILE_ZIP] = { N_("Zip archives"), { ".zip" } },
  [TL_FILE_CSV] = { N_("Tables"), { ".csv" } },
  [TL_FILE_SVG] = { N_("SVG pictures"), { ".svg" } },
  [TL_FILE_PNG] = { N_("PNG images"), { ".png" } },
  [TL_FILE_PDF] = { N_("PDF documents"), { ".pdf" } },
  [TL_FILE_HTML] = { N_("HTML pages"), { ".html", ".htm" } },
  [TL_FILE_ODT] = { N_("ODT documents"), { ".odt" } },
  [TL_FILE_RECEIPT] = { N_("Pages as HTML, PDF, ODT or plain text"), { ".html", ".pdf", ".odt", ".txt" } },
  [TL_FILE_DOCUMENT] = { N_("Documents"),
                         { ".txt", ".md", ".markdown", ".html", ".htm", ".odt", ".docx", ".pdf" } },
};

static void
responded_cb (GtkNativeDialog *dialog,
              int              response,
              gpointer         user_data)
{
  GTask *task = user_data;

  if (response == GTK_RESPONSE_ACCEPT && gtk_file_chooser_get_select_multiple (GTK_FILE_CHOOSER (dialog)))
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("No file was chosen."));

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (task);
}

static void
add_filters (GtkFileChooser *chooser,
             TlFilePurpose   purpose)
{
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (purposes[purpose].suffixes[0] == NULL)
    return;
  gtk_file_filter_set_name (ours, _(purposes[purpose].name));
  for (guint i = 0; purposes[purpose].suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (ours, purposes[purpose].suffixes[i] + 1);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, ours);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
ask (GtkWindow           *parent,
     const char          *title,
     TlFilePurpose        purpose,
     GtkFileChooserAction action,
     gboolean             many,
     const char          *name,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), many);
  add_filters (GTK_FILE_CHOOSER (dialog), purpose);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), g_task_new (NULL, NULL, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * tl_file_chooser_open_async:
 * @parent: (nullable): the window that asks
 * @title: of the dialog
 * @purpose: which files to offer first
 * @callback: called when the person has answered
 * @user_data: for @callback
 *
 * Asks for a file that is there.
 */
void
tl_file_chooser_open_async (GtkWindow          *parent,
                            const char         *title,
                            TlFilePurpose       purpose,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (title != NULL && callback != NULL);

  ask (parent, title, purpose, GTK_FILE_CHOOSER_ACTION_OPEN, FALSE, NULL, callback, user_data);
}

/**
 * tl_file_chooser_open_many_async:
 * @parent: (nullable): the window that asks
 * @title: of the dialog
 * @purpose: which files to offer first, or folders
 * @callback: called when the person has answered
 * @user_data: for @callback
 *
 * Asks for any number of files, or folders, that are there.
 */
void
tl_file_chooser_open_many_async (GtkWindow          *parent,
                                 const char         *title,
                                 TlFilePurpose       purpose,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (title != NULL && callback != NULL);

  ask (parent, title, purpose,
       purpose == TL_FILE_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, TRUE, NULL,
       callback, user_data);
}

/**
 * tl_file_chooser_open_many_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): a list of GFile, or %NULL with %G_IO_ERROR_CANCELLED
 */
GListModel *
tl_file_chooser_open_many_finish (GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_file_chooser_save_async:
 * @parent: (nullable): the window that asks
 * @title: of the dialog
 * @purpose: what is to be written; a folder is chosen, not named
 * @name: (nullable): a first suggestion, without its ending
 * @callback: called when the person has answered
 * @user_data: for @callback
 *
 * Asks for a file to write. The person has agreed to the replacing of one that is there.
 */
void
tl_file_chooser_save_async (GtkWindow          *parent,
                            const char         *title,
                            TlFilePurpose       purpose,
                            const char         *name,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (title != NULL && callback != NULL);

  g_autofree char *plain = g_strdelimit (g_strdup (name != NULL && name[0] != '\0' ? name : _("Untitled")), "/", '-');
  const char *suffix = purposes[purpose].suffixes[0];
  g_autofree char *full = suffix != NULL ? g_strconcat (plain, suffix, NULL) : NULL;

  ask (parent, title, purpose,
       purpose == TL_FILE_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, full,
       callback, user_data);
}

/**
 * tl_file_chooser_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the file, or %NULL with %G_IO_ERROR_CANCELLED
 */
GFile *
tl_file_chooser_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_file_chooser_dup_stem:
 * @path: of a file
 *
 * Returns: (transfer full): its name without what follows the last dot, to suggest for what is made of it
 */
char *
tl_file_chooser_dup_stem (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}
