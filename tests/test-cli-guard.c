/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What throughline-cli guard makes of texts as they come from outside. */
#include <string.h>

#include "tests/cli-case.h"

#define SENTENCE "She should have known."

static void
write_text (const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

/* The places of what is found, as "line:column" with spaces between. */
static char *
find_places (const char *name,
             const char *input)
{
  g_auto (Result) result = run (input, "guard", name, "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  JsonArray *hits = json_object_get_array_member (json_node_get_object (node), "hits");
  GString *places = g_string_new (NULL);

  g_assert_cmpstr (result.err, ==, "");
  for (guint i = 0; i < json_array_get_length (hits); i++)
    {
      JsonObject *hit = json_array_get_object_element (hits, i);

      g_string_append_printf (places, "%s%d:%d", i > 0 ? " " : "", (int) json_object_get_int_member (hit, "line"),
                              (int) json_object_get_int_member (hit, "column"));
    }
  return g_string_free (places, FALSE);
}

static void
places_are_those_of_the_file (void)
{
  static const struct { const char *text, *places; } texts[] = {
    { "", "" },
    { "\n", "" },
    { SENTENCE, "1:5" },
    { "\xef\xbb\xbf" SENTENCE, "1:5" },
    { "One.\r\n\t" SENTENCE "\r\n", "2:6" },
    { SENTENCE "\r" SENTENCE, "1:5 2:5" },
    { "\xf0\x9f\x98\x80 e\xcc\x81 \x01\x1b" SENTENCE, "1:12" },
    { "\x93" SENTENCE "\x94 " SENTENCE, "1:30" }, /* as Windows writes it */
    { "> " SENTENCE "\n" SENTENCE, "2:5" },
  };

  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_text ("note:1.txt", texts[i].text, -1);
      g_autofree char *places = find_places ("note:1.txt", NULL);
      g_autofree char *from_pipe = g_utf8_validate (texts[i].text, -1, NULL) ? find_places ("-", texts[i].text) : NULL;
      g_assert_cmpstr (places, ==, texts[i].places);
      if (from_pipe != NULL)
        g_assert_cmpstr (from_pipe, ==, texts[i].places);
    }
}

static void
an_expression_is_on_one_line_of_what_is_printed (void)
{
  set_up ();
  g_auto (Result) plain = run ("She should\nhave known.\n", "guard", "-", NULL);
  g_assert_true (g_str_has_prefix (plain.out, "-:1:5: “should have” (counterfactual)\n    "));
}

static void
what_is_no_text_is_refused_with_its_name (void)
{
  static const char *const names[] = { "binary", "nothing", ".", "/dev/zero", "http://localhost/a.txt" };

  set_up ();
  write_text ("binary", "MZ\0\1\2", 5);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (Result) result = run (NULL, "guard", names[i], "--json", NULL);
      g_autofree char *begin = g_strdup_printf ("throughline-cli guard: %s: It ", names[i]);

      g_assert_cmpint (result.status, ==, 1);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_true (g_str_has_prefix (result.err, begin));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/guard/places-are-those-of-the-file", places_are_those_of_the_file);
  g_test_add_func ("/cli/guard/an-expression-is-on-one-line-of-what-is-printed",
                   an_expression_is_on_one_line_of_what_is_printed);
  g_test_add_func ("/cli/guard/what-is-no-text-is-refused-with-its-name", what_is_no_text_is_refused_with_its_name);
  return g_test_run ();
}
