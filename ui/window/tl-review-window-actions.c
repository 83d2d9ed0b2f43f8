/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done in a review window, as actions: menus, buttons, keys and other areas name them and know no more of
 * the window. One function sets which of them can be done now. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/typology/tl-typology.h"
#include "ui/dialogs/tl-chronology-dialog.h"
#include "ui/dialogs/tl-export-dialog.h"
#include "ui/dialogs/tl-names-dialog.h"
#include "ui/typology/tl-typology-picker.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

/* Microseconds in which a toast has come for certain. */
#define TOAST_COMES G_USEC_PER_SEC

static void
step (TlReviewWindow *self,
      gboolean        back)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  _tl_review_window_flush (self);
  gboolean done = back ? tl_review_undo (self->review, &label, NULL, &error)
                       : tl_review_redo (self->review, &label, NULL, &error);
  if (!done)
    {
      _tl_review_window_report (self, error->message, FALSE);
      return;
    }

  g_autofree char *sentence
      = back ? g_strdup_printf (_("Undone: %s"), label) : g_strdup_printf (_("Redone: %s"), label);
  _tl_review_window_report (self, sentence, FALSE);
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  step (TL_REVIEW_WINDOW (widget), TRUE);
}

static void
redo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  step (TL_REVIEW_WINDOW (widget), FALSE);
}

static void
report (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  const char *sentence;
  gboolean with_undo;

  g_variant_get (parameter, "(&sb)", &sentence, &with_undo);
  _tl_review_window_report (TL_REVIEW_WINDOW (widget), sentence, with_undo);
}

static void
reveal (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  gtk_popover_popdown (self->checks_popover);
  tl_review_window_reveal (self, g_variant_get_string (parameter, NULL));
  _tl_review_window_leave_search (self);
}

static void
page (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  tl_review_window_show_page (self, g_variant_get_string (parameter, NULL));
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  if (!gtk_widget_grab_focus (shown))
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
open_episode (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  tl_review_window_show_page (self, "narrative");
  gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "narrative.open-episode", "s",
                              g_variant_get_string (parameter, NULL));
}

static void
add_record (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  _tl_review_window_flush (self);
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_autofree char *id = edit != NULL ? tl_edit_add (edit, g_variant_get_string (parameter, NULL), NULL, &error) : NULL;

  if (tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    {
      tl_selection_set_one (self->selection, id);
      tl_inspector_focus (self->inspector);
    }
}

static void
remove_record (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  TlRecord *record = tl_review_lookup (self->review, id);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  _tl_review_window_flush (self);

  g_autofree char *title = tl_wording_name (self->review, record);
  g_autofree char *sentence = g_strdup_printf (_("Removed “%s”"), title);
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  gboolean made = edit != NULL && tl_edit_remove (edit, id, &error);

  if (tl_report_finish (GTK_WIDGET (self), edit, made, &error))
    _tl_review_window_report (self, sentence, TRUE);
}

static void
add_factor (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->outline))
    {
      tl_outline_page_activate (self->outline, "outline.add-factor");
      return;
    }
  tl_review_window_show_page (self, "graph");
  tl_graph_page_activate (self->graph, "canvas.add-factor");
}

static void
tidy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  tl_review_window_show_page (self, "graph");
  tl_graph_page_activate (self->graph, "canvas.tidy");
}

static void
focus_inspector (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tl_inspector_focus (TL_REVIEW_WINDOW (widget)->inspector);
}

static void
menu (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (TL_REVIEW_WINDOW (widget)->menu_button));
}

static void
checks (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  _tl_review_window_flush (TL_REVIEW_WINDOW (widget));
  gtk_menu_button_popup (TL_REVIEW_WINDOW (widget)->checks_button);
}

static void
import_chronology (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  tl_chronology_dialog_import (GTK_WINDOW (self), self->review);
}

static void
export (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  gtk_window_present (GTK_WINDOW (tl_export_dialog_new (GTK_WINDOW (self), self->review)));
}

static void
replace_names (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  _tl_review_window_flush (self);
  gtk_window_present (GTK_WINDOW (tl_names_dialog_new (GTK_WINDOW (self), self->review)));
}

static void
ask_author (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _tl_review_window_ask_author (TL_REVIEW_WINDOW (widget));
}

/* Causes and effects */

typedef struct {
  TlReviewWindow *window; /* unowned: the picker is its child */
  char           *id;
  gboolean        as_cause; /* whether what is chosen is the cause of @id */
} LinkTask;

