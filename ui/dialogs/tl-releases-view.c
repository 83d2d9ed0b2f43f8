/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every text that leaves in a tier only where a person has released it: what is released, what is not, what was and has
 * changed since; and the decision, text by text. */
#include "config.h"

#include "ui/dialogs/tl-releases-view.h"

#include <glib/gi18n.h>

#include "model/review/tl-release-list.h"
#include "model/review/tl-release.h"
#include "ui/dialogs/tl-release-row.h"
#include "ui/widgets/tl-drop-down-name.h"

struct _TlReleasesView
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkLabel    *counts;
  GtkDropDown *show;
  GtkWidget   *list;

  /* Owned references */
  TlReview   *review;
  TlTier      tier;
  GListStore *items;  /* of TlReleaseItem */
  GtkFilter  *filter; /* of the list */
};

/* What “Show” offers, in its order. */
enum { SHOW_ALL, SHOW_RELEASED, SHOW_UNRELEASED };

G_DEFINE_FINAL_TYPE (TlReleasesView, tl_releases_view, ADW_TYPE_BIN)

static gboolean
is_released (TlReleasesView *self,
             TlReleaseItem  *item)
{
  return tl_review_get_release (self->review, tl_release_item_get_record (item), tl_release_item_get_field (item))
         >= self->tier;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TlReleasesView *self = user_data;
  guint show = gtk_drop_down_get_selected (self->show);

  return self->review != NULL
         && (show == SHOW_ALL || is_released (self, TL_RELEASE_ITEM (item)) == (show == SHOW_RELEASED));
}

static void
update_counts (TlReleasesView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), released = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlReleaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      released += is_released (self, item);
    }

  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u text is released",
                                                        "%u of %u texts are released", n),
                                           released, n);
  gtk_label_set_text (self->counts, text);
}

/* The texts are the same as long as no record comes, goes, or gets its first words. */
static gboolean
is_same (TlReleasesView *self,
         GArray         *texts)
{
  if (texts->len != g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    {
      const TlReleasable *text = &g_array_index (texts, TlReleasable, i);
      g_autoptr (TlReleaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (tl_release_item_get_record (item) != text->record || tl_release_item_get_field (item) != text->field)
        return FALSE;
    }
  return TRUE;
}

static void
refresh (TlReleasesView *self)
{
  g_autoptr (GArray) texts = tl_review_list_releasable (self->review, self->tier);

  if (!is_same (self, texts))
    {
      g_list_store_remove_all (self->items);
      for (guint i = 0; i < texts->len; i++)
        {
          const TlReleasable *text = &g_array_index (texts, TlReleasable, i);
          g_autoptr (TlReleaseItem) item = tl_release_item_new (self->review, text->record, text->field);

          g_list_store_append (self->items, item);
        }
    }
  update_counts (self);
}

static void
show_changed_cb (TlReleasesView *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_list_item_set_child (item, tl_release_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  tl_release_row_set_item (TL_RELEASE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  tl_release_row_set_item (TL_RELEASE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Parts */

static GtkWidget *
make_list (TlReleasesView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (item_unbound_cb), NULL);
  self->items = g_list_store_new (TL_TYPE_RELEASE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));

  GtkFilterListModel *shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                                         g_object_ref (self->filter));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Texts"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_line (TlReleasesView *self)
{
  const char *const labels[] = { _("All texts"), _("Released"), _("Not released"), NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->counts = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->counts, 0);
  gtk_label_set_wrap (self->counts, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->counts), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->counts), "heading");
  self->show = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  tl_drop_down_set_name (self->show, _("Show"));
  g_signal_connect_swapped (self->show, "notify::selected", G_CALLBACK (show_changed_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->show));
  gtk_widget_add_css_class (line, "leaving");
  return line;
}

/* GObject overrides */

static void
tl_releases_view_dispose (GObject *object)
{
  TlReleasesView *self = TL_RELEASES_VIEW (object);

  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_releases_view_parent_class)->dispose (object);
}

static void
tl_releases_view_finalize (GObject *object)
{
  TlReleasesView *self = TL_RELEASES_VIEW (object);

  g_clear_object (&self->items);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (tl_releases_view_parent_class)->finalize (object);
}

static void
tl_releases_view_class_init (TlReleasesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_releases_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_releases_view_finalize;
}

static void
tl_releases_view_init (TlReleasesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = make_line (self);

  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_list (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_releases_view_new:
 * @review: a review
 * @tier: for whom; %TL_TIER_LEARNING or %TL_TIER_PUBLIC
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
tl_releases_view_new (TlReview *review,
                      TlTier    tier)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlReleasesView *self = g_object_new (TL_TYPE_RELEASES_VIEW, NULL);

  self->review = g_object_ref (review);
  self->tier = tier;
  refresh (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
