/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map: one graph of many reviews, links as thick as the reviews are many; the same as a table, and at the
 * side the reviews behind the link that is chosen. */
#include "config.h"

#include "ui/window/tl-merged-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-code-picture.h"
#include "ui/canvas/tl-map-view.h"
#include "ui/charts/tl-answer-table.h"
#include "ui/library/tl-chain-behind.h"
#include "ui/library/tl-enquiry.h"
#include "ui/library/tl-question-page.h"
#include "ui/library/tl-question-panes.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wrap-layout.h"
#include "ui/widgets/tl-wrapped.h"

struct _TlMergedPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkCheckButton *tested;
  GtkLabel       *shown;
  TlMapView      *map;
  TlAnswerTable  *table;
  TlChainBehind  *behind;
  TlFootnote     *caption;

  /* Owned */
  TlEnquiry *enquiry;
  TlMerged  *merged; /* NULL while there is no answer */
};

static void question_page_init (TlQuestionPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlMergedPage, tl_merged_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_QUESTION_PAGE, question_page_init))

/* The enquiry; the map is laid out by the worker too. */

typedef struct {
  TlMerged  *merged;
  TlPicture *picture;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->merged, tl_merged_free);
  g_clear_pointer (&found->picture, tl_picture_unref);
  g_free (found);
}

static gpointer
dup_tested (GtkWidget *widget)
{
  gboolean tested = gtk_check_button_get_active (TL_MERGED_PAGE (widget)->tested);

  return g_memdup2 (&tested, sizeof tested);
}

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              tested,
     GCancellable         *cancellable,
     GError              **error)
{
  const TlMergedQuery query = { .population = *terms->population, .tested = *(const gboolean *) tested,
                                .threshold = terms->threshold, .internal = terms->internal };
  Found *found = g_new0 (Found, 1);

  found->merged = tl_library_merged (library, &query, cancellable, error);
  if (found->merged != NULL)
    found->picture = tl_code_picture_of_merged (found->merged, FALSE, cancellable, error);
  if (found->picture == NULL)
    g_clear_pointer (&found, found_free);
  return found;
}

static void
say_shown (TlMergedPage *self)
{
  guint n = self->merged != NULL ? self->merged->links->len : 0;
  g_autofree char *sentence
    = n > TL_CODE_PICTURE_MAX_LINKS
        ? g_strdup_printf (_("The map shows the %u links that are in most reviews; the table all %u."),
                           TL_CODE_PICTURE_MAX_LINKS, n)
        : g_strdup ("");

  gtk_label_set_text (self->shown, sentence);
}

static void
show (GtkWidget    *widget,
      gpointer      answer,
      const GError *error)
{
  TlMergedPage *self = TL_MERGED_PAGE (widget);
  Found *found = answer;
  g_autoptr (GListModel) lines = found != NULL ? tl_answer_lines_of_merged (found->merged) : NULL;

  if (error != NULL)
    tl_report_error (widget, error);
  g_clear_pointer (&self->merged, tl_merged_free);
  self->merged = found != NULL ? g_steal_pointer (&found->merged) : NULL;
  tl_map_view_set_picture (self->map, found != NULL ? found->picture : NULL);
  tl_answer_table_set_answer (self->table, lines, self->merged != NULL ? self->merged->caption : NULL, NULL);
  tl_footnote_set (self->caption, self->merged != NULL ? self->merged->caption : NULL, NULL);
  say_shown (self);
  tl_question_page_answered (TL_QUESTION_PAGE (self));
  g_clear_pointer (&found, found_free);
}

static const TlEnquiryKind merged_enquiry = {
  .takes_long = TRUE,
  .dup_asked = dup_tested,
  .free_asked = g_free,
  .ask = ask,
  .free_answer = found_free,
  .show = show,
};

/* Callbacks */

/* Links have the place in the answer as their ids, factors their codes. */
static void
map_chosen_cb (TlMergedPage *self)
{
  const char *id = tl_map_view_get_chosen (self->map);

  if (id != NULL && g_ascii_isdigit (id[0]))
    tl_answer_table_choose (self->table, atoi (id));
}

