/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The themes of a library: by what they are divided at the top, a table or small charts beneath, and at the side what
 * the chosen code means and which reviews stand behind it. */
#include "config.h"

#include "ui/window/tl-themes-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-chart-image.h"
#include "model/typology/tl-typology.h"
#include "ui/charts/tl-themes-chart.h"
#include "ui/charts/tl-themes-copy.h"
#include "ui/library/tl-codes-behind.h"
#include "ui/library/tl-enquiry.h"
#include "ui/library/tl-question-page.h"
#include "ui/typology/tl-code-details.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wrap-layout.h"

struct _TlThemesPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkDropDown   *by;
  GtkWidget     *forms;  /* of showing several columns */
  GtkWidget     *table;  /* one of them */
  GtkWidget     *charts; /* the other */
  TlThemesChart *chart;
  TlCodeDetails *details;
  TlCodesBehind *behind;

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
form_chosen_cb (TlThemesPage    *self,
                GtkToggleButton *button)
{
  tl_themes_chart_set_as_multiples (self->chart, gtk_toggle_button_get_active (button));
}

static void
facet_chosen_cb (TlThemesPage *self)
{
  gtk_widget_set_sensitive (self->forms, gtk_drop_down_get_selected (self->by) > 0);
  tl_enquiry_renew (self->enquiry);
}

static void
code_chosen_cb (TlThemesPage *self)
{
  const char *code = tl_themes_chart_get_code (self->chart);
  g_autoptr (TlCode) found = code != NULL ? tl_typologies_find_code (code) : NULL;

  tl_code_details_set_code (self->details, found);
  tl_codes_behind_set_codes (self->behind, code, NULL);
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

static GBytes *
make_image (TlQuestionPage   *page,
            TlPictureFormat   format,
            GError          **error)
{
  const TlThemes *themes = tl_themes_page_get_themes (TL_THEMES_PAGE (page));
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_themes (themes, 0, themes->n_rows, 0);

  return tl_chart_image_make (image, format, error);
}

static gboolean
tell (TlQuestionPage *page,
      TlAsked        *asked)
{
  TlThemesPage *self = TL_THEMES_PAGE (page);

  asked->kind = TL_ASKED_THEMES;
  asked->by = columns[gtk_drop_down_get_selected (self->by)].facet;
  asked->shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->charts)) ? TL_ASKED_SHOWN_CHARTS : 0;
  return TRUE;
}

static gboolean
ask (TlQuestionPage *page,
     const TlAsked  *asked)
{
  TlThemesPage *self = TL_THEMES_PAGE (page);
  gboolean as_charts = (asked->shown & TL_ASKED_SHOWN_CHARTS) != 0;

  if (asked->kind != TL_ASKED_THEMES)
    return FALSE;
  tl_themes_page_choose_columns (self, asked->by);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (as_charts ? self->charts : self->table), TRUE);
  return TRUE;
}

static void
question_page_init (TlQuestionPageInterface *iface)
{
  iface->has_answer = has_answer;
  iface->dup_csv = dup_csv;
  iface->dup_content = dup_content;
  iface->make_image = make_image;
  iface->tell = tell;
  iface->ask = ask;
}

static GtkWidget *
make_forms (TlThemesPage *self)
{
  GtkWidget *forms = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *table = gtk_toggle_button_new_with_label (_("Table"));
  GtkWidget *charts = gtk_toggle_button_new_with_label (_("Small charts"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (table), TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (charts), GTK_TOGGLE_BUTTON (table));
  gtk_widget_set_tooltip_text (charts, _("One chart a theme, all on one scale"));
  g_signal_connect_object (charts, "toggled", G_CALLBACK (form_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (forms, "linked");
  gtk_widget_set_sensitive (forms, FALSE);
  gtk_box_append (GTK_BOX (forms), table);
  gtk_box_append (GTK_BOX (forms), charts);
  self->forms = forms;
  self->table = table;
  self->charts = charts;
  return forms;
}

static void
add_tool (GtkWidget  *options,
          const char *label,
          const char *action)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (options), button);
}

static GtkWidget *
make_options (TlThemesPage *self)
{
  GtkWidget *options = tl_wrap_box_new (6);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_string_list_append (labels, _(columns[i].label));
  self->by = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL));
  gtk_widget_add_css_class (options, "themes-options");
  gtk_box_append (GTK_BOX (options), tl_drop_down_with_label (self->by, _("Colu_mns")));
  gtk_box_append (GTK_BOX (options), make_forms (self));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (options), TRUE);
  gtk_widget_set_halign (gtk_widget_get_last_child (options), GTK_ALIGN_START);
  add_tool (options, _("_Copy as Table"), "win.copy-table");
  add_tool (options, _("_Export as CSV…"), "win.export");
  return options;
}

static GtkWidget *
make_page (TlThemesPage *self,
           TlQuestion   *question)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *side = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->chart = TL_THEMES_CHART (tl_themes_chart_new ());
  self->details = TL_CODE_DETAILS (tl_code_details_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->details));
  self->behind = TL_CODES_BEHIND (tl_codes_behind_new (question));
  gtk_paned_set_start_child (GTK_PANED (side), scrolled);
  gtk_paned_set_end_child (GTK_PANED (side), GTK_WIDGET (self->behind));
  gtk_widget_set_size_request (side, 280, -1);
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

  adw_bin_set_child (ADW_BIN (self), make_page (self, question));
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &themes_enquiry);
  g_signal_connect_object (self->chart, "notify::code", G_CALLBACK (code_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->by, "notify::selected", G_CALLBACK (facet_chosen_cb), self, G_CONNECT_SWAPPED);
  code_chosen_cb (self);
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
 * tl_themes_page_show_charts:
 *
 * Shows a small chart for each code, where there are several columns, instead of a table.
 */
void
tl_themes_page_show_charts (TlThemesPage *self)
{
  g_return_if_fail (TL_IS_THEMES_PAGE (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->charts), TRUE);
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
