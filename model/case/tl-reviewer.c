/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those who carry out a review: how they are accredited, and what a reader may ask about that and about their
 * independence (recommendation 9 of the Munro Review: accredited, skilled, independent reviewers). */
#include "config.h"

#include "model/case/tl-reviewer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/method/tl-accreditors.h"
#include "model/method/tl-method.h"
#include "model/review/tl-review-terms.h"

/* A name shorter than this is in too many others. */
#define LEAST_NAME 4

static void
concern_free (gpointer data)
{
  TlReviewerConcern *concern = data;

  g_free (concern->sentence);
  g_free (concern);
}

/* Takes @sentence. */
static void
add (GPtrArray       *concerns,
     TlReviewerDoubt  doubt,
     char            *sentence)
{
  TlReviewerConcern *concern = g_new (TlReviewerConcern, 1);

  *concern = (TlReviewerConcern) { doubt, sentence };
  g_ptr_array_add (concerns, concern);
}

/* Dates */

static gint64
get_latest (const TlDate *date)
{
  gint64 earliest, latest;

  tl_date_get_bounds (date, &earliest, &latest);
  return latest;
}

static gint64
get_earliest (const TlDate *date)
{
  gint64 earliest, latest;

  tl_date_get_bounds (date, &earliest, &latest);
  return earliest;
}

/* The earliest response of the board: by then it had the review. */
static gboolean
find_first_response (TlReview *review,
                     TlDate   *date)
{
  TlRecordList *responses = tl_review_get_list (review, "response");
  gboolean found = FALSE;

  for (guint i = 0; i < tl_record_list_get_n (responses); i++)
    {
      TlDate other;

      if (!tl_date_parse (tl_record_get_text (tl_record_list_get (responses, i), "date"), &other)
          || (found && get_earliest (&other) >= get_earliest (date)))
        continue;
      *date = other;
      found = TRUE;
    }
  return found;
}

/**
 * tl_reviewer_find_last_work:
 * @review: a review
 * @date: (out caller-allocates): the last day on record on which it was at work
 *
 * A review keeps no diary of itself, and the clock says nothing about one that is read years later. So it is taken to
 * have been at work on the day of each of its conversations and until the board first responded; where neither is
 * dated, at least on the day of the index event.
 *
 * Returns: whether there is such a date
 */
gboolean
tl_reviewer_find_last_work (TlReview *review,
                            TlDate   *date)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && date != NULL, FALSE);

  TlRecordList *sources = tl_review_get_list (review, "source");
  gboolean found = find_first_response (review, date);

  for (guint i = 0; i < tl_record_list_get_n (sources); i++)
    {
      TlRecord *source = tl_record_list_get (sources, i);
      TlDate other;

      if (g_strcmp0 (tl_record_get_text (source, "type"), "conversation") != 0
          || !tl_date_parse (tl_record_get_text (source, "date"), &other)
          || (found && get_earliest (&other) <= get_earliest (date)))
        continue;
      *date = other;
      found = TRUE;
    }
  return found || tl_date_parse (tl_record_get_text (tl_review_get_subject (review), "index_event"), date);
}

static void
check_validity (TlReview  *review,
                TlRecord  *reviewer,
                GPtrArray *concerns)
{
  TlDate until, work;

  if (!tl_date_parse (tl_record_get_text (reviewer, "valid_until"), &until)
      || !tl_reviewer_find_last_work (review, &work) || get_latest (&until) >= get_earliest (&work))
    return;

  g_autofree char *end = tl_date_format (&until);
  g_autofree char *last = tl_date_format (&work);
  add (concerns, TL_REVIEWER_LAPSED,
       /* Translators: two dates */
       g_strdup_printf (_("The accreditation is recorded as valid until %s, and the review was at work on %s. Was it "
                          "renewed?"), end, last));
}

/* Methods */

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_strdup (g_strstrip (folded));
}

/* Whether one of the names stands in the other as whole words: “Harrowmere”, “Harrowmere Safeguarding Board”. */
static gboolean
names_meet (const char *one,
            const char *other)
{
  g_autofree char *a = fold (one);
  g_autofree char *b = fold (other);
  gboolean a_is_longer = strlen (a) > strlen (b);
  const char *shorter = a_is_longer ? b : a;
  g_autofree char *escaped = g_regex_escape_string (shorter, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<!\\w)%s(?!\\w)", escaped);

  return g_utf8_strlen (shorter, -1) >= LEAST_NAME && g_regex_match_simple (pattern, a_is_longer ? a : b, 0, 0);
}

static gboolean
is_for_method (TlRecord *reviewer,
               TlMethod *method)
{
  const char *methods = tl_record_get_text (reviewer, "methods");

  if (methods == NULL)
    {
      g_autoptr (GPtrArray) accreditors = tl_accreditors_list (NULL);
      const TlAccreditor *body
          = tl_accreditors_find (accreditors, tl_record_get_text (reviewer, "accrediting_body"));

      return body == NULL || g_strv_contains ((const char *const *) body->methods, tl_method_get_id (method));
    }

  g_auto (GStrv) names = g_regex_split_simple ("[;\n]", methods, 0, 0);
  for (guint i = 0; names[i] != NULL; i++)
    if (names_meet (names[i], tl_method_get_title (method)) || names_meet (names[i], tl_method_get_id (method)))
      return TRUE;
  return FALSE;
}

