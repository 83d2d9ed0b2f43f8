/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window in which a code of a typology is looked for and chosen: the tree in the order of the typology, or what a
 * search finds, and beside it what the code means. Codes never stand in the order of their use, for that would make the
 * common ones commoner. It emits "picked" with the code and closes. */
#include "config.h"

#include "ui/typology/tl-typology-picker.h"

#include <glib/gi18n.h>

#include "ui/typology/tl-code-details.h"
#include "ui/widgets/tl-drop-down-name.h"

struct _TlTypologyPicker
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget     *pick_button;
  GtkWidget     *search;
  GtkDropDown   *schemes;
  GtkStack      *stack;
  GtkListView   *codes;
  TlCodeDetails *details;

  GPtrArray          *typologies; /* owned container */
  GtkSingleSelection *selection;  /* owned */
};

G_DEFINE_FINAL_TYPE (TlTypologyPicker, tl_typology_picker, ADW_TYPE_WINDOW)

enum { PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static TlTypology *
get_typology (TlTypologyPicker *self)
{
  guint position = gtk_drop_down_get_selected (self->schemes);
  return position < self->typologies->len ? g_ptr_array_index (self->typologies, position) : NULL;
}

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  GListModel *children = tl_code_get_children (item);
  return children != NULL ? g_object_ref (children) : NULL;
}

static GListModel *
make_codes (TlTypologyPicker *self)
{
  TlTypology *typology = get_typology (self);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (typology == NULL)
    return NULL;
  if (words[0] != '\0')
    return tl_typology_search (typology, words);
  return G_LIST_MODEL (gtk_tree_list_model_new (g_object_ref (tl_typology_get_top (typology)), FALSE, TRUE,
                                                create_children, NULL, NULL));
}

static TlCode *
get_code_of_item (gpointer item)
{
  if (GTK_IS_TREE_LIST_ROW (item))
    {
      g_autoptr (TlCode) code = gtk_tree_list_row_get_item (item);
      return code; /* the tree keeps it */
    }
  return item;
}

static void
update_details (TlTypologyPicker *self)
{
  TlCode *code = tl_typology_picker_get_code (self);

  tl_code_details_set_code (self->details, code);
  gtk_widget_set_sensitive (self->pick_button, code != NULL && !tl_code_get_deprecated (code));
}

static void
fill (TlTypologyPicker *self)
{
  g_autoptr (GListModel) codes = make_codes (self);

  gtk_single_selection_set_model (self->selection, codes);
  gtk_stack_set_visible_child_name (self->stack,
                                    codes != NULL && g_list_model_get_n_items (codes) > 0 ? "codes" : "none");
  update_details (self);
}

/* Callbacks */

static void
search_changed_cb (TlTypologyPicker *self)
{
  fill (self);
}

static void
scheme_selected_cb (TlTypologyPicker *self)
{
  fill (self);
}

static void
code_activated_cb (TlTypologyPicker *self,
                   guint             position)
{
  gtk_single_selection_set_selected (self->selection, position);
  tl_typology_picker_pick (self);
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *expander = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  gpointer row = gtk_list_item_get_item (item);
  TlCode *code = get_code_of_item (row);
  g_autofree char *title = tl_code_dup_title (code);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), GTK_IS_TREE_LIST_ROW (row) ? row : NULL);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (tl_code_get_parent (code) == NULL)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

/* GtkWidget overrides */

static void
tl_typology_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_typology_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (TL_TYPOLOGY_PICKER (widget)->search);
}

/* GObject overrides */

static void
tl_typology_picker_dispose (GObject *object)
{
  TlTypologyPicker *self = TL_TYPOLOGY_PICKER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_TYPOLOGY_PICKER);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->typologies, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_typology_picker_parent_class)->dispose (object);
}

static void
tl_typology_picker_class_init (TlTypologyPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_typology_picker_dispose;
  widget_class->map = tl_typology_picker_map;

  /**
   * TlTypologyPicker::picked:
   * @code: the code that was chosen
   */
  signals[PICKED] = g_signal_new ("picked", TL_TYPE_TYPOLOGY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TL_TYPE_CODE);

  g_type_ensure (TL_TYPE_CODE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/typology/tl-typology-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTypologyPicker, pick_button);
  gtk_widget_class_bind_template_child (widget_class, TlTypologyPicker, search);
  gtk_widget_class_bind_template_child (widget_class, TlTypologyPicker, schemes);
  gtk_widget_class_bind_template_child (widget_class, TlTypologyPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTypologyPicker, codes);
  gtk_widget_class_bind_template_child (widget_class, TlTypologyPicker, details);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tl_typology_picker_pick);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_typology_picker_init (TlTypologyPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *titles = gtk_string_list_new (NULL);

  self->typologies = tl_typologies_list (NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_drop_down_set_name (self->schemes, _("Typology"));

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bound_cb), NULL);
  gtk_list_view_set_factory (self->codes, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->codes, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_details), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < self->typologies->len; i++)
    gtk_string_list_append (titles, tl_typology_get_title (g_ptr_array_index (self->typologies, i)));
  gtk_drop_down_set_model (self->schemes, G_LIST_MODEL (titles));
  g_object_unref (titles);

  tl_typology_picker_set_scheme (self, "national-1");
  fill (self);
}

/**
 * tl_typology_picker_new:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer floating): a picker, not yet presented
 */
GtkWidget *
tl_typology_picker_new (GtkWindow *parent)
{
  return g_object_new (TL_TYPE_TYPOLOGY_PICKER, "transient-for", parent, NULL);
}

/**
 * tl_typology_picker_set_scheme:
 * @id: id of a typology; nothing happens if there is none such
 */
void
tl_typology_picker_set_scheme (TlTypologyPicker *self,
                               const char       *id)
{
  g_return_if_fail (TL_IS_TYPOLOGY_PICKER (self) && id != NULL);

  for (guint i = 0; i < self->typologies->len; i++)
    if (g_str_equal (tl_typology_get_id (g_ptr_array_index (self->typologies, i)), id))
      gtk_drop_down_set_selected (self->schemes, i);
}

/**
 * tl_typology_picker_set_search:
 * @words: what to look for at once
 */
void
tl_typology_picker_set_search (TlTypologyPicker *self,
                               const char       *words)
{
  g_return_if_fail (TL_IS_TYPOLOGY_PICKER (self) && words != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
}

/**
 * tl_typology_picker_get_code:
 *
 * Returns: (transfer none) (nullable): the code that is highlighted
 */
TlCode *
tl_typology_picker_get_code (TlTypologyPicker *self)
{
  g_return_val_if_fail (TL_IS_TYPOLOGY_PICKER (self), NULL);

  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? get_code_of_item (item) : NULL;
}

/**
 * tl_typology_picker_pick:
 *
 * Chooses the code that is highlighted, as the button does. One that is kept for older reviews only can't be chosen.
 */
void
tl_typology_picker_pick (TlTypologyPicker *self)
{
  g_return_if_fail (TL_IS_TYPOLOGY_PICKER (self));

  TlCode *code = tl_typology_picker_get_code (self);

  if (code == NULL || tl_code_get_deprecated (code))
    return;
  g_signal_emit (self, signals[PICKED], 0, code);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  /* Newer GTK leaves it to the window manager who has the keyboard now, and there may be none. */
  if (parent != NULL)
    gtk_window_present (parent);
}
