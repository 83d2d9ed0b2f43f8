/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full-text search: in how many reviews words occur, and for the office where, those where they weigh most first. */
#include "config.h"

#include "ui/window/tl-texts-page.h"

#include <glib/gi18n.h>

#include "model/questions/tl-texts-found.h"
#include "ui/widgets/tl-look-behind.h"
#include "ui/widgets/tl-search-entry.h"

/* The enquiry */

static gpointer
dup_words (GtkWidget *page)
{
  GtkWidget *entry = tl_answer_page_get_options (TL_ANSWER_PAGE (page));

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              words,
     GCancellable         *cancellable,
     GError              **error)
{
  const TlTextsQuery query = { *terms->population, words, terms->threshold, terms->internal };

  return *query.words == '\0' ? tl_answer_new () : tl_library_find_texts (library, &query, cancellable, error);
}

static GtkWidget *
make_entry (TlAnswerPage *page)
{
  GtkWidget *entry = tl_search_entry_new (_("Words, “a phrase”, either OR other, -without"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words to look for"), -1);
  gtk_widget_add_css_class (entry, "texts-entry");
  tl_look_behind_from (entry, "activate");
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (tl_answer_page_renew), page, G_CONNECT_SWAPPED);
  return entry;
}

static gboolean
tell (TlAnswerPage *page,
      TlAsked      *asked)
{
  asked->pattern = dup_words (GTK_WIDGET (page));
  return asked->pattern[0] != '\0';
}

static gboolean
look_for (TlAnswerPage  *page,
          const TlAsked *asked)
{
  tl_texts_page_look_for (page, asked->pattern);
  return TRUE;
}

static const TlAnswerPageKind texts = {
  .what = N_("Words"),
  .advice = N_("Type words to see in how many reviews they are."),
  .asked = TL_ASKED_SEARCH,
  .begin = N_("Search What Reviews Say"),
  .wide = TRUE,
  .make_options = make_entry,
  .tell = tell,
  .ask = look_for,
  .enquiry = {
    .dup_asked = dup_words,
    .free_asked = g_free,
    .ask = ask,
    .free_answer = (GDestroyNotify) tl_answer_free,
    .show = tl_answer_page_show,
  },
};

/**
 * tl_texts_page_new:
 * @question: what all pages ask about
 *
 * Returns: (transfer floating): a page on which nothing is looked for yet
 */
GtkWidget *
tl_texts_page_new (TlQuestion *question)
{
  return tl_answer_page_new (question, &texts);
}

/**
 * tl_texts_page_look_for:
 * @page: what tl_texts_page_new() returned
 * @words: what to look for
 */
void
tl_texts_page_look_for (TlAnswerPage *page,
                        const char   *words)
{
  g_return_if_fail (TL_IS_ANSWER_PAGE (page) && words != NULL);
  gtk_editable_set_text (GTK_EDITABLE (tl_answer_page_get_options (page)), words);
}
