/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlKnownNames:
 *
 * Who in a review has a real name, and what each is called instead.
 */
typedef struct _TlKnownNames TlKnownNames;

/**
 * TlKnownScope:
 * @TL_KNOWN_ROLES: the identities that a role, agency, child or reviewer with a label stands for
 * @TL_KNOWN_IDENTITIES: every identity, and the numbers that reviewers are accredited under; a label in which a known
 *   name occurs is not used
 * @TL_KNOWN_BOARDS: besides, the board of the review, the boards its reviewers worked for, and its reference number
 *
 * Of whom the names are looked for.
 */
typedef enum {
  TL_KNOWN_ROLES,
  TL_KNOWN_IDENTITIES,
  TL_KNOWN_BOARDS,
} TlKnownScope;

/**
 * TlKnownName:
 * @start: first character
 * @end: after the last
 * @sure: whether it can hardly be anything but the name, of one alone
 * @labels: (element-type utf8): what may stand there instead; more than one when names are shared
 *
 * A place in a text where somebody known is named.
 */
typedef struct {
  guint      start;
  guint      end;
  gboolean   sure;
  GPtrArray *labels;
} TlKnownName;

TlKnownNames *tl_known_names_new            (TlReview      *review,
                                             TlKnownScope   scope);
void          tl_known_names_free           (TlKnownNames  *self);
guint         tl_known_names_get_n_nameless (TlKnownNames  *self);
GArray       *tl_known_names_find           (TlKnownNames  *self,
                                             const char    *text);
char         *tl_known_name_dup_labels      (const TlKnownName *name);
char         *tl_known_names_dup_replaced   (TlKnownNames  *self,
                                             const char    *text,
                                             char         **remaining);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKnownNames, tl_known_names_free)

G_END_DECLS
