/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library window does about saved questions: it saves what the page that is seen asks, and asks it again with
 * all its choices. What is deleted can be taken back as long as the toast is seen. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ui/library/tl-library-job.h"
#include "ui/library/tl-name-question-dialog.h"

/* Verbs, in a worker */

/* Name, question, how it is shown. */
static gboolean
save (TlLibrary          *library,
      const char *const  *arguments,
      GError            **error)
{
  g_autoptr (TlAsked) asked = tl_asked_parse (arguments[1], error);

  if (asked == NULL)
    return FALSE;
  asked->shown = (TlAskedShown) atoi (arguments[2]);
  return tl_library_save_question (library, arguments[0], asked, error);
}

/* Number, name. */
static gboolean
rename_question (TlLibrary          *library,
                 const char *const  *arguments,
                 GError            **error)
{
  return tl_library_rename_question (library, g_ascii_strtoll (arguments[0], NULL, 10), arguments[1], error);
}

/* Number. */
static gboolean
delete_question (TlLibrary          *library,
                 const char *const  *arguments,
                 GError            **error)
{
  return tl_library_delete_question (library, g_ascii_strtoll (arguments[0], NULL, 10), error);
}

/* What is asked */

/* Returns: (transfer full) (nullable): the question of the page that is seen, if it has one */
TlAsked *
_tl_library_window_dup_asked (TlLibraryWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  g_autoptr (TlAsked) asked = g_new0 (TlAsked, 1);
  TlAnswerTerms terms;

  tl_question_get_terms (self->question, &terms);
  tl_population_copy (terms.population, &asked->population);
  return TL_IS_QUESTION_PAGE (page) && tl_question_page_tell (TL_QUESTION_PAGE (page), asked)
           ? g_steal_pointer (&asked)
           : NULL;
}

/* The page by which a question can be asked is shown. */
static gboolean
ask (TlLibraryWindow *self,
     const TlAsked   *asked)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (TL_IS_QUESTION_PAGE (page) && tl_question_page_ask (TL_QUESTION_PAGE (page), asked))
      {
        tl_library_window_show_page (self, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, page)));
        return TRUE;
      }
  return FALSE;
}

void
_tl_library_window_read_questions (TlLibraryWindow *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = tl_library_list_questions (self->library, &error);

  if (questions != NULL)
    tl_saved_list_set_questions (self->saved, questions);
  else
    _tl_library_window_report (self, error->message);
}

/* Callbacks */

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  tl_library_job_do_finish (result, &error);
  if (self->library == NULL)
    return;
  if (error != NULL)
    _tl_library_window_report (self, error->message);
  _tl_library_window_read_questions (self);
}

/* What was deleted, to be taken back. */
typedef struct {
  TlLibraryWindow *window; /* owned */
  char            *name;
  TlAsked         *asked;  /* NULL if it was no question */
} Deleting;

static void
deleting_free (Deleting *deleting)
{
  g_object_unref (deleting->window);
  g_free (deleting->name);
  g_clear_pointer (&deleting->asked, tl_asked_free);
  g_free (deleting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deleting, deleting_free)

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deleting) deleting = user_data;
  TlLibraryWindow *self = deleting->window;
  g_autofree char *name = g_markup_escape_text (deleting->name, -1);
  g_autofree char *sentence = g_strdup_printf (_("“%s” was deleted"), name);
  AdwToast *toast;

  done_cb (source, result, g_object_ref (self));
  if (self->library == NULL || g_task_had_error (G_TASK (result)))
    return;
  toast = adw_toast_new (sentence);
  if (deleting->asked != NULL)
    {
      g_autofree char *text = tl_asked_dup_text (deleting->asked);

      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.restore-question");
      adw_toast_set_action_target (toast, "(ssi)", deleting->name, text, (gint32) deleting->asked->shown);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Actions */

/* Whether questions can be saved here; if not, that is said. */
static gboolean
can_save (TlLibraryWindow *self)
{
  if (!tl_library_get_read_only (self->library))
    return TRUE;
  _tl_library_window_report (self, _("This library is open for reading only: no question can be saved in it, renamed "
                                     "or deleted."));
  return FALSE;
}

static void
keep (TlLibraryWindow *self,
      const char      *name,
      const char      *text,
      int              shown)
{
  g_autofree char *number = g_strdup_printf ("%d", shown);
  const char *arguments[] = { name, text, number, NULL };

  if (can_save (self))
    tl_library_job_do_async (tl_library_get_path (self->library), save, arguments, done_cb, g_object_ref (self));
}

static void
save_question_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autoptr (TlAsked) asked = _tl_library_window_dup_asked (self);

  if (!can_save (self))
    return;
  if (asked == NULL)
    _tl_library_window_report (self, _("Nothing is asked here yet that could be saved."));
  else
    gtk_window_present (GTK_WINDOW (tl_name_question_dialog_new (GTK_WINDOW (self), self->saved, 0, asked)));
}

