/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A terminology profile: what reviews, boards, roles and documents are called at a time and place. The keys are the
 * same in every profile and never change, so a review can change its words without changing its data. A profile never
 * changes once it has been read, so any thread may hold one. */
#include "config.h"

#include "model/terms/tl-terms.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TERM 200

/* In the order of the files. A new key goes at the end; none is ever taken away. */
static const char *const term_keys[] = {
  "review",         /* what a review is called, and the plural */
  "reviews",
  "review_short",   /* the usual abbreviation */
  "pre_review",     /* what comes before the decision to review */
  "owner",          /* the body that commissions and answers */
  "chair",
  "author",         /* who leads and writes the review */
  "team",
  "practitioners",  /* those whose work is reviewed, as a group */
  "agency_input",   /* what each agency writes */
  "chronology",
  "national_body",
  "national_user",  /* who gathers learning nationally */
  "guidance",
  "output_unit",    /* finding, recommendation or learning point, and the plural */
  "output_units",
  "board_question",
  "response",
  "action",
  "notification",
  "publication",
  "local_authority",
  "health_body",
  "police",
  "professional_lead",
  "annual_report",
  "owner_short",    /* the owner in running text: alone, with its article, and where something is its own */
  "the_owner",
  "of_the_owner",
  "board_questions",
  "actions",
  "finding",        /* what the tool calls a finding, whatever else reviews put forward, and the plural */
  "findings",
  NULL,
};

/* What the keys that came later mean where a profile was written before them. */
static const struct {
  const char *key;
  const char *text;
} later[] = {
  { "owner_short", N_("Board") },
  { "the_owner", N_("the board") },
  { "of_the_owner", N_("the board’s") },
  { "board_questions", N_("Questions for the board") },
  { "actions", N_("Actions") },
  { "finding", N_("Finding") },
  { "findings", N_("Findings") },
};

struct _TlTerms
{
  GObject parent_instance;

  /* owned */
  char *id;
  char *version;
  char *title;
  char *description;
  char *terms[G_N_ELEMENTS (term_keys) - 1];

  int from;
  int until;
};

G_DEFINE_FINAL_TYPE (TlTerms, tl_terms, G_TYPE_OBJECT)

static int
find_key (const char *key)
{
  for (guint i = 0; term_keys[i] != NULL; i++)
    if (strcmp (term_keys[i], key) == 0)
      return (int) i;
  return -1;
}

static const char *
find_later (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (strcmp (later[i].key, key) == 0)
      return _(later[i].text);
  return NULL;
}

/* The text in the person's language if the file has it, else the text as it stands. */
static char *
read_term (GKeyFile    *file,
           const char  *name,
           const char  *group,
           const char  *key,
           GError     **error)
{
  g_autofree char *text = g_key_file_get_locale_string (file, group, key, NULL, NULL);

  if (text == NULL && find_later (key) != NULL)
    return g_strdup (find_later (key));
  if (text == NULL)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s has no “%s” in [%s]."), name, key, group);
      return NULL;
    }
  g_strstrip (text);
  if (text[0] == '\0' || !tl_text_is_one_line (text)
      || g_utf8_strlen (text, -1) > (strcmp (key, "description") == 0 ? TL_TEXT_MAX_LINE : MAX_TERM))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("In %s the text of “%s” in [%s] is empty, too long or not one line."),
                   name, key, group);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* 0 if there is no such key. */
static gboolean
read_year (GKeyFile    *file,
           const char  *name,
           const char  *key,
           int         *year,
           GError     **error)
{
  g_autofree char *text = g_key_file_get_string (file, "profile", key, NULL);
  guint64 number = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1900, 2199, &number, NULL))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("In %s the year “%s” is not one from 1900 to 2199."),
                   name, key);
      return FALSE;
    }
  *year = (int) number;
  return TRUE;
}

/* A misspelt key would leave a word of another time on the screen: it is refused. */
static gboolean
check_keys (GKeyFile    *file,
            const char  *name,
            GError     **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_auto (GStrv) keys = g_key_file_get_keys (file, "terms", NULL, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (strcmp (groups[i], "profile") != 0 && strcmp (groups[i], "terms") != 0)
      {
        g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s has a part [%s], which a profile doesn’t have."), name,
                     groups[i]);
        return FALSE;
      }
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));

      if (find_key (key) < 0)
        {
          g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s has a term “%s”, which a profile doesn’t have."), name,
                       keys[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_profile (TlTerms     *self,
              GKeyFile    *file,
              const char  *name,
              GError     **error)
{
  if (!check_keys (file, name, error))
    return FALSE;

  self->id = read_term (file, name, "profile", "id", error);
  self->version = self->id != NULL ? read_term (file, name, "profile", "version", error) : NULL;
  self->title = self->version != NULL ? read_term (file, name, "profile", "title", error) : NULL;
  self->description = self->title != NULL ? read_term (file, name, "profile", "description", error) : NULL;
  if (self->description == NULL)
    return FALSE;
  if (!g_regex_match_simple ("^[a-z][a-z0-9_]{0,63}$", self->id, G_REGEX_DOLLAR_ENDONLY, 0))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("In %s “%s” is not an id: it begins with a lower-case letter and holds only those, digits and "
                     "underscores."),
                   name, self->id);
      return FALSE;
    }

  for (guint i = 0; term_keys[i] != NULL; i++)
    {
      self->terms[i] = read_term (file, name, "terms", term_keys[i], error);
      if (self->terms[i] == NULL)
        return FALSE;
    }
  return read_year (file, name, "from", &self->from, error) && read_year (file, name, "until", &self->until, error);
}

