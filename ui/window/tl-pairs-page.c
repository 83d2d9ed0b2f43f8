/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which codes occur in the same reviews, against what chance would give: as a heat map, with the same figures as a
 * table beside it, and what stands behind the pair that is chosen. */
#include "config.h"

#include "ui/window/tl-pairs-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-heat.h"
#include "ui/charts/tl-heat-legend.h"
#include "ui/charts/tl-heat-map.h"
#include "ui/charts/tl-pairs-table.h"
#include "ui/library/tl-codes-behind.h"
#include "ui/library/tl-enquiry.h"
#include "ui/library/tl-question-page.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wrap-layout.h"
#include "ui/widgets/tl-wrapped.h"
#include "ui/widgets/tl-yielding.h"

#define SIDE_WIDTH 510
#define TABLE_HEIGHT 290

/* The answer: pairs, put in order. */
typedef struct {
  TlPairs *pairs;
  TlHeat  *heat; /* of @pairs */
} Arranged;

/* What the page asks. */
typedef struct {
  guint    depth; /* of the codes that have places in the map */
  gboolean by_similarity;
} Arrangement;

struct _TlPairsPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack      *stack;
  GtkDropDown   *tier;
  GtkDropDown   *order;
  TlHeatMap     *map;
  TlPairsTable  *table;
  GtkLabel      *pair_title;
  GtkLabel      *pair_sentence;
  TlCodesBehind *behind;
  TlFootnote    *caption;

  Arranged  *shown;   /* owned; NULL while there is no answer */
  TlEnquiry *enquiry; /* owned */
};

static void question_page_init (TlQuestionPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPairsPage, tl_pairs_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_QUESTION_PAGE, question_page_init))

/* By depth of the codes. */
static const char *const tiers[] = { N_("Categories"), N_("Codes within them") };
static const char *const orders[] = { N_("As the typology has them"), N_("Alike beside alike") };

static void
arranged_free (gpointer data)
{
  Arranged *arranged = data;

  tl_heat_free (arranged->heat);
  tl_pairs_free (arranged->pairs);
  g_free (arranged);
}

/* What is shown */

static void
show_pair (TlPairsPage *self)
{
  g_autofree char *sentence = NULL;
  const TlPair *pair = tl_heat_map_get_pair (self->map, &sentence);
  const TlPairsCode *a = pair != NULL ? &self->shown->pairs->codes[pair->a] : NULL;
  const TlPairsCode *b = pair != NULL ? &self->shown->pairs->codes[pair->b] : NULL;
  g_autofree char *title = pair != NULL ? g_strdup_printf ("%s  %s\n%s  %s", a->notation, a->label, b->notation,
                                                           b->label)
                                        : g_strdup (_("No pair is chosen."));

  gtk_label_set_text (self->pair_title, title);
  gtk_label_set_text (self->pair_sentence, sentence != NULL ? sentence : "");
  tl_codes_behind_set_codes (self->behind, a != NULL ? a->code : NULL, b != NULL ? b->code : NULL);
}

static const TlPair *
find_pair (const TlPairs *pairs,
           const char    *a,
           const char    *b)
{
  for (guint i = 0; i < pairs->n_pairs; i++)
    if (g_strcmp0 (pairs->codes[pairs->pairs[i].a].code, a) == 0
        && g_strcmp0 (pairs->codes[pairs->pairs[i].b].code, b) == 0)
      return &pairs->pairs[i];
  return NULL;
}

/* The same pair stays chosen where there is one. */
static void
show_arranged (TlPairsPage *self,
               Arranged    *arranged) /* (transfer full) (nullable) */
{
  const TlPair *chosen = self->shown != NULL ? tl_heat_map_get_pair (self->map, NULL) : NULL;
  Arranged *old = self->shown;

  self->shown = arranged;
  tl_pairs_table_set_heat (self->table, arranged != NULL ? arranged->heat : NULL);
  tl_heat_map_set_heat (self->map, arranged != NULL ? arranged->heat : NULL);
  if (arranged == NULL)
    tl_footnote_set (self->caption, NULL, NULL);
  else
    {
      const TlPairs *pairs = arranged->pairs;
      const TlPair *pair = chosen != NULL ? find_pair (pairs, old->pairs->codes[chosen->a].code,
                                                       old->pairs->codes[chosen->b].code)
                                          : NULL;

      tl_footnote_set (self->caption, pairs->caption, pairs->note);
      gtk_stack_set_visible_child_name (self->stack, pairs->base == 0 ? "nothing" : "pairs");
      if (pair == NULL || !tl_heat_map_choose (self->map, pair))
        show_pair (self);
    }
  g_clear_pointer (&old, arranged_free);
}