static void
keep_question_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autoptr (TlAsked) asked = _tl_library_window_dup_asked (self);
  g_autofree char *text = asked != NULL ? tl_asked_dup_text (asked) : NULL;

  if (text != NULL)
    keep (self, g_variant_get_string (parameter, NULL), text, (int) asked->shown);
}

static void
restore_question_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  const char *called, *text;
  gint32 shown;

  g_variant_get (parameter, "(&s&si)", &called, &text, &shown);
  keep (TL_LIBRARY_WINDOW (widget), called, text, shown);
}

static void
ask_question_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  const TlSavedQuestion *question = tl_saved_list_find (self->saved, g_variant_get_int64 (parameter));

  if (question == NULL)
    return;
  if (question->fault != NULL)
    {
      _tl_library_window_report (self, question->fault);
      return;
    }
  tl_question_set_population (self->question, &question->asked->population);
  if (!ask (self, question->asked))
    _tl_library_window_report (self, _("This question can’t be asked in the window; the command line answers it "
                                       "(“library ask”)."));
}

static void
rename_question_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  const TlSavedQuestion *question = tl_saved_list_find (self->saved, g_variant_get_int64 (parameter));

  if (question != NULL && can_save (self))
    gtk_window_present (GTK_WINDOW (tl_name_question_dialog_new (GTK_WINDOW (self), self->saved, question->number,
                                                                 question->asked)));
}

static void
name_question_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autofree char *number = NULL;
  const char *called;
  gint64 of;

  g_variant_get (parameter, "(x&s)", &of, &called);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, of);

  const char *arguments[] = { number, called, NULL };

  tl_library_job_do_async (tl_library_get_path (self->library), rename_question, arguments, done_cb,
                           g_object_ref (self));
}

static void
delete_question_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  const TlSavedQuestion *question = tl_saved_list_find (self->saved, g_variant_get_int64 (parameter));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  const char *arguments[] = { number, NULL };

  if (question == NULL || !can_save (self))
    return;

  Deleting *deleting = g_new0 (Deleting, 1);

  deleting->window = g_object_ref (self);
  deleting->name = g_strdup (question->name);
  deleting->asked = question->asked != NULL ? tl_asked_copy (question->asked) : NULL;
  tl_library_job_do_async (tl_library_get_path (self->library), delete_question, arguments, deleted_cb, deleting);
}

void
_tl_library_window_install_questions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-question", NULL, save_question_action);
  gtk_widget_class_install_action (widget_class, "win.keep-question", "s", keep_question_action);
  gtk_widget_class_install_action (widget_class, "win.restore-question", "(ssi)", restore_question_action);
  gtk_widget_class_install_action (widget_class, "win.ask-question", "x", ask_question_action);
  gtk_widget_class_install_action (widget_class, "win.rename-question", "x", rename_question_action);
  gtk_widget_class_install_action (widget_class, "win.name-question", "(xs)", name_question_action);
  gtk_widget_class_install_action (widget_class, "win.delete-question", "x", delete_question_action);
}
