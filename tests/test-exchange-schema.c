/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader and the published schema come to the same verdict: on what is good, and on what several hundred small
 * changes make of it. */
#include "config.h"

#include "model/exchange/tl-schema-patterns.h"
#include "model/exchange/tl-schema.h"
#include "model/exchange/tl-xml-reader.h"
#include "model/exchange/tl-xml-writer.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "model/base/tl-data.h"
#include "model/base/tl-date.h"
#include "tests/support/tl-draw.h"
#include "tests/support/tl-generate.h"

/* The schema */

static void
ignore_error (void     *data,
              xmlError *error)
{
}

static xmlSchema *
compile (const char *text)
{
  xmlSchemaParserCtxt *context = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  xmlSchema *schema = xmlSchemaParse (context);

  xmlSchemaFreeParserCtxt (context);
  g_assert_nonnull (schema);
  return schema;
}

static gboolean
schema_accepts (xmlSchema *schema,
                xmlDoc    *document)
{
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);

  xmlSchemaSetValidStructuredErrors (context, ignore_error, NULL);
  int verdict = xmlSchemaValidateDoc (context, document);
  xmlSchemaFreeValidCtxt (context);
  return verdict == 0;
}

static gboolean
reader_accepts (xmlDoc     *document,
                GPtrArray  *problems)
{
  xmlChar *text;
  int length;
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();

  xmlDocDumpMemory (document, &text, &length);
  g_autoptr (GBytes) bytes = g_bytes_new (text, (gsize) length);
  xmlFree (text);
  return tl_xml_reader_read_bytes (reader, bytes, "test", NULL, NULL, problems, NULL, NULL);
}

/* Mutations */

typedef enum {
  DELETE_ATTRIBUTE,
  RENAME_ATTRIBUTE,
  CHANGE_ATTRIBUTE,
  EMPTY_ATTRIBUTE,
  PAD_ATTRIBUTE,
  SWAP_REFERENCE,
  ADD_ATTRIBUTE,
  DELETE_ELEMENT,
  DUPLICATE_ELEMENT,
  RENAME_ELEMENT,
  SWAP_ELEMENTS,
  EMPTY_ELEMENT,
  CHANGE_TEXT,
  STRAY_TEXT,
  MOVE_ELEMENT,
  NEST_ELEMENT,
  LONG_TEXT,
  N_MUTATIONS
} Mutation;

static const char *const strange_values[] = {
  "2011-02-30", "2012-02-29", "2100-02-29", "2010-13", "1799", "2200-01", "01", "+5", "-0", "0", "-7", "1e3", "999999",
  "1000000", "TRUE", "true", "1", "neglect", "no_such_key", "national-1:NONE", "00000000-0000-4000-8000-000000000000",
  "0F9B0F3A-0000-4000-8000-000000000000", "transfer", "2", "a b", "é",
};

static const char *
strange_value (GRand *random)
{
  return strange_values[g_rand_int_range (random, 0, G_N_ELEMENTS (strange_values))];
}

static void
collect (xmlNode   *node,
         GPtrArray *nodes)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (nodes, node);
        collect (node->children, nodes);
      }
}

static xmlNode *
pick (GPtrArray *nodes,
      GRand     *random)
{
  return g_ptr_array_index (nodes, g_rand_int_range (random, 0, (gint32) nodes->len));
}

static xmlAttr *
pick_attribute (xmlNode *node,
                GRand   *random)
{
  guint n = 0;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    n++;
  if (n == 0)
    return NULL;

  xmlAttr *found = node->properties;
  for (guint i = (guint) g_rand_int_range (random, 0, (gint32) n); i > 0; i--)
    found = found->next;
  return found;
}

static void
set_attribute (xmlAttr    *attribute,
               const char *value)
{
  g_autofree char *name = g_strdup ((const char *) attribute->name);

  xmlSetProp (attribute->parent, (const xmlChar *) name, (const xmlChar *) value);
}

