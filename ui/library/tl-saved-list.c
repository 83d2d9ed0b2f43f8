/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions that are saved in a library, beside its pages: each is a row that asks it, with a menu to rename and to
 * delete it. What is done is the window's ("win.ask-question" and others, with the number of the question). */
#include "config.h"

#include "ui/library/tl-saved-list.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-icon-button.h"

struct _TlSavedList
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkListBox *list;

  GPtrArray *questions; /* of TlSavedQuestion; owned */
};

G_DEFINE_FINAL_TYPE (TlSavedList, tl_saved_list, ADW_TYPE_BIN)

static GMenuModel *
create_menu (gint64 number)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) rename = g_menu_item_new (_("_Rename…"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_("_Delete"), NULL);

  g_menu_item_set_action_and_target (rename, "win.rename-question", "x", number);
  g_menu_item_set_action_and_target (remove, "win.delete-question", "x", number);
  g_menu_append_item (menu, rename);
  g_menu_append_item (menu, remove);
  return G_MENU_MODEL (menu);
}

/* Callbacks */

static void
pressed_cb (GtkMenuButton *menu)
{
  gtk_menu_button_popup (menu);
}

static gboolean
menu_key_cb (GtkWidget *row,
             GVariant  *arguments,
             gpointer   menu)
{
  gtk_menu_button_popup (menu);
  return TRUE;
}

/* GObject overrides */

static void
tl_saved_list_finalize (GObject *object)
{
  g_ptr_array_unref (TL_SAVED_LIST (object)->questions);
  G_OBJECT_CLASS (tl_saved_list_parent_class)->finalize (object);
}

static void
tl_saved_list_class_init (TlSavedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_saved_list_finalize;
}

static GtkWidget *
make_menu (const TlSavedQuestion *question)
{
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = create_menu (question->number);
  /* Translators: the menu of a saved question; its name */
  g_autofree char *label = g_strdup_printf (_("Rename or delete “%s”"), question->name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_add_css_class (menu, "saved-menu");
  gtk_widget_set_tooltip_text (menu, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return menu;
}

static void
add_shortcut (GtkEventController *keys,
              guint               key,
              const char         *action,
              gint64              number)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int64 (number));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* The row's keys are those of its menu. */
static void
add_keys (GtkWidget *row,
          GtkWidget *menu,
          gint64     number)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  add_shortcut (keys, GDK_KEY_F2, "win.rename-question", number);
  add_shortcut (keys, GDK_KEY_Delete, "win.delete-question", number);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (menu_key_cb, menu, NULL)));
  gtk_widget_add_controller (row, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), menu, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
}

static GtkWidget *
make_row (const TlSavedQuestion *question)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (question->name);
  GtkWidget *menu = make_menu (question);
  g_autofree char *title = question->asked != NULL ? tl_asked_dup_title (question->asked) : NULL;
  g_autofree char *tooltip
    = g_strdup_printf ("%s\n%s", question->name, title != NULL ? title : question->fault);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_widget_set_hexpand (name, TRUE);
  if (question->fault != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), menu);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, question->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title != NULL ? title : question->fault, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", question->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.ask-question");
  add_keys (row, menu, question->number);
  return row;
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Saved questions"));
  GtkWidget *add = tl_icon_button_new ("list-add-symbolic", _("Save This Question…"));
  g_autofree char *tooltip = tl_accels_dup_tooltip (_("Save This Question…"), "win.save-question");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_tooltip_text (add, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.save-question");
  gtk_widget_add_css_class (head, "saved-head");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  return head;
}

static void
tl_saved_list_init (TlSavedList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_saved_question_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved questions"),
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_head ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_saved_list_set_questions:
 * @questions: (transfer full) (element-type TlSavedQuestion): in their order
 */
void
tl_saved_list_set_questions (TlSavedList *self,
                             GPtrArray   *questions)
{
  GtkWidget *row;

  g_return_if_fail (TL_IS_SAVED_LIST (self) && questions != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_unref (self->questions);
  self->questions = questions;
  for (guint i = 0; i < questions->len; i++)
    gtk_list_box_append (self->list, make_row (questions->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), questions->len > 0);
}

/**
 * tl_saved_list_find:
 * @number: the number of a question
 *
 * Returns: (transfer none) (nullable): the question, until others are set
 */
const TlSavedQuestion *
tl_saved_list_find (TlSavedList *self,
                    gint64       number)
{
  g_return_val_if_fail (TL_IS_SAVED_LIST (self), NULL);

  for (guint i = 0; i < self->questions->len; i++)
    if (((TlSavedQuestion *) self->questions->pdata[i])->number == number)
      return self->questions->pdata[i];
  return NULL;
}

/**
 * tl_saved_list_has_name:
 * @name: a name
 *
 * Returns: whether a question has it
 */
gboolean
tl_saved_list_has_name (TlSavedList *self,
                        const char  *name)
{
  g_return_val_if_fail (TL_IS_SAVED_LIST (self) && name != NULL, FALSE);

  for (guint i = 0; i < self->questions->len; i++)
    if (g_str_equal (((TlSavedQuestion *) self->questions->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}
