/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gaps in a typology: statements of factors for which no code fits, gathered by their words: each goes to the group
 * that it has most words in common with, or begins one. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-gaps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-gist.h"
#include "model/questions/tl-graphs.h"

/* A statement joins a group if it has at least this share of all words of both in common with it. */
#define ALIKE 0.34
#define MAX_WORDS 6

/* Statements that say the same but for numbers and small words. */
typedef struct {
  char      *text;
  GPtrArray *gist;
  GArray    *nodes; /* of guint32: in the order of reviews */
} Saying;

typedef struct {
  GPtrArray *sayings; /* of Saying, borrowed; the first began it */
} Group;

typedef struct {
  TlLibrary      *library;
  const TlGraphs *graphs;
  TlGists        *gists;
  GHashTable     *known;   /* words → Saying */
  GPtrArray      *sayings;
  GPtrArray      *groups;
} Gathering;

static void
free_saying (void *data)
{
  Saying *saying = data;

  g_free (saying->text);
  g_ptr_array_unref (saying->gist);
  g_array_unref (saying->nodes);
  g_free (saying);
}

static void
free_group (void *data)
{
  g_ptr_array_unref (((Group *) data)->sayings);
  g_free (data);
}

/* Reading */

static char *
dup_statement (TlLibrary  *library,
               guint       record,
               guint       row,
               GError    **error)
{
  TlConnection *connection = tl_library_get_connection (library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT coalesce (statement, '') FROM factor "
                                                   "WHERE key = ?", error);
  gboolean found = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, (gint64) record << TL_LIBRARY_KEY_BITS | row);
  if (!tl_connection_step (connection, statement, &found, error))
    return NULL;

  char *text = g_strdup (found ? (const char *) sqlite3_column_text (statement, 0) : "");

  sqlite3_reset (statement);
  return text;
}

static void
add_saying (Gathering  *self,
            const char *text,
            guint32     node)
{
  GPtrArray *gist = tl_gists_read (self->gists, text);
  g_autoptr (GString) words = g_string_new (NULL);
  Saying *saying;

  for (guint i = 0; i < gist->len; i++)
    g_string_append_printf (words, "%s ", (char *) gist->pdata[i]);
  saying = g_hash_table_lookup (self->known, words->str);
  if (saying == NULL)
    {
      saying = g_new0 (Saying, 1);
      saying->text = g_strdup (text);
      saying->gist = g_ptr_array_ref (gist);
      saying->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_ptr_array_add (self->sayings, saying);
      g_hash_table_insert (self->known, g_strdup (words->str), saying);
    }
  g_array_append_val (saying->nodes, node);
  g_ptr_array_unref (gist);
}

/* A statement that was not released says nothing. */
static gboolean
read_sayings (Gathering  *self,
              GError    **error)
{
  const TlGraphs *graphs = self->graphs;

  for (guint i = 0; i < graphs->n_reviews; i++)
    for (guint32 node = graphs->reviews[i].nodes; node < graphs->reviews[i + 1].nodes; node++)
      {
        if (!graphs->nodes[node].cannot_code)
          continue;

        g_autofree char *text = dup_statement (self->library, graphs->reviews[i].record, graphs->rows[node], error);

        if (text == NULL)
          return FALSE;
        if (text[0] != '\0')
          add_saying (self, text, node);
      }
  return TRUE;
}

/* Gathering */

static int
compare_sayings (const void *a,
                 const void *b)
{
  const Saying *one = *(Saying *const *) a, *other = *(Saying *const *) b;

  if (one->nodes->len != other->nodes->len)
    return one->nodes->len > other->nodes->len ? -1 : 1;
  return strcmp (one->text, other->text);
}

static void
gather (Gathering *self)
{
  g_ptr_array_sort (self->sayings, compare_sayings);
  for (guint i = 0; i < self->sayings->len; i++)
    {
      Saying *saying = self->sayings->pdata[i];
      Group *best = NULL;
      double most = ALIKE;

      for (guint j = 0; j < self->groups->len; j++)
        {
          Group *group = self->groups->pdata[j];
          double alike = tl_gist_compare (((Saying *) group->sayings->pdata[0])->gist, saying->gist);

          if (alike >= most && (best == NULL || alike > most))
            {
              best = group;
              most = alike;
            }
        }
      if (best == NULL)
        {
          best = g_new0 (Group, 1);
          best->sayings = g_ptr_array_new ();
          g_ptr_array_add (self->groups, best);
        }
      g_ptr_array_add (best->sayings, saying);
    }
}

