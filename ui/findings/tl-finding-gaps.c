/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a finding is, and what it does not say yet: a list that opens, each line of which leads to where it could be
 * said. It stands above the page, so that nothing moves while somebody writes. */
#include "config.h"

#include "ui/findings/tl-finding-gaps.h"

#include <glib/gi18n.h>

#include "model/case/tl-finding.h"

#define LIST_WIDTH 380

struct _TlFindingGaps
{
  AdwBin parent_instance;

  GtkWidget *length;
  GtkWidget *button;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TlFindingGaps, tl_finding_gaps, ADW_TYPE_BIN)

static void
row_activated_cb (TlFindingGaps *self,
                  GtkListBoxRow *row)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_activate_action (GTK_WIDGET (self), "finding.go-to", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static GtkWidget *
make_row (const TlFindingGap *gap)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_name (row, gap->place);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gap->sentence);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Take me there"));
  return row;
}

static void
make_popover (TlFindingGaps *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "gaps");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What it does not say yet"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
}

static void
tl_finding_gaps_class_init (TlFindingGapsClass *klass)
{
}

static void
tl_finding_gaps_init (TlFindingGaps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->length = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->length), 0);
  gtk_label_set_wrap (GTK_LABEL (self->length), TRUE);
  gtk_widget_set_hexpand (self->length, TRUE);
  gtk_widget_add_css_class (self->length, "dim-label");
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _("What it does not say yet; it may well stay without"));
  make_popover (self);
  gtk_box_append (GTK_BOX (box), self->length);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_finding_gaps_new:
 *
 * Returns: (transfer floating): the gaps of no finding yet
 */
GtkWidget *
tl_finding_gaps_new (void)
{
  return g_object_new (TL_TYPE_FINDING_GAPS, NULL);
}

/**
 * tl_finding_gaps_show:
 * @n_characters: how long the finding is
 * @gaps: (element-type TlFindingGap): what is open in it
 */
void
tl_finding_gaps_show (TlFindingGaps *self,
                      guint          n_characters,
                      GPtrArray     *gaps)
{
  g_return_if_fail (TL_IS_FINDING_GAPS (self) && gaps != NULL);

  g_autofree char *length = tl_finding_dup_length (n_characters);
  g_autofree char *open
      = gaps->len == 0 ? g_strdup (_("Nothing is open"))
                       : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is open", "%u things are open",
                                                       gaps->len),
                                          gaps->len);
  GtkWidget *row;

  gtk_label_set_text (GTK_LABEL (self->length), length);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), open);
  gtk_widget_set_sensitive (self->button, gaps->len > 0);
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < gaps->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_ptr_array_index (gaps, i)));
}
