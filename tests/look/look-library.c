/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of a library, to look at while working on it:
 *
 *   look-library FILE.tllibrary [PAGE]
 *   look-library --generate N [PAGE]     N learning records and a file that is none, thrown away afterwards
 *   look-library --empty [PAGE]
 *
 * After --rtl, before all others, words and rows run from right to left; after --large letters are twice as large. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "model/library/tl-library-generate.h"
#include "ui/window/tl-library-window.h"

static char *folder;

static void
stop_if (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static TlLibrary *
generate (guint n)
{
  TlGenerateOptions options = { .n_records = n, .seed = 7 };
  GError *error = NULL;

  folder = g_dir_make_tmp ("look-library-XXXXXX", &error);
  stop_if (error);
  g_autofree char *path = g_build_filename (folder, "Look.tllibrary", NULL);
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  TlLibrary *library = tl_library_create (path, &error);
  stop_if (error);
  if (n == 0)
    return library;

  g_mkdir (records, 0700);
  tl_library_generate (records, &options, NULL, &error);
  stop_if (error);
  g_autofree char *other = g_build_filename (records, "minutes of the board.xml", NULL);
  g_file_set_contents (other, "<minutes/>", -1, &error);
  stop_if (error);
  const char *paths[] = { records, NULL };
  tl_library_add (library, paths, NULL, NULL, NULL, NULL, &error);
  stop_if (error);
  return library;
}

static void
forget (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      forget (child);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlLibrary) library = NULL;
  GError *error = NULL;

  adw_init ();
  for (; argc > 1 && (g_str_equal (argv[1], "--rtl") || g_str_equal (argv[1], "--large")); argc--, argv++)
    if (g_str_equal (argv[1], "--rtl"))
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
    else
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);

  gboolean generated = argc > 2 && g_str_equal (argv[1], "--generate");
  const char *page = argv[generated ? 3 : MIN (argc, 2)];

  if (argc < 2)
    {
      g_printerr ("usage: look-library [--rtl] [--large] FILE | --generate N | --empty [PAGE]\n");
      return 2;
    }
  if (generated)
    library = generate ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  else if (g_str_equal (argv[1], "--empty"))
    library = generate (0);
  else
    library = tl_library_open (argv[1], &error);
  stop_if (error);

  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/throughline/Throughline/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  GtkWindow *window = tl_library_window_new (NULL, library);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_main_loop_quit), loop);
  if (page != NULL)
    tl_library_window_show_page (TL_LIBRARY_WINDOW (window), page);
  gtk_window_present (window);
  g_main_loop_run (loop);

  tl_library_close (library);
  if (folder != NULL)
    forget (folder);
  return 0;
}
