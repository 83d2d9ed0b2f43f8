/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Method packs: those that ship say what the methods are known to say, and a bad one is refused with its line. */
#include "config.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/method/tl-link-legend.h"
#include "model/method/tl-method.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD                                                                                                         \
  "<method id='mine' version='1.0'>\n"                                                                               \
  "<title>Mine</title><description>A small one.</description>\n"

#define KINDS                                                                                                        \
  "<factor-kind key='harm' role='outcome'><title>Harm</title></factor-kind>\n"                                       \
  "<link-kind key='led_to' role='contributes'><title>led to</title></link-kind>\n"

static TlMethod *
parse (const char *xml,
       GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  return tl_method_new_from_bytes (bytes, "mine.xml", error);
}

static TlMethod *
look_up (const char *id)
{
  g_autoptr (GError) error = NULL;
  TlMethod *method = tl_method_lookup (id, &error);

  g_assert_no_error (error);
  return method;
}

static void
write_user_pack (const char *file_name,
                 const char *xml)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "methods", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
}

static void
every_pack_that_ships_is_sound_and_explains_itself (void)
{
  static const TlVocabulary vocabularies[] = {
    TL_VOCABULARY_LEVEL, TL_VOCABULARY_FACTOR_KIND, TL_VOCABULARY_LINK_KIND, TL_VOCABULARY_CATEGORY,
    TL_VOCABULARY_PATTERN_CATEGORY,
  };
  GPtrArray *problems;
  g_autoptr (GPtrArray) methods = tl_methods_list (&problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (methods->len, >=, 5);
  for (guint i = 0; i < methods->len; i++)
    {
      TlMethod *method = g_ptr_array_index (methods, i);

      g_assert_nonnull (tl_method_get_origin (method));
      for (guint j = 0; j < G_N_ELEMENTS (vocabularies); j++)
        {
          guint n_entries;
          const TlMethodEntry *entries = tl_method_get_entries (method, vocabularies[j], &n_entries);

          for (guint k = 0; k < n_entries; k++)
            {
              g_assert_nonnull (entries[k].description);
              g_assert_true (tl_method_find_entry (method, vocabularies[j], entries[k].key) == &entries[k]);
              if (vocabularies[j] == TL_VOCABULARY_CATEGORY)
                g_assert_cmpuint (g_strv_length (entries[k].prompts), >, 0);
              for (guint l = 0; entries[k].prompts[l] != NULL; l++)
                g_assert_true (g_str_has_suffix (entries[k].prompts[l], "?"));
            }
        }
      for (guint rule = 0; rule < TL_N_RULES; rule++)
        g_assert_true (tl_method_has_rule (method, rule) == (tl_method_get_rule_reason (method, rule) != NULL));
    }
  g_ptr_array_unref (problems);
}

static void
learning_together_has_its_levels_groups_and_patterns (void)
{
  g_autoptr (TlMethod) method = look_up ("learning-together");
  static const char *const levels[] = { "national", "local_strategic", "frontline", "case" };
  guint n_groups, n_patterns;
  const TlMethodEntry *groups = tl_method_get_entries (method, TL_VOCABULARY_CATEGORY, &n_groups);

  tl_method_get_entries (method, TL_VOCABULARY_PATTERN_CATEGORY, &n_patterns);
  g_assert_cmpuint (tl_method_get_n_levels (method), ==, G_N_ELEMENTS (levels));
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpstr (tl_method_get_level (method, i)->key, ==, levels[i]);
  g_assert_cmpuint (n_groups, ==, 8);
  g_assert_cmpuint (n_patterns, ==, 6);

  /* Six groups arise at the front line, one in local strategy, one nationally. */
  guint per_level[4] = { 0 };

  for (guint i = 0; i < n_groups; i++)
    per_level[groups[i].level]++;
  g_assert_cmpuint (per_level[0], ==, 1);
  g_assert_cmpuint (per_level[1], ==, 1);
  g_assert_cmpuint (per_level[2], ==, 6);
  g_assert_true (tl_method_has_rule (method, TL_RULE_RATIONALITY_REQUIRED));
  g_assert_true (tl_method_has_rule (method, TL_RULE_FINDING_QUESTIONS));
  g_assert_false (tl_method_has_rule (method, TL_RULE_SIGN_REQUIRED));
}

static void
what_the_country_decides_is_at_the_top_level_of_some_methods (void)
{
  static const struct {
    const char *method;
    const char *level; /* or NULL */
  } expected[] = {
    { "learning-together", "national" },
    { "accimap", "government" },
    { "accimap-child-protection", "government" },
    { "why-because", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TlMethod) method = look_up (expected[i].method);

      for (guint j = 0; j < tl_method_get_n_levels (method); j++)
        {
          const TlMethodEntry *level = tl_method_get_level (method, j);

          g_assert_cmpint (level->national, ==, g_strcmp0 (level->key, expected[i].level) == 0);
        }
    }
}

static void
each_pack_demands_what_its_method_demands (void)
{
  g_autoptr (TlMethod) accimap = look_up ("accimap");
  g_autoptr (TlMethod) child_protection = look_up ("accimap-child-protection");
  g_autoptr (TlMethod) why_because = look_up ("why-because");
  g_autoptr (TlMethod) loop = look_up ("causal-loop");

  g_assert_cmpuint (tl_method_get_n_levels (accimap), ==, 6);
  g_assert_cmpuint (tl_method_get_n_levels (child_protection), ==, 6);
  g_assert_cmpuint (tl_method_get_n_levels (loop), ==, 0);
  g_assert_cmpint (tl_method_get_rule_severity (accimap, TL_RULE_ACYCLIC), ==, TL_RULE_SEVERITY_ERROR);
  g_assert_cmpint (tl_method_get_rule_severity (why_because, TL_RULE_ACYCLIC), ==, TL_RULE_SEVERITY_ERROR);
  g_assert_cmpint (tl_method_get_rule_severity (why_because, TL_RULE_LINK_TEST_REQUIRED), ==, TL_RULE_SEVERITY_ERROR);
  g_assert_cmpint (tl_method_get_rule_severity (why_because, TL_RULE_COMPLETENESS_REQUIRED), ==,
                   TL_RULE_SEVERITY_ERROR);
  g_assert_false (tl_method_has_rule (accimap, TL_RULE_COMPLETENESS_REQUIRED));
  g_assert_false (tl_method_has_rule (loop, TL_RULE_ACYCLIC));
  g_assert_cmpint (tl_method_get_rule_severity (loop, TL_RULE_SIGN_REQUIRED), ==, TL_RULE_SEVERITY_ERROR);
  g_assert_cmpint (tl_method_get_factor_role (loop, "variable"), ==, TL_FACTOR_ROLE_VARIABLE);
}

static void
a_level_is_found_by_key_or_by_number_from_the_top (void)
{
  g_autoptr (TlMethod) method = look_up ("learning-together");
  g_autoptr (TlMethod) loop = look_up ("causal-loop");

  g_assert_cmpint (tl_method_find_level (method, "national"), ==, 0);
  g_assert_cmpint (tl_method_find_level (method, "1"), ==, 0);
  g_assert_cmpint (tl_method_find_level (method, "frontline"), ==, 2);
  g_assert_cmpint (tl_method_find_level (method, "4"), ==, 3);

  static const char *const wrong[] = { "0", "5", "-1", "1.0", " 1", "", "National", "99999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (tl_method_find_level (method, wrong[i]), ==, -1);
  g_assert_cmpint (tl_method_find_level (method, NULL), ==, -1);
  g_assert_cmpint (tl_method_find_level (loop, "1"), ==, -1);
}

static void
a_kind_is_found_for_every_role_of_every_pack (void)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    {
      TlMethod *method = g_ptr_array_index (methods, i);
      const TlMethodEntry *kind = tl_method_get_kind_for_link_role (method, TL_LINK_ROLE_CONTRIBUTES);

      g_assert_cmpint (tl_method_get_link_role (method, kind->key), ==, TL_LINK_ROLE_CONTRIBUTES);
      for (guint role = 0; role <= TL_LINK_ROLE_HINDERS; role++)
        g_assert_nonnull (tl_method_get_kind_for_link_role (method, role));
      for (guint role = 0; role <= TL_FACTOR_ROLE_VARIABLE; role++)
        g_assert_nonnull (tl_method_get_kind_for_factor_role (method, role));
      g_assert_cmpint (tl_method_get_factor_role (method, "no_such_kind"), ==, TL_FACTOR_ROLE_FACTOR);
      g_assert_cmpint (tl_method_get_link_role (method, NULL), ==, TL_LINK_ROLE_CONTRIBUTES);
    }
}

static guint
count_legend (const char *id)
{
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;
  guint n, n_shown = 0;
  const TlLinkLegend *lines = tl_link_legend_get (&n);

  for (guint i = 0; i < n; i++)
    n_shown += tl_link_legend_is_of (&lines[i], method);
  return n_shown;
}

static void
the_legend_has_the_kinds_of_the_method (void)
{
  g_autoptr (TlMethod) loop = tl_method_lookup ("causal-loop", NULL);
  guint n;
  const TlLinkLegend *lines = tl_link_legend_get (&n);

  g_assert_cmpuint (count_legend (NULL), ==, n);
  g_assert_cmpuint (count_legend ("accimap"), ==, n);
  g_assert_cmpuint (count_legend ("causal-loop"), ==, n - 3); /* no necessary, enabling or hindering links */
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (tl_link_legend_is_of (&lines[i], loop), ==, lines[i].role == TL_LINK_ROLE_CONTRIBUTES);
}

static void
a_test_question_names_both_ends_and_takes_statements_literally (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMethod) method
      = parse (HEAD "<test-question>Had {cause} not been, would {effect}, {other}?</test-question>" KINDS "</method>",
               &error);
  g_autoptr (TlMethod) silent = parse (HEAD KINDS "</method>", NULL);

  g_assert_no_error (error);

  g_autofree char *question = tl_method_dup_test_question (method, "{effect} %s", "Ä");

  g_assert_cmpstr (question, ==, "Had {effect} %s not been, would Ä, {other}?");
  g_assert_null (tl_method_dup_test_question (silent, "a", "b"));
}

