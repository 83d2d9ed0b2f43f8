/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the narrative: the case along time, and its bar of tools. */
#include "config.h"

#include "ui/narrative/tl-narrative-page.h"

#include <glib/gi18n.h>

#include "ui/narrative/tl-narrative-view.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-page.h"

struct _TlNarrativePage
{
  AdwBin parent_instance;

  /* Owned */
  TlSelection *selection;
  TlNarrative *narrative;

  /* Children */
  TlNarrativeView *view;
};

static void page_iface_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlNarrativePage, tl_narrative_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_iface_init))

/* TlPage */

static gboolean
tl_narrative_page_shows (TlPage   *page,
                         TlRecord *record)
{
  return tl_narrative_view_shows (TL_NARRATIVE_PAGE (page)->view, record);
}

static void
tl_narrative_page_reveal (TlPage     *page,
                          const char *id)
{
  tl_narrative_view_reveal (TL_NARRATIVE_PAGE (page)->view, id);
}

static void
page_iface_init (TlPageInterface *iface)
{
  iface->shows = tl_narrative_page_shows;
  iface->reveal = tl_narrative_page_reveal;
}

/* Parts */

static GtkWidget *
make_view (TlNarrativePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = TL_NARRATIVE_VIEW (tl_narrative_view_new (self->narrative, self->selection));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_ALWAYS, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

/* GtkWidget overrides */

static gboolean
tl_narrative_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (TL_NARRATIVE_PAGE (widget)->view), GTK_DIR_TAB_FORWARD);
}

/* GObject overrides */

static void
tl_narrative_page_dispose (GObject *object)
{
  TlNarrativePage *self = TL_NARRATIVE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->narrative);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_narrative_page_parent_class)->dispose (object);
}

static void
tl_narrative_page_class_init (TlNarrativePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_narrative_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_narrative_page_grab_focus;
}

static void
tl_narrative_page_init (TlNarrativePage *self)
{
}

/**
 * tl_narrative_page_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_narrative_page_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlNarrativePage *self = g_object_new (TL_TYPE_NARRATIVE_PAGE, NULL);

  self->selection = g_object_ref (selection);
  self->narrative = tl_narrative_new (tl_selection_get_review (selection));
  adw_bin_set_child (ADW_BIN (self), make_view (self));
  return GTK_WIDGET (self);
}