static gboolean
mutate_attribute (xmlNode  *node,
                  Mutation  mutation,
                  GPtrArray *nodes,
                  GRand    *random)
{
  xmlAttr *attribute = pick_attribute (node, random);

  if (attribute == NULL)
    return FALSE;

  xmlChar *old = xmlGetProp (node, attribute->name);
  g_autofree char *value = g_strdup ((const char *) old);
  xmlFree (old);

  if (mutation == DELETE_ATTRIBUTE)
    xmlRemoveProp (attribute);
  else if (mutation == RENAME_ATTRIBUTE)
    {
      xmlNewProp (node, (const xmlChar *) "unheard_of", (const xmlChar *) value);
      xmlRemoveProp (attribute);
    }
  else if (mutation == CHANGE_ATTRIBUTE)
    set_attribute (attribute, strange_value (random));
  else if (mutation == EMPTY_ATTRIBUTE)
    set_attribute (attribute, "");
  else if (mutation == PAD_ATTRIBUTE)
    {
      g_autofree char *padded = g_strconcat (" ", value, NULL);
      set_attribute (attribute, padded);
    }
  else
    {
      xmlChar *id = xmlGetProp (pick (nodes, random), (const xmlChar *) "id");

      if (id == NULL || strlen (value) != 36)
        {
          xmlFree (id);
          return FALSE;
        }
      set_attribute (attribute, (const char *) id);
      xmlFree (id);
    }
  return TRUE;
}

static void
set_text (xmlNode    *node,
          const char *text)
{
  xmlNodeSetContent (node, (const xmlChar *) "");
  xmlNodeAddContent (node, (const xmlChar *) text);
}

static gboolean
mutate_element (xmlNode   *node,
                Mutation   mutation,
                GPtrArray *nodes,
                GRand     *random)
{
  xmlNode *other = pick (nodes, random);

  if (node->parent->type == XML_DOCUMENT_NODE || other->parent->type == XML_DOCUMENT_NODE)
    return FALSE;

  switch (mutation)
    {
    case DELETE_ELEMENT:
      xmlUnlinkNode (node);
      xmlFreeNode (node);
      return TRUE;
    case DUPLICATE_ELEMENT:
      xmlAddNextSibling (node, xmlCopyNode (node, 1));
      return TRUE;
    case RENAME_ELEMENT:
      xmlNodeSetName (node, other->name);
      return strcmp ((const char *) node->name, "review") != 0;
    case SWAP_ELEMENTS:
      if (xmlNextElementSibling (node) == NULL)
        return FALSE;
      xmlAddPrevSibling (node, xmlNextElementSibling (node));
      return TRUE;
    case MOVE_ELEMENT:
      for (xmlNode *up = other; up != NULL; up = up->parent)
        if (up == node)
          return FALSE;
      xmlUnlinkNode (node);
      xmlAddPrevSibling (other, node);
      return TRUE;
    case NEST_ELEMENT:
      xmlAddChild (node, xmlCopyNode (other, 1));
      return TRUE;
    case EMPTY_ELEMENT:
      set_text (node, "");
      return TRUE;
    case CHANGE_TEXT:
      set_text (node, strange_value (random));
      return TRUE;
    case STRAY_TEXT:
      xmlNodeAddContent (node, (const xmlChar *) "stray");
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
mutate (xmlDoc   *document,
        Mutation  mutation,
        GRand    *random)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  collect (xmlDocGetRootElement (document), nodes);
  xmlNode *node = pick (nodes, random);

  if (mutation <= SWAP_REFERENCE)
    return mutate_attribute (node, mutation, nodes, random);
  if (mutation == ADD_ATTRIBUTE)
    {
      xmlAttr *attribute = pick_attribute (pick (nodes, random), random);

      if (attribute == NULL || xmlHasProp (node, attribute->name) != NULL
          || node == xmlDocGetRootElement (document))
        return FALSE;
      xmlChar *value = xmlGetProp (attribute->parent, attribute->name);
      xmlNewProp (node, attribute->name, value);
      xmlFree (value);
      return TRUE;
    }
  if (mutation == LONG_TEXT)
    {
      g_autofree char *text = g_strnfill (4001, 'x');

      if (xmlFirstElementChild (node) != NULL)
        return FALSE;
      set_text (node, text);
      return TRUE;
    }
  return mutate_element (node, mutation, nodes, random);
}

static GBytes *
load_sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("samples/%s.xml", name);
  GBytes *bytes = tl_data_load (path, &error);

  g_assert_no_error (error);
  return bytes;
}

static xmlDoc *
parse (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlDoc *document = xmlReadMemory (text, (int) length, "test", NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  return document;
}

static char *
write_temporary (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_runtime_dir (), "sample.xml", NULL);

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return path;
}

