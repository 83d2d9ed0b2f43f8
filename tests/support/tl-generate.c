/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes whole reviews by chance: records of every kind with every field filled now and then, in every text a marker by
 * which it is known again. The same seed gives the same records, but for their ids in releases. */
#include "config.h"

#include "tests/support/tl-generate.h"

#include <string.h>

#include "model/base/tl-date.h"
#include "model/base/tl-id.h"
#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-review.h"
#include "model/typology/tl-typology.h"
#include "tests/support/tl-draw.h"

typedef struct {
  GRand      *random;
  guint32     seed;
  guint       n_markers;
  TlMethod   *method;
  GPtrArray **ids;   /* one a kind: of char* */
  GPtrArray  *names; /* of char*: real names, as written */
  GPtrArray  *planted;
} Generator;

static const char *const words[] = {
  "the", "visit", "was", "cut", "short", "because", "two", "workers", "covered", "five", "patches", "form", "left",
  "no",
  "room", "for", "doubt", "letter", "came", "late", "nobody", "asked", "who", "held", "whole", "picture", "café",
  "“fine”", "<b>", "&amp;", "a\"b", "it’s", "]]>", "🌱",
};

static guint
roll (Generator *self,
      guint      sides)
{
  return sides > 1 ? (guint) g_rand_int_range (self->random, 0, (gint32) sides) : 0;
}

/* A word of letters only, so that it can be part of a name. */
static char *
new_marker (Generator *self)
{
  GString *marker = g_string_new ("zq");
  guint number = self->n_markers++;

  for (guint i = 0; i < 4; i++, number /= 20)
    g_string_append_c (marker, "bcdfghjklmnpqrstvwxz"[number % 20]);
  g_string_append_c (marker, 'q');
  for (guint32 seed = self->seed; seed > 0; seed /= 10)
    g_string_append_c (marker, (char) ('a' + (char) (seed % 10)));
  g_string_append_c (marker, 'x');
  return g_string_free (marker, FALSE);
}

static char *
new_id (Generator *self)
{
  return g_strdup_printf ("%08x-%04x-4%03x-%c%03x-%08x%04x", g_rand_int (self->random),
                          g_rand_int (self->random) & 0xffff,
                          g_rand_int (self->random) & 0xfff, "89ab"[roll (self, 4)], g_rand_int (self->random) & 0xfff,
                          g_rand_int (self->random), g_rand_int (self->random) & 0xffff);
}

static void
planted_free (void *data)
{
  TlPlanted *planted = data;

  g_free (planted->marker);
  g_free (planted->id);
  g_free (planted);
}

static TlPlanted *
plant (Generator     *self,
       const TlKind  *kind,
       const TlField *field,
       const char    *id)
{
  TlPlanted *planted = g_new0 (TlPlanted, 1);

  planted->marker = new_marker (self);
  planted->kind = kind;
  planted->field = field;
  planted->id = g_strdup (id);
  g_ptr_array_add (self->planted, planted);
  return planted;
}

static void
append_words (Generator *self,
              GString   *text,
              gboolean   lines)
{
  for (guint n = 1 + roll (self, 8); n > 0; n--)
    {
      g_string_append (text, words[roll (self, G_N_ELEMENTS (words))]);
      g_string_append (text, lines && roll (self, 12) == 0 ? "\n\n" : " ");
    }
}

/* A real name in one of the ways people write it. */
static void
append_name (Generator *self,
             GString   *text)
{
  const char *name = self->names->pdata[roll (self, self->names->len)];
  g_autofree char *written = NULL;
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);

  switch (roll (self, 5))
    {
    case 0:
      written = g_utf8_strup (name, -1);
      break;
    case 1:
      written = g_utf8_strdown (parts[0], -1);
      break;
    case 2:
      written = g_strconcat (parts[g_strv_length (parts) - 1], "’s", NULL);
      break;
    case 3:
      written = g_strconcat (parts[0], "s", NULL);
      break;
    default:
      written = g_strconcat ("(", name, ")", NULL);
      break;
    }
  g_string_append_printf (text, "%s ", written);
}

static void
append_day (Generator *self,
            GString   *text)
{
  static const char *const days[] = {
    "17 May 2010", "3rd of June", "12/04/2011", "2011-09-30", "March 8, 2012", "1.2.09",
  };

  g_string_append_printf (text, "on %s ", days[roll (self, G_N_ELEMENTS (days))]);
}

