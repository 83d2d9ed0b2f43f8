/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generates learning records, to try a library with before there are real ones. Each says in its summary that it is
 * generated. The same seed gives the same bytes. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-generate.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/method/tl-method.h"
#include "model/typology/tl-typology.h"

/* Not translated: it marks files that may go anywhere. */
#define MARK "Generated record, not a real review."

#define TYPOLOGY "national-1"
#define FIRST_YEAR 2009
#define LAST_YEAR 2014
#define N_BOARDS 48

/* Pairs of codes that recur, by their places among the codes below the top tier; a factor coded with the first
 * contributes to one coded with the second in about a third of all records. */
static const guint recurring[][2] = { { 3, 17 }, { 8, 29 }, { 12, 41 }, { 22, 35 } };

typedef struct {
  const char *method;
  guint       weight;
} Share;

static const Share methods[] = { { "learning-together", 70 }, { "accimap", 20 }, { "why-because", 10 } };

typedef struct {
  const TlGenerateOptions *options;
  GRand      *rand;     /* owned */
  GPtrArray  *codes;    /* owned, of TlCode: those that have none below them */
  TlTypology *typology;

  /* of the record being made */
  TlMethod   *method;   /* owned */
  TlExport   *export;   /* owned */
  GPtrArray  *factors;  /* of TlPlainRecord in export: the outcome first, then ever further from it */
  GPtrArray  *links;    /* of TlPlainRecord in export */
  GPtrArray  *factor_codes; /* of TlCode: what each factor is about; NULL for the outcome */
  const char *lead;
  const char *second;
} Generator;

/* Chance */

