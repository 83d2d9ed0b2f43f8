/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library window does about how records come and go: trying the quarantine again, watching folders, saving
 * receipts, withdrawing. While the window is open a change in a watched folder is gathered when it has come to rest. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>

#include "model/library/tl-quarantine.h"
#include "model/library/tl-receipt-page.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/library/tl-library-job.h"
#include "ui/library/tl-withdraw-dialog.h"
#include "ui/widgets/tl-settings.h"

/* Somebody who copies many files is not done after the first. Seconds. */
#define REST 3

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
save_receipt (TlLibrary          *library,
              const char *const  *arguments,
              GError            **error)
{
  g_autoptr (TlReceipt) receipt = tl_library_get_receipt (library, g_ascii_strtoll (arguments[0], NULL, 10), error);

  return receipt != NULL && tl_receipt_page_save (receipt, tl_library_get_name (library), arguments[1], error);
}

/* Callbacks */

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
  return done;
}

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  if (!finish (self, result, _("The review was withdrawn")))
    return;
  _tl_library_window_read_contents (self);
  tl_question_renew (self->question);
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
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;

  finish (self, result, _("The receipt was saved"));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GFile) folder = tl_file_chooser_finish (result, NULL);
  const char *arguments[] = { folder != NULL ? g_file_peek_path (folder) : NULL, NULL };

  if (arguments[0] != NULL && self->library != NULL)
    tl_library_job_do_async (tl_library_get_path (self->library), watch, arguments, watched_cb, g_object_ref (self));
}

typedef struct {
  TlLibraryWindow *window; /* owned */
  gint64           receipt;
} Saving;

static void
receipt_place_chosen_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (TlLibraryWindow) self = saving->window;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, saving->receipt);
  const char *arguments[] = { number, file != NULL ? g_file_peek_path (file) : NULL, NULL };

  if (arguments[1] != NULL && self->library != NULL)
    tl_library_job_do_async (tl_library_get_path (self->library), save_receipt, arguments, saved_cb,
                             g_object_ref (self));
}

/* Watching */

static gboolean
at_rest_cb (gpointer user_data)
{
  TlLibraryWindow *self = user_data;

  /* Later, if something is being added now. */
  if (self->adding != NULL)
    return G_SOURCE_CONTINUE;
  self->rest = 0;
  _tl_library_window_gather (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
folder_changed_cb (TlLibraryWindow *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_seconds (REST, at_rest_cb, self);
}

void
_tl_library_window_watch (TlLibraryWindow *self,
                          GPtrArray       *watched)
{
  g_ptr_array_set_size (self->monitors, 0);
  if (tl_library_get_read_only (self->library))
    return;
  for (guint i = 0; i < watched->len; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (((const TlWatched *) g_ptr_array_index (watched, i))->path);
      GFileMonitor *monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (monitor == NULL)
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (folder_changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->monitors, monitor);
    }
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
save_receipt_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *file = NULL;

  *saving = (Saving) { TL_LIBRARY_WINDOW (g_object_ref (widget)), g_variant_get_int64 (parameter) };
  /* Translators: the name of a file, with a number */
  file = g_strdup_printf (_("Receipt %" G_GINT64_FORMAT), saving->receipt);
  tl_file_chooser_save_async (GTK_WINDOW (widget), _("Where to Save the Receipt"), TL_FILE_HTML, file,
                              receipt_place_chosen_cb, saving);
}

static void
withdraw_record_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (tl_withdraw_dialog_new (GTK_WINDOW (widget),
                                                          g_variant_get_string (parameter, NULL))));
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
  gtk_widget_class_install_action (widget_class, "win.save-receipt", "x", save_receipt_action);
  gtk_widget_class_install_action (widget_class, "win.withdraw-record", "s", withdraw_record_action);
  gtk_widget_class_install_action (widget_class, "win.withdraw", "(ss)", withdraw_action);
}
