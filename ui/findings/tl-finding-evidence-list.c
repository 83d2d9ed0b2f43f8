/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks for a finding and the factors and links behind it, or against them: quoted, with whose word it is and of
 * when. It is read here and attached where the claims are: each row leads to its source. */
#include "config.h"

#include "ui/findings/tl-finding-evidence-list.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/base/tl-text.h"
#include "model/case/tl-figure.h"
#include "model/review/tl-review-terms.h"
#include "ui/widgets/tl-wording.h"

#define MAX_QUOTATION 280

/* Of more, the first are shown until asked for the rest. */
#define MAX_FOLDED 8

struct _TlFindingEvidenceList
{
  AdwPreferencesGroup parent_instance;

  TlReview *review; /* owned */
  GArray   *shown;  /* of TlFindingEvidence */
  gboolean  against;

  GtkWidget *list;
  GtkWidget *more;
  guint      unfolded : 1;
};

G_DEFINE_FINAL_TYPE (TlFindingEvidenceList, tl_finding_evidence_list, ADW_TYPE_PREFERENCES_GROUP)

/* Words */

static TlRecord *
get_source (TlFindingEvidenceList *self,
            TlRecord              *record)
{
  return tl_record_is (record, "extract")
             ? tl_review_lookup (self->review, tl_record_get_text (record, "source"))
             : NULL;
}

static void
add_name (TlFindingEvidenceList *self,
          GStrvBuilder          *parts,
          const char            *id)
{
  TlRecord *record = id != NULL ? tl_review_lookup (self->review, id) : NULL;
  g_autofree char *name = record != NULL ? tl_wording_name (self->review, record) : NULL;

  if (name != NULL)
    g_strv_builder_add (parts, name);
}

static void
add_date (GStrvBuilder *parts,
          const char   *text)
{
  TlDate date;
  g_autofree char *words = tl_date_parse (text, &date) ? tl_date_format (&date) : NULL;

  if (words != NULL)
    g_strv_builder_add (parts, words);
}

/* Whose word it is, in what, and of when. */
static void
add_origin (TlFindingEvidenceList *self,
            GStrvBuilder          *parts,
            TlRecord              *record)
{
  TlRecord *source = get_source (self, record);
  TlRecord *from = source != NULL ? source : record;

  add_name (self, parts, tl_record_get_text (from, "role"));
  add_name (self, parts, source != NULL ? tl_record_get_id (source) : tl_record_get_text (from, "event"));
  add_date (parts, tl_record_get_text (from, source != NULL ? "date" : "known_from"));
}

/* (transfer full): where it comes from, and for or against what it speaks; of a figure, what it was counted among */
static char *
dup_place (TlFindingEvidenceList   *self,
           const TlFindingEvidence *evidence)
{
  g_autofree char *claim = tl_wording_name (self->review, evidence->claim);
  g_autofree char *stance
      = evidence->against ? g_strdup_printf (_("against “%s”"), claim) : g_strdup_printf (_("for “%s”"), claim);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  if (tl_record_is (evidence->record, "figure"))
    {
      g_autofree char *words = tl_figure_dup_words (evidence->record);

      g_strv_builder_add (parts, words);
    }
  else
    add_origin (self, parts, evidence->record);
  /* That a figure speaks of the finding itself goes without saying. */
  if (!tl_record_is (evidence->claim, "finding"))
    g_strv_builder_add (parts, stance);

  g_auto (GStrv) words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

/* (transfer full): an extract in quotation marks; an account is told, a figure named, not quoted */
static char *
dup_words (const TlFindingEvidence *evidence)
{
  gboolean is_extract = tl_record_is (evidence->record, "extract");
  const char *whole = tl_record_get_text (evidence->record,
                                          tl_kind_get_title_field (tl_record_get_kind (evidence->record))->name);
  g_autofree char *line = tl_text_one_line (whole != NULL ? whole : _("(no words)"), NULL);
  g_autofree char *words = tl_text_shorten (line, MAX_QUOTATION);

  return is_extract ? g_strdup_printf (_("“%s”"), words) : g_steal_pointer (&words);
}

/* Rows */

static GtkWidget *
make_row (TlFindingEvidenceList   *self,
          const TlFindingEvidence *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = dup_words (evidence);
  g_autofree char *place = dup_place (self, evidence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Go there"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", tl_record_get_id (evidence->record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.reveal");
  return row;
}

static void
fill (TlFindingEvidenceList *self)
{
  guint n = self->unfolded ? self->shown->len : MIN (self->shown->len, MAX_FOLDED);
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, &g_array_index (self->shown, TlFindingEvidence, i)));
  gtk_widget_set_visible (self->list, n > 0);

  g_autofree char *label = g_strdup_printf (_("Show All %u"), self->shown->len);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, n < self->shown->len);
}

