/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding in the list of them: its number, what it states, what kind of finding it is and how certain, under which
 * category, how long, and how much in it is open. */
#include "config.h"

#include "ui/findings/tl-finding-row.h"

#include <glib/gi18n.h>

#include "model/case/tl-finding-gap.h"
#include "model/case/tl-finding.h"
#include "model/review/tl-review-terms.h"
#include "ui/findings/tl-reorder.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-term.h"
#include "ui/widgets/tl-wrapped.h"

struct _TlFindingRow
{
  GtkListBoxRow parent_instance;

  TlReview *review;  /* owned */
  TlRecord *finding; /* owned */

  GtkWidget *number;
  GtkWidget *statement;
  GtkWidget *facts;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (TlFindingRow, tl_finding_row, GTK_TYPE_LIST_BOX_ROW)

/* Words */

/* (transfer full): "Indicative finding · Probable · People and their tools", as far as they are given */
static char *
dup_facts (TlFindingRow *self)
{
  static const char *const fields[] = { "fullness", "certainty", "category" };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *key = tl_record_get_text (self->finding, fields[i]);
      const TlField *field = tl_kind_find_field (tl_record_get_kind (self->finding), fields[i]);
      g_autofree char *label = key != NULL ? tl_terms_dup_label (self->review, field, key) : NULL;

      if (label != NULL)
        g_strv_builder_add (parts, label);
    }
  g_auto (GStrv) words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

/* (transfer full): "2,340 of 6,000 characters: within two pages · 2 things are open" */
static char *
dup_state (TlFindingRow *self)
{
  g_autoptr (TlFindingGround) ground = tl_finding_ground_new (self->review, self->finding);
  g_autoptr (GPtrArray) gaps = tl_finding_gap_list_all (self->review, self->finding, ground);
  g_autofree char *length = tl_finding_dup_length (tl_finding_count_characters (self->review, self->finding));

  if (gaps->len == 0)
    return g_steal_pointer (&length);

  g_autofree char *open
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is open", "%u things are open", gaps->len), gaps->len);
  return g_strdup_printf ("%s · %s", length, open);
}

/* Parts */

static void
fill (TlFindingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->number = tl_wrapped_new (NULL, "number");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  self->statement = tl_wrapped_new (NULL, "title");
  self->facts = tl_wrapped_new (NULL, "caption");
  self->state = tl_wrapped_new (NULL, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->statement);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (words), self->state);
  if (!tl_review_get_read_only (self->review))
    gtk_box_append (GTK_BOX (box), tl_reorder_new_handle (GTK_LIST_BOX_ROW (self), self->finding, "findings.move-to"));
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), tl_icon_button_new_for ("go-next-symbolic", _("Open as a page"), "findings.open",
                                                         tl_record_get_id (self->finding)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* GObject overrides */

static void
tl_finding_row_finalize (GObject *object)
{
  TlFindingRow *self = TL_FINDING_ROW (object);

  g_clear_object (&self->review);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (tl_finding_row_parent_class)->finalize (object);
}

static void
tl_finding_row_class_init (TlFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_finding_row_finalize;
}

static void
tl_finding_row_init (TlFindingRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding");
}

/**
 * tl_finding_row_new:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_finding_row_new (TlReview *review,
                    TlRecord *finding)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding"), NULL);

  TlFindingRow *self = g_object_new (TL_TYPE_FINDING_ROW, NULL);

  self->review = g_object_ref (review);
  self->finding = g_object_ref (finding);
  fill (self);
  tl_finding_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * tl_finding_row_get_finding:
 *
 * Returns: (transfer none): the finding
 */
TlRecord *
tl_finding_row_get_finding (TlFindingRow *self)
{
  g_return_val_if_fail (TL_IS_FINDING_ROW (self), NULL);
  return self->finding;
}

/**
 * tl_finding_row_refresh:
 *
 * Shows what the review says now.
 */
void
tl_finding_row_refresh (TlFindingRow *self)
{
  g_return_if_fail (TL_IS_FINDING_ROW (self));

  gint64 number = tl_record_get_int (self->finding, "number", 0);
  const char *given = tl_record_get_text (self->finding, "statement");
  const char *statement = given != NULL ? given : _("No statement yet");
  g_autofree char *figure = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("–");
  g_autofree char *facts = dup_facts (self);
  g_autofree char *state = dup_state (self);
  g_autofree char *name = tl_review_dup_declared (self->review, "Finding");
  /* Translators: what it is, which, and what it says, as in “Finding 2: Posts are promised before …”. */
  g_autofree char *spoken = g_strdup_printf (_("%s %s: %s"), name, figure, statement);
  g_autofree char *told = g_strdup_printf ("%s. %s", facts, state);

  gtk_label_set_text (GTK_LABEL (self->number), figure);
  gtk_label_set_text (GTK_LABEL (self->statement), statement);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, facts[0] != '\0');
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
}
