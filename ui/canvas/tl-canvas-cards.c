/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collapsed groups on the canvas: a card for each at the centre of its factors, and the links to it taken together,
 * with their number at the middle of the line. Both can have the keyboard. The factors and links themselves are where
 * they were, unseen. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-link.h"
#include "ui/canvas/tl-canvas-links.h"
#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

static void
card_clear (gpointer data)
{
  g_clear_pointer (&((TlCanvasCard *) data)->widget, gtk_widget_unparent);
}

static void
line_clear (gpointer data)
{
  TlCanvasCardLine *line = data;

  g_clear_pointer (&line->widget, gtk_widget_unparent);
  g_clear_pointer (&line->points, g_array_unref);
}

static TlCanvasCard *
get_card (TlCanvas *self,
          guint     group)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlCanvasCard *card = &g_array_index (self->cards, TlCanvasCard, i);

      if (card->group == group)
        return card;
    }
  return NULL;
}

/* Either one or the other is NULL, or both. */
static void
find_child (TlCanvas          *self,
            GtkWidget         *child,
            TlCanvasCard     **card,
            TlCanvasCardLine **line)
{
  *card = NULL;
  *line = NULL;
  for (guint i = 0; child != NULL && i < self->cards->len; i++)
    if (g_array_index (self->cards, TlCanvasCard, i).widget == child)
      *card = &g_array_index (self->cards, TlCanvasCard, i);
  for (guint i = 0; child != NULL && i < self->card_lines->len; i++)
    if (g_array_index (self->card_lines, TlCanvasCardLine, i).widget == child)
      *line = &g_array_index (self->card_lines, TlCanvasCardLine, i);
}

/* Callbacks */

static void
card_clicked_cb (TlCanvas  *self,
                 GtkWidget *widget)
{
  TlCanvasCard *card;
  TlCanvasCardLine *line;

  find_child (self, widget, &card, &line);
  const TlCanvasGroup *group = card != NULL ? tl_canvas_groups_get (self->groups, card->group) : NULL;
  if (group == NULL)
    return;
  g_autofree char *field = g_strdup (group->field);
  g_autofree char *key = g_strdup (group->key);
  tl_canvas_groups_expand (self->groups, field, key);
}

/* Making cards and lines */

static GtkWidget *
make_card (TlCanvas     *self,
           guint         position,
           const GArray *bundles)
{
  const TlCanvasGroup *group = tl_canvas_groups_get (self->groups, position);
  GtkWidget *card = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (group->title);
  g_autofree char *count
      = g_strdup_printf (g_dngettext (NULL, "%u factor", "%u factors", group->n_factors), group->n_factors);
  g_autofree char *name = tl_canvas_bundles_dup_group_name (bundles, self->groups, position);
  g_autofree char *tooltip = g_strdup_printf (_("%s\nPress to expand"), name);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), gtk_label_new (count));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "group-card");
  gtk_widget_set_tooltip_text (card, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Collapsed; press to expand"), -1);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (card, GTK_WIDGET (self), self->notice);
  return card;
}

static void
add_cards (TlCanvas     *self,
           const GArray *bundles)
{
  guint n = tl_canvas_groups_get_n (self->groups);
  g_autofree TlCanvasCard *cards = g_new0 (TlCanvasCard, n);
  g_autofree guint *n_placed = g_new0 (guint, n);

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->group >= n || !node->placed)
        continue;
      if (n_placed[node->group]++ == 0)
        cards[node->group].node = node;
      cards[node->group].x += node->x;
      cards[node->group].y += node->y;
    }
  for (guint i = 0; i < n; i++)
    if (n_placed[i] > 0)
      {
        cards[i].group = i;
        cards[i].x /= n_placed[i];
        cards[i].y /= n_placed[i];
        cards[i].widget = make_card (self, i, bundles);
        g_array_append_val (self->cards, cards[i]);
      }
}

static void
add_lines (TlCanvas     *self,
           const GArray *bundles)
{
  for (guint i = 0; i < bundles->len; i++)
    {
      TlCanvasCardLine line = { tl_canvas_link_new (), g_array_index (bundles, TlCanvasBundle, i),
                                g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint)), { 0, 0 } };
      g_autofree char *marks = tl_canvas_bundle_dup_marks (&line.bundle);
      g_autofree char *name = tl_canvas_bundle_dup_name (&line.bundle, self->groups);

      tl_canvas_link_show_bundle (TL_CANVAS_LINK (line.widget), marks, name);
      gtk_widget_insert_before (line.widget, GTK_WIDGET (self), self->notice);
      g_array_append_val (self->card_lines, line);
    }
}

