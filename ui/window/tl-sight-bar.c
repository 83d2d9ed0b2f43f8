/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar over the graph that says what of it is looked at, goes from one path, loop or match to the next, and back to
 * everything. It is there only while not everything is looked at. */
#include "config.h"

#include "ui/window/tl-sight-bar.h"

#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-search-entry.h"
#include "ui/window/tl-sight-list.h"

#include <glib/gi18n.h>

struct _TlSightBar
{
  AdwBin parent_instance;

  /* Owned */
  TlCanvasSight *sight;

  /* Unowned: it stands beside */
  TlCanvas *canvas;

  /* Children */
  GtkWidget *search;
  GtkWidget *sentence;
  GtkWidget *steps;
  GtkWidget *list;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *hide;
  GtkWidget *keep;

  TlSightMode shown;
};

G_DEFINE_FINAL_TYPE (TlSightBar, tl_sight_bar, ADW_TYPE_BIN)

static const guint steps[] = { 1, 2, 3, TL_SIGHT_ALL_STEPS };

static void
update_steps (TlSightBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] == tl_canvas_sight_get_steps (self->sight))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->steps), i);
}

/* Before anything is hidden: where a widget and then one in it are hidden while the inner one has the keyboard, the
 * window of GTK 4.8 never lets go of the outer one. */
