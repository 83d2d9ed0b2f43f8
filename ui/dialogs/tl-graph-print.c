/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the graph: on one sheet, or on as many as it takes. The graph is frozen by a worker before the toolkit's
 * dialog opens; the pages are drawn by the painter that draws files. */
#include "config.h"

#include "ui/dialogs/tl-graph-print.h"

#include <glib/gi18n.h>

#include "model/picture/tl-sheets.h"
#include "ui/dialogs/tl-picture-job.h"
#include "ui/widgets/tl-label-button.h"

struct _TlGraphPrint
{
  TlPrintJob parent_instance;

  /* Owned */
  TlReview  *review;
  GStrv      selected;  /* NULL where nothing is */
  TlPicture *pictures[2]; /* the whole graph; what is selected, or NULL */
  TlPainter *painter;   /* while pages are drawn */

  /* Widgets of the print dialog */
  GtkCheckButton *tiled_button;
  GtkSpinButton  *scale_button;

  TlSheets sheets;
  gboolean is_tiled;
  double   scale;
};

G_DEFINE_FINAL_TYPE (TlGraphPrint, tl_graph_print, TL_TYPE_PRINT_JOB)

/* What the person chose before the first page is drawn. */
static TlPicture *
get_picture (TlGraphPrint        *self,
             GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  gboolean is_part = self->pictures[1] != NULL && settings != NULL
                     && gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_SELECTION;

  return self->pictures[is_part ? 1 : 0];
}

/* The page of its own in the dialog */

static GObject *
make_page_cb (TlGraphPrint *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *fit = tl_label_check_new (_("_Fit on one sheet"));
  GtkWidget *tiled = tl_label_check_new (_("_Over several sheets, to be put together on a wall"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Scale in percent"));
  GtkWidget *scale = gtk_spin_button_new_with_range (10, 1000, 10);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (tiled), GTK_CHECK_BUTTON (fit));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->is_tiled ? tiled : fit), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (scale), self->scale * 100);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), scale);
  g_object_bind_property (tiled, "active", line, "sensitive", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), scale);
  gtk_box_append (GTK_BOX (box), fit);
  gtk_box_append (GTK_BOX (box), tiled);
  gtk_box_append (GTK_BOX (box), line);
  self->tiled_button = GTK_CHECK_BUTTON (tiled);
  self->scale_button = GTK_SPIN_BUTTON (scale);
  return G_OBJECT (box);
}

static void
page_applied_cb (TlGraphPrint *self)
{
  self->is_tiled = gtk_check_button_get_active (self->tiled_button);
  self->scale = gtk_spin_button_get_value (self->scale_button) / 100;
}

/* TlPrintJob overrides */

static guint
tl_graph_print_lay_out (TlPrintJob         *job,
                        GtkPrintOperation  *operation,
                        GtkPrintContext    *context,
                        GError            **error)
{
  TlGraphPrint *self = TL_GRAPH_PRINT (job);

  g_clear_pointer (&self->painter, tl_painter_free);
  self->painter = tl_painter_new (get_picture (self, operation), TRUE);
  return tl_sheets_init (&self->sheets, self->painter, self->is_tiled ? TL_SHEETS_TILED : TL_SHEETS_FIT,
                         gtk_print_context_get_width (context), gtk_print_context_get_height (context), self->scale,
                         error)
           ? tl_sheets_get_n_pages (&self->sheets)
           : 0;
}

static gboolean
tl_graph_print_draw (TlPrintJob  *job,
                     guint        page,
                     cairo_t     *cr,
                     GError     **error)
{
  TlGraphPrint *self = TL_GRAPH_PRINT (job);

  return tl_sheets_draw (&self->sheets, self->painter, page, cr, NULL, error);
}

static void
tl_graph_print_set_up (TlPrintJob        *job,
                       GtkPrintOperation *operation)
{
  TlGraphPrint *self = TL_GRAPH_PRINT (job);
  g_autoptr (TlPainter) painter = tl_painter_new (self->pictures[0], TRUE);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  double width, height;

  tl_painter_get_size (painter, &width, &height);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, tl_painter_get_title (painter));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_support_selection (operation, TRUE);
  gtk_print_operation_set_has_selection (operation, self->pictures[1] != NULL);
  gtk_print_operation_set_custom_tab_label (operation, _("Graph"));
  g_signal_connect_object (operation, "create-custom-widget", G_CALLBACK (make_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "custom-widget-apply", G_CALLBACK (page_applied_cb), self, G_CONNECT_SWAPPED);
}

static void freeze (TlGraphPrint *self,
                    GTask      *task);

static void
frozen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlGraphPrint *self = g_task_get_source_object (task);
  GError *error = NULL;
  TlPicture *picture = tl_picture_job_freeze_finish (result, &error);

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->pictures[self->pictures[0] == NULL ? 0 : 1] = picture;
  if (self->selected != NULL && self->pictures[1] == NULL)
    freeze (self, task);
  else
    g_task_return_boolean (task, TRUE);
}

/* First the whole, then what is selected. */
static void
freeze (TlGraphPrint *self,
        GTask      *task)
{
  tl_picture_job_freeze_async (tl_review_get_path (self->review), TL_TIER_TRANSFER,
                               self->pictures[0] != NULL ? (const char *const *) self->selected : NULL,
                               g_task_get_cancellable (task), frozen_cb, g_object_ref (task));
}

static void
tl_graph_print_prepare (TlPrintJob *job,
                        GTask      *task)
{
  freeze (TL_GRAPH_PRINT (job), task);
}

/* GObject overrides */

static void
tl_graph_print_finalize (GObject *object)
{
  TlGraphPrint *self = TL_GRAPH_PRINT (object);

  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->pictures[0], tl_picture_unref);
  g_clear_pointer (&self->pictures[1], tl_picture_unref);
  g_clear_object (&self->review);
  g_strfreev (self->selected);
  G_OBJECT_CLASS (tl_graph_print_parent_class)->finalize (object);
}

static void
tl_graph_print_class_init (TlGraphPrintClass *klass)
{
  TlPrintJobClass *job_class = TL_PRINT_JOB_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_graph_print_finalize;
  job_class->prepare = tl_graph_print_prepare;
  job_class->set_up = tl_graph_print_set_up;
  job_class->lay_out = tl_graph_print_lay_out;
  job_class->draw = tl_graph_print_draw;
}

static void
tl_graph_print_init (TlGraphPrint *self)
{
  self->scale = 1;
}

/**
 * tl_graph_print_new:
 * @review: the review whose graph it is
 * @selected: ids of what is selected; may be empty
 *
 * Returns: (transfer full): a job, to be run once
 */
TlPrintJob *
tl_graph_print_new (TlReview          *review,
                    const char *const *selected)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && selected != NULL, NULL);

  TlGraphPrint *self = g_object_new (TL_TYPE_GRAPH_PRINT, NULL);

  self->review = g_object_ref (review);
  self->selected = selected[0] != NULL ? g_strdupv ((char **) selected) : NULL;
  return TL_PRINT_JOB (self);
}