/* The enquiry */

static gpointer
dup_arrangement (GtkWidget *widget)
{
  TlPairsPage *self = TL_PAIRS_PAGE (widget);
  Arrangement *arrangement = g_new (Arrangement, 1);

  *arrangement = (Arrangement) { gtk_drop_down_get_selected (self->tier),
                                 gtk_drop_down_get_selected (self->order) == 1 };
  return arrangement;
}

static gpointer
count (TlLibrary           *library,
       const TlAnswerTerms *terms,
       gpointer             asked,
       GCancellable        *cancellable,
       GError             **error)
{
  const Arrangement *arrangement = asked;
  TlPairsQuery query = {
    .population = *terms->population,
    .threshold = terms->threshold,
    .internal = terms->internal,
  };
  TlPairs *pairs = tl_library_pairs (library, &query, error);

  if (pairs == NULL)
    return NULL;

  Arranged *arranged = g_new (Arranged, 1);

  *arranged = (Arranged) { pairs, tl_heat_new (pairs, arrangement->depth, arrangement->by_similarity) };
  return arranged;
}

static void
show (GtkWidget    *widget,
      gpointer      arranged,
      const GError *error)
{
  show_arranged (TL_PAIRS_PAGE (widget), arranged);
  if (error != NULL)
    tl_report_error (widget, error);
  tl_question_page_answered (TL_QUESTION_PAGE (widget));
}

static const TlEnquiryKind pairs_enquiry = {
  .dup_asked = dup_arrangement,
  .free_asked = g_free,
  .ask = count,
  .free_answer = arranged_free,
  .show = show,
};

/* Callbacks */

static void
arrangement_cb (TlPairsPage *self)
{
  tl_enquiry_renew (self->enquiry);
}

static void
cell_chosen_cb (TlPairsPage *self)
{
  tl_pairs_table_choose (self->table, tl_heat_map_get_pair (self->map, NULL));
  show_pair (self);
}

static void
line_chosen_cb (TlPairsPage *self)
{
  tl_heat_map_choose (self->map, tl_pairs_table_get_pair (self->table));
}

/* TlQuestionPage */

static gboolean
has_answer (TlQuestionPage *page)
{
  return TL_PAIRS_PAGE (page)->shown != NULL;
}

static char *
dup_csv (TlQuestionPage *page)
{
  return tl_pairs_dup_csv (TL_PAIRS_PAGE (page)->shown->pairs);
}

static GdkContentProvider *
dup_content (TlQuestionPage *page)
{
  return tl_pairs_table_dup_content (TL_PAIRS_PAGE (page)->table);
}

static GBytes *
make_image (TlQuestionPage   *page,
            TlPictureFormat   format,
            GError          **error)
{
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_heat (TL_PAIRS_PAGE (page)->shown->heat);

  return tl_chart_image_make (image, format, error);
}

/* By depth of the codes: the first are the categories. The second order is by likeness. */
static gboolean
tell (TlQuestionPage *page,
      TlAsked        *asked)
{
  TlPairsPage *self = TL_PAIRS_PAGE (page);

  asked->kind = TL_ASKED_PAIRS;
  asked->shown = (gtk_drop_down_get_selected (self->tier) == 0 ? TL_ASKED_SHOWN_CATEGORIES : 0)
                 | (gtk_drop_down_get_selected (self->order) == 0 ? TL_ASKED_SHOWN_IN_ORDER : 0);
  return TRUE;
}

