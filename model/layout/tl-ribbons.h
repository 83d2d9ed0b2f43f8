/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layout of ribbons that flow through columns: pure functions on arrays, from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlRibbonsOptions:
 * @n_columns: through how many columns every ribbon flows, at least 1
 * @height: how high the columns are to be, where that suffices
 * @gap: free space between two stations of a column
 * @least_station: the least height of a station
 * @least_ribbon: the least thickness of a ribbon
 * @most_ribbon: the most that the thickest has
 *
 * What a layout goes by, in pixels.
 */
typedef struct {
  guint  n_columns;
  double height;
  double gap;
  double least_station;
  double least_ribbon;
  double most_ribbon;
} TlRibbonsOptions;

/**
 * TlRibbon:
 * @stops: by column, what it flows through there, by any number that is the caller's; kept by the caller
 * @weight: how thick it is beside the others, greater than 0
 * @thickness: (out): how thick it is
 *
 * What flows through all columns.
 */
typedef struct {
  const guint *stops;
  double       weight;
  double       thickness;
} TlRibbon;

/**
 * TlRibbonsStation:
 * @column: its column
 * @stop: the number of what is there
 * @top: its upper edge
 * @height: its height: at least all ribbons that flow through it
 * @weight: theirs together
 */
typedef struct {
  guint  column;
  guint  stop;
  double top;
  double height;
  double weight;
} TlRibbonsStation;

/**
 * TlRibbons:
 * @stations: (element-type TlRibbonsStation): column by column, each from the top
 * @tops: where each ribbon is in each column, by its upper edge: ribbon by ribbon
 * @places: likewise, through which of @stations it flows there
 * @scale: how thick a ribbon of weight 1 is, where it is not of the least thickness
 * @height: how high all is
 *
 * Stations in columns, and ribbons that flow through them: none overlaps another in a column.
 */
typedef struct {
  GArray *stations;
  double *tops;
  guint  *places;
  double  scale;
  double  height;
} TlRibbons;

TlRibbons *tl_ribbons_new  (TlRibbon               *ribbons,
                            guint                   n_ribbons,
                            const TlRibbonsOptions *options);
void       tl_ribbons_free (TlRibbons              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRibbons, tl_ribbons_free)

G_END_DECLS
