/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlNames:
 *
 * The real names that a review knows, to be found again in text.
 */
typedef struct _TlNames TlNames;

TlNames *tl_names_new          (void);
void     tl_names_free         (TlNames    *self);
void     tl_names_add          (TlNames    *self,
                                const char *lines);
void     tl_names_add_whole    (TlNames    *self,
                                const char *name);
char    *tl_names_find         (TlNames    *self,
                                const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlNames, tl_names_free)

G_END_DECLS
