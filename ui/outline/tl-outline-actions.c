/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the outline. Menus and buttons name actions only; the keys that do the same stand in tl-accels.c. */
#include "config.h"

#include "ui/outline/tl-outline-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-record-picker.h"

static TlOutlineItem *
get_level (TlOutlinePage *self,
           TlOutlineItem *item)
{
  if (item == NULL)
    return tl_outline_model_get_level (self->model, tl_outline_model_get_n_levels (self->model) - 1);
  while (tl_outline_item_get_parent (item) != NULL)
    item = tl_outline_item_get_parent (item);
  return item;
}

/* In the level of what has the keyboard; a graph begins with what happened, at the bottom. */
static void
add_factor (TlOutlinePage *self,
            TlOutlineItem *item)
{
  _tl_outline_typing_draft (self, get_level (self, item), TL_OUTLINE_ALONE, NULL);
}

static void
add_cause (TlOutlinePage *self,
           TlOutlineItem *item)
{
  const char *id = item != NULL ? tl_outline_item_get_factor_id (item) : NULL;

  if (id == NULL)
    {
      add_factor (self, item);
      return;
    }
  /* A factor that stands above already has its causes there. */
  if (tl_outline_item_get_is_above (item))
    item = tl_outline_model_find (self->model, id);
  if (item != NULL)
    _tl_outline_typing_draft (self, item, TL_OUTLINE_AS_CAUSE, id);
}

/* A level further down than the factor, where there is one. */
static void
add_effect (TlOutlinePage *self,
            TlOutlineItem *item)
{
  const char *id = item != NULL ? tl_outline_item_get_factor_id (item) : NULL;
  TlOutlineItem *factor = id != NULL ? tl_outline_model_find (self->model, id) : NULL;
  TlOutlineItem *level = get_level (self, factor);
  TlMethod *method = tl_outline_model_get_method (self->model);
  guint n = method != NULL ? tl_method_get_n_levels (method) : 0;

  if (id == NULL)
    {
      add_factor (self, item);
      return;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      if (tl_outline_model_get_level (self->model, i) == level)
        {
          level = tl_outline_model_get_level (self->model, i + 1);
          break;
        }
    }
  _tl_outline_typing_draft (self, level, TL_OUTLINE_AS_EFFECT, id);
}

static void
rename_item (TlOutlinePage *self,
             TlOutlineItem *item)
{
  if (item != NULL && tl_outline_item_get_factor_id (item) != NULL)
    _tl_outline_typing_rename (self, item);
}

static void
effect_picked_cb (TlRecordPicker *picker,
                  const char     *effect_id,
                  TlOutlinePage  *self)
{
  g_autofree char *cause_id = g_strdup (gtk_widget_get_name (GTK_WIDGET (picker)));

  _tl_outline_edit_link (self, cause_id, effect_id);
}

/* Back to the row from which it was asked; its record may stand in others too. */
static void
picker_closed_cb (TlRecordPicker *picker,
                  TlOutlinePage  *self)
{
  _tl_outline_page_focus_item (self, g_object_get_data (G_OBJECT (picker), "item"));
}

static void
link_item (TlOutlinePage *self,
           TlOutlineItem *item)
{
  const char *id = item != NULL ? tl_outline_item_get_factor_id (item) : NULL;
  GtkWidget *picker;

  if (id == NULL)
    return;
  picker = tl_record_picker_new (_tl_outline_page_get_review (self), (const char *const[]) { "factor", NULL });
  gtk_widget_set_name (picker, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which factor does this contribute to?"), -1);
  g_signal_connect_object (picker, "picked", G_CALLBACK (effect_picked_cb), self, 0);
  g_object_set_data_full (G_OBJECT (picker), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (picker, "closed", G_CALLBACK (picker_closed_cb), self, 0);
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), GTK_WIDGET (self));
}

static void
level_up (TlOutlinePage *self,
          TlOutlineItem *item)
{
  _tl_outline_edit_set_level (self, -1);
}

static void
level_down (TlOutlinePage *self,
            TlOutlineItem *item)
{
  _tl_outline_edit_set_level (self, 1);
}

static void
delete_selected (TlOutlinePage *self,
                 TlOutlineItem *item)
{
  _tl_outline_edit_delete (self);
}

