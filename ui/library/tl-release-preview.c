/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a release would leave and what would be withheld, table by table; how far that is worked out, which
 * "release.cancel" stops; and what to do where there is nothing to be seen. */
#include "config.h"

#include "ui/library/tl-release-preview.h"

#include <glib/gi18n.h>

#include "model/releases/tl-release-words.h"
#include "ui/library/tl-release-sheet.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-wrapped.h"

struct _TlReleasePreview
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack       *stack;
  GtkProgressBar *progress;
  AdwStatusPage  *failed;
  GtkLabel       *withheld;
  GtkLabel       *comparison;
  TlReleaseSheet *sheet;

  TlRelease *release; /* owned */
};

G_DEFINE_FINAL_TYPE (TlReleasePreview, tl_release_preview, ADW_TYPE_BIN)

static void
tl_release_preview_finalize (GObject *object)
{
  g_clear_pointer (&TL_RELEASE_PREVIEW (object)->release, tl_release_free);
  G_OBJECT_CLASS (tl_release_preview_parent_class)->finalize (object);
}

static void
tl_release_preview_class_init (TlReleasePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_release_preview_finalize;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-send-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to Release Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _("A release is a set of tables for an annual report or a website. They are protected together, and against "
        "everything that was released before, so that nobody who has them all can work out what rests on a few "
        "reviews.\n\nAdd a table at the left, and see here what would leave."));
  return page;
}

static GtkWidget *
make_working (TlReleasePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_("Working out what has to be withheld…"));
  GtkWidget *cancel = tl_label_button_new (_("_Cancel"));

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 280, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "release.cancel");
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), cancel);
  return box;
}

static GtkWidget *
make_failed (TlReleasePreview *self)
{
  GtkWidget *again = tl_label_button_new (_("_Try Again"));

  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->failed, "dialog-information-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "release.work-out");
  gtk_widget_set_halign (again, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (again, "pill");
  adw_status_page_set_child (self->failed, again);
  return GTK_WIDGET (self->failed);
}

static GtkWidget *
make_release (TlReleasePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->withheld = GTK_LABEL (tl_wrapped_new (NULL, "heading"));
  self->comparison = GTK_LABEL (tl_wrapped_new (NULL, "dim-label"));
  self->sheet = TL_RELEASE_SHEET (tl_release_sheet_new ());
  gtk_widget_add_css_class (words, "chart-caption");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->withheld));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->comparison));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_set_vexpand (GTK_WIDGET (self->sheet), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sheet));
  return box;
}

static void
tl_release_preview_init (TlReleasePreview *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_stack_add_named (self->stack, make_working (self), "working");
  gtk_stack_add_named (self->stack, make_failed (self), "failed");
  gtk_stack_add_named (self->stack, make_release (self), "release");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * tl_release_preview_new:
 *
 * Returns: (transfer floating): a preview of nothing
 */
GtkWidget *
tl_release_preview_new (void)
{
  return g_object_new (TL_TYPE_RELEASE_PREVIEW, NULL);
}

static void
show (TlReleasePreview *self,
      TlRelease        *release, /* (transfer full) (nullable) */
      const char       *child)
{
  tl_release_sheet_set_table (self->sheet, NULL);
  g_clear_pointer (&self->release, tl_release_free);
  self->release = release;
  gtk_stack_set_visible_child_name (self->stack, child);
}

/**
 * tl_release_preview_set_nothing:
 *
 * Says how to begin.
 */
void
tl_release_preview_set_nothing (TlReleasePreview *self)
{
  g_return_if_fail (TL_IS_RELEASE_PREVIEW (self));
  show (self, NULL, "nothing");
}

/**
 * tl_release_preview_set_fraction:
 * @fraction: how far it is, from 0 to 1
 *
 * Shows how far the working out is. What was seen before is not seen meanwhile: it is not what would leave.
 */
void
tl_release_preview_set_fraction (TlReleasePreview *self,
                                 double            fraction)
{
  g_return_if_fail (TL_IS_RELEASE_PREVIEW (self));

  if (self->release != NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "working") != 0)
    show (self, NULL, "working");
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

/**
 * tl_release_preview_set_failed:
 * @title: what did not succeed
 * @advice: why, and what to do
 *
 * Says so.
 */
void
tl_release_preview_set_failed (TlReleasePreview *self,
                               const char       *title,
                               const char       *advice)
{
  g_return_if_fail (TL_IS_RELEASE_PREVIEW (self) && title != NULL && advice != NULL);

  g_autofree char *escaped = g_markup_escape_text (advice, -1);

  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, escaped);
  show (self, NULL, "failed");
}

/**
 * tl_release_preview_set_release:
 * @release: (transfer full): what would leave
 *
 * Shows it.
 */
void
tl_release_preview_set_release (TlReleasePreview *self,
                                TlRelease        *release)
{
  g_return_if_fail (TL_IS_RELEASE_PREVIEW (self) && release != NULL);

  g_autofree char *withheld = tl_release_dup_withheld (release);
  g_autofree char *comparison = tl_release_dup_comparison (release);

  show (self, release, "release");
  gtk_label_set_text (self->withheld, withheld);
  gtk_label_set_text (self->comparison, comparison);
}

/**
 * tl_release_preview_show_table:
 * @table: a table by its place
 *
 * Shows that table, if it is there.
 */
void
tl_release_preview_show_table (TlReleasePreview *self,
                               guint             table)
{
  g_return_if_fail (TL_IS_RELEASE_PREVIEW (self));

  if (self->release != NULL && table < self->release->tables->len)
    tl_release_sheet_set_table (self->sheet, self->release->tables->pdata[table]);
}

/**
 * tl_release_preview_get_release:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const TlRelease *
tl_release_preview_get_release (TlReleasePreview *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_PREVIEW (self), NULL);
  return self->release;
}
