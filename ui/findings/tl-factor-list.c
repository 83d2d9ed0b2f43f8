/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors as rows, of a pattern or of none, of which several can be selected and dragged. What is selected in it and in
 * the window follow each other; a factor may stand in several lists, and is selected in all of them. */
#include "config.h"

#include "ui/findings/tl-factor-list.h"

#include "ui/findings/tl-factor-drag.h"
#include "ui/findings/tl-factor-row.h"

struct _TlFactorList
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlMethod    *method;    /* owned, or NULL */
  TlRecord    *pattern;   /* owned, or NULL */
  GListStore  *factors;   /* owned */

  GtkWidget *list;

  guint following : 1; /* the selection is being carried from one side to the other */
};

G_DEFINE_FINAL_TYPE (TlFactorList, tl_factor_list, ADW_TYPE_BIN)

static GtkListBoxRow *
get_row (TlFactorList *self,
         guint         position)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);
}

/* Selection */

static void
follow (TlFactorList *self)
{
  if (self->following)
    return;
  self->following = TRUE;
  for (guint i = 0; i < tl_factor_list_get_n (self); i++)
    {
      GtkListBoxRow *row = get_row (self, i);

      if (tl_selection_contains (self->selection,
                                 tl_record_get_id (tl_factor_row_get_factor (TL_FACTOR_ROW (row)))))
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      else
        gtk_list_box_unselect_row (GTK_LIST_BOX (self->list), row);
    }
  self->following = FALSE;
}

static void
rows_selected_cb (TlFactorList *self)
{
  if (self->following)
    return;

  g_auto (GStrv) ids = tl_factor_list_dup_selected (self);

  self->following = TRUE;
  tl_selection_set_many (self->selection, (const char *const *) ids);
  self->following = FALSE;
}

/* Callbacks */

/* What is dragged is what is selected, if the row under the pointer is among it. */
static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 TlFactorRow   *row)
{
  TlFactorList *self = TL_FACTOR_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), TL_TYPE_FACTOR_LIST));
  const char *const one[] = { tl_record_get_id (tl_factor_row_get_factor (row)), NULL };
  g_auto (GStrv) many = tl_factor_list_dup_selected (self);
  gboolean among = g_strv_contains ((const char *const *) many, one[0]);
  g_autoptr (TlFactorDrag) drag = tl_factor_drag_new (among ? (const char *const *) many : one,
                                                      self->pattern != NULL ? tl_record_get_id (self->pattern) : NULL);
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return gdk_content_provider_new_typed (TL_TYPE_FACTOR_DRAG, drag);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  TlFactorList *self = user_data;
  TlReview *review = tl_selection_get_review (self->selection);
  GtkWidget *row = tl_factor_row_new (item);

  tl_factor_row_refresh (TL_FACTOR_ROW (row), review, self->method);
  if (!tl_review_get_read_only (review))
    {
      GtkDragSource *drag = gtk_drag_source_new ();

      gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE | GDK_ACTION_COPY);
      g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), row, 0);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
    }
  return row;
}

/* Space takes a factor into what is selected, or out; a list box would open it as Enter does. */
static gboolean
toggle_cb (GtkWidget *list,
           GVariant  *arguments,
           gpointer   user_data)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_widget_get_focus_child (list));

  if (row == NULL)
    return FALSE;
  if (gtk_list_box_row_is_selected (row))
    gtk_list_box_unselect_row (GTK_LIST_BOX (list), row);
  else
    gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  return TRUE;
}

static void
add_toggle (TlFactorList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_callback_action_new (toggle_cb, NULL, NULL)));
  gtk_widget_add_controller (self->list, keys);
}

static void
row_activated_cb (TlFactorList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

/* GObject overrides */

/* A list box that goes unselects its rows one by one: that is no choice of anybody's. */
static void
tl_factor_list_dispose (GObject *object)
{
  TL_FACTOR_LIST (object)->following = TRUE;
  G_OBJECT_CLASS (tl_factor_list_parent_class)->dispose (object);
}

static void
tl_factor_list_finalize (GObject *object)
{
  TlFactorList *self = TL_FACTOR_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->method);
  g_clear_object (&self->pattern);
  g_clear_object (&self->factors);
  G_OBJECT_CLASS (tl_factor_list_parent_class)->finalize (object);
}

static void
tl_factor_list_class_init (TlFactorListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_factor_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_factor_list_finalize;
}

