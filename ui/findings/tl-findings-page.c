/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The findings of a review: the list of them in their order, and one of them as a page to be written. */
#include "config.h"

#include "ui/findings/tl-findings-page.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "model/case/tl-finding-edit.h"
#include "ui/findings/tl-finding-editor.h"
#include "ui/findings/tl-findings-list.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-report.h"

struct _TlFindingsPage
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */

  GtkStack        *stack;
  GtkWidget       *empty;
  TlFindingsList   *list;
  TlFindingEditor *editor;

  guint stale : 1; /* something changed while the page was not seen */
};

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlFindingsPage, tl_findings_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

static TlReview *
get_review (TlFindingsPage *self)
{
  return tl_selection_get_review (self->selection);
}

/* The finding that is written or, on the list, chosen. */
static TlRecord *
get_current (TlFindingsPage *self)
{
  TlRecord *open = tl_finding_editor_get_finding (self->editor);

  return open != NULL ? open : tl_findings_list_get_current (self->list, NULL);
}

static void
show (TlFindingsPage *self,
      TlRecord       *finding)
{
  gboolean any = tl_record_list_get_n (tl_review_get_list (get_review (self), "finding")) > 0;

  tl_finding_editor_set_finding (self->editor, finding);
  gtk_stack_set_visible_child (self->stack, finding != NULL ? GTK_WIDGET (self->editor)
                                            : any           ? GTK_WIDGET (self->list)
                                                            : self->empty);
}

static void
open_finding (TlFindingsPage *self,
              TlRecord       *finding)
{
  show (self, finding);
  tl_selection_set_one (self->selection, tl_record_get_id (finding));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* What is seen only: a hundred edits on another page cost nothing here. */
static void
refresh (TlFindingsPage *self)
{
  TlRecord *finding = tl_finding_editor_get_finding (self->editor);

  if (finding != NULL && tl_review_lookup (get_review (self), tl_record_get_id (finding)) != finding)
    finding = NULL;
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale || finding == NULL)
    show (self, finding);
  if (self->stale)
    return;
  if (finding != NULL)
    tl_finding_editor_refresh (self->editor);
  else
    tl_findings_list_refresh (self->list);
}

/* Another finding that is chosen, wherever that is, is shown; what belongs to this one is looked at beside it. */
static void
selection_changed_cb (TlFindingsPage *self)
{
  TlRecord *record = tl_selection_get_n (self->selection) == 1 ? tl_selection_get_primary (self->selection) : NULL;

  if (tl_finding_editor_get_finding (self->editor) != NULL && record != NULL && tl_record_is (record, "finding"))
    show (self, record);
}

/* Actions */

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);
  TlRecord *finding = tl_review_lookup (get_review (self), g_variant_get_string (parameter, NULL));

  if (tl_record_is (finding, "finding"))
    open_finding (self, finding);
}

static void
close_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);
  TlRecord *open = tl_finding_editor_get_finding (self->editor);

  if (open == NULL)
    return;
  g_autoptr (TlRecord) finding = g_object_ref (open);
  show (self, NULL);
  tl_findings_list_refresh (self->list);
  tl_selection_set_one (self->selection, tl_record_get_id (finding));
  tl_findings_list_focus (self->list, finding);
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);
  g_autoptr (GError) error = NULL;

  tl_finding_editor_flush (self->editor);
  TlEdit *edit = tl_edit_begin (get_review (self), NULL, &error);
  g_autofree char *id = edit != NULL ? tl_finding_edit_add (edit, get_review (self), &error) : NULL;

  if (tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    open_finding (self, tl_review_lookup (get_review (self), id));
}

static void
move_finding (TlFindingsPage *self,
              const char     *id,
              guint           position)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tl_review_dup_phrase (get_review (self), _("Put {findings} in order"));
  TlEdit *edit = tl_edit_begin (get_review (self), label, &error);

  tl_report_finish (GTK_WIDGET (self), edit,
                    edit != NULL && tl_finding_edit_move (edit, get_review (self), id, position, &error), &error);
}

static void
move_to_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char *id;
  guint position;

  g_variant_get (parameter, "(&su)", &id, &position);
  move_finding (TL_FINDINGS_PAGE (widget), id, position);
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);
  guint n = tl_record_list_get_n (tl_review_get_list (get_review (self), "finding"));
  guint position = 0;
  TlRecord *finding = tl_findings_list_get_current (self->list, &position);
  int next = (int) position + g_variant_get_int32 (parameter);

  if (tl_finding_editor_get_finding (self->editor) != NULL || finding == NULL || next < 0 || next >= (int) n)
    gtk_widget_error_bell (widget);
  else
    move_finding (self, tl_record_get_id (finding), (guint) next);
}

