/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules over a learning record as a library takes it in, in a frozen review that is filled again and again, say to
 * the last count what they say of the same record in a file of its own. */
#include "config.h"

#include "tests/checks-case.h"

#include "model/exchange/tl-export.h"
#include "model/exchange/tl-import.h"
#include "model/exchange/tl-xml-reader.h"
#include "model/library/tl-library-generate.h"
#include "model/review/tl-review-frozen.h"
#include "model/review/tl-review-private.h"
#include "model/store/tl-table.h"

/* So many records are generated, and each is looked at as it is and changed in so many ways. */
#define N_RECORDS 12
#define N_CHANGES 3

/* One in so many values is changed. */
#define SELDOM 12

typedef struct {
  char     *folder;
  TlReview *frozen;
  GRand    *random;
  guint     totals[64]; /* by rule */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = make_temporary ();
  self->frozen = tl_review_new_frozen (TL_TIER_LEARNING);
  self->random = g_rand_new_with_seed (20);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_free (self->folder);
  g_rand_free (self->random);
  g_assert_finalize_object (self->frozen);
}

/* In a file of its own */

static gboolean
fill (TlConnection  *connection,
      void          *data,
      GError       **error)
{
  GPtrArray *records = data;

  for (guint i = 1; i < records->len; i++)
    {
      const TlPlainRecord *record = records->pdata[i];

      if (!tl_table_insert (tl_table_get (record->kind), connection, record->id, record->values, error))
        return FALSE;
    }
  return TRUE;
}

static guint *
count_in_file (Fixture   *self,
               GPtrArray *records)
{
  TlPlainRecord *subject = records->pdata[0];
  g_autofree char *path = g_build_filename (self->folder, "record.throughline", NULL);
  g_autoptr (GError) error = NULL;
  guint n_rules;
  const TlCheckRule *rules = tl_check_rules_get (&n_rules);
  guint *counts = g_new0 (guint, n_rules);

  tl_review_create_copy (path, TL_TIER_TRANSFER, subject->id, subject->values, fill, records, &error);
  g_assert_no_error (error);
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  review->tier = TL_TIER_LEARNING; /* for which the program writes no such file */
  g_autoptr (GPtrArray) problems = tl_checks_run_with_dismissed (review);
  for (guint i = 0; i < problems->len; i++)
    counts[tl_check_problem_get_rule (problems->pdata[i]) - rules]++;
  g_unlink (path);
  return counts;
}

/* As a library does it */

static guint *
count_frozen (Fixture   *self,
              GPtrArray *records)
{
  guint n_rules;

  tl_check_rules_get (&n_rules);
  guint *counts = g_new0 (guint, n_rules);

  for (guint i = 0; i < records->len; i++)
    {
      TlPlainRecord *record = records->pdata[i];

      tl_review_frozen_add (self->frozen, record->kind, record->id, record->values);
    }
  tl_review_frozen_seal (self->frozen);

  const char *id = tl_record_get_text (tl_review_get_subject (self->frozen), "method");
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;

  tl_checks_count (self->frozen, method, counts);
  tl_review_frozen_empty (self->frozen);
  return counts;
}

static void
assert_alike (Fixture   *self,
              GPtrArray *records)
{
  g_autofree guint *in_file = count_in_file (self, records);
  g_autofree guint *frozen = count_frozen (self, records);
  guint n_rules;
  const TlCheckRule *rules = tl_check_rules_get (&n_rules);

  g_assert_cmpuint (n_rules, <=, G_N_ELEMENTS (self->totals));
  for (guint i = 0; i < n_rules; i++)
    {
      if (in_file[i] != frozen[i])
        g_test_message ("%s", rules[i].code);
      g_assert_cmpuint (frozen[i], ==, in_file[i]);
      self->totals[i] += frozen[i];
    }
}

/* Changes */

