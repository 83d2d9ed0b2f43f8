/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/report/tl-report-private.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* No colour: nothing is drawn. */
#define TL_LOOK_NONE G_MAXUINT32

/**
 * TlLook:
 *
 * How a block of a report stands on paper. Lengths are in points, colours as 0xRRGGBB.
 */
typedef struct {
  double   size;
  double   leading;      /* of a line, in sizes */
  gboolean is_bold;
  gboolean is_italic;
  guint32  colour;
  guint32  link;         /* colour of a link in it */
  double   before;
  double   after;
  double   indent;       /* of a line of a list: room for its mark */
  double   column;       /* of a term: width of its column */
  gboolean keeps;        /* stays on the page of what follows */
  guint32  line;         /* a rule under it */
  guint32  tint;         /* of a box: its ground */
  guint32  bar;          /* of a box: the bar at its start */
  double   padding;      /* of a box */
  gboolean has_pages;    /* says on which page is what it leads to */
} TlLook;

/**
 * TlPageLook:
 *
 * How a page is, apart from what stands on it.
 */
typedef struct {
  double  width;
  double  height;
  double  top;
  double  bottom;
  double  side;
  double  furniture_size;
  guint32 furniture_colour;
  char   *fonts;
} TlPageLook;

typedef struct _TlLooks TlLooks;

TlLooks          *_tl_looks_new      (GError       **error);
void              _tl_looks_free     (TlLooks       *self);
const TlPageLook *_tl_looks_get_page (TlLooks       *self);
void              _tl_looks_set_paper (TlLooks      *self,
                                      double         width,
                                      double         height);
void              _tl_looks_get      (TlLooks       *self,
                                      xmlNodePtr     node,
                                      const char    *name,
                                      TlLook        *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLooks, _tl_looks_free)

G_END_DECLS
