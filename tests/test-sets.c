/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of records of a library: each is what a plain query of the tables gives, whatever was added, superseded or
 * removed in between, however often it was stored, and whatever became of what was stored. */
#include "config.h"

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-sets-private.h"

#include <string.h>

#include "model/questions/tl-bits.h"
#include "tests/library-case.h"

#define N_RECORDS 40
#define N_STEPS 120

typedef struct {
  LibraryCase generated; /* closed */
  TlLibrary  *library;
  TlSets     *sets;
} Fixture;

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (tl_library_get_connection (fixture->library), sql, &error);
  g_assert_no_error (error);
}

static void
open_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->generated.path, &error);
  g_assert_no_error (error);
  fixture->sets = tl_sets_get (fixture->library);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = (guint32) g_test_rand_int (), .n_factors = 9 };

  g_test_message ("seed %u", options.seed);
  library_case_set_up (&fixture->generated, &options);
  g_clear_object (&fixture->generated.library);
  open_library (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->library);
  library_case_tear_down (&fixture->generated);
}

/* The oracle: what belongs to which set, in SQL and nothing else. */
static const struct {
  TlSetKind kind;
  const char *sql; /* record, key, level */
} oracle[] = {
  { TL_SET_RECORD, "SELECT number, '', '*' FROM record" },
  { TL_SET_YEAR, "SELECT key >> 24, ifnull (year, ''), '*' FROM review" },
  { TL_SET_REGION, "SELECT key >> 24, ifnull (region, ''), '*' FROM review" },
  { TL_SET_METHOD, "SELECT key >> 24, ifnull (method, ''), '*' FROM review" },
  { TL_SET_TYPE, "SELECT key >> 24, ifnull (type, ''), '*' FROM review" },
  { TL_SET_AGENCY, "SELECT key >> 24, type, '*' FROM agency" },
  { TL_SET_AGE, "SELECT key >> 24, age_band, '*' FROM child" },
  { TL_SET_OUTCOME, "SELECT key >> 24, outcome, '*' FROM child" },
  { TL_SET_TYPOLOGY, "SELECT record, scheme || '@' || version, '*' FROM typology" },
  { TL_SET_CODED, "SELECT record, substr (code, 1, instr (code, ':') - 1), '*' FROM coding" },
  { TL_SET_LEVEL, "SELECT record, level, '*' FROM reached_level" },
  { TL_SET_TAGGED, "SELECT record, code, '*' FROM coding WHERE marks & 1" },
  { TL_SET_TAGGED, "SELECT record, code, level FROM coding WHERE marks & 1" },
  { TL_SET_TAGGED_LEAD, "SELECT record, code, '*' FROM coding WHERE marks & 2" },
  { TL_SET_TAGGED_LEAD, "SELECT record, code, level FROM coding WHERE marks & 2" },
  { TL_SET_TAGGED_AGREED, "SELECT record, code, '*' FROM coding WHERE marks & 4" },
  { TL_SET_TAGGED_AGREED, "SELECT record, code, level FROM coding WHERE marks & 4" },
  { TL_SET_CONSIDERED, "SELECT record, code, '*' FROM coding WHERE marks & 8" },
  { TL_SET_CONSIDERED_LEAD, "SELECT record, code, '*' FROM coding WHERE marks & 16" },
};

static void
assert_set (Fixture     *fixture,
            TlSetKind  kind,
            const char  *key,
            const char  *level,
            const char  *members)
{
  g_autoptr (GError) error = NULL;
  const TlBits *bits = tl_sets_find (fixture->sets, kind, key, strcmp (level, "*") == 0 ? NULL : level, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree guint *numbers = NULL;
  guint n;

  g_assert_no_error (error);
  numbers = tl_bits_dup_numbers (bits, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? "," : "", numbers[i]);
  g_assert_cmpstr (found->str, ==, members);
  g_assert_cmpuint (tl_bits_count (bits), ==, n);
}

static void
assert_kind (Fixture *fixture,
             guint    i)
{
  TlConnection *connection = tl_library_get_connection (fixture->library);
  g_autofree char *sql = g_strdup_printf (
    "WITH fact (record, key, level) AS (%s) "
    "SELECT key, level, group_concat (record) FROM (SELECT DISTINCT record, key, level FROM fact "
    "WHERE key IS NOT NULL AND record IN (SELECT number FROM record WHERE superseded = 0) ORDER BY record) "
    "GROUP BY key, level",
    oracle[i].sql);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, &error);
  gboolean row = TRUE;

  g_assert_no_error (error);
  while (tl_connection_step (connection, statement, &row, &error) && row)
    {
      char **cells = g_new0 (char *, 4);

      for (int j = 0; j < 3; j++)
        cells[j] = g_strdup ((const char *) sqlite3_column_text (statement, j));
      g_ptr_array_add (rows, cells);
    }
  g_assert_no_error (error);
  for (guint j = 0; j < rows->len; j++)
    {
      char **cells = g_ptr_array_index (rows, j);

      assert_set (fixture, oracle[i].kind, cells[0], cells[1], cells[2]);
    }
}

