/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a field that names one record: what it is called, a way there, and a picker for another. */
#include "config.h"

#include "ui/fields/tl-reference-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-record-picker.h"

struct _TlReferenceRow
{
  TlFieldRow parent_instance;

  GtkWidget *choose; /* carries the name and opens the picker */
  GtkWidget *name;
  GtkWidget *go;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (TlReferenceRow, tl_reference_row, TL_TYPE_FIELD_ROW)

static void
picked_cb (TlReferenceRow *self,
           const char     *id)
{
  tl_field_row_commit (TL_FIELD_ROW (self), id);
  tl_field_row_end_group (TL_FIELD_ROW (self));
  TL_FIELD_ROW_GET_CLASS (self)->load (TL_FIELD_ROW (self));
}

static void
cleared_cb (TlReferenceRow *self)
{
  picked_cb (self, NULL);
}

/* Not a menu button: that one does not let the name have the height that it needs in a narrow row. */
static void
choose_clicked_cb (TlReferenceRow *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  GtkWidget *picker = tl_record_picker_new (tl_field_row_get_review (row), tl_field_row_get_field (row)->refs);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), self->choose);
}

static void
tl_reference_row_build (TlFieldRow *row)
{
  TlReferenceRow *self = TL_REFERENCE_ROW (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->name), 3);
  gtk_widget_set_hexpand (self->name, TRUE);

  self->choose = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->choose), self->name);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->choose, "flat");
  gtk_widget_set_hexpand (self->choose, TRUE);
  gtk_widget_set_sensitive (self->choose, tl_field_row_get_editable (row));
  gtk_box_append (GTK_BOX (box), self->choose);

  self->go = tl_icon_button_new ("go-next-symbolic", _("Show it"));
  gtk_box_append (GTK_BOX (box), self->go);

  self->clear = tl_icon_button_new ("edit-clear-symbolic", _("Set to nothing"));
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->clear);

  tl_field_row_set_editor (row, box, self->choose);
}

static void
tl_reference_row_load (TlFieldRow *row)
{
  TlReferenceRow *self = TL_REFERENCE_ROW (row);
  const TlValue *value = tl_field_row_get_value (row);
  const char *id = value->type == TL_VALUE_TEXT ? value->text : NULL;
  TlRecord *record = id != NULL ? tl_review_lookup (tl_field_row_get_review (row), id) : NULL;
  g_autofree char *title = record != NULL ? tl_review_dup_title (tl_field_row_get_review (row), record) : NULL;
  gboolean needed = tl_field_row_get_field (row)->on_remove == TL_ON_REMOVE_DELETE;

  gtk_label_set_text (GTK_LABEL (self->name), title != NULL ? title : _("Not set"));
  gtk_widget_set_tooltip_text (self->choose, title);
  gtk_widget_set_visible (self->go, record != NULL);
  gtk_widget_set_visible (self->clear, record != NULL && !needed && tl_field_row_get_editable (row));
  if (record != NULL)
    {
      gtk_widget_remove_css_class (self->name, "dim-label");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go), "s", id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go), "win.reveal");
    }
  else
    gtk_widget_add_css_class (self->name, "dim-label");
}

static void
tl_reference_row_class_init (TlReferenceRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);

  row_class->build = tl_reference_row_build;
  row_class->load = tl_reference_row_load;
}

static void
tl_reference_row_init (TlReferenceRow *self)
{
}