static void
text_may_be_broken_over_lines_and_hold_characters_escaped (void)
{
  g_autoptr (TlMethod) method = parse ("<?xml version='1.0'?><!-- c -->" HEAD KINDS
                                       "<category key='a'><title>One\n   &amp; "
                                       "<![CDATA[<two>]]>&#233; <!-- x --></title>"
                                       "<prompt>Why?</prompt><prompt>How?</prompt></category></method>\n<!-- end -->\n",
                                       NULL);
  const TlMethodEntry *category = tl_method_find_entry (method, TL_VOCABULARY_CATEGORY, "a");

  g_assert_cmpstr (category->title, ==, "One & <two>é");
  g_assert_cmpint (category->level, ==, -1);
  g_assert_cmpuint (g_strv_length (category->prompts), ==, 2);
  g_assert_cmpstr (category->prompts[1], ==, "How?");
}

/* Each breaks one thing in a pack that is otherwise sound. */
static const struct {
  const char *xml;
  int line;
  const char *message;
} bad_packs[] = {
  { "", 1, "empty" },
  { "nothing", 1, "well-formed" },
  { "<typology/>", 1, "not a method pack" },
  { "<method", 1, "well-formed" },
  { HEAD KINDS, 4, "well-formed" },
  { HEAD KINDS "</method><method/>", 5, "well-formed" },
  { HEAD KINDS "<secret>x</secret></method>", 5, "“secret” may not stand inside “method”" },
  { HEAD KINDS "\n<level key='a' colour='red'><title>A</title></level></method>", 6, "no attribute “colour”" },
  { HEAD KINDS "<level key='a' xmlns:x='urn:x'><title>A</title></level></method>", 5, "no attribute “xmlns:x”" },
  { HEAD KINDS "<level key='a' reach='far'><title>A</title></level></method>", 5, "no reach “far”" },
  { HEAD KINDS "<level><title>A</title></level></method>", 5, "has no key" },
  { HEAD KINDS "<level key=''><title>A</title></level></method>", 5, "is not a key" },
  { HEAD KINDS "<level key='9a'><title>A</title></level></method>", 5, "is not a key" },
  { HEAD KINDS "<level key='a-b'><title>A</title></level></method>", 5, "is not a key" },
  { HEAD KINDS "<level key='A'><title>A</title></level></method>", 5, "is not a key" },
  { HEAD KINDS "<level key='é'><title>A</title></level></method>", 5, "is not a key" },
  { HEAD KINDS "<level key='a'><title>A</title></level>\n<level key='a'><title>B</title></level></method>", 6,
    "“a” is given twice" },
  { HEAD KINDS "<level key='a'/></method>", 5, "has no title" },
  { HEAD KINDS "<level key='a'></level></method>", 5, "has no title" },
  { HEAD KINDS "<level key='a'><title> </title></level></method>", 5, "empty" },
  { HEAD KINDS "<level key='a'><title/></level></method>", 5, "empty" },
  { HEAD KINDS "<level key='a'><title>A</title><title>B</title></level></method>", 5, "“title” is given twice" },
  { HEAD KINDS "<level key='a'><title>A<b/></title></level></method>", 5, "inside a text" },
  { HEAD KINDS "<level key='a'><title>A</title><prompt>Why?</prompt></level></method>", 5, "“prompt” may not stand" },
  { HEAD KINDS "<level key='a'>loose<title>A</title></level></method>", 5, "only elements may stand" },
  { HEAD KINDS "\n\n<category key='g' level='nowhere'><title>G</title></category></method>", 7, "a level “nowhere”" },
  { HEAD KINDS "<factor-kind key='f'><title>F</title></factor-kind></method>", 5, "has no role" },
  { HEAD KINDS "<factor-kind key='f' role='culprit'><title>F</title></factor-kind></method>", 5, "no role “culprit”" },
  { HEAD KINDS "<link-kind key='f' role='outcome'><title>F</title></link-kind></method>", 5, "no role “outcome”" },
  { HEAD KINDS "<rules><rule key='no_fun' severity='error'/></rules></method>", 5, "no rule “no_fun”" },
  { HEAD KINDS "<rules><rule severity='error'/></rules></method>", 5, "no rule" },
  { HEAD KINDS "<rules><rule key='acyclic'/></rules></method>", 5, "severity" },
  { HEAD KINDS "<rules><rule key='acyclic' severity='none'/></rules></method>", 5, "severity" },
  { HEAD KINDS "<rules>\n<rule key='acyclic' severity='error'/>\n"
               "<rule key='acyclic' severity='query'/></rules></method>",
    7, "“acyclic” is given twice" },
  { HEAD KINDS "<rules><level key='a'/></rules></method>", 5, "“level” may not stand inside “rules”" },
  { HEAD KINDS "<rules><rule key='level_order' severity='error'/></rules></method>", 1, "has none" },
  { HEAD KINDS "<title>Again</title></method>", 5, "“title” is given twice" },
  { HEAD KINDS "<?php evil?></method>", 5, "processing instructions" },
  { HEAD KINDS "&nbsp;</method>", 5, "well-formed" },
  { HEAD "<factor-kind key='f' role='factor'><title>F</title></factor-kind>"
         "<link-kind key='l' role='contributes'><title>L</title></link-kind></method>",
    1, "outcome or variable" },
  { HEAD "<factor-kind key='f' role='outcome'><title>F</title></factor-kind></method>", 1,
    "contributes or necessary" },
  { "<method id='mine' version='1.0'><title>T</title>" KINDS "</method>", 1, "title and a description" },
  { "<method version='1.0'>" KINDS "</method>", 1, "needs an id" },
  { "<method id='../mine' version='1.0'>" KINDS "</method>", 1, "needs an id" },
  { "<method id='mine'>" KINDS "</method>", 1, "needs a version" },
  { "<method id='mine' version='new'>" KINDS "</method>", 1, "needs a version" },
  { "<method id='mine' version='1.0&#10;'>" KINDS "</method>", 1, "needs a version" },
  { "<!DOCTYPE method>\n" HEAD KINDS "</method>", 1, "document type" },
  { "<!DOCTYPE method [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n" HEAD KINDS
    "<level key='a'><title>&x;</title></level></method>",
    1, "document type" },
  { "<!DOCTYPE method [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
    "<method id='&d;' version='1.0'/>",
    1, "" },
};

