/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sources of a review: the list of them, and beside it the one that is read. */
#include "config.h"

#include "ui/evidence/tl-sources-private.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-page.h"

#define LIST_WIDTH 260

/* Below so many pixels the list and what is read do not fit beside each other. */
#define NARROW 520

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlSourcesPage, tl_sources_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

static TlReview *
get_review (TlSourcesPage *self)
{
  return tl_selection_get_review (self->selection);
}

/* Where there is room for one only, the list gives way to what is read. */
static void
update_room (TlSourcesPage *self)
{
  gboolean reads = tl_source_view_get_source (self->view) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), !self->narrow || !reads);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !self->narrow || reads);
  tl_source_view_set_alone (self->view, self->narrow);
}

static void
read_source (TlSourcesPage *self,
             TlRecord      *source)
{
  tl_source_view_set_source (self->view, source);
  tl_source_list_refresh (self->list); /* another one has been read farther */
  update_room (self);
}

/**
 * _tl_sources_page_show_source:
 * @source: (nullable): what is to be read
 */
void
_tl_sources_page_show_source (TlSourcesPage *self,
                              TlRecord      *source)
{
  tl_source_list_show (self->list, source);
  read_source (self, source);
}

static void
update_empty (TlSourcesPage *self)
{
  gboolean any = tl_record_list_get_n (tl_review_get_list (get_review (self), "source")) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "sources" : "empty");
}

/* Callbacks */

static void
chosen_cb (TlSourcesPage *self,
           TlRecord      *source)
{
  read_source (self, source);
  if (source != NULL)
    tl_selection_set_one (self->selection, tl_record_get_id (source));
}

/* TlPage */

static gboolean
tl_sources_page_shows (TlPage   *page,
                       TlRecord *record)
{
  return tl_record_is (record, "source") || tl_record_is (record, "extract");
}

static void
tl_sources_page_reveal (TlPage     *page,
                        const char *id)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (page);
  TlRecord *record = tl_review_lookup (get_review (self), id);
  TlRecord *extract = tl_record_is (record, "extract") ? record : NULL;

  if (extract != NULL)
    record = tl_review_lookup (get_review (self), tl_record_get_text (extract, "source"));
  _tl_sources_page_show_source (self, record);
  if (extract == NULL)
    return;
  tl_source_view_show_text (self->view);
  tl_source_text_show_extract (tl_source_view_get_text (self->view), extract);
}

static void
tl_sources_page_flush (TlPage *page)
{
  tl_field_row_flush_within (GTK_WIDGET (TL_SOURCES_PAGE (page)->view));
}

static void
tl_sources_page_set_tunnel (TlPage   *page,
                            TlTunnel *tunnel)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (page);

  tl_source_list_set_tunnel (self->list, tunnel);
  tl_source_text_set_tunnel (tl_source_view_get_text (self->view), tunnel);
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->set_tunnel = tl_sources_page_set_tunnel;
  iface->shows = tl_sources_page_shows;
  iface->reveal = tl_sources_page_reveal;
  iface->flush = tl_sources_page_flush;
}

/* Parts */

static GtkWidget *
make_pill (const char *label,
           const char *action,
           gboolean    suggested)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_empty (TlSourcesPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "x-office-document-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No sources yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Bring in what was written down, or set down a conversation. Which comes first is "
                                     "yours to choose: each colours how the other is read."));
  if (!tl_review_get_read_only (get_review (self)))
    {
      gtk_box_append (GTK_BOX (buttons), make_pill (_("_Import Documents…"), "win.import-sources", TRUE));
      gtk_box_append (GTK_BOX (buttons), make_pill (_("_New Conversation"), "sources.add-conversation", FALSE));
      adw_status_page_set_child (ADW_STATUS_PAGE (status), buttons);
    }
  return status;
}

static GtkWidget *
make_sources (TlSourcesPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->list = TL_SOURCE_LIST (tl_source_list_new (get_review (self)));
  self->view = TL_SOURCE_VIEW (tl_source_view_new (self->selection));
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 160, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), 240, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->list));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->view));
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), LIST_WIDTH);
  return paned;
}

static gboolean
narrow_cb (gpointer user_data)
{
  TlSourcesPage *self = user_data;

  self->narrow_id = 0;
  self->narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
  update_room (self);
  if (!self->narrow)
    gtk_paned_set_position (GTK_PANED (gtk_widget_get_parent (GTK_WIDGET (self->list))), LIST_WIDTH);
  return G_SOURCE_REMOVE;
}

static gboolean
files_dropped_cb (TlSourcesPage *self,
                  const GValue  *value)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (GSList *files = g_value_get_boxed (value); files != NULL; files = files->next)
    {
      if (g_file_peek_path (files->data) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (files->data));
    }

  g_auto (GStrv) found = g_strv_builder_end (paths);
  return found[0] != NULL
         && gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.import-files",
                                                g_variant_new_bytestring_array ((const char *const *) found, -1));
}

static void
accept_files (TlSourcesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* GtkWidget overrides */

static void
tl_sources_page_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (TL_SOURCES_PAGE (widget)->stack, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
tl_sources_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);

  gtk_widget_allocate (self->stack, width, height, baseline, NULL);
  if ((width < NARROW) != self->narrow && self->narrow_id == 0)
    self->narrow_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, narrow_cb, self, NULL);
}

static gboolean
tl_sources_page_grab_focus (GtkWidget *widget)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "empty"))
    return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (tl_source_view_get_source (self->view) != NULL ? GTK_WIDGET (self->view)
                                                                               : GTK_WIDGET (self->list));
}

/* GObject overrides */

static void
tl_sources_page_dispose (GObject *object)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_sources_page_parent_class)->dispose (object);
}

static void
tl_sources_page_class_init (TlSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_sources_page_dispose;
  widget_class->grab_focus = tl_sources_page_grab_focus;
  widget_class->measure = tl_sources_page_measure;
  widget_class->size_allocate = tl_sources_page_size_allocate;
  _tl_sources_actions_class_init (widget_class);
}

static void
tl_sources_page_init (TlSourcesPage *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it looks at its own width */
}

/**
 * tl_sources_page_show_text:
 * @source_id: id of a source
 * @start: a character of its text
 * @end: after the last of the passage
 *
 * Brings a passage of a text into view and selects it.
 */
void
tl_sources_page_show_text (TlSourcesPage *self,
                           const char    *source_id,
                           guint          start,
                           guint          end)
{
  g_return_if_fail (TL_IS_SOURCES_PAGE (self) && source_id != NULL);

  TlRecord *source = tl_review_lookup (get_review (self), source_id);

  if (!tl_record_is (source, "source"))
    return;
  _tl_sources_page_show_source (self, source);
  tl_source_view_show_text (self->view);
  tl_source_text_show (tl_source_view_get_text (self->view), start, end);
}

/**
 * tl_sources_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_sources_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlSourcesPage *self = g_object_new (TL_TYPE_SOURCES_PAGE, NULL);

  self->selection = g_object_ref (selection);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_sources (self), "sources");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);

  _tl_sources_actions_update (self);
  if (!tl_review_get_read_only (get_review (self)))
    accept_files (self);
  g_signal_connect_object (tl_review_get_list (get_review (self), "source"), "items-changed",
                           G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  update_empty (self);
  return GTK_WIDGET (self);
}