static void
tl_factor_list_init (TlFactorList *self)
{
  self->factors = g_list_store_new (TL_TYPE_RECORD);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_MULTIPLE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "factors");
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->factors), make_row_cb, self, NULL);
  g_signal_connect_object (self->list, "selected-rows-changed", G_CALLBACK (rows_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  add_toggle (self);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * tl_factor_list_new:
 * @selection: the window's selection
 * @method: (nullable): the review's method
 * @pattern: (nullable): the pattern whose factors they are to be
 * @name: what the list is called for assistive technology
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
tl_factor_list_new (TlSelection *selection,
                    TlMethod    *method,
                    TlRecord    *pattern,
                    const char  *name)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection) && name != NULL, NULL);

  TlFactorList *self = g_object_new (TL_TYPE_FACTOR_LIST, NULL);

  self->selection = g_object_ref (selection);
  g_set_object (&self->method, method);
  g_set_object (&self->pattern, pattern);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (selection, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_factor_list_get_pattern:
 *
 * Returns: (transfer none) (nullable): the pattern whose factors they are
 */
TlRecord *
tl_factor_list_get_pattern (TlFactorList *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_LIST (self), NULL);
  return self->pattern;
}

/**
 * tl_factor_list_get_n:
 *
 * Returns: how many factors are shown
 */
guint
tl_factor_list_get_n (TlFactorList *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_LIST (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->factors));
}

/**
 * tl_factor_list_dup_selected:
 *
 * Returns: (transfer full): the ids of the selected factors, in the order of the list
 */
GStrv
tl_factor_list_dup_selected (TlFactorList *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_LIST (self), NULL);

  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < tl_factor_list_get_n (self); i++)
    {
      GtkListBoxRow *row = get_row (self, i);

      if (gtk_list_box_row_is_selected (row))
        g_strv_builder_add (ids, tl_record_get_id (tl_factor_row_get_factor (TL_FACTOR_ROW (row))));
    }
  return g_strv_builder_end (ids);
}

/**
 * tl_factor_list_find:
 * @id: id of a factor
 * @position: (out) (optional): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
tl_factor_list_find (TlFactorList *self,
                     const char   *id,
                     guint        *position)
{
  g_return_val_if_fail (TL_IS_FACTOR_LIST (self) && id != NULL, FALSE);

  for (guint i = 0; i < tl_factor_list_get_n (self); i++)
    if (g_str_equal (tl_record_get_id (tl_factor_row_get_factor (TL_FACTOR_ROW (get_row (self, i)))), id))
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_at (TlFactorList *self,
       guint         position,
       TlRecord     *factor)
{
  g_autoptr (TlRecord) there = g_list_model_get_item (G_LIST_MODEL (self->factors), position);
  return there == factor;
}

/**
 * tl_factor_list_show:
 * @factors: (element-type TlRecord): what is to be shown
 *
 * Shows these factors as the review says them now. Rows of what was shown before stay, and with them the keyboard.
 */
void
tl_factor_list_show (TlFactorList *self,
                     GPtrArray    *factors)
{
  g_return_if_fail (TL_IS_FACTOR_LIST (self) && factors != NULL);

  guint n = tl_factor_list_get_n (self), first = 0, same = 0;

  while (first < n && first < factors->len && is_at (self, first, g_ptr_array_index (factors, first)))
    first++;
  while (same < n - first && same < factors->len - first
         && is_at (self, n - same - 1, g_ptr_array_index (factors, factors->len - same - 1)))
    same++;

  self->following = TRUE;
  g_list_store_splice (self->factors, first, n - first - same, factors->pdata + first, factors->len - first - same);
  self->following = FALSE;
  for (guint i = 0; i < factors->len; i++)
    tl_factor_row_refresh (TL_FACTOR_ROW (get_row (self, i)), tl_selection_get_review (self->selection), self->method);
  follow (self);
}

/**
 * tl_factor_list_focus:
 * @position: of a row; the last one where there are not so many
 *
 * Returns: whether a row has taken the keyboard
 */
gboolean
tl_factor_list_focus (TlFactorList *self,
                      guint         position)
{
  g_return_val_if_fail (TL_IS_FACTOR_LIST (self), FALSE);

  guint n = tl_factor_list_get_n (self);
  return n > 0 && gtk_widget_grab_focus (GTK_WIDGET (get_row (self, MIN (position, n - 1))));
}
