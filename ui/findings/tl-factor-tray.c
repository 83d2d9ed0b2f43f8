/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The factors that are in no pattern yet, or all of them, narrowed down by words, by episode and by level: what
 * patterns are gathered from. */
#include "config.h"

#include "ui/findings/tl-factor-tray.h"

#include <glib/gi18n.h>

#include "model/case/tl-episode.h"
#include "model/case/tl-pattern.h"
#include "ui/widgets/tl-columns-layout.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-search-entry.h"
#include "ui/widgets/tl-wording.h"
#include "ui/widgets/tl-wrapped.h"

/* Pixels of a way to narrow down, of which several stand side by side where there is room. */
#define FILTER_WIDTH 180

struct _TlFactorTray
{
  AdwBin parent_instance;

  TlSelection   *selection; /* owned */
  TlMethod      *method;    /* owned, or NULL */
  GPtrArray     *episodes;  /* owned strings: ids of those to choose from, in their order */
  GtkStringList *titles;    /* owned; their names, after “any episode” */

  GtkWidget    *heading;
  GtkWidget    *words;
  GtkWidget    *episode;
  GtkWidget    *level;
  GtkWidget    *gathered; /* whether those that are in a pattern are shown too */
  TlFactorList *list;
  GtkWidget    *empty;

  guint refreshing : 1;
};

G_DEFINE_FINAL_TYPE (TlFactorTray, tl_factor_tray, ADW_TYPE_BIN)

static TlReview *
get_review (TlFactorTray *self)
{
  return tl_selection_get_review (self->selection);
}

/* Narrowing down */

static gboolean
says (TlRecord   *factor,
      const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  const char *statement = tl_record_get_text (factor, "statement");
  g_autofree char *text = g_utf8_casefold (statement != NULL ? statement : "", -1);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_wanted (TlFactorTray *self,
           TlRecord     *factor)
{
  guint episode = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->episode));
  guint level = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));

  if (episode > 0 && episode <= self->episodes->len
      && !g_strv_contains (tl_record_get_list (factor, "episodes"), g_ptr_array_index (self->episodes, episode - 1)))
    return FALSE;
  if (level > 0 && self->method != NULL && level <= tl_method_get_n_levels (self->method)
      && g_strcmp0 (tl_record_get_text (factor, "level"), tl_method_get_level (self->method, level - 1)->key) != 0)
    return FALSE;
  return says (factor, gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

static int
get_level (TlFactorTray *self,
           TlRecord     *factor)
{
  const char *key = tl_record_get_text (factor, "level");

  return self->method != NULL && key != NULL ? tl_method_find_level (self->method, key) : -1;
}

/* By level from the top, and within one by what they say. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  TlFactorTray *self = user_data;
  TlRecord *one = *(TlRecord **) a, *other = *(TlRecord **) b;
  int first = get_level (self, one), second = get_level (self, other);
  const char *said = tl_record_get_text (one, "statement"), *also = tl_record_get_text (other, "statement");

  if (first != second)
    return first - second;
  return g_utf8_collate (said != NULL ? said : "", also != NULL ? also : "");
}

/* (transfer container) */
static GPtrArray *
collect (TlFactorTray *self,
         GPtrArray    *from)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < from->len; i++)
    if (is_wanted (self, g_ptr_array_index (from, i)))
      g_ptr_array_add (wanted, g_ptr_array_index (from, i));
  g_ptr_array_sort_with_data (wanted, compare, self);
  return wanted;
}

static GPtrArray *
list_all (TlFactorTray *self)
{
  TlRecordList *factors = tl_review_get_list (get_review (self), "factor");
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    g_ptr_array_add (all, tl_record_list_get (factors, i));
  return all;
}

/* The choice of an episode keeps what was chosen, by its id. */
static void
refresh_episodes (TlFactorTray *self)
{
  g_autoptr (GPtrArray) episodes = tl_episode_list_all (get_review (self));
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->episode)), next = 0;
  g_autofree char *chosen = selected > 0 && selected <= self->episodes->len
                                ? g_strdup (g_ptr_array_index (self->episodes, selected - 1))
                                : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->episodes, 0);
  for (guint i = 0; i < episodes->len; i++)
    {
      TlRecord *episode = g_ptr_array_index (episodes, i);

      g_ptr_array_add (self->episodes, g_strdup (tl_record_get_id (episode)));
      g_ptr_array_add (names, tl_wording_name (get_review (self), episode));
      if (g_strcmp0 (chosen, tl_record_get_id (episode)) == 0)
        next = i + 1;
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->titles, 1, g_list_model_get_n_items (G_LIST_MODEL (self->titles)) - 1,
                          (const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->episode), next);
  gtk_widget_set_visible (self->episode, episodes->len > 0);
}

/* Parts */

