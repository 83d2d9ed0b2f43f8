/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replacing names by roles: every place where someone known is named, with the words around it, for a person to accept
 * or to leave. What is accepted is replaced in one edit. */
#include "config.h"

#include "ui/dialogs/tl-names-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/case/tl-name-places.h"
#include "ui/dialogs/tl-name-row.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

/* Pixels. */
#define SPINNER_SIZE 48

struct _TlNamesDialog
{
  AdwWindow parent_instance;

  /* Of the tree of widgets */
  GtkStack  *stack;
  GtkLabel  *counts;
  GtkWidget *list;
  GtkWidget *replace;
  GtkWidget *buttons;
  GtkLabel  *missing; /* what was not looked for */

  /* Owned references */
  TlReview     *review;
  GListStore   *items;  /* of TlNameItem */
  GPtrArray    *places; /* of TlNamePlace; after the items, which need them */
  GCancellable *cancellable;
};

/* What the worker hands over. */
typedef struct {
  GPtrArray *places;
  guint      n_nameless;
} Search;

G_DEFINE_FINAL_TYPE (TlNamesDialog, tl_names_dialog, ADW_TYPE_WINDOW)

/* Whoever says what was done, when this is closed. */
static GtkWidget *
get_reporter (TlNamesDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  return parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (self);
}

static guint
count_accepted (TlNamesDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    n += ((TlNamePlace *) g_ptr_array_index (self->places, i))->accepted;
  return n;
}

static void
update_counts (TlNamesDialog *self)
{
  guint n = count_accepted (self);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u place will be replaced", "%u of %u places will be replaced",
                   self->places->len),
      n, self->places->len);

  gtk_label_set_text (self->counts, text);
  gtk_widget_set_sensitive (self->replace, n > 0);
}

/* Where a place is, unless the one before it is in the same text. */
static char *
dup_heading (TlNamesDialog     *self,
             const TlNamePlace *place,
             const TlNamePlace *before)
{
  TlRecord *record = tl_review_lookup (self->review, place->record);

  if (record == NULL
      || (before != NULL && before->field == place->field && strcmp (before->record, place->record) == 0))
    return NULL;

  g_autofree char *name = tl_wording_name (self->review, record);

  /* Translators: a kind of record, what it is called, a field of it */
  return g_strdup_printf (_("%s “%s”: %s"), _(tl_record_get_kind (record)->label), name, _(place->field->label));
}

static void
show_places (TlNamesDialog *self)
{
  const TlNamePlace *before = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      TlNamePlace *place = g_ptr_array_index (self->places, i);
      g_autofree char *heading = dup_heading (self, place, before);
      g_autoptr (TlNameItem) item = tl_name_item_new (place, heading);

      g_signal_connect_object (item, "notify::accepted", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->items, item);
      before = place;
    }
  update_counts (self);
  gtk_widget_set_visible (self->buttons, self->places->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->places->len > 0 ? "places" : "none");
  if (self->places->len > 0)
    gtk_widget_grab_focus (self->list);
}

static void
tell_missing (TlNamesDialog *self,
              guint          n_nameless)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_nameless > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%u identity has no role that could stand for it, and was not looked for. ",
                                         "%u identities have no role that could stand for them, and were not looked "
                                         "for. ",
                                         n_nameless),
                            n_nameless);
  if (self->places->len >= TL_NAME_PLACES_MAX)
    g_string_append (text, _("There are more places than can be shown at once. Look again when these are done."));
  gtk_label_set_text (self->missing, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), text->len > 0);
}

/* Callbacks */

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_list_item_set_child (item, tl_name_row_new ());
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  tl_name_row_set_item (TL_NAME_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  tl_name_row_set_item (TL_NAME_ROW (gtk_list_item_get_child (item)), NULL);
}

static GtkSingleSelection *
get_selection (TlNamesDialog *self)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)));
}

/* Selects the next place and gives it the keyboard. The list has made it already, if it is the next. */
static void
go_on (TlNamesDialog *self)
{
  guint next = gtk_single_selection_get_selected (get_selection (self)) + 1;
  g_autoptr (TlNameItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), next);

  if (item == NULL)
    return;
  gtk_single_selection_set_selected (get_selection (self), next);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", next);
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (TL_IS_NAME_ROW (row) && tl_name_row_get_item (TL_NAME_ROW (row)) == item)
        gtk_widget_grab_focus (child);
    }
}

