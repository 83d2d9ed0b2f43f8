/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All findings in their order. Choosing one shows it in the inspector, Enter or a double click opens it as a page. */
#include "config.h"

#include "ui/findings/tl-findings-list.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "ui/findings/tl-finding-row.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-phrase.h"

#define MAX_WIDTH 900

struct _TlFindingsList
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  GListStore  *findings;  /* owned */

  GtkWidget *heading;
  GtkWidget *list;

  guint following : 1; /* the selection is being carried from one side to the other */
};

G_DEFINE_FINAL_TYPE (TlFindingsList, tl_findings_list, ADW_TYPE_BIN)

static TlReview *
get_review (TlFindingsList *self)
{
  return tl_selection_get_review (self->selection);
}

static GtkListBoxRow *
get_row (TlFindingsList *self,
         guint          position)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);
}

/* Callbacks */

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  return tl_finding_row_new (get_review (user_data), item);
}

static void
row_selected_cb (TlFindingsList *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !self->following)
    tl_selection_set_one (self->selection, tl_record_get_id (tl_finding_row_get_finding (TL_FINDING_ROW (row))));
}

static void
row_activated_cb (TlFindingsList *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "findings.open", "s",
                              tl_record_get_id (tl_finding_row_get_finding (TL_FINDING_ROW (row))));
}

static void
follow (TlFindingsList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  GtkListBoxRow *selected = NULL;

  for (guint i = 0; i < n; i++)
    if (tl_selection_contains (self->selection,
                               tl_record_get_id (tl_finding_row_get_finding (TL_FINDING_ROW (get_row (self, i))))))
      selected = get_row (self, i);
  self->following = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), selected);
  self->following = FALSE;
}

/* Parts */

static GtkWidget *
make_header (TlFindingsList *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  TlReview *review = tl_selection_get_review (self->selection);
  GtkWidget *add = tl_label_button_new ("");

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "title-4");
  tl_phrase_bind (add, "label", review, _("_New {Finding}"));
  tl_phrase_bind_name (add, review, _("New {Finding}"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "findings.add");
  gtk_box_append (GTK_BOX (header), self->heading);
  gtk_box_append (GTK_BOX (header), add);
  return header;
}

static void
fill (TlFindingsList *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* GObject overrides */

static void
tl_findings_list_finalize (GObject *object)
{
  TlFindingsList *self = TL_FINDINGS_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->findings);
  G_OBJECT_CLASS (tl_findings_list_parent_class)->finalize (object);
}

static void
tl_findings_list_class_init (TlFindingsListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_findings_list_finalize;
}

static void
tl_findings_list_init (TlFindingsList *self)
{
  self->findings = g_list_store_new (TL_TYPE_RECORD);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "findings");
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_findings_list_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): a list that is to be refreshed
 */
GtkWidget *
tl_findings_list_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlFindingsList *self = g_object_new (TL_TYPE_FINDINGS_LIST, NULL);

  self->selection = g_object_ref (selection);
  tl_phrase_bind_name (self->list, tl_selection_get_review (selection), "{Findings}");
  fill (self);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->findings), make_row_cb, self, NULL);
  g_signal_connect_object (selection, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_findings_list_get_current:
 * @position: (out) (optional): where it stands
 *
 * Returns: (transfer none) (nullable): the finding that is chosen
 */
TlRecord *
tl_findings_list_get_current (TlFindingsList *self,
                             guint         *position)
{
  g_return_val_if_fail (TL_IS_FINDINGS_LIST (self), NULL);

  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    return NULL;
  if (position != NULL)
    *position = (guint) gtk_list_box_row_get_index (row);
  return tl_finding_row_get_finding (TL_FINDING_ROW (row));
}

static gboolean
is_same (TlFindingsList *self,
         GPtrArray     *now)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->findings));

  for (guint i = 0; i < n && i < now->len; i++)
    if (tl_finding_row_get_finding (TL_FINDING_ROW (get_row (self, i))) != g_ptr_array_index (now, i))
      return FALSE;
  return n == now->len;
}

/**
 * tl_findings_list_refresh:
 *
 * Shows what the review says now. Rows are made anew only when there are others, or in another order.
 */
void
tl_findings_list_refresh (TlFindingsList *self)
{
  g_return_if_fail (TL_IS_FINDINGS_LIST (self));

  g_autoptr (GPtrArray) findings = tl_board_list_findings (get_review (self));
  g_autofree char *number
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u {finding}", "%u {findings}", findings->len), findings->len);
  g_autofree char *heading = tl_review_dup_phrase (get_review (self), number);

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  if (is_same (self, findings))
    {
      for (guint i = 0; i < findings->len; i++)
        tl_finding_row_refresh (TL_FINDING_ROW (get_row (self, i)));
      return;
    }

  TlRecord *kept = gtk_widget_get_focus_child (self->list) != NULL ? tl_findings_list_get_current (self, NULL) : NULL;
  self->following = TRUE;
  g_list_store_splice (self->findings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->findings)), findings->pdata,
                       findings->len);
  self->following = FALSE;
  follow (self);
  if (kept != NULL)
    tl_findings_list_focus (self, kept);
}

/**
 * tl_findings_list_focus:
 * @finding: (nullable): the finding whose row is to have the keyboard; else the first
 *
 * Returns: whether a row has taken it
 */
gboolean
tl_findings_list_focus (TlFindingsList *self,
                       TlRecord      *finding)
{
  g_return_val_if_fail (TL_IS_FINDINGS_LIST (self), FALSE);

  guint position = 0;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->findings)) == 0)
    return FALSE;
  if (finding != NULL)
    g_list_store_find (self->findings, finding, &position);
  return gtk_widget_grab_focus (
      GTK_WIDGET (get_row (self, position < g_list_model_get_n_items (G_LIST_MODEL (self->findings)) ? position : 0)));
}
