/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One extract that speaks for or against a claim: what it says, where it stands, and a note on why it matters here.
 * Choosing the row goes to the extract; what else can be done with it is in its menu. */
#include "config.h"

#include "ui/inspector/tl-evidence-row.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/base/tl-text.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-wording.h"

/* Enough to recognise a passage by; the rest is in its source. */
#define MAX_QUOTATION 280

struct _TlEvidenceRow
{
  GtkListBoxRow parent_instance;

  TlReview *review;  /* owned */
  TlRecord *support; /* owned */

  GtkWidget *quotation;
  GtkWidget *place;
  GtkWidget *menu;
  GtkWidget *note;
  guint      note_asked : 1;
};

G_DEFINE_FINAL_TYPE (TlEvidenceRow, tl_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_against (TlEvidenceRow *self)
{
  return g_strcmp0 (tl_record_get_text (self->support, "stance"), "against") == 0;
}

/* (transfer full): the source, the page or paragraph in it, and from when it was known, as far as they are given */
static char *
dup_place (TlEvidenceRow *self,
           TlRecord      *extract)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *source = tl_wording_owner (self->review, extract);
  const char *anchor = tl_record_get_text (extract, "anchor");
  TlDate known;

  if (source != NULL)
    g_ptr_array_add (parts, g_steal_pointer (&source));
  if (anchor != NULL)
    g_ptr_array_add (parts, g_strdup (anchor));
  if (tl_date_parse (tl_record_get_text (extract, "known_from"), &known))
    {
      g_autofree char *date = tl_date_format (&known);
      g_ptr_array_add (parts, g_strdup_printf (_("known from %s"), date));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GMenuModel *
make_menu (TlEvidenceRow *self)
{
  GMenu *menu = g_menu_new ();
  const char *id = tl_record_get_id (self->support);
  g_autoptr (GMenuItem) turn
    = g_menu_item_new (is_against (self) ? _("Move to Evidence For It") : _("Move to Evidence Against It"), NULL);
  g_autoptr (GMenuItem) detach = g_menu_item_new (_("Detach"), NULL);

  if (!gtk_widget_get_visible (self->note))
    g_menu_append (menu, _("Write a Note"), "evidence-row.note");
  g_menu_item_set_action_and_target (turn, "evidence.turn", "s", id);
  g_menu_append_item (menu, turn);
  g_menu_item_set_action_and_target (detach, "evidence.detach", "s", id);
  g_menu_append_item (menu, detach);
  return G_MENU_MODEL (menu);
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = make_menu (user_data);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
show_extract (TlEvidenceRow *self,
              TlRecord      *extract)
{
  const char *whole = tl_record_get_text (extract, "quotation");
  g_autofree char *quotation = tl_text_shorten (whole != NULL ? whole : _("(no words)"), MAX_QUOTATION);
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), quotation);
  g_autofree char *place = dup_place (self, extract);
  g_autofree char *spoken = g_strdup_printf ("%s %s", quoted, place);

  gtk_label_set_text (GTK_LABEL (self->quotation), quoted);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_widget_set_visible (self->place, place[0] != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show it in its source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", tl_record_get_id (extract));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.reveal");
}

static void
refresh (TlEvidenceRow *self)
{
  TlRecord *extract = tl_review_lookup (self->review, tl_record_get_text (self->support, "extract"));

  if (tl_review_lookup (self->review, tl_record_get_id (self->support)) != self->support || extract == NULL)
    return;
  show_extract (self, extract);
  gtk_widget_set_visible (self->note, self->note_asked || tl_record_get_text (self->support, "note") != NULL
                                        || gtk_widget_get_focus_child (self->note) != NULL);
}

static void
write_note (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlEvidenceRow *self = TL_EVIDENCE_ROW (widget);

  self->note_asked = TRUE;
  refresh (self);
  gtk_widget_child_focus (self->note, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
make_content (TlEvidenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (words), self->quotation);
  gtk_box_append (GTK_BOX (words), self->place);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (top), words);
  gtk_box_append (GTK_BOX (top), self->menu);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_widget_add_css_class (top, "field");
  return box;
}

/* GObject overrides */

static void
tl_evidence_row_finalize (GObject *object)
{
  TlEvidenceRow *self = TL_EVIDENCE_ROW (object);

  g_clear_object (&self->review);
  g_clear_object (&self->support);

  G_OBJECT_CLASS (tl_evidence_row_parent_class)->finalize (object);
}

static void
tl_evidence_row_class_init (TlEvidenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_evidence_row_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "evidence-row.note", NULL, write_note);
}

static void
tl_evidence_row_init (TlEvidenceRow *self)
{
  self->quotation = make_label ();
  self->place = make_label ();
  gtk_widget_add_css_class (self->place, "caption");
  gtk_widget_add_css_class (self->place, "dim-label");

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_tooltip_text (self->menu, _("What can be done with it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What can be done with it"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), make_menu_cb, self, NULL);
}

/**
 * tl_evidence_row_new:
 * @review: a review
 * @support: one of its pieces of evidence
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_evidence_row_new (TlReview *review,
                     TlRecord *support)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (support, "support"), NULL);

  TlEvidenceRow *self = g_object_new (TL_TYPE_EVIDENCE_ROW, NULL);
  int note = tl_kind_find_field_index (tl_record_get_kind (support), "note");

  self->review = g_object_ref (review);
  self->support = g_object_ref (support);
  self->note = tl_field_row_new (review, support, (guint) note);
  gtk_widget_set_visible (self->menu, !tl_review_get_read_only (review));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), make_content (self));
  refresh (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
