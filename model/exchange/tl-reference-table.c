/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids and references of one file. Ids come from outside, so the table hashes them with random numbers of its own:
 * nobody can choose ids that fall together. A library reads thousands of files with one table, cleared in between. */
#include "config.h"

#include "model/exchange/tl-reference-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/exchange/tl-problem.h"

typedef struct {
  guint64 high;
  guint64 low;
} Key;

typedef struct {
  Key           key;
  const TlKind *kind;
  guint         line;
} Definition;

typedef struct {
  Key            key;
  const TlField *field;
  guint          ref;
  guint          line;
} Reference;

struct _TlReferenceTable
{
  /* owned */
  Definition *definitions;
  Reference  *references;
  guint32    *places;      /* index into definitions + 1, or 0; open addressing */

  guint       n_definitions;
  guint       n_references;
  guint       max_references; /* for which there is room */
  guint       n_places;       /* a power of two; there is room for half as many definitions */
  guint64     seeds[2];       /* odd */
};

#define FIRST_PLACES 1024
#define FIRST_REFERENCES 1024

static guint64
random_odd (void)
{
  return ((guint64) g_random_int () << 32 | g_random_int ()) | 1;
}

/**
 * tl_reference_table_new:
 *
 * Returns: (transfer full): an empty table
 */
TlReferenceTable *
tl_reference_table_new (void)
{
  TlReferenceTable *self = g_new0 (TlReferenceTable, 1);

  self->max_references = FIRST_REFERENCES;
  self->references = g_new (Reference, self->max_references);
  self->n_places = FIRST_PLACES;
  self->places = g_new0 (guint32, self->n_places);
  self->definitions = g_new (Definition, self->n_places / 2);
  self->seeds[0] = random_odd ();
  self->seeds[1] = random_odd ();
  return self;
}

/**
 * tl_reference_table_free:
 * @self: (transfer full): a table
 */
void
tl_reference_table_free (TlReferenceTable *self)
{
  g_free (self->definitions);
  g_free (self->references);
  g_free (self->places);
  g_free (self);
}

/**
 * tl_reference_table_clear:
 * @self: a table
 *
 * Empties @self and keeps its memory for the next file.
 */
void
tl_reference_table_clear (TlReferenceTable *self)
{
  g_return_if_fail (self != NULL);

  if (self->n_definitions > 0)
    memset (self->places, 0, self->n_places * sizeof (guint32));
  self->n_definitions = self->n_references = 0;
}

static Key
get_key (const guint8 id[TL_ID_PACKED])
{
  Key key;

  G_STATIC_ASSERT (sizeof key == TL_ID_PACKED);
  memcpy (&key, id, sizeof key);
  return key;
}

static char *
dup_id (Key key)
{
  guint8 packed[TL_ID_PACKED];

  memcpy (packed, &key, sizeof packed);
  return tl_id_unpack (packed, sizeof packed);
}

/* The place of @key: where it is, or the free one where it belongs. */
static guint
find_place (TlReferenceTable *self,
            Key               key)
{
  guint64 mixed = (key.high ^ self->seeds[1]) * self->seeds[0];

  mixed = ((mixed >> 29) ^ mixed ^ key.low) * self->seeds[1];
  mixed ^= mixed >> 32;

  for (guint place = (guint) mixed & (self->n_places - 1);; place = (place + 1) & (self->n_places - 1))
    {
      if (self->places[place] == 0)
        return place;

      const Definition *found = &self->definitions[self->places[place] - 1];
      if (found->key.high == key.high && found->key.low == key.low)
        return place;
    }
}

static void
grow (TlReferenceTable *self)
{
  g_free (self->places);
  self->n_places *= 4;
  self->places = g_new0 (guint32, self->n_places);
  self->definitions = g_renew (Definition, self->definitions, self->n_places / 2);
  for (guint i = 0; i < self->n_definitions; i++)
    self->places[find_place (self, self->definitions[i].key)] = i + 1;
}

/**
 * tl_reference_table_define:
 * @self: a table
 * @id: an id, packed
 * @kind: what it is the id of
 * @line: where
 *
 * Returns: 0, or the line on which @id was defined already
 */
guint
tl_reference_table_define (TlReferenceTable *self,
                           const guint8      id[TL_ID_PACKED],
                           const TlKind     *kind,
                           guint             line)
{
  g_return_val_if_fail (self != NULL && kind != NULL, 0);

  Definition definition = { get_key (id), kind, line };
  guint place = find_place (self, definition.key);

  if (self->places[place] != 0)
    return MAX (self->definitions[self->places[place] - 1].line, 1);

  self->definitions[self->n_definitions++] = definition;
  self->places[place] = self->n_definitions;
  if (self->n_definitions == self->n_places / 2)
    grow (self);
  return 0;
}

/**
 * tl_reference_table_refer:
 * @self: a table
 * @id: an id, packed
 * @field: the field that refers to it
 * @ref: which of the field's kinds it has to be
 * @line: where
 */
void
tl_reference_table_refer (TlReferenceTable *self,
                          const guint8      id[TL_ID_PACKED],
                          const TlField    *field,
                          guint             ref,
                          guint             line)
{
  g_return_if_fail (self != NULL && field != NULL && field->refs[ref] != NULL);

  if (self->n_references == self->max_references)
    {
      self->max_references *= 2;
      self->references = g_renew (Reference, self->references, self->max_references);
    }
  self->references[self->n_references++] = (Reference) { get_key (id), field, ref, line };
}

/**
 * tl_reference_table_check:
 * @self: a table, complete
 * @problems: (element-type TlProblem): where to say what was found
 *
 * Follows every reference.
 */
void
tl_reference_table_check (TlReferenceTable *self,
                          GPtrArray        *problems)
{
  g_return_if_fail (self != NULL && problems != NULL);

  gboolean more = TRUE;

  for (guint i = 0; more && i < self->n_references; i++)
    {
      const Reference *reference = &self->references[i];
      guint place = self->places[find_place (self, reference->key)];
      const char *wanted = reference->field->refs[reference->ref];

      if (place == 0)
        {
          g_autofree char *id = dup_id (reference->key);

          more = tl_problems_add (problems, TL_PROBLEM_DANGLING, reference->line,
                                  _("“%s” refers to %s, but the file has no record with this id."),
                                  reference->field->name, id);
          continue;
        }

      const Definition *found = &self->definitions[place - 1];
      if (found->kind->name == wanted || strcmp (found->kind->name, wanted) == 0)
        continue;

      g_autofree char *id = dup_id (reference->key);

      more = tl_problems_add (problems, TL_PROBLEM_WRONG_KIND, reference->line,
                              _("“%s” refers to %s, which is a %s where a %s belongs."), reference->field->name, id,
                              found->kind->name, wanted);
    }
}
