/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a scheme that was read against the integrity conditions of SKOS (their numbers are those of the W3C
 * Recommendation of 18 August 2009) and against what a typology needs besides: one tree, and codes that can be written
 * down. Finds each code's place in the tree. */
#include "config.h"

#include "model/typology/tl-skos-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOTATION_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789."
#define NOTATION_MAX_LENGTH 32
#define VERSION_MAX_LENGTH 32

static TlSkosResource *
find_concept (TlSkosFile *file,
              const char *uri)
{
  TlSkosResource *resource = g_hash_table_lookup (file->by_uri, uri);

  return resource != NULL && !resource->is_scheme ? resource : NULL;
}

static gboolean
check_scheme (TlSkosFile *file,
              GError    **error)
{
  TlSkosResource *scheme = file->scheme;

  if (scheme == NULL)
    return _tl_skos_refuse (file, 1, error, _("There is no skos:ConceptScheme in it, so it isn’t a typology."));
  if (_tl_skos_get_n (scheme, TL_SKOS_TITLE) == 0)
    return _tl_skos_refuse (file, scheme->line, error, _("The scheme has no title. Give it a dct:title."));

  TlSkosStatement *version = _tl_skos_get (scheme, TL_SKOS_VERSION, 0);

  if (version == NULL)
    return _tl_skos_refuse (file, scheme->line, error,
                            _("The scheme has no version. Give it an owl:versionInfo, for tags to keep."));
  if (_tl_skos_get_n (scheme, TL_SKOS_VERSION) > 1)
    return _tl_skos_refuse (file, _tl_skos_get (scheme, TL_SKOS_VERSION, 1)->line, error,
                            _("The scheme has a second version. Keep each version in its own file."));
  if (strlen (version->value) > VERSION_MAX_LENGTH)
    return _tl_skos_refuse (file, version->line, error, _("The version is longer than the %d letters allowed."),
                            VERSION_MAX_LENGTH);
  if (file->concepts->len == 0)
    return _tl_skos_refuse (file, scheme->line, error, _("The scheme has no codes."));
  return TRUE;
}

static gboolean
check_notation (TlSkosFile     *file,
                TlSkosResource *concept,
                GHashTable     *notations,
                GError        **error)
{
  TlSkosStatement *notation = _tl_skos_get (concept, TL_SKOS_NOTATION, 0);

  if (notation == NULL)
    return _tl_skos_refuse (file, concept->line, error, _("“%s” has no skos:notation."), concept->uri);
  if (_tl_skos_get_n (concept, TL_SKOS_NOTATION) > 1)
    return _tl_skos_refuse (file, _tl_skos_get (concept, TL_SKOS_NOTATION, 1)->line, error,
                            _("“%s” has a second notation."), concept->uri);
  if (strspn (notation->value, NOTATION_CHARACTERS) != strlen (notation->value)
      || strlen (notation->value) > NOTATION_MAX_LENGTH)
    return _tl_skos_refuse (file, notation->line, error,
                            _("“%s” can’t be a notation. Use up to %d letters A to Z, digits and full stops."),
                            notation->value, NOTATION_MAX_LENGTH);
  if (!g_hash_table_add (notations, notation->value))
    return _tl_skos_refuse (file, notation->line, error, _("The notation “%s” is used a second time."),
                            notation->value);
  return TRUE;
}

/* S13: a label is preferred, alternative or hidden, not two of these. S14: one preferred label in a language. */
static gboolean
check_labels (TlSkosFile     *file,
              TlSkosResource *concept,
              GError        **error)
{
  static const TlSkosProperty kinds[] = { TL_SKOS_PREF_LABEL, TL_SKOS_ALT_LABEL, TL_SKOS_HIDDEN_LABEL };
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TlSkosStatement *label;

  if (_tl_skos_get_n (concept, TL_SKOS_PREF_LABEL) == 0)
    return _tl_skos_refuse (file, concept->line, error, _("“%s” has no skos:prefLabel."), concept->uri);

  for (guint i = 0; (label = _tl_skos_get (concept, TL_SKOS_PREF_LABEL, i)) != NULL; i++)
    if (!g_hash_table_add (languages, label->language))
      return _tl_skos_refuse (file, label->line, error, _("“%s” has a second preferred label in one language."),
                              concept->uri);

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; (label = _tl_skos_get (concept, kinds[kind], i)) != NULL; i++)
      {
        char *key = g_strconcat (label->language, "\n", label->value, NULL);
        void *other_kind;

        if (!g_hash_table_lookup_extended (labels, key, NULL, &other_kind))
          g_hash_table_insert (labels, key, GUINT_TO_POINTER (kind));
        else if (g_free (key), other_kind != GUINT_TO_POINTER (kind))
          return _tl_skos_refuse (file, label->line, error, _("The label “%s” has two roles at once."), label->value);
      }
  return TRUE;
}