/* In a file of its own a date is a date, in a learning record a number of months. */
static void
drop_months (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      TlPlainRecord *record = records->pdata[i];

      for (guint j = 0; j < record->kind->n_fields; j++)
        if (record->kind->fields[j].type == TL_FIELD_DATE)
          tl_value_clear (&record->values[j]);
    }
}

/* A record of that kind, perhaps the one that was there; NULL if there is none. */
static const char *
choose_record (Fixture    *self,
               GPtrArray  *records,
               const char *kind)
{
  for (guint tries = 0; tries < 200; tries++)
    {
      const TlPlainRecord *record = records->pdata[g_rand_int_range (self->random, 0, (int) records->len)];

      if (strcmp (record->kind->name, kind) == 0)
        return record->id;
    }
  return NULL;
}

static void
change_value (Fixture       *self,
              GPtrArray     *records,
              TlPlainRecord *record,
              guint          index)
{
  static const char *const texts[]
    = { "Call 020 7946 0018.", "Seen on 3 May 2011, and in the ninth of March", "Social Worker 2 did not look.",
        "Staff were busy because posts stood empty, which led to late visits.", "It was so in August.", "é 5" };
  const TlField *field = &record->kind->fields[index];
  TlValue *value = &record->values[index];
  guint n_choices = 0;

  while (field->choices != NULL && field->choices[n_choices].key != NULL)
    n_choices++;
  if (field->type == TL_FIELD_REF && field->refs[1] == NULL && value->type == TL_VALUE_TEXT)
    {
      const char *other = choose_record (self, records, field->refs[0]);

      if (other != NULL)
        tl_value_set_string (value, field, other, NULL);
    }
  else if (field->flags & TL_FIELD_ALWAYS || field->type == TL_FIELD_REF)
    return;
  else if (tl_field_is_free_text (field) && field->type != TL_FIELD_BODY && field->release >= TL_TIER_LEARNING)
    tl_value_set_string (value, field, texts[g_rand_int_range (self->random, 0, G_N_ELEMENTS (texts))], NULL);
  else if (field->type == TL_FIELD_CHOICE && field->tier >= TL_TIER_LEARNING)
    tl_value_set_string (value, field, field->choices[g_rand_int_range (self->random, 0, (int) n_choices)].key, NULL);
  else if (field->vocabulary != TL_VOCABULARY_METHOD)
    tl_value_clear (value);
}

static void
change (Fixture   *self,
        GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      TlPlainRecord *record = records->pdata[i];

      for (guint j = 0; j < record->kind->n_fields; j++)
        if (record->kind->fields[j].tier + record->kind->fields[j].release > TL_TIER_TRANSFER
            && g_rand_int_range (self->random, 0, SELDOM) == 0)
          change_value (self, records, record, j);
    }
}

/* Tests */

static void
look_at_generated (Fixture    *self,
                   const char *path)
{
  for (guint n = 0; n <= N_CHANGES; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlXmlFile) file = tl_xml_read_path (path, NULL, NULL, &error);

      g_assert_no_error (error);
      drop_months (file->records);
      if (n > 0)
        change (self, file->records);
      assert_alike (self, file->records);
    }
}

static void
rules_say_the_same_of_generated_records (Fixture       *self,
                                         gconstpointer  data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 7 };
  g_autofree char *records = g_build_filename (self->folder, "records", NULL);
  g_autoptr (GError) error = NULL;
  guint n_spoken = 0;

  tl_library_generate (records, &options, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i + 1);
      g_autofree char *path = g_build_filename (records, name, NULL);

      look_at_generated (self, path);
    }

  /* Most of the rules that know learning records have been heard. */
  for (guint i = 0; i < G_N_ELEMENTS (self->totals); i++)
    n_spoken += self->totals[i] > 0;
  g_assert_cmpuint (n_spoken, >=, 16);
}

