/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the checks found, firmest first, under a heading for each severity, and if wanted what was set aside after it.
 * It never stops anybody: it can be left as it is. */
#include "config.h"

#include "ui/checks/tl-checks-view.h"

#include <glib/gi18n.h>

#include "ui/checks/tl-check-row.h"

struct _TlChecksView
{
  AdwBin parent_instance;

  TlCheckList *checks; /* owned */
  GListModel  *sorted; /* owned; firmest first */
  GPtrArray   *bound;  /* GtkListItem that stand for a problem now; unowned */
  GtkWidget   *stack;
  GtkWidget   *with_set_aside;
};

G_DEFINE_FINAL_TYPE (TlChecksView, tl_checks_view, ADW_TYPE_BIN)

/* What was set aside is a group of its own, after all severities. */
static int
get_group (TlCheckProblem *problem)
{
  return tl_check_problem_get_dismissed (problem) ? G_MAXINT : (int) tl_check_problem_get_severity (problem);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  int one = get_group ((TlCheckProblem *) a), other = get_group ((TlCheckProblem *) b);

  return (one > other) - (one < other);
}

static gboolean
is_first_of_group (TlChecksView *self,
                      GtkListItem  *item)
{
  guint position = gtk_list_item_get_position (item);

  if (position == 0)
    return TRUE;

  g_autoptr (TlCheckProblem) before = g_list_model_get_item (self->sorted, position - 1);
  return before == NULL || get_group (before) != get_group (gtk_list_item_get_item (item));
}

static void
update_heading (TlChecksView *self,
                GtkListItem  *item)
{
  tl_check_row_set_heading (TL_CHECK_ROW (gtk_list_item_get_child (item)), is_first_of_group (self, item));
}

/* Callbacks */

static void
row_set_up_cb (TlChecksView *self,
               GtkListItem  *item)
{
  gtk_list_item_set_child (item, tl_check_row_new (tl_check_list_get_review (self->checks)));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
row_bound_cb (TlChecksView *self,
              GtkListItem  *item)
{
  tl_check_row_set_problem (TL_CHECK_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
  update_heading (self, item);
  g_ptr_array_add (self->bound, item);
}

static void
row_unbound_cb (TlChecksView *self,
                GtkListItem  *item)
{
  tl_check_row_set_problem (TL_CHECK_ROW (gtk_list_item_get_child (item)), NULL);
  g_ptr_array_remove_fast (self->bound, item);
}

/* What stood second may now be the first of its group, without having been bound anew. */
static void
sorted_changed_cb (TlChecksView *self)
{
  gboolean any = g_list_model_get_n_items (self->sorted) > 0;

  for (guint i = 0; i < self->bound->len; i++)
    update_heading (self, g_ptr_array_index (self->bound, i));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "empty");
}

static void
set_aside_changed_cb (TlChecksView *self)
{
  guint n = tl_check_list_get_n_set_aside (self->checks);
  g_autofree char *label = g_strdup_printf (_("Show what was set aside (%u)"), n);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->with_set_aside), label);
  gtk_widget_set_visible (self->with_set_aside, n > 0);
}

static void
with_set_aside_toggled_cb (TlChecksView *self)
{
  tl_check_list_set_with_dismissed (self->checks,
                                    gtk_check_button_get_active (GTK_CHECK_BUTTON (self->with_set_aside)));
}

static GtkWidget *
make_list (TlChecksView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (self->sorted));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, G_CONNECT_SWAPPED);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Checks"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static GtkWidget *
make_with_set_aside (TlChecksView *self)
{
  self->with_set_aside = gtk_check_button_new ();
  gtk_widget_set_margin_start (self->with_set_aside, 6);
  gtk_widget_set_margin_top (self->with_set_aside, 6);
  g_signal_connect_object (self->with_set_aside, "toggled", G_CALLBACK (with_set_aside_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "notify::n-set-aside", G_CALLBACK (set_aside_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_aside_changed_cb (self);
  return self->with_set_aside;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Nothing to point out"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("The checks look at structure, evidence and wording; they can’t tell whether the "
                                     "analysis is right."));
  gtk_widget_add_css_class (status, "compact");
  return status;
}

static void
tl_checks_view_dispose (GObject *object)
{
  TlChecksView *self = TL_CHECKS_VIEW (object);

  if (self->sorted != NULL)
    g_signal_handlers_disconnect_by_data (self->sorted, self);
  g_clear_object (&self->sorted);
  g_clear_object (&self->checks);
  G_OBJECT_CLASS (tl_checks_view_parent_class)->dispose (object);
}

static void
tl_checks_view_finalize (GObject *object)
{
  g_ptr_array_unref (TL_CHECKS_VIEW (object)->bound);
  G_OBJECT_CLASS (tl_checks_view_parent_class)->finalize (object);
}

static void
tl_checks_view_class_init (TlChecksViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_checks_view_finalize;
  G_OBJECT_CLASS (klass)->dispose = tl_checks_view_dispose;
}

static void
tl_checks_view_init (TlChecksView *self)
{
  self->bound = g_ptr_array_new ();
}

/**
 * tl_checks_view_new:
 * @checks: the checks of a review
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
tl_checks_view_new (TlCheckList *checks)
{
  g_return_val_if_fail (TL_IS_CHECK_LIST (checks), NULL);

  TlChecksView *self = g_object_new (TL_TYPE_CHECKS_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));

  self->checks = g_object_ref (checks);
  self->sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (checks)), sorter));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  gtk_widget_set_size_request (self->stack, 420, 480);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), make_with_set_aside (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (sorted_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  sorted_changed_cb (self);
  return GTK_WIDGET (self);
}
