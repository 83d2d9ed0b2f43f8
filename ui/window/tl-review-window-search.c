/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching from the window's header bar, and going to what was found. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "ui/evidence/tl-sources-page.h"
#include "ui/fields/tl-text-row.h"
#include "ui/search/tl-search-panel.h"
#include "ui/widgets/tl-accels.h"

static void
search (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  gtk_menu_button_popup (TL_REVIEW_WINDOW (widget)->search_button);
}

/* A text is read on its page, with what was found selected. */
static void
reveal_in_text (TlReviewWindow *self,
                TlRecord       *source,
                guint           start,
                guint           end)
{
  g_autofree char *id = g_strdup (tl_record_get_id (source));

  if (self->sources == NULL)
    return;
  _tl_review_window_flush (self);
  tl_selection_set_one (self->selection, id);
  tl_review_window_show_page (self, "sources");
  tl_sources_page_show_text (self->sources, id, start, end);
  _tl_review_window_leave_search (self);
}

/* Any other field is in the inspector, if it is anywhere. */
static void
reveal_in_field (TlReviewWindow *self,
                 TlRecord       *record,
                 const char     *field,
                 guint           start,
                 guint           end)
{
  tl_review_window_reveal (self, tl_record_get_id (record));
  _tl_review_window_leave_search (self);

  GtkWidget *row = tl_inspector_find_row (self->inspector, field);

  if (row != NULL && TL_IS_TEXT_ROW (row))
    tl_text_row_select (TL_TEXT_ROW (row), start, end);
}

static void
reveal_passage (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  guint index, start, end;
  const char *id;

  g_variant_get (parameter, "(&suuu)", &id, &index, &start, &end);

  TlRecord *record = tl_review_lookup (self->review, id);

  if (record == NULL || index >= tl_record_get_kind (record)->n_fields)
    return;

  const TlField *field = &tl_record_get_kind (record)->fields[index];

  if (field->type == TL_FIELD_BODY)
    reveal_in_text (self, record, start, end);
  else
    reveal_in_field (self, record, field->name, start, end);
}

/* The popover opens with the entry at hand; closed, it gives the keyboard back to where it was. */
static void
shown_cb (TlReviewWindow *self)
{
  tl_search_panel_begin (TL_SEARCH_PANEL (gtk_popover_get_child (self->search_popover)));
}

static void
about_to_show_cb (GtkMenuButton *button,
                  gpointer       data)
{
  TlReviewWindow *self = data;

  g_set_weak_pointer (&self->before_search, gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
close_cb (TlReviewWindow *self)
{
  GtkWidget *before = self->before_search;

  gtk_popover_popdown (self->search_popover);
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

/* After going to what was found: the keyboard is there too. */
void
_tl_review_window_leave_search (TlReviewWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_popover)))
    return;
  gtk_popover_popdown (self->search_popover);
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
_tl_review_window_add_search (TlReviewWindow *self)
{
  GtkWidget *panel = tl_search_panel_new (self->review);
  g_autofree char *tooltip = tl_accels_dup_tooltip (_("Search everything"), "win.search");

  gtk_popover_set_child (self->search_popover, panel);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->search_button), tooltip);
  gtk_menu_button_set_create_popup_func (self->search_button, about_to_show_cb, self, NULL);
  g_signal_connect_object (self->search_popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "close", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
}

void
_tl_review_window_install_search_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.search", NULL, search);
  gtk_widget_class_install_action (klass, "win.reveal-passage", "(suuu)", reveal_passage);
}
