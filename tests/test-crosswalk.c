/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way from one typology to another, and back. */
#include <string.h>

#include "model/base/tl-error.h"
#include "model/typology/tl-crosswalk.h"

static TlTypology *
lookup (const char *id)
{
  g_autoptr (GError) error = NULL;
  TlTypology *typology = tl_typology_lookup (id, &error);

  g_assert_no_error (error);
  return typology;
}

static TlCrosswalk *
walk (const char *from,
      const char *to)
{
  return tl_crosswalk_new (lookup (from), lookup (to));
}

/* What a code leads to, as "national-2:MS.13? national-2:MS.14?": the question mark is for what is uncertain. */
static char *
follow (TlCrosswalk *crosswalk,
        const char  *qualified)
{
  guint n;
  const TlCrosswalkStep *steps = tl_crosswalk_get (crosswalk, tl_typologies_find_code (qualified), &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", tl_code_get_qualified (steps[i].code),
                            steps[i].certain ? "" : "?");
  return g_string_free (text, FALSE);
}

static void
assert_leads (TlCrosswalk *crosswalk,
              const char  *from,
              const char  *expected)
{
  g_autofree char *found = follow (crosswalk, from);

  g_assert_cmpstr (found, ==, expected);
}

static void
what_was_kept_divided_or_joined_is_found (void)
{
  g_autoptr (TlCrosswalk) forward = walk ("national-1", "national-2");

  assert_leads (forward, "national-1:TO.1", "national-2:TO.1");
  assert_leads (forward, "national-1:FP.6", "national-2:FP.6?");
  assert_leads (forward, "national-1:MS.1", "national-2:MS.13? national-2:MS.14?");
  assert_leads (forward, "national-1:HR.4", "national-2:HR.11");
  assert_leads (forward, "national-1:RI.8", "national-2:HR.11");
}

static void
the_way_back_is_the_same_turned_round (void)
{
  g_autoptr (TlCrosswalk) back = walk ("national-2", "national-1");

  assert_leads (back, "national-2:TO.1", "national-1:TO.1");
  assert_leads (back, "national-2:MS.13", "national-1:MS.1");
  assert_leads (back, "national-2:HR.11", "national-1:HR.4? national-1:RI.8?");
  assert_leads (back, "national-2:TO.11", "national-1:FP.1?");
}

/* Whatever was coded once can be asked for in the other draft too. */
static void
no_code_of_either_draft_is_lost (void)
{
  const char *const drafts[] = { "national-1", "national-2" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlCrosswalk) crosswalk = walk (drafts[i], drafts[1 - i]);
      GListModel *codes = tl_typology_get_codes (lookup (drafts[i]));

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          g_autoptr (TlCode) code = g_list_model_get_item (codes, j);
          guint n;

          g_assert_nonnull (tl_crosswalk_get (crosswalk, code, &n));
          g_assert_cmpuint (n, >, 0);
        }
    }
}

static void
schemes_that_do_not_speak_of_each_other_have_no_way (void)
{
  g_autoptr (TlCrosswalk) crosswalk = walk ("national-1", "journey-1");

  assert_leads (crosswalk, "national-1:TO.1", "");
}

#define CODE(MATCHES)                                                                                                  \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:skos='http://www.w3.org/2004/02/skos/core#'" \
  " xmlns:dct='http://purl.org/dc/terms/' xmlns:owl='http://www.w3.org/2002/07/owl#'>\n"                               \
  "<skos:ConceptScheme rdf:about='urn:x:a-1'><dct:title xml:lang='en'>A</dct:title>"                                   \
  "<owl:versionInfo>1</owl:versionInfo></skos:ConceptScheme>\n"                                                        \
  "<skos:Concept rdf:about='urn:x:a-1:A'><skos:notation>A</skos:notation><skos:prefLabel>A</skos:prefLabel>"           \
  "<skos:inScheme rdf:resource='urn:x:a-1'/>\n" MATCHES "</skos:Concept></rdf:RDF>"

static void
assert_refused (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_typology_new_from_bytes (bytes, "a.rdf", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 4"));
}

static void
a_match_is_with_another_scheme_and_in_one_way (void)
{
  assert_refused (CODE ("<skos:exactMatch rdf:resource='urn:x:a-1:A'/>"));
  assert_refused (CODE ("<skos:exactMatch rdf:resource='urn:y:B'/><skos:broadMatch rdf:resource='urn:y:B'/>"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crosswalk/what-was-kept-divided-or-joined-is-found", what_was_kept_divided_or_joined_is_found);
  g_test_add_func ("/crosswalk/the-way-back-is-the-same-turned-round", the_way_back_is_the_same_turned_round);
  g_test_add_func ("/crosswalk/no-code-of-either-draft-is-lost", no_code_of_either_draft_is_lost);
  g_test_add_func ("/crosswalk/schemes-that-do-not-speak-of-each-other-have-no-way",
                   schemes_that_do_not_speak_of_each_other_have_no_way);
  g_test_add_func ("/crosswalk/a-match-is-with-another-scheme-and-in-one-way",
                   a_match_is_with_another_scheme_and_in_one_way);
  return g_test_run ();
}
