/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board's answers come back: what was done with responses and actions in a board copy, held field by field against
 * the review as it is now. What the review says was the copy's own at some time unless somebody changed it in the
 * review; then the two conflict, and a person says which stands. */
#include "config.h"

#include "model/case/tl-answers.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date.h"
#include "model/case/tl-board-words.h"
#include "model/method/tl-method.h"

struct _TlAnswers
{
  /* Owned */
  TlReview       *review;
  TlReturnedCopy *returned;
  GPtrArray      *answers;

  /* Of the returned copy */
  TlReview           *copy;
  const TlReviewPast *past;
};

static void
part_free (gpointer data)
{
  TlAnswerPart *part = data;

  g_free (part->here);
  g_free (part->there);
  g_free (part);
}

static void
answer_free (gpointer data)
{
  TlAnswer *answer = data;

  g_free (answer->id);
  g_free (answer->title);
  g_free (answer->note);
  g_ptr_array_unref (answer->parts);
  g_free (answer);
}

/* Words */

static char *
dup_titles (TlReview          *review,
            const char *const *ids)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *record = tl_review_lookup (review, ids[i]);
      g_ptr_array_add (titles, record != NULL ? tl_review_dup_title (review, record) : g_strdup (ids[i]));
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv ("; ", (char **) titles->pdata);
}

static char *
dup_level (TlReview   *review,
           const char *key)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;
  const TlMethodEntry *entry = method != NULL ? tl_method_find_entry (method, TL_VOCABULARY_LEVEL, key) : NULL;

  return g_strdup (entry != NULL ? entry->title : key);
}

/* (transfer full) (nullable): a value as a person reads it */
static char *
dup_words (TlReview      *review,
           const TlField *field,
           const TlValue *value)
{
  TlDate date;

  if (value->type == TL_VALUE_LIST)
    return dup_titles (review, (const char *const *) value->list);
  if (value->type != TL_VALUE_TEXT)
    return tl_value_dup_string (value, field);
  if (tl_field_is_reference (field))
    return dup_titles (review, (const char *const[]) { value->text, NULL });
  if (field->type == TL_FIELD_DATE && tl_date_parse (value->text, &date))
    return tl_date_format (&date);
  if (field->vocabulary == TL_VOCABULARY_LEVEL)
    return dup_level (review, value->text);

  const char *label = field->type == TL_FIELD_CHOICE ? tl_field_get_choice_label (field, value->text) : NULL;
  return g_strdup (label != NULL ? _(label) : value->text);
}

/* Of a response what it answers, of an action what is to be done. */
static char *
dup_title (TlReview *from,
           TlRecord *record)
{
  if (!tl_record_is (record, "response"))
    return tl_review_dup_title (from, record);

  TlRecord *to = tl_review_lookup (from, tl_record_get_text (record, "to"));
  g_autofree char *asked = to != NULL ? tl_board_words_asked (from, to) : NULL;
  g_autofree char *title = to != NULL ? tl_review_dup_title (from, to) : NULL;

  if (to == NULL)
    return tl_review_dup_title (from, record);
  /* Translators: what is answered, as in “Question 2: How would the board come to know …?” */
  return g_strdup_printf (_("%s: %s"), asked, title);
}

/* Comparing */

/* Whether the copy once said the same. */
static gboolean
was_said (const TlAnswers *self,
          const char      *id,
          guint            field,
          const TlValue   *value)
{
  for (guint i = 0; i < tl_review_past_get_n (self->past, id); i++)
    {
      const TlPastState *state = tl_review_past_get (self->past, id, i);

      if (state->values != NULL && tl_value_equal (&state->values[field], value))
        return TRUE;
    }
  return FALSE;
}

/* Whether the board changed a field: whether the copy ever said anything else. Where its history was forgotten nobody
 * knows, and whatever differs may be the board's. */
