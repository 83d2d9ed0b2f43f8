/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlNoted:
 *
 * A line of a #TlNotedList. Never changes.
 */
#define TL_TYPE_NOTED (tl_noted_get_type ())
G_DECLARE_FINAL_TYPE (TlNoted, tl_noted, TL, NOTED, GObject)

TlNoted    *tl_noted_new        (const char *title,
                                 const char *text,
                                 const char *note,
                                 const char *target,
                                 guint       deeds);

const char *tl_noted_get_title  (TlNoted    *self);
const char *tl_noted_get_text   (TlNoted    *self);
const char *tl_noted_get_note   (TlNoted    *self);
const char *tl_noted_get_target (TlNoted    *self);
guint       tl_noted_get_deeds  (TlNoted    *self);
gboolean    tl_noted_has_words  (TlNoted    *self,
                                 const char *words);

G_END_DECLS
