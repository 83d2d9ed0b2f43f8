/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching everything in a review: an entry, how many records were found, and the places in them, by kind of record.
 * It owns the search, whose answers come from another thread; an answer that is out of date is never shown. */
#define G_LOG_DOMAIN "tl-search"

#include "config.h"

#include "ui/search/tl-search-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/review/tl-search.h"
#include "ui/search/tl-search-row.h"
#include "ui/widgets/tl-cancellable.h"
#include "ui/widgets/tl-search-entry.h"

/* How many records are shown at first, and how many more each time that more are asked for. */
#define N_FIRST 20
#define N_MORE 60

#define WIDTH 480
#define MAX_HEIGHT 520

struct _TlSearchPanel
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *hint;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *more;

  TlReview     *review;
  TlSearch     *search;
  GCancellable *asking; /* the question that is not answered yet */
  gboolean      going;  /* to the first place, once it is known */
  guint         n_wanted;
};

enum { SIGNAL_CLOSE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlSearchPanel, tl_search_panel, ADW_TYPE_BIN)

static GtkListBoxRow *
get_row (TlSearchPanel *self,
         int            index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
}

static void
show_hint (TlSearchPanel *self,
           const char    *text)
{
  gtk_label_set_text (GTK_LABEL (self->hint), text);
  gtk_widget_set_visible (self->hint, text[0] != '\0');
}

static void
show_count (TlSearchPanel *self,
            const char    *text)
{
  /* Said once, not with each part that is read. */
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (self->count)), text))
    gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, text[0] != '\0');
}

/* Rows */

static void
add_rows (TlSearchPanel        *self,
          const TlSearchResult *result,
          GPtrArray            *rows)
{
  TlRecord *record = tl_review_lookup (self->review, result->id);

  /* It may have been removed while it was looked for. */
  if (record == NULL || tl_record_get_kind (record) != result->kind)
    return;

  g_autofree char *title = tl_review_dup_title (self->review, record);
  for (guint i = 0; i < result->passages->len; i++)
    g_ptr_array_add (rows, g_object_ref_sink (tl_search_row_new (record, title,
                                                                 g_ptr_array_index (result->passages, i), i == 0)));
}

/* Records of one kind stand together, and kinds in the order of their best records. */
static GPtrArray *
make_rows (TlSearchPanel  *self,
           TlSearchAnswer *answer)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < answer->results->len; i++)
    {
      const TlKind *kind = ((TlSearchResult *) g_ptr_array_index (answer->results, i))->kind;

      if (!g_hash_table_add (kinds, (gpointer) kind))
        continue;
      for (guint j = i; j < answer->results->len; j++)
        {
          const TlSearchResult *result = g_ptr_array_index (answer->results, j);

          if (result->kind == kind)
            add_rows (self, result, rows);
        }
    }
  return rows;
}

static gboolean
is_shown (TlSearchPanel *self,
          GPtrArray     *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkListBoxRow *row = get_row (self, (int) i);

      if (row == NULL || !tl_search_row_equal (TL_SEARCH_ROW (row), g_ptr_array_index (rows, i)))
        return FALSE;
    }
  return get_row (self, (int) rows->len) == NULL;
}

/* What is the same stays, and with it the keyboard's place. */
static void
show_rows (TlSearchPanel *self,
           GPtrArray     *rows)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  g_autoptr (TlSearchRow) held = focus != NULL ? g_object_ref (TL_SEARCH_ROW (focus)) : NULL;
  GtkListBoxRow *row;

  if (is_shown (self, rows))
    return;
  if (held != NULL)
    gtk_widget_grab_focus (self->entry);
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < rows->len; i++)
    {
      gtk_list_box_append (GTK_LIST_BOX (self->list), g_ptr_array_index (rows, i));
      if (held != NULL && tl_search_row_equal (held, g_ptr_array_index (rows, i)))
        gtk_widget_grab_focus (g_ptr_array_index (rows, i));
    }
}

static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       data)
{
  const TlKind *kind = tl_record_get_kind (tl_search_row_get_record (TL_SEARCH_ROW (row)));
  GtkWidget *heading = NULL;

  if (before == NULL || tl_record_get_kind (tl_search_row_get_record (TL_SEARCH_ROW (before))) != kind)
    {
      heading = gtk_label_new (_(kind->plural));
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      gtk_widget_add_css_class (heading, "search-heading");
    }
  gtk_list_box_row_set_header (row, heading);
}

/* Asking */

static char *
word_count (const TlSearchAnswer *answer)
{
  g_autofree char *found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records",
                                                         answer->n_records), answer->n_records);
  g_autofree char *unread = NULL;

  if (answer->n_unread == 0)
    return g_steal_pointer (&found);
  unread = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u source still being read",
                                         "%u of %u sources still being read", answer->n_texts),
                            answer->n_unread, answer->n_texts);
  /* Translators: how many records were found; how many sources are not searched yet */
  return g_strdup_printf (_("%s; %s"), found, unread);
}

static void
show_answer (TlSearchPanel  *self,
             TlSearchAnswer *answer)
{
  g_autoptr (GPtrArray) rows = make_rows (self, answer);
  g_autofree char *count = word_count (answer);

  show_rows (self, rows);
  show_count (self, count);
  gtk_widget_set_visible (self->scroller, rows->len > 0);
  gtk_widget_set_visible (self->more, answer->n_records > answer->results->len);
  if (rows->len > 0 && answer->temporary)
    show_hint (self, _("The file can’t be written to, so it is read anew each time that it is opened."));
  else if (rows->len > 0)
    show_hint (self, "");
  else if (answer->n_unread > 0)
    show_hint (self, _("Nothing found so far."));
  else
    show_hint (self, _("Nothing found. Try fewer words, the beginning of one as in “assess*”, or one OR another."));
}

