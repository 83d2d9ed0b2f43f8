/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lenses: what factors answer, counted, and following the review. */
#include "config.h"

#include "tests/review-case.h"

#include "model/typology/tl-typology.h"
#include "ui/canvas/tl-canvas-lens.h"

typedef struct {
  char *path;
  TlReview *review;
  TlCanvasLens *lens;
  char *first, *second;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->review = open_new (&self->path);
  self->first = add_factor (self->review, "Caseloads high");
  self->second = add_factor (self->review, "Visits short");
  self->lens = tl_canvas_lens_new (self->review);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->lens);
  g_free (self->first);
  g_free (self->second);
  g_object_unref (self->review);
  g_free (self->path);
}

/* Adds a record with fields given as pairs. */
static char *
add (Fixture    *self,
     const char *kind,
     ...)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  char *id = tl_edit_add (edit, kind, NULL, &error);
  const char *field;
  va_list fields;

  va_start (fields, kind);
  while ((field = va_arg (fields, const char *)) != NULL)
    {
      tl_edit_set (edit, id, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static void
assert_answer (Fixture    *self,
               const char *id,
               const char *title)
{
  g_assert_cmpstr (tl_canvas_lens_find_answer (self->lens, id)->title, ==, title);
}

/* An answer for each factor, and no two answers with one mark. */
static void
assert_whole (Fixture *self)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < tl_canvas_lens_get_n_answers (self->lens); i++)
    {
      const TlLensAnswer *answer = tl_canvas_lens_get_answer (self->lens, i);

      n += answer->n;
      g_assert_true (g_hash_table_add (marks, answer->mark));
      g_assert_cmpuint (answer->colour, <, TL_LENS_N_COLOURS);
    }
  g_assert_cmpuint (n, ==, tl_record_list_get_n (tl_review_get_list (self->review, "factor")));
}

static void
every_lens_has_an_answer_for_each_factor (Fixture      *self,
                                          gconstpointer data)
{
  g_autofree char *agency = add (self, "agency", "label", "Health", NULL);

  g_assert_null (tl_canvas_lens_find_answer (self->lens, self->first));
  for (TlLensKind kind = TL_LENS_EVIDENCE; kind < TL_N_LENSES; kind++)
    {
      tl_canvas_lens_set_kind (self->lens, kind);
      assert_whole (self);
    }
  set_field (self->review, self->first, "agency", agency);
  tl_canvas_lens_set_kind (self->lens, TL_LENS_AGENCY);
  assert_answer (self, self->first, "Health");
  assert_answer (self, self->second, "no agency’s");
  assert_whole (self);
}

static char *
add_support (Fixture    *self,
             const char *source,
             const char *stance)
{
  g_autofree char *extract = add (self, "extract", "source", source, "quotation", "so it was", NULL);

  return add (self, "support", "extract", extract, "target", self->first, "stance", stance, NULL);
}

static void
evidence_counts_voices_not_extracts (Fixture      *self,
                                     gconstpointer data)
{
  g_autofree char *record = add (self, "source", "title", "Case record", NULL);
  g_autofree char *minutes = add (self, "source", "title", "Minutes", NULL);

  tl_canvas_lens_set_kind (self->lens, TL_LENS_EVIDENCE);
  assert_answer (self, self->first, "rests on nothing yet");
  g_free (add_support (self, record, "for"));
  g_free (add_support (self, record, "for"));
  assert_answer (self, self->first, "on one voice");
  g_free (add_support (self, minutes, "for"));
  assert_answer (self, self->first, "on several voices");
  g_free (add_support (self, minutes, "against"));
  assert_answer (self, self->first, "evidence against it");
  g_assert_cmpstr (tl_canvas_lens_find_detail (self->lens, self->first), ==, "3 for it, 1 against it");
  g_assert_cmpstr (tl_canvas_lens_find_detail (self->lens, self->second), ==, "0 for it, 0 against it");
  assert_answer (self, self->second, "rests on nothing yet");
  assert_whole (self);
}

