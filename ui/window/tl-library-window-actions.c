/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done in a library window, as actions: menus, buttons and keys name them and know no more of the window.
 * One function sets which of them can be done now. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/dialogs/tl-file-chooser.h"
#include "ui/window/tl-like-page.h"

/* Files that are somewhere else can't be added; they are said, not dropped in silence. */
static void
add_files (TlLibraryWindow *self,
           GListModel      *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = g_list_model_get_n_items (files);
  guint left_out = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
      else
        left_out++;
    }

  g_auto (GStrv) paths = g_strv_builder_end (builder);
  tl_library_window_add (self, (const char *const *) paths);
  if (left_out > 0)
    _tl_library_window_report (self, _("What is not on this computer was left out. Copy it here first."));
}

/* Callbacks */

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GListModel) files = tl_file_chooser_open_many_finish (result, NULL);

  if (files != NULL && self->library != NULL)
    add_files (self, files);
}

static gboolean
dropped_cb (TlLibraryWindow *self,
            const GValue    *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));

  if (self->adding != NULL || tl_library_get_read_only (self->library))
    {
      g_slist_free (dropped);
      return FALSE;
    }
  for (GSList *item = dropped; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  g_slist_free (dropped);
  add_files (self, G_LIST_MODEL (files));
  return TRUE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (self->library == NULL)
    return;
  _tl_library_window_report (self, done ? _("Exported, with base, filters and threshold") : error->message);
}

static void
table_place_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  TlQuestionPage *page = self->library != NULL ? _tl_library_window_get_answering (self) : NULL;

  if (file == NULL || page == NULL)
    return;

  char *csv = tl_question_page_dup_csv (page);
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                       g_object_ref (self));
}

/* By what the file is called: SVG unless it says PNG. */
static void
picture_place_chosen_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  TlQuestionPage *page = self->library != NULL ? _tl_library_window_get_answering (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || page == NULL || !tl_question_page_has_image (page))
    return;

  g_autofree char *name = g_file_get_basename (file);
  gboolean is_png = g_str_has_suffix (name, ".png");
  g_autoptr (GBytes) bytes
      = tl_question_page_make_image (page, is_png ? TL_PICTURE_PNG : TL_PICTURE_SVG, &error);

  if (bytes == NULL)
    _tl_library_window_report (self, error->message);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                         g_object_ref (self));
}

/* Actions */

static void
add_files_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  tl_file_chooser_open_many_async (GTK_WINDOW (widget), _("Add Learning Records"), TL_FILE_LEARNING, files_chosen_cb,
                                   g_object_ref (widget));
}

static void
add_folder_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tl_file_chooser_open_many_async (GTK_WINDOW (widget), _("Add a Folder of Learning Records"), TL_FILE_FOLDER,
                                   files_chosen_cb, g_object_ref (widget));
}

static void
cancel_add_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);

  if (self->adding == NULL)
    return;
  tl_add_bar_set_giving_up (self->add_bar);
  g_cancellable_cancel (self->adding);
  _tl_library_window_update_actions (self);
}

static const char *
get_title (TlLibraryWindow *self)
{
  return gtk_stack_page_get_title (gtk_stack_get_page (self->stack, gtk_stack_get_visible_child (self->stack)));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tl_file_chooser_save_async (GTK_WINDOW (widget), _("Where to Export the Table To"), TL_FILE_CSV,
                              get_title (TL_LIBRARY_WINDOW (widget)), table_place_chosen_cb, g_object_ref (widget));
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  TlQuestionPage *page = _tl_library_window_get_answering (self);

  if (page == NULL)
    return;

  g_autoptr (GdkContentProvider) content = tl_question_page_dup_content (page);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  _tl_library_window_report (self, _("Copied, with base, filters and threshold"));
}

static void
export_picture_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  tl_file_chooser_save_async (GTK_WINDOW (widget), _("Where to Export the Picture To"), TL_FILE_SVG,
                              get_title (TL_LIBRARY_WINDOW (widget)), picture_place_chosen_cb, g_object_ref (widget));
}

