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

/**
 * TlNameSpan:
 * @start: first character (code point)
 * @end: after the last
 * @sure: whether it can hardly be anything but the name; initials, endings and small letters may be
 *
 * Where a text has a name.
 */
typedef struct {
  guint    start;
  guint    end;
  gboolean sure;
} TlNameSpan;

/**
 * TlNamesText:
 *
 * A text in which several are looked for, one after the other.
 */
typedef struct _TlNamesText TlNamesText;

TlNames *tl_names_new          (void);
void     tl_names_free         (TlNames    *self);
void     tl_names_add          (TlNames    *self,
                                const char *lines);
void     tl_names_add_whole    (TlNames    *self,
                                const char *name);
char    *tl_names_find         (TlNames    *self,
                                const char *text);
char    *tl_names_find_written (TlNames    *self,
                                const char *text);

TlNamesText *tl_names_text_new  (const char  *text);
void         tl_names_text_free (TlNamesText *self);
GArray      *tl_names_find_all  (TlNames     *self,
                                 TlNamesText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlNames, tl_names_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlNamesText, tl_names_text_free)

G_END_DECLS