static guint
below (Generator *self,
       guint      n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static gboolean
chance (Generator *self,
        guint      percent)
{
  return below (self, 100) < percent;
}

static char *
dup_id (Generator *self)
{
  static const char variants[] = "89ab";
  guint32 a = g_rand_int (self->rand), b = g_rand_int (self->rand), c = g_rand_int (self->rand);
  guint32 d = g_rand_int (self->rand);

  return g_strdup_printf ("%08x-%04x-8%03x-%c%03x-%04x%08x", a, b >> 16, b & 0xfff, variants[c >> 30], c & 0xfff,
                          (c >> 12) & 0xffff, d);
}

/* Records */

static TlPlainRecord *
add (Generator  *self,
     const char *kind)
{
  g_autofree char *id = dup_id (self);
  TlPlainRecord *record = tl_plain_record_new (tl_kind_lookup (kind), id);

  g_ptr_array_add (self->export->records, record);
  return record;
}

static TlValue *
value_of (TlPlainRecord *record,
          const char    *field)
{
  int index = tl_kind_find_field_index (record->kind, field);

  g_assert (index >= 0);
  return &record->values[index];
}

static void
set (TlPlainRecord *record,
     const char    *field,
     const char    *text)
{
  *value_of (record, field) = (TlValue) { .type = TL_VALUE_TEXT, .text = g_strdup (text) };
}

static void
set_number (TlPlainRecord *record,
            const char    *field,
            gint64         number)
{
  *value_of (record, field) = (TlValue) { .type = TL_VALUE_INTEGER, .integer = number };
}

/* Takes any of the field's choices. */
static void
set_any (Generator     *self,
         TlPlainRecord *record,
         const char    *field)
{
  const TlChoice *choices = tl_kind_find_field (record->kind, field)->choices;
  guint n = 0;

  while (choices[n].key != NULL)
    n++;
  set (record, field, choices[below (self, n)].key);
}

static void
set_list (TlPlainRecord *record,
          const char    *field,
          GPtrArray     *items)
{
  if (items->len == 0)
    return;

  TlValue *value = value_of (record, field);

  *value = (TlValue) { .type = TL_VALUE_LIST, .list = g_new0 (char *, items->len + 1) };
  for (guint i = 0; i < items->len; i++)
    value->list[i] = g_strdup (g_ptr_array_index (items, i));
}

/* The review and who is in it */

static const char *
pick_method (Generator *self)
{
  guint at = below (self, 100);

  if (self->options->method != NULL)
    return self->options->method;
  for (guint i = 0; i + 1 < G_N_ELEMENTS (methods); i++)
    {
      if (at < methods[i].weight)
        return methods[i].method;
      at -= methods[i].weight;
    }
  return methods[G_N_ELEMENTS (methods) - 1].method;
}

/* The region of a board is always the same. */
static void
set_board (Generator     *self,
           TlPlainRecord *review)
{
  const TlChoice *regions = tl_kind_find_field (review->kind, "region")->choices;
  guint board = below (self, N_BOARDS);
  g_autofree char *key = g_strdup_printf ("generated %u", self->options->seed);
  g_autofree char *name = g_strdup_printf ("board %u", board);
  g_autofree char *pseudonym = tl_id_pseudonym (key, name);

  set (review, "board_pseudonym", pseudonym);
  set (review, "region", regions[board % 9].key);
}

static gboolean
add_review (Generator *self,
            GError   **error)
{
  static const char *const profiles[] = { "england_2010", "england_2013" };
  TlPlainRecord *review = add (self, "review");
  int year = g_rand_int_range (self->rand, FIRST_YEAR, LAST_YEAR + 1);
  guint type = below (self, 100);

  g_clear_object (&self->method);
  self->method = tl_method_lookup (pick_method (self), error);
  if (self->method == NULL)
    return FALSE;

  set_board (self, review);
  set (review, "method", tl_method_get_id (self->method));
  set (review, "method_version", tl_method_get_version (self->method));
  set (review, "profile", profiles[year >= 2013 ? 1 : 0]);
  set (review, "type", type < 80 ? "serious_incident" : type < 90 ? "near_miss" : "good_practice");
  set_any (self, review, "format");
  set_number (review, "year", year);
  set_number (review, "revision", 1);
  set (review, "summary", MARK);
  return TRUE;
}

static void
add_children (Generator *self)
{
  for (guint n = chance (self, 25) ? 2 : 1; n > 0; n--)
    {
      TlPlainRecord *child = add (self, "child");
      const TlChoice *all = tl_kind_find_field (child->kind, "circumstances")->choices;
      g_autoptr (GPtrArray) circumstances = g_ptr_array_new ();

      set_any (self, child, "age_band");
      set_any (self, child, "outcome");
      for (guint i = 0; all[i].key != NULL; i++)
        if (chance (self, 18))
          g_ptr_array_add (circumstances, (char *) all[i].key);
      set_list (child, "circumstances", circumstances);
    }
}

static void
add_people (Generator *self)
{
  for (guint n = 2 + below (self, 4); n > 0; n--)
    {
      TlPlainRecord *agency = add (self, "agency");
      TlPlainRecord *role = add (self, "role");

      set_any (self, agency, "type");
      set_any (self, role, "function");
      set (role, "agency", agency->id);
    }

  TlPlainRecord *lead = add (self, "reviewer");
  TlPlainRecord *second = add (self, "reviewer");

  set (lead, "role", "lead");
  set (second, "role", "second_coder");
  self->lead = lead->id;
  self->second = second->id;
}

/* The graph */

/* Some codes are frequent and most are not: the place in the list is the lower of two throws. */
static TlCode *
pick_code (Generator *self)
{
  guint a = below (self, self->codes->len), b = below (self, self->codes->len);

  return g_ptr_array_index (self->codes, MIN (a, b));
}

static void
add_factor (Generator *self,
            TlCode    *code,
            guint      n)
{
  TlPlainRecord *factor = add (self, "factor");
  guint n_levels = tl_method_get_n_levels (self->method);
  guint at = self->factors->len;
  /* From the case up to the most remote level, the further from the outcome the higher. */
  guint level = n_levels - 1 - MIN (at * n_levels / MAX (n, 1), n_levels - 1);
  TlFactorRole role = at == 0            ? TL_FACTOR_ROLE_OUTCOME
                      : at * 5 / n == 0  ? TL_FACTOR_ROLE_ACTION
                                         : TL_FACTOR_ROLE_FACTOR;
  const TlMethodEntry *kind = tl_method_get_kind_for_factor_role (self->method, role);

  set (factor, "statement", code != NULL ? tl_code_get_label (code) : "What the review set out to explain");
  if (code != NULL && tl_code_get_example (code) != NULL && chance (self, 30))
    set (factor, "detail", tl_code_get_example (code));
  if (kind != NULL)
    set (factor, "kind", kind->key);
  if (n_levels > 0)
    set (factor, "level", tl_method_get_level (self->method, level)->key);
  set (factor, "influence", chance (self, 85) ? "hindered" : "helped");
  set_any (self, factor, "certainty");
  if (chance (self, 40))
    set_number (factor, "known_from", -(gint64) below (self, 36));

  g_ptr_array_add (self->factors, factor);
  g_ptr_array_add (self->factor_codes, code);
}

/* Fills @wanted with the codes of the recurring pairs that this record has: what is caused, then its cause. */
static void
choose_pairs (Generator *self,
              GPtrArray *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (recurring); i++)
    if (chance (self, 33) && recurring[i][0] < self->codes->len && recurring[i][1] < self->codes->len)
      {
        g_ptr_array_add (wanted, g_ptr_array_index (self->codes, recurring[i][1]));
        g_ptr_array_add (wanted, g_ptr_array_index (self->codes, recurring[i][0]));
      }
}