static void
name (GtkWidget  *widget,
      const char *label)
{
  gtk_widget_set_tooltip_text (widget, label);
  tl_drop_down_set_name (GTK_DROP_DOWN (widget), label);
}

static GtkWidget *
make_levels (TlFactorTray *self)
{
  guint n = self->method != NULL ? tl_method_get_n_levels (self->method) : 0;
  GtkStringList *levels = gtk_string_list_new (NULL);

  gtk_string_list_append (levels, _("Any level"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (levels, tl_method_get_level (self->method, i)->title);

  GtkWidget *level = gtk_drop_down_new (G_LIST_MODEL (levels), NULL);
  gtk_widget_set_visible (level, n > 0);
  return level;
}

static GtkWidget *
make_filter (TlFactorTray *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, tl_columns_layout_new (6));
  self->words = tl_search_entry_new (_("Words of a factor"));
  self->titles = gtk_string_list_new (NULL);
  gtk_string_list_append (self->titles, _("Any episode"));
  self->episode = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->titles)), NULL);
  name (self->episode, _("Narrow the factors down to an episode"));
  self->level = make_levels (self);
  name (self->level, _("Narrow the factors down to a level"));
  self->gathered = gtk_check_button_new_with_label (_("Those in a pattern too"));

  gtk_widget_set_size_request (self->words, FILTER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->episode);
  gtk_box_append (GTK_BOX (box), self->level);
  gtk_box_append (GTK_BOX (box), self->gathered);
  g_signal_connect_object (self->words, "search-changed", G_CALLBACK (tl_factor_tray_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->episode, "notify::selected", G_CALLBACK (tl_factor_tray_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (tl_factor_tray_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gathered, "toggled", G_CALLBACK (tl_factor_tray_refresh), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "tray-filter");
  return box;
}

static void
fill (TlFactorTray *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->heading = tl_wrapped_new (NULL, "heading");
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), make_filter (self));
  self->empty = tl_wrapped_new (NULL, "dim-label");
  gtk_box_append (GTK_BOX (box), self->empty);
  self->list = TL_FACTOR_LIST (tl_factor_list_new (self->selection, self->method, NULL, _("Factors to gather")));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* GObject overrides */

static void
tl_factor_tray_finalize (GObject *object)
{
  TlFactorTray *self = TL_FACTOR_TRAY (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->method);
  g_clear_object (&self->titles);
  g_ptr_array_unref (self->episodes);
  G_OBJECT_CLASS (tl_factor_tray_parent_class)->finalize (object);
}

static void
tl_factor_tray_class_init (TlFactorTrayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_factor_tray_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "factortray");
}

static void
tl_factor_tray_init (TlFactorTray *self)
{
  self->episodes = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_factor_tray_new:
 * @selection: the window's selection
 * @method: (nullable): the review's method
 *
 * Returns: (transfer floating): a tray
 */
GtkWidget *
tl_factor_tray_new (TlSelection *selection,
                    TlMethod    *method)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlFactorTray *self = g_object_new (TL_TYPE_FACTOR_TRAY, NULL);

  self->selection = g_object_ref (selection);
  g_set_object (&self->method, method);
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * tl_factor_tray_get_list:
 *
 * Returns: (transfer none): the factors in it
 */
TlFactorList *
tl_factor_tray_get_list (TlFactorTray *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_TRAY (self), NULL);
  return self->list;
}

static void
update_words (TlFactorTray *self,
              guint         n_loose,
              guint         n_all)
{
  /* Translators: how many of all factors are in no pattern */
  g_autofree char *heading = g_strdup_printf (_("In no pattern: %u of %u factors"), n_loose, n_all);

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->empty),
                      n_all == 0                                                      ? _("There are no factors yet.")
                      : n_loose == 0 && !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->gathered))
                          ? _("Every factor is in a pattern.")
                          : _("None is like that."));
  gtk_widget_set_visible (self->empty, tl_factor_list_get_n (self->list) == 0);
}

/**
 * tl_factor_tray_refresh:
 *
 * Shows what the review says now.
 */
void
tl_factor_tray_refresh (TlFactorTray *self)
{
  g_return_if_fail (TL_IS_FACTOR_TRAY (self));

  if (self->refreshing)
    return;
  self->refreshing = TRUE;
  refresh_episodes (self);

  g_autoptr (GPtrArray) loose = tl_pattern_find_loose (get_review (self));
  g_autoptr (GPtrArray) all = list_all (self);
  g_autoptr (GPtrArray) shown
      = collect (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->gathered)) ? all : loose);

  tl_factor_list_show (self->list, shown);
  update_words (self, loose->len, all->len);
  self->refreshing = FALSE;
}

/**
 * tl_factor_tray_search:
 *
 * Returns: whether the keyboard is where words can be given
 */
gboolean
tl_factor_tray_search (TlFactorTray *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_TRAY (self), FALSE);
  return gtk_widget_grab_focus (self->words);
}
