/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The typologies that ship are whole and can be told apart, the codes are found, and a file that breaks a rule is
 * refused at the line that does. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/typology/tl-typology.h"

#include <glib/gstdio.h>
#include <string.h>

/* Lines 1 to 7 of every file written here; a concept of its own begins on line 8. */
#define HEAD                                                                                                           \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:skos='http://www.w3.org/2004/02/skos/core#'" \
  " xmlns:dct='http://purl.org/dc/terms/'\n"                                                                           \
  " xmlns:owl='http://www.w3.org/2002/07/owl#' xmlns:tl='urn:throughline:ns#'>\n"                                      \
  "<skos:ConceptScheme rdf:about='urn:x:try-1'>\n"                                                                     \
  "<dct:title xml:lang='en'>A trial</dct:title>\n"                                                                     \
  "<owl:versionInfo>0.1</owl:versionInfo>\n"                                                                           \
  "</skos:ConceptScheme>\n"                                                                                            \
  "<skos:Concept rdf:about='urn:x:A'><skos:notation>A</skos:notation><skos:prefLabel>Alpha</skos:prefLabel>"           \
  "<skos:inScheme rdf:resource='urn:x:try-1'/></skos:Concept>\n"
#define TAIL "</rdf:RDF>\n"
#define CONCEPT(N, INSIDE)                                                                                             \
  "<skos:Concept rdf:about='urn:x:" N "'><skos:notation>" N "</skos:notation>"                                         \
  "<skos:prefLabel xml:lang='en'>Label of " N "</skos:prefLabel>"                                                      \
  "<skos:inScheme rdf:resource='urn:x:try-1'/>" INSIDE "</skos:Concept>\n"
#define BELOW(N) "<skos:broader rdf:resource='urn:x:" N "'/>"

static const char *const shipped[] = { "journey-1", "national-1", "national-2" };

static TlTypology *
read_text (const char  *text,
           gssize       length,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return tl_typology_new_from_bytes (bytes, "try.rdf", error);
}

static TlTypology *
read_well (const char *text)
{
  g_autoptr (GError) error = NULL;
  TlTypology *typology = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (typology);
  return typology;
}

/* @line is 0 where the whole file is at fault. */
static void
assert_refused (const char *text,
                gssize      length,
                int         code,
                int         line,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlTypology) typology = read_text (text, length, &error);
  g_autofree char *place = line > 0 ? g_strdup_printf ("“try.rdf”, line %d: ", line) : g_strdup ("“try.rdf” ");

  g_assert_null (typology);
  g_assert_error (error, TL_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_nonnull (strstr (error->message, words));
}

static TlTypology *
lookup (const char *id)
{
  g_autoptr (GError) error = NULL;
  TlTypology *typology = tl_typology_lookup (id, &error);

  g_assert_no_error (error);
  return typology;
}

static TlCode *
get_code (GListModel *codes,
          guint       position)
{
  g_autoptr (TlCode) code = g_list_model_get_item (codes, position);

  g_assert_true (TL_IS_CODE (code));
  return code; /* the list keeps it */
}

static void
assert_text (TlCode     *code,
             const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), >, 20);
  if (!g_str_has_suffix (text, "."))
    g_error ("A text of %s doesn’t end with a full stop: %s", tl_code_get_qualified (code), text);
}

static void
every_shipped_code_has_every_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      GListModel *codes = tl_typology_get_codes (lookup (shipped[i]));

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          TlCode *code = get_code (codes, j);

          g_assert_cmpuint (strlen (tl_code_get_label (code)), >, 5);
          assert_text (code, tl_code_get_definition (code));
          assert_text (code, tl_code_get_include (code));
          assert_text (code, tl_code_get_exclude (code));
          assert_text (code, tl_code_get_example (code));
          g_assert_false (tl_code_get_deprecated (code));
        }
    }
}

/* A draft takes over from the one before what it found to be right, and says so. */
static gboolean
is_taken_over (TlCode *code)
{
  guint n;
  const TlCodeMatch *matches = tl_code_get_matches (code, &n);

  return n > 0 && matches[0].match == TL_MATCH_EXACT;
}

