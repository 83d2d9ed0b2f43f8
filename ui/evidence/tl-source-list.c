/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sources of a review, to be searched, narrowed down to one type, and put in order. It emits "chosen" when another
 * source is to be read. */
#include "config.h"

#include "ui/evidence/tl-source-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/evidence/tl-source-row.h"
#include "ui/widgets/tl-search-entry.h"

struct _TlSourceList
{
  AdwBin parent_instance;

  /* Owned */
  TlReview           *review;
  TlTunnel           *tunnel;
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;
  GtkSingleSelection *rows;

  GtkSorter  *sorter; /* of the sorted */
  GtkFilter  *filter; /* of the filtered */
  const char *order;  /* an entry of the orders */
  const char *type;   /* key of a type, or "" for all */
  GPtrArray  *bound;  /* TlSourceRow, borrowed */

  GtkWidget *search;
  GtkWidget *stack; /* the list, or that nothing was found */
  GtkWidget *list;

  guint showing : 1; /* the row is selected by the program */
};

G_DEFINE_FINAL_TYPE (TlSourceList, tl_source_list, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static const TlChoice orders[] = {
  { "title", N_("By Title") },
  { "date", N_("By Date") },
  { "type", N_("By Type") },
  { "agency", N_("By Agency") },
  { "extracts", N_("Most Extracts First") },
};

static guint
count_extracts (TlSourceList *self,
                TlRecord     *source)
{
  g_autoptr (GPtrArray) extracts
      = tl_review_get_referrers (self->review, tl_record_get_id (source), "extract", "source");

  return extracts->len;
}

static char *
dup_agency (TlSourceList *self,
            TlRecord     *source)
{
  const char *id = tl_record_get_text (source, "agency");
  TlRecord *agency = id != NULL ? tl_review_lookup (self->review, id) : NULL;

  return agency != NULL ? tl_review_dup_title (self->review, agency) : NULL;
}

/* What is not known comes last. */
static int
compare_texts (const char *a,
               const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_utf8_collate (a, b);
}

static int
compare_titles (TlSourceList *self,
                TlRecord     *a,
                TlRecord     *b)
{
  g_autofree char *one = tl_review_dup_title (self->review, a);
  g_autofree char *other = tl_review_dup_title (self->review, b);

  return g_utf8_collate (one, other);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  TlSourceList *self = user_data;
  TlRecord *one = (TlRecord *) a, *other = (TlRecord *) b;
  int answer = 0;

  if (g_str_equal (self->order, "extracts"))
    answer = (int) count_extracts (self, other) - (int) count_extracts (self, one);
  else if (g_str_equal (self->order, "agency"))
    {
      g_autofree char *first = dup_agency (self, one);
      g_autofree char *second = dup_agency (self, other);

      answer = compare_texts (first, second);
    }
  else if (!g_str_equal (self->order, "title"))
    answer = compare_texts (tl_record_get_text (one, self->order), tl_record_get_text (other, self->order));
  return answer != 0 ? answer : compare_titles (self, one, other);
}

/* Every word typed has to occur in the title or among the facts, in any order. */
static gboolean
matches (gpointer item,
         gpointer user_data)
{
  TlSourceList *self = user_data;
  const char *type = tl_record_get_text (item, "type");
  g_autofree char *title = tl_review_dup_title (self->review, item);
  g_autofree char *facts = tl_source_row_dup_facts (self->review, item);
  g_autofree char *all = g_strconcat (title, " ", facts, NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  if (self->type[0] != '\0' && g_strcmp0 (self->type, type) != 0)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Callbacks */

static void
review_changed_cb (TlSourceList *self)
{
  tl_source_list_refresh (self);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
narrow (TlSourceList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
update_found (TlSourceList *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "none");
}

static void
selected_cb (TlSourceList *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_single_selection_get_selected_item (self->rows));
}

static void
row_set_up_cb (TlSourceList *self,
               GtkListItem  *item)
{
  gtk_list_item_set_child (item, tl_source_row_new (self->review));
}

static void
row_bound_cb (TlSourceList *self,
              GtkListItem  *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_add (self->bound, row);
  tl_source_row_set_tunnel (TL_SOURCE_ROW (row), self->tunnel);
  tl_source_row_set_source (TL_SOURCE_ROW (row), gtk_list_item_get_item (item));
}

static void
row_unbound_cb (TlSourceList *self,
                GtkListItem  *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->bound, row);
  tl_source_row_set_source (TL_SOURCE_ROW (row), NULL);
}

static void
order_chosen_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TlSourceList *self = user_data;

  g_simple_action_set_state (action, parameter);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_str_equal (orders[i].key, g_variant_get_string (parameter, NULL)))
        self->order = orders[i].key;
    }
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
type_chosen_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlSourceList *self = user_data;
  const TlChoice *types = tl_kind_find_field (tl_kind_lookup ("source"), "type")->choices;

  g_simple_action_set_state (action, parameter);
  self->type = "";
  for (; types->key != NULL; types++)
    {
      if (g_str_equal (types->key, g_variant_get_string (parameter, NULL)))
        self->type = types->key;
    }
  narrow (self);
}

