/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown when no review is open: begin one, open one, go on with a recent one, look at the sample. It also says
 * why a file could not be opened. */
#include "config.h"

#include "ui/window/tl-welcome-window.h"

#include <glib/gi18n.h>

#define MAX_RECENT 8

struct _TlWelcomeWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkRevealer         *error_revealer;
  GtkLabel            *error_title;
  GtkLabel            *error_label;
  AdwPreferencesGroup *recent_group;

  GPtrArray *recent; /* rows; they belong to the group */
};

G_DEFINE_FINAL_TYPE (TlWelcomeWindow, tl_welcome_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_is_local (info) && gtk_recent_info_exists (info)
         && (gtk_recent_info_has_application (info, TL_APPLICATION_ID)
             || g_str_has_suffix (gtk_recent_info_get_uri (info), ".throughline"));
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
add_recent (TlWelcomeWindow *self,
            GtkRecentInfo   *info)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = gtk_recent_info_get_display_name (info);
  g_autofree char *place = gtk_recent_info_get_uri_display (info);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (place != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (place, -1);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  adw_preferences_group_add (self->recent_group, row);
  g_ptr_array_add (self->recent, row);
}

static void
fill_recent (TlWelcomeWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  for (guint i = 0; i < self->recent->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->recent, i));
  g_ptr_array_set_size (self->recent, 0);

  items = g_list_sort (items, compare_visits);
  for (GList *item = items; item != NULL && n < MAX_RECENT; item = item->next)
    if (is_ours (item->data))
      {
        add_recent (self, item->data);
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), n > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
tl_welcome_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_WELCOME_WINDOW);
  G_OBJECT_CLASS (tl_welcome_window_parent_class)->dispose (object);
}

static void
tl_welcome_window_finalize (GObject *object)
{
  g_ptr_array_unref (TL_WELCOME_WINDOW (object)->recent);
  G_OBJECT_CLASS (tl_welcome_window_parent_class)->finalize (object);
}

static void
tl_welcome_window_class_init (TlWelcomeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_welcome_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_welcome_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/window/tl-welcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWelcomeWindow, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomeWindow, error_title);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomeWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomeWindow, recent_group);
}

static void
tl_welcome_window_init (TlWelcomeWindow *self)
{
  self->recent = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent), self,
                           G_CONNECT_SWAPPED);
  fill_recent (self);
}

/**
 * tl_welcome_window_new:
 * @application: (nullable): the application
 *
 * Returns: (transfer floating): the window, not yet presented
 */
GtkWidget *
tl_welcome_window_new (GtkApplication *application)
{
  return g_object_new (TL_TYPE_WELCOME_WINDOW, "application", application, NULL);
}

/**
 * tl_welcome_window_show_error:
 * @title: what failed
 * @sentence: why, and what to do
 */
void
tl_welcome_window_show_error (TlWelcomeWindow *self,
                              const char      *title,
                              const char      *sentence)
{
  g_return_if_fail (TL_IS_WELCOME_WINDOW (self) && title != NULL && sentence != NULL);

  gtk_label_set_text (self->error_title, title);
  gtk_label_set_text (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}