static void
give_keyboard_back (TlSightBar *self)
{
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Callbacks */

static void
sight_changed_cb (TlSightBar *self)
{
  TlSightMode mode = tl_canvas_sight_get_mode (self->sight);
  guint n = tl_canvas_sight_get_n_items (self->sight);
  g_autofree char *sentence = tl_canvas_sight_dup_sentence (self->sight);
  gboolean has_list = mode == TL_SIGHT_PATHS || mode == TL_SIGHT_LOOPS;

  if (mode != self->shown)
    give_keyboard_back (self);
  gtk_widget_set_visible (GTK_WIDGET (self), mode != TL_SIGHT_EVERYTHING);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
  gtk_widget_set_tooltip_text (self->sentence, sentence);
  gtk_widget_set_visible (self->search, mode == TL_SIGHT_MATCHES);
  gtk_widget_set_visible (self->steps, mode == TL_SIGHT_FOCUS);
  gtk_widget_set_visible (self->list, has_list);
  gtk_widget_set_visible (self->previous, has_list || mode == TL_SIGHT_MATCHES);
  gtk_widget_set_visible (self->next, has_list || mode == TL_SIGHT_MATCHES);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
  gtk_widget_set_visible (self->hide, mode != TL_SIGHT_MATCHES);
  gtk_widget_set_visible (self->keep, mode == TL_SIGHT_PATHS
                                          && !tl_review_get_read_only (tl_canvas_sight_get_review (self->sight)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hide), tl_canvas_sight_get_hides_rest (self->sight));
  update_steps (self);

  if (mode == self->shown)
    return;
  self->shown = mode;
  if (mode == TL_SIGHT_MATCHES)
    gtk_widget_grab_focus (self->search);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search_changed_cb (TlSightBar *self)
{
  if (tl_canvas_sight_get_mode (self->sight) != TL_SIGHT_MATCHES)
    return;
  tl_canvas_sight_find (self->sight, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  tl_canvas_go_there (self->canvas);
}

static void
activate (TlSightBar *self,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), action, NULL);
}

/* The first of what was typed just now comes before any next. */
static void
next_cb (TlSightBar *self)
{
  if (!tl_search_entry_settle (self->search))
    activate (self, "canvas.next");
}

static void
previous_cb (TlSightBar *self)
{
  if (!tl_search_entry_settle (self->search))
    activate (self, "canvas.previous");
}

static void
leave_cb (TlSightBar *self)
{
  activate (self, "canvas.show-everything");
}

static void
keep_cb (TlSightBar *self)
{
  activate (self, "canvas.keep-path");
}

static void
hide_toggled_cb (TlSightBar      *self,
                 GtkToggleButton *button)
{
  tl_canvas_sight_set_hides_rest (self->sight, gtk_toggle_button_get_active (button));
  tl_canvas_go_there (self->canvas);
}

static void
steps_selected_cb (TlSightBar  *self,
                   GParamSpec  *pspec,
                   GtkDropDown *drop_down)
{
  guint position = gtk_drop_down_get_selected (drop_down);

  if (position >= G_N_ELEMENTS (steps) || tl_canvas_sight_get_mode (self->sight) != TL_SIGHT_FOCUS)
    return;
  tl_canvas_sight_set_steps (self->sight, steps[position]);
}

static gboolean
key_pressed_cb (TlSightBar     *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave_cb (self);
  return GDK_EVENT_STOP;
}

static void
item_chosen_cb (TlSightBar *self,
                guint       position)
{
  tl_canvas_sight_set_position (self->sight, position);
  tl_canvas_go_there (self->canvas);
}

static void
make_list_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  TlSightBar *self = user_data;
  GtkWidget *list = tl_sight_list_new (self->sight);

  g_signal_connect_object (list, "chosen", G_CALLBACK (item_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, list);
}

/* Building */

static GtkWidget *
make_button (TlSightBar *self,
             const char *icon,
             const char *label,
             GCallback   clicked)
{
  GtkWidget *button = tl_icon_button_new (icon, label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
make_search (TlSightBar *self)
{
  self->search = tl_search_entry_new (_("Find words in factors and links"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 28);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "next-match", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "previous-match", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
}

static void
make_sentence (TlSightBar *self)
{
  self->sentence = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->sentence), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->sentence), 3);
  gtk_label_set_width_chars (GTK_LABEL (self->sentence), 24);
  gtk_widget_set_hexpand (self->sentence, TRUE);
}

static void
make_steps (TlSightBar *self)
{
  const char *const labels[] = { _("1 step"), _("2 steps"), _("3 steps"), _("All the way"), NULL };

  self->steps = gtk_drop_down_new_from_strings (labels);
  tl_drop_down_set_name (GTK_DROP_DOWN (self->steps), _("How far causes and effects are shown"));
  g_signal_connect_object (self->steps, "notify::selected", G_CALLBACK (steps_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
make_list_button (TlSightBar *self)
{
  self->list = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->list), "view-list-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->list), make_list_cb, self, NULL);
  gtk_widget_add_css_class (self->list, "flat");
  gtk_widget_set_tooltip_text (self->list, _("All of them, to choose from"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("All of them, to choose from"), -1);
}

static void
make_others (TlSightBar *self)
{
  self->previous = make_button (self, "go-up-symbolic", _("Previous"), G_CALLBACK (previous_cb));
  self->next = make_button (self, "go-down-symbolic", _("Next"), G_CALLBACK (next_cb));
  self->hide = gtk_toggle_button_new_with_label (_("Hide the Rest"));
  g_signal_connect_object (self->hide, "toggled", G_CALLBACK (hide_toggled_cb), self, G_CONNECT_SWAPPED);
  self->keep = gtk_button_new_with_label (_("Keep as Path"));
  gtk_widget_set_tooltip_text (self->keep, _("Add this chain to the review, so that it can be tagged and shown"));
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
}

/* GObject overrides */

static void
tl_sight_bar_dispose (GObject *object)
{
  g_clear_object (&TL_SIGHT_BAR (object)->sight);
  G_OBJECT_CLASS (tl_sight_bar_parent_class)->dispose (object);
}

static void
tl_sight_bar_class_init (TlSightBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_sight_bar_dispose;
}

static void
tl_sight_bar_init (TlSightBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *everything = gtk_button_new_with_label (_("Show Everything"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  make_search (self);
  make_sentence (self);
  make_steps (self);
  make_list_button (self);
  make_others (self);
  g_signal_connect_object (everything, "clicked", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_widget_add_css_class (box, "toolbar");
  GtkWidget *const children[] = { self->search, self->sentence, self->steps, self->list, self->previous,
                                  self->next,   self->hide,     self->keep,  everything };
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_box_append (GTK_BOX (box), children[i]);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_sight_bar_new:
 * @canvas: a canvas with its review
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
tl_sight_bar_new (TlCanvas *canvas)
{
  g_return_val_if_fail (TL_IS_CANVAS (canvas), NULL);

  TlSightBar *self = g_object_new (TL_TYPE_SIGHT_BAR, NULL);

  self->canvas = canvas;
  self->sight = g_object_ref (tl_canvas_get_sight (canvas));
  g_signal_connect_object (self->sight, "changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);
  sight_changed_cb (self);
  return GTK_WIDGET (self);
}
