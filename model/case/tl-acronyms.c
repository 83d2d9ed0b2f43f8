/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what an acronym stands for where a page first uses it, in brackets behind it: those who read a finding are not
 * those who wrote it. Text in, text out. */
#include "config.h"

#include "model/case/tl-acronyms.h"

#include <string.h>

typedef struct {
  char *acronym;
  char *meaning;
  char *folded; /* the meaning, as it is compared */
} Entry;

struct _TlAcronyms
{
  GPtrArray *entries; /* (element-type Entry): the longest first, so that none hides in another */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->acronym);
  g_free (entry->meaning);
  g_free (entry->folded);
  g_free (entry);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = *(Entry *const *) a;
  const Entry *other = *(Entry *const *) b;
  gsize length = strlen (one->acronym);
  gsize other_length = strlen (other->acronym);

  return length != other_length ? (length < other_length ? 1 : -1) : strcmp (one->acronym, other->acronym);
}

static gboolean
begins_word (const char *text,
             const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (text, at)));
}

static gboolean
ends_word (const char *at)
{
  return !g_unichar_isalnum (g_utf8_get_char (at));
}

/* Where the word that begins at @at with the acronym ends, of one or of several: GP, GPs, GP’s. NULL if another word
 * only begins so. */
static const char *
find_end (const Entry *entry,
          const char  *at)
{
  static const char *const endings[] = { "s", "’s", "'s" };
  const char *end = at + strlen (entry->acronym);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (end, endings[i]) && ends_word (end + strlen (endings[i])))
      return end + strlen (endings[i]);
  return ends_word (end) ? end : NULL;
}

static const Entry *
find_entry (const TlAcronyms *self,
            const char       *at,
            const char      **end)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_has_prefix (at, entry->acronym) && (*end = find_end (entry, at)) != NULL)
        return entry;
    }
  return NULL;
}

/* Whether the writer says it already: behind, “LSCB (Local …”, or before, “Local … (LSCB)”. */
static gboolean
is_said (const Entry *entry,
         const char  *text,
         const char  *at,
         const char  *end)
{
  g_autofree char *before = g_utf8_casefold (text, at - text);
  g_autofree char *after = g_utf8_casefold (end, -1);
  g_autofree char *behind = g_strconcat (" (", entry->folded, NULL);
  g_autofree char *ahead = g_strconcat (entry->folded, " (", NULL);

  return g_str_has_prefix (after, behind) || g_str_has_suffix (before, ahead);
}

/**
 * tl_acronyms_new:
 *
 * Returns: (transfer full): none yet
 */
TlAcronyms *
tl_acronyms_new (void)
{
  TlAcronyms *self = g_new0 (TlAcronyms, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

/**
 * tl_acronyms_new_for_review:
 * @review: a review
 *
 * Returns: (transfer full): those that the review explains
 */
TlAcronyms *
tl_acronyms_new_for_review (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlAcronyms *self = tl_acronyms_new ();
  TlRecordList *list = tl_review_get_list (review, "acronym");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *acronym = tl_record_get_text (record, "short");
      const char *meaning = tl_record_get_text (record, "long");

      if (acronym != NULL && meaning != NULL)
        tl_acronyms_add (self, acronym, meaning);
    }
  return self;
}

void
tl_acronyms_free (TlAcronyms *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * tl_acronyms_add:
 * @acronym: as it is written
 * @meaning: what it stands for
 */
void
tl_acronyms_add (TlAcronyms *self,
                 const char *acronym,
                 const char *meaning)
{
  g_return_if_fail (self != NULL && acronym != NULL && meaning != NULL);

  Entry *entry;

  if (acronym[0] == '\0')
    return;
  entry = g_new (Entry, 1);
  entry->acronym = g_strdup (acronym);
  entry->meaning = g_strdup (meaning);
  entry->folded = g_utf8_casefold (meaning, -1);
  g_ptr_array_add (self->entries, entry);
  g_ptr_array_sort (self->entries, compare_lengths);
}

/**
 * tl_acronyms_expand:
 * @text: a text
 * @told: (element-type utf8): a set of the acronyms that the page has explained so far, which borrows them from @self;
 *   what is explained here is added
 *
 * Puts the meaning behind each acronym that stands in @text as a word and is not among those told, at its first use:
 * “LSCB (Local Safeguarding Children Board)”. Where the writer has said it beside the acronym it counts as told.
 *
 * Returns: (transfer full): the text as it is to be read
 */
char *
tl_acronyms_expand (const TlAcronyms *self,
                    const char       *text,
                    GHashTable       *told)
{
  g_return_val_if_fail (self != NULL && text != NULL && told != NULL, NULL);

  GString *read = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      const char *end = NULL;
      const Entry *entry = begins_word (text, at) ? find_entry (self, at, &end) : NULL;

      if (entry == NULL)
        end = g_utf8_next_char (at);
      g_string_append_len (read, at, end - at);
      if (entry != NULL && g_hash_table_add (told, entry->acronym) && !is_said (entry, text, at, end))
        g_string_append_printf (read, " (%s)", entry->meaning);
      at = end;
    }
  return g_string_free (read, FALSE);
}
