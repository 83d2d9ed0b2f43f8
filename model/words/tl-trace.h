/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words/tl-names.h"

G_BEGIN_DECLS

/**
 * TlTrace:
 * @TL_TRACE_NONE: nothing was found
 * @TL_TRACE_NAME: a name the review knows
 * @TL_TRACE_DAY: a day
 * @TL_TRACE_CONTACT: a telephone number, a postcode, an e-mail address, or a number that a person has for life
 *
 * What in a text points at a person.
 */
typedef enum {
  TL_TRACE_NONE,
  TL_TRACE_NAME,
  TL_TRACE_DAY,
  TL_TRACE_CONTACT,
} TlTrace;

/**
 * TlTraceSpan:
 * @first: first byte
 * @after: after the last
 *
 * Where a text has one.
 */
typedef struct {
  int first;
  int after;
} TlTraceSpan;

TlTrace  tl_trace_find         (TlNames    *names,
                                const char *text,
                                char      **passage);

GArray  *tl_trace_find_all     (const char *text,
                                TlTrace     trace);

char    *tl_text_find_date     (const char *text);
char    *tl_text_find_contact  (const char *text);

G_END_DECLS
