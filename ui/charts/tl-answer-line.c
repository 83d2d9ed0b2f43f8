/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of an answer that is a list of counts, as an item of a list: what is counted, in how many reviews it is, and
 * in how many chance would give it. */
#include "config.h"

#include "ui/charts/tl-answer-line.h"

#include <string.h>

struct _TlAnswerLine
{
  GObject parent_instance;

  char  *title;
  char  *detail;
  gint64 reviews;
  double expected; /* negative where it is not asked */
};

G_DEFINE_FINAL_TYPE (TlAnswerLine, tl_answer_line, G_TYPE_OBJECT)

static void
tl_answer_line_finalize (GObject *object)
{
  TlAnswerLine *self = TL_ANSWER_LINE (object);

  g_free (self->title);
  g_free (self->detail);
  G_OBJECT_CLASS (tl_answer_line_parent_class)->finalize (object);
}

static void
tl_answer_line_class_init (TlAnswerLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_answer_line_finalize;
}

static void
tl_answer_line_init (TlAnswerLine *self)
{
}

/* Takes @title and @detail. */
static void
add_line (GListStore *lines,
          char       *title,
          char       *detail,
          gint64      reviews,
          double      expected)
{
  g_autoptr (TlAnswerLine) line = g_object_new (TL_TYPE_ANSWER_LINE, NULL);

  line->title = title;
  line->detail = detail;
  line->reviews = reviews;
  line->expected = expected;
  g_list_store_append (lines, line);
}

/**
 * tl_answer_lines_new:
 * @answer: an answer
 *
 * Returns: (transfer full): its rows
 */
GListModel *
tl_answer_lines_new (const TlAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  GListStore *lines = g_list_store_new (TL_TYPE_ANSWER_LINE);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      g_autofree char *labels = g_strjoinv ("; ", row->labels);
      g_autofree char *shape = tl_answer_row_dup_shape (row);
      gboolean plain = labels[0] == '\0';

      add_line (lines, g_strdup (plain ? shape : labels), g_strdup (plain ? "" : shape), row->reviews, row->expected);
    }
  return G_LIST_MODEL (lines);
}

/**
 * tl_answer_lines_of_chains:
 * @chains: an answer
 *
 * Returns: (transfer full): its chains
 */
GListModel *
tl_answer_lines_of_chains (const TlChains *chains)
{
  g_return_val_if_fail (chains != NULL, NULL);

  GListStore *lines = g_list_store_new (TL_TYPE_ANSWER_LINE);

  for (guint i = 0; i < chains->n_chains; i++)
    add_line (lines, g_strjoinv (" → ", chains->chains[i].labels), g_strjoinv (" → ", chains->chains[i].path),
              chains->chains[i].reviews, chains->chains[i].expected);
  return G_LIST_MODEL (lines);
}

/**
 * tl_answer_lines_of_merged:
 * @merged: a merged map
 *
 * Returns: (transfer full): its links
 */
GListModel *
tl_answer_lines_of_merged (const TlMerged *merged)
{
  g_return_val_if_fail (merged != NULL, NULL);

  GListStore *lines = g_list_store_new (TL_TYPE_ANSWER_LINE);

  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = &g_array_index (merged->links, TlMergedLink, i);
      const TlMergedNode *cause = &g_array_index (merged->nodes, TlMergedNode, link->cause);
      const TlMergedNode *effect = &g_array_index (merged->nodes, TlMergedNode, link->effect);

      add_line (lines, g_strdup_printf ("%s → %s", cause->label, effect->label),
                g_strdup_printf ("%s → %s", cause->code, effect->code), link->reviews, -1);
    }
  return G_LIST_MODEL (lines);
}

/**
 * tl_answer_line_get_title:
 *
 * Returns: what is counted
 */
const char *
tl_answer_line_get_title (TlAnswerLine *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_LINE (self), NULL);
  return self->title;
}

/**
 * tl_answer_line_get_detail:
 *
 * Returns: the same in codes; may be empty
 */
const char *
tl_answer_line_get_detail (TlAnswerLine *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_LINE (self), NULL);
  return self->detail;
}

/**
 * tl_answer_line_get_reviews:
 *
 * Returns: in how many reviews, or a #TlCountSymbol
 */
gint64
tl_answer_line_get_reviews (TlAnswerLine *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_LINE (self), 0);
  return self->reviews;
}

/**
 * tl_answer_line_get_expected:
 *
 * Returns: in how many reviews chance would give it; negative where that is not asked
 */
double
tl_answer_line_get_expected (TlAnswerLine *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_LINE (self), -1);
  return self->expected;
}
