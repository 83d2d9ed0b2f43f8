/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where releases were written: what is kept of it, what it tells of a computer, and what became of the files. */
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/releases/tl-release-log.h"
#include "model/releases/tl-release-publish.h"
#include "tests/library-case.h"

static void
set_up (LibraryCase   *fixture,
        gconstpointer  data)
{
  const TlGenerateOptions options = { .n_records = 60, .seed = 11, .n_factors = 8 };

  library_case_set_up (fixture, &options);
}

static void
tear_down (LibraryCase   *fixture,
           gconstpointer  data)
{
  library_case_tear_down (fixture);
}

static TlRelease *
make_release (LibraryCase *fixture,
              const char  *question)
{
  g_autoptr (TlReleasePlan) plan = tl_release_plan_new ("What recurs");
  g_autoptr (GError) error = NULL;

  tl_release_plan_add (plan, question, &error);
  g_assert_no_error (error);

  TlRelease *release = tl_release_new (fixture->library, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return release;
}

static void
publish (LibraryCase *fixture,
         const char  *question,
         const char  *target)
{
  g_autoptr (TlRelease) release = make_release (fixture, question);
  g_autofree char *path = g_build_filename (fixture->folder, target, NULL);
  g_autoptr (GError) error = NULL;

  tl_release_publish (release, fixture->library, path, NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
read_log (LibraryCase *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *log = tl_release_log_read (fixture->library, FALSE, &error);

  g_assert_no_error (error);
  return log;
}

static TlReleasePlace *
get_place (GPtrArray *log,
           guint      release,
           guint      place)
{
  const TlLoggedRelease *logged = log->pdata[release];

  g_assert_cmpuint (place, <, logged->places->len);
  return logged->places->pdata[place];
}

static TlWrittenPiece *
look_at (LibraryCase    *fixture,
         TlReleasePlace *place,
         const char     *name)
{
  g_autoptr (GError) error = NULL;

  tl_release_place_look (place, fixture->path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < place->pieces->len; i++)
    if (g_str_equal (((TlWrittenPiece *) place->pieces->pdata[i])->name, name))
      return place->pieces->pdata[i];
  g_error ("There is no piece %s", name);
}

static char *
dup_path (LibraryCase    *fixture,
          TlReleasePlace *place,
          const char     *name)
{
  return tl_release_place_dup_path (place, fixture->path, name);
}

static void
what_became_of_each_piece_is_found (LibraryCase   *fixture,
                                    gconstpointer  data)
{
  publish (fixture, "themes", "out");
  g_autoptr (GPtrArray) log = read_log (fixture);
  TlReleasePlace *place = get_place (log, 0, 0);

  g_assert_cmpstr (place->name, ==, "out");
  g_assert_cmpstr (place->way, ==, "out");
  g_assert_null (place->zip);
  for (guint i = 0; i < place->pieces->len; i++)
    {
      const TlWrittenPiece *piece = place->pieces->pdata[i];

      g_assert_cmpint (piece->state, ==, i == 0 ? TL_PIECE_UNKNOWN : TL_PIECE_UNCHANGED);
      g_assert_cmpint (look_at (fixture, place, piece->name)->state, ==, TL_PIECE_UNCHANGED);
    }

  g_autofree char *page = dup_path (fixture, place, "release.html");
  g_autofree char *document = dup_path (fixture, place, "release.odt");
  g_autofree char *list = dup_path (fixture, place, "tables.csv");
  g_autofree char *text = NULL;
  gsize length;

  /* As long as before, longer, and not there. */
  g_assert_true (g_file_get_contents (page, &text, &length, NULL));
  text[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (page, text, (gssize) length, NULL));
  g_assert_cmpint (look_at (fixture, place, "release.html")->state, ==, TL_PIECE_CHANGED);
  g_assert_true (g_file_set_contents (list, text, (gssize) length, NULL));
  g_assert_cmpint (look_at (fixture, place, "tables.csv")->state, ==, TL_PIECE_CHANGED);
  g_assert_cmpint (g_unlink (document), ==, 0);
  g_assert_cmpint (look_at (fixture, place, "release.odt")->state, ==, TL_PIECE_GONE);
  g_assert_cmpint (look_at (fixture, place, "table-1-themes.csv")->state, ==, TL_PIECE_UNCHANGED);
}

static void
looking_can_be_cancelled (LibraryCase   *fixture,
                          gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  publish (fixture, "themes", "out");
  g_autoptr (GPtrArray) log = read_log (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (tl_release_place_look (get_place (log, 0, 0), fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
a_zip_is_one_file_with_pieces_in_it (LibraryCase   *fixture,
                                     gconstpointer  data)
{
  publish (fixture, "themes", "annual.zip");
  g_autoptr (GPtrArray) log = read_log (fixture);
  TlReleasePlace *place = get_place (log, 0, 0);
  g_autofree char *path = dup_path (fixture, place, NULL);

  g_assert_nonnull (place->zip);
  g_assert_cmpint (look_at (fixture, place, "release.html")->state, ==, TL_PIECE_UNCHANGED);
  g_assert_cmpint (place->zip->state, ==, TL_PIECE_UNCHANGED);
  g_assert_true (g_file_set_contents (path, "nothing", -1, NULL));
  g_assert_cmpint (look_at (fixture, place, "release.html")->state, ==, TL_PIECE_UNKNOWN);
  g_assert_cmpint (place->zip->state, ==, TL_PIECE_CHANGED);
}

/* Written again it is the same release; where it is written again to the same place, that is listed once. */
static void
the_same_again_is_one_release_in_several_places (LibraryCase   *fixture,
                                                 gconstpointer  data)
{
  publish (fixture, "themes", "one");
  publish (fixture, "themes", "other");
  publish (fixture, "themes", "one");
  g_autoptr (GPtrArray) log = read_log (fixture);
  const TlLoggedRelease *release = log->pdata[0];

  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpuint (release->places->len, ==, 2);
  g_assert_cmpstr (get_place (log, 0, 0)->name, ==, "other");
  g_assert_cmpstr (get_place (log, 0, 1)->name, ==, "one");
  g_assert_cmpint (look_at (fixture, get_place (log, 0, 1), "release.html")->state, ==, TL_PIECE_UNCHANGED);

  /* Another release in its place is not what it was. */
  publish (fixture, "themes --by year", "one");
  g_assert_cmpint (look_at (fixture, get_place (log, 0, 1), "release.html")->state, ==, TL_PIECE_CHANGED);
}

static void
a_library_finds_them_where_it_was_moved_with_them (LibraryCase   *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *moved = g_strconcat (fixture->folder, "-moved", NULL);

  publish (fixture, "themes", "out");
  g_autoptr (GPtrArray) log = read_log (fixture);
  TlReleasePlace *place = get_place (log, 0, 0);
  g_autofree char *library = g_build_filename (moved, "national.tllibrary", NULL);

  g_clear_object (&fixture->library);
  g_assert_cmpint (g_rename (fixture->folder, moved), ==, 0);
  g_assert_true (tl_release_place_look (place, fixture->path, NULL, NULL));
  g_assert_cmpint (((TlWrittenPiece *) place->pieces->pdata[0])->state, ==, TL_PIECE_GONE);
  g_assert_true (tl_release_place_look (place, library, NULL, NULL));
  g_assert_cmpint (((TlWrittenPiece *) place->pieces->pdata[0])->state, ==, TL_PIECE_UNCHANGED);
  g_assert_cmpint (g_rename (moved, fixture->folder), ==, 0);
}

/* Ways */

static void
no_way_tells_of_a_computer (void)
{
  const char *home = g_get_home_dir ();
  g_autofree char *in_home = g_build_filename (home, "Office", "national.tllibrary", NULL);
  g_autofree char *straight_in_home = g_build_filename (home, "national.tllibrary", NULL);
  g_autofree char *out_of_home = g_build_filename (home, "Releases", "2026", NULL);
  g_autofree char *above_home = g_path_get_dirname (home);
  g_autofree char *neighbour = g_build_filename (above_home, "else", "out", NULL);
  const struct {
    const char *library;
    const char *target;
    const char *way;
  } cases[] = {
    { "/srv/office/national.tllibrary", "/srv/office/out", "out" },
    { "/srv/office/national.tllibrary", "/srv/office", "." },
    { "/srv/office/national.tllibrary", "/srv/releases/2026/", "../releases/2026" },
    { "/srv/office/national.tllibrary", "/mnt/out", NULL },
    { "/srv/office/national.tllibrary", out_of_home, NULL },
    { in_home, out_of_home, "../Releases/2026" },
    { straight_in_home, out_of_home, "Releases/2026" },
    { straight_in_home, neighbour, NULL },
    { in_home, "/srv/out", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *way = tl_release_place_find_way (cases[i].library, cases[i].target);

      g_test_message ("%s from %s", cases[i].target, cases[i].library);
      g_assert_cmpstr (way, ==, cases[i].way);
    }
}

static void
of_a_place_far_away_only_the_name_is_kept (LibraryCase   *fixture,
                                           gconstpointer  data)
{
  g_autoptr (TlRelease) release = make_release (fixture, "themes");
  g_autoptr (TlReleasePlace) far = tl_release_place_new ("stick", NULL, 7);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("page", 4);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (far->pieces, tl_written_piece_new_of ("release.html", bytes));
  g_assert_true (tl_release_log (release, fixture->library, far, &error));
  g_autoptr (GPtrArray) log = read_log (fixture);
  TlReleasePlace *place = get_place (log, 0, 0);

  g_assert_cmpstr (place->name, ==, "stick");
  g_assert_null (place->way);
  g_assert_null (dup_path (fixture, place, "release.html"));
  g_assert_cmpint (look_at (fixture, place, "release.html")->state, ==, TL_PIECE_UNKNOWN);
  g_assert_cmpint (((TlWrittenPiece *) place->pieces->pdata[0])->size, ==, 4);
}

/* Files */

static void
execute (LibraryCase *fixture,
         const char  *sql)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (tl_library_get_connection (fixture->library), sql, &error);
  g_assert_no_error (error);
}

static void
releases_from_before_have_no_pieces (LibraryCase   *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  publish (fixture, "themes", "out");
  execute (fixture, "DROP TABLE release_place; DROP TABLE release_piece; PRAGMA user_version = 6");
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);

  g_autoptr (GPtrArray) log = read_log (fixture);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpuint (((TlLoggedRelease *) log->pdata[0])->places->len, ==, 0);

  /* Where it is made again, they are known. */
  publish (fixture, "themes", "again");
  g_autoptr (GPtrArray) now = read_log (fixture);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpstr (get_place (now, 0, 0)->name, ==, "again");
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
a_log_that_nobody_wrote_is_refused (LibraryCase   *fixture,
                                       gconstpointer  data)
{
  static const char *const wrong[] = {
    "UPDATE release_piece SET name = '../release.html' WHERE position = 0",
    "UPDATE release_piece SET name = '..' WHERE position = 0",
    "UPDATE release_piece SET name = '' WHERE position = 0",
    "UPDATE release_piece SET size = -1 WHERE position = 0",
    "UPDATE release_piece SET place = 7 WHERE position = 0",
    "UPDATE release_place SET way = CAST ('/etc' AS BLOB)",
    "UPDATE release_place SET release = 7",
    "UPDATE release_table SET question = 'gaps'",
    "UPDATE release_count SET count = -1 WHERE number = 1",
  };

  publish (fixture, "themes", "out");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      execute (fixture, "SAVEPOINT one");
      execute (fixture, wrong[i]);
      g_assert_null (tl_release_log_read (fixture->library, TRUE, &error));
      g_assert_true (error != NULL && error->domain == TL_ERROR);
      execute (fixture, "ROLLBACK TO one; RELEASE one");
    }
  g_ptr_array_unref (read_log (fixture));
}

/* What can't be logged doesn't leave, and of what can't be written it is known that it was to. */
static void
what_is_not_logged_is_not_written (LibraryCase   *fixture,
                                   gconstpointer  data)
{
  g_autoptr (TlRelease) release = make_release (fixture, "themes");
  g_autofree char *target = g_build_filename (fixture->folder, "out", NULL);
  g_autoptr (GError) error = NULL;

  execute (fixture, "DROP TABLE release_piece");
  g_assert_false (tl_release_publish (release, fixture->library, target, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  execute (fixture, "CREATE TABLE release_piece (place, position, name, size, digest)");
  g_autoptr (GPtrArray) log = read_log (fixture);
  g_assert_cmpuint (log->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/release-pieces/" path, LibraryCase, NULL, set_up, test, tear_down)
  ADD ("what-became-of-each-piece-is-found", what_became_of_each_piece_is_found);
  ADD ("looking-can-be-cancelled", looking_can_be_cancelled);
  ADD ("a-zip-is-one-file-with-pieces-in-it", a_zip_is_one_file_with_pieces_in_it);
  ADD ("the-same-again-is-one-release-in-several-places", the_same_again_is_one_release_in_several_places);
  ADD ("a-library-finds-them-where-it-was-moved-with-them", a_library_finds_them_where_it_was_moved_with_them);
  ADD ("of-a-place-far-away-only-the-name-is-kept", of_a_place_far_away_only_the_name_is_kept);
  ADD ("releases-from-before-have-no-pieces", releases_from_before_have_no_pieces);
  ADD ("a-log-that-nobody-wrote-is-refused", a_log_that_nobody_wrote_is_refused);
  ADD ("what-is-not-logged-is-not-written", what_is_not_logged_is_not_written);
  g_test_add_func ("/release-pieces/no-way-tells-of-a-computer", no_way_tells_of_a_computer);
  return g_test_run ();
}
