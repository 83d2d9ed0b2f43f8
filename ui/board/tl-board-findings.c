/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The findings, one page each: the list of them, the one that is read, and the ways from one to the next. Where there
 * is room for one only, the list gives way. */
#include "config.h"

#include "ui/board/tl-board-findings.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "ui/board/tl-board-print.h"
#include "ui/board/tl-finding-list.h"
#include "ui/board/tl-finding-sheet.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-settings.h"

#define LIST_WIDTH 230

/* What is read gets so many pixels before there is a list beside it, and more where large text needs more. */
#define READING_WIDTH 390

struct _TlBoardFindings
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */

  GtkWidget      *box;
  GtkWidget      *reading; /* the bar and the sheet */
  TlFindingList  *list;
  TlFindingSheet *sheet;
  GtkWidget      *place;
  GtkWidget      *edit;
  guint           zoom;
  guint           narrow_id;

  guint narrow : 1;
  guint stale : 1; /* the review has changed since the page was seen */
};

G_DEFINE_FINAL_TYPE (TlBoardFindings, tl_board_findings, ADW_TYPE_BIN)

static TlReview *
get_review (TlBoardFindings *self)
{
  return tl_selection_get_review (self->selection);
}

static void
update_place (TlBoardFindings *self)
{
  guint n = tl_finding_list_get_n (self->list);
  guint position = 0;
  gboolean found = tl_finding_list_find (self->list, tl_finding_sheet_get_finding (self->sheet), &position);
  /* Translators: which of how many findings is read. */
  g_autofree char *words = found ? g_strdup_printf (_("%u of %u"), position + 1, n) : NULL;

  gtk_label_set_text (GTK_LABEL (self->place), words != NULL ? words : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.previous", found && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.next", found && position + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.print", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.print-all", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.write-finding", found);
}

static void
read_finding (TlBoardFindings *self,
              TlRecord        *finding)
{
  tl_finding_sheet_set_finding (self->sheet, finding);
  tl_finding_list_show (self->list, finding);
  update_place (self);
}

static void
choose (TlBoardFindings *self,
        TlRecord        *finding)
{
  read_finding (self, finding);
  tl_selection_set_one (self->selection, tl_record_get_id (finding));
}

static void
set_zoom (TlBoardFindings *self,
          guint            zoom)
{
  self->zoom = MIN (zoom, TL_FINDING_SHEET_N_ZOOMS - 1);
  tl_finding_sheet_set_zoom (self->sheet, self->zoom);
  tl_settings_set_int ("board-zoom", (int) self->zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.zoom-in", self->zoom + 1 < TL_FINDING_SHEET_N_ZOOMS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.zoom-out", self->zoom > 0);
}

/* Actions */

static void
go (GtkWidget  *widget,
    const char *action,
    GVariant   *parameter)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (widget);
  gboolean next = g_str_equal (action, "board.next");
  guint position;

  if (!tl_finding_list_find (self->list, tl_finding_sheet_get_finding (self->sheet), &position)
      || (next ? position + 1 >= tl_finding_list_get_n (self->list) : position == 0))
    return;
  choose (self, tl_finding_list_get (self->list, next ? position + 1 : position - 1));
}

static void
zoom (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (widget);

  if (g_str_equal (action, "board.zoom-in"))
    set_zoom (self, self->zoom + 1);
  else if (g_str_equal (action, "board.zoom-reset"))
    set_zoom (self, TL_FINDING_SHEET_NATURAL_ZOOM);
  else if (self->zoom > 0)
    set_zoom (self, self->zoom - 1);
}

static void
write_finding (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TlRecord *finding = tl_finding_sheet_get_finding (TL_BOARD_FINDINGS (widget)->sheet);

  if (finding == NULL)
    return;
  gtk_widget_activate_action (widget, "win.page", "s", "findings");
  gtk_widget_activate_action (widget, "win.reveal", "s", tl_record_get_id (finding));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlBoardFindings) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error) && error != NULL)
    tl_report_error (GTK_WIDGET (self), error);
}

static void
print (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (widget);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  GtkRoot *window = gtk_widget_get_root (widget);

  tl_field_row_flush_within (widget);
  if (g_str_equal (action, "board.print-all"))
    for (guint i = 0; i < tl_finding_list_get_n (self->list); i++)
      g_ptr_array_add (findings, tl_finding_list_get (self->list, i));
  else
    g_ptr_array_add (findings, tl_finding_sheet_get_finding (self->sheet));

  g_autoptr (TlPrintJob) job = tl_board_print_new (get_review (self), findings);
  tl_print_job_run_async (job, GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL, NULL, printed_cb,
                          g_object_ref (self));
}

/* Callbacks */

/* While nobody sees the page the review may change a thousand times. */
static void
review_changed_cb (TlBoardFindings *self)
{
  TlRecord *finding = tl_finding_sheet_get_finding (self->sheet);
  guint position;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  tl_finding_list_refresh (self->list);
  tl_finding_sheet_refresh (self->sheet);
  if (!tl_finding_list_find (self->list, finding, &position))
    read_finding (self, tl_finding_list_get_n (self->list) > 0 ? tl_finding_list_get (self->list, 0) : NULL);
  update_place (self);
}

/* What is selected elsewhere is read here. */
static void
follow_selection (TlBoardFindings *self)
{
  TlRecord *record = tl_selection_get_n (self->selection) == 1 ? tl_selection_get_primary (self->selection) : NULL;
  TlRecord *finding = record != NULL ? tl_board_find_finding (get_review (self), record) : NULL;

  if (finding != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_finding (self, finding);
}

/* Whether the list and what is read do not fit beside each other. */
static gboolean
is_narrow (TlBoardFindings *self,
           int              width)
{
  int least;

  gtk_widget_measure (self->reading, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return width < LIST_WIDTH + MAX (least, READING_WIDTH);
}

static gboolean
narrow_cb (gpointer user_data)
{
  TlBoardFindings *self = user_data;

  self->narrow_id = 0;
  self->narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), !self->narrow);
  return G_SOURCE_REMOVE;
}

