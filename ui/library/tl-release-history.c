/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The releases that left a library, the last first, and of the chosen one what it held and what was withheld. What has
 * left stays known: nothing can be taken out of the list. */
#include "config.h"

#include "ui/library/tl-release-history.h"

#include <glib/gi18n.h>

#include "model/releases/tl-release-words.h"
#include "ui/library/tl-enquiry.h"
#include "ui/library/tl-release-pieces.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-wrapped.h"

#define LIST_WIDTH 300

struct _TlReleaseHistory
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack        *stack;
  GtkListBox      *list;
  GtkBox          *details;
  TlReleasePieces *pieces;

  GPtrArray *releases; /* owned; of TlLoggedRelease, the first first; NULL until they are read */
  TlEnquiry *enquiry;  /* owned */
};

G_DEFINE_FINAL_TYPE (TlReleaseHistory, tl_release_history, ADW_TYPE_BIN)

/* The rows are the last first. */
static const TlLoggedRelease *
get_chosen (TlReleaseHistory *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint n = self->releases != NULL ? self->releases->len : 0;
  guint i = row != NULL ? (guint) gtk_list_box_row_get_index (row) : n;

  return i < n ? self->releases->pdata[n - 1 - i] : NULL;
}

static char *
dup_when (const TlLoggedRelease *release)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (release->time);

  return g_date_time_format (time, "%x");
}

/* What is said of a release */

static void
add_text (TlReleaseHistory *self,
          const char       *text,
          const char       *css_class)
{
  GtkWidget *label = tl_wrapped_new (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (self->details, label);
}

static void
show_details (TlReleaseHistory      *self,
              const TlLoggedRelease *release)
{
  const TlReleasePlan *plan = release->plan;
  g_autofree char *when = dup_when (release);
  g_autofree char *who = plan->author != NULL && plan->author[0] != '\0' ? g_strdup_printf (", %s", plan->author)
                                                                         : g_strdup ("");
  /* Translators: the number of a release, when it was made, and after a comma who made it */
  g_autofree char *heading = g_strdup_printf (_("Release %" G_GINT64_FORMAT ", made on %s%s"), release->number, when,
                                              who);
  g_autofree char *withheld = tl_logged_release_dup_withheld (release);
  g_autofree char *settings = plan->round > 1
                                ? g_strdup_printf (_("Counts from 1 to %u were withheld, others rounded to %u."),
                                                   plan->threshold, plan->round)
                                : g_strdup_printf (_("Counts from 1 to %u were withheld, others not rounded."),
                                                   plan->threshold);
  GtkWidget *again = tl_label_button_new (_("_Put Together Again"));

  add_text (self, plan->title, "title-2");
  add_text (self, heading, "dim-label");
  add_text (self, withheld, NULL);
  add_text (self, settings, NULL);
  for (guint i = 0; i < plan->questions->len; i++)
    {
      g_autofree char *title = tl_asked_dup_title (plan->questions->pdata[i]);
      g_autofree char *line = g_strdup_printf ("%u.  %s", i + 1, title);

      add_text (self, line, NULL);
    }
  for (guint i = 0; i < plan->caveats->len; i++)
    add_text (self, plan->caveats->pdata[i], "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "release.take-over");
  gtk_widget_set_tooltip_text (again, _("The same tables with the counts of today, protected against this one"));
  gtk_widget_set_halign (again, GTK_ALIGN_START);
  gtk_box_append (self->details, again);
}

/* Callbacks */

static void
selected_cb (TlReleaseHistory *self)
{
  const TlLoggedRelease *chosen = get_chosen (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->details))) != NULL)
    gtk_box_remove (self->details, child);
  if (chosen != NULL)
    show_details (self, chosen);
  tl_release_pieces_set_release (self->pieces, chosen);
}

/* The enquiry */

static gpointer
read_log (TlLibrary           *library,
          const TlAnswerTerms *terms,
          gpointer             asked,
          GCancellable        *cancellable,
          GError             **error)
{
  return tl_release_log_read (library, FALSE, error);
}

