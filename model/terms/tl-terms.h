/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_TERMS_MAX_BYTES (64 * 1024)

/* The profile of a review that names none. */
#define TL_TERMS_DEFAULT "england_2010"

#define TL_TYPE_TERMS (tl_terms_get_type ())

G_DECLARE_FINAL_TYPE (TlTerms, tl_terms, TL, TERMS, GObject)

TlTerms           *tl_terms_new_from_bytes  (GBytes      *bytes,
                                             const char  *name,
                                             GError     **error);
TlTerms           *tl_terms_lookup          (const char  *id,
                                             GError     **error);
GPtrArray         *tl_terms_list            (GPtrArray  **problems);

const char *const *tl_terms_get_keys        (void);
const char        *tl_terms_get             (TlTerms     *self,
                                             const char  *key);

const char        *tl_terms_get_id          (TlTerms     *self);
const char        *tl_terms_get_title       (TlTerms     *self);
const char        *tl_terms_get_description (TlTerms     *self);
int                tl_terms_get_from        (TlTerms     *self);
int                tl_terms_get_until       (TlTerms     *self);

G_END_DECLS
