/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts from 1 to this are withheld unless something else is asked for: what children's statistics of the English
 * department have usually done. */
#define TL_COUNT_DEFAULT_THRESHOLD 5

/**
 * TlCountSymbol:
 * @TL_COUNT_WITHHELD: "c": withheld for confidentiality
 * @TL_COUNT_ROUNDED: "k": rounds to zero, and is none
 * @TL_COUNT_NOT_APPLICABLE: "z": there can be no such count
 * @TL_COUNT_NOT_AVAILABLE: ":": nobody recorded what would have to be counted
 *
 * Stands in the place of a count, with the symbols that the English department uses; the count is nowhere else to be
 * had from the table.
 */
typedef enum {
  TL_COUNT_WITHHELD = -1,
  TL_COUNT_ROUNDED = -2,
  TL_COUNT_NOT_APPLICABLE = -3,
  TL_COUNT_NOT_AVAILABLE = -4,
} TlCountSymbol;

char   *tl_count_format       (gint64        count);
char   *tl_count_format_perhaps (gint64      count,
                                 gint64      more);
double  tl_count_choose_full  (double        largest);
gint64  tl_count_round        (gint64        count,
                               guint         round);
char   *tl_count_dup_note     (guint         threshold,
                               guint         round,
                               guint         n_primary,
                               guint         n_secondary);
void    tl_count_append       (GString      *out,
                               gint64        count,
                               guint         width);
void    tl_count_append_text  (GString      *out,
                               const char   *text,
                               guint         width);

G_END_DECLS
