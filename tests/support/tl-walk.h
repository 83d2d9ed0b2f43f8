/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-xml-reader.h"

G_BEGIN_DECLS

/**
 * TlWalkFactor:
 * @record: the factor
 * @codes: (element-type utf8): its codes, each once
 * @cannot_code: whether a tag says that it can't be coded
 */
typedef struct {
  const TlPlainRecord *record;
  GPtrArray           *codes;
  gboolean             cannot_code;
} TlWalkFactor;

/**
 * TlWalkLink:
 * @cause: index of a factor
 * @effect: index of a factor
 * @tested: whether its counterfactual test speaks for it
 */
typedef struct {
  guint    cause;
  guint    effect;
  gboolean tested;
} TlWalkLink;

/**
 * TlWalk:
 * @file: as it was read
 * @factors: (element-type TlWalkFactor): in the order of the file
 * @links: (element-type TlWalkLink): those that count: not rejected
 *
 * A learning record for whoever walks through it slowly and simply, to hold what a library answers against.
 */
typedef struct {
  TlXmlFile *file;
  GArray    *factors;
  GArray    *links;
} TlWalk;

TlWalk     *tl_walk_new           (const char        *path);
void        tl_walk_free          (TlWalk            *walk);

const char *tl_walk_get_text      (const TlPlainRecord *record,
                                   const char        *field);
gboolean    tl_walk_is_at_or_below (const char       *code,
                                   const char        *above);

gboolean    tl_walk_has_code      (const TlWalk      *walk,
                                   const char        *code);
gboolean    tl_walk_has_chain     (const TlWalk      *walk,
                                   const char *const *steps,
                                   guint              n_steps,
                                   gboolean           tested);
gboolean    tl_walk_says          (const TlWalk      *walk,
                                   const char        *word);
gboolean    tl_walk_cannot_code   (const TlWalk      *walk,
                                   const char        *word);
gboolean    tl_walk_reaches       (const TlWalk      *walk,
                                   const char *const *levels,
                                   const char        *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWalk, tl_walk_free)

G_END_DECLS
