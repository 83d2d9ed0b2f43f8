/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Issues for national guidance: findings to which chains lead from the national level, by where they begin. */
#include "config.h"

#include "ui/window/tl-national-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-national.h"

/* The enquiry */

static gpointer
dup_tested (GtkWidget *page)
{
  GtkWidget *options = tl_answer_page_get_options (TL_ANSWER_PAGE (page));
  gboolean tested = gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (options)));

  return g_memdup2 (&tested, sizeof tested);
}

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              tested,
     GCancellable         *cancellable,
     GError              **error)
{
  const TlNationalQuery query = { *terms->population, *(const gboolean *) tested, terms->threshold, terms->internal };

  return tl_library_national (library, &query, cancellable, error);
}

static GtkWidget *
make_options (TlAnswerPage *page)
{
  GtkWidget *options = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tested = gtk_check_button_new_with_mnemonic (_("Only _tested links"));

  gtk_widget_set_tooltip_text (tested, _("Follow only links for which a counterfactual test speaks"));
  gtk_widget_add_css_class (options, "page-options");
  gtk_box_append (GTK_BOX (options), tested);
  g_signal_connect_object (tested, "toggled", G_CALLBACK (tl_answer_page_renew), page, G_CONNECT_SWAPPED);
  return options;
}

static const TlAnswerPageKind national = {
  .what = N_("What the chain begins with at the national level"),
  .advice = N_("Choose a code to see the findings that its chains lead to."),
  .make_options = make_options,
  .enquiry = {
    .takes_long = TRUE,
    .dup_asked = dup_tested,
    .free_asked = g_free,
    .ask = ask,
    .free_answer = (GDestroyNotify) tl_answer_free,
    .show = tl_answer_page_show,
  },
};

/**
 * tl_national_page_new:
 * @question: what all pages ask about
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_national_page_new (TlQuestion *question)
{
  return tl_answer_page_new (question, &national);
}
