/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a record may leave: for each text that a person can release, for whom it is, by whom and since when. Text
 * that has changed since is no longer released, and the choice goes back by itself. */
#include "config.h"

#include "ui/inspector/tl-release-section.h"

#include <glib/gi18n.h>

#include "model/review/tl-release-list.h"
#include "ui/widgets/tl-release-choice.h"

struct _TlReleaseSection
{
  AdwPreferencesGroup parent_instance;

  TlReview  *review; /* owned */
  TlRecord  *record; /* owned */
  GPtrArray *rows;   /* one a field, NULL where the field can't be released; the widgets belong to the group */
};

G_DEFINE_FINAL_TYPE (TlReleaseSection, tl_release_section, ADW_TYPE_PREFERENCES_GROUP)

static void
refresh_field (TlReleaseSection *self,
               guint             field)
{
  GtkWidget *row = g_ptr_array_index (self->rows, field);
  gboolean has_text = tl_record_get_value (self->record, field)->type != TL_VALUE_UNSET;
  g_autofree char *words = tl_review_dup_release_words (self->review, self->record, field);

  gtk_widget_set_visible (row, has_text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}

static void
refresh (TlReleaseSection *self)
{
  gboolean any = FALSE;

  if (tl_review_lookup (self->review, tl_record_get_id (self->record)) != self->record)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      {
        refresh_field (self, i);
        any = any || gtk_widget_get_visible (g_ptr_array_index (self->rows, i));
      }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
add_field (TlReleaseSection *self,
           guint             index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = tl_release_choice_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(tl_record_get_kind (self->record)->fields[index].label));
  tl_release_choice_set_text (TL_RELEASE_CHOICE (choice), self->review, self->record, index);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows->pdata[index] = row;
}

/* GObject overrides */

static void
tl_release_section_finalize (GObject *object)
{
  TlReleaseSection *self = TL_RELEASE_SECTION (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);
  g_ptr_array_unref (self->rows);

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
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What may leave"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("For whom each text is released"));
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
    if (tl_field_is_releasable (&kind->fields[i], TL_TIER_LEARNING))
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
  for (guint i = 0; i < kind->n_fields; i++)
    if (tl_field_is_releasable (&kind->fields[i], TL_TIER_LEARNING))
      add_field (self, i);
  refresh (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