static void
line_chosen_cb (TlMergedPage *self)
{
  int chosen = tl_answer_table_get_chosen (self->table);
  const TlMergedLink *link = self->merged != NULL && chosen >= 0 && chosen < (int) self->merged->links->len
                               ? &g_array_index (self->merged->links, TlMergedLink, chosen)
                               : NULL;
  g_autofree char *id = g_strdup_printf ("%d", chosen);
  g_autofree char *pattern = NULL;

  if (link != NULL)
    {
      const char *codes[] = { g_array_index (self->merged->nodes, TlMergedNode, link->cause).code,
                              g_array_index (self->merged->nodes, TlMergedNode, link->effect).code, NULL };

      pattern = tl_chain_behind_dup_pattern (codes);
      tl_map_view_choose (self->map, id);
    }
  tl_chain_behind_set_pattern (self->behind, pattern, gtk_check_button_get_active (self->tested));
}

static void
tested_cb (TlMergedPage *self)
{
  tl_enquiry_renew (self->enquiry);
}

/* GObject overrides */

static void
tl_merged_page_dispose (GObject *object)
{
  g_clear_object (&TL_MERGED_PAGE (object)->enquiry);
  G_OBJECT_CLASS (tl_merged_page_parent_class)->dispose (object);
}

static void
tl_merged_page_finalize (GObject *object)
{
  g_clear_pointer (&TL_MERGED_PAGE (object)->merged, tl_merged_free);
  G_OBJECT_CLASS (tl_merged_page_parent_class)->finalize (object);
}

static void
tl_merged_page_class_init (TlMergedPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_merged_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_merged_page_finalize;
}

static gboolean
has_answer (TlQuestionPage *page)
{
  return TL_MERGED_PAGE (page)->merged != NULL;
}

static char *
dup_csv (TlQuestionPage *page)
{
  return tl_merged_dup_csv (TL_MERGED_PAGE (page)->merged);
}

static GdkContentProvider *
dup_content (TlQuestionPage *page)
{
  return tl_answer_table_dup_content (TL_MERGED_PAGE (page)->table);
}

static GBytes *
make_image (TlQuestionPage   *page,
            TlPictureFormat   format,
            GError          **error)
{
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_merged (TL_MERGED_PAGE (page)->merged, NULL, error);

  return image != NULL ? tl_chart_image_make (image, format, error) : NULL;
}

static gboolean
tell (TlQuestionPage *page,
      TlAsked        *asked)
{
  asked->kind = TL_ASKED_MERGED;
  asked->tested = gtk_check_button_get_active (TL_MERGED_PAGE (page)->tested);
  return TRUE;
}

static gboolean
ask_for (TlQuestionPage *page,
         const TlAsked  *asked)
{
  if (asked->kind != TL_ASKED_MERGED || asked->min > 0)
    return FALSE;
  gtk_check_button_set_active (TL_MERGED_PAGE (page)->tested, asked->tested);
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
make_options (TlMergedPage *self)
{
  GtkWidget *options = tl_wrap_box_new (12);

  self->tested = GTK_CHECK_BUTTON (tl_tested_check_new ());
  self->shown = GTK_LABEL (tl_wrapped_new (NULL, "dim-label"));
  gtk_widget_add_css_class (options, "page-options");
  gtk_box_append (GTK_BOX (options), GTK_WIDGET (self->tested));
  gtk_box_append (GTK_BOX (options), GTK_WIDGET (self->shown));
  return options;
}

static void
tl_merged_page_init (TlMergedPage *self)
{
  self->map = TL_MAP_VIEW (tl_map_view_new ());
  self->table = TL_ANSWER_TABLE (tl_answer_table_new (_("Link")));
}

/**
 * tl_merged_page_new:
 * @question: what is asked
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_merged_page_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlMergedPage *self = g_object_new (TL_TYPE_MERGED_PAGE, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->behind = TL_CHAIN_BEHIND (tl_chain_behind_new (question, _("Choose a link to see the reviews behind it.")));
  gtk_box_append (GTK_BOX (page), make_options (self));
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->caption = TL_FOOTNOTE (tl_footnote_new (tl_question_panes_new (GTK_WIDGET (self->map),
                                                                       GTK_WIDGET (self->table),
                                                                       GTK_WIDGET (self->behind), FALSE)));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->caption));
  adw_bin_set_child (ADW_BIN (self), page);
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &merged_enquiry);
  g_signal_connect_object (self->tested, "toggled", G_CALLBACK (tested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "notify::chosen", G_CALLBACK (map_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::chosen", G_CALLBACK (line_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_merged_page_get_merged:
 *
 * Returns: (transfer none) (nullable): the last answer, until the next
 */
const TlMerged *
tl_merged_page_get_merged (TlMergedPage *self)
{
  g_return_val_if_fail (TL_IS_MERGED_PAGE (self), NULL);
  return self->merged;
}
