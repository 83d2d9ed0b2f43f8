/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"

#include <glib.h>

G_BEGIN_DECLS

/* Who makes the review, for its history. */
#define TL_GENERATE_AUTHOR "Gesina Generator"

/**
 * TlPlanted:
 * @marker: a word that occurs nowhere else, lower case
 * @kind: of the record it was planted in
 * @field: the field
 * @id: the record
 * @release: the widest tier for which the text it stands in was released, before it was perhaps replaced
 * @named: whether the text holds a real name
 * @dated: whether the text holds a day
 * @gone: whether the text was replaced
 *
 * A marker, planted in one text of a generated review.
 */
typedef struct {
  char          *marker;
  const TlKind  *kind;
  const TlField *field;
  char          *id;
  TlTier         release;
  gboolean       named;
  gboolean       dated;
  gboolean       gone;
} TlPlanted;

GPtrArray *tl_generate_review (const char *path,
                               guint32     seed,
                               guint       size);

G_END_DECLS