static void
no_two_shipped_texts_are_equal (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      GListModel *codes = tl_typology_get_codes (lookup (shipped[i]));

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          TlCode *code = get_code (codes, j);

          g_assert_true (g_hash_table_add (texts, (char *) tl_code_get_qualified (code)));
          if (is_taken_over (code))
            continue;
          g_assert_true (g_hash_table_add (texts, (char *) tl_code_get_label (code)));
          g_assert_true (g_hash_table_add (texts, (char *) tl_code_get_definition (code)));
          g_assert_true (g_hash_table_add (texts, (char *) tl_code_get_example (code)));
        }
    }
}

static void
shipped_typologies_have_the_tiers_they_promise (void)
{
  const struct
  {
    guint n_top;
    guint n_least;
    guint n_most;
  } expected[] = { { 8, 30, 44 }, { 6, 50, 60 }, { 7, 60, 75 } };

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      TlTypology *typology = lookup (shipped[i]);
      GListModel *top = tl_typology_get_top (typology);
      guint n_second = 0;

      g_assert_cmpstr (tl_typology_get_version (typology), ==, "1.0");
      g_assert_cmpuint (g_list_model_get_n_items (top), ==, expected[i].n_top);
      for (guint j = 0; j < expected[i].n_top; j++)
        {
          GListModel *children = tl_code_get_children (get_code (top, j));

          g_assert_cmpuint (g_list_model_get_n_items (children), >=, 4);
          n_second += g_list_model_get_n_items (children);
        }
      g_assert_cmpuint (n_second, >=, expected[i].n_least);
      g_assert_cmpuint (n_second, <=, expected[i].n_most);
      g_assert_cmpuint (g_list_model_get_n_items (tl_typology_get_codes (typology)), ==, n_second + expected[i].n_top);
    }
}

/* A code that a text points to in brackets, as “(TO.1)”, is there, and isn't the code itself. */
static void
shipped_texts_point_to_codes_that_exist (void)
{
  g_autoptr (GRegex) pattern = g_regex_new ("[(,; ]([A-Z]{2}(?:\\.[0-9]+)?)(?= of the journey|[,;)])", 0, 0, NULL);
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      TlTypology *typology = lookup (shipped[i]);
      GListModel *codes = tl_typology_get_codes (typology);

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          TlCode *code = get_code (codes, j);
          g_autoptr (GMatchInfo) info = NULL;

          for (g_regex_match (pattern, tl_code_get_exclude (code), 0, &info); g_match_info_matches (info);
               g_match_info_next (info, NULL))
            {
              g_autofree char *notation = g_match_info_fetch (info, 1);
              g_autofree char *in_journey = g_strconcat ("journey-1:", notation, NULL);
              TlCode *other = tl_typology_find_code (typology, notation);

              if (other == NULL && strstr (tl_code_get_exclude (code), "journey") != NULL)
                other = tl_typologies_find_code (in_journey);
              if (other == NULL || other == code)
                g_error ("%s points to %s", tl_code_get_qualified (code), notation);
              n_found++;
            }
        }
    }
  g_assert_cmpuint (n_found, >, 150);
}

/* A code tied to how a case ended would only repeat the outcome (DESIGN, "Data that ships"), and a text that blames
 * would teach coders to. */
static void
no_shipped_code_speaks_of_outcome_or_blame (void)
{
  g_autoptr (GRegex) pattern
      = g_regex_new ("\\b(died|dies|death|deaths|fatal|fatally|killed|homicide|serious harm|failed|failure|failures"
                     "|failing|should have|could have|inadequate|inappropriate|incompetent|negligent|blame)\\b",
                     G_REGEX_CASELESS, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      GListModel *codes = tl_typology_get_codes (lookup (shipped[i]));

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          TlCode *code = get_code (codes, j);
          g_autofree char *all = g_strjoin (" ", tl_code_get_label (code), tl_code_get_definition (code),
                                            tl_code_get_include (code), tl_code_get_exclude (code),
                                            tl_code_get_example (code), NULL);

          if (g_regex_match (pattern, all, 0, NULL))
            g_error ("%s: %s", tl_code_get_qualified (code), all);
        }
    }
}