/* Whether what stands there is a name, which is nowhere to be found in what leaves. */
static gboolean
is_name (const TlKind  *kind,
         const TlField *field)
{
  static const char *const names[][2] = {
    { "identity", "name" }, { "identity", "other_names" }, { "review", "board" }, { "reviewer", "boards" },
    { "reviewer", "boards_reviewed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (kind->name, names[i][0]) == 0 && strcmp (field->name, names[i][1]) == 0)
      return TRUE;
  return FALSE;
}

static char *
make_text (Generator     *self,
           const TlKind  *kind,
           const TlField *field,
           const char    *id)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TlPlanted *planted = plant (self, kind, field, id);
  gboolean lines = field->type != TL_FIELD_TEXT;

  if (is_name (kind, field))
    {
      TlPlanted *second = plant (self, kind, field, id);
      char *name = g_strdup_printf ("%c%s %c%s", g_ascii_toupper (planted->marker[0]), planted->marker + 1,
                                    g_ascii_toupper (second->marker[0]), second->marker + 1);

      g_ptr_array_add (self->names, name);
      return g_strdup (name);
    }

  append_words (self, text, lines);
  g_string_append_printf (text, "%s ", planted->marker);
  if (field->release >= TL_TIER_LEARNING && self->names->len > 0 && roll (self, 4) == 0)
    {
      planted->named = TRUE;
      append_name (self, text);
    }
  if (field->release >= TL_TIER_LEARNING && roll (self, 6) == 0)
    {
      planted->dated = TRUE;
      append_day (self, text);
    }
  append_words (self, text, lines);
  return g_strdup (g_strstrip (text->str));
}

static char *
make_code (Generator *self)
{
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);
  GListModel *codes = tl_typology_get_codes (typologies->pdata[roll (self, typologies->len)]);
  g_autoptr (TlCode) code = g_list_model_get_item (codes, roll (self, g_list_model_get_n_items (codes)));

  return g_strdup (tl_code_get_qualified (code));
}

static char *
make_key (Generator     *self,
          const TlField *field)
{
  guint n = 0;
  const TlMethodEntry *entries;

  switch (field->vocabulary)
    {
    case TL_VOCABULARY_METHOD:
      return g_strdup (tl_method_get_id (self->method));
    case TL_VOCABULARY_PROFILE:
      return g_strdup ("england_2010");
    case TL_VOCABULARY_CODE:
      return make_code (self);
    case TL_VOCABULARY_LEVEL:
    case TL_VOCABULARY_FACTOR_KIND:
    case TL_VOCABULARY_CATEGORY:
    case TL_VOCABULARY_LINK_KIND:
    case TL_VOCABULARY_PATTERN_CATEGORY:
      entries = tl_method_get_entries (self->method, field->vocabulary, &n);
      return n > 0 ? g_strdup (entries[roll (self, n)].key) : NULL;
    case TL_VOCABULARY_NONE:
    default:
      g_assert_not_reached ();
    }
}

static char *
make_integer (Generator     *self,
              const TlField *field)
{
  if (field->min == 0 && field->max == 0)
    return g_strdup_printf ("%d", (int) roll (self, 2000) - 1000);
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          field->min + roll (self, (guint) MIN (field->max - field->min + 1, G_MAXINT)));
}

static GPtrArray *
ids_of (Generator  *self,
        const char *kind)
{
  return self->ids[tl_kind_get_position (tl_kind_lookup (kind))];
}

static void
set_reference (Generator     *self,
               const TlField *field,
               TlValue       *value)
{
  guint ref = roll (self, g_strv_length ((char **) field->refs));
  GPtrArray *ids = ids_of (self, field->refs[ref]);

  g_assert_true (tl_value_set_string (value, field, ids->pdata[roll (self, ids->len)], NULL));
  value->ref = ref;
}

static void
set_list (Generator     *self,
          const TlField *field,
          TlValue       *value)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (field->type == TL_FIELD_CHOICES)
    {
      for (guint i = 0; field->choices[i].key != NULL; i++)
        if (roll (self, 3) == 0)
          g_ptr_array_add (items, (gpointer) field->choices[i].key);
    }
  else
    {
      GPtrArray *ids = ids_of (self, field->refs[0]);

      for (guint i = 0; i < ids->len && items->len < 5; i++)
        if (roll (self, 2) == 0)
          g_ptr_array_insert (items, (int) roll (self, items->len + 1), ids->pdata[i]);
    }
  g_ptr_array_add (items, NULL);
  g_assert_true (tl_value_set_strings (value, field, (const char *const *) items->pdata, NULL));
}

static char *
make_single (Generator     *self,
             const TlKind  *kind,
             const TlField *field,
             const char    *id)
{
  guint n = 0;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_PROSE:
    case TL_FIELD_BODY:
      return make_text (self, kind, field, id);
    case TL_FIELD_CHOICE:
      while (field->choices[n].key != NULL)
        n++;
      return g_strdup (field->choices[roll (self, n)].key);
    case TL_FIELD_KEY:
      return make_key (self, field);
    case TL_FIELD_INT:
      return make_integer (self, field);
    case TL_FIELD_BOOL:
      return g_strdup (roll (self, 2) == 0 ? "true" : "false");
    case TL_FIELD_DATE:
      return tl_draw_date (self->random, 2005, 10);
    case TL_FIELD_UUID:
      return new_id (self);
    case TL_FIELD_ANY:
      return g_strdup (ids_of (self, "factor")->pdata[0]);
    case TL_FIELD_CHOICES:
    case TL_FIELD_REF:
    case TL_FIELD_REFS:
    default:
      g_assert_not_reached ();
    }
}

