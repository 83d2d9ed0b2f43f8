/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where factors from several episodes are gathered into patterns: at one side those that are in none, beside them the
 * patterns under the categories of the method. */
#include "config.h"

#include "ui/findings/tl-patterns-private.h"

#include <glib/gi18n.h>

#include "ui/findings/tl-factor-row.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-phrase.h"

#define TRAY_WIDTH 250

/* Below so many pixels the tray stands above the board and not beside it. */
#define NARROW 560
#define TRAY_HEIGHT 260

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPatternsPage, tl_patterns_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

static TlReview *
get_review (TlPatternsPage *self)
{
  return tl_selection_get_review (self->selection);
}

static gboolean
has_any (TlPatternsPage *self,
         const char     *kind)
{
  return tl_record_list_get_n (tl_review_get_list (get_review (self), kind)) > 0;
}

/* The board is made of what is seen only: a hundred edits on another page cost nothing here. */
static void
refresh (TlPatternsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  tl_factor_tray_refresh (self->tray);
  tl_pattern_board_refresh (self->board);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    has_any (self, "factor") || has_any (self, "pattern") ? "patterns" : "empty");
  _tl_patterns_actions_update (self);
}

/* What has the keyboard */

static GtkWidget *
get_focused (TlPatternsPage *self,
             GType           type)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *found = focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;

  return found != NULL && gtk_widget_is_ancestor (found, GTK_WIDGET (self)) ? found : NULL;
}

/**
 * _tl_patterns_get_card:
 *
 * Returns: (transfer none) (nullable): the card with the keyboard, or else of the pattern that is selected
 */
TlPatternCard *
_tl_patterns_get_card (TlPatternsPage *self)
{
  GtkWidget *card = get_focused (self, TL_TYPE_PATTERN_CARD);
  const char *selected = tl_selection_get_primary_id (self->selection);

  if (card != NULL)
    return TL_PATTERN_CARD (card);
  return selected != NULL ? tl_pattern_board_find (self->board, selected) : NULL;
}

/**
 * _tl_patterns_get_list:
 *
 * Returns: (transfer none) (nullable): the list of factors with the keyboard
 */
TlFactorList *
_tl_patterns_get_list (TlPatternsPage *self)
{
  GtkWidget *list = get_focused (self, TL_TYPE_FACTOR_LIST);
  return list != NULL ? TL_FACTOR_LIST (list) : NULL;
}

/**
 * _tl_patterns_dup_factors:
 *
 * Returns: (transfer full): the ids of the factors that are selected, in the order in which they were
 */
GStrv
_tl_patterns_dup_factors (TlPatternsPage *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < tl_selection_get_n (self->selection); i++)
    {
      const char *id = tl_selection_get_id (self->selection, i);

      if (tl_record_is (tl_review_lookup (get_review (self), id), "factor"))
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

/* TlPage */

static gboolean
tl_patterns_page_shows (TlPage   *page,
                        TlRecord *record)
{
  return tl_record_is (record, "pattern") || tl_record_is (record, "factor");
}

static void
tl_patterns_page_reveal (TlPage     *page,
                         const char *id)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (page);
  TlPatternCard *card = tl_pattern_board_find (self->board, id);
  TlFactorList *list = tl_factor_tray_get_list (self->tray);
  guint position;

  if (card != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (card));
      return;
    }
  card = tl_pattern_board_find_holding (self->board, id);
  if (card != NULL)
    {
      tl_pattern_card_unfold (card);
      list = tl_pattern_card_get_list (card);
    }
  if (tl_factor_list_find (list, id, &position))
    tl_factor_list_focus (list, position);
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->shows = tl_patterns_page_shows;
  iface->reveal = tl_patterns_page_reveal;
}

/* Parts */

static GtkWidget *
make_empty (TlPatternsPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = tl_label_button_new (_("To the _Graph"));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.page::graph");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "view-grid-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Nothing to gather yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Once there are contributory factors, those that keep coming back, in one "
                                     "episode after another, are gathered here into underlying patterns."));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static GtkWidget *