static void
step_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);
  g_autoptr (GPtrArray) findings = tl_board_list_findings (get_review (self));
  TlRecord *current = get_current (self);
  guint position;

  if (current == NULL || !g_ptr_array_find (findings, current, &position))
    return;

  int next = (int) position + g_variant_get_int32 (parameter);
  if (next >= 0 && next < (int) findings->len)
    open_finding (self, g_ptr_array_index (findings, (guint) next));
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);
  TlRecord *finding = tl_findings_list_get_current (self->list, NULL);

  if (tl_finding_editor_get_finding (self->editor) == NULL && finding != NULL)
    gtk_widget_activate_action (widget, "win.remove", "s", tl_record_get_id (finding));
}

/* TlPage */

static gboolean
tl_findings_page_shows (TlPage   *page,
                        TlRecord *record)
{
  return tl_record_is (record, "finding") || tl_record_is (record, "board_question");
}

static void
tl_findings_page_reveal (TlPage     *page,
                         const char *id)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (page);
  TlRecord *record = tl_review_lookup (get_review (self), id);
  gboolean asked = tl_record_is (record, "board_question");
  TlRecord *finding = asked ? tl_review_lookup (get_review (self), tl_record_get_text (record, "finding")) : record;

  if (finding == NULL)
    return;
  show (self, finding);
  tl_finding_editor_go_to (self->editor, asked ? "board_question" : "statement");
}

static void
tl_findings_page_flush (TlPage *page)
{
  tl_finding_editor_flush (TL_FINDINGS_PAGE (page)->editor);
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->shows = tl_findings_page_shows;
  iface->reveal = tl_findings_page_reveal;
  iface->flush = tl_findings_page_flush;
}

/* Parts */

static GtkWidget *
make_pill (const char *label,
           const char *action,
           gboolean    suggested)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_empty (TlReview *review,
            gboolean  editable)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "view-paged-symbolic");
  tl_phrase_bind (status, "title", review, _("No {findings} yet"));
  tl_phrase_bind (status, "description", review,
                  _("A {finding} says in one sentence how one thing leads to another in the work, and what there is "
                    "for {the_owner} to ask. Most grow out of a pattern."));
  gtk_box_append (GTK_BOX (buttons), make_pill (_("To the _Patterns"), "win.page::patterns", TRUE));
  if (editable)
    {
      GtkWidget *begin = make_pill ("", "findings.add", FALSE);

      tl_phrase_bind (begin, "label", review, _("_Begin a {Finding}"));
      tl_phrase_bind_name (begin, review, _("Begin a {Finding}"));
      gtk_box_append (GTK_BOX (buttons), begin);
    }
  adw_status_page_set_child (ADW_STATUS_PAGE (status), buttons);
  return status;
}

/* GtkWidget overrides */

static void
tl_findings_page_map (GtkWidget *widget)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);

  GTK_WIDGET_CLASS (tl_findings_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static gboolean
tl_findings_page_grab_focus (GtkWidget *widget)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (widget);

  if (tl_finding_editor_get_finding (self->editor) != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return tl_findings_list_focus (self->list, tl_findings_list_get_current (self->list, NULL))
         || gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_findings_page_dispose (GObject *object)
{
  TlFindingsPage *self = TL_FINDINGS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_findings_page_parent_class)->dispose (object);
}

static void
tl_findings_page_class_init (TlFindingsPageClass *klass)
{
  static const struct {
    const char                 *name;
    const char                 *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "findings.open", "s", open_cb },       { "findings.close", NULL, close_cb },
    { "findings.add", NULL, add_cb },        { "findings.move", "i", move_cb },
    { "findings.move-to", "(su)", move_to_cb }, { "findings.step", "i", step_cb },
    { "findings.delete", NULL, delete_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_findings_page_dispose;
  widget_class->map = tl_findings_page_map;
  widget_class->grab_focus = tl_findings_page_grab_focus;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  tl_accels_install (widget_class, "findings.");
}

static void
tl_findings_page_init (TlFindingsPage *self)
{
  self->stale = TRUE;
}

/**
 * tl_findings_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_findings_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  static const char *const editing[] = { "findings.add", "findings.move", "findings.move-to", "findings.delete" };
  TlFindingsPage *self = g_object_new (TL_TYPE_FINDINGS_PAGE, NULL);
  gboolean editable = !tl_review_get_read_only (tl_selection_get_review (selection));

  self->selection = g_object_ref (selection);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = make_empty (tl_selection_get_review (selection), editable);
  self->list = TL_FINDINGS_LIST (tl_findings_list_new (selection));
  self->editor = TL_FINDING_EDITOR (tl_finding_editor_new (selection));
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, self->empty);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->list));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->editor));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), editing[i], editable);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
