/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains: all that recur, or one that is looked for; as a flow, in a table, and at the side the reviews behind the one
 * that is chosen. */
#include "config.h"

#include "ui/window/tl-chains-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-chart-image.h"
#include "ui/charts/tl-answer-table.h"
#include "ui/charts/tl-flow-chart.h"
#include "ui/library/tl-chain-behind.h"
#include "ui/library/tl-enquiry.h"
#include "ui/library/tl-pattern-editor.h"
#include "ui/library/tl-question-page.h"
#include "ui/library/tl-question-panes.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wrap-layout.h"

/* Links of a chain, where nothing else is asked for. */
#define USUAL_LENGTH 2

/* Pixels of the flow, which scrolls. */
#define MIN_HEIGHT 120

/* What chance gives is drawn with this, as on the command line. */
#define SEED 1

struct _TlChainsPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkDropDown     *what;
  GtkCheckButton  *tested;
  GtkCheckButton  *all;
  TlPatternEditor *editor;
  TlFlowChart     *chart;
  TlAnswerTable   *table;
  TlChainBehind   *behind;
  TlFootnote      *caption;

  /* Owned */
  TlQuestion *question;
  TlEnquiry  *enquiry;
  TlChains   *chains; /* NULL while there is no answer */
  gboolean    patterned; /* they are those of a pattern */
};

static void question_page_init (TlQuestionPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlChainsPage, tl_chains_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_QUESTION_PAGE, question_page_init))

/* What is asked, in the order of the drop-down: chains of so many links, and last one pattern. */
static const char *const whats[] = {
  N_("Chains of 1 link that recur"),  N_("Chains of 2 links that recur"), N_("Chains of 3 links that recur"),
  N_("Chains of 4 links that recur"), N_("One chain"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (whats) == TL_CHAINS_MAX_LENGTH + 1);

static gboolean
is_patterned (TlChainsPage *self)
{
  return gtk_drop_down_get_selected (self->what) == TL_CHAINS_MAX_LENGTH;
}

/* The enquiry */

static void
query_free (gpointer data)
{
  TlChainsQuery *query = data;

  g_free ((char *) query->pattern);
  g_free (query);
}

static gpointer
dup_query (GtkWidget *widget)
{
  TlChainsPage *self = TL_CHAINS_PAGE (widget);
  TlChainsQuery *query = g_new0 (TlChainsQuery, 1);

  query->pattern = is_patterned (self) ? tl_pattern_editor_dup_pattern (self->editor) : NULL;
  query->length = is_patterned (self) ? 0 : gtk_drop_down_get_selected (self->what) + 1;
  query->tested = gtk_check_button_get_active (self->tested);
  query->all = gtk_check_button_get_active (self->all);
  query->seed = SEED;
  return query;
}

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              data,
     GCancellable         *cancellable,
     GError              **error)
{
  TlChainsQuery query = *(const TlChainsQuery *) data;

  query.population = *terms->population;
  query.threshold = terms->threshold;
  query.internal = terms->internal;
  return tl_library_chains (library, &query, cancellable, error);
}

static void
show (GtkWidget    *widget,
      gpointer      answer,
      const GError *error)
{
  TlChainsPage *self = TL_CHAINS_PAGE (widget);
  TlChains *chains = answer;
  g_autoptr (GListModel) lines = chains != NULL ? tl_answer_lines_of_chains (chains) : NULL;

  if (error != NULL)
    tl_report_error (widget, error);
  tl_flow_chart_set_chains (self->chart, chains);
  /* Where there is nothing to draw the table, which says so, has all the room. */
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->chart), GTK_TYPE_SCROLLED_WINDOW),
                          lines != NULL && g_list_model_get_n_items (lines) > 0);
  g_clear_pointer (&self->chains, tl_chains_free);
  self->chains = chains;
  self->patterned = is_patterned (self);
  tl_answer_table_set_answer (self->table, lines, chains != NULL ? chains->caption : NULL,
                              chains != NULL ? chains->note : NULL);
  tl_footnote_set (self->caption, chains != NULL ? chains->caption : NULL, chains != NULL ? chains->note : NULL);
  if (chains != NULL && self->patterned)
    tl_answer_table_choose (self->table, 0);
  tl_question_page_answered (TL_QUESTION_PAGE (self));
}