static void
a_qualified_code_is_found (void)
{
  TlCode *code = tl_typologies_find_code ("national-1:LW.4");
  g_autofree char *title = NULL;
  g_autofree char *notation = NULL;
  g_autoptr (TlCode) parent = NULL;

  g_assert_cmpstr (tl_code_get_qualified (code), ==, "national-1:LW.4");
  g_assert_cmpstr (tl_code_get_scheme (code), ==, "national-1");
  g_assert_cmpstr (tl_code_find_notation (tl_code_get_qualified (code)), ==, tl_code_get_notation (code));
  g_assert_cmpstr (tl_code_find_notation ("LW.4"), ==, "LW.4");
  g_assert_null (tl_code_get_children (code));
  g_assert_true (tl_code_get_parent (code) == tl_typologies_find_code ("national-1:LW"));
  g_assert_null (tl_code_get_parent (tl_code_get_parent (code)));

  g_object_get (code, "title", &title, "notation", &notation, "parent", &parent, NULL);
  g_assert_cmpstr (title, ==, "LW.4 Uncertainty about what may be shared");
  g_assert_cmpstr (notation, ==, "LW.4");
  g_assert_true (parent == tl_code_get_parent (code));

  g_assert_null (tl_typologies_find_code ("national-1:LW.99"));
  g_assert_null (tl_typologies_find_code ("national-9:LW.4"));
  g_assert_null (tl_typologies_find_code ("../national-1:LW.4"));
  g_assert_null (tl_typologies_find_code ("LW.4"));
  g_assert_null (tl_typologies_find_code (":LW.4"));
  g_assert_null (tl_typologies_find_code ("national-1:"));
  g_assert_null (tl_typologies_find_code ("journey-1:LW.4"));
}

static const char *
first_notation (GListModel *codes)
{
  return g_list_model_get_n_items (codes) > 0 ? tl_code_get_notation (get_code (codes, 0)) : "(none)";
}

static void
search_finds_words_and_notations (void)
{
  TlTypology *typology = lookup ("national-1");
  g_autoptr (GListModel) in_label = tl_typology_search (typology, "criminal SAFE");
  g_autoptr (GListModel) elsewhere = tl_typology_search (typology, "unclear household membership");
  g_autoptr (GListModel) notations = tl_typology_search (typology, " ri.1 ");
  g_autoptr (GListModel) beginnings = tl_typology_search (typology, "superv");
  g_autoptr (GListModel) nothing = tl_typology_search (typology, "supervision zeppelin");
  g_autoptr (GListModel) everything = tl_typology_search (typology, "  ");

  g_assert_cmpstr (first_notation (in_label), ==, "RI.6");

  /* in what FP.6 includes, in none of its labels */
  g_assert_cmpuint (g_list_model_get_n_items (elsewhere), ==, 1);
  g_assert_cmpstr (first_notation (elsewhere), ==, "FP.6");

  g_assert_cmpuint (g_list_model_get_n_items (notations), >=, 2);
  g_assert_cmpstr (first_notation (notations), ==, "RI.1");
  g_assert_cmpstr (tl_code_get_notation (get_code (notations, 1)), ==, "RI.10");

  /* the one with the word in its label comes before those that only speak of it */
  g_assert_cmpstr (first_notation (beginnings), ==, "MS.5");
  g_assert_cmpuint (g_list_model_get_n_items (beginnings), >, 1);

  g_assert_cmpuint (g_list_model_get_n_items (nothing), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (everything), ==, 66);
  g_assert_cmpstr (first_notation (everything), ==, "TO");
}

