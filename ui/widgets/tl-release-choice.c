/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For whom one text is released: nobody, the learning record, the public. A choice is a decision on record, in one
 * edit; when the text changes the choice goes back by itself. */
#include "config.h"

#include "ui/widgets/tl-release-choice.h"

#include <glib/gi18n.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-release-list.h"
#include "model/review/tl-release.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

static const struct {
  const char *label;
  TlTier      tier;
} choices[] = {
  { N_("Stays"), TL_TIER_NEVER },
  { N_("Learning record"), TL_TIER_LEARNING },
  { N_("Public"), TL_TIER_PUBLIC },
};

struct _TlReleaseChoice
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;

  TlReview *review; /* owned */
  TlRecord *record; /* owned */
  guint     field;

  guint loading : 1;
};

G_DEFINE_FINAL_TYPE (TlReleaseChoice, tl_release_choice, GTK_TYPE_WIDGET)

static const TlField *
get_field (TlReleaseChoice *self)
{
  return &tl_record_get_kind (self->record)->fields[self->field];
}

static guint
get_position (TlReleaseChoice *self)
{
  TlTier tier = tl_review_get_release (self->review, self->record, self->field);
  guint position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].tier == tier)
      position = i;
  return position;
}

static void
refresh (TlReleaseChoice *self)
{
  if (tl_review_lookup (self->review, tl_record_get_id (self->record)) != self->record)
    return;
  self->loading = TRUE;
  gtk_drop_down_set_selected (self->drop_down, get_position (self));
  self->loading = FALSE;
}

static gboolean
decide (TlReleaseChoice *self,
        TlTier           tier,
        GError         **error)
{
  const TlField *field = get_field (self);
  const char *id = tl_record_get_id (self->record);
  g_autofree char *name = tl_wording_name (self->review, self->record);
  /* Translators: in the history. The first is the name of a field, the second of a record. */
  g_autofree char *label = g_strdup_printf (tier != TL_TIER_NEVER ? _("Release “%s” of “%s”")
                                                                  : _("Withdraw “%s” of “%s”"), _(field->label), name);
  TlEdit *edit = tl_edit_begin (self->review, label, error);
  gboolean made = edit != NULL
                  && (tier != TL_TIER_NEVER ? tl_edit_release (edit, id, field->name, tier, error)
                                            : tl_edit_withdraw (edit, id, field->name, error));
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, error) : NULL;

  return change != NULL;
}

static void
selected_cb (TlReleaseChoice *self)
{
  g_autoptr (GError) error = NULL;
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->loading || self->review == NULL || selected >= G_N_ELEMENTS (choices)
      || selected == get_position (self))
    return;
  if (!decide (self, choices[selected].tier, &error))
    tl_report_error (GTK_WIDGET (self), error);
  refresh (self);
}

/* GObject overrides */

static void
tl_release_choice_dispose (GObject *object)
{
  TlReleaseChoice *self = TL_RELEASE_CHOICE (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  g_clear_object (&self->record);
  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (tl_release_choice_parent_class)->dispose (object);
}

static void
tl_release_choice_class_init (TlReleaseChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_release_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tl_release_choice_init (TlReleaseChoice *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_release_choice_new:
 *
 * Returns: (transfer floating): a choice of nothing yet
 */
GtkWidget *
tl_release_choice_new (void)
{
  return g_object_new (TL_TYPE_RELEASE_CHOICE, NULL);
}

/**
 * tl_release_choice_set_text:
 * @self: a choice
 * @review: a review
 * @record: one of its records
 * @field: index of a field of it that can be released
 */
void
tl_release_choice_set_text (TlReleaseChoice *self,
                            TlReview        *review,
                            TlRecord        *record,
                            guint            field)
{
  g_return_if_fail (TL_IS_RELEASE_CHOICE (self) && TL_IS_REVIEW (review) && TL_IS_RECORD (record));

  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_set_object (&self->review, review);
  g_set_object (&self->record, record);
  self->field = field;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].tier == TL_TIER_NEVER || tl_field_is_releasable (get_field (self), choices[i].tier))
      gtk_string_list_append (labels, _(choices[i].label));
  self->loading = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  self->loading = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), !tl_review_get_read_only (review));

  /* Translators: a field */
  g_autofree char *name = g_strdup_printf (_("For whom “%s” is released"), _(get_field (self)->label));
  tl_drop_down_set_name (self->drop_down, name);
  refresh (self);
  g_signal_connect_swapped (review, "changed", G_CALLBACK (refresh), self);
}
