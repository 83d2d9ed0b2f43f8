/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of factors and patterns on the patterns' page. */
#include "config.h"

#include "ui/findings/tl-patterns-private.h"

#include <glib/gi18n.h>

#include "model/review/tl-review-terms.h"
#include "ui/findings/tl-factor-row.h"
#include "ui/widgets/tl-context-menu.h"

static void
append_category (GMenu      *menu,
                 const char *label,
                 const char *pattern,
                 const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "patterns.set-category", "(ss)", pattern, key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_categories (TlPatternsPage *self,
                   const char     *pattern)
{
  GMenu *menu = g_menu_new ();
  guint n = 0;
  const TlMethodEntry *categories
      = self->method != NULL ? tl_method_get_entries (self->method, TL_VOCABULARY_PATTERN_CATEGORY, &n) : NULL;

  append_category (menu, _("No Category Yet"), pattern, "");
  for (guint i = 0; i < n; i++)
    append_category (menu, categories[i].title, pattern, categories[i].key);
  return G_MENU_MODEL (menu);
}

static void
append_of_pattern (TlPatternsPage *self,
                   GMenu          *menu,
                   TlRecord       *pattern)
{
  const char *id = tl_record_get_id (pattern);
  g_autoptr (GMenu) make = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenuModel) categories = create_categories (self, id);
  g_autofree char *wording = tl_review_dup_phrase (tl_selection_get_review (self->selection),
                                                   _("Make a {Finding} of It"));
  g_autoptr (GMenuItem) finding = g_menu_item_new (wording, NULL);

  g_menu_item_set_action_and_target (finding, "patterns.make-finding", "s", id);
  g_menu_append_item (make, finding);
  g_menu_append (make, _("Name and Explain It"), "patterns.activate");
  g_menu_append_submenu (make, _("Category"), categories);
  g_menu_append (remove, _("Remove the Pattern"), "patterns.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (make));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
}

static void
append_of_factors (GMenu    *menu,
                   gboolean  of_pattern)
{
  g_autoptr (GMenu) gather = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  g_menu_append (gather, _("Gather into a New Pattern"), "patterns.gather");
  g_menu_append (gather, of_pattern ? _("Move to Another Pattern…") : _("Put into a Pattern…"), "patterns.put-into");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (gather));
  if (!of_pattern)
    return;
  g_menu_append (remove, _("Take Out of the Pattern"), "patterns.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
}

static GMenuModel *
create_menu (TlPatternsPage *self)
{
  GMenu *menu = g_menu_new ();
  TlFactorList *list = _tl_patterns_get_list (self);
  TlPatternCard *card = _tl_patterns_get_card (self);

  if (list != NULL)
    append_of_factors (menu, tl_factor_list_get_pattern (list) != NULL);
  else if (card != NULL)
    append_of_pattern (self, menu, tl_pattern_card_get_pattern (card));
  return G_MENU_MODEL (menu);
}

static void
popup_at (TlPatternsPage *self,
          double          x,
          double          y)
{
  g_autoptr (GMenuModel) menu = create_menu (self);

  if (g_menu_model_get_n_items (menu) > 0)
    tl_context_menu_popup (GTK_WIDGET (self), &self->menu, menu, (int) x, (int) y);
}

/* Selects what the menu is to be about, unless it is selected, and gives it the keyboard. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlPatternsPage  *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TL_TYPE_FACTOR_ROW) : NULL;
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, TL_TYPE_PATTERN_CARD) : NULL;

  if (row == NULL && card == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row != NULL ? row : card);
  if (row != NULL && !gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
    tl_selection_set_one (self->selection, tl_record_get_id (tl_factor_row_get_factor (TL_FACTOR_ROW (row))));
  popup_at (self, x, y);
}

/**
 * _tl_patterns_menu_init:
 *
 * Has the menu open where the pointer asks for it.
 */
void
_tl_patterns_menu_init (TlPatternsPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  if (tl_review_get_read_only (tl_selection_get_review (self->selection)))
    return;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * _tl_patterns_menu_popup:
 *
 * Opens the menu at what has the keyboard.
 */
void
_tl_patterns_menu_popup (TlPatternsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds)
      || tl_review_get_read_only (tl_selection_get_review (self->selection)))
    return;
  popup_at (self, bounds.origin.x + 24, bounds.origin.y + MIN (bounds.size.height, 48) / 2);
}
