/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All patterns as cards, in a column for each category of the method and one for those that have none yet. Columns
 * stand side by side as far as there is room. */
#include "config.h"

#include "ui/findings/tl-pattern-board.h"

#include "ui/findings/tl-pattern-column.h"
#include "ui/widgets/tl-columns-layout.h"

#define SPACING 18

/* While something is dragged this near to the upper or lower edge, in pixels, the board scrolls, so many a frame. */
#define EDGE 48
#define SPEED 12.0

struct _TlPatternBoard
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlMethod    *method;    /* owned, or NULL */
  GHashTable  *cards;     /* id of a pattern, its card's → TlPatternCard, which belongs to its column */
  GPtrArray   *columns;   /* of TlPatternColumn, which belong to the box; the first is for no category */

  GtkWidget *scroller;
  GtkWidget *box;

  double drag_y; /* where something is held over the board */
  guint  drift;  /* tick callback */
};

G_DEFINE_FINAL_TYPE (TlPatternBoard, tl_pattern_board, ADW_TYPE_BIN)

static TlReview *
get_review (TlPatternBoard *self)
{
  return tl_selection_get_review (self->selection);
}

/* Scrolling while something is dragged */

static gboolean
drift_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  TlPatternBoard *self = TL_PATTERN_BOARD (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  int height = gtk_widget_get_height (self->scroller);
  double by = self->drag_y < EDGE ? -SPEED : self->drag_y > height - EDGE ? SPEED : 0;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
  return G_SOURCE_CONTINUE;
}

static void
stop_drift (TlPatternBoard *self)
{
  if (self->drift != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drift);
  self->drift = 0;
}

static void
drag_moved_cb (TlPatternBoard *self,
               double          x,
               double          y)
{
  self->drag_y = y;
  if (self->drift == 0)
    self->drift = gtk_widget_add_tick_callback (GTK_WIDGET (self), drift_cb, NULL, NULL);
}

static void
watch_drags (TlPatternBoard *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (drag_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (stop_drift), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, motion);
}

/* Columns */

static void
add_column (TlPatternBoard      *self,
            const TlMethodEntry *category)
{
  GtkWidget *column = tl_pattern_column_new (category, !tl_review_get_read_only (get_review (self)));

  g_ptr_array_add (self->columns, column);
  gtk_widget_set_parent (column, self->box);
}

static void
add_columns (TlPatternBoard *self)
{
  guint n = 0;
  const TlMethodEntry *categories
      = self->method != NULL ? tl_method_get_entries (self->method, TL_VOCABULARY_PATTERN_CATEGORY, &n) : NULL;

  add_column (self, NULL);
  for (guint i = 0; i < n; i++)
    add_column (self, &categories[i]);
}

static guint
find_column (TlPatternBoard *self,
             const char     *key)
{
  for (guint i = 0; key != NULL && i < self->columns->len; i++)
    if (g_str_equal (tl_pattern_column_get_key (g_ptr_array_index (self->columns, i)), key))
      return i;
  return 0;
}

static guint
get_column_of (TlPatternBoard *self,
               GtkWidget      *widget)
{
  guint position = 0;

  g_ptr_array_find (self->columns, gtk_widget_get_ancestor (widget, TL_TYPE_PATTERN_COLUMN), &position);
  return position;
}

/* Cards */

/* A card that goes to another column keeps the keyboard, if it has it. That is put down meanwhile: a window of GTK 4.8
 * loses a reference to a widget that goes with the keyboard for the second time within a frame. */
static void
place (TlPatternBoard *self,
       GtkWidget      *card)
{
  TlRecord *pattern = tl_pattern_card_get_pattern (TL_PATTERN_CARD (card));
  guint column = find_column (self, tl_record_get_text (pattern, "category"));
  GtkWidget *box = tl_pattern_column_get_box (g_ptr_array_index (self->columns, column));
  GtkWidget *before = gtk_widget_get_parent (card);

  if (before == box)
    return;

  gboolean focused = gtk_widget_is_focus (card);
  if (focused)
    gtk_root_set_focus (gtk_widget_get_root (card), NULL);
  g_object_ref (card);
  if (before != NULL)
    gtk_box_remove (GTK_BOX (before), card);
  gtk_box_append (GTK_BOX (box), card);
  g_object_unref (card);
  if (focused)
    gtk_widget_grab_focus (card);
}

static void
remove_gone (TlPatternBoard *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    {
      TlRecord *pattern = tl_pattern_card_get_pattern (card);

      if (tl_review_lookup (get_review (self), tl_record_get_id (pattern)) == pattern)
        continue;
      g_hash_table_iter_remove (&iter);
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (card)), card);
    }
}

/* GObject overrides */

static void
tl_pattern_board_dispose (GObject *object)
{
  TlPatternBoard *self = TL_PATTERN_BOARD (object);

  stop_drift (self);
  g_hash_table_remove_all (self->cards);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->columns, i));
  g_ptr_array_set_size (self->columns, 0);
  G_OBJECT_CLASS (tl_pattern_board_parent_class)->dispose (object);
}

static void
tl_pattern_board_finalize (GObject *object)
{
  TlPatternBoard *self = TL_PATTERN_BOARD (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->method);
  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (tl_pattern_board_parent_class)->finalize (object);
}

static void
tl_pattern_board_class_init (TlPatternBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_pattern_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_pattern_board_finalize;
}

static void
tl_pattern_board_init (TlPatternBoard *self)
{
  self->cards = g_hash_table_new (g_str_hash, g_str_equal);
  self->columns = g_ptr_array_new ();
  self->box = adw_bin_new ();
  gtk_widget_set_layout_manager (self->box, tl_columns_layout_new (SPACING));
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->box, "pattern-board");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * tl_pattern_board_new:
 * @selection: the window's selection
 * @method: (nullable): the review's method
 *
 * Returns: (transfer floating): a board
 */