static gboolean
was_changed (const TlAnswers *self,
             TlRecord        *there,
             guint            field)
{
  const char *id = tl_record_get_id (there);

  for (guint i = 0; i < tl_review_past_get_n (self->past, id); i++)
    {
      const TlPastState *state = tl_review_past_get (self->past, id, i);

      if (state->values == NULL || !tl_value_equal (&state->values[field], tl_record_get_value (there, field)))
        return TRUE;
    }
  return !tl_review_past_is_whole (self->past);
}

static TlAnswer *
add_answer (TlAnswers      *self,
            TlAnswerChange  change,
            TlReview       *from,
            TlRecord       *record)
{
  TlAnswer *answer = g_new0 (TlAnswer, 1);

  answer->change = change;
  answer->id = g_strdup (tl_record_get_id (record));
  answer->kind = tl_record_get_kind (record);
  answer->title = dup_title (from, record);
  answer->parts = g_ptr_array_new_with_free_func (part_free);
  answer->can_take = TRUE;
  g_ptr_array_add (self->answers, answer);
  return answer;
}

static void
add_part (TlAnswers     *self,
          TlAnswer      *answer,
          guint          field,
          const TlValue *here,
          const TlValue *there,
          gboolean       is_conflict)
{
  TlAnswerPart *part = g_new0 (TlAnswerPart, 1);

  part->field = &answer->kind->fields[field];
  part->here = here != NULL ? dup_words (self->review, part->field, here) : NULL;
  part->there = there != NULL ? dup_words (self->copy, part->field, there) : NULL;
  part->is_conflict = is_conflict;
  answer->is_conflict |= is_conflict;
  g_ptr_array_add (answer->parts, part);
}

/* In both: the fields that the board changed and that do not say the same already. */
static void
compare_both (TlAnswers *self,
              TlRecord  *here,
              TlRecord  *there)
{
  const TlKind *kind = tl_record_get_kind (there);
  TlAnswer *answer = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlValue *mine = tl_record_get_value (here, i), *theirs = tl_record_get_value (there, i);

      if (tl_value_equal (mine, theirs) || !was_changed (self, there, i))
        continue;
      if (answer == NULL)
        answer = add_answer (self, TL_ANSWER_CHANGED, self->copy, there);
      add_part (self, answer, i, mine, theirs, !was_said (self, tl_record_get_id (there), i, mine));
    }
}

/* In the copy only: the board's, or one that the reviewers removed; of that only what the board did is told. */
static void
compare_added (TlAnswers *self,
               TlRecord  *there)
{
  const TlKind *kind = tl_record_get_kind (there);
  guint n = tl_review_past_get_n (self->past, tl_record_get_id (there));
  const TlPastState *first = n > 0 ? tl_review_past_get (self->past, tl_record_get_id (there), n - 1) : NULL;

  if (first == NULL && tl_review_past_is_whole (self->past))
    return;

  TlAnswer *answer = add_answer (self, TL_ANSWER_ADDED, self->copy, there);

  answer->is_conflict = first != NULL && first->values != NULL;
  if (answer->is_conflict)
    answer->note = g_strdup (_("It was removed from the review, and the board has changed it since."));
  for (guint i = 0; i < kind->n_fields; i++)
    if (tl_record_get_value (there, i)->type != TL_VALUE_UNSET && kind->fields[i].on_remove != TL_ON_REMOVE_DELETE)
      add_part (self, answer, i, NULL, tl_record_get_value (there, i), FALSE);
}

/* In the review only: added there, unless the board removed it. Then what was changed in the review is told. */
static void
compare_removed (TlAnswers *self,
                 TlRecord  *here)
{
  const TlKind *kind = tl_record_get_kind (here);

  if (tl_review_past_get_n (self->past, tl_record_get_id (here)) == 0)
    return;

  TlAnswer *answer = add_answer (self, TL_ANSWER_REMOVED, self->review, here);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlValue *mine = tl_record_get_value (here, i);

      if (!was_said (self, answer->id, i, mine))
        add_part (self, answer, i, mine, NULL, TRUE);
    }
}

