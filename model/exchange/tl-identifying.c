/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks through what would leave a review in a tier for all by which somebody could be found out: real names, what the
 * lists of data/identifying point at, and what is publicly remembered of the case. What leaves is asked of the same
 * form that the export goes by. */
#include "config.h"

#include "model/exchange/tl-identifying.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-passage.h"
#include "model/case/tl-kept-passage.h"
#include "model/case/tl-known-names.h"
#include "model/exchange/tl-form.h"
#include "model/review/tl-release.h"
#include "model/review/tl-review-names.h"
#include "model/words/tl-identify.h"
#include "model/words/tl-trace.h"

/* What it takes to look through a text. */
typedef struct {
  TlReview     *review;
  const TlForm *form;
  TlIdentify   *identify; /* owned */
  TlKnownNames *known;    /* owned */
  TlNames      *names;    /* owned; for the tiers in which a text stays for what is in it */
  GPtrArray    *found;
} Looking;

/* A text that leaves. */
typedef struct {
  TlRecord      *record;
  const TlField *field;
  const char    *text;
  gboolean       released;
  gboolean       stays;
} Text;

/**
 * tl_identifying_free:
 * @self: (transfer full): a passage
 */
void
tl_identifying_free (TlIdentifying *self)
{
  g_free (self->record);
  g_free (self->title);
  g_free (self->passage);
  g_free (self->before);
  g_free (self->after);
  g_free (self->what);
  g_free (self->label);
  g_free (self->why);
  g_free (self->instead);
  g_free (self->stands_in);
  g_free (self->kept);
  g_free (self);
}

static TlIdentifying *
add (Looking              *looking,
     const Text           *text,
     const TlIdentifyKind *kind,
     guint                 start,
     guint                 end)
{
  TlIdentifying *one = g_new0 (TlIdentifying, 1);
  const char *id = tl_record_get_id (text->record);

  one->record = g_strdup (id);
  one->kind = tl_record_get_kind (text->record);
  one->title = tl_review_dup_title (looking->review, text->record);
  one->field = text->field;
  one->start = start;
  one->end = end;
  one->passage = tl_passage_split (text->text, start, end, &one->before, &one->after);
  one->what = g_strdup (kind->key);
  one->label = g_strdup (kind->title);
  one->why = g_strdup (kind->why);
  one->instead = g_strdup (kind->instead);
  one->released = text->released;
  one->stays = text->stays;

  TlRecord *kept = tl_kept_passage_find (looking->review, id, text->field->name, one->passage, looking->form->tier);

  one->decided = kept != NULL;
  one->kept = kept != NULL ? g_strdup (tl_record_get_text (kept, "reason")) : NULL;
  g_ptr_array_add (looking->found, one);
  return one;
}

/* Whether something was found there before: a real name, or something else in just that place. */
static gboolean
is_taken (Looking              *looking,
          guint                 from,
          guint                 n_names,
          const TlIdentifySpan *span)
{
  for (guint i = from; i < looking->found->len; i++)
    {
      const TlIdentifying *one = g_ptr_array_index (looking->found, i);

      if (i < from + n_names ? one->start < span->end && span->start < one->end
                             : one->start == span->start && one->end == span->end)
        return TRUE;
    }
  return FALSE;
}

static void
add_spans (Looking    *looking,
           const Text *text,
           guint       from,
           guint       n_names,
           GArray     *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const TlIdentifySpan *span = &g_array_index (spans, TlIdentifySpan, i);

      if (!is_taken (looking, from, n_names, span))
        add (looking, text, span->kind, span->start, span->end);
    }
}

static guint
add_names (Looking    *looking,
           const Text *text)
{
  const TlIdentifyKind *kind = tl_identify_get_kind (looking->identify, "name");
  g_autoptr (GArray) names = tl_known_names_find (looking->known, text->text);

  for (guint i = 0; kind != NULL && i < names->len; i++)
    {
      const TlKnownName *name = &g_array_index (names, TlKnownName, i);
      TlIdentifying *one = add (looking, text, kind, name->start, name->end);

      if (looking->form->tier != TL_TIER_LEARNING)
        one->stands_in = tl_known_name_dup_labels (name);
    }
  return names->len;
}

static void
add_facts (Looking    *looking,
           const Text *text,
           guint       from,
           guint       n_names)
{
  TlRecordList *facts = tl_review_get_list (looking->review, "public_fact");
  const TlIdentifyKind *kind = tl_identify_get_kind (looking->identify, "fact");

  if (kind == NULL || kind->from > looking->form->tier)
    return;
  for (guint i = 0; i < tl_record_list_get_n (facts); i++)
    {
      const char *fact = tl_record_get_text (tl_record_list_get (facts, i), "text");
      g_autoptr (GArray) spans = fact != NULL ? tl_identify_find_fact (looking->identify, text->text, fact) : NULL;

      if (spans != NULL)
        add_spans (looking, text, from, n_names, spans);
    }
}

static int
compare_places (const void *a,
                const void *b)
{
  const TlIdentifying *one = *(const TlIdentifying *const *) a, *other = *(const TlIdentifying *const *) b;

  return one->start != other->start ? (one->start < other->start ? -1 : 1) : (one->end > other->end ? -1 : 1);
}