/* Answer */

static int
compare_nodes (const void *a,
               const void *b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

/* All factors of a group, in the order of reviews. */
static GArray *
list_nodes (const Group *group)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < group->sayings->len; i++)
    {
      const Saying *saying = group->sayings->pdata[i];

      g_array_append_vals (nodes, saying->nodes->data, saying->nodes->len);
    }
  g_array_sort (nodes, compare_nodes);
  return nodes;
}

/* The words of the statement that began the group. */
static void
set_words (Gathering   *self,
           TlAnswerRow *row,
           const Group *group)
{
  const GPtrArray *gist = ((Saying *) group->sayings->pdata[0])->gist;

  for (guint i = 0; i < MIN (gist->len, MAX_WORDS); i++)
    row->keys[i] = g_strdup (tl_gists_get_word (self->gists, gist->pdata[i]));
}

static gboolean
add_row (Gathering    *self,
         TlAnswer     *answer,
         const Group  *group,
         gboolean      internal,
         GError      **error)
{
  const TlGraphs *graphs = self->graphs;
  TlAnswerRow *row = tl_answer_add (answer, MAX_WORDS, 0);
  g_autoptr (GArray) nodes = list_nodes (group);
  TlInstance *instance = NULL;
  guint review = 0;

  set_words (self, row, group);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 node = g_array_index (nodes, guint32, i);
      gboolean another = i == 0 || node >= graphs->reviews[review + 1].nodes;

      while (node >= graphs->reviews[review + 1].nodes)
        review++;
      row->reviews += another ? 1 : 0;
      if (!internal || row->reviews > TL_INSTANCES_MAX)
        continue;
      if (another)
        {
          instance = tl_instance_new (self->library, graphs->reviews[review].record, error);
          if (instance == NULL)
            return FALSE;
          g_ptr_array_add (row->instances, instance);
        }
      if (!tl_instance_add (instance, self->library, "factor", graphs->rows[node], error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_rows (const void *a,
              const void *b)
{
  const TlAnswerRow *one = *(TlAnswerRow *const *) a, *other = *(TlAnswerRow *const *) b;

  if (one->reviews != other->reviews)
    return one->reviews > other->reviews ? -1 : 1;
  return g_strcmp0 (one->keys[0], other->keys[0]);
}

/* The words of a group in so few reviews that their number is withheld would say what these few say. */
static void
leave_out_small (TlAnswer            *answer,
                 const TlAnswerTerms *terms)
{
  for (guint i = answer->rows->len; i-- > 0;)
    if (((TlAnswerRow *) answer->rows->pdata[i])->reviews < tl_answer_get_least (terms))
      g_ptr_array_remove_index (answer->rows, i);
}

static TlAnswer *
ask (Gathering           *self,
     const TlGapsQuery   *query,
     const TlAnswerTerms *terms,
     GError             **error)
{
  g_autoptr (TlAnswer) answer = tl_answer_new ();

  if (!read_sayings (self, error))
    return NULL;
  gather (self);
  for (guint i = 0; i < self->groups->len; i++)
    if (!add_row (self, answer, self->groups->pdata[i], query->internal, error))
      return NULL;
  g_ptr_array_sort (answer->rows, compare_rows);

  guint n_groups = answer->rows->len;

  leave_out_small (answer, terms);

  g_autofree char *what = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "Released statements of factors for which, as a coder says, no code fits, gathered by their words. "
                 "%u group that is too small to be shown is left out.",
                 "Released statements of factors for which, as a coder says, no code fits, gathered by their words. "
                 "%u groups that are too small to be shown are left out.", n_groups - answer->rows->len),
    n_groups - answer->rows->len);

  tl_answer_finish (answer, terms, self->graphs->n_reviews, what);
  return g_steal_pointer (&answer);
}

/**
 * tl_library_gaps:
 * @library: a library
 * @query: what is asked
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): groups of statements that can't be coded, words as keys, the most frequent first
 */
TlAnswer *
tl_library_gaps (TlLibrary          *library,
                 const TlGapsQuery  *query,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);

  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, FALSE, cancellable, error);

  if (graphs == NULL)
    return NULL;

  g_autoptr (TlGists) gists = tl_gists_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sayings = g_ptr_array_new_with_free_func (free_saying);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  Gathering gathering = { library, graphs, gists, known, sayings, groups };

  return ask (&gathering, query, &terms, error);
}
