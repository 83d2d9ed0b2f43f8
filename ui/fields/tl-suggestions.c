/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What could be written in a line that may hold anything: a button with the names that come as data. What is not among
 * them is typed. */
#include "config.h"

#include "ui/fields/tl-suggestions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/method/tl-accreditors.h"
#include "model/method/tl-method.h"

typedef struct {
  char *text;
  char *description; /* or NULL */
} Suggestion;

static void
suggestion_free (gpointer data)
{
  Suggestion *suggestion = data;

  g_free (suggestion->text);
  g_free (suggestion->description);
  g_free (suggestion);
}

static void
add (GPtrArray  *suggestions,
     const char *text,
     const char *description)
{
  Suggestion *suggestion = g_new (Suggestion, 1);

  *suggestion = (Suggestion) { g_strdup (text), g_strdup (description) };
  g_ptr_array_add (suggestions, suggestion);
}

static void
list_bodies (GPtrArray *suggestions)
{
  g_autoptr (GPtrArray) bodies = tl_accreditors_list (NULL);

  for (guint i = 0; i < bodies->len; i++)
    {
      const TlAccreditor *body = g_ptr_array_index (bodies, i);

      add (suggestions, body->title, body->description);
    }
}

static void
list_methods (GPtrArray *suggestions)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    add (suggestions, tl_method_get_title (g_ptr_array_index (methods, i)), NULL);
}

static const struct {
  const char *kind;
  const char *field;
  void      (*list) (GPtrArray *suggestions);
  gboolean    several; /* what is chosen comes behind what is there */
} fields[] = {
  { "reviewer", "accrediting_body", list_bodies, FALSE },
  { "reviewer", "methods", list_methods, TRUE },
};

static void
chosen_cb (TlFieldRow *row,
           GtkWidget  *button)
{
  const char *text = g_object_get_data (G_OBJECT (button), "tl-text");
  const char *before = tl_record_get_text (tl_field_row_get_record (row), tl_field_row_get_field (row)->name);
  gboolean several = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "tl-several"));
  g_autofree char *joined = several && before != NULL ? g_strdup_printf ("%s; %s", before, text) : g_strdup (text);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  tl_field_row_flush (row);
  if (several && before != NULL && strstr (before, text) != NULL)
    return;
  if (tl_field_row_commit (row, joined))
    TL_FIELD_ROW_GET_CLASS (row)->load (row);
  tl_field_row_end_group (row);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_choice (TlFieldRow       *row,
             const Suggestion *suggestion,
             gboolean          several)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label (suggestion->text, "body"));
  if (suggestion->description != NULL)
    gtk_box_append (GTK_BOX (box), make_label (suggestion->description, "caption"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, suggestion->text, -1);
  g_object_set_data_full (G_OBJECT (button), "tl-text", g_strdup (suggestion->text), g_free);
  g_object_set_data (G_OBJECT (button), "tl-several", GINT_TO_POINTER (several));
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), row, G_CONNECT_SWAPPED);
  return button;
}

/**
 * tl_suggestions_new:
 * @row: the row of a field
 *
 * Returns: (transfer floating) (nullable): a button that offers what could be in the field; %NULL where nothing is
 *   known
 */
GtkWidget *
tl_suggestions_new (TlFieldRow *row)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (row), NULL);

  const char *kind = tl_record_get_kind (tl_field_row_get_record (row))->name;
  const TlField *field = tl_field_row_get_field (row);
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  gboolean several = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && tl_field_row_get_editable (row); i++)
    if (g_str_equal (fields[i].kind, kind) && g_str_equal (fields[i].field, field->name))
      {
        fields[i].list (suggestions);
        several = fields[i].several;
      }
  if (suggestions->len == 0)
    return NULL;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: a field */
  g_autofree char *label = g_strdup_printf (_("Choose: %s"), _(field->label));

  for (guint i = 0; i < suggestions->len; i++)
    gtk_box_append (GTK_BOX (box), make_choice (row, g_ptr_array_index (suggestions, i), several));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}
