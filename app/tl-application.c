/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: which file is open in which window. A file that is open already is shown, not opened twice. */
#define G_LOG_DOMAIN "tl-application"

#include "config.h"

#include "app/tl-application.h"

#include <glib/gi18n.h>

#include "model/base/tl-error.h"
#include "ui/widgets/tl-accels.h"
#include "ui/window/tl-library-window.h"
#include "ui/window/tl-review-window.h"
#include "ui/window/tl-welcome-window.h"

#define LIBRARY_SUFFIX ".tllibrary"

struct _TlApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

/* One file has many names: links and relative paths lead to the same. */
static gboolean
is_same_file (const char *one,
              const char *other)
{
  g_autofree char *canonical = g_canonicalize_filename (one, NULL);
  g_autofree char *other_canonical = g_canonicalize_filename (other, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (canonical);
  g_autoptr (GFile) other_file = g_file_new_for_path (other_canonical);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, 0, NULL, NULL);
  g_autoptr (GFileInfo) other_info = g_file_query_info (other_file, G_FILE_ATTRIBUTE_ID_FILE, 0, NULL, NULL);
  const char *id = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE) : NULL;
  const char *other_id
      = other_info != NULL ? g_file_info_get_attribute_string (other_info, G_FILE_ATTRIBUTE_ID_FILE) : NULL;

  if (id != NULL && other_id != NULL)
    return g_str_equal (id, other_id);
  return g_str_equal (canonical, other_canonical);
}

static GtkWindow *
find_window (TlApplication *self,
             const char    *path)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      const char *open_path = NULL;

      if (TL_IS_REVIEW_WINDOW (item->data))
        open_path = tl_review_get_path (tl_review_window_get_review (item->data));
      else if (TL_IS_LIBRARY_WINDOW (item->data))
        open_path = tl_library_get_path (tl_library_window_get_library (item->data));
      if (open_path != NULL && is_same_file (open_path, path))
        return item->data;
    }
  return NULL;
}

static GtkWindow *
find_welcome (TlApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (TL_IS_WELCOME_WINDOW (item->data))
      return item->data;
  return NULL;
}

/* What went wrong is in the error; here is what to do about it. */
static char *
dup_advice (const GError *error,
            gboolean      is_library)
{
  if (g_error_matches (error, TL_ERROR, TL_ERROR_NEWER))
    return g_strdup_printf (_("%s Open it with the newer version; nothing was changed."), error->message);
  /* What to do about a library its error says. */
  if (!is_library && g_error_matches (error, TL_ERROR, TL_ERROR_DAMAGED))
    return g_strdup_printf (_("%s It is left as it is. “throughline-cli salvage FILE -o COPY” saves what can be read "
                              "to a copy."),
                            error->message);
  if (g_error_matches (error, TL_ERROR, TL_ERROR_LOCKED))
    return g_strdup_printf (_("%s Try again in a moment."), error->message);
  return g_strdup (error->message);
}

static void
remember (GFile   *file,
          gboolean is_library)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  char program[] = TL_APPLICATION_ID;
  char command[] = "throughline %f";
  char type[] = "application/x-throughline-review";
  char library_type[] = "application/x-throughline-library";
  GtkRecentData data = { .display_name = name, .mime_type = is_library ? library_type : type,
                         .app_name = program, .app_exec = command };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static GtkWindow *
open_review (TlApplication *self,
             const char    *path,
             GError       **error)
{
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, error);

  return review != NULL ? GTK_WINDOW (tl_review_window_new (GTK_APPLICATION (self), review)) : NULL;
}

static GtkWindow *
open_library (TlApplication *self,
              const char    *path,
              GError       **error)
{
  g_autoptr (TlLibrary) library = tl_library_open (path, error);

  return library != NULL ? tl_library_window_new (GTK_APPLICATION (self), library) : NULL;
}

/* GApplication overrides */

static void
tl_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (TL_APPLICATION_ID);
  _tl_application_add_actions (TL_APPLICATION (application));
  tl_accels_apply (GTK_APPLICATION (application));
}

static void
tl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    _tl_application_show_welcome (TL_APPLICATION (application), NULL, NULL);
}

static void
tl_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    tl_application_open_file (TL_APPLICATION (application), files[i]);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
}

static void
tl_application_init (TlApplication *self)
{
  g_set_application_name (_("Throughline"));
}

/**
 * tl_application_new:
 *
 * Returns: (transfer full): the application
 */
TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", TL_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/throughline/Throughline",
                       NULL);
}

/**
 * tl_application_open_file:
 * @file: a review, or a library of learning records
 *
 * Shows @file in a window of its own, or says why it can't be opened.
 */
void
tl_application_open_file (TlApplication *self,
                          GFile         *file)
{
  g_return_if_fail (TL_IS_APPLICATION (self) && G_IS_FILE (file));

  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *title = g_strdup_printf (_("“%s” could not be opened"), name);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      _tl_application_show_welcome (self, title, _("It is not on this computer. Copy it here first."));
      return;
    }

  GtkWindow *window = find_window (self, path);
  if (window == NULL)
    {
      gboolean is_library = g_str_has_suffix (path, LIBRARY_SUFFIX);

      window = is_library ? open_library (self, path, &error) : open_review (self, path, &error);
      if (window == NULL)
        {
          g_autofree char *advice = dup_advice (error, is_library);
          _tl_application_show_welcome (self, title, advice);
          return;
        }
      remember (file, is_library);
    }

  GtkWindow *welcome = find_welcome (self);
  gtk_window_present (window);
  if (welcome != NULL)
    gtk_window_destroy (welcome);
}

void
_tl_application_show_welcome (TlApplication *self,
                              const char    *title,
                              const char    *sentence)
{
  GtkWindow *window = find_welcome (self);

  if (window == NULL)
    window = GTK_WINDOW (tl_welcome_window_new (GTK_APPLICATION (self)));
  if (title != NULL)
    tl_welcome_window_show_error (TL_WELCOME_WINDOW (window), title, sentence);
  gtk_window_present (window);
}
