/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Local figures as evidence: what they are for or against, and how one is said. A figure is never said without what it
 * was counted among, and is neither good nor bad. */
#include "config.h"

#include "model/case/tl-figure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a figure can't be read without. */
static const char *const needed[] = { "base", "period", "source" };

/* The list in which a figure names claims of a kind, or NULL. */
static const char *
get_list_name (const TlKind *kind,
               gboolean      against)
{
  if (kind == tl_kind_lookup ("factor"))
    return against ? "against_factors" : "for_factors";
  if (kind == tl_kind_lookup ("finding"))
    return against ? "against_findings" : "for_findings";
  return NULL;
}

/**
 * tl_figure_may_support:
 * @kind: a kind
 *
 * Returns: whether a figure can speak for or against records of it
 */
gboolean
tl_figure_may_support (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  return get_list_name (kind, FALSE) != NULL;
}

/**
 * tl_figure_list_for:
 * @review: a review
 * @claim: a factor or finding
 *
 * Returns: (transfer container) (element-type TlRecord): the figures for @claim, then those against it
 */
GPtrArray *
tl_figure_list_for (TlReview *review,
                    TlRecord *claim)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (claim), NULL);

  const TlKind *kind = tl_record_get_kind (claim);
  GPtrArray *found = tl_review_get_referrers (review, tl_record_get_id (claim), "figure", get_list_name (kind, FALSE));
  g_autoptr (GPtrArray) against
      = tl_review_get_referrers (review, tl_record_get_id (claim), "figure", get_list_name (kind, TRUE));

  for (guint i = 0; i < against->len; i++)
    if (!g_ptr_array_find (found, g_ptr_array_index (against, i), NULL))
      g_ptr_array_add (found, g_ptr_array_index (against, i));
  return found;
}

/**
 * tl_figure_is_against:
 * @figure: a figure
 * @claim: a factor or finding that it names
 *
 * Returns: whether it speaks against @claim
 */
gboolean
tl_figure_is_against (TlRecord *figure,
                      TlRecord *claim)
{
  g_return_val_if_fail (tl_record_is (figure, "figure") && TL_IS_RECORD (claim), FALSE);

  return g_strv_contains (tl_record_get_list (figure, get_list_name (tl_record_get_kind (claim), TRUE)),
                          tl_record_get_id (claim));
}

/**
 * tl_figure_dup_words:
 * @figure: a figure
 *
 * Says a figure with all that belongs to it: "34, out of 60 contacts made by schools, 2011 to 2012; audit of the duty
 * team. Schools only." A figure is said in no other way, so that it never stands alone.
 *
 * Returns: (transfer full): the words, perhaps empty; what is missing is not said, see tl_figure_dup_missing()
 */
char *
tl_figure_dup_words (TlRecord *figure)
{
  g_return_val_if_fail (tl_record_is (figure, "figure"), NULL);

  GString *words = g_string_new (tl_record_get_text (figure, "value"));
  const char *base = tl_record_get_text (figure, "base");
  const char *period = tl_record_get_text (figure, "period");
  const char *source = tl_record_get_text (figure, "source");
  const char *caveat = tl_record_get_text (figure, "caveat");

  if (base != NULL)
    /* Translators: what a figure was counted among, after the figure: “34, out of 60 contacts” */
    g_string_append_printf (words, words->len > 0 ? _(", out of %s") : _("Out of %s"), base);
  if (period != NULL)
    g_string_append_printf (words, words->len > 0 ? ", %s" : "%s", period);
  if (source != NULL)
    g_string_append_printf (words, words->len > 0 ? "; %s" : "%s", source);
  if (caveat != NULL)
    g_string_append_printf (words, words->len > 0 ? ". %s" : "%s", caveat);
  return g_string_free (words, FALSE);
}

/**
 * tl_figure_dup_missing:
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): the labels of what it doesn't say and can't be read without, in quotation marks;
 *   %NULL if it says all, or gives no figure yet
 */
char *
tl_figure_dup_missing (TlRecord *figure)
{
  g_return_val_if_fail (tl_record_is (figure, "figure"), NULL);

  const TlKind *kind = tl_record_get_kind (figure);
  g_autoptr (GString) missing = g_string_new (NULL);

  if (tl_record_get_text (figure, "value") == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (tl_record_get_text (figure, needed[i]) == NULL)
      g_string_append_printf (missing, missing->len == 0 ? "“%s”" : " · “%s”",
                              _(tl_kind_find_field (kind, needed[i])->label));
  return missing->len > 0 ? g_string_free (g_steal_pointer (&missing), FALSE) : NULL;
}

/**
 * tl_figure_edit_add:
 * @edit: an edit
 * @claim: a factor or finding
 * @error: return location
 *
 * Adds a figure that speaks for @claim and says nothing yet.
 *
 * Returns: (transfer full) (nullable): its id; %NULL on failure, and then the edit can only be aborted
 */
char *
tl_figure_edit_add (TlEdit    *edit,
                    TlRecord  *claim,
                    GError   **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_RECORD (claim), NULL);
  g_return_val_if_fail (tl_figure_may_support (tl_record_get_kind (claim)), NULL);

  const char *const ids[] = { tl_record_get_id (claim), NULL };
  g_autofree char *id = tl_edit_add (edit, "figure", NULL, error);

  if (id == NULL
      || !tl_edit_set_list (edit, id, get_list_name (tl_record_get_kind (claim), FALSE), ids, error))
    return NULL;
  return g_steal_pointer (&id);
}
