/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a record consists of, such as the events of an episode or the factors behind a finding: each with a way to it
 * and one to take it out, and a picker that adds another or makes a new one. A row shows it in the inspector. */
#include "config.h"

#include "ui/fields/tl-part-list.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

struct _TlPartList
{
  AdwPreferencesGroup parent_instance;

  const TlPart *part;
  TlSelection  *selection; /* owned */
  TlRecord     *owner;     /* owned */
  GListStore   *records;   /* owned */

  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlPartList, tl_part_list, ADW_TYPE_PREFERENCES_GROUP)

typedef gboolean (*Verb) (TlEdit      *edit,
                          TlReview    *review,
                          const char  *owner_id,
                          const char  *what,
                          GError     **error);

static TlReview *
get_review (TlPartList *self)
{
  return tl_selection_get_review (self->selection);
}

static gboolean
change (TlPartList *self,
        Verb           verb,
        const char    *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), NULL, &error);

  if (edit != NULL)
    {
      gboolean made = verb (edit, get_review (self), tl_record_get_id (self->owner), what, &error);
      done = tl_edit_finish (edit, made, &error);
    }
  if (done == NULL)
    tl_report_error (GTK_WIDGET (self), error);
  return done != NULL;
}

/* What stood after the row that has gone gets the keyboard. */
static void
focus_near (TlPartList *self,
            guint          position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));

  gtk_widget_grab_focus (n > 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                                           (int) MIN (position, n - 1)))
                               : self->add);
}

static void
take_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlPartList *self = TL_PART_LIST (widget);
  TlRecord *record = tl_review_lookup (get_review (self), g_variant_get_string (parameter, NULL));
  guint position;

  if (record == NULL || !g_list_store_find (self->records, record, &position))
    return;

  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  if (change (self, self->part->take, id))
    focus_near (self, position);
}

/* Callbacks */

static void
picked_cb (TlPartList *self,
           const char    *id)
{
  change (self, self->part->add, id);
}

static void
named_cb (TlPartList *self,
          const char    *text)
{
  change (self, self->part->add_new, text);
}

/* Made anew each time: a picker left in place would sort and filter at every change of the review. */
static void
make_picker_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  TlPartList *self = user_data;
  const char *const kinds[] = { self->part->kind, NULL };
  GtkWidget *picker = tl_record_picker_new (get_review (self), kinds);

  if (self->part->add_new != NULL)
    tl_record_picker_set_new_label (TL_RECORD_PICKER (picker), _(self->part->new_format));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
row_activated_cb (TlPartList *self,
                  GtkListBoxRow *row)
{
  g_autoptr (TlRecord) record
    = g_list_model_get_item (G_LIST_MODEL (self->records), (guint) gtk_list_box_row_get_index (row));

  tl_selection_set_one (self->selection, tl_record_get_id (record));
}

static void
name_row (TlPartList *self,
          GtkWidget     *row,
          TlRecord      *record)
{
  g_autofree char *title = tl_review_dup_title (get_review (self), record);
  g_autofree char *subtitle = self->part->dup_subtitle (get_review (self), self->owner, record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  TlPartList *self = user_data;
  const char *id = tl_record_get_id (item);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = tl_wording_name (get_review (self), item);
  g_autofree char *phrase = tl_review_dup_phrase (get_review (self), _(self->part->take_label));
  g_autoptr (GString) take_label = g_string_new (phrase);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  name_row (self, row, item);
  if (self->part->go_label != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               tl_icon_button_new_for ("go-next-symbolic", _(self->part->go_label), "win.reveal", id));
  g_string_replace (take_label, "%s", name, 1);
  if (!tl_review_get_read_only (get_review (self)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_icon_button_new_for ("list-remove-symbolic", take_label->str,
                                                                             "part-list.take-out", id));
  return row;
}

static gboolean
is_same (TlPartList *self,
         GPtrArray     *now)
{
  if (now->len != g_list_model_get_n_items (G_LIST_MODEL (self->records)))
    return FALSE;
  for (guint i = 0; i < now->len; i++)
    {
      g_autoptr (TlRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), i);

      if (record != g_ptr_array_index (now, i))
        return FALSE;
    }
  return TRUE;
}

/* Rows are made anew only when others belong to the owner now, or in another order: the keyboard stays. */
static void
refresh (TlPartList *self)
{
  if (tl_review_lookup (get_review (self), tl_record_get_id (self->owner)) != self->owner)
    return;

  g_autoptr (GPtrArray) now = self->part->collect (get_review (self), self->owner);
  if (!is_same (self, now))
    g_list_store_splice (self->records, 0, g_list_model_get_n_items (G_LIST_MODEL (self->records)), now->pdata,
                         now->len);
  else
    for (guint i = 0; i < now->len; i++)
      name_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)),
                g_ptr_array_index (now, i));
  gtk_widget_set_visible (self->list, now->len > 0);
  gtk_widget_set_visible (self->empty, now->len == 0);
}

/* GObject overrides */

static void
tl_part_list_finalize (GObject *object)
{
  TlPartList *self = TL_PART_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->owner);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (tl_part_list_parent_class)->finalize (object);
}

static void
tl_part_list_class_init (TlPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_part_list_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "part-list.take-out", "s", take_out);
}

static void
tl_part_list_init (TlPartList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->records = g_list_store_new (TL_TYPE_RECORD);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->list);

  self->empty = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (box), self->empty);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);

  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_picker_cb, self, NULL);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

/**
 * tl_part_list_new:
 * @part: what to list
 * @selection: the window's selection
 * @owner: what consists of it
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
tl_part_list_new (const TlPart *part,
                  TlSelection  *selection,
                  TlRecord     *owner)
{
  g_return_val_if_fail (part != NULL && TL_IS_SELECTION (selection) && TL_IS_RECORD (owner), NULL);

  TlPartList *self = g_object_new (TL_TYPE_PART_LIST, NULL);

  self->part = part;
  self->selection = g_object_ref (selection);
  self->owner = g_object_ref (owner);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(part->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(part->title), -1);
  tl_phrase_bind (self->empty, "label", get_review (self), _(part->empty));
  gtk_widget_set_tooltip_text (self->add, _(part->add_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _(part->add_label), -1);
  gtk_widget_set_visible (self->add, !tl_review_get_read_only (get_review (self)));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->records), make_row_cb, self, NULL);
  refresh (self);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