static void
look_through (Looking    *looking,
              const Text *text)
{
  guint from = looking->found->len;
  g_autoptr (GArray) spans = tl_identify_find (looking->identify, text->text, looking->form->tier);

  guint n_names = add_names (looking, text);

  add_spans (looking, text, from, n_names, spans);
  add_facts (looking, text, from, n_names);
  if (looking->found->len > from)
    qsort (looking->found->pdata + from, looking->found->len - from, sizeof (gpointer), compare_places);
}

/* Whether the text of that field leaves, but for what is in it. */
static gboolean
leaves (Looking  *looking,
        TlRecord *record,
        guint     index,
        gboolean *released)
{
  TlPassage passage = tl_form_get_kind (looking->form, tl_record_get_kind (record))->passages[index];

  *released = passage == TL_PASSAGE_RELEASED;
  return passage == TL_PASSAGE_WHOLE
         || (*released && tl_review_get_release (looking->review, record, index) >= looking->form->tier);
}

/* Whether a text stays in the review for what is in it, as the export has it: a day, a contact or, where no label
 * stands in its place, a real name. */
static gboolean
stays (Looking    *looking,
       const char *text)
{
  g_autofree char *remaining = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *passage = NULL;

  if (looking->form->tier != TL_TIER_LEARNING)
    replaced = tl_known_names_dup_replaced (looking->known, text, &remaining);
  if (remaining != NULL || looking->names == NULL)
    return remaining != NULL;
  return tl_trace_find (looking->names, replaced != NULL ? replaced : text, &passage) != TL_TRACE_NONE;
}

static void
look_through_record (Looking  *looking,
                     TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      Text text = { record, &kind->fields[i] };

      if (!tl_field_is_free_text (text.field) || text.field->flags & TL_FIELD_HIDDEN
          || (text.text = tl_record_get_text (record, text.field->name)) == NULL)
        continue;
      if (!leaves (looking, record, i, &text.released))
        continue;
      text.stays = stays (looking, text.text);
      look_through (looking, &text);
    }
}

/**
 * tl_identifying_collect:
 * @review: a review
 * @tier: for whom
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (element-type TlIdentifying): the passages, those of a record together and in the order of
 *   its texts; %NULL with an error of the lists or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
tl_identifying_collect (TlReview      *review,
                        TlTier         tier,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tier >= TL_TIER_BOARD, NULL);

  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_identifying_free);
  g_autoptr (TlIdentify) identify = tl_identify_load (error);
  g_autoptr (TlKnownNames) known
      = tl_known_names_new (review, tier == TL_TIER_BOARD ? TL_KNOWN_IDENTITIES : TL_KNOWN_BOARDS);
  g_autoptr (TlNames) names = tier >= TL_TIER_LEARNING ? tl_review_collect_names (review) : NULL;
  Looking looking = { review, tl_form_get (tier), identify, known, names, found };

  if (identify == NULL)
    return NULL;
  for (guint i = 0; i < looking.form->n_kinds; i++)
    {
      TlRecordList *list = tl_review_get_list (review, looking.form->kinds[i].kind->name);

      for (guint j = 0; looking.form->kinds[i].leaves && j < tl_record_list_get_n (list); j++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
          look_through_record (&looking, tl_record_list_get (list, j));
        }
    }
  return g_steal_pointer (&found);
}

/**
 * tl_identifying_is_open:
 * @self: a passage
 *
 * Returns: whether somebody has still to decide about it: it leaves as it stands, and nobody has kept it
 */
gboolean
tl_identifying_is_open (const TlIdentifying *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->decided && !self->stays && self->stands_in == NULL;
}

/**
 * tl_identifying_count_open:
 * @found: (element-type TlIdentifying): passages
 *
 * Returns: about how many of them somebody has still to decide
 */
guint
tl_identifying_count_open (GPtrArray *found)
{
  guint n = 0;

  g_return_val_if_fail (found != NULL, 0);

  for (guint i = 0; i < found->len; i++)
    n += tl_identifying_is_open (g_ptr_array_index (found, i));
  return n;
}

/**
 * tl_identifying_dup_sentence:
 * @self: a passage
 *
 * Returns: (transfer full): what it is and what becomes of it, for the user
 */
char *
tl_identifying_dup_sentence (const TlIdentifying *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->stays && self->stands_in == NULL)
    /* Translators: what was found, such as “An age” */
    return g_strdup_printf (_("%s. The text stays in the review as long as it holds a real name, a day or what reaches "
                              "a person."), self->label);
  if (self->stands_in != NULL)
    /* Translators: the label of a role */
    return g_strdup_printf (_("A real name: “%s” stands there when the text leaves."), self->stands_in);
  if (self->decided && self->kept != NULL)
    /* Translators: what was found, such as “An age”; a reason */
    return g_strdup_printf (_("%s, kept because: %s"), self->label, self->kept);
  if (self->decided)
    /* Translators: what was found, such as “An age” */
    return g_strdup_printf (_("%s, kept."), self->label);
  return g_strdup_printf ("%s. %s %s", self->label, self->why, self->instead);
}
