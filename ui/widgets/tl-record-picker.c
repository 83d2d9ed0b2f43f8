/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A popover in which one record of some kinds is searched and chosen. It emits "picked" with the id and closes; where
 * it may, it offers to make a new one of what was typed, and then emits "named". */
#include "config.h"

#include "ui/widgets/tl-record-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/tl-wording.h"

/* Pixels below the top of an area. */
#define DEPTH_IN_AREA 60

struct _TlRecordPicker
{
  GtkPopover parent_instance;

  TlReview *review;     /* owned */
  char     *new_format; /* owned; of the button that makes a new record, or NULL */

  GtkWidget          *search;
  GtkWidget          *new_button;
  GtkWidget          *new_label;
  GtkWidget          *list;
  GtkWidget          *stack; /* the list, or that there is nothing */
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
};

G_DEFINE_FINAL_TYPE (TlRecordPicker, tl_record_picker, GTK_TYPE_POPOVER)

enum { PICKED, NAMED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Every word typed has to occur in the title or in what the record belongs to, in any order. */
static gboolean
matches (gpointer item,
         gpointer user_data)
{
  TlRecordPicker *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *title = tl_review_dup_title (self->review, item);
  g_autofree char *owner = tl_wording_owner (self->review, item);
  g_autofree char *both = g_strjoin (" ", title != NULL ? title : "", owner, NULL);
  g_autofree char *folded = g_utf8_casefold (both, -1);
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  TlRecordPicker *self = user_data;
  g_autofree char *one = tl_review_dup_title (self->review, (TlRecord *) a);
  g_autofree char *other = tl_review_dup_title (self->review, (TlRecord *) b);

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

/* Callbacks */

static void
pick (TlRecordPicker *self,
      guint           position)
{
  g_autoptr (TlRecord) record = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (record == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, tl_record_get_id (record));
}

static void
activated_cb (TlRecordPicker *self,
              guint           position)
{
  pick (self, position);
}

static void
new_clicked_cb (TlRecordPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, text);
}

/* What the list shows first; a new record only if nothing is found. */
static void
search_activated_cb (TlRecordPicker *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    pick (self, 0);
  else if (gtk_widget_get_visible (self->new_button))
    new_clicked_cb (self);
}

/* The format comes from the caller with exactly one string in it. */
static void
update_new_button (TlRecordPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  gtk_widget_set_visible (self->new_button, self->new_format != NULL && text[0] != '\0');
  if (self->new_format == NULL)
    return;

  g_auto (GStrv) parts = g_strsplit (self->new_format, "%s", 2);
  g_autofree char *label = g_strconcat (parts[0], text, parts[1], NULL);
  gtk_label_set_text (GTK_LABEL (self->new_label), label);
}

static void
update_empty (TlRecordPicker *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : "empty");
}

static void
search_changed_cb (TlRecordPicker *self)
{
  update_new_button (self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static GtkWidget *
make_item_label (int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = make_item_label (3);
  GtkWidget *owner = make_item_label (1);

  gtk_widget_add_css_class (owner, "caption");
  gtk_widget_add_css_class (owner, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), owner);
  gtk_list_item_set_child (item, box);
}

static void
item_bound_cb (TlRecordPicker *self,
               GtkListItem    *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *owner = gtk_widget_get_next_sibling (title);
  g_autofree char *title_text = tl_review_dup_title (self->review, gtk_list_item_get_item (item));
  g_autofree char *owner_text = tl_wording_owner (self->review, gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (title), title_text);
  gtk_label_set_text (GTK_LABEL (owner), owner_text != NULL ? owner_text : "");
  gtk_widget_set_visible (owner, owner_text != NULL);
}

static GtkWidget *
make_list (TlRecordPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (item_bound_cb), self, G_CONNECT_SWAPPED);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found"), -1);

  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, 320, 280);
  return scroller;
}

static GtkWidget *
make_content (TlRecordPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *empty = gtk_label_new (_("Nothing found"));

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);

  gtk_widget_add_css_class (empty, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_box_append (GTK_BOX (box), self->stack);

  self->new_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->new_label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->new_label), 36);
  self->new_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->new_button), self->new_label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->new_label, NULL, -1);
  gtk_widget_set_visible (self->new_button, FALSE);
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (new_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->new_button);
  return box;
}

/* GObject overrides */

static void
tl_record_picker_dispose (GObject *object)
{
  TlRecordPicker *self = TL_RECORD_PICKER (object);

  g_clear_object (&self->filtered);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_record_picker_parent_class)->dispose (object);
}

static void
tl_record_picker_finalize (GObject *object)
{
  g_free (TL_RECORD_PICKER (object)->new_format);
  G_OBJECT_CLASS (tl_record_picker_parent_class)->finalize (object);
}

static void
tl_record_picker_class_init (TlRecordPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_record_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_record_picker_finalize;

  /**
   * TlRecordPicker::picked:
   * @id: the id of the record that was chosen
   */
  signals[PICKED] = g_signal_new ("picked", TL_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlRecordPicker::named:
   * @text: what was typed, of which a new record is to be made
   */
  signals[NAMED] = g_signal_new ("named", TL_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_record_picker_init (TlRecordPicker *self)
{
}

/**
 * tl_record_picker_new:
 * @review: a review
 * @kinds: names of the kinds to choose from, ended by %NULL
 *
 * Returns: (transfer floating): a picker
 */
GtkWidget *
tl_record_picker_new (TlReview          *review,
                      const char *const *kinds)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && kinds != NULL, NULL);

  TlRecordPicker *self = g_object_new (TL_TYPE_RECORD_PICKER, NULL);
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  self->review = g_object_ref (review);
  for (guint i = 0; kinds[i] != NULL; i++)
    g_list_store_append (lists, tl_review_get_list (review, kinds[i]));

  GListModel *all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_titles, self, NULL));
  GListModel *sorted = G_LIST_MODEL (gtk_sort_list_model_new (all, sorter));

  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->filtered = gtk_filter_list_model_new (sorted, GTK_FILTER (self->filter));
  gtk_popover_set_child (GTK_POPOVER (self), make_content (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  update_empty (self);
  return GTK_WIDGET (self);
}

/**
 * tl_record_picker_set_new_label:
 * @format: label of the button that makes a new record, with %s for what was typed
 */
void
tl_record_picker_set_new_label (TlRecordPicker *self,
                                const char     *format)
{
  g_return_if_fail (TL_IS_RECORD_PICKER (self) && strstr (format, "%s") != NULL);

  g_free (self->new_format);
  self->new_format = g_strdup (format);
  update_new_button (self);
}

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Later, for the popover is still busy with closing, and its answer may come after "closed". */
static void
closed_cb (TlRecordPicker *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self), g_object_unref);
}

/**
 * tl_record_picker_pop_up:
 * @parent: what it belongs to: a button to which it points, or a larger area near the top of which it stands
 *
 * Shows the picker once, and lets go of it when it closes.
 */
void
tl_record_picker_pop_up (TlRecordPicker *self,
                         GtkWidget      *parent)
{
  g_return_if_fail (TL_IS_RECORD_PICKER (self) && GTK_IS_WIDGET (parent));

  const GdkRectangle top = { gtk_widget_get_width (parent) / 2, DEPTH_IN_AREA, 1, 1 };

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  if (gtk_widget_get_height (parent) > 2 * DEPTH_IN_AREA)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), &top);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (self));
}
