/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be said of the selected factors or links with one choice, as actions whose state is what is said now: a menu
 * shows it, and setting it is one edit. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "ui/widgets/tl-term.h"

#include <glib/gi18n.h>

/* The state where what is selected differs; no key looks like this. */
#define MIXED "*"

static const struct {
  const char *action;
  const char *kind;
  const char *field;
} fields[] = {
  { "level", "factor", "level" }, { "kind", "factor", "kind" },   { "group", "factor", "category" },
  { "link-kind", "link", "kind" }, { "sign", "link", "sign" }, { "state", "link", "state" },
};

/* What all selected records of the kind say, "" for nothing; NULL if none is selected. */
static const char *
get_common (TlCanvas   *self,
            const char *kind,
            const char *field)
{
  const char *common = NULL;

  for (guint i = 0; self->selection != NULL && i < tl_selection_get_n (self->selection); i++)
    {
      TlRecord *record = tl_review_lookup (self->review, tl_selection_get_id (self->selection, i));
      const char *value;

      if (record == NULL || !tl_record_is (record, kind))
        continue;
      value = tl_record_get_text (record, field);
      if (value == NULL)
        value = "";
      if (common != NULL && !g_str_equal (common, value))
        return MIXED;
      common = value;
    }
  return common;
}

/* Callbacks */

static void
change_state_cb (GSimpleAction *action,
                 GVariant      *value,
                 TlCanvas      *self)
{
  const char *name = g_action_get_name (G_ACTION (action));
  const char *key = g_variant_get_string (value, NULL);

  if (self->scene == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TlMethod *method = tl_canvas_scene_get_method (self->scene);

      if (!g_str_equal (name, fields[i].action))
        continue;
      if (g_str_equal (name, "level") && method != NULL && tl_method_find_level (method, key) >= 0)
        _tl_canvas_verb_set_level (self, (guint) tl_method_find_level (method, key));
      else
        _tl_canvas_verb_set (self, fields[i].kind, fields[i].field, *key != '\0' ? key : NULL);
    }
}

void
_tl_canvas_fields_init (TlCanvas *self)
{
  self->fields = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GSimpleAction) action
          = g_simple_action_new_stateful (fields[i].action, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->fields), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "selected", G_ACTION_GROUP (self->fields));
}

/**
 * _tl_canvas_fields_update:
 *
 * Brings the actions to what is selected now.
 */
void
_tl_canvas_fields_update (TlCanvas *self)
{
  gboolean may_edit = self->scene != NULL && !tl_review_get_read_only (self->review);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->fields), fields[i].action);
      const char *common = may_edit ? get_common (self, fields[i].kind, fields[i].field) : NULL;

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), common != NULL);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (common != NULL ? common : ""));
    }
}

/**
 * _tl_canvas_fields_create_menu:
 * @action: one of the actions, without the group's name
 *
 * Returns: (transfer full) (nullable): everything that can be chosen; %NULL if there is nothing
 */
GMenuModel *
_tl_canvas_fields_create_menu (TlCanvas   *self,
                               const char *action)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *detailed = g_strconcat ("selected.", action, NULL);
  const TlField *field = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (action, fields[i].action))
        field = tl_kind_find_field (tl_kind_lookup (fields[i].kind), fields[i].field);
    }
  g_return_val_if_fail (field != NULL, NULL);

  g_autoptr (GListModel) terms = tl_terms_for_field (self->review, field);
  for (guint i = 0; i < g_list_model_get_n_items (terms); i++)
    {
      g_autoptr (TlTerm) term = g_list_model_get_item (terms, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (tl_term_get_label (term), NULL);
      const char *key = tl_term_get_key (term);

      g_menu_item_set_action_and_target (item, detailed, "s", key != NULL ? key : "");
      g_menu_append_item (menu, item);
    }
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}
