/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with nothing but the canvas, to look at while working on it:
 *
 *   look-canvas FILE.throughline     a review
 *   look-canvas FILE.xml             a sample, read into a review that is thrown away
 *   look-canvas --generate N         N factors and 1.4 N links without places
 *   look-canvas --empty              nothing yet */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "model/exchange/tl-xml-reader.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "ui/canvas/tl-canvas.h"

static char *folder;

static void
stop_if (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static TlReview *
create_review (const char *id,
               TlValue    *values)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  folder = g_dir_make_tmp ("look-canvas-XXXXXX", &error);
  stop_if (error);
  path = g_build_filename (folder, "look.throughline", NULL);
  tl_review_create (path, 0, id, values, NULL, NULL, &error);
  stop_if (error);
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  stop_if (error);
  return review;
}

static TlReview *
read_sample (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  GError *error = NULL;
  TlXmlFile *file = tl_xml_read_path (path, &problems, NULL, &error);

  stop_if (error);
  TlPlainRecord *subject = g_ptr_array_index (file->records, 0);
  TlReview *review = create_review (subject->id, subject->values);
  TlEdit *edit = tl_edit_begin (review, "Read the sample", &error);
  stop_if (error);
  for (guint i = 1; i < file->records->len; i++)
    {
      TlPlainRecord *record = g_ptr_array_index (file->records, i);

      tl_edit_add_values (edit, record->kind, record->id, record->values, &error);
      stop_if (error);
    }
  g_free (tl_edit_commit (edit, &error));
  stop_if (error);
  return review;
}

static TlReview *
generate (guint n)
{
  const char *const levels[] = { "national", "local_strategic", "frontline", "case" };
  const char *const kinds[] = { "factor", "condition", "action", "event", "safeguard", "outcome" };
  const TlKind *kind = tl_kind_lookup ("review");
  g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  tl_value_set_string (&values[tl_kind_find_field_index (kind, "method")], tl_kind_find_field (kind, "method"),
                       "learning-together", &error);
  stop_if (error);
  TlReview *review = create_review (NULL, values);
  TlEdit *edit = tl_edit_begin (review, "Generate", &error);
  stop_if (error);
  for (guint i = 0; i < n; i++)
    {
      char *id = tl_edit_add (edit, "factor", NULL, &error);
      g_autofree char *statement = g_strdup_printf ("Factor %u, which says in a sentence what came about there", i + 1);

      g_ptr_array_add (ids, id);
      tl_edit_set (edit, id, "statement", statement, &error);
      tl_edit_set (edit, id, "level", levels[MIN (i * 4 / n, 3)], &error);
      tl_edit_set (edit, id, "kind", kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))], &error);
      stop_if (error);
    }
  for (guint i = 0; n > 1 && i < n * 14 / 10; i++)
    {
      guint cause = (guint) g_rand_int_range (random, 0, (gint32) n - 1);
      guint step = (guint) g_rand_int_range (random, 1, (gint32) MAX (n / 3, 2));
      guint effect = MIN (cause + step, n - 1);
      g_autofree char *id = tl_edit_add (edit, "link", NULL, &error);

      tl_edit_set (edit, id, "cause", g_ptr_array_index (ids, cause), &error);
      tl_edit_set (edit, id, "effect", g_ptr_array_index (ids, effect), &error);
      stop_if (error);
    }
  g_free (tl_edit_commit (edit, &error));
  stop_if (error);
  return review;
}

static TlReview *
open_review (int   argc,
             char *argv[])
{
  GError *error = NULL;
  TlReview *review;

  if (argc == 3 && g_str_equal (argv[1], "--generate"))
    return generate ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  if (argc == 2 && g_str_equal (argv[1], "--empty"))
    return generate (0);
  if (argc != 2)
    {
      g_printerr ("usage: look-canvas FILE | --generate N | --empty\n");
      exit (2);
    }
  if (g_str_has_suffix (argv[1], ".xml"))
    return read_sample (argv[1]);
  review = tl_review_open (argv[1], TL_REVIEW_OPEN_DEFAULT, &error);
  stop_if (error);
  return review;
}

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   review)
{
  g_autoptr (GError) error = NULL;

  if (!tl_review_undo (review, NULL, NULL, &error))
    g_printerr ("%s\n", error->message);
  return TRUE;
}

static void
selection_changed_cb (TlSelection *selection)
{
  g_print ("selected: %u, primary %s\n", tl_selection_get_n (selection), tl_selection_get_primary_id (selection));
}

static void
close_cb (GtkWindow *window,
          GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  adw_init ();
  g_autoptr (TlReview) review = open_review (argc, argv);
  g_autoptr (TlSelection) selection = tl_selection_new (review);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *canvas = tl_canvas_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  tl_canvas_set_review (TL_CANVAS (canvas), review);
  tl_canvas_set_selection (TL_CANVAS (canvas), selection);
  g_signal_connect (selection, "changed", G_CALLBACK (selection_changed_cb), NULL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                        gtk_callback_action_new (undo_cb, review, NULL)));
  gtk_widget_add_controller (window, shortcuts);

  gtk_widget_set_vexpand (canvas, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), canvas);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 820);
  gtk_window_set_title (GTK_WINDOW (window), "Canvas");
  g_signal_connect (window, "destroy", G_CALLBACK (close_cb), loop);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, "look.throughline", NULL);

      g_remove (path);
      g_rmdir (folder);
    }
  return 0;
}
