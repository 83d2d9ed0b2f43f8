/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline: the graph as a list that is read from top to bottom, complete enough to build a review without a mouse
 * and without seeing it. It owns the model of its rows and shares the selection with the other areas. */
#define G_LOG_DOMAIN "tl-outline"

#include "config.h"

#include "ui/outline/tl-outline-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-search-entry.h"

/* Up to so many factors and links all causes are shown at first; the list has about as many rows ready. */
#define FEW 180

/* For so many frames a row that is to have the keyboard is waited for. */
#define LATE_FRAMES 10

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlOutlinePage, tl_outline_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

TlReview *
_tl_outline_page_get_review (TlOutlinePage *self)
{
  return tl_selection_get_review (self->selection);
}

/**
 * _tl_outline_page_find_row:
 *
 * Returns: (nullable): the widget that shows @item, if it is near the view
 */
TlOutlineRow *
_tl_outline_page_find_row (TlOutlinePage *self,
                           TlOutlineItem *item)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      if (tl_outline_row_get_item (g_ptr_array_index (self->bound, i)) == item)
        return g_ptr_array_index (self->bound, i);
    }
  return NULL;
}

static TlOutlineItem *
get_focus_item (TlOutlinePage *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (self->list);
  GtkWidget *row = child != NULL ? gtk_widget_get_first_child (child) : NULL;

  return row != NULL && TL_IS_OUTLINE_ROW (row) ? tl_outline_row_get_item (TL_OUTLINE_ROW (row)) : NULL;
}

/**
 * _tl_outline_page_get_item:
 *
 * Returns: (nullable): the row that has the keyboard, else the one that was selected last
 */
TlOutlineItem *
_tl_outline_page_get_item (TlOutlinePage *self)
{
  TlOutlineItem *item = get_focus_item (self);
  const char *id = tl_selection_get_primary_id (self->selection);

  return item != NULL ? item : id != NULL ? tl_outline_model_find (self->model, id) : NULL;
}

gboolean
_tl_outline_page_is_editing (TlOutlinePage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      if (tl_outline_row_is_editing (g_ptr_array_index (self->bound, i)))
        return TRUE;
    }
  return FALSE;
}

/* Gives the keyboard to a row that GTK has made; newer ones make it only for the next frame. */
static gboolean
focus_row (TlOutlinePage *self,
           TlOutlineItem *item)
{
  TlOutlineRow *widget = _tl_outline_page_find_row (self, item);

  return widget != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (widget)));
}

static gboolean
focus_late_cb (GtkWidget     *list,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  TlOutlinePage *self = user_data;

  self->late_frames--;
  if (self->late_frames > 0 && !focus_row (self, self->late_item))
    return G_SOURCE_CONTINUE;
  self->late_id = 0;
  g_clear_object (&self->late_item);
  return G_SOURCE_REMOVE;
}

static void
focus_late (TlOutlinePage *self,
            TlOutlineItem *item)
{
  g_set_object (&self->late_item, item);
  self->late_frames = LATE_FRAMES;
  if (self->late_id == 0)
    self->late_id = gtk_widget_add_tick_callback (self->list, focus_late_cb, self, NULL);
}

/**
 * _tl_outline_page_focus_item:
 *
 * Brings @item into view and gives it the keyboard, at once or as soon as its row is there.
 *
 * Returns: whether it is to be seen
 */
gboolean
_tl_outline_page_focus_item (TlOutlinePage *self,
                             TlOutlineItem *item)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_model_dup_row (self->model, item);

  if (row == NULL)
    return FALSE;
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", gtk_tree_list_row_get_position (row));
  if (!focus_row (self, item))
    focus_late (self, item);
  return TRUE;
}

/**
 * _tl_outline_page_go_to:
 *
 * Gives @item the keyboard and selects it alone.
 */
void
_tl_outline_page_go_to (TlOutlinePage *self,
                        TlOutlineItem *item)
{
  g_autoptr (TlOutlineItem) kept = g_object_ref (item);
  g_autoptr (GtkTreeListRow) row = tl_outline_model_dup_row (self->model, kept);

  if (row == NULL)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), gtk_tree_list_row_get_position (row), TRUE);
  _tl_outline_page_focus_item (self, kept);
}

/**
 * _tl_outline_page_update_empty:
 *
 * Shows the rows, or how to begin where there is nothing.
 */
