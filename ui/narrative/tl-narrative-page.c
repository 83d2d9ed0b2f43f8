/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the narrative: the case along time with its bar of tools, and beneath it the events as a table; in their
 * place, when one is opened, a key practice episode. */
#include "config.h"

#include "ui/narrative/tl-narrative-page.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "ui/narrative/tl-episode-editor.h"
#include "ui/narrative/tl-narrative-table.h"
#include "ui/narrative/tl-narrative-view.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-settings.h"

/* Pixels that each part has at least. */
#define MIN_VIEW_HEIGHT 160
#define MIN_LOWER_HEIGHT 180

struct _TlNarrativePage
{
  AdwBin parent_instance;

  /* Owned */
  TlSelection *selection;
  TlNarrative *narrative;

  /* Children */
  GtkStack        *stack; /* the time, or an episode */
  GtkWidget       *time;
  TlEpisodeEditor *episode;
  TlNarrativeView *view;
  GtkMenuButton   *date_button;
  GtkWidget       *lower; /* what is beneath the lanes */
};

enum {
  PROP_0,
  PROP_TABLE_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlNarrativePage, tl_narrative_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

static gboolean
is_episode_shown (TlNarrativePage *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->episode);
}

/* TlPage */

static gboolean
tl_narrative_page_shows (TlPage   *page,
                         TlRecord *record)
{
  return tl_narrative_view_shows (TL_NARRATIVE_PAGE (page)->view, record);
}

static void
tl_narrative_page_reveal (TlPage     *page,
                          const char *id)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (page);
  TlRecord *record = tl_review_lookup (tl_selection_get_review (self->selection), id);

  if (is_episode_shown (self) && record != NULL && tl_record_is (record, "episode"))
    return;
  gtk_stack_set_visible_child (self->stack, self->time);
  tl_narrative_view_reveal (self->view, id);
}

static void
tl_narrative_page_flush (TlPage *page)
{
  tl_episode_editor_flush (TL_NARRATIVE_PAGE (page)->episode);
}

static void
tl_narrative_page_set_tunnel (TlPage   *page,
                              TlTunnel *tunnel)
{
  tl_narrative_view_set_tunnel (TL_NARRATIVE_PAGE (page)->view, tunnel);
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->set_tunnel = tl_narrative_page_set_tunnel;
  iface->flush = tl_narrative_page_flush;
  iface->shows = tl_narrative_page_shows;
  iface->reveal = tl_narrative_page_reveal;
}

static gboolean
get_table_shown (TlNarrativePage *self)
{
  return self->lower != NULL && gtk_widget_get_visible (self->lower);
}

static void
show_table (TlNarrativePage *self,
            gboolean         shown)
{
  if (shown == get_table_shown (self))
    return;
  gtk_widget_set_visible (self->lower, shown);
  tl_settings_set_bool ("narrative-table", shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE_SHOWN]);
}

/* Episodes */

static void
stack_changed_cb (TlNarrativePage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.close-episode", is_episode_shown (self));
}

static void
show_episode (TlNarrativePage *self,
              TlRecord        *episode)
{
  tl_episode_editor_set_episode (self->episode, episode);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->episode));
  if (episode != NULL)
    tl_selection_set_one (self->selection, tl_record_get_id (episode));
  gtk_widget_grab_focus (GTK_WIDGET (self->episode));
}

static void
open_episode (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (widget);
  TlRecord *episode
    = tl_review_lookup (tl_selection_get_review (self->selection), g_variant_get_string (parameter, NULL));

  if (episode != NULL && tl_record_is (episode, "episode"))
    show_episode (self, episode);
}

/* The episode that is selected, or that what is selected belongs to, or the first. */
static void
episodes (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (widget);
  TlRecord *record = tl_selection_get_primary (self->selection);

  show_episode (self, tl_episode_editor_find (self->episode, record));
}

static void
close_episode (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (widget);
  g_autofree char *id = NULL;

  if (tl_episode_editor_get_episode (self->episode) != NULL)
    id = g_strdup (tl_record_get_id (tl_episode_editor_get_episode (self->episode)));
  gtk_stack_set_visible_child (self->stack, self->time);
  tl_episode_editor_set_episode (self->episode, NULL);
  if (id != NULL && tl_review_lookup (tl_selection_get_review (self->selection), id) != NULL)
    {
      tl_selection_set_one (self->selection, id);
      tl_narrative_view_reveal (self->view, id);
    }
  gtk_widget_grab_focus (widget);
}

/* Going to a date */

static void
go_to_date (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_menu_button_popup (TL_NARRATIVE_PAGE (widget)->date_button);
}

static void
date_typed_cb (TlNarrativePage *self,
               GtkEntry        *entry)
{
  g_autoptr (GError) error = NULL;
  gint64 from, to;
  TlDate date;

  if (!tl_date_read (gtk_editable_get_text (GTK_EDITABLE (entry)), &date, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error->message);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error->message, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), NULL);
  gtk_menu_button_popdown (self->date_button);
  tl_date_get_bounds (&date, &from, &to);
  tl_narrative_view_zoom_to (self->view, from, to);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GtkWidget *
