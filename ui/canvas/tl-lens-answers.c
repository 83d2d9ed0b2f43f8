/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each lens asks of the factors, and what they answer, from the records of the review. Nothing here grades: an
 * answer says what there is, and its count is one of all factors. */
#include "config.h"

#include "ui/canvas/tl-lens-answers.h"

#include "model/typology/tl-typology.h"

#include <glib/gi18n.h>

#include "model/case/tl-ground.h"

/* An answer that a lens always knows. */
typedef struct {
  const char *choice; /* of a field */
  const char *mark;
  const char *title;
  guint       colour;
} Fixed;

enum {
  EVIDENCE_NONE,
  EVIDENCE_ONE,
  EVIDENCE_SEVERAL,
  EVIDENCE_DISPUTED,
  EVIDENCE_LATER,
};

static const Fixed evidence[] = {
  { NULL, "○", N_("rests on nothing yet"), 0 },
  { NULL, "◐", N_("on one voice"), 1 },
  { NULL, "●", N_("on several voices"), 2 },
  { NULL, "◩", N_("evidence against it"), 3 },
  { NULL, "◷", N_("only on what was known later"), 5 },
};

static const Fixed certainty[] = {
  { "certain", "●", N_("certain"), 2 },       { "probable", "◕", N_("probable"), 1 },
  { "possible", "◔", N_("possible"), 4 },     { "unknown", "?", N_("not known"), 3 },
  { NULL, "○", N_("not said"), 0 },
};

static const Fixed influence[] = {
  { "helped", "+", N_("helped"), 4 },       { "hindered", "−", N_("hindered"), 3 },
  { "both", "±", N_("helped and hindered"), 5 }, { "unclear", "?", N_("unclear"), 1 },
  { NULL, "○", N_("not said"), 0 },
};

enum {
  TAGS_NONE,
  TAGS_ONE,
  TAGS_SEVERAL,
  TAGS_REFUSED,
};

static const Fixed tags[] = {
  { NULL, "○", N_("not tagged"), 0 },
  { NULL, "◐", N_("one code"), 1 },
  { NULL, "●", N_("several codes"), 2 },
  { NULL, "✕", N_("cannot be coded, or an outcome"), 3 },
};

static const Fixed code[] = {
  { NULL, "○", N_("without this code"), 0 },
  { NULL, "●", N_("with this code"), 2 },
};

/* In the order of severities: an advice is the least. */
static const Fixed checks[] = {
  { NULL, "○", N_("nothing to say"), 0 },
  { NULL, "i", N_("advice"), 1 },
  { NULL, "?", N_("a query"), 4 },
  { NULL, "!", N_("an error"), 3 },
};

static void
add_answer (TlLensAnswers *self,
            const char    *mark,
            const char    *title,
            guint          colour)
{
  TlLensAnswer *answer = g_new0 (TlLensAnswer, 1);

  answer->mark = g_strdup (mark);
  answer->title = g_strdup (title);
  answer->colour = MIN (colour, TL_LENS_N_COLOURS - 1);
  g_ptr_array_add (self->answers, answer);
}

static void
add_fixed (TlLensAnswers *self,
           const Fixed   *fixed,
           guint          n_fixed)
{
  for (guint i = 0; i < n_fixed; i++)
    add_answer (self, fixed[i].mark, _(fixed[i].title), fixed[i].colour);
}

static void
give (TlLensAnswers *self,
      TlRecord      *factor,
      guint          position)
{
  g_hash_table_insert (self->by_id, g_strdup (tl_record_get_id (factor)), GUINT_TO_POINTER (position));
  ((TlLensAnswer *) g_ptr_array_index (self->answers, position))->n++;
}

/* By the choice of a field; the last answer is for a field that is not set. */
static void
ask_choice (TlLensAnswers *self,
            const char    *field,
            const Fixed   *fixed,
            guint          n_fixed)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");

  add_fixed (self, fixed, n_fixed);
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);
      const char *choice = tl_record_get_text (factor, field);
      guint position = 0;

      while (position + 1 < n_fixed && g_strcmp0 (choice, fixed[position].choice) != 0)
        position++;
      give (self, factor, position);
    }
}

