/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a field that is typed: text, prose, number, date. What is typed is committed at a pause and when the focus
 * leaves; all of one stay in the row is undone as one. A date is typed and shown in words. The text view's own undo is
 * off, for it would know nothing of the file. */
#include "config.h"

#include "ui/fields/tl-text-row.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-suggestions.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-guard.h"

#include "model/base/tl-date.h"

/* Pixels of a line that a text view keeps for the cursor, and a label does not. */
#define CURSOR_ROOM 2

#define PAUSE_MS 800

struct _TlTextRow
{
  TlFieldRow parent_instance;

  GtkWidget *view;
  TlGuard   *guard;   /* of what the reviewers make of the case, else %NULL; the view’s */
  GtkWidget *measure; /* beneath the view: asks for the height of the text, and holds the hint while it is empty */
  guint      pause;

  guint loading : 1;
  guint pending : 1; /* typed and not yet committed */
};

G_DEFINE_FINAL_TYPE (TlTextRow, tl_text_row, TL_TYPE_FIELD_ROW)

static char *
dup_typed (TlTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
commit_date (TlTextRow  *self,
             const char *typed)
{
  g_autoptr (GError) error = NULL;
  TlDate date;

  if (typed[0] == '\0')
    return tl_field_row_commit (TL_FIELD_ROW (self), NULL);
  if (!tl_date_read (typed, &date, &error))
    {
      tl_field_row_report (TL_FIELD_ROW (self), error);
      return FALSE;
    }

  g_autofree char *edtf = tl_date_dup_edtf (&date);
  return tl_field_row_commit (TL_FIELD_ROW (self), edtf);
}

/* A number or date is stripped, for spaces around it mean nothing; text is kept as typed. */
static void
commit_typed (TlTextRow *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->pending)
    return;

  const TlField *field = tl_field_row_get_field (TL_FIELD_ROW (self));
  g_autofree char *typed = dup_typed (self);

  if (!tl_field_is_free_text (field))
    g_strstrip (typed);
  self->pending = field->type == TL_FIELD_DATE ? !commit_date (self, typed)
                                               : !tl_field_row_commit (TL_FIELD_ROW (self), typed);
}

static const char *
hint_for_field (const TlField *field)
{
  if (field->type == TL_FIELD_DATE)
    /* Translators: what a date may look like, all of which has to be understood as a date. */
    return _("17 May 2010, May 2010, spring 2009, about 2010");
  if (field->type == TL_FIELD_UUID || field->type == TL_FIELD_ANY || field->type == TL_FIELD_BODY)
    return _("None");
  return "";
}

/* A text view knows its height only after it has been laid out, a label before. The space of no width stands for the
 * empty last line, which a label would leave out. */
static void
update_measure (TlTextRow *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *text = NULL;

  if (typed[0] != '\0')
    text = g_strconcat (typed, "\342\200\213", NULL);
  gtk_label_set_text (GTK_LABEL (self->measure),
                      text != NULL ? text : hint_for_field (tl_field_row_get_field (TL_FIELD_ROW (self))));
  gtk_widget_set_opacity (self->measure, text != NULL ? 0 : 1);
}

static char *
dup_shown (TlTextRow *self)
{
  const TlField *field = tl_field_row_get_field (TL_FIELD_ROW (self));
  g_autofree char *text = tl_value_dup_string (tl_field_row_get_value (TL_FIELD_ROW (self)), field);
  TlDate date;

  if (field->type == TL_FIELD_DATE && tl_date_parse (text, &date))
    return tl_date_format (&date);
  return g_steal_pointer (&text);
}

static void
show_value (TlTextRow *self)
{
  g_autofree char *text = dup_shown (self);

  self->loading = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text != NULL ? text : "", -1);
  self->loading = FALSE;
  update_measure (self);
}

/* Callbacks */