static void
add_link (Generator  *self,
          GHashTable *seen,
          guint       cause,
          guint       effect)
{
  const TlMethodEntry *kind = tl_method_get_kind_for_link_role (self->method, TL_LINK_ROLE_CONTRIBUTES);

  if (!g_hash_table_add (seen, GUINT_TO_POINTER (cause << 12 | effect)))
    return;

  TlPlainRecord *link = add (self, "link");

  g_ptr_array_add (self->links, link);
  set (link, "cause", ((TlPlainRecord *) g_ptr_array_index (self->factors, cause))->id);
  set (link, "effect", ((TlPlainRecord *) g_ptr_array_index (self->factors, effect))->id);
  if (kind != NULL)
    set (link, "kind", kind->key);
  if (chance (self, 60))
    {
      set (link, "rationale", "Without the one, practitioners would have had less reason for the other.");
      set_any (self, link, "test_answer");
    }
  set (link, "state", chance (self, 70) ? "supported" : "asserted");
}

static void
add_graph (Generator *self)
{
  guint n = self->options->n_factors > 0 ? self->options->n_factors : 8 + below (self, 17);
  guint n_links = self->options->n_links > 0 ? self->options->n_links : n + below (self, n / 2);
  guint n_tries = n_links * 20;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  choose_pairs (self, pairs);
  for (guint i = 0; i < n; i++)
    add_factor (self, i == 0 ? NULL : i <= pairs->len ? g_ptr_array_index (pairs, i - 1) : pick_code (self), n);

  /* A cause always comes later in the list than its effect, so that there is no cycle; first the pairs, then one link
   * each, so that everything reaches the outcome. */
  for (guint i = 1; i < n && g_hash_table_size (seen) < n_links; i++)
    add_link (self, seen, i, i <= pairs->len && i % 2 == 0 ? i - 1 : below (self, i));
  while (g_hash_table_size (seen) < n_links && n_tries-- > 0 && n > 1)
    {
      guint cause = 1 + below (self, n - 1);

      add_link (self, seen, cause, below (self, cause));
    }
}

static void
add_tag (Generator     *self,
         TlPlainRecord *target,
         TlCode        *code)
{
  TlPlainRecord *tag = add (self, "tag");

  set (tag, "target", target->id);
  value_of (tag, "target")->ref = target->kind == tl_kind_lookup ("link") ? 1 : 0; /* as declared */
  set (tag, "code", tl_code_get_qualified (code));
  set (tag, "coder", chance (self, 85) ? self->lead : self->second);
  if (chance (self, 60))
    set_number (tag, "agreed", TRUE);
}

static void
add_coding (Generator *self)
{
  guint n_factors = self->factors->len;
  guint n_tags = self->options->n_tags > 0 ? self->options->n_tags : n_factors + below (self, n_factors / 2);
  g_autoptr (GHashTable) coded = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_tags && n_factors > 1; i++)
    {
      gboolean more = i >= n_factors - 1;
      GPtrArray *targets = more && self->links->len > 0 && chance (self, 30) ? self->links : self->factors;
      guint at = !more ? i + 1 : below (self, targets->len);
      TlCode *code = more ? pick_code (self) : g_ptr_array_index (self->factor_codes, at);

      add_tag (self, g_ptr_array_index (targets, at), code);
      g_hash_table_add (coded, code);
    }

  for (guint n = 4 + below (self, 9); n > 0; n--)
    {
      TlCode *code = g_ptr_array_index (self->codes, below (self, self->codes->len));

      if (!g_hash_table_add (coded, code))
        continue;

      TlPlainRecord *considered = add (self, "considered");

      set (considered, "code", tl_code_get_qualified (code));
      set (considered, "coder", self->lead);
    }
}

