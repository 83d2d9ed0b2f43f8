/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collapsed groups on the canvas: a card for each at the centre of its factors, and the links to it taken together with
 * their number. The factors and links themselves are where they were, unseen. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-links.h"
#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

/* What ends at a factor or at a card. */
typedef struct {
  TlCanvasNode *node; /* NULL at a card */
  guint         group;
} End;

/* Links that have both ends in common. */
typedef struct {
  End   cause;
  End   effect;
  guint n;
} Bundle;

typedef struct {
  double x;
  double y;
  guint  n_placed;
  guint  n_causes;
  guint  n_effects;
} Place;

static End
get_end (TlCanvasNode *node)
{
  return node->group == TL_GROUPS_NONE ? (End) { node, TL_GROUPS_NONE } : (End) { NULL, node->group };
}

static gboolean
is_same (End a,
         End b)
{
  return a.node == b.node && a.group == b.group;
}

static gboolean
is_visible (TlCanvas *self,
            End       end)
{
  return end.node == NULL || tl_canvas_node_is_shown (end.node);
}

/* Links that lead into a card, out of it or from one to another; a rejected one counts as any that is drawn does. */
static GArray *
collect_bundles (TlCanvas *self)
{
  GArray *bundles = g_array_new (FALSE, FALSE, sizeof (Bundle));

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);
      Bundle bundle = { get_end (edge->cause), get_end (edge->effect), 1 };
      guint j = 0;

      if ((bundle.cause.node != NULL && bundle.effect.node != NULL) || is_same (bundle.cause, bundle.effect)
          || edge->sight == TL_SIGHT_HIDDEN || !is_visible (self, bundle.cause) || !is_visible (self, bundle.effect))
        continue;
      while (j < bundles->len && !(is_same (g_array_index (bundles, Bundle, j).cause, bundle.cause)
                                   && is_same (g_array_index (bundles, Bundle, j).effect, bundle.effect)))
        j++;
      if (j < bundles->len)
        g_array_index (bundles, Bundle, j).n++;
      else
        g_array_append_val (bundles, bundle);
    }
  return bundles;
}

static void
get_card_rect (const Place     *place,
               graphene_rect_t *rect)
{
  graphene_rect_init (rect, (float) (place->x - TL_CANVAS_FACTOR_WIDTH / 2.0),
                      (float) (place->y - TL_CANVAS_FACTOR_HEIGHT / 2.0), TL_CANVAS_FACTOR_WIDTH,
                      TL_CANVAS_FACTOR_HEIGHT);
}

static Place *
find_places (TlCanvas *self)
{
  guint n = tl_canvas_groups_get_n (self->groups);
  Place *places = g_new0 (Place, n + 1);

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->group >= n || !node->placed)
        continue;
      places[node->group].x += node->x;
      places[node->group].y += node->y;
      places[node->group].n_placed++;
    }
  for (guint i = 0; i < n; i++)
    {
      places[i].x /= MAX (places[i].n_placed, 1);
      places[i].y /= MAX (places[i].n_placed, 1);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->cause->group == edge->effect->group)
        continue;
      if (edge->cause->group < n)
        places[edge->cause->group].n_effects++;
      if (edge->effect->group < n)
        places[edge->effect->group].n_causes++;
    }
  return places;
}

/* Callbacks */

static void
card_clicked_cb (TlCanvas  *self,
                 GtkWidget *card)
{
  g_auto (GStrv) name = g_strsplit (gtk_widget_get_name (card), ":", 2);

  tl_canvas_groups_expand (self->groups, name[0], name[1]);
}

