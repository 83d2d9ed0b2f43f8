/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPaperSize:
 * @key: what it is called on the command line
 * @title: what people call it
 * @width: upright, in points
 * @height: likewise
 */
typedef struct {
  const char *key;
  const char *title;
  double      width;
  double      height;
} TlPaperSize;

const TlPaperSize *tl_paper_sizes_get  (guint      *n_sizes);
const TlPaperSize *tl_paper_size_find  (const char *key);

G_END_DECLS
