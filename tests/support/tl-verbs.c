/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work on a review by chance: each call does one thing that a person could do, right or, now and then, wrong. The same
 * seed on the same review does the same, but for the ids of releases. */
#include "config.h"

#include "tests/support/tl-verbs.h"

#include "model/base/tl-error.h"
#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/typology/tl-typology.h"
#include "tests/support/tl-draw.h"

/* How often an edit that finds the file locked is tried again. */
#define MAX_TRIES 50

static guint
roll (TlVerbs *self,
      guint    sides)
{
  return sides > 1 ? (guint) g_rand_int_range (self->random, 0, (gint32) sides) : 0;
}

static const TlKind *
draw_kind (TlVerbs *self)
{
  if (self->kinds != NULL)
    return tl_kind_lookup (self->kinds[roll (self, g_strv_length ((char **) self->kinds))]);
  return tl_kinds_get (roll (self, tl_kinds_get_n ()));
}

static TlRecord *
draw_of_kind (TlVerbs    *self,
              TlReview   *review,
              const char *kind)
{
  TlRecordList *list = tl_review_get_list (review, kind);
  return tl_record_list_get (list, roll (self, tl_record_list_get_n (list)));
}

/* Any record, of a kind that has one. */
static TlRecord *
draw_record (TlVerbs  *self,
             TlReview *review)
{
  TlRecord *record = NULL;

  for (guint tries = 0; record == NULL && tries < 20; tries++)
    record = draw_of_kind (self, review, draw_kind (self)->name);
  return record != NULL ? record : tl_review_get_subject (review);
}

static char *
draw_text (TlVerbs  *self,
           gboolean  lines)
{
  static const char *const words[] = {
    "visit", "late", "“fine”", "<b>", "&", "a\"b", "]]>", "🌱", "l’été", "%s", "it's", "\\",
  };
  g_autoptr (GString) text = g_string_new ("T");

  for (guint n = roll (self, 6); n > 0; n--)
    {
      g_string_append_c (text, lines && roll (self, 4) == 0 ? '\n' : ' ');
      g_string_append (text, words[roll (self, G_N_ELEMENTS (words))]);
    }
  g_string_append_printf (text, " %u", roll (self, 1000));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
draw_code (TlVerbs *self)
{
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);
  GListModel *codes = tl_typology_get_codes (typologies->pdata[roll (self, typologies->len)]);
  g_autoptr (TlCode) code = g_list_model_get_item (codes, roll (self, g_list_model_get_n_items (codes)));

  return g_strdup (tl_code_get_qualified (code));
}

/* Only keys of the method that the review has: with another one, what was said in the words of the first stays, but the
 * same could not be said again. */
static char *
draw_key (TlVerbs       *self,
          TlReview      *review,
          const TlField *field)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = tl_method_lookup (id, NULL);
  guint n = 0;

  if (field->vocabulary == TL_VOCABULARY_METHOD)
    return g_strdup (id);
  if (field->vocabulary == TL_VOCABULARY_PROFILE)
    return g_strdup (roll (self, 2) == 0 ? "england_2010" : "wales");
  if (field->vocabulary == TL_VOCABULARY_CODE)
    return draw_code (self);

  const TlMethodEntry *entries = tl_method_get_entries (method, field->vocabulary, &n);
  return n > 0 ? g_strdup (entries[roll (self, n)].key) : NULL;
}

static char *
draw_integer (TlVerbs       *self,
              const TlField *field)
{
  gint64 span = field->max - field->min;
  gint64 low = span == 0 ? -1000 : field->min;

  return g_strdup_printf ("%" G_GINT64_FORMAT, low + roll (self, span == 0 ? 2001 : (guint) MIN (span, 5000) + 1));
}