make_button (TlPatternsPage *self,
             const char     *label,
             const char     *title,
             const char     *action)
{
  GtkWidget *button = tl_label_button_new (label);
  g_autofree char *phrase = tl_review_dup_phrase (get_review (self), title);
  g_autofree char *tooltip = tl_accels_dup_tooltip (phrase, action);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  tl_phrase_bind (button, "label", get_review (self), label);
  tl_phrase_bind_name (button, get_review (self), title);
  return button;
}

static GtkWidget *
make_bar (TlPatternsPage *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "column-spacing", 6,
                                 "row-spacing", 6, "max-children-per-line", 4, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_TOOLBAR, NULL);
  GtkWidget *buttons[] = {
    make_button (self, _("_Gather"), _("Gather into a pattern"), "patterns.gather"),
    make_button (self, _("_Put into…"), _("Put into a pattern"), "patterns.put-into"),
    make_button (self, _("_Make a {Finding}"), _("Make a {finding} of the pattern"), "patterns.make-finding('')"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), buttons[i]);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (bar), child);
    }
  gtk_widget_add_css_class (bar, "pattern-bar");
  return bar;
}

static GtkWidget *
make_patterns (TlPatternsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->tray = TL_FACTOR_TRAY (tl_factor_tray_new (self->selection, self->method));
  self->board = TL_PATTERN_BOARD (tl_pattern_board_new (self->selection, self->method));
  gtk_paned_set_start_child (GTK_PANED (self->paned), GTK_WIDGET (self->tray));
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_end_child (GTK_PANED (self->paned), GTK_WIDGET (self->board));
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_position (GTK_PANED (self->paned), TRAY_WIDTH);
  gtk_widget_set_vexpand (self->paned, TRUE);
  if (!tl_review_get_read_only (get_review (self)))
    gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->paned);
  return box;
}

/* GtkWidget overrides */

static gboolean
narrow_cb (gpointer user_data)
{
  TlPatternsPage *self = user_data;

  self->narrow_id = 0;
  self->narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_position (GTK_PANED (self->paned), self->narrow ? TRAY_HEIGHT : TRAY_WIDTH);
  return G_SOURCE_REMOVE;
}

static void
tl_patterns_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (TL_PATTERNS_PAGE (widget)->stack, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
tl_patterns_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);

  gtk_widget_allocate (self->stack, width, height, baseline, NULL);
  if ((width < NARROW) != self->narrow && self->narrow_id == 0)
    self->narrow_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, narrow_cb, self, NULL);
}

static void
tl_patterns_page_map (GtkWidget *widget)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);

  GTK_WIDGET_CLASS (tl_patterns_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static gboolean
tl_patterns_page_grab_focus (GtkWidget *widget)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlPatternCard *card = _tl_patterns_get_card (self);

  if (card != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (card));
  return tl_factor_list_focus (tl_factor_tray_get_list (self->tray), 0)
         || gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_patterns_page_dispose (GObject *object)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->method);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_patterns_page_parent_class)->dispose (object);
}

static void
tl_patterns_page_class_init (TlPatternsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_patterns_page_dispose;
  widget_class->map = tl_patterns_page_map;
  widget_class->grab_focus = tl_patterns_page_grab_focus;
  widget_class->measure = tl_patterns_page_measure;
  widget_class->size_allocate = tl_patterns_page_size_allocate;
  _tl_patterns_actions_class_init (widget_class);
}

static void
tl_patterns_page_init (TlPatternsPage *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it looks at its own width */
  self->stale = TRUE;
}

/**
 * tl_patterns_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_patterns_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlPatternsPage *self = g_object_new (TL_TYPE_PATTERNS_PAGE, NULL);
  const char *method = tl_record_get_text (tl_review_get_subject (tl_selection_get_review (selection)), "method");

  self->selection = g_object_ref (selection);
  self->method = method != NULL ? tl_method_lookup (method, NULL) : NULL;
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_patterns (self), "patterns");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  _tl_patterns_menu_init (self);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (_tl_patterns_actions_update), self, G_CONNECT_SWAPPED);
  _tl_patterns_actions_update (self);
  return GTK_WIDGET (self);
}
