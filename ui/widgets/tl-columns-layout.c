/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts children side by side, all of one width, as many in a row as have room; in a narrow window, or with large text,
 * one beneath the other. How much there is to read in a child does not count, only how narrow it can be. */
#include "config.h"

#include "ui/widgets/tl-columns-layout.h"

/* More do not fit on any screen. */
#define MAX_COLUMNS 64

struct _TlColumnsLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (TlColumnsLayout, tl_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
measure_narrowest (GtkWidget *widget,
                   int       *narrowest)
{
  guint n = 0;

  *narrowest = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int minimum;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        *narrowest = MAX (*narrowest, minimum);
        n++;
      }
  return n;
}

/* How many stand in a row of @width, and how wide each of them is. */
static guint
count_columns (TlColumnsLayout *self,
               GtkWidget       *widget,
               int              width,
               int             *column_width)
{
  int narrowest;
  guint n = measure_narrowest (widget, &narrowest);
  guint n_fit = (guint) MAX (1, (width + self->spacing) / MAX (1, narrowest + self->spacing));
  guint n_columns = MIN (n_fit, CLAMP (n, 1, MAX_COLUMNS));

  *column_width = MAX (narrowest, (width - (int) (n_columns - 1) * self->spacing) / (int) n_columns);
  return n_columns;
}

/* Goes over the rows; @place, if any, gets each child with where it stands. Returns the height of all. */
static int
walk_rows (TlColumnsLayout *self,
           GtkWidget       *widget,
           int              width,
           gboolean         place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column_width;
  guint n_columns = count_columns (self, widget, width, &column_width);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *row[MAX_COLUMNS];
      guint n = 0;
      int height = 0;

      for (; child != NULL && n < n_columns; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child))
          {
            int minimum;

            gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &minimum, NULL, NULL, NULL);
            height = MAX (height, minimum);
            row[n++] = child;
          }
      for (guint i = 0; place && i < n; i++)
        {
          int x = (int) i * (column_width + self->spacing);
          GtkAllocation at = { rtl ? width - x - column_width : x, y, column_width, height };

          gtk_widget_size_allocate (row[i], &at, -1);
        }
      if (n > 0)
        y += height + self->spacing;
    }
  return MAX (0, y - self->spacing);
}

/* GtkLayoutManager overrides */

static GtkSizeRequestMode
tl_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_columns_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  TlColumnsLayout *self = TL_COLUMNS_LAYOUT (manager);
  int narrowest;
  guint n = measure_narrowest (widget, &narrowest);
  int in_a_row = (int) n * (narrowest + self->spacing) - self->spacing;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = MAX (narrowest, in_a_row);
    }
  else
    *minimum = *natural = walk_rows (self, widget, for_size >= 0 ? for_size : MAX (narrowest, in_a_row), FALSE);
}

static void
tl_columns_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  walk_rows (TL_COLUMNS_LAYOUT (manager), widget, width, TRUE);
}

static void
tl_columns_layout_class_init (TlColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tl_columns_layout_get_request_mode;
  manager_class->measure = tl_columns_layout_measure;
  manager_class->allocate = tl_columns_layout_allocate;
}

static void
tl_columns_layout_init (TlColumnsLayout *self)
{
}

/**
 * tl_columns_layout_new:
 * @spacing: pixels between two columns and between two rows
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
tl_columns_layout_new (int spacing)
{
  TlColumnsLayout *self = g_object_new (TL_TYPE_COLUMNS_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * tl_columns_new:
 * @parts: (array length=n_parts): what stands side by side, or else one beneath the other
 * @n_parts: how many
 * @width: how wide each is at least
 *
 * Returns: (transfer floating): a box with columns
 */
GtkWidget *
tl_columns_new (GtkWidget *const *parts,
                guint             n_parts,
                int               width)
{
  g_return_val_if_fail (parts != NULL, NULL);

  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (columns, tl_columns_layout_new (24));
  for (guint i = 0; i < n_parts; i++)
    {
      gtk_widget_set_size_request (parts[i], width, -1);
      gtk_box_append (GTK_BOX (columns), parts[i]);
    }
  return columns;
}
