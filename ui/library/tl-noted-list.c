/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of what a library keeps a note of, with what can be done about each line and about all. Rows are made as they
 * come into view, and words narrow a long list: a folder of something else altogether is not a rare mistake. */
#include "config.h"

#include "ui/library/tl-noted-list.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-search-entry.h"
#include "ui/widgets/tl-wrapped.h"

/* A list that is longer than a screen can be narrowed. */
#define MANY 12

struct _TlNotedList
{
  AdwBin parent_instance;

  const TlNotedListSpec *spec;

  /* Of the tree of widgets */
  GtkStack       *stack; /* "nothing", "lines" */
  GtkSearchEntry *words;
  GtkLabel       *note;
  GtkLabel       *none;  /* that no line has the words */

  /* Owned */
  GtkFilterListModel *shown;
  GtkCustomFilter    *filter; /* of that */
  char               *wanted; /* case-folded */
};

G_DEFINE_FINAL_TYPE (TlNotedList, tl_noted_list, ADW_TYPE_BIN)

/* Rows */

static GtkWidget *
make_deed (const TlNotedDeed *deed)
{
  return deed->icon != NULL ? tl_icon_button_new (deed->icon, _(deed->label))
                            : gtk_button_new_with_label (_(deed->label));
}

static void
bind_deed (GtkWidget         *button,
           const TlNotedDeed *deed,
           TlNoted           *line,
           gboolean           is_there)
{
  g_auto (GStrv) around = g_strsplit (_(deed->spoken), "%s", 2);
  g_autofree char *spoken = g_strjoinv (tl_noted_get_title (line), around);

  gtk_widget_set_visible (button, is_there);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  if (!is_there)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_noted_get_target (line));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), deed->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
setup_cb (TlNotedList *self,
          GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), tl_wrapped_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), tl_wrapped_new (NULL, "body"));
  gtk_box_append (GTK_BOX (box), tl_wrapped_new (NULL, "dim-label"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (row, "noted");
  gtk_box_append (GTK_BOX (row), box);
  for (guint i = 0; i < TL_NOTED_MAX_DEEDS && self->spec->deeds[i].label != NULL; i++)
    {
      GtkWidget *button = make_deed (&self->spec->deeds[i]);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TlNotedList *self,
         GtkListItem *item)
{
  TlNoted *line = gtk_list_item_get_item (item);
  const char *texts[] = { tl_noted_get_title (line), tl_noted_get_text (line), tl_noted_get_note (line) };
  GtkWidget *box = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++, child = gtk_widget_get_next_sibling (child))
    {
      gtk_label_set_text (GTK_LABEL (child), texts[i] != NULL ? texts[i] : "");
      gtk_widget_set_visible (child, texts[i] != NULL && texts[i][0] != '\0');
    }
  child = gtk_widget_get_next_sibling (box);
  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    bind_deed (child, &self->spec->deeds[i], line, tl_noted_get_deeds (line) >> i & 1);
}

/* Narrowing */

static gboolean
is_wanted (gpointer line,
           gpointer data)
{
  TlNotedList *self = data;

  return self->wanted == NULL || tl_noted_has_words (line, self->wanted);
}

static void
words_changed_cb (TlNotedList *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));

  g_free (self->wanted);
  self->wanted = words[0] != '\0' ? g_utf8_casefold (words, -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (GTK_WIDGET (self->none), g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0);
}

/* GObject overrides */

static void
tl_noted_list_dispose (GObject *object)
{
  TlNotedList *self = TL_NOTED_LIST (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (tl_noted_list_parent_class)->dispose (object);
}

static void
tl_noted_list_class_init (TlNotedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_noted_list_dispose;
}

static void
tl_noted_list_init (TlNotedList *self)
{
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
}

static GtkWidget *
make_lines (TlNotedList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);

  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->spec->name), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_overall (const TlNotedDeed *deed)
{
  GtkWidget *button = tl_label_button_new (_(deed->label));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (deed->target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", deed->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), deed->action);
  return button;
}

static GtkWidget *
make_page (TlNotedList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *advice = tl_wrapped_new (_(self->spec->advice), NULL);

  gtk_widget_set_hexpand (advice, TRUE);
  gtk_widget_add_css_class (top, "noted-advice");
  gtk_box_append (GTK_BOX (top), advice);
  for (guint i = 0; i < TL_NOTED_MAX_DEEDS && self->spec->overall[i].label != NULL; i++)
    gtk_box_append (GTK_BOX (top), make_overall (&self->spec->overall[i]));

  self->note = GTK_LABEL (tl_wrapped_new (NULL, "noted-note"));
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  self->words = GTK_SEARCH_ENTRY (tl_search_entry_new (_("Only lines with these words")));
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "noted-words");
  g_signal_connect_object (self->words, "search-changed", G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  self->none = GTK_LABEL (tl_wrapped_new (_("No line has these words."), "noted-note"));
  gtk_widget_set_visible (GTK_WIDGET (self->none), FALSE);

  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none));
  gtk_box_append (GTK_BOX (box), make_lines (self));
  return box;
}

static GtkWidget *
make_nothing (TlNotedList *self)
{
  GtkWidget *nothing = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), self->spec->icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _(self->spec->nothing));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing), _(self->spec->explanation));
  if (self->spec->begins)
    {
      GtkWidget *button = make_overall (&self->spec->overall[0]);

      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      adw_status_page_set_child (ADW_STATUS_PAGE (nothing), button);
    }
  return nothing;
}

/**
 * tl_noted_list_new:
 * @spec: what kind of list; kept as long as the list
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
tl_noted_list_new (const TlNotedListSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  TlNotedList *self = g_object_new (TL_TYPE_NOTED_LIST, NULL);

  self->spec = spec;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_nothing (self), "nothing");
  gtk_stack_add_named (self->stack, make_page (self), "lines");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}

/**
 * tl_noted_list_set_lines:
 * @lines: a list of TlNoted
 */
void
tl_noted_list_set_lines (TlNotedList *self,
                         GListModel  *lines)
{
  g_return_if_fail (TL_IS_NOTED_LIST (self) && G_IS_LIST_MODEL (lines));

  guint n = g_list_model_get_n_items (lines);

  if (n <= MANY)
    gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), n > MANY);
  gtk_filter_list_model_set_model (self->shown, lines);
  words_changed_cb (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lines" : "nothing");
}

/**
 * tl_noted_list_set_note:
 * @note: (nullable): what there is to say about the list as it is now
 */
void
tl_noted_list_set_note (TlNotedList *self,
                        const char  *note)
{
  g_return_if_fail (TL_IS_NOTED_LIST (self));

  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}