static void
compare_verdicts (GBytes *bytes,
                  guint32 seed,
                  guint   n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_temporary (bytes);
  g_autofree char *text = tl_schema_dup_for_file (path, NULL, &error);
  g_assert_no_error (error);
  xmlSchema *schema = compile (text);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  xmlDoc *original = parse (bytes);
  guint counts[2] = { 0, 0 };

  g_assert_true (schema_accepts (schema, original));
  for (guint i = 0; i < n; i++)
    {
      xmlDoc *document = xmlCopyDoc (original, 1);
      Mutation mutation = (Mutation) (i % N_MUTATIONS);
      g_autoptr (GPtrArray) problems = tl_problems_new ();

      if (mutate (document, mutation, random))
        {
          gboolean by_schema = schema_accepts (schema, document);
          gboolean by_reader = reader_accepts (document, problems);

          if (by_schema != by_reader)
            {
              g_autofree char *kept = g_strdup_printf ("%s/verdict-%u-%u.xml", g_get_tmp_dir (), seed, i);
              xmlSaveFile (kept, document);
              g_test_message ("mutation %d, round %u: schema says %d, reader %d (%s); kept as %s", mutation, i,
                              by_schema, by_reader,
                              problems->len > 0 ? ((TlProblem *) problems->pdata[0])->message : "-", kept);
              g_test_fail ();
            }
          counts[by_reader]++;
        }
      xmlFreeDoc (document);
    }
  g_test_message ("%u changed files valid, %u not", counts[1], counts[0]);
  g_assert_cmpuint (counts[0], >, 0);
  g_assert_cmpuint (counts[1], >, 0);
  xmlFreeDoc (original);
  xmlSchemaFree (schema);
}

static void
reader_and_schema_agree_on_every_sample (void)
{
  g_auto (GStrv) samples = tl_data_list ("samples", ".xml");

  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = load_sample (samples[i]);

      g_test_message ("%s", samples[i]);
      compare_verdicts (bytes, 20110510, 170);
    }
}

/* A review that was made by chance, in each tier. */
static void
reader_and_schema_agree_on_generated_reviews (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "generated.throughline", NULL);
      TlTier tier = (TlTier) (TL_TIER_TRANSFER + seed % 4);
      g_autoptr (GError) error = NULL;

      g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
      g_autoptr (GPtrArray) planted = tl_generate_review (path, seed, 3);
      g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      tl_export_xml (review, tier, TL_EXPORT_DEFAULT, stream, NULL, NULL, &error);
      g_assert_no_error (error);
      g_output_stream_close (stream, NULL, NULL);

      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      compare_verdicts (bytes, seed, 136);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* Patterns */

static void
number_patterns_hold_exactly_their_range (void)
{
  static const gint64 ranges[][2] = {
    { 1, 18 }, { 1900, 2199 }, { 0, 8388 }, { 1, 999 }, { -120, 120 }, { 95, 1205 }, { -7, -3 }, { 1000, 1000 },
    { 0, 5 }, { -4800, 4800 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *pattern = tl_schema_dup_integer_pattern (ranges[i][0], ranges[i][1]);
      g_autofree char *whole = g_strdup_printf ("^(%s)$", pattern);
      g_autoptr (GRegex) regex = g_regex_new (whole, 0, 0, NULL);

      g_assert_nonnull (regex);
      for (gint64 number = -10050; number <= 10050; number++)
        {
          g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
          g_assert_true (g_regex_match (regex, text, 0, NULL)
                         == (number >= ranges[i][0] && number <= ranges[i][1]));
        }
      g_assert_false (g_regex_match (regex, "007", 0, NULL));
      g_assert_false (g_regex_match (regex, "-0", 0, NULL));
    }
}

static void
date_pattern_holds_exactly_the_dates_that_exist (void)
{
  static const char *const others[] = { "2010", "2010-05", "2010-00", "2010-5", "2010-20", "2010-21", "2010-24~",
                                        "2010-25", "2010-21-01", "2010-05-17T24:00", "2010-05T10:00", "2010~?",
                                        "[2010..2011]", "[2010..2009]", "[2010~..2011]", "[2010..2011]~", "[2010]" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1988);
  g_autofree char *pattern = tl_schema_dup_date_pattern ();
  g_autofree char *whole = g_strdup_printf ("^(%s)$", pattern);
  g_autoptr (GRegex) regex = g_regex_new (whole, 0, 0, NULL);

  g_assert_nonnull (regex);
  for (guint year = 1790; year <= 2210; year++)
    for (guint month = 0; month <= 13; month++)
      for (guint day = 27; day <= 32; day++)
        {
          g_autofree char *text = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
          g_assert_true (g_regex_match (regex, text, 0, NULL) == tl_date_parse (text, NULL));
        }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (g_regex_match (regex, others[i], 0, NULL) == tl_date_parse (others[i], NULL));
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = tl_draw_date (random, 1795, 410);
      guint at = (guint) g_rand_int_range (random, 0, (gint32) strlen (text));

      g_assert_true (g_regex_match (regex, text, 0, NULL) == tl_date_parse (text, NULL));
      text[at] = "[]~?%T:.-0129"[g_rand_int_range (random, 0, 13)];
      g_assert_true (g_regex_match (regex, text, 0, NULL) == tl_date_parse (text, NULL));
    }
}

