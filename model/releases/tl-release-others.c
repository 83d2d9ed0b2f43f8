/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked beside what a release asks, and not published: whatever somebody who has all releases could put beside
 * each other. */
#include "config.h"

#include "model/releases/tl-release-others-private.h"

#include "model/releases/tl-release-log.h"

typedef struct {
  const TlRelease *release; /* borrowed, as all that is not said to be owned */
  TlLibrary       *library;
  GPtrArray       *earlier; /* of TlLoggedRelease */
  GCancellable    *cancellable;
  GPtrArray       *tables;  /* owned; of TlReleaseTable */
} Others;

/* The questions of this release and of those before it. */
static GPtrArray *
collect_questions (Others *self)
{
  GPtrArray *questions = g_ptr_array_new ();

  for (guint i = 0; i < self->release->tables->len; i++)
    g_ptr_array_add (questions, ((TlReleaseTable *) self->release->tables->pdata[i])->question);
  for (guint i = 0; i < self->earlier->len; i++)
    {
      const TlReleasePlan *plan = ((TlLoggedRelease *) self->earlier->pdata[i])->plan;

      for (guint j = 0; j < plan->questions->len; j++)
        g_ptr_array_add (questions, plan->questions->pdata[j]);
    }
  return questions;
}

/* Adds what questions over several years are made of. */
static void
add_singles (GPtrArray *questions,
             GPtrArray *singles)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const TlAsked *question = questions->pdata[i];

      if (question->kind != TL_ASKED_THEMES || question->population.year_from == question->population.year_to)
        continue;

      TlAsked *by_year = tl_asked_copy (question);

      by_year->population.year_from = by_year->population.year_to = 0;
      by_year->by = TL_FACET_YEAR;
      g_ptr_array_add (singles, by_year);
    }
  for (guint i = 0; i < singles->len; i++)
    g_ptr_array_add (questions, singles->pdata[i]);
}

static void
add_places (GHashTable           *places,
            const TlReleaseTable *table)
{
  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];
      g_autofree char *reach = tl_reach_dup_text (&count->reach);

      g_hash_table_add (places, g_strdup_printf ("%s %s", count->mark, reach));
    }
}

/* What an earlier release named in a list, and no list names today, is counted by itself. */
static gboolean
ask_named (Others                 *self,
           const TlLoggedRelease  *logged,
           guint                   table,
           GHashTable             *places,
           GError                **error)
{
  const TlAsked *question = logged->plan->questions->pdata[table];
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  if (!tl_release_table_is_list (question))
    return TRUE;
  for (guint i = 0; logged->counts != NULL && i < logged->counts->len; i++)
    {
      const TlLoggedCount *count = &g_array_index (logged->counts, TlLoggedCount, i);
      char *place = count->table == table ? g_strdup_printf ("%s %s", count->mark, count->reach) : NULL;

      if (place != NULL && g_hash_table_add (places, place))
        g_ptr_array_add (marks, (gpointer) count->mark);
    }
  if (marks->len == 0)
    return TRUE;

  TlReleaseTable *named = tl_release_table_ask_named (self->library, question, marks, self->cancellable, error);

  if (named != NULL)
    g_ptr_array_add (self->tables, named);
  return named != NULL;
}

static gboolean
ask_all_named (Others  *self,
               GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->release->tables->len; i++)
    add_places (places, self->release->tables->pdata[i]);
  for (guint i = 0; i < self->tables->len; i++)
    add_places (places, self->tables->pdata[i]);
  for (guint i = 0; i < self->earlier->len; i++)
    {
      const TlLoggedRelease *logged = self->earlier->pdata[i];

      for (guint j = 0; j < logged->plan->questions->len; j++)
        if (!ask_named (self, logged, j, places, error))
          return FALSE;
    }
  return TRUE;
}

/* Asks each question once. */
static gboolean
ask (Others             *self,
     GPtrArray          *questions,
     TlReleaseProgress   progress,
     gpointer            user_data,
     GError            **error)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->release->tables->len; i++)
    g_hash_table_add (asked, ((TlReleaseTable *) self->release->tables->pdata[i])->text);
  for (guint i = self->release->tables->len; i < questions->len; i++)
    {
      g_autofree char *text = tl_asked_dup_text (questions->pdata[i]);

      if (g_hash_table_contains (asked, text))
        continue;

      TlReleaseTable *table = tl_release_table_ask (self->library, questions->pdata[i],
                                                    self->release->plan->threshold, self->cancellable, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (self->tables, table);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      g_hash_table_add (asked, table->text);
      progress ((double) i / questions->len, user_data);
    }
  return TRUE;
}

/* What earlier releases asked is asked again as they asked it, for the difference would tell of those who came
 * between; and where periods overlap, what they are made of.
 * Returns: (transfer full) (nullable) (element-type TlReleaseTable): what is not published */
GPtrArray *
_tl_release_ask_others (const TlRelease    *release,
                        TlLibrary          *library,
                        GPtrArray          *earlier,
                        TlReleaseProgress   progress,
                        gpointer            user_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_release_table_free);
  g_autoptr (GPtrArray) singles = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_asked_free);
  Others self = { release, library, earlier, cancellable, tables };
  g_autoptr (GPtrArray) questions = collect_questions (&self);

  add_singles (questions, singles);
  return ask (&self, questions, progress, user_data, error) && ask_all_named (&self, error)
           ? g_steal_pointer (&tables)
           : NULL;
}
