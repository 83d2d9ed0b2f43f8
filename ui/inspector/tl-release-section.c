/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a record may leave: a switch for each text that a person can release into the learning record. Text that has
 * changed since is no longer released, and the switch goes back by itself. */
#include "config.h"

#include "ui/inspector/tl-release-section.h"

#include <glib/gi18n.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-release.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

struct _TlReleaseSection
{
  AdwPreferencesGroup parent_instance;

  TlReview  *review; /* owned */
  TlRecord  *record; /* owned */
  GPtrArray *rows;   /* one a field, NULL where the field can't be released; the widgets belong to the group */
  GPtrArray *toggles;

  guint loading : 1;
};

G_DEFINE_FINAL_TYPE (TlReleaseSection, tl_release_section, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_releasable (const TlField *field)
{
  return field->release >= TL_TIER_LEARNING && field->tier < TL_TIER_LEARNING;
}

static void
refresh_field (TlReleaseSection *self,
               guint             field)
{
  GtkWidget *row = g_ptr_array_index (self->rows, field);
  GtkWidget *toggle = g_ptr_array_index (self->toggles, field);
  gboolean has_text = tl_record_get_value (self->record, field)->type != TL_VALUE_UNSET;
  gboolean released = has_text && tl_review_get_release (self->review, self->record, field) >= TL_TIER_LEARNING;

  gtk_widget_set_visible (row, has_text);
  gtk_switch_set_active (GTK_SWITCH (toggle), released);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), released ? _("Released as it stands; a changed text is not")
                                                              : _("Stays in the review"));
}

static void
refresh (TlReleaseSection *self)
{
  gboolean any = FALSE;

  if (tl_review_lookup (self->review, tl_record_get_id (self->record)) != self->record)
    return;

  self->loading = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      {
        refresh_field (self, i);
        any = any || gtk_widget_get_visible (g_ptr_array_index (self->rows, i));
      }
  self->loading = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static gboolean
write_release (TlReleaseSection *self,
               const TlField    *field,
               gboolean          release,
               GError          **error)
{
  g_autofree char *name = tl_wording_name (self->review, self->record);
  /* Translators: in the history. The first is the name of a field, the second of a record. */
  g_autofree char *label = release ? g_strdup_printf (_("Release “%s” of “%s”"), _(field->label), name)
                                   : g_strdup_printf (_("Withdraw “%s” of “%s”"), _(field->label), name);
  TlEdit *edit = tl_edit_begin (self->review, label, error);
  const char *id = tl_record_get_id (self->record);

  if (edit == NULL)
    return FALSE;
  if (release ? !tl_edit_release (edit, id, field->name, TL_TIER_LEARNING, error)
              : !tl_edit_withdraw (edit, id, field->name, error))
    {
      tl_edit_abort (edit);
      return FALSE;
    }

  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}

static void
active_cb (TlReleaseSection *self,
           GParamSpec       *pspec,
           GtkWidget        *toggle)
{
  g_autoptr (GError) error = NULL;
  guint index;

  if (self->loading || !g_ptr_array_find (self->toggles, toggle, &index))
    return;

  const TlField *field = &tl_record_get_kind (self->record)->fields[index];
  if (!write_release (self, field, gtk_switch_get_active (GTK_SWITCH (toggle)), &error))
    tl_report_error (GTK_WIDGET (self), error);
  refresh (self);
}

static void
add_field (TlReleaseSection *self,
           guint             index)
{
  const TlField *field = &tl_record_get_kind (self->record)->fields[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(field->label));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (toggle, !tl_review_get_read_only (self->review));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows->pdata[index] = row;
  self->toggles->pdata[index] = toggle;
}

/* GObject overrides */

static void
tl_release_section_finalize (GObject *object)
{
  TlReleaseSection *self = TL_RELEASE_SECTION (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->toggles);

  G_OBJECT_CLASS (tl_release_section_parent_class)->finalize (object);
}

static void
tl_release_section_class_init (TlReleaseSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_release_section_finalize;
}

static void
tl_release_section_init (TlReleaseSection *self)
{
  self->rows = g_ptr_array_new ();
  self->toggles = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What may leave"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("Release in the learning record"));
}

/**
 * tl_release_section_applies:
 * @kind: a kind
 *
 * Returns: whether anything of a record of @kind can be released by a person
 */
gboolean
tl_release_section_applies (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_releasable (&kind->fields[i]))
      return TRUE;
  return FALSE;
}

/**
 * tl_release_section_new:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
tl_release_section_new (TlReview *review,
                        TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlReleaseSection *self = g_object_new (TL_TYPE_RELEASE_SECTION, NULL);
  const TlKind *kind = tl_record_get_kind (record);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  g_ptr_array_set_size (self->rows, (int) kind->n_fields);
  g_ptr_array_set_size (self->toggles, (int) kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_releasable (&kind->fields[i]))
      add_field (self, i);
  refresh (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
