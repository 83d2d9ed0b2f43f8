/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text that can be released, in a list: of what it is, how it begins, what was decided, and the choice. */
#include "config.h"

#include "ui/dialogs/tl-release-row.h"

#include <glib/gi18n.h>

#include "model/review/tl-release-list.h"
#include "ui/widgets/tl-release-choice.h"
#include "ui/widgets/tl-wording.h"

struct _TlReleaseItem
{
  GObject parent_instance;

  TlReview *review; /* owned */
  TlRecord *record; /* owned */
  guint     field;
};

G_DEFINE_FINAL_TYPE (TlReleaseItem, tl_release_item, G_TYPE_OBJECT)

struct _TlReleaseRow
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkLabel  *heading;
  GtkLabel  *text;
  GtkLabel  *words;
  GtkWidget *choice;

  TlReleaseItem *item; /* owned */
};

G_DEFINE_FINAL_TYPE (TlReleaseRow, tl_release_row, ADW_TYPE_BIN)

static void
tl_release_item_finalize (GObject *object)
{
  TlReleaseItem *self = TL_RELEASE_ITEM (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_release_item_parent_class)->finalize (object);
}

static void
tl_release_item_class_init (TlReleaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_release_item_finalize;
}

static void
tl_release_item_init (TlReleaseItem *self)
{
}

/**
 * tl_release_item_new:
 * @review: a review
 * @record: a record of it
 * @field: index of a field that can be released
 *
 * Returns: (transfer full): an item of a list
 */
TlReleaseItem *
tl_release_item_new (TlReview *review,
                     TlRecord *record,
                     guint     field)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlReleaseItem *self = g_object_new (TL_TYPE_RELEASE_ITEM, NULL);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  self->field = field;
  return self;
}

TlRecord *
tl_release_item_get_record (TlReleaseItem *self)
{
  return self->record;
}

guint
tl_release_item_get_field (TlReleaseItem *self)
{
  return self->field;
}

static void
update (TlReleaseRow *self)
{
  TlReleaseItem *item = self->item;
  const TlKind *kind = tl_record_get_kind (item->record);
  const char *field = kind->fields[item->field].name;
  g_autofree char *words = tl_review_dup_release_words (item->review, item->record, item->field);
  g_autofree char *name = tl_wording_name (item->review, item->record);
  /* Translators: a kind of record, what it is called, a field of it */
  g_autofree char *heading = g_strdup_printf (_("%s “%s”: %s"), _(kind->label), name,
                                              _(kind->fields[item->field].label));

  g_autofree char *text = g_strdelimit (g_strdup (tl_record_get_text (item->record, field)), "\n", ' ');

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->words, words);
}

static void
drop_item (TlReleaseRow *self)
{
  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->item->review, self);
  g_clear_object (&self->item);
}

static void
tl_release_row_dispose (GObject *object)
{
  drop_item (TL_RELEASE_ROW (object));
  G_OBJECT_CLASS (tl_release_row_parent_class)->dispose (object);
}

static void
tl_release_row_class_init (TlReleaseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_release_row_dispose;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class,
           int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
tl_release_row_init (TlReleaseRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (box, TRUE);
  self->heading = add_label (box, "caption-heading", 2);
  self->text = add_label (box, NULL, 3);
  self->words = add_label (box, "caption", 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  self->choice = tl_release_choice_new ();
  gtk_widget_set_valign (self->choice, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), self->choice);
  gtk_widget_add_css_class (line, "leaving");
  adw_bin_set_child (ADW_BIN (self), line);
}

/**
 * tl_release_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_release_row_new (void)
{
  return g_object_new (TL_TYPE_RELEASE_ROW, NULL);
}

/**
 * tl_release_row_set_item:
 * @self: a row
 * @item: (nullable): what to show
 */
void
tl_release_row_set_item (TlReleaseRow  *self,
                         TlReleaseItem *item)
{
  g_return_if_fail (TL_IS_RELEASE_ROW (self));

  drop_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  tl_release_choice_set_text (TL_RELEASE_CHOICE (self->choice), item->review, item->record, item->field);
  g_signal_connect_swapped (item->review, "changed", G_CALLBACK (update), self);
  update (self);
}
