/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about keys whose meaning comes as data: levels, kinds and groups of the method, codes of the typologies. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/typology/tl-typology.h"

/* How often a version of a typology that is not here is named. */
typedef struct {
  char *scheme;
  char *version; /* NULL where none is said */
  guint n;
} Missing;

/* What is known of typologies so far in a run. */
typedef struct {
  TlCheckRun *run;
  GHashTable *typologies; /* id → TlTypology or NULL; borrowed */
  GHashTable *missing;    /* "scheme version" → Missing */
} Codes;

static void
missing_free (void *data)
{
  Missing *missing = data;

  g_free (missing->scheme);
  g_free (missing->version);
  g_free (missing);
}

static TlTypology *
find_typology (Codes      *codes,
               const char *scheme)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (codes->typologies, scheme, NULL, &known))
    {
      known = tl_typology_lookup (scheme, NULL);
      g_hash_table_insert (codes->typologies, g_strdup (scheme), known);
    }
  return known;
}

static void
count_missing (Codes      *codes,
               const char *scheme,
               const char *version)
{
  g_autofree char *key = g_strdup_printf ("%s %s", scheme, version != NULL ? version : "");
  Missing *missing = g_hash_table_lookup (codes->missing, key);

  if (missing == NULL)
    {
      missing = g_new0 (Missing, 1);
      missing->scheme = g_strdup (scheme);
      missing->version = g_strdup (version);
      g_hash_table_insert (codes->missing, g_steal_pointer (&key), missing);
    }
  missing->n++;
}

static void
report_key (TlCheckRun    *run,
            TlRecord      *record,
            const TlField *field,
            const char    *key)
{
  g_autofree char *title = _tl_check_dup_title (run, record);

  if (field->vocabulary == TL_VOCABULARY_CODE)
    _tl_check_report (run, TL_CHECK_KEY_UNKNOWN, record,
                      /* Translators: a code of a typology */
                      _("The code “%s” is not in its typology."), key);
  else
    _tl_check_report (run, TL_CHECK_KEY_UNKNOWN, record,
                      /* Translators: field, what the record is called, a key */
                      _("“%s” of “%s” is “%s”, which the method does not know."), _(field->label), title, key);
}

static void
check_code (Codes         *codes,
            TlRecord      *record,
            const TlField *field,
            const char    *code)
{
  const char *version = tl_record_get_text (record, "scheme_version");
  gsize length = strcspn (code, ":");
  g_autofree char *scheme = g_strndup (code, length);
  TlTypology *typology = find_typology (codes, scheme);

  if (typology == NULL || g_strcmp0 (version, tl_typology_get_version (typology)) != 0)
    count_missing (codes, scheme, version);
  else if (code[length] == '\0' || tl_typology_find_code (typology, code + length + 1) == NULL)
    report_key (codes->run, record, field, code);
}

static gboolean
is_of_method (TlVocabulary vocabulary)
{
  return vocabulary == TL_VOCABULARY_LEVEL || vocabulary == TL_VOCABULARY_FACTOR_KIND
         || vocabulary == TL_VOCABULARY_CATEGORY || vocabulary == TL_VOCABULARY_LINK_KIND
         || vocabulary == TL_VOCABULARY_PATTERN_CATEGORY;
}

static void
check_field (Codes        *codes,
             const TlKind *kind,
             guint         index)
{
  const TlField *field = &kind->fields[index];
  TlRecordList *list = tl_review_get_list (codes->run->review, kind->name);

  if (field->vocabulary != TL_VOCABULARY_CODE && (codes->run->method == NULL || !is_of_method (field->vocabulary)))
    return;

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const TlValue *value = tl_record_get_value (record, index);

      if (value->type != TL_VALUE_TEXT)
        continue;
      if (field->vocabulary == TL_VOCABULARY_CODE)
        check_code (codes, record, field, value->text);
      else if (tl_method_find_entry (codes->run->method, field->vocabulary, value->text) == NULL)
        report_key (codes->run, record, field, value->text);
    }
}

static void
report_missing (TlCheckRun    *run,
                const Missing *missing)
{
  if (missing->version == NULL)
    _tl_check_report (run, TL_CHECK_TYPOLOGY_VERSION, NULL,
                      /* Translators: a number, the id of a typology */
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u code of the typology “%s” does not say of which version.",
                                   "%u codes of the typology “%s” do not say of which version.",
                                   missing->n), missing->n, missing->scheme);
  else
    _tl_check_report (run, TL_CHECK_TYPOLOGY_VERSION, NULL,
                      /* Translators: a number, the id of a typology, its version */
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u code is of the typology “%s” in version %s, which is not here.",
                                   "%u codes are of the typology “%s” in version %s, which is not "
                                   "here.", missing->n), missing->n, missing->scheme,
                      missing->version);
}

void
_tl_checks_keys (TlCheckRun *run)
{
  /* Whoever reads a learning record holds its keys to the method and the typologies. */
  if (!_tl_check_applies (run, TL_CHECK_KEY_UNKNOWN))
    return;

  g_autoptr (GHashTable) typologies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, missing_free);
  Codes codes = { run, typologies, missing };

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    for (guint j = 0; j < tl_kinds_get (i)->n_fields; j++)
      if (tl_kinds_get (i)->fields[j].type == TL_FIELD_KEY)
        check_field (&codes, tl_kinds_get (i), j);

  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, missing);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    report_missing (run, value);
}
