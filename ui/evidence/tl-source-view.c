/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One source, to be read. It owns the reader and fetches the text when that, or what the review says of it, is another
 * one. */
#include "config.h"

#include "ui/evidence/tl-source-view.h"

#include <glib/gi18n.h>

#include "ui/evidence/tl-reader.h"
#include "ui/evidence/tl-source-row.h"

struct _TlSourceView
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlRecord    *source;    /* owned, or NULL */
  char        *digest;    /* owned; of the text that the reader has */

  GtkWidget *stack; /* the source, or that none is chosen */
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *texts; /* the reader, or that there is no text */
  GtkWidget *no_text;
  GtkWidget *reader;
};

G_DEFINE_FINAL_TYPE (TlSourceView, tl_source_view, ADW_TYPE_BIN)

static TlReview *
get_review (TlSourceView *self)
{
  return tl_selection_get_review (self->selection);
}

static void
show_no_text (TlSourceView *self,
              const char   *title,
              const char   *description)
{
  adw_status_page_set_title (ADW_STATUS_PAGE (self->no_text), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->no_text), description);
  gtk_stack_set_visible_child (GTK_STACK (self->texts), self->no_text);
}

static void
show_body (TlSourceView *self)
{
  const char *digest = tl_record_get_text (self->source, "body");
  g_autoptr (GError) error = NULL;

  if (self->digest != NULL && g_strcmp0 (digest, self->digest) == 0)
    return;
  g_free (self->digest);
  self->digest = g_strdup (digest);
  if (digest == NULL)
    {
      show_no_text (self, _("No text yet"), _("This source has been noted, but no text was taken in with it."));
      return;
    }

  char *body = tl_review_dup_body (get_review (self), digest, &error);
  if (body == NULL)
    {
      show_no_text (self, _("The text can’t be read"), error->message);
      return;
    }
  tl_reader_take_body (TL_READER (self->reader), body, NULL, 0);
  gtk_stack_set_visible_child (GTK_STACK (self->texts), self->reader);
}

static void
refresh (TlSourceView *self)
{
  if (self->source == NULL)
    return;

  g_autofree char *title = tl_review_dup_title (get_review (self), self->source);
  g_autofree char *facts = tl_source_row_dup_facts (get_review (self), self->source);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, facts[0] != '\0');
  show_body (self);
}

/* Callbacks */

static void
review_changed_cb (TlSourceView    *self,
                   TlReviewChanges *changes)
{
  if (self->source == NULL)
    return;
  if (tl_review_lookup (get_review (self), tl_record_get_id (self->source)) == NULL)
    tl_source_view_set_source (self, NULL);
  else
    refresh (self);
}

/* Parts */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_source (TlSourceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = make_label ("title-4");
  self->facts = make_label ("dim-label");
  gtk_widget_add_css_class (header, "source-header");
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), self->facts);

  self->reader = tl_reader_new ();
  self->no_text = adw_status_page_new ();
  gtk_widget_add_css_class (self->no_text, "compact");
  self->texts = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->texts), self->reader);
  gtk_stack_add_child (GTK_STACK (self->texts), self->no_text);

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->texts);
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
  TlSourceView *self = TL_SOURCE_VIEW (widget);

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->texts)));
}

/* GObject overrides */

static void
tl_source_view_dispose (GObject *object)
{
  TlSourceView *self = TL_SOURCE_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->source);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_source_view_parent_class)->dispose (object);
}

static void
tl_source_view_finalize (GObject *object)
{
  g_free (TL_SOURCE_VIEW (object)->digest);
  G_OBJECT_CLASS (tl_source_view_parent_class)->finalize (object);
}

static void
tl_source_view_class_init (TlSourceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_source_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_source_view_finalize;
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

  self->selection = g_object_ref (selection);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_source (self), "source");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
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
  g_clear_pointer (&self->digest, g_free);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), source != NULL ? "source" : "none");
  refresh (self);
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
 * tl_source_view_show:
 * @start: the first character
 * @end: after the last
 *
 * Selects a stretch of the text and brings it into view.
 */
void
tl_source_view_show (TlSourceView *self,
                     guint         start,
                     guint         end)
{
  g_return_if_fail (TL_IS_SOURCE_VIEW (self));

  tl_reader_show (TL_READER (self->reader), start, end);
}

/**
 * tl_source_view_find:
 *
 * Opens the bar to find words in the text.
 */
void
tl_source_view_find (TlSourceView *self)
{
  g_return_if_fail (TL_IS_SOURCE_VIEW (self));

  if (self->source != NULL)
    tl_reader_find (TL_READER (self->reader));
}

/**
 * tl_source_view_find_next:
 * @back: towards the beginning
 *
 * Goes to the next place of what was looked for last.
 */
void
tl_source_view_find_next (TlSourceView *self,
                          gboolean      back)
{
  g_return_if_fail (TL_IS_SOURCE_VIEW (self));

  tl_reader_find_next (TL_READER (self->reader), back);
}
