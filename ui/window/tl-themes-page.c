/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The themes of a library: the question at the top, the table beneath, what the chosen code means at the side. Counting
 * is done by a worker; the last question wins. The signal "answered" says that one has come. */
#include "config.h"

#include "ui/window/tl-themes-page.h"

#include <glib/gi18n.h>

#include "model/typology/tl-typology.h"
#include "ui/charts/tl-themes-chart.h"
#include "ui/library/tl-library-empty.h"
#include "ui/library/tl-library-job.h"
#include "ui/typology/tl-code-details.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-report.h"

struct _TlThemesPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack       *stack;
  TlThemesFilter *filter;
  TlThemesChart  *chart;
  TlCodeDetails  *details;
  GtkSpinner     *spinner;

  /* Owned references */
  TlLibrary    *library;
  GCancellable *cancellable; /* of the question that waits for its answer */
};

G_DEFINE_FINAL_TYPE (TlThemesPage, tl_themes_page, ADW_TYPE_BIN)

enum {
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Callbacks */

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlThemesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlThemes) themes = tl_library_job_themes_finish (result, &error);

  /* Another question has been asked since, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->chart), "waiting");
  if (themes != NULL)
    tl_themes_chart_set_themes (self->chart, g_steal_pointer (&themes));
  else
    {
      /* An old answer beneath a new question would be read as its answer. */
      tl_themes_chart_set_themes (self->chart, NULL);
      tl_report_error (GTK_WIDGET (self), error);
    }
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
ask (TlThemesPage *self)
{
  TlThemesQuery query;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "waiting");
  tl_themes_filter_get_query (self->filter, &query);
  tl_library_job_themes_async (tl_library_get_path (self->library), &query, self->cancellable, counted_cb,
                               g_object_ref (self));
}

static void
code_chosen_cb (TlThemesPage *self)
{
  const char *code = tl_themes_chart_get_code (self->chart);
  g_autoptr (TlCode) found = code != NULL ? tl_typologies_find_code (code) : NULL;

  tl_code_details_set_code (self->details, found);
}

/* GObject overrides */

static void
tl_themes_page_dispose (GObject *object)
{
  TlThemesPage *self = TL_THEMES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (tl_themes_page_parent_class)->dispose (object);
}

static void
tl_themes_page_class_init (TlThemesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_themes_page_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static GtkWidget *
make_tools (TlThemesPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *copy = tl_label_button_new (_("_Copy as Table"));
  GtkWidget *csv = tl_label_button_new (_("_Export as CSV…"));

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Counting"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "win.copy-themes");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (csv), "win.export");
  gtk_widget_add_css_class (tools, "themes-tools");
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (tools), copy);
  gtk_box_append (GTK_BOX (tools), csv);
  return tools;
}

static GtkWidget *
make_page (TlThemesPage *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->filter = TL_THEMES_FILTER (tl_themes_filter_new ());
  self->chart = TL_THEMES_CHART (tl_themes_chart_new ());
  self->details = TL_CODE_DETAILS (tl_code_details_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->details));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (side), scrolled);
  gtk_box_append (GTK_BOX (side), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (side), make_tools (self));
  gtk_widget_set_size_request (side, 260, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->chart));
  gtk_paned_set_end_child (GTK_PANED (paned), side);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);

  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (page), paned);
  return page;
}

static void
tl_themes_page_init (TlThemesPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_page (self), "themes");
  gtk_stack_add_named (self->stack, tl_library_empty_new (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "notify::code", G_CALLBACK (code_chosen_cb), self, G_CONNECT_SWAPPED);
  code_chosen_cb (self);
}

/**
 * tl_themes_page_new:
 * @library: whose themes
 *
 * Returns: (transfer floating): a page without an answer yet
 */
GtkWidget *
tl_themes_page_new (TlLibrary *library)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlThemesPage *self = g_object_new (TL_TYPE_THEMES_PAGE, NULL);

  self->library = g_object_ref (library);
  return GTK_WIDGET (self);
}

/**
 * tl_themes_page_set_records:
 * @records: a list of TlLibraryRecord, all that the library holds
 *
 * Counts anew over what there is now.
 */
void
tl_themes_page_set_records (TlThemesPage *self,
                            GListModel   *records)
{
  g_return_if_fail (TL_IS_THEMES_PAGE (self) && G_IS_LIST_MODEL (records));

  tl_themes_filter_set_records (self->filter, records);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (records) > 0 ? "themes" : "empty");
  ask (self);
}

/**
 * tl_themes_page_get_filter:
 *
 * Returns: (transfer none): what is asked
 */
TlThemesFilter *
tl_themes_page_get_filter (TlThemesPage *self)
{
  g_return_val_if_fail (TL_IS_THEMES_PAGE (self), NULL);
  return self->filter;
}

/**
 * tl_themes_page_get_themes:
 *
 * Returns: (transfer none) (nullable): the last answer, until the next
 */
const TlThemes *
tl_themes_page_get_themes (TlThemesPage *self)
{
  g_return_val_if_fail (TL_IS_THEMES_PAGE (self), NULL);
  return tl_themes_chart_get_themes (self->chart);
}