static void
link_task_free (gpointer  data,
                GClosure *closure)
{
  LinkTask *task = data;

  g_free (task->id);
  g_free (task);
}

static gboolean
write_link (LinkTask   *task,
            TlEdit     *edit,
            const char *other,
            GError    **error)
{
  const char *method_id = tl_record_get_text (tl_review_get_subject (task->window->review), "method");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;
  const TlMethodEntry *kind
      = method != NULL ? tl_method_get_kind_for_link_role (method, TL_LINK_ROLE_CONTRIBUTES) : NULL;
  g_autofree char *link = tl_edit_add (edit, "link", NULL, error);

  return link != NULL
         && tl_edit_set (edit, link, "cause", task->as_cause ? other : task->id, error)
         && tl_edit_set (edit, link, "effect", task->as_cause ? task->id : other, error)
         && (kind == NULL || tl_edit_set (edit, link, "kind", kind->key, error));
}

static void
linked_factor_picked_cb (GtkWidget  *picker,
                         const char *other,
                         gpointer    user_data)
{
  LinkTask *task = user_data;
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (task->window->review, NULL, &error);

  tl_report_finish (GTK_WIDGET (task->window), edit, edit != NULL && write_link (task, edit, other, &error), &error);
}

static void
linked_factor_named_cb (GtkWidget  *picker,
                        const char *statement,
                        gpointer    user_data)
{
  LinkTask *task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = task->as_cause ? g_strdup_printf (_("Add cause “%s”"), statement)
                                           : g_strdup_printf (_("Add effect “%s”"), statement);
  TlEdit *edit = tl_edit_begin (task->window->review, label, &error);
  g_autofree char *factor = edit != NULL ? tl_edit_add (edit, "factor", NULL, &error) : NULL;
  TlRecord *from = tl_review_lookup (task->window->review, task->id);
  const char *level = from != NULL ? tl_record_get_text (from, "level") : NULL;
  gboolean made = factor != NULL
                  && tl_edit_set (edit, factor, "statement", statement, &error)
                  && (level == NULL || tl_edit_set (edit, factor, "level", level, &error))
                  && write_link (task, edit, factor, &error);

  tl_report_finish (GTK_WIDGET (task->window), edit, made, &error);
}

static void
link_to (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  const char *const kinds[] = { "factor", NULL };
  const char *id = g_variant_get_string (parameter, NULL);
  GtkWidget *picker;

  if (tl_review_lookup (self->review, id) == NULL)
    return;
  _tl_review_window_flush (self);

  picker = tl_record_picker_new (self->review, kinds);
  tl_record_picker_set_new_label (TL_RECORD_PICKER (picker), _("New factor “%s”"));
  for (guint i = 0; i < 2; i++)
    {
      LinkTask *task = g_new0 (LinkTask, 1);

      task->window = self;
      task->id = g_strdup (id);
      task->as_cause = g_str_equal (name, "win.add-cause");
      g_signal_connect_data (picker, i == 0 ? "picked" : "named",
                             i == 0 ? G_CALLBACK (linked_factor_picked_cb) : G_CALLBACK (linked_factor_named_cb), task,
                             link_task_free, 0);
    }
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), GTK_WIDGET (self->inspector));
}

/* Tags */

static void
code_for_tag_picked_cb (TlReviewWindow *self,
                        TlCode         *code,
                        GtkWidget      *picker)
{
  const char *id = gtk_widget_get_name (picker);
  TlTypology *typology = tl_typology_lookup (tl_code_get_scheme (code), NULL);
  TlRecord *record = tl_review_lookup (self->review, id);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;

  const char *version = typology != NULL ? tl_typology_get_version (typology) : NULL;
  const TlKind *kind = tl_record_get_kind (record);
  gboolean is_new = tl_field_refers_to (tl_kind_find_field (tl_kind_lookup ("tag"), "target"), kind);
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_autofree char *tag = NULL;

  if (edit != NULL)
    tag = is_new ? tl_edit_add (edit, "tag", NULL, &error) : g_strdup (id);
  gboolean made = tag != NULL
                  && (!is_new || tl_edit_set (edit, tag, "target", id, &error))
                  && tl_edit_set (edit, tag, "code", tl_code_get_qualified (code), &error)
                  && (version == NULL || tl_edit_set (edit, tag, "scheme_version", version, &error));

  tl_report_finish (GTK_WIDGET (self), edit, made, &error);
}

