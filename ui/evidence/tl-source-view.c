/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One source: what it is, its text, and what a reviewer sets down about it. */
#include "config.h"

#include "ui/evidence/tl-source-view.h"

#include <glib/gi18n.h>

#include "ui/evidence/tl-source-form.h"
#include "ui/evidence/tl-source-row.h"
#include "ui/widgets/tl-icon-button.h"

struct _TlSourceView
{
  AdwBin parent_instance;

  TlReview *review; /* owned */
  TlRecord *source; /* owned, or NULL */

  GtkWidget *stack; /* the source, or that none is chosen */
  GtkWidget *back;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *sides; /* the text and the form */
  GtkWidget *text;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (TlSourceView, tl_source_view, ADW_TYPE_BIN)

static gboolean
is_conversation (TlRecord *source)
{
  return g_strcmp0 (tl_record_get_text (source, "type"), "conversation") == 0;
}

static void
refresh (TlSourceView *self)
{
  if (self->source == NULL)
    return;

  g_autofree char *title = tl_review_dup_title (self->review, self->source);
  g_autofree char *facts = tl_source_row_dup_facts (self->review, self->source);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, facts[0] != '\0');
  gtk_stack_page_set_title (gtk_stack_get_page (GTK_STACK (self->sides), self->form),
                            is_conversation (self->source) ? _("Conversation") : _("What Is Absent"));
}

/* Callbacks */

static void
review_changed_cb (TlSourceView *self)
{
  if (self->source != NULL && tl_review_lookup (self->review, tl_record_get_id (self->source)) == NULL)
    tl_source_view_set_source (self, NULL);
  refresh (self);
}

/* Parts */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_source (TlSourceView *self,
             TlSelection  *selection)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->title = make_label ("title-4");
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  self->facts = make_label ("dim-label");
  self->text = tl_source_text_new (selection);
  self->form = tl_source_form_new (self->review);
  self->sides = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->sides), FALSE);
  gtk_stack_add_titled (GTK_STACK (self->sides), self->text, "text", _("Text"));
  gtk_stack_add_titled (GTK_STACK (self->sides), self->form, "form", "");
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->sides));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to see of the source"), -1);
  gtk_widget_set_margin_top (switcher, 6);
  gtk_widget_add_css_class (header, "source-header");
  self->back = tl_icon_button_new ("go-previous-symbolic", _("Back to the list of sources"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "sources.show-list");
  gtk_widget_set_visible (self->back, FALSE);
  gtk_box_append (GTK_BOX (top), self->back);
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (header), top);
  gtk_box_append (GTK_BOX (header), self->facts);
  gtk_box_append (GTK_BOX (header), switcher);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->sides);
  return box;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "x-office-document-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No source chosen"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Choose one from the list to read it."));
  return status;
}

/* GtkWidget overrides */

static gboolean
tl_source_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *side = gtk_stack_get_visible_child (GTK_STACK (TL_SOURCE_VIEW (widget)->sides));

  return gtk_widget_grab_focus (side) || gtk_widget_child_focus (side, GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_source_view_dispose (GObject *object)
{
  TlSourceView *self = TL_SOURCE_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->source);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_source_view_parent_class)->dispose (object);
}

static void
tl_source_view_class_init (TlSourceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_source_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_source_view_grab_focus;
}

static void
tl_source_view_init (TlSourceView *self)
{
}

/**
 * tl_source_view_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the view of no source yet
 */
GtkWidget *
tl_source_view_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlSourceView *self = g_object_new (TL_TYPE_SOURCE_VIEW, NULL);

  self->review = g_object_ref (tl_selection_get_review (selection));
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_source (self, selection), "source");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_source_view_set_source:
 * @source: (nullable): what to read
 */
void
tl_source_view_set_source (TlSourceView *self,
                           TlRecord     *source)
{
  g_return_if_fail (TL_IS_SOURCE_VIEW (self));

  if (self->source == source)
    return;
  g_set_object (&self->source, source);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), source != NULL ? "source" : "none");
  tl_source_text_set_source (TL_SOURCE_TEXT (self->text), source);
  tl_source_form_set_source (TL_SOURCE_FORM (self->form), source);
  refresh (self);
  if (source != NULL)
    gtk_stack_set_visible_child (GTK_STACK (self->sides),
                                 is_conversation (source) && tl_record_get_text (source, "body") == NULL
                                     ? self->form
                                     : self->text);
}

/**
 * tl_source_view_get_source:
 *
 * Returns: (transfer none) (nullable): what is read
 */
TlRecord *
tl_source_view_get_source (TlSourceView *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_VIEW (self), NULL);
  return self->source;
}

/**
 * tl_source_view_get_text:
 *
 * Returns: (transfer none): its text and extracts
 */
TlSourceText *
tl_source_view_get_text (TlSourceView *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_VIEW (self), NULL);
  return TL_SOURCE_TEXT (self->text);
}

/**
 * tl_source_view_show_text:
 *
 * Shows the text, not what is set down about it.
 */
void
tl_source_view_show_text (TlSourceView *self)
{
  g_return_if_fail (TL_IS_SOURCE_VIEW (self));

  gtk_stack_set_visible_child (GTK_STACK (self->sides), self->text);
}

/**
 * tl_source_view_set_alone:
 * @alone: whether there is no room for the list of sources beside it, so that there has to be a way back
 */
void
tl_source_view_set_alone (TlSourceView *self,
                          gboolean      alone)
{
  g_return_if_fail (TL_IS_SOURCE_VIEW (self));

  gtk_widget_set_visible (self->back, alone);
}