/* The boxes that are seen: factors that belong to no card, numbered in @numbers, and then the cards. */
static GArray *
list_boxes (TlCanvas   *self,
            GHashTable *numbers)
{
  g_autofree TlLayoutBox *all = tl_canvas_scene_dup_boxes (self->scene);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlLayoutBox));

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (!tl_canvas_node_is_shown (node))
        continue;
      g_hash_table_insert (numbers, node, GUINT_TO_POINTER (boxes->len));
      g_array_append_val (boxes, all[i]);
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlCanvasCard *card = &g_array_index (self->cards, TlCanvasCard, i);
      TlLayoutBox box = { .width = TL_CANVAS_FACTOR_WIDTH, .height = TL_CANVAS_FACTOR_HEIGHT, .placed = TRUE };

      box.x = card->x - box.width / 2;
      box.y = card->y - box.height / 2;
      g_array_append_val (boxes, box);
    }
  return boxes;
}

/* The number of the box of @end among those that list_boxes() gave. */
static int
get_number (TlCanvas          *self,
            GHashTable        *numbers,
            const TlCanvasEnd *end)
{
  guint n_nodes = g_hash_table_size (numbers);

  for (guint i = 0; i < self->cards->len; i++)
    if (g_array_index (self->cards, TlCanvasCard, i).group == end->group)
      return (int) (n_nodes + i);
  return GPOINTER_TO_INT (g_hash_table_lookup (numbers, end->node));
}

/* Leads the lines round the boxes that are seen, like those of single links. */
static void
route_lines (TlCanvas *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) boxes = list_boxes (self, numbers);
  g_autofree TlLayoutLine *ends = g_new0 (TlLayoutLine, self->card_lines->len + 1);
  g_autoptr (TlLayoutRoutes) routes = NULL;

  for (guint i = 0; i < self->card_lines->len; i++)
    {
      const TlCanvasBundle *bundle = &g_array_index (self->card_lines, TlCanvasCardLine, i).bundle;

      ends[i].from = get_number (self, numbers, &bundle->cause);
      ends[i].to = get_number (self, numbers, &bundle->effect);
    }
  routes = tl_layout_routes_new ((const TlLayoutBox *) boxes->data, boxes->len, ends, self->card_lines->len);
  for (guint i = 0; i < self->card_lines->len; i++)
    {
      TlCanvasCardLine *line = &g_array_index (self->card_lines, TlCanvasCardLine, i);

      tl_layout_routes_get (routes, i, line->points);
      line->middle = tl_layout_curve_middle ((const TlLayoutPoint *) line->points->data, line->points->len);
    }
}

void
_tl_canvas_cards_init (TlCanvas *self)
{
  self->cards = g_array_new (FALSE, FALSE, sizeof (TlCanvasCard));
  g_array_set_clear_func (self->cards, card_clear);
  self->card_lines = g_array_new (FALSE, FALSE, sizeof (TlCanvasCardLine));
  g_array_set_clear_func (self->card_lines, line_clear);
}

/**
 * _tl_canvas_cards_drop:
 *
 * Lets all cards and their lines go.
 */
void
_tl_canvas_cards_drop (TlCanvas *self)
{
  g_array_set_size (self->cards, 0);
  g_array_set_size (self->card_lines, 0);
}

/**
 * _tl_canvas_cards_update:
 *
 * Has a card for each collapsed group; not while sizes are being allocated.
 */
void
_tl_canvas_cards_update (TlCanvas *self)
{
  _tl_canvas_cards_drop (self);
  if (self->scene == NULL || !tl_canvas_groups_has_collapsed (self->groups))
    return;
  g_autoptr (GArray) bundles = tl_canvas_bundles_collect (self->scene);
  add_cards (self, bundles);
  add_lines (self, bundles);
  route_lines (self);
}

/* Where things are */

/**
 * _tl_canvas_cards_get_place:
 * @node: a factor
 * @x: (out): the middle of what it is shown as
 * @y: (out): likewise
 */
void
_tl_canvas_cards_get_place (TlCanvas           *self,
                            const TlCanvasNode *node,
                            double             *x,
                            double             *y)
{
  const TlCanvasCard *card = get_card (self, node->group);

  *x = card != NULL ? card->x : node->x + node->dx;
  *y = card != NULL ? card->y : node->y + node->dy;
}

/* The curve of a line, which is straight to what is being dragged, in @straight or in its own points. */
static const TlLayoutPoint *
get_curve (TlCanvas               *self,
           const TlCanvasCardLine *line,
           TlLayoutPoint           straight[4],
           guint                  *n_points,
           TlLayoutPoint          *middle)
{
  const TlCanvasBundle *bundle = &line->bundle;
  TlLayoutPoint from, to;

  if (!bundle->cause.node->dragged && !bundle->effect.node->dragged)
    {
      *middle = line->middle;
      *n_points = line->points->len;
      return (const TlLayoutPoint *) line->points->data;
    }
  _tl_canvas_cards_get_place (self, bundle->cause.node, &from.x, &from.y);
  _tl_canvas_cards_get_place (self, bundle->effect.node, &to.x, &to.y);
  from.y += TL_CANVAS_FACTOR_HEIGHT / 2.0;
  to.y -= TL_CANVAS_FACTOR_HEIGHT / 2.0;
  tl_canvas_curve_between (&from, &to, straight);
  *middle = (TlLayoutPoint) { (from.x + to.x) / 2, (from.y + to.y) / 2 };
  *n_points = 4;
  return straight;
}

