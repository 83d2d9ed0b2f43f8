/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The declarations are sound, and the values they describe. */
#include "config.h"

#include "model/record/tl-kind.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/record/every-name-is-an-xml-name-and-unique", every_name_is_an_xml_name_and_unique);
  g_test_add_func ("/record/every-reference-names-a-kind", every_reference_names_a_kind);
  g_test_add_func ("/record/no-free-text-leaves-for-the-nation-as-it-stands",
                   no_free_text_leaves_for_the_nation_as_it_stands);
  return g_test_run ();
}