void
_tl_outline_page_update_empty (TlOutlinePage *self)
{
  TlRecordList *factors = tl_review_get_list (_tl_outline_page_get_review (self), "factor");
  gboolean any = tl_record_list_get_n (factors) > 0 || tl_outline_model_get_draft (self->model) != NULL;
  gboolean had_focus = gtk_widget_get_focus_child (self->stack) != NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "empty");
  if (had_focus && !any)
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
refresh_rows (TlOutlinePage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    tl_outline_row_refresh (g_ptr_array_index (self->bound, i));
}

/* The model */

static void
updating_cb (TlOutlinePage *self)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  TlOutlineItem *item = get_focus_item (self);

  self->following = TRUE; /* rows that go take nothing from what is selected */
  g_set_object (&self->focus_item, item);
  if (item != NULL)
    row = tl_outline_model_dup_row (self->model, item);
  self->focus_position = row != NULL ? gtk_tree_list_row_get_position (row) : 0;
}

/* The keyboard stays with what had it; where that is gone, with what stands there now. */
static void
keep_focus (TlOutlinePage *self)
{
  g_autoptr (TlOutlineItem) item = g_steal_pointer (&self->focus_item);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (item == NULL || get_focus_item (self) == item || n == 0 || _tl_outline_page_focus_item (self, item))
    return;
  g_autoptr (GtkTreeListRow) row
      = g_list_model_get_item (G_LIST_MODEL (self->rows), MIN (self->focus_position, n - 1));
  g_autoptr (TlOutlineItem) neighbour = gtk_tree_list_row_get_item (row);
  _tl_outline_page_go_to (self, neighbour);
}

static void
updated_cb (TlOutlinePage *self)
{
  self->following = FALSE;
  _tl_outline_page_update_empty (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      g_clear_object (&self->focus_item);
      return;
    }
  refresh_rows (self);
  if (!_tl_outline_page_is_editing (self))
    keep_focus (self);
  g_clear_object (&self->focus_item);
  _tl_outline_selection_show (self);
  _tl_outline_actions_update (self);
}

/* Rows */

static void
row_set_up_cb (TlOutlinePage *self,
               GtkListItem   *item)
{
  GtkWidget *row = tl_outline_row_new (self->model);

  g_signal_connect_object (row, "typed", G_CALLBACK (_tl_outline_typing_done), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
row_bound_cb (TlOutlinePage *self,
              GtkListItem   *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_add (self->bound, row);
  tl_outline_row_set_row (TL_OUTLINE_ROW (row), gtk_list_item_get_item (item));
}

static void
row_unbound_cb (TlOutlinePage *self,
                GtkListItem   *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->bound, row);
  tl_outline_row_set_row (TL_OUTLINE_ROW (row), NULL);
}

static void
activated_cb (TlOutlinePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "outline.rename", NULL);
}

/* The bar */

static void
filter_changed_cb (TlOutlinePage *self)
{
  tl_outline_model_set_filter (self->model, gtk_editable_get_text (GTK_EDITABLE (self->filter)));
}

/* To the first factor that was found. */
static void
filter_left_cb (TlOutlinePage *self)
{
  tl_search_entry_settle (self->filter);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (tl_outline_item_get_kind (item) != TL_OUTLINE_FACTOR)
        continue;
      _tl_outline_page_go_to (self, item);
      return;
    }
}

