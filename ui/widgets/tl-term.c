/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key with the words that people see for it, and the lists of them from which a field's value is chosen: a field's
 * own choices, or what the review's method pack, the packs and the terminology profiles define. */
#include "config.h"

#include "ui/widgets/tl-term.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/method/tl-method.h"
#include "model/review/tl-review-terms.h"
#include "model/terms/tl-terms.h"
#include "model/typology/tl-typology.h"

struct _TlTerm
{
  GObject parent_instance;

  char *key;
  char *label;
  char *description;
};

G_DEFINE_FINAL_TYPE (TlTerm, tl_term, G_TYPE_OBJECT)

enum { PROP_0, PROP_LABEL, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
add_term (GListStore *terms,
          const char *key,
          const char *label,
          const char *description)
{
  g_autoptr (TlTerm) term = tl_term_new (key, label, description);
  g_list_store_append (terms, term);
}

static void
add_methods (GListStore *terms)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    {
      TlMethod *method = g_ptr_array_index (methods, i);
      add_term (terms, tl_method_get_id (method), tl_method_get_title (method), tl_method_get_description (method));
    }
}

static void
add_profiles (GListStore *terms)
{
  g_autoptr (GPtrArray) profiles = tl_terms_list (NULL);

  for (guint i = 0; i < profiles->len; i++)
    {
      TlTerms *profile = g_ptr_array_index (profiles, i);
      add_term (terms, tl_terms_get_id (profile), tl_terms_get_title (profile), tl_terms_get_description (profile));
    }
}

static void
add_entries (GListStore  *terms,
             TlReview    *review,
             TlVocabulary vocabulary)
{
  const char *id = review != NULL ? tl_record_get_text (tl_review_get_subject (review), "method") : NULL;
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;
  guint n = 0;
  const TlMethodEntry *entries = method != NULL ? tl_method_get_entries (method, vocabulary, &n) : NULL;

  for (guint i = 0; i < n; i++)
    add_term (terms, entries[i].key, entries[i].title, entries[i].description);
}

/* GObject overrides */

static void
tl_term_get_property (GObject    *object,
                      guint       property,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_LABEL:
      g_value_set_string (value, TL_TERM (object)->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_term_finalize (GObject *object)
{
  TlTerm *self = TL_TERM (object);

  g_free (self->key);
  g_free (self->label);
  g_free (self->description);

  G_OBJECT_CLASS (tl_term_parent_class)->finalize (object);
}

static void
tl_term_class_init (TlTermClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_term_get_property;
  object_class->finalize = tl_term_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_term_init (TlTerm *self)
{
}

/**
 * tl_term_new:
 * @key: (nullable): what records hold; %NULL stands for nothing
 * @label: what people see
 * @description: (nullable): a sentence about it
 *
 * Returns: (transfer full): a term
 */
TlTerm *
tl_term_new (const char *key,
             const char *label,
             const char *description)
{
  g_return_val_if_fail (label != NULL, NULL);

  TlTerm *self = g_object_new (TL_TYPE_TERM, NULL);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->description = g_strdup (description);
  return self;
}

/**
 * tl_term_get_key:
 *
 * Returns: (nullable): what records hold
 */
const char *
tl_term_get_key (TlTerm *self)
{
  g_return_val_if_fail (TL_IS_TERM (self), NULL);
  return self->key;
}

/**
 * tl_term_get_label:
 *
 * Returns: what people see
 */
const char *
tl_term_get_label (TlTerm *self)
{
  g_return_val_if_fail (TL_IS_TERM (self), NULL);
  return self->label;
}

/**
 * tl_term_get_description:
 *
 * Returns: (nullable): a sentence about it
 */
const char *
tl_term_get_description (TlTerm *self)
{
  g_return_val_if_fail (TL_IS_TERM (self), NULL);
  return self->description;
}

/**
 * tl_terms_for_vocabulary:
 * @review: (nullable): the review whose method counts
 * @vocabulary: where the keys are defined; not the codes of typologies, which are a tree
 *
 * Returns: (transfer full): a list of #TlTerm in the order of its definition
 */
GListModel *
tl_terms_for_vocabulary (TlReview    *review,
                         TlVocabulary vocabulary)
{
  GListStore *terms = g_list_store_new (TL_TYPE_TERM);

  switch (vocabulary)
    {
    case TL_VOCABULARY_METHOD:
      add_methods (terms);
      break;
    case TL_VOCABULARY_PROFILE:
      add_profiles (terms);
      break;
    case TL_VOCABULARY_LEVEL:
    case TL_VOCABULARY_FACTOR_KIND:
    case TL_VOCABULARY_CATEGORY:
    case TL_VOCABULARY_LINK_KIND:
    case TL_VOCABULARY_PATTERN_CATEGORY:
      add_entries (terms, review, vocabulary);
      break;
    case TL_VOCABULARY_NONE:
    case TL_VOCABULARY_CODE:
    default:
      break;
    }
  return G_LIST_MODEL (terms);
}

/**
 * tl_terms_for_field:
 * @review: the review whose method counts
 * @field: a field with choices or keys
 *
 * Returns: (transfer full): a list of #TlTerm: nothing, then what @field can be
 */
GListModel *
tl_terms_for_field (TlReview      *review,
                    const TlField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  GListModel *terms = tl_terms_for_vocabulary (review, field->vocabulary);
  g_autoptr (TlTerm) nothing = tl_term_new (NULL, _("Not set"), NULL);

  g_list_store_insert (G_LIST_STORE (terms), 0, nothing);
  for (guint i = 0; field->choices != NULL && field->choices[i].key != NULL; i++)
    {
      const TlChoice *choice = &field->choices[i];

      g_autofree char *label = tl_review_dup_declared (review, choice->label);

      add_term (G_LIST_STORE (terms), choice->key, label,
                choice->description != NULL ? _(choice->description) : NULL);
    }
  return terms;
}

/**
 * tl_terms_dup_label:
 * @review: the review whose method counts
 * @field: a field with choices or keys
 * @key: (nullable): a value of it
 *
 * Returns: (transfer full) (nullable): the words for @key; @key itself where nothing defines it
 */
char *
tl_terms_dup_label (TlReview      *review,
                    const TlField *field,
                    const char    *key)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (key == NULL)
    return NULL;
  if (field->vocabulary == TL_VOCABULARY_CODE)
    {
      TlCode *code = tl_typologies_find_code (key);
      return code != NULL ? tl_code_dup_title (code) : g_strdup (key);
    }

  g_autoptr (GListModel) terms = tl_terms_for_field (review, field);
  for (guint i = 0; i < g_list_model_get_n_items (terms); i++)
    {
      g_autoptr (TlTerm) term = g_list_model_get_item (terms, i);

      if (g_strcmp0 (term->key, key) == 0)
        return g_strdup (term->label);
    }
  return g_strdup (key);
}
