/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases of a library: the next one while it is put together, with what would leave and what would be withheld, and
 * those that left. A worker works that out whenever something changed and the page is seen. */
#include "config.h"

#include "ui/library/tl-release-page.h"

#include <glib/gi18n.h>

#include "ui/library/tl-release-draft.h"
#include "ui/library/tl-release-form.h"
#include "ui/library/tl-release-history.h"
#include "ui/library/tl-release-job.h"
#include "ui/library/tl-release-made.h"
#include "ui/library/tl-release-preview.h"
#include "ui/widgets/tl-cancellable.h"
#include "ui/widgets/tl-label-button.h"

#define DRAFT_WIDTH 380

struct _TlReleasePage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack         *stack;
  TlReleaseForm    *form;
  TlReleaseDraft   *draft;
  TlReleasePreview *preview;
  TlReleaseMade    *made;
  TlReleaseHistory *history;

  /* Owned */
  TlQuestion   *question;
  GCancellable *cancellable; /* of what a worker does; NULL while none does */
  char         *target;      /* where a release is being made; NULL where it is only looked at */

  gboolean stale;
};

G_DEFINE_FINAL_TYPE (TlReleasePage, tl_release_page, ADW_TYPE_BIN)

static void
update_actions (TlReleasePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writes = !tl_library_get_read_only (tl_question_get_library (self->question));

  gtk_widget_action_set_enabled (widget, "release.cancel", self->cancellable != NULL);
  gtk_widget_action_set_enabled (widget, "release.make",
                                 writes && tl_release_preview_get_release (self->preview) != NULL);
}

static void
end_work (TlReleasePage *self)
{
  tl_cancellable_stop (&self->cancellable);
  g_clear_pointer (&self->target, g_free);
}

/* Callbacks */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  TlReleasePage *self = user_data;

  if (self->cancellable != NULL)
    tl_release_preview_set_fraction (self->preview, fraction);
}

static void
released_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TlReleasePage *self = TL_RELEASE_PAGE (source);
  g_autoptr (GError) error = NULL;
  TlRelease *release = tl_release_job_finish (result, &error);
  g_autofree char *target = NULL;

  /* Something else is being worked out since, or nothing. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&release, tl_release_free);
      return;
    }
  target = g_steal_pointer (&self->target);
  g_clear_object (&self->cancellable);
  if (release == NULL)
    tl_release_preview_set_failed (self->preview, target != NULL ? _("Not Made") : _("This Can’t Be Released"),
                                   error->message);
  else
    {
      if (target != NULL)
        tl_release_made_set (self->made, release, target);
      tl_release_preview_set_release (self->preview, release);
      tl_release_preview_show_table (self->preview, tl_release_draft_get_chosen (self->draft));
    }
  if (target != NULL)
    tl_release_history_renew (self->history);
  update_actions (self);
}

static void
work_out (TlReleasePage *self,
          const char    *target)
{
  g_autoptr (TlReleasePlan) plan = tl_release_draft_dup_plan (self->draft);

  end_work (self);
  self->stale = FALSE;
  if (plan->questions->len == 0)
    tl_release_preview_set_nothing (self->preview);
  else
    {
      self->cancellable = g_cancellable_new ();
      self->target = g_strdup (target);
      tl_release_preview_set_fraction (self->preview, 0);
      tl_release_job_async (tl_library_get_path (tl_question_get_library (self->question)), plan, target, progress_cb,
                            self, self->cancellable, released_cb);
    }
  update_actions (self);
}

static void
changed_cb (TlReleasePage *self)
{
  tl_release_made_clear (self->made);
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    work_out (self, NULL);
}

static void
mapped_cb (TlReleasePage *self)
{
  if (self->stale)
    work_out (self, NULL);
}

static void
chosen_cb (TlReleasePage *self)
{
  tl_release_preview_show_table (self->preview, tl_release_draft_get_chosen (self->draft));
}

/* Actions */

static void
add_table_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlReleasePage *self = TL_RELEASE_PAGE (widget);
  TlAnswerTerms terms;

  tl_question_get_terms (self->question, &terms);

  g_autoptr (TlAsked) question = tl_release_form_dup_question (self->form, terms.population);

  tl_release_draft_add (self->draft, question);
}

static void
remove_table_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  tl_release_draft_remove (TL_RELEASE_PAGE (widget)->draft, g_variant_get_uint32 (parameter));
}

static void
move_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tl_release_draft_move (TL_RELEASE_PAGE (widget)->draft, g_variant_get_uint32 (parameter));
}

static void
work_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  work_out (TL_RELEASE_PAGE (widget), NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlReleasePage *self = TL_RELEASE_PAGE (widget);

  end_work (self);
  tl_release_preview_set_failed (self->preview, _("Cancelled"),
                                 _("It was not worked out what would have to be withheld. Nothing has left."));
  update_actions (self);
}

/* Where to is for the window to ask. */
static void
make_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.make-release", "s", g_variant_get_string (parameter, NULL));
}