static void
compare (TlAnswers  *self,
         const char *kind)
{
  TlRecordList *here = tl_review_get_list (self->review, kind);
  TlRecordList *there = tl_review_get_list (self->copy, kind);

  for (guint i = 0; i < tl_record_list_get_n (there); i++)
    {
      TlRecord *theirs = tl_record_list_get (there, i);
      TlRecord *mine = tl_record_list_find (here, tl_record_get_id (theirs));

      if (mine != NULL)
        compare_both (self, mine, theirs);
      else
        compare_added (self, theirs);
    }
  for (guint i = 0; i < tl_record_list_get_n (here); i++)
    if (tl_record_list_find (there, tl_record_get_id (tl_record_list_get (here, i))) == NULL)
      compare_removed (self, tl_record_list_get (here, i));
}

static TlAnswer *
find_answer (const TlAnswers *self,
             const char      *id)
{
  for (guint i = 0; i < self->answers->len; i++)
    if (g_str_equal (tl_answers_get (self, i)->id, id))
      return tl_answers_get (self, i);
  return NULL;
}

/* Whether what a new answer depends on is in the review, or can come with it; and whether it does. */
static gboolean
has_ground (const TlAnswers *self,
            const TlAnswer  *answer,
            gboolean         taken)
{
  TlRecord *there = tl_review_lookup (self->copy, answer->id);

  for (guint i = 0; answer->change == TL_ANSWER_ADDED && i < answer->kind->n_fields; i++)
    {
      const TlField *field = &answer->kind->fields[i];
      const char *id = field->on_remove == TL_ON_REMOVE_DELETE ? tl_record_get_text (there, field->name) : NULL;
      const TlAnswer *with = id != NULL ? find_answer (self, id) : NULL;

      if (id != NULL && tl_review_lookup (self->review, id) == NULL
          && (with == NULL || !with->can_take || (taken && !with->take)))
        return FALSE;
    }
  return TRUE;
}

static void
weigh (const TlAnswers *self,
       TlAnswer        *answer)
{
  answer->can_take = has_ground (self, answer, FALSE);
  answer->take = answer->can_take && !answer->is_conflict;
  if (answer->can_take)
    return;
  g_free (answer->note);
  answer->note = g_strdup (_("What it belongs to is no longer in the review."));
}

/**
 * tl_answers_new:
 * @review: a review
 * @copy: (transfer full): the board's copy of it, come back
 *
 * Finds what the board did. A copy can be read again when the board has written more in it: what was taken before is
 * not told again.
 *
 * Returns: (transfer full): the answers
 */
TlAnswers *
tl_answers_new (TlReview       *review,
                TlReturnedCopy *copy)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && copy != NULL, NULL);

  TlAnswers *self = g_new0 (TlAnswers, 1);

  self->review = g_object_ref (review);
  self->returned = copy;
  self->copy = tl_returned_copy_get_review (copy);
  self->past = tl_returned_copy_get_past (copy);
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  compare (self, "response");
  compare (self, "action");
  for (guint i = 0; i < self->answers->len; i++)
    weigh (self, g_ptr_array_index (self->answers, i));
  return self;
}

/**
 * tl_answers_read:
 * @review: a review
 * @copy_path: a file that should be the board's copy of it
 * @error: return location
 *
 * Reads a copy that has come back and what the board did in it, at once.
 *
 * Returns: (transfer full) (nullable): as tl_answers_new(), or the errors of tl_returned_copy_read()
 */
TlAnswers *
tl_answers_read (TlReview    *review,
                 const char  *copy_path,
                 GError     **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && copy_path != NULL, NULL);

  TlReturnedCopy *copy = tl_returned_copy_read (copy_path, tl_record_get_id (tl_review_get_subject (review)), NULL,
                                                NULL, NULL, error);
  return copy != NULL ? tl_answers_new (review, copy) : NULL;
}

void
tl_answers_free (TlAnswers *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->returned, tl_returned_copy_free);
  g_clear_object (&self->review);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

guint
tl_answers_get_n (const TlAnswers *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->answers->len;
}

/**
 * tl_answers_get:
 *
 * Returns: (transfer none): what the board did with one record: responses first, then actions
 */