static void
any_tree_is_read_in_the_order_of_the_file (void)
{
  g_autoptr (TlTypology) typology = read_well (
      HEAD CONCEPT ("A.1.1", BELOW ("A.1") "<skos:scopeNote>Belongs\n   here.</skos:scopeNote>")
      CONCEPT ("B", "<skos:narrower rdf:resource='urn:x:B.1'/><skos:prefLabel xml:lang='cy'>Label B</skos:prefLabel>")
      CONCEPT ("A.1", BELOW ("A") "<skos:narrower rdf:resource='urn:x:A.1.1'/>")
      CONCEPT ("B.1", "<unknown xmlns='urn:other'><deep>Nothing</deep></unknown>")
      "<other xmlns='urn:other'>Nothing</other>" TAIL);
  GListModel *top = tl_typology_get_top (typology);
  TlCode *deep = tl_typology_find_code (typology, "A.1.1");

  g_assert_cmpstr (tl_typology_get_id (typology), ==, "try-1");
  g_assert_cmpstr (tl_typology_get_title (typology), ==, "A trial");
  g_assert_null (tl_typology_get_description (typology));
  g_assert_cmpuint (g_list_model_get_n_items (top), ==, 2);
  g_assert_cmpstr (first_notation (top), ==, "A");
  g_assert_cmpstr (tl_code_get_notation (tl_code_get_parent (deep)), ==, "A.1");
  g_assert_cmpstr (tl_code_get_include (deep), ==, "Belongs here.");
  g_assert_cmpstr (tl_code_get_label (tl_typology_find_code (typology, "B")), ==, "Label of B");
  g_assert_true (get_code (tl_code_get_children (get_code (top, 1)), 0) == tl_typology_find_code (typology, "B.1"));
  g_assert_cmpuint (g_list_model_get_n_items (tl_typology_get_codes (typology)), ==, 5);
}

