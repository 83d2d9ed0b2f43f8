/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which table a release is to have next: what is counted and by what it is divided. Of which reviews is the question
 * that all pages share. The button does "release.add-table". */
#include "config.h"

#include "ui/library/tl-release-form.h"

#include <glib/gi18n.h>

#include "model/questions/tl-chains.h"
#include "ui/widgets/tl-label-button.h"

struct _TlReleaseForm
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  AdwComboRow *kind;
  AdwComboRow *by;
  AdwComboRow *rows;
  AdwComboRow *length;
  GtkEditable *pattern;
  GtkSwitch   *tested;
  GtkWidget   *tested_row;
};

G_DEFINE_FINAL_TYPE (TlReleaseForm, tl_release_form, ADW_TYPE_BIN)

static const struct {
  TlAskedKind kind;
  const char   *label;
} kinds[] = {
  { TL_ASKED_THEMES, N_("Themes") },
  { TL_ASKED_PAIRS, N_("Codes that occur together") },
  { TL_ASKED_CHAINS, N_("Chains of codes") },
  { TL_ASKED_RECURRING, N_("Sub-graphs that recur") },
  { TL_ASKED_NATIONAL, N_("Findings for national guidance") },
  { TL_ASKED_MERGED, N_("One map of all reviews") },
};

/* What themes are divided by, and where two at once can be: what each review has one of. */
static const struct {
  TlFacet     facet;
  const char *label;
} facets[] = {
  { TL_FACET_NONE, N_("Nothing") },         { TL_FACET_YEAR, N_("Year") },
  { TL_FACET_REGION, N_("Region") },        { TL_FACET_METHOD, N_("Method") },
  { TL_FACET_TYPE, N_("Type of review") },  { TL_FACET_LEVEL, N_("Level") },
  { TL_FACET_AGENCY, N_("Type of agency") }, { TL_FACET_AGE, N_("Age of a child") },
};

#define N_PARTITIONS 5

static TlAskedKind
get_kind (TlReleaseForm *self)
{
  return kinds[MIN (adw_combo_row_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)].kind;
}

static TlFacet
get_facet (AdwComboRow *row)
{
  return facets[MIN (adw_combo_row_get_selected (row), G_N_ELEMENTS (facets) - 1)].facet;
}

/* Callbacks */

static void
chosen_cb (TlReleaseForm *self)
{
  TlAskedKind kind = get_kind (self);
  TlFacet by = get_facet (self->by);
  gboolean crosses = kind == TL_ASKED_THEMES && by != TL_FACET_NONE && tl_facet_is_partition (by);

  gtk_widget_set_visible (GTK_WIDGET (self->by), kind == TL_ASKED_THEMES);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), crosses);
  gtk_widget_set_visible (GTK_WIDGET (self->length), kind == TL_ASKED_CHAINS);
  gtk_widget_set_visible (GTK_WIDGET (self->pattern), kind == TL_ASKED_CHAINS);
  gtk_widget_set_visible (self->tested_row, kind > TL_ASKED_PAIRS);
}

/* GObject overrides */

static void
tl_release_form_class_init (TlReleaseFormClass *klass)
{
}

static AdwComboRow *
add_choice (TlReleaseForm *self,
            GtkWidget     *group,
            const char    *title,
            GtkStringList *labels) /* (transfer full) */
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_object_unref (labels);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return ADW_COMBO_ROW (row);
}

static GtkStringList *
list_kinds (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, _(kinds[i].label));
  return labels;
}

static GtkStringList *
list_facets (guint n)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, _(facets[i].label));
  return labels;
}

static GtkStringList *
list_lengths (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("As many as recur"));
  for (guint i = 1; i <= TL_CHAINS_MAX_LENGTH; i++)
    {
      g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", i), i);

      gtk_string_list_append (labels, label);
    }
  return labels;
}

static void
add_tested (TlReleaseForm *self,
            GtkWidget     *group)
{
  self->tested_row = adw_action_row_new ();
  self->tested = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->tested_row), _("Only tested links"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->tested_row), _("For which a counterfactual test speaks"));
  gtk_widget_set_valign (GTK_WIDGET (self->tested), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->tested_row), GTK_WIDGET (self->tested));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->tested_row), GTK_WIDGET (self->tested));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->tested_row);
}

static void
tl_release_form_init (TlReleaseForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = tl_label_button_new (_("A_dd This Table"));
  GtkWidget *pattern = adw_entry_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Add a Table"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Of the reviews that are chosen above. What is made of texts can’t be released: gaps, findings like one, what "
        "a search finds."));
  self->kind = add_choice (self, group, _("What is counted"), list_kinds ());
  self->by = add_choice (self, group, _("Divided by"), list_facets (G_N_ELEMENTS (facets)));
  self->rows = add_choice (self, group, _("And by"), list_facets (N_PARTITIONS));
  self->length = add_choice (self, group, _("How long"), list_lengths ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (pattern), _("This chain only, as in MS.3 > * > RI.2"));
  self->pattern = GTK_EDITABLE (pattern);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), pattern);
  add_tested (self, group);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "release.add-table");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), add);
  adw_bin_set_child (ADW_BIN (self), box);
  chosen_cb (self);
}

/**
 * tl_release_form_new:
 *
 * Returns: (transfer floating): a form of themes of all reviews together
 */
GtkWidget *
tl_release_form_new (void)
{
  return g_object_new (TL_TYPE_RELEASE_FORM, NULL);
}

/**
 * tl_release_form_dup_question:
 * @population: of which reviews
 *
 * Returns: (transfer full): the question that is chosen
 */
TlAsked *
tl_release_form_dup_question (TlReleaseForm      *self,
                              const TlPopulation *population)
{
  g_return_val_if_fail (TL_IS_RELEASE_FORM (self) && population != NULL, NULL);

  TlAsked question = { .kind = get_kind (self), .population = *population };
  const char *pattern = gtk_editable_get_text (self->pattern);

  question.population.version = NULL;
  if (question.kind == TL_ASKED_THEMES)
    question.by = get_facet (self->by);
  if (gtk_widget_get_visible (GTK_WIDGET (self->rows)) && get_facet (self->rows) != question.by)
    question.rows = get_facet (self->rows);
  if (question.rows != TL_FACET_NONE)
    question.kind = TL_ASKED_CUBE;
  if (question.kind == TL_ASKED_CHAINS)
    {
      question.length = adw_combo_row_get_selected (self->length);
      question.pattern = pattern[0] != '\0' ? (char *) pattern : NULL;
    }
  if (question.kind > TL_ASKED_PAIRS)
    {
      question.population.across = FALSE;
      question.tested = gtk_switch_get_active (self->tested);
    }
  return tl_asked_copy (&question);
}

/**
 * tl_release_form_choose:
 * @kind: what is counted
 * @by: by what it is divided
 * @rows: by what else
 *
 * Chooses a table, as a person does.
 */
void
tl_release_form_choose (TlReleaseForm *self,
                        TlAskedKind  kind,
                        TlFacet        by,
                        TlFacet        rows)
{
  g_return_if_fail (TL_IS_RELEASE_FORM (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      adw_combo_row_set_selected (self->kind, i);
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      if (facets[i].facet == by)
        adw_combo_row_set_selected (self->by, i);
      if (facets[i].facet == rows && i < N_PARTITIONS)
        adw_combo_row_set_selected (self->rows, i);
    }
}
