/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents into the review, as actions of the window: files that are chosen, files that were dropped somewhere. */
#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-file-chooser.h"
#include "ui/dialogs/tl-import-dialog.h"

static void
import_paths (TlReviewWindow    *self,
              const char *const *paths)
{
  if (paths[0] == NULL)
    return;
  _tl_review_window_flush (self);
  gtk_window_present (GTK_WINDOW (tl_import_dialog_new (GTK_WINDOW (self), self->review, paths)));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlReviewWindow) self = user_data;
  g_autoptr (GListModel) files = tl_file_chooser_open_many_finish (result, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = files != NULL ? g_list_model_get_n_items (files) : 0;
  gboolean elsewhere = FALSE;

  if (self->review == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
      else
        elsewhere = TRUE;
    }

  g_auto (GStrv) paths = g_strv_builder_end (builder);

  import_paths (self, (const char *const *) paths);
  if (elsewhere)
    _tl_review_window_report (self, _("What is not on this computer was left out. Copy it here first."), FALSE);
}

static void
import_sources (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  tl_file_chooser_open_many_async (GTK_WINDOW (widget), _("Import Documents as Sources"), TL_FILE_DOCUMENT,
                                   files_chosen_cb, g_object_ref (widget));
}

static void
import_files (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_autofree const char **paths = g_variant_get_bytestring_array (parameter, NULL);

  import_paths (TL_REVIEW_WINDOW (widget), paths);
}

void
_tl_review_window_install_import_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import-sources", NULL, import_sources);
  gtk_widget_class_install_action (klass, "win.import-files", "aay", import_files);
}
