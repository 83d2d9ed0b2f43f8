/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who has whole releases: numbers of which he knows bounds, and laws that hold between them. He draws from
 * that what follows for whole numbers, and tries out what does not follow at once. */
#pragma once

#include <string.h>

#include "model/releases/tl-release-system.h"

#define THRESHOLD 5
#define ENDLESS 100000
#define MAX_PROBES 3

/* A set of reviews: from and to a year, one region or all, one type or all. */
typedef struct {
  int from;
  int to;
  int region;
  int type;
} Box;

/* The attacker's variables and what he knows of them */

typedef struct {
  gint64   truth;
  gint64   low;
  gint64   high;
  guint    release;
  guint    measure;
  Box      box;
  guint    entry;     /* in the system; G_MAXUINT if that was not told of it */
  gboolean inner;     /* no table has it: he knows nothing of it but what it is a part of */
  gboolean guarded;
} Variable;

/* The sum of some is another: at least, or exactly. */
typedef struct {
  guint  total;
  GArray *parts;
} Law;

typedef struct {
  GArray          *variables;
  GPtrArray       *laws;
  GHashTable      *places;
  TlReleaseSystem *system;
} Attack;

static inline void
free_law (gpointer data)
{
  Law *law = data;

  g_array_unref (law->parts);
  g_free (law);
}

static inline Variable *
get (Attack *self,
     guint   i)
{
  return &g_array_index (self->variables, Variable, i);
}

static inline guint
add_variable (Attack *self,
              gint64  truth,
              gint64  low)
{
  Variable variable = { truth, low, ENDLESS, .entry = G_MAXUINT };

  g_array_append_val (self->variables, variable);
  return self->variables->len - 1;
}

static inline void
add_law (Attack      *self,
         guint        total,
         const guint *parts,
         guint        n)
{
  Law *law = g_new0 (Law, 1);

  law->total = total;
  law->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (law->parts, parts, n);
  g_ptr_array_add (self->laws, law);
}

/* Draws what follows from one law. Returns FALSE if it can't hold. */
static inline gboolean
follow (Attack    *self,
        const Law *law,
        gboolean  *more)
{
  gint64 low = 0, high = 0;
  Variable *total = get (self, law->total);

  for (guint i = 0; i < law->parts->len; i++)
    {
      low += get (self, g_array_index (law->parts, guint, i))->low;
      high += get (self, g_array_index (law->parts, guint, i))->high;
    }
  if (low > total->low)
    total->low = low, *more = TRUE;
  if (high < total->high)
    total->high = high, *more = TRUE;
  for (guint i = 0; i < law->parts->len; i++)
    {
      Variable *part = get (self, g_array_index (law->parts, guint, i));
      gint64 least = total->low - (high - part->high), most = total->high - (low - part->low);

      if (least > part->low)
        part->low = least, *more = TRUE;
      if (most < part->high)
        part->high = most, *more = TRUE;
      if (part->low > part->high)
        return FALSE;
    }
  return total->low <= total->high;
}

static inline gboolean
follow_all (Attack *self)
{
  gboolean more = TRUE;

  for (guint round = 0; more && round < 100; round++)
    {
      more = FALSE;
      for (guint i = 0; i < self->laws->len; i++)
        if (!follow (self, self->laws->pdata[i], &more))
          return FALSE;
    }
  return TRUE;
}

/* Whether a variable could be @value. */
static inline gboolean
could_be (Attack *self,
          guint   i,
          gint64  value)
{
  g_autofree Variable *kept = g_memdup2 (self->variables->data, sizeof (Variable) * self->variables->len);
  gboolean could;

  get (self, i)->low = get (self, i)->high = value;
  could = follow_all (self);
  memcpy (self->variables->data, kept, sizeof (Variable) * self->variables->len);
  return could;
}

/* Draws what can be drawn of what is guarded. Returns of how much too little stays unknown. */
static inline guint
attack (Attack *self)
{
  guint n_found = 0;

  g_assert_true (follow_all (self));
  for (guint i = 0; i < self->variables->len; i++)
    {
      Variable *variable = get (self, i);

      if (!variable->guarded)
        continue;
      for (guint probe = 0; probe < MAX_PROBES && !could_be (self, i, variable->low); probe++)
        variable->low++;
      for (guint probe = 0; probe < MAX_PROBES && variable->high < ENDLESS / 2 && !could_be (self, i, variable->high);
           probe++)
        variable->high--;
      g_assert_cmpint (variable->low, <=, variable->truth);
      g_assert_cmpint (variable->high, >=, variable->truth);
      if (variable->high - variable->low >= THRESHOLD)
        continue;
      n_found++;
      g_test_message ("release %u, measure %u, years %d to %d, region %d, type %d: %d is from %d to %d",
                      variable->release, variable->measure, variable->box.from, variable->box.to,
                      variable->box.region, variable->box.type, (int) variable->truth, (int) variable->low,
                      (int) variable->high);
    }
  return n_found;
}

static inline void
attack_init (Attack *self)
{
  self->variables = g_array_new (FALSE, FALSE, sizeof (Variable));
  self->laws = g_ptr_array_new_with_free_func (free_law);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->system = tl_release_system_new (THRESHOLD, FALSE);
}

static inline void
attack_clear (Attack *self)
{
  g_array_unref (self->variables);
  g_ptr_array_unref (self->laws);
  g_hash_table_unref (self->places);
  tl_release_system_free (self->system);
}
