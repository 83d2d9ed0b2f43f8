/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something of the board's own, to be read; and beneath it, when one asks for them, the fields in which it is written.
 * Most of it is only read, so the fields are made when they are first asked for. */
#include "config.h"

#include "ui/board/tl-board-form.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-field-group.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-label-button.h"

struct _TlBoardForm
{
  GtkBox parent_instance;

  TlReview          *review; /* owned */
  TlRecord          *record; /* owned */
  const char *const *fields; /* for ever */

  GtkWidget *edit;
  GtkWidget *revealer;
  GtkWidget *parts;

  guint filled : 1;
};

G_DEFINE_FINAL_TYPE (TlBoardForm, tl_board_form, GTK_TYPE_BOX)

enum {
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_buttons (TlBoardForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = tl_label_button_new (_("_Remove"));
  GtkWidget *done = tl_label_button_new (_("_Done"));

  gtk_widget_add_css_class (remove, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "s", tl_record_get_id (self->record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "win.remove");
  gtk_box_append (GTK_BOX (box), remove);

  gtk_widget_set_hexpand (done, TRUE);
  gtk_widget_set_halign (done, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "form.close");
  gtk_box_append (GTK_BOX (box), done);
  return box;
}

static void
fill (TlBoardForm *self)
{
  gtk_box_append (GTK_BOX (self->parts),
                  tl_field_group_new_titled (self->review, self->record, NULL, NULL, self->fields));
  self->filled = TRUE;
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
  gtk_box_append (GTK_BOX (self->parts), make_buttons (self));
}

static void
edit_toggled_cb (TlBoardForm *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->edit));

  if (open && !self->filled)
    fill (self);
  if (!open)
    tl_field_row_flush_within (self->parts);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
}

/* Before, there was no place for the fields: they could be out of sight, and could not have the keyboard. */
static void
revealed_cb (TlBoardForm *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  graphene_rect_t place;

  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)))
    return;
  gtk_widget_child_focus (self->parts, GTK_DIR_TAB_FORWARD);
  if (viewport == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &place))
    return;

  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double top = gtk_adjustment_get_value (down) + place.origin.y;
  gtk_adjustment_clamp_page (down, top, top + place.size.height);
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TlBoardForm *self = TL_BOARD_FORM (widget);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit), FALSE);
  gtk_widget_grab_focus (self->edit);
}

/* GObject overrides */

static void
tl_board_form_finalize (GObject *object)
{
  TlBoardForm *self = TL_BOARD_FORM (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (tl_board_form_parent_class)->finalize (object);
}

static void
tl_board_form_class_init (TlBoardFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_board_form_finalize;

  /* The fields have been made: what else is written here can be added. */
  signals[SIGNAL_FILLED] = g_signal_new ("filled", TL_TYPE_BOARD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.close", NULL, close_cb);
}

static void
tl_board_form_init (TlBoardForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);

  self->edit = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->edit), "document-edit-symbolic");
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_widget_set_valign (self->edit, GTK_ALIGN_START);
  g_signal_connect_object (self->edit, "toggled", G_CALLBACK (edit_toggled_cb), self, G_CONNECT_SWAPPED);

  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->parts, "board-fields");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->parts);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_board_form_new:
 * @review: a review
 * @record: one of the board's own records in it
 * @fields: names of fields, ended by %NULL, for ever
 * @reading: what is read of @record
 *
 * Returns: (transfer floating): @reading with a way to write
 */
GtkWidget *
tl_board_form_new (TlReview          *review,
                   TlRecord          *record,
                   const char *const *fields,
                   GtkWidget         *reading)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);
  g_return_val_if_fail (fields != NULL && GTK_IS_WIDGET (reading), NULL);

  TlBoardForm *self = g_object_new (TL_TYPE_BOARD_FORM, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  self->fields = fields;
  gtk_widget_set_hexpand (reading, TRUE);
  gtk_box_append (GTK_BOX (line), reading);
  gtk_box_append (GTK_BOX (line), self->edit);
  gtk_widget_set_visible (self->edit, tl_review_can_change (review, tl_record_get_kind (record)));
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->revealer);
  return GTK_WIDGET (self);
}

/**
 * tl_board_form_add:
 * @part: what else is written of the record
 *
 * Adds @part beneath the fields; to be called when these are made, by "filled".
 */
void
tl_board_form_add (TlBoardForm *self,
                   GtkWidget   *part)
{
  g_return_if_fail (TL_IS_BOARD_FORM (self) && self->filled && GTK_IS_WIDGET (part));
  gtk_box_append (GTK_BOX (self->parts), part);
}

/**
 * tl_board_form_open:
 *
 * Shows the fields and puts the keyboard into the first.
 */
void
tl_board_form_open (TlBoardForm *self)
{
  g_return_if_fail (TL_IS_BOARD_FORM (self));

  if (gtk_widget_get_visible (self->edit))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit), TRUE);
}

/**
 * tl_board_form_set_name:
 * @name: what the button that shows the fields does
 */
void
tl_board_form_set_name (TlBoardForm *self,
                        const char  *name)
{
  g_return_if_fail (TL_IS_BOARD_FORM (self) && name != NULL);

  gtk_widget_set_tooltip_text (self->edit, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
