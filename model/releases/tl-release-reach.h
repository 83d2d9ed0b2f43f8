/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-facet.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/* The facets of which each review belongs to exactly one part, so that counts add up along them. */
#define TL_REACH_N_FACETS 4

extern const TlFacet tl_reach_facets[TL_REACH_N_FACETS];

/**
 * TlReach:
 * @parts: a facet: "*" for all parts, "=KEY" for one, "FROM..TO" for years, and after any of these "!KEY,KEY" for all
 *   but some; keys are escaped as in addresses
 *
 * Over which reviews something is counted, as far as counts add up.
 */
typedef struct {
  char *parts[TL_REACH_N_FACETS];
} TlReach;

void      tl_reach_init       (TlReach             *self,
                               const TlPopulation  *population);
gboolean  tl_reach_parse      (TlReach             *self,
                               const char          *text);
void      tl_reach_clear      (TlReach             *self);
char     *tl_reach_dup_text   (const TlReach       *self);

void      tl_reach_narrow     (TlReach             *self,
                               TlFacet              facet,
                               const char          *key);
void      tl_reach_exclude    (TlReach             *self,
                               TlFacet              facet,
                               char               **keys,
                               guint                n_keys);

gboolean  tl_reach_contains   (const TlReach       *self,
                               guint                facet,
                               const char          *key);
void      tl_reach_add_keys   (const TlReach       *self,
                               guint                facet,
                               GHashTable          *keys);
gboolean  tl_reach_is_single  (const TlReach       *self,
                               TlFacet              facet);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlReach, tl_reach_clear)

G_END_DECLS