make_date_button (TlNarrativePage *self)
{
  GtkWidget *popover = gtk_popover_new (), *entry = gtk_entry_new ();
  g_autofree char *tooltip = tl_accels_dup_tooltip (_("Go to a date"), "narrative.go-to-date");

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("17 May 2010, spring 2009"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date to go to"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (date_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);

  self->date_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->date_button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->date_button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->date_button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Go to a date"), -1);
  return GTK_WIDGET (self->date_button);
}

/* Parts */

static void
tool_clicked_cb (TlNarrativePage *self,
                 GtkWidget       *button)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), gtk_widget_get_name (button), NULL);
}

static GtkWidget *
make_tool (TlNarrativePage *self,
           const char      *icon,
           const char      *label,
           const char      *action)
{
  GtkWidget *button = tl_icon_button_new (icon, label);
  g_autofree char *tooltip = tl_accels_dup_tooltip (label, action);

  gtk_widget_set_name (button, action);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tool_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_table_button (void)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *tooltip = tl_accels_dup_tooltip (_("Events as a table"), "narrative.table");

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "narrative.table");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events as a table"), -1);
  return button;
}

static GtkWidget *
make_bar (TlNarrativePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *spacer = gtk_label_new (NULL);

  gtk_widget_add_css_class (bar, "toolbar");
  if (!tl_review_get_read_only (tl_selection_get_review (self->selection)))
    {
      gtk_box_append (GTK_BOX (bar), make_tool (self, "list-add-symbolic", _("Add event"), "narrative.add-event"));
      gtk_box_append (GTK_BOX (bar), make_tool (self, "folder-new-symbolic", _("Add event to episode"),
                                                "narrative.add-to-episode"));
      gtk_box_append (GTK_BOX (bar), make_tool (self, "document-open-symbolic", _("Import a chronology"),
                                                "win.import-chronology"));
    }
  gtk_box_append (GTK_BOX (bar), make_tool (self, "view-paged-symbolic", _("Key practice episodes"),
                                            "narrative.episodes"));
  gtk_widget_set_hexpand (spacer, TRUE);
  gtk_box_append (GTK_BOX (bar), spacer);
  gtk_box_append (GTK_BOX (bar), make_date_button (self));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "zoom-out-symbolic", _("Zoom out"), "narrative.zoom-out"));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "zoom-in-symbolic", _("Zoom in"), "narrative.zoom-in"));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "zoom-fit-best-symbolic", _("All of the time"), "narrative.fit"));
  gtk_box_append (GTK_BOX (bar), make_table_button ());
  return bar;
}

static GtkWidget *
make_lower (TlNarrativePage *self)
{
  self->lower = tl_narrative_table_new (self->narrative, self->selection);
  gtk_widget_set_size_request (self->lower, -1, MIN_LOWER_HEIGHT);
  gtk_widget_set_visible (self->lower, tl_settings_get_bool ("narrative-table"));
  return self->lower;
}

static GtkWidget *
make_view (TlNarrativePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = TL_NARRATIVE_VIEW (tl_narrative_view_new (self->narrative, self->selection));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_ALWAYS, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_size_request (scroller, -1, MIN_VIEW_HEIGHT);
  return scroller;
}

static GtkWidget *
make_content (TlNarrativePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  gtk_paned_set_start_child (GTK_PANED (paned), make_view (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_end_child (GTK_PANED (paned), make_lower (self));
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), paned);
  return box;
}

/* GtkWidget overrides */

static gboolean
tl_narrative_page_grab_focus (GtkWidget *widget)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (widget);

  if (is_episode_shown (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->episode));
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_narrative_page_dispose (GObject *object)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->lower = NULL;
  g_clear_object (&self->narrative);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_narrative_page_parent_class)->dispose (object);
}

static void
tl_narrative_page_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property == PROP_TABLE_SHOWN)
    g_value_set_boolean (value, get_table_shown (TL_NARRATIVE_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
tl_narrative_page_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (property == PROP_TABLE_SHOWN)
    show_table (TL_NARRATIVE_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
tl_narrative_page_class_init (TlNarrativePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_narrative_page_dispose;
  object_class->get_property = tl_narrative_page_get_property;
  object_class->set_property = tl_narrative_page_set_property;
  widget_class->grab_focus = tl_narrative_page_grab_focus;

  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "narrative.table", "table-shown");
  gtk_widget_class_install_action (widget_class, "narrative.go-to-date", NULL, go_to_date);
  gtk_widget_class_install_action (widget_class, "narrative.episodes", NULL, episodes);
  gtk_widget_class_install_action (widget_class, "narrative.open-episode", "s", open_episode);
  gtk_widget_class_install_action (widget_class, "narrative.close-episode", NULL, close_episode);
  tl_accels_install (widget_class, "narrative.episodes");
  tl_accels_install (widget_class, "narrative.close-episode");
  tl_accels_install (widget_class, "narrative.table");
  tl_accels_install (widget_class, "narrative.go-to-date");
}

static void
tl_narrative_page_init (TlNarrativePage *self)
{
}

/**
 * tl_narrative_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_narrative_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlNarrativePage *self = g_object_new (TL_TYPE_NARRATIVE_PAGE, NULL);

  self->selection = g_object_ref (selection);
  self->narrative = tl_narrative_new (tl_selection_get_review (selection));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->time = make_content (self);
  self->episode = TL_EPISODE_EDITOR (tl_episode_editor_new (selection));
  gtk_stack_add_child (self->stack, self->time);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->episode));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (stack_changed_cb), self,
                           G_CONNECT_SWAPPED);
  stack_changed_cb (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}
