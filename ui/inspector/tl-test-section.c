/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A claim held against a question in plain words: would the effect have happened without the cause, do the causes of a
 * factor suffice. The question is made of the statements as they stand, unless somebody worded it anew; the answer, the
 * reason for it and who gave it stand beneath. */
#include "config.h"

#include "ui/inspector/tl-test-section.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-field-group.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-graph-wording.h"

#define MAX_FIELDS 4

/*
 * @kind: name of the kind whose records are tested
 * @title: translatable
 * @fields: the answer first, then what is seen once there is one
 * @aside: (nullable): a field that is seen only when it is filled or asked for
 * @rule: (nullable): whether the method wants the test; without it records of the kind are always offered it
 * @dup_question: what is asked
 * @dup_description: (nullable): what is judged
 */
struct _TlTest
{
  const char *kind;
  const char *title;
  const char *fields[MAX_FIELDS];
  const char *aside;
  gboolean  (*is_wanted)       (TlMethod *method);
  char     *(*dup_question)    (TlReview *review,
                                TlMethod *method,
                                TlRecord *record);
  char     *(*dup_description) (TlReview *review,
                                TlRecord *record);
};

struct _TlTestSection
{
  AdwBin parent_instance;

  const TlTest *test;
  TlReview     *review; /* owned */
  TlMethod     *method; /* owned, or NULL */
  TlRecord     *record; /* owned */

  GtkWidget *group;
  GtkWidget *answer;
};

G_DEFINE_FINAL_TYPE (TlTestSection, tl_test_section, ADW_TYPE_BIN)

/* Counterfactual */

static const char *
get_statement (TlReview   *review,
               TlRecord   *link,
               const char *end)
{
  TlRecord *factor = tl_review_lookup (review, tl_record_get_text (link, end));
  return factor != NULL ? tl_graph_wording_statement (factor) : "";
}

/* Where links have signs, the method's own question is what the sign answers. */
static char *
dup_counterfactual (TlReview *review,
                    TlMethod *method,
                    TlRecord *link)
{
  const char *own = tl_record_get_text (link, "test_question");
  const char *cause = get_statement (review, link, "cause");
  const char *effect = get_statement (review, link, "effect");
  char *asked = NULL;

  if (own != NULL)
    return g_strdup (own);
  if (method != NULL && !tl_method_has_rule (method, TL_RULE_SIGN_REQUIRED))
    asked = tl_method_dup_test_question (method, cause, effect);
  /* Translators: the statements of the cause and of the effect */
  return asked != NULL ? asked : g_strdup_printf (_("Had “%s” not been so, would “%s” still have happened?"), cause,
                                                  effect);
}

const TlTest tl_test_counterfactual = {
  .kind = "link",
  .title = N_("Had it been otherwise"),
  .fields = { "test_answer", "test_reason", "tested_by", NULL },
  .aside = "test_question",
  .dup_question = dup_counterfactual,
};

/* Completeness */

static gboolean
wants_completeness (TlMethod *method)
{
  return method != NULL && tl_method_has_rule (method, TL_RULE_COMPLETENESS_REQUIRED);
}

static char *
dup_sufficient (TlReview *review,
                TlMethod *method,
                TlRecord *factor)
{
  return g_strdup_printf (_("With its causes as they were, was “%s” bound to come about?"),
                          tl_graph_wording_statement (factor));
}

/* (transfer full): the causes that are held, one a line */
static char *
dup_causes (TlReview *review,
            TlRecord *factor)
{
  g_autoptr (GPtrArray) links = tl_review_get_referrers (review, tl_record_get_id (factor), "link", "effect");
  GString *causes = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      TlRecord *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (tl_record_get_text (link, "state"), "rejected") != 0)
        g_string_append_printf (causes, "\n• %s", get_statement (review, link, "cause"));
    }
  if (causes->len == 0)
    g_string_append (causes, _("No causes are given yet. Where the search stops here, the reason can be said."));
  else
    g_string_prepend (causes, _("What is judged:"));
  return g_string_free (causes, FALSE);
}