/* A value that @field takes; NULL when there is none, as for a reference to a kind without records. */
static char *
draw_value (TlVerbs       *self,
            TlReview      *review,
            const TlField *field)
{
  TlRecord *record;
  guint n = 0;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return draw_text (self, FALSE);
    case TL_FIELD_PROSE:
    case TL_FIELD_BODY:
      return draw_text (self, TRUE);
    case TL_FIELD_CHOICE:
    case TL_FIELD_CHOICES:
      while (field->choices[n].key != NULL)
        n++;
      return g_strdup (field->choices[roll (self, n)].key);
    case TL_FIELD_KEY:
      return draw_key (self, review, field);
    case TL_FIELD_INT:
      return draw_integer (self, field);
    case TL_FIELD_BOOL:
      return g_strdup (roll (self, 2) == 0 ? "true" : "false");
    case TL_FIELD_DATE:
      return tl_draw_date (self->random, self->first_year, self->n_years);
    case TL_FIELD_REF:
    case TL_FIELD_REFS:
      record = draw_of_kind (self, review, field->refs[roll (self, g_strv_length ((char **) field->refs))]);
      return record != NULL ? g_strdup (tl_record_get_id (record)) : NULL;
    case TL_FIELD_ANY:
      record = draw_record (self, review);
      /* Nobody sets aside advice on what only the guard keeps; nor could it leave without that. */
      return tl_record_get_kind (record)->tier != TL_TIER_NEVER ? g_strdup (tl_record_get_id (record)) : NULL;
    case TL_FIELD_UUID:
    default:
      return tl_draw_id (self->random);
    }
}

static gboolean
set_list (TlVerbs        *self,
          TlEdit         *edit,
          TlReview       *review,
          const char     *id,
          const TlField  *field,
          GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint n = roll (self, 6); n > 0; n--)
    {
      g_autofree char *item = draw_value (self, review, field);
      if (item != NULL && !g_ptr_array_find_with_equal_func (items, item, g_str_equal, NULL))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  g_ptr_array_add (items, NULL);
  return tl_edit_set_list (edit, id, field->name, (const char *const *) items->pdata, error);
}

/* What the program keeps itself follows from other fields and is not set by hand. */
static gboolean
is_kept (const TlField *field)
{
  return field->flags & TL_FIELD_HIDDEN && field->type == TL_FIELD_TEXT;
}

static gboolean
set_field (TlVerbs        *self,
           TlEdit         *edit,
           TlReview       *review,
           const char     *id,
           const TlField  *field,
           GError        **error)
{
  gboolean needed = field->on_remove == TL_ON_REMOVE_DELETE || field->vocabulary == TL_VOCABULARY_METHOD
                    || field->flags & TL_FIELD_ALWAYS;

  if (is_kept (field))
    return TRUE;
  if (tl_field_is_list (field))
    return set_list (self, edit, review, id, field, error);

  g_autofree char *value = !needed && roll (self, 8) == 0 ? NULL : draw_value (self, review, field);
  return (value == NULL && needed) || tl_edit_set (edit, id, field->name, value, error);
}

