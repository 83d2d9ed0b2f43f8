/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of recommendations: how each was answered at first and is now, by when it was to be done at first and by
 * when now. A date that moved is a fact, not a fault: nothing here says late. */
#include "config.h"

#include "model/case/tl-recommendations.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date-shift.h"
#include "model/case/tl-board.h"

static int
compare_by_number (gconstpointer a,
                   gconstpointer b)
{
  return tl_recommendations_compare (NULL, *(TlRecord **) a, *(TlRecord **) b, TL_RECOMMENDATION_NUMBER);
}

/**
 * tl_recommendations_list:
 * @review: a review
 *
 * Returns: (transfer container) (element-type TlRecord): its recommendations, by number
 */
GPtrArray *
tl_recommendations_list (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecordList *list = tl_review_get_list (review, "recommendation");
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    g_ptr_array_add (all, tl_record_list_get (list, i));
  g_ptr_array_sort (all, compare_by_number);
  return all;
}

/**
 * tl_recommendations_get_label:
 *
 * Returns: what @part is called at the head of a table
 */
const char *
tl_recommendations_get_label (TlRecommendationPart part)
{
  static const char *const labels[] = {
    [TL_RECOMMENDATION_NUMBER] = N_("Number"),
    [TL_RECOMMENDATION_TEXT] = N_("Recommendation"),
    [TL_RECOMMENDATION_FIRST_DECISION] = N_("First response"),
    [TL_RECOMMENDATION_DECISION] = N_("Response now"),
    [TL_RECOMMENDATION_FIRST_TIMESCALE] = N_("First timescale"),
    [TL_RECOMMENDATION_TIMESCALE] = N_("Timescale now"),
    [TL_RECOMMENDATION_OWNER] = N_("Owner"),
  };

  g_return_val_if_fail (part < TL_N_RECOMMENDATION_PARTS, NULL);
  return _(labels[part]);
}

/* The board's answer is in the recommendation, or in the first or last of its responses. */
static const char *
get_decision (TlReview *review,
              TlRecord *recommendation,
              gboolean  first)
{
  const char *own = tl_record_get_text (recommendation, first ? "first_decision" : "decision");
  g_autoptr (GPtrArray) responses = tl_board_list_responses (review, recommendation);

  if (own != NULL || responses->len == 0)
    return own;
  return tl_record_get_text (g_ptr_array_index (responses, first ? 0 : responses->len - 1), "decision");
}

static char *
dup_decision (TlReview *review,
              TlRecord *recommendation,
              gboolean  first)
{
  const char *key = get_decision (review, recommendation, first);
  const TlField *field = tl_kind_find_field (tl_record_get_kind (recommendation), "decision");
  const char *label = key != NULL ? tl_field_get_choice_label (field, key) : NULL;

  return g_strdup (label != NULL ? _(label) : key);
}

static char *
dup_timescale (TlRecord *recommendation,
               gboolean  revised)
{
  const char *words = tl_record_get_text (recommendation, revised ? "timescale" : "first_timescale");
  TlDate due;

  if (words != NULL)
    return g_strdup (words);
  return tl_recommendations_get_due (recommendation, revised, &due) ? tl_date_format (&due) : NULL;
}

static char *
dup_owner (TlReview *review,
           TlRecord *recommendation)
{
  g_autoptr (GPtrArray) responses = tl_board_list_responses (review, recommendation);

  for (guint i = responses->len; i > 0; i--)
    {
      const char *owner = tl_record_get_text (g_ptr_array_index (responses, i - 1), "owner");

      if (owner != NULL)
        return g_strdup (owner);
    }
  return g_strdup (tl_record_get_text (recommendation, "addressee"));
}

/**
 * tl_recommendations_dup_part:
 * @review: a review
 * @recommendation: one of its recommendations
 * @part: what of it
 *
 * Where the response and the owner are not said of the recommendation itself, they are those of the board's response.
 *
 * Returns: (transfer full): it in words, which may be none
 */
char *
tl_recommendations_dup_part (TlReview             *review,
                             TlRecord             *recommendation,
                             TlRecommendationPart  part)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (recommendation, "recommendation"), NULL);

  gint64 number = tl_record_get_int (recommendation, "number", 0);
  char *words = NULL;

  if (part == TL_RECOMMENDATION_NUMBER && number > 0)
    words = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  else if (part == TL_RECOMMENDATION_TEXT)
    words = g_strdup (tl_record_get_text (recommendation, "text"));
  else if (part == TL_RECOMMENDATION_FIRST_DECISION || part == TL_RECOMMENDATION_DECISION)
    words = dup_decision (review, recommendation, part == TL_RECOMMENDATION_FIRST_DECISION);
  else if (part == TL_RECOMMENDATION_FIRST_TIMESCALE || part == TL_RECOMMENDATION_TIMESCALE)
    words = dup_timescale (recommendation, part == TL_RECOMMENDATION_TIMESCALE);
  else if (part == TL_RECOMMENDATION_OWNER)
    words = dup_owner (review, recommendation);
  return words != NULL ? words : g_strdup ("");
}

