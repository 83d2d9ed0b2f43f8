/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits in characters (code points). A source longer than its limit in bytes is to be split (DESIGN 7). */
#define TL_TEXT_MAX_LINE 4000
#define TL_TEXT_MAX_PROSE 1000000
#define TL_TEXT_MAX_BODY_BYTES (8 * 1024 * 1024)

typedef enum {
  TL_TEXT_UNCHANGED    = 0,
  TL_TEXT_BAD_UTF8     = 1 << 0, /* bytes that are not UTF-8 became U+FFFD */
  TL_TEXT_CONTROLS     = 1 << 1, /* characters that XML 1.0 can't carry were removed */
  TL_TEXT_LINE_ENDINGS = 1 << 2, /* CR LF and CR became LF */
  TL_TEXT_ONE_LINE     = 1 << 3, /* line ends and tabs became spaces */
} TlTextChanges;

char     *tl_text_normalise   (const char    *text,
                               gssize         length,
                               TlTextChanges *changes);
char     *tl_text_one_line    (const char    *text,
                               TlTextChanges *changes);
gboolean  tl_text_is_plain    (const char    *text,
                               gsize          length);
gboolean  tl_text_is_clean    (const char    *text);
gboolean  tl_text_is_one_line (const char    *text);
char     *tl_text_digest      (const char    *text);
char     *tl_text_shorten     (const char    *text,
                               guint          max_characters);

G_END_DECLS
