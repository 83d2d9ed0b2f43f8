/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlEcho:
 *
 * Tells whether a recommendation only turns a factor round.
 */
typedef struct _TlEcho TlEcho;

/**
 * TlEchoText:
 *
 * What a factor or a recommendation is about. It may be kept for longer than what told it.
 */
typedef struct _TlEchoText TlEchoText;

TlEcho     *tl_echo_load      (GError           **error);
void        tl_echo_free      (TlEcho            *self);

TlEchoText *tl_echo_text_new  (TlEcho            *self,
                               const char        *text);
void        tl_echo_text_free (TlEchoText        *self);

char       *tl_echo_compare   (TlEcho            *self,
                               const TlEchoText  *factor,
                               const TlEchoText  *recommendation);
char       *tl_echo_find      (TlEcho            *self,
                               const char        *factor,
                               const char        *recommendation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEcho, tl_echo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEchoText, tl_echo_text_free)

G_END_DECLS
