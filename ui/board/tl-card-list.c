/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box with a card for each record of a list. Cards stay as long as their records do, so that what is being written in
 * one is not lost when another comes or goes. */
#include "config.h"

#include "ui/board/tl-card-list.h"

/**
 * tl_card_list_find:
 * @box: a box of cards
 * @id: id of a record
 *
 * Returns: (transfer none) (nullable): its card
 */
GtkWidget *
tl_card_list_find (GtkWidget  *box,
                   const char *id)
{
  g_return_val_if_fail (GTK_IS_BOX (box) && id != NULL, NULL);

  for (GtkWidget *card = gtk_widget_get_first_child (box); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (gtk_widget_get_name (card), id))
      return card;
  return NULL;
}

/**
 * tl_card_list_keep_focus:
 * @going: a widget that is about to go
 *
 * Leaves the keyboard to what scrolls around @going, or to what knows better where it belongs there, if it is within
 * @going: else it would be nowhere.
 */
void
tl_card_list_keep_focus (GtkWidget *going)
{
  g_return_if_fail (GTK_IS_WIDGET (going));

  GtkRoot *root = gtk_widget_get_root (going);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *scroller = gtk_widget_get_ancestor (going, GTK_TYPE_SCROLLED_WINDOW);

  if (focus != NULL && scroller != NULL && gtk_widget_is_ancestor (focus, going))
    gtk_widget_grab_focus (gtk_widget_get_focusable (scroller) ? scroller : gtk_widget_get_parent (scroller));
}

static gboolean
has_record (GPtrArray  *records,
            const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (tl_record_get_id (g_ptr_array_index (records, i)), id))
      return TRUE;
  return FALSE;
}

/**
 * tl_card_list_update:
 * @box: a box of cards and nothing else
 * @review: a review
 * @records: (element-type TlRecord): of which there are to be cards, in this order
 * @make: makes the card of a record
 */
void
tl_card_list_update (GtkWidget     *box,
                     TlReview      *review,
                     GPtrArray     *records,
                     TlCardNewFunc  make)
{
  g_return_if_fail (GTK_IS_BOX (box) && records != NULL && make != NULL);

  GtkWidget *before = NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (box), *next; card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (has_record (records, gtk_widget_get_name (card)))
        continue;
      tl_card_list_keep_focus (card);
      gtk_box_remove (GTK_BOX (box), card);
    }
  for (guint i = 0; i < records->len; i++)
    {
      TlRecord *record = g_ptr_array_index (records, i);
      GtkWidget *card = tl_card_list_find (box, tl_record_get_id (record));

      if (card == NULL)
        {
          card = make (review, record);
          gtk_widget_set_name (card, tl_record_get_id (record));
          gtk_box_insert_child_after (GTK_BOX (box), card, before);
        }
      else if (gtk_widget_get_prev_sibling (card) != before)
        gtk_box_reorder_child_after (GTK_BOX (box), card, before);
      before = card;
    }
  gtk_widget_set_visible (box, records->len > 0);
}
