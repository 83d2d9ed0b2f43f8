/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The declarations are sound, and the values they describe. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/record/tl-record.h"

#include <string.h>

static void
every_name_is_an_xml_name_and_unique (void)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);

      g_assert_true (tl_kind_lookup (kind->name) == kind);
      g_assert_cmpuint (tl_kind_get_position (kind), ==, i);
      g_assert_true (g_regex_match_simple ("^[a-z][a-z_]*$", kind->name, 0, 0));

      for (guint j = 0; j < kind->n_fields; j++)
        {
          g_assert_true (g_regex_match_simple ("^[a-z][a-z_]*$", kind->fields[j].name, 0, 0));
          g_assert_cmpstr (kind->fields[j].name, !=, "id");
          g_assert_cmpint (tl_kind_find_field_index (kind, kind->fields[j].name), ==, j);
        }
    }
}

static void
no_other_name_is_known (void)
{
  static const char *const others[] = { "", "i", "title ", "Title", "titlé", "a name longer than any that there is" };

  g_assert_null (tl_kind_lookup (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_null (tl_kind_lookup (others[i]));
      for (guint j = 0; j < tl_kinds_get_n (); j++)
        g_assert_cmpint (tl_kind_find_field_index (tl_kinds_get (j), others[i]), ==, -1);
    }
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      g_autofree char *longer = g_strconcat (tl_kinds_get (i)->name, "x", NULL);

      g_assert_cmpuint (tl_kind_get_position (tl_kinds_get (i)), ==, i);
      g_assert_null (tl_kind_lookup (longer));
      g_assert_cmpint (tl_kind_find_field_index (tl_kinds_get (i), NULL), ==, -1);
    }
}

static void
every_reference_names_a_kind (void)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    for (guint j = 0; j < tl_kinds_get (i)->n_fields; j++)
      {
        const TlField *field = &tl_kinds_get (i)->fields[j];

        g_assert_true (tl_field_is_reference (field) == (field->refs[0] != NULL));
        g_assert_true ((field->type == TL_FIELD_KEY) == (field->vocabulary != TL_VOCABULARY_NONE));
        for (guint k = 0; field->refs[k] != NULL; k++)
          g_assert_nonnull (tl_kind_lookup (field->refs[k]));
      }
}

/* Whatever a person types stays with the board at the most, unless it is released. */
static void
no_free_text_leaves_for_the_nation_as_it_stands (void)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    for (guint j = 0; j < tl_kinds_get (i)->n_fields; j++)
      {
        const TlKind *kind = tl_kinds_get (i);
        const TlField *field = &kind->fields[j];

        if (tl_field_is_free_text (field) && strcmp (field->name, "method_version") != 0)
          g_assert_cmpint (field->tier, <=, TL_TIER_BOARD);
        if (field->release != TL_TIER_NEVER)
          g_assert_true (tl_field_is_free_text (field) && field->release > field->tier
                         && kind->tier >= TL_TIER_LEARNING);
      }
}

static const TlField *
find (const char *kind,
      const char *field)
{
  return tl_kind_find_field (tl_kind_lookup (kind), field);
}

/* What a field takes it gives back as it was written. */
static void
a_value_has_one_spelling (void)
{
  const struct {
    const char *kind, *field, *text;
    gboolean good;
  } cases[] = {
    { "factor", "x", "12", TRUE },        { "factor", "x", "-12", TRUE },       { "factor", "x", "0", TRUE },
    { "factor", "x", "012", FALSE },      { "factor", "x", "+12", FALSE },      { "factor", "x", "-0", FALSE },
    { "factor", "x", "1.5", FALSE },      { "factor", "x", "1000001", FALSE },  { "factor", "x", " 1", FALSE },
    { "factor", "pinned", "true", TRUE }, { "factor", "pinned", "1", FALSE },   { "factor", "level", "case", TRUE },
    { "factor", "level", "a b", FALSE },  { "factor", "level", "_a", FALSE },   { "tag", "code", "journey-1:UN", TRUE },
    { "factor", "influence", "helped", TRUE }, { "factor", "influence", "Helped", FALSE },
    { "factor", "known_from", "2010-05", TRUE }, { "factor", "known_from", "May 2010", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TlField *field = find (cases[i].kind, cases[i].field);
      g_autoptr (GError) error = NULL;
      g_auto (TlValue) value = { 0 };
      gboolean good = tl_value_set_string (&value, field, cases[i].text, &error);
      g_autofree char *back = tl_value_dup_string (&value, field);

      g_assert_true (good == cases[i].good && good == (error == NULL));
      g_assert_cmpstr (back, ==, good ? cases[i].text : NULL);
    }
}

static void
a_list_holds_an_item_once (void)
{
  const TlField *field = find ("child", "circumstances");
  const char *const twice[] = { "neglect", "disability", "neglect", NULL };
  const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_auto (TlValue) value = { 0 };

  g_assert_true (tl_value_set_string (&value, field, "neglect", &error));
  g_assert_false (tl_value_set_strings (&value, field, twice, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_cmpint (value.type, ==, TL_VALUE_LIST);
  g_assert_true (tl_value_set_strings (&value, field, none, NULL));
  g_assert_cmpint (value.type, ==, TL_VALUE_UNSET);
}

static void
count_cb (GObject    *record,
          GParamSpec *property,
          guint      *count)
{
  (*count)++;
}

static void
a_record_tells_what_changed_and_only_that (void)
{
  const TlKind *kind = tl_kind_lookup ("factor");
  g_autoptr (TlRecord) record = tl_record_new (kind, "11111111-1111-4111-8111-111111111111");
  guint index = (guint) tl_kind_find_field_index (kind, "known_from");
  g_autofree char *shown = NULL;
  guint count = 0;

  g_signal_connect (record, "notify::known-from", G_CALLBACK (count_cb), &count);
  for (guint i = 0; i < 2; i++)
    {
      TlValue value = { .type = TL_VALUE_TEXT, .text = g_strdup ("2010-05") };
      g_assert_true (tl_record_take_value (record, index, &value) == (i == 0));
    }
  g_object_get (record, "known-from", &shown, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (shown, ==, "2010-05");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/record/every-name-is-an-xml-name-and-unique", every_name_is_an_xml_name_and_unique);
  g_test_add_func ("/record/no-other-name-is-known", no_other_name_is_known);
  g_test_add_func ("/record/every-reference-names-a-kind", every_reference_names_a_kind);
  g_test_add_func ("/record/no-free-text-leaves-for-the-nation-as-it-stands",
                   no_free_text_leaves_for_the_nation_as_it_stands);
  g_test_add_func ("/record/a-value-has-one-spelling", a_value_has_one_spelling);
  g_test_add_func ("/record/a-list-holds-an-item-once", a_list_holds_an_item_once);
  g_test_add_func ("/record/a-record-tells-what-changed-and-only-that", a_record_tells_what_changed_and_only_that);
  return g_test_run ();
}