static GtkWidget *
make_card (TlCanvas            *self,
           const TlCanvasGroup *group,
           const Place         *place)
{
  GtkWidget *card = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (group->title);
  g_autofree char *name = g_strdup_printf ("%s:%s", group->field, group->key);
  g_autofree char *count
      = g_strdup_printf (g_dngettext (NULL, "%u factor", "%u factors", group->n_factors), group->n_factors);
  g_autofree char *spoken = g_strdup_printf (_("%s: %s, collapsed"), group->title, count);
  g_autofree char *about
      = g_strdup_printf (_("Links to it: %u. Links from it: %u."), place->n_causes, place->n_effects);
  GtkWidget *amount = gtk_label_new (count);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_set_name (card, name);
  gtk_widget_add_css_class (card, "group-card");
  gtk_widget_set_tooltip_text (card, _("Expand"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (card, GTK_WIDGET (self), self->notice);
  return card;
}

void
_tl_canvas_cards_init (TlCanvas *self)
{
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

/**
 * _tl_canvas_cards_update:
 *
 * Has a card for each collapsed group; not while sizes are being allocated.
 */
void
_tl_canvas_cards_update (TlCanvas *self)
{
  g_autofree Place *places = NULL;

  g_ptr_array_set_size (self->cards, 0);
  if (self->scene == NULL || !tl_canvas_groups_has_collapsed (self->groups))
    return;
  places = find_places (self);
  for (guint i = 0; i < tl_canvas_groups_get_n (self->groups); i++)
    {
      if (places[i].n_placed > 0)
        g_ptr_array_add (self->cards, make_card (self, tl_canvas_groups_get (self->groups, i), &places[i]));
    }
}

/**
 * _tl_canvas_cards_allocate:
 *
 * Gives each card its place.
 */
void
_tl_canvas_cards_allocate (TlCanvas *self)
{
  g_autofree Place *places = NULL;
  guint next = 0;

  if (self->cards->len == 0)
    return;
  places = find_places (self);
  for (guint i = 0; i < tl_canvas_groups_get_n (self->groups) && next < self->cards->len; i++)
    {
      if (places[i].n_placed > 0)
        _tl_canvas_children_allocate_at (self, g_ptr_array_index (self->cards, next++), places[i].x, places[i].y);
    }
}

static void
get_end_rect (const Place     *places,
              End              end,
              graphene_rect_t *rect)
{
  if (end.node != NULL)
    tl_canvas_node_get_rect (end.node, rect);
  else
    get_card_rect (&places[end.group], rect);
}

static void
draw_number (TlCanvas            *self,
             cairo_t             *cr,
             guint                n,
             const TlLayoutPoint *middle)
{
  const TlCanvasColours *colours = &self->colours;
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_new_path (cr);
  cairo_arc (cr, middle->x, middle->y, MAX (width, height) / 2.0 + 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &colours->background);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &colours->foreground);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_move_to (cr, middle->x - width / 2.0, middle->y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/**
 * _tl_canvas_cards_draw:
 * @cr: in canvas units
 *
 * Draws the links to and from cards, those with the same ends as one line with their number.
 */
void
_tl_canvas_cards_draw (TlCanvas *self,
                       cairo_t  *cr)
{
  g_autoptr (GArray) bundles = NULL;
  g_autofree Place *places = NULL;

  if (self->cards->len == 0)
    return;
  bundles = collect_bundles (self);
  places = find_places (self);
  for (guint i = 0; i < bundles->len; i++)
    {
      const Bundle *bundle = &g_array_index (bundles, Bundle, i);
      graphene_rect_t cause, effect;
      TlLayoutPoint points[4];

      get_end_rect (places, bundle->cause, &cause);
      get_end_rect (places, bundle->effect, &effect);
      TlLayoutPoint from = { cause.origin.x + cause.size.width / 2, cause.origin.y + cause.size.height };
      TlLayoutPoint to = { effect.origin.x + effect.size.width / 2, effect.origin.y };
      TlLayoutPoint middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };

      tl_canvas_curve_between (&from, &to, points);
      tl_canvas_curve_draw (cr, points, G_N_ELEMENTS (points), &self->colours.foreground);
      if (bundle->n > 1)
        draw_number (self, cr, bundle->n, &middle);
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
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->cards, i), snapshot);
}

/**
 * _tl_canvas_cards_own:
 *
 * Returns: whether @widget is a card, which handles the pointer itself
 */
gboolean
_tl_canvas_cards_own (TlCanvas  *self,
                      GtkWidget *widget)
{
  return g_ptr_array_find (self->cards, widget, NULL);
}