/* Parts */

static void
add_actions (TlSourceList *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) order
      = g_simple_action_new_stateful ("order", G_VARIANT_TYPE_STRING, g_variant_new_string (self->order));
  g_autoptr (GSimpleAction) type
      = g_simple_action_new_stateful ("type", G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  g_signal_connect_object (order, "activate", G_CALLBACK (order_chosen_cb), self, 0);
  g_signal_connect_object (type, "activate", G_CALLBACK (type_chosen_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (order));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (type));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "source-list", G_ACTION_GROUP (group));
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (void)
{
  const TlChoice *types = tl_kind_find_field (tl_kind_lookup ("source"), "type")->choices;
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order_menu = g_menu_new ();
  g_autoptr (GMenu) type_menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    add_item (order_menu, _(orders[i].label), "source-list.order", orders[i].key);
  add_item (type_menu, _("All Types"), "source-list.type", "");
  for (; types->key != NULL; types++)
    add_item (type_menu, _(types->label), "source-list.type", types->key);
  g_menu_append_section (menu, _("Order"), G_MENU_MODEL (order_menu));
  g_menu_append_section (menu, _("Show"), G_MENU_MODEL (type_menu));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Order, and which types to show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Order, and which types to show"), -1);
  return button;
}

static GtkWidget *
make_add (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Import Documents…"), "win.import-sources");
  g_menu_append (menu, _("_New Conversation"), "sources.add-conversation");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Add a source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a source"), -1);
  return button;
}

static GtkWidget *
make_bar (TlSourceList *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 12);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (narrow), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), make_menu ());
  if (!tl_review_get_read_only (self->review))
    gtk_box_append (GTK_BOX (bar), make_add ());
  return bar;
}

static GtkWidget *
make_list (TlSourceList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_("Nothing found"));

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->rows)), factory);
  gtk_widget_add_css_class (self->list, "sources");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sources"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  gtk_widget_add_css_class (none, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  return self->stack;
}

/* GtkWidget overrides */

static gboolean
tl_source_list_grab_focus (GtkWidget *widget)
{
  TlSourceList *self = TL_SOURCE_LIST (widget);
  guint position = gtk_single_selection_get_selected (self->rows);

  return gtk_widget_activate_action (self->list, "list.scroll-to-item", "u",
                                     position != GTK_INVALID_LIST_POSITION ? position : 0)
         && gtk_widget_grab_focus (self->list);
}

/* GObject overrides */

static void
tl_source_list_dispose (GObject *object)
{
  TlSourceList *self = TL_SOURCE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sorted);
  g_clear_object (&self->review);
  g_clear_object (&self->tunnel);
  G_OBJECT_CLASS (tl_source_list_parent_class)->dispose (object);
}