static void
a_pack_that_is_wrong_is_refused_with_file_and_line (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlMethod) method = parse (bad_packs[i].xml, &error);
      g_autofree char *place = g_strdup_printf ("mine.xml, line %d: ", bad_packs[i].line);

      g_test_message ("%s -> %s", bad_packs[i].xml, error != NULL ? error->message : "taken");
      g_assert_null (method);
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message, bad_packs[i].message));
    }
}

static void
every_beginning_of_a_pack_is_refused_without_harm (void)
{
  g_autoptr (GBytes) bytes = tl_data_load ("methods/learning-together.xml", NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  for (gsize length = 0; length < size; length += 1 + length % 13)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_method_new_from_bytes (part, "part.xml", &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
    }
}

static void
what_is_too_much_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) many = g_string_new (HEAD KINDS);
  g_autofree char *spaces = g_strnfill (TL_METHOD_MAX_BYTES, ' ');
  g_autofree char *large = g_strconcat (HEAD KINDS, spaces, "</method>", NULL);
  g_autofree char *long_title = g_strnfill (201, 'x');
  g_autofree char *wide
      = g_strconcat (HEAD KINDS "<level key='a'><title>", long_title, "</title></level></method>", NULL);
  g_autofree char *long_key = g_strnfill (65, 'x');
  g_autofree char *keyed
      = g_strconcat (HEAD KINDS "<level key='", long_key, "'><title>A</title></level></method>", NULL);

  for (guint i = 0; i < 201; i++)
    g_string_append_printf (many, "<level key='l%u'><title>L</title></level>", i);
  g_string_append (many, "</method>");

  g_assert_null (parse (many->str, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (parse (large, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (parse (wide, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (parse (keyed, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
}

static void
text_that_is_not_utf_8_is_refused (void)
{
  static const char *const packs[] = {
    HEAD KINDS "<level key='a'><title>\xff</title></level></method>",
    "<?xml version='1.0' encoding='ISO-8859-1'?>" HEAD KINDS "<level key='a'><title>\xe9</title></level></method>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (packs[i], &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
    }
}

static void
a_person_s_own_pack_is_found_and_read_again_when_it_changes (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_method_lookup ("mine", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“mine”"));

  write_user_pack ("mine.xml", HEAD KINDS "</method>");

  g_autoptr (TlMethod) first = look_up ("mine");
  g_autoptr (TlMethod) again = look_up ("mine");

  g_assert_true (first == again);
  write_user_pack ("mine.xml", HEAD KINDS "<level key='a'><title>A</title></level></method>");

  g_autoptr (TlMethod) changed = look_up ("mine");

  g_assert_cmpuint (tl_method_get_n_levels (first), ==, 0);
  g_assert_cmpuint (tl_method_get_n_levels (changed), ==, 1);
}

static void
a_bad_pack_of_one_s_own_does_not_hide_the_others (void)
{
  write_user_pack ("good.xml",
                   "<method id='good' version='2'><title>G</title><description>D</description>" KINDS "</method>");
  write_user_pack ("bad.xml", "<method");
  write_user_pack ("named.xml", HEAD KINDS "</method>");

  GPtrArray *problems;
  g_autoptr (GPtrArray) methods = tl_methods_list (&problems);
  g_autoptr (GString) messages = g_string_new (NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < problems->len; i++)
    g_string_append (messages, ((GError *) g_ptr_array_index (problems, i))->message);
  for (guint i = 0; i < methods->len; i++)
    found |= strcmp (tl_method_get_id (g_ptr_array_index (methods, i)), "good") == 0;
  g_assert_true (found);
  g_assert_cmpuint (methods->len, >=, 6);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_nonnull (strstr (messages->str, "bad.xml, line 1: "));
  g_assert_nonnull (strstr (messages->str, "named.xml holds the method “mine”"));
  g_ptr_array_unref (problems);
}

static void
a_name_does_not_lead_out_of_the_data_folder (void)
{
  static const char *const ids[] = { "../methods/accimap", "/etc/hostname", "", ".", "a/../accimap", "a\\b" };
  g_autofree char *outside = g_build_filename (g_get_user_data_dir (), "outside.xml", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (outside, HEAD KINDS "</method>", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_method_lookup (ids[i], &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
    }

  g_autoptr (GError) error = NULL;

  g_assert_null (tl_data_load ("../outside.xml", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
a_folder_in_place_of_a_pack_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "methods", "accimap.xml", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_null (tl_method_lookup ("accimap", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_OURS);
  g_assert_null (tl_method_lookup ("accimap", NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/method/every-pack-that-ships-is-sound-and-explains-itself",
                   every_pack_that_ships_is_sound_and_explains_itself);
  g_test_add_func ("/method/learning-together-has-its-levels-groups-and-patterns",
                   learning_together_has_its_levels_groups_and_patterns);
  g_test_add_func ("/method/what-the-country-decides-is-at-the-top-level-of-some-methods",
                   what_the_country_decides_is_at_the_top_level_of_some_methods);
  g_test_add_func ("/method/each-pack-demands-what-its-method-demands", each_pack_demands_what_its_method_demands);
  g_test_add_func ("/method/a-level-is-found-by-key-or-by-number-from-the-top",
                   a_level_is_found_by_key_or_by_number_from_the_top);
  g_test_add_func ("/method/a-kind-is-found-for-every-role-of-every-pack",
                   a_kind_is_found_for_every_role_of_every_pack);
  g_test_add_func ("/method/the-legend-has-the-kinds-of-the-method", the_legend_has_the_kinds_of_the_method);
  g_test_add_func ("/method/a-test-question-names-both-ends-and-takes-statements-literally",
                   a_test_question_names_both_ends_and_takes_statements_literally);
  g_test_add_func ("/method/text-may-be-broken-over-lines-and-hold-characters-escaped",
                   text_may_be_broken_over_lines_and_hold_characters_escaped);
  g_test_add_func ("/method/a-pack-that-is-wrong-is-refused-with-file-and-line",
                   a_pack_that_is_wrong_is_refused_with_file_and_line);
  g_test_add_func ("/method/every-beginning-of-a-pack-is-refused-without-harm",
                   every_beginning_of_a_pack_is_refused_without_harm);
  g_test_add_func ("/method/what-is-too-much-is-refused", what_is_too_much_is_refused);
  g_test_add_func ("/method/text-that-is-not-utf-8-is-refused", text_that_is_not_utf_8_is_refused);
  g_test_add_func ("/method/a-person-s-own-pack-is-found-and-read-again-when-it-changes",
                   a_person_s_own_pack_is_found_and_read_again_when_it_changes);
  g_test_add_func ("/method/a-bad-pack-of-one-s-own-does-not-hide-the-others",
                   a_bad_pack_of_one_s_own_does_not_hide_the_others);
  g_test_add_func ("/method/a-name-does-not-lead-out-of-the-data-folder", a_name_does_not_lead_out_of_the_data_folder);
  g_test_add_func ("/method/a-folder-in-place-of-a-pack-is-refused", a_folder_in_place_of_a_pack_is_refused);
  return g_test_run ();
}