static int
compare_dues (TlRecord *one,
              TlRecord *other,
              gboolean  revised)
{
  TlDate date, other_date;
  gboolean has_date = tl_recommendations_get_due (one, revised, &date);
  gboolean other_has_date = tl_recommendations_get_due (other, revised, &other_date);

  if (!has_date || !other_has_date)
    return (int) other_has_date - (int) has_date;
  return tl_date_compare_start (&date, &other_date);
}

/**
 * tl_recommendations_compare:
 * @review: a review; not looked at for the number and the timescales
 * @one: one of its recommendations
 * @other: another
 * @part: by what
 *
 * Numbers are compared as such, timescales by their dates, the rest as words; what has none comes last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tl_recommendations_compare (TlReview             *review,
                            TlRecord             *one,
                            TlRecord             *other,
                            TlRecommendationPart  part)
{
  g_return_val_if_fail (TL_IS_RECORD (one) && TL_IS_RECORD (other), 0);

  if (part == TL_RECOMMENDATION_NUMBER)
    {
      gint64 number = tl_record_get_int (one, "number", G_MAXINT64);
      gint64 other_number = tl_record_get_int (other, "number", G_MAXINT64);

      return (number > other_number) - (number < other_number);
    }
  if (part == TL_RECOMMENDATION_FIRST_TIMESCALE || part == TL_RECOMMENDATION_TIMESCALE)
    return compare_dues (one, other, part == TL_RECOMMENDATION_TIMESCALE);

  g_autofree char *words = tl_recommendations_dup_part (review, one, part);
  g_autofree char *other_words = tl_recommendations_dup_part (review, other, part);

  if (words[0] == '\0' || other_words[0] == '\0')
    return (int) (words[0] == '\0') - (int) (other_words[0] == '\0');
  return g_utf8_collate (words, other_words);
}

/**
 * tl_recommendations_get_due:
 * @recommendation: a recommendation
 * @revised: as revised, not as first given
 * @due: (out): when it is due
 *
 * Returns: whether there is a date
 */
gboolean
tl_recommendations_get_due (TlRecord *recommendation,
                            gboolean  revised,
                            TlDate   *due)
{
  g_return_val_if_fail (tl_record_is (recommendation, "recommendation") && due != NULL, FALSE);
  return tl_date_parse (tl_record_get_text (recommendation, revised ? "due" : "first_due"), due);
}

/* Months are counted only between dates that say their months. */
static char *
dup_distance (const TlDate *from,
              const TlDate *to)
{
  int months = tl_date_months_between (from, to);

  if (tl_date_get_unit (from) > TL_DATE_UNIT_MONTH || tl_date_get_unit (to) > TL_DATE_UNIT_MONTH || months == 0)
    return NULL;
  if (months > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month later", "%d months later", (gulong) months),
                            months);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month earlier", "%d months earlier", (gulong) -months),
                          -months);
}

/**
 * tl_recommendations_dup_move:
 * @recommendation: a recommendation
 *
 * Returns: (transfer full): what became of the date by which it was due, as a sentence
 */
char *
tl_recommendations_dup_move (TlRecord *recommendation)
{
  g_return_val_if_fail (tl_record_is (recommendation, "recommendation"), NULL);

  TlDate first, now;
  gboolean has_first = tl_recommendations_get_due (recommendation, FALSE, &first);
  gboolean has_now = tl_recommendations_get_due (recommendation, TRUE, &now);
  g_autofree char *from = has_first ? tl_date_format (&first) : NULL;
  g_autofree char *to = has_now ? tl_date_format (&now) : NULL;

  if (!has_first && !has_now)
    return g_strdup (_("No date was given."));
  if (!has_now)
    return g_strdup_printf (_("First due %s; no date now."), from);
  if (!has_first)
    return g_strdup_printf (_("Without a date at first; now due %s."), to);
  if (tl_date_compare_start (&first, &now) == 0)
    return g_strdup_printf (_("Due %s, as first given."), to);

  g_autofree char *distance = dup_distance (&first, &now);

  if (distance == NULL)
    return g_strdup_printf (_("First due %s, now %s."), from, to);
  /* Translators: two dates, and how far apart they are: “7 months later”. */
  return g_strdup_printf (_("First due %s, now %s, %s."), from, to, distance);
}
