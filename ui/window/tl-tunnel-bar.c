/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through whose eyes the case is seen, and when: a role, a date in words, and a slider over the time of the case that
 * stops where something came to be known. Says what one sees, and what occupied the role. It is there only while the
 * tunnel is open; Escape closes it. */
#include "config.h"

#include "ui/window/tl-tunnel-bar.h"

#include <glib/gi18n.h>

#include "model/case/tl-tunnel-words.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-wrapped.h"

/* More stops than this are not told apart on the slider. */
#define MAX_TICKS 80

struct _TlTunnelBar
{
  AdwBin parent_instance;

  /* Owned */
  TlTunnel  *tunnel;
  GPtrArray *roles; /* ids, in the order of the choice after "anyone" */

  /* Children */
  GtkWidget *box;
  GtkWidget *role;
  GtkWidget *date;
  GtkWidget *sentence;
  GtkWidget *back;
  GtkWidget *scale;
  GtkWidget *forth;
  GtkWidget *message;
  GtkWidget *occupied;
  GtkWidget *before; /* weak: what had the keyboard when the bar was opened */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TlTunnelBar, tl_tunnel_bar, ADW_TYPE_BIN)

/* Showing the view */

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  TlRecord *one = *(TlRecord *const *) a, *other = *(TlRecord *const *) b;
  gint64 place = tl_record_get_int (one, "position", G_MAXINT64);
  gint64 other_place = tl_record_get_int (other, "position", G_MAXINT64);

  if (place != other_place)
    return place < other_place ? -1 : 1;
  return g_strcmp0 (tl_record_get_id (one), tl_record_get_id (other));
}

/* The roles with their titles, in order; @ids takes their ids. */
static GtkStringList *
list_roles (TlTunnelBar *self,
            GPtrArray   *ids)
{
  TlReview *review = tl_tunnel_get_review (self->tunnel);
  TlRecordList *list = tl_review_get_list (review, "role");
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    g_ptr_array_add (roles, tl_record_list_get (list, i));
  g_ptr_array_sort (roles, compare_roles);

  gtk_string_list_append (titles, _("Anyone at that time"));
  for (guint i = 0; i < roles->len; i++)
    {
      g_autofree char *title = tl_review_dup_title (review, roles->pdata[i]);

      g_ptr_array_add (ids, g_strdup (tl_record_get_id (roles->pdata[i])));
      gtk_string_list_append (titles, title);
    }
  return titles;
}

static gboolean
lists_equal (GListModel *a,
             GListModel *b)
{
  guint n = a != NULL ? g_list_model_get_n_items (a) : 0;

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                      gtk_string_list_get_string (GTK_STRING_LIST (b), i)))
      return FALSE;
  return TRUE;
}

/* The choice is left as it is while it is open, unless the roles are other ones. */
static void
show_roles (TlTunnelBar *self)
{
  GtkDropDown *choice = GTK_DROP_DOWN (self->role);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) titles = list_roles (self, ids);
  guint selected = 0;

  g_ptr_array_unref (self->roles);
  self->roles = g_steal_pointer (&ids);
  for (guint i = 0; i < self->roles->len; i++)
    if (g_strcmp0 (self->roles->pdata[i], tl_tunnel_get_role (self->tunnel)) == 0)
      selected = i + 1;
  if (!lists_equal (gtk_drop_down_get_model (choice), G_LIST_MODEL (titles)))
    gtk_drop_down_set_model (choice, G_LIST_MODEL (titles));
  if (gtk_drop_down_get_selected (choice) != selected)
    gtk_drop_down_set_selected (choice, selected);
}

static gint64
get_day (const TlDate *date)
{
  gint64 earliest, latest;

  tl_date_get_bounds (date, &earliest, &latest);
  return latest / TL_DATE_DAY_MINUTES;
}

static gint64
get_step_day (TlTunnelBar *self,
              guint        position)
{
  TlDate step;

  tl_tunnel_get_step (self->tunnel, position, &step);
  return get_day (&step);
}

