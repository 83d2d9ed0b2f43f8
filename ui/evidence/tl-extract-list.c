/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The extracts of one source as cards, in the order of its text. It emits "chosen" when one is to be gone to. */
#include "config.h"

#include "ui/evidence/tl-extract-list.h"

#include <glib/gi18n.h>

#include "ui/evidence/tl-extract-card.h"

struct _TlExtractList
{
  AdwBin parent_instance;

  TlReview   *review; /* owned */
  GHashTable *cards;  /* TlRecord to its card; both borrowed, they hold each other */

  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *scroller;
  guint      scroll_id;
};

G_DEFINE_FINAL_TYPE (TlExtractList, tl_extract_list, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Callbacks */

static void
activated_cb (TlExtractList *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, tl_extract_card_get_extract (TL_EXTRACT_CARD (row)));
}

/* GObject overrides */

static void
tl_extract_list_dispose (GObject *object)
{
  TlExtractList *self = TL_EXTRACT_LIST (object);

  g_hash_table_remove_all (self->cards);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_extract_list_parent_class)->dispose (object);
}

static void
tl_extract_list_finalize (GObject *object)
{
  g_hash_table_unref (TL_EXTRACT_LIST (object)->cards);
  G_OBJECT_CLASS (tl_extract_list_parent_class)->finalize (object);
}

static void
tl_extract_list_class_init (TlExtractListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_extract_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_extract_list_finalize;

  /**
   * TlExtractList::chosen:
   * @extract: what is to be gone to in the text
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_EXTRACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, TL_TYPE_RECORD);
}

static void
tl_extract_list_init (TlExtractList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->cards = g_hash_table_new (NULL, NULL);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "extracts-title");
  gtk_widget_add_css_class (self->title, "heading");

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "extracts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Extracts"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_extract_list_new:
 * @review: a review
 *
 * Returns: (transfer floating): a list of no extracts
 */
GtkWidget *
tl_extract_list_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlExtractList *self = g_object_new (TL_TYPE_EXTRACT_LIST, NULL);

  self->review = g_object_ref (review);
  return GTK_WIDGET (self);
}

static gboolean
is_among (GArray   *places,
          TlRecord *extract)
{
  for (guint i = 0; i < places->len; i++)
    {
      if (g_array_index (places, TlExtractPlace, i).extract == extract)
        return TRUE;
    }
  return FALSE;
}

/* Takes the cards away whose extracts are not among @places. */
static void
drop_cards (TlExtractList *self,
            GArray        *places)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL;)
    {
      TlRecord *extract = tl_extract_card_get_extract (TL_EXTRACT_CARD (row));

      if (is_among (places, extract))
        {
          i++;
          continue;
        }
      g_hash_table_remove (self->cards, extract);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
}

/**
 * tl_extract_list_set_places:
 * @places: (element-type TlExtractPlace): the extracts of one source, in the order of the text
 * @tunnel: (nullable): the eyes to look through
 *
 * Shows these extracts as the review has them now; a card that is there already stays.
 */
void
tl_extract_list_set_places (TlExtractList *self,
                            GArray        *places,
                            TlTunnel      *tunnel)
{
  g_return_if_fail (TL_IS_EXTRACT_LIST (self) && places != NULL);

  g_autofree char *title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u extract", "%u extracts", places->len), places->len);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  drop_cards (self, places);
  for (guint i = 0; i < places->len; i++)
    {
      const TlExtractPlace *place = &g_array_index (places, TlExtractPlace, i);
      GtkWidget *card = g_hash_table_lookup (self->cards, place->extract);

      if (card == NULL)
        {
          card = tl_extract_card_new (self->review, place->extract);
          g_hash_table_insert (self->cards, place->extract, card);
          gtk_list_box_insert (GTK_LIST_BOX (self->list), card, (int) i);
        }
      else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) != (int) i)
        {
          g_object_ref (card);
          gtk_list_box_remove (GTK_LIST_BOX (self->list), card);
          gtk_list_box_insert (GTK_LIST_BOX (self->list), card, (int) i);
          g_object_unref (card);
        }
      tl_extract_card_refresh (TL_EXTRACT_CARD (card), place,
                               tunnel != NULL ? tl_tunnel_get_state (tunnel, tl_record_get_id (place->extract))
                                              : TL_TUNNEL_OUTSIDE);
    }
}

/* So that the whole card is in view, or as much of it as there is room for; when it has its place. */
static gboolean
scroll_cb (GtkWidget     *list,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlExtractList *self = user_data;
  GtkWidget *card = GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  graphene_rect_t bounds;

  if (card != NULL && gtk_widget_get_height (card) == 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (card != NULL && gtk_widget_compute_bounds (card, list, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/**
 * tl_extract_list_set_current:
 * @extract: (nullable): the extract that is spoken of
 *
 * Selects its card and brings it into view.
 */
void
tl_extract_list_set_current (TlExtractList *self,
                             TlRecord      *extract)
{
  g_return_if_fail (TL_IS_EXTRACT_LIST (self));

  GtkWidget *card = extract != NULL ? g_hash_table_lookup (self->cards, extract) : NULL;

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (card));
  if (card != NULL && self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (self->list, scroll_cb, self, NULL);
}

/**
 * tl_extract_list_find_card:
 * @extract: an extract
 *
 * Returns: (transfer none) (nullable): its card
 */
GtkWidget *
tl_extract_list_find_card (TlExtractList *self,
                           TlRecord      *extract)
{
  g_return_val_if_fail (TL_IS_EXTRACT_LIST (self), NULL);
  return extract != NULL ? g_hash_table_lookup (self->cards, extract) : NULL;
}