static void
a_code_withdrawn_names_its_replacements_and_is_found_last (void)
{
  g_autoptr (TlTypology) typology = read_well (
      HEAD CONCEPT ("A.1", BELOW ("A") "<owl:deprecated>true</owl:deprecated>"
                                       "<dct:isReplacedBy rdf:resource='urn:x:A.2'/>"
                                       "<dct:isReplacedBy rdf:resource='urn:throughline:typology:national-2:TO.9'/>"
                                       "<dct:isReplacedBy rdf:resource='urn:elsewhere:1'/>")
      CONCEPT ("A.2", BELOW ("A") "<owl:deprecated>false</owl:deprecated>") TAIL);
  TlCode *old = tl_typology_find_code (typology, "A.1");
  TlCode *new = tl_typology_find_code (typology, "A.2");
  const char *const expected[] = { "try-1:A.2", "national-2:TO.9", "urn:elsewhere:1", NULL };
  g_autoptr (GListModel) found = tl_typology_search (typology, "label");

  g_assert_true (tl_code_get_deprecated (old));
  g_assert_cmpstrv ((char **) tl_code_get_replaced_by (old), (char **) expected);
  g_assert_false (tl_code_get_deprecated (new));
  g_assert_cmpuint (g_strv_length ((char **) tl_code_get_replaced_by (new)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 2);
  g_assert_true (get_code (found, 0) == new);
  g_assert_true (get_code (found, 1) == old);
}

static void
a_code_outlives_its_typology (void)
{
  TlTypology *typology = read_well (HEAD CONCEPT ("A.1", BELOW ("A")) TAIL);
  g_autoptr (TlCode) code = g_object_ref (tl_typology_find_code (typology, "A.1"));

  g_assert_nonnull (tl_code_get_parent (code));
  g_object_unref (typology);
  g_assert_null (tl_code_get_parent (code));
  g_assert_cmpstr (tl_code_get_qualified (code), ==, "try-1:A.1");
}

typedef struct
{
  const char *text;
  int line;
  const char *words;
} BadFile;

static void
assert_all_refused (const BadFile *files,
                    guint          n_files)
{
  for (guint i = 0; i < n_files; i++)
    assert_refused (files[i].text, -1, TL_ERROR_INVALID, files[i].line, files[i].words);
}

static void
a_tree_that_is_none_is_refused_at_its_line (void)
{
  const BadFile files[] = {
    { HEAD CONCEPT ("B", BELOW ("D")) CONCEPT ("C", BELOW ("B")) CONCEPT ("D", "\n" BELOW ("C")) TAIL, 8, "circle" },
    /* A.9 leads into the circle and isn't part of it */
    { HEAD CONCEPT ("A.9", BELOW ("B")) CONCEPT ("B", "\n" BELOW ("B")) TAIL, 10, "circle" },
    { HEAD CONCEPT ("A.1", BELOW ("A")) CONCEPT ("A.2", "\n" BELOW ("NONE")) TAIL, 10, "“urn:x:NONE” isn’t a code" },
    { HEAD CONCEPT ("A.1", BELOW ("try-1")) TAIL, 8, "“urn:x:try-1” isn’t a code" },
    { HEAD CONCEPT ("B", "<skos:narrower rdf:resource='urn:x:NONE'/>") TAIL, 8, "isn’t a code" },
    { HEAD CONCEPT ("B", "<skos:related rdf:resource='urn:x:NONE'/>") TAIL, 8, "isn’t a code" },
    { HEAD CONCEPT ("B", "") CONCEPT ("A.1", BELOW ("A") "\n" BELOW ("B")) TAIL, 10, "second broader code" },
    { HEAD CONCEPT ("A.1", BELOW ("A")) CONCEPT ("A.1.1", BELOW ("A.1") "<skos:related rdf:resource='urn:x:A'/>") TAIL,
      9, "above or below" },
    { HEAD CONCEPT ("B", "\n<skos:related rdf:resource='urn:x:B.1'/>") CONCEPT ("B.1", BELOW ("B")) TAIL, 9,
      "above or below" },
    { HEAD CONCEPT ("A.1", BELOW ("A") "\n<skos:topConceptOf rdf:resource='urn:x:try-1'/>") TAIL, 9, "top code" },
    { HEAD "<skos:Concept rdf:about='urn:x:B'><skos:notation>B</skos:notation><skos:prefLabel>B</skos:prefLabel>"
           "</skos:Concept>" TAIL, 8, "belongs to no scheme" },
    { HEAD CONCEPT ("B", "<skos:inScheme rdf:resource='urn:x:try-2'/>") TAIL, 8, "isn’t the scheme of this file" },
  };

  assert_all_refused (files, G_N_ELEMENTS (files));
}

static void
a_code_that_cannot_be_told_is_refused_at_its_line (void)
{
  const BadFile files[] = {
    { HEAD CONCEPT ("B", "") "<skos:Concept rdf:about='urn:x:C'>\n<skos:notation>B</skos:notation>"
                             "<skos:prefLabel>C</skos:prefLabel><skos:inScheme rdf:resource='urn:x:try-1'/>"
                             "</skos:Concept>" TAIL, 10, "notation “B” is used a second time" },
    { HEAD CONCEPT ("B 1", "") TAIL, 8, "can’t be a notation" },
    { HEAD CONCEPT ("B:1", "") TAIL, 8, "can’t be a notation" },
    { HEAD CONCEPT ("B", "<skos:notation>C</skos:notation>") TAIL, 8, "second notation" },
    { HEAD "<skos:Concept rdf:about='urn:x:B'/>" TAIL, 8, "no skos:notation" },
    { HEAD "<skos:Concept rdf:about='urn:x:B'><skos:notation>B</skos:notation></skos:Concept>" TAIL, 8,
      "no skos:prefLabel" },
    { HEAD CONCEPT ("B", "\n<skos:prefLabel xml:lang='EN'>Again</skos:prefLabel>") TAIL, 9, "second preferred label" },
    { HEAD CONCEPT ("B", "\n\n<skos:altLabel xml:lang='en'>Label of B</skos:altLabel>") TAIL, 10, "two roles" },
    { HEAD CONCEPT ("A", "") TAIL, 8, "described a second time" },
    { HEAD "<skos:Concept rdf:about='urn:x:try-1'/>" TAIL, 8, "described a second time" },
    { HEAD "<skos:ConceptScheme rdf:about='urn:x:try-2'/>" TAIL, 8, "second scheme" },
  };

  assert_all_refused (files, G_N_ELEMENTS (files));
}

static void
a_spelling_that_is_not_read_is_refused_at_its_line (void)
{
  const BadFile files[] = {
    { HEAD "<rdf:Description rdf:about='urn:x:B'/>" TAIL, 8, "rdf:Description" },
    { HEAD "<skos:Concept rdf:ID='B'/>" TAIL, 8, "needs rdf:about" },
    { HEAD "<skos:Concept rdf:about='urn:x:B' skos:notation='B'/>" TAIL, 8, "attribute “notation”" },
    { HEAD CONCEPT ("B", "\n<skos:broader><skos:Concept rdf:about='urn:x:A'/></skos:broader>") TAIL, 9,
      "holds another element" },
    { HEAD CONCEPT ("B", "\n<skos:broader>urn:x:A</skos:broader>") TAIL, 9, "needs rdf:resource" },
    { HEAD CONCEPT ("B", "\n<skos:definition> \n </skos:definition>") TAIL, 9, "needs a text" },
    { HEAD CONCEPT ("B", "\n<skos:definition rdf:resource='urn:x:A'/>") TAIL, 9, "needs a text" },
    { "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xml:base='urn:x:'/>", 1, "xml:base" },
    { "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", 1, "no skos:ConceptScheme" },
  };

  assert_all_refused (files, G_N_ELEMENTS (files));
}

static void
entities_and_broken_xml_are_refused_at_their_line (void)
{
  const BadFile files[] = {
    { "<?xml version='1.0'?>\n<!DOCTYPE rdf:RDF [<!ENTITY a 'aaaa'>]>\n" HEAD TAIL, 2, "document type" },
    { "\n\n<!DOCTYPE rdf:RDF SYSTEM 'file:///etc/hostname'>\n" HEAD TAIL, 3, "document type" },
    { "<!-- <!DOCTYPE a>\n -->\n<!DOCTYPE rdf:RDF [\n<!ENTITY a 'aaaa'>\n]>\n" HEAD TAIL, 3, "document type" },
    { HEAD CONCEPT ("B", "<skos:definition>&b;</skos:definition>") TAIL, 8, "well-formed" },
    { HEAD CONCEPT ("B", "") "\n<skos:Concept", 10, "well-formed" },
    { HEAD CONCEPT ("B", "</skos:notation>") TAIL, 8, "well-formed" },
    { HEAD TAIL "\n<more/>", 10, "goes on after its end" },
    { HEAD CONCEPT ("B", ""), 8, "ends too early" },
  };

  assert_all_refused (files, G_N_ELEMENTS (files));
  assert_refused ("", 0, TL_ERROR_INVALID, 1, "well-formed");
  assert_refused ("<a xmlns='urn:other'/>", -1, TL_ERROR_NOT_OURS, 0, "isn’t a typology");
}

/* However a file is cut off, it is refused: never a part of it taken for the whole. */
static void
a_truncated_file_is_refused_wherever_it_ends (void)
{
  const char *whole = HEAD CONCEPT ("A.1", BELOW ("A")) CONCEPT ("A.2", BELOW ("A")) "</rdf:RDF>";

  for (gssize length = strlen (whole) - 1; length >= 0; length--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlTypology) typology = read_text (whole, length, &error);

      g_assert_null (typology);
      g_assert_nonnull (error);
    }

  g_autoptr (TlTypology) typology = read_well (whole);

  g_assert_nonnull (typology);
}