static void
assert_right (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_sets_begin (fixture->sets, &error));
  for (guint i = 0; i < G_N_ELEMENTS (oracle); i++)
    assert_kind (fixture, i);
  assert_set (fixture, TL_SET_TAGGED, "national-1:nothing", "*", "");
  tl_sets_end (fixture->sets);
}

/* Steps: each leaves a journal as the library itself does */

/* As if the record came again: its rows copied under the next number. */
static void
add_copy (Fixture *fixture,
          guint    record,
          gboolean supersede)
{
  static const char *const kinds[] = { "review", "agency", "child" };
  g_autoptr (GString) sql = g_string_new ("BEGIN; CREATE TEMP TABLE n AS "
                                          "SELECT max(number) + 1 AS number FROM record;");

  g_string_append_printf (sql, "INSERT INTO record SELECT n.number, %s, (SELECT max(revision) + 1 FROM record), '', "
                          "'', 0, 0, 0, 0, 0 FROM record, n WHERE record.number = %u;",
                          supersede ? "review" : "hex(randomblob(16))", record);
  if (supersede)
    g_string_append_printf (sql, "INSERT INTO index_change (record) VALUES (%u);"
                            "UPDATE record SET superseded = 1 WHERE number = %u;", record, record);
  g_string_append_printf (sql, "INSERT INTO coding SELECT n.number, code, level, (marks + n.number) %% 32 "
                          "FROM coding, n WHERE record = %u AND length (code) %% 3 <> n.number %% 3;", record);
  g_string_append_printf (sql, "INSERT INTO typology SELECT n.number, scheme, version FROM typology, n "
                          "WHERE record = %u; INSERT INTO reached_level "
                          "SELECT n.number, level FROM reached_level, n WHERE record = %u;",
                          record, record);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (sql, "CREATE TEMP TABLE c AS SELECT * FROM \"%s\" WHERE key >> 24 = %u;"
                            "UPDATE c SET key = (key & 0xffffff) | ((SELECT number FROM n) << 24);"
                            "INSERT INTO \"%s\" SELECT * FROM c; DROP TABLE c;", kinds[i], record, kinds[i]);
  g_string_append (sql, "INSERT INTO index_change (record) SELECT number FROM n; DROP TABLE n; COMMIT");
  execute (fixture, sql->str);
}

/* All that there is of it: the next record may be given the number again. */
static void
withdraw (Fixture *fixture,
          guint    record)
{
  static const char *const tables[] = { "coding", "typology", "reached_level" };
  static const char *const kinds[] = { "review", "agency", "child" };
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "BEGIN; DELETE FROM record WHERE number = %u;", record);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (sql, "DELETE FROM %s WHERE record = %u;", tables[i], record);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE key >> 24 = %u;", kinds[i], record);
  g_string_append_printf (sql, "INSERT INTO index_change (record) VALUES (%u); COMMIT", record);
  execute (fixture, sql->str);
}

static guint
pick (Fixture *fixture)
{
  gint64 number;

  g_assert_true (tl_connection_get_number (tl_library_get_connection (fixture->library),
                                           "SELECT number FROM record WHERE NOT superseded ORDER BY random() LIMIT 1",
                                           &number, NULL));
  return (guint) number;
}

static void
settle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tl_sets_settle (fixture->sets, &error);
  g_assert_no_error (error);
}

static void
sets_are_those_of_plain_sql_whatever_happens (Fixture       *fixture,
                                              gconstpointer  data)
{
  assert_right (fixture);
  for (guint i = 0; i < N_STEPS; i++)
    {
      switch (g_test_rand_int_range (0, 10))
        {
        case 0:
          settle (fixture);
          break;
        case 1:
          open_library (fixture);
          break;
        case 2:
          withdraw (fixture, pick (fixture));
          break;
        case 3:
        case 4:
        case 5:
          add_copy (fixture, pick (fixture), TRUE);
          break;
        default:
          add_copy (fixture, pick (fixture), FALSE);
          break;
        }
      if (g_test_rand_bit ())
        assert_right (fixture);
    }
  assert_right (fixture);
}

