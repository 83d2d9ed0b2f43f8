/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a text speaks of one person: by a real name, by the label of a role, or as any "social worker 2". A word that
 * names a calling alone does not: "a mother", "health visitors". */
#include "config.h"

#include "model/case/tl-individuals.h"

#include <string.h>

#include "model/base/tl-data.h"
#include "model/words/tl-names.h"
#include "model/words/tl-words.h"

/* What makes of a calling one person: a number that counts nothing, or a letter. */
#define DESIGNATION "(?:\\d{1,2}|[A-Z])\\b(?! *(?:days?|hours?|weeks?|months?|years?|times|other|of|in)\\b)"

struct _TlIndividuals
{
  TlNames *names;   /* owned: real names, and labels that end with a designation */
  GRegex  *labels;  /* (nullable): owned: other labels, written as a name is */
};

/* Read once and kept for good; NULL where the lists can't be read. */
static TlWords *
get_persons (void)
{
  static const char *const lists[] = { "words/classes.ini", "individuals/person.ini" };
  static TlWords *persons;
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (TlWords) words = tl_words_new ();
      guint n_read = 0;

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          g_autoptr (GBytes) bytes = tl_data_load (lists[i], NULL);

          n_read += bytes != NULL && tl_words_add (words, bytes, lists[i], NULL);
        }
      if (n_read == G_N_ELEMENTS (lists))
        persons = g_steal_pointer (&words);
      g_once_init_leave (&loaded, 1);
    }
  return persons;
}

static void
add_identities (TlIndividuals *self,
                TlReview      *review)
{
  TlRecordList *list = tl_review_get_list (review, "identity");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *identity = tl_record_list_get (list, i);
      const char *id = tl_record_get_text (identity, "subject");
      TlRecord *subject = id != NULL ? tl_review_lookup (review, id) : NULL;

      if (subject != NULL && tl_record_is (subject, "agency"))
        continue;
      tl_names_add (self->names, tl_record_get_text (identity, "name"));
      tl_names_add (self->names, tl_record_get_text (identity, "other_names"));
    }
}

static void
add_labels (TlIndividuals *self,
            TlReview      *review,
            const char    *kind,
            GPtrArray     *plain)
{
  TlRecordList *list = tl_review_get_list (review, kind);

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      const char *label = tl_record_get_text (tl_record_list_get (list, i), "label");

      if (label == NULL)
        continue;
      if (g_regex_match_simple (" " DESIGNATION "$", label, 0, 0))
        tl_names_add_whole (self->names, label);
      else if (g_unichar_isupper (g_utf8_get_char (label)))
        g_ptr_array_add (plain, g_regex_escape_string (label, -1));
    }
}

/**
 * tl_individuals_new:
 * @review: a review
 *
 * Returns: (transfer full): what the people of @review are called now
 */
TlIndividuals *
tl_individuals_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlIndividuals *self = g_new0 (TlIndividuals, 1);
  g_autoptr (GPtrArray) plain = g_ptr_array_new_with_free_func (g_free);

  self->names = tl_names_new ();
  add_identities (self, review);
  add_labels (self, review, "role", plain);
  add_labels (self, review, "child", plain);
  if (plain->len == 0)
    return self;

  g_ptr_array_add (plain, NULL);
  g_autofree char *any = g_strjoinv ("|", (char **) plain->pdata);
  g_autofree char *pattern = g_strdup_printf ("(?<=[\\p{L},] )(?:%s)(?!\\p{L})", any);
  self->labels = g_regex_new (pattern, 0, 0, NULL);
  return self;
}

/**
 * tl_individuals_free:
 * @self: (transfer full): individuals
 */
void
tl_individuals_free (TlIndividuals *self)
{
  g_return_if_fail (self != NULL);

  tl_names_free (self->names);
  g_clear_pointer (&self->labels, g_regex_unref);
  g_free (self);
}

static GRegex *
get_designation (void)
{
  static gsize once;
  static GRegex *designation;

  if (g_once_init_enter (&once))
    {
      designation = g_regex_new (" " DESIGNATION, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (designation != NULL);
      g_once_init_leave (&once, 1);
    }
  return designation;
}

/* Whether there is a space with a figure or a capital after it: most texts have none, and that is seen at once. What is
 * not ASCII is taken for one. */
static gboolean
may_designate (const char *text)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (g_ascii_isdigit (p[1]) || g_ascii_isupper (p[1]) || (guchar) p[1] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Callings are looked for only in a text that has a designation, for few have. */
static char *
find_designated (const char *text)
{
  if (!may_designate (text))
    return NULL;

  GRegex *designation = get_designation ();
  TlWords *persons = g_regex_match (designation, text, 0, NULL) ? get_persons () : NULL;
  g_autoptr (GPtrArray) hits = persons != NULL ? tl_words_find (persons, text) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, i);
      const char *after = g_utf8_offset_to_pointer (text, hit->end);
      g_autoptr (GMatchInfo) match = NULL;
      int end;

      if (g_regex_match (designation, after, G_REGEX_MATCH_ANCHORED, &match)
          && g_match_info_fetch_pos (match, 0, NULL, &end))
        return g_strdup_printf ("%s%.*s", hit->text, end, after);
    }
  return NULL;
}

/**
 * tl_individuals_find:
 * @self: individuals
 * @text: a text
 *
 * Returns: (transfer full) (nullable): the first passage by which @text names one person
 */
char *
tl_individuals_find (const TlIndividuals *self,
                     const char          *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_autoptr (GMatchInfo) match = NULL;
  char *found = tl_names_find (self->names, text);

  if (found == NULL && self->labels != NULL && g_regex_match (self->labels, text, 0, &match))
    found = g_match_info_fetch (match, 0);
  return found != NULL ? found : find_designated (text);
}
