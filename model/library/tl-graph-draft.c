/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes down the graph of a record, as plain arrays. */
#include "config.h"

#include "model/library/tl-graph-draft.h"

#include <string.h>

/**
 * tl_graph_draft_new:
 *
 * Returns: (transfer full): an empty graph
 */
TlGraphDraft *
tl_graph_draft_new (void)
{
  TlGraphDraft *self = g_new0 (TlGraphDraft, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_array_new (FALSE, TRUE, sizeof (guint));
  self->factors = g_array_new (FALSE, FALSE, sizeof (TlPackedFactor));
  self->tags = g_array_new (FALSE, FALSE, sizeof (TlDraftTag));
  self->links = g_array_new (FALSE, FALSE, sizeof (TlPackedLink));
  self->findings = g_array_new (FALSE, FALSE, sizeof (TlDraftFinding));
  return self;
}

/**
 * tl_graph_draft_free:
 * @self: (transfer full): a draft
 */
void
tl_graph_draft_free (TlGraphDraft *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
  g_array_unref (self->places);
  g_array_unref (self->factors);
  g_array_unref (self->tags);
  g_array_unref (self->links);
  g_array_unref (self->findings);
  g_free (self);
}

/**
 * tl_graph_draft_clear:
 * @self: a draft
 *
 * Makes an empty graph of it, for another record.
 */
void
tl_graph_draft_clear (TlGraphDraft *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->names, 0);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->factors, 0);
  g_array_set_size (self->tags, 0);
  g_array_set_size (self->links, 0);
  g_array_set_size (self->findings, 0);
}

/* The number of a name; 0 of none. */
static guint
intern (TlGraphDraft *self,
        const char   *name)
{
  if (name == NULL || name[0] == '\0')
    return 0;

  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));

  if (number == 0)
    {
      char *own = g_strdup (name);

      g_ptr_array_add (self->names, own);
      number = self->names->len;
      g_hash_table_insert (self->numbers, own, GUINT_TO_POINTER (number));
    }
  return number;
}

/* Finds the place of the factor with that number. */
static gboolean
find_place (TlGraphDraft *self,
            guint         row,
            guint        *place)
{
  guint found = row < self->places->len ? g_array_index (self->places, guint, row) : 0;

  *place = found - 1;
  return found > 0;
}

/**
 * tl_graph_draft_add_factor:
 * @self: a draft
 * @row: its number within the record
 * @level: (nullable): its level
 */
void
tl_graph_draft_add_factor (TlGraphDraft *self,
                           guint         row,
                           const char   *level)
{
  TlPackedFactor factor = { .row = row, .level = intern (self, level) };

  g_array_append_val (self->factors, factor);
  if (row >= self->places->len)
    g_array_set_size (self->places, row + 1);
  g_array_index (self->places, guint, row) = self->factors->len;
}

static TlPackedState
read_state (const char *state)
{
  static const char *const states[] = { "asserted", "supported", "contested", "rejected" };

  for (guint i = 1; state != NULL && i < G_N_ELEMENTS (states); i++)
    if (strcmp (state, states[i]) == 0)
      return (TlPackedState) i;
  return TL_PACKED_STATE_ASSERTED;
}

/**
 * tl_graph_draft_add_link:
 * @self: a draft
 * @cause: the number of a factor within the record
 * @effect: likewise
 * @kind: (nullable): its kind
 * @state: (nullable): its state
 * @test_answer: (nullable): what its counterfactual test gave
 */
void
tl_graph_draft_add_link (TlGraphDraft *self,
                         guint         cause,
                         guint         effect,
                         const char   *kind,
                         const char   *state,
                         const char   *test_answer)
{
  TlPackedLink link = {
    .kind = intern (self, kind),
    .state = read_state (state),
    .tested = g_strcmp0 (test_answer, "would_not_have") == 0 || g_strcmp0 (test_answer, "less_likely") == 0,
  };

  if (find_place (self, cause, &link.cause) && find_place (self, effect, &link.effect))
    g_array_append_val (self->links, link);
}

/**
 * tl_graph_draft_add_tag:
 * @self: a draft
 * @target: the number of what is tagged, within the record
 * @code: (nullable): its code
 * @verdict: (nullable): what is said instead of a code
 * @marks: who says so: %TL_CODING_TAGGED and the like
 */
void
tl_graph_draft_add_tag (TlGraphDraft *self,
                        guint         target,
                        const char   *code,
                        const char   *verdict,
                        guint         marks)
{
  TlDraftTag tag = { .marks = marks };

  if (!find_place (self, target, &tag.place))
    return;
  if (verdict == NULL && code != NULL)
    tag.name = intern (self, code);
  if (tag.name > 0 || g_strcmp0 (verdict, "cannot_code") == 0)
    g_array_append_val (self->tags, tag);
}

/**
 * tl_graph_draft_add_finding_factor:
 * @self: a draft
 * @finding: the number of a finding within the record; its factors follow one another
 * @factor: the number of a factor that it rests on
 */
void
tl_graph_draft_add_finding_factor (TlGraphDraft *self,
                                   guint         finding,
                                   guint         factor)
{
  TlDraftFinding one = { .row = finding };

  if (find_place (self, factor, &one.place))
    g_array_append_val (self->findings, one);
}