static void
go_into (TlOutlinePage *self,
         TlOutlineItem *item)
{
  g_autoptr (GtkTreeListRow) row = item != NULL ? tl_outline_model_dup_row (self->model, item) : NULL;
  g_autoptr (GtkTreeListRow) child = NULL;
  g_autoptr (TlOutlineItem) first = NULL;

  if (row == NULL)
    return;
  if (!gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      return;
    }
  child = gtk_tree_list_row_get_child_row (row, 0);
  first = child != NULL ? gtk_tree_list_row_get_item (child) : NULL;
  if (first != NULL)
    _tl_outline_page_go_to (self, first);
}

static void
go_out (TlOutlinePage *self,
        TlOutlineItem *item)
{
  g_autoptr (GtkTreeListRow) row = item != NULL ? tl_outline_model_dup_row (self->model, item) : NULL;
  GListStore *children = item != NULL ? tl_outline_item_get_children (item) : NULL;

  if (row == NULL)
    return;
  if (gtk_tree_list_row_get_expanded (row) && children != NULL
      && g_list_model_get_n_items (G_LIST_MODEL (children)) > 0)
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (tl_outline_item_get_parent (item) != NULL)
    _tl_outline_page_go_to (self, tl_outline_item_get_parent (item));
}

static void
expand_all (TlOutlinePage *self,
            TlOutlineItem *item)
{
  tl_outline_model_expand_all (self->model);
}

static void
collapse_all (TlOutlinePage *self,
              TlOutlineItem *item)
{
  /* The keyboard goes to the factor beneath which it would vanish. */
  while (item != NULL && tl_outline_item_get_kind (item) == TL_OUTLINE_LINK)
    item = tl_outline_item_get_parent (item);
  if (item != NULL)
    _tl_outline_page_go_to (self, item);
  tl_outline_model_collapse_all (self->model);
}

static void
filter (TlOutlinePage *self,
        TlOutlineItem *item)
{
  gtk_widget_grab_focus (self->filter);
}

static void
show_on_graph (TlOutlinePage *self,
               TlOutlineItem *item)
{
  const char *id = tl_selection_get_primary_id (self->selection);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", "s", id);
}

static void
popup_menu (TlOutlinePage *self,
            TlOutlineItem *item)
{
  _tl_outline_menu_popup (self);
}

/* Those that change the review, and need something to change, before the others. */
static const struct {
  const char *name;
  gboolean is_edit;
  gboolean needs_record;
  void (*activate) (TlOutlinePage *self,
                    TlOutlineItem *item);
} actions[] = {
  { "outline.add-factor", TRUE, FALSE, add_factor },
  { "outline.add-cause", TRUE, FALSE, add_cause },
  { "outline.add-effect", TRUE, FALSE, add_effect },
  { "outline.link", TRUE, TRUE, link_item },
  { "outline.rename", TRUE, TRUE, rename_item },
  { "outline.level-up", TRUE, TRUE, level_up },
  { "outline.level-down", TRUE, TRUE, level_down },
  { "outline.delete", TRUE, TRUE, delete_selected },
  { "outline.into", FALSE, FALSE, go_into },
  { "outline.out", FALSE, FALSE, go_out },
  { "outline.expand-all", FALSE, FALSE, expand_all },
  { "outline.collapse-all", FALSE, FALSE, collapse_all },
  { "outline.filter", FALSE, FALSE, filter },
  { "outline.show-on-graph", FALSE, TRUE, show_on_graph },
  { "outline.menu", FALSE, FALSE, popup_menu },
};

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlOutlinePage *self = TL_OUTLINE_PAGE (widget);

  if (_tl_outline_page_is_editing (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, name))
        actions[i].activate (self, _tl_outline_page_get_item (self));
    }
}

void
_tl_outline_actions_class_init (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate);
  tl_accels_install (widget_class, "outline.");
}

/**
 * _tl_outline_actions_update:
 *
 * Sets all the actions' enabled flags from what is selected.
 */
void
_tl_outline_actions_update (TlOutlinePage *self)
{
  gboolean may_edit = !tl_review_get_read_only (_tl_outline_page_get_review (self));
  TlRecord *primary = tl_selection_get_primary (self->selection);
  gboolean has_record = primary != NULL && (tl_record_is (primary, "factor") || tl_record_is (primary, "link"));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (!actions[i].is_edit || may_edit) && (!actions[i].needs_record || has_record));
}