/* Parts */

static void
add_button (GtkWidget  *bar,
            const char *icon,
            const char *label,
            const char *action)
{
  GtkWidget *button = tl_icon_button_new (icon, label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
make_print_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_This Page…"), "board.print");
  g_menu_append (menu, _("_All Pages…"), "board.print-all");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-print-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Print"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print"), -1);
  return button;
}

static GtkWidget *
make_bar (TlBoardFindings *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  add_button (bar, "go-previous-symbolic", _("Previous page"), "board.previous");
  self->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_box_append (GTK_BOX (bar), self->place);
  add_button (bar, "go-next-symbolic", _("Next page"), "board.next");

  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (bar), gap);
  self->edit = gtk_button_new ();
  tl_phrase_bind (self->edit, "label", get_review (self), _("Write This {Finding}"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit), "board.write-finding");
  gtk_widget_set_visible (self->edit, tl_review_can_change (get_review (self), tl_kind_lookup ("finding")));
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_box_append (GTK_BOX (bar), self->edit);
  add_button (bar, "zoom-out-symbolic", _("Smaller text"), "board.zoom-out");
  add_button (bar, "zoom-in-symbolic", _("Larger text"), "board.zoom-in");
  gtk_box_append (GTK_BOX (bar), make_print_button ());
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

static void
fill (TlBoardFindings *self)
{
  self->reading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->list = TL_FINDING_LIST (tl_finding_list_new (get_review (self)));
  self->sheet = TL_FINDING_SHEET (tl_finding_sheet_new (get_review (self)));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), LIST_WIDTH, -1);
  gtk_widget_set_hexpand (self->reading, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->sheet), TRUE);
  gtk_box_append (GTK_BOX (self->reading), make_bar (self));
  gtk_box_append (GTK_BOX (self->reading), GTK_WIDGET (self->sheet));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), self->reading);
  adw_bin_set_child (ADW_BIN (self), self->box);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
}

/* GtkWidget overrides */

static void
tl_board_findings_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  /* The list can go. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->narrow)
    *minimum -= LIST_WIDTH;
}

static void
tl_board_findings_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (widget);
  int minimum;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, minimum), height, baseline, NULL);
  if (is_narrow (self, width) != self->narrow && self->narrow_id == 0)
    self->narrow_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, narrow_cb, self, NULL);
}

static void
tl_board_findings_map (GtkWidget *widget)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (widget);

  GTK_WIDGET_CLASS (tl_board_findings_parent_class)->map (widget);
  if (self->stale)
    review_changed_cb (self);
  follow_selection (self);
}

static gboolean
tl_board_findings_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_BOARD_FINDINGS (widget)->sheet));
}

/* GObject overrides */

static void
tl_board_findings_dispose (GObject *object)
{
  TlBoardFindings *self = TL_BOARD_FINDINGS (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_board_findings_parent_class)->dispose (object);
}

static void
tl_board_findings_class_init (TlBoardFindingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_board_findings_dispose;
  widget_class->measure = tl_board_findings_measure;
  widget_class->size_allocate = tl_board_findings_size_allocate;
  widget_class->map = tl_board_findings_map;
  widget_class->grab_focus = tl_board_findings_grab_focus;
  gtk_widget_class_install_action (widget_class, "board.next", NULL, go);
  gtk_widget_class_install_action (widget_class, "board.previous", NULL, go);
  gtk_widget_class_install_action (widget_class, "board.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "board.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "board.zoom-reset", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "board.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "board.print-all", NULL, print);
  gtk_widget_class_install_action (widget_class, "board.write-finding", NULL, write_finding);
  tl_accels_install (widget_class, "board.");
}

static void
tl_board_findings_init (TlBoardFindings *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it looks at its own width */
}

/**
 * tl_board_findings_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the findings of its review, the first being read
 */
GtkWidget *
tl_board_findings_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlBoardFindings *self = g_object_new (TL_TYPE_BOARD_FINDINGS, NULL);

  self->selection = g_object_ref (selection);
  fill (self);
  set_zoom (self, (guint) tl_settings_get_int ("board-zoom", TL_FINDING_SHEET_NATURAL_ZOOM));
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (follow_selection), self, G_CONNECT_SWAPPED);
  if (tl_finding_list_get_n (self->list) > 0)
    read_finding (self, tl_finding_list_get (self->list, 0));
  self->stale = TRUE;
  update_place (self);
  return GTK_WIDGET (self);
}

/**
 * tl_board_findings_get:
 *
 * Returns: (transfer none) (nullable): the finding that is read
 */
TlRecord *
tl_board_findings_get (TlBoardFindings *self)
{
  g_return_val_if_fail (TL_IS_BOARD_FINDINGS (self), NULL);
  return tl_finding_sheet_get_finding (self->sheet);
}

/**
 * tl_board_findings_reveal:
 * @record: a finding, or what is answered on its page
 *
 * Opens the page of the finding, at the place of @record.
 */
void
tl_board_findings_reveal (TlBoardFindings *self,
                          TlRecord        *record)
{
  g_return_if_fail (TL_IS_BOARD_FINDINGS (self) && TL_IS_RECORD (record));

  TlRecord *finding = tl_board_find_finding (get_review (self), record);

  if (finding == NULL)
    return;
  read_finding (self, finding);
  if (record != finding)
    tl_finding_sheet_reveal (self->sheet, tl_record_get_id (record));
}
