/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer that is a list of counts, as a table: what is counted, in how many reviews it is, and where that is asked,
 * in how many chance would give it. The property "chosen" is the chosen line by its place in the answer, or -1. */
#include "config.h"

#include "ui/charts/tl-answer-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/charts/tl-table-copy.h"
#include "ui/widgets/tl-look-behind.h"
#include "ui/widgets/tl-wrapped.h"

struct _TlAnswerTable
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkColumnView       *table;
  GtkColumnViewColumn *what;
  GtkColumnViewColumn *expected;
  GtkStack            *stack;

  /* Owned */
  GtkSingleSelection *selection;
  char               *caption; /* of the answer */
  char               *note;    /* or NULL */
};

G_DEFINE_FINAL_TYPE (TlAnswerTable, tl_answer_table, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
dup_expected (TlAnswerLine *line)
{
  double expected = tl_answer_line_get_expected (line);

  return expected < 0 ? g_strdup ("–") : g_strdup_printf ("%.1f", expected);
}

/* Cells */

static void
setup_what_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), tl_wrapped_new (NULL, NULL));
  gtk_box_append (GTK_BOX (box), tl_wrapped_new (NULL, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_list_item_set_child (item, box);
}

static void
bind_what_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  TlAnswerLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *detail = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), tl_answer_line_get_title (line));
  gtk_label_set_text (GTK_LABEL (detail), tl_answer_line_get_detail (line));
  gtk_widget_set_visible (detail, tl_answer_line_get_detail (line)[0] != '\0');
}

static void
setup_number_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_reviews_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  g_autofree char *reviews = tl_count_format (tl_answer_line_get_reviews (gtk_list_item_get_item (item)));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), reviews);
}

static void
bind_expected_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  g_autofree char *expected = dup_expected (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), expected);
}

static GtkColumnViewColumn *
add_column (TlAnswerTable *self,
            const char    *title,
            GCallback      setup,
            GCallback      bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
  return column;
}

/* Callbacks */

