/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quality marker: what it says, its questions, and the notes on it, which are written here. Nothing says how many
 * have notes. */
#include "config.h"

#include "ui/dialogs/tl-marker-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/review/tl-edit.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-report.h"

struct _TlMarkerRow
{
  AdwExpanderRow parent_instance;

  TlReview       *review; /* owned */
  const TlMarker *marker; /* the dialog’s */
  GPtrArray      *notes;  /* the records shown, owned */
  GPtrArray      *rows;   /* their rows; the widgets belong to this one */
  GtkWidget      *add;
};

G_DEFINE_FINAL_TYPE (TlMarkerRow, tl_marker_row, ADW_TYPE_EXPANDER_ROW)

static GPtrArray *
find_notes (TlMarkerRow *self)
{
  TlRecordList *list = tl_review_get_list (self->review, "marker_note");
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    if (tl_record_get_int (tl_record_list_get (list, i), "marker", 0) == self->marker->number)
      g_ptr_array_add (notes, g_object_ref (tl_record_list_get (list, i)));
  return notes;
}

static gboolean
same_records (GPtrArray *one,
              GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (g_ptr_array_index (one, i) != g_ptr_array_index (other, i))
      return FALSE;
  return TRUE;
}

/* The rows stay as they are while the same notes are there, so that the keyboard stays where it is. */
static void
show_notes (TlMarkerRow *self)
{
  g_autoptr (GPtrArray) notes = find_notes (self);
  int field = tl_kind_find_field_index (tl_kind_lookup ("marker_note"), "note");

  if (same_records (notes, self->notes))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < notes->len; i++)
    {
      GtkWidget *row = tl_field_row_new (self->review, g_ptr_array_index (notes, i), (guint) field);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }
  g_ptr_array_unref (self->notes);
  self->notes = g_steal_pointer (&notes);
  gtk_widget_set_visible (self->add, self->notes->len == 0
                                         && tl_review_can_change (self->review, tl_kind_lookup ("marker_note")));
}

static void
add_note_cb (TlMarkerRow *self)
{
  g_autoptr (GError) error = NULL;
  /* Translators: the label of a change; the title of a quality marker */
  g_autofree char *label = g_strdup_printf (_("Note on “%s”"), self->marker->title);
  TlEdit *edit = tl_edit_begin (self->review, label, &error);
  g_autofree char *id = edit != NULL ? tl_edit_add (edit, "marker_note", NULL, &error) : NULL;
  gboolean made = id != NULL && tl_edit_set_int (edit, id, "marker", self->marker->number, &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, &error) : NULL;

  if (change == NULL)
    tl_report_error (GTK_WIDGET (self), error);
  else if (self->rows->len > 0)
    gtk_widget_child_focus (g_ptr_array_index (self->rows, 0), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_questions (TlMarkerRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *all = g_strjoinv (" ", self->marker->questions);

  for (guint i = 0; self->marker->questions[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (self->marker->questions[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "marker-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), all);
  return row;
}

static void
fill (TlMarkerRow *self)
{
  g_autofree char *title = g_strdup_printf ("%d. %s", self->marker->number, self->marker->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), self->marker->statement);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_questions (self));

  self->add = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _("Add a note"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add), TRUE);
  g_signal_connect_object (self->add, "activated", G_CALLBACK (add_note_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  gtk_widget_set_visible (self->add, tl_review_can_change (self->review, tl_kind_lookup ("marker_note")));

  g_signal_connect_object (self->review, "changed", G_CALLBACK (show_notes), self, G_CONNECT_SWAPPED);
  show_notes (self);
}

static void
tl_marker_row_finalize (GObject *object)
{
  TlMarkerRow *self = TL_MARKER_ROW (object);

  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->review);

  G_OBJECT_CLASS (tl_marker_row_parent_class)->finalize (object);
}

static void
tl_marker_row_class_init (TlMarkerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_marker_row_finalize;
}

static void
tl_marker_row_init (TlMarkerRow *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
}

/**
 * tl_marker_row_new:
 * @review: a review
 * @marker: a quality marker, which outlives the row
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tl_marker_row_new (TlReview       *review,
                   const TlMarker *marker)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && marker != NULL, NULL);

  TlMarkerRow *self = g_object_new (TL_TYPE_MARKER_ROW, NULL);

  self->review = g_object_ref (review);
  self->marker = marker;
  fill (self);
  return GTK_WIDGET (self);
}

static gboolean
holds (const char *text,
       const char *folded)
{
  g_autofree char *other = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (other, folded) != NULL;
}

/**
 * tl_marker_row_matches:
 * @words: what is looked for, in any case of letters
 *
 * Returns: whether @words stand in the marker or in a note on it
 */
gboolean
tl_marker_row_matches (TlMarkerRow *self,
                       const char  *words)
{
  g_return_val_if_fail (TL_IS_MARKER_ROW (self) && words != NULL, FALSE);

  g_autofree char *folded = g_utf8_casefold (words, -1);
  gboolean found = holds (self->marker->title, folded) || holds (self->marker->statement, folded);

  for (guint i = 0; !found && self->marker->questions[i] != NULL; i++)
    found = holds (self->marker->questions[i], folded);
  for (guint i = 0; !found && i < self->notes->len; i++)
    found = holds (tl_record_get_text (g_ptr_array_index (self->notes, i), "note"), folded);
  return found;
}
