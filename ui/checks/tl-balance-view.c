/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened and why: where the review tells the one and not yet the other, a row a side of it, each opened to its
 * places. It points and does not judge: nothing is added up, and nothing has to be done. */
#include "config.h"

#include "ui/checks/tl-balance-view.h"

#include <glib/gi18n.h>

#include "model/checks/tl-balance.h"

struct _TlBalanceView
{
  AdwPreferencesGroup parent_instance;

  TlCheckList *checks;                    /* owned */
  GtkWidget   *sides[TL_N_BALANCE_SIDES]; /* an expander row each */
  GPtrArray   *rows[TL_N_BALANCE_SIDES];  /* what they hold; the widgets belong to them */
  guint        source;
};

G_DEFINE_FINAL_TYPE (TlBalanceView, tl_balance_view, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_row (const TlBalanceItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->message);
  gtk_widget_set_tooltip_text (row, _("Take me there"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->record_id != NULL ? item->record_id : "graph");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), item->record_id != NULL ? "win.reveal" : "win.page");
  return row;
}

static gboolean
is_shown (TlBalanceView *self,
          TlBalanceSide  side,
          GPtrArray     *items)
{
  if (items->len != self->rows[side]->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const TlBalanceItem *item = g_ptr_array_index (items, i);
      AdwPreferencesRow *row = g_ptr_array_index (self->rows[side], i);

      if (!g_str_equal (item->message, adw_preferences_row_get_title (row)))
        return FALSE;
    }
  return TRUE;
}

/* A side in which nothing changed stays as it is, with the keyboard in it. */
static void
show_side (TlBalanceView *self,
           TlBalanceSide  side,
           GPtrArray     *items)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self->sides[side]);

  adw_expander_row_set_subtitle (expander, items->len > 0 ? tl_balance_side_get_question (side)
                                                          : tl_balance_side_get_done (side));
  adw_expander_row_set_enable_expansion (expander, items->len > 0);
  if (is_shown (self, side, items))
    return;
  for (guint i = 0; i < self->rows[side]->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (self->rows[side], i));
  g_ptr_array_set_size (self->rows[side], 0);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = make_row (g_ptr_array_index (items, i));

      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (self->rows[side], row);
    }
}

/* Callbacks */

static gboolean
refresh_cb (gpointer user_data)
{
  TlBalanceView *self = user_data;

  self->source = 0;
  tl_balance_view_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Once for however many changes, after the rules have run; while nobody sees it, not at all. */
static void
changed_cb (TlBalanceView *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_LOW + 1, refresh_cb, self, NULL);
}

/* GtkWidget overrides */

static void
tl_balance_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_balance_view_parent_class)->map (widget);
  changed_cb (TL_BALANCE_VIEW (widget));
}

/* GObject overrides */

static void
tl_balance_view_dispose (GObject *object)
{
  TlBalanceView *self = TL_BALANCE_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->checks);
  G_OBJECT_CLASS (tl_balance_view_parent_class)->dispose (object);
}

static void
tl_balance_view_finalize (GObject *object)
{
  for (guint i = 0; i < TL_N_BALANCE_SIDES; i++)
    g_ptr_array_unref (TL_BALANCE_VIEW (object)->rows[i]);
  G_OBJECT_CLASS (tl_balance_view_parent_class)->finalize (object);
}

static void
tl_balance_view_class_init (TlBalanceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_balance_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_balance_view_finalize;
  GTK_WIDGET_CLASS (klass)->map = tl_balance_view_map;
}

static void
tl_balance_view_init (TlBalanceView *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What happened, and why"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Where the review says what happened and not yet why. It is there to think "
                                           "with; nothing has to be done."));
  for (guint i = 0; i < TL_N_BALANCE_SIDES; i++)
    {
      self->rows[i] = g_ptr_array_new ();
      self->sides[i] = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sides[i]), tl_balance_side_get_title (i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->sides[i]);
    }
}

/**
 * tl_balance_view_new:
 * @checks: what the rules find in a review
 *
 * Returns: (transfer floating): a view, which fills when it is seen
 */
GtkWidget *
tl_balance_view_new (TlCheckList *checks)
{
  g_return_val_if_fail (TL_IS_CHECK_LIST (checks), NULL);

  TlBalanceView *self = g_object_new (TL_TYPE_BALANCE_VIEW, NULL);

  self->checks = g_object_ref (checks);
  g_signal_connect_object (tl_check_list_get_review (checks), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (checks, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_balance_view_refresh:
 *
 * Looks again now, for whoever can't wait for the main loop.
 */
void
tl_balance_view_refresh (TlBalanceView *self)
{
  g_return_if_fail (TL_IS_BALANCE_VIEW (self));

  g_autoptr (GPtrArray) items = tl_balance_find (self->checks);

  for (guint side = 0; side < TL_N_BALANCE_SIDES; side++)
    {
      g_autoptr (GPtrArray) of_side = g_ptr_array_new ();

      for (guint i = 0; i < items->len; i++)
        if (((TlBalanceItem *) g_ptr_array_index (items, i))->side == side)
          g_ptr_array_add (of_side, g_ptr_array_index (items, i));
      show_side (self, side, of_side);
    }
}