/* Two conversations with one person are one voice; and a voice from afterwards says nothing of what could be seen. */
static void
one_voice_and_later_voices_are_told_apart (Fixture      *self,
                                           gconstpointer data)
{
  g_autofree char *role = add (self, "role", "label", "Teacher 1", NULL);
  g_autofree char *first = add (self, "source", "title", "A talk", "type", "conversation", "role", role, NULL);
  g_autofree char *second = add (self, "source", "title", "Another", "type", "conversation", "role", role, NULL);
  g_autofree char *minutes = add (self, "source", "title", "Minutes", "type", "minutes", "date", "2011-02", NULL);
  g_autofree char *support = NULL;

  tl_canvas_lens_set_kind (self->lens, TL_LENS_EVIDENCE);
  set_field (self->review, self->first, "known_from", "2010");
  support = add_support (self, minutes, "for");
  assert_answer (self, self->first, "only on what was known later");
  g_free (add_support (self, first, "for"));
  assert_answer (self, self->first, "on several voices");
  set_field (self->review, support, "stance", "against");
  assert_answer (self, self->first, "evidence against it");
  set_field (self->review, support, "target", self->second);
  g_free (add_support (self, second, "for"));
  assert_answer (self, self->first, "on one voice");
  assert_whole (self);
}

static void
tags_are_counted_or_one_code_is_looked_for (Fixture      *self,
                                            gconstpointer data)
{
  g_free (add (self, "tag", "target", self->first, "code", "national-1:MS.3", NULL));
  g_free (add (self, "tag", "target", self->first, "code", "national-1:MS.3", NULL));
  g_free (add (self, "tag", "target", self->second, "verdict", "cannot_code", NULL));
  tl_canvas_lens_set_kind (self->lens, TL_LENS_TAGS);
  g_assert_null (tl_canvas_lens_find_detail (self->lens, self->first));
  assert_answer (self, self->first, "one code");
  assert_answer (self, self->second, "cannot be coded, or an outcome");
  g_free (add (self, "tag", "target", self->first, "code", "journey-1:SM.6", NULL));
  assert_answer (self, self->first, "several codes");
  tl_canvas_lens_set_code (self->lens, "journey-1:SM.6");
  assert_answer (self, self->first, "with this code");
  assert_answer (self, self->second, "without this code");
  assert_whole (self);
}

static void
tags_are_seen_by_their_categories (Fixture      *self,
                                   gconstpointer data)
{
  g_free (add (self, "tag", "target", self->first, "code", "national-1:MS.3", NULL));
  g_free (add (self, "tag", "target", self->first, "code", "national-1:MS.1", NULL));
  tl_canvas_lens_set_kind (self->lens, TL_LENS_CATEGORIES);
  assert_answer (self, self->first, tl_code_get_label (tl_typologies_find_code ("national-1:MS")));
  g_assert_cmpstr (tl_canvas_lens_find_answer (self->lens, self->first)->mark, ==, "A");
  assert_answer (self, self->second, "in no category");
  g_free (add (self, "tag", "target", self->first, "code", "national-1:TO.1", NULL));
  g_free (add (self, "tag", "target", self->second, "code", "national-1:TO.1", NULL));
  assert_answer (self, self->first, "in several categories");
  assert_answer (self, self->second, tl_code_get_label (tl_typologies_find_code ("national-1:TO")));
  assert_whole (self);
}

static void
what_is_said_of_a_factor_shows_at_once (Fixture      *self,
                                        gconstpointer data)
{
  g_autoptr (TlCheckList) checks = tl_check_list_new (self->review);

  tl_canvas_lens_set_checks (self->lens, checks);
  tl_canvas_lens_set_kind (self->lens, TL_LENS_CERTAINTY);
  assert_answer (self, self->first, "not said");
  set_field (self->review, self->first, "certainty", "possible");
  assert_answer (self, self->first, "possible");
  tl_canvas_lens_set_kind (self->lens, TL_LENS_INFLUENCE);
  set_field (self->review, self->second, "influence", "both");
  assert_answer (self, self->second, "helped and hindered");
  tl_canvas_lens_set_kind (self->lens, TL_LENS_CHECKS);
  while (g_str_equal (tl_canvas_lens_find_answer (self->lens, self->first)->title, "nothing to say"))
    g_assert_true (g_main_context_iteration (NULL, FALSE));
  tl_canvas_lens_set_kind (self->lens, TL_LENS_NONE);
  g_assert_null (tl_canvas_lens_find_answer (self->lens, self->first));
}

int
main (int   argc,
      char *argv[])
{
  const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/lens/every-lens-has-an-answer-for-each-factor", every_lens_has_an_answer_for_each_factor },
    { "/lens/evidence-counts-voices-not-extracts", evidence_counts_voices_not_extracts },
    { "/lens/one-voice-and-later-voices-are-told-apart", one_voice_and_later_voices_are_told_apart },
    { "/lens/tags-are-counted-or-one-code-is-looked-for", tags_are_counted_or_one_code_is_looked_for },
    { "/lens/tags-are-seen-by-their-categories", tags_are_seen_by_their_categories },
    { "/lens/what-is-said-of-a-factor-shows-at-once", what_is_said_of_a_factor_shows_at_once },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
