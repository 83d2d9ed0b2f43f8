/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-system.h"
#include "model/questions/tl-answer.h"
#include "model/questions/tl-chains.h"
#include "model/questions/tl-cube.h"
#include "model/questions/tl-merged.h"
#include "model/questions/tl-pairs.h"
#include "model/questions/tl-themes.h"
#include "model/questions/tl-asked.h"
#include "model/releases/tl-release-reach.h"

G_BEGIN_DECLS

/**
 * TlReleaseCount:
 * @mark: what is counted, in words of its own: two counts with one mark and one reach are the same
 * @reach: over which reviews
 * @where: for people: where in the table it stands
 * @count: what was counted
 * @least: what everybody knows it to be at least if it is withheld
 * @place: (nullable): where the answer has it; %NULL for a zero that no table shows, as all that is not zero is there
 * @worth: how dear its loss is
 * @reason: why it is withheld, if it is
 *
 * A count of a table that is to leave.
 */
typedef struct {
  char            *mark;
  TlReach          reach;
  char            *where;
  gint64           count;
  gint64           least;
  gint64          *place;
  TlProtectWorth   worth;
  TlProtectReason  reason;
} TlReleaseCount;

/**
 * TlReleaseTable:
 * @question: what was asked
 * @text: the same in a line
 * @themes: (nullable): the answer, if it was about themes; likewise the next five
 * @is_bare: whether of a cube no part of both facets is published, as if it were two tables
 * @is_crossing: whether that is because of other tables
 * @is_made_of_inner: whether what these are made of is known to add up to it
 * @counts: (element-type TlReleaseCount): all counts in it
 * @n_shown: how many are shown, once tl_release_table_show() was called
 * @n_withheld: how many are withheld
 * @n_left_out: how many are left out
 *
 * A table of a release: an answer, and what its counts are.
 */
typedef struct {
  TlAsked           *question;
  char              *text;
  TlThemes          *themes;
  TlCube            *cube;
  TlPairs           *pairs;
  TlChains          *chains;
  TlMerged          *merged;
  TlAnswer          *answer;
  gboolean           is_bare;
  gboolean           is_crossing;
  gboolean           is_made_of_inner;
  GPtrArray         *counts;
  guint              n_shown;
  guint              n_withheld;
  guint              n_left_out;
} TlReleaseTable;

TlReleaseTable *tl_release_table_ask         (TlLibrary                *library,
                                              const TlAsked            *question,
                                              guint                     threshold,
                                              GCancellable             *cancellable,
                                              GError                  **error);
TlReleaseTable *tl_release_table_ask_named   (TlLibrary                *library,
                                              const TlAsked            *question,
                                              GPtrArray                *marks,
                                              GCancellable             *cancellable,
                                              GError                  **error);
void            tl_release_table_free        (TlReleaseTable           *self);
void            tl_release_table_make_bare   (TlReleaseTable           *self);

gboolean        tl_release_table_is_list     (const TlAsked            *question);
guint           tl_release_table_get_least   (const TlAsked            *question,
                                              guint                     threshold,
                                              guint                     base);

gboolean        tl_release_table_find_pair   (const TlReleaseTable     *self,
                                              const TlReleaseCount     *count,
                                              gsize                    *at,
                                              gsize                    *mirrored);
void            tl_release_table_fill_matrix (const TlReleaseTable     *self,
                                              gint64                   *counts,
                                              gboolean                 *withheld);

void            tl_release_table_show        (TlReleaseTable           *self,
                                              guint                     threshold,
                                              guint                     round);
const char     *tl_release_table_get_caption (const TlReleaseTable     *self);
const char     *tl_release_table_get_note    (const TlReleaseTable     *self);
gint64          tl_release_table_get_base    (const TlReleaseTable     *self);
char           *tl_release_table_dup_csv     (const TlReleaseTable     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReleaseTable, tl_release_table_free)

/* What a mark is made of (tl-release-mark.c) */
#define TL_RELEASE_MARK_PATH " > " /* between the codes of one that has several in place of one */

char           *tl_release_mark_new          (const TlAsked            *question,
                                              const char               *version,
                                              const char               *measure,
                                              const char               *a,
                                              const char               *b);
GPtrArray      *tl_release_mark_dup_wider    (const char               *mark);
char          **tl_release_mark_dup_codes    (const char               *mark,
                                              char                    **measure);

G_END_DECLS