/* Tags a factor, link, path or finding anew; of a tag, or of a code that was looked for, it changes the code. */
static void
choose_code (TlReviewWindow *self,
             const char     *id)
{
  GtkWidget *picker;

  if (tl_review_lookup (self->review, id) == NULL)
    return;
  _tl_review_window_flush (self);
  picker = tl_typology_picker_new (GTK_WINDOW (self));
  gtk_widget_set_name (picker, id);
  g_signal_connect_object (picker, "picked", G_CALLBACK (code_for_tag_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
tag (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  choose_code (TL_REVIEW_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
tag_selected (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  TlRecord *record = tl_selection_get_primary (self->selection);

  if (record == NULL
      || !tl_field_refers_to (tl_kind_find_field (tl_kind_lookup ("tag"), "target"), tl_record_get_kind (record)))
    _tl_review_window_report (self, _("Select a factor or a link to tag it."), FALSE);
  else
    choose_code (self, tl_record_get_id (record));
}

void
_tl_review_window_install_actions (GtkWidgetClass *klass)
{
  static const struct {
    const char               *name;
    const char               *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.undo", NULL, undo },
    { "win.redo", NULL, redo },
    { "win.report", "(sb)", report },
    { "win.reveal", "s", reveal },
    { "win.page", "s", page },
    { "win.open-episode", "s", open_episode },
    { "win.add-record", "s", add_record },
    { "win.remove", "s", remove_record },
    { "win.add-factor", NULL, add_factor },
    { "win.add-cause", "s", link_to },
    { "win.add-effect", "s", link_to },
    { "win.tag", "s", tag },
    { "win.choose-code", "s", tag },
    { "win.tag-selected", NULL, tag_selected },
    { "win.tidy", NULL, tidy },
    { "win.focus-inspector", NULL, focus_inspector },
    { "win.menu", NULL, menu },
    { "win.checks", NULL, checks },
    { "win.import-chronology", NULL, import_chronology },
    { "win.export", NULL, export },
    { "win.replace-names", NULL, replace_names },
    { "win.ask-author", NULL, ask_author },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].activate);
}

static void
update_step (TlReviewWindow *self,
             const char     *label,
             gboolean        back)
{
  GtkWidget *button = back ? self->undo_button : self->redo_button;
  g_autofree char *within = label != NULL ? tl_wording_within (label) : NULL;
  g_autofree char *tooltip = NULL;

  if (within == NULL)
    tooltip = g_strdup (back ? _("Nothing to undo") : _("Nothing to redo"));
  else
    /* Translators: tooltips of buttons, as in: Undo link “workload” → “visit cut short” */
    tooltip = back ? g_strdup_printf (_("Undo %s"), within) : g_strdup_printf (_("Redo %s"), within);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), back ? "win.undo" : "win.redo",
                                 label != NULL && tl_review_can_change (self->review, NULL));
}

void
_tl_review_window_update_actions (TlReviewWindow *self)
{
  static const char *const editing[]
      = { "win.add-factor", "win.add-cause", "win.add-effect", "win.tag", "win.choose-code", "win.tag-selected",
          "win.add-figure", "win.explain-acronym", "win.add-recipients", "win.tidy", "win.replace-names",
          "win.import-sources", "win.import-files", "win.import-chronology", "win.take-answers" };
  TlHistory *history = tl_review_get_history (self->review);
  gboolean editable = !tl_review_get_read_only (self->review);

  update_step (self, tl_history_get_undo_label (history), TRUE);
  update_step (self, tl_history_get_redo_label (history), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), editing[i], editable);

  /* The board has records of its own. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-record", tl_review_can_change (self->review, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove", tl_review_can_change (self->review, NULL));
}

static void
toast_gone_cb (TlReviewWindow *self)
{
  g_clear_object (&self->toast);
}

static void
say (AdwToast   *toast,
     const char *sentence,
     gboolean    with_undo)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, with_undo ? _("Undo") : NULL);
  adw_toast_set_action_name (toast, with_undo ? "win.undo" : NULL);
}

/* A toast that offers to undo is right only until the next change. One that is still coming must not be sent away, for
 * libadwaita 1.2 then lets go of its animation twice: it says the new sentence instead. */
void
_tl_review_window_report (TlReviewWindow *self,
                          const char     *sentence,
                          gboolean        with_undo)
{
  gint64 now = g_get_monotonic_time ();
  AdwToast *toast;

  if (self->toast != NULL && now - self->toast_time < TOAST_COMES)
    {
      say (self->toast, sentence, with_undo);
      return;
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  toast = adw_toast_new ("");
  say (toast, sentence, with_undo);
  g_set_object (&self->toast, toast);
  self->toast_time = now;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_gone_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
