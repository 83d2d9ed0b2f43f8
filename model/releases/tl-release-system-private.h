/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The system of releases in its files: tl-release-system.c holds the counts and says which are parts of others in kind
 * and in time, tl-release-sums.c which add up, tl-release-solve.c decides what is withheld and what is left out. */
#pragma once

#include "model/releases/tl-release-system.h"

G_BEGIN_DECLS

/* A count that is to leave, that has left, or that others are made of. */
typedef struct {
  gint64          release; /* 0 for the one that is made */
  TlReleaseStatus given;  /* as it was added, or left out since */
  TlReleaseStatus status; /* the same, or that of an earlier release if it has not changed */
  char           *mark;
  TlReach         reach;
  const char     *parts[TL_REACH_N_FACETS]; /* of each facet the parts in it, as a 1 or 0 a key; interned */
  gint64          count;
  gint64          least;
  TlProtectWorth  worth;
  gboolean        required;
  gboolean        unchanged; /* since it left: what it is now stands for what it was */
  gboolean        given_up; /* it was known before this release */
  guint           same_as; /* the first entry with the same mark and parts; itself if it is that */
  guint           cell;
  guint           difference; /* from what it was; 0 if there is none, else its cell + 1 */
} TlReleaseEntry;

/* What of a whole no part says: nobody is told, and must not be able to tell where it is small. */
typedef struct {
  guint       cell;
  const char *mark; /* of the whole */
} TlReleaseRest;

struct _TlReleaseSystem
{
  guint            threshold;
  gboolean         says_differences;
  gboolean         without_new; /* find out what can be told before the release that is made */
  gboolean         gives_bases; /* withhold a base like another total */
  GHashTable      *keys[TL_REACH_N_FACETS];
  GHashTable      *texts;   /* parts of a facet as they were given → as a 1 or 0 a key */
  GPtrArray       *entries; /* (element-type Entry) */
  GHashTable      *places;  /* release, mark and parts → place of the entry + 1 */
  TlProtectSystem *protect;
  GArray          *rests;       /* (element-type TlReleaseRest) */
  GArray          *differences; /* (element-type guint): counts that differ a little from those of an earlier release */
};

TlReleaseEntry *_tl_release_system_find      (TlReleaseSystem    *self,
                                              gint64              release,
                                              const char         *mark,
                                              const char *const  *parts);
gboolean        _tl_release_system_is_placed (TlReleaseSystem    *self,
                                              guint               i);
char           *_tl_release_system_dup_place (gint64              release,
                                              const char         *mark,
                                              const char *const  *parts,
                                              guint               but);

void            _tl_release_system_build     (TlReleaseSystem    *self);

void            _tl_release_sums_add         (TlReleaseSystem    *self);

G_END_DECLS
