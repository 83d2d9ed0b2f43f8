/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases of a library of generated records, and what holds of each. */
#pragma once

#include <string.h>

#include "model/releases/tl-release.h"
#include "tests/library-case.h"

/* What recurs in a library that is generated with it. */
static const char *const release_case_codes[] = { "TO.1", "MS.3", "RI.2" };
static const guint8 release_case_links[][2] = { { 0, 1 }, { 1, 2 } };
static const TlPlant release_case_plants[] = { { release_case_codes, 3, release_case_links, 2, NULL, 50 } };

static inline TlReleasePlan *
make_plan (const char *const *questions)
{
  TlReleasePlan *plan = tl_release_plan_new ("What recurs");
  g_autoptr (GError) error = NULL;

  plan->author = g_strdup ("The office");
  g_ptr_array_add (plan->caveats, g_strdup ("Records are generated."));
  for (guint i = 0; questions[i] != NULL; i++)
    {
      tl_release_plan_add (plan, questions[i], &error);
      g_assert_no_error (error);
    }
  return plan;
}

static inline TlRelease *
make_release (LibraryCase       *self,
              const char *const *questions)
{
  g_autoptr (TlReleasePlan) plan = make_plan (questions);
  g_autoptr (GError) error = NULL;
  TlRelease *release = tl_release_new (self->library, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return release;
}

static inline void
assert_nothing_small_is_shown (const TlRelease *release)
{
  for (guint i = 0; i < release->tables->len; i++)
    {
      const TlReleaseTable *table = release->tables->pdata[i];

      for (guint j = 0; j < table->counts->len; j++)
        {
          const TlReleaseCount *count = table->counts->pdata[j];

          if (count->place == NULL)
            continue;
          g_assert_false (*count->place >= 1 && *count->place <= release->plan->threshold);
          g_assert_cmpint (*count->place, ==,
                           count->reason == TL_PROTECT_SHOWN      ? count->count
                           : count->reason == TL_PROTECT_LEFT_OUT ? TL_COUNT_NOT_AVAILABLE
                                                                  : TL_COUNT_WITHHELD);
        }
    }
}

/* One count is withheld in all tables of a release or in none. */
static inline void
assert_tables_agree (const TlRelease *release)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < release->tables->len; i++)
    {
      const TlReleaseTable *table = release->tables->pdata[i];

      for (guint j = 0; j < table->counts->len; j++)
        {
          const TlReleaseCount *count = table->counts->pdata[j];
          g_autofree char *reach = tl_reach_dup_text (&count->reach);
          char *key = g_strconcat (count->mark, " ", reach, NULL);
          gpointer reason = GINT_TO_POINTER (count->reason != TL_PROTECT_SHOWN);

          if (g_hash_table_contains (shown, key))
            g_assert_true (g_hash_table_lookup (shown, key) == reason);
          g_hash_table_insert (shown, key, reason);
        }
    }
}
