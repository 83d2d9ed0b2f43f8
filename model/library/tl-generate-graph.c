/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generates the graph of a learning record, its coding and its findings: what is to recur, and noise around it. */
#include "config.h"

#include "model/library/tl-generate-private.h"

#include <string.h>

/* What recurs unless something else is asked for. */
static const guint8 one_link[][2] = { { 0, 1 } };
static const char *const pairs[][2] = { { "TO.4", "MS.10" }, { "MS.1", "RI.10" }, { "MS.5", "FP.2" },
                                        { "RI.3", "LW.6" } };
static const TlPlant usual_plants[] = {
  { pairs[0], 2, one_link, 1, NULL, 33 },
  { pairs[1], 2, one_link, 1, NULL, 33 },
  { pairs[2], 2, one_link, 1, NULL, 33 },
  { pairs[3], 2, one_link, 1, NULL, 33 },
};

/* What is to be in a record, before there are factors: by the places that they will have. */
typedef struct {
  guint           n;
  const TlPlant **plants; /* one a factor: what it belongs to, or NULL */
  guint          *places; /* one a factor: its place there */
  GArray         *links;  /* of guint: cause, effect, cause, effect, … */
} Plan;

static void
plan_clear (Plan *plan)
{
  g_free (plan->plants);
  g_free (plan->places);
  g_array_unref (plan->links);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* Finds places that are free, the furthest from the outcome first, and takes them. */
static void
sow (TlGenerator   *self,
     Plan          *plan,
     const TlPlant *plant)
{
  g_autofree guint *taken = g_new (guint, plant->n_codes);
  guint n = 0;

  while (n < plant->n_codes)
    {
      guint place = 1 + _tl_generate_below (self, plan->n - 1);

      if (plan->plants[place] == NULL)
        {
          plan->plants[place] = plant;
          n++;
        }
    }
  for (guint i = plan->n; i-- > 1;)
    if (plan->plants[i] == plant)
      {
        plan->places[i] = plant->n_codes - n;
        taken[plan->places[i]] = i;
        n--;
      }
  for (guint i = 0; i < plant->n_links; i++)
    {
      guint ends[] = { taken[plant->links[i][0]], taken[plant->links[i][1]] };

      g_array_append_vals (plan->links, ends, 2);
    }
}

/* A small record has no room for all; half of it is always left to chance. */
static void
make_plan (TlGenerator *self,
           Plan        *plan)
{
  gboolean usual = self->options->plants == NULL;
  const TlPlant *plants = usual ? usual_plants : self->options->plants;
  guint room = plan->n / 2;

  plan->plants = g_new0 (const TlPlant *, plan->n);
  plan->places = g_new0 (guint, plan->n);
  plan->links = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < (usual ? G_N_ELEMENTS (usual_plants) : self->options->n_plants); i++)
    if (_tl_generate_chance (self, plants[i].percent) && plants[i].n_codes <= room)
      {
        sow (self, plan, &plants[i]);
        room -= plants[i].n_codes;
      }
}

/* Factors and links */

/* Some codes are frequent and most are not: the place in the list is the lower of two throws. */
static TlCode *
pick_code (TlGenerator *self)
{
  guint a = _tl_generate_below (self, self->codes->len), b = _tl_generate_below (self, self->codes->len);

  return g_ptr_array_index (self->codes, MIN (a, b));
}

static TlCode *
choose_code (TlGenerator *self,
             const Plan  *plan,
             guint        at)
{
  const TlPlant *plant = plan->plants[at];

  if (at == 0 || (plant != NULL && plant->statement != NULL))
    return NULL;
  if (plant == NULL || plant->codes[plan->places[at]] == NULL)
    return pick_code (self);
  return tl_typology_find_code (self->typology, plant->codes[plan->places[at]]);
}

static void
set_statement (TlGenerator   *self,
               TlPlainRecord *factor,
               const TlPlant *plant,
               TlCode        *code)
{
  if (code != NULL)
    {
      _tl_generate_set (factor, "statement", tl_code_get_label (code));
      if (tl_code_get_example (code) != NULL && _tl_generate_chance (self, 30))
        _tl_generate_set (factor, "detail", tl_code_get_example (code));
    }
  else if (plant != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%u", 2 + _tl_generate_below (self, 8));
      g_auto (GStrv) parts = g_strsplit (plant->statement, "%u", 2);
      g_autofree char *statement = g_strjoinv (number, parts);

      _tl_generate_set (factor, "statement", statement);
    }
  else
    _tl_generate_set (factor, "statement", "What the review set out to explain");
}