static void
add_findings (Generator *self)
{
  guint n = 2 + below (self, 3);

  for (guint i = 1; i <= n; i++)
    {
      TlPlainRecord *finding = add (self, "finding");
      TlPlainRecord *question = add (self, "board_question");
      TlPlainRecord *response = add (self, "response");
      g_autoptr (GPtrArray) factors = g_ptr_array_new ();
      guint at = 1 + below (self, self->factors->len - 1);

      for (guint j = at; j < self->factors->len && factors->len < 4; j++)
        g_ptr_array_add (factors, ((TlPlainRecord *) g_ptr_array_index (self->factors, j))->id);
      set_number (finding, "number", i);
      set (finding, "statement", tl_code_get_label (g_ptr_array_index (self->factor_codes, at)));
      set_any (self, finding, "fullness");
      set_any (self, finding, "certainty");
      set_list (finding, "factors", factors);
      set (question, "finding", finding->id);
      set_number (question, "number", 1);
      set (question, "text", "Does the board recognise this, and how would it know if it changed?");
      set (response, "to", question->id);
      set_any (self, response, "decision");
      set_number (response, "date", 3 + below (self, 18));
    }
}

/* Files */

static int
compare_records (const void *a,
                 const void *b)
{
  const TlPlainRecord *one = *(TlPlainRecord *const *) a, *other = *(TlPlainRecord *const *) b;
  guint position = tl_kind_get_position (one->kind), other_position = tl_kind_get_position (other->kind);

  return position != other_position ? (position < other_position ? -1 : 1) : strcmp (one->id, other->id);
}

static gboolean
make_record (Generator *self,
             GError   **error)
{
  self->export = g_new0 (TlExport, 1);
  self->export->tier = TL_TIER_LEARNING;
  self->export->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plain_record_free);
  self->export->typologies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->export->typologies, g_strdup (TYPOLOGY),
                       g_strdup (tl_typology_get_version (self->typology)));
  g_ptr_array_set_size (self->factors, 0);
  g_ptr_array_set_size (self->links, 0);
  g_ptr_array_set_size (self->factor_codes, 0);

  if (!add_review (self, error))
    return FALSE;
  add_children (self);
  add_people (self);
  add_graph (self);
  add_coding (self);
  add_findings (self);
  g_ptr_array_sort (self->export->records, compare_records);
  return TRUE;
}

static gboolean
write_record (Generator   *self,
              const char  *folder,
              guint        i,
              GError     **error)
{
  g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i + 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gboolean made = make_record (self, error);

  if (made)
    text = tl_xml_dup_export (self->export);
  g_clear_pointer (&self->export, tl_export_free);
  return made && g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666, error);
}

static void
find_leaves (Generator  *self,
             GListModel *codes)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      GListModel *children = tl_code_get_children (code);

      if (children != NULL && g_list_model_get_n_items (children) > 0)
        find_leaves (self, children);
      else if (!tl_code_get_deprecated (code))
        g_ptr_array_add (self->codes, g_object_ref (code));
    }
}

/**
 * tl_library_generate:
 * @folder: where to write; made if it does not exist
 * @options: what to generate
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes learning records as XML files, "generated-00001.xml" and so on, coded in the national typology.
 *
 * Returns: %FALSE on failure, and then some may have been written
 */
gboolean
tl_library_generate (const char               *folder,
                     const TlGenerateOptions  *options,
                     GCancellable             *cancellable,
                     GError                  **error)
{
  g_return_val_if_fail (folder != NULL && options != NULL && options->n_factors < 4096, FALSE);

  Generator self = { .options = options, .typology = tl_typology_lookup (TYPOLOGY, error) };
  gboolean done = self.typology != NULL;

  if (!done)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The folder “%s” can’t be made: %s."), name, g_strerror (code));
      return FALSE;
    }

  self.rand = g_rand_new_with_seed (options->seed);
  self.codes = g_ptr_array_new_with_free_func (g_object_unref);
  self.factors = g_ptr_array_new ();
  self.links = g_ptr_array_new ();
  self.factor_codes = g_ptr_array_new ();
  find_leaves (&self, tl_typology_get_top (self.typology));

  for (guint i = 0; i < options->n_records && done; i++)
    done = !g_cancellable_set_error_if_cancelled (cancellable, error) && write_record (&self, folder, i, error);

  g_clear_object (&self.method);
  g_ptr_array_unref (self.codes);
  g_ptr_array_unref (self.factors);
  g_ptr_array_unref (self.links);
  g_ptr_array_unref (self.factor_codes);
  g_rand_free (self.rand);
  return done;
}