/* Adds a record with what it depends on, and some other fields. Without what it depends on there is none to add. */
static gboolean
add_record (TlVerbs   *self,
            TlEdit    *edit,
            TlReview  *review,
            GError   **error)
{
  const TlKind *kind = draw_kind (self);
  g_autofree char *id = tl_draw_id (self->random);
  g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);

  if (kind->flags & TL_KIND_SINGLETON)
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].on_remove == TL_ON_REMOVE_DELETE && kind->fields[i].type == TL_FIELD_REF)
      {
        gboolean possible = FALSE;
        for (guint j = 0; kind->fields[i].refs[j] != NULL; j++)
          possible |= tl_record_list_get_n (tl_review_get_list (review, kind->fields[i].refs[j])) > 0;
        if (!possible)
          return TRUE;
      }

  g_autofree char *added = tl_edit_add (edit, kind->name, id, error);
  if (added == NULL)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (field->on_remove != TL_ON_REMOVE_DELETE)
        {
          if (roll (self, 3) == 0 && !set_field (self, edit, review, id, field, error))
            return FALSE;
          continue;
        }
      while (value == NULL)
        value = draw_value (self, review, field);
      if (!tl_edit_set (edit, id, field->name, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_some (TlVerbs   *self,
          TlEdit    *edit,
          TlReview  *review,
          GError   **error)
{
  TlRecord *record = draw_record (self, review);
  const TlKind *kind = tl_record_get_kind (record);

  return set_field (self, edit, review, tl_record_get_id (record), &kind->fields[roll (self, kind->n_fields)], error);
}

static gboolean
remove_one (TlVerbs   *self,
            TlEdit    *edit,
            TlReview  *review,
            GError   **error)
{
  TlRecord *record = draw_record (self, review);
  return record == tl_review_get_subject (review) || tl_edit_remove (edit, tl_record_get_id (record), error);
}

static gboolean
release_one (TlVerbs   *self,
             TlEdit    *edit,
             TlReview  *review,
             GError   **error)
{
  TlRecord *record = draw_record (self, review);
  const TlKind *kind = tl_record_get_kind (record);
  guint index = roll (self, kind->n_fields);
  const TlField *field = &kind->fields[index];
  const char *id = tl_record_get_id (record);

  if (field->release < TL_TIER_LEARNING || tl_record_get_value (record, index)->type != TL_VALUE_TEXT)
    return tl_edit_withdraw (edit, id, field->name, error);
  return tl_edit_release (edit, id, field->name, roll (self, 2) == 0 ? TL_TIER_LEARNING : field->release, error);
}

/* Something that has to be refused. */
static gboolean
err (TlVerbs   *self,
     TlEdit    *edit,
     TlReview  *review,
     GError   **error)
{
  const char *subject = tl_record_get_id (tl_review_get_subject (review));
  g_autofree char *unknown = tl_draw_id (self->random);

  switch (roll (self, 7))
    {
    case 0:
      return tl_edit_set (edit, unknown, "title", "x", error);
    case 1:
      return tl_edit_set (edit, tl_record_get_id (draw_record (self, review)), "no_such_field", "x", error);
    case 2:
      return tl_edit_remove (edit, subject, error);
    case 3:
      return tl_edit_set (edit, subject, "year", "99999", error);
    case 4:
      return tl_edit_set (edit, subject, "revision", NULL, error);
    case 5:
      g_free (tl_edit_add (edit, "factor", subject, error));
      return *error == NULL;
    default:
      g_free (tl_edit_add (edit, "link", unknown, error));
      return *error == NULL && tl_edit_set (edit, unknown, "cause", subject, error);
    }
}

static gboolean
do_one (TlVerbs   *self,
        TlEdit    *edit,
        TlReview  *review,
        GError   **error)
{
  guint what = roll (self, 20);

  if (what < 6)
    return add_record (self, edit, review, error);
  if (what < 15)
    return set_some (self, edit, review, error);
  if (what < 17)
    return remove_one (self, edit, review, error);
  return release_one (self, edit, review, error);
}

static TlEdit *
begin (TlReview *review)
{
  for (guint tries = 0; tries < MAX_TRIES; tries++)
    {
      g_autoptr (GError) error = NULL;
      TlEdit *edit = tl_edit_begin (review, NULL, &error);

      if (edit != NULL)
        return edit;
      g_assert_error (error, TL_ERROR, TL_ERROR_LOCKED);
    }
  g_error ("The file stays locked");
}

static void
commit (TlVerbs *self,
        TlEdit  *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *change = tl_edit_commit (edit, &error);

  if (change == NULL && self->shared && g_error_matches (error, TL_ERROR, TL_ERROR_LOCKED))
    return;
  g_assert_no_error (error);
  if (change[0] != '\0')
    g_ptr_array_add (self->committed, g_steal_pointer (&change));
}

/* One edit: of one verb, which has to succeed, or of several, of which a later one can find that an earlier one took
 * away what it is about. */
static void
edit (TlVerbs    *self,
      TlReview   *review,
      guint       n_verbs,
      const char *group)
{
  g_autoptr (GError) error = NULL;
  TlEdit *work = begin (review);
  gboolean good = TRUE;

  tl_edit_set_group (work, group);
  for (guint i = 0; good && i < n_verbs; i++)
    good = do_one (self, work, review, &error);
  if (n_verbs == 1)
    g_assert_no_error (error);

  if (!good || (n_verbs > 1 && roll (self, 6) == 0))
    tl_edit_abort (work);
  else
    commit (self, work);
}

/* An edit that goes wrong after it went well, and is committed all the same. */
static void
edit_wrongly (TlVerbs  *self,
              TlReview *review)
{
  g_autoptr (GError) error = NULL;
  TlEdit *work = begin (review);

  if (!do_one (self, work, review, &error))
    g_assert_no_error (error);
  g_assert_false (err (self, work, review, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (tl_edit_commit (work, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  self->n_refused++;
}

/* Typing with pauses: changes of one field in one group. */
static void
type (TlVerbs  *self,
      TlReview *review)
{
  TlRecord *factor = draw_of_kind (self, review, "factor");
  g_autofree char *id = factor != NULL ? g_strdup (tl_record_get_id (factor)) : NULL;
  g_autofree char *group = tl_draw_id (self->random);

  for (guint n = 2 + roll (self, 3); id != NULL && n > 0; n--)
    {
      g_autofree char *text = draw_text (self, FALSE);
      g_autoptr (GError) error = NULL;
      TlEdit *work = begin (review);

      tl_edit_set_group (work, group);
      if (!tl_edit_set (work, id, "statement", text, &error))
        {
          g_assert_true (self->shared);
          g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
          tl_edit_abort (work);
          return;
        }
      commit (self, work);
    }
}

static void
step (TlVerbs  *self,
      TlReview *review,
      gboolean  back)
{
  for (guint n = 1 + roll (self, 4); n > 0; n--)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *change = NULL;
      gboolean done = back ? tl_review_undo (review, NULL, &change, &error)
                           : tl_review_redo (review, NULL, &change, &error);

      if (done)
        g_ptr_array_add (self->committed, g_steal_pointer (&change));
      else if (!g_error_matches (error, TL_ERROR, TL_ERROR_NOT_FOUND))
        g_assert_error (error, TL_ERROR, TL_ERROR_LOCKED);
    }
}

/**
 * tl_verbs_new:
 * @seed: what is done depends on
 *
 * Returns: (transfer full): someone who works by chance
 */
TlVerbs *
tl_verbs_new (guint32 seed)
{
  TlVerbs *self = g_new0 (TlVerbs, 1);

  /* Not the same chance as that of a generated review with the same seed: the ids would be the same. */
  self->random = g_rand_new_with_seed_array ((const guint32[]) { seed, 0x76657262 }, 2);
  self->committed = g_ptr_array_new_with_free_func (g_free);
  self->first_year = 1990;
  self->n_years = 30;
  return self;
}

/**
 * tl_verbs_free:
 * @self: (transfer full): someone who works by chance
 */
void
tl_verbs_free (TlVerbs *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->committed);
  g_free (self);
}

/**
 * tl_verbs_do:
 * @self: someone who works by chance
 * @review: on what
 *
 * Does one thing. Fails the test that calls it when something that should go well does not, or the other way round.
 */
void
tl_verbs_do (TlVerbs  *self,
             TlReview *review)
{
  guint what = roll (self, 40);

  if (what < 22)
    edit (self, review, 1, NULL);
  else if (what < 28)
    edit (self, review, 2 + roll (self, 6), NULL);
  else if (what < 30)
    type (self, review);
  else if (what < 32)
    edit_wrongly (self, review);
  else if (what < 36)
    step (self, review, TRUE);
  else if (what < 39)
    step (self, review, FALSE);
  else
    {
      g_autoptr (GError) error = NULL;
      if (!tl_review_catch_up (review, &error))
        g_assert_error (error, TL_ERROR, TL_ERROR_LOCKED);
    }
}