static void
add_factor (TlGenerator *self,
            const Plan  *plan,
            guint        at)
{
  TlPlainRecord *factor = _tl_generate_add (self, "factor");
  TlCode *code = choose_code (self, plan, at);
  guint n_levels = tl_method_get_n_levels (self->method);
  /* From the case up to the most remote level, the further from the outcome the higher. */
  guint level = n_levels - 1 - MIN (at * n_levels / MAX (plan->n, 1), n_levels - 1);
  TlFactorRole role = at == 0                ? TL_FACTOR_ROLE_OUTCOME
                      : at * 5 / plan->n == 0 ? TL_FACTOR_ROLE_ACTION
                                              : TL_FACTOR_ROLE_FACTOR;
  const TlMethodEntry *kind = tl_method_get_kind_for_factor_role (self->method, role);

  set_statement (self, factor, plan->plants[at], code);
  if (kind != NULL)
    _tl_generate_set (factor, "kind", kind->key);
  if (n_levels > 0)
    _tl_generate_set (factor, "level", tl_method_get_level (self->method, level)->key);
  _tl_generate_set (factor, "influence", _tl_generate_chance (self, 85) ? "hindered" : "helped");
  _tl_generate_set_any (self, factor, "certainty");
  if (_tl_generate_chance (self, 40))
    _tl_generate_set_number (factor, "known_from", -(gint64) _tl_generate_below (self, 36));

  g_ptr_array_add (self->factors, factor);
  g_ptr_array_add (self->factor_codes, code);
}

static const char *
pick_state (TlGenerator *self)
{
  guint at = _tl_generate_below (self, 100);

  return at < 66 ? "supported" : at < 92 ? "asserted" : at < 97 ? "contested" : "rejected";
}

static void
add_link (TlGenerator *self,
          GHashTable  *seen,
          guint        cause,
          guint        effect,
          gboolean     planted)
{
  const TlMethodEntry *kind = tl_method_get_kind_for_link_role (self->method, TL_LINK_ROLE_CONTRIBUTES);

  if (!g_hash_table_add (seen, GUINT_TO_POINTER (cause << 12 | effect)))
    return;

  TlPlainRecord *link = _tl_generate_add (self, "link");

  g_ptr_array_add (self->links, link);
  _tl_generate_set (link, "cause", ((TlPlainRecord *) g_ptr_array_index (self->factors, cause))->id);
  _tl_generate_set (link, "effect", ((TlPlainRecord *) g_ptr_array_index (self->factors, effect))->id);
  if (kind != NULL)
    _tl_generate_set (link, "kind", kind->key);
  if (planted || _tl_generate_chance (self, 60))
    {
      _tl_generate_set (link, "rationale", "Without the one, practitioners would have had less reason for the other.");
      if (planted)
        _tl_generate_set (link, "test_answer", "would_not_have");
      else
        _tl_generate_set_any (self, link, "test_answer");
    }
  _tl_generate_set (link, "state", planted ? "supported" : pick_state (self));
}

static guint
pick_size (TlGenerator *self)
{
  const TlGenerateOptions *options = self->options;

  if (options->n_factors == 0)
    return 8 + _tl_generate_below (self, 17);
  if (options->n_factors_max <= options->n_factors)
    return options->n_factors;
  return options->n_factors + _tl_generate_below (self, options->n_factors_max - options->n_factors + 1);
}

