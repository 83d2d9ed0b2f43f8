/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlMatch:
 * @TL_MATCH_EXACT: both mean the same
 * @TL_MATCH_CLOSE: they mean nearly the same
 * @TL_MATCH_BROAD: the other is broader: whatever belongs here belongs there
 * @TL_MATCH_NARROW: the other is narrower: of what belongs here some belongs there
 * @TL_MATCH_RELATED: they have to do with each other, no more
 *
 * How a code stands to one of another typology; the mapping relations of SKOS.
 */
typedef enum {
  TL_MATCH_EXACT,
  TL_MATCH_CLOSE,
  TL_MATCH_BROAD,
  TL_MATCH_NARROW,
  TL_MATCH_RELATED,
} TlMatch;

/**
 * TlCodeMatch:
 * @match: how it stands to the other
 * @uri: of the other code
 */
typedef struct {
  TlMatch  match;
  char    *uri;
} TlCodeMatch;

#define TL_TYPE_CODE (tl_code_get_type ())

G_DECLARE_FINAL_TYPE (TlCode, tl_code, TL, CODE, GObject)

const char        *tl_code_get_qualified   (TlCode *self);
const char        *tl_code_get_scheme      (TlCode *self);
const char        *tl_code_get_notation    (TlCode *self);
const char        *tl_code_get_label       (TlCode *self);
char              *tl_code_dup_title       (TlCode *self);
const char        *tl_code_get_definition  (TlCode *self);
const char        *tl_code_get_include     (TlCode *self);
const char        *tl_code_get_exclude     (TlCode *self);
const char        *tl_code_get_example     (TlCode *self);
gboolean           tl_code_get_deprecated  (TlCode *self);
const char *const *tl_code_get_replaced_by (TlCode *self);
const char        *tl_code_get_uri         (TlCode *self);
const TlCodeMatch *tl_code_get_matches     (TlCode *self,
                                            guint  *n_matches);

TlCode            *tl_code_get_parent      (TlCode *self);
GListModel        *tl_code_get_children    (TlCode *self);

const char        *tl_code_find_notation   (const char *qualified);

G_END_DECLS