/* For a text processor as an image, for a drawing program as what it is made of. */
static void
copy_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  TlQuestionPage *page = _tl_library_window_get_answering (self);
  g_autoptr (GError) error = NULL;

  if (page == NULL || !tl_question_page_has_image (page))
    return;

  g_autoptr (GBytes) svg = tl_question_page_make_image (page, TL_PICTURE_SVG, &error);
  g_autoptr (GBytes) png = svg != NULL ? tl_question_page_make_image (page, TL_PICTURE_PNG, &error) : NULL;

  if (png == NULL)
    {
      _tl_library_window_report (self, error->message);
      return;
    }

  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("image/png", png),
    gdk_content_provider_new_for_bytes ("image/svg+xml", svg),
  };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  _tl_library_window_report (self, _("Copied, with base, filters and threshold"));
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);

  tl_library_window_show_page (self, g_variant_get_string (parameter, NULL));
  _tl_library_window_focus_page (self);
}

static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);

  _tl_library_window_go (self, "records");
  if (!tl_records_page_choose (self->records, g_variant_get_string (parameter, NULL)))
    _tl_library_window_report (self, _("That record is no longer in the library."));
}

static void
findings_like_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const char *review, *finding;

  g_variant_get (parameter, "(&s&s)", &review, &finding);

  TlLikeSubject *subject = tl_like_subject_of_record (self->library, review, &error);

  if (subject == NULL)
    {
      _tl_library_window_report (self, error->message);
      return;
    }
  _tl_library_window_go (self, "findings");
  tl_like_page_set_subject (self->like, subject, finding);
  tl_parts_page_show (self->findings, "like");
  _tl_library_window_focus_page (self);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (TL_LIBRARY_WINDOW (widget)->menu_button);
}

static void
report_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *sentence;

  g_variant_get (parameter, "(&sb)", &sentence, NULL);
  _tl_library_window_report (TL_LIBRARY_WINDOW (widget), sentence);
}

void
_tl_library_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-files", NULL, add_files_action);
  gtk_widget_class_install_action (widget_class, "win.add-folder", NULL, add_folder_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-add", NULL, cancel_add_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "win.export-picture", NULL, export_picture_action);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "win.library-page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.show-learning-record", "s", show_record_action);
  gtk_widget_class_install_action (widget_class, "win.findings-like", "(ss)", findings_like_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.report", "(sb)", report_action);
}

void
_tl_library_window_update_actions (TlLibraryWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_add = self->adding == NULL && !tl_library_get_read_only (self->library);
  gboolean can_stop = self->adding != NULL && !g_cancellable_is_cancelled (self->adding);
  TlQuestionPage *page = _tl_library_window_get_answering (self);
  gboolean counted = page != NULL;
  gboolean pictured = page != NULL && tl_question_page_has_image (page);

  gtk_widget_action_set_enabled (widget, "win.add-files", can_add);
  gtk_widget_action_set_enabled (widget, "win.add-folder", can_add);
  gtk_widget_action_set_enabled (widget, "win.watch-folder", can_add);
  gtk_widget_action_set_enabled (widget, "win.retry-quarantined", can_add);
  gtk_widget_action_set_enabled (widget, "win.withdraw-record", can_add);
  gtk_widget_action_set_enabled (widget, "win.readmit-record", can_add);
  gtk_widget_action_set_enabled (widget, "win.forget-quarantined", can_add);
  gtk_widget_action_set_enabled (widget, "win.unwatch-folder", can_add);
  gtk_widget_action_set_enabled (widget, "win.look-now", can_add);
  gtk_widget_action_set_enabled (widget, "win.cancel-add", can_stop);
  gtk_widget_action_set_enabled (widget, "win.export", counted);
  gtk_widget_action_set_enabled (widget, "win.copy-table", counted);
  gtk_widget_action_set_enabled (widget, "win.export-picture", pictured);
  gtk_widget_action_set_enabled (widget, "win.copy-picture", pictured);
}

void
_tl_library_window_accept_drops (TlLibraryWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
_tl_library_window_report (TlLibraryWindow *self,
                           const char      *sentence)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
