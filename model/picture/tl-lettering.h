/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TlLettering:
 *
 * Text for paper: laid out alike whatever the paper, and by one thread.
 */
typedef struct _TlLettering TlLettering;

typedef enum {
  TL_LETTERING_PLAIN  = 0,
  TL_LETTERING_BOLD   = 1 << 0,
  TL_LETTERING_ITALIC = 1 << 1,
} TlLetteringStyle;

TlLettering *tl_lettering_new  (void);
void         tl_lettering_free (TlLettering      *self);

PangoLayout *tl_lettering_line (TlLettering      *self,
                                const char       *text,
                                double            size,
                                TlLetteringStyle  style,
                                double            width);
PangoLayout *tl_lettering_fit  (TlLettering      *self,
                                const char       *text,
                                double            size,
                                double            least_size,
                                TlLetteringStyle  style,
                                double            width,
                                double            height);
gboolean     tl_lettering_is_rtl (TlLettering     *self,
                                const char       *text);
void         tl_lettering_measure (PangoLayout   *layout,
                                double           *width,
                                double           *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLettering, tl_lettering_free)

G_END_DECLS