static const TlEnquiryKind chains_enquiry = {
  .takes_long = TRUE,
  .dup_asked = dup_query,
  .free_asked = query_free,
  .ask = ask,
  .free_answer = (GDestroyNotify) tl_chains_free,
  .show = show,
};

/* Choosing */

/* A chain of the list is of just its codes, one that was looked for is as it was asked. */
static void
show_behind (TlChainsPage *self,
             int           chosen)
{
  gboolean any = self->chains != NULL && chosen >= 0 && chosen < (int) self->chains->n_chains;
  const TlChain *chain = any ? &self->chains->chains[chosen] : NULL;
  g_autofree char *pattern = NULL;

  if (chain != NULL)
    pattern = self->patterned ? g_strjoinv (" > ", chain->path)
                              : tl_chain_behind_dup_pattern ((const char *const *) chain->path);
  tl_chain_behind_set_pattern (self->behind, pattern, gtk_check_button_get_active (self->tested));
}

/* Callbacks */

static void
asked_cb (TlChainsPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->editor), is_patterned (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), !is_patterned (self));
  tl_enquiry_renew (self->enquiry);
}

static void
typology_cb (TlChainsPage *self)
{
  TlAnswerTerms terms;

  tl_question_get_terms (self->question, &terms);
  tl_pattern_editor_set_typology (self->editor, terms.population->typology);
}

static void
ribbon_chosen_cb (TlChainsPage *self)
{
  if (tl_flow_chart_get_chosen (self->chart) >= 0)
    tl_answer_table_choose (self->table, tl_flow_chart_get_chosen (self->chart));
}

static void
line_chosen_cb (TlChainsPage *self)
{
  int chosen = tl_answer_table_get_chosen (self->table);

  tl_flow_chart_choose (self->chart, chosen);
  show_behind (self, chosen);
}

/* GObject overrides */

static void
tl_chains_page_dispose (GObject *object)
{
  TlChainsPage *self = TL_CHAINS_PAGE (object);

  g_clear_object (&self->enquiry);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_chains_page_parent_class)->dispose (object);
}

static void
tl_chains_page_finalize (GObject *object)
{
  g_clear_pointer (&TL_CHAINS_PAGE (object)->chains, tl_chains_free);
  G_OBJECT_CLASS (tl_chains_page_parent_class)->finalize (object);
}

static void
tl_chains_page_class_init (TlChainsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_chains_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_chains_page_finalize;
}

static gboolean
has_answer (TlQuestionPage *page)
{
  return TL_CHAINS_PAGE (page)->chains != NULL;
}

static char *
dup_csv (TlQuestionPage *page)
{
  return tl_chains_dup_csv (TL_CHAINS_PAGE (page)->chains);
}

static GdkContentProvider *
dup_content (TlQuestionPage *page)
{
  return tl_answer_table_dup_content (TL_CHAINS_PAGE (page)->table);
}

static GBytes *
make_image (TlQuestionPage   *page,
            TlPictureFormat   format,
            GError          **error)
{
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_chains (TL_CHAINS_PAGE (page)->chains);

  return tl_chart_image_make (image, format, error);
}

static gboolean
tell (TlQuestionPage *page,
      TlAsked        *asked)
{
  TlChainsPage *self = TL_CHAINS_PAGE (page);

  asked->kind = TL_ASKED_CHAINS;
  asked->pattern = is_patterned (self) ? tl_pattern_editor_dup_pattern (self->editor) : NULL;
  asked->length = is_patterned (self) ? 0 : gtk_drop_down_get_selected (self->what) + 1;
  asked->tested = gtk_check_button_get_active (self->tested);
  asked->all = !is_patterned (self) && gtk_check_button_get_active (self->all);
  return TRUE;
}

