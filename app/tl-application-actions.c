/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done wherever one is: new, open, sample, shortcuts, about, quit. */
#define G_LOG_DOMAIN "tl-application"

#include "config.h"

#include <glib/gi18n.h>

#include "app/tl-application.h"
#include "model/base/tl-data.h"
#include "model/exchange/tl-import.h"
#include "model/library/tl-library.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/dialogs/tl-guard-words-dialog.h"
#include "ui/dialogs/tl-new-review-dialog.h"
#include "ui/dialogs/tl-shortcuts-dialog.h"
#include "ui/widgets/tl-settings.h"
#include "ui/window/tl-review-window.h"

#define SAMPLE "samples/fictional-review.xml"

static GtkWindow *
get_window (TlApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
created_cb (TlApplication *self,
            GFile         *file)
{
  tl_application_open_file (self, file);
}

static void
new_activated_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlApplication *self = user_data;
  GtkWidget *dialog = tl_new_review_dialog_new (get_window (self));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlApplication) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);

  if (file != NULL)
    tl_application_open_file (self, file);
}

static void
open_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  tl_file_chooser_open_async (get_window (user_data), _("Open a Review"), TL_FILE_REVIEW, file_chosen_cb,
                              g_object_ref (user_data));
}

/* The sample ships as an exchange file; it becomes a review of the person's own, to try anything with. */
static void
sample_place_chosen_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (TlApplication) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *author = tl_settings_dup_string ("author");

  if (file == NULL)
    return;

  g_autoptr (GBytes) bytes = tl_data_load (SAMPLE, &error);
  g_autofree char *name = tl_data_describe (SAMPLE);
  if (bytes != NULL
      && tl_import_xml_bytes (bytes, name, g_file_peek_path (file), author[0] != '\0' ? author : NULL,
                              TL_IMPORT_REPLACE, NULL, NULL, &error))
    tl_application_open_file (self, file);
  else
    _tl_application_show_welcome (self, _("The sample could not be opened"), error->message);
}

static void
sample_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  tl_file_chooser_save_async (get_window (user_data), _("Where to Keep Your Copy of the Sample"), TL_FILE_REVIEW,
                              _("Sample"), sample_place_chosen_cb, g_object_ref (user_data));
}

static void
open_library_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  tl_file_chooser_open_async (get_window (user_data), _("Open a Library"), TL_FILE_LIBRARY, file_chosen_cb,
                              g_object_ref (user_data));
}

/* A file that is there is never replaced, whatever the chooser was told: it may hold the work of years. */
static void
library_place_chosen_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (TlApplication) self = user_data;
  g_autoptr (GFile) chosen = tl_file_chooser_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  if (g_file_peek_path (chosen) == NULL)
    {
      _tl_application_show_welcome (self, _("The library could not be made"),
                                    _("The place is not on this computer. Choose one that is."));
      return;
    }

  const char *given = g_file_peek_path (chosen);
  g_autofree char *path = g_str_has_suffix (given, ".tllibrary") ? g_strdup (given)
                                                                 : g_strconcat (given, ".tllibrary", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlLibrary) library = tl_library_create (path, &error);
  if (library == NULL)
    {
      _tl_application_show_welcome (self, _("The library could not be made"), error->message);
      return;
    }
  tl_library_close (library);
  tl_application_open_file (self, file);
}

static void
new_library_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  tl_file_chooser_save_async (get_window (user_data), _("Where to Keep the New Library"), TL_FILE_LIBRARY,
                              _("Library"), library_place_chosen_cb, g_object_ref (user_data));
}

static void
open_uri_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  tl_application_open_file (user_data, file);
}

static void
shortcuts_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  GtkWindow *window = get_window (user_data);
  TlReview *review = TL_IS_REVIEW_WINDOW (window) ? tl_review_window_get_review (TL_REVIEW_WINDOW (window)) : NULL;

  gtk_window_present (GTK_WINDOW (tl_shortcuts_dialog_new (window, review)));
}

static void
guard_words_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  const char *words = g_variant_get_string (parameter, NULL);

  gtk_window_present (GTK_WINDOW (tl_guard_words_dialog_new (get_window (user_data), words)));
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  adw_show_about_window (get_window (user_data),
                         "application-name", _("Throughline"),
                         "application-icon", TL_APPLICATION_ID,
                         "version", TL_VERSION,
                         "comments", _("A workbench for reviews of serious cases in child protection: what happened "
                                       "from every side, what contributed to it, and what can be learned."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

/* Each window closes itself, so that what has been typed is kept. */
static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

void
_tl_application_add_actions (TlApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_activated_cb },
    { .name = "open", .activate = open_activated_cb },
    { .name = "open-uri", .activate = open_uri_activated_cb, .parameter_type = "s" },
    { .name = "sample", .activate = sample_activated_cb },
    { .name = "new-library", .activate = new_library_activated_cb },
    { .name = "open-library", .activate = open_library_activated_cb },
    { .name = "guard-words", .activate = guard_words_activated_cb, .parameter_type = "s" },
    { .name = "shortcuts", .activate = shortcuts_activated_cb },
    { .name = "about", .activate = about_activated_cb },
    { .name = "quit", .activate = quit_activated_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