GtkWidget *
tl_pattern_board_new (TlSelection *selection,
                      TlMethod    *method)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlPatternBoard *self = g_object_new (TL_TYPE_PATTERN_BOARD, NULL);

  self->selection = g_object_ref (selection);
  g_set_object (&self->method, method);
  add_columns (self);
  if (!tl_review_get_read_only (get_review (self)))
    watch_drags (self);
  return GTK_WIDGET (self);
}

/**
 * tl_pattern_board_refresh:
 *
 * Shows what the review says now. Cards stay what they are, wherever they go.
 */
void
tl_pattern_board_refresh (TlPatternBoard *self)
{
  g_return_if_fail (TL_IS_PATTERN_BOARD (self));

  TlRecordList *patterns = tl_review_get_list (get_review (self), "pattern");

  remove_gone (self);
  for (guint i = 0; i < tl_record_list_get_n (patterns); i++)
    {
      TlRecord *pattern = tl_record_list_get (patterns, i);
      GtkWidget *card = g_hash_table_lookup (self->cards, tl_record_get_id (pattern));

      if (card == NULL)
        {
          card = tl_pattern_card_new (self->selection, self->method, pattern);
          g_hash_table_insert (self->cards, (gpointer) tl_record_get_id (pattern), card);
        }
      place (self, card);
      tl_pattern_card_refresh (TL_PATTERN_CARD (card));
    }
  for (guint i = 0; i < self->columns->len; i++)
    tl_pattern_column_refresh (g_ptr_array_index (self->columns, i));

  GtkWidget *none = g_ptr_array_index (self->columns, 0);
  GtkWidget *box = tl_pattern_column_get_box (TL_PATTERN_COLUMN (none));
  gtk_widget_set_visible (none, self->columns->len == 1 || gtk_widget_get_first_child (box) != NULL);
}

/**
 * tl_pattern_board_find:
 * @id: id of a pattern
 *
 * Returns: (transfer none) (nullable): its card
 */
TlPatternCard *
tl_pattern_board_find (TlPatternBoard *self,
                       const char     *id)
{
  g_return_val_if_fail (TL_IS_PATTERN_BOARD (self) && id != NULL, NULL);
  return g_hash_table_lookup (self->cards, id);
}

/**
 * tl_pattern_board_find_holding:
 * @factor_id: id of a factor
 *
 * Returns: (transfer none) (nullable): the first card with the factor, where there is one
 */
TlPatternCard *
tl_pattern_board_find_holding (TlPatternBoard *self,
                               const char     *factor_id)
{
  g_return_val_if_fail (TL_IS_PATTERN_BOARD (self) && factor_id != NULL, NULL);

  g_autoptr (GPtrArray) patterns = tl_review_get_referrers (get_review (self), factor_id, "pattern", "factors");
  return patterns->len > 0 ? tl_pattern_board_find (self, tl_record_get_id (g_ptr_array_index (patterns, 0))) : NULL;
}

/**
 * tl_pattern_board_get_category:
 * @card: a card
 * @by: how many columns further
 *
 * Returns: (transfer none) (nullable): the key of the category there, "" for none; %NULL if there is no such column
 */
const char *
tl_pattern_board_get_category (TlPatternBoard *self,
                               TlPatternCard  *card,
                               int             by)
{
  g_return_val_if_fail (TL_IS_PATTERN_BOARD (self) && TL_IS_PATTERN_CARD (card), NULL);

  int column = (int) get_column_of (self, GTK_WIDGET (card)) + by;

  return column >= 0 && column < (int) self->columns->len
             ? tl_pattern_column_get_key (g_ptr_array_index (self->columns, (guint) column))
             : NULL;
}

/* The card of a column at about the height of @from, which is on the board. */
static GtkWidget *
find_nearest (TlPatternBoard *self,
              guint           column,
              GtkWidget      *from)
{
  GtkWidget *box = tl_pattern_column_get_box (g_ptr_array_index (self->columns, column)), *nearest = NULL;
  graphene_rect_t at, there;
  float distance = G_MAXFLOAT;

  if (!gtk_widget_compute_bounds (from, self->box, &at))
    return NULL;
  for (GtkWidget *card = gtk_widget_get_first_child (box); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_compute_bounds (card, self->box, &there) && ABS (there.origin.y - at.origin.y) < distance)
      {
        distance = ABS (there.origin.y - at.origin.y);
        nearest = card;
      }
  return nearest;
}

/**
 * tl_pattern_board_go:
 * @from: (nullable): what has the keyboard on the board; %NULL to begin at its end
 * @by: one column back or on; columns without cards are passed over
 *
 * Returns: whether a card has taken the keyboard
 */
gboolean
tl_pattern_board_go (TlPatternBoard *self,
                     GtkWidget      *from,
                     int             by)
{
  g_return_val_if_fail (TL_IS_PATTERN_BOARD (self), FALSE);

  int column = from != NULL ? (int) get_column_of (self, from) : by > 0 ? -1 : (int) self->columns->len;

  for (column += by; column >= 0 && column < (int) self->columns->len; column += by)
    {
      GtkWidget *box = tl_pattern_column_get_box (g_ptr_array_index (self->columns, (guint) column));
      GtkWidget *card = from != NULL ? find_nearest (self, (guint) column, from) : gtk_widget_get_first_child (box);

      if (card != NULL)
        return gtk_widget_grab_focus (card);
    }
  return FALSE;
}