static gboolean
ask (TlQuestionPage *page,
     const TlAsked  *asked)
{
  TlPairsPage *self = TL_PAIRS_PAGE (page);

  if (asked->kind != TL_ASKED_PAIRS)
    return FALSE;
  gtk_drop_down_set_selected (self->tier, (asked->shown & TL_ASKED_SHOWN_CATEGORIES) != 0 ? 0 : 1);
  gtk_drop_down_set_selected (self->order, (asked->shown & TL_ASKED_SHOWN_IN_ORDER) != 0 ? 0 : 1);
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

/* GObject overrides */

static void
tl_pairs_page_dispose (GObject *object)
{
  TlPairsPage *self = TL_PAIRS_PAGE (object);

  g_clear_object (&self->enquiry);
  if (self->shown != NULL)
    {
      tl_pairs_table_set_heat (self->table, NULL);
      tl_heat_map_set_heat (self->map, NULL);
    }
  g_clear_pointer (&self->shown, arranged_free);
  G_OBJECT_CLASS (tl_pairs_page_parent_class)->dispose (object);
}

static void
tl_pairs_page_class_init (TlPairsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_pairs_page_dispose;
}

static GtkDropDown *
add_choice (TlPairsPage       *self,
            GtkWidget         *options,
            const char        *title,
            const char *const *labels,
            guint              n_labels,
            guint              chosen)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < n_labels; i++)
    gtk_string_list_append (list, _(labels[i]));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (arrangement_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (options), tl_drop_down_with_label (GTK_DROP_DOWN (drop_down), title));
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
make_options (TlPairsPage *self)
{
  GtkWidget *options = tl_wrap_box_new (12);

  gtk_widget_add_css_class (options, "themes-options");
  self->tier = add_choice (self, options, _("Co_des"), tiers, G_N_ELEMENTS (tiers), 1);
  self->order = add_choice (self, options, _("_Order"), orders, G_N_ELEMENTS (orders), 1);
  return options;
}

static GtkWidget *
make_map (TlPairsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->map = TL_HEAT_MAP (tl_heat_map_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->map));
  g_signal_connect_object (self->map, "chosen", G_CALLBACK (cell_chosen_cb), self, G_CONNECT_SWAPPED);
  return scrolled;
}

static GtkWidget *
make_side (TlPairsPage *self,
           TlQuestion  *question)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->table = TL_PAIRS_TABLE (tl_pairs_table_new ());
  self->pair_title = GTK_LABEL (tl_wrapped_new (NULL, "heading"));
  self->pair_sentence = GTK_LABEL (tl_wrapped_new (NULL, NULL));
  self->behind = TL_CODES_BEHIND (tl_codes_behind_new (question));
  gtk_widget_add_css_class (words, "pair-words");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->pair_title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->pair_sentence));
  gtk_box_append (GTK_BOX (pair), words);
  gtk_box_append (GTK_BOX (pair), GTK_WIDGET (self->behind));
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->table));
  gtk_paned_set_end_child (GTK_PANED (paned), tl_yielding_new (pair));
  gtk_paned_set_position (GTK_PANED (paned), TABLE_HEIGHT);
  gtk_widget_set_size_request (paned, SIDE_WIDTH, -1);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (line_chosen_cb), self, G_CONNECT_SWAPPED);
  return paned;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Review Counts Here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Under these filters no review was coded in this typology. Widen the filters, or "
                                     "choose another typology."));
  return page;
}

static void
fill (TlPairsPage *self,
      TlQuestion  *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *pairs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->caption = TL_FOOTNOTE (tl_footnote_new (GTK_WIDGET (self->stack)));
  gtk_box_append (GTK_BOX (box), make_options (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_paned_set_start_child (GTK_PANED (paned), make_map (self));
  gtk_paned_set_end_child (GTK_PANED (paned), make_side (self, question));
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);
  /* Across all the width it is low, and the map keeps its height in a small window. */
  gtk_box_append (GTK_BOX (pairs), paned);
  gtk_box_append (GTK_BOX (pairs), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (pairs), tl_yielding_new (tl_heat_legend_new ()));
  gtk_stack_add_named (self->stack, pairs, "pairs");
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tl_pairs_page_init (TlPairsPage *self)
{
}

/**
 * tl_pairs_page_new:
 * @question: what is asked
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_pairs_page_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlPairsPage *self = g_object_new (TL_TYPE_PAIRS_PAGE, NULL);

  fill (self, question);
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &pairs_enquiry);
  return GTK_WIDGET (self);
}

/**
 * tl_pairs_page_get_pairs:
 *
 * Returns: (transfer none) (nullable): the last answer, until the next
 */
const TlPairs *
tl_pairs_page_get_pairs (TlPairsPage *self)
{
  g_return_val_if_fail (TL_IS_PAIRS_PAGE (self), NULL);
  return self->shown != NULL ? self->shown->pairs : NULL;
}
