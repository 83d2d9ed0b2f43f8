/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How factors and links are read aloud: the same words on the canvas and in the outline. */
#include "config.h"

#include "ui/widgets/tl-graph-wording.h"

#include "model/base/tl-text.h"

#include <glib/gi18n.h>

#define LABEL_CHARACTERS 40

/**
 * tl_graph_wording_statement:
 *
 * Returns: (transfer none): what a factor says, or that it says nothing yet
 */
const char *
tl_graph_wording_statement (TlRecord *factor)
{
  g_return_val_if_fail (TL_IS_RECORD (factor), NULL);

  const char *statement = tl_record_get_text (factor, "statement");
  return statement != NULL ? statement : _("No statement yet");
}

/**
 * tl_graph_wording_shorten:
 * @statement: (nullable): of a factor
 *
 * Returns: (transfer full): as much of it as there is room for in the history
 */
char *
tl_graph_wording_shorten (const char *statement)
{
  return tl_text_shorten (statement != NULL ? statement : _("No statement yet"), LABEL_CHARACTERS);
}

/**
 * tl_graph_wording_counts:
 *
 * Returns: (transfer full): "contributed to by 3, contributes to 1"
 */
char *
tl_graph_wording_counts (guint n_causes,
                         guint n_effects)
{
  g_autofree char *causes
      = g_strdup_printf (g_dngettext (NULL, "contributed to by %u", "contributed to by %u", n_causes), n_causes);
  g_autofree char *effects
      = g_strdup_printf (g_dngettext (NULL, "contributes to %u", "contributes to %u", n_effects), n_effects);

  /* Translators: "contributed to by 3, contributes to 1" */
  return g_strdup_printf (_("%s, %s"), causes, effects);
}

/**
 * tl_graph_wording_level:
 *
 * Returns: (transfer none) (nullable): what the level of a factor is called; %NULL where the method has no levels
 */
const char *
tl_graph_wording_level (TlMethod *method,
                        TlRecord *factor)
{
  g_return_val_if_fail (TL_IS_RECORD (factor), NULL);

  const char *key = tl_record_get_text (factor, "level");
  const TlMethodEntry *level
      = method != NULL && key != NULL ? tl_method_find_entry (method, TL_VOCABULARY_LEVEL, key) : NULL;

  if (level != NULL)
    return level->title;
  return method != NULL && tl_method_get_n_levels (method) > 0 ? _("No level yet") : NULL;
}

/**
 * tl_graph_wording_factor:
 *
 * Returns: (transfer full): "STATEMENT, LEVEL, contributed to by 3, contributes to 1"
 */
char *
tl_graph_wording_factor (TlReview *review,
                         TlMethod *method,
                         TlRecord *factor)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (factor), NULL);

  const char *id = tl_record_get_id (factor);
  const char *level = tl_graph_wording_level (method, factor);
  g_autoptr (GPtrArray) causes = tl_review_get_referrers (review, id, "link", "effect");
  g_autoptr (GPtrArray) effects = tl_review_get_referrers (review, id, "link", "cause");
  g_autofree char *counts = tl_graph_wording_counts (causes->len, effects->len);

  if (level == NULL)
    return g_strdup_printf (_("%s, %s"), tl_graph_wording_statement (factor), counts);
  /* Translators: a factor read aloud: its statement, its level, how many factors contributed to it and it to others */
  return g_strdup_printf (_("%s, %s, %s"), tl_graph_wording_statement (factor), level, counts);
}

static const char *
get_kind_title (TlMethod *method,
                TlRecord *link)
{
  const char *key = tl_record_get_text (link, "kind");
  const TlMethodEntry *kind
      = method != NULL && key != NULL ? tl_method_find_entry (method, TL_VOCABULARY_LINK_KIND, key) : NULL;

  return kind != NULL ? kind->title : _("contributes to");
}

/**
 * tl_graph_wording_link:
 * @method: (nullable): what names its kind
 * @cause: (nullable): its cause
 * @effect: (nullable): its effect
 *
 * Returns: (transfer full): "CAUSE contributes to EFFECT", with the words of the method for its kind
 */
char *
tl_graph_wording_link (TlMethod *method,
                       TlRecord *link,
                       TlRecord *cause,
                       TlRecord *effect)
{
  g_return_val_if_fail (TL_IS_RECORD (link), NULL);

  /* Translators: a link read aloud: cause, kind of link, effect, as in "Workload contributes to Visit cut short" */
  return g_strdup_printf (_("%s %s %s"), cause != NULL ? tl_graph_wording_statement (cause) : _("No statement yet"),
                          get_kind_title (method, link),
                          effect != NULL ? tl_graph_wording_statement (effect) : _("No statement yet"));
}

/**
 * tl_graph_wording_link_details:
 *
 * Returns: (transfer full): kind, state and sign, as in "contributes to, Supported, More leads to more (+)"
 */
char *
tl_graph_wording_link_details (TlMethod *method,
                               TlRecord *link)
{
  g_return_val_if_fail (TL_IS_RECORD (link), NULL);

  const char *const fields[] = { "state", "sign" };
  GString *details = g_string_new (get_kind_title (method, link));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *key = tl_record_get_text (link, fields[i]);
      const TlField *field = tl_kind_find_field (tl_record_get_kind (link), fields[i]);

      if (key != NULL)
        g_string_append_printf (details, ", %s", _(tl_field_get_choice_label (field, key)));
    }
  return g_string_free (details, FALSE);
}
