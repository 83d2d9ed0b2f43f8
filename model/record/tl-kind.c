/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking up the declarations. The tables themselves are in tl-kinds-*.c. Kinds and fields are asked for by name all
 * the time, so a name is found by its length and three of its letters. */
#include "config.h"

#include "model/record/tl-kinds-private.h"

#include <string.h>

#define MAX_KINDS 64

/* At least twice as many places as there are names, a power of two. */
#define KIND_PLACES 128
#define FIELD_PLACES 1024

typedef struct {
  const TlKind *kind; /* NULL where nothing is */
  guint         field;
} FieldPlace;

static struct {
  const TlKind *table;
  guint         n;
} groups[5];

static const TlKind *kinds[MAX_KINDS];
static guint         n_kinds;
static guint         n_fields;
static const TlKind *kind_places[KIND_PLACES];
static FieldPlace    field_places[FIELD_PLACES];

/* What is seen of a name without reading it. */
static guint
glance (const char *name)
{
  gsize length = strlen (name);

  if (length == 0)
    return 0;
  return (guint) length * 7 + (guchar) name[0] * 31 + (guchar) name[length / 2] * 17 + (guchar) name[length - 1] * 5;
}

static guint
place_of_field (const TlKind *kind,
                const char   *name)
{
  return (glance (name) + (guint) ((gsize) kind / sizeof *kind) * 37) % FIELD_PLACES;
}

static void
add_kind (const TlKind *kind)
{
  guint place = glance (kind->name) % KIND_PLACES;

  kinds[n_kinds++] = kind;
  n_fields += kind->n_fields;
  g_assert (n_kinds <= MAX_KINDS && n_fields * 2 <= FIELD_PLACES);

  while (kind_places[place] != NULL)
    place = (place + 1) % KIND_PLACES;
  kind_places[place] = kind;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      place = place_of_field (kind, kind->fields[i].name);
      while (field_places[place].kind != NULL)
        place = (place + 1) % FIELD_PLACES;
      field_places[place] = (FieldPlace) { kind, i };
    }
}

/* The order of the groups is the order of a file's elements. */
static void
ensure_kinds (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  groups[0].table = tl_kinds_case, groups[0].n = tl_kinds_case_n;
  groups[1].table = tl_kinds_evidence, groups[1].n = tl_kinds_evidence_n;
  groups[2].table = tl_kinds_graph, groups[2].n = tl_kinds_graph_n;
  groups[3].table = tl_kinds_findings, groups[3].n = tl_kinds_findings_n;
  groups[4].table = tl_kinds_governance, groups[4].n = tl_kinds_governance_n;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i].n; j++)
      add_kind (&groups[i].table[j]);
  g_once_init_leave (&once, 1);
}

/**
 * tl_kinds_get_n:
 *
 * Returns: the number of kinds
 */
guint
tl_kinds_get_n (void)
{
  ensure_kinds ();
  return n_kinds;
}

/**
 * tl_kinds_get:
 * @position: less than tl_kinds_get_n()
 *
 * Returns: the kind at @position in the order of declaration, which is the order of a file
 */
const TlKind *
tl_kinds_get (guint position)
{
  ensure_kinds ();
  g_return_val_if_fail (position < n_kinds, NULL);
  return kinds[position];
}

/**
 * tl_kind_lookup:
 * @name: a name, perhaps from outside
 *
 * Returns: (nullable): the kind called @name
 */
const TlKind *
tl_kind_lookup (const char *name)
{
  ensure_kinds ();
  if (name == NULL)
    return NULL;

  for (guint place = glance (name) % KIND_PLACES; kind_places[place] != NULL; place = (place + 1) % KIND_PLACES)
    if (strcmp (kind_places[place]->name, name) == 0)
      return kind_places[place];
  return NULL;
}

/**
 * tl_kind_get_position:
 * @kind: a kind
 *
 * Returns: where @kind stands in the order of declaration
 */
guint
tl_kind_get_position (const TlKind *kind)
{
  guint first = 0;

  ensure_kinds ();
  for (guint i = 0; i < G_N_ELEMENTS (groups); first += groups[i++].n)
    if (kind >= groups[i].table && kind < groups[i].table + groups[i].n)
      return first + (guint) (kind - groups[i].table);
  g_return_val_if_reached (0);
}

