/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

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

TlCode            *tl_code_get_parent      (TlCode *self);
GListModel        *tl_code_get_children    (TlCode *self);

G_END_DECLS
