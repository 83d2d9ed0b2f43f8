/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a choice whose values need a sentence each: all in view as answers to the question that the label asks,
 * the chosen one with what it says. None has to be chosen, and what was chosen can be taken back. */
#include "config.h"

#include "ui/fields/tl-answer-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"

struct _TlAnswerRow
{
  TlFieldRow parent_instance;

  GPtrArray *buttons;  /* one a choice; the widgets belong to the row */
  GPtrArray *meanings; /* likewise */
  GtkWidget *none;     /* never seen: the radio button that is active while no answer is */
  GtkWidget *clear;

  guint loading : 1;
};

G_DEFINE_FINAL_TYPE (TlAnswerRow, tl_answer_row, TL_TYPE_FIELD_ROW)

/* Callbacks */

static void
toggled_cb (TlAnswerRow    *self,
            GtkCheckButton *button)
{
  const TlField *field = tl_field_row_get_field (TL_FIELD_ROW (self));
  guint position;

  if (self->loading || !gtk_check_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &position))
    return;
  tl_field_row_commit (TL_FIELD_ROW (self), field->choices[position].key);
  TL_FIELD_ROW_GET_CLASS (self)->load (TL_FIELD_ROW (self));
}

static void
cleared_cb (TlAnswerRow *self)
{
  gtk_widget_grab_focus (g_ptr_array_index (self->buttons, 0));
  tl_field_row_end_group (TL_FIELD_ROW (self));
  tl_field_row_commit (TL_FIELD_ROW (self), NULL);
  tl_field_row_end_group (TL_FIELD_ROW (self));
  TL_FIELD_ROW_GET_CLASS (self)->load (TL_FIELD_ROW (self));
}

/* The arrows choose as they go: all of one stay is undone as one. */
static void
focus_left_cb (TlAnswerRow *self)
{
  tl_field_row_end_group (TL_FIELD_ROW (self));
}

/* The row's overrides */

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
make_answer (TlAnswerRow    *self,
             const TlChoice *choice)
{
  const char *description = choice->description != NULL ? _(choice->description) : "";
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *meaning = make_label (description);

  gtk_widget_add_css_class (meaning, "caption");
  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (_(choice->label)));
  gtk_box_append (GTK_BOX (box), meaning);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_valign (gtk_widget_get_first_child (button), GTK_ALIGN_START);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (self->none));
  gtk_widget_set_tooltip_text (button, description);
  gtk_widget_set_sensitive (button, tl_field_row_get_editable (TL_FIELD_ROW (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(choice->label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->meanings, meaning);
  return button;
}

static void
tl_answer_row_build (TlFieldRow *row)
{
  TlAnswerRow *self = TL_ANSWER_ROW (row);
  const TlField *field = tl_field_row_get_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *answers = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_RADIO_GROUP, "hexpand", TRUE, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->none = g_object_ref_sink (gtk_check_button_new ());
  for (guint i = 0; field->choices[i].key != NULL; i++)
    gtk_box_append (GTK_BOX (answers), make_answer (self, &field->choices[i]));
  gtk_box_append (GTK_BOX (box), answers);

  self->clear = tl_icon_button_new ("edit-clear-symbolic", _("Take the answer back"));
  gtk_widget_set_valign (self->clear, GTK_ALIGN_START);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->clear);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, focus);
  tl_field_row_set_editor (row, box, answers);
}

static void
tl_answer_row_load (TlFieldRow *row)
{
  TlAnswerRow *self = TL_ANSWER_ROW (row);
  const TlField *field = tl_field_row_get_field (row);
  const char *key = tl_record_get_text (tl_field_row_get_record (row), field->name);

  self->loading = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), TRUE);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gboolean chosen = g_strcmp0 (field->choices[i].key, key) == 0;

      if (chosen)
        gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);
      gtk_widget_set_visible (g_ptr_array_index (self->meanings, i), chosen && field->choices[i].description != NULL);
    }
  gtk_widget_set_visible (self->clear, key != NULL && tl_field_row_get_editable (row)
                                           && !(field->flags & TL_FIELD_ALWAYS));
  self->loading = FALSE;
}

/* GObject overrides */

static void
tl_answer_row_dispose (GObject *object)
{
  g_clear_object (&TL_ANSWER_ROW (object)->none);
  G_OBJECT_CLASS (tl_answer_row_parent_class)->dispose (object);
}

static void
tl_answer_row_finalize (GObject *object)
{
  g_ptr_array_unref (TL_ANSWER_ROW (object)->buttons);
  g_ptr_array_unref (TL_ANSWER_ROW (object)->meanings);
  G_OBJECT_CLASS (tl_answer_row_parent_class)->finalize (object);
}

static void
tl_answer_row_class_init (TlAnswerRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_answer_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_answer_row_finalize;
  row_class->build = tl_answer_row_build;
  row_class->load = tl_answer_row_load;
}

static void
tl_answer_row_init (TlAnswerRow *self)
{
  self->buttons = g_ptr_array_new ();
  self->meanings = g_ptr_array_new ();
}