static void
show_time (TlTunnelBar *self,
           const char  *words)
{
  guint n = tl_tunnel_get_n_steps (self->tunnel);
  int at = tl_tunnel_find_step (self->tunnel);
  gint64 first = n > 0 ? get_step_day (self, 0) : 0, last = n > 0 ? get_step_day (self, n - 1) : 0;

  gtk_widget_set_sensitive (self->scale, n > 1);
  gtk_widget_set_sensitive (self->back, at > 0);
  gtk_widget_set_sensitive (self->forth, at + 1 < (int) n);
  gtk_range_set_range (GTK_RANGE (self->scale), (double) first, (double) MAX (last, first + 1));
  gtk_range_set_value (GTK_RANGE (self->scale), (double) get_day (tl_tunnel_get_date (self->tunnel)));
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  for (guint i = 0; n <= MAX_TICKS && i < n; i++)
    gtk_scale_add_mark (GTK_SCALE (self->scale), (double) get_step_day (self, i), GTK_POS_BOTTOM, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
show_message (TlTunnelBar *self,
              const char  *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (message != NULL)
    gtk_widget_add_css_class (self->date, "error");
  else
    gtk_widget_remove_css_class (self->date, "error");
}

static void
show_sentence (TlTunnelBar *self)
{
  g_autofree char *view = tl_tunnel_words_view (self->tunnel);
  g_autofree char *events = tl_tunnel_words_counts (self->tunnel, "event");
  g_autofree char *factors = tl_tunnel_words_counts (self->tunnel, "factor");
  g_autofree char *sentence = g_strdup_printf ("%s. %s. %s.", view, events, factors);
  g_autofree char *words = tl_tunnel_words_occupied (self->tunnel);
  /* Translators: what somebody was occupied with */
  g_autofree char *occupied = words != NULL ? g_strdup_printf (_("What occupied them: %s"), words) : NULL;

  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_label (GTK_LABEL (self->occupied), occupied != NULL ? occupied : "");
  gtk_widget_set_visible (self->occupied, occupied != NULL);
}

/* To what had it before, or to the next; at any rate before what has the keyboard is hidden. */
static void
give_back_keyboard (TlTunnelBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean ours = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (ours && (self->before == NULL || !gtk_widget_get_mapped (self->before) || !gtk_widget_grab_focus (self->before)))
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->before);
}

static void
show_view (TlTunnelBar *self)
{
  gboolean open = tl_tunnel_is_open (self->tunnel);

  if (!open)
    give_back_keyboard (self);
  gtk_widget_set_visible (GTK_WIDGET (self), open);
  if (!open)
    return;

  g_autofree char *words = tl_date_format (tl_tunnel_get_date (self->tunnel));

  self->updating = TRUE;
  show_roles (self);
  gtk_editable_set_text (GTK_EDITABLE (self->date), words);
  show_time (self, words);
  show_message (self, NULL);
  show_sentence (self);
  self->updating = FALSE;
}

/* Choosing another view */

static void
look_at (TlTunnelBar  *self,
         const TlDate *date)
{
  tl_tunnel_set_view (self->tunnel, tl_tunnel_get_role (self->tunnel), date);
}

static void
go_to_step (TlTunnelBar *self,
            int          position)
{
  TlDate date;

  if (position < 0 || position >= (int) tl_tunnel_get_n_steps (self->tunnel))
    return;
  tl_tunnel_get_step (self->tunnel, (guint) position, &date);
  look_at (self, &date);
}

/* The step that is nearest to @day. */
static int
find_nearest (TlTunnelBar *self,
              double       day)
{
  int nearest = -1;

  for (guint i = 0; i < tl_tunnel_get_n_steps (self->tunnel); i++)
    if (nearest < 0
        || ABS ((double) get_step_day (self, i) - day) < ABS ((double) get_step_day (self, (guint) nearest) - day))
      nearest = (int) i;
  return nearest;
}

/* Callbacks */

static void
role_selected_cb (TlTunnelBar *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role));
  TlDate date;

  if (self->updating || !tl_tunnel_is_open (self->tunnel))
    return;
  date = *tl_tunnel_get_date (self->tunnel);
  g_autofree char *role
      = selected > 0 && selected <= self->roles->len ? g_strdup (self->roles->pdata[selected - 1]) : NULL;
  tl_tunnel_set_view (self->tunnel, role, &date);
}

static void
date_given_cb (TlTunnelBar *self)
{
  g_autoptr (GError) error = NULL;
  TlDate date;

  if (tl_date_read (gtk_editable_get_text (GTK_EDITABLE (self->date)), &date, &error))
    look_at (self, &date);
  else
    show_message (self, error->message);
}

static gboolean
scale_moved_cb (TlTunnelBar   *self,
                GtkScrollType  scroll,
                double         value)
{
  int at = tl_tunnel_find_step (self->tunnel);

  switch (scroll)
    {
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_UP:
    case GTK_SCROLL_PAGE_RIGHT:
      go_to_step (self, at + 1);
      break;
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_DOWN:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_LEFT:
      go_to_step (self, at - 1);
      break;
    case GTK_SCROLL_START:
      go_to_step (self, 0);
      break;
    case GTK_SCROLL_END:
      go_to_step (self, (int) tl_tunnel_get_n_steps (self->tunnel) - 1);
      break;
    case GTK_SCROLL_NONE:
    case GTK_SCROLL_JUMP:
    default:
      go_to_step (self, find_nearest (self, value));
      break;
    }
  return TRUE;
}

static void
close_cb (TlTunnelBar *self)
{
  tl_tunnel_set_view (self->tunnel, NULL, NULL);
}