static gboolean
ask_for (TlQuestionPage *page,
         const TlAsked  *asked)
{
  TlChainsPage *self = TL_CHAINS_PAGE (page);
  guint length = asked->length > 0 ? asked->length : USUAL_LENGTH;

  if (asked->kind != TL_ASKED_CHAINS || asked->min > 0
      || (asked->pattern != NULL && !tl_pattern_editor_set_pattern (self->editor, asked->pattern)))
    return FALSE;
  gtk_drop_down_set_selected (self->what, asked->pattern != NULL ? TL_CHAINS_MAX_LENGTH : length - 1);
  gtk_check_button_set_active (self->tested, asked->tested);
  gtk_check_button_set_active (self->all, asked->all);
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
  iface->ask = ask_for;
}

static GtkWidget *
make_options (TlChainsPage *self)
{
  GtkWidget *options = tl_wrap_box_new (12);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    gtk_string_list_append (labels, _(whats[i]));
  self->what = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL));
  gtk_drop_down_set_selected (self->what, USUAL_LENGTH - 1);
  self->tested = GTK_CHECK_BUTTON (tl_tested_check_new ());
  self->all = GTK_CHECK_BUTTON (tl_label_check_new (_("Also what _chance gives")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->all), _("List chains too that chance would give as often"));
  gtk_widget_add_css_class (options, "page-options");
  gtk_box_append (GTK_BOX (options), tl_drop_down_with_label (self->what, _("_Look for")));
  gtk_box_append (GTK_BOX (options), GTK_WIDGET (self->tested));
  gtk_box_append (GTK_BOX (options), GTK_WIDGET (self->all));
  return options;
}

static GtkWidget *
make_body (TlChainsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->chart));
  gtk_widget_set_size_request (scrolled, -1, MIN_HEIGHT);
  self->caption = TL_FOOTNOTE (tl_footnote_new (tl_question_panes_new (scrolled, GTK_WIDGET (self->table),
                                                                       GTK_WIDGET (self->behind), FALSE)));
  return GTK_WIDGET (self->caption);
}

static void
tl_chains_page_init (TlChainsPage *self)
{
  self->editor = TL_PATTERN_EDITOR (tl_pattern_editor_new ());
  self->chart = TL_FLOW_CHART (tl_flow_chart_new ());
  self->table = TL_ANSWER_TABLE (tl_answer_table_new (_("Chain")));
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
}

/**
 * tl_chains_page_new:
 * @question: what is asked
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_chains_page_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlChainsPage *self = g_object_new (TL_TYPE_CHAINS_PAGE, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->question = g_object_ref (question);
  self->behind = TL_CHAIN_BEHIND (tl_chain_behind_new (question, _("Choose a chain to see the reviews behind it.")));
  gtk_box_append (GTK_BOX (page), make_options (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->editor));
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (page), make_body (self));
  adw_bin_set_child (ADW_BIN (self), page);

  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &chains_enquiry);
  typology_cb (self);
  g_signal_connect_object (question, "changed", G_CALLBACK (typology_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tested, "toggled", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "notify::chosen", G_CALLBACK (ribbon_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::chosen", G_CALLBACK (line_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_chains_page_get_chains:
 *
 * Returns: (transfer none) (nullable): the last answer, until the next
 */
const TlChains *
tl_chains_page_get_chains (TlChainsPage *self)
{
  g_return_val_if_fail (TL_IS_CHAINS_PAGE (self), NULL);
  return self->chains;
}

/**
 * tl_chains_page_look_for:
 * @from: a code, "" for any
 * @to: a code, likewise
 *
 * Looks for the chain from the one to the other.
 *
 * Returns: whether there are such codes
 */
gboolean
tl_chains_page_look_for (TlChainsPage *self,
                         const char   *from,
                         const char   *to)
{
  g_return_val_if_fail (TL_IS_CHAINS_PAGE (self), FALSE);

  gtk_drop_down_set_selected (self->what, TL_CHAINS_MAX_LENGTH);
  return tl_pattern_editor_set_step (self->editor, 0, from, "") && tl_pattern_editor_set_step (self->editor, 1, to, "");
}
