/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All records of one kind as rows by title, with a button that adds one. Choosing a row shows the record in the
 * inspector, where it is changed. */
#include "config.h"

#include "ui/window/tl-records-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/tl-icon-button.h"
#include "ui/window/tl-records-words.h"

struct _TlRecordsGroup
{
  AdwPreferencesGroup parent_instance;

  TlReview     *review;  /* owned */
  TlRecordList *records; /* owned */
  GPtrArray    *shown;   /* of TlRecord, owned, in the order of the rows */
  GPtrArray    *rows;    /* the widgets belong to the group */
  GtkWidget    *empty;
};

G_DEFINE_FINAL_TYPE (TlRecordsGroup, tl_records_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update_row (TlRecordsGroup *self,
            GtkWidget      *row,
            TlRecord       *record)
{
  g_autofree char *title = tl_review_dup_title (self->review, record);
  g_autofree char *words = tl_records_words_dup (self->review, record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words != NULL ? words : "");
}

static GtkWidget *
make_row (TlRecordsGroup *self,
          TlRecord       *record)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", tl_record_get_id (record));
  update_row (self, row, record);
  return row;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      review)
{
  g_autofree char *one = tl_review_dup_title (review, *(TlRecord *const *) a);
  g_autofree char *other = tl_review_dup_title (review, *(TlRecord *const *) b);
  int order = g_utf8_collate (one, other);

  return order != 0 ? order
                    : strcmp (tl_record_get_id (*(TlRecord *const *) a), tl_record_get_id (*(TlRecord *const *) b));
}

static GPtrArray *
list_records (TlRecordsGroup *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tl_record_list_get_n (self->records); i++)
    g_ptr_array_add (records, g_object_ref (tl_record_list_get (self->records, i)));
  g_ptr_array_sort_with_data (records, compare_titles, self->review);
  return records;
}

static gboolean
is_shown (TlRecordsGroup *self,
          GPtrArray      *records)
{
  gboolean same = records->len == self->shown->len;

  for (guint i = 0; same && i < records->len; i++)
    same = g_ptr_array_index (records, i) == g_ptr_array_index (self->shown, i);
  return same;
}

static void
rebuild (TlRecordsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (self->shown, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->empty, self->shown->len == 0);
}

/* While the order is the same the rows stay, and so does the keyboard. */
static void
review_changed_cb (TlRecordsGroup *self)
{
  g_autoptr (GPtrArray) records = list_records (self);

  if (is_shown (self, records))
    {
      for (guint i = 0; i < self->rows->len; i++)
        update_row (self, g_ptr_array_index (self->rows, i), g_ptr_array_index (self->shown, i));
      return;
    }
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&records);
  rebuild (self);
}

static void
tl_records_group_finalize (GObject *object)
{
  TlRecordsGroup *self = TL_RECORDS_GROUP (object);

  g_clear_object (&self->review);
  g_clear_object (&self->records);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tl_records_group_parent_class)->finalize (object);
}

static void
tl_records_group_class_init (TlRecordsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_records_group_finalize;
}

static void
tl_records_group_init (TlRecordsGroup *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
make_add_button (const TlKind *kind)
{
  g_autofree char *label = g_strdup_printf (_("Add: %s"), _(kind->label));

  return tl_icon_button_new_for ("list-add-symbolic", label, "win.add-record", kind->name);
}

/**
 * tl_records_group_new:
 * @review: a review
 * @kind: name of a kind
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
tl_records_group_new (TlReview   *review,
                      const char *kind)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_kind_lookup (kind) != NULL, NULL);

  TlRecordsGroup *self = g_object_new (TL_TYPE_RECORDS_GROUP, NULL);

  self->review = g_object_ref (review);
  self->records = g_object_ref (tl_review_get_list (review, kind));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(tl_kind_lookup (kind)->plural));
  if (tl_review_can_change (review, tl_kind_lookup (kind)))
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), make_add_button (tl_kind_lookup (kind)));

  self->empty = gtk_label_new (_("None yet"));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty);

  review_changed_cb (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
