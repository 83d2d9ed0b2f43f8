/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All by which somebody could be found out in what would leave, record by record. It is looked for anew whenever the
 * review changes, and whoever decided about one passage is led to the next. */
#include "config.h"

#include "ui/dialogs/tl-identifying-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/dialogs/tl-identifying-job.h"
#include "ui/dialogs/tl-identifying-row.h"
#include "ui/widgets/tl-cancellable.h"
#include "ui/widgets/tl-report.h"

/* More than these nobody decides about at one sitting; the others follow. */
#define MAX_ROWS 200

struct _TlIdentifyingView
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack  *stack;
  GtkLabel  *counts;
  GtkWidget *all; /* a switch: those about which somebody has decided too */
  GtkWidget *page;
  GPtrArray *groups; /* in the page */
  GPtrArray *rows;   /* in the groups */

  /* Owned references */
  TlReview     *review;
  TlTier        tier;
  GPtrArray    *found; /* of TlIdentifying */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TlIdentifyingView, tl_identifying_view, ADW_TYPE_BIN)

static void
update_counts (TlIdentifyingView *self)
{
  guint open = tl_identifying_count_open (self->found);
  g_autofree char *text
      = open == 0 ? g_strdup (_("Nothing is left to decide."))
                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage to decide about",
                                                  "%u passages to decide about", open),
                                     open);

  gtk_label_set_text (self->counts, text);
}

static AdwPreferencesGroup *
add_group (TlIdentifyingView   *self,
           const TlIdentifying *passage)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: a kind of record, what it is called */
  g_autofree char *title = g_markup_printf_escaped (_("%s “%s”"), _(passage->kind->label), passage->title);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
clear_groups (TlIdentifyingView *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->rows, 0);
}

/* The row that had the keyboard, or the one in whose place another is now. */
static guint
find_focus (TlIdentifyingView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (gtk_widget_is_ancestor (focus, g_ptr_array_index (self->rows, i))
        || focus == g_ptr_array_index (self->rows, i))
      return i;
  return G_MAXUINT;
}

static void
show (TlIdentifyingView *self)
{
  gboolean all = gtk_switch_get_active (GTK_SWITCH (self->all));
  guint focus = find_focus (self);
  const TlIdentifying *last = NULL;
  AdwPreferencesGroup *group = NULL;

  clear_groups (self);
  for (guint i = 0; i < self->found->len && self->rows->len < MAX_ROWS; i++)
    {
      const TlIdentifying *passage = g_ptr_array_index (self->found, i);

      if (!all && !tl_identifying_is_open (passage))
        continue;
      if (last == NULL || strcmp (last->record, passage->record) != 0)
        group = add_group (self, passage);

      GtkWidget *row = tl_identifying_row_new (self->review, self->tier, passage);

      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
      last = passage;
    }
  update_counts (self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "passages" : "none");
  if (focus != G_MAXUINT && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (focus, self->rows->len - 1)));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlIdentifyingView) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tl_identifying_job_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->review == NULL)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      return;
    }
  if (found == NULL)
    {
      tl_report_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  show (self);
}

static void
look (TlIdentifyingView *self)
{
  tl_cancellable_renew (&self->cancellable);
  tl_identifying_job_async (tl_review_get_path (self->review), self->tier, self->cancellable, found_cb,
                            g_object_ref (self));
}

static void
all_changed_cb (TlIdentifyingView *self)
{
  if (self->found != NULL)
    show (self);
}

/* Parts */

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to decide about"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("That does not say that nobody can be found out. Read what leaves as a stranger "
                                     "would who wants to know."));
  return page;
}

static GtkWidget *
make_line (TlIdentifyingView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("Show what needs no decision too"));

  self->counts = GTK_LABEL (gtk_label_new (_("Looking through what would leave…")));
  gtk_label_set_xalign (self->counts, 0);
  gtk_label_set_wrap (self->counts, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->counts), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->counts), "heading");
  self->all = gtk_switch_new ();
  gtk_widget_set_valign (self->all, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (self->all, "notify::active", G_CALLBACK (all_changed_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->all);
  gtk_widget_add_css_class (line, "leaving");
  return line;
}

/* GObject overrides */

static void
tl_identifying_view_dispose (GObject *object)
{
  TlIdentifyingView *self = TL_IDENTIFYING_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_identifying_view_parent_class)->dispose (object);
}

static void
tl_identifying_view_finalize (GObject *object)
{
  TlIdentifyingView *self = TL_IDENTIFYING_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tl_identifying_view_parent_class)->finalize (object);
}

static void
tl_identifying_view_class_init (TlIdentifyingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_identifying_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_identifying_view_finalize;
}

static void
tl_identifying_view_init (TlIdentifyingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *spinner = gtk_spinner_new ();

  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->page = adw_preferences_page_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_stack_add_named (self->stack, spinner, "looking");
  gtk_stack_add_named (self->stack, self->page, "passages");
  gtk_stack_add_named (self->stack, make_none (), "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_line (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_identifying_view_new:
 * @review: a review
 * @tier: for whom it is to leave
 *
 * Returns: (transfer floating): a view that begins to look
 */
GtkWidget *
tl_identifying_view_new (TlReview *review,
                         TlTier    tier)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlIdentifyingView *self = g_object_new (TL_TYPE_IDENTIFYING_VIEW, NULL);

  self->review = g_object_ref (review);
  self->tier = tier;
  g_signal_connect_object (review, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  return GTK_WIDGET (self);
}
