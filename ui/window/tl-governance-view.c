/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the Overview that is about the review itself: who carries it out, the figures it uses, the acronyms it
 * explains and those it doesn't, who receives it, where it is published, and the way to the quality markers. */
#include "config.h"

#include "ui/window/tl-governance-view.h"

#include <glib/gi18n.h>

#include "model/case/tl-acronyms-used.h"
#include "model/case/tl-recipients.h"
#include "ui/window/tl-records-group.h"

struct _TlGovernanceView
{
  AdwBin parent_instance;

  TlReview  *review; /* owned */
  GtkWidget *unexplained;
  GPtrArray *rows;  /* of @unexplained, which has them */
  char     **shown; /* the acronyms in them */
  GtkWidget *recipients;
};

G_DEFINE_FINAL_TYPE (TlGovernanceView, tl_governance_view, ADW_TYPE_BIN)

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static GtkWidget *
make_unexplained_row (const char *acronym)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_button (_("Explain"), "win.explain-acronym", acronym);
  g_autofree char *usual = tl_acronyms_dup_usual (acronym);
  /* Translators: an acronym */
  g_autofree char *spoken = g_strdup_printf (_("Explain %s"), acronym);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), acronym);
  if (usual != NULL)
    {
      /* Translators: what an acronym usually stands for */
      g_autofree char *subtitle = g_strdup_printf (_("Mostly: %s"), usual);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_unexplained (TlGovernanceView *self)
{
  g_auto (GStrv) found = tl_acronyms_find_unexplained (self->review);

  if (self->shown != NULL && g_strv_equal ((const char *const *) found, (const char *const *) self->shown))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->unexplained), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; found[i] != NULL; i++)
    {
      GtkWidget *row = make_unexplained_row (found[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->unexplained), row);
      g_ptr_array_add (self->rows, row);
    }
  g_strfreev (self->shown);
  self->shown = g_steal_pointer (&found);
  gtk_widget_set_visible (self->unexplained,
                          self->rows->len > 0 && tl_review_can_change (self->review, tl_kind_lookup ("acronym")));
}

static void
update (TlGovernanceView *self)
{
  show_unexplained (self);
  gtk_widget_set_visible (self->recipients, tl_review_can_change (self->review, tl_kind_lookup ("recipient"))
                                                && tl_recipients_lack_usual (self->review));
}

static GtkWidget *
make_markers (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Quality markers"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Eighteen questions about how the review is set up, carried out "
                                                       "and used, with room for notes"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.quality-markers");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
fill (TlGovernanceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->unexplained = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->unexplained), _("Used in findings, not explained"));
  self->recipients
      = make_button (_("Add the four who receive a board’s annual report"), "win.add-recipients", NULL);
  gtk_widget_set_halign (self->recipients, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->recipients, 12);

  GtkWidget *recipients = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (recipients), tl_records_group_new (self->review, "recipient"));
  gtk_box_append (GTK_BOX (recipients), self->recipients);

  gtk_box_append (GTK_BOX (box), tl_records_group_new (self->review, "reviewer"));
  gtk_box_append (GTK_BOX (box), tl_records_group_new (self->review, "figure"));
  gtk_box_append (GTK_BOX (box), tl_records_group_new (self->review, "acronym"));
  gtk_box_append (GTK_BOX (box), self->unexplained);
  gtk_box_append (GTK_BOX (box), recipients);
  gtk_box_append (GTK_BOX (box), tl_records_group_new (self->review, "publication"));
  gtk_box_append (GTK_BOX (box), make_markers ());
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->review, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
tl_governance_view_finalize (GObject *object)
{
  TlGovernanceView *self = TL_GOVERNANCE_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_strfreev (self->shown);
  g_object_unref (self->review);

  G_OBJECT_CLASS (tl_governance_view_parent_class)->finalize (object);
}

static void
tl_governance_view_class_init (TlGovernanceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_governance_view_finalize;
}

static void
tl_governance_view_init (TlGovernanceView *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * tl_governance_view_new:
 * @review: a review
 *
 * Returns: (transfer floating): what it keeps about itself
 */
GtkWidget *
tl_governance_view_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlGovernanceView *self = g_object_new (TL_TYPE_GOVERNANCE_VIEW, NULL);

  self->review = g_object_ref (review);
  fill (self);
  return GTK_WIDGET (self);
}
