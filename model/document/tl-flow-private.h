/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paragraphs, lists, tables and notes on their way into one text; for this room only. */
#pragma once

#include "model/document/tl-draft-private.h"

G_BEGIN_DECLS

/* What an element does to the text. */
typedef enum {
  TL_STEP_NONE,
  TL_STEP_PARAGRAPH,
  TL_STEP_LIST,
  TL_STEP_ITEM,
  TL_STEP_TABLE,
  TL_STEP_ROW,
  TL_STEP_CELL,
  TL_STEP_SPACE,
  TL_STEP_TAB,
  TL_STEP_LINE,
  TL_STEP_NOTE,
  TL_STEP_SKIP,
} TlFlowStep;

/**
 * TlStep:
 * @element: its name, such as "p" or "text:p"
 * @step: what to do when it begins and ends
 * @own: what the reader does besides, a number of its own
 * @sentence: (nullable): translatable, to be said when it is skipped
 *
 * A line of a reader's table, which ends with a %NULL name.
 */
typedef struct {
  const char *element;
  TlFlowStep  step;
  int         own;
  const char *sentence;
} TlStep;

/**
 * TlFlow:
 *
 * What HTML, ODT and DOCX have in common. A table becomes lines with tabs, what is within a cell stays on the line; a
 * note stands in brackets under the paragraph that calls it.
 */
typedef struct {
  TlDraft   *draft;
  guint      skipped; /* elements within one that is left out, and itself */
  guint      lists;   /* deep */
  guint      tables;  /* deep */
  guint      cells;   /* so far in the row */
  gboolean   marked;  /* an item, of which nothing but the mark is there yet */
  GString   *note;    /* while one is read */
  guint      n_notes;
  GPtrArray *waiting; /* of char*: notes to follow the paragraph */
} TlFlow;

void          _tl_flow_init      (TlFlow       *self,
                                  TlDraft      *draft);
void          _tl_flow_clear     (TlFlow       *self);

const TlStep *_tl_flow_find      (const TlStep *steps,
                                  const char   *element);
gboolean      _tl_flow_start     (TlFlow       *self,
                                  const TlStep *step);
gboolean      _tl_flow_end       (TlFlow       *self,
                                  const TlStep *step);
void          _tl_flow_skip      (TlFlow       *self,
                                  const char   *sentence);
void          _tl_flow_add       (TlFlow       *self,
                                  const char   *text,
                                  gsize         length);
void          _tl_flow_begin_item (TlFlow      *self,
                                  const char   *mark);
void          _tl_flow_add_note  (TlFlow       *self,
                                  const char   *text);

G_END_DECLS
