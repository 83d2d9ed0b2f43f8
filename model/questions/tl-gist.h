/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a statement is about, as a set of words; for this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlGists:
 *
 * Makes sets of words from statements: stems, without the small words of English and without numbers.
 */
typedef struct _TlGists TlGists;

TlGists    *tl_gists_new      (void);
void        tl_gists_free     (TlGists     *self);
GPtrArray  *tl_gists_read     (TlGists     *self,
                               const char  *text);
double      tl_gist_compare   (GPtrArray   *one,
                               GPtrArray   *other);
const char *tl_gists_get_word (TlGists     *self,
                               const char  *stem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGists, tl_gists_free)

G_END_DECLS