static GtkWidget *
make_row (const TlLoggedRelease *release)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = dup_when (release);
  g_autofree char *withheld = tl_logged_release_dup_withheld (release);
  g_autofree char *subtitle = g_strdup_printf ("%s. %s", when, withheld);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), release->plan->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  return row;
}

static void
show_log (GtkWidget    *widget,
          gpointer      answer,
          const GError *error)
{
  TlReleaseHistory *self = TL_RELEASE_HISTORY (widget);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->releases, g_ptr_array_unref);
  self->releases = answer;
  for (guint i = tl_release_history_count (self); i > 0; i--)
    gtk_list_box_append (self->list, make_row (self->releases->pdata[i - 1]));
  gtk_stack_set_visible_child_name (self->stack, error != NULL                              ? "failed"
                                                 : tl_release_history_count (self) > 0 ? "list"
                                                                                            : "nothing");
  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, "failed")), escaped);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  selected_cb (self);
}

static const TlEnquiryKind log_enquiry = {
  .of_library = TRUE,
  .ask = read_log,
  .free_answer = (GDestroyNotify) g_ptr_array_unref,
  .show = show_log,
};

/* GObject overrides */

static void
tl_release_history_dispose (GObject *object)
{
  g_clear_object (&TL_RELEASE_HISTORY (object)->enquiry);
  G_OBJECT_CLASS (tl_release_history_parent_class)->dispose (object);
}

static void
tl_release_history_finalize (GObject *object)
{
  g_clear_pointer (&TL_RELEASE_HISTORY (object)->releases, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_release_history_parent_class)->finalize (object);
}

static void
tl_release_history_class_init (TlReleaseHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_release_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_release_history_finalize;
}

static GtkWidget *
make_list (TlReleaseHistory *self,
           TlQuestion       *question)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = gtk_scrolled_window_new (), *right = gtk_scrolled_window_new ();
  GtkWidget *chosen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Earlier releases"),
                                  -1);
  self->details = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->pieces = TL_RELEASE_PIECES (tl_release_pieces_new (question));
  gtk_widget_add_css_class (chosen, "release-draft");
  gtk_box_append (GTK_BOX (chosen), GTK_WIDGET (self->details));
  gtk_box_append (GTK_BOX (chosen), GTK_WIDGET (self->pieces));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (left), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (right), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (left), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (right), chosen);
  gtk_widget_set_size_request (left, LIST_WIDTH, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), left);
  gtk_paned_set_end_child (GTK_PANED (paned), right);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return paned;
}

static GtkWidget *
make_status (const char *title,
             const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  return page;
}

static void
tl_release_history_init (TlReleaseHistory *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack,
                       make_status (_("Nothing Has Left This Library Yet"),
                                    _("Each release is kept here with its tables and what was withheld, so that the "
                                      "next one is protected against it.")),
                       "nothing");
  gtk_stack_add_named (self->stack, make_status (_("The Releases Can’t Be Read"), NULL), "failed");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * tl_release_history_new:
 * @question: whose library it is about
 *
 * Returns: (transfer floating): a list that is read once it is seen
 */
GtkWidget *
tl_release_history_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlReleaseHistory *self = g_object_new (TL_TYPE_RELEASE_HISTORY, NULL);

  gtk_stack_add_named (self->stack, make_list (self, question), "list");
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &log_enquiry);
  return GTK_WIDGET (self);
}

/**
 * tl_release_history_renew:
 *
 * Reads the log again.
 */
void
tl_release_history_renew (TlReleaseHistory *self)
{
  g_return_if_fail (TL_IS_RELEASE_HISTORY (self));
  tl_enquiry_renew (self->enquiry);
}

/**
 * tl_release_history_count:
 *
 * Returns: how many releases are listed
 */
guint
tl_release_history_count (TlReleaseHistory *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_HISTORY (self), 0);
  return self->releases != NULL ? self->releases->len : 0;
}

/**
 * tl_release_history_get_plan:
 *
 * Returns: (transfer none) (nullable): what the chosen release held
 */
const TlReleasePlan *
tl_release_history_get_plan (TlReleaseHistory *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_HISTORY (self), NULL);

  const TlLoggedRelease *chosen = get_chosen (self);

  return chosen != NULL ? chosen->plan : NULL;
}