static void
selected_cb (TlAnswerTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* GObject overrides */

static void
tl_answer_table_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_int (value, tl_answer_table_get_chosen (TL_ANSWER_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_answer_table_dispose (GObject *object)
{
  g_clear_object (&TL_ANSWER_TABLE (object)->selection);
  G_OBJECT_CLASS (tl_answer_table_parent_class)->dispose (object);
}

static void
tl_answer_table_finalize (GObject *object)
{
  TlAnswerTable *self = TL_ANSWER_TABLE (object);

  g_free (self->caption);
  g_free (self->note);
  G_OBJECT_CLASS (tl_answer_table_parent_class)->finalize (object);
}

static void
tl_answer_table_class_init (TlAnswerTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_answer_table_get_property;
  object_class->dispose = tl_answer_table_dispose;
  object_class->finalize = tl_answer_table_finalize;

  properties[PROP_CHOSEN] = g_param_spec_int ("chosen", NULL, NULL, -1, G_MAXINT, -1,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
make_table (TlAnswerTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "answers");
  self->what = add_column (self, NULL, G_CALLBACK (setup_what_cb), G_CALLBACK (bind_what_cb));
  gtk_column_view_column_set_expand (self->what, TRUE);
  add_column (self, _("Reviews"), G_CALLBACK (setup_number_cb), G_CALLBACK (bind_reviews_cb));
  self->expected = add_column (self, _("Expected"), G_CALLBACK (setup_number_cb), G_CALLBACK (bind_expected_cb));
  tl_look_behind_from_table (self->table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
tl_answer_table_init (TlAnswerTable *self)
{
  GtkWidget *nothing = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing Was Found"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_table (self), "table");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_answer_table_new:
 * @what: what is counted, at the head of its column
 *
 * Returns: (transfer floating): a table of nothing
 */
GtkWidget *
tl_answer_table_new (const char *what)
{
  g_return_val_if_fail (what != NULL, NULL);

  TlAnswerTable *self = g_object_new (TL_TYPE_ANSWER_TABLE, NULL);

  gtk_column_view_column_set_title (self->what, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  return GTK_WIDGET (self);
}

static gboolean
has_expected (GListModel *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TlAnswerLine) line = g_list_model_get_item (lines, i);

      if (tl_answer_line_get_expected (line) >= 0)
        return TRUE;
    }
  return FALSE;
}

/* The line that says what @wanted said in an earlier answer. */
static guint
find_line (GListModel   *lines,
           TlAnswerLine *wanted)
{
  for (guint i = 0; lines != NULL && wanted != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TlAnswerLine) line = g_list_model_get_item (lines, i);

      if (strcmp (tl_answer_line_get_title (line), tl_answer_line_get_title (wanted)) == 0
          && strcmp (tl_answer_line_get_detail (line), tl_answer_line_get_detail (wanted)) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * tl_answer_table_set_answer:
 * @lines: (nullable): a list of #TlAnswerLine; %NULL while there is no answer
 * @caption: (nullable): what was counted; goes with a copy
 * @note: (nullable): what is withheld, likewise
 *
 * Shows another answer. The line that was chosen stays chosen, if it is there; "chosen" is notified in any case.
 */
void
tl_answer_table_set_answer (TlAnswerTable *self,
                            GListModel    *lines,
                            const char    *caption,
                            const char    *note)
{
  g_return_if_fail (TL_IS_ANSWER_TABLE (self));

  TlAnswerLine *chosen = gtk_single_selection_get_selected_item (self->selection);
  guint again = find_line (lines, chosen);

  g_object_freeze_notify (G_OBJECT (self));
  g_free (self->caption);
  g_free (self->note);
  self->caption = g_strdup (caption);
  self->note = g_strdup (note);
  gtk_column_view_column_set_visible (self->expected, lines != NULL && has_expected (lines));
  gtk_single_selection_set_model (self->selection, lines);
  gtk_single_selection_set_selected (self->selection, again);
  gtk_stack_set_visible_child_name (self->stack, lines != NULL && g_list_model_get_n_items (lines) == 0 ? "nothing"
                                                                                                         : "table");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_answer_table_choose:
 * @line: a line by its place in the answer, or -1
 */
void
tl_answer_table_choose (TlAnswerTable *self,
                        int            line)
{
  g_return_if_fail (TL_IS_ANSWER_TABLE (self));
  gtk_single_selection_set_selected (self->selection, line >= 0 ? (guint) line : GTK_INVALID_LIST_POSITION);
}

/**
 * tl_answer_table_get_chosen:
 *
 * Returns: the chosen line by its place in the answer, or -1
 */
int
tl_answer_table_get_chosen (TlAnswerTable *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_TABLE (self), -1);

  guint selected = self->selection != NULL ? gtk_single_selection_get_selected (self->selection)
                                           : GTK_INVALID_LIST_POSITION;

  return selected != GTK_INVALID_LIST_POSITION ? (int) selected : -1;
}

/**
 * tl_answer_table_dup_content:
 *
 * Returns: (transfer full): the answer that is shown, for a clipboard
 */
GdkContentProvider *
tl_answer_table_dup_content (TlAnswerTable *self)
{
  g_return_val_if_fail (TL_IS_ANSWER_TABLE (self) && self->caption != NULL, NULL);

  g_autoptr (TlTableCopy) copy = tl_table_copy_new ();
  GListModel *lines = gtk_single_selection_get_model (self->selection);
  gboolean expected = gtk_column_view_column_get_visible (self->expected);

  tl_table_copy_begin_row (copy, TRUE);
  tl_table_copy_add (copy, gtk_column_view_column_get_title (self->what));
  tl_table_copy_add (copy, _("Codes"));
  tl_table_copy_add (copy, _("Reviews"));
  if (expected)
    tl_table_copy_add (copy, _("Expected"));
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TlAnswerLine) line = g_list_model_get_item (lines, i);
      g_autofree char *chance = dup_expected (line);

      tl_table_copy_begin_row (copy, FALSE);
      tl_table_copy_add (copy, tl_answer_line_get_title (line));
      tl_table_copy_add (copy, tl_answer_line_get_detail (line));
      tl_table_copy_add_count (copy, tl_answer_line_get_reviews (line));
      if (expected)
        tl_table_copy_add (copy, chance);
    }
  tl_table_copy_end (copy, self->caption, self->note);
  return tl_table_copy_new_content (copy);
}