static void
check_method (TlReview  *review,
              TlRecord  *reviewer,
              GPtrArray *concerns)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;

  if (method != NULL && !is_for_method (reviewer, method))
    add (concerns, TL_REVIEWER_METHOD,
         /* Translators: a method */
         g_strdup_printf (_("The accreditation is not recorded as being for the method of this review, “%s”. Who "
                            "supervises its use?"), tl_method_get_title (method)));
}

/* Independence */

/* The first of the lines of @field that meets @name. */
static char *
find_line (TlRecord   *reviewer,
           const char *field,
           const char *name)
{
  const char *text = tl_record_get_text (reviewer, field);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; name != NULL && lines[i] != NULL; i++)
    if (names_meet (lines[i], name))
      return g_strdup (g_strstrip (lines[i]));
  return NULL;
}

/* What an agency of the case is called, by label or by real name, where the reviewer worked. */
static char *
find_agency (TlReview *review,
             TlRecord *reviewer)
{
  TlRecordList *agencies = tl_review_get_list (review, "agency");

  for (guint i = 0; i < tl_record_list_get_n (agencies); i++)
    {
      TlRecord *agency = tl_record_list_get (agencies, i);
      g_autoptr (GPtrArray) identities
          = tl_review_get_referrers (review, tl_record_get_id (agency), "identity", "subject");
      char *line = find_line (reviewer, "agencies", tl_record_get_text (agency, "label"));

      for (guint j = 0; line == NULL && j < identities->len; j++)
        line = find_line (reviewer, "agencies", tl_record_get_text (identities->pdata[j], "name"));
      if (line != NULL)
        return line;
    }
  return NULL;
}

static void
check_independence (TlReview  *review,
                    TlRecord  *reviewer,
                    GPtrArray *concerns)
{
  const char *board = tl_record_get_text (tl_review_get_subject (review), "board");
  g_autofree char *worked = find_line (reviewer, "boards", board);
  g_autofree char *reviewed = find_line (reviewer, "boards_reviewed", board);
  g_autofree char *agency = find_agency (review, reviewer);

  if (worked != NULL)
    add (concerns, TL_REVIEWER_CONFLICT,
         tl_review_dup_phrase (review, _("Has worked for {the_owner}. Does the declaration of independence say so?")));
  if (reviewed != NULL)
    add (concerns, TL_REVIEWER_CONFLICT,
         tl_review_dup_phrase (review, _("Has reviewed for {the_owner} before. Would somebody who has not see it "
                                         "differently?")));
  if (agency != NULL)
    add (concerns, TL_REVIEWER_CONFLICT,
         /* Translators: an agency, as it is written with the reviewer */
         g_strdup_printf (_("Has worked for an agency of this case, “%s”. Does the declaration of independence say "
                            "so?"), agency));
}

/**
 * tl_reviewer_list_concerns:
 * @review: a review
 * @reviewer: one of its reviewers
 *
 * What is recorded is compared with what else is: nothing is looked up anywhere, and what is not recorded is no
 * concern.
 *
 * Returns: (transfer full) (element-type TlReviewerConcern): what a reader may ask
 */
GPtrArray *
tl_reviewer_list_concerns (TlReview *review,
                           TlRecord *reviewer)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (reviewer, "reviewer"), NULL);

  GPtrArray *concerns = g_ptr_array_new_with_free_func (concern_free);

  check_validity (review, reviewer, concerns);
  check_method (review, reviewer, concerns);
  check_independence (review, reviewer, concerns);
  return concerns;
}

/**
 * tl_reviewer_dup_words:
 * @review: a review
 * @reviewer: one of its reviewers
 *
 * Returns: (transfer full): in which role, by whom accredited, for what and until when, as far as it is recorded
 */
char *
tl_reviewer_dup_words (TlReview *review,
                       TlRecord *reviewer)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (reviewer, "reviewer"), NULL);

  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const TlField *role = tl_kind_find_field (tl_record_get_kind (reviewer), "role");
  const char *key = tl_record_get_text (reviewer, "role");
  const char *label = key != NULL ? tl_field_get_choice_label (role, key) : NULL;
  const char *body = tl_record_get_text (reviewer, "accrediting_body");
  const char *methods = tl_record_get_text (reviewer, "methods");
  TlDate until;

  if (label != NULL)
    g_strv_builder_add (parts, _(label));
  if (body != NULL)
    g_strv_builder_add (parts, body);
  if (methods != NULL)
    g_strv_builder_add (parts, methods);
  if (tl_date_parse (tl_record_get_text (reviewer, "valid_until"), &until))
    {
      g_autofree char *date = tl_date_format (&until);
      /* Translators: when an accreditation ends */
      g_autofree char *words = g_strdup_printf (_("valid until %s"), date);

      g_strv_builder_add (parts, words);
    }

  g_auto (GStrv) lines = g_strv_builder_end (parts);
  return g_strjoinv (" · ", lines);
}
