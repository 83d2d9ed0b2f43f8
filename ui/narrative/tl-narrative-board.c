/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A surface larger than what is seen of it, on which children lie where they are put: x runs as people read. A child
 * that reaches far out of sight is allocated only near it, so that its text stays to be read and no size overflows. */
#include "config.h"

#include "ui/narrative/tl-narrative-board.h"

#include <math.h>

/* Pixels beyond the edge to which a child reaches that is cut there: its rounded end is not to show. */
#define BEYOND 12

struct _TlNarrativeBoard
{
  GtkWidget parent_instance;

  double x; /* what is at the corner */
  double y;
};

G_DEFINE_FINAL_TYPE (TlNarrativeBoard, tl_narrative_board, GTK_TYPE_WIDGET)

static G_DEFINE_QUARK (tl-narrative-place, place)

static void
set_class (GtkWidget  *child,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (child, name);
  else
    gtk_widget_remove_css_class (child, name);
}

static void
allocate_child (TlNarrativeBoard *self,
                GtkWidget        *child,
                double            board_width,
                double            board_height)
{
  const double *rect = g_object_get_qdata (G_OBJECT (child), place_quark ());
  gboolean is_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum, least;

  g_assert (rect != NULL);

  double start = rect[0] - self->x, top = rect[1] - self->y;
  double end = start + rect[2];
  gboolean seen = end > 0 && start < board_width && top + rect[3] > 0 && top < board_height;

  gtk_widget_set_child_visible (child, seen);
  if (!seen)
    return;
  set_class (child, "cut-start", start < 0);
  if (start < 0)
    start = -BEYOND;
  end = MIN (end, board_width + BEYOND);

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  int width = MAX ((int) round (end - start), minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  int height = MAX ((int) round (rect[3]), least);
  double left = is_right ? board_width - start - width : start;
  graphene_point_t corner = GRAPHENE_POINT_INIT ((float) round (left), (float) round (top));
  gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &corner));
}

/* GtkWidget overrides */

static void
tl_narrative_board_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_object_get_qdata (G_OBJECT (child), place_quark ()) != NULL)
        allocate_child (TL_NARRATIVE_BOARD (widget), child, width, height);
      else
        gtk_widget_set_child_visible (child, FALSE);
    }
}

/* Its owner gives it the room; what lies on it asks for none. */
static void
tl_narrative_board_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = 0;
}

/* GObject overrides */

static void
tl_narrative_board_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tl_narrative_board_parent_class)->dispose (object);
}

static void
tl_narrative_board_class_init (TlNarrativeBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_narrative_board_dispose;
  widget_class->size_allocate = tl_narrative_board_size_allocate;
  widget_class->measure = tl_narrative_board_measure;
  gtk_widget_class_set_css_name (widget_class, "board");
}

static void
tl_narrative_board_init (TlNarrativeBoard *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tl_narrative_board_new:
 * @role: what it is for assistive technology
 * @style_class: what it is for the style sheet
 *
 * Returns: (transfer floating): an empty board
 */
GtkWidget *
tl_narrative_board_new (GtkAccessibleRole  role,
                        const char        *style_class)
{
  GtkWidget *self = g_object_new (TL_TYPE_NARRATIVE_BOARD, "accessible-role", role, NULL);

  gtk_widget_add_css_class (self, style_class);
  return self;
}

/**
 * tl_narrative_board_add:
 * @after: (nullable): the child that is to come before it in the order of reading; %NULL to be the first
 *
 * Takes @child in, or moves it in the order. It shows when it is placed.
 */
void
tl_narrative_board_add (TlNarrativeBoard *self,
                        GtkWidget        *child,
                        GtkWidget        *after)
{
  g_return_if_fail (TL_IS_NARRATIVE_BOARD (self) && GTK_IS_WIDGET (child));

  if (gtk_widget_get_parent (child) != GTK_WIDGET (self) || gtk_widget_get_prev_sibling (child) != after)
    gtk_widget_insert_after (child, GTK_WIDGET (self), after);
}

/**
 * tl_narrative_board_place:
 * @child: one of its children
 * @x: pixels from where the board begins
 * @y: pixels from the top of the board
 * @width: more if the child needs that
 * @height: likewise
 */
void
tl_narrative_board_place (TlNarrativeBoard *self,
                          GtkWidget        *child,
                          double            x,
                          double            y,
                          double            width,
                          double            height)
{
  g_return_if_fail (TL_IS_NARRATIVE_BOARD (self) && gtk_widget_get_parent (child) == GTK_WIDGET (self));

  double *place = g_object_get_qdata (G_OBJECT (child), place_quark ());

  if (place == NULL)
    {
      place = g_new (double, 4);
      g_object_set_qdata_full (G_OBJECT (child), place_quark (), place, g_free);
    }
  else if (place[0] == x && place[1] == y && place[2] == width && place[3] == height)
    return;
  place[0] = x;
  place[1] = y;
  place[2] = width;
  place[3] = height;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_narrative_board_hide:
 * @child: one of its children
 *
 * Takes its place from @child, which stays in the order of reading.
 */
void
tl_narrative_board_hide (TlNarrativeBoard *self,
                         GtkWidget        *child)
{
  g_return_if_fail (TL_IS_NARRATIVE_BOARD (self) && gtk_widget_get_parent (child) == GTK_WIDGET (self));

  g_object_set_qdata (G_OBJECT (child), place_quark (), NULL);
  gtk_widget_set_child_visible (child, FALSE);
}

/**
 * tl_narrative_board_set_offset:
 * @x: what of the board is where one begins to read
 * @y: what of it is at the top
 */
void
tl_narrative_board_set_offset (TlNarrativeBoard *self,
                               double            x,
                               double            y)
{
  g_return_if_fail (TL_IS_NARRATIVE_BOARD (self));

  if (self->x == x && self->y == y)
    return;
  self->x = x;
  self->y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