static void
more_clicked_cb (TlFindingEvidenceList *self)
{
  self->unfolded = TRUE;
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX_FOLDED)));
}

/* (transfer full): how many there are, and on whose word */
static char *
dup_count (TlFindingEvidenceList *self,
           const TlFindingGround *ground)
{
  guint n = self->shown->len;

  if (n == 0 && self->against)
    return g_strdup (_("Nothing. What would speak against it, and where might it stand?"));
  if (n == 0)
    return tl_review_dup_phrase (self->review,
                                 _("What is attached to the factors and links behind the {finding} is shown here."));

  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u extract, account or figure",
                                                         "%u extracts, accounts and figures", n),
                                            n);
  if (self->against)
    return g_steal_pointer (&count);

  g_autofree char *voices
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "on one source’s word", "on the word of %u", ground->n_voices),
                         ground->n_voices);
  /* Translators: "12 extracts, accounts and figures, on the word of 5" */
  return g_strdup_printf (_("%s, %s"), count, voices);
}

/* GObject overrides */

static void
tl_finding_evidence_list_finalize (GObject *object)
{
  TlFindingEvidenceList *self = TL_FINDING_EVIDENCE_LIST (object);

  g_clear_object (&self->review);
  g_array_unref (self->shown);
  G_OBJECT_CLASS (tl_finding_evidence_list_parent_class)->finalize (object);
}

static void
tl_finding_evidence_list_class_init (TlFindingEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_finding_evidence_list_finalize;
}

static void
tl_finding_evidence_list_init (TlFindingEvidenceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->shown = g_array_new (FALSE, FALSE, sizeof (TlFindingEvidence));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
}

/**
 * tl_finding_evidence_list_new:
 * @review: a review
 * @against: whether to show what speaks against
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
tl_finding_evidence_list_new (TlReview *review,
                              gboolean  against)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlFindingEvidenceList *self = g_object_new (TL_TYPE_FINDING_EVIDENCE_LIST, NULL);
  const char *title = against ? _("Evidence against it") : _("Evidence for it");

  self->review = g_object_ref (review);
  self->against = against;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

static gboolean
is_same (GArray *one,
         GArray *other)
{
  return one->len == other->len
         && (one->len == 0 || memcmp (one->data, other->data, one->len * sizeof (TlFindingEvidence)) == 0);
}

/**
 * tl_finding_evidence_list_show:
 * @ground: what the finding rests on now
 *
 * Shows the evidence of one side. Rows are made anew only when there is other evidence: the keyboard stays.
 */
void
tl_finding_evidence_list_show (TlFindingEvidenceList *self,
                               const TlFindingGround *ground)
{
  g_return_if_fail (TL_IS_FINDING_EVIDENCE_LIST (self) && ground != NULL);

  g_autoptr (GArray) now = g_array_new (FALSE, TRUE, sizeof (TlFindingEvidence));

  for (guint i = 0; i < ground->evidence->len; i++)
    {
      const TlFindingEvidence *evidence = &g_array_index (ground->evidence, TlFindingEvidence, i);

      if (evidence->against == self->against)
        g_array_append_vals (now, evidence, 1);
    }
  gboolean same = is_same (now, self->shown);
  g_array_unref (self->shown);
  self->shown = g_steal_pointer (&now);
  if (!same || gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) == NULL)
    fill (self);

  g_autofree char *count = dup_count (self, ground);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), count);
}
