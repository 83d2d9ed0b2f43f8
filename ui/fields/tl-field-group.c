/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields of one record that belong together. Empty ones wait behind “Say more…”, so that what has been said is what is
 * seen, and nothing asks to be filled in. */
#include "config.h"

#include "ui/fields/tl-field-group.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-field-row.h"

typedef struct {
  GtkWidget   *row; /* belongs to the group */
  TlFieldShown shown;
  gboolean     asked; /* somebody chose it from the menu */
} Entry;

struct _TlFieldGroup
{
  AdwPreferencesGroup parent_instance;

  TlReview  *review;  /* owned */
  TlRecord  *record;  /* owned */
  GArray    *entries; /* of Entry */
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (TlFieldGroup, tl_field_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_filled (const Entry *entry)
{
  return tl_field_row_get_value (TL_FIELD_ROW (entry->row))->type != TL_VALUE_UNSET;
}

/* A row with the keyboard in it stays even when it is emptied. */
static gboolean
is_shown (TlFieldGroup *self,
          guint         index)
{
  const Entry *entry = &g_array_index (self->entries, Entry, index);

  if (entry->shown == TL_FIELD_SHOWN_ALWAYS || entry->asked || is_filled (entry)
      || gtk_widget_get_focus_child (entry->row) != NULL)
    return TRUE;
  return entry->shown == TL_FIELD_SHOWN_WITH_FIRST && is_filled (&g_array_index (self->entries, Entry, 0));
}

static void
refresh (TlFieldGroup *self)
{
  gboolean any_hidden = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      gboolean shown = is_shown (self, i);

      gtk_widget_set_visible (g_array_index (self->entries, Entry, i).row, shown);
      any_hidden = any_hidden || !shown;
    }
  gtk_widget_set_visible (self->more,
                          any_hidden && tl_review_can_change (self->review, tl_record_get_kind (self->record)));
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  TlFieldGroup *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *row = g_array_index (self->entries, Entry, i).row;

      if (gtk_widget_get_visible (row))
        continue;

      const TlField *field = tl_field_row_get_field (TL_FIELD_ROW (row));
      g_autoptr (GMenuItem) item = g_menu_item_new (_(field->label), NULL);
      g_menu_item_set_action_and_target (item, "fields.show", "s", field->name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static Entry *
find_entry (TlFieldGroup *self,
            const char   *field)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (g_str_equal (tl_field_row_get_field (TL_FIELD_ROW (entry->row))->name, field))
        return entry;
    }
  return NULL;
}

static void
show_field (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlFieldGroup *self = TL_FIELD_GROUP (widget);
  Entry *entry = find_entry (self, g_variant_get_string (parameter, NULL));

  if (entry == NULL)
    return;
  entry->asked = TRUE;
  refresh (self);
  gtk_widget_child_focus (entry->row, GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_field_group_finalize (GObject *object)
{
  TlFieldGroup *self = TL_FIELD_GROUP (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);
  g_array_unref (self->entries);

  G_OBJECT_CLASS (tl_field_group_parent_class)->finalize (object);
}

static void
tl_field_group_class_init (TlFieldGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_field_group_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "fields.show", "s", show_field);
}

static void
tl_field_group_init (TlFieldGroup *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), _("Say more…"));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), make_menu_cb, self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
}

/**
 * tl_field_group_new:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer floating): a group without fields
 */
GtkWidget *
tl_field_group_new (TlReview *review,
                    TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlFieldGroup *self = g_object_new (TL_TYPE_FIELD_GROUP, NULL);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_field_group_new_titled:
 * @review: a review
 * @record: one of its records
 * @title: (nullable): what stands above the fields
 * @description: (nullable): what stands beneath that
 * @fields: (array zero-terminated=1): names of fields of @record
 *
 * Returns: (transfer floating): a group in which the fields are always in view
 */
GtkWidget *
tl_field_group_new_titled (TlReview          *review,
                           TlRecord          *record,
                           const char        *title,
                           const char        *description,
                           const char *const *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);

  GtkWidget *self = tl_field_group_new (review, record);

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  for (guint i = 0; fields[i] != NULL; i++)
    tl_field_group_add (TL_FIELD_GROUP (self), fields[i], TL_FIELD_SHOWN_ALWAYS);
  return self;
}

/**
 * tl_field_group_add:
 * @field: name of a field of the record
 * @shown: when it is in view without having been asked for
 *
 * Returns: (transfer none): its row
 */
GtkWidget *
tl_field_group_add (TlFieldGroup *self,
                    const char   *field,
                    TlFieldShown  shown)
{
  g_return_val_if_fail (TL_IS_FIELD_GROUP (self), NULL);

  int index = tl_kind_find_field_index (tl_record_get_kind (self->record), field);
  g_return_val_if_fail (index >= 0, NULL);

  Entry entry = { tl_field_row_new (self->review, self->record, (guint) index), shown, FALSE };

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), entry.row);
  g_array_append_val (self->entries, entry);
  refresh (self);
  return entry.row;
}

/**
 * tl_field_group_find_row:
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its row, if it is in the group
 */
GtkWidget *
tl_field_group_find_row (TlFieldGroup *self,
                         const char   *field)
{
  g_return_val_if_fail (TL_IS_FIELD_GROUP (self) && field != NULL, NULL);

  Entry *entry = find_entry (self, field);

  return entry != NULL ? entry->row : NULL;
}
