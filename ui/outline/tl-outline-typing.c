/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing a statement where the factor stands: of one that is there, or of one that comes into being when it is said. */
#include "config.h"

#include "ui/outline/tl-outline-private.h"

/**
 * _tl_outline_typing_rename:
 *
 * Lets the person type what the row of @item says.
 */
void
_tl_outline_typing_rename (TlOutlinePage *self,
                       TlOutlineItem *item)
{
  TlOutlineRow *widget;

  _tl_outline_page_focus_item (self, item);
  widget = _tl_outline_page_find_row (self, item);
  if (widget == NULL)
    return;
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_NONE);
  tl_outline_row_edit (widget);
}

/**
 * _tl_outline_typing_draft:
 * @parent: beneath what
 * @relation: how it hangs together with @related_id
 * @related_id: (nullable): a factor
 *
 * Lets the person type the statement of a new factor, which comes into being only when there is a statement.
 */
void
_tl_outline_typing_draft (TlOutlinePage     *self,
                        TlOutlineItem     *parent,
                        TlOutlineRelation  relation,
                        const char        *related_id)
{
  g_autofree char *id = g_strdup (related_id);
  g_autoptr (TlOutlineItem) kept = g_object_ref (parent);
  TlOutlineItem *draft;

  /* What is written must not vanish behind the filter. */
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  tl_outline_model_set_filter (self->model, NULL);
  draft = tl_outline_model_begin_draft (self->model, kept);
  if (draft == NULL)
    return;
  self->relation = relation;
  g_free (self->related_id);
  self->related_id = g_steal_pointer (&id);
  _tl_outline_page_update_empty (self);
  _tl_outline_typing_rename (self, draft);
}

/* The level in which a cause or an effect of what stands there begins: one up or one down, where there is one. */
static const char *
get_level_of_draft (TlOutlinePage *self,
                    TlOutlineItem *parent)
{
  TlMethod *method = tl_outline_model_get_method (self->model);
  TlRecord *related = tl_review_lookup (_tl_outline_page_get_review (self), self->related_id);
  const char *key = related != NULL ? tl_record_get_text (related, "level") : NULL;
  int level = key != NULL && method != NULL ? tl_method_find_level (method, key) : -1;

  if (tl_outline_item_get_kind (parent) == TL_OUTLINE_LEVEL)
    return tl_outline_item_get_id (parent);
  return level > 0 ? tl_method_get_level (method, (guint) level - 1)->key : key;
}

/* The row for a new factor: a cause stands beneath its effect, as the link; how and why is what to say next. */
static TlOutlineItem *
find_written (TlOutlinePage *self,
              TlOutlineItem *parent,
              const char    *id)
{
  GListStore *siblings = tl_outline_item_get_children (parent);

  for (guint i = 0; siblings != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (siblings)); i++)
    {
      g_autoptr (TlOutlineItem) sibling = g_list_model_get_item (G_LIST_MODEL (siblings), i);

      if (g_strcmp0 (tl_outline_item_get_factor_id (sibling), id) == 0)
        return sibling; /* the list keeps it */
    }
  return tl_outline_model_find (self->model, id);
}

static void
keep_draft (TlOutlinePage *self,
            TlOutlineItem *parent,
            const char    *text)
{
  const char *level = get_level_of_draft (self, parent);
  const char *effect_id = self->relation == TL_OUTLINE_AS_CAUSE ? self->related_id : NULL;
  const char *cause_id = self->relation == TL_OUTLINE_AS_EFFECT ? self->related_id : NULL;
  g_autofree char *id = NULL;
  TlOutlineItem *item;

  tl_outline_model_end_draft (self->model);
  id = _tl_outline_edit_add (self, text, level, cause_id, effect_id);
  item = id != NULL ? find_written (self, parent, id) : NULL;
  if (item != NULL)
    _tl_outline_page_go_to (self, item);
  else
    _tl_outline_page_focus_item (self, parent);
}

/**
 * _tl_outline_typing_done:
 * @text: (nullable): what was typed; %NULL if it is not to be kept
 *
 * What a row calls when the person has typed.
 */
void
_tl_outline_typing_done (TlOutlinePage *self,
                         const char    *text,
                         TlOutlineRow  *row)
{
  g_autoptr (TlOutlineItem) item = g_object_ref (tl_outline_row_get_item (row));
  const char *id = tl_outline_item_get_factor_id (item);
  TlRecord *factor = id != NULL ? tl_review_lookup (_tl_outline_page_get_review (self), id) : NULL;
  gboolean is_said = text != NULL && *text != '\0';

  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_CAPTURE);
  if (tl_outline_item_get_kind (item) == TL_OUTLINE_DRAFT)
    {
      g_autoptr (TlOutlineItem) parent = g_object_ref (tl_outline_item_get_parent (item));

      if (is_said)
        keep_draft (self, parent, text);
      else
        {
          tl_outline_model_end_draft (self->model);
          _tl_outline_page_focus_item (self, parent);
        }
      _tl_outline_page_update_empty (self);
      return;
    }
  if (is_said && factor != NULL && g_strcmp0 (tl_record_get_text (factor, "statement"), text) != 0)
    _tl_outline_edit_rename (self, id, text);
  _tl_outline_page_focus_item (self, item);
}