static void
filter_stopped_cb (TlOutlinePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
filter_key_cb (TlOutlinePage *self,
               guint          key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  filter_left_cb (self);
  return GDK_EVENT_STOP;
}

/* Tab leaves the rows, which have keys enough of their own: on to the inspector, or back to the filter. */
static gboolean
list_key_cb (TlOutlinePage *self,
             guint          key)
{
  if (_tl_outline_page_is_editing (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (self->filter);
  if (key == GDK_KEY_Tab && tl_selection_get_n (self->selection) > 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tooltip = tl_accels_dup_tooltip (label, action);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_bar (TlOutlinePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filter = tl_search_entry_new (_("Find factors by their words"));
  gtk_widget_set_hexpand (self->filter, TRUE);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "activate", G_CALLBACK (filter_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "stop-search", G_CALLBACK (filter_stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (filter_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->filter, keys);

  gtk_widget_add_css_class (bar, "toolbar");
  if (!tl_review_get_read_only (_tl_outline_page_get_review (self)))
    {
      gtk_box_append (GTK_BOX (bar), make_button ("list-add-symbolic", _("Add factor"), "outline.add-factor"));
      gtk_box_append (GTK_BOX (bar), make_button ("go-up-symbolic", _("Add a cause"), "outline.add-cause"));
      gtk_box_append (GTK_BOX (bar), make_button ("go-down-symbolic", _("Add an effect"), "outline.add-effect"));
      gtk_box_append (GTK_BOX (bar), make_button ("insert-link-symbolic", _("Link"), "outline.link"));
    }
  gtk_box_append (GTK_BOX (bar), self->filter);
  gtk_box_append (GTK_BOX (bar),
                  make_button ("pan-down-symbolic", _("Show every factor’s causes"), "outline.expand-all"));
  gtk_box_append (GTK_BOX (bar),
                  make_button ("pan-end-symbolic", _("Hide every factor’s causes"), "outline.collapse-all"));
  return bar;
}

static GtkWidget *
make_list (TlOutlinePage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->rows)), factory);
  gtk_widget_add_css_class (self->list, "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  self->shortcuts = tl_accels_create_controller ("outline.");
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, self->shortcuts);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_empty (TlOutlinePage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Write the First Factor"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "outline.add-factor");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "view-list-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No factors yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Begin with what happened. Then ask what contributed to it: Insert adds a cause, "
                                     "Shift+Insert an effect, L links to a factor that is there."));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

/* GtkWidget overrides */

static void
tl_outline_page_map (GtkWidget *widget)
{
  TlOutlinePage *self = TL_OUTLINE_PAGE (widget);

  GTK_WIDGET_CLASS (tl_outline_page_parent_class)->map (widget);
  if (!self->stale)
    return;
  self->stale = FALSE;
  refresh_rows (self);
  _tl_outline_selection_show (self);
  _tl_outline_actions_update (self);
}

static void
tl_outline_page_set_tunnel (TlPage   *page,
                            TlTunnel *tunnel)
{
  TlOutlinePage *self = TL_OUTLINE_PAGE (page);

  tl_outline_model_set_tunnel (self->model, tunnel);
  g_signal_connect_object (tunnel, "changed", G_CALLBACK (refresh_rows), self, G_CONNECT_SWAPPED);
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->set_tunnel = tl_outline_page_set_tunnel;
}

/* To what is selected, or to the first row. */
static gboolean
tl_outline_page_grab_focus (GtkWidget *widget)
{
  TlOutlinePage *self = TL_OUTLINE_PAGE (widget);
  TlOutlineItem *item = _tl_outline_page_get_item (self);

  if (g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "empty"))
    return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  return (item != NULL && _tl_outline_page_focus_item (self, item))
         || _tl_outline_page_focus_item (self, tl_outline_model_get_level (self->model, 0));
}

/* GObject overrides */

static void
tl_outline_page_dispose (GObject *object)
{
  TlOutlinePage *self = TL_OUTLINE_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->late_id != 0)
    gtk_widget_remove_tick_callback (self->list, self->late_id);
  self->late_id = 0;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->focus_item);
  g_clear_object (&self->late_item);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tl_outline_page_parent_class)->dispose (object);
}

static void
tl_outline_page_finalize (GObject *object)
{
  TlOutlinePage *self = TL_OUTLINE_PAGE (object);

  g_ptr_array_unref (self->bound);
  g_free (self->related_id);

  G_OBJECT_CLASS (tl_outline_page_parent_class)->finalize (object);
}

static void
tl_outline_page_class_init (TlOutlinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_outline_page_finalize;
  widget_class->map = tl_outline_page_map;
  widget_class->grab_focus = tl_outline_page_grab_focus;
  _tl_outline_actions_class_init (widget_class);
}

static void
tl_outline_page_init (TlOutlinePage *self)
{
  self->bound = g_ptr_array_new ();
  self->stale = TRUE;
}

/**
 * tl_outline_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_outline_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlOutlinePage *self = g_object_new (TL_TYPE_OUTLINE_PAGE, NULL);
  TlReview *review = tl_selection_get_review (selection);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->selection = g_object_ref (selection);
  self->model = tl_outline_model_new (review);
  self->rows = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (tl_outline_model_get_tree (self->model))));
  if (tl_record_list_get_n (tl_review_get_list (review, "factor"))
          + tl_record_list_get_n (tl_review_get_list (review, "link"))
      <= FEW)
    tl_outline_model_expand_all (self->model);

  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->model, "updating", G_CALLBACK (updating_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  _tl_outline_selection_init (self);
  _tl_outline_menu_init (self);
  _tl_outline_page_update_empty (self);
  _tl_outline_actions_update (self);
  return GTK_WIDGET (self);
}

/**
 * tl_outline_page_activate:
 * @action: one of the outline's actions
 */
void
tl_outline_page_activate (TlOutlinePage *self,
                          const char    *action)
{
  g_return_if_fail (TL_IS_OUTLINE_PAGE (self) && action != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}