TlAnswer *
tl_answers_get (const TlAnswers *self,
                guint            position)
{
  g_return_val_if_fail (self != NULL && position < self->answers->len, NULL);
  return g_ptr_array_index (self->answers, position);
}

/**
 * tl_answers_dup_summary:
 *
 * Returns: (transfer full): how much there is of what, as a sentence
 */
char *
tl_answers_dup_summary (const TlAnswers *self)
{
  guint n[TL_ANSWER_REMOVED + 1] = { 0 }, n_conflicts = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      n[tl_answers_get (self, i)->change]++;
      n_conflicts += tl_answers_get (self, i)->is_conflict;
    }
  if (self->answers->len == 0)
    return g_strdup (_("The copy holds nothing that the review does not have."));
  /* Translators: four numbers. */
  return g_strdup_printf (_("Added by the board: %u. Changed: %u. Removed: %u. In conflict with the review: %u."),
                          n[TL_ANSWER_ADDED], n[TL_ANSWER_CHANGED], n[TL_ANSWER_REMOVED], n_conflicts);
}

/* Taking */

/* A list without what the review does not have. */
static char **
dup_known (TlReview          *review,
           const char *const *ids)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (tl_review_lookup (review, ids[i]) != NULL)
      g_strv_builder_add (known, ids[i]);
  return g_strv_builder_end (known);
}

static gboolean
take_field (const TlAnswers  *self,
            TlEdit           *edit,
            TlRecord         *there,
            const TlField    *field,
            GError          **error)
{
  const char *id = tl_record_get_id (there);

  if (tl_field_is_list (field))
    {
      g_auto (GStrv) known = dup_known (self->review, tl_record_get_list (there, field->name));
      return tl_edit_set_list (edit, id, field->name, (const char *const *) known, error);
    }

  const TlValue *value = tl_record_get_value (there, (guint) tl_kind_find_field_index (tl_record_get_kind (there),
                                                                                       field->name));
  g_autofree char *text = tl_value_dup_string (value, field);
  return tl_edit_set (edit, id, field->name, text, error);
}

static gboolean
take_added (const TlAnswers  *self,
            TlEdit           *edit,
            TlRecord         *there,
            GError          **error)
{
  const TlKind *kind = tl_record_get_kind (there);
  g_autofree char *id = tl_edit_add (edit, kind->name, tl_record_get_id (there), error);

  for (guint i = 0; id != NULL && i < kind->n_fields; i++)
    if (tl_record_get_value (there, i)->type != TL_VALUE_UNSET
        && !take_field (self, edit, there, &kind->fields[i], error))
      return FALSE;
  return id != NULL;
}

static gboolean
take (const TlAnswers  *self,
      const TlAnswer   *answer,
      TlEdit           *edit,
      GError          **error)
{
  TlRecord *there = tl_review_lookup (self->copy, answer->id);

  if (answer->change == TL_ANSWER_ADDED)
    return take_added (self, edit, there, error);
  for (guint i = 0; i < answer->parts->len; i++)
    if (!take_field (self, edit, there, ((TlAnswerPart *) g_ptr_array_index (answer->parts, i))->field, error))
      return FALSE;
  return TRUE;
}

/**
 * tl_answers_apply:
 * @edit: an edit of the review
 * @error: return location
 *
 * Takes what is to be taken. An action whose response is not taken is left too.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_answers_apply (const TlAnswers  *self,
                  TlEdit           *edit,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL && edit != NULL, FALSE);

  /* The last first: actions go before the responses that they follow. */
  for (guint i = self->answers->len; i > 0; i--)
    {
      const TlAnswer *answer = tl_answers_get (self, i - 1);

      if (answer->take && answer->change == TL_ANSWER_REMOVED && !tl_edit_remove (edit, answer->id, error))
        return FALSE;
    }
  for (guint i = 0; i < self->answers->len; i++)
    {
      const TlAnswer *answer = tl_answers_get (self, i);

      if (answer->take && answer->can_take && answer->change != TL_ANSWER_REMOVED && has_ground (self, answer, TRUE)
          && !take (self, answer, edit, error))
        return FALSE;
    }
  return TRUE;
}
