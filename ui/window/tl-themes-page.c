/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The themes of a library: the columns at the top, the table beneath, what the chosen code means at the side. */
#include "config.h"

#include "ui/window/tl-themes-page.h"

#include <glib/gi18n.h>

#include "model/typology/tl-typology.h"
#include "ui/charts/tl-themes-chart.h"
#include "ui/charts/tl-themes-copy.h"
#include "ui/library/tl-enquiry.h"
#include "ui/library/tl-question-page.h"
#include "ui/typology/tl-code-details.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-report.h"

struct _TlThemesPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkDropDown   *by;
  TlThemesChart *chart;
  TlCodeDetails *details;

  TlEnquiry *enquiry; /* owned */
};

static void question_page_init (TlQuestionPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlThemesPage, tl_themes_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_QUESTION_PAGE, question_page_init))

/* The columns that can be chosen. */
static const struct {
  TlFacet     facet;
  const char *label;
} columns[] = {
  { TL_FACET_NONE, N_("All reviews together") },  { TL_FACET_YEAR, N_("By year") },
  { TL_FACET_REGION, N_("By region") },           { TL_FACET_LEVEL, N_("By level") },
  { TL_FACET_AGENCY, N_("By type of agency") },   { TL_FACET_AGE, N_("By age of a child") },
  { TL_FACET_TYPE, N_("By type of review") },     { TL_FACET_METHOD, N_("By method") },
};

/* The enquiry */

static gpointer
dup_facet (GtkWidget *widget)
{
  TlFacet facet = columns[gtk_drop_down_get_selected (TL_THEMES_PAGE (widget)->by)].facet;

  return g_memdup2 (&facet, sizeof facet);
}

static gpointer
count (TlLibrary           *library,
       const TlAnswerTerms *terms,
       gpointer             facet,
       GCancellable        *cancellable,
       GError             **error)
{
  TlThemesQuery query = {
    .population = *terms->population,
    .by = *(const TlFacet *) facet,
    .threshold = terms->threshold,
    .internal = terms->internal,
  };

  return tl_library_themes (library, &query, error);
}

/* An old answer beneath a new question would be read as its answer. */
static void
show (GtkWidget    *widget,
      gpointer      themes,
      const GError *error)
{
  tl_themes_chart_set_themes (TL_THEMES_PAGE (widget)->chart, themes);
  if (error != NULL)
    tl_report_error (widget, error);
  tl_question_page_answered (TL_QUESTION_PAGE (widget));
}

static const TlEnquiryKind themes_enquiry = {
  .dup_asked = dup_facet,
  .free_asked = g_free,
  .ask = count,
  .free_answer = (GDestroyNotify) tl_themes_free,
  .show = show,
};

/* Callbacks */

static void
facet_chosen_cb (TlThemesPage *self)
{
  tl_enquiry_renew (self->enquiry);
}

static void
code_chosen_cb (TlThemesPage *self)
{
  const char *code = tl_themes_chart_get_code (self->chart);
  g_autoptr (TlCode) found = code != NULL ? tl_typologies_find_code (code) : NULL;

  tl_code_details_set_code (self->details, found);
}

/* GObject overrides */

static void
tl_themes_page_dispose (GObject *object)
{
  g_clear_object (&TL_THEMES_PAGE (object)->enquiry);
  G_OBJECT_CLASS (tl_themes_page_parent_class)->dispose (object);
}

static void
tl_themes_page_class_init (TlThemesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_themes_page_dispose;
}

static gboolean
has_answer (TlQuestionPage *page)
{
  return tl_themes_page_get_themes (TL_THEMES_PAGE (page)) != NULL;
}

static char *
dup_csv (TlQuestionPage *page)
{
  return tl_themes_dup_csv (tl_themes_page_get_themes (TL_THEMES_PAGE (page)));
}

static GdkContentProvider *
dup_content (TlQuestionPage *page)
{
  g_autoptr (TlTableCopy) copy = tl_themes_copy_new (tl_themes_page_get_themes (TL_THEMES_PAGE (page)));

  return tl_table_copy_new_content (copy);
}

static void
question_page_init (TlQuestionPageInterface *iface)
{
  iface->has_answer = has_answer;
  iface->dup_csv = dup_csv;
  iface->dup_content = dup_content;
}

static GtkWidget *
make_options (TlThemesPage *self)
{
  GtkWidget *options = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Colu_mns"));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_string_list_append (labels, _(columns[i].label));
  self->by = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->by));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->by), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_add_css_class (options, "themes-options");
  gtk_box_append (GTK_BOX (options), label);
  gtk_box_append (GTK_BOX (options), GTK_WIDGET (self->by));
  return options;
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *copy = tl_label_button_new (_("_Copy as Table"));
  GtkWidget *csv = tl_label_button_new (_("_Export as CSV…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "win.copy-table");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (csv), "win.export");
  gtk_widget_add_css_class (tools, "themes-tools");
  gtk_box_append (GTK_BOX (tools), copy);
  gtk_box_append (GTK_BOX (tools), csv);
  return tools;
}

static GtkWidget *
make_page (TlThemesPage *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->chart = TL_THEMES_CHART (tl_themes_chart_new ());
  self->details = TL_CODE_DETAILS (tl_code_details_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->details));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (side), scrolled);
  gtk_box_append (GTK_BOX (side), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (side), make_tools ());
  gtk_widget_set_size_request (side, 260, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->chart));
  gtk_paned_set_end_child (GTK_PANED (paned), side);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);

  gtk_box_append (GTK_BOX (page), make_options (self));
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (page), paned);
  return page;
}

static void
tl_themes_page_init (TlThemesPage *self)
{
  adw_bin_set_child (ADW_BIN (self), make_page (self));
  g_signal_connect_object (self->chart, "notify::code", G_CALLBACK (code_chosen_cb), self, G_CONNECT_SWAPPED);
  code_chosen_cb (self);
}

/**
 * tl_themes_page_new:
 * @question: what is asked
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_themes_page_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlThemesPage *self = g_object_new (TL_TYPE_THEMES_PAGE, NULL);

  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &themes_enquiry);
  g_signal_connect_object (self->by, "notify::selected", G_CALLBACK (facet_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_themes_page_choose_columns:
 * @facet: by what the reviews are divided
 */
void
tl_themes_page_choose_columns (TlThemesPage *self,
                               TlFacet       facet)
{
  g_return_if_fail (TL_IS_THEMES_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].facet == facet)
      gtk_drop_down_set_selected (self->by, i);
}

/**
 * tl_themes_page_get_themes:
 *
 * Returns: (transfer none) (nullable): the last answer, until the next
 */
const TlThemes *
tl_themes_page_get_themes (TlThemesPage *self)
{
  g_return_val_if_fail (TL_IS_THEMES_PAGE (self), NULL);
  return tl_themes_chart_get_themes (self->chart);
}