const TlTest tl_test_completeness = {
  .kind = "factor",
  .title = N_("Do its causes suffice?"),
  .fields = { "completeness", "completeness_reason", NULL },
  .is_wanted = wants_completeness,
  .dup_question = dup_sufficient,
  .dup_description = dup_causes,
};

/* The section */

static void
refresh (TlTestSection *self)
{
  if (tl_review_lookup (self->review, tl_record_get_id (self->record)) != self->record)
    return;

  g_autofree char *question = self->test->dup_question (self->review, self->method, self->record);
  tl_field_row_set_caption (TL_FIELD_ROW (self->answer), question);

  if (self->test->dup_description != NULL)
    {
      g_autofree char *description = self->test->dup_description (self->review, self->record);
      g_autofree char *escaped = g_markup_escape_text (description, -1);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), escaped);
    }
}

static void
fill (TlTestSection *self)
{
  TlFieldGroup *group = TL_FIELD_GROUP (tl_field_group_new (self->review, self->record));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(self->test->title));
  self->answer = tl_field_group_add (group, self->test->fields[0], TL_FIELD_SHOWN_ALWAYS);
  gtk_widget_add_css_class (self->answer, "asks");
  for (guint i = 1; self->test->fields[i] != NULL; i++)
    tl_field_group_add (group, self->test->fields[i], TL_FIELD_SHOWN_WITH_FIRST);
  if (self->test->aside != NULL)
    tl_field_group_add (group, self->test->aside, TL_FIELD_SHOWN_FILLED);
  self->group = GTK_WIDGET (group);
  adw_bin_set_child (ADW_BIN (self), self->group);
}

/* GObject overrides */

static void
tl_test_section_finalize (GObject *object)
{
  TlTestSection *self = TL_TEST_SECTION (object);

  g_clear_object (&self->review);
  g_clear_object (&self->method);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_test_section_parent_class)->finalize (object);
}

static void
tl_test_section_class_init (TlTestSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_test_section_finalize;
}

static void
tl_test_section_init (TlTestSection *self)
{
}

/**
 * tl_test_applies:
 * @test: a test
 * @method: (nullable): the review's method
 * @record: a record
 *
 * Returns: whether @record is held against @test: the method wants it, or somebody answered it already
 */
gboolean
tl_test_applies (const TlTest *test,
                 TlMethod     *method,
                 TlRecord     *record)
{
  g_return_val_if_fail (test != NULL && TL_IS_RECORD (record), FALSE);

  return tl_record_is (record, test->kind)
         && (test->is_wanted == NULL || test->is_wanted (method)
             || tl_record_get_text (record, test->fields[0]) != NULL);
}

/**
 * tl_test_has_field:
 * @test: a test
 * @field: name of a field of the kind that is tested
 *
 * Returns: whether the section of @test shows the field
 */
gboolean
tl_test_has_field (const TlTest *test,
                   const char   *field)
{
  g_return_val_if_fail (test != NULL && field != NULL, FALSE);

  return g_strv_contains (test->fields, field) || g_strcmp0 (test->aside, field) == 0;
}

/**
 * tl_test_section_new:
 * @test: what to hold @record against
 * @review: a review
 * @method: (nullable): its method
 * @record: one of its records, of the kind that @test is about
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
tl_test_section_new (const TlTest *test,
                     TlReview     *review,
                     TlMethod     *method,
                     TlRecord     *record)
{
  g_return_val_if_fail (test != NULL && TL_IS_REVIEW (review) && tl_record_is (record, test->kind), NULL);

  TlTestSection *self = g_object_new (TL_TYPE_TEST_SECTION, NULL);

  self->test = test;
  self->review = g_object_ref (review);
  self->method = method != NULL ? g_object_ref (method) : NULL;
  self->record = g_object_ref (record);
  fill (self);
  refresh (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