/**
 * tl_kind_find_field_index:
 * @kind: a kind
 * @name: (nullable): a name, perhaps from outside
 *
 * Returns: the index of the field called @name in @kind, or -1
 */
int
tl_kind_find_field_index (const TlKind *kind,
                          const char   *name)
{
  g_return_val_if_fail (kind != NULL, -1);

  if (name == NULL)
    return -1;

  ensure_kinds ();
  for (guint place = place_of_field (kind, name); field_places[place].kind != NULL; place = (place + 1) % FIELD_PLACES)
    {
      const FieldPlace *found = &field_places[place];

      if (found->kind == kind && strcmp (kind->fields[found->field].name, name) == 0)
        return (int) found->field;
    }
  return -1;
}

/**
 * tl_kind_find_field:
 * @kind: a kind
 * @name: a name, perhaps from outside
 *
 * Returns: (nullable): the field called @name in @kind
 */
const TlField *
tl_kind_find_field (const TlKind *kind,
                    const char   *name)
{
  int found = tl_kind_find_field_index (kind, name);
  return found >= 0 ? &kind->fields[found] : NULL;
}

/**
 * tl_kind_get_title_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field by which a record of @kind is called in a sentence
 */
const TlField *
tl_kind_get_title_field (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & TL_FIELD_TITLE)
      return &kind->fields[i];

  return NULL;
}

/**
 * tl_field_is_list:
 * @field: a field
 *
 * Returns: whether @field holds several values, in a table of its own
 */
gboolean
tl_field_is_list (const TlField *field)
{
  return field->type == TL_FIELD_CHOICES || field->type == TL_FIELD_REFS;
}

/**
 * tl_field_is_reference:
 * @field: a field
 *
 * Returns: whether @field names records and a foreign key holds it to them
 */
gboolean
tl_field_is_reference (const TlField *field)
{
  return field->type == TL_FIELD_REF || field->type == TL_FIELD_REFS;
}

/**
 * tl_field_is_free_text:
 * @field: a field
 *
 * Returns: whether a person types anything they like into @field
 */
gboolean
tl_field_is_free_text (const TlField *field)
{
  return field->type == TL_FIELD_TEXT || field->type == TL_FIELD_PROSE || field->type == TL_FIELD_BODY;
}

/**
 * tl_field_refers_to:
 * @field: a field
 * @kind: a kind
 *
 * Returns: whether @field may name records of @kind
 */
gboolean
tl_field_refers_to (const TlField *field,
                    const TlKind  *kind)
{
  g_return_val_if_fail (field != NULL && kind != NULL, FALSE);

  for (guint i = 0; field->refs[i] != NULL; i++)
    if (strcmp (field->refs[i], kind->name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * tl_field_get_choice_label:
 * @field: a field
 * @key: a key, perhaps from outside
 *
 * Returns: (nullable): the untranslated label of the choice @key of @field
 */
const char *
tl_field_get_choice_label (const TlField *field,
                           const char    *key)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; key != NULL && field->choices != NULL && field->choices[i].key != NULL; i++)
    if (strcmp (field->choices[i].key, key) == 0)
      return field->choices[i].label;

  return NULL;
}

static const char *const tier_names[] = { "never", "transfer", "board", "learning", "public" };

/**
 * tl_tier_get_name:
 * @tier: a tier
 *
 * Returns: the name of @tier in files and on the command line
 */
const char *
tl_tier_get_name (TlTier tier)
{
  g_return_val_if_fail (tier < G_N_ELEMENTS (tier_names), NULL);
  return tier_names[tier];
}

/**
 * tl_tier_parse:
 * @name: a name, perhaps from outside
 * @tier: (out): the tier
 *
 * Returns: whether @name is a tier in which something can leave
 */
gboolean
tl_tier_parse (const char *name,
               TlTier     *tier)
{
  for (guint i = TL_TIER_TRANSFER; name != NULL && i < G_N_ELEMENTS (tier_names); i++)
    if (strcmp (name, tier_names[i]) == 0)
      {
        *tier = (TlTier) i;
        return TRUE;
      }

  return FALSE;
}
