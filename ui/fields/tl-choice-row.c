/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a field that is one of several: its own choices, or keys of the method pack. A key that nothing defines
 * any more is shown as it is rather than lost. A code of a typology is chosen in the picker, which the window has. */
#include "config.h"

#include "ui/fields/tl-choice-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-term.h"

struct _TlChoiceRow
{
  TlFieldRow parent_instance;

  GtkWidget  *drop_down; /* for a vocabulary that is a list */
  GtkWidget  *code;      /* for a typology */
  GListModel *terms;     /* owned */

  guint loading : 1;
};

G_DEFINE_FINAL_TYPE (TlChoiceRow, tl_choice_row, TL_TYPE_FIELD_ROW)

static guint
find_term (TlChoiceRow *self,
           const char  *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->terms); i++)
    {
      g_autoptr (TlTerm) term = g_list_model_get_item (self->terms, i);

      if (g_strcmp0 (tl_term_get_key (term), key) == 0)
        return i;
    }

  g_autoptr (TlTerm) unknown = tl_term_new (key, key, NULL);
  g_list_store_append (G_LIST_STORE (self->terms), unknown);
  return g_list_model_get_n_items (self->terms) - 1;
}

static void
selected_cb (TlChoiceRow *self)
{
  TlTerm *term = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));

  if (term == NULL)
    return;
  gtk_widget_set_tooltip_text (self->drop_down, tl_term_get_description (term));
  if (self->loading)
    return;
  tl_field_row_commit (TL_FIELD_ROW (self), tl_term_get_key (term));
  tl_field_row_end_group (TL_FIELD_ROW (self));
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_item_set_child (item, label);
}

/* What is chosen has one line, and is cut short where that is too long: the drop-down gives it no second one. */
static void
chosen_set_up_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  TlTerm *term = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), tl_term_get_label (term));
  gtk_widget_set_tooltip_text (label, tl_term_get_description (term));
  if (tl_term_get_key (term) == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static GtkListItemFactory *
create_factory (GCallback set_up)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bound_cb), NULL);
  return factory;
}

static void
build_drop_down (TlChoiceRow *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  g_autoptr (GtkListItemFactory) chosen = create_factory (G_CALLBACK (chosen_set_up_cb));
  g_autoptr (GtkListItemFactory) listed = create_factory (G_CALLBACK (item_set_up_cb));

  self->terms = tl_terms_for_field (tl_field_row_get_review (row), tl_field_row_get_field (row));
  self->drop_down = gtk_drop_down_new (g_object_ref (self->terms),
                                       gtk_property_expression_new (TL_TYPE_TERM, NULL, "label"));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), chosen);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), listed);
  gtk_widget_set_sensitive (self->drop_down, tl_field_row_get_editable (row));
  gtk_widget_add_css_class (self->drop_down, "flat");
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  tl_field_row_set_editor (row, self->drop_down, self->drop_down);
}

static void
build_code (TlChoiceRow *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  self->code = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->code), 0);
  gtk_label_set_wrap (GTK_LABEL (self->code), TRUE);
  gtk_widget_set_hexpand (self->code, TRUE);
  gtk_box_append (GTK_BOX (box), self->code);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.choose-code");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_record_get_id (tl_field_row_get_record (row)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Choose a code"));
  gtk_box_append (GTK_BOX (box), button);
  tl_field_row_set_editor (row, box, button);
}

static void
tl_choice_row_build (TlFieldRow *row)
{
  if (tl_field_row_get_field (row)->vocabulary == TL_VOCABULARY_CODE)
    build_code (TL_CHOICE_ROW (row));
  else
    build_drop_down (TL_CHOICE_ROW (row));
}

static void
tl_choice_row_load (TlFieldRow *row)
{
  TlChoiceRow *self = TL_CHOICE_ROW (row);
  const TlValue *value = tl_field_row_get_value (row);
  const char *key = value->type == TL_VALUE_TEXT ? value->text : NULL;

  if (self->code != NULL)
    {
      g_autofree char *label = tl_terms_dup_label (tl_field_row_get_review (row), tl_field_row_get_field (row), key);
      gtk_label_set_text (GTK_LABEL (self->code), label != NULL ? label : _("Not set"));
      return;
    }

  self->loading = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), find_term (self, key));
  self->loading = FALSE;
}

static void
tl_choice_row_finalize (GObject *object)
{
  g_clear_object (&TL_CHOICE_ROW (object)->terms);
  G_OBJECT_CLASS (tl_choice_row_parent_class)->finalize (object);
}

static void
tl_choice_row_class_init (TlChoiceRowClass *klass)
{
  TlFieldRowClass *row_class = TL_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_choice_row_finalize;
  row_class->build = tl_choice_row_build;
  row_class->load = tl_choice_row_load;
}

static void
tl_choice_row_init (TlChoiceRow *self)
{
}
