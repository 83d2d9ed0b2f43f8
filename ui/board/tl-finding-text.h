/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/board/tl-board-reading.h"

G_BEGIN_DECLS

/* What a part of a finding's page is to the page: how large it is, and what comes with it. */
typedef enum {
  TL_FINDING_PART_NUMBER,
  TL_FINDING_PART_STATEMENT,
  TL_FINDING_PART_NATURE,
  TL_FINDING_PART_HEADING,
  TL_FINDING_PART_TEXT,
  TL_FINDING_PART_PICTURE, /* the place of the small why-graph, with its heading */
  TL_FINDING_PART_ASKED,
  TL_FINDING_PART_LINE,
  TL_FINDING_PART_ACTION,
  TL_FINDING_PART_NOTE,
} TlFindingPartRole;

/**
 * TlFindingPart:
 * @role: what it is
 * @depth: 0 for the finding and what is asked, 1 for a response, 2 for an action
 * @text: its words
 *
 * A part of a finding's page.
 */
typedef struct {
  TlFindingPartRole role;
  guint             depth;
  char             *text;
} TlFindingPart;

GPtrArray  *tl_finding_text_read         (TlBoardReading    *reading,
                                          TlRecord          *finding);
void        tl_finding_text_read_answers (TlBoardReading    *reading,
                                          TlRecord          *finding,
                                          GPtrArray         *parts);
const char *tl_finding_part_get_style    (TlFindingPartRole  role);

G_END_DECLS