static gboolean
key_pressed_cb (TlTunnelBar *self,
                guint        key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_cb (self);
  return GDK_EVENT_STOP;
}

/* Making the bar */

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_button (const char *icon,
             const char *name,
             const char *action,
             int         target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  name_widget (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (action != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", target);
    }
  return button;
}

static GtkWidget *
make_upper (TlTunnelBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *close = make_button ("window-close-symbolic", _("Stop looking through someone’s eyes"), NULL, 0);

  self->role = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_tooltip_text (self->role, _("Through whose eyes"));
  tl_drop_down_set_name (GTK_DROP_DOWN (self->role), _("Through whose eyes"));
  gtk_widget_set_valign (self->role, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->role, "notify::selected", G_CALLBACK (role_selected_cb), self, G_CONNECT_SWAPPED);

  self->date = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->date), 16);
  name_widget (self->date, _("Date, as 17 May 2010, May 2010 or spring 2009"));
  gtk_widget_set_valign (self->date, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->date, "activate", G_CALLBACK (date_given_cb), self, G_CONNECT_SWAPPED);

  self->sentence = tl_wrapped_new (NULL, NULL);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->role);
  gtk_box_append (GTK_BOX (box), self->date);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static GtkWidget *
make_slider (TlTunnelBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Time; stops where something came to be known"), -1);
  g_signal_connect_object (self->scale, "change-value", G_CALLBACK (scale_moved_cb), self, G_CONNECT_SWAPPED);

  self->back = make_button ("go-previous-symbolic", _("Back to when less was known"), "win.tunnel-step", -1);
  self->forth = make_button ("go-next-symbolic", _("On to when more was known"), "win.tunnel-step", 1);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->scale);
  gtk_box_append (GTK_BOX (box), self->forth);
  return box;
}

/* GObject overrides */

static void
tl_tunnel_bar_dispose (GObject *object)
{
  TlTunnelBar *self = TL_TUNNEL_BAR (object);

  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->tunnel);
  g_clear_pointer (&self->roles, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_tunnel_bar_parent_class)->dispose (object);
}

static void
tl_tunnel_bar_class_init (TlTunnelBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_tunnel_bar_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_tunnel_bar_init (TlTunnelBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->roles = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->box, "tunnel-bar");
  gtk_box_append (GTK_BOX (self->box), make_upper (self));
  self->message = tl_wrapped_new (NULL, "error");
  gtk_widget_set_hexpand (self->message, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_box_append (GTK_BOX (self->box), make_slider (self));
  self->occupied = tl_wrapped_new (NULL, NULL);
  gtk_widget_set_hexpand (self->occupied, TRUE);
  gtk_label_set_lines (GTK_LABEL (self->occupied), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->occupied), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), self->occupied);
  adw_bin_set_child (ADW_BIN (self), self->box);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Through someone’s eyes"),
                                  -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_tunnel_bar_set_tunnel:
 * @tunnel: what the bar shows and sets
 */
void
tl_tunnel_bar_set_tunnel (TlTunnelBar *self,
                          TlTunnel    *tunnel)
{
  g_return_if_fail (TL_IS_TUNNEL_BAR (self) && TL_IS_TUNNEL (tunnel) && self->tunnel == NULL);

  self->tunnel = g_object_ref (tunnel);
  g_signal_connect_object (tunnel, "changed", G_CALLBACK (show_view), self, G_CONNECT_SWAPPED);
  show_view (self);
}

/**
 * tl_tunnel_bar_open:
 *
 * Looks at the case as anyone could see it on the day of the index event, or else when all was known, and has the
 * person choose whose eyes it shall be.
 */
void
tl_tunnel_bar_open (TlTunnelBar *self)
{
  g_return_if_fail (TL_IS_TUNNEL_BAR (self));

  TlRecord *subject = tl_review_get_subject (tl_tunnel_get_review (self->tunnel));
  TlDate date;
  gboolean dated = tl_date_parse (tl_record_get_text (subject, "index_event"), &date);

  g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  if (!dated)
    tl_date_init_day (&date, G_MAXINT32);
  tl_tunnel_set_view (self->tunnel, NULL, &date);
  if (!dated)
    go_to_step (self, (int) tl_tunnel_get_n_steps (self->tunnel) - 1);
  gtk_widget_grab_focus (self->role);
}

/**
 * tl_tunnel_bar_step:
 * @n: how many steps forth, or back if negative
 *
 * Goes to a day on which something else came to be known.
 */
void
tl_tunnel_bar_step (TlTunnelBar *self,
                    int          n)
{
  g_return_if_fail (TL_IS_TUNNEL_BAR (self));

  if (tl_tunnel_is_open (self->tunnel))
    go_to_step (self, tl_tunnel_find_step (self->tunnel) + n);
}
