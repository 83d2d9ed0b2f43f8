/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

/**
 * TlReleasePicture:
 * @title: what it is called
 * @words: what was counted, and how it is shown
 * @svg: the picture
 * @png: the same as an image
 * @inner_svg: the picture without what stands beside it in a text
 * @inner_png: the same as an image
 * @inner_width: how wide that is, in units of which letters have eleven
 * @inner_height: how high
 *
 * A table of a release as a picture, or as much of it as goes on a page.
 */
typedef struct {
  char   *title;
  char   *words;
  GBytes *svg;
  GBytes *png;
  GBytes *inner_svg;
  GBytes *inner_png;
  double  inner_width;
  double  inner_height;
} TlReleasePicture;

GPtrArray *tl_release_picture_list (const TlReleaseTable  *table,
                                    GCancellable          *cancellable,
                                    GError               **error);

G_END_DECLS