/* S5–S8: in the scheme by skos:inScheme, or by being one of its top codes. */
static gboolean
check_membership (TlSkosFile     *file,
                  TlSkosResource *concept,
                  GError        **error)
{
  static const TlSkosProperty kinds[] = { TL_SKOS_IN_SCHEME, TL_SKOS_TOP_CONCEPT_OF };
  gboolean is_member = concept->top_line > 0;
  TlSkosStatement *statement;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; (statement = _tl_skos_get (concept, kinds[kind], i)) != NULL; i++)
      {
        if (strcmp (statement->value, file->scheme->uri) != 0)
          return _tl_skos_refuse (file, statement->line, error, _("“%s” isn’t the scheme of this file."),
                                  statement->value);
        is_member = TRUE;
        if (kinds[kind] == TL_SKOS_TOP_CONCEPT_OF && concept->top_line == 0)
          concept->top_line = statement->line;
      }

  if (!is_member)
    return _tl_skos_refuse (file, concept->line, error, _("“%s” belongs to no scheme. Give it a skos:inScheme."),
                            concept->uri);
  return TRUE;
}

/* S19, S20: both ends are concepts; here, concepts of this scheme. */
static gboolean
check_ends (TlSkosFile           *file,
            const TlSkosResource *resource,
            TlSkosProperty        property,
            GError              **error)
{
  TlSkosStatement *statement;

  for (guint i = 0; (statement = _tl_skos_get (resource, property, i)) != NULL; i++)
    if (find_concept (file, statement->value) == NULL)
      return _tl_skos_refuse (file, statement->line, error, _("“%s” isn’t a code of this scheme."), statement->value);
  return TRUE;
}

static gboolean
put_below (TlSkosFile     *file,
           TlSkosResource *narrower,
           TlSkosResource *broader,
           int             line,
           GError        **error)
{
  if (narrower->broader == broader)
    return TRUE;
  if (narrower->broader != NULL)
    return _tl_skos_refuse (file, line, error, _("“%s” has a second broader code. A typology is a tree."),
                            narrower->uri);
  narrower->broader = broader;
  narrower->broader_line = line;
  return TRUE;
}

