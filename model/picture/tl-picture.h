/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/layout/tl-layout.h"
#include "model/method/tl-method.h"

G_BEGIN_DECLS

/* The size of every factor, but in an inset, in units: one is a pixel at 100 %. */
#define TL_PICTURE_FACTOR_WIDTH 216
#define TL_PICTURE_FACTOR_HEIGHT 84
/* The size of a factor in an inset, and the row at which it begins another: in this shape most fill a page. */
#define TL_PICTURE_INSET_FACTOR_WIDTH 172
#define TL_PICTURE_INSET_FACTOR_HEIGHT 98
#define TL_PICTURE_INSET_WIDTH 700
/* Half the height of the mark of a link. */
#define TL_PICTURE_MARK_RADIUS 9

/**
 * TlPictureBand:
 * @title: (nullable): what the level is called
 * @extent: where it lies
 * @is_used: a factor that is shown lies in it
 */
typedef struct {
  char          *title;
  TlLayoutExtent extent;
  gboolean       is_used;
} TlPictureBand;

/**
 * TlPictureFactor:
 * @statement: (nullable): what it says
 * @kind: what kind of factor it is
 * @whose: (nullable): whose act or agency
 * @mark: (nullable): a word in the corner
 * @role: what it is to the picture
 * @is_disputed: dissent is recorded
 * @is_uncertain: it is only possible, or not known
 * @is_withheld: it has a statement that is not to be seen
 * @box: where it is, with the band
 */
typedef struct {
  char        *id;
  char        *statement;
  char        *kind;
  char        *whose;
  char        *mark;
  TlFactorRole role;
  gboolean     is_disputed;
  gboolean     is_uncertain;
  gboolean     is_withheld;
  TlLayoutBox  box;
  guint        n_causes;
  guint        n_effects;
} TlPictureFactor;

/**
 * TlPictureLink:
 * @cause: index of a factor
 * @effect: index of a factor
 * @kind: what kind of link it is, in words
 * @role: what it is to the picture
 * @state: (nullable): a choice of the field of that name
 * @sign: (nullable): likewise
 * @points: its curve, as tl_layout_routes_get() gives it
 * @thickness: of its curve; 0 for what the role gives
 * @marks: what stands at its middle; empty where nothing does. Of sign and state, where it is not set before
 * @mark: where that is: the middle of the curve, or as near to it as no box and no other mark is in the way
 */
typedef struct {
  char         *id;
  guint         cause;
  guint         effect;
  char         *kind;
  TlLinkRole    role;
  char         *state;
  char         *sign;
  GArray       *points;
  double        thickness;
  char         *marks;
  TlLayoutPoint mark;
} TlPictureLink;

/**
 * TlPicture:
 * @title: (nullable): what the review is called
 * @language: of its text, as in "en-GB"
 * @bands: (element-type TlPictureBand): from the top
 * @factors: (element-type TlPictureFactor): those that are shown
 * @links: (element-type TlPictureLink): those that are shown
 * @is_inset: it stands in a text that names it: narrow, without a title of its own, the levels named within their
 *   bands. To be set before a factor is added
 *
 * The graph of a review at one moment, with its places and curves: to be painted on any paper, from any thread, while
 * the review goes on. It holds the text that is to be seen and no other.
 */
typedef struct {
  char      *title;
  char      *language;
  GPtrArray *bands;
  GPtrArray *factors;
  GPtrArray *links;
  gboolean   is_inset;
} TlPicture;

TlPicture       *tl_picture_new        (const char             *title,
                                        TlMethod               *method);
TlPicture       *tl_picture_ref        (TlPicture              *self);
void             tl_picture_unref      (TlPicture              *self);

TlPictureFactor *tl_picture_add_factor (TlPicture              *self,
                                        const char             *id);
TlPictureLink   *tl_picture_add_link   (TlPicture              *self,
                                        const char             *id,
                                        guint                   cause,
                                        guint                   effect);
gboolean         tl_picture_settle     (TlPicture              *self,
                                        const char *const      *only,
                                        GCancellable           *cancellable,
                                        GError                **error);

TlPictureBand   *tl_picture_get_band   (const TlPicture        *self,
                                        guint                   position);
TlPictureFactor *tl_picture_get_factor (const TlPicture        *self,
                                        guint                   position);
TlPictureLink   *tl_picture_get_link   (const TlPicture        *self,
                                        guint                   position);
gboolean         tl_picture_has_lanes  (const TlPicture        *self);
void             tl_picture_get_extent (const TlPicture        *self,
                                        TlLayoutBox            *extent);
const char      *tl_picture_factor_get_statement (const TlPictureFactor *factor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPicture, tl_picture_unref)

G_END_DECLS
