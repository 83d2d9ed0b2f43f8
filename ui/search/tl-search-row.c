/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place that was found: what the record is called, above the first of its places; in which field; and a line of what
 * stands there, with what was looked for in bold. */
#define G_LOG_DOMAIN "tl-search"

#include "config.h"

#include "ui/search/tl-search-row.h"

#include <glib/gi18n.h>

struct _TlSearchRow
{
  GtkListBoxRow parent_instance;

  TlRecord *record;
  guint     field;
  guint     position;
  guint     length;
  char     *name; /* all that it says, for who hears it */
};

G_DEFINE_FINAL_TYPE (TlSearchRow, tl_search_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
make_label (const char *markup,
            const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* So that the list asks for the height that it has when wrapped. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_escaped (GString    *markup,
                const char *text,
                guint       start,
                guint       end)
{
  g_autofree char *part = g_utf8_substring (text, start, end);
  g_autofree char *escaped = g_markup_escape_text (part, -1);

  g_string_append (markup, escaped);
}

/* Ranges may overlap: a word, and a phrase that it is in. */
static char *
make_markup (const TlSearchPassage *passage)
{
  GString *markup = g_string_new (NULL);
  guint length = (guint) g_utf8_strlen (passage->snippet, -1);
  guint at = 0;

  for (guint i = 0; i < passage->ranges->len; i++)
    {
      const TlSearchRange *range = &g_array_index (passage->ranges, TlSearchRange, i);

      if (range->end <= at)
        continue;
      append_escaped (markup, passage->snippet, at, MAX (range->start, at));
      g_string_append (markup, "<b>");
      append_escaped (markup, passage->snippet, MAX (range->start, at), range->end);
      g_string_append (markup, "</b>");
      at = range->end;
    }
  append_escaped (markup, passage->snippet, at, length);
  return g_string_free (markup, FALSE);
}

static void
tl_search_row_finalize (GObject *object)
{
  TlSearchRow *self = TL_SEARCH_ROW (object);

  g_clear_object (&self->record);
  g_free (self->name);

  G_OBJECT_CLASS (tl_search_row_parent_class)->finalize (object);
}

static void
tl_search_row_class_init (TlSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_search_row_finalize;
}

static void
tl_search_row_init (TlSearchRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-result");
}

/* The title says it already where it is what was found. */
static void
fill (TlSearchRow           *self,
      const char            *title,
      const TlSearchPassage *passage,
      gboolean               first)
{
  const TlField *field = &tl_record_get_kind (self->record)->fields[passage->field];
  gboolean is_title = (field->flags & TL_FIELD_TITLE) != 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *found = make_markup (passage);
  g_autofree char *label = g_markup_escape_text (_(field->label), -1);

  if (first && !is_title)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);
      gtk_box_append (GTK_BOX (box), make_label (escaped, "search-title"));
    }
  gtk_box_append (GTK_BOX (box), make_label (label, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (found, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  /* Translators: title of a record, name of its field, what stands there */
  self->name = g_strdup_printf (_("%s. %s: %s"), title, _(field->label), passage->snippet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

/**
 * tl_search_row_new:
 * @record: what was found
 * @title: what it is called
 * @passage: a place in it
 * @first: whether it is the first place shown of @record
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tl_search_row_new (TlRecord              *record,
                   const char            *title,
                   const TlSearchPassage *passage,
                   gboolean               first)
{
  g_return_val_if_fail (TL_IS_RECORD (record) && title != NULL && passage != NULL, NULL);

  TlSearchRow *self = g_object_new (TL_TYPE_SEARCH_ROW, NULL);

  self->record = g_object_ref (record);
  self->field = passage->field;
  self->position = passage->position;
  self->length = passage->length;
  fill (self, title, passage, first);
  return GTK_WIDGET (self);
}

/**
 * tl_search_row_get_record:
 *
 * Returns: (transfer none): the record that it is of
 */
TlRecord *
tl_search_row_get_record (TlSearchRow *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_ROW (self), NULL);
  return self->record;
}

/**
 * tl_search_row_get_field:
 *
 * Returns: the index of the field of the record's kind that the place is in
 */
guint
tl_search_row_get_field (TlSearchRow *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_ROW (self), 0);
  return self->field;
}

/**
 * tl_search_row_get_position:
 *
 * Returns: where the place is, in characters of the field or text
 */
guint
tl_search_row_get_position (TlSearchRow *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_ROW (self), 0);
  return self->position;
}

/**
 * tl_search_row_get_length:
 *
 * Returns: how long what was found there is, in characters
 */
guint
tl_search_row_get_length (TlSearchRow *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_ROW (self), 0);
  return self->length;
}

/**
 * tl_search_row_equal:
 * @other: another row
 *
 * Returns: whether both say the same of the same place
 */
gboolean
tl_search_row_equal (TlSearchRow *self,
                     TlSearchRow *other)
{
  g_return_val_if_fail (TL_IS_SEARCH_ROW (self) && TL_IS_SEARCH_ROW (other), FALSE);
  return self->record == other->record && self->field == other->field && self->position == other->position
         && self->length == other->length && g_str_equal (self->name, other->name);
}