static gboolean
pause_reached_cb (gpointer user_data)
{
  TlTextRow *self = user_data;

  self->pause = 0;
  commit_typed (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (TlTextRow *self)
{
  update_measure (self);
  if (self->loading)
    return;

  self->pending = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_reached_cb, self);
}

static void
focus_left_cb (TlTextRow *self)
{
  commit_typed (self);
  if (!self->pending)
    show_value (self);
  tl_field_row_end_group (TL_FIELD_ROW (self));
}

/* A field of one line takes no line end: Enter goes on to the next row. */
static gboolean
key_pressed_cb (TlTextRow      *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  GtkRoot *root = gtk_widget_get_root (self->view);

  commit_typed (self);
  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* The row's overrides */

static GtkWidget *
make_view (TlTextRow     *self,
           const TlField *field)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), tl_field_row_get_editable (TL_FIELD_ROW (self)));
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  gtk_widget_set_hexpand (view, TRUE);
  if (tl_field_is_free_text (field))
    gtk_text_view_set_input_hints (GTK_TEXT_VIEW (view), GTK_INPUT_HINT_SPELLCHECK);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  field->type == TL_FIELD_PROSE, -1);
  return view;
}

/* @editor, beside what could be in it where that is known. */
static GtkWidget *
add_suggestions (TlFieldRow *row,
                 GtkWidget  *editor)
{
  GtkWidget *suggestions = tl_suggestions_new (row);
  GtkWidget *box;

  if (suggestions == NULL)
    return editor;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_box_append (GTK_BOX (box), suggestions);
  return box;
}

static void
tl_text_row_build (TlFieldRow *row)
{
  TlTextRow *self = TL_TEXT_ROW (row);
  const TlField *field = tl_field_row_get_field (row);
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = make_view (self, field);
  self->measure = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_margin_end (self->measure, CURSOR_ROOM);
  gtk_label_set_xalign (GTK_LABEL (self->measure), 0);
  gtk_label_set_yalign (GTK_LABEL (self->measure), 0);
  gtk_label_set_wrap (GTK_LABEL (self->measure), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->measure), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->measure, "dim-label");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->measure);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->view);

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);

  if (field->type != TL_FIELD_PROSE)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (self->view, keys);
    }
  if ((field->flags & TL_FIELD_ANALYTIC) != 0)
    self->guard = tl_guard_attach (GTK_TEXT_VIEW (self->view), tl_field_row_get_review (row),
                                   tl_field_row_get_record (row), field);
  tl_field_row_set_editor (row, add_suggestions (row, overlay), self->view);
}

static void
tl_text_row_load (TlFieldRow *row)
{
  TlTextRow *self = TL_TEXT_ROW (row);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pending = FALSE;
  show_value (self);
}

static void
tl_text_row_flush (TlFieldRow *row)
{
  commit_typed (TL_TEXT_ROW (row));
}

static void
guard_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TlTextRow *self = TL_TEXT_ROW (widget);

  if (self->guard == NULL || !tl_guard_go_on (self->guard, g_str_equal (action, "guard.previous")))
    gtk_widget_error_bell (widget);
}

/* GObject overrides */

static void
tl_text_row_dispose (GObject *object)
{
  g_clear_handle_id (&TL_TEXT_ROW (object)->pause, g_source_remove);
  G_OBJECT_CLASS (tl_text_row_parent_class)->dispose (object);
}

static void
tl_text_row_class_init (TlTextRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "guard.next", NULL, guard_cb);
  gtk_widget_class_install_action (widget_class, "guard.previous", NULL, guard_cb);
  tl_accels_install (widget_class, "guard.");
  G_OBJECT_CLASS (klass)->dispose = tl_text_row_dispose;
  row_class->build = tl_text_row_build;
  row_class->load = tl_text_row_load;
  row_class->flush = tl_text_row_flush;
}

static void
tl_text_row_init (TlTextRow *self)
{
}

/**
 * tl_text_row_select:
 * @start: the first character
 * @end: after the last
 *
 * Gives the row the keyboard and selects a stretch of its text.
 */
void
tl_text_row_select (TlTextRow *self,
                    guint      start,
                    guint      end)
{
  g_return_if_fail (TL_IS_TEXT_ROW (self) && start <= end);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter from, to;

  gtk_widget_grab_focus (self->view);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_select_range (buffer, &from, &to);
}
