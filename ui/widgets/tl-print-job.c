/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing, whatever it is: the toolkit's operation with its dialog, or a PDF without asking. What the pages are, those
 * that derive from it know. */
#include "config.h"

#include "ui/widgets/tl-print-job.h"

typedef struct {
  char      *path;   /* of a PDF to make without asking, or NULL */
  GtkWindow *parent; /* while it runs */
  GError    *error;  /* why it was given up, or NULL */
} TlPrintJobPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlPrintJob, tl_print_job, G_TYPE_OBJECT)

static TlPrintJobPrivate *
get_private (TlPrintJob *self)
{
  return tl_print_job_get_instance_private (self);
}

/* Callbacks of the operation */

static void
begin_print_cb (TlPrintJob        *self,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  TlPrintJobPrivate *priv = get_private (self);

  g_clear_error (&priv->error);

  guint n_pages = TL_PRINT_JOB_GET_CLASS (self)->lay_out (self, operation, context, &priv->error);

  if (n_pages > 0)
    gtk_print_operation_set_n_pages (operation, (int) n_pages);
  else
    gtk_print_operation_cancel (operation);
}

static void
draw_page_cb (TlPrintJob        *self,
              GtkPrintContext   *context,
              int                page,
              GtkPrintOperation *operation)
{
  TlPrintJobPrivate *priv = get_private (self);

  if (priv->error == NULL
      && !TL_PRINT_JOB_GET_CLASS (self)->draw (self, (guint) page, gtk_print_context_get_cairo_context (context),
                                               &priv->error))
    gtk_print_operation_cancel (operation);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr (GTask) task = user_data;
  TlPrintJobPrivate *priv = get_private (g_task_get_source_object (task));

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && priv->error == NULL)
    gtk_print_operation_get_error (operation, &priv->error);
  if (priv->error != NULL)
    g_task_return_error (task, g_steal_pointer (&priv->error));
  else
    g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
}

static void
print (TlPrintJob *self,
       GTask      *task)
{
  TlPrintJobPrivate *priv = get_private (self);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkPrintOperationAction action = priv->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                                      : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), g_object_ref (task));
  if (TL_PRINT_JOB_GET_CLASS (self)->set_up != NULL)
    TL_PRINT_JOB_GET_CLASS (self)->set_up (self, operation);
  if (priv->path != NULL)
    gtk_print_operation_set_export_filename (operation, priv->path);
  /* What goes wrong is told through "done" too. */
  gtk_print_operation_run (operation, action, priv->parent, &error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    print (TL_PRINT_JOB (source), task);
  else
    g_task_return_error (task, error);
}

/* GObject overrides */

static void
tl_print_job_finalize (GObject *object)
{
  TlPrintJobPrivate *priv = get_private (TL_PRINT_JOB (object));

  g_free (priv->path);
  g_clear_object (&priv->parent);
  g_clear_error (&priv->error);
  G_OBJECT_CLASS (tl_print_job_parent_class)->finalize (object);
}

static void
tl_print_job_class_init (TlPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_print_job_finalize;
}

static void
tl_print_job_init (TlPrintJob *self)
{
}

/**
 * tl_print_job_export_to:
 * @path: of a PDF
 *
 * The pages go to a file and nobody is asked.
 */
void
tl_print_job_export_to (TlPrintJob *self,
                        const char *path)
{
  g_return_if_fail (TL_IS_PRINT_JOB (self) && path != NULL);

  TlPrintJobPrivate *priv = get_private (self);

  g_free (priv->path);
  priv->path = g_strdup (path);
}

/**
 * tl_print_job_run_async:
 * @parent: (nullable): the window that asks
 * @cancellable: (nullable): to give up before the dialog opens
 * @callback: called when it has been printed, or won't be
 * @user_data: for @callback
 *
 * To be called once.
 */
void
tl_print_job_run_async (TlPrintJob          *self,
                        GtkWindow           *parent,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (TL_IS_PRINT_JOB (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_print_job_run_async);
  g_set_object (&get_private (self)->parent, parent);
  if (TL_PRINT_JOB_GET_CLASS (self)->prepare == NULL)
    {
      print (self, task);
      return;
    }

  g_autoptr (GTask) preparing = g_task_new (self, cancellable, prepared_cb, g_object_ref (task));

  TL_PRINT_JOB_GET_CLASS (self)->prepare (self, preparing);
}

/**
 * tl_print_job_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was printed; %FALSE without @error if the person thought better of it
 */
gboolean
tl_print_job_run_finish (TlPrintJob    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