/* The records of @kind by the id of what they are about. */
static GHashTable *
group_by_target (TlLensAnswers *self,
                 const char    *kind)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  TlRecordList *list = tl_review_get_list (self->review, kind);

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *target = tl_record_get_text (record, "target");
      GPtrArray *group = target != NULL ? g_hash_table_lookup (groups, target) : NULL;

      if (target == NULL)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) target, group);
        }
      g_ptr_array_add (group, record);
    }
  return groups;
}

static void
say_ground (TlLensAnswers  *self,
            TlRecord       *factor,
            const TlGround *ground)
{
  /* Translators: how many extracts and accounts */
  g_hash_table_insert (self->details, g_strdup (tl_record_get_id (factor)),
                       g_strdup_printf (_("%u for it, %u against it"), ground->n_for, ground->n_against));
}

static guint
weigh (const TlGround *ground)
{
  if (ground->n_against > 0)
    return EVIDENCE_DISPUTED;
  if (tl_ground_is_only_later (ground))
    return EVIDENCE_LATER;
  return MIN (ground->n_voices, EVIDENCE_SEVERAL);
}

static void
ask_evidence (TlLensAnswers *self)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");
  g_autoptr (TlKnowledge) knowledge = tl_knowledge_new (self->review);

  add_fixed (self, evidence, G_N_ELEMENTS (evidence));
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);
      TlGround ground;

      tl_ground_weigh (self->review, knowledge, factor, &ground);
      give (self, factor, weigh (&ground));
      say_ground (self, factor, &ground);
    }
}

/* How many codes a factor has; two coders that agree are one code. */
static guint
count_codes (TlLensAnswers *self,
             GPtrArray     *found)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const char *key = tl_record_get_text (g_ptr_array_index (found, i), "code");

      if (key != NULL && self->code != NULL && g_str_equal (key, self->code))
        return TAGS_ONE;
      if (key != NULL && self->code == NULL)
        g_hash_table_add (codes, (gpointer) key);
    }
  if (self->code != NULL)
    return TAGS_NONE;
  if (g_hash_table_size (codes) == 0 && found != NULL)
    return TAGS_REFUSED;
  return MIN (g_hash_table_size (codes), TAGS_SEVERAL);
}

static void
ask_tags (TlLensAnswers *self)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");
  g_autoptr (GHashTable) found = group_by_target (self, "tag");

  if (self->code != NULL)
    add_fixed (self, code, G_N_ELEMENTS (code));
  else
    add_fixed (self, tags, G_N_ELEMENTS (tags));
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);

      give (self, factor, count_codes (self, g_hash_table_lookup (found, tl_record_get_id (factor))));
    }
}

/* "A" to "Z", and then numbers. */
static char *
dup_letter (guint position)
{
  return position < 26 ? g_strdup_printf ("%c", 'A' + (int) position) : g_strdup_printf ("%u", position + 1);
}

/* The category to which the code of @tag belongs; NULL where it has none, or none that is known here. */
static TlCode *
find_category (TlRecord *tag)
{
  const char *key = tl_record_get_text (tag, "code");
  TlCode *found = key != NULL ? tl_typologies_find_code (key) : NULL;

  while (found != NULL && tl_code_get_parent (found) != NULL)
    found = tl_code_get_parent (found);
  return found;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (tl_code_get_qualified (*(TlCode *const *) a), tl_code_get_qualified (*(TlCode *const *) b));
}

/* The categories that occur, in the order of their codes. */
static GPtrArray *
list_categories (TlLensAnswers *self)
{
  TlRecordList *list = tl_review_get_list (self->review, "tag");
  GPtrArray *categories = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlCode *category = find_category (tl_record_list_get (list, i));

      if (category != NULL && !g_ptr_array_find (categories, category, NULL))
        g_ptr_array_add (categories, category);
    }
  g_ptr_array_sort (categories, compare_codes);
  return categories;
}

/* The answers are: none, each category alone, several. */
static guint
choose_category (GPtrArray *categories,
                 GPtrArray *found)
{
  guint answer = 0;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TlCode *category = find_category (g_ptr_array_index (found, i));
      guint position;

      if (category == NULL || !g_ptr_array_find (categories, category, &position))
        continue;
      if (answer != 0 && answer != position + 1)
        return categories->len + 1;
      answer = position + 1;
    }
  return answer;
}