static void
too_much_is_refused (void)
{
  g_autofree char *text = g_strnfill (8001, 'x');
  g_autofree char *long_text = g_strconcat (HEAD CONCEPT ("B", "") "<skos:Concept rdf:about='urn:x:C'>\n",
                                            "<skos:example>", text, "</skos:example></skos:Concept>" TAIL, NULL);
  g_autofree char *blanks = g_strnfill (4 * 1024 * 1024, ' ');
  g_autofree char *long_file = g_strconcat (HEAD, blanks, TAIL, NULL);
  g_autoptr (GString) many = g_string_new (HEAD);
  g_autoptr (GString) deep = g_string_new (HEAD);

  assert_refused (long_text, -1, TL_ERROR_INVALID, 10, "longer than the 8000 characters");
  assert_refused (long_file, -1, TL_ERROR_TOO_LARGE, 0, "larger than the 4 MB");

  /* the head has one code already */
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "<skos:Concept rdf:about='urn:x:%u'/>\n", i);
  g_string_append (many, TAIL);
  assert_refused (many->str, -1, TL_ERROR_INVALID, 8 + 4999, "more than the 5000 codes");

  for (guint i = 0; i < 17; i++)
    g_string_append_printf (deep,
                            "<skos:Concept rdf:about='urn:x:%u'><skos:notation>%u</skos:notation>"
                            "<skos:prefLabel>%u</skos:prefLabel><skos:inScheme rdf:resource='urn:x:try-1'/>%s%u%s"
                            "</skos:Concept>\n",
                            i, i, i, i > 0 ? "<skos:broader rdf:resource='urn:x:" : "<!-- ", i > 0 ? i - 1 : 0,
                            i > 0 ? "'/>" : " -->");
  g_string_append (deep, TAIL);
  assert_refused (deep->str, -1, TL_ERROR_INVALID, 8 + 16, "deeper than the 16 tiers");
}