static void
a_schema_of_everything_compiles (void)
{
  g_autoptr (TlPins) pins = tl_pins_new ();
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < typologies->len; i++)
    g_assert_true (tl_pins_add_typology (pins, tl_typology_get_id (typologies->pdata[i]), NULL, NULL));
  for (guint i = 0; i < methods->len; i++)
    {
      g_assert_true (tl_pins_set_method (pins, tl_method_get_id (methods->pdata[i]), NULL, NULL));
      for (TlTier tier = TL_TIER_TRANSFER; tier <= TL_TIER_PUBLIC; tier++)
        {
          g_autofree char *schema = tl_schema_dup (tier, pins, TL_SCHEMA_DEFAULT);

          xmlSchemaFree (compile (schema));
          g_assert_true ((strstr (schema, "\"identity\"") != NULL) == (tier == TL_TIER_TRANSFER));
        }
    }

  tl_pins_clear (pins);
  g_autofree char *bare = tl_schema_dup (TL_TIER_LEARNING, pins, TL_SCHEMA_DEFAULT);
  xmlSchemaFree (compile (bare));
}

/* data/schemas holds the schemas of the first method and every typology, for those who have no Throughline. */
static void
the_published_schema_is_current (const void *data)
{
  TlTier tier = (TlTier) GPOINTER_TO_INT (data);
  g_autoptr (TlPins) pins = tl_pins_new ();
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);
  g_autofree char *name = g_strdup_printf ("%s.xsd", tl_tier_get_name (tier));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schemas", name, NULL);
  g_autofree char *published = NULL;

  for (guint i = 0; i < typologies->len; i++)
    g_assert_true (tl_pins_add_typology (pins, tl_typology_get_id (typologies->pdata[i]), NULL, NULL));
  g_assert_true (tl_pins_set_method (pins, "learning-together", NULL, NULL));
  g_autofree char *current = tl_schema_dup (tier, pins, TL_SCHEMA_DEFAULT);

  if (g_getenv ("TL_RENEW_SCHEMAS") != NULL)
    g_assert_true (g_file_set_contents (path, current, -1, NULL));
  g_assert_true (g_file_get_contents (path, &published, NULL, NULL));
  if (strcmp (published, current) != 0)
    {
      g_test_message ("%s is out of date: run build/tests/test-exchange-schema with TL_RENEW_SCHEMAS=1 and "
                      "G_TEST_SRCDIR=tests", path);
      g_test_fail ();
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/schema/number-patterns-hold-exactly-their-range",
                   number_patterns_hold_exactly_their_range);
  g_test_add_func ("/exchange/schema/date-pattern-holds-exactly-the-dates-that-exist",
                   date_pattern_holds_exactly_the_dates_that_exist);
  g_test_add_func ("/exchange/schema/a-schema-of-everything-compiles", a_schema_of_everything_compiles);

  for (TlTier tier = TL_TIER_TRANSFER; tier <= TL_TIER_PUBLIC; tier++)
    {
      g_autofree char *path = g_strconcat ("/exchange/schema/the-published-schema-is-current/",
                                           tl_tier_get_name (tier), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (tier), the_published_schema_is_current);
    }
  g_test_add_func ("/exchange/schema/reader-and-schema-agree-on-generated-reviews",
                   reader_and_schema_agree_on_generated_reviews);
  g_test_add_func ("/exchange/schema/reader-and-schema-agree-on-every-sample",
                   reader_and_schema_agree_on_every_sample);
  return g_test_run ();
}
