/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The method's groups of factors with their prompts, by level: questions to think with, from which a factor can be
 * taken to the canvas. Emits "activate-group" with the key of a group that was chosen. */
#include "config.h"

#include "ui/canvas/tl-canvas-palette.h"

#include <glib/gi18n.h>

#include "model/method/tl-method.h"
#include "ui/widgets/tl-search-entry.h"
#include "ui/widgets/tl-term.h"

#define WIDTH 280

struct _TlCanvasPalette
{
  AdwBin parent_instance;

  /* Owned */
  TlReview *review;
  TlMethod *method; /* shown */

  /* Children */
  GtkWidget *entry;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TlCanvasPalette, tl_canvas_palette, ADW_TYPE_BIN)

enum {
  ACTIVATE_GROUP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlTerm *
get_term (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "term");
}

static const TlMethodEntry *
find_group (TlCanvasPalette *self,
            GtkListBoxRow   *row)
{
  return self->method != NULL
             ? tl_method_find_entry (self->method, TL_VOCABULARY_CATEGORY, tl_term_get_key (get_term (row)))
             : NULL;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The questions of a group; they open when it is selected. */
static GtkWidget *
make_prompts (const TlMethodEntry *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *revealer = gtk_revealer_new ();

  for (guint i = 0; group->prompts != NULL && group->prompts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_label (group->prompts[i], "prompt"));
  gtk_widget_set_margin_top (box, 8);
  gtk_revealer_set_child (GTK_REVEALER (revealer), box);
  return revealer;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkWidget     *row)
{
  return gdk_content_provider_new_typed (TL_TYPE_TERM, get_term (GTK_LIST_BOX_ROW (row)));
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               GtkWidget     *row)
{
  GtkWidget *icon = gtk_label_new (tl_term_get_label (get_term (GTK_LIST_BOX_ROW (row))));

  gtk_widget_add_css_class (icon, "palette-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
}

static GtkWidget *
make_row (const TlMethodEntry *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *prompts = make_prompts (group);
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *questions = g_strjoinv (" ", group->prompts);

  gtk_box_append (GTK_BOX (box), make_label (group->title, "title"));
  if (group->description != NULL)
    gtk_box_append (GTK_BOX (box), make_label (group->description, "description"));
  gtk_box_append (GTK_BOX (box), prompts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "term", tl_term_new (group->key, group->title, group->description),
                          g_object_unref);
  g_object_set_data (G_OBJECT (row), "prompts", prompts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, group->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, questions, -1);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  return row;
}

static gboolean
holds (const char *text,
       const char *words)
{
  return text != NULL && (g_str_match_string (words, text, TRUE) || g_strstr_len (text, -1, words) != NULL);
}

/* Callbacks */

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  TlCanvasPalette *self = data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const TlMethodEntry *group = find_group (self, row);

  if (group == NULL || *words == '\0' || holds (group->title, words) || holds (group->description, words))
    return TRUE;
  for (guint i = 0; group->prompts != NULL && group->prompts[i] != NULL; i++)
    {
      if (holds (group->prompts[i], words))
        return TRUE;
    }
  return FALSE;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  TlCanvasPalette *self = data;
  const TlMethodEntry *group = find_group (self, row);
  const TlMethodEntry *above = before != NULL ? find_group (self, before) : NULL;
  const char *title;

  if (group == NULL || (above != NULL && above->level == group->level))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  title = group->level >= 0 ? tl_method_get_level (self->method, (guint) group->level)->title : _("At any level");
  gtk_list_box_row_set_header (row, make_label (title, "palette-level"));
}

static int
sort_cb (GtkListBoxRow *one,
         GtkListBoxRow *other,
         gpointer       data)
{
  const TlMethodEntry *a = find_group (data, one), *b = find_group (data, other);

  /* of the same level in the order of the method, which is that of the entries in memory */
  if (a->level != b->level)
    return (guint) a->level < (guint) b->level ? -1 : 1;
  return (a > b) - (a < b);
}

static void
selected_cb (GtkListBox      *list,
             GtkListBoxRow   *selected,
             TlCanvasPalette *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    gtk_revealer_set_reveal_child (g_object_get_data (G_OBJECT (row), "prompts"), row == selected);
}

static void
activated_cb (GtkListBox      *list,
              GtkListBoxRow   *row,
              TlCanvasPalette *self)
{
  g_signal_emit (self, signals[ACTIVATE_GROUP], 0, tl_term_get_key (get_term (row)));
}

static void
search_changed_cb (TlCanvasPalette *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

/* Shows the groups of the review's method, if it is another one than before. */
static void
update (TlCanvasPalette *self)
{
  const char *id = tl_record_get_text (tl_review_get_subject (self->review), "method");
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;
  const TlMethodEntry *groups;
  GtkListBoxRow *row;
  guint n = 0;

  if (self->method != NULL && g_strcmp0 (id, tl_method_get_id (self->method)) == 0)
    return;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_set_object (&self->method, method);
  groups = method != NULL ? tl_method_get_entries (method, TL_VOCABULARY_CATEGORY, &n) : NULL;
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (&groups[i]));
}

/* GObject overrides */

static void
tl_canvas_palette_dispose (GObject *object)
{
  TlCanvasPalette *self = TL_CANVAS_PALETTE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->method);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_canvas_palette_parent_class)->dispose (object);
}

static void
tl_canvas_palette_class_init (TlCanvasPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_canvas_palette_dispose;

  signals[ACTIVATE_GROUP] = g_signal_new ("activate-group", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "palette");
}

static void
tl_canvas_palette_init (TlCanvasPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entry = tl_search_entry_new (_("Search groups and questions"));
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Groups of factors"),
                                  -1);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), sort_cb, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), make_label (_("No group with these words"), "dim-label"));
  gtk_widget_set_tooltip_text (self->list, _("Drag to the graph, or press Enter, to add a factor of the group"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_size_request (box, WIDTH, -1);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

/**
 * tl_canvas_palette_new:
 * @review: the review whose method counts
 *
 * Returns: (transfer floating): a palette
 */
GtkWidget *
tl_canvas_palette_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlCanvasPalette *self = g_object_new (TL_TYPE_CANVAS_PALETTE, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
