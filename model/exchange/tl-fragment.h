/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-plain-record.h"
#include "model/review/tl-edit.h"

G_BEGIN_DECLS

#define TL_FRAGMENT_MEDIA_TYPE "application/x-throughline-fragment+xml"

/* More than anyone copies by hand; what is larger is refused. */
#define TL_FRAGMENT_MAX_BYTES (16 * 1024 * 1024)
#define TL_FRAGMENT_MAX_TEXT (1024 * 1024)
#define TL_FRAGMENT_MAX_FACTORS 5000
#define TL_FRAGMENT_MAX_FROM_TEXT 1000

/**
 * TlFragment:
 *
 * Factors of a review on their way to another place or another review: with the links among them, their tags, and which
 * extracts speak for or against them. What else they mention, as a role or an episode, is only named, so that it can be
 * found again where it is known; nothing of it travels.
 */
typedef struct _TlFragment TlFragment;

TlFragment          *tl_fragment_new           (TlReview          *review,
                                                const char *const *ids);
TlFragment          *tl_fragment_new_from_xml  (GBytes            *bytes,
                                                GError           **error);
TlFragment          *tl_fragment_new_from_text (const char        *text,
                                                TlReview          *review,
                                                GError           **error);
void                 tl_fragment_free          (TlFragment        *self);

gboolean             tl_fragment_is_from       (TlFragment        *self,
                                                TlReview          *review);
char                *tl_fragment_dup_xml       (TlFragment        *self);
char                *tl_fragment_dup_text      (TlFragment        *self);

char                *tl_fragment_fit           (TlFragment        *self,
                                                TlReview          *review);
guint                tl_fragment_get_n_factors (TlFragment        *self);
const TlPlainRecord *tl_fragment_get_factor    (TlFragment        *self,
                                                guint              position);
void                 tl_fragment_place         (TlFragment        *self,
                                                guint              position,
                                                gint64             x,
                                                gint64             y);
void                 tl_fragment_set_level     (TlFragment        *self,
                                                guint              position,
                                                const char        *level);
gboolean             tl_fragment_add           (TlFragment        *self,
                                                TlEdit            *edit,
                                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFragment, tl_fragment_free)

G_END_DECLS
