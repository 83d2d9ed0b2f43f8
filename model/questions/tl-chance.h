/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/questions/tl-graphs.h"

G_BEGIN_DECLS

/* Where nothing recurs but by chance, fewer than one list in twenty has anything in it. */
#define TL_CHANCE_LEVEL 0.05

/* The most factors that a chain has. */
#define TL_CHANCE_MAX_PATH 5

/**
 * TlChance:
 *
 * What chance alone would give: draws, for a factor on a path, another of the same review and level that has codes too,
 * and is not on the path; the graph stays as it is, and so do the codes of the rest of the path. Where codes stand
 * beside each other for no reason, what is drawn is as likely as what is there.
 */
typedef struct _TlChance TlChance;

TlChance *tl_chance_new        (const TlGraphs  *graphs,
                                guint32          seed);
void      tl_chance_free       (TlChance        *self);

guint     tl_chance_get_rounds (TlChance        *self);
gboolean  tl_chance_is_drawn   (TlChance        *self,
                                guint            review);
double    tl_chance_get_share  (TlChance        *self);

void      tl_chance_begin      (TlChance        *self,
                                guint            review,
                                guint            round);
guint32   tl_chance_draw       (TlChance        *self,
                                const guint32   *path,
                                guint            n,
                                guint            at);

double    tl_chance_binomial_tail (guint         observed,
                                guint            n,
                                double           p);
double    tl_chance_tail       (guint            observed,
                                guint            drawn,
                                double           share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChance, tl_chance_free)

G_END_DECLS
