/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How any widget tells the person something: through the actions that its window provides, so that it need not know
 * which window it is in. A window without them, as in a test, leaves the sentence in the log. */
#define G_LOG_DOMAIN "tl-report"

#include "config.h"

#include "ui/widgets/tl-report.h"

/**
 * tl_report_error:
 * @widget: where it happened
 * @error: what; its message is a sentence for the person
 */
void
tl_report_error (GtkWidget    *widget,
                 const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && error != NULL);

  if (!gtk_widget_activate_action (widget, "win.report", "(sb)", error->message, FALSE))
    g_info ("%s", error->message);
}

/**
 * tl_report_done:
 * @widget: where it was done
 * @sentence: what was done
 * @with_undo: whether to offer undoing it
 */
void
tl_report_done (GtkWidget  *widget,
                const char *sentence,
                gboolean    with_undo)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && sentence != NULL);

  if (!gtk_widget_activate_action (widget, "win.report", "(sb)", sentence, with_undo))
    g_info ("%s", sentence);
}

/**
 * tl_report_finish:
 * @widget: where the edit was made
 * @edit: (transfer full) (nullable): the edit; %NULL if it could not begin
 * @done: whether all that belongs to it went well
 * @error: (inout): why it did not, if so; the caller's, and set if the edit could not be committed
 *
 * Commits, or takes back all that the edit did, and tells the person what went wrong.
 *
 * Returns: whether something changed
 */
gboolean
tl_report_finish (GtkWidget  *widget,
                  TlEdit     *edit,
                  gboolean    done,
                  GError    **error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, done, done ? error : NULL) : NULL;

  if (*error != NULL)
    tl_report_error (widget, *error);
  return change != NULL;
}
