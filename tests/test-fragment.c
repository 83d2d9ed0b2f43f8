/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of a graph on the clipboard: what is copied comes back, in another review as far as that knows it, and what
 * means harm is refused. */
#include "config.h"

#include "model/exchange/tl-fragment.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "tests/review-case.h"

typedef struct {
  char     *path;
  TlReview *review;
  char     *cause;
  char     *effect;
  char     *outside;
  char     *role;
} Case;

static void
set (TlEdit     *edit,
     const char *id,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  tl_edit_set (edit, id, field, value, &error);
  g_assert_no_error (error);
}

/* cause → effect, an arrow to a third; the cause has a role, a tag, evidence and a place. */
static void
set_up (Case         *self,
        gconstpointer data)
{
  self->review = open_new (&self->path);
  self->cause = add_factor (self->review, "Caseloads were high");
  self->effect = add_factor (self->review, "The visit was cut short");
  self->outside = add_factor (self->review, "Nobody asked");

  TlEdit *edit = tl_edit_begin (self->review, "Set up", NULL);
  self->role = add_in (edit, "role", "label", "Social worker 2");
  g_autofree char *source = add_in (edit, "source", "title", "A secret source");
  g_autofree char *extract = add_in (edit, "extract", "source", source);
  g_autofree char *support = add_in (edit, "support", "extract", extract);
  g_autofree char *tag = add_in (edit, "tag", "target", self->cause);
  g_autofree char *link = add_in (edit, "link", "cause", self->cause);
  g_autofree char *other = add_in (edit, "link", "cause", self->effect);

  set (edit, extract, "quotation", "A secret quotation");
  set (edit, support, "target", self->cause);
  set (edit, tag, "code", "national-1:MS.3");
  set (edit, link, "effect", self->effect);
  set (edit, link, "rationale", "No time was left");
  set (edit, other, "effect", self->outside);
  set (edit, self->cause, "role", self->role);
  set (edit, self->cause, "x", "120");
  set (edit, self->cause, "y", "80");
  set (edit, self->cause, "pinned", "true");
  set (edit, self->effect, "x", "120");
  set (edit, self->effect, "y", "300");
  commit_edit (edit);
}

static void
tear_down (Case         *self,
           gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_clear_object (&self->review);
  g_remove (self->path);
  g_rmdir (folder);
  g_free (self->path);
  g_free (self->cause);
  g_free (self->effect);
  g_free (self->outside);
  g_free (self->role);
}

static TlFragment *
copy_two (Case *self)
{
  const char *const ids[] = { self->effect, self->cause, NULL };

  return tl_fragment_new (self->review, ids);
}

static GBytes *
copy_as_xml (Case *self)
{
  g_autoptr (TlFragment) fragment = copy_two (self);
  char *xml = tl_fragment_dup_xml (fragment);

  return g_bytes_new_take (xml, strlen (xml));
}

static guint
count (TlReview   *review,
       const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (review, kind));
}

/* Adds the fragment to @review; returns what is said of it. */
static char *
paste (TlFragment *fragment,
       TlReview   *review)
{
  g_autoptr (GError) error = NULL;
  char *losses = tl_fragment_fit (fragment, review);
  TlEdit *edit = tl_edit_begin (review, "Paste", &error);

  g_assert_no_error (error);
  tl_fragment_add (fragment, edit, &error);
  g_assert_no_error (error);
  commit_edit (edit);
  return losses;
}

static TlRecord *
get_factor (TlReview   *review,
            TlFragment *fragment,
            guint       position)
{
  return tl_review_lookup (review, tl_fragment_get_factor (fragment, position)->id);
}

static void
test_round_trip (Case         *self,
                 gconstpointer data)
{
  g_autoptr (GBytes) bytes = copy_as_xml (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFragment) fragment = tl_fragment_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_fragment_get_n_factors (fragment), ==, 2);
  g_autofree char *again = tl_fragment_dup_xml (fragment);
  g_assert_cmpstr (again, ==, g_bytes_get_data (bytes, NULL));

  g_assert_null (paste (fragment, self->review));
  g_assert_cmpuint (count (self->review, "factor"), ==, 5);
  g_assert_cmpuint (count (self->review, "link"), ==, 3);
  g_assert_cmpuint (count (self->review, "tag"), ==, 2);
  g_assert_cmpuint (count (self->review, "support"), ==, 2);
  g_assert_cmpuint (count (self->review, "role"), ==, 1);

  TlRecord *cause = get_factor (self->review, fragment, 0);
  TlRecord *effect = get_factor (self->review, fragment, 1);
  g_assert_cmpstr (tl_record_get_text (cause, "statement"), ==, "Caseloads were high");
  g_assert_cmpstr (tl_record_get_id (cause), !=, self->cause);
  g_assert_cmpstr (tl_record_get_text (cause, "role"), ==, self->role);
  g_assert_cmpstr (tl_record_get_text (cause, "level"), ==, "frontline");
  g_assert_cmpint (tl_record_get_int (cause, "x", 0), ==, 120);
  g_assert_false (tl_record_get_bool (cause, "pinned"));

  g_autoptr (GPtrArray) links = tl_review_get_referrers (self->review, tl_record_get_id (cause), "link", "cause");
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpstr (tl_record_get_text (links->pdata[0], "effect"), ==, tl_record_get_id (effect));
  g_assert_cmpstr (tl_record_get_text (links->pdata[0], "rationale"), ==, "No time was left");
}