/* Y accepts, N leaves, and the next is looked at; the space bar changes one's mind. */
static gboolean
key_pressed_cb (TlNamesDialog  *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  TlNameItem *item = gtk_single_selection_get_selected_item (get_selection (self));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean in_choice = focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN) != NULL;

  if (item == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space && !in_choice)
    tl_name_item_set_accepted (item, !tl_name_item_get_accepted (item));
  else if (key == GDK_KEY_y || key == GDK_KEY_n)
    {
      tl_name_item_set_accepted (item, key == GDK_KEY_y);
      go_on (self);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
activated_cb (TlNamesDialog *self,
              guint          position)
{
  g_autoptr (TlNameItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  tl_name_item_set_accepted (item, !tl_name_item_get_accepted (item));
}

static void
accept_all (TlNamesDialog *self,
            gboolean       accepted)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      g_autoptr (TlNameItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      tl_name_item_set_accepted (item, accepted);
    }
}

static void
all_clicked_cb (TlNamesDialog *self)
{
  accept_all (self, TRUE);
}

static void
none_clicked_cb (TlNamesDialog *self)
{
  accept_all (self, FALSE);
}

static void
replace_clicked_cb (TlNamesDialog *self)
{
  g_autoptr (GError) error = NULL;
  guint n = count_accepted (self);
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Replaced %u name by its role", "Replaced %u names by roles", n), n);

  if (tl_name_places_replace (self->review, self->places, &error))
    tl_report_done (get_reporter (self), sentence, TRUE);
  else
    tl_report_error (get_reporter (self), error);
  gtk_window_close (GTK_WINDOW (self));
}

/* Looking for names */

static void
search_free (void *data)
{
  Search *search = data;

  g_clear_pointer (&search->places, g_ptr_array_unref);
  g_free (search);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      path,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);
  Search *search = g_new0 (Search, 1);

  if (review != NULL)
    search->places = tl_name_places_collect (review, &search->n_nameless, cancellable, &error);
  if (search->places != NULL)
    g_task_return_pointer (task, search, search_free);
  else
    {
      search_free (search);
      g_task_return_error (task, error);
    }
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TlNamesDialog *self = TL_NAMES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  Search *search = g_task_propagate_pointer (G_TASK (result), &error);

  if (search != NULL && self->review != NULL)
    {
      self->places = g_steal_pointer (&search->places);
      show_places (self);
      tell_missing (self, search->n_nameless);
    }
  else if (self->review != NULL)
    {
      tl_report_error (get_reporter (self), error);
      gtk_window_close (GTK_WINDOW (self));
    }
  g_clear_pointer (&search, search_free);
}

/* Parts */

static GtkWidget *
make_list (TlNamesDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (item_unbound_cb), NULL);
  self->items = g_list_store_new (TL_TYPE_NAME_ITEM);
  self->list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)))), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Names"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No names found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Names are looked for that identities of this review have, each with the role, "
                                     "child, agency or reviewer that stands for it."));
  return page;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_line (TlNamesDialog *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *all = gtk_button_new_with_label (_("Accept All"));
  GtkWidget *none = gtk_button_new_with_label (_("Accept None"));

  self->counts = GTK_LABEL (make_label (_("Looking for names…"), "heading"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->counts), TRUE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->buttons, FALSE);
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (all_clicked_cb), self);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (none_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), all);
  gtk_box_append (GTK_BOX (self->buttons), none);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (line), self->buttons);
  return line;
}

static GtkWidget *
make_bar (TlNamesDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  self->replace = gtk_button_new_with_label (_("Replace"));
  gtk_widget_add_css_class (self->replace, "suggested-action");
  gtk_widget_set_sensitive (self->replace, FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->replace, "clicked", G_CALLBACK (replace_clicked_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->replace);
  return bar;
}

/* GObject overrides */

static void
tl_names_dialog_dispose (GObject *object)
{
  TlNamesDialog *self = TL_NAMES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_names_dialog_parent_class)->dispose (object);
}

static void
tl_names_dialog_finalize (GObject *object)
{
  TlNamesDialog *self = TL_NAMES_DIALOG (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tl_names_dialog_parent_class)->finalize (object);
}

static void
tl_names_dialog_class_init (TlNamesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_names_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_names_dialog_finalize;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_names_dialog_init (TlNamesDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, SPINNER_SIZE, SPINNER_SIZE);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_stack_add_named (self->stack, spinner, "search");
  gtk_stack_add_named (self->stack, make_list (self), "places");
  gtk_stack_add_named (self->stack, make_none (), "none");
  gtk_box_append (GTK_BOX (box), make_line (self));
  gtk_box_append (GTK_BOX (box),
                  make_label (_("Y accepts and N leaves a place and goes on to the next; the space bar changes it."),
                              "dim-label"));
  self->missing = GTK_LABEL (make_label (NULL, "dim-label"));
  gtk_widget_set_visible (GTK_WIDGET (self->missing), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->missing));
  gtk_box_append (GTK_BOX (box),
                  make_label (_("Not found are names that are misspelt, nicknames that no identity has, addresses, and "
                                "whatever else tells who someone is. The texts as they were stay in the history until "
                                "that is forgotten."),
                              "dim-label"));
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (content), make_bar (self));
  gtk_box_append (GTK_BOX (content), box);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), _("Replace Names by Roles"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 620);
}

/**
 * tl_names_dialog_new:
 * @parent: the window of the review
 * @review: a review
 *
 * Begins to look for names in a thread that reads the file of the review for itself.
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_names_dialog_new (GtkWindow *parent,
                     TlReview  *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlNamesDialog *self = g_object_new (TL_TYPE_NAMES_DIALOG, "transient-for", parent, "modal", TRUE,
                                      "destroy-with-parent", TRUE, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, searched_cb, NULL);

  self->review = g_object_ref (review);
  g_task_set_task_data (task, g_strdup (tl_review_get_path (review)), g_free);
  g_task_run_in_thread (task, search_in_thread);
  return GTK_WIDGET (self);
}
