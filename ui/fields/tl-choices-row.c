/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a field that can be several of its choices: a check button for each, all in view. */
#include "config.h"

#include "ui/fields/tl-choices-row.h"

#include <glib/gi18n.h>

struct _TlChoicesRow
{
  TlFieldRow parent_instance;

  GPtrArray *buttons; /* one a choice; the widgets belong to the row */

  guint loading : 1;
};

G_DEFINE_FINAL_TYPE (TlChoicesRow, tl_choices_row, TL_TYPE_FIELD_ROW)

/* In the order of the declaration, so that the same choices are always the same value. */
static void
toggled_cb (TlChoicesRow *self)
{
  if (self->loading)
    return;

  const TlField *field = tl_field_row_get_field (TL_FIELD_ROW (self));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_ptr_array_add (chosen, (gpointer) field->choices[i].key);
  g_ptr_array_add (chosen, NULL);

  tl_field_row_commit_list (TL_FIELD_ROW (self), (const char *const *) chosen->pdata);
  tl_field_row_end_group (TL_FIELD_ROW (self));
}

static void
tl_choices_row_build (TlFieldRow *row)
{
  TlChoicesRow *self = TL_CHOICES_ROW (row);
  const TlField *field = tl_field_row_get_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_(field->choices[i].label));

      gtk_widget_set_sensitive (button, tl_field_row_get_editable (row));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (self->buttons, button);
    }
  tl_field_row_set_editor (row, box, box);
}

static void
tl_choices_row_load (TlFieldRow *row)
{
  TlChoicesRow *self = TL_CHOICES_ROW (row);
  const TlField *field = tl_field_row_get_field (row);
  const TlValue *value = tl_field_row_get_value (row);

  self->loading = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gboolean chosen = value->type == TL_VALUE_LIST
                        && g_strv_contains ((const char *const *) value->list, field->choices[i].key);
      gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), chosen);
    }
  self->loading = FALSE;
}

static void
tl_choices_row_finalize (GObject *object)
{
  g_ptr_array_unref (TL_CHOICES_ROW (object)->buttons);
  G_OBJECT_CLASS (tl_choices_row_parent_class)->finalize (object);
}

static void
tl_choices_row_class_init (TlChoicesRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_choices_row_finalize;
  row_class->build = tl_choices_row_build;
  row_class->load = tl_choices_row_load;
}

static void
tl_choices_row_init (TlChoicesRow *self)
{
  self->buttons = g_ptr_array_new ();
}