static void
test_names_stay_behind (Case         *self,
                        gconstpointer data)
{
  g_autoptr (GBytes) bytes = copy_as_xml (self);
  const char *xml = g_bytes_get_data (bytes, NULL);

  g_assert_nonnull (strstr (xml, self->role));
  g_assert_null (strstr (xml, "Social worker"));
  g_assert_null (strstr (xml, "secret"));
  g_assert_null (strstr (xml, "A case"));
  g_assert_null (strstr (xml, "Nobody asked"));
}

static void
test_another_review (Case         *self,
                     gconstpointer data)
{
  g_autoptr (GBytes) bytes = copy_as_xml (self);
  g_autoptr (TlFragment) fragment = tl_fragment_new_from_xml (bytes, NULL);
  char *path;
  TlReview *other = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *losses = paste (fragment, other);

  g_assert_cmpstr (losses, ==,
                   "Left behind: 1 mention of a role, agency or episode that is not in this review; 1 piece of "
                   "evidence from a source that is not in this review.");
  g_assert_cmpuint (count (other, "factor"), ==, 2);
  g_assert_cmpuint (count (other, "link"), ==, 1);
  g_assert_cmpuint (count (other, "tag"), ==, 1);
  g_assert_cmpuint (count (other, "support"), ==, 0);
  g_assert_cmpuint (count (other, "role"), ==, 0);
  g_assert_null (tl_record_get_text (get_factor (other, fragment, 0), "role"));
  g_clear_object (&other);
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
}

static void
test_another_method (Case         *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  set (edit, self->cause, "kind", "action");
  commit_edit (edit);

  g_autoptr (TlFragment) fragment = copy_two (self);
  g_autofree char *path = make_path ("other.throughline");
  g_autofree char *folder = g_path_get_dirname (path);
  tl_review_create_titled (path, 0, "Another", "causal-loop", "england_2010", &error);
  g_assert_no_error (error);
  TlReview *other = tl_review_open (path, 0, &error);
  g_assert_no_error (error);
  g_autofree char *losses = paste (fragment, other);

  /* two levels and a kind */
  g_assert_true (g_str_has_prefix (losses, "Left behind: 3 levels, kinds or groups that the method"));
  TlRecord *cause = get_factor (other, fragment, 0);
  g_assert_null (tl_record_get_text (cause, "level"));
  g_assert_null (tl_record_get_text (cause, "kind"));
  g_assert_cmpstr (tl_record_get_text (cause, "statement"), ==, "Caseloads were high");
  g_clear_object (&other);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_nothing_to_copy (Case         *self,
                      gconstpointer data)
{
  const char *const ids[] = { self->role, "nobody", NULL };

  g_assert_null (tl_fragment_new (self->review, ids));
}

static void
test_text (Case         *self,
           gconstpointer data)
{
  g_autoptr (TlFragment) fragment = copy_two (self);
  g_autofree char *text = tl_fragment_dup_text (fragment);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==,
                   "Caseloads were high\nThe visit was cut short\nCaseloads were high → The visit was cut short\n");
  g_autoptr (TlFragment) read = tl_fragment_new_from_text (text, self->review, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_fragment_get_n_factors (read), ==, 2);
  g_assert_null (paste (read, self->review));
  g_assert_cmpuint (count (self->review, "link"), ==, 3);
  g_assert_cmpstr (tl_record_get_text (get_factor (self->review, read, 0), "kind"), ==, "factor");
}

static void
test_text_from_elsewhere (Case         *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFragment) fragment = tl_fragment_new_from_text (
      "  • Posts were\tfrozen \r\n\n3) Nobody asked -> The visit was cut short → Posts were frozen\n"
      "2012 was busy\n", self->review, &error);
  const char *const expected[] = { "Posts were frozen", "Nobody asked", "The visit was cut short", "2012 was busy" };

  g_assert_no_error (error);
  g_assert_cmpuint (tl_fragment_get_n_factors (fragment), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (tl_plain_record_get (tl_fragment_get_factor (fragment, i), "statement")->text, ==, expected[i]);
  tl_fragment_set_level (fragment, 0, "national");
  tl_fragment_place (fragment, 0, 7, -3);
  g_assert_null (paste (fragment, self->review));
  g_assert_cmpuint (count (self->review, "link"), ==, 4);
  TlRecord *first = get_factor (self->review, fragment, 0);
  g_assert_cmpint (tl_record_get_int (first, "y", 0), ==, -3);
  g_assert_cmpstr (tl_record_get_text (first, "level"), ==, "national");
}