/* Another process stores what this one has half loaded. */
static void
two_that_are_open_agree (Fixture       *fixture,
                         gconstpointer  data)
{
  Fixture other = { fixture->generated, NULL, NULL };

  open_library (&other);
  settle (fixture);
  assert_right (&other);
  add_copy (fixture, 3, FALSE);
  assert_right (&other);
  add_copy (&other, 4, TRUE);
  settle (&other);
  assert_right (fixture);
  add_copy (fixture, 5, FALSE);
  settle (fixture);
  assert_right (&other);
  assert_right (fixture);
  g_clear_object (&other.library);
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  gint64 number;

  g_assert_true (tl_connection_get_number (tl_library_get_connection (fixture->library), sql, &number, NULL));
  return number;
}

static void
what_is_damaged_or_missing_is_made_anew (Fixture       *fixture,
                                         gconstpointer  data)
{
  static const char *const damages[] = {
    "UPDATE index_set SET members = zeroblob (length (members))",
    "UPDATE index_set SET members = CAST (substr (members, 1, length (members) - 1) || x'ff' AS BLOB)",
    "UPDATE index_set SET members = x'00'",
    "UPDATE index_set SET members = (SELECT members FROM index_set WHERE kind = 'record')",
    "DELETE FROM index_set; DELETE FROM index_state",
    "DELETE FROM index_state",
    "DELETE FROM index_change; INSERT INTO record SELECT number + 1, 'x', 1, '', '', 0, 0, 0, 0, 0 FROM record WHERE "
    "number = (SELECT max (number) FROM record)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      settle (fixture);
      g_assert_cmpint (count (fixture, "SELECT count(*) FROM index_set"), >, 100);
      execute (fixture, damages[i]);
      open_library (fixture);
      assert_right (fixture);
      settle (fixture);
      assert_right (fixture);
      open_library (fixture);
      assert_right (fixture);
    }
}

/* What damage can't be seen by is made right by whoever asks for it. */
static void
all_is_made_anew_at_will (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  settle (fixture);
  execute (fixture, "UPDATE index_set SET members = (SELECT other.members FROM index_set AS other "
                    "WHERE other.kind = 'year' ORDER BY other.key LIMIT 1) WHERE kind = 'year'");
  open_library (fixture);
  g_assert_true (tl_sets_rebuild (tl_sets_get (fixture->library), &error));
  g_assert_no_error (error);
  assert_right (fixture);
  open_library (fixture);
  assert_right (fixture);
}

/* As the first version made them. */
static void
a_library_of_an_earlier_version_gets_them (Fixture       *fixture,
                                           gconstpointer  data)
{
  execute (fixture, "DROP TABLE index_set; DROP TABLE index_change; DROP TABLE index_state; PRAGMA user_version = 1");
  open_library (fixture);
  assert_right (fixture);
  settle (fixture);
  add_copy (fixture, 2, TRUE);
  open_library (fixture);
  assert_right (fixture);
}

static void
what_did_not_change_is_not_written_again (Fixture       *fixture,
                                          gconstpointer  data)
{
  settle (fixture);
  execute (fixture, "CREATE TEMP TABLE before AS SELECT kind, key, level, rowid AS place, members FROM index_set");
  add_copy (fixture, 7, FALSE);
  settle (fixture);

  /* A set that is written again gets a new row. */
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM index_set LEFT JOIN before ON place = index_set.rowid "
                                   "WHERE place IS NULL"), >, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM index_set JOIN before USING (kind, key, level) "
                                   "WHERE index_set.members = before.members AND place <> index_set.rowid"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM index_change"), ==, 0);
  settle (fixture);
  assert_right (fixture);
}

static void
a_library_that_cannot_be_written_is_asked_all_the_same (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *path = g_strdup (tl_library_get_path (fixture->library));
  g_autoptr (GError) error = NULL;

  execute (fixture, "PRAGMA wal_checkpoint(TRUNCATE)");
  g_clear_object (&fixture->library);
  g_assert_no_errno (g_chmod (path, 0444));
  open_library (fixture);
  if (tl_library_get_read_only (fixture->library)) /* not where root runs the tests */
    g_assert_false (tl_sets_settle (fixture->sets, &error));
  assert_right (fixture);
}

