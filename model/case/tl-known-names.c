/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real names in a review with the labels that stand for them: where a text has one of them, and the text with the
 * labels in their place. What is proposed to a person and what is replaced on the way out go by the same. */
#include "config.h"

#include "model/case/tl-known-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/words/tl-names.h"

/* With more than so many who share a name nothing is gained by telling who it may be. */
#define MAX_LABELS 3

/* Someone known. */
typedef struct {
  TlNames *names;
  char    *label;
} Known;

struct _TlKnownNames
{
  GArray  *known; /* of Known */
  TlNames *all;
  guint    n_nameless;
};

/* A span of one of them. */
typedef struct {
  TlNameSpan span;
  guint      known;
} Found;

static void
known_clear (void *data)
{
  Known *known = data;

  tl_names_free (known->names);
  g_free (known->label);
}

static void
known_name_clear (void *data)
{
  g_ptr_array_unref (((TlKnownName *) data)->labels);
}

/* Takes @label. */
static void
add_known (TlKnownNames *self,
           const char   *name,
           const char   *other_names,
           gboolean      whole,
           char         *label)
{
  Known known = { tl_names_new (), label };

  if (whole)
    {
      tl_names_add_whole (known.names, name);
      tl_names_add_whole (self->all, name);
    }
  else
    {
      tl_names_add (known.names, name);
      tl_names_add (self->all, name);
      tl_names_add (known.names, other_names);
      tl_names_add (self->all, other_names);
    }
  g_array_append_val (self->known, known);
}

/* What somebody is called who has no label, or one that gives a name away. */
static char *
dup_stand_in (TlReview *review,
              TlRecord *record)
{
  if (record == NULL)
    /* Translators: stands in a text in the place of somebody’s name */
    return g_strdup (_("[name]"));

  const TlKind *kind = tl_record_get_kind (record);
  TlRecordList *list = tl_review_get_list (review, kind->name);
  guint position = 0;

  while (tl_record_list_get (list, position) != record)
    position++;
  return g_strdup_printf ("%s %u", _(kind->label), position + 1);
}

static void
add_identity (TlKnownNames *self,
              TlReview     *review,
              TlRecord     *identity,
              TlKnownScope  scope)
{
  TlRecord *subject = tl_review_lookup (review, tl_record_get_text (identity, "subject"));
  const char *label = subject != NULL ? tl_record_get_text (subject, "label") : NULL;

  self->n_nameless += label == NULL;
  if (label == NULL && scope == TL_KNOWN_ROLES)
    return;
  add_known (self, tl_record_get_text (identity, "name"), tl_record_get_text (identity, "other_names"), FALSE,
             label != NULL ? g_strdup (label) : dup_stand_in (review, subject));
}

static void
add_reviewers (TlKnownNames *self,
               TlReview     *review,
               TlKnownScope  scope)
{
  TlRecordList *reviewers = tl_review_get_list (review, "reviewer");

  for (guint i = 0; i < tl_record_list_get_n (reviewers); i++)
    {
      TlRecord *reviewer = tl_record_list_get (reviewers, i);

      /* Translators: stands in a text in the place of a number */
      add_known (self, tl_record_get_text (reviewer, "number"), NULL, TRUE, g_strdup (_("[number]")));
      if (scope == TL_KNOWN_BOARDS)
        /* Translators: stands in a text in the place of the name of a safeguarding board */
        add_known (self, tl_record_get_text (reviewer, "boards"), tl_record_get_text (reviewer, "boards_reviewed"),
                   FALSE, g_strdup (_("[another board]")));
    }
}

/* A label in which somebody's name occurs would put back what it is to replace. */
static void
make_labels_safe (TlKnownNames *self,
                  TlReview     *review)
{
  TlRecordList *identities = tl_review_get_list (review, "identity");

  for (guint i = 0; i < tl_record_list_get_n (identities); i++)
    {
      TlRecord *subject = tl_review_lookup (review, tl_record_get_text (tl_record_list_get (identities, i), "subject"));
      Known *known = &g_array_index (self->known, Known, i);
      g_autofree char *passage = tl_names_find_written (self->all, known->label);

      if (passage == NULL)
        continue;
      g_free (known->label);
      known->label = dup_stand_in (review, subject);
    }
}

/**
 * tl_known_names_new:
 * @review: a review
 * @scope: of whom
 *
 * Returns: (transfer full): the names as they are now
 */
TlKnownNames *
tl_known_names_new (TlReview     *review,
                    TlKnownScope  scope)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlKnownNames *self = g_new0 (TlKnownNames, 1);
  TlRecordList *identities = tl_review_get_list (review, "identity");
  TlRecord *subject = tl_review_get_subject (review);

  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  self->all = tl_names_new ();
  g_array_set_clear_func (self->known, known_clear);

  for (guint i = 0; i < tl_record_list_get_n (identities); i++)
    add_identity (self, review, tl_record_list_get (identities, i), scope);
  if (scope >= TL_KNOWN_IDENTITIES)
    add_reviewers (self, review, scope);
  if (scope == TL_KNOWN_BOARDS)
    {
      add_known (self, tl_record_get_text (subject, "board"), NULL, FALSE, g_strdup (_("the board")));
      /* Translators: stands in a text in the place of the reference number of the review */
      add_known (self, tl_record_get_text (subject, "reference"), NULL, TRUE, g_strdup (_("[reference]")));
    }
  if (scope >= TL_KNOWN_IDENTITIES)
    make_labels_safe (self, review);
  return self;
}

