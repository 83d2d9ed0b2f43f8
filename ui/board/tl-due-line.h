/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/base/tl-date.h"

G_BEGIN_DECLS

/**
 * TlDueScale:
 * @first: the minute at the beginning of a line, as of tl_date_get_bounds()
 * @last: the minute at its end
 *
 * The stretch of time that lines beneath each other have in common: whole years.
 */
typedef struct {
  gint64 first;
  gint64 last;
} TlDueScale;

#define TL_TYPE_DUE_LINE (tl_due_line_get_type ())
G_DECLARE_FINAL_TYPE (TlDueLine, tl_due_line, TL, DUE_LINE, GtkWidget)

GtkWidget *tl_due_line_new      (const TlDueScale *scale,
                                 const TlDate     *first,
                                 const TlDate     *now,
                                 const char       *words);
GtkWidget *tl_due_line_new_axis (const TlDueScale *scale);

G_END_DECLS