static void
show_nothing (TlSearchPanel *self,
              const char    *hint)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  show_rows (self, rows);
  show_count (self, "");
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_visible (self->more, FALSE);
  show_hint (self, hint);
}

static void
row_activated_cb (TlSearchPanel *self,
                  TlSearchRow   *row)
{
  guint start = tl_search_row_get_position (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal-passage", "(suuu)",
                              tl_record_get_id (tl_search_row_get_record (row)), tl_search_row_get_field (row), start,
                              start + tl_search_row_get_length (row));
}

static void
go_to_first (TlSearchPanel *self)
{
  GtkListBoxRow *row = get_row (self, 0);

  self->going = FALSE;
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    row_activated_cb (self, TL_SEARCH_ROW (row));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlSearchPanel) self = data;
  g_autoptr (GError) error = NULL;

  /* Gone, with its search. */
  if (self->search == NULL)
    return;

  g_autoptr (TlSearchAnswer) answer = tl_search_find_finish (self->search, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (answer != NULL)
    show_answer (self, answer);
  else
    show_nothing (self, error->message);
  /* What is not read yet may have it. */
  if (self->going && (answer == NULL || answer->n_unread == 0 || get_row (self, 0) != NULL))
    go_to_first (self);
}

static void
ask (TlSearchPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  tl_cancellable_stop (&self->asking);
  if (text[strspn (text, " \t")] == '\0')
    {
      show_nothing (self, _("Searches everything: sources, what happened, factors, findings. All words must occur; "
                            "“words in quotation marks” stand together; assess* begins a word; school OR nursery; "
                            "-without."));
      return;
    }
  self->asking = g_cancellable_new ();
  tl_search_find_async (self->search, text, TL_SEARCH_TYPING, 0, self->n_wanted, self->asking, found_cb,
                        g_object_ref (self));
}

/* Callbacks */

static void
changed_cb (TlSearchPanel *self)
{
  self->n_wanted = N_FIRST;
  self->going = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  ask (self);
}

static void
more_cb (TlSearchPanel *self)
{
  self->n_wanted += N_MORE;
  ask (self);
}

/* Whoever does not look at it does not need to know. */
static void
search_changed_cb (TlSearchPanel *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
}

static void
close_cb (TlSearchPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* What is shown may not be what was asked for last. */
static void
entry_activated_cb (TlSearchPanel *self)
{
  tl_search_entry_settle (self->entry);
  self->going = TRUE;
  if (self->asking == NULL)
    go_to_first (self);
}

static gboolean
entry_key_pressed_cb (TlSearchPanel *self,
                      guint          key)
{
  GtkListBoxRow *row = get_row (self, 0);

  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
list_key_pressed_cb (TlSearchPanel *self,
                     guint          key)
{
  GtkListBoxRow *row = get_row (self, 0);

  if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && row != NULL && gtk_widget_is_focus (GTK_WIDGET (row)))
    return gtk_widget_grab_focus (self->entry);
  if (key != GDK_KEY_Escape)
    return FALSE;
  close_cb (self);
  return TRUE;
}

static void
listen_to_keys (TlSearchPanel *self,
                GtkWidget     *widget,
                GCallback      callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
tl_search_panel_dispose (GObject *object)
{
  TlSearchPanel *self = TL_SEARCH_PANEL (object);

  tl_cancellable_stop (&self->asking);
  g_clear_object (&self->search);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_search_panel_parent_class)->dispose (object);
}

static void
tl_search_panel_class_init (TlSearchPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_search_panel_dispose;

  /**
   * TlSearchPanel::close:
   * @self: a panel
   *
   * The person wants to go back to where they were.
   */
  signals[SIGNAL_CLOSE] = g_signal_new ("close", TL_TYPE_SEARCH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static GtkWidget *
make_entry (TlSearchPanel *self)
{
  self->entry = tl_search_entry_new (_("Search everything in the review"));
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  listen_to_keys (self, self->entry, G_CALLBACK (entry_key_pressed_cb));
  return self->entry;
}

static GtkWidget *
make_count (TlSearchPanel *self)
{
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_widget_add_css_class (self->count, "caption");
  return self->count;
}

static GtkWidget *
make_hint (TlSearchPanel *self)
{
  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint), 50);
  return self->hint;
}

static GtkWidget *
make_list (TlSearchPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), head_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was found"), -1);
  gtk_widget_add_css_class (self->list, "search-results");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  listen_to_keys (self, self->list, G_CALLBACK (list_key_pressed_cb));

  self->more = gtk_button_new_with_label (_("Show More"));
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  return self->scroller;
}

static void
tl_search_panel_init (TlSearchPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), make_entry (self));
  gtk_box_append (GTK_BOX (box), make_count (self));
  gtk_box_append (GTK_BOX (box), make_hint (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_widget_add_css_class (box, "search-panel");
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_search_panel_new:
 * @review: the review to be searched
 *
 * Returns: (transfer floating): a panel
 */
GtkWidget *
tl_search_panel_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlSearchPanel *self = g_object_new (TL_TYPE_SEARCH_PANEL, NULL);

  self->review = g_object_ref (review);
  self->search = tl_search_new (review);
  self->n_wanted = N_FIRST;
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WIDGET (self);
}

/**
 * tl_search_panel_begin:
 *
 * To be called when the panel is shown: what was typed last can be typed over, and is asked for anew.
 */
void
tl_search_panel_begin (TlSearchPanel *self)
{
  g_return_if_fail (TL_IS_SEARCH_PANEL (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  ask (self);
}
