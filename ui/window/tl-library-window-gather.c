/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library window does about how records come and go: trying the quarantine again, watching folders, withdrawing.
 * While the window is open a change in a watched folder is gathered when it has come to rest. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>

#include "model/library/tl-quarantine.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/library/tl-library-job.h"
#include "ui/library/tl-withdraw-dialog.h"
#include "ui/widgets/tl-settings.h"

/* Somebody who copies many files is not done after the first. Milliseconds. */
#define REST 3000

/* A system gives everybody some thousands of watches, for all programs together. */
#define MAX_FOLDERS 1000

/* Verbs, in a worker */

static gboolean
withdraw (TlLibrary          *library,
          const char *const  *arguments,
          GError            **error)
{
  return tl_library_withdraw (library, arguments[0], arguments[2][0] != '\0' ? arguments[2] : NULL, arguments[1],
                              error);
}

static gboolean
watch (TlLibrary          *library,
       const char *const  *arguments,
       GError            **error)
{
  return tl_library_watch (library, arguments[0], error);
}

static gboolean
unwatch (TlLibrary          *library,
         const char *const  *arguments,
         GError            **error)
{
  return tl_library_unwatch (library, arguments[0], error);
}

static gboolean
readmit (TlLibrary          *library,
         const char *const  *arguments,
         GError            **error)
{
  return tl_library_readmit (library, arguments[0], error);
}

static gboolean
forget_quarantined (TlLibrary          *library,
                    const char *const  *arguments,
                    GError            **error)
{
  return tl_library_forget_quarantined (library, arguments[0], error);
}

/* Callbacks */

/* Tells what became of a verb; what the library holds is read again if it was done. */
static gboolean
finish (TlLibraryWindow *self,
        GAsyncResult    *result,
        const char      *sentence)
{
  g_autoptr (GError) error = NULL;
  gboolean done = tl_library_job_do_finish (result, &error);

  if (self->library == NULL)
    return FALSE;
  _tl_library_window_report (self, done ? sentence : error->message);
  if (done)
    _tl_library_window_read_contents (self);
  return done;
}

static void
do_verb (TlLibraryWindow     *self,
         TlLibraryVerb        verb,
         const char          *argument,
         GAsyncReadyCallback  callback)
{
  const char *arguments[] = { argument, NULL };

  tl_library_job_do_async (tl_library_get_path (self->library), verb, arguments, callback, g_object_ref (self));
}

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  if (finish (self, result, _("The review was withdrawn. Its files are left out until it is allowed again.")))
    tl_question_renew (self->question);
}

/* Where its file is in a watched folder it is new again. */
static void
readmitted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  if (finish (self, result, _("The review is allowed again. To have it back, add its file.")))
    _tl_library_window_gather (self, NULL);
}

static void
unwatched_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  finish (self, result, _("The folder is watched no longer. What came from it stays."));
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  finish (self, result, _("Taken off the list. The file stays where it is."));
}

static void
watched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  if (finish (self, result, _("The folder is watched: what is new in it is taken in")))
    _tl_library_window_gather (self, NULL);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GFile) folder = tl_file_chooser_finish (result, NULL);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (path != NULL && self->library != NULL)
    do_verb (self, watch, path, watched_cb);
}

/* Watching */

static void
rested_cb (TlLibraryWindow *self)
{
  if (self->adding != NULL)
    self->again = TRUE;
  else
    _tl_library_window_gather (self, NULL);
}

static void
settled_cb (TlLibraryWindow *self)
{
  g_autofree char *unseen = tl_folder_watch_dup_unseen (self->watch);

  tl_records_page_set_unseen (self->records, unseen);
}

void
_tl_library_window_watch (TlLibraryWindow *self)
{
  self->watch = tl_folder_watch_new (MAX_FOLDERS, REST);
  g_signal_connect_object (self->watch, "rested", G_CALLBACK (rested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
}

/* Actions */

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  const char *file = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = tl_library_dup_quarantined (self->library, file[0] != '\0' ? file : NULL, &error);

  if (paths == NULL)
    _tl_library_window_report (self, error->message);
  else if (paths[0] == NULL)
    _tl_library_window_report (self, _("It is not known where that was. Add it again."));
  else
    tl_library_window_add (self, (const char *const *) paths);
}

static void
watch_folder_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  tl_file_chooser_open_async (GTK_WINDOW (widget), _("Watch a Folder"), TL_FILE_FOLDER, folder_chosen_cb,
                              g_object_ref (widget));
}

static void
look_now_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);

  self->asked_for = TRUE;
  _tl_library_window_gather (self, NULL);
}

static void
unwatch_folder_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_autofree char *path = g_filename_from_uri (g_variant_get_string (parameter, NULL), NULL, NULL);

  if (path != NULL)
    do_verb (TL_LIBRARY_WINDOW (widget), unwatch, path, unwatched_cb);
}

static void
open_quarantined_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = tl_library_dup_quarantined (self->library, g_variant_get_string (parameter, NULL), &error);
  g_autofree char *folder = paths != NULL && paths[0] != NULL ? g_path_get_dirname (paths[0]) : NULL;
  g_autofree char *uri = folder != NULL ? g_filename_to_uri (folder, NULL, &error) : NULL;

  if (uri != NULL)
    gtk_widget_activate_action (widget, "win.open-uri", "s", uri);
  else if (error != NULL)
    _tl_library_window_report (self, error->message);
}

static void
forget_quarantined_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  do_verb (TL_LIBRARY_WINDOW (widget), forget_quarantined, g_variant_get_string (parameter, NULL), forgotten_cb);
}

static void
readmit_record_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  do_verb (TL_LIBRARY_WINDOW (widget), readmit, g_variant_get_string (parameter, NULL), readmitted_cb);
}

/* Of which review, if that is known. */
static void
withdraw_record_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  const char *review = g_variant_get_string (parameter, NULL);

  gtk_window_present (GTK_WINDOW (tl_withdraw_dialog_new (GTK_WINDOW (widget), review[0] != '\0' ? review : NULL)));
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autofree char *author = tl_settings_dup_string ("author");
  const char *review, *reason;

  g_variant_get (parameter, "(&s&s)", &review, &reason);

  const char *arguments[] = { review, reason, author, NULL };

  tl_library_job_do_async (tl_library_get_path (self->library), withdraw, arguments, withdrawn_cb,
                           g_object_ref (self));
}

void
_tl_library_window_install_gathering (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.retry-quarantined", "s", retry_action);
  gtk_widget_class_install_action (widget_class, "win.watch-folder", NULL, watch_folder_action);
  gtk_widget_class_install_action (widget_class, "win.unwatch-folder", "s", unwatch_folder_action);
  gtk_widget_class_install_action (widget_class, "win.look-now", NULL, look_now_action);
  gtk_widget_class_install_action (widget_class, "win.open-quarantined", "s", open_quarantined_action);
  gtk_widget_class_install_action (widget_class, "win.forget-quarantined", "s", forget_quarantined_action);
  gtk_widget_class_install_action (widget_class, "win.readmit-record", "s", readmit_record_action);
  gtk_widget_class_install_action (widget_class, "win.withdraw-record", "s", withdraw_record_action);
  gtk_widget_class_install_action (widget_class, "win.withdraw", "(ss)", withdraw_action);
}
