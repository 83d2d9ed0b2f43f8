/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library window does with receipts: opens one to be read, saves and prints it. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>

#include "model/library/tl-receipt-page.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/dialogs/tl-report-print.h"
#include "ui/widgets/tl-cancellable.h"

/* A receipt and what is to be done with it; owns all. */
typedef struct {
  TlLibraryWindow *window;
  char            *path;    /* of the library */
  gint64           receipt;
} Errand;

static Errand *
errand_new (TlLibraryWindow *window,
            gint64           receipt)
{
  Errand *errand = g_new0 (Errand, 1);

  *errand = (Errand) { g_object_ref (window), g_strdup (tl_library_get_path (window->library)), receipt };
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->window);
  g_free (errand->path);
  g_free (errand);
}

/* Reading */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReceipt) receipt = tl_library_job_receipt_finish (result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (receipt == NULL)
    {
      _tl_library_window_report (self, error->message);
      return;
    }
  tl_library_window_show_page (self, "records");
  tl_records_page_show_receipt (self->records, receipt);
}

static void
show_receipt_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);

  tl_cancellable_renew (&self->opening);
  tl_library_job_receipt_async (tl_library_get_path (self->library), g_variant_get_int64 (parameter), self->opening,
                                opened_cb, g_object_ref (self));
}

/* Saving */

static gboolean
save_receipt (TlLibrary          *library,
              const char *const  *arguments,
              GError            **error)
{
  g_autoptr (TlReceipt) receipt = tl_library_get_receipt (library, g_ascii_strtoll (arguments[0], NULL, 10), error);

  return receipt != NULL && tl_receipt_page_save (receipt, tl_library_get_name (library), arguments[1], error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = tl_library_job_do_finish (result, &error);

  if (self->library != NULL)
    _tl_library_window_report (self, done ? _("The receipt was saved") : error->message);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Errand *errand = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, errand->receipt);
  const char *arguments[] = { number, file != NULL ? g_file_peek_path (file) : NULL, NULL };

  if (arguments[1] != NULL && errand->window->library != NULL)
    tl_library_job_do_async (errand->path, save_receipt, arguments, saved_cb, g_object_ref (errand->window));
  errand_free (errand);
}

static void
save_receipt_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  Errand *errand = errand_new (TL_LIBRARY_WINDOW (widget), g_variant_get_int64 (parameter));
  /* Translators: the name of a file, with a number */
  g_autofree char *file = g_strdup_printf (_("Receipt %" G_GINT64_FORMAT), errand->receipt);

  tl_file_chooser_save_async (GTK_WINDOW (widget), _("Where to Save the Receipt"), TL_FILE_RECEIPT, file,
                              place_chosen_cb, errand);
}

/* Printing */

static TlReport *
make_page (gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Errand *errand = data;
  g_autoptr (TlLibrary) library = tl_library_open (errand->path, error);
  g_autoptr (TlReceipt) receipt = library != NULL ? tl_library_get_receipt (library, errand->receipt, error) : NULL;

  return receipt != NULL ? tl_receipt_page_new (receipt, tl_library_get_name (library), error) : NULL;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error) && error != NULL && self->library != NULL)
    _tl_library_window_report (self, error->message);
}

/* A job that prints a receipt. */
TlPrintJob *
_tl_library_window_new_print (TlLibraryWindow *self,
                              gint64           receipt)
{
  return tl_report_print_new (make_page, errand_new (self, receipt), errand_free);
}

static void
print_receipt_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  g_autoptr (TlPrintJob) job = _tl_library_window_new_print (self, g_variant_get_int64 (parameter));

  tl_print_job_run_async (job, GTK_WINDOW (self), NULL, printed_cb, g_object_ref (self));
}

void
_tl_library_window_install_receipts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-receipt", "x", show_receipt_action);
  gtk_widget_class_install_action (widget_class, "win.save-receipt", "x", save_receipt_action);
  gtk_widget_class_install_action (widget_class, "win.print-receipt", "x", print_receipt_action);
}
