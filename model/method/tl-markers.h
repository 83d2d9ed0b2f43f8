/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlMarkerGroup:
 * @title: such as "Setting up"
 * @description: when that is
 *
 * A part of a review’s life.
 */
typedef struct {
  char *title;
  char *description;
} TlMarkerGroup;

/**
 * TlMarker:
 * @number: from 1, as in notes
 * @group: position of its group
 * @title: what it is about
 * @statement: what is so where it is well done
 * @questions: how one might see that, ended by %NULL
 *
 * A mark of a good review.
 */
typedef struct {
  int    number;
  guint  group;
  char  *title;
  char  *statement;
  char **questions;
} TlMarker;

/**
 * TlMarkers:
 * @groups: (element-type TlMarkerGroup): in order
 * @markers: (element-type TlMarker): in order
 *
 * The quality markers. They are questions and not a scale.
 */
typedef struct {
  GPtrArray *groups;
  GPtrArray *markers;
} TlMarkers;

TlMarkers *tl_markers_load (GError    **error);
void       tl_markers_free (TlMarkers  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMarkers, tl_markers_free)

G_END_DECLS