/* A letter for each category. */
static void
ask_categories (TlLensAnswers *self)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");
  g_autoptr (GHashTable) found = group_by_target (self, "tag");
  g_autoptr (GPtrArray) categories = list_categories (self);

  add_answer (self, "○", _("in no category"), 0);
  for (guint i = 0; i < categories->len; i++)
    {
      g_autofree char *mark = dup_letter (i);

      add_answer (self, mark, tl_code_get_label (g_ptr_array_index (categories, i)), i + 1);
    }
  add_answer (self, "●", _("in several categories"), TL_LENS_N_COLOURS - 1);
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);

      give (self, factor, choose_category (categories, g_hash_table_lookup (found, tl_record_get_id (factor))));
    }
}

static const char *
get_agency_id (TlLensAnswers *self,
               TlRecord      *factor)
{
  const char *id = tl_record_get_text (factor, "agency");
  const char *role_id = tl_record_get_text (factor, "role");
  TlRecord *role = id == NULL && role_id != NULL ? tl_review_lookup (self->review, role_id) : NULL;

  return role != NULL ? tl_record_get_text (role, "agency") : id;
}

/* A letter for each agency, in the order of the list. */
static void
ask_agency (TlLensAnswers *self)
{
  TlRecordList *agencies = tl_review_get_list (self->review, "agency");
  TlRecordList *factors = tl_review_get_list (self->review, "factor");
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);

  add_answer (self, "○", _("no agency’s"), 0);
  for (guint i = 0; i < tl_record_list_get_n (agencies); i++)
    {
      TlRecord *agency = tl_record_list_get (agencies, i);
      g_autofree char *title = tl_review_dup_title (self->review, agency);
      g_autofree char *mark = dup_letter (i);

      add_answer (self, mark, title, i + 1);
      g_hash_table_insert (positions, (gpointer) tl_record_get_id (agency), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);
      const char *id = get_agency_id (self, factor);

      give (self, factor, id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, id)) : 0);
    }
}

static guint
get_position (TlSeverity severity)
{
  switch (severity)
    {
    case TL_SEVERITY_ERROR:
      return 3;
    case TL_SEVERITY_QUERY:
      return 2;
    case TL_SEVERITY_ADVICE:
    default:
      return 1;
    }
}

static void
ask_checks (TlLensAnswers *self)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");
  guint n = self->checks != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->checks)) : 0;
  g_autoptr (GHashTable) worst = g_hash_table_new (g_str_hash, g_str_equal);

  add_fixed (self, checks, G_N_ELEMENTS (checks));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlCheckProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->checks), i);
      const char *id = tl_check_problem_get_record_id (problem);
      guint position = get_position (tl_check_problem_get_severity (problem));

      /* The list keeps the problem, and the problem its id. */
      if (id != NULL && !tl_check_problem_get_dismissed (problem)
          && position > GPOINTER_TO_UINT (g_hash_table_lookup (worst, id)))
        g_hash_table_insert (worst, (gpointer) id, GUINT_TO_POINTER (position));
    }
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);

      give (self, factor, GPOINTER_TO_UINT (g_hash_table_lookup (worst, tl_record_get_id (factor))));
    }
}

void
tl_lens_answer_free (TlLensAnswer *self)
{
  g_free (self->mark);
  g_free (self->title);
  g_free (self);
}

/**
 * tl_lens_answers_find:
 *
 * Asks all factors of the review, one answer each.
 */
void
tl_lens_answers_find (TlLensAnswers *self,
                      TlLensKind     kind)
{
  switch (kind)
    {
    case TL_LENS_EVIDENCE:
      ask_evidence (self);
      break;
    case TL_LENS_CERTAINTY:
      ask_choice (self, "certainty", certainty, G_N_ELEMENTS (certainty));
      break;
    case TL_LENS_TAGS:
      ask_tags (self);
      break;
    case TL_LENS_CATEGORIES:
      ask_categories (self);
      break;
    case TL_LENS_AGENCY:
      ask_agency (self);
      break;
    case TL_LENS_INFLUENCE:
      ask_choice (self, "influence", influence, G_N_ELEMENTS (influence));
      break;
    case TL_LENS_CHECKS:
      ask_checks (self);
      break;
    case TL_LENS_NONE:
    default:
      break;
    }
}