static gboolean
find_places (TlSkosFile     *file,
             TlSkosResource *concept,
             GError        **error)
{
  TlSkosStatement *statement;

  for (guint i = 0; (statement = _tl_skos_get (concept, TL_SKOS_BROADER, i)) != NULL; i++)
    if (!put_below (file, concept, find_concept (file, statement->value), statement->line, error))
      return FALSE;
  for (guint i = 0; (statement = _tl_skos_get (concept, TL_SKOS_NARROWER, i)) != NULL; i++)
    if (!put_below (file, find_concept (file, statement->value), concept, statement->line, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_way_up (TlSkosFile     *file,
              TlSkosResource *concept,
              GError        **error)
{
  guint n_tiers = 1;

  /* A circle further up, which this code only leads into, is told of its own codes. */
  for (TlSkosResource *above = concept->broader; above != NULL; above = above->broader)
    {
      if (n_tiers > file->concepts->len)
        return TRUE;
      if (above == concept)
        return _tl_skos_refuse (file, concept->broader_line, error,
                                _("“%s” is broader than itself: its broader codes lead round in a circle."),
                                concept->uri);
      n_tiers++;
    }

  if (n_tiers > TL_SKOS_MAX_TIERS)
    return _tl_skos_refuse (file, concept->line, error, _("“%s” is deeper than the %d tiers allowed."), concept->uri,
                            TL_SKOS_MAX_TIERS);
  if (concept->top_line > 0 && concept->broader != NULL)
    return _tl_skos_refuse (file, concept->top_line, error, _("The top code “%s” has a broader code."), concept->uri);
  return TRUE;
}

static gboolean
is_above (const TlSkosResource *above,
          const TlSkosResource *concept)
{
  while (concept != NULL && concept != above)
    concept = concept->broader;
  return concept != NULL;
}

/* S27: what is related is neither broader nor narrower, over any number of tiers. */
static gboolean
check_related (TlSkosFile     *file,
               TlSkosResource *concept,
               GError        **error)
{
  TlSkosStatement *statement;

  for (guint i = 0; (statement = _tl_skos_get (concept, TL_SKOS_RELATED, i)) != NULL; i++)
    {
      const TlSkosResource *other = find_concept (file, statement->value);

      if (is_above (other, concept) || is_above (concept, other))
        return _tl_skos_refuse (file, statement->line, error,
                                _("“%s” is given as related, but stands above or below in the tree."),
                                statement->value);
    }
  return TRUE;
}

/* A match says how a code stands to one of another scheme, and it can stand in one way only (S46 and what its spirit
 * asks for). */
static gboolean
check_matches (TlSkosFile     *file,
               TlSkosResource *concept,
               GError        **error)
{
  g_autoptr (GHashTable) matched = g_hash_table_new (g_str_hash, g_str_equal);
  TlSkosStatement *statement;

  for (guint i = TL_SKOS_EXACT_MATCH; i <= TL_SKOS_RELATED_MATCH; i++)
    for (guint j = 0; (statement = _tl_skos_get (concept, (TlSkosProperty) i, j)) != NULL; j++)
      {
        if (g_hash_table_contains (file->by_uri, statement->value))
          return _tl_skos_refuse (file, statement->line, error,
                                  _("“%s” is of this scheme. A match is with a code of another."), statement->value);
        if (!g_hash_table_add (matched, statement->value))
          return _tl_skos_refuse (file, statement->line, error, _("“%s” is matched in two ways."), statement->value);
      }
  return TRUE;
}

/* What skos:hasTopConcept points to is a concept (S6). */
static gboolean
mark_tops (TlSkosFile *file,
           GError    **error)
{
  TlSkosStatement *statement;

  if (!check_ends (file, file->scheme, TL_SKOS_HAS_TOP_CONCEPT, error))
    return FALSE;
  for (guint i = 0; (statement = _tl_skos_get (file->scheme, TL_SKOS_HAS_TOP_CONCEPT, i)) != NULL; i++)
    find_concept (file, statement->value)->top_line = statement->line;
  return TRUE;
}

static gboolean
check_concept (TlSkosFile     *file,
               TlSkosResource *concept,
               GHashTable     *notations,
               GError        **error)
{
  return check_notation (file, concept, notations, error)
         && check_labels (file, concept, error)
         && check_membership (file, concept, error)
         && check_ends (file, concept, TL_SKOS_BROADER, error)
         && check_ends (file, concept, TL_SKOS_NARROWER, error)
         && check_ends (file, concept, TL_SKOS_RELATED, error)
         && check_matches (file, concept, error)
         && find_places (file, concept, error);
}

/* S9, a scheme is no concept, holds once every URI is described but once, which the reader sees to. Afterwards each
 * concept knows its broader one, and going up from any ends at the top. */
gboolean
_tl_skos_check (TlSkosFile *file,
                GError    **error)
{
  g_autoptr (GHashTable) notations = g_hash_table_new (g_str_hash, g_str_equal);

  if (!check_scheme (file, error) || !mark_tops (file, error))
    return FALSE;
  for (guint i = 0; i < file->concepts->len; i++)
    if (!check_concept (file, g_ptr_array_index (file->concepts, i), notations, error))
      return FALSE;
  for (guint i = 0; i < file->concepts->len; i++)
    if (!check_way_up (file, g_ptr_array_index (file->concepts, i), error))
      return FALSE;
  for (guint i = 0; i < file->concepts->len; i++)
    if (!check_related (file, g_ptr_array_index (file->concepts, i), error))
      return FALSE;
  return TRUE;
}
