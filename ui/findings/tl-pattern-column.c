/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The patterns of one category of underlying pattern, or of none yet. A card that is dropped on it changes category;
 * factors that are dropped on it make a new pattern. */
#include "config.h"

#include "ui/findings/tl-pattern-column.h"

#include <glib/gi18n.h>

#include "ui/findings/tl-factor-drag.h"
#include "ui/widgets/tl-icon-button.h"

#define MIN_WIDTH 210

struct _TlPatternColumn
{
  AdwBin parent_instance;

  char *key;  /* owned; "" for no category */
  char *name; /* owned */

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *box; /* the cards */
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (TlPatternColumn, tl_pattern_column, ADW_TYPE_BIN)

/* Callbacks */

static gboolean
dropped_cb (TlPatternColumn *self,
            const GValue    *value)
{
  if (G_VALUE_HOLDS (value, TL_TYPE_FACTOR_DRAG))
    {
      TlFactorDrag *drag = g_value_get_object (value);
      const char *from = tl_factor_drag_get_from (drag);

      return gtk_widget_activate_action (GTK_WIDGET (self), "patterns.gather-in", "(ss^as)", from != NULL ? from : "",
                                         self->key, tl_factor_drag_get_ids (drag));
    }

  TlRecord *record = g_value_get_object (value);
  return tl_record_is (record, "pattern")
         && gtk_widget_activate_action (GTK_WIDGET (self), "patterns.set-category", "(ss)", tl_record_get_id (record),
                                        self->key);
}

/* Parts */

static GtkWidget *
make_header (TlPatternColumn *self,
             gboolean         editable)
{
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->header), self->title);
  if (editable)
    {
      g_autofree char *label = g_strdup_printf (_("New pattern under “%s”"), self->name);

      gtk_box_append (GTK_BOX (self->header),
                      tl_icon_button_new_for ("list-add-symbolic", label, "patterns.add", self->key));
    }
  return self->header;
}

static void
accept_drops (TlPatternColumn *self)
{
  GType types[] = { TL_TYPE_FACTOR_DRAG, TL_TYPE_RECORD };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
fill (TlPatternColumn *self,
      gboolean         editable)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (content), make_header (self, editable));
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  gtk_box_append (GTK_BOX (content), self->box);
  self->empty = gtk_label_new (editable ? _("Nothing here yet. Drop factors here to gather them.")
                                        : _("Nothing here."));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (content), self->empty);
  adw_bin_set_child (ADW_BIN (self), content);
}

/* GObject overrides */

static void
tl_pattern_column_finalize (GObject *object)
{
  TlPatternColumn *self = TL_PATTERN_COLUMN (object);

  g_free (self->key);
  g_free (self->name);
  G_OBJECT_CLASS (tl_pattern_column_parent_class)->finalize (object);
}

static void
tl_pattern_column_class_init (TlPatternColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_pattern_column_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "patterncolumn");
}

static void
tl_pattern_column_init (TlPatternColumn *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, -1);
}

/**
 * tl_pattern_column_new:
 * @category: (nullable): whose patterns it is for; %NULL for those that have no category yet
 * @editable: whether something can be changed
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
tl_pattern_column_new (const TlMethodEntry *category,
                       gboolean             editable)
{
  TlPatternColumn *self = g_object_new (TL_TYPE_PATTERN_COLUMN, NULL);

  self->key = g_strdup (category != NULL ? category->key : "");
  self->name = g_strdup (category != NULL ? category->title : _("No category yet"));
  fill (self, editable);
  gtk_widget_set_tooltip_text (self->title, category != NULL ? category->description : NULL);
  if (editable)
    accept_drops (self);
  return GTK_WIDGET (self);
}

/**
 * tl_pattern_column_get_key:
 *
 * Returns: (transfer none): the key of its category, "" for none
 */
const char *
tl_pattern_column_get_key (TlPatternColumn *self)
{
  g_return_val_if_fail (TL_IS_PATTERN_COLUMN (self), NULL);
  return self->key;
}

/**
 * tl_pattern_column_get_box:
 *
 * Returns: (transfer none): where its cards stand
 */
GtkWidget *
tl_pattern_column_get_box (TlPatternColumn *self)
{
  g_return_val_if_fail (TL_IS_PATTERN_COLUMN (self), NULL);
  return self->box;
}

/**
 * tl_pattern_column_refresh:
 *
 * Says how many cards there are now.
 */
void
tl_pattern_column_refresh (TlPatternColumn *self)
{
  g_return_if_fail (TL_IS_PATTERN_COLUMN (self));

  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n++;
  /* Translators: a category of underlying pattern, and how many patterns are under it; the space does not break */
  g_autofree char *title = n > 0 ? g_strdup_printf (_("%s\302\240(%u)"), self->name, n) : g_strdup (self->name);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (self->box, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}