static void
refuse_text (Case       *self,
             const char *text,
             const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_fragment_new_from_text (text, self->review, &error));
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_hostile_text (Case         *self,
                   gconstpointer data)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *line = g_strnfill (5000, 'x');
  g_autofree char *large = g_strnfill (TL_FRAGMENT_MAX_TEXT + 1, '\n');
  g_autofree char *second = g_strconcat ("One\n", line, NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (many, "%u -> ", i);
  refuse_text (self, "", "no text");
  refuse_text (self, " \n\t\n - \n", "no text");
  refuse_text (self, second, "Line 2");
  refuse_text (self, many->str, "in parts");
  refuse_text (self, large, "1 MB");

  g_autoptr (TlFragment) fragment = tl_fragment_new_from_text ("Bad \xff byte\x01", self->review, NULL);
  g_assert_cmpstr (tl_plain_record_get (tl_fragment_get_factor (fragment, 0), "statement")->text, ==,
                   "Bad \xef\xbf\xbd byte");
}

#define START "<throughline xmlns=\"urn:throughline:review:1\" format=\"1\" tier=\"transfer\">\n"
#define REVIEW "<review id=\"00000000-0000-4000-8000-000000000001\"/>\n"
#define A "00000000-0000-4000-8000-00000000000a"
#define B "00000000-0000-4000-8000-00000000000b"
#define END "</throughline>\n"

static const struct {
  const char *text;
  const char *reason;
} hostile[] = {
  { "", "well-formed" },
  { "\x7f" "ELF", "well-formed" },
  { "<html/>", "not a Throughline review" },
  { "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" START "&e;" END, "document type" },
  { START REVIEW END, "no factor" },
  { START REVIEW "<factor id=\"" A "\" x=\"99999999999\"/>" END, "x" },
  { START REVIEW "<factor id=\"" A "\" statement=\"here\"/>" END, "statement" },
  { START REVIEW "<factor id=\"../../x\"/>" END, "not an id" },
  { START REVIEW "<factor id=\"" A "\"/><link id=\"" B "\" cause=\"" A "\" effect=\"" B "\"/>" END, B },
  { START REVIEW "<factor id=\"" A "\"/><tag id=\"" B "\" target-factor=\"" A "\" code=\"national-1:MS.3\"/>" END,
    "code" },
  { "<throughline xmlns=\"urn:throughline:review:1\" format=\"1\" tier=\"learning\">\n" REVIEW "<factor id=\"" A
    "\"/>" END, "learning" },
};

static void
test_hostile_xml (Case         *self,
                  gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (hostile[i].text, strlen (hostile[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_fragment_new_from_xml (bytes, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, hostile[i].reason) == NULL)
        g_error ("Case %u says: %s", i, error->message);
    }
}

static void
test_too_many (Case         *self,
               gconstpointer data)
{
  g_autoptr (GString) xml = g_string_new (START REVIEW);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TL_FRAGMENT_MAX_FACTORS; i++)
    g_string_append_printf (xml, "<factor id=\"%08x-0000-4000-8000-000000000000\"/>\n", i);
  g_string_append (xml, END);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml->str, xml->len);
  g_assert_null (tl_fragment_new_from_xml (bytes, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);

  g_clear_error (&error);
  g_autofree char *large = g_strnfill (TL_FRAGMENT_MAX_BYTES + 1, ' ');
  g_autoptr (GBytes) spaces = g_bytes_new_static (large, TL_FRAGMENT_MAX_BYTES + 1);
  g_assert_null (tl_fragment_new_from_xml (spaces, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);
}

/* What pretends to be more than a fragment brings no more than one. */
static void
test_only_the_graph_comes_in (Case         *self,
                              gconstpointer data)
{
  const char *xml = START REVIEW "<role id=\"" B "\"><label>Intruder</label></role><factor id=\"" A "\" role=\"" B
                    "\"><statement>In</statement></factor><finding id=\"00000000-0000-4000-8000-00000000000c\"/>" END;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFragment) fragment = tl_fragment_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  g_autofree char *losses = paste (fragment, self->review);
  g_assert_nonnull (losses);
  g_assert_cmpuint (count (self->review, "role"), ==, 1);
  g_assert_cmpuint (count (self->review, "finding"), ==, 0);
  g_assert_cmpuint (count (self->review, "factor"), ==, 4);
}

#define ADD(name, function) g_test_add ("/fragment/" name, Case, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("what-is-copied-comes-back", test_round_trip);
  ADD ("names-and-sources-stay-behind", test_names_stay_behind);
  ADD ("another-review-takes-what-it-knows", test_another_review);
  ADD ("another-method-drops-keys-and-says-so", test_another_method);
  ADD ("without-a-factor-there-is-nothing-to-copy", test_nothing_to_copy);
  ADD ("as-text-it-can-be-read", test_text);
  ADD ("text-from-elsewhere-becomes-factors", test_text_from_elsewhere);
  ADD ("hostile-text-is-refused", test_hostile_text);
  ADD ("hostile-xml-is-refused", test_hostile_xml);
  ADD ("too-much-is-refused", test_too_many);
  ADD ("only-the-graph-comes-in", test_only_the_graph_comes_in);

  return g_test_run ();
}
