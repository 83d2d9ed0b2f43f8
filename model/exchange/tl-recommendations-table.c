/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recommendations of a review, and what became of each, as a table for a spreadsheet. */
#include "config.h"

#include "model/exchange/tl-recommendations-table.h"

#include "model/case/tl-recommendations.h"
#include "model/exchange/tl-csv.h"

static void
append_row (GString    *out,
            TlReview   *review,
            TlRecord   *recommendation)
{
  for (guint part = 0; part < TL_N_RECOMMENDATION_PARTS; part++)
    {
      g_autofree char *text
        = recommendation != NULL ? tl_recommendations_dup_part (review, recommendation, part)
                                 : g_strdup (tl_recommendations_get_label (part));

      tl_csv_append_cell (out, text);
    }
  g_string_append_c (out, '\n');
}

/**
 * tl_recommendations_table_dup_csv:
 * @review: a review
 *
 * Returns: (transfer full): a row for each recommendation, by number, after one that names the columns
 */
char *
tl_recommendations_table_dup_csv (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  g_autoptr (GPtrArray) all = tl_recommendations_list (review);
  GString *out = g_string_new (NULL);

  append_row (out, review, NULL);
  for (guint i = 0; i < all->len; i++)
    append_row (out, review, g_ptr_array_index (all, i));
  return g_string_free (out, FALSE);
}
