/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section of the inspector: a list of what has to do with the record in one way, each line with a way there. It is
 * collected again after every change of the review and rebuilt only if its lines differ, so that the keyboard stays
 * where it is. */
#include "config.h"

#include "ui/inspector/tl-section.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"

struct _TlSection
{
  AdwPreferencesGroup parent_instance;

  const TlSectionSpec *spec;
  TlReview            *review; /* owned */
  TlRecord            *record; /* owned */
  GPtrArray           *items;  /* owned TlSectionItem */
  GPtrArray           *rows;   /* the widgets belong to the group */
};

G_DEFINE_FINAL_TYPE (TlSection, tl_section, ADW_TYPE_PREFERENCES_GROUP)

static void
free_item (gpointer data)
{
  TlSectionItem *item = data;

  g_free (item->title);
  g_free (item->subtitle);
  g_free (item->reveal);
  g_free (item->edit);
  g_free (item->edit_label);
  g_free (item->remove);
  g_free (item->remove_label);
  g_free (item);
}

static gboolean
items_equal (gconstpointer a,
             gconstpointer b)
{
  const TlSectionItem *one = a, *other = b;

  return g_strcmp0 (one->title, other->title) == 0 && g_strcmp0 (one->subtitle, other->subtitle) == 0
         && g_strcmp0 (one->reveal, other->reveal) == 0 && g_strcmp0 (one->edit, other->edit) == 0
         && g_strcmp0 (one->remove, other->remove) == 0;
}

static gboolean
lists_equal (GPtrArray *one,
             GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!items_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
      return FALSE;
  return TRUE;
}

static GtkWidget *
make_row (TlSection           *self,
          const TlSectionItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (item->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->subtitle);

  if (item->edit != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_icon_button_new_for ("document-edit-symbolic", item->edit_label,
                                                                             "win.reveal", item->edit));
  if (item->remove != NULL && !tl_review_get_read_only (self->review))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_icon_button_new_for ("list-remove-symbolic", item->remove_label,
                                                                             "win.remove", item->remove));
  if (item->reveal != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.reveal");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->reveal);
    }
  return row;
}

static void
add_row (TlSection *self,
         GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
rebuild (TlSection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->items->len; i++)
    add_row (self, make_row (self, g_ptr_array_index (self->items, i)));

  if (self->items->len == 0 && self->spec->empty != NULL)
    {
      GtkWidget *label = gtk_label_new (_(self->spec->empty));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      add_row (self, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->items->len > 0 || self->spec->empty != NULL);
}

static void
refresh (TlSection *self,
         gboolean   first)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);

  if (tl_review_lookup (self->review, tl_record_get_id (self->record)) == self->record)
    self->spec->collect (self->review, self->record, items);
  if (!first && lists_equal (items, self->items))
    return;

  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  rebuild (self);
}

static void
review_changed_cb (TlSection *self)
{
  refresh (self, FALSE);
}

/* GObject overrides */

static void
tl_section_finalize (GObject *object)
{
  TlSection *self = TL_SECTION (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tl_section_parent_class)->finalize (object);
}

static void
tl_section_class_init (TlSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_section_finalize;
}

static void
tl_section_init (TlSection *self)
{
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->rows = g_ptr_array_new ();
}

/**
 * tl_section_new:
 * @spec: what to show
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
tl_section_new (const TlSectionSpec *spec,
                TlReview            *review,
                TlRecord            *record)
{
  g_return_val_if_fail (spec != NULL && TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlSection *self = g_object_new (TL_TYPE_SECTION, NULL);

  self->spec = spec;
  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(spec->title));
  if (spec->add_action != NULL && !tl_review_get_read_only (review))
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                             tl_icon_button_new_for ("list-add-symbolic", _(spec->add_label),
                                                                     spec->add_action, tl_record_get_id (record)));
  refresh (self, TRUE);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_section_add_item:
 * @items: where to
 * @title: what is listed
 * @subtitle: (nullable): a word on it
 *
 * Returns: (transfer none): the new item, for the rest of it
 */
TlSectionItem *
tl_section_add_item (GPtrArray  *items,
                     const char *title,
                     const char *subtitle)
{
  g_return_val_if_fail (items != NULL && title != NULL, NULL);

  TlSectionItem *item = g_new0 (TlSectionItem, 1);

  item->title = g_strdup (title);
  item->subtitle = g_strdup (subtitle);
  g_ptr_array_add (items, item);
  return item;
}

/**
 * tl_section_get_n:
 *
 * Returns: how many lines there are
 */
guint
tl_section_get_n (TlSection *self)
{
  g_return_val_if_fail (TL_IS_SECTION (self), 0);
  return self->items->len;
}