/* An earlier release is put together again, as of today. */
static void
take_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlReleasePage *self = TL_RELEASE_PAGE (widget);
  const TlReleasePlan *plan = tl_release_history_get_plan (self->history);

  if (plan == NULL)
    return;
  tl_release_draft_set_plan (self->draft, plan);
  gtk_stack_set_visible_child_name (self->stack, "new");
}

/* GObject overrides */

static void
tl_release_page_dispose (GObject *object)
{
  TlReleasePage *self = TL_RELEASE_PAGE (object);

  end_work (self);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_release_page_parent_class)->dispose (object);
}

static void
tl_release_page_class_init (TlReleasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_release_page_dispose;
  gtk_widget_class_install_action (widget_class, "release.add-table", NULL, add_table_action);
  gtk_widget_class_install_action (widget_class, "release.remove-table", "u", remove_table_action);
  gtk_widget_class_install_action (widget_class, "release.move-table", "u", move_table_action);
  gtk_widget_class_install_action (widget_class, "release.work-out", NULL, work_out_action);
  gtk_widget_class_install_action (widget_class, "release.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "release.make", "s", make_action);
  gtk_widget_class_install_action (widget_class, "release.take-over", NULL, take_over_action);
}

static GtkWidget *
add_tool (GtkWidget  *tools,
          const char *label,
          const char *what,
          const char *tooltip)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "release.make");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (tools), button);
  return button;
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_tool (tools, _("Make as a _Zip…"), "zip", _("The same in one file, to be sent"));
  gtk_widget_add_css_class (add_tool (tools, _("_Make Release…"), "folder",
                                      _("A page, a document, and each table as CSV and as pictures, in a folder")),
                            "suggested-action");
  gtk_widget_add_css_class (tools, "page-options");
  gtk_widget_set_halign (tools, GTK_ALIGN_END);
  return tools;
}

static GtkWidget *
make_new (TlReleasePage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->form = TL_RELEASE_FORM (tl_release_form_new ());
  self->draft = TL_RELEASE_DRAFT (tl_release_draft_new (GTK_WIDGET (self->form)));
  self->preview = TL_RELEASE_PREVIEW (tl_release_preview_new ());
  self->made = TL_RELEASE_MADE (tl_release_made_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->made));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (right), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (right), make_tools ());
  gtk_widget_set_size_request (GTK_WIDGET (self->draft), DRAFT_WIDTH, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->draft));
  gtk_paned_set_end_child (GTK_PANED (paned), right);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);
  return paned;
}

static void
tl_release_page_init (TlReleasePage *self)
{
}

/**
 * tl_release_page_new:
 * @question: which reviews the next table is about
 *
 * Returns: (transfer floating): a page with a release without tables
 */
GtkWidget *
tl_release_page_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlReleasePage *self = g_object_new (TL_TYPE_RELEASE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->question = g_object_ref (question);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->history = TL_RELEASE_HISTORY (tl_release_history_new (question));
  gtk_stack_add_titled (self->stack, make_new (self), "new", _("New Release"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->history), "earlier", _("Earlier Releases"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "records-parts");
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "renewed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * tl_release_page_add:
 * @question: behind a table
 *
 * Adds a table to the next release; one that is there already stays where it is.
 *
 * Returns: whether such a table can be released
 */
gboolean
tl_release_page_add (TlReleasePage *self,
                     const TlAsked *question)
{
  g_return_val_if_fail (TL_IS_RELEASE_PAGE (self) && question != NULL, FALSE);

  g_autoptr (TlAsked) own = tl_asked_copy (question);

  if (!tl_release_plan_takes (question))
    return FALSE;
  /* A release counts in the version at hand, lists what chance would not give, and is drawn in its own way. */
  g_clear_pointer ((char **) &own->population.version, g_free);
  own->population.across &= own->kind <= TL_ASKED_PAIRS;
  own->all = FALSE;
  own->shown = 0;
  gtk_stack_set_visible_child_name (self->stack, "new");
  tl_release_draft_add (self->draft, own);
  return TRUE;
}

/**
 * tl_release_page_make:
 * @target: where to
 *
 * Makes the release: it is worked out once more, logged and written.
 */
void
tl_release_page_make (TlReleasePage *self,
                      const char    *target)
{
  g_return_if_fail (TL_IS_RELEASE_PAGE (self) && target != NULL);

  tl_release_made_clear (self->made);
  work_out (self, target);
}

/**
 * tl_release_page_dup_title:
 *
 * Returns: (transfer full): what the next release is called
 */
char *
tl_release_page_dup_title (TlReleasePage *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_PAGE (self), NULL);

  g_autoptr (TlReleasePlan) plan = tl_release_draft_dup_plan (self->draft);

  return g_steal_pointer (&plan->title);
}

/**
 * tl_release_page_get_release:
 *
 * Returns: (transfer none) (nullable): what would leave, if that is worked out
 */
const TlRelease *
tl_release_page_get_release (TlReleasePage *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_PAGE (self), NULL);
  return tl_release_preview_get_release (self->preview);
}
