/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One code of a typology: what it is called, what it means, what belongs to it and what doesn't. Owns its texts and
 * the codes below it. Never changes once the typology is read, so that any thread may look at it. */
#include "config.h"

#include "model/typology/tl-code-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TlCode, tl_code, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_QUALIFIED,
  PROP_SCHEME,
  PROP_NOTATION,
  PROP_LABEL,
  PROP_TITLE,
  PROP_DEFINITION,
  PROP_INCLUDE,
  PROP_EXCLUDE,
  PROP_EXAMPLE,
  PROP_DEPRECATED,
  PROP_PARENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* GObject overrides */

static void
tl_code_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TlCode *self = TL_CODE (object);

  switch (prop_id)
    {
    case PROP_QUALIFIED:
      g_value_set_string (value, self->qualified);
      break;
    case PROP_SCHEME:
      g_value_set_string (value, self->scheme);
      break;
    case PROP_NOTATION:
      g_value_set_string (value, self->notation);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_TITLE:
      g_value_take_string (value, tl_code_dup_title (self));
      break;
    case PROP_DEFINITION:
      g_value_set_string (value, self->definition);
      break;
    case PROP_INCLUDE:
      g_value_set_string (value, self->include);
      break;
    case PROP_EXCLUDE:
      g_value_set_string (value, self->exclude);
      break;
    case PROP_EXAMPLE:
      g_value_set_string (value, self->example);
      break;
    case PROP_DEPRECATED:
      g_value_set_boolean (value, self->deprecated);
      break;
    case PROP_PARENT:
      g_value_set_object (value, self->broader);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
forget_parent (TlCode *self)
{
  guint n_children = self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 0;

  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (TlCode) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      child->broader = NULL;
    }
}

static void
tl_code_finalize (GObject *object)
{
  TlCode *self = TL_CODE (object);

  forget_parent (self);
  g_clear_object (&self->children);
  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->notation, g_free);
  g_clear_pointer (&self->qualified, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->definition, g_free);
  g_clear_pointer (&self->include, g_free);
  g_clear_pointer (&self->exclude, g_free);
  g_clear_pointer (&self->example, g_free);
  g_clear_pointer (&self->replaced_by, g_strfreev);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (tl_code_parent_class)->finalize (object);
}

static void
tl_code_class_init (TlCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const struct
  {
    guint id;
    const char *name;
  } strings[] = {
    { PROP_QUALIFIED, "qualified" },   { PROP_SCHEME, "scheme" },   { PROP_NOTATION, "notation" },
    { PROP_LABEL, "label" },           { PROP_TITLE, "title" },     { PROP_DEFINITION, "definition" },
    { PROP_INCLUDE, "include" },       { PROP_EXCLUDE, "exclude" }, { PROP_EXAMPLE, "example" },
  };

  object_class->get_property = tl_code_get_property;
  object_class->finalize = tl_code_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id]
        = g_param_spec_string (strings[i].name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DEPRECATED]
      = g_param_spec_boolean ("deprecated", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PARENT]
      = g_param_spec_object ("parent", NULL, NULL, TL_TYPE_CODE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_code_init (TlCode *self)
{
}

/* public */

/**
 * tl_code_get_qualified:
 *
 * Returns: the code as a tag keeps it, "SCHEME:NOTATION", such as "national-1:TO.1"
 */
const char *
tl_code_get_qualified (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->qualified;
}

/**
 * tl_code_get_scheme:
 *
 * Returns: the id of the typology that the code belongs to
 */
const char *
tl_code_get_scheme (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->scheme;
}

/**
 * tl_code_get_notation:
 *
 * Returns: the short name, unique within the typology
 */
const char *
tl_code_get_notation (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->notation;
}

/**
 * tl_code_find_notation:
 * @qualified: a code as it is written in records, such as "national-1:TO.1", whether or not it is known
 *
 * Returns: where in @qualified its notation begins; all of it if no typology is named
 */
const char *
tl_code_find_notation (const char *qualified)
{
  g_return_val_if_fail (qualified != NULL, NULL);

  const char *colon = strchr (qualified, ':');

  return colon != NULL ? colon + 1 : qualified;
}

/**
 * tl_code_get_label:
 *
 * Returns: what the code is called
 */
const char *
tl_code_get_label (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->label;
}

/**
 * tl_code_dup_title:
 *
 * Returns: (transfer full): notation and label, as a list shows the code
 */
char *
tl_code_dup_title (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return g_strconcat (self->notation, " ", self->label, NULL);
}

/**
 * tl_code_get_definition:
 *
 * Returns: (nullable): what the code means
 */
const char *
tl_code_get_definition (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->definition;
}

/**
 * tl_code_get_include:
 *
 * Returns: (nullable): what belongs to the code
 */
const char *
tl_code_get_include (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->include;
}

/**
 * tl_code_get_exclude:
 *
 * Returns: (nullable): what seems to belong to the code and is coded elsewhere
 */
const char *
tl_code_get_exclude (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->exclude;
}

/**
 * tl_code_get_example:
 *
 * Returns: (nullable): an instance of it
 */
const char *
tl_code_get_example (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->example;
}

/**
 * tl_code_get_deprecated:
 *
 * Returns: whether the code is kept for older reviews only. A code is never taken out of a typology.
 */
gboolean
tl_code_get_deprecated (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), FALSE);
  return self->deprecated;
}

/**
 * tl_code_get_replaced_by:
 *
 * Returns: (array zero-terminated=1): the qualified codes that took its place, in the order of the file; the URI of
 *   one that is in no typology of Throughline's. Often empty, never %NULL.
 */
const char *const *
tl_code_get_replaced_by (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return (const char *const *) self->replaced_by;
}

/**
 * tl_code_get_parent:
 *
 * Returns: (transfer none) (nullable): the broader code, %NULL for one at the top
 */
TlCode *
tl_code_get_parent (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->broader;
}

/**
 * tl_code_get_children:
 *
 * Returns: (transfer none) (nullable): the narrower codes, of #TlCode in the order of the file; %NULL if there are none
 */
GListModel *
tl_code_get_children (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

/* While the typology is put together. */
void
_tl_code_add_child (TlCode *self,
                    TlCode *child)
{
  g_assert (child->broader == NULL && child != self);

  if (self->children == NULL)
    self->children = g_list_store_new (TL_TYPE_CODE);
  g_list_store_append (self->children, child);
  child->broader = self;
}

/**
 * tl_code_get_uri:
 *
 * Returns: by what the code is known everywhere
 */
const char *
tl_code_get_uri (TlCode *self)
{
  g_return_val_if_fail (TL_IS_CODE (self), NULL);
  return self->uri;
}

/**
 * tl_code_get_matches:
 * @n_matches: (out): how many there are
 *
 * Returns: (array length=n_matches): how it is said to stand to codes of other typologies
 */
const TlCodeMatch *
tl_code_get_matches (TlCode *self,
                     guint  *n_matches)
{
  g_return_val_if_fail (TL_IS_CODE (self) && n_matches != NULL, NULL);

  *n_matches = self->matches->len;
  return (const TlCodeMatch *) (const void *) self->matches->data;
}
