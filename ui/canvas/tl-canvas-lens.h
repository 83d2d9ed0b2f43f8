/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/checks/tl-check-list.h"

G_BEGIN_DECLS

/* More than this can't be told apart; what follows shares the last. */
#define TL_LENS_N_COLOURS 8

/**
 * TlLensKind:
 * @TL_LENS_NONE: factors look like their kinds
 * @TL_LENS_EVIDENCE: what they rest on
 * @TL_LENS_CERTAINTY: how certain they are
 * @TL_LENS_TAGS: how they are coded
 * @TL_LENS_CATEGORIES: to which categories of problems their codes belong
 * @TL_LENS_AGENCY: whose they are
 * @TL_LENS_INFLUENCE: whether they helped or hindered
 * @TL_LENS_CHECKS: what the checks have to say of them
 *
 * A question through which the factors are seen, one at a time.
 */
typedef enum {
  TL_LENS_NONE,
  TL_LENS_EVIDENCE,
  TL_LENS_CERTAINTY,
  TL_LENS_TAGS,
  TL_LENS_CATEGORIES,
  TL_LENS_AGENCY,
  TL_LENS_INFLUENCE,
  TL_LENS_CHECKS,
} TlLensKind;

#define TL_N_LENSES (TL_LENS_CHECKS + 1)

/**
 * TlLensAnswer:
 * @mark: a sign that can be told from the others without any colour
 * @title: in words
 * @colour: from 0, below %TL_LENS_N_COLOURS
 * @n: how many factors have it
 *
 * One of the answers that a lens gives.
 */
typedef struct {
  char *mark;
  char *title;
  guint colour;
  guint n;
} TlLensAnswer;

#define TL_TYPE_CANVAS_LENS (tl_canvas_lens_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasLens, tl_canvas_lens, TL, CANVAS_LENS, GObject)

TlCanvasLens       *tl_canvas_lens_new           (TlReview     *review);

TlReview           *tl_canvas_lens_get_review    (TlCanvasLens *self);
TlLensKind          tl_canvas_lens_get_kind      (TlCanvasLens *self);
void                tl_canvas_lens_set_kind      (TlCanvasLens *self,
                                                  TlLensKind    kind);
void                tl_canvas_lens_set_checks    (TlCanvasLens *self,
                                                  TlCheckList  *checks);
const char         *tl_canvas_lens_get_code      (TlCanvasLens *self);
void                tl_canvas_lens_set_code      (TlCanvasLens *self,
                                                  const char   *code);

guint               tl_canvas_lens_get_n_answers (TlCanvasLens *self);
const TlLensAnswer *tl_canvas_lens_get_answer    (TlCanvasLens *self,
                                                  guint         position);
const TlLensAnswer *tl_canvas_lens_find_answer   (TlCanvasLens *self,
                                                  const char   *id);

const char         *tl_canvas_lens_find_detail   (TlCanvasLens *self,
                                                  const char   *id);

const char         *tl_lens_kind_get_title       (TlLensKind    kind);

G_END_DECLS