static void
tl_source_list_finalize (GObject *object)
{
  g_ptr_array_unref (TL_SOURCE_LIST (object)->bound);
  G_OBJECT_CLASS (tl_source_list_parent_class)->finalize (object);
}

static void
tl_source_list_class_init (TlSourceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_source_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_source_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_source_list_grab_focus;

  /**
   * TlSourceList::chosen:
   * @source: (nullable): what is to be read
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  TL_TYPE_RECORD);
}

static void
tl_source_list_init (TlSourceList *self)
{
  self->bound = g_ptr_array_new ();
  self->order = orders[0].key;
  self->type = "";
}

/**
 * tl_source_list_new:
 * @review: a review
 *
 * Returns: (transfer floating): the list of its sources
 */
GtkWidget *
tl_source_list_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlSourceList *self = g_object_new (TL_TYPE_SOURCE_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->review = g_object_ref (review);
  self->search = tl_search_entry_new (_("Find sources by their words"));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->sorted
      = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (tl_review_get_list (review, "source"))), self->sorter);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->sorted)), self->filter);
  self->rows = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  gtk_single_selection_set_autoselect (self->rows, FALSE);
  gtk_single_selection_set_can_unselect (self->rows, TRUE);
  gtk_single_selection_set_selected (self->rows, GTK_INVALID_LIST_POSITION);

  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_list (self));
  adw_bin_set_child (ADW_BIN (self), box);
  add_actions (self);

  g_signal_connect_object (self->rows, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_source_list_get_source:
 *
 * Returns: (transfer none) (nullable): the source that is chosen
 */
TlRecord *
tl_source_list_get_source (TlSourceList *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_LIST (self), NULL);
  return gtk_single_selection_get_selected_item (self->rows);
}

static guint
find_row (TlSourceList *self,
          TlRecord     *source)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (TlRecord) record = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (record == source)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * tl_source_list_show:
 * @source: (nullable): a source
 *
 * Makes @source the chosen one and brings it into view, without saying that it was chosen; what hides it is lifted.
 */
void
tl_source_list_show (TlSourceList *self,
                     TlRecord     *source)
{
  g_return_if_fail (TL_IS_SOURCE_LIST (self));

  guint position = source != NULL ? find_row (self, source) : GTK_INVALID_LIST_POSITION;

  self->showing = TRUE;
  if (source != NULL && position == GTK_INVALID_LIST_POSITION)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_widget_activate_action (GTK_WIDGET (self), "source-list.type", "s", "");
      narrow (self);
      position = find_row (self, source);
    }
  gtk_single_selection_set_selected (self->rows, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  self->showing = FALSE;
}

/**
 * tl_source_list_refresh:
 *
 * Shows in each row what is known of it now.
 */
void
tl_source_list_refresh (TlSourceList *self)
{
  g_return_if_fail (TL_IS_SOURCE_LIST (self));

  for (guint i = 0; i < self->bound->len; i++)
    tl_source_row_refresh (g_ptr_array_index (self->bound, i));
}

/**
 * tl_source_list_set_tunnel:
 * @tunnel: what says whether sources were known
 *
 * Shows that in each row, now and whenever it changes.
 */
void
tl_source_list_set_tunnel (TlSourceList *self,
                           TlTunnel     *tunnel)
{
  g_return_if_fail (TL_IS_SOURCE_LIST (self) && TL_IS_TUNNEL (tunnel) && self->tunnel == NULL);

  self->tunnel = g_object_ref (tunnel);
  for (guint i = 0; i < self->bound->len; i++)
    tl_source_row_set_tunnel (g_ptr_array_index (self->bound, i), tunnel);
  g_signal_connect_object (tunnel, "changed", G_CALLBACK (tl_source_list_refresh), self, G_CONNECT_SWAPPED);
}
