/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is publicly remembered of the case: a list that reviewers keep, for the program to look for in what leaves. */
#include "config.h"

#include "ui/dialogs/tl-facts-view.h"

#include <glib/gi18n.h>

#include "model/review/tl-edit.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-report.h"

struct _TlFactsView
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  AdwPreferencesGroup *group;
  GtkWidget           *entry;
  GPtrArray           *rows; /* in the group */

  TlReview *review; /* owned */
};

G_DEFINE_FINAL_TYPE (TlFactsView, tl_facts_view, ADW_TYPE_BIN)

static void
removed_cb (TlFactsView *self,
            GtkWidget   *button)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  gboolean made = edit != NULL && tl_edit_remove (edit, g_object_get_data (G_OBJECT (button), "id"), &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, &error) : NULL;

  if (change == NULL)
    tl_report_error (GTK_WIDGET (self), error);
}

static void
add_row (TlFactsView *self,
         TlRecord    *fact)
{
  const char *text = tl_record_get_text (fact, "text");
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), text != NULL ? text : "");
  GtkWidget *button = tl_icon_button_new ("list-remove-symbolic", label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text : "");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (tl_record_get_id (fact)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
refresh (TlFactsView *self)
{
  TlRecordList *facts = tl_review_get_list (self->review, "public_fact");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < tl_record_list_get_n (facts); i++)
    add_row (self, tl_record_list_get (facts, i));
}

static void
applied_cb (TlFactsView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;

  if (text[0] == '\0')
    return;

  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_autofree char *id = edit != NULL ? tl_edit_add (edit, "public_fact", NULL, &error) : NULL;
  gboolean made = id != NULL && tl_edit_set (edit, id, "text", text, &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, &error) : NULL;

  if (change == NULL)
    tl_report_error (GTK_WIDGET (self), error);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* GObject overrides */

static void
tl_facts_view_dispose (GObject *object)
{
  g_clear_object (&TL_FACTS_VIEW (object)->review);
  G_OBJECT_CLASS (tl_facts_view_parent_class)->dispose (object);
}

static void
tl_facts_view_finalize (GObject *object)
{
  g_ptr_array_unref (TL_FACTS_VIEW (object)->rows);
  G_OBJECT_CLASS (tl_facts_view_parent_class)->finalize (object);
}

static void
tl_facts_view_class_init (TlFactsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_facts_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_facts_view_finalize;
}

static void
tl_facts_view_init (TlFactsView *self)
{
  GtkWidget *page = adw_preferences_page_new (), *adding = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Publicly remembered"));
  adw_preferences_group_set_description (
      self->group, _("What newspapers, a court or the neighbours have told of the case, in a few words: “found by a "
                     "postman in the snow”. Where a text speaks of it, it is pointed out before the text leaves. The "
                     "list itself leaves with real names only."));
  self->entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _("Add what is remembered"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->entry), TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (adding), self->entry);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (adding));
  adw_bin_set_child (ADW_BIN (self), page);
}

/**
 * tl_facts_view_new:
 * @review: a review
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
tl_facts_view_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlFactsView *self = g_object_new (TL_TYPE_FACTS_VIEW, NULL);

  self->review = g_object_ref (review);
  gtk_widget_set_sensitive (self->entry, !tl_review_get_read_only (review));
  refresh (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