static void
counting_bits_is_counting_one_by_one (void)
{
  for (guint i = 0; i < 200; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 9000), expected = 0;
      g_autoptr (TlBits) one = tl_bits_new (n);
      g_autoptr (TlBits) other = tl_bits_new (n);
      guint16 *group_of = g_new0 (guint16, one->n_words * 64);
      guint counts[3] = { 0 }, groups[3] = { 0 };

      for (guint j = 0; j < n; j++)
        {
          gboolean in_one = g_test_rand_int_range (0, 3) > 0, in_other = g_test_rand_bit ();

          if (in_one)
            tl_bits_add (one, j);
          if (in_other)
            tl_bits_add (other, j);
          expected += in_one && in_other ? 1 : 0;
          group_of[j] = (guint16) g_test_rand_int_range (0, 3);
          groups[group_of[j]] += in_one ? 1 : 0;
        }
      g_assert_cmpuint (tl_bits_count_both (one, other), ==, expected);
      tl_bits_count_groups (one, group_of, counts);
      g_assert_cmpmem (counts, sizeof counts, groups, sizeof groups);

      guint n_members;
      g_autofree guint *members = tl_bits_dup_numbers (other, &n_members);
      g_autoptr (TlBits) gathered = tl_bits_gather (one, members, n_members);

      g_assert_cmpuint (tl_bits_count (gathered), ==, expected);
      for (guint j = 0; j < n_members; j++)
        g_assert_cmpint (tl_bits_contains (gathered, j), ==, tl_bits_contains (one, members[j]));
      g_free (group_of);
    }
}

/* Stored sets */

static guint64
sum_up (guint64       sum,
        const guint8 *bytes,
        gsize         length)
{
  for (gsize i = 0; i < length; i++)
    sum = (sum ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum;
}

/* Somebody who knows how the check sum is made changes what is stored, to make the library below us read or write where
 * it should not. That one says on standard error what it finds wrong, so this runs by itself. */
static void
what_is_made_to_do_harm_does_none (void)
{
  static const char name[] = "tagged\nnational-1:H1\n*";
  guint n_sound = 0;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  for (guint i = 0; i < 2000; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 200000), step = (guint) g_test_rand_int_range (1, 40);
      g_autoptr (TlBits) bits = tl_bits_new (n);
      g_autoptr (TlBits) read = tl_bits_new (n);
      gsize length;

      for (guint j = 0; j < n; j += step > 30 ? 1 : (guint) g_test_rand_int_range (1, (gint32) step + 1))
        tl_bits_add (bits, j);

      g_autoptr (GBytes) packed = _tl_sets_pack (bits, name);
      g_autofree guint8 *blob = g_memdup2 (g_bytes_get_data (packed, &length), g_bytes_get_size (packed));

      length = g_bytes_get_size (packed);
      g_assert_true (_tl_sets_unpack (blob, length, name, read));
      g_assert_cmpmem (read->words, read->n_words * 8, bits->words, bits->n_words * 8);
      g_assert_false (_tl_sets_unpack (blob, length, "tagged\nnational-1:H2\n*", read));

      /* The head says most of what is where. */
      for (guint j = 0; j < 3; j++)
        blob[8 + g_test_rand_int_range (0, g_test_rand_bit () ? MIN (40, (gint32) length - 8) : (gint32) length - 8)]
          = (guint8) g_test_rand_int ();
      length -= g_test_rand_bit () ? (gsize) g_test_rand_int_range (0, (gint32) length - 8) : 0;

      guint64 sum = GUINT64_TO_LE (sum_up (sum_up (G_GUINT64_CONSTANT (0xcbf29ce484222325), (const guint8 *) name,
                                                   strlen (name)), blob + 8, length - 8));

      memcpy (blob, &sum, sizeof sum);
      memset (read->words, 0, read->n_words * 8);
      n_sound += _tl_sets_unpack (blob, length, name, read) ? 1 : 0;
    }
  g_assert_cmpuint (n_sound, <, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sets/counting-bits-is-counting-one-by-one", counting_bits_is_counting_one_by_one);
  g_test_add_func ("/sets/what-is-made-to-do-harm-does-none", what_is_made_to_do_harm_does_none);
  g_test_add ("/sets/are-those-of-plain-sql-whatever-happens", Fixture, NULL, set_up,
              sets_are_those_of_plain_sql_whatever_happens, tear_down);
  g_test_add ("/sets/two-that-are-open-agree", Fixture, NULL, set_up, two_that_are_open_agree, tear_down);
  g_test_add ("/sets/what-is-damaged-or-missing-is-made-anew", Fixture, NULL, set_up,
              what_is_damaged_or_missing_is_made_anew, tear_down);
  g_test_add ("/sets/all-is-made-anew-at-will", Fixture, NULL, set_up, all_is_made_anew_at_will, tear_down);
  g_test_add ("/sets/a-library-of-an-earlier-version-gets-them", Fixture, NULL, set_up,
              a_library_of_an_earlier_version_gets_them, tear_down);
  g_test_add ("/sets/what-did-not-change-is-not-written-again", Fixture, NULL, set_up,
              what_did_not_change_is_not_written_again, tear_down);
  g_test_add ("/sets/a-library-that-cannot-be-written-is-asked-all-the-same", Fixture, NULL, set_up,
              a_library_that_cannot_be_written_is_asked_all_the_same, tear_down);

  return g_test_run ();
}
