/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs to read a source of 8 MB: no turn of the main loop may take longer than 100 ms of the processor, while
 * the text comes, while it is gone to its end and back, and while words are looked for that occur in most lines. Beside
 * it stands what GTK takes for the same text in one go. Half of the text is one line without a line end. */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "ui/evidence/tl-reader-find.h"
#include "ui/evidence/tl-reader.h"

#define SIZE (8 * 1024 * 1024)
#define LIMIT_MS 100.0

/* In milliseconds. */
static double
get_time (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static GtkWidget *
find_within (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_within (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
make_text (void)
{
  static const char *const words[]
      = { "visit", "school", "letter", "nobody", "asked", "the", "mother", "was", "tired" };
  GString *text = g_string_sized_new (SIZE);
  guint32 seed = 7;

  while (text->len < SIZE - 32)
    {
      seed = seed * 1664525u + 1013904223u;
      g_string_append (text, words[(seed >> 16) % G_N_ELEMENTS (words)]);
      g_string_append_c (text, text->len < SIZE / 2 && (seed >> 16) % 71 == 0 ? '\n' : ' ');
    }
  return g_string_free (text, FALSE);
}

/* Runs the main loop until it rests, and says what the longest turn took; the first began at @started. */
static void
run (const char *what,
     double      started)
{
  double longest = get_time () - started;
  guint idle_turns = 0;

  while (idle_turns < 200)
    {
      double before = get_time ();
      gboolean worked = g_main_context_iteration (NULL, FALSE);

      longest = MAX (longest, get_time () - before);
      idle_turns = worked ? 0 : idle_turns + 1;
      if (!worked)
        g_thread_yield ();
    }
  g_test_message ("%s: longest turn %.1f ms, %.0f ms in all", what, longest, get_time () - started);
  g_assert_cmpfloat (longest, <, LIMIT_MS);
}

static void
test_reader (void)
{
  g_autofree char *text = make_text ();
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkTextBuffer) bare = gtk_text_buffer_new (NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *reader = tl_reader_new ();
  double started = get_time ();

  gtk_text_buffer_set_text (bare, text, -1);
  g_test_message ("GTK, in one go: %.0f ms", get_time () - started);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  gtk_window_set_child (GTK_WINDOW (window), reader);
  gtk_window_present (GTK_WINDOW (window));
  run ("an empty window", get_time ());

  started = get_time ();
  tl_reader_set_body (TL_READER (reader), text, pages);
  run ("opening", started);
  started = get_time ();
  tl_reader_show (TL_READER (reader), SIZE - 100, SIZE - 90);
  run ("to the end", started);
  started = get_time ();
  tl_reader_show (TL_READER (reader), 0, 0);
  run ("to the beginning", started);

  tl_reader_find (TL_READER (reader));
  gtk_editable_set_text (GTK_EDITABLE (find_within (reader, GTK_TYPE_SEARCH_ENTRY)), "nobody asked");
  started = get_time ();
  g_signal_emit_by_name (find_within (reader, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  run ("finding", started);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/reader/eight-megabytes-do-not-stop-the-window", test_reader);
  return g_test_run ();
}
