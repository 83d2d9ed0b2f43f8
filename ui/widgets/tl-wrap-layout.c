/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts children side by side as words are in a line: what has no room even at its narrowest begins another row, so that
 * a bar of tools makes no window wider than one tool. A child that expands takes what room its row has left. */
#include "config.h"

#include "ui/widgets/tl-wrap-layout.h"

/* No bar has more; if one had, it would begin another row. */
#define MAX_IN_A_ROW 32

struct _TlWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  GtkRequestedSize sizes[MAX_IN_A_ROW]; /* their data are the children */
  guint            n;
} Row;

/* Takes as many children as have room; returns the first that has none. */
static GtkWidget *
take_row (TlWrapLayout *self,
          Row          *row,
          GtkWidget    *child,
          int           width)
{
  int used = 0;

  for (row->n = 0; child != NULL && row->n < MAX_IN_A_ROW; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        GtkRequestedSize *size = &row->sizes[row->n];

        size->data = child;
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size->minimum_size, &size->natural_size, NULL,
                            NULL);
        used += size->minimum_size + (row->n > 0 ? self->spacing : 0);
        if (row->n > 0 && used > width)
          break;
        row->n++;
      }
  return child;
}

/* After this the least each has is what it gets. */
static void
share_width (TlWrapLayout *self,
             Row          *row,
             int           width)
{
  int left = width - (int) (row->n - 1) * self->spacing;
  guint n_expand = 0;

  for (guint i = 0; i < row->n; i++)
    {
      left -= row->sizes[i].minimum_size;
      n_expand += gtk_widget_compute_expand (row->sizes[i].data, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  left = gtk_distribute_natural_allocation (MAX (0, left), row->n, row->sizes);
  for (guint i = 0; i < row->n && n_expand > 0; i++)
    if (gtk_widget_compute_expand (row->sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        int share = left / (int) n_expand--;

        row->sizes[i].minimum_size += share;
        left -= share;
      }
}

static int
measure_height (const Row *row)
{
  int height = 0;

  for (guint i = 0; i < row->n; i++)
    {
      int natural;

      gtk_widget_measure (row->sizes[i].data, GTK_ORIENTATION_VERTICAL, row->sizes[i].minimum_size, NULL, &natural,
                          NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static void
place_row (TlWrapLayout *self,
           const Row    *row,
           gboolean      rtl,
           int           width,
           int           y,
           int           height)
{
  int x = 0;

  for (guint i = 0; i < row->n; i++)
    {
      int wide = row->sizes[i].minimum_size;
      GtkAllocation at = { rtl ? width - x - wide : x, y, wide, height };

      gtk_widget_size_allocate (row->sizes[i].data, &at, -1);
      x += wide + self->spacing;
    }
}

/* Goes over the rows; @place tells whether children get where they stand. Returns the height of all. */
static int
walk_rows (TlWrapLayout *self,
           GtkWidget    *widget,
           int           width,
           gboolean      place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Row row;

      child = take_row (self, &row, child, width);
      if (row.n == 0)
        break;
      share_width (self, &row, width);

      int height = measure_height (&row);

      if (place)
        place_row (self, &row, rtl, width, y, height);
      y += height + self->spacing;
    }
  return MAX (0, y - self->spacing);
}

/* GtkLayoutManager overrides */

static GtkSizeRequestMode
tl_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Who asks for the height before the width is known is told that of one row: else the window would be as high as the
 * bar is at its narrowest. */
static void
tl_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = walk_rows (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
      return;
    }
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least, liked;

        gtk_widget_measure (child, orientation, -1, &least, &liked, NULL, NULL);
        *minimum = MAX (*minimum, least);
        *natural += liked + (*natural > 0 ? self->spacing : 0);
      }
}

static void
tl_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  walk_rows (TL_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
tl_wrap_layout_class_init (TlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tl_wrap_layout_get_request_mode;
  manager_class->measure = tl_wrap_layout_measure;
  manager_class->allocate = tl_wrap_layout_allocate;
}

static void
tl_wrap_layout_init (TlWrapLayout *self)
{
}

/**
 * tl_wrap_box_new:
 * @spacing: pixels between two children and between two rows
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
tl_wrap_box_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  TlWrapLayout *layout = g_object_new (TL_TYPE_WRAP_LAYOUT, NULL);

  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}
