/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first page of a review: how much there is so far, where it tells what happened and not why, what is still asked,
 * what it is about, who appears in it and who carries it out. Counts only, each with what it is out of: no score, no
 * bar. */
#include "config.h"

#include "ui/window/tl-overview-page.h"

#include <glib/gi18n.h>

#include "ui/checks/tl-balance-view.h"
#include "ui/fields/tl-field-row.h"
#include "ui/fields/tl-question-list.h"
#include "ui/widgets/tl-page.h"
#include "ui/window/tl-governance-view.h"
#include "ui/window/tl-records-group.h"

struct _TlOverviewPage
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  GtkWidget   *counts;
  GtkWidget   *balance;
};

static void page_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlOverviewPage, tl_overview_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_init))

static guint
count (TlReview   *review,
       const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (review, kind));
}

static guint
count_tagged (TlReview *review)
{
  TlRecordList *factors = tl_review_get_list (review, "factor");
  guint tagged = 0;

  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      const char *id = tl_record_get_id (tl_record_list_get (factors, i));
      g_autoptr (GPtrArray) tags = tl_review_get_referrers (review, id, "tag", "target");

      tagged += tags->len > 0;
    }
  return tagged;
}

static guint
count_open_questions (TlReview *review)
{
  TlRecordList *questions = tl_review_get_list (review, "question");
  guint open = 0;

  for (guint i = 0; i < tl_record_list_get_n (questions); i++)
    {
      const char *status = tl_record_get_text (tl_record_list_get (questions, i), "status");
      open += status == NULL || g_str_equal (status, "open");
    }
  return open;
}

static char *
dup_counts (TlReview *review)
{
  guint factors = count (review, "factor");
  guint links = count (review, "link");
  guint questions = count (review, "question");
  g_autofree char *factor_words
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u factor", "%u factors", factors), factors);
  g_autofree char *link_words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", links), links);
  g_autofree char *tag_words = g_strdup_printf (_("%u of %u factors tagged"), count_tagged (review), factors);
  g_autofree char *question_words
      = g_strdup_printf (_("%u of %u questions open"), count_open_questions (review), questions);

  return g_strjoin (" · ", factor_words, link_words, tag_words, question_words, NULL);
}

/* A board copy leaves out most of what would be weighed and asked. */
static gboolean
is_copy (TlReview *review)
{
  return tl_review_get_tier (review) == TL_TIER_BOARD;
}

/* A review that has told nothing yet has nothing to be weighed. */
static void
update (TlOverviewPage *self)
{
  TlReview *review = tl_selection_get_review (self->selection);
  g_autofree char *counts = dup_counts (review);

  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  gtk_widget_set_visible (self->counts, !is_copy (review));
  gtk_widget_set_visible (self->balance,
                          !is_copy (review)
                            && count (review, "event") + count (review, "episode") + count (review, "factor") > 0);
}

static GtkWidget *
make_details (TlReview *review)
{
  TlRecord *subject = tl_review_get_subject (review);
  const TlKind *kind = tl_record_get_kind (subject);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("The review"));
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & TL_FIELD_HIDDEN))
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), tl_field_row_new (review, subject, i));
  return group;
}

static void
fill (TlOverviewPage *self,
      TlCheckList    *checks)
{
  static const char *const kinds[] = { "child", "agency", "role" };
  TlReview *review = tl_selection_get_review (self->selection);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->counts = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->counts), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->counts), 0);
  gtk_widget_add_css_class (self->counts, "dim-label");
  gtk_box_append (GTK_BOX (box), self->counts);
  self->balance = tl_balance_view_new (checks);
  gtk_box_append (GTK_BOX (box), self->balance);
  if (!is_copy (review))
    gtk_box_append (GTK_BOX (box), tl_question_list_new (review, NULL));
  gtk_box_append (GTK_BOX (box), make_details (review));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_box_append (GTK_BOX (box), tl_records_group_new (review, kinds[i]));
  gtk_box_append (GTK_BOX (box), tl_governance_view_new (review));

  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);

  g_signal_connect_object (review, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
tl_overview_page_dispose (GObject *object)
{
  TlOverviewPage *self = TL_OVERVIEW_PAGE (object);

  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_overview_page_parent_class)->dispose (object);
}

static void
tl_overview_page_flush (TlPage *page)
{
  tl_field_row_flush_within (GTK_WIDGET (page));
}

static void
page_init (TlPageInterface *iface)
{
  iface->flush = tl_overview_page_flush;
}

static void
tl_overview_page_class_init (TlOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_overview_page_dispose;
}

static void
tl_overview_page_init (TlOverviewPage *self)
{
}

/**
 * tl_overview_page_new:
 * @selection: the window's selection
 * @checks: what the rules find in its review
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_overview_page_new (TlSelection *selection,
                      TlCheckList *checks)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection) && TL_IS_CHECK_LIST (checks), NULL);

  TlOverviewPage *self = g_object_new (TL_TYPE_OVERVIEW_PAGE, NULL);

  self->selection = g_object_ref (selection);
  fill (self, checks);
  return GTK_WIDGET (self);
}