/* Adds factors and links to the record that is being made. */
void
_tl_generate_graph (TlGenerator *self)
{
  guint n = pick_size (self);
  guint n_links = self->options->n_links > 0 ? self->options->n_links : n + _tl_generate_below (self, n / 2);
  guint n_tries = n_links * 20;
  g_auto (Plan) plan = { .n = n };
  g_autofree gboolean *leads_on = g_new0 (gboolean, n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  make_plan (self, &plan);
  for (guint i = 0; i < n; i++)
    add_factor (self, &plan, i);

  /* A cause always comes later in the list than its effect, so that there is no cycle; first what is planted, then one
   * link each, so that everything reaches the outcome. */
  for (guint i = 0; i < plan.links->len; i += 2)
    {
      guint cause = g_array_index (plan.links, guint, i);

      leads_on[cause] = TRUE;
      add_link (self, seen, cause, g_array_index (plan.links, guint, i + 1), TRUE);
    }
  for (guint i = 1; i < n; i++)
    if (!leads_on[i])
      add_link (self, seen, i, _tl_generate_below (self, i), FALSE);
  while (g_hash_table_size (seen) < n_links && n_tries-- > 0 && n > 1)
    {
      guint cause = 1 + _tl_generate_below (self, n - 1);

      add_link (self, seen, cause, _tl_generate_below (self, cause), FALSE);
    }
}

/* Coding and findings */

/* @code may be %NULL: then none could be given. */
static void
add_tag (TlGenerator   *self,
         TlPlainRecord *target,
         TlCode        *code)
{
  TlPlainRecord *tag = _tl_generate_add (self, "tag");

  _tl_generate_set (tag, "target", target->id);
  /* As declared. */
  _tl_generate_value (tag, "target")->ref = target->kind == tl_kind_lookup ("link") ? 1 : 0;
  if (code != NULL)
    _tl_generate_set (tag, "code", tl_code_get_qualified (code));
  else
    _tl_generate_set (tag, "verdict", "cannot_code");
  _tl_generate_set (tag, "coder", _tl_generate_chance (self, 85) ? self->lead : self->second);
  if (_tl_generate_chance (self, 60))
    _tl_generate_set_number (tag, "agreed", TRUE);
}

/* Adds tags to the graph: one a factor first; and what was looked for. */
void
_tl_generate_coding (TlGenerator *self)
{
  guint n_factors = self->factors->len;
  guint n_tags = self->options->n_tags > 0 ? self->options->n_tags
                                           : n_factors + _tl_generate_below (self, n_factors / 2);
  g_autoptr (GHashTable) coded = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_tags && n_factors > 1; i++)
    {
      gboolean more = i >= n_factors - 1;
      GPtrArray *targets = more && self->links->len > 0 && _tl_generate_chance (self, 30) ? self->links
                                                                                          : self->factors;
      guint at = !more ? i + 1 : _tl_generate_below (self, targets->len);
      TlCode *code = more ? pick_code (self) : g_ptr_array_index (self->factor_codes, at);

      /* What can't be coded has no code, and the outcome is what codes are to explain. */
      if (more && targets == self->factors && g_ptr_array_index (self->factor_codes, at) == NULL)
        continue;
      add_tag (self, g_ptr_array_index (targets, at), code);
      g_hash_table_add (coded, code);
    }

  for (guint n = 4 + _tl_generate_below (self, 9); n > 0; n--)
    {
      TlCode *code = g_ptr_array_index (self->codes, _tl_generate_below (self, self->codes->len));

      if (!g_hash_table_add (coded, code))
        continue;

      TlPlainRecord *considered = _tl_generate_add (self, "considered");

      _tl_generate_set (considered, "code", tl_code_get_qualified (code));
      _tl_generate_set (considered, "coder", self->lead);
    }
}

/* Adds findings, each with a question for the board and its response. */
void
_tl_generate_findings (TlGenerator *self)
{
  guint n = 2 + _tl_generate_below (self, 3);

  for (guint i = 1; i <= n; i++)
    {
      TlPlainRecord *finding = _tl_generate_add (self, "finding");
      TlPlainRecord *question = _tl_generate_add (self, "board_question");
      TlPlainRecord *response = _tl_generate_add (self, "response");
      g_autoptr (GPtrArray) factors = g_ptr_array_new ();
      guint at = 1 + _tl_generate_below (self, self->factors->len - 1);
      const TlValue *statement = tl_plain_record_get (g_ptr_array_index (self->factors, at), "statement");

      for (guint j = at; j < self->factors->len && factors->len < 4; j++)
        g_ptr_array_add (factors, ((TlPlainRecord *) g_ptr_array_index (self->factors, j))->id);
      _tl_generate_set_number (finding, "number", i);
      _tl_generate_set (finding, "statement", statement->text);
      _tl_generate_set_any (self, finding, "fullness");
      _tl_generate_set_any (self, finding, "certainty");
      _tl_generate_set_list (finding, "factors", factors);
      _tl_generate_set (question, "finding", finding->id);
      _tl_generate_set_number (question, "number", 1);
      _tl_generate_set (question, "text", "Does the board recognise this, and how would it know if it changed?");
      _tl_generate_set (response, "to", question->id);
      _tl_generate_set_any (self, response, "decision");
      _tl_generate_set_number (response, "date", 3 + _tl_generate_below (self, 18));
    }
}