/* What the program keeps itself has to fit what it belongs to. */
static char *
make_kept (Generator     *self,
           const TlField *field,
           const TlValue *values,
           const TlKind  *kind)
{
  if (strcmp (field->name, "method_version") == 0)
    return g_strdup (tl_method_get_version (self->method));
  if (strcmp (field->name, "scheme_version") == 0)
    {
      const TlValue *code = &values[tl_kind_find_field_index (kind, "code")];
      return code->type == TL_VALUE_UNSET ? NULL : g_strdup ("1.0");
    }
  return NULL;
}

static TlValue *
make_values (Generator    *self,
             const TlKind *kind,
             const char   *id)
{
  TlValue *values = g_new0 (TlValue, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      gboolean needed = field->on_remove == TL_ON_REMOVE_DELETE || tl_kind_get_position (kind) == 0;
      g_autofree char *text = NULL;

      if (!needed && roll (self, 4) == 0)
        continue;
      if (field->type == TL_FIELD_REF)
        set_reference (self, field, &values[i]);
      else if (tl_field_is_list (field))
        set_list (self, field, &values[i]);
      else
        {
          if (field->flags & TL_FIELD_HIDDEN && field->type == TL_FIELD_TEXT)
            text = make_kept (self, field, values, kind);
          else
            text = make_single (self, kind, field, id);
          g_assert_true (tl_value_set_string (&values[i], field, text, NULL));
        }
    }
  return values;
}

static void
free_values (const TlKind *kind,
             TlValue      *values)
{
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_clear (&values[i]);
  g_free (values);
}

static gboolean
is_release (const TlKind *kind)
{
  return strcmp (kind->name, "release") == 0;
}

/* Identities come first, so that other texts can hold their names. */
static void
add_records (Generator *self,
             TlReview  *review)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, "Generate", &error);

  g_assert_no_error (error);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 1; i < tl_kinds_get_n (); i++)
      {
        const TlKind *kind = tl_kinds_get (i);

        if (is_release (kind) || ((kind->flags & TL_KIND_IDENTITY) != 0) != (pass == 0))
          continue;
        for (guint j = 0; j < self->ids[i]->len; j++)
          {
            TlValue *values = make_values (self, kind, self->ids[i]->pdata[j]);

            tl_edit_add_values (edit, kind, self->ids[i]->pdata[j], values, &error);
            g_assert_no_error (error);
            free_values (kind, values);
          }
      }

  g_autofree char *change = tl_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_nonnull (change);
}

/* Releases some texts, then changes some of those, by which they are released no longer. */
static void
release_some (Generator *self,
              TlReview  *review)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, "Release", &error);
  guint n = self->planted->len;

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      TlPlanted *planted = self->planted->pdata[i];

      if (planted->field->release < TL_TIER_LEARNING || roll (self, 3) == 0)
        continue;
      planted->release = roll (self, 2) == 0 ? TL_TIER_LEARNING : planted->field->release;
      tl_edit_release (edit, planted->id, planted->field->name, planted->release, &error);
      g_assert_no_error (error);

      if (roll (self, 8) == 0)
        {
          g_autofree char *text = make_text (self, planted->kind, planted->field, planted->id);

          planted->gone = TRUE;
          tl_edit_set (edit, planted->id, planted->field->name, text, &error);
          g_assert_no_error (error);
        }
    }

  g_autofree char *change = tl_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
make_review (Generator  *self,
             const char *path)
{
  const TlKind *kind = tl_kinds_get (0);
  g_autoptr (GError) error = NULL;
  const char *id = self->ids[0]->pdata[0];
  TlValue *values = make_values (self, kind, id);

  tl_review_create (path, 0, id, values, NULL, NULL, &error);
  g_assert_no_error (error);
  free_values (kind, values);

  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  tl_review_set_author (review, TL_GENERATE_AUTHOR);
  add_records (self, review);
  release_some (self, review);
}

/**
 * tl_generate_review:
 * @path: a file that does not exist
 * @seed: what the review depends on
 * @size: up to how many records of a kind beyond the first
 *
 * Makes a review with records of every kind. It fails the test that calls it if anything goes wrong.
 *
 * Returns: (transfer full) (element-type TlPlanted): every marker in it
 */
GPtrArray *
tl_generate_review (const char *path,
                    guint32     seed,
                    guint       size)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree GPtrArray **ids = g_new0 (GPtrArray *, tl_kinds_get_n ());
  Generator self = { .random = random, .seed = seed, .ids = ids, .names = names };

  self.planted = g_ptr_array_new_with_free_func (planted_free);
  self.method = methods->pdata[roll (&self, methods->len)];
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      guint n = i == 0 ? 1 : 1 + roll (&self, size + 1);

      ids[i] = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; j < n; j++)
        g_ptr_array_add (ids[i], new_id (&self));
    }

  make_review (&self, path);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    g_ptr_array_unref (ids[i]);
  return self.planted;
}