static void
write_own (const char *file_name,
           const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "typologies", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
a_persons_own_files_are_listed_and_bad_ones_explained (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  const char *const expected[] = { "journey-1", "national-1", "national-2", "try-1" };

  write_own ("try-1.rdf", HEAD TAIL);
  write_own ("wrong-name.rdf", HEAD TAIL);
  write_own ("broken.rdf", HEAD);

  g_autoptr (GPtrArray) typologies = tl_typologies_list (&problems);

  g_assert_cmpuint (typologies->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < typologies->len; i++)
    g_assert_cmpstr (tl_typology_get_id (g_ptr_array_index (typologies, i)), ==, expected[i]);
  g_assert_true (g_ptr_array_index (typologies, 1) == lookup ("national-1"));
  g_assert_nonnull (tl_typologies_find_code ("try-1:A"));

  g_assert_cmpuint (problems->len, ==, 2);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (problems, i))->message);
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (problems, 0))->message, "/broken.rdf”, line 7: "));
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (problems, 1))->message, "Name the file “try-1.rdf”"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/typology/every-shipped-code-has-every-text", every_shipped_code_has_every_text);
  g_test_add_func ("/typology/no-two-shipped-texts-are-equal", no_two_shipped_texts_are_equal);
  g_test_add_func ("/typology/shipped-typologies-have-the-tiers-they-promise",
                   shipped_typologies_have_the_tiers_they_promise);
  g_test_add_func ("/typology/shipped-texts-point-to-codes-that-exist", shipped_texts_point_to_codes_that_exist);
  g_test_add_func ("/typology/no-shipped-code-speaks-of-outcome-or-blame", no_shipped_code_speaks_of_outcome_or_blame);
  g_test_add_func ("/typology/a-qualified-code-is-found", a_qualified_code_is_found);
  g_test_add_func ("/typology/search-finds-words-and-notations", search_finds_words_and_notations);
  g_test_add_func ("/typology/any-tree-is-read-in-the-order-of-the-file", any_tree_is_read_in_the_order_of_the_file);
  g_test_add_func ("/typology/a-code-withdrawn-names-its-replacements-and-is-found-last",
                   a_code_withdrawn_names_its_replacements_and_is_found_last);
  g_test_add_func ("/typology/a-code-outlives-its-typology", a_code_outlives_its_typology);
  g_test_add_func ("/typology/a-tree-that-is-none-is-refused-at-its-line", a_tree_that_is_none_is_refused_at_its_line);
  g_test_add_func ("/typology/a-code-that-cannot-be-told-is-refused-at-its-line",
                   a_code_that_cannot_be_told_is_refused_at_its_line);
  g_test_add_func ("/typology/a-spelling-that-is-not-read-is-refused-at-its-line",
                   a_spelling_that_is_not_read_is_refused_at_its_line);
  g_test_add_func ("/typology/entities-and-broken-xml-are-refused-at-their-line",
                   entities_and_broken_xml_are_refused_at_their_line);
  g_test_add_func ("/typology/a-truncated-file-is-refused-wherever-it-ends",
                   a_truncated_file_is_refused_wherever_it_ends);
  g_test_add_func ("/typology/too-much-is-refused", too_much_is_refused);
  g_test_add_func ("/typology/a-persons-own-files-are-listed-and-bad-ones-explained",
                   a_persons_own_files_are_listed_and_bad_ones_explained);
  return g_test_run ();
}