/**
 * _tl_canvas_cards_allocate:
 *
 * Gives each card and each number its place.
 */
void
_tl_canvas_cards_allocate (TlCanvas *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlCanvasCard *card = &g_array_index (self->cards, TlCanvasCard, i);

      _tl_canvas_children_allocate_at (self, card->widget, card->x, card->y, TL_CANVAS_FACTOR_WIDTH,
                                       TL_CANVAS_FACTOR_HEIGHT);
    }
  for (guint i = 0; i < self->card_lines->len; i++)
    {
      const TlCanvasCardLine *line = &g_array_index (self->card_lines, TlCanvasCardLine, i);
      TlLayoutPoint straight[4], middle;
      guint n_points;

      get_curve (self, line, straight, &n_points, &middle);
      _tl_canvas_children_allocate_at (self, line->widget, middle.x, middle.y, TL_CANVAS_LINK_SIZE,
                                       TL_CANVAS_LINK_SIZE);
    }
}

/**
 * _tl_canvas_cards_draw:
 * @cr: in canvas units
 *
 * Draws the links to and from cards, those with the same ends as one line; where all are rejected, as such a link.
 */
void
_tl_canvas_cards_draw (TlCanvas *self,
                       cairo_t  *cr)
{
  for (guint i = 0; i < self->card_lines->len; i++)
    {
      const TlCanvasCardLine *line = &g_array_index (self->card_lines, TlCanvasCardLine, i);
      TlLayoutPoint straight[4], middle;
      guint n_points;
      const TlLayoutPoint *points = get_curve (self, line, straight, &n_points, &middle);

      tl_canvas_link_draw_as (cr, points, n_points, TL_LINK_ROLE_CONTRIBUTES, line->bundle.n == 0 ? "rejected" : NULL,
                              &self->colours.foreground, 1, FALSE);
    }
}

/**
 * _tl_canvas_cards_snapshot:
 *
 * Shows the cards, above the factors that are seen.
 */
void
_tl_canvas_cards_snapshot (TlCanvas    *self,
                           GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->card_lines->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_array_index (self->card_lines, TlCanvasCardLine, i).widget,
                               snapshot);
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_array_index (self->cards, TlCanvasCard, i).widget, snapshot);
}

/* The pointer and the keyboard */

/**
 * _tl_canvas_cards_own:
 *
 * Returns: whether @widget is a card, which handles the pointer itself
 */
gboolean
_tl_canvas_cards_own (TlCanvas  *self,
                      GtkWidget *widget)
{
  TlCanvasCard *card;
  TlCanvasCardLine *line;

  find_child (self, widget, &card, &line);
  return card != NULL;
}

/**
 * _tl_canvas_cards_is_line:
 *
 * Returns: whether @widget is the number of a line
 */
gboolean
_tl_canvas_cards_is_line (TlCanvas  *self,
                          GtkWidget *widget)
{
  TlCanvasCard *card;
  TlCanvasCardLine *line;

  find_child (self, widget, &card, &line);
  return line != NULL;
}

/**
 * _tl_canvas_cards_get_node:
 * @widget: (nullable): a card or the number of a line
 * @effect: to which end of a line, rather than its cause
 *
 * Returns: (nullable): a factor that stands for it
 */
TlCanvasNode *
_tl_canvas_cards_get_node (TlCanvas  *self,
                           GtkWidget *widget,
                           gboolean   effect)
{
  TlCanvasCard *card;
  TlCanvasCardLine *line;

  find_child (self, widget, &card, &line);
  if (line != NULL)
    return effect ? line->bundle.effect.node : line->bundle.cause.node;
  return card != NULL ? card->node : NULL;
}

/**
 * _tl_canvas_cards_get_widget:
 *
 * Returns: (nullable): the card as part of which @node is shown
 */
GtkWidget *
_tl_canvas_cards_get_widget (TlCanvas           *self,
                             const TlCanvasNode *node)
{
  const TlCanvasCard *card = get_card (self, node->group);

  return card != NULL ? card->widget : NULL;
}

/**
 * _tl_canvas_cards_find_line:
 * @cause: a factor
 * @after: (nullable): the number of one of the lines that leave what @cause is shown as
 * @backwards: the one before instead
 *
 * Returns: (nullable): the number of the next of those lines, or of the first
 */
GtkWidget *
_tl_canvas_cards_find_line (TlCanvas     *self,
                            TlCanvasNode *cause,
                            GtkWidget    *after,
                            gboolean      backwards)
{
  TlCanvasEnd end = tl_canvas_end_of (cause);
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->card_lines->len; i++)
    {
      const TlCanvasCardLine *line = &g_array_index (self->card_lines, TlCanvasCardLine, i);

      if (!tl_canvas_end_is_same (&line->bundle.cause, &end))
        continue;
      if (backwards ? line->widget == after : before == after)
        return backwards ? before : line->widget;
      before = line->widget;
    }
  return NULL;
}
