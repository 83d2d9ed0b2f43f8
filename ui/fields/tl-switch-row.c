/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a yes-or-no field. */
#include "config.h"

#include "ui/fields/tl-switch-row.h"

struct _TlSwitchRow
{
  TlFieldRow parent_instance;

  GtkWidget *toggle;

  guint loading : 1;
};

G_DEFINE_FINAL_TYPE (TlSwitchRow, tl_switch_row, TL_TYPE_FIELD_ROW)

static void
active_cb (TlSwitchRow *self)
{
  if (self->loading)
    return;
  tl_field_row_commit (TL_FIELD_ROW (self), gtk_switch_get_active (GTK_SWITCH (self->toggle)) ? "true" : "false");
  tl_field_row_end_group (TL_FIELD_ROW (self));
}

static void
tl_switch_row_build (TlFieldRow *row)
{
  TlSwitchRow *self = TL_SWITCH_ROW (row);

  self->toggle = gtk_switch_new ();
  gtk_widget_set_halign (self->toggle, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->toggle, tl_field_row_get_editable (row));
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  tl_field_row_set_editor (row, self->toggle, self->toggle);
}

static void
tl_switch_row_load (TlFieldRow *row)
{
  TlSwitchRow *self = TL_SWITCH_ROW (row);
  const TlValue *value = tl_field_row_get_value (row);

  self->loading = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->toggle), value->type == TL_VALUE_INTEGER && value->integer != 0);
  self->loading = FALSE;
}

static void
tl_switch_row_class_init (TlSwitchRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);

  row_class->build = tl_switch_row_build;
  row_class->load = tl_switch_row_load;
}

static void
tl_switch_row_init (TlSwitchRow *self)
{
}
