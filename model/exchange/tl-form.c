/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form that a review takes in each tier: which kinds and fields leave, as what, and in which order. Made once
 * from the declarations and never changed, so it may be read from any thread. */
#include "config.h"

#include "model/exchange/tl-form.h"

#include "model/base/tl-date.h"

G_STATIC_ASSERT ((TL_DATE_MAX_YEAR - TL_DATE_MIN_YEAR + 1) * 12 == TL_FORM_MAX_MONTHS);

/* What stands in the place of a date in the tiers that know no dates. */
static const TlField months_field = {
  "months", NULL, TL_FIELD_INT, TL_TIER_LEARNING, TL_TIER_NEVER, 0, .min = -TL_FORM_MAX_MONTHS,
  .max = TL_FORM_MAX_MONTHS,
};

/* How widely something must be declared to leave as it stands. The public has what the national library has; of free
 * text only what was released for it. */
static TlTier
needed (TlTier tier)
{
  return MIN (tier, TL_TIER_LEARNING);
}

static gboolean
kind_leaves (const TlKind *kind,
             TlTier        tier)
{
  return kind->tier >= needed (tier) && (!(kind->flags & TL_KIND_IDENTITY) || tier == TL_TIER_TRANSFER);
}

/* A reference leaves when some of what it may point at leaves too. */
static gboolean
reaches (const TlField *field,
         TlTier         tier)
{
  for (guint i = 0; field->refs[i] != NULL; i++)
    if (kind_leaves (tl_kind_lookup (field->refs[i]), tier))
      return TRUE;
  return !tl_field_is_reference (field);
}

static TlPassage
passage_of (const TlField *field,
            TlTier         tier)
{
  /* By a pseudonym what was published could be found in the library, and with it who is behind the other records. */
  if (tier == TL_TIER_PUBLIC && field->type == TL_FIELD_UUID)
    return TL_PASSAGE_NONE;
  if (field->tier >= needed (tier))
    {
      if (!reaches (field, tier))
        return TL_PASSAGE_NONE;
      return field->type == TL_FIELD_DATE && tier >= TL_TIER_LEARNING ? TL_PASSAGE_MONTHS : TL_PASSAGE_WHOLE;
    }
  return field->release >= tier ? TL_PASSAGE_RELEASED : TL_PASSAGE_NONE;
}

static void
add_attributes (GArray           *slots,
                const TlFormKind *kind,
                guint             index,
                TlTier            tier)
{
  const TlField *field = &kind->kind->fields[index];
  TlFormSlot slot = { field->name, tl_form_get_field (kind, index), index, 0 };

  if (kind->passages[index] == TL_PASSAGE_MONTHS)
    {
      g_autofree char *name = g_strconcat (field->name, "-months", NULL);

      slot.name = g_intern_string (name);
    }
  if (field->refs[0] == NULL || field->refs[1] == NULL)
    g_array_append_val (slots, slot);
  else
    for (guint i = 0; field->refs[i] != NULL; i++)
      {
        g_autofree char *name = g_strconcat (field->name, "-", field->refs[i], NULL);

        if (!kind_leaves (tl_kind_lookup (field->refs[i]), tier))
          continue;
        slot.name = g_intern_string (name);
        slot.ref = i;
        g_array_append_val (slots, slot);
      }
}

static TlFormKind
make_kind (const TlKind *kind,
           TlTier        tier)
{
  TlFormKind made = { .kind = kind, .leaves = kind_leaves (kind, tier) };
  GArray *attributes = g_array_new (TRUE, TRUE, sizeof (TlFormSlot));
  GArray *elements = g_array_new (TRUE, TRUE, sizeof (TlFormSlot));

  made.passages = g_new0 (TlPassage, kind->n_fields);
  made.required = g_new (guint, kind->n_fields);
  for (guint i = 0; made.leaves && i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      const TlFormSlot element = { field->name, field, i, 0 };

      made.passages[i] = passage_of (field, tier);
      if (made.passages[i] == TL_PASSAGE_NONE)
        continue;
      if (tl_form_is_element (field))
        g_array_append_val (elements, element);
      else
        add_attributes (attributes, &made, i, tier);
      if (tl_form_is_required (&made, i))
        made.required[made.n_required++] = i;
    }

  made.n_attributes = attributes->len;
  made.n_elements = elements->len;
  made.attributes = (TlFormSlot *) (void *) g_array_free (attributes, FALSE);
  made.elements = (TlFormSlot *) (void *) g_array_free (elements, FALSE);
  return made;
}

/**
 * tl_form_get:
 * @tier: a tier in which something can leave
 *
 * Returns: the form of the files of @tier
 */
const TlForm *
tl_form_get (TlTier tier)
{
  static gsize once;
  static TlForm forms[TL_TIER_PUBLIC + 1];

  g_return_val_if_fail (tier > TL_TIER_NEVER && tier <= TL_TIER_PUBLIC, NULL);

  if (g_once_init_enter (&once))
    {
      for (guint i = TL_TIER_TRANSFER; i <= TL_TIER_PUBLIC; i++)
        {
          forms[i].tier = (TlTier) i;
          forms[i].n_kinds = tl_kinds_get_n ();
          forms[i].kinds = g_new0 (TlFormKind, forms[i].n_kinds);
          for (guint j = 0; j < forms[i].n_kinds; j++)
            forms[i].kinds[j] = make_kind (tl_kinds_get (j), (TlTier) i);
        }
      g_once_init_leave (&once, 1);
    }
  return &forms[tier];
}

/**
 * tl_form_get_kind:
 * @form: a form
 * @kind: a kind
 *
 * Returns: what @kind looks like in @form
 */
const TlFormKind *
tl_form_get_kind (const TlForm *form,
                  const TlKind *kind)
{
  g_return_val_if_fail (form != NULL && kind != NULL, NULL);

  return &form->kinds[tl_kind_get_position (kind)];
}

/**
 * tl_form_is_element:
 * @field: a field
 *
 * Returns: whether values of @field stand in elements: text that may be long, and lists
 */
gboolean
tl_form_is_element (const TlField *field)
{
  return tl_field_is_free_text (field) || tl_field_is_list (field);
}

/**
 * tl_form_is_required:
 * @kind: a kind in a form
 * @field: the index of a field that leaves
 *
 * Returns: whether every record of @kind has the field, being nothing without what it refers to
 */
gboolean
tl_form_is_required (const TlFormKind *kind,
                     guint             field)
{
  g_return_val_if_fail (kind != NULL && field < kind->kind->n_fields, FALSE);

  return kind->passages[field] == TL_PASSAGE_WHOLE && kind->kind->fields[field].type == TL_FIELD_REF
         && kind->kind->fields[field].on_remove == TL_ON_REMOVE_DELETE;
}

/**
 * tl_form_get_field:
 * @kind: a kind in a form
 * @field: the index of a field that leaves
 *
 * Returns: the declaration that values in the file follow: the field's own, or that of a number of months
 */
const TlField *
tl_form_get_field (const TlFormKind *kind,
                   guint             field)
{
  g_return_val_if_fail (kind != NULL && field < kind->kind->n_fields, NULL);

  return kind->passages[field] == TL_PASSAGE_MONTHS ? &months_field : &kind->kind->fields[field];
}