/**
 * tl_known_names_free:
 * @self: (transfer full): names
 */
void
tl_known_names_free (TlKnownNames *self)
{
  g_array_unref (self->known);
  tl_names_free (self->all);
  g_free (self);
}

/**
 * tl_known_names_get_n_nameless:
 * @self: names
 *
 * Returns: the number of identities that nothing with a label stands for
 */
guint
tl_known_names_get_n_nameless (TlKnownNames *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_nameless;
}

/* By place, the longer first. */
static int
compare_found (const void *a,
               const void *b)
{
  const Found *one = a, *other = b;

  if (one->span.start != other->span.start)
    return one->span.start < other->span.start ? -1 : 1;
  if (one->span.end != other->span.end)
    return one->span.end > other->span.end ? -1 : 1;
  return one->known < other->known ? -1 : one->known > other->known;
}

static GArray *
find_each (TlKnownNames *self,
           const char   *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (TlNamesText) words = tl_names_text_new (text);

  for (guint i = 0; i < self->known->len; i++)
    {
      g_autoptr (GArray) spans = tl_names_find_all (g_array_index (self->known, Known, i).names, words);

      for (guint j = 0; j < spans->len; j++)
        {
          Found one = { g_array_index (spans, TlNameSpan, j), i };

          g_array_append_val (found, one);
        }
    }
  g_array_sort (found, compare_found);
  return found;
}

/* What several are called by, and what lies within a longer name or runs over its end. */
static void
join (TlKnownName      *last,
      const TlNameSpan *span,
      const char       *label)
{
  gboolean same = span->start == last->start && span->end == last->end;

  if ((same || span->end > last->end) && !g_ptr_array_find_with_equal_func (last->labels, label, g_str_equal, NULL))
    g_ptr_array_add (last->labels, g_strdup (label));
  last->end = MAX (last->end, span->end);
  last->sure = last->sure && last->labels->len == 1;
}

/**
 * tl_known_names_find:
 * @self: names
 * @text: a text
 *
 * Returns: (transfer full) (element-type TlKnownName): the places where somebody is named, in order, apart from each
 *   other
 */
GArray *
tl_known_names_find (TlKnownNames *self,
                     const char   *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  GArray *places = g_array_new (FALSE, FALSE, sizeof (TlKnownName));
  g_autoptr (GArray) found = find_each (self, text);

  g_array_set_clear_func (places, known_name_clear);
  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      const char *label = g_array_index (self->known, Known, one->known).label;
      TlKnownName *last = places->len > 0 ? &g_array_index (places, TlKnownName, places->len - 1) : NULL;

      if (last != NULL && one->span.start < last->end)
        {
          join (last, &one->span, label);
          continue;
        }

      TlKnownName place = { one->span.start, one->span.end, one->span.sure,
                            g_ptr_array_new_with_free_func (g_free) };

      g_ptr_array_add (place.labels, g_strdup (label));
      g_array_append_val (places, place);
    }
  return places;
}

/**
 * tl_known_name_dup_labels:
 * @name: a place where somebody is named
 *
 * Returns: (transfer full): what stands there instead
 */
char *
tl_known_name_dup_labels (const TlKnownName *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (name->labels->len > MAX_LABELS)
    /* Translators: stands in a text in the place of a name that many in the review share */
    return g_strdup (_("[shared name]"));

  GString *out = g_string_new (NULL);

  for (guint i = 0; i < name->labels->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "/" : "", (const char *) g_ptr_array_index (name->labels, i));
  return g_string_free (out, FALSE);
}

/**
 * tl_known_names_dup_replaced:
 * @self: names
 * @text: a text
 * @remaining: (out) (transfer full) (nullable): a name that could still be read in what is returned; such a text must
 *   not leave
 *
 * Returns: (transfer full) (nullable): @text with labels in the place of names; %NULL where it has none
 */
char *
tl_known_names_dup_replaced (TlKnownNames  *self,
                             const char    *text,
                             char         **remaining)
{
  g_return_val_if_fail (self != NULL && text != NULL && remaining != NULL, NULL);

  g_autoptr (GArray) places = tl_known_names_find (self, text);
  GString *out = g_string_new (NULL);
  const char *p = text;
  guint character = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const TlKnownName *place = &g_array_index (places, TlKnownName, i);
      const char *start = g_utf8_offset_to_pointer (p, (glong) (place->start - character));
      g_autofree char *labels = tl_known_name_dup_labels (place);

      g_string_append_len (out, p, start - p);
      g_string_append (out, labels);
      p = g_utf8_offset_to_pointer (start, (glong) (place->end - place->start));
      character = place->end;
    }
  g_string_append (out, p);
  *remaining = tl_names_find_written (self->all, out->str);
  return g_string_free (out, places->len == 0);
}
