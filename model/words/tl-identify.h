/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"

G_BEGIN_DECLS

/**
 * TlIdentify:
 *
 * Looks in a text for what a stranger could find out with whom it is about.
 */
typedef struct _TlIdentify TlIdentify;

/**
 * TlIdentifyKind:
 * @key: such as "age"
 * @title: what such a passage is, for people
 * @why: what can be found out by it
 * @instead: what could be said instead
 * @from: the narrowest tier in which it is looked for
 *
 * One kind of what is looked for.
 */
typedef struct {
  char  *key;
  char  *title;
  char  *why;
  char  *instead;
  TlTier from;
} TlIdentifyKind;

/**
 * TlIdentifySpan:
 * @kind: (transfer none): what it is; belongs to the #TlIdentify
 * @start: first character (code point)
 * @end: after the last
 */
typedef struct {
  const TlIdentifyKind *kind;
  guint start;
  guint end;
} TlIdentifySpan;

TlIdentify           *tl_identify_load     (GError     **error);
void                  tl_identify_free     (TlIdentify  *self);
const TlIdentifyKind *tl_identify_get_kind (TlIdentify  *self,
                                            const char  *key);
GArray               *tl_identify_find     (TlIdentify  *self,
                                            const char  *text,
                                            TlTier       tier);

GArray               *tl_identify_find_fact (TlIdentify *self,
                                            const char  *text,
                                            const char  *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIdentify, tl_identify_free)

G_END_DECLS