static void
tl_terms_finalize (GObject *object)
{
  TlTerms *self = TL_TERMS (object);

  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->description);
  for (guint i = 0; i < G_N_ELEMENTS (self->terms); i++)
    g_free (self->terms[i]);

  G_OBJECT_CLASS (tl_terms_parent_class)->finalize (object);
}

static void
tl_terms_class_init (TlTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_terms_finalize;
}

static void
tl_terms_init (TlTerms *self)
{
}

/**
 * tl_terms_new_from_bytes:
 * @bytes: a profile, a key file of at most %TL_TERMS_MAX_BYTES
 * @name: what to call the file in an error message
 *
 * Reads a profile from anywhere; it is not trusted.
 *
 * Returns: (transfer full): the profile, or %NULL with %TL_ERROR_INVALID or %TL_ERROR_TOO_LARGE
 */
TlTerms *
tl_terms_new_from_bytes (GBytes      *bytes,
                         const char  *name,
                         GError     **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > TL_TERMS_MAX_BYTES)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("%s is larger than the %d kB allowed for a profile."), name,
                   TL_TERMS_MAX_BYTES / 1024);
      return NULL;
    }

  g_autoptr (TlTerms) self = g_object_new (TL_TYPE_TERMS, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local_error))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s is not a terminology profile: %s."), name,
                   local_error->message);
      return NULL;
    }
  return read_profile (self, file, name, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_terms_lookup:
 * @id: a profile's id, such as "england_2010"
 *
 * Finds the profile in terms/ of the person's data folder or among those that ship.
 *
 * Returns: (transfer full): the profile, or %NULL with %TL_ERROR_NOT_FOUND, or why the file can't be used
 */
TlTerms *
tl_terms_lookup (const char  *id,
                 GError     **error)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *path = g_strconcat ("terms/", id, ".ini", NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = tl_data_load (path, &local_error);

  if (g_error_matches (local_error, TL_ERROR, TL_ERROR_NOT_FOUND))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no terminology profile “%s”."), id);
      return NULL;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_autofree char *name = tl_data_describe (path);
  g_autoptr (TlTerms) self = tl_terms_new_from_bytes (bytes, name, error);

  if (self != NULL && strcmp (self->id, id) != 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("%s holds the profile “%s”; a profile’s file is named after its id."),
                   name, self->id);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tl_terms_list:
 * @problems: (out) (optional) (transfer full) (element-type GError): why files were left out; empty if none were
 *
 * Returns: (transfer full) (element-type TlTerms): every profile there is, by id
 */
GPtrArray *
tl_terms_list (GPtrArray **problems)
{
  g_auto (GStrv) ids = tl_data_list ("terms", ".ini");
  GPtrArray *profiles = g_ptr_array_new_with_free_func (g_object_unref);

  if (problems != NULL)
    *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      TlTerms *terms = tl_terms_lookup (ids[i], &error);

      if (terms != NULL)
        g_ptr_array_add (profiles, terms);
      else if (problems != NULL)
        g_ptr_array_add (*problems, g_steal_pointer (&error));
    }
  return profiles;
}

/**
 * tl_terms_get_keys:
 *
 * Returns: (transfer none): the keys that every profile has, ended by %NULL
 */
const char *const *
tl_terms_get_keys (void)
{
  return term_keys;
}

/**
 * tl_terms_get:
 * @key: one of tl_terms_get_keys()
 *
 * Returns: (transfer none): the word, as it begins a sentence
 */
const char *
tl_terms_get (TlTerms    *self,
              const char *key)
{
  g_return_val_if_fail (TL_IS_TERMS (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  int position = find_key (key);

  g_return_val_if_fail (position >= 0, NULL);

  return self->terms[position];
}

const char *
tl_terms_get_id (TlTerms *self)
{
  g_return_val_if_fail (TL_IS_TERMS (self), NULL);

  return self->id;
}

const char *
tl_terms_get_title (TlTerms *self)
{
  g_return_val_if_fail (TL_IS_TERMS (self), NULL);

  return self->title;
}

const char *
tl_terms_get_description (TlTerms *self)
{
  g_return_val_if_fail (TL_IS_TERMS (self), NULL);

  return self->description;
}

/**
 * tl_terms_get_from:
 *
 * Returns: the first year in which the words were in use; 0 if that is not said
 */
int
tl_terms_get_from (TlTerms *self)
{
  g_return_val_if_fail (TL_IS_TERMS (self), 0);

  return self->from;
}

/**
 * tl_terms_get_until:
 *
 * Returns: the last year in which the words were in use; 0 if they still are
 */
int
tl_terms_get_until (TlTerms *self)
{
  g_return_val_if_fail (TL_IS_TERMS (self), 0);

  return self->until;
}
