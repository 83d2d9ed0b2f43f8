/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/evidence/tl-reader-text.h"

G_BEGIN_DECLS

/**
 * TlReaderMark:
 * @start: the first character
 * @end: after the last
 * @current: whether it is the one that is spoken of
 * @faded: whether it is beyond what somebody could know
 *
 * A marked stretch of the text.
 */
typedef struct {
  guint    start;
  guint    end;
  gboolean current;
  gboolean faded;
} TlReaderMark;

void tl_reader_marks_show (TlReaderText       *text,
                           const TlReaderMark *marks,
                           guint               n_marks);

G_END_DECLS