static void
rules_say_the_same_of_the_samples (Fixture       *self,
                                   gconstpointer  data)
{
  static const char *const samples[] = { "fictional-review.xml", "munro-causal-loop.xml", "munro-recommendations.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (Case) review = case_new ("learning-together");
      g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", samples[i], NULL);
      g_autoptr (GError) error = NULL;

      tl_import_xml (path, review->path, NULL, TL_IMPORT_REPLACE, NULL, NULL, &error);
      g_assert_no_error (error);
      case_reopen (review);
      for (guint n = 0; n <= N_CHANGES; n++)
        {
          g_autoptr (TlExport) export = tl_export_new (review->review, TL_TIER_LEARNING, TL_EXPORT_DEFAULT, &error);

          g_assert_no_error (error);
          drop_months (export->records);
          if (n > 0)
            change (self, export->records);
          assert_alike (self, export->records);
        }
    }
}

/* Returns: what is lent, until it is freed. */
static TlPlainRecord *
add_frozen (TlReview   *frozen,
            const char *kind,
            const char *id,
            const char *field,
            const char *text)
{
  TlPlainRecord *record = tl_plain_record_new (tl_kind_lookup (kind), id);
  int index = tl_kind_find_field_index (record->kind, field);

  record->values[index].type = TL_VALUE_TEXT;
  record->values[index].text = g_strdup (text);
  tl_review_frozen_add (frozen, record->kind, record->id, record->values);
  return record;
}

static void
nothing_of_the_last_filling_is_left (Fixture       *self,
                                     gconstpointer  data)
{
  g_autoptr (TlPlainRecord) subject = add_frozen (self->frozen, "review", "r", "method", "learning-together");
  g_autoptr (TlPlainRecord) late = add_frozen (self->frozen, "factor", "late", "statement", "visits were late");
  g_autoptr (TlPlainRecord) busy = add_frozen (self->frozen, "factor", "busy", "statement", "staff were busy");
  g_autoptr (TlPlainRecord) link = add_frozen (self->frozen, "link", "l", "cause", "busy");
  tl_review_frozen_seal (self->frozen);

  TlRecordList *factors = tl_review_get_list (self->frozen, "factor");
  g_autoptr (GPtrArray) links = tl_review_get_referrers (self->frozen, "busy", "link", NULL);

  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpuint (tl_record_list_get_n (factors), ==, 2);
  g_assert_cmpstr (tl_record_get_id (tl_record_list_get (factors, 0)), ==, "busy");
  g_assert_true (tl_review_lookup (self->frozen, "late") == tl_record_list_get (factors, 1));
  g_assert_null (tl_review_lookup (self->frozen, "early"));

  tl_review_frozen_empty (self->frozen);
  g_autoptr (TlPlainRecord) another = add_frozen (self->frozen, "review", "another", "title", "Another");
  g_autoptr (TlPlainRecord) longer = add_frozen (self->frozen, "factor", "a-longer-id", "level", "frontline");
  tl_review_frozen_seal (self->frozen);
  g_assert_null (tl_review_lookup (self->frozen, "busy"));
  g_assert_null (tl_record_get_text (tl_review_get_subject (self->frozen), "method"));
  g_assert_cmpuint (tl_record_list_get_n (factors), ==, 1);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (self->frozen, "link")), ==, 0);
  g_assert_cmpstr (tl_record_get_id (tl_record_list_get (factors, 0)), ==, "a-longer-id");
  g_assert_null (tl_record_get_text (tl_record_list_get (factors, 0), "statement"));

  g_autoptr (GPtrArray) none = tl_review_get_referrers (self->frozen, "busy", NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/checks/frozen/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rules-say-the-same-of-generated-records", rules_say_the_same_of_generated_records);
  ADD ("rules-say-the-same-of-the-samples", rules_say_the_same_of_the_samples);
  ADD ("nothing-of-the-last-filling-is-left", nothing_of_the_last_filling_is_left);
#undef ADD

  return g_test_run ();
}
